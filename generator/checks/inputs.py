"""Every number in a calculation is one that the articles print, or a plain factor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import partial

from generator.catalogue import RULES
from generator.checks.figures import Figure, find_figures
from generator.evidence.arithmetic import parse_expression
from generator.evidence.inputs import find_numbers_in_row, find_printed, is_factor, is_printed
from generator.issues import Issue, Location, show_value
from generator.library.library import Library
from generator.records.brief import Brief
from generator.records.edtf import EdtfDate
from generator.records.expression import Expression, PrintedNumber


def check_inputs(library: Library) -> Iterator[Issue]:
    """An issue for each number in a record's calculation that stands nowhere else."""
    for figure in find_figures(library):
        if figure.observation.derived is not None:
            yield from _check_figure(figure, library)


def check_inputs_of_briefs(library: Library) -> Iterator[Issue]:
    """The same for the calculations in briefs."""
    for brief in library.briefs.values():
        yield from _check_brief(brief, library)


def _check_figure(figure: Figure, library: Library) -> Iterator[Issue]:
    """Not judged while the article can't be read."""
    if figure.article not in library.articles:
        return
    known = _find_printed([figure.article], library)
    known |= find_numbers_in_row(figure.observation)
    expression = figure.observation.derived or ""
    period = figure.observation.period
    for number in _find_unsourced(expression, known, [period], library):
        message = f"no quote or figure of `{figure.article}` has the number {_show(number)}"
        yield _make_issue(figure.locate("derived"), message)


def _check_brief(brief: Brief, library: Library) -> Iterator[Issue]:
    if not brief.arithmetic:
        return
    path = library.address("brief", brief.id).path
    known = _find_printed(_find_articles(brief, library), library)
    for calc in brief.arithmetic:
        for number in _find_unsourced(calc.expression, known, [], library):
            message = f"no article that the brief cites has the number {_show(number)}"
            yield _make_issue(Location(path, calc.mark.line, calc.mark.column), message)


def _make_issue(place: Location, message: str) -> Issue:
    help = "name the figure that it comes from by its id, or quote the words that print it"
    return Issue(RULES["unsourced-input"], place, message, help)


def _show(number: PrintedNumber) -> str:
    return show_value(number.text)


def _find_articles(brief: Brief, library: Library) -> set[str]:
    """The articles that a brief cites or links to, and those of the figures that it links to."""
    cited = {citation.article for citation in brief.citations}
    for link in brief.links:
        if link.kind == "article":
            cited.add(link.id)
        elif link.kind == "observation":
            cited.add(library.article_of.get(link.id, ""))
    return cited


def _find_printed(articles: Iterable[str], library: Library) -> frozenset[Fraction]:
    found: frozenset[Fraction] = frozenset()
    for id in articles:
        article = library.articles.get(id)
        if article is not None:
            make = partial(find_printed, article)
            found |= library.remember(f"what {id} prints", make)
    return found


def _find_unsourced(
    text: str, known: frozenset[Fraction], periods: list[EdtfDate], library: Library
) -> Iterator[PrintedNumber]:
    """Each number that is neither known nor a factor, once; none if the text can't be read."""
    expression = parse_expression(text)
    if not isinstance(expression, Expression):
        return
    named = (library.observations.get(id) for id in expression.ids)
    lengths = periods + [found.period for found in named if found is not None]
    numbers = {number.value: number for number in expression.numbers}
    for value, number in numbers.items():
        if not is_printed(value, known) and not is_factor(value, lengths):
            yield number
