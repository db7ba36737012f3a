"""The words of a source as a page shows them: in quotation marks and with their language."""

from __future__ import annotations

import re

from generator.evidence.findings import find_stated
from generator.library.library import Library
from generator.pages.computations import show_computation
from generator.pages.context import PageContext
from generator.pages.languages import language_attributes, show_recorded
from generator.pages.markup import Markup, escape
from generator.phrases.quantity import Span
from generator.records.article import Article, Quote
from generator.records.observation import Observation, SeriesRow
from generator.speech import gettext as _

CYRILLIC = frozenset(["be", "bg", "ru", "sr", "uk"])
_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b(?:: [\d.]+)?")


def show_words(observation: Observation, page: PageContext) -> Markup:
    """What a figure was read from, for a table's cell: quote, row of a file, computation."""
    parts = [_show_source(observation, page.library)]
    if observation.derived:
        shown = show_computation(observation.derived, page, observation.period)
        parts.append(Markup(f'<span class="bw-sumline">{_("computed: %(sum)s", sum=shown)}</span>'))
    return Markup(" ".join(part for part in parts if part))


def _show_source(observation: Observation, library: Library) -> Markup:
    quote = library.quote_of(observation)
    if quote is None:
        return Markup("")
    if isinstance(observation, SeriesRow) and not observation.quote:
        row = f'<span class="bw-q">{_keep_days_whole(quote.text)}</span>'
        return Markup(_("in the file: %(row)s", row=row))
    article = library.articles[library.article_of[observation.id]]
    return show_quote(quote, article)


def _keep_days_whole(text: str) -> Markup:
    """A row of a file, whose dates break neither at their hyphens nor before their value."""
    return Markup(_DAY.sub(r'<span class="bw-nowrap">\g<0></span>', escape(text)))


def show_evidence(observation: Observation, library: Library) -> Markup:
    """What a figure was read from, as the blocks of its evidence."""
    quote = library.quote_of(observation)
    if quote is None:
        return Markup("")
    if isinstance(observation, SeriesRow) and not observation.quote:
        row = _keep_days_whole(quote.text)
        return Markup(f'<blockquote class="bw-quote">{row}</blockquote>')
    article = library.articles[library.article_of[observation.id]]
    language = language_attributes(quote.language or article.language)
    words = mark_quote(quote, article, find_stated(library).get(observation.id))
    shown = f'<blockquote class="bw-quote"{language}>{words}</blockquote>'
    if quote.translation:
        said = _("In English: %(words)s", words=show_recorded(quote.translation))
        shown += f'\n<p class="bw-note">{said}</p>'
    return Markup(shown)


def show_quote(quote: Quote, article: Article) -> Markup:
    """A quote in a line or cell, its translation in small type behind it."""
    language = language_attributes(quote.language or article.language)
    shown = Markup(f'<span class="bw-q"{language}>{mark_quote(quote, article)}</span>')
    if not quote.translation:
        return shown
    return Markup(f'{shown} <span class="bw-label">{show_recorded(quote.translation)}</span>')


def mark_quote(quote: Quote, article: Article, stated: Span | None = None) -> Markup:
    """The words in the quotation marks of their script, those that state a figure marked."""
    is_cyrillic = (quote.language or article.language).split("-")[0] in CYRILLIC
    first, last = ("«", "»") if is_cyrillic else ("“", "”")
    return Markup(f"{first}{_mark_stated(quote.text, stated)}{last}")


def _mark_stated(text: str, stated: Span | None) -> str:
    if stated is None:
        return escape(text)
    before, words, after = text[: stated.start], stated.of(text), text[stated.end :]
    return f"{_escape_part(before)}<mark>{escape(words)}</mark>{_escape_part(after)}"


def _escape_part(text: str) -> str:
    """A part of a line, with the spaces that join it to the next."""
    head = " " if text[:1].isspace() else ""
    tail = " " if text[-1:].isspace() and text.strip() else ""
    return head + escape(text) + tail
