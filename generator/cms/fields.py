"""Turns the models of the records into fields of a form, as Sveltia CMS describes them.

A field's hint is the sentence under it in its model, its pattern the one of the JSON Schema, and
its choices are the words of the vocabulary. Every value is a text in the form, as it is in the
file, so that no digit is lost; a mapping is a list of which each item holds its key.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, get_args

from generator.limits import LINE
from generator.records.base import Record, Ref
from generator.records.schema import describe_model

Field = dict[str, Any]
KEY = "key"
"""What the key of a mapping is called in the form."""
VALUE = "value"
"""What the value of a mapping is called in the form, where it is a text."""
_TRUTH = [{"label": "yes", "value": "true"}, {"label": "no", "value": "false"}]
_LISTS = {
    "source": ("sources", ["name", "id"]),
    "metric": ("metrics", ["name", "id"]),
    "unit": ("units", ["name", "id"]),
    "topic": ("topics", ["name", "id"]),
}
_ENTRIES = {"article": "id", "observation": "observations.*.id", "brief": "id"}
_COLLECTIONS = {"article": "articles", "observation": "articles", "brief": "briefs"}
_ALTERNATIVES = "anyOf"


def make_fields(model: type[Record]) -> list[Field]:
    """The fields of one record of a model, in the model's order."""
    schema = describe_model(model)
    return [*_make_all(_mapping_of(schema), schema.get("$defs", {}), model)]


def describe_shape(model: type[Record]) -> dict[str, dict[str, str]]:
    """Where the form of a record differs from its file, by field.

    `maps` are mappings, with the field of their values that may stand for the whole; `shorts` are
    lists whose items may be written as one of their fields alone.
    """
    schema = describe_model(model)
    definitions, properties = schema.get("$defs", {}), _mapping_of(schema)["properties"]
    maps, shorts = {}, {}
    for name, node in properties.items():
        if "patternProperties" in node:
            (value,) = node["patternProperties"].values()
            maps[name] = _short_of(_resolve(value, definitions)) or VALUE
        elif short := _short_of(_resolve(node.get("items", {}), definitions)):
            shorts[name] = short
    return {"maps": maps, "shorts": shorts}


def _make_all(
    mapping: Mapping[str, Any], definitions: Mapping[str, Any], model: type[Record] | None
) -> Iterator[Field]:
    refs = _find_refs(model) if model else {}
    models = _find_models(model) if model else {}
    for name, node in mapping["properties"].items():
        yield {
            "name": name,
            "label": name.replace("-", " ").capitalize(),
            "required": name in mapping.get("required", []),
            "hint": node.get("description", ""),
            **_make_widget(node, definitions, refs.get(name, ""), models.get(name)),
        }


def _make_widget(
    node: Mapping[str, Any], definitions: Mapping[str, Any], ref: str, model: type[Record] | None
) -> Field:
    node = _resolve(node, definitions)
    if "patternProperties" in node:
        ((pattern, value),) = node["patternProperties"].items()
        return _make_mapping(pattern, _resolve(value, definitions), definitions, model)
    if node.get("type") == "array":
        return _make_list(node, definitions, ref, model)
    if ref in _LISTS or ref in _ENTRIES:
        return _make_relation(ref)
    if "enum" in node:
        return {"widget": "select", "options": list(node["enum"])}
    if node.get("type") == "boolean":
        return {"widget": "select", "options": _TRUTH}
    return _make_text(node)


def _make_text(node: Mapping[str, Any]) -> Field:
    is_long = node.get("maxLength", 0) > LINE and "format" not in node
    field: Field = {"widget": "text" if is_long else "string"}
    if pattern := node.get("pattern"):
        examples = ", ".join(map(str, node.get("examples", ())))
        help = node.get("patternErrorMessage") or (
            f"Write it like {examples}." if examples else "This is not written as it has to be."
        )
        field["pattern"] = [pattern, help]
    return field


