"""Turns plain values into records; pydantic's complaints become sentences for contributors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.address import Address, Keys
from generator.catalogue import RULES
from generator.issues import Issue, show_value
from generator.library.near import find_near_misses, suggest
from generator.reading.intended import advise, straighten
from generator.records.base import Record
from generator.records.edtf import EdtfError, parse_edtf

R = TypeVar("R", bound=Record)

_SHAPES = {
    "tuple_type": "a list",
    "list_type": "a list",
    "string_type": "a text",
    "model_type": "a set of fields",
    "dict_type": "a set of fields",
    "mapping_type": "a set of fields",
    "bool_type": "`true` or `false`",
    "bool_parsing": "`true` or `false`",
    "decimal_type": "a number",
    "decimal_parsing": "a number",
}
_HELP = {
    "bad-id": "use lower-case letters a-z, digits and hyphens, at most 80, as in `isw-2025-01-09`",
    "bad-url": "copy the whole address from the browser, beginning with https://",
    "bad-number": "write plain digits, with a point before decimals: `1500`, `18.1`",
    "bad-range": "correct the numbers, or give `value` alone",
    "bad-text": "join the lines, or use a shorter text",
    "hidden-character": "delete it; retyping the word around it helps",
    "missing-field": "add it below the other fields of the record",
    "bad-id: is a reserved name": "choose another; Windows can't have a file of this name",
}
_NEARLY_RIGHT = frozenset(
    ["bad-date", "bad-format", "bad-id", "bad-number", "bad-url", "unknown-word"]
)
"""Rules on single values, of which a slip may show what was meant."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """What to say of one fault of a value."""

    rule: str
    message: str
    help: str
    at_key: bool = False


def validate(model: type[R], value: Any, address: Address) -> tuple[R | None, list[Issue]]:
    """The record, or None and an issue for each fault in the value."""
    try:
        return model.model_validate(value), []
    except ValidationError as error:
        details = error.errors(include_url=False)
    misspelt = _find_misspelt(model, details)
    return None, [
        _make_issue(model, detail, address)
        for detail in details
        if not _is_said_already(detail, misspelt)
    ]


def _find_misspelt(model: type[Record], details: list[ErrorDetails]) -> set[Keys]:
    """The fields that are missing only because their names are misspelt."""
    found: set[Keys] = set()
    for detail in details:
        if detail["type"] == "extra_forbidden":
            parent, name = detail["loc"][:-1], str(detail["loc"][-1])
            near = find_near_misses(name, _field_names(_find_model(model, parent)))
            found |= {(*parent, candidate) for candidate in near}
    return found


def _is_said_already(detail: ErrorDetails, misspelt: set[Keys]) -> bool:
    """Whether another issue says it: the reader notes empty values, near misses missing fields."""
    if detail["input"] == "" and "[key]" not in detail["loc"]:
        return True
    return detail["type"] == "missing" and detail["loc"] in misspelt


def _make_issue(model: type[Record], detail: ErrorDetails, address: Address) -> Issue:
    keys = tuple(key for key in detail["loc"] if key != "[key]")
    explained = explain(model, detail, keys)
    help = explained.help
    if explained.rule in _NEARLY_RIGHT and isinstance(detail["input"], str):
        help = advise(explained.rule, detail["input"]) or help
    at_key = explained.at_key or "[key]" in detail["loc"]
    location = address.locate(*keys, at_key=at_key)
    return Issue(RULES[explained.rule], location, explained.message, help)


def explain(model: type[Record], detail: ErrorDetails, keys: Keys) -> Explanation:
    """Says one of pydantic's faults in the words of a contributor."""
    kind, name = detail["type"], _show_field(keys)
    if kind == "missing":
        return _explain_missing(model, keys)
    if kind == "extra_forbidden":
        return _explain_unknown_field(model, keys)
    if kind == "enum":
        return _explain_word(model, detail, keys)
    if kind in _SHAPES:
        return _explain_shape(model, detail, keys)
    if kind == "value_error":
        return _explain_value_error(detail, name)
    if kind in RULES:
        return _explain_rule(model, detail, keys)
    return _explain_limit(model, detail, keys)


