"""The library: every record by kind and id, who points to whom, and where each stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from types import MappingProxyType
from typing import Any, TypeVar

from generator.address import Address
from generator.library.capture import Capture
from generator.library.references import find_brief_references, find_references
from generator.library.tables import MAKERS, OF_BRIEFS, table, table_of_briefs
from generator.records.article import Article, Quote
from generator.records.base import Record
from generator.records.brief import Brief
from generator.records.correction import Correction
from generator.records.event import Event
from generator.records.link import Link
from generator.records.measure import Metric, PlaceName, Topic, Unit
from generator.records.observation import Observation, SeriesRow
from generator.records.source import Source

T = TypeVar("T")
RecordKey = tuple[str, str]
"""A record's kind and id."""


@dataclass(frozen=True, eq=False)
class Library:
    """All records, immutable. Mappings are in the order of their ids.

    Each reading makes a library of its own, so that what was found out of one can be kept for it.
    """

    sources: Mapping[str, Source] = field(default_factory=dict)
    units: Mapping[str, Unit] = field(default_factory=dict)
    places: Mapping[str, PlaceName] = field(default_factory=dict)
    topics: Mapping[str, Topic] = field(default_factory=dict)
    metrics: Mapping[str, Metric] = field(default_factory=dict)
    articles: Mapping[str, Article] = field(default_factory=dict)
    observations: Mapping[str, Observation] = field(default_factory=dict)
    """Those of articles and of series alike."""
    events: Mapping[str, Event] = field(default_factory=dict)
    briefs: Mapping[str, Brief] = field(default_factory=dict)
    corrections: Mapping[str, Correction] = field(default_factory=dict)
    links: Mapping[str, Link] = field(default_factory=dict)
    """By the address: those that did not answer as they should."""
    article_of: Mapping[str, str] = field(default_factory=dict)
    """The id of the article that each observation was read from."""
    captures: Mapping[str, Capture] = field(default_factory=dict)
    """The full text of articles by their ids, where it is at hand; a stray one is among them."""
    addresses: Mapping[RecordKey, Address] = field(default_factory=dict)
    broken: frozenset[RecordKey] = frozenset()
    """Records that stand in `data/` but could not be read; their own faults are issues already."""
    incomplete: frozenset[str] = frozenset()
    """Kinds of which a file could not be read, so that nobody can tell whether an id exists."""
    prints: Mapping[str, str] = field(default_factory=dict)
    """The SHA-256 of the text of each file of records, by its path."""

    @cached_property
    def by_kind(self) -> Mapping[str, Mapping[str, Record | Brief]]:
        """Every record under the singular name of its kind."""
        return MappingProxyType(
            {
                "source": self.sources,
                "unit": self.units,
                "place": self.places,
                "topic": self.topics,
                "metric": self.metrics,
                "article": self.articles,
                "observation": self.observations,
                "event": self.events,
                "brief": self.briefs,
                "correction": self.corrections,
                "link": self.links,
            }
        )

    @cached_property
    def core(self) -> Library:
        """The same records without briefs: what is found out of them, no brief changes."""
        return replace(self, briefs={}) if self.briefs else self

    def with_briefs(self, briefs: Mapping[str, Brief]) -> Library:
        """The same records with other briefs; all that was found out without briefs still holds."""
        other = replace(self, briefs=briefs)
        other.__dict__["core"] = self.core
        return other

    def with_newer_briefs(self, other: Library) -> Library:
        """The same with the briefs of another library, which are new or stand for older ones."""
        newer = replace(
            self,
            briefs=dict(sorted({**self.briefs, **other.briefs}.items())),
            addresses={**self.addresses, **other.addresses},
            prints={**self.prints, **other.prints},
        )
        newer.__dict__["core"] = self.core
        return newer

    def __getstate__(self) -> dict[str, Any]:
        """What goes to another process: the records, and nothing that was found out of them."""
        return {one.name: self.__dict__[one.name] for one in fields(Library)}

    def is_missing(self, kind: str, id: str) -> bool:
        """Whether there is certainly no such record: neither read, nor broken, nor unreadable."""
        is_known = id in self.by_kind[kind] or (kind, id) in self.broken
        return not is_known and kind not in self.incomplete

    def address(self, kind: str, id: str) -> Address:
        """Where the record stands."""
        return self.addresses[kind, id]

    def path_of(self, kind: str, id: str) -> str:
        """The file in which the record stands; empty if there is no such record."""
        address = self.addresses.get((kind, id))
        return address.path if address is not None else ""

    def find_table(self, name: str) -> Mapping[Any, Any]:
        """The table of that name, made when it is first asked for."""
        if name not in OF_BRIEFS and self.core is not self:
            return self.core.find_table(name)
        if name not in self._tables:
            self._tables[name] = MAKERS[name](self)
        return self._tables[name]

    def put_table(self, name: str, found: Mapping[Any, Any]) -> None:
        """Gives a table that was made before, of the very same records."""
        self._tables[name] = found

    @cached_property
    def _tables(self) -> dict[str, Mapping[Any, Any]]:
        return {}

    def remember(self, name: str, make: Callable[[Library], T]) -> T:
        """What `make` gives for the records, without briefs; it is asked once for each name."""
        if self.core is not self:
            return self.core.remember(name, make)
        if name not in self._remembered:
            self._remembered[name] = make(self)
        found: T = self._remembered[name]
        return found

    def forget(self) -> None:
        """Drops what is remembered: it would fill the memory of all who get a copy."""
        self._remembered.clear()

    @cached_property
    def _remembered(self) -> dict[str, Any]:
        return {}

    @property
    def referrers(self) -> Mapping[str, tuple[RecordKey, ...]]:
        """For each record that is pointed to, as `kind/id`: the records that do, in id order."""
        return find_referrers(self)

    def referring(self, kind: str, id: str, by: str) -> tuple[str, ...]:
        """The ids of the records of kind `by` that point to this one."""
        found = self.referrers if by == "brief" else find_referring_records(self)
        return tuple(who for of, who in found.get(f"{kind}/{id}", ()) if of == by)

    @property
    def observations_of_article(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the observations read from each article."""
        return find_observations_of_article(self)

    def quote_of(self, observation: Observation) -> Quote | None:
        """The words an observation was read from: its quote, else the row of its data file."""
        article = self.articles.get(self.article_of.get(observation.id, ""))
        if article and observation.quote:
            return article.quotes.get(observation.quote)
        if isinstance(observation, SeriesRow) and observation.row:
            return Quote.model_validate(observation.row)
        return None

    def is_measured(self, observation: Observation) -> bool:
        """Whether the records of an observation's metric and unit could be read."""
        metric = self.metrics.get(observation.metric)
        return metric is not None and (observation.unit or metric.unit) in self.units

    def unit_of(self, observation: Observation) -> Unit:
        """The observation's own unit, else its metric's."""
        return self.units[observation.unit or self.metrics[observation.metric].unit]


@table_of_briefs
def find_referrers(library: Library) -> Mapping[str, tuple[RecordKey, ...]]:
    """For each record that is pointed to, as `kind/id`: the records that do, each once.

    An observation points to its article too; one inside an article's file is not counted as
    that article's pointing to itself.
    """
    found, by_briefs = (
        dict(find_referring_records(library)),
        _find_targets({"brief": library.briefs}),
    )
    for key, who in by_briefs.items():
        found[key] = tuple(sorted([*found.get(key, ()), *who]))
    return MappingProxyType(found)


@table
def find_referring_records(library: Library) -> Mapping[str, tuple[RecordKey, ...]]:
    """The same without the briefs among those that point."""
    found = _find_targets(library.by_kind)
    for observation, article in library.article_of.items():
        found.setdefault(f"article/{article}", {}).setdefault(("observation", observation))
    return MappingProxyType({key: tuple(sorted(who)) for key, who in found.items()})


def _find_targets(
    by_kind: Mapping[str, Mapping[str, Record | Brief]],
) -> dict[str, dict[RecordKey, None]]:
    found: dict[str, dict[RecordKey, None]] = {}
    for kind, records in by_kind.items():
        for id, record in records.items():
            for of, target in _targets(record):
                found.setdefault(f"{of}/{target}", {}).setdefault((kind, id))
    return found


@table
def find_observations_of_article(library: Library) -> Mapping[str, tuple[str, ...]]:
    """The ids of the observations read from each article."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for observation, article in library.article_of.items():
        found[article].append(observation)
    return MappingProxyType({article: tuple(ids) for article, ids in found.items()})


def _targets(record: Record | Brief) -> list[RecordKey]:
    if isinstance(record, Brief):
        return list(find_brief_references(record))
    return [(reference.kind, reference.id) for reference in find_references(record)]
