"""Tables for other programs."""

import csv
import io
from decimal import Decimal

import pytest

from generator.pages.csv_text import write_csv


def test_text_is_quoted_and_numbers_are_not() -> None:
    """A program can tell the words “1500” from the number; an empty cell is neither."""
    table = write_csv(("a", "b"), [("1500", Decimal("-1.50")), ('say "x"', None), ("дев’ять", 3)])
    assert table.decode() == '"a","b"\r\n"1500",-1.50\r\n"say ""x""",\r\n"дев’ять",3\r\n'


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n"])
def test_no_text_can_pass_for_a_formula(start: str) -> None:
    """A sign stands in front of what a spreadsheet would evaluate, and the row stays one row."""
    table = write_csv(("a",), [(f'{start}HYPERLINK("https://evil.example/")',)]).decode()
    rows = list(csv.reader(io.StringIO(table, newline="")))
    assert rows == [["a"], [f'\'{start}HYPERLINK("https://evil.example/")']]


def test_a_large_number_is_written_out() -> None:
    """Programs differ in what they make of an exponent."""
    assert write_csv(("a",), [(Decimal("1.2E+6"),)]) == b'"a"\r\n1200000\r\n'