def _explain_shape(model: type[Record], detail: ErrorDetails, keys: Keys) -> Explanation:
    kind, name = detail["type"], _show_field(keys)
    if kind == "model_type":
        name = _name_record(_find_model(model, keys))
    message = f"{name} must be {_SHAPES[kind]}, not {_name_shape(detail['input'])}"
    return Explanation("wrong-type", message, _help_shape(model, kind, keys))


def _explain_rule(model: type[Record], detail: ErrorDetails, keys: Keys) -> Explanation:
    """A fault that the models themselves name by its rule."""
    rule, said, name = detail["type"], detail["msg"], _show_field(keys)
    if isinstance(detail["input"], Mapping):
        subject = f"{_name_record(_find_model(model, keys))} " if rule == "missing-field" else ""
        return Explanation(rule, subject + said, _HELP.get(rule, ""))
    if "[key]" in detail["loc"]:
        name = "the name of a field"
    help = _HELP.get(f"{rule}: {said}", _HELP.get(rule, _describe(model, keys)))
    return Explanation(rule, f"{name}: {_show_input(detail)} {said}", help)


def _explain_missing(model: type[Record], keys: Keys) -> Explanation:
    owner = _find_model(model, keys[:-1])
    return Explanation(
        "missing-field", f"{_name_record(owner)} needs `{keys[-1]}`", _describe(model, keys)
    )


def _explain_unknown_field(model: type[Record], keys: Keys) -> Explanation:
    owner = _find_model(model, keys[:-1])
    known = _field_names(owner)
    otherwise = "its fields are " + ", ".join(f"`{name}`" for name in known)
    message = f"{show_value(str(keys[-1]))} is not a field of {_name_record(owner)}"
    return Explanation("unknown-field", message, suggest(str(keys[-1]), known, otherwise), True)


def _explain_word(model: type[Record], detail: ErrorDetails, keys: Keys) -> Explanation:
    field = _find_field(model, keys)
    words = _enum_words(field.annotation if field else None)
    otherwise = "choose one of " + ", ".join(f"`{word}`" for word in words)
    value = _show_input(detail) or _name_shape(detail["input"])
    message = f"{_show_field(keys)}: {value} is not one of its words"
    return Explanation("unknown-word", message, suggest(str(detail["input"]), words, otherwise))


def _explain_value_error(detail: ErrorDetails, name: str) -> Explanation:
    cause = detail.get("ctx", {}).get("error")
    if isinstance(cause, EdtfError):
        if not isinstance(detail["input"], str):
            message = f"{name} must be a date, not {_name_shape(detail['input'])}"
            return Explanation("wrong-type", message, "write one date, such as `2024-12-01`")
        message = f"{name}: {_as_clause(str(cause))}"
        straight = straighten(detail["input"])
        if straight != detail["input"] and _is_date(straight):
            return Explanation("bad-date", message, f"write `{straight}`, with plain hyphens")
        return Explanation("bad-date", message, _as_clause(cause.help))
    return Explanation("bad-format", f"{name}: {cause}", "")


def _is_date(text: str) -> bool:
    try:
        parse_edtf(text)
    except EdtfError:
        return False
    return True


def _explain_limit(model: type[Record], detail: ErrorDetails, keys: Keys) -> Explanation:
    """Lengths and patterns, and whatever pydantic may say that has no sentence of its own here."""
    kind, name, context = detail["type"], _show_field(keys), detail.get("ctx", {})
    if kind == "string_too_long":
        length, limit = len(str(detail["input"])), context["max_length"]
        message = f"{name} has {length:,} characters; at most {limit:,} are allowed"
        return Explanation("too-long", message, "shorten it to what the record needs")
    if kind == "string_too_short" or (kind == "too_short" and not detail["input"]):
        return Explanation("empty-value", f"{name} is empty", _describe(model, keys))
    if kind == "too_short":
        message = f"{name} has {len(detail['input'])} item; it needs {context['min_length']}"
        return Explanation("too-few", message, _describe(model, keys))
    if kind == "too_long":
        message = f"{name} has more than {context['max_length']} items"
        return Explanation("too-long", message, "keep the most important ones")
    message = f"{name}: {_show_input(detail) or _name_shape(detail['input'])} has the wrong form"
    return Explanation("bad-format", message, _describe(model, keys))


