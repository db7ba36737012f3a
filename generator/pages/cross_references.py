"""What several pages ask of the library, worked out once: origins, uses, what belongs together.

Each is a table of the library, so that a page rests on the entries that it looked up and on no
others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from generator.evidence.chains import Origin, count_origins, find_origins
from generator.evidence.charted import Voice, find_voices
from generator.evidence.conflicts import find_conflicts
from generator.evidence.findings import judge_figures
from generator.evidence.verdict import Finding
from generator.library.library import Library
from generator.library.selection import find_observations_of_metric, order_events
from generator.library.tables import table, table_of_briefs
from generator.pages.as_of import AsOf
from generator.records.article import Article
from generator.records.brief import Brief
from generator.records.event import Event
from generator.records.measure import Metric
from generator.records.observation import Observation

Item = TypeVar("Item")
Key = TypeVar("Key", bound=Hashable)
ALL = "all"
"""The one key of a table that holds an order of everything."""
_SEPARATOR = "\x1f"
"""What no text of a record holds."""


@dataclass(frozen=True)
class CrossReferences:
    """A library and, on demand, the tables that its pages share."""

    library: Library
    as_of: AsOf | None = None
    """The day for which the pages are written."""

    @property
    def origins(self) -> Mapping[str, Origin | None]:
        """The origin of each observation."""
        return find_origins(self.library)

    def voice_of(self, observation: Observation) -> Voice:
        """Who counted what an observation says."""
        return find_voices(self.library)[observation.id]

    @property
    def findings(self) -> Mapping[str, Finding]:
        """What was found when each observation was held against its words."""
        return judge_figures(self.library)

    @property
    def conflicts(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the observations that contradict each one, of those that are contradicted."""
        return find_conflicts(self.library)

    @property
    def by_metric(self) -> Mapping[str, list[Observation]]:
        """The observations of each metric, in the order of their periods."""
        return find_observations_of_metric(self.library)

    def stood_by(self, metric: str) -> list[Observation]:
        """The observations of a metric that count: those that are not withdrawn."""
        return [one for one in self.by_metric.get(metric, []) if one.withdrawn is None]

    @property
    def by_origin(self) -> Mapping[str, list[Observation]]:
        """The observations that each named source measured or claimed first."""
        return _find_observations_of_origin(self.library)

    @property
    def articles_of(self) -> Mapping[str, list[Article]]:
        """The articles of each outlet, newest first."""
        return _find_articles_of_outlet(self.library)

    @property
    def relayed_source(self) -> Mapping[str, list[Article]]:
        """The articles of others that relay each source, newest first."""
        return _find_articles_on_source(self.library)

    @property
    def relayed_article(self) -> Mapping[str, list[Article]]:
        """The articles that relay each article, newest first."""
        return _find_articles_on_article(self.library)

    @property
    def articles(self) -> tuple[Article, ...]:
        """All articles, newest first, those without a date last."""
        return _order_articles(self.library)[ALL]

    @property
    def briefs(self) -> tuple[Brief, ...]:
        """All briefs, the last published first."""
        return _order_briefs(self.library)[ALL]

    @property
    def events(self) -> tuple[Event, ...]:
        """All events in the order in which they happened."""
        return _order_events(self.library)[ALL]

    @property
    def brief_ids_of_topic(self) -> Mapping[str, list[str]]:
        """The ids of the briefs on each topic, the last published first."""
        return _find_briefs_of_topic(self.library)

    @property
    def articles_of_topic(self) -> Mapping[str, list[Article]]:
        """The articles on each topic, newest first."""
        return _find_articles_of_topic(self.library)

    @property
    def metrics_of_topic(self) -> Mapping[str, list[Metric]]:
        """The metrics of each topic, in the order of their ids."""
        return _find_metrics_of_topic(self.library)

    @property
    def briefs_of_article(self) -> Mapping[str, list[Brief]]:
        """The briefs that cite each article or use a figure from it, newest first."""
        return _find_briefs_of_article(self.library)

    @property
    def briefs_of_metric(self) -> Mapping[str, list[Brief]]:
        """The briefs that use a figure of each metric or link to it, newest first."""
        return _find_briefs_of_metric(self.library)

    def count_origins(self, observations: Iterable[Observation]) -> int:
        """How many distinct origins some observations have."""
        return count_origins(self.origins[observation.id] for observation in observations)

    def count_articles(self, observations: Iterable[Observation]) -> int:
        """How many articles some observations were read from."""
        articles = self.library.article_of
        return len({articles[found.id] for found in observations if found.id in articles})

    def find_same(self, observation: Observation) -> list[Observation]:
        """The observations that say exactly what this one says; it is among them.

        Another that is withdrawn says nothing any more.
        """
        same = _find_observations_of_claim(self.library)[_claim_of(observation, self.library)]
        return [one for one in same if one.withdrawn is None or one.id == observation.id]

    def find_others(self, observation: Observation) -> list[Observation]:
        """What else is on record for the same thing at the same time: one observation a claim."""
        claim = _claim_of(observation, self.library)
        claims = _find_claims_of_subject(self.library)[_subject_of(observation)]
        return [one for other, one in claims.items() if other != claim]


