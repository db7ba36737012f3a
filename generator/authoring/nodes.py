"""What a YAML text is made of when an author's comments, quotes and empty lines count too.

Plain values; they are read in `tree`, and written in `layout`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

EMPTY = "\0"
"""Among comments: an empty line, by a sign that no text has; those within values are empty."""


@dataclass(slots=True)
class Scalar:
    """A string, and how it was written: `raw` is its text in the file, if it has one."""

    value: str
    style: str = ""
    """`'`, `"`, `|`, `>`, or nothing."""
    raw: str = ""
    start: int = -1
    end: int = -1


@dataclass(slots=True)
class Entry:
    """A field of a mapping or an item of a list, with the comments that go with it."""

    key: Scalar | None
    value: Node
    start: int = -1
    above: list[str] = field(default_factory=list)
    """Comments in lines of their own, `EMPTY` for an empty line between them."""
    behind: str = ""
    """The comment at the end of its first line."""

    @property
    def name(self) -> str:
        """The name of a field; nothing for an item."""
        return self.key.value if self.key is not None else ""


@dataclass(slots=True)
class Collection:
    """A mapping or a list."""

    entries: list[Entry]
    is_mapping: bool
    is_flow: bool = False
    below: list[str] = field(default_factory=list)
    """Comments behind the last entry, in its column or further in."""
    column: int = 0
    start: int = -1
    end: int = -1

    def find(self, name: str | int) -> Entry | None:
        """The field of a name, or the item of a number."""
        if isinstance(name, int):
            return self.entries[name] if name < len(self.entries) else None
        return next((entry for entry in self.entries if entry.name == name), None)


Node = Scalar | Collection


@dataclass(slots=True)
class Tree:
    """A whole text: what stands above the first entry, and the entries."""

    root: Node
    text: str
    head: list[str] = field(default_factory=list)
    """Comments of the file as a whole, which stay at its head."""
