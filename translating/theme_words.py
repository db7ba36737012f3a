"""The words of the theme in every language, as a template that the engine reads.

An engine knows no catalogues, and runs no code of ours in its templates; so the words are written
out for it. A test holds the file to the catalogues.
"""

from __future__ import annotations

import json

from generator.speech import gettext, known_languages, speaking
from translating.messages import THEME, find_in_theme

WORDS = THEME / "partials" / "words.html"
_HEAD = "{#- Written by `make words` from generator/locale/. Do not edit. -#}"


def render_theme_words() -> str:
    """A dictionary for each language, by the words in English, escaped for HTML."""
    messages = sorted({str(message.text) for message in find_in_theme()})
    parts = []
    for language in known_languages():
        with speaking(language):
            lines = [f"    {_quote(one)}: {_quote(gettext(one))}" for one in messages]
        parts.append(f"  {_quote(language)}: {{\n" + ",\n".join(lines) + "\n  }")
    return f"{_HEAD}\n{{% set words = {{\n" + ",\n".join(parts) + "\n} %}\n"


def _quote(text: str) -> str:
    """A text as a string of Jinja's; nothing that HTML gives a meaning to may stand in it."""
    if set(text) & set('<>&"\\'):
        raise ValueError(f"a word of the theme holds a sign with a meaning: {text}")
    return json.dumps(text, ensure_ascii=False)
