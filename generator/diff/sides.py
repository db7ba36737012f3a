"""The two sides of an evidence diff as a report names them."""

from __future__ import annotations

from dataclasses import dataclass

from generator.issues import Issue
from generator.library.library import Library


@dataclass(frozen=True, slots=True)
class Side:
    """One side: what it is called, its records, and what could not be read."""

    name: str
    commit: str
    """The beginning of the commit's number; empty for files that are in none."""
    library: Library
    errors: tuple[Issue, ...] = ()
    """The faults for which records were left out, or may have been."""


@dataclass(frozen=True, slots=True)
class Sides:
    """Both sides."""

    before: Side
    after: Side
