"""What several pages ask of the library, worked out once: origins, uses, what belongs together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from generator.evidence.chains import Origin, count_origins, find_origin
from generator.evidence.charted import Voice, find_voice
from generator.evidence.conflicts import find_conflicts
from generator.evidence.findings import judge_figures
from generator.evidence.verdict import Finding
from generator.library.library import Library
from generator.library.selection import order_events
from generator.pages.drawn import Draw, draw_nothing
from generator.pages.markup import Markup
from generator.records.article import Article
from generator.records.brief import Brief
from generator.records.edtf import EdtfDate
from generator.records.event import Event
from generator.records.observation import Observation

Item = TypeVar("Item")
Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True)
class CrossReferences:
    """A library and, on demand, the tables that its pages share."""

    library: Library
    as_of: EdtfDate | None = None
    """The day for which the pages are written."""
    draw: Draw = draw_nothing
    """Makes the inside of an SVG from the specification of a chart."""

    @cached_property
    def origins(self) -> Mapping[str, Origin | None]:
        """The origin of each observation."""
        library = self.library
        return {id: find_origin(found, library) for id, found in library.observations.items()}

    def voice_of(self, observation: Observation) -> Voice:
        """Who counted what an observation says; the same for all of one article and origin."""
        key = self.library.article_of[observation.id], observation.origin
        if key not in self._voices:
            self._voices[key] = find_voice(observation, self.library)
        return self._voices[key]

    @cached_property
    def _voices(self) -> dict[tuple[str, str | None], Voice]:
        return {}

    @cached_property
    def findings(self) -> Mapping[str, Finding]:
        """What was found when each observation was held against its words."""
        return judge_figures(self.library)

    @cached_property
    def conflicts(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the observations that contradict each one, of those that are contradicted."""
        return find_conflicts(self.library)

    @cached_property
    def by_metric(self) -> Mapping[str, list[Observation]]:
        """The observations of each metric, in the order of their periods."""
        return _group(self._ordered_observations, lambda found: [found.metric])

    def stood_by(self, metric: str) -> list[Observation]:
        """The observations of a metric that count: those that are not withdrawn."""
        return [one for one in self.by_metric.get(metric, []) if one.withdrawn is None]

    @cached_property
    def by_origin(self) -> Mapping[str, list[Observation]]:
        """The observations that each named source measured or claimed first."""
        return _group(self._ordered_observations, lambda found: _named(self.origins[found.id]))

    @cached_property
    def articles_of(self) -> Mapping[str, list[Article]]:
        """The articles of each outlet, newest first."""
        return _group(self.articles, lambda article: [article.outlet])

    @cached_property
    def relayed_source(self) -> Mapping[str, list[Article]]:
        """The articles of others that relay each source, newest first."""
        return _group(
            self.articles,
            lambda article: [
                report.source
                for report in article.reports
                if report.source and report.source != article.outlet
            ],
        )

    @cached_property
    def relayed_article(self) -> Mapping[str, list[Article]]:
        """The articles that relay each article, newest first."""
        return _group(
            self.articles,
            lambda article: [report.article for report in article.reports if report.article],
        )

    @cached_property
    def articles(self) -> tuple[Article, ...]:
        """All articles, newest first, those without a date last."""

        def newest_first(article: Article) -> tuple[str, str]:
            return article.issued.earliest if article.issued else "", article.id

        return tuple(sorted(self.library.articles.values(), key=newest_first, reverse=True))

    @cached_property
    def briefs(self) -> tuple[Brief, ...]:
        """All briefs, the last published first."""

        def newest_first(brief: Brief) -> tuple[str, str]:
            return brief.front.published.earliest, brief.id

        return tuple(sorted(self.library.briefs.values(), key=newest_first, reverse=True))

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """All events in the order in which they happened."""
        return order_events(self.library.events.values())

    @cached_property
    def briefs_of_article(self) -> Mapping[str, list[Brief]]:
        """The briefs that cite each article or use a figure from it, newest first."""
        return _group(self.briefs, self._articles_used)

    @cached_property
    def briefs_of_metric(self) -> Mapping[str, list[Brief]]:
        """The briefs that use a figure of each metric or link to it, newest first."""
        return _group(self.briefs, self._metrics_used)

    def count_origins(self, observations: Iterable[Observation]) -> int:
        """How many distinct origins some observations have."""
        return count_origins(self.origins[observation.id] for observation in observations)

    def count_articles(self, observations: Iterable[Observation]) -> int:
        """How many articles some observations were read from."""
        articles = self.library.article_of
        return len({articles[found.id] for found in observations if found.id in articles})

    @cached_property
    def written_evidence(self) -> dict[tuple[str, str], Markup]:
        """What was written of each figure's evidence, by language; it holds for the next brief."""
        return {}

    def find_same(self, observation: Observation) -> list[Observation]:
        """The observations that say exactly what this one says; it is among them.

        Another that is withdrawn says nothing any more.
        """
        same = self._by_claim[self._claim_of(observation)]
        return [one for one in same if one.withdrawn is None or one.id == observation.id]

    def find_others(self, observation: Observation) -> list[Observation]:
        """What else is on record for the same thing at the same time: one observation a claim."""
        claims = {self._claim_of(observation)}
        others = []
        for one in self._by_subject[_subject_of(observation)]:
            if one.withdrawn is None and self._claim_of(one) not in claims:
                claims.add(self._claim_of(one))
                others.append(one)
        return others

    @cached_property
    def _by_subject(self) -> Mapping[tuple[object, ...], list[Observation]]:
        return _group(self._ordered_observations, lambda found: [_subject_of(found)])

    @cached_property
    def _by_claim(self) -> Mapping[tuple[object, ...], list[Observation]]:
        return _group(self._ordered_observations, lambda found: [self._claim_of(found)])

    def _claim_of(self, one: Observation) -> tuple[object, ...]:
        """All that an observation says, whoever says it."""
        where = (one.metric, one.period.text, one.place, one.basis, self.library.unit_of(one).id)
        return (*where, one.value, one.low, one.high, one.qualifier)

    @cached_property
    def _ordered_observations(self) -> list[Observation]:
        return sorted(
            self.library.observations.values(), key=lambda found: (found.period.sort_key, found.id)
        )

    @cached_property
    def _used(self) -> Mapping[str, dict[str, set[str]]]:
        """The ids that each brief refers to, by kind."""
        used: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for (kind, id), referrers in self.library.referrers.items():
            for by, brief in referrers:
                if by == "brief":
                    used[brief][kind].add(id)
        return used

    def _articles_used(self, brief: Brief) -> Iterable[str]:
        used = self._used[brief.id]
        return used["article"] | {self.library.article_of[id] for id in used["observation"]}

    def _metrics_used(self, brief: Brief) -> Iterable[str]:
        used = self._used[brief.id]
        return used["metric"] | {self.library.observations[id].metric for id in used["observation"]}


def _subject_of(one: Observation) -> tuple[object, ...]:
    """What is measured, where and when; a period and “about” the same are one."""
    return one.metric, one.place, one.period.earliest, one.period.latest


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
