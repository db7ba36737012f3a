"""The language that a page speaks, and the site's own words in it.

Words are written in English where they are used, and looked up in a gettext catalogue,
`locale/<language>.po`. Which language is spoken holds for the page in the making: whoever writes
one does it `with speaking(...)`, and nothing stays behind. Numbers are told by `babel`; dates are
the business of `records.edtf_words`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from decimal import Decimal
from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from io import BytesIO

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ENGLISH = "en"
CATALOGUES = files("generator") / "locale"
DECLINED = "behind a word"
"""The context of what stands behind a word such as “about”, where a language declines."""
MINUS = "\N{MINUS SIGN}"

_spoken: ContextVar[str] = ContextVar("spoken", default=ENGLISH)


def spoken() -> str:
    """The language of the words that are being written, such as `en` or `uk`."""
    return _spoken.get()


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Within this, words are written in the language, or in English if it has no catalogue."""
    before = _spoken.set(choose_language(language))
    try:
        yield
    finally:
        _spoken.reset(before)


@cache
def choose_language(tag: str, otherwise: str = ENGLISH) -> str:
    """The language whose words serve a text with this tag: `uk` for `uk-UA`."""
    base = tag.split("-", maxsplit=1)[0].lower()
    return base if base in known_languages() else otherwise


@cache
def known_languages() -> tuple[str, ...]:
    """English and all languages with a catalogue, in the order of their tags."""
    names = [file.name for file in CATALOGUES.iterdir()]
    return tuple(sorted({ENGLISH, *(n.removesuffix(".po") for n in names if n.endswith(".po"))}))


def gettext(message: str, /, **values: object) -> str:
    """A message in the language spoken, with the values in their places."""
    said = _read_translations(spoken()).gettext(message)
    return said % values if values else said


def pgettext(context: str, message: str, /, **values: object) -> str:
    """The same for words that another language may have two of; `context` tells them apart."""
    said = _read_translations(spoken()).pgettext(context, message)
    return said % values if values else said


def ngettext(singular: str, plural: str, number: int, /, **values: object) -> str:
    """The form of a message that goes with a number; `%(number)s` is the number, grouped."""
    said = _read_translations(spoken()).ngettext(singular, plural, number)
    return said % {"number": format_count(number), **values}


def mark(message: str) -> str:
    """Says that a text is a message which is looked up elsewhere; it stays as it is."""
    return message


def mark_declined(message: str) -> str:
    """The same for a message that is looked up alone and in the context `DECLINED`."""
    return message


@cache
def _read_translations(language: str) -> NullTranslations:
    """The words of a language, for lookup; those of English are the messages themselves."""
    if language == ENGLISH:
        return NullTranslations()
    compiled = BytesIO()
    write_mo(compiled, read_catalogue(language))
    return GNUTranslations(BytesIO(compiled.getvalue()))


def read_catalogue(language: str) -> Catalog:
    """The catalogue of a language, as translators write it."""
    with (CATALOGUES / f"{language}.po").open("rb") as file:
        return read_po(file, locale=language)


@cache
def locale_of(language: str) -> Locale:
    """What is known of how a language writes numbers, dates and names."""
    return Locale.parse(language)


def spoken_locale() -> Locale:
    """The same for the language spoken."""
    return locale_of(_spoken.get())


def format_count(number: int) -> str:
    """A whole number, its thousands apart."""
    return format_decimal(Decimal(number))


def format_decimal(number: Decimal) -> str:
    """Digits as they are recorded, with the signs that the language sets between them."""
    grouped = f"{number:,f}"
    if (language := _spoken.get()) != ENGLISH:
        grouped = grouped.translate(_separators(language))
    return grouped.replace("-", MINUS)


@cache
def _separators(language: str) -> dict[int, str]:
    symbols = locale_of(language).number_symbols["latn"]
    return str.maketrans({",": symbols["group"], ".": symbols["decimal"]})
