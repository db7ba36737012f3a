"""Where the rows of a parsed block stand in the file.

A block's text has lost the marks that stood before its rows: of a quotation, a list, an indented
line. It knows rows and columns; what the tokens in them mean is left to others.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate, zip_longest


class Rows:
    """The rows of one block's text, which stand in the file without what marks the block.

    Each is looked for once: a block may be 64 kB of rows, with a token in each.
    """

    def __init__(self, content: str, source: list[str]) -> None:
        rows = content.split("\n")
        self.starts = list(accumulate((len(row) + 1 for row in rows), initial=0))
        self.columns = [
            max(line.find(row.rstrip()), 0)
            for row, line in zip_longest(rows, source[: len(rows)], fillvalue="")
        ]

    def locate(self, position: int) -> tuple[int, int]:
        """The 0-based row and the 1-based column in the file, of a position in the text."""
        row = bisect_right(self.starts, position) - 1
        return row, self.columns[row] + position - self.starts[row] + 1
