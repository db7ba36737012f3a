"""How a string is written as YAML: plain where that says the same, else in quotes, or folded.

Every form is read again before it is used, so that a text never comes to say something else.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator

from generator.authoring.nodes import Scalar
from generator.reading.yaml_text import read_yaml

# What YAML 1.1 or 1.2 takes for something else than a text: quotes around it are kept, because
# other programs read these files too.
_TYPED = re.compile(
    r"(?i)~|null|true|false|yes|no|on|off|y|n|[-+]?(?:\.inf|[\d_,.:]+(?:e[-+]?\d+)?)|\.nan"
    r"|0[xob][0-9a-f_]+|\d{4}-\d{1,2}-\d{1,2}.*"
)
_SIGNS = re.compile(r"[\"\\\x00-\x1f\x7f-\xa0\xad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]")
_NAMED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}
_INDENT = "  "
_LINK = re.compile(r"\[[^][]*\]\([^()]*\)")
_HELD = "\ue000"
"""Stands for a space at which a text may not be folded, as within a link."""


def write_inline(scalar: Scalar, in_flow: bool = False) -> str:
    """The string on one line: plain, in single or in double quotes."""
    if scalar.style == '"' and "\\" in scalar.raw and "\n" not in scalar.raw:
        return scalar.raw  # somebody wrote an escape, of a character that is not seen else
    value = scalar.value
    keeps_quotes = scalar.style in ("'", '"') and _TYPED.fullmatch(value)
    if not keeps_quotes and says(value, value, in_flow):
        return value
    if ('"' in value or "\\" in value) and says(single := _quote_singly(value), value, in_flow):
        return single
    return _quote_doubly(value)


def write_block(scalar: Scalar, room: int) -> list[str] | None:
    """The lines of a `|` or `>` scalar, its sign first, if it is one and can stay one.

    An author's line breaks stay, so that a change of one word changes one line; they go where a
    line is too long.
    """
    if scalar.style not in ("|", ">") or not scalar.raw:
        return None
    header, *lines = scalar.raw.split("\n")
    sign = re.sub(r"[0-9]", "", header.split("#")[0].strip())
    lines = textwrap.dedent("\n".join(lines)).split("\n")
    if scalar.style == ">" and any(len(line) > room for line in lines):
        return fold(scalar.value, room) or _checked([sign, *lines], scalar.value)
    return _checked([sign, *lines], scalar.value)


def fold(value: str, room: int) -> list[str] | None:
    """A long text as a folded scalar, its sign first; None if folding would change it."""
    if not value or value != " ".join(value.split()):
        return None
    joined = _LINK.sub(lambda found: found[0].replace(" ", _HELD), value)
    lines = textwrap.wrap(joined, max(room, 20), break_long_words=False, break_on_hyphens=False)
    return _checked([">-", *(line.replace(_HELD, " ") for line in lines)], value)


def says(written: str, value: str, in_flow: bool = False) -> bool:
    """Whether a form on one line is read as this string, as a value among others."""
    if "\n" in written or written != written.strip(" "):
        return False
    text = f"[{written}, end]" if in_flow else f"- key: {written}\n"
    read = read_yaml(text)
    if read.faults:
        return False
    return bool(read.value == ([value, "end"] if in_flow else [{"key": value}]))


def _checked(lines: list[str], value: str) -> list[str] | None:
    """The lines, if they are read as this string."""
    body = "\n".join(_indented(lines[1:]))
    read = read_yaml(f"key: {lines[0]}\n{body}\nend: x\n")
    is_same = not read.faults and read.value == {"key": value, "end": "x"}
    return lines if is_same else None


def _indented(lines: list[str]) -> Iterator[str]:
    return (_INDENT + line if line else line for line in lines)


def _quote_singly(value: str) -> str:
    doubled = value.replace("'", "''")
    return f"'{doubled}'"


def _quote_doubly(value: str) -> str:
    return f'"{_SIGNS.sub(_escape, value)}"'


def _escape(found: re.Match[str]) -> str:
    sign = found[0]
    return _NAMED.get(sign) or f"\\u{ord(sign):04x}"
