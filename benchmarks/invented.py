"""The records of an invented archive as values: who says, what is measured, articles and briefs.

It decides what there is and how often; how a record is written is left to `library` and
`invented_brief`. All chance comes from the one generator that is handed in.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from benchmarks.shape import ARTICLES, EVENTS, OBSERVATIONS, Shape
from benchmarks.words import LANGUAGES, Language, draw_popular, speak

LAST_DAY = date(2025, 12, 31)
OUTLETS = ("newspaper", "newspaper", "agency", "magazine", "broadcaster")
ORIGINS = ("government", "think-tank", "data-project", "ngo", "international")
PLACES = (
    *(
        "UA",
        "DE",
        "PL",
        "FR",
        "GB",
        "IT",
        "ES",
        "NL",
        "SE",
        "FI",
        "NO",
        "DK",
        "CZ",
        "AT",
        "CH",
        "RO",
    ),
    *("BG", "GR", "PT", "IE", "HU", "SK", "LT", "LV", "EE", "IS", "MD", "GE", "JP", "CA"),
)
BASES = ("as published", "counted at the gate")
"""What is counted: nearly always the first."""
UNITS = ("tonnes", "people", "percent")
KINDS = ("flow", "flow", "stock", "rate")
QUALIFIERS = {"exact": 65, "approximately": 25, "over": 10}
"""How many figures in a hundred are limited so."""
_LETTERS = "abcdefghijklmnopqrst"
_RELAYED, _LINKED, _SAME_LANGUAGE, _ON_TOPIC, _YEARLY, _OTHER_BASIS = 0.35, 0.4, 0.5, 0.8, 0.1, 0.03


@dataclass(frozen=True, slots=True)
class Named:
    """A topic or a source; a source has a kind."""

    id: str
    name: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Metric:
    """What is measured."""

    id: str
    name: str
    unit: str
    kind: str
    topic: Named


@dataclass(frozen=True, slots=True)
class Cell:
    """What one value is of: two who measured the same have the same value."""

    metric: Metric
    period: str
    place: str
    basis: str = BASES[0]

    @property
    def value(self) -> float:
        """The value, the same whoever asks, so that no figure contradicts another."""
        chance = random.Random(f"{self.metric.id} {self.period} {self.place} {self.basis}")  # noqa: S311 - repeatable
        if self.metric.unit == "percent":
            return max(0.1, round(chance.betavariate(2, 5) * 100, 1))
        scale = random.Random(self.metric.id).uniform(2, 12)  # noqa: S311 - how large it is at all
        number = int(chance.lognormvariate(scale, 0.4)) + 11
        return round(number, 3 - len(str(number)))


@dataclass(frozen=True, slots=True)
class Figure:
    """One observation of an article, with the key of its quote."""

    id: str
    cell: Cell
    qualifier: str
    quote: str


def state_figure(figure: Figure, language: Language) -> str:
    """A figure in words of a language: limit, number, unit."""
    return language.state(figure.cell.value, figure.cell.metric.unit, figure.qualifier)


@dataclass(frozen=True, slots=True)
class Article:
    """One publication; `relays` are the sources of its chain, the nearest first."""

    id: str
    language: str
    outlet: Named
    issued: date
    topic: Named
    relays: tuple[Named, ...]
    of: Article | None
    """The earlier article that it relays, if there is a record of it."""
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """What happened when, and the articles that say so."""

    id: str
    day: date
    topic: Named
    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class Subject:
    """What a brief is about, in which language, and up to which day."""

    language: str
    topic: Named
    place: str
    cut_off: date


@dataclass(frozen=True, slots=True)
class Brief:
    """One brief with its own articles and events, and those of others that it cites."""

    id: str
    subject: Subject
    articles: tuple[Article, ...]
    cited: tuple[Article, ...]
    events: tuple[Event, ...]
    earlier: Brief | None
    """A brief that it links to."""

    @property
    def figures(self) -> list[tuple[Article, Figure]]:
        """Every figure of its own articles."""
        return [(article, figure) for article in self.articles for figure in article.figures]


@dataclass(slots=True)
class Archive:
    """Everything that records point to, and what was published so far."""

    shape: Shape
    chance: random.Random
    topics: Sequence[Named]
    outlets: Sequence[Named]
    origins: Sequence[Named]
    """Those who count or claim, at the end of a chain."""
    metrics: dict[str, list[Metric]] = field(default_factory=dict)
    """By topic, the most used first."""
    articles: list[Article] = field(default_factory=list)
    briefs: list[Brief] = field(default_factory=list)

    def list_sources(self) -> list[Named]:
        """The sources that an article names; the check warns of others."""
        used = {source.id for one in self.articles for source in (one.outlet, *one.relays)}
        return [source for source in (*self.outlets, *self.origins) if source.id in used]

    def list_metrics(self) -> list[Metric]:
        """The metrics that a figure is of."""
        used = {figure.cell.metric.id for one in self.articles for figure in one.figures}
        every = (metric for metrics in self.metrics.values() for metric in metrics)
        return [metric for metric in every if metric.id in used]


def begin_archive(shape: Shape, chance: random.Random) -> Archive:
    """An archive with its topics, sources and metrics, and nothing published yet."""
    topics = [Named(*_name(chance, n, 1)) for n in range(shape.topics)]
    names = [_name(chance, n, 2) for n in range(shape.sources)]
    outlets = round(shape.sources * 0.65)
    archive = Archive(
        shape,
        chance,
        topics,
        [Named(*name, chance.choice(OUTLETS)) for name in names[:outlets]],
        [Named(*name, chance.choice(ORIGINS)) for name in names[outlets:]],
    )
    for n in range(shape.metrics):
        topic = topics[n] if n < len(topics) else draw_popular(chance, topics)
        unit, kind = chance.choice(UNITS), chance.choice(KINDS)
        metric = Metric(*_name(chance, n, 3), unit, kind, topic)
        archive.metrics.setdefault(topic.id, []).append(metric)
    return archive


def _name(chance: random.Random, number: int, words: int) -> tuple[str, str]:
    """An id, which the number keeps apart from others, and a name."""
    name = speak("en").entitle(chance, words)
    return f"{'-'.join(name.lower().split()[:2])}-{number}", name


def publish(archive: Archive, number: int) -> Brief:
    """The next brief of an archive, with all that belongs to it."""
    chance = archive.chance
    subject = _draw_subject(archive, number)
    articles: list[Article] = []
    for part, count in enumerate(_share_out(chance)):
        of = chance.choice(articles) if articles and chance.random() < _RELAYED else None
        articles.append(_write_up(archive, subject, f"{number}{'abcde'[part]}", count, of))
    brief = Brief(
        f"brief-{number}",
        subject,
        tuple(articles),
        tuple(_draw_cited(archive)),
        tuple(_draw_events(chance, number, subject, articles)),
        chance.choice(archive.briefs) if archive.briefs and chance.random() < _LINKED else None,
    )
    archive.articles += articles
    archive.briefs.append(brief)
    return brief


def _draw_subject(archive: Archive, number: int) -> Subject:
    """What a brief is about; the longer an archive is kept, the denser its briefs follow."""
    chance = archive.chance
    days = archive.shape.years * 365 * (1 - ((number + 1) / archive.shape.briefs) ** 0.6)
    return Subject(
        draw_language(chance),
        draw_popular(chance, archive.topics),
        draw_popular(chance, PLACES),
        LAST_DAY - timedelta(days=round(days)),
    )


def draw_language(chance: random.Random) -> str:
    """The language of an article or a brief."""
    return chance.choices(tuple(LANGUAGES), weights=tuple(LANGUAGES.values()))[0]


def _share_out(chance: random.Random) -> list[int]:
    """How many of a brief's figures each of its articles has: some none, some many."""
    weights = [chance.lognormvariate(0, 0.7) for _ in range(ARTICLES)]
    owners = chance.choices(range(ARTICLES), weights=weights, k=OBSERVATIONS)
    return [owners.count(article) for article in range(ARTICLES)]


