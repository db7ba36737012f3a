"""What all records share: the model's settings and the small types of their fields.

A field that points to another record says so in its type (`Ref`), so that looking up all
references is one walk over the models and not a list kept by hand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, ClassVar
from urllib.parse import urlsplit

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

SLUG_PATTERN = r"^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?$"
RESERVED_NAMES = frozenset(
    ["con", "prn", "aux", "nul", "index", "404"]
    + [f"{port}{number}" for port in ("com", "lpt") for number in range(10)]
)
NUMBER_PATTERN = r"^-?(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,9})?$"
PLACE_PATTERN = r"^[A-Z]{2}(?:-[A-Z0-9]{1,3})?(?:\+[A-Z]{2}(?:-[A-Z0-9]{1,3})?)*$"
LANGUAGE_PATTERN = r"^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?$"
SHELF_LIFE_PATTERN = r"^P[1-9][0-9]{0,3}[DMY]$"
URL_MAX_LENGTH = 2048

# Controls break pages and terminals; the bidirectional overrides can make a text read as another.
# Left-to-right and right-to-left marks stay allowed: Arabic and Hebrew titles need them.
_FORBIDDEN_CHARACTERS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_FORBIDDEN_IN_URL = re.compile(r"[\x00-\x20\x7f-\xa0<>\"`\\{}^|\s]")

# Letters, plain digits and hyphens between dots, the last part no number; or four numbers. Browsers
# and the sanitiser take a host with anything else for none, and the link would lead nowhere.
_PART = r"(?:[^\W\d]|[0-9-])"
_HOST = re.compile(
    rf"(?:{_PART}+\.)*(?={_PART}*[^\W\d_]){_PART}+\.?|(?:[0-9]{{1,3}}\.){{3}}[0-9]{{1,3}}"
)


class Record(BaseModel):
    """The settings of every record: frozen, no field but the declared ones, kebab-case names."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        use_attribute_docstrings=True,
        alias_generator=lambda name: name.replace("_", "-"),
        str_strip_whitespace=True,
    )


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


def _check_text(text: str) -> str:
    found = _FORBIDDEN_CHARACTERS.search(text)
    if found:
        code = f"U+{ord(found.group()):04X}"
        raise PydanticCustomError("hidden-character", "holds {code}", {"code": code})
    return text


def _check_line(text: str) -> str:
    if "\n" in text:
        raise PydanticCustomError("bad-text", "must be one line")
    return text


def _check_slug(text: str) -> str:
    if not re.fullmatch(SLUG_PATTERN, text):
        raise PydanticCustomError("bad-id", "is not an id")
    if text in RESERVED_NAMES:
        raise PydanticCustomError("bad-id", "is a reserved name")
    return text


def find_url_fault(text: str) -> str | None:
    """What keeps a text from being a plain http or https address, if anything does."""
    if len(text) > URL_MAX_LENGTH:
        return f"is longer than {URL_MAX_LENGTH} characters"
    if _FORBIDDEN_IN_URL.search(text):
        return "has a space or another character that no web address may have"
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return "has a malformed host or port"
    if parts.scheme not in ("http", "https"):
        return "does not begin with https:// or http://"
    if not host:
        return "names no host"
    if not _HOST.fullmatch(host):
        return "has a malformed host or port"
    if parts.username is not None or parts.password is not None:
        return "carries a user name or password"
    return None


def _check_url(text: str) -> str:
    fault = find_url_fault(text)
    if fault:
        raise PydanticCustomError("bad-url", "{fault}", {"fault": fault})
    return text


def _read_number(value: Any) -> Any:
    """Only plain decimal digits: `1,500`, `1e3` and `½` each read differently to two people."""
    if isinstance(value, str) and not re.fullmatch(NUMBER_PATTERN, value.strip()):
        raise PydanticCustomError("bad-number", "is not a plain number")
    return value


Text = Annotated[str, Field(min_length=1, max_length=2000), AfterValidator(_check_text)]
"""A paragraph or less."""

Line = Annotated[
    str,
    Field(min_length=1, max_length=300),
    AfterValidator(_check_text),
    AfterValidator(_check_line),
]
"""One line, such as a title or a name."""

Slug = Annotated[
    str,
    Field(min_length=1, max_length=80, json_schema_extra={"pattern": SLUG_PATTERN}),
    AfterValidator(_check_slug),
]
"""An id: lower-case letters, digits and hyphens."""

Url = Annotated[
    str,
    Field(
        json_schema_extra={"pattern": "^https?://", "format": "uri", "maxLength": URL_MAX_LENGTH}
    ),
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
