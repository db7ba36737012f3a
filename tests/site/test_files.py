"""Files of the site that are no pages."""

from pathlib import Path

import pytest

from generator.site.files import copy_kept_files, keep_files, write_files


def test_a_file_stands_where_it_was_to_stand(tmp_path: Path) -> None:
    """Folders are made for it, and its bytes are not touched."""
    write_files(tmp_path, {"metrics/x/x.csv": b'"a"\r\n'})
    assert (tmp_path / "metrics/x/x.csv").read_bytes() == b'"a"\r\n'


def test_a_file_never_takes_the_place_of_a_page(tmp_path: Path) -> None:
    """Two writers of one path are a mistake, which must not pass in silence."""
    (tmp_path / "index.html").write_text("x", "utf-8")
    with pytest.raises(FileExistsError):
        write_files(tmp_path, {"index.html": b"y"})


def test_a_preview_shows_the_files_of_the_last_records(tmp_path: Path) -> None:
    """What an earlier change had kept is gone."""
    site = tmp_path / "preview"
    copy_kept_files(tmp_path, site)
    keep_files(tmp_path, {"a/old.csv": b"1"})
    keep_files(tmp_path, {"a/new.csv": b"2"})
    copy_kept_files(tmp_path, site)
    assert [path.name for path in site.rglob("*.csv")] == ["new.csv"]
