"""A build that begins with what the last one kept comes to what one from nothing comes to.

Byte for byte, after any edits: that is what makes it safe to keep anything.
"""

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.issues import has_errors
from generator.pages.as_of import find_newest_date
from generator.pages.parts import list_parts
from generator.site.build import build_site, choose_as_of
from generator.site.checking import Checked, check_project
from generator.site.digest import digest_folder
from generator.site.docs_files import read_docs
from generator.site.engines import Engine
from generator.site.folders import digest_files
from generator.site.generating import Generation
from generator.site.mark import has_mark
from generator.site.order import Order
from generator.site.processes import Processes
from generator.site.progress import Progress
from generator.site.work import Here
from tests.random_edits import edit
from trials.project import write_frame

ROUNDS = int(os.environ.get("EDIT_ROUNDS", "6"))
"""Of edits of which the pages are compared; of the whole site, a tenth of them."""
OWN = ".briefwright"
HARMS = {
    "contents": "changed",
    "parts.note": "cut",
    "pages.note": "changed",
    "search": "removed",
    "records": "changed",
    "checks.note": "changed",
}
"""What is kept, and what becomes of it."""


@pytest.fixture
def project(make_project: Callable[[], Path]) -> Path:
    """The invented library with the real configuration and theme."""
    project = make_project()
    write_frame(project)
    return project


def _generate(project: Path) -> dict[str, str]:
    """Generates the pages; gives the SHA-256 of each and of each further file."""
    checked = _check(project)
    generation = Generation(project, project / OWN)
    standing = read_docs(project / "docs")
    generated = generation.update(checked.library, find_newest_date(checked.library), standing)
    assert all(generation.contents.has(print_) for print_ in generated.files.values())
    assert generated.parts == len(list_parts(checked.library)) + 1
    return {**digest_files(project / "docs"), **generated.files}


def _forget(project: Path, copy: Path) -> Path:
    """The project as somebody else has it who built nothing yet."""
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(
        project, copy, ignore=shutil.ignore_patterns(OWN, "site", "docs"), symlinks=True
    )
    (copy / "docs").mkdir()
    for file in (project / "docs").glob("*.md"):
        if not has_mark(file):
            shutil.copy(file, copy / "docs")
    return copy


def _edit_soundly(project: Path, chance: random.Random) -> str:
    """An edit after which the records are still without errors; others are taken back."""
    kept = project.parent / "kept"
    for _ in range(200):
        shutil.rmtree(kept, ignore_errors=True)
        shutil.copytree(project / "data", kept)
        done = edit(project, chance)
        if not has_errors(_check(project).issues):
            return done
        shutil.rmtree(project / "data")
        shutil.copytree(kept, project / "data")
    raise AssertionError("no edit leaves the library without errors")


def test_pages_after_edits_are_those_of_a_build_from_nothing(project: Path) -> None:
    """Whatever was edited, added, renamed or deleted, and however often."""
    chance = random.Random(20_241_231)  # noqa: S311 - the same edits each time
    copy = project.parent / "copy"
    _generate(project)
    done = []
    for _ in range(ROUNDS):
        done.append(_edit_soundly(project, chance))
        assert _generate(project) == _generate(_forget(project, copy)), done[-3:]


def _check(project: Path) -> Checked:
    """What was kept of earlier checks, and of the reading, changes nothing of what is found."""
    kept, plain = check_project(project, project / OWN, Here()), check_project(project)
    assert kept.issues == plain.issues
    assert kept.counts == plain.counts
    return kept


def _build(project: Path) -> str:
    checked = check_project(project, project / OWN, Processes(2))
    _build_checked(project, checked)
    return digest_folder(project / "site")


def _build_checked(project: Path, checked: Checked) -> None:
    as_of = choose_as_of(None, {}, checked.library)
    order = Order(Engine.MKDOCS, as_of, workers=Processes(2))
    built = build_site(project, checked, order, Progress(_ignore))
    assert built.digest == digest_folder(project / "site")


def _ignore(_line: str) -> None:
    """Nobody listens."""


def test_a_site_after_edits_is_that_of_a_build_from_nothing(project: Path) -> None:
    """Pages, search, drawings, cards, site map: every byte."""
    chance = random.Random(7)  # noqa: S311 - the same edits each time
    copy = project.parent / "copy"
    _build(project)
    done = []
    for _ in range(max(ROUNDS // 10, 1)):
        done.append(_edit_soundly(project, chance))
        assert _build(project) == _build(_forget(project, copy)), done
        # The second build of the same is of what was kept alone.
        assert _build(project) == digest_folder(copy / "site")


def test_only_what_changed_is_made_again(project: Path) -> None:
    """A word in a brief's text is no matter of the other briefs, nor of most articles."""
    checked = check_project(project)
    generation = Generation(project, project / OWN)
    day = find_newest_date(checked.library)
    first = generation.update(checked.library, day, read_docs(project / "docs"))
    brief = project / "data/briefs/2024/ferry-on-time.md"
    brief.write_text(brief.read_text("utf-8").replace("ferry", "boat", 1), "utf-8")
    library = check_project(project).library
    second = generation.update(library, day, read_docs(project / "docs"))
    assert first.made == first.parts - 1
    assert 0 < second.made < first.parts / 2


def test_drawings_that_earlier_versions_kept_are_removed(project: Path) -> None:
    """Charts are drawn so fast that nothing of them is kept; cards are."""
    old = project / OWN / "charts"
    old.mkdir(parents=True)
    (old / "0.svg-part").write_text("<g></g>", "utf-8")
    checked = check_project(project)
    generation = Generation(project, project / OWN)
    generation.update(
        checked.library, find_newest_date(checked.library), read_docs(project / "docs")
    )
    assert not old.exists()
    assert list((project / OWN / "cards").iterdir())


def test_what_was_kept_and_is_spoilt_is_made_again(project: Path) -> None:
    """A disk that failed, a person, or a run that was killed: the site is the same."""
    good = _build(project)
    for what, harm in HARMS.items():
        _spoil(project / OWN / what, harm)
        assert _build(project) == good, what


def _spoil(kept: Path, harm: str) -> None:
    """Harms a file, or some twenty of a folder."""
    files = [kept] if kept.is_file() else sorted(path for path in kept.rglob("*") if path.is_file())
    assert files
    for file in files[:: max(len(files) // 20, 1)]:
        content = file.read_bytes()
        file.unlink()
        if harm == "cut":
            file.write_bytes(content[: len(content) // 2])
        elif harm == "changed":
            file.write_bytes(content[:-1] + bytes([content[-1] ^ 1]) if content else b"x")
