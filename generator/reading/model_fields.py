"""What the models say of themselves: their fields, words and sentences, by the way to a value.

For messages only. The way is pydantic's: names of fields, keys of mappings and numbers of items.
"""

from __future__ import annotations

from typing import Any, cast

from pydantic import BaseModel

from generator.address import Keys
from generator.records.base import Record

_RECORD_NAMES = {
    "FrontMatter": "the front matter of a brief",
    "KeyFigure": "a key figure",
    "KeyJudgement": "a key judgement",
    "Report": "a link of `reports`",
    "SeriesRow": "a row of a series",
    "Link": "a row of the links",
    "PlaceName": "a place",
    "FiguresBlock": "a `figures` block",
    "TableBlock": "a `table` block",
    "ChartBlock": "a `chart` block",
    "CompareBlock": "a `compare` block",
    "TimelineBlock": "a `timeline` block",
}


def list_fields(model: type[Record]) -> list[str]:
    """The names of a record's fields as they are written in a file."""
    return [info.alias or name for name, info in model.model_fields.items()]


def find_model(model: type[Record], keys: Keys) -> type[Record]:
    """The model of the value that the keys lead to."""
    for index in range(len(keys)):
        field = find_field(model, keys[: index + 1]) if isinstance(keys[index], str) else None
        inner = inner_model(field.annotation) if field else None
        if inner is not None and index == len(keys) - 1:
            return inner
    if keys and len(keys) > 1:
        return find_model(model, keys[:-1])
    return model


def find_field(model: type[Record], keys: Keys) -> Any:
    """The field's pydantic description, or None; keys of lists and mappings are passed over."""
    owner: type[Record] = model
    field: Any = None
    for key in keys:
        by_alias = {info.alias or name: info for name, info in owner.model_fields.items()}
        if isinstance(key, int) or (field is not None and key not in by_alias):
            continue
        field = by_alias.get(key)
        if field is None:
            return None
        owner = inner_model(field.annotation) or owner
    return field


def inner_model(annotation: Any) -> type[Record] | None:
    """The model inside an annotation, such as that of a list's items."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return cast("type[Record]", annotation)
    for argument in getattr(annotation, "__args__", ()):
        found = inner_model(argument)
        if found is not None:
            return found
    return None


def list_words(annotation: Any) -> list[str]:
    """The words of a closed list, in its order."""
    if hasattr(annotation, "__members__"):
        return [member.value for member in annotation]
    return [word for part in getattr(annotation, "__args__", ()) for word in list_words(part)]


def describe_field(model: type[Record], keys: Keys) -> str:
    """The sentence that the model itself has on the field."""
    field = find_field(model, keys)
    name = next((key for key in reversed(keys) if isinstance(key, str)), "")
    said = " ".join((field.description or "").split()) if field else ""
    return f"`{name}`: {said}" if said else ""


def name_record(model: type[Record]) -> str:
    """The kind of record in the middle of a sentence, with its article."""
    name = model.__name__
    article = "an" if name[0] in "AEIOU" and name != "Unit" else "a"
    return _RECORD_NAMES.get(name, f"{article} {name.lower()}")
