"""Files of the site that are no pages."""

from pathlib import Path

import pytest

from generator.site.files import link_files
from generator.site.kept import Contents


@pytest.fixture
def contents(tmp_path: Path) -> Contents:
    """A place for contents, beside the site."""
    return Contents(tmp_path / "kept")


def test_a_file_stands_where_it_was_to_stand(tmp_path: Path, contents: Contents) -> None:
    """Folders are made for it, and its bytes are not touched."""
    link_files(tmp_path / "site", {"metrics/x/x.csv": contents.put(b'"a"\r\n')}, contents)
    assert (tmp_path / "site/metrics/x/x.csv").read_bytes() == b'"a"\r\n'


def test_a_file_never_takes_the_place_of_a_page(tmp_path: Path, contents: Contents) -> None:
    """Two writers of one path are a mistake, which must not pass in silence."""
    (tmp_path / "index.html").write_text("x", "utf-8")
    with pytest.raises(FileExistsError):
        link_files(tmp_path, {"index.html": contents.put(b"y")}, contents)
