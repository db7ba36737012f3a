"""Shows the generator's own texts: docstrings, rules and field descriptions.

They are written in a little Markdown: paragraphs, lists, and code between backticks. Nothing a
contributor wrote passes through here.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.pages.escape import escape_html, escape_markdown
from generator.pages.markup import Markup

_CODE = re.compile(r"`([^`\n]+)`")
# The code is typed with the sign of the keyboard; its pages are set like the others.
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")
_LONGEST_FENCE = re.compile(r"`{3,}")


def show_line(text: str) -> Markup:
    """A text of one paragraph as Markdown."""
    return _show_parts(text, escape_markdown, lambda code: f"`{code}`")


def show_html(text: str) -> Markup:
    """A text of one paragraph as HTML."""
    return _show_parts(text, escape_html, show_code)


def show_code(text: str) -> Markup:
    """A word of the records or of the code, as HTML."""
    return Markup(f"<code>{escape_html(text)}</code>")


def _show_parts(
    text: str, show_words: Callable[[str], str], show_coded: Callable[[str], str]
) -> Markup:
    parts = _CODE.split(" ".join(text.split()))
    shown = [
        show_coded(part) if n % 2 else _keep_ends(part, show_words) for n, part in enumerate(parts)
    ]
    return Markup("".join(shown))


def _keep_ends(text: str, show: Callable[[str], str]) -> str:
    """Shows a text whose ends may be spaces, which `show` would drop, with printed apostrophes."""
    words = text.strip()
    return text.replace(words, show(_APOSTROPHE.sub("’", words))) if words else text


def show_paragraphs(text: str) -> Markup:
    """A docstring as Markdown: paragraphs, and lists whose items begin with `- `."""
    return Markup("\n\n".join(_show_block(block) for block in re.split(r"\n\s*\n", text.strip())))


def _show_block(block: str) -> str:
    lines = block.split("\n")
    first = next((i for i, line in enumerate(lines) if line.startswith("- ")), len(lines))
    paragraph = show_line("\n".join(lines[:first]))
    items = re.split(r"\n(?=- )", "\n".join(lines[first:])) if first < len(lines) else []
    shown = "\n".join(f"- {show_line(item.removeprefix('- '))}" for item in items)
    return "\n\n".join(part for part in (paragraph, shown) if part)


def show_example(text: str, language: str = "") -> Markup:
    """An example as a fenced block, whatever fences stand in it."""
    longest = max((len(found) for found in _LONGEST_FENCE.findall(text)), default=2)
    fence = "`" * (longest + 1)
    return Markup(f"{fence}{language}\n{text.rstrip()}\n{fence}")
