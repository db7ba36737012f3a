"""What can be asked of somebody who adds a record: its fields, as the models have them.

Fields that hold records of their own are not asked for, but a few that have a form in words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args, get_origin

from generator.address import Address, Keys
from generator.authoring.understanding import understand_date
from generator.issues import Issue, Location
from generator.reading.intended import straighten
from generator.reading.model_fields import inner_model, list_words
from generator.reading.validate import validate
from generator.records.article import Article
from generator.records.base import Record, Ref
from generator.records.brief import FrontMatter
from generator.records.edtf import EdtfDate
from generator.records.event import Event
from generator.records.measure import Metric
from generator.records.observation import Observation
from generator.records.source import Source

MODELS: Mapping[str, type[Record]] = {
    "source": Source,
    "article": Article,
    "metric": Metric,
    "observation": Observation,
    "event": Event,
    "brief": FrontMatter,
}
"""The kinds of record that can be added, by their names."""

_SINGULARS = {
    "aliases": "alias",
    "languages": "language",
    "topics": "topic",
    "articles": "article",
    "authors": "author",
}
_LATER = frozenset(
    ["capture-sha256", "withdrawn", "published-text", "updated", "key-figures", "corrections"]
)
"""Fields that a new record has no use for yet."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One field that can be asked for."""

    name: str
    """As it is written in a file."""
    flag: str
    """As it is named on the command line: of one value, where the field has many."""
    sentence: str
    is_required: bool = False
    is_many: bool = False
    is_date: bool = False
    is_switch: bool = False
    words: tuple[str, ...] = ()
    """The words that it may have, where the list is closed."""
    of: str = ""
    """The kind of record whose id it is."""


@cache
def list_asked(kind: str) -> tuple[Asked, ...]:
    """The fields of a kind that can be asked for, in the order of its model."""
    fields = MODELS[kind].model_fields
    return tuple(
        _ask(info.alias or name, info)
        for name, info in fields.items()
        if _is_simple(info.annotation) and (info.alias or name) not in _LATER
    )


def _is_simple(annotation: Any) -> bool:
    origin = get_origin(annotation)
    is_keyed = isinstance(origin, type) and hasattr(origin, "keys")
    return not is_keyed and inner_model(annotation) is None


def _ask(name: str, info: Any) -> Asked:
    annotation = info.annotation
    is_many = get_origin(annotation) is tuple
    return Asked(
        name=name,
        flag=_SINGULARS.get(name, name) if is_many else name,
        sentence=" ".join((info.description or "").split()),
        is_required=info.is_required() and name != "id",
        is_many=is_many,
        is_date=_holds(annotation, EdtfDate),
        is_switch=annotation is bool,
        words=tuple(list_words(annotation)),
        of=_find_kind((annotation, *info.metadata)),
    )


def _holds(annotation: Any, wanted: type) -> bool:
    return annotation is wanted or any(_holds(part, wanted) for part in get_args(annotation))


def _find_kind(parts: tuple[Any, ...]) -> str:
    for part in parts:
        if isinstance(part, Ref):
            return part.kind
        found = _find_kind(get_args(part)) if get_args(part) else ""
        if found:
            return found
    return ""


def understand(asked: Asked, text: str) -> str:
    """What is written into the file for what somebody typed."""
    text = " ".join(text.split())
    if asked.is_date:
        return understand_date(text) or text
    if asked.words and (slug := text.lower().replace(" ", "-")) in asked.words:
        return slug
    return straighten(text) if asked.name in ("value", "low", "high") else text


@dataclass(frozen=True, slots=True)
class _Flags:
    """Places of values that no file has yet: the fields themselves."""

    def find(self, path: str, keys: Keys, at_key: bool) -> Location:
        """The outermost field on the way."""
        del path, at_key
        return Location(str(keys[0]) if keys else "")


def find_value_issues(kind: str, values: Mapping[str, Any]) -> list[Issue]:
    """What is wrong with the values of a record; the path of each issue is the field."""
    _, issues = validate(MODELS[kind], dict(values), Address("", (), _Flags()))
    return issues


def find_value_issue(kind: str, name: str, value: Any) -> Issue | None:
    """What is wrong with one value by itself."""
    issues = find_value_issues(kind, {name: value})
    return next((issue for issue in issues if issue.location.path == name), None)
