"""A new site comes whole or not at all, and over nobody's files."""

import os
import stat
import subprocess
from pathlib import Path

import pytest

from generator.starter import placing
from generator.starter.placing import PlaceError, place_site

FILES = {"mkdocs.yml": b"site_name: x\n", "data/README.md": b"# Records\n", ".gitignore": b""}


def read_all(folder: Path) -> dict[str, bytes]:
    """What each file below a folder holds."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_a_new_folder_has_every_file_and_nothing_else(tmp_path: Path) -> None:
    """No trace of where it was made, and the rights of any new folder."""
    place_site(tmp_path / "site", FILES)
    assert read_all(tmp_path) == {f"site/{path}": content for path, content in FILES.items()}
    (tmp_path / "other").mkdir()
    rights = {stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("site", "other")}
    assert len(rights) == 1


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    """Also one that is a repository already, whose history stays."""
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "HEAD").write_text("ours", encoding="utf-8")
    place_site(tmp_path, FILES, with_git=True)
    assert read_all(tmp_path) == {**FILES, ".git/HEAD": b"ours"}


@pytest.mark.parametrize("names", [["a.txt"], ["a", "b", "c", "d", "e", "f", "g"]])
def test_a_folder_with_files_is_refused_by_their_names(names: list[str], tmp_path: Path) -> None:
    """A few of them; and nothing is touched."""
    for name in names:
        (tmp_path / name).write_text("mine", encoding="utf-8")
    more = " and 2 more" if len(names) > 5 else ""
    listed = ", ".join(f"`{name}`" for name in names[:5])
    with pytest.raises(PlaceError, match=f"is not empty: {listed}{more};"):
        place_site(tmp_path, FILES)
    assert read_all(tmp_path) == dict.fromkeys(names, b"mine")


def test_links_files_and_folders_in_nowhere_are_refused(tmp_path: Path) -> None:
    """A link may lead anywhere, and where it leads is not where it was asked for."""
    (tmp_path / "there").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "there")
    (tmp_path / "dead").symlink_to(tmp_path / "nothing")
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    for name, said in [
        ("link", "is a link"),
        ("dead", "is a link"),
        ("file", "is a file"),
        ("no/where", "there is no folder"),
    ]:
        with pytest.raises(PlaceError, match=said):
            place_site(tmp_path / name, FILES)
    assert list((tmp_path / "there").iterdir()) == []
    assert read_all(tmp_path) == {"file": b"mine"}


def test_a_fault_on_the_way_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither in a new folder nor in an empty one."""

    def fail(site: Path, files: object) -> None:
        (site / "mkdocs.yml").write_text("half", encoding="utf-8")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(placing, "_write", fail)
    (tmp_path / "empty").mkdir()
    for name in ("new", "empty"):
        with pytest.raises(OSError, match="No space"):
            place_site(tmp_path / name, FILES)
    assert [path.name for path in tmp_path.rglob("*")] == ["empty"]


def test_a_file_that_comes_in_between_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody writes into the empty folder while the site is made; what was moved goes back."""
    write = placing._write

    def write_late(site: Path, files: dict[str, bytes]) -> None:
        write(site, files)
        (tmp_path / "mkdocs.yml").write_text("mine", encoding="utf-8")

    monkeypatch.setattr(placing, "_write", write_late)
    with pytest.raises(PlaceError, match="by somebody else"):
        place_site(tmp_path, FILES)
    assert read_all(tmp_path) == {"mkdocs.yml": b"mine"}


def test_git_begins_a_repository_without_a_commit(tmp_path: Path) -> None:
    """On the branch that the site's own settings speak of."""
    place_site(tmp_path / "site", FILES, with_git=True)
    head = (tmp_path / "site" / ".git" / "HEAD").read_text("utf-8")
    assert head == "ref: refs/heads/main\n"
    run = subprocess.run(["git", "log"], cwd=tmp_path / "site", check=False, capture_output=True)
    assert run.returncode != 0


def test_without_git_nothing_is_begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was asked for can't be done, so nothing is."""
    monkeypatch.setitem(os.environ, "PATH", str(tmp_path / "nothing"))
    with pytest.raises(PlaceError, match="there is no git"):
        place_site(tmp_path / "site", FILES, with_git=True)
    assert list(tmp_path.iterdir()) == []
