"""What is on record of links after a round: pure, and the same for the same outcomes.

An address that answers has no entry, so that a change of the file is news. One miss is noted; a
second one, a day or more later, makes the link dead; an answer at any time clears it. What tells
nothing changes no miss.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta

from generator.links.looking import Outcome
from generator.reading.model_fields import list_fields
from generator.records.edtf import EdtfDate, parse_edtf
from generator.records.link import Link
from generator.records.vocabulary import LinkStatus

APART = timedelta(days=2)
"""Days tell no hours: two of them are surely a day apart when they are the next but one."""
REFRESHED_AFTER = timedelta(days=28)
"""A date that alone would change stays for so long, and with it the file."""


def update(
    before: Mapping[str, Link],
    outcomes: Mapping[str, Outcome],
    kept: Collection[str] | None,
    today: date,
) -> dict[str, Link]:
    """What is to be on record, by the address.

    Args:
        before: What was on record.
        outcomes: What was found at the addresses that were looked at.
        kept: The addresses that the records have; none if nobody can tell, and all are kept.
        today: The day of the round.
    """
    found = {url: note(before.get(url), url, one, today) for url, one in outcomes.items()}
    rest = {url: link for url, link in before.items() if url not in outcomes}
    links = {url: link for url, link in {**rest, **found}.items() if link is not None}
    return {url: links[url] for url in sorted(links) if kept is None or url in kept}


def note(before: Link | None, url: str, outcome: Outcome, today: date) -> Link | None:
    """What is to be on record of one address."""
    if outcome.reason is None:
        return None
    was_missed = before is not None and before.status is not LinkStatus.UNKNOWN
    if not outcome.is_miss:
        if before is not None and was_missed:
            return before
        return _make(before, url, LinkStatus.UNKNOWN, outcome, today)
    if before is None or not was_missed:
        return _make(None, url, LinkStatus.MISSED, outcome, today)
    is_second = before.status is LinkStatus.DEAD or today - _day(before.since) >= APART
    status = LinkStatus.DEAD if is_second else LinkStatus.MISSED
    return _make(before, url, status, outcome, today)


def _make(before: Link | None, url: str, status: LinkStatus, outcome: Outcome, today: date) -> Link:
    """An entry; the one that was there if nothing but the day is new, and that not by much."""
    reason = outcome.reason
    if reason is None:
        raise ValueError("what is good has no entry")
    is_same = before is not None and (before.status, before.reason) == (status, reason)
    if before is not None and is_same and today - _day(before.looked_at) < REFRESHED_AFTER:
        return before
    day = parse_edtf(today.isoformat())
    since = before.since if before is not None else day
    return Link.model_validate(
        {"url": url, "status": status, "reason": reason, "since": since, "looked-at": day}
    )


def _day(day: EdtfDate) -> date:
    return date.fromisoformat(day.earliest)


def format_links(links: Iterable[Link]) -> str:
    """The file, in the order of the addresses; the same links give the same bytes."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(list_fields(Link))
    for link in sorted(links, key=lambda one: one.url):
        writer.writerow([link.url, link.status, link.reason, link.since, link.looked_at])
    return written.getvalue()
