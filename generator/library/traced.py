"""A library that notes what is looked up in it: what a page was made from, entry by entry.

It holds what the library beneath it holds. Each look at one entry is noted under the entry's key,
each look at a mapping as a whole under `WHOLE`; nothing can be learned from it unnoticed, because
all that it knows lies in these mappings.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, ItemsView, Iterator, KeysView, Mapping, ValuesView
from dataclasses import fields
from typing import Any, TypeVar

from generator.address import Address
from generator.library.library import Library

WHOLE = "*"
"""Stands for all entries of a mapping, their number and their order; no id has this sign."""
PATHS = "paths"
"""The files in which records stand; the places within them are not to be had."""
Looked = dict[str, set[str]]
"""What was looked at: the keys by the name of their mapping."""

T = TypeVar("T")


class Traced(Mapping[Any, Any]):
    """A mapping of which each look is noted."""

    __slots__ = ("_beneath", "_keys")

    def __init__(self, beneath: Mapping[Any, Any], keys: set[str]) -> None:
        self._beneath, self._keys = beneath, keys

    def _note(self, key: object) -> None:
        self._keys.add(key if isinstance(key, str) else WHOLE)

    def __getitem__(self, key: Any) -> Any:
        self._note(key)
        return self._beneath[key]

    def __contains__(self, key: object) -> bool:
        self._note(key)
        return key in self._beneath

    def get(self, key: Any, default: Any = None) -> Any:
        """The entry, or the default."""
        self._note(key)
        return self._beneath.get(key, default)

    def __iter__(self) -> Iterator[Any]:
        self._keys.add(WHOLE)
        return iter(self._beneath)

    def __len__(self) -> int:
        self._keys.add(WHOLE)
        return len(self._beneath)

    def keys(self) -> KeysView[Any]:
        """All keys."""
        self._keys.add(WHOLE)
        return self._beneath.keys()

    def values(self) -> ValuesView[Any]:
        """All values."""
        self._keys.add(WHOLE)
        return self._beneath.values()

    def items(self) -> ItemsView[Any, Any]:
        """All entries."""
        self._keys.add(WHOLE)
        return self._beneath.items()


class TracedLibrary(Library):
    """A library beneath which another one lies; what is looked up is noted in `looked`."""

    looked: Looked
    _beneath: Library

    def __init__(self, beneath: Library) -> None:
        looked: Looked = defaultdict(set)
        traced: dict[str, Any] = {
            field: Traced(getattr(beneath, field), looked[field]) for field in list_mappings()
        }
        super().__init__(**traced)
        self.__dict__.update(looked=looked, _beneath=beneath)

    def find_table(self, name: str) -> Mapping[Any, Any]:
        """The table that was made for the library beneath, traced."""
        known: dict[str, Mapping[Any, Any]] = self._tables
        if name not in known:
            known[name] = Traced(self._beneath.find_table(name), self.looked[name])
        return known[name]

    def address(self, kind: str, id: str) -> Address:
        """Never: a page must not hang on where in its file a record stands.

        Raises:
            TypeError: Always.
        """
        raise TypeError(f"a page asks where the {kind} `{id}` stands in its file")

    def path_of(self, kind: str, id: str) -> str:
        """The file of a record."""
        self.looked[PATHS].add(f"{kind}/{id}")
        return self._beneath.path_of(kind, id)

    def remember(self, name: str, make: Callable[[Library], T]) -> T:
        """What was made before for the library beneath, with all that was looked at for it."""

        def make_traced(beneath: Library) -> tuple[T, list[tuple[str, tuple[str, ...]]]]:
            inner = TracedLibrary(beneath)
            value = make(inner)  # first: then it is known what was looked at
            return value, [(mapping, tuple(keys)) for mapping, keys in inner.looked.items() if keys]

        value, looked = self._beneath.remember(f"traced {name}", make_traced)
        for mapping, keys in looked:
            self.looked[mapping].update(keys)
        return value


def list_mappings() -> list[str]:
    """The mappings that a library consists of; where records stand is asked for by `path_of`."""
    return [one.name for one in fields(Library) if one.name not in _NOT_FOLLOWED]


_NOT_FOLLOWED = ("addresses", "broken", "incomplete", "prints")
"""A library with broken or incomplete records has errors, and no pages are made from it."""
