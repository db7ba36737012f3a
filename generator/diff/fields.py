"""What the fields of a record say, as a table of texts, and which of them differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.diff.evidence_diff import FieldChange
from generator.evidence.text_mark import mark_text
from generator.records.base import Record
from generator.records.brief import Brief

Said = Mapping[str, str]
"""What each field says, by its way in the record: `quotes.rate.text`."""


def read_fields(record: Record | Brief) -> Said:
    """All fields but the id; figures are no part of their article here."""
    front = record.front if isinstance(record, Brief) else record
    dumped = front.model_dump(mode="json", by_alias=True, exclude_none=True)
    for name in ("id", "observations"):
        dumped.pop(name, None)
    said = dict(_flatten(dumped, ""))
    if isinstance(record, Brief):
        said["text"] = f"{record.body.word_count:,} words, mark {mark_text(record)}"
    return said


def _flatten(value: Any, way: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _flatten(item, f"{way}.{key}" if way else key)
    elif isinstance(value, list) and any(isinstance(item, dict | list) for item in value):
        for number, item in enumerate(value, start=1):
            yield from _flatten(item, f"{way}.{number}")
    elif isinstance(value, list):
        yield way, ", ".join(map(_say, value))
    else:
        yield way, _say(value)


def _say(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def compare_fields(before: Said, after: Said) -> tuple[FieldChange, ...]:
    """The fields that differ, in the order of their names."""
    names = sorted(before.keys() | after.keys())
    pairs = ((name, before.get(name, ""), after.get(name, "")) for name in names)
    return tuple(FieldChange(*pair) for pair in pairs if pair[1] != pair[2])
