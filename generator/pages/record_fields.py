"""Describes the fields of the records in words, from the models: for the reference page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, get_args

from generator.pages.markup import Markup, join
from generator.pages.own_words import show_code, show_html
from generator.records.base import (
    LANGUAGE_PATTERN,
    NUMBER_PATTERN,
    PLACE_PATTERN,
    SHELF_LIFE_PATTERN,
    SLUG_PATTERN,
    Record,
    Ref,
)
from generator.records.edtf import PATTERN as EDTF_PATTERN
from generator.records.schema import describe_model

_FORMS = {
    EDTF_PATTERN: "a date",
    LANGUAGE_PATTERN: "a language tag",
    NUMBER_PATTERN: "a number",
    PLACE_PATTERN: "a place code",
    SHELF_LIFE_PATTERN: "a duration",
    SLUG_PATTERN: "an id",
}
LINE_LENGTH = 300


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One field of a record, as the table of its fields shows it."""

    anchor: str
    name: Markup
    form: Markup
    """What may stand in it."""
    need: str
    """Whether it must be there, and what holds if it is not."""
    sentence: Markup


def describe_fields(
    model: type[Record],
    anchor: str,
    sections: Mapping[str, str],
    leave_out: frozenset[str] = frozenset(),
) -> list[FieldRow]:
    """The fields of a model in order.

    Args:
        model: The record's model.
        anchor: The anchor of the record's section, with which those of its fields begin.
        sections: The address of the section of each model that has one, by the model's name.
        leave_out: Names of fields that are described elsewhere.
    """
    schema = describe_model(model)
    mapping = schema["anyOf"][-1] if "anyOf" in schema else schema
    return [
        FieldRow(
            anchor=f"{anchor}-{name}",
            name=show_code(name),
            form=_Form(schema.get("$defs", {}), sections, _refs(model).get(name, "")).show(node),
            need=_show_need(node, is_required=name in mapping.get("required", [])),
            sentence=show_html(node["description"]),
        )
        for name, node in mapping["properties"].items()
        if name not in leave_out
    ]


def may_be_bare(model: type[Record]) -> bool:
    """Whether a record may be written as its first field alone, without the mapping."""
    return "anyOf" in describe_model(model)


def split_name(name: str, separator: str) -> str:
    """A model's name in lower case, its words apart: `KeyFigure` is a key figure."""
    return separator.join(re.findall(r"[A-Z][a-z]*", name)).lower()


def _show_need(node: Mapping[str, Any], *, is_required: bool) -> str:
    if is_required:
        return "required"
    default = node.get("default")
    if default is None:
        return "optional"
    shown = {True: "true", False: "false"}.get(default, default)
    return f"optional, else {shown}"


def _refs(model: type[Record]) -> dict[str, str]:
    """The kind of record that a field points to, by the field's name in the file."""
    found = {}
    for name, field in model.model_fields.items():
        refs = [*field.metadata, *_parts(field.annotation)]
        kind = next((part.kind for part in refs if isinstance(part, Ref)), "")
        found[field.alias or name] = kind
    return found


def _parts(annotation: Any) -> list[Any]:
    """Everything an annotation is made of, however deep."""
    parts = list(get_args(annotation))
    return parts + [inner for part in parts for inner in _parts(part)]


@dataclass(frozen=True, slots=True)
class _Form:
    """Puts one field's JSON Schema into words."""

    definitions: Mapping[str, Any]
    sections: Mapping[str, str]
    ref: str

    def show(self, node: Mapping[str, Any]) -> Markup:
        if "$ref" in node:
            return self._show_named(str(node["$ref"]).rsplit("/", 1)[-1])
        if "patternProperties" in node:
            (inner,) = node["patternProperties"].values()
            return Markup(f"a mapping: a key of your choice, then {self.show(inner)}")
        if node.get("type") == "array":
            return Markup(f"a list{self._show_limits(node)}; each item {self.show(node['items'])}")
        if node.get("type") == "boolean":
            return join([show_code("true"), show_code("false")], " or ")
        return Markup(self._name_text(node))

    def _show_named(self, name: str) -> Markup:
        words = self.definitions[name].get("enum")
        if words:
            return Markup(f"one of {join([show_code(word) for word in words])}")
        shown = split_name(name, " ")
        article = "an" if shown[0] in "aeo" else "a"
        return Markup(f'{article} <a href="{self.sections[name]}">{shown}</a>')

    def _show_limits(self, node: Mapping[str, Any]) -> str:
        least, most = node.get("minItems"), node.get("maxItems")
        words = [f"at least {least}" if least else "", f"at most {most}" if most else ""]
        limits = " and ".join(word for word in words if word)
        return f", {limits}" if limits else ""

    def _name_text(self, node: Mapping[str, Any]) -> str:
        if self.ref:
            article = "an" if self.ref[0] in "aeo" else "a"
            return f"the id of {article} {self.ref}"
        if node.get("format") == "uri":
            return "a web address"
        if node.get("pattern"):
            return _FORMS.get(node["pattern"], "a checksum")
        return "one line" if node.get("maxLength") == LINE_LENGTH else "a text"
