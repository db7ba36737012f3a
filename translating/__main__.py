"""Brings every catalogue up to date with the messages of the site, and the theme's words with them.

`python -m translating` mends what is there; `python -m translating de` begins a language.
"""

from __future__ import annotations

import sys
from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from generator.speech import CATALOGUES, ENGLISH, choose_language, known_languages, read_catalogue
from translating.messages import CODE, collect_messages
from translating.theme_words import WORDS, render_theme_words

WIDTH = 100
_LEFT_OUT = (
    *('"POT-Creation-Date', '"PO-Revision-Date', '"Generated-By', '"Project-Id-Version'),
    *('"Report-Msgid-Bugs-To', '"Last-Translator', '"Language-Team'),
)
"""What changes with every run, and what nobody fills in."""


def main(languages: list[str]) -> None:
    """Write each catalogue again; new messages come without a translation."""
    messages = collect_messages()
    for language in sorted({*known_languages(), *languages} - {ENGLISH}):
        text = render_catalogue(language, messages)
        (CODE / "locale" / f"{language}.po").write_text(text, "utf-8")
    known_languages.cache_clear()  # one may have been begun
    choose_language.cache_clear()
    WORDS.write_text(render_theme_words(), "utf-8")


def render_catalogue(language: str, messages: Catalog) -> str:
    """A language's catalogue with these messages, those that are gone left out."""
    is_known = (CATALOGUES / f"{language}.po").is_file()
    catalogue = read_catalogue(language) if is_known else Catalog(locale=language, fuzzy=False)
    catalogue.update(messages, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    written = BytesIO()
    write_po(
        written, catalogue, width=WIDTH, omit_header=False, sort_by_file=True, include_lineno=False
    )
    lines = written.getvalue().decode().splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith(_LEFT_OUT)]
    return "".join(kept)


if __name__ == "__main__":
    main(sys.argv[1:])
