"""What an entry of a library says, as a digest: two entries of one digest say the same.

Records are taken field by field, so that a change in one of them is no change of its neighbours in
the file; a brief by its file, which it fills. A kind of value that nobody has thought of is
refused, so that no change in it can go unseen.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cached_property
from hashlib import blake2b
from typing import Any

from pydantic import BaseModel

from generator.library.library import Library
from generator.library.traced import PATHS, WHOLE, list_mappings
from generator.records.brief import Brief

SIZE = 12
"""Bytes of a digest: at a thousand million entries, a chance of one in 10^10 that two agree."""
ABSENT = b""
"""The digest of an entry that is not there."""


class Digests:
    """The digests of one library's entries, each worked out when it is first asked for."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._found: dict[str, dict[str, bytes]] = defaultdict(dict)
        self._of_objects: dict[int, bytes] = {}

    def find(self, mapping: str, key: str) -> bytes:
        """The digest of an entry, of a mapping as a whole (`WHOLE`), or of a record's path."""
        found = self._found[mapping]
        if key not in found:
            found[key] = self._work_out(mapping, key)
        return found[key]

    def _work_out(self, mapping: str, key: str) -> bytes:
        if mapping == PATHS:
            kind, _, id = key.partition("/")
            return _digest([self._library.path_of(kind, id).encode()])
        entries = self._mapping(mapping)
        if key == WHOLE:
            return _digest(self._spell_all(entries))
        return self._digest_value(entries[key]) if key in entries else ABSENT

    def _mapping(self, name: str) -> Mapping[Any, Any]:
        if name in self._fields:
            found: Mapping[Any, Any] = getattr(self._library, name)
            return found
        return self._library.find_table(name)

    @cached_property
    def _fields(self) -> frozenset[str]:
        return frozenset(list_mappings())

    def _spell_all(self, entries: Mapping[Any, Any]) -> Iterable[bytes]:
        for key, value in entries.items():
            yield repr(key).encode()
            yield self._digest_value(value)

    def _digest_value(self, value: object) -> bytes:
        """Of an object that is met again and again, worked out once; the library keeps it."""
        if not isinstance(value, (BaseModel, Brief)):
            return _digest(self._spell(value))
        if id(value) not in self._of_objects:
            self._of_objects[id(value)] = _digest(self._spell_record(value))
        return self._of_objects[id(value)]

    def _spell_record(self, value: BaseModel | Brief) -> Iterable[bytes]:
        yield type(value).__name__.encode()
        if isinstance(value, Brief):
            yield self._library.prints[self._library.path_of("brief", value.id)].encode()
        else:
            yield value.model_dump_json().encode()

    def _spell(self, value: object) -> Iterable[bytes]:
        if isinstance(value, (BaseModel, Brief)):
            yield self._digest_value(value)
        elif isinstance(value, _PLAIN):
            yield f"{type(value).__name__} {value!r}".encode()
        else:
            yield from self._spell_parts(value)

    def _spell_parts(self, value: object) -> Iterable[bytes]:
        parts = _find_parts(value)
        yield f"{type(value).__name__} {len(parts)}".encode()
        digests = [_digest(self._spell(part)) for part in parts]
        yield from sorted(digests) if isinstance(value, Set) else digests


_PLAIN = (str, int, bool, float, bytes, Decimal, Fraction, Enum, type(None))


def _find_parts(value: object) -> list[object]:
    if isinstance(value, Mapping):
        return [part for entry in value.items() for part in entry]
    if isinstance(value, (list, tuple, Set)):
        return list(value)
    if is_dataclass(value) and not isinstance(value, type):
        return [getattr(value, one.name) for one in fields(value)]
    raise TypeError(f"no digest is known of a value of type {type(value).__name__}")


def _digest(parts: Iterable[bytes]) -> bytes:
    """Of parts in their order; each is preceded by its length, so that none runs into the next."""
    whole = blake2b(digest_size=SIZE)
    for part in parts:
        whole.update(len(part).to_bytes(4, "big"))
        whole.update(part)
    return whole.digest()
