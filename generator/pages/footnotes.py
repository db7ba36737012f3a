"""The notes of a page: which articles its text cites, in which order, and their definitions."""

from __future__ import annotations

import re

from generator.pages.context import PageContext
from generator.pages.markup import Markup, join, link
from generator.pages.notes import format_note
from generator.records.base import SLUG_PATTERN
from generator.speech import ngettext

# Escaped record text cannot hold an opening bracket, so only the generator writes these marks.
_REFERENCE = re.compile(rf"\[\^({SLUG_PATTERN.strip('^$')})\]")


def find_cited(body: str) -> list[str]:
    """The articles that a rendered text cites, each once, in order of first reference."""
    return list(dict.fromkeys(_REFERENCE.findall(body)))


def define_notes(body: str, page: PageContext) -> Markup:
    """One definition for each article cited, in the order in which the engine is to number them."""
    return Markup("\n".join(f"[^{id}]: {_write_note(id, page)}" for id in find_cited(body)))


def _write_note(id: str, page: PageContext) -> str:
    note = format_note(page.library.articles[id], page)
    figures = [
        link(str(number), f"#fig-{figure}")
        for figure, number in page.figure_numbers.items()
        if page.library.article_of[figure] == id
    ]
    if not figures:
        return note
    said = ngettext("Figure %(list)s.", "Figures %(list)s.", len(figures), list=join(figures))
    return f'{note} <span class="bw-note bw-ui">{said}</span>'
