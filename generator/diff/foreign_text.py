"""What others wrote, so that it does nothing where it is shown: a terminal, GitHub's Markdown.

GitHub looks for mentions, numbers of issues, commits, web addresses and emoji after it has read
entities and backslashes, so no escape holds them off. It looks for none of them in code. Words that
could mean nothing to it stand as they are; all else becomes a code span.
"""

from __future__ import annotations

import re
import unicodedata

_PLAIN = re.compile(r"(?:[^\W_]|[ ,.;()“”„‘’«»'\"%‰·•–—/+²³€£?!°…-]|:(?= |$))*")
"""Letters and digits of any script, and signs that have no meaning within a line of Markdown."""
_TELLING = re.compile(
    r"(?i)www\."  # an address without a scheme
    r"|[^\W\d_]-?\d*-\d|\bGH-"  # `GH-12`, or `TICKET-12` where a repository links such names
    r"|(?<![^\W_])[0-9a-f]{7,}(?![^\W_])"  # a commit
    r"|(?:ftp|https?|mailto|xmpp)\b"
    r"|^(?:[-+]|\d{1,9}[.)])(?= |$)|^[-+ ]+$"  # a list or a rule, at the beginning of a line
)
_BACKTICKS = re.compile(r"`+")
_ISOLATE, _END = "\u2068", "\u2069"
"""Between these, text from right to left turns nothing around it."""
_FROM_RIGHT = frozenset(["R", "AL", "AN"])


def flatten(text: str, most: int = 0) -> str:
    """The text on one line, without signs that control anything; cut where it is too long."""
    line = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    if most and len(line) > most:
        line = line[: most - 1].rstrip() + "…"
    return line


def isolate(text: str) -> str:
    """The text, kept from turning around what stands beside it if it runs from right to left."""
    is_foreign = any(unicodedata.bidirectional(sign) in _FROM_RIGHT for sign in text)
    return f"{_ISOLATE}{text}{_END}" if is_foreign else text


def show_in_markdown(text: str, most: int) -> str:
    """A text for a line of GitHub's Markdown: as it is if it is plain words, else as code."""
    line = flatten(text, most)
    is_plain = _PLAIN.fullmatch(line) is not None and not _TELLING.search(line)
    return isolate(line) if is_plain else show_as_code(line, most)


def show_as_code(text: str, most: int) -> str:
    """A code span with the text, whatever backticks it holds; empty for an empty text."""
    line = flatten(text, most)
    if not line:
        return ""
    longest = max((len(run) for run in _BACKTICKS.findall(line)), default=0)
    fence = "`" * (longest + 1)
    # One space on either side is taken away again; without it backticks would run together.
    gap = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{gap}{isolate(line)}{gap}{fence}"
