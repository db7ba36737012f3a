"""Which language a text is in, as browsers and screen readers are told it.

The site's own words are English; a text in another language is marked wherever it stands.
"""

from __future__ import annotations

from generator.pages.escape import escape_html
from generator.pages.markup import Markup, escape

SITE_LANGUAGE = "en"
RIGHT_TO_LEFT = frozenset(["ar", "fa", "he", "ur"])


def language_attributes(language: str) -> Markup:
    """The attributes of an element that holds a text in this language."""
    direction = ' dir="rtl"' if _base(language) in RIGHT_TO_LEFT else ""
    return Markup(f' lang="{escape_html(language)}"{direction}')


def foreign_attributes(language: str) -> Markup:
    """The same, and none for a text in the site's own language."""
    return Markup("") if _base(language) == SITE_LANGUAGE else language_attributes(language)


def show_text(text: str, language: str) -> Markup:
    """A text within a line; in another language it is set apart, whichever way it is read."""
    attributes = foreign_attributes(language)
    return Markup(f"<bdi{attributes}>{escape(text)}</bdi>") if attributes else escape(text)


def _base(language: str) -> str:
    return language.split("-", maxsplit=1)[0]
