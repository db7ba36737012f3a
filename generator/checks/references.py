"""Every id that a record, citation, link or block names is that of a record that is there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from generator.address import Address, Keys
from generator.catalogue import RULES
from generator.issues import Issue, Location, show_value
from generator.library.library import Library, RecordKey
from generator.library.near import suggest
from generator.library.references import find_references
from generator.records.base import Record
from generator.records.brief import Brief
from generator.records.expression_parser import find_expression_ids
from generator.records.observation import SeriesRow
from generator.records.prose import Mark

MAX_COMPARED_IDS = 100
"""How many unknown ids are compared with all known ones: near misses cost time, each a little."""

_HOMES = {
    "source": "data/sources.yml",
    "unit": "data/units.yml",
    "topic": "data/topics.yml",
    "metric": "data/metrics.yml",
    "article": "data/articles",
    "observation": "data/articles",
    "event": "data/events",
    "brief": "data/briefs",
    "correction": "data/corrections.yml",
    "link": "data/links.csv",
}
"""Where the records of each kind stand."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an id is named; the place is found when it is needed."""

    kind: str
    id: str
    where: Location | tuple[Address, Keys]

    def locate(self) -> Location:
        """The place of the id."""
        if isinstance(self.where, Location):
            return self.where
        address, keys = self.where
        return address.locate(*keys)


@dataclass(slots=True)
class _NearMisses:
    """What to do about each unknown id, worked out once however often it is named."""

    library: Library
    known: dict[RecordKey, str] = field(default_factory=dict)

    def advise(self, kind: str, id: str) -> str:
        otherwise = f"correct the id, or add the {kind} in `{_HOMES[kind]}`"
        if (kind, id) not in self.known:
            ids = self.library.by_kind[kind] if len(self.known) < MAX_COMPARED_IDS else ()
            self.known[kind, id] = suggest(id, ids, otherwise)
        return self.known[kind, id]


def check_references(library: Library) -> Iterator[Issue]:
    """An issue for each mention of a record that is not there."""
    named = (key.partition("/") for key in library.referrers)
    if any(library.is_missing(kind, id) for kind, _, id in named):
        yield from _check(find_mentions(library), library)


def check_references_of_brief(brief: str, library: Library) -> Iterator[Issue]:
    """The same for what one brief mentions."""
    address = library.address("brief", brief)
    yield from _check(_mentions_in_brief(library.briefs[brief], address), library)


def _check(mentions: Iterable[Mention], library: Library) -> Iterator[Issue]:
    near = _NearMisses(library)
    missed: Counter[str] = Counter()
    for mention in mentions:
        if not library.is_missing(mention.kind, mention.id):
            continue
        if not library.by_kind[mention.kind]:
            missed[mention.kind] += 1
            continue
        named = f"there is no {mention.kind} {show_value(mention.id)}"
        yield Issue(
            RULES[f"unknown-{mention.kind}"],
            mention.locate(),
            named if mention.id else f"the link names no {mention.kind}",
            near.advise(mention.kind, mention.id),
        )
    yield from (_report_lost(kind, count) for kind, count in missed.items())


def _report_lost(kind: str, count: int) -> Issue:
    """One issue for a whole kind that is gone, in place of one for each mention."""
    named = "one place names one" if count == 1 else f"{count:,} places name one"
    return Issue(
        RULES["no-records"],
        Location(_HOMES[kind]),
        f"there is no {kind} at all, and {named}",
        f"put back what was lost, or write the first {kind} here",
    )


def find_mentions(library: Library) -> Iterator[Mention]:
    """Every id that names a record, in all records and briefs."""
    for kind in library.by_kind:
        yield from find_mentions_in(kind, library)


def find_mentions_in(kind: str, library: Library) -> Iterator[Mention]:
    """Every id that names a record, in the records of one kind."""
    for id, record in library.by_kind[kind].items():
        address = library.address(kind, id)
        if isinstance(record, Brief):
            yield from _mentions_in_brief(record, address)
        elif kind != "observation" or isinstance(record, SeriesRow):
            # An article's observations are fields of the article.
            yield from _mentions_in_record(record, address)


def _mentions_in_record(record: Record, address: Address) -> Iterator[Mention]:
    for reference in find_references(record):
        yield Mention(reference.kind, reference.id, (address, reference.keys))


def _mentions_in_brief(brief: Brief, address: Address) -> Iterator[Mention]:
    yield from _mentions_in_record(brief.front, address)
    for kind, id, mark in _marked_in_texts(brief):
        yield Mention(kind, id, Location(address.path, mark.line, mark.column))
    for placed in brief.body.blocks:
        yield from _mentions_in_record(placed.block, placed.address)


def _marked_in_texts(brief: Brief) -> Iterator[tuple[str, str, Mark]]:
    """(kind, id, place) of what the brief's texts cite, link to and calculate with."""
    for citation in brief.citations:
        yield "article", citation.article, citation.mark
    for link in brief.links:
        yield link.kind, link.id, link.mark
    for worked_out in brief.arithmetic:
        for id in find_expression_ids(worked_out.expression):
            yield "observation", id, worked_out.mark
