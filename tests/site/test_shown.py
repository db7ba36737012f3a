"""What a preview shows, and until when."""

from pathlib import Path

import pytest

from generator.site.kept import Contents
from generator.site.preview import Showable
from generator.site.shown import MOST, Fault, Shown


@pytest.fixture
def shown(tmp_path: Path) -> Shown:
    """A site of two pages, made from the second 1 on."""
    contents = Contents(tmp_path / "contents")
    files = {"index.html": contents.put(b"home"), "briefs/b/index.html": contents.put(b"old")}
    showing = Shown(contents)
    showing.show_site(Showable(files, "sheets"), 1.0)
    return showing


def _show_again(shown: Shown, began: float) -> None:
    shown.show_site(shown._now.site, began)


def test_a_saved_page_stays_until_a_site_is_newer(shown: Shown) -> None:
    """A site whose making began before the brief was saved shows the brief as it was."""
    shown.show_page("briefs/b/index.html", b"new", 3.0)
    _show_again(shown, 2.0)
    assert shown.read("briefs/b/index.html") == b"new"
    _show_again(shown, 4.0)
    assert shown.read("briefs/b/index.html") == b"old"


def test_an_address_leads_to_a_page_of_the_site_and_nowhere_else(shown: Shown) -> None:
    """Addresses are looked up; no folder is entered."""
    assert shown.find("") == "index.html"
    assert shown.find("briefs/b/") == "briefs/b/index.html"
    assert shown.find("briefs/b") is None
    assert shown.has_folder("briefs/b")
    assert shown.find("../../etc/passwd") is None
    assert shown.find("briefs/../index.html") is None


def test_a_page_has_another_version_when_it_or_what_it_is_shown_with_changes(shown: Shown) -> None:
    """And only then, so that no browser reloads for nothing."""
    before = shown.find_state("briefs/b/").version
    home = shown.find_state("").version
    shown.show_page("briefs/b/index.html", b"new", 3.0)
    assert shown.find_state("briefs/b/").version != before
    assert shown.find_state("").version == home
    shown.show_site(Showable(shown._now.site.files, "other sheets"), 4.0)
    assert shown.find_state("").version != home


def test_a_content_that_was_removed_is_missed(shown: Shown, tmp_path: Path) -> None:
    """Another build of the project may tidy up; then it is made again."""
    assert shown.read("index.html") == b"home"
    assert not shown.missed.is_set()
    for file in (tmp_path / "contents").rglob("*"):
        if file.is_file():
            file.unlink()
    assert shown.read("index.html") is None
    assert shown.missed.is_set()


def test_of_many_errors_some_are_shown_and_the_rest_counted(shown: Shown) -> None:
    """A page can't hold ten thousand."""
    shown.show_faults([Fault(str(number)) for number in range(MOST + 5)])
    state = shown.find_state("")
    assert len(state.faults) == MOST
    assert state.more.startswith("and 5 more")


def test_whoever_waits_is_told_of_each_change(shown: Shown) -> None:
    """And at once of one that came before they asked."""
    number = shown.wait_for_news(-1, 0)
    assert shown.wait_for_news(number, 0) == number
    shown.show_faults([])
    assert shown.wait_for_news(number, 0) != number
