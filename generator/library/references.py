"""Which records point to which: one walk over a record's fields finds every id in it.

What a field points to is said by its type (`Ref`, `RefsWithin`), so a kind of record added later
is walked without a line here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel

from generator.address import Keys
from generator.records.base import Record, Ref, RefsWithin
from generator.records.brief import Brief
from generator.records.expression_parser import find_expression_ids


@dataclass(frozen=True, slots=True)
class Reference:
    """One mention of a record: its kind and id, and the way to the field that holds it."""

    kind: str
    id: str
    keys: Keys


def find_references(record: Record) -> Iterator[Reference]:
    """Every id in the record's fields that points to another record, in field order."""
    for name, alias, ref, is_nested in list_reference_fields(type(record)):
        value = getattr(record, name)
        if value is None:
            continue
        if isinstance(ref, RefsWithin):
            for id in find_expression_ids(value):
                yield Reference(ref.kind, id, (alias,))
        elif ref is not None:
            yield from _references_of_ids(ref.kind, value, alias)
        elif is_nested:
            yield from _references_within(value, (alias,))


def _references_of_ids(kind: str, value: Any, alias: str) -> Iterator[Reference]:
    if isinstance(value, str):
        yield Reference(kind, value, (alias,))
    else:
        for index, item in enumerate(value):
            yield Reference(kind, item, (alias, index))


def _references_within(value: Any, keys: Keys) -> Iterator[Reference]:
    if isinstance(value, Record):
        for found in find_references(value):
            yield Reference(found.kind, found.id, keys + found.keys)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _references_within(item, (*keys, key))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _references_within(item, (*keys, index))


@cache
def list_reference_fields(
    model: type[Record],
) -> tuple[tuple[str, str, Ref | RefsWithin | None, bool], ...]:
    """(name, alias, what it points to, holds records) for each field of a model worth walking."""
    fields = []
    for name, info in model.model_fields.items():
        annotation = (
            Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation
        )
        ref, nested = _find_ref(annotation), _holds_records(info.annotation)
        if ref is not None or nested:
            fields.append((name, info.alias or name, ref, nested))
    return tuple(fields)


def _find_ref(annotation: Any) -> Ref | RefsWithin | None:
    if get_origin(annotation) is Annotated:
        for extra in annotation.__metadata__:
            if isinstance(extra, Ref | RefsWithin):
                return extra
        return _find_ref(annotation.__origin__)
    for argument in get_args(annotation):
        found = _find_ref(argument)
        if found is not None:
            return found
    return None


def _holds_records(annotation: Any) -> bool:
    if isinstance(annotation, type) and get_origin(annotation) is None:
        return issubclass(annotation, BaseModel)
    return any(_holds_records(argument) for argument in get_args(annotation))


def find_brief_references(brief: Brief) -> Iterator[tuple[str, str]]:
    """(kind, id) of every record that a brief names, in front matter, prose or blocks."""
    for reference in find_references(brief.front):
        yield reference.kind, reference.id
    for citation in brief.citations:
        yield "article", citation.article
    for link in brief.links:
        yield link.kind, link.id
    for worked_out in brief.arithmetic:
        for id in find_expression_ids(worked_out.expression):
            yield "observation", id
    for placed in brief.body.blocks:
        for reference in find_references(placed.block):
            yield reference.kind, reference.id