@table
def _find_observations_of_origin(library: Library) -> Mapping[str, list[Observation]]:
    origins = find_origins(library)
    return _group(_order_observations(library), lambda found: _named(origins[found.id]))


@table
def _order_articles(library: Library) -> Mapping[str, tuple[Article, ...]]:
    def newest_first(article: Article) -> tuple[str, str]:
        return article.issued.earliest if article.issued else "", article.id

    return {ALL: tuple(sorted(library.articles.values(), key=newest_first, reverse=True))}


@table_of_briefs
def _order_briefs(library: Library) -> Mapping[str, tuple[Brief, ...]]:
    def newest_first(brief: Brief) -> tuple[str, str]:
        return brief.front.published.earliest, brief.id

    return {ALL: tuple(sorted(library.briefs.values(), key=newest_first, reverse=True))}


@table
def _order_events(library: Library) -> Mapping[str, tuple[Event, ...]]:
    return {ALL: order_events(library.events.values())}


@table
def _find_articles_of_outlet(library: Library) -> Mapping[str, list[Article]]:
    return _group(_order_articles(library)[ALL], lambda article: [article.outlet])


@table
def _find_articles_on_source(library: Library) -> Mapping[str, list[Article]]:
    return _group(
        _order_articles(library)[ALL],
        lambda article: [
            report.source
            for report in article.reports
            if report.source and report.source != article.outlet
        ],
    )


@table
def _find_articles_on_article(library: Library) -> Mapping[str, list[Article]]:
    return _group(
        _order_articles(library)[ALL],
        lambda article: [report.article for report in article.reports if report.article],
    )


@table
def _find_articles_of_topic(library: Library) -> Mapping[str, list[Article]]:
    return _group(_order_articles(library)[ALL], lambda article: article.topics)


@table
def _find_metrics_of_topic(library: Library) -> Mapping[str, list[Metric]]:
    return _group(library.metrics.values(), lambda metric: metric.topics)


@table_of_briefs
def _find_briefs_of_topic(library: Library) -> Mapping[str, list[str]]:
    groups = _group(_order_briefs(library)[ALL], lambda brief: brief.front.topics)
    return {topic: [brief.id for brief in briefs] for topic, briefs in groups.items()}


@table_of_briefs
def _find_briefs_of_article(library: Library) -> Mapping[str, list[Brief]]:
    used = _find_used(library)

    def list_articles(brief: Brief) -> set[str]:
        ids = used[brief.id]
        return ids["article"] | {library.article_of[id] for id in ids["observation"]}

    return _group(_order_briefs(library)[ALL], list_articles)


@table_of_briefs
def _find_briefs_of_metric(library: Library) -> Mapping[str, list[Brief]]:
    used = _find_used(library)

    def list_metrics(brief: Brief) -> set[str]:
        ids = used[brief.id]
        return ids["metric"] | {library.observations[id].metric for id in ids["observation"]}

    return _group(_order_briefs(library)[ALL], list_metrics)


@table_of_briefs
def _find_used(library: Library) -> Mapping[str, Mapping[str, set[str]]]:
    """The ids that each brief refers to, by kind."""
    used: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for key, referrers in library.referrers.items():
        kind, _, id = key.partition("/")
        for by, brief in referrers:
            if by == "brief":
                used[brief][kind].add(id)
    return used


@table
def _find_claims_of_subject(library: Library) -> Mapping[str, Mapping[str, Observation]]:
    """What is said of each subject, and the first observation that says so and stands."""
    found: defaultdict[str, dict[str, Observation]] = defaultdict(dict)
    for one in _order_observations(library):
        claims = found[_subject_of(one)]
        if one.withdrawn is None:
            claims.setdefault(_claim_of(one, library), one)
    return dict(found)


@table
def _find_observations_of_claim(library: Library) -> Mapping[str, list[Observation]]:
    return _group(_order_observations(library), lambda found: [_claim_of(found, library)])


def _claim_of(one: Observation, library: Library) -> str:
    """All that an observation says, whoever says it."""
    where = (one.metric, one.period.text, one.place, one.basis, library.unit_of(one).id)
    value = (one.value, one.low, one.high, one.qualifier)
    return _SEPARATOR.join(map(str, (*where, *value)))


def _subject_of(one: Observation) -> str:
    """What is measured, where and when; a period and “about” the same are one."""
    return _SEPARATOR.join((one.metric, one.place, one.period.earliest, one.period.latest))


def _order_observations(library: Library) -> list[Observation]:
    return sorted(
        library.observations.values(), key=lambda found: (found.period.sort_key, found.id)
    )


def _named(origin: Origin | None) -> list[str]:
    return [origin.source] if origin is not None and origin.source is not None else []


def _group(
    items: Iterable[Item], keys: Callable[[Item], Iterable[Key]]
) -> Mapping[Key, list[Item]]:
    """The items under each of their keys, each once, in their order."""
    groups: defaultdict[Key, list[Item]] = defaultdict(list)
    for item in items:
        for key in dict.fromkeys(keys(item)):
            groups[key].append(item)
    return dict(groups)
