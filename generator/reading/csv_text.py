"""CSV as series use it: comma, UTF-8, a header of known columns, every cell a string.

pandas reads the cells; the standard library's reader finds the line of each row and the rows with
too few or too many cells, on which pandas either pads in silence or gives up.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field

import pandas as pd

from generator.reading.fault import Fault

MAX_ROWS = 200_000
MAX_CELL_LENGTH = 4_000


@dataclass(slots=True)
class CsvText:
    """The rows of a text, what is wrong with it, and the line of the header and of each row."""

    rows: list[dict[str, str]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)


def read_csv(text: str) -> CsvText:
    """Reads a text of comma-separated values; a row's empty cells are left out of its mapping."""
    result = CsvText()
    header = _scan(text, result)
    if result.faults or not header:
        return result
    frame = pd.read_csv(
        io.StringIO(text), sep=",", dtype=str, na_filter=False, skip_blank_lines=True, quotechar='"'
    )
    for values in frame.itertuples(index=False, name=None):
        cells = zip(header, (str(value).strip() for value in values), strict=True)
        result.rows.append({name: value for name, value in cells if value})
    return result


def _scan(text: str, result: CsvText) -> list[str]:
    """Notes the line of each row and the rows whose shape is wrong; gives the header."""
    csv.field_size_limit(max(MAX_CELL_LENGTH * 4, 131_072))
    reader = csv.reader(io.StringIO(text), strict=True)
    header: list[str] = []
    begins = 1
    try:
        for cells in reader:
            if cells:
                if not header:
                    header = _read_header(cells, begins, result)
                else:
                    _check_row(cells, header, begins, result)
                result.lines.append(begins)
            begins = reader.line_num + 1
            if len(result.lines) > MAX_ROWS:
                result.faults.append(
                    Fault("too-large", begins, 0, f"more than {MAX_ROWS:,} rows", "split the file")
                )
                break
    except csv.Error as error:
        help = 'close every `"`; write a quote inside a cell twice: `""`'
        result.faults.append(Fault("csv-syntax", begins, 0, f"not valid CSV: {error}", help))
    return header


def _read_header(cells: list[str], line: int, result: CsvText) -> list[str]:
    names = [cell.strip() for cell in cells]
    if len(names) == 1 and ";" in names[0]:
        result.faults.append(
            Fault(
                "csv-syntax",
                line,
                0,
                "the columns are separated by semicolons",
                "save the file as CSV with commas, in UTF-8",
            )
        )
    for name in sorted({name for name in names if names.count(name) > 1}):
        result.faults.append(
            Fault("duplicate-key", line, 0, f"column `{name}` stands twice", "keep one of the two")
        )
    return names


def _check_row(cells: list[str], header: list[str], line: int, result: CsvText) -> None:
    if len(cells) != len(header):
        result.faults.append(
            Fault(
                "ragged-row",
                line,
                0,
                f"the row has {len(cells)} cells, the header {len(header)}",
                "put a text that holds a comma between double quotes; keep a comma for each column",
            )
        )
    elif not any(cell.strip() for cell in cells):
        result.faults.append(Fault("ragged-row", line, 0, "the row is empty", "delete the row"))
    elif any(len(cell) > MAX_CELL_LENGTH for cell in cells):
        help = "a row holds numbers and short texts"
        result.faults.append(
            Fault(
                "too-long", line, 0, f"a cell is longer than {MAX_CELL_LENGTH:,} characters", help
            )
        )