def _show_field(keys: Keys) -> str:
    names = [str(key) for key in keys if isinstance(key, str)]
    return show_value(names[-1]) if names else "the record"


def _as_clause(sentence: str) -> str:
    """A sentence without its capital and full stop, as messages are written here."""
    return sentence[:1].lower() + sentence[1:].removesuffix(".")


def _field_names(model: type[Record]) -> list[str]:
    return [info.alias or name for name, info in model.model_fields.items()]


def _show_input(detail: ErrorDetails) -> str:
    value = detail["input"]
    return show_value(str(value)) if isinstance(value, str | int | float) else ""


def _name_shape(value: Any) -> str:
    if isinstance(value, Mapping):
        return "a set of fields"
    return "a list" if isinstance(value, list | tuple) else f"the text {show_value(str(value))}"


def _help_shape(model: type[Record], kind: str, keys: Keys) -> str:
    name = next((key for key in reversed(keys) if isinstance(key, str)), "field")
    if kind in ("tuple_type", "list_type"):
        field = _find_field(model, keys)
        if field is not None and _inner_model(field.annotation):
            return "begin each item with `- `, its further fields below it, indented by two spaces"
        return f"write it as a list: `{name}: [one, two]`, or one item a line after `- `"
    if kind in ("model_type", "dict_type", "mapping_type"):
        return "write its fields below it, each as `name: value`"
    if kind in ("bool_type", "bool_parsing"):
        return f"write `{name}: true` or `{name}: false`"
    return f"write one text behind `{name}:`, between quotes if it begins with `[` or `{{`"


def _find_model(model: type[Record], keys: Keys) -> type[Record]:
    """The model of the value that the keys lead to."""
    for index in range(len(keys)):
        field = _find_field(model, keys[: index + 1]) if isinstance(keys[index], str) else None
        inner = _inner_model(field.annotation) if field else None
        if inner is not None and index == len(keys) - 1:
            return inner
    if keys and len(keys) > 1:
        return _find_model(model, keys[:-1])
    return model


def _find_field(model: type[Record], keys: Keys) -> Any:
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
        owner = _inner_model(field.annotation) or owner
    return field


def _inner_model(annotation: Any) -> type[Record] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return cast("type[Record]", annotation)
    for argument in getattr(annotation, "__args__", ()):
        found = _inner_model(argument)
        if found is not None:
            return found
    return None


def _enum_words(annotation: Any) -> list[str]:
    if hasattr(annotation, "__members__"):
        return [member.value for member in annotation]
    return [word for part in getattr(annotation, "__args__", ()) for word in _enum_words(part)]


def _describe(model: type[Record], keys: Keys) -> str:
    """The sentence that the model itself has on the field."""
    field = _find_field(model, keys)
    name = next((key for key in reversed(keys) if isinstance(key, str)), "")
    return f"`{name}`: {field.description}" if field and field.description else ""


_RECORD_NAMES = {
    "FrontMatter": "the front matter of a brief",
    "KeyFigure": "a key figure",
    "KeyJudgement": "a key judgement",
    "Report": "a link of `reports`",
    "SeriesRow": "a row of a series",
    "PlaceName": "a place",
    "FiguresBlock": "a `figures` block",
    "TableBlock": "a `table` block",
    "CompareBlock": "a `compare` block",
    "TimelineBlock": "a `timeline` block",
}


def _name_record(model: type[Record]) -> str:
    name = model.__name__
    article = "an" if name[0] in "AEIOU" and name != "Unit" else "a"
    return _RECORD_NAMES.get(name, f"{article} {name.lower()}")
