"""Tables worked out of a whole library: made once for each, and looked up entry by entry.

A function that is marked with `table` keeps what it found with the library. Whoever follows what
was looked up (`Traced`) then sees which entries a page rests on, and not all records that the
table was made from.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from generator.library.library import Library

Key = TypeVar("Key")
Value = TypeVar("Value")
Maker = Callable[["Library"], Mapping[Any, Any]]

MAKERS: dict[str, Maker] = {}
"""Every table's maker by the name under which its entries are noted."""


def table(
    make: Callable[[Library], Mapping[Key, Value]],
) -> Callable[[Library], Mapping[Key, Value]]:
    """Marks a function of a library as a table; it is called once for each library."""
    name = f"{make.__module__}.{make.__qualname__}"
    MAKERS[name] = make

    @wraps(make)
    def find(library: Library) -> Mapping[Key, Value]:
        return library.find_table(name)

    return find
