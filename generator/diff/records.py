"""The records of other kinds that differ between two libraries, with the fields that do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.diff.evidence_diff import RecordChange, Uncompared
from generator.diff.fields import compare_fields, read_fields
from generator.diff.figures import Renamed
from generator.diff.renames import find_renames
from generator.diff.touched import Differing
from generator.library.library import Library
from generator.records.base import Record
from generator.records.brief import Brief

KINDS = (
    *("brief", "article", "source", "metric", "event", "correction"),
    *("topic", "unit", "place"),
)
"""In the order in which a reviewer looks at them."""
_TITLES = ("title", "name", "description", "why")


def find_renamed(
    kind: str, before: Library, after: Library, differing: Differing
) -> Mapping[str, str]:
    """The new ids of records of a kind that are the same otherwise, by their old ones."""
    old, new = before.by_kind[kind], after.by_kind[kind]
    gone = (id for id in differing[kind] if id in old and id not in new)
    fresh = (id for id in differing[kind] if id in new and id not in old)
    return find_renames(
        gone,
        fresh,
        lambda id: tuple(read_fields(old[id]).items()),
        lambda id: tuple(read_fields(new[id]).items()),
    )


def compare_records(
    before: Library, after: Library, differing: Differing, renamed: Renamed
) -> Iterator[RecordChange]:
    """The records that differ, kind by kind, in the order of their ids."""
    for kind in KINDS:
        names = renamed.get(kind, {})
        new = {new: old for old, new in names.items()}
        for id in sorted(differing[kind] - names.keys()):
            old, now = before.by_kind[kind].get(new.get(id, id)), after.by_kind[kind].get(id)
            change = _compare(kind, old, now)
            if change is not None:
                yield change


def _compare(
    kind: str, before: Record | Brief | None, after: Record | Brief | None
) -> RecordChange | None:
    found = after or before
    if found is None:
        return None
    fields = compare_fields(read_fields(before), read_fields(after)) if before and after else ()
    old, new = _id_of(before), _id_of(after)
    if old == new and not fields:
        return None
    return RecordChange(kind, old, new, title_of(found), fields)


def _id_of(record: Record | Brief | None) -> str:
    return str(record.id) if record is not None else ""  # type: ignore[union-attr]  # each kind has one


def title_of(record: Record | Brief) -> str:
    """What a reader knows a record by."""
    front = record.front if isinstance(record, Brief) else record
    return next((str(getattr(front, name)) for name in _TITLES if hasattr(front, name)), "")


def find_uncompared(before: Library, after: Library) -> Iterator[Uncompared]:
    """The records that one side has, or may have, and could not be read there.

    What both libraries have is compared whatever else is wrong.
    """
    for side, library, other in (("before", before, after), ("after", after, before)):
        found = set(library.broken)
        for kind, records in other.by_kind.items():
            mine = library.by_kind[kind]
            found |= {
                (kind, id) for id in records if id not in mine and not library.is_missing(kind, id)
            }
        yield from (Uncompared(kind, id, side) for kind, id in found)
