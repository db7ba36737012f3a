"""Reads one file by itself: what a file without a fault holds, which is most of them.

It needs no other file, so it can be done anywhere, and kept. A file with a fault is read by
`assemble` again, which says what is wrong; so is all that only several files together show.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.address import Address
from generator.reading.briefs import read_brief
from generator.reading.csv_text import read_csv
from generator.reading.files import TextFile
from generator.reading.kinds import Shape
from generator.reading.yaml_text import read_yaml
from generator.records.base import Record
from generator.records.brief import Brief


@dataclass(frozen=True, slots=True)
class Clean:
    """What stands in a file without a fault."""

    records: tuple[Record, ...] = ()
    """The records of a file of records, in their order."""
    lines: Sequence[int] = ()
    """The lines on which the rows of a data file begin, the header first."""
    brief: tuple[Brief, Address] | None = None


Find = Callable[[TextFile], Clean | None]
"""Gives what was read from a file before, if it had no fault."""


def read_clean(file: TextFile) -> Clean | None:
    """What a file holds; None if there is anything to say against it."""
    return _READERS[file.kind.shape](file)


def _read_brief(file: TextFile) -> Clean | None:
    read = read_brief(file.path, file.text)
    if read.issues or read.brief is None or read.address is None:
        return None
    return Clean(brief=(read.brief, read.address))


def _read_list(file: TextFile) -> Clean | None:
    parsed = read_yaml(file.text)
    if parsed.faults or not isinstance(parsed.value, list) or not parsed.value:
        return None
    return _validate(file.kind.model, parsed.value)


def _read_single(file: TextFile) -> Clean | None:
    parsed = read_yaml(file.text)
    if parsed.faults or not isinstance(parsed.value, dict):
        return None
    return _validate(file.kind.model, [parsed.value])


def _read_rows(file: TextFile) -> Clean | None:
    model = file.kind.model
    read = read_csv(file.text, model)
    return _validate(model, read.rows, read.lines) if read.rows and not read.faults else None


def _validate(
    model: type[Record], values: Sequence[object], lines: Sequence[int] = ()
) -> Clean | None:
    try:
        return Clean(tuple(model.model_validate(value) for value in values), lines)
    except ValueError:  # pydantic's own is one
        return None


_READERS: dict[Shape, Callable[[TextFile], Clean | None]] = {
    Shape.LIST: _read_list,
    Shape.SINGLE: _read_single,
    Shape.ROWS: _read_rows,
    Shape.BRIEF: _read_brief,
}
