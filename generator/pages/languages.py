"""Which language a text is in, as browsers and screen readers are told it.

A page speaks one language (`speech`); a text in another one is marked wherever it stands. What the
records say in their own words, names and notes, is English.
"""

from __future__ import annotations

import re

from generator.pages.escape import escape_html
from generator.pages.markup import Markup, escape
from generator.records.measure import Metric, PlaceName, Topic
from generator.speech import spoken

RECORDED = "en"
"""The language of what curators wrote: names, descriptions, notes, translations of quotes."""
_NAMED = re.compile(r' lang="([^"]+)"')
RIGHT_TO_LEFT = frozenset(["ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"])


def language_attributes(language: str) -> Markup:
    """The attributes of an element that holds a text in this language."""
    direction = ' dir="rtl"' if is_right_to_left(language) else ""
    return Markup(f' lang="{escape_html(language)}"{direction}')


def is_right_to_left(language: str) -> bool:
    """Whether a language is written from right to left."""
    return _base(language) in RIGHT_TO_LEFT


def foreign_attributes(language: str) -> Markup:
    """The same, and none for a text in the language that the page speaks."""
    return Markup("") if _base(language) == spoken() else language_attributes(language)


def named_language(attributes: str) -> str:
    """The language that these attributes name; that of the page where there are none."""
    named = _NAMED.match(attributes)
    return named[1] if named else spoken()


def show_text(text: str, language: str) -> Markup:
    """A text within a line; in another language it is set apart, whichever way it is read."""
    attributes = foreign_attributes(language) if text else ""
    return Markup(f"<bdi{attributes}>{escape(text)}</bdi>") if attributes else escape(text)


def show_recorded(text: str) -> Markup:
    """What curators wrote into a record, within a line."""
    return show_text(text, RECORDED)


def name_of(record: Metric | PlaceName | Topic) -> str:
    """What a record is called in the language of the page, else in English."""
    return record.names.get(spoken(), record.name)


def show_name(record: Metric | PlaceName | Topic) -> Markup:
    """The same within a line; in English on a page in another language it is set apart."""
    return escape(name_of(record)) if spoken() in record.names else show_recorded(record.name)


def _base(language: str) -> str:
    return language.split("-", maxsplit=1)[0]
