"""What all records share: the model's settings and the small types of their fields.

A field that points to another record says so in its type (`Ref`), so that looking up all
references is one walk over the models and not a list kept by hand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, ClassVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from generator import limits
from generator.records.characters import find_text_faults
from generator.records.web_address import find_url_fault

SLUG_PATTERN = r"^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?$"
RESERVED_NAMES = frozenset(
    ["con", "prn", "aux", "nul", "index", "404"]
    + [f"{port}{number}" for port in ("com", "lpt") for number in range(10)]
)
NUMBER_PATTERN = r"^-?(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,9})?$"
PLACE_PATTERN = r"^[A-Z]{2}(?:-[A-Z0-9]{1,3})?(?:\+[A-Z]{2}(?:-[A-Z0-9]{1,3})?)*$"
LANGUAGE_PATTERN = r"^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?$"
SHELF_LIFE_PATTERN = r"^P[1-9][0-9]{0,3}[DMY]$"
_SLUG, _NUMBER = re.compile(SLUG_PATTERN), re.compile(NUMBER_PATTERN)


class Record(BaseModel):
    """The settings of every record: frozen, no field but the declared ones, kebab-case names."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        use_attribute_docstrings=True,
        alias_generator=lambda name: name.replace("_", "-"),
        str_strip_whitespace=True,
        defer_build=True,  # most runs read what is kept, and validate a few kinds only
    )

    def __getstate__(self) -> tuple[tuple[Any, ...], tuple[str, ...]]:  # type: ignore[override]  # that of pydantic, with four names for each record, is five times as long
        """Its values in the order of its fields, and the names of those that were given."""
        names = _list_names(type(self))
        given = tuple(name for name in names if name in self.model_fields_set)
        return tuple(self.__dict__[name] for name in names), given

    def __setstate__(self, state: tuple[tuple[Any, ...], tuple[str, ...]]) -> None:  # type: ignore[override]  # as above
        """Takes them; records of which the same fields were given have one set of names."""
        values, given = state
        put = object.__setattr__
        put(self, "__dict__", dict(zip(_list_names(type(self)), values, strict=True)))
        put(self, "__pydantic_fields_set__", _share_names(given))
        put(self, "__pydantic_extra__", None)
        put(self, "__pydantic_private__", None)


@cache
def _list_names(model: type[BaseModel]) -> tuple[str, ...]:
    return tuple(model.model_fields)


@cache
def _share_names(names: tuple[str, ...]) -> set[str]:
    return set(names)


class ShortForm(Record):
    """A record that may be written as the value of one of its fields alone."""

    short_field: ClassVar[str]
    """The field that stands for the whole."""

    @model_validator(mode="before")
    @classmethod
    def _read_short_form(cls, value: Any) -> Any:
        return {cls.short_field: value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """The field's schema is allowed in place of the mapping's."""
        mapping = handler.resolve_ref_schema(handler(schema))
        field = mapping["properties"][cls.short_field]
        short = {name: value for name, value in field.items() if name != "title"}
        return {"anyOf": [short, dict(mapping)], "description": mapping.get("description", "")}


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks a field whose value is the id of a record of this kind."""

    kind: str


@dataclass(frozen=True, slots=True)
class RefsWithin:
    """Marks a field whose value is an expression in which ids of this kind may stand."""

    kind: str


def _check_text(value: Any) -> Any:
    """Judges a text before the spaces around it are dropped, some of which would be faults."""
    fault = next(find_text_faults(value), None) if isinstance(value, str) else None
    if fault is not None:
        raise PydanticCustomError(fault.rule, "{said}", {"said": fault.said, "help": fault.help})
    return value


def _check_line(text: str) -> str:
    if "\n" in text:
        raise PydanticCustomError("bad-text", "must be one line")
    return text


RESERVED = "is a reserved name"


def find_slug_fault(text: str) -> str | None:
    """What keeps a text from being an id, if anything does."""
    if not _SLUG.fullmatch(text):
        return "is not an id"
    return RESERVED if text in RESERVED_NAMES else None


def _check_slug(text: str) -> str:
    fault = find_slug_fault(text)
    if fault == RESERVED:
        raise PydanticCustomError("bad-id", "is a reserved name")
    if fault:
        raise PydanticCustomError("bad-id", "is not an id")
    return text


def _check_url(text: str) -> str:
    fault = find_url_fault(text)
    if fault:
        raise PydanticCustomError("bad-url", "{fault}", {"fault": fault})
    return text


def _read_number(value: Any) -> Any:
    """Only plain decimal digits: `1,500`, `1e3` and `½` each read differently to two people."""
    if isinstance(value, str) and not _NUMBER.fullmatch(value.strip()):
        raise PydanticCustomError("bad-number", "is not a plain number")
    return value


Text = Annotated[
    str,
    Field(min_length=1, max_length=limits.TEXT),
    BeforeValidator(_check_text),
]
"""A paragraph or less."""

Line = Annotated[
    str,
    Field(min_length=1, max_length=limits.LINE),
    BeforeValidator(_check_text),
    AfterValidator(_check_line),
]
"""One line, such as a title or a name."""

Slug = Annotated[
    str,
    Field(min_length=1, max_length=limits.ID, json_schema_extra={"pattern": SLUG_PATTERN}),
    AfterValidator(_check_slug),
]
"""An id: lower-case letters, digits and hyphens."""

Url = Annotated[
    str,
    Field(json_schema_extra={"pattern": "^https?://", "format": "uri", "maxLength": limits.URL}),
    AfterValidator(_check_url),
]
"""A web address, http or https only."""

Number = Annotated[
    Decimal,
    BeforeValidator(_read_number, json_schema_input_type=str),
    Field(json_schema_extra={"pattern": NUMBER_PATTERN}),
]
"""A plain decimal number, kept to the digits written."""

Language = Annotated[str, Field(pattern=LANGUAGE_PATTERN, examples=["en", "uk", "pt-BR"])]
"""A BCP 47 language tag."""

Place = Annotated[str, Field(pattern=PLACE_PATTERN, max_length=60, examples=["UA", "UA+RU-KRS"])]
"""ISO 3166 codes of countries or regions, joined by `+`."""

SourceId = Annotated[Slug, Ref("source")]
ArticleId = Annotated[Slug, Ref("article")]
MetricId = Annotated[Slug, Ref("metric")]
UnitId = Annotated[Slug, Ref("unit")]
TopicId = Annotated[Slug, Ref("topic")]
ObservationId = Annotated[Slug, Ref("observation")]
ObservationExpression = Annotated[Line, RefsWithin("observation")]
BriefId = Annotated[Slug, Ref("brief")]
EventId = Annotated[Slug, Ref("event")]
