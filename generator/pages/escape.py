"""Escapes text for the place it lands in: Markdown, HTML, front matter.

Entities instead of backslashes: they mean the same to Python-Markdown in a paragraph, a heading, a
table cell and inside parsed HTML, and no extension gives them a meaning of their own.
"""

from __future__ import annotations

import html
import re
from functools import lru_cache

# All ASCII punctuation but what is inert everywhere in running text; see `_AT_START` for the rest.
_SIGNIFICANT = re.compile(r"[\\`*_{}\[\]<>&|~^#=$@\"!]")
# At the beginning of a block these make lists, rules, quotations or definitions.
_AT_START = re.compile(r"^(\s*)(?:([-+:%])|(\d+)([.)])(?=\s|$))")


# Every white space but the two that keep a number and its unit together.
_SPACE = re.compile(r"[^\S\u00a0\u202f]+")


def _flatten(text: str) -> str:
    # Of white space, only the plain space is printable: nearly every text is flat already.
    if text.isprintable() and "  " not in text:
        return text.strip(" ")
    return _SPACE.sub(" ", text).strip(" ")


def _entity(match: re.Match[str]) -> str:
    return f"&#{ord(match.group())};"


@lru_cache(maxsize=16_384)  # the same names and titles stand on many pages
def escape_markdown(text: str) -> str:
    """The text as one line of Markdown that shows exactly it, wherever in a block it stands."""
    flat = _flatten(text)
    escaped = _SIGNIFICANT.sub(_entity, flat)
    # A linkifier looks for `://`, and the footnotes extension for a line that begins with `///`.
    escaped = escaped.replace("//", "&#47;&#47;")
    return _AT_START.sub(_escape_start, escaped)


def _escape_start(match: re.Match[str]) -> str:
    space, sign, number, dot = match.groups()
    if sign:
        return f"{space}&#{ord(sign)};"
    return f"{space}{number}&#{ord(dot)};"


@lru_cache(maxsize=16_384)
def escape_html(text: str) -> str:
    """The text for HTML, inside an element or a quoted attribute."""
    return html.escape(_flatten(text), quote=True)


def escape_url(url: str) -> str:
    """A web address for a quoted attribute of a tag that stands in Markdown.

    Brackets would be taken for a link by the engine, which reads tags after links.
    """
    return html.escape(url.replace("[", "%5B").replace("]", "%5D"), quote=True)


def yaml_string(text: str) -> str:
    """The text as a double-quoted YAML scalar on one line."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(sign if sign.isprintable() else _code(sign) for sign in escaped) + '"'


def _code(sign: str) -> str:
    """A character as YAML spells it: with four digits, or eight where those are too few."""
    code = f"{ord(sign):04x}"
    return f"\\u{code}" if len(code) == len("ffff") else f"\\U{code:0>8}"
