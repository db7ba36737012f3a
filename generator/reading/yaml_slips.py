"""Slips that a YAML parser can't name, because what it reads is something else.

Looked for only where it complains, in the lines just above as well: it often notices a slip one
line late.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

LINES_BEFORE = 3

_SPACE = r"[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000]"
_ODD_SPACE = re.compile(rf"^[ \t]*(?:- +)?({_SPACE})|^[ ]*(?:- +)?[\w-]+:({_SPACE})")
_JOINED_DASH = re.compile(r"^ *()-[A-Za-z][\w-]*:(?: |$)")
_CURLY = re.compile(r"(?:: +|^ *- +)([“”„«‘’])")
_ITEM = re.compile(r" *- ")


@dataclass(frozen=True, slots=True)
class Slip:
    """What went wrong, at a 0-based line and column of the text."""

    line: int
    column: int
    message: str
    help: str


_ABOVE = (
    (
        _ODD_SPACE,
        "the space that stands here is not an ordinary one",
        "delete it and type a space; such spaces come along when text is copied from a page",
    ),
    (_JOINED_DASH, "a space is missing behind `-`", "begin the item with `- `, dash and space"),
)
"""Slips that may stand above the complaint: where, what, and what to do."""

_HERE = (
    (
        _CURLY,
        "curly quotation marks do not hold a text together",
        'put the text between straight ones, `"`',
    ),
)
"""Slips in the very line of the complaint."""


def find_slip(text: str, line: int, column: int) -> Slip | None:
    """The slip that best explains a complaint at a 0-based place in the text, if one does."""
    lines = text.split("\n")
    last = min(line, len(lines) - 1)
    for number in range(last, max(last - LINES_BEFORE, 0) - 1, -1):
        for pattern, message, help in (*_ABOVE, *(_HERE if number == line else ())):
            found = pattern.search(lines[number])
            if found:
                return Slip(number, found.start(found.lastindex or 0), message, help)
    before, after = lines[last][:column], lines[last][column:]
    if not before.strip() and _ITEM.match(after):
        message = "a list item begins here, in a column in which no list goes on"
        help = "begin each `- ` of a list in the same column, and its fields two columns further in"
        return Slip(last, column, message, help)
    return None
