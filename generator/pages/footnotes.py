"""The notes of a page: which articles its text cites, in which order, and their definitions."""

from __future__ import annotations

import re

from generator.pages.context import PageContext
from generator.pages.markup import Markup
from generator.pages.notes import format_note
from generator.records.base import SLUG_PATTERN

# Escaped record text cannot hold an opening bracket, so only the generator writes these marks.
_REFERENCE = re.compile(rf"\[\^({SLUG_PATTERN.strip('^$')})\]")


def find_cited(body: str) -> list[str]:
    """The articles that a rendered text cites, each once, in order of first reference."""
    return list(dict.fromkeys(_REFERENCE.findall(body)))


def define_notes(body: str, page: PageContext) -> Markup:
    """One definition for each article cited, in the order in which the engine is to number them."""
    articles = [page.library.articles[id] for id in find_cited(body)]
    return Markup("\n".join(f"[^{one.id}]: {format_note(one, page)}" for one in articles))
