"""Changes of briefs after publication: each is recorded, in its order, with the day it was made."""

from __future__ import annotations

from collections.abc import Iterator

from generator.address import Address
from generator.catalogue import RULES
from generator.checks.dates import is_certainly_before
from generator.evidence.text_mark import mark_text, recorded_mark
from generator.issues import Issue
from generator.library.library import Library
from generator.records.brief import Brief, FrontMatter


def check_revisions(library: Library) -> Iterator[Issue]:
    """An issue for each brief whose changes are not all told, or told out of order."""
    for brief in library.briefs.values():
        address = library.address("brief", brief.id)
        yield from _check_mark(brief, address)
        yield from _check_updated(brief.front, address)
        yield from _check_order(brief.front, address)


def _check_mark(brief: Brief, address: Address) -> Iterator[Issue]:
    recorded, mark = recorded_mark(brief), mark_text(brief)
    last = len(brief.front.revisions) - 1
    if recorded == mark:
        return
    if recorded is not None:
        field = ("revisions", last, "text") if last >= 0 else ("published-text",)
        message = f"the text was changed: its mark is `{mark}`, on record is `{recorded}`"
        help = _advise(mark, has_revisions=last >= 0)
        yield Issue(RULES["unrecorded-change"], address.locate(*field), message, help)
    elif last >= 0:
        message = "the last revision does not say which text it led to"
        place, help = address.locate("revisions", last), f"add `text: {mark}` to it"
        yield Issue(RULES["unmarked-brief"], place, message, help)
    else:
        message = "the text has no mark, by which a later change would be noticed"
        help = f"once the text is final, add `published-text: {mark}`"
        yield Issue(RULES["unmarked-brief"], address.locate("published"), message, help)


def _advise(mark: str, *, has_revisions: bool) -> str:
    entry = f'{{date: ..., change: "...", text: {mark}}}'
    if has_revisions:
        return (
            f"add `- {entry}` at the end of `revisions`, and its day in `updated`; if the last "
            f"revision is not published yet, write `text: {mark}` there"
        )
    return (
        f"add `revisions: [{entry}]` and its day in `updated`; if the brief is not published yet, "
        f"write `published-text: {mark}`"
    )


def _check_updated(front: FrontMatter, address: Address) -> Iterator[Issue]:
    if front.updated is None or _is_recorded(front):
        return
    if is_certainly_before(front.updated, front.published):
        return  # a date that can't be right is an issue already
    message = f"no revision is of {front.updated}, and nothing says what changed then"
    help = f'add `{{date: {front.updated}, change: "..."}}` to `revisions`, or correct `updated`'
    yield Issue(RULES["updated-without-revision"], address.locate("updated"), message, help)


def _is_recorded(front: FrontMatter) -> bool:
    return any(revision.date == front.updated for revision in front.revisions)


def _check_order(front: FrontMatter, address: Address) -> Iterator[Issue]:
    earliest, event = front.published, "the brief was published"
    for index, revision in enumerate(front.revisions):
        is_told = index == 0 and revision.date == front.updated
        if is_certainly_before(revision.date, earliest) and not is_told:
            message = f"{revision.date} is earlier than the day on which {event} ({earliest})"
            place, help = address.locate("revisions", index, "date"), "put the oldest first"
            help = help if index else "correct the date, or `published`"
            yield Issue(RULES["revision-order"], place, message, help)
        earliest, event = revision.date, "it was changed before"
    if front.revisions and (front.updated is None or _is_recorded(front)):
        yield from _check_last(front, address)


def _check_last(front: FrontMatter, address: Address) -> Iterator[Issue]:
    last = front.revisions[-1].date
    if last != front.updated:
        message = f"the last revision is of {last}, "
        message += f"`updated` of {front.updated}" if front.updated else "and there is no `updated`"
        place = address.locate("updated" if front.updated else "revisions")
        yield Issue(RULES["revision-order"], place, message, f"write `updated: {last}`")
