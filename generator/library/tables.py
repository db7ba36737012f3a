"""Tables worked out of a whole library: made once for each, and looked up entry by entry.

A function that is marked with `table` keeps what it found with the library. Whoever follows what
was looked up (`Traced`) then sees which entries a page rests on, and not all records that the
table was made from. Most tables are made from the records alone, without any brief, so that they
hold for every library that differs in its briefs only.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, Protocol, TypeVar


class TableHolder(Protocol):
    """What keeps the tables that were made of it: a library."""

    def find_table(self, name: str) -> Mapping[Any, Any]:
        """The table of that name, made when it is first asked for."""
        ...


Holder = TypeVar("Holder", bound=TableHolder)
Key = TypeVar("Key")
Value = TypeVar("Value")
Made = Mapping[Key, Value]
Maker = Callable[[Any], Mapping[Any, Any]]

MAKERS: dict[str, Maker] = {}
"""Every table's maker by the name under which its entries are noted."""
OF_BRIEFS: set[str] = set()
"""The names of the tables that are made from briefs too."""


def table(make: Callable[[Holder], Made[Key, Value]]) -> Callable[[Holder], Made[Key, Value]]:
    """Marks a table of records; whoever makes it is given a library without briefs."""
    return _mark(make)


def table_of_briefs(
    make: Callable[[Holder], Made[Key, Value]],
) -> Callable[[Holder], Made[Key, Value]]:
    """Marks a table that is made from briefs, with or without other records."""
    OF_BRIEFS.add(name_of(make))
    return _mark(make)


def _mark(make: Callable[[Holder], Made[Key, Value]]) -> Callable[[Holder], Made[Key, Value]]:
    name = name_of(make)
    MAKERS[name] = make

    @wraps(make)
    def find(library: Holder) -> Mapping[Key, Value]:
        found: Mapping[Key, Value] = library.find_table(name)
        return found

    return find


def name_of(make: Callable[..., object]) -> str:
    """The name of a table, from the function that finds it."""
    return f"{make.__module__}.{make.__qualname__}"
