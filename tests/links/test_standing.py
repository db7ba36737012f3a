from datetime import date, timedelta

import pytest

from generator.links.looking import Outcome
from generator.links.standing import format_links, note, update
from generator.records.link import Link
from generator.records.vocabulary import LinkReason, LinkStatus

URL = "https://a.example/"
DAY = date(2026, 3, 2)
GOOD = Outcome(None, 200)
MISS = Outcome(LinkReason.NOT_FOUND, 404)
GONE = Outcome(LinkReason.GONE, 410)
REFUSED = Outcome(LinkReason.REFUSED, 403)


def after(*outcomes: tuple[Outcome, int]) -> Link | None:
    """What is on record after looks on days counted from the first."""
    link: Link | None = None
    for outcome, day in outcomes:
        link = note(link, URL, outcome, DAY + timedelta(days=day))
    return link


def told(link: Link | None) -> tuple[str, ...] | None:
    """The row, without the address."""
    if link is None:
        return None
    return link.status, link.reason, link.since.text, link.looked_at.text


def test_an_address_that_answers_has_no_entry() -> None:
    """However it stood before."""
    assert after((GOOD, 0)) is None
    assert after((MISS, 0), (GOOD, 7)) is None
    assert after((MISS, 0), (MISS, 7), (GOOD, 14)) is None
    assert after((REFUSED, 0), (GOOD, 7)) is None


def test_two_misses_a_day_apart_make_a_link_dead() -> None:
    """Not one, and not two of one night."""
    assert told(after((MISS, 0))) == ("missed", "not-found", "2026-03-02", "2026-03-02")
    assert told(after((MISS, 0), (MISS, 0))) == ("missed", "not-found", "2026-03-02", "2026-03-02")
    assert told(after((MISS, 0), (MISS, 1))) == ("missed", "not-found", "2026-03-02", "2026-03-02")
    assert told(after((MISS, 0), (MISS, 2))) == ("dead", "not-found", "2026-03-02", "2026-03-04")
    assert told(after((MISS, 0), (GONE, 2))) == ("dead", "gone", "2026-03-02", "2026-03-04")


def test_what_tells_nothing_changes_no_miss() -> None:
    """A host that refuses in between neither confirms nor clears."""
    assert told(after((REFUSED, 0))) == ("unknown", "refused", "2026-03-02", "2026-03-02")
    assert after((MISS, 0), (REFUSED, 3)) == after((MISS, 0))
    assert told(after((MISS, 0), (REFUSED, 3), (MISS, 7))) == (
        *("dead", "not-found", "2026-03-02", "2026-03-09"),
    )
    assert told(after((REFUSED, 0), (MISS, 7))) == (
        "missed",
        "not-found",
        "2026-03-09",
        "2026-03-09",
    )


def test_a_day_that_alone_is_new_is_noted_every_four_weeks() -> None:
    """So that a pull request shows what changed."""
    dead = after((MISS, 0), (MISS, 7))
    assert after((MISS, 0), (MISS, 7), (MISS, 14)) == dead
    assert told(after((MISS, 0), (MISS, 7), (MISS, 35))) == (
        *("dead", "not-found", "2026-03-02", "2026-04-06"),
    )


def test_what_was_not_looked_at_stays_and_what_nobody_links_to_goes() -> None:
    """Nothing is lost with a round that was stopped, or records that can't be read."""
    before = {url: note(None, url, MISS, DAY) for url in (URL, "https://b.example/")}
    links = {url: link for url, link in before.items() if link}
    assert update(links, {}, list(links), DAY) == links
    assert set(update(links, {}, [URL], DAY)) == {URL}
    assert update(links, {}, None, DAY) == links
    assert set(update(links, {URL: GOOD}, list(links), DAY)) == {"https://b.example/"}


def test_the_same_links_give_the_same_bytes() -> None:
    """In the order of their addresses, a line each."""
    urls = ["https://b.example/?a=1,2", "https://a.example/"]
    links = [link for url in urls if (link := note(None, url, MISS, DAY))]
    expected = (
        "url,status,reason,since,looked-at\n"
        "https://a.example/,missed,not-found,2026-03-02,2026-03-02\n"
        '"https://b.example/?a=1,2",missed,not-found,2026-03-02,2026-03-02\n'
    )
    assert format_links(links) == format_links(links[::-1]) == expected


@pytest.mark.parametrize("outcome", [MISS, GONE, REFUSED])
def test_what_is_noted_is_a_good_record(outcome: Outcome) -> None:
    """The model refuses a status that does not go with its reason."""
    link = note(None, URL, outcome, DAY)
    assert link is not None
    with pytest.raises(ValueError, match="does not go with"):
        Link.model_validate(
            {**link.model_dump(by_alias=True), "status": _other(link.status), "since": "2026-03-02"}
        )


def _other(status: LinkStatus) -> LinkStatus:
    return LinkStatus.UNKNOWN if status is LinkStatus.MISSED else LinkStatus.DEAD
