"""How much Markdown a brief may hold: looked at before and just behind the parser.

Parsers take long over texts that are nothing but marks, lists or one endless paragraph, and so do
the checks of what stands in them. The numbers are those of `limits`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.token import Token

from generator.limits import BODY_BLOCK, BODY_BLOCKS, BODY_COLUMNS, BODY_LINES, BODY_MARKS
from generator.reading.fault import Fault

_MARK = re.compile(r"[\[\]*_`<>&\\!|~\"$]")
_BLOCKS = frozenset(
    ["paragraph_open", "heading_open", "list_item_open", "tr_open", "fence", "hr", "html_block"]
)


def find_excess_of_marks(text: str, first_line: int) -> Fault | None:
    """What is too much of a text for the parser: a fault at the line where it becomes so."""
    lines = text.split("\n")
    if len(lines) > BODY_LINES:
        line = first_line + BODY_LINES
        message = f"more than {BODY_LINES:,} lines stand before this"
        return Fault("too-large", line, 1, message, "make two briefs of it")
    marks = 0
    for line, written in enumerate(lines, start=first_line):
        marks += len(_MARK.findall(written))
        if marks > BODY_MARKS:
            message = f"more than {BODY_MARKS:,} signs with a meaning in Markdown stand up to here"
            return Fault("too-large", line, 1, message, "make two briefs of it")
        # Each line below a table's head gets as many cells as the head, whatever stands in it.
        if written.count("|") > BODY_COLUMNS + 1:
            message = f"a table has more than {BODY_COLUMNS} columns"
            return Fault("too-large", line, 1, message, "make several tables of it")
    return None


def find_excess_of_text(tokens: Sequence[Token], first_line: int) -> Fault | None:
    """What is too much of a parsed text for the checks: too many blocks, or one too long."""
    blocks, line = 0, 0
    for token in tokens:
        line = token.map[0] if token.map else line
        blocks += token.type in _BLOCKS and not token.hidden
        if blocks > BODY_BLOCKS:
            message = f"more than {BODY_BLOCKS:,} paragraphs, items and rows stand before this"
            return Fault("too-large", first_line + line, 1, message, "make two briefs of it")
        if token.type == "inline" and len(token.content) > BODY_BLOCK:
            message = f"the paragraph has {len(token.content):,} characters; {BODY_BLOCK:,} may be"
            return Fault("too-long", first_line + line, 1, message, "make several of it")
    return None
