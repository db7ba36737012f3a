"""Where a position of a text stands: its line and column, told from the text itself.

A YAML parser takes more signs than the line feed for the end of a line, and counts a line behind
the last one: its own lines are not those of the file.
"""

from __future__ import annotations

import re
from bisect import bisect_right

_LINE_END = re.compile("\n")


class LineStarts:
    """The positions at which the lines of a text begin."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(end.end() for end in _LINE_END.finditer(text))]

    def find(self, position: int) -> tuple[int, int]:
        """The 0-based line and column of a position."""
        line = bisect_right(self._starts, position) - 1
        return line, position - self._starts[line]

    def start_of(self, line: int) -> int:
        """The position at which a 0-based line begins."""
        return self._starts[line]
