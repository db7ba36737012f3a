"""Finds the line and column of a value again, from the text that it was read from.

The text is parsed once more when the first issue of a file asks, and not before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.address import Keys
from generator.issues import Location
from generator.reading.yaml_text import YamlText, read_yaml


@dataclass(frozen=True)
class YamlPositions:
    """Places of values in a YAML text; `line_offset` lines of the file stand above it."""

    text: str
    line_offset: int = 0

    @cached_property
    def _read(self) -> YamlText:
        return read_yaml(self.text, self.line_offset)

    def find(self, path: str, keys: Keys, at_key: bool) -> Location:
        """The place of the value, or of the nearest part of the way to it that is there."""
        for length in range(len(keys), -1, -1):
            way = keys[:length]
            if at_key and way in self._read.key_places:
                return Location(path, *self._read.key_places[way])
            if way in self._read.places:
                return Location(path, *self._read.places[way])
        return Location(path, self.line_offset + 1, 1)


@dataclass(frozen=True, slots=True)
class CsvPositions:
    """Places of cells in a CSV text: the line of each row, and the column by its name."""

    lines: Sequence[int]
    """The line on which each row begins, the header first."""

    def find(self, path: str, keys: Keys, at_key: bool) -> Location:
        """The row's line and the column's name; `keys` are the row's index and the column."""
        row = keys[0] if keys else -1
        line = self.lines[row + 1] if isinstance(row, int) and row + 1 < len(self.lines) else 1
        column = str(keys[1]) if len(keys) > 1 else ""
        return Location(path, line, field=column)
