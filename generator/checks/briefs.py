"""Briefs that cite, cite each claim's words once, and show timelines with something in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from generator.catalogue import RULES
from generator.checks.dates import is_reversed
from generator.issues import Issue, Location, show_value
from generator.library.library import Library
from generator.library.selection import selects_any
from generator.records.blocks import TimelineBlock
from generator.records.brief import Brief
from generator.records.prose import Citation, PlacedBlock, Prose

_BREAKS = frozenset(["softbreak", "hardbreak"])


def check_briefs(library: Library) -> Iterator[Issue]:
    """An issue for each brief without citations, each doubled one, each empty timeline."""
    for brief in library.briefs.values():
        address = library.address("brief", brief.id)
        if not brief.citations:
            help = "put `[@article-id]` behind each claim"
            yield Issue(RULES["no-citation"], address.locate(), "the brief cites no article", help)
        for text in brief.texts:
            yield from _check_doubled(text, address.path)
        yield from _check_timelines(brief, library)


def _check_doubled(text: Prose, path: str) -> Iterator[Issue]:
    for run in find_runs(text):
        seen: set[tuple[str, str | None]] = set()
        for citation in run:
            key = citation.article, citation.quote
            if key in seen:
                named = ", ".join(part for part in key if part)
                yield Issue(
                    RULES["doubled-citation"],
                    Location(path, citation.mark.line, citation.mark.column),
                    f"{show_value('@' + named)} is cited twice for the same claim",
                    "delete one of the two",
                )
            seen.add(key)


def find_runs(text: Prose) -> Iterator[Sequence[Citation]]:
    """The citations of a text, those that stand side by side together."""
    citations = iter(text.citations)
    for token in text.tokens:
        run: list[Citation] = []
        for child in token.children or []:
            if child.type == "citation":
                run += [next(citations) for _ in child.meta["cited"]]
            elif not _is_space(child):
                yield run
                run = []
        yield run


def _is_space(token: Token) -> bool:
    return token.type in _BREAKS or (token.type == "text" and not token.content.strip())


def _check_timelines(brief: Brief, library: Library) -> Iterator[Issue]:
    for placed in brief.body.blocks:
        if isinstance(placed.block, TimelineBlock) and _is_empty(placed.block, library):
            yield _make_empty_issue(placed)


def _is_empty(block: TimelineBlock, library: Library) -> bool:
    """Whether the block certainly selects nothing, and nothing else is said of it already."""
    is_judged = "event" not in library.incomplete and not block.events
    return is_judged and not is_reversed(block) and not selects_any(block, library)


def _make_empty_issue(placed: PlacedBlock) -> Issue:
    return Issue(
        RULES["empty-timeline"],
        placed.address.locate(),
        "no event is of these topics and within these dates",
        "widen the dates, or give the events these topics",
    )
