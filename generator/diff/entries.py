"""A report before it has a form: sections of entries, each a line and what is below it.

What others wrote is kept apart from the report's own words (`Said`, `Id`), so that each form can
take its signs away from it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.diff.evidence_diff import FieldChange


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody else wrote: a name or words."""

    text: str


@dataclass(frozen=True, slots=True)
class Id:
    """An id, path or name of a revision, which is shown as such."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """What is to be seen first."""

    parts: tuple[str | Said, ...]


Part = str | Said | Id | Strong
Line = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that changed: a line, and what is to be known of it."""

    head: Line
    below: tuple[Line, ...] = ()
    flags: tuple[str, ...] = ()
    """What is to be mended or asked about, in a word or two each."""


@dataclass(frozen=True, slots=True)
class Section:
    """Entries under one heading."""

    title: str
    entries: tuple[Entry, ...]
    is_background: bool = False
    """Whether a reviewer looks at it only to follow something up."""


WARNING = "⚠️ "
"""Goes before what is to be mended, or asked about."""
SHOWN = 6
"""Ids or values in a line; the JSON has all of them."""


def count(number: int, thing: str) -> str:
    """`1 brief`, `1,200 briefs`."""
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def list_ids(ids: Sequence[str]) -> Line:
    """The first ids, and how many more there are."""
    found: list[Part] = []
    for id in ids[:SHOWN]:
        found += [", ", Id(id)] if found else [Id(id)]
    return (*found, f" and {len(ids) - SHOWN:,} more") if len(ids) > SHOWN else tuple(found)


def tell_field(field: FieldChange) -> Line:
    """A field as it was and is."""
    was, now = Said(field.before or "none"), Said(field.after or "none")
    return (Id(field.field), ": ", was, " → ", now)
