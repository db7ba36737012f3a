"""How an invented brief is written: front matter, paragraphs with figures and citations, blocks.

What it says comes from its own figures and from articles by others that it cites; now and then
there is a chart, a table, a comparison, a list, a link to a source or to an earlier brief.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import timedelta

from benchmarks.invented import Article, Brief, Figure, state_figure
from benchmarks.words import Language, speak

Used = tuple[Article, Figure]
LIKELIHOODS = ("unlikely", "roughly-even-chance", "likely", "very-likely", "almost-certain")
_AUTHORS = ("Ann Example", "Ben Example", "Cleo Example", "Dan Example")
_OFTEN, _RARELY = 0.3, 0.2


def write_brief(brief: Brief, chance: random.Random) -> list[str]:
    """The lines of a brief's file."""
    language = speak(brief.subject.language)
    return [
        *_write_head(brief, language, chance),
        *_write_body(brief, language, chance),
        *_write_timeline(brief, chance),
    ]


def _write_head(brief: Brief, language: Language, chance: random.Random) -> Iterator[str]:
    subject, figures = brief.subject, brief.figures
    shown = chance.sample(figures, chance.choice((2, 3, 4)))
    yield "---"
    yield f"id: {brief.id}"
    yield f"title: {language.entitle(chance, 8)}"
    yield f"question: {language.entitle(chance, 16)}?"
    yield "bottom-line: >-"
    yield f"  {_claim(language, chance, chance.sample(figures, 2))}"
    yield f"cut-off: {subject.cut_off}"
    yield f"published: {subject.cut_off + timedelta(days=chance.randint(1, 5))}"
    yield f"authors: [{chance.choice(_AUTHORS)}]"
    yield f"topics: [{subject.topic.id}]"
    yield f"language: {subject.language}"
    yield f"key-figures: [{', '.join(figure.id for _, figure in shown)}]"
    yield "key-judgements:"
    for _ in range(chance.choice((2, 3, 3, 4))):
        yield f"  - statement: {language.entitle(chance, 16)}."
        yield f"    likelihood: {chance.choice(LIKELIHOODS)}"
        yield "    confidence: low"
        yield "    reason: >-"
        yield f"      {_claim(language, chance, chance.sample(figures, 2))}"
    yield "---"


def _claim(language: Language, chance: random.Random, used: Sequence[Used]) -> str:
    """A sentence for each figure, with its citation."""
    return " ".join(_state(language, chance, article, figure) for article, figure in used)


def _state(language: Language, chance: random.Random, article: Article, figure: Figure) -> str:
    said = f"[{state_figure(figure, language)}](obs:{figure.id})"
    before, after = language.entitle(chance, 10), language.say(chance, 6)
    return f"{before} {said} {after} [@{article.id}, {figure.quote}]."


def _write_body(brief: Brief, language: Language, chance: random.Random) -> Iterator[str]:
    """A few sections; each own figure stands in one of them, and what is cited besides."""
    figures = chance.sample(brief.figures, len(brief.figures))
    parts = chance.choice((4, 5, 5, 6, 7))
    for part in range(parts):
        yield from ("", f"## {language.entitle(chance, 4)}", "")
        yield f"{language.entitle(chance, 18)}. {language.entitle(chance, 14)}."
        used = figures[part::parts]
        yield from ("", _claim(language, chance, used[:2]), "")
        yield f"{_claim(language, chance, used[2:])} {language.entitle(chance, 16)}."
        if chance.random() < _RARELY:
            yield ""
            yield from (f"- {language.entitle(chance, 12)}." for _ in range(chance.randint(2, 5)))
    for article in (*brief.cited, *(one for one in brief.articles if not one.figures)):
        yield from ("", f"{language.entitle(chance, 16)} [@{article.id}].")
    yield from _write_links(brief, language, chance)
    yield from _write_blocks(brief, language, chance)


def _write_links(brief: Brief, language: Language, chance: random.Random) -> Iterator[str]:
    source, metric = brief.articles[0].outlet, brief.figures[0][1].cell.metric
    links = [f"[{language.say(chance, 2)}](source:{source.id})", f"[](metric:{metric.id})"]
    if brief.earlier is not None:
        links.append(f"[{language.say(chance, 4)}](brief:{brief.earlier.id})")
    yield from ("", f"{language.entitle(chance, 8)} {f' {language.say(chance, 5)} '.join(links)}.")


def _write_blocks(brief: Brief, language: Language, chance: random.Random) -> Iterator[str]:
    figures = brief.figures
    if chance.random() < _OFTEN:
        ids = [figure.id for _, figure in chance.sample(figures, 5)]
        yield from _fence("table", f"observations: [{', '.join(ids)}]", language, chance)
    if chance.random() < _OFTEN:
        cell = chance.choice(figures)[1].cell
        year = int(cell.period[:4])
        scope = f"metric: {cell.metric.id}\nplaces: [{cell.place}]\nfrom: {year - 1}\nto: {year}"
        yield from _fence("chart", scope, language, chance)
    if same := _find_retold(brief):
        ids = [figure.id for figure in same]
        yield from _fence("compare", f"observations: [{', '.join(ids)}]", language, chance)


def _find_retold(brief: Brief) -> list[Figure]:
    """The figures of what two of the brief's articles or more have measured; the first such."""
    by_cell: dict[object, list[Figure]] = {}
    for _, figure in brief.figures:
        cell = figure.cell
        by_cell.setdefault((cell.metric.id, cell.period, cell.place), []).append(figure)
    return next((figures for figures in by_cell.values() if len(figures) > 1), [])


def _fence(kind: str, body: str, language: Language, chance: random.Random) -> list[str]:
    return ["", f"```{kind}", f"caption: {language.entitle(chance, 6)}", body, "```"]


def _write_timeline(brief: Brief, chance: random.Random) -> list[str]:
    """The brief's own events; or those of its topic in the two months before."""
    day = brief.subject.cut_off
    body = f"events: [{', '.join(event.id for event in brief.events)}]"
    if chance.random() < _OFTEN:
        since = day - timedelta(days=60)
        body = f"topics: [{brief.subject.topic.id}]\nfrom: {since}\nto: {day}"
    return ["", "```timeline", body, "```"]
