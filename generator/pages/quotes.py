"""The words of a source as a page shows them: in quotation marks and with their language."""

from __future__ import annotations

import re

from generator.library.library import Library
from generator.pages.languages import language_attributes
from generator.pages.markup import Markup, escape
from generator.records.article import Article, Quote
from generator.records.observation import Observation, SeriesRow

CYRILLIC = frozenset(["be", "bg", "ru", "sr", "uk"])
# Not the digits behind a point.
_LONG_NUMBER = re.compile(r"(?<![\d.])\d{4,}")
_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b(?:: [\d.]+)?")


def show_words(observation: Observation, library: Library) -> Markup:
    """What a figure was read from, for a table's cell: quote, row of a file, computation."""
    parts = [_show_source(observation, library)]
    if observation.derived:
        shown = escape(show_expression(observation.derived))
        parts.append(Markup(f'<span class="bw-sumline">computed: {shown}</span>'))
    return Markup(" ".join(part for part in parts if part))


def _show_source(observation: Observation, library: Library) -> Markup:
    quote = library.quote_of(observation)
    if quote is None:
        return Markup("")
    if isinstance(observation, SeriesRow) and not observation.quote:
        return Markup(f'in the file: <span class="bw-q">{_keep_days_whole(quote.text)}</span>')
    article = library.articles[library.article_of[observation.id]]
    return show_quote(quote, article)


def _keep_days_whole(text: str) -> Markup:
    """A row of a file, whose dates break neither at their hyphens nor before their value."""
    return Markup(_DAY.sub(r'<span class="bw-nowrap">\g<0></span>', escape(text)))


def show_quote(quote: Quote, article: Article) -> Markup:
    """A quote in a line or cell, its translation in small type behind it."""
    language = language_attributes(quote.language or article.language)
    shown = Markup(f'<span class="bw-q"{language}>{mark_quote(quote, article)}</span>')
    if not quote.translation:
        return shown
    return Markup(f'{shown} <span class="bw-label">{escape(quote.translation)}</span>')


def mark_quote(quote: Quote, article: Article) -> Markup:
    """The words in the quotation marks of their script."""
    is_cyrillic = (quote.language or article.language).split("-")[0] in CYRILLIC
    first, last = ("«", "»") if is_cyrillic else ("“", "”")
    return Markup(f"{first}{escape(quote.text)}{last}")


def show_expression(expression: str) -> str:
    """A computation with the signs that people write, and its whole numbers grouped."""
    for typed, printed in ((" - ", " − "), (" / ", " ÷ "), (" * ", " × ")):
        expression = expression.replace(typed, printed)
    return _LONG_NUMBER.sub(lambda found: f"{int(found[0]):,}", expression)
