"""What the labelled sets of sentences share: reading a set, and a score of hits and misses."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class Score:
    """How many of the labels were found, and how much was found that no label has."""

    hits: int = 0
    extra: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """The part of what was found that the labels have; whole where nothing was found."""
        return _share(self.hits, self.extra)

    @property
    def recall(self) -> float:
        """The part of the labels that was found; whole where there is none."""
        return _share(self.hits, self.missed)

    def __add__(self, other: Score) -> Score:
        return Score(self.hits + other.hits, self.extra + other.extra, self.missed + other.missed)


def _share(hits: int, failures: int) -> float:
    return hits / (hits + failures) if hits + failures else 1.0


def read_rows(file: Path) -> list[dict[str, Any]]:
    """The rows of a set, all that stands in them as text."""
    rows: list[dict[str, Any]] = yaml.load(
        file.read_text("utf-8"),
        Loader=yaml.CBaseLoader,  # noqa: S506 (it makes only text)
    )
    return rows
