"""Turns plain values into records; what can't be turned becomes an issue for each fault."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.address import Address, Keys
from generator.catalogue import RULES
from generator.issues import Issue
from generator.library.near import find_near_misses
from generator.reading.explain import explain
from generator.reading.intended import advise
from generator.reading.model_fields import find_model, list_fields
from generator.records.base import Record

R = TypeVar("R", bound=Record)

_NEARLY_RIGHT = frozenset(
    ["bad-date", "bad-format", "bad-id", "bad-number", "bad-url", "unknown-word"]
)
"""Rules on single values, of which a slip may show what was meant."""


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
            near = find_near_misses(name, list_fields(find_model(model, parent)))
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