def _write_up(
    archive: Archive, subject: Subject, number: str, figures: int, of: Article | None
) -> Article:
    """An article of the weeks before a brief. What it relays is older, and says the same."""
    chance = archive.chance
    issued = subject.cut_off - timedelta(days=round(chance.triangular(0, 60, 5)))
    outlet = draw_popular(chance, archive.outlets)
    if of is not None and (of.outlet == outlet or of.issued > issued):
        of = None
    id_ = f"{outlet.id}-{issued}-{number}"
    own = {
        f"{letter}{number}": _draw_cell(archive, subject, issued) for letter in _LETTERS[:figures]
    }
    if of is not None:
        known = [figure.cell for figure in of.figures]
        own |= dict(zip(own, chance.sample(known, min(len(known), len(own), 2)), strict=False))
    return Article(
        id_,
        subject.language if chance.random() < _SAME_LANGUAGE else draw_language(chance),
        outlet,
        issued,
        subject.topic,
        _draw_chain(archive, of),
        of,
        tuple(
            Figure(f"{cell.metric.id}-{name}", cell, _draw_qualifier(chance), name[0])
            for name, cell in own.items()
        ),
    )


def _draw_chain(archive: Archive, of: Article | None) -> tuple[Named, ...]:
    """From the nearest to the origin, one to three sources; an article relayed has its own."""
    if of is not None:
        return (of.outlet,)
    chance = archive.chance
    middle = [draw_popular(chance, archive.origins) for _ in range(chance.choice((0, 0, 1, 1, 2)))]
    return tuple(dict.fromkeys([*middle, draw_popular(chance, archive.origins)]))