def _make_relation(ref: str) -> Field:
    if ref in _LISTS:
        file, shown = _LISTS[ref]
        names = [f"{file}.*.{name}" for name in shown]
        place: Field = {"collection": "lists", "file": file, "value_field": f"{file}.*.id"}
        return {
            "widget": "relation",
            **place,
            "display_fields": names,
            "search_fields": names,
        }
    field = _ENTRIES[ref]
    shown = [field] if ref == "observation" else ["title", field]
    return {
        "widget": "relation",
        "collection": _COLLECTIONS[ref],
        "value_field": field,
        "display_fields": shown,
        "search_fields": shown,
    }


def _make_list(
    node: Mapping[str, Any], definitions: Mapping[str, Any], ref: str, model: type[Record] | None
) -> Field:
    limits = {
        name: node[limit]
        for name, limit in (("min", "minItems"), ("max", "maxItems"))
        if limit in node
    }
    if ref in _LISTS or ref in _ENTRIES:
        return {**_make_relation(ref), "multiple": True, **limits}
    items = _resolve(node["items"], definitions)
    mapping = _mapping_of(items)
    if "properties" not in mapping:
        inner = {"name": "item", "label": "Item", **_make_widget(items, definitions, "", None)}
        return {"widget": "list", "label_singular": "item", "field": inner, **limits}
    fields = [*_make_all(mapping, definitions, model)]
    named = (field["name"] for field in fields if field["required"])
    return {
        "widget": "list",
        "label_singular": _name_one(model),
        "fields": fields,
        "collapsed": "auto",
        "summary": f"{{{{{next(named)}}}}}",
        **limits,
    }


def _make_mapping(
    pattern: str,
    value: Mapping[str, Any],
    definitions: Mapping[str, Any],
    model: type[Record] | None,
) -> Field:
    key: Field = {
        "name": KEY,
        "label": "Key",
        "widget": "string",
        "required": True,
        "pattern": [pattern, "Use a short name of letters, digits and hyphens."],
    }
    mapping = _mapping_of(value)
    if "properties" in mapping:
        fields = [*_make_all(mapping, definitions, model)]
    else:
        fields = [{"name": VALUE, "label": "Text", "required": True, **_make_text(value)}]
    return {
        "widget": "list",
        "label_singular": _name_one(model),
        "fields": [key, *fields],
        "collapsed": "auto",
        "summary": f"{{{{{KEY}}}}}",
    }


def _name_one(model: type[Record] | None) -> str:
    """What one record of a list is called, such as `key figure`."""
    if model is None:
        return "item"
    return " ".join(re.findall(r"[A-Z][a-z]*", model.__name__)).lower()


def _resolve(node: Mapping[str, Any], definitions: Mapping[str, Any]) -> Mapping[str, Any]:
    """The schema that a reference stands for."""
    if "$ref" not in node:
        return node
    found: Mapping[str, Any] = definitions[node["$ref"].rsplit("/", 1)[-1]]
    return found


def _mapping_of(node: Mapping[str, Any]) -> Mapping[str, Any]:
    """The long form of a record that has a short one; any other schema as it is."""
    found: Mapping[str, Any] = node[_ALTERNATIVES][-1] if _ALTERNATIVES in node else node
    return found


def _short_of(node: Mapping[str, Any]) -> str:
    """The field by which alone a record may be written; empty if there is none."""
    if _ALTERNATIVES not in node:
        return ""
    short, long = node[_ALTERNATIVES]
    same = (
        name
        for name, field in long["properties"].items()
        if field.get("description") == short.get("description")
    )
    return next(same, "")


@cache
def _find_refs(model: type[Record]) -> Mapping[str, str]:
    """The kind of record that a field points to, by the field's name in the file."""
    found = {}
    for name, info in model.model_fields.items():
        parts = [*info.metadata, *_parts(info.annotation)]
        kind = next((part.kind for part in parts if isinstance(part, Ref)), "")
        found[info.alias or name] = kind
    return found


@cache
def _find_models(model: type[Record]) -> Mapping[str, type[Record]]:
    """The model of the records within a field, by the field's name in the file."""
    found = {}
    for name, info in model.model_fields.items():
        for part in (info.annotation, *_parts(info.annotation)):
            if isinstance(part, type) and issubclass(part, Record):
                found[info.alias or name] = part
    return found


def _parts(annotation: Any) -> list[Any]:
    """Everything an annotation is made of, however deep."""
    parts = list(get_args(annotation))
    return parts + [inner for part in parts for inner in _parts(part)]
