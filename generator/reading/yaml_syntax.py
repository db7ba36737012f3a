"""What to say of a text that is no YAML, to somebody who has never heard of a parser.

Knows the complaints of the C parser and the slips that lead to them; where it complains at the end
of something left open, the place named is where that was opened.
"""

from __future__ import annotations

from dataclasses import dataclass

import yaml

from generator.issues import show_value
from generator.reading.fault import Fault
from generator.reading.line_starts import LineStarts
from generator.reading.yaml_slips import find_slip

_QUOTE_IT = "put the whole text between double quotes"
_SAME_COLUMN = "begin all fields of one record in the same column, indented with spaces"


@dataclass(frozen=True, slots=True)
class _Complaint:
    """Words of the parser, and what a contributor is told instead."""

    words: str
    message: str
    help: str
    is_at_opening: bool = False


_COMPLAINTS = (
    _Complaint(
        "mapping values are not allowed",
        "`:` stands where no field can begin",
        f"put a text that holds `: ` between double quotes; {_SAME_COLUMN}",
    ),
    _Complaint("tab character", "a tab stands at the beginning of the line", "indent with spaces"),
    _Complaint(
        "did not find expected key",
        "this is not the beginning of a field",
        f"if the text begins with a quotation mark or a bracket, {_QUOTE_IT}; {_SAME_COLUMN}",
    ),
    _Complaint(
        "did not find expected alphabetic or numeric",
        "a text can't begin with `*` or `&`",
        _QUOTE_IT,
        is_at_opening=True,
    ),
    _Complaint(
        "unexpected end of stream",
        "the quotation mark that stands here is never closed",
        'close it; a quotation mark inside is written twice in \'...\', as `\\"` in "..."',
        is_at_opening=True,
    ),
    _Complaint(
        "unexpected document indicator",
        "the quotation mark that stands here is not closed before `---`",
        "close it",
        is_at_opening=True,
    ),
    _Complaint(
        "did not find expected ',' or ",
        "the bracket that stands here is not closed, or a comma is missing in it",
        f"close it; if it is part of a text, {_QUOTE_IT}",
        is_at_opening=True,
    ),
    _Complaint(
        "did not find expected node content",
        "a value is missing here",
        f"delete the comma too many; if the bracket is part of a text, {_QUOTE_IT}",
    ),
    _Complaint(
        "found unknown escape character",
        "`\\` stands before a sign with which it makes no sense",
        "write `\\\\` for one `\\`, or put the text between single quotes",
    ),
    _Complaint(
        "escape code",
        "`\\` stands before the code of no character",
        "type the character itself",
    ),
    _Complaint(
        "hexdecimal",
        "`\\` stands before a code that is not complete",
        "type the character itself, or write `\\\\` for one `\\`",
    ),
    _Complaint(
        "could not find expected ':'",
        "`: ` is missing behind the name of the field",
        "write it as `name: value`, with a space behind the colon",
        is_at_opening=True,
    ),
    _Complaint(
        "did not find expected '-' indicator",
        "this is neither an item of the list nor part of one",
        "begin each item with `- `, all in the same column, and its fields two columns further in; "
        "a file of one record has no `- ` before its fields",
    ),
    _Complaint(
        "block sequence entries are not allowed",
        "`- ` stands where no list can begin",
        "begin the list in the line below, or write it as `[one, two]`",
    ),
    _Complaint(
        "undefined tag handle",
        "a text can't begin with `!`",
        _QUOTE_IT,
    ),
    _Complaint(
        "comment or line break",
        "a text stands behind `|` or `>`",
        f"begin the text in the line below; if the sign is part of it, {_QUOTE_IT}",
    ),
    _Complaint(
        "did not find expected <document start>",
        "something stands behind the end of the record",
        "keep one record or list in a file, and nothing behind a closing bracket or `...`",
    ),
)

_OTHERWISE = (
    "this can't be read as a field or a list item",
    f"write fields as `name: value`; if the text begins with a special sign, {_QUOTE_IT}",
)


def explain_syntax(error: yaml.MarkedYAMLError, text: str, line_offset: int) -> Fault:
    """The parser's complaint in a contributor's words, at the place that needs mending."""
    problem = error.problem or ""
    mark = error.problem_mark or error.context_mark
    starts = LineStarts(text)
    line, column = starts.find(mark.index) if mark else (-1, -1)
    slip = find_slip(text, line, column) if mark else None
    if slip is not None:
        place = slip.line + 1 + line_offset, slip.column + 1
        return Fault("yaml-syntax", *place, slip.message, slip.help)
    if "cannot start any token" in problem and mark:
        message, help = _explain_sign(_sign_at(text, line, column))
    else:
        found = next((known for known in _COMPLAINTS if known.words in problem), None)
        message, help = (found.message, found.help) if found else _OTHERWISE
        if found and found.is_at_opening and error.context_mark is not None:
            line, column = starts.find(error.context_mark.index)
    if line < 0:
        return Fault("yaml-syntax", 0, 0, message, help)
    return Fault("yaml-syntax", line + 1 + line_offset, column + 1, message, help)


def _sign_at(text: str, line: int, column: int) -> str:
    lines = text.split("\n")
    return lines[line][column : column + 1] if line < len(lines) else ""


def _explain_sign(sign: str) -> tuple[str, str]:
    if sign == "\t":
        return "a tab stands where the text is indented", "indent with spaces"
    if sign == "`":
        return "a text can't begin with a backtick", _QUOTE_IT
    return f"a text can't begin with {show_value(sign)}", _QUOTE_IT


def explain_character(error: yaml.reader.ReaderError, text: str, line_offset: int) -> Fault:
    """A character that YAML does not allow, at its place; the parser counts in bytes."""
    position = error.position if isinstance(error.position, int) else 0
    before = text.encode("utf-8", "replace")[:position].decode("utf-8", "ignore")
    return place_character(text, len(before), line_offset)


def place_character(text: str, position: int, line_offset: int) -> Fault:
    """A character that can't stand in YAML, at its line and column."""
    before = text[:position]
    code = f"U+{ord(text[position]):04X}" if position < len(text) else "a character"
    return Fault(
        "hidden-character",
        before.count("\n") + 1 + line_offset,
        len(before) - before.rfind("\n"),
        f"the file holds {code}, a control character",
        "delete it; retyping the word around it helps",
    )
