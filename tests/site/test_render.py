"""A page that the engine can't render: found, named, and replaced if the maintainer says so."""

import html
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.pages.stand_in import make_stand_in
from generator.site import engines, render
from generator.site.broken_pages import find_broken_pages
from generator.site.engines import Engine, build
from generator.site.mark import MARK
from generator.site.render import BrokenPagesError, render_all
from generator.site.verify import read_page

ROOT = Path(__file__).resolve().parents[2]
CRASH = """
import time
from markdown import Extension
from markdown.preprocessors import Preprocessor


class Trap(Preprocessor):
    def run(self, lines):
        text = "\\n".join(lines)
        if "CRASHME" in text:
            raise AssertionError("no parser is perfect")
        if "SLOWPAGE" in text:
            time.sleep(60)
        if "DEADPAGE" in text:
            import os
            os._exit(3)
        return lines


class TrapExtension(Extension):
    def extendMarkdown(self, md):
        md.preprocessors.register(Trap(md), "trap", 1)


def makeExtension(**settings):
    return TrapExtension(**settings)
"""


@pytest.fixture
def fragile(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose engine fails at certain words."""
    (project / "trap.py").write_text(CRASH, encoding="utf-8")
    config = project / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8") + "  - trap\n", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(project))
    monkeypatch.setattr(engines, "PAGE_SECONDS", 2)
    return project


def break_brief(project: Path, word: str, *, generated: bool = True) -> Path:
    """Puts a word into the brief, which carries the mark of a generated page or not."""
    brief = project / "docs/briefs/ferry.md"
    text = brief.read_text(encoding="utf-8")
    if generated:
        text = text.replace("---\n", f"---\n{MARK} from data/briefs/2031/ferry.md.\n", 1)
    brief.write_text(f"{text}\n{word}\n", encoding="utf-8")
    return brief


@pytest.mark.parametrize(
    ("word", "cause"),
    [
        ("CRASHME", "AssertionError no parser is perfect"),
        ("SLOWPAGE", "longer than 2 seconds"),
        ("DEADPAGE", "it ends the engine"),
    ],
)
def test_the_page_and_the_cause_are_found(fragile: Path, word: str, cause: str) -> None:
    """By whatever the engine fails: an exception, no end, or its own end."""
    assert find_broken_pages(fragile, 2) == []
    break_brief(fragile, word)
    (page,) = find_broken_pages(fragile, 2)
    assert page.path == "briefs/ferry.md"
    assert cause in page.cause


def test_the_limit_is_a_page_s_and_not_the_build_s(project: Path, tmp_path: Path) -> None:
    """Not an extension's, either, that runs in the middle of a page: a page has many headings."""
    for number in range(30):
        page = "# T\n\n" + "## H\n\ntext\n\n" * 20
        (project / f"docs/p{number}.md").write_text(page, encoding="utf-8")
    code = (
        "import sys, time, markdown\n"
        "md = markdown.Markdown(extensions=['toc', 'generator.site.sanitiser', "
        "'generator.site.deadline'])\n"
        "for _ in range(3): md.reset().convert('# a\\n\\n## b\\n\\n## c')\n"
        "time.sleep(1.5)\n"
        "print('alive')\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, "BRIEFWRIGHT_PAGE_SECONDS": "0.5"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.stdout == "alive\n", run.stderr
    build(Engine.MKDOCS, project, tmp_path / "s")


@pytest.mark.parametrize("engine", Engine)
@pytest.mark.parametrize("word", ["CRASHME", "SLOWPAGE"])
def test_such_a_page_ends_the_build_in_time_and_is_named(
    fragile: Path, tmp_path: Path, engine: Engine, word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With each engine; a page that never ends is ended."""
    monkeypatch.setattr(render, "find_broken_pages", lambda project: find_broken_pages(project, 2))
    break_brief(fragile, word)
    with pytest.raises(BrokenPagesError) as broken:
        render_all(fragile, lambda: build(engine, fragile, tmp_path / "s"), replace_broken=False)
    assert [page.path for page in broken.value.pages] == ["briefs/ferry.md"]


def test_a_note_takes_its_place_and_all_links_hold(fragile: Path, tmp_path: Path) -> None:
    """The rest of the site is built; what pointed into the page still does."""
    site = tmp_path / "s"
    build(Engine.MKDOCS, fragile, site)
    before = read_page((site / "briefs/ferry/index.html").read_bytes())
    break_brief(fragile, "CRASHME")
    (page,) = render_all(fragile, lambda: build(Engine.MKDOCS, fragile, site), replace_broken=True)
    assert page.path == "briefs/ferry.md"
    text = (site / "briefs/ferry/index.html").read_text(encoding="utf-8")
    assert "no parser is perfect" in html.unescape(text)
    after = read_page(text.encode())
    gone = {one for one in before.ids if not one.startswith("fnref")} - after.ids
    # The list of headings and the heading of a page by hand, whose id is made from its words.
    assert gone == {"bw-toc-h", "how-far-did-the-ferry-drift"}


def test_a_page_by_hand_is_never_replaced(fragile: Path, tmp_path: Path) -> None:
    """Somebody wrote it and can mend it."""
    brief = break_brief(fragile, "CRASHME", generated=False)
    before = brief.read_bytes()
    with pytest.raises(BrokenPagesError):
        render_all(
            fragile, lambda: build(Engine.MKDOCS, fragile, tmp_path / "s"), replace_broken=True
        )
    assert brief.read_bytes() == before


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="newer Pythons parse it")
def test_a_known_crash_of_the_parser_is_named(project: Path) -> None:
    """Python 3.11's HTML parser fails at this text, which no record can bring onto a page."""
    (project / "docs/about.md").write_text("# A\n\n<![><img src=x>\n", encoding="utf-8")
    pages = find_broken_pages(project)
    assert [page.path for page in pages] == ["about.md"]


def test_a_stand_in_keeps_title_and_anchors() -> None:
    """Whatever ids the page had, by attribute list, tag or footnote."""
    page = (
        '---\n# Generated by Briefwright\ntitle: "A &quot;B&quot; \\\\ &lt;c&gt;"\n---\n\n'
        '# A {#title}\n\n## B { .x #s-b }\n\n<p id="fig-x">x</p>\n\n[^one]: Note\n'
    )
    made = make_stand_in(page, "it takes <long>")
    assert made.startswith(page.split("\n---\n", maxsplit=1)[0])
    for id in ("s-b", "fig-x", "fn:one"):
        assert f'id="{id}"' in made
    assert "&lt;long&gt;" in made


def test_the_maintainer_chooses_in_two_words() -> None:
    """Anything else is wrong usage."""
    assert CliRunner().invoke(main, ["build", "--broken-pages", "maybe"]).exit_code == 2
