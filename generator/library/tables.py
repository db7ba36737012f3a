"""Tables worked out of a whole library: made once for each, and looked up entry by entry.

A function that is marked with `table` keeps what it found with the library. Whoever follows what
was looked up (`Traced`) then sees which entries a page rests on, and not all records that the
table was made from. Most tables are made from the records alone, without any brief, so that they
hold for every library that differs in its briefs only.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from generator.library.library import Library

Key = TypeVar("Key")
Value = TypeVar("Value")
Made = Mapping[Key, Value]
Maker = Callable[["Library"], Mapping[Any, Any]]

MAKERS: dict[str, Maker] = {}
"""Every table's maker by the name under which its entries are noted."""
OF_BRIEFS: set[str] = set()
"""The names of the tables that are made from briefs too."""


def table(make: Callable[[Library], Made[Key, Value]]) -> Callable[[Library], Made[Key, Value]]:
    """Marks a table of records; whoever makes it is given a library without briefs."""
    return _mark(make)


def table_of_briefs(
    make: Callable[[Library], Made[Key, Value]],
) -> Callable[[Library], Made[Key, Value]]:
    """Marks a table that is made from briefs, with or without other records."""
    OF_BRIEFS.add(_name(make))
    return _mark(make)


def _mark(make: Callable[[Library], Made[Key, Value]]) -> Callable[[Library], Made[Key, Value]]:
    name = _name(make)
    MAKERS[name] = make

    @wraps(make)
    def find(library: Library) -> Mapping[Key, Value]:
        return library.find_table(name)

    return find


def _name(make: Callable[..., object]) -> str:
    return f"{make.__module__}.{make.__qualname__}"
