"""CSV as series and links use it: comma, UTF-8, a header of known columns, every cell a string.

pandas reads the cells; the standard library's reader finds the line of each row and the rows with
too few or too many cells, on which pandas either pads in silence or gives up.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.issues import show_value
from generator.library.near import suggest
from generator.limits import CSV_CELL, CSV_LINES, CSV_ROWS
from generator.reading.fault import Fault
from generator.reading.model_fields import list_fields
from generator.records.base import Record
from generator.records.observation import SeriesRow

# What stands around a cell by chance; other characters without ink are judged with its text.
_BLANKS = " \t\n\u00a0\u202f\u3000"
_SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "vertical bars"}


@dataclass(slots=True)
class CsvText:
    """The rows of a text, what is wrong with it, and the line of the header and of each row."""

    rows: list[dict[str, str]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)


def read_csv(text: str, model: type[Record] = SeriesRow) -> CsvText:
    """Reads a text of comma-separated values; a row's empty cells are left out of its mapping.

    Args:
        text: The text, whose first line names the columns.
        model: What a row is a record of: its fields are the columns.
    """
    result = CsvText()
    header = _scan(text, model, result)
    if result.faults or not header:
        return result
    import pandas as pd  # noqa: PLC0415 - it takes 45 MB, which a text that is refused does not need

    frame = pd.read_csv(
        io.StringIO(text), sep=",", dtype=str, na_filter=False, skip_blank_lines=True, quotechar='"'
    )
    for values in frame.itertuples(index=False, name=None):
        cells = zip(header, (str(value).strip(_BLANKS) for value in values), strict=True)
        result.rows.append({name: value for name, value in cells if value})
    return result


def _scan(text: str, model: type[Record], result: CsvText) -> list[str]:
    """Notes the line of each row and the rows whose shape is wrong; gives the header."""
    csv.field_size_limit(max(CSV_CELL * 4, 131_072))
    if text.count("\n") > CSV_LINES:
        message = f"more than {CSV_LINES:,} lines, empty ones counted"
        result.faults.append(Fault("too-large", 0, 0, message, "split the file"))
        return []
    long_line = _find_long_line(text, len(list_fields(model)))
    if long_line:
        result.faults.append(_make_long_cell_fault(long_line))
        return []
    reader = csv.reader(io.StringIO(text), strict=True)
    header: list[str] = []
    begins = 1
    try:
        for cells in reader:
            if cells:
                if not header:
                    header = _read_header(cells, begins, model, result)
                else:
                    _check_row(cells, header, begins, result)
                result.lines.append(begins)
            begins = reader.line_num + 1
            if len(result.lines) > CSV_ROWS:
                result.faults.append(
                    Fault("too-large", begins, 0, f"more than {CSV_ROWS:,} rows", "split the file")
                )
                break
    except csv.Error as error:
        result.faults.append(_explain_syntax(str(error), begins))
    return header


def _find_long_line(text: str, columns: int) -> int:
    """The first line that no row is as long as, 1-based; 0 if there is none."""
    longest = CSV_CELL * columns
    lines = enumerate(io.StringIO(text), start=1)
    return next((number for number, line in lines if len(line) > longest), 0)


def _explain_syntax(problem: str, line: int) -> Fault:
    if "field larger" in problem:
        return _make_long_cell_fault(line)
    message = 'a `"` in this row is not closed, or not doubled inside a cell'
    help = 'close every `"`; write a quotation mark inside a cell twice: `""`'
    return Fault("csv-syntax", line, 0, message, help)


def _make_long_cell_fault(line: int) -> Fault:
    message = f"a cell is longer than {CSV_CELL:,} characters"
    return Fault("too-long", line, 0, message, "a row holds numbers and short texts")


def _read_header(cells: list[str], line: int, model: type[Record], result: CsvText) -> list[str]:
    names = [cell.strip() for cell in cells]
    for message, rule, help in _find_header_faults(names, model):
        result.faults.append(Fault(rule, line, 0, message, help))
    return names


def _find_header_faults(names: list[str], model: type[Record]) -> Iterator[tuple[str, str, str]]:
    """Message, rule and help for each fault of a header."""
    known, kind = list_fields(model), "a series" if model is SeriesRow else "this file"
    columns = ", ".join(f"`{column}`" for column in known)
    if not set(names) & set(known):
        separator = next((word for sign, word in _SEPARATORS.items() if sign in names[0]), None)
        if separator:
            message = f"the columns are separated by {separator}"
            yield message, "csv-syntax", "save the file as CSV with commas, in UTF-8"
        else:
            message = "the first line does not name the columns"
            yield message, "csv-syntax", f"begin the file with the names of its columns: {columns}"
        return
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield f"column {show_value(name)} stands twice", "duplicate-key", "keep one of the two"
    unknown = {name: suggest(name, known) for name in names if name not in known}
    for name, near in unknown.items():
        message = (
            f"{show_value(name)} is not a column of {kind}" if name else "a column has no name"
        )
        yield message, "unknown-field", near or f"the columns are {columns}"
    said = " ".join(unknown.values())
    for field_name, info in model.model_fields.items():
        name = info.alias or field_name
        if info.is_required() and name not in names and f"`{name}`" not in said:
            message = f"the column `{name}` is missing"
            yield message, "missing-field", f"`{name}`: {info.description or ''}"


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
    elif any(len(cell) > CSV_CELL for cell in cells):
        help = "a row holds numbers and short texts"
        result.faults.append(
            Fault("too-long", line, 0, f"a cell is longer than {CSV_CELL:,} characters", help)
        )
