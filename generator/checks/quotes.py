"""Every figure and citation leads to words, and every quote is used by one of them.

That the words carry the figure is not judged here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from generator.catalogue import RULES
from generator.checks.figures import Figure, find_figures
from generator.issues import Issue, Location, show_value
from generator.library.library import Library
from generator.library.near import suggest
from generator.library.tables import table
from generator.records.article import Article
from generator.records.brief import Brief
from generator.records.observation import SeriesRow

MAX_WORDS = 25


def check_quotes(library: Library) -> Iterator[Issue]:
    """An issue for each figure without words or with unknown ones, and each quote that is long."""
    for figure in find_figures(library):
        yield from _check_figure(figure, library)
    for article in library.articles.values():
        yield from _check_lengths(article, library)


def check_citations(library: Library) -> Iterator[Issue]:
    """An issue for each quote that a brief cites and that is not there."""
    for brief in library.briefs.values():
        yield from _check_citations(brief, library)


def _check_lengths(article: Article, library: Library) -> Iterator[Issue]:
    for key, quote in article.quotes.items():
        count = count_words(quote.text)
        if count > MAX_WORDS:
            address = library.address("article", article.id)
            message = f"the quote `{key}` has {count} words; at most {MAX_WORDS} are allowed"
            help = "keep the words that carry the figure; `[...]` marks what is left out"
            yield Issue(RULES["long-quote"], address.locate("quotes", key, "text"), message, help)


def count_words(text: str) -> int:
    """The words of a quote; signs that stand alone, such as an omission, are none."""
    return sum(any(sign.isalnum() for sign in part) for part in text.split())


def _check_figure(figure: Figure, library: Library) -> Iterator[Issue]:
    observation = figure.observation
    row = observation.row if isinstance(observation, SeriesRow) else None
    if not (observation.quote or observation.derived or row):
        wanted = "`quote`, `row` or `derived`" if isinstance(observation, SeriesRow) else "`quote`"
        yield Issue(
            RULES["missing-quote"],
            figure.locate(),
            f"the figure `{observation.id}` comes without the words it was read from",
            f"give it a {wanted}: the key of the words in its article's `quotes`",
        )
    article = library.articles.get(figure.article)
    key = observation.quote
    if article is not None and key is not None and key not in article.quotes:
        yield _make_unknown_issue(article, key, figure.locate("quote"))


def _check_citations(brief: Brief, library: Library) -> Iterator[Issue]:
    path = library.address("brief", brief.id).path
    for citation in brief.citations:
        article = library.articles.get(citation.article)
        if article is not None and citation.quote and citation.quote not in article.quotes:
            place = Location(path, citation.mark.line, citation.mark.column)
            yield _make_unknown_issue(article, citation.quote, place)


def _make_unknown_issue(article: Article, key: str, place: Location) -> Issue:
    known = ", ".join(f"`{name}`" for name in article.quotes)
    otherwise = f"its quotes are {known}" if known else "add the words to its `quotes`"
    return Issue(
        RULES["unknown-quote"],
        place,
        f"the article `{article.id}` has no quote {show_value(key)}",
        suggest(key, article.quotes, otherwise),
    )


@table
def find_left_quotes(library: Library) -> Mapping[str, tuple[str, ...]]:
    """The keys of the quotes that no figure names, by the article; left for briefs to cite.

    Without those of articles of which a figure names a quote that is not there.
    """
    used: defaultdict[str, set[str]] = defaultdict(set)
    for figure in find_figures(library):
        if figure.observation.quote is not None:
            used[figure.article].add(figure.observation.quote)
    left = {
        article.id: tuple(key for key in article.quotes if key not in used[article.id])
        for article in library.articles.values()
        if used[article.id] <= article.quotes.keys()
    }
    return {id: keys for id, keys in left.items() if keys}


def find_cited_quotes(library: Library) -> set[tuple[str, str]]:
    """(article, key) of every quote that a brief cites."""
    return {
        (cited.article, cited.quote)
        for brief in library.briefs.values()
        for cited in brief.citations
        if cited.quote
    }
