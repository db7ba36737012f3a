"""An invented library of any size, the same for the same size and seed.

Shaped like a real archive: five articles, twenty observations and eight events for each brief,
spread over years and four languages; a few sources, metrics and topics are in everybody's mouth and
most are rare; articles relay others, and some are cited by many briefs. Its records pass the check.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.alphabets import ALPHABETS
from benchmarks.invented import (
    Archive,
    Article,
    Event,
    Figure,
    begin_archive,
    publish,
    state_figure,
)
from benchmarks.invented_brief import write_brief
from benchmarks.shape import Shape
from benchmarks.words import speak
from generator.evidence.text_mark import mark_text
from generator.reading.briefs import read_brief

SEED = 20_241_231
SYMBOLS = {"tonnes": "t", "people": "people", "percent": '"%"'}


def write_library(project: Path, briefs: int) -> dict[str, int]:
    """Writes `project/data` with this many briefs and all that they cite; how many of each kind."""
    archive = begin_archive(Shape(briefs), random.Random(SEED))  # noqa: S311 - the same each time
    data = project / "data"
    events: dict[int, list[str]] = defaultdict(list)
    for number in range(briefs):
        brief = publish(archive, number)
        for article in brief.articles:
            lines = _list_article(article, archive.chance)
            _write(data / "articles" / str(article.issued.year) / f"{article.id}.yml", lines)
        for event in brief.events:
            events[event.day.year].append(_list_event(event, archive.chance))
        folder = data / "briefs" / str(brief.subject.cut_off.year)
        _write(folder / f"{brief.id}.md", _sign(write_brief(brief, archive.chance)))
    for year, listed in events.items():
        _write(data / "events" / f"{year}.yml", listed)
    _write_vocabulary(data, archive)
    return {
        "briefs": briefs,
        "articles": len(archive.articles),
        "observations": sum(len(article.figures) for article in archive.articles),
        "events": sum(map(len, events.values())),
        "metrics": len(archive.list_metrics()),
        "sources": len(archive.list_sources()),
        "topics": len(archive.topics),
    }


def _write(file: Path, lines: Iterable[str]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _sign(lines: list[str]) -> list[str]:
    """A brief with the mark of its text, without which each would have a warning."""
    read = read_brief("data/briefs/brief.md", "\n".join(lines) + "\n").brief
    if read is None:
        raise ValueError("an invented brief can't be read")
    place = next(n for n, line in enumerate(lines) if line.startswith("published:")) + 1
    return [*lines[:place], f"published-text: {mark_text(read)}", *lines[place:]]


def _write_vocabulary(data: Path, archive: Archive) -> None:
    """Units, topics, sources and metrics: what all other records point to."""
    chance, english = archive.chance, speak("en")
    _write(data / "units.yml", map(_list_unit, SYMBOLS))
    topics = [
        f"- {{id: {topic.id}, name: {topic.name}, description: {english.entitle(chance, 14)}.}}"
        for topic in archive.topics
    ]
    _write(data / "topics.yml", topics)
    sources = [
        f"- {{id: {source.id}, name: {source.name}, kind: {source.kind}}}"
        for source in archive.list_sources()
    ]
    _write(data / "sources.yml", sources)
    metrics = [
        f"- {{id: {metric.id}, name: {metric.name}, description: {english.entitle(chance, 20)}., "
        f"unit: {metric.unit}, kind: {metric.kind}, topics: [{metric.topic.id}]}}"
        for metric in archive.list_metrics()
    ]
    _write(data / "metrics.yml", metrics)


def _list_unit(unit: str) -> str:
    names = ", ".join(
        f"{code}: {alphabet.units[unit]}" for code, alphabet in ALPHABETS.items() if code != "en"
    )
    return f"- {{id: {unit}, name: {unit}, symbol: {SYMBOLS[unit]}, names: {{{names}}}}}"


def _list_article(article: Article, chance: random.Random) -> list[str]:
    language = speak(article.language)
    lines = [
        f"id: {article.id}",
        "type: article-newspaper",
        f"title: {language.entitle(chance, 9)}",
        f"outlet: {article.outlet.id}",
        f"issued: {article.issued}",
        f"url: https://{article.outlet.id}.example/{article.issued:%Y/%m/%d}/{article.id}",
        f"language: {article.language}",
        f"topics: [{article.topic.id}]",
        "reports:",
        *_list_chain(article),
    ]
    if article.language != "en":
        lines.insert(3, f"translated-title: {speak('en').entitle(chance, 9)}")
    if article.figures:
        lines += ["quotes:", *(_list_quote(figure, article, chance) for figure in article.figures)]
        lines += ["observations:", *(_list_figure(figure) for figure in article.figures)]
    return lines


def _list_chain(article: Article) -> Iterator[str]:
    by = article.outlet
    for link in article.relays:
        of = f", article: {article.of.id}, read: true" if article.of else ""
        yield f"  - {{by: {by.id}, verb: cites, source: {link.id}{of}}}"
        by = link


def _list_quote(figure: Figure, article: Article, chance: random.Random) -> str:
    said = _say_figure(figure, article.language, chance)
    if article.language == "en":
        return f"  {figure.quote}: {said}"
    return f"  {figure.quote}: {{text: {said}, translation: {_say_figure(figure, 'en', chance)}}}"


def _say_figure(figure: Figure, code: str, chance: random.Random) -> str:
    """The words of a quote, which state the figure as its language does."""
    language = speak(code)
    return f'"{language.say(chance, 4)} {state_figure(figure, language)} {language.say(chance, 2)}"'


def _list_figure(figure: Figure) -> str:
    cell = figure.cell
    parts = {
        "id": figure.id,
        "metric": cell.metric.id,
        "period": cell.period,
        "place": cell.place,
        "basis": cell.basis,
        "value": cell.value,
        "qualifier": figure.qualifier,
        "quote": figure.quote,
    }
    if figure.qualifier == "exact":
        del parts["qualifier"]
    return "\n".join(
        f"  {'  ' if at else '- '}{name}: {value}" for at, (name, value) in enumerate(parts.items())
    )


def _list_event(event: Event, chance: random.Random) -> str:
    articles = ", ".join(article.id for article in event.articles)
    return (
        f"- id: {event.id}\n  date: {event.day}\n"
        f"  description: {speak('en').entitle(chance, 16)}.\n"
        f"  topics: [{event.topic.id}]\n  articles: [{articles}]\n"
    )
