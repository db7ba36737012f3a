"""Files of the site that are no pages."""

from pathlib import Path

import pytest

from generator.site.files import join_files, lay_files, link_files
from generator.site.kept import Contents


@pytest.fixture
def contents(tmp_path: Path) -> Contents:
    """A place for contents, beside the site."""
    return Contents(tmp_path / "kept")


def test_a_file_stands_where_it_was_to_stand(tmp_path: Path, contents: Contents) -> None:
    """Folders are made for it, and its bytes are not touched."""
    link_files(tmp_path / "site", contents.locate({"metrics/x/x.csv": contents.put(b'"a"\r\n')}))
    assert (tmp_path / "site/metrics/x/x.csv").read_bytes() == b'"a"\r\n'


def test_a_file_never_takes_the_place_of_a_page(tmp_path: Path, contents: Contents) -> None:
    """Two writers of one path are a mistake, which must not pass in silence."""
    (tmp_path / "index.html").write_text("x", "utf-8")
    with pytest.raises(FileExistsError):
        link_files(tmp_path, contents.locate({"index.html": contents.put(b"y")}))


def _list(folder: Path) -> dict[str, bytes]:
    """What every file of a folder holds, by its path."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def test_files_laid_over_an_earlier_site_are_all_that_it_has(
    tmp_path: Path, contents: Contents
) -> None:
    """What was changed, added, or left there by anybody goes; what is apart stays."""
    site = tmp_path / "site"
    kept, old, new = (contents.put(text) for text in (b"kept", b"old", b"new"))
    site.mkdir()
    before = {"a/index.html": kept, "b/c/x.csv": old, "d": kept}
    lay_files(site, contents.locate(before), "index")
    (site / "a/stray.html").write_text("stray", "utf-8")
    (site / "a/empty").mkdir()
    (site / "index").mkdir()
    (site / "index/word").write_text("word", "utf-8")
    # A folder where a file was, and a file where a folder was.
    wanted = {"a/index.html": kept, "b/c": new, "d/e.csv": new}
    lay_files(site, contents.locate(wanted), "index")
    assert _list(site) == {
        "a/index.html": b"kept",
        "b/c": b"new",
        "d/e.csv": b"new",
        "index/word": b"word",
    }
    assert not (site / "a/empty").exists()


def test_a_file_that_is_no_name_of_the_content_is_put_there_anew(
    tmp_path: Path, contents: Contents
) -> None:
    """Whatever it holds: it may have been written over, or be a link to somewhere else."""
    site = tmp_path / "site"
    site.mkdir()
    page, elsewhere = contents.put(b"page"), tmp_path / "elsewhere"
    elsewhere.write_bytes(b"page")
    (site / "a").write_bytes(b"forged")
    (site / "b").symlink_to(elsewhere)
    lay_files(site, contents.locate({"a": page, "b": page}), "index")
    assert _list(site) == {"a": b"page", "b": b"page"}
    assert not (site / "b").is_symlink()


def test_two_writers_of_one_file_are_a_mistake() -> None:
    """It must not pass in silence, whichever of them comes last."""
    with pytest.raises(FileExistsError):
        join_files({"index.html": "a"}, {"x": "b"}, {"index.html": "a"})
