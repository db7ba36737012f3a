"""Says what pydantic finds wrong with a value in the words of a contributor."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic_core import ErrorDetails

from generator.address import Keys
from generator.catalogue import RULES
from generator.issues import show_value
from generator.library.near import suggest
from generator.reading.intended import straighten
from generator.reading.model_fields import (
    describe_field,
    find_field,
    find_model,
    inner_model,
    list_fields,
    list_words,
    name_record,
)
from generator.records.base import Record
from generator.records.edtf import EdtfError, parse_edtf

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
    "missing-field": "add it below the other fields of the record",
    "bad-id: is a reserved name": "choose another; Windows can't have a file of this name",
}


@dataclass(frozen=True, slots=True)
class Explanation:
    """What to say of one fault of a value."""

    rule: str
    message: str
    help: str
    at_key: bool = False


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
        name = name_record(find_model(model, keys))
    message = f"{name} must be {_SHAPES[kind]}, not {_name_shape(detail['input'])}"
    return Explanation("wrong-type", message, _help_shape(model, kind, keys))


def _explain_rule(model: type[Record], detail: ErrorDetails, keys: Keys) -> Explanation:
    """A fault that the models themselves name by its rule."""
    rule, said, name = detail["type"], detail["msg"], _show_field(keys)
    if isinstance(detail["input"], Mapping):
        subject = f"{name_record(find_model(model, keys))} " if rule == "missing-field" else ""
        advice = detail.get("ctx", {}).get("help") or _HELP.get(rule, "")
        return Explanation(rule, subject + said, advice)
    if "[key]" in detail["loc"]:
        name = "the name of a field"
    help = detail.get("ctx", {}).get("help") or _HELP.get(f"{rule}: {said}", _HELP.get(rule))
    help = help or describe_field(model, keys)
    return Explanation(rule, f"{name}: {_show_input(detail)} {said}", help)


def _explain_missing(model: type[Record], keys: Keys) -> Explanation:
    owner = find_model(model, keys[:-1])
    return Explanation(
        "missing-field", f"{name_record(owner)} needs `{keys[-1]}`", describe_field(model, keys)
    )


def _explain_unknown_field(model: type[Record], keys: Keys) -> Explanation:
    owner = find_model(model, keys[:-1])
    known = list_fields(owner)
    otherwise = "its fields are " + ", ".join(f"`{name}`" for name in known)
    message = f"{show_value(str(keys[-1]))} is not a field of {name_record(owner)}"
    return Explanation("unknown-field", message, suggest(str(keys[-1]), known, otherwise), True)


def _explain_word(model: type[Record], detail: ErrorDetails, keys: Keys) -> Explanation:
    field = find_field(model, keys)
    words = list_words(field.annotation if field else None)
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
        return Explanation("empty-value", f"{name} is empty", describe_field(model, keys))
    if kind == "too_short":
        message = f"{name} has {len(detail['input'])} item; it needs {context['min_length']}"
        return Explanation("too-few", message, describe_field(model, keys))
    if kind == "too_long":
        message = f"{name} has more than {context['max_length']} items"
        return Explanation("too-long", message, "keep the most important ones")
    message = f"{name}: {_show_input(detail) or _name_shape(detail['input'])} has the wrong form"
    return Explanation("bad-format", message, describe_field(model, keys))


def _show_field(keys: Keys) -> str:
    names = [str(key) for key in keys if isinstance(key, str)]
    return show_value(names[-1]) if names else "the record"


def _as_clause(sentence: str) -> str:
    """A sentence without its capital and full stop, as messages are written here."""
    return sentence[:1].lower() + sentence[1:].removesuffix(".")


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
        field = find_field(model, keys)
        if field is not None and inner_model(field.annotation):
            return "begin each item with `- `, its further fields below it, indented by two spaces"
        return f"write it as a list: `{name}: [one, two]`, or one item a line after `- `"
    if kind in ("model_type", "dict_type", "mapping_type"):
        return "write its fields below it, each as `name: value`"
    if kind in ("bool_type", "bool_parsing"):
        return f"write `{name}: true` or `{name}: false`"
    return f"write one text behind `{name}:`, between quotes if it begins with `[` or `{{`"