def _draw_cell(archive: Archive, subject: Subject, issued: date) -> Cell:
    """What a figure is of: mostly a metric of the topic, and the month before the article."""
    chance = archive.chance
    topic = subject.topic if chance.random() < _ON_TOPIC else draw_popular(chance, archive.topics)
    metric = draw_popular(chance, archive.metrics[topic.id])
    place = subject.place if chance.random() < _ON_TOPIC else draw_popular(chance, PLACES)
    before = issued.replace(day=1) - timedelta(days=31 * chance.choice((0, 0, 0, 1, 2, 12)) + 1)
    period = f"{before:%Y-%m}"
    if metric.kind == "stock":
        period = f"{issued - timedelta(days=chance.randint(1, 20))}"
    elif chance.random() < _YEARLY:
        period = f"{issued.year - 1}"
    return Cell(metric, period, place, BASES[chance.random() < _OTHER_BASIS])


def _draw_qualifier(chance: random.Random) -> str:
    return chance.choices(tuple(QUALIFIERS), weights=tuple(QUALIFIERS.values()))[0]


def _draw_cited(archive: Archive) -> Iterator[Article]:
    """Earlier articles that a brief cites too: the oldest are in everybody's mouth."""
    chance, known = archive.chance, archive.articles
    if known:
        places = {int(len(known) * chance.random() ** 3) for _ in range(chance.randrange(4))}
        yield from (known[place] for place in sorted(places))


def _draw_events(
    chance: random.Random, number: int, subject: Subject, articles: Sequence[Article]
) -> Iterator[Event]:
    for n in range(EVENTS):
        cited = chance.sample(articles, chance.choice((1, 1, 2)))
        newest = min(article.issued for article in cited)
        day = newest - timedelta(days=round(chance.expovariate(1 / 10)))
        yield Event(f"ev-{day}-{number}-{n}", day, subject.topic, tuple(cited))
