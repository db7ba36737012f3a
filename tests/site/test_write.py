"""Writing pages into `docs/`: nothing needless, nothing of anybody else's."""

from pathlib import Path

import pytest

from generator.site.docs_files import read_docs
from generator.site.kept import Contents
from generator.site.mark import MARK
from generator.site.write import HandWrittenPageError, place_pages
from tests.placed_pages import write_pages

PAGE = f"---\n{MARK} from data/briefs/2024/x.md.\ntitle: X\n---\n\n# X\n"


def test_an_unchanged_page_keeps_its_time(tmp_path: Path) -> None:
    """A second run with the same pages writes nothing."""
    write_pages(tmp_path, {"briefs/x.md": PAGE})
    before = (tmp_path / "briefs/x.md").stat().st_mtime_ns
    again = write_pages(tmp_path, {"briefs/x.md": PAGE})
    assert (again.changed, again.unchanged, again.removed) == ([], ["briefs/x.md"], [])
    assert (tmp_path / "briefs/x.md").stat().st_mtime_ns == before


def test_a_changed_page_is_replaced(tmp_path: Path) -> None:
    """What a page says now is what the file holds."""
    write_pages(tmp_path, {"x.md": PAGE})
    result = write_pages(tmp_path, {"x.md": PAGE + "more\n"})
    assert result.changed == ["x.md"]
    assert (tmp_path / "x.md").read_text(encoding="utf-8").endswith("more\n")


def test_a_stale_page_goes_with_its_empty_folder(tmp_path: Path) -> None:
    """A page whose record is gone is removed, and so is the folder it leaves empty."""
    write_pages(tmp_path, {"briefs/x.md": PAGE, "y.md": PAGE})
    result = write_pages(tmp_path, {"y.md": PAGE})
    assert result.removed == ["briefs/x.md"]
    assert not (tmp_path / "briefs").exists()


def test_a_page_written_by_hand_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    """All hand-written pages in the way are named; even the other pages are not written."""
    (tmp_path / "a.md").write_text("# Mine\n", encoding="utf-8")
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "c.md").write_text("x", encoding="utf-8")
    with pytest.raises(HandWrittenPageError) as refused:
        write_pages(tmp_path, {"a.md": PAGE, "b/c.md": PAGE, "d.md": PAGE})
    assert refused.value.paths == ["a.md", "b/c.md"]
    assert (tmp_path / "a.md").read_text(encoding="utf-8") == "# Mine\n"
    assert not (tmp_path / "d.md").exists()


def test_a_page_by_hand_does_not_take_the_address_of_a_generated_one(tmp_path: Path) -> None:
    """`a.md` and `a/index.md` are one page of the site."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "index.md").write_text("# Mine\n", encoding="utf-8")
    with pytest.raises(HandWrittenPageError) as refused:
        write_pages(tmp_path, {"a.md": PAGE})
    assert refused.value.paths == ["a/index.md"]


def test_an_empty_file_is_nobody_s_work(tmp_path: Path) -> None:
    """A disk that failed may have left it; what a killed run left unfinished goes as well."""
    (tmp_path / "a.md").touch()
    (tmp_path / ".b.md.xyz.brief-new").write_text("half", encoding="utf-8")
    assert write_pages(tmp_path, {"a.md": PAGE}).changed == ["a.md"]
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


def test_hand_written_pages_elsewhere_stay(tmp_path: Path) -> None:
    """A page without the mark is never stale, whatever folder it stands in."""
    (tmp_path / "briefs").mkdir()
    (tmp_path / "briefs" / "note.md").write_text("# Mine\n", encoding="utf-8")
    result = write_pages(tmp_path, {"briefs/x.md": PAGE})
    assert result.removed == []
    assert (tmp_path / "briefs" / "note.md").exists()


def test_a_link_in_the_way_is_refused(tmp_path: Path) -> None:
    """A page is not written through a symbolic link, to a file or to a folder."""
    outside = tmp_path / "outside"
    outside.mkdir()
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "briefs").symlink_to(outside)
    (docs / "y.md").symlink_to(outside / "y.md")
    with pytest.raises(HandWrittenPageError) as refused:
        write_pages(docs, {"briefs/x.md": PAGE, "y.md": PAGE})
    assert refused.value.paths == ["briefs/x.md", "y.md"]
    assert list(outside.iterdir()) == []


def test_a_failed_write_leaves_the_old_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the disk fails, the page in place is the old one and no scrap lies beside it."""
    write_pages(tmp_path, {"x.md": PAGE})
    contents = Contents(tmp_path.with_name("kept"))
    prints = {"x.md": contents.put(f"{PAGE}more\n".encode())}

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="No space"):
        place_pages(tmp_path, prints, read_docs(tmp_path), contents)
    assert (tmp_path / "x.md").read_text(encoding="utf-8") == PAGE
    assert [path.name for path in tmp_path.iterdir()] == ["x.md"]
