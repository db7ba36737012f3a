"""Tables for other programs: CSV by RFC 4180, in which no text can pass for a formula.

Text is quoted and numbers are not, so that a program can tell `"1500"` from 1500.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

Cell = str | int | Decimal | None
"""None is a cell with nothing in it."""

LINE_END = "\r\n"
# A spreadsheet takes what begins so for a formula, which could send the sheet to somebody.
_BEGIN_FORMULAS = tuple("=+-@\t\r\n＝＋－＠")


def write_csv(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """The table as a file, with a first row of the names of its columns."""
    lines = [columns, *rows]
    return "".join(",".join(map(_write_cell, line)) + LINE_END for line in lines).encode()


def _write_cell(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        guarded = f"'{cell}" if cell.startswith(_BEGIN_FORMULAS) else cell
        return '"' + guarded.replace('"', '""') + '"'
    return f"{cell:f}" if isinstance(cell, Decimal) else str(cell)
