"""Where a record or a field of it stands in its file.

Positions are found again from the text when an issue needs them, so that a clean library pays
nothing for them; how, is the reader's business behind `Positions`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from generator.issues import Location

Keys = tuple[str | int, ...]
"""The way to a value inside a file: names of fields and indexes of list items."""


class Positions(Protocol):
    """Finds the place of a value in one file."""

    def find(self, path: str, keys: Keys, at_key: bool) -> Location:
        """The place of the value, or of its name if `at_key`; its nearest parent's if absent."""
        ...


@dataclass(frozen=True, slots=True)
class Address:
    """A record's file and the way to it inside the file."""

    path: str
    keys: Keys
    positions: Positions

    def locate(self, *keys: str | int, at_key: bool = False) -> Location:
        """The place of a field of the record, or of the record itself."""
        return self.positions.find(self.path, (*self.keys, *keys), at_key)
