"""An invented library of any size, the same for the same size and seed.

Shaped like the real one: five articles, twenty observations and eight events for each brief, chains
of one to three links, names and lengths from distributions.
"""

from __future__ import annotations

import random
from pathlib import Path

SEED = 20_241_231
ARTICLES, OBSERVATIONS, EVENTS = 5, 4, 8
"""Articles a brief, observations an article, events a brief."""
METRICS, SOURCES, TOPICS = 30, 120, 8
FIRST_YEAR, YEARS = 2020, 5
WORDS = (
    "harbour",
    "tide",
    "ferry",
    "quay",
    "herring",
    "catch",
    "dredge",
    "pilot",
    "berth",
    "cargo",
    "buoy",
    "channel",
    "depth",
    "silt",
    "landing",
    "vessel",
    "crew",
    "season",
    "storm",
    "signal",
    "market",
    "price",
    "rope",
    "anchor",
    "sluice",
    "lantern",
)


def write_library(project: Path, briefs: int) -> None:
    """Writes `project/data` with this many briefs and all that they cite."""
    chance = random.Random(SEED)  # noqa: S311 - the same library each time is the point
    data = project / "data"
    _write(data / "units.yml", ["- {id: tonnes, name: tonnes, symbol: t}"])
    _write(data / "topics.yml", [_topic(number) for number in range(TOPICS)])
    _write(data / "sources.yml", [_source(number, chance) for number in range(SOURCES)])
    _write(data / "metrics.yml", [_metric(number, chance) for number in range(METRICS)])
    for number in range(briefs * ARTICLES):
        _write_article(data, number, chance)
    for year in range(YEARS):
        events = [_event(n, briefs, chance) for n in range(year, briefs * EVENTS, YEARS)]
        _write(data / "events" / f"{FIRST_YEAR + year}.yml", events)
    for number in range(briefs):
        _write_brief(data, number, chance)


def _write(file: Path, parts: list[str]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("\n".join(parts) + "\n", encoding="utf-8")


def _say(chance: random.Random, mean: int) -> str:
    """Some words, about as many as the mean."""
    return " ".join(chance.choices(WORDS, k=max(3, round(chance.gauss(mean, mean / 4)))))


def _topic(number: int) -> str:
    return f"- {{id: topic-{number}, name: Topic {number}, description: An invented subject.}}"


def _source(number: int, chance: random.Random) -> str:
    kind = chance.choice(["newspaper", "agency", "think-tank", "government"])
    return f"- {{id: source-{number}, name: Invented Source {number}, kind: {kind}}}"


def _metric(number: int, chance: random.Random) -> str:
    kind, topic = chance.choice(["stock", "flow", "rate"]), number % TOPICS
    return (
        f"- {{id: metric-{number}, name: Metric {number}, description: An invented measure., "
        f"unit: tonnes, kind: {kind}, topics: [topic-{topic}]}}"
    )


def _day(chance: random.Random) -> tuple[int, int, int]:
    return FIRST_YEAR + chance.randrange(YEARS), chance.randint(1, 12), chance.randint(1, 28)


def _value(metric: int, year: int, month: int) -> int:
    """One value for all who measure the same, so that no figure contradicts another."""
    return 10 + (metric * 7919 + year * 104_729 + month * 1299) % 89_990


def _write_article(data: Path, number: int, chance: random.Random) -> None:
    year, month, day = FIRST_YEAR + YEARS, chance.randint(1, 12), chance.randint(1, 28)
    outlet = chance.randrange(SOURCES)
    lines = [
        f"id: article-{number}",
        "type: article-newspaper",
        f'title: "{_say(chance, 9).capitalize()}"',
        f"outlet: source-{outlet}",
        f"issued: {year}-{month:02}-{day:02}",
        f"url: https://source.example/{number}",
        "language: en",
        f"topics: [topic-{chance.randrange(TOPICS)}]",
        "reports:",
        f"  - {{verb: cites, source: source-{(outlet + 1) % SOURCES}}}",
        "quotes:",
    ]
    measured = [(chance.randrange(METRICS), *_day(chance)[:2]) for _ in range(OBSERVATIONS)]
    lines += [f"  q{n}: {_say(chance, 5)} {_value(*one)} tonnes" for n, one in enumerate(measured)]
    lines.append("observations:")
    for n, (metric, in_year, in_month) in enumerate(measured):
        lines += [
            f"  - id: figure-{number}-{n}",
            f"    metric: metric-{metric}",
            f"    period: {in_year}-{in_month:02}",
            "    place: IS",
            f"    value: {_value(metric, in_year, in_month)}",
            f"    quote: q{n}",
        ]
    _write(data / "articles" / str(year) / f"article-{number}.yml", lines)


def _event(number: int, briefs: int, chance: random.Random) -> str:
    year, month, day = _day(chance)
    cited = chance.randrange(briefs * ARTICLES)
    return (
        f"- {{id: event-{number}, date: {year}-{month:02}-{day:02}, "
        f"description: {_say(chance, 15)}, topics: [topic-{number % TOPICS}], "
        f"articles: [article-{cited}]}}"
    )


def _write_brief(data: Path, number: int, chance: random.Random) -> None:
    year = FIRST_YEAR + YEARS + 1
    lines = [
        "---",
        f"id: brief-{number}",
        f"title: {_say(chance, 7)}",
        f"question: {_say(chance, 12)}?",
        f"bottom-line: {_say(chance, 40)} {_figure(number, 0, 0)}",
        f"cut-off: {year}-01-01",
        f"published: {year}-01-02",
        "authors: [Ann Example]",
        f"topics: [topic-{number % TOPICS}]",
        f"key-figures: [figure-{number * ARTICLES}-0, figure-{number * ARTICLES}-1]",
        "---",
    ]
    for part in range(6):
        lines += ["", f"## {_say(chance, 4).capitalize()}", ""]
        lines += [_claim(number, part + n, chance) for n in range(4)]
    lines += ["", "```timeline", f"topics: [topic-{number % TOPICS}]", "from: 2024-10", "```"]
    _write(data / "briefs" / str(year) / f"brief-{number}.md", lines)


def _claim(brief: int, number: int, chance: random.Random) -> str:
    figure = _figure(brief, chance.randrange(ARTICLES), number % OBSERVATIONS)
    return f"{_say(chance, 20)} {figure}."


def _figure(brief: int, article: int, figure: int) -> str:
    cited = brief * ARTICLES + article
    return f"[](obs:figure-{cited}-{figure}) [@article-{cited}, q{figure}]"
