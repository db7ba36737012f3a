"""Files of the invented library, damaged: the inputs of the properties. The others stay sound."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml
from hypothesis import strategies as st

from generator.reading.front_matter import SplitBrief, split_front_matter
from tests.edits import BOARD, EVENTS, FERRY, HARBOUR, MARFA, METRICS, SERIES, SLOWS, SOURCES, TIDE
from tests.fuzzing.markdown_texts import documents
from tests.fuzzing.project import Contents, Texts, invented
from tests.fuzzing.texts import (
    FRAGMENTS,
    damaged,
    hostile_lines,
    hostile_texts,
    pieces,
    signs,
)

YAML_FILES = tuple(path for path in sorted(invented()) if path.endswith(".yml"))
BRIEFS = (SLOWS, FERRY, HARBOUR)
TOPICS, UNITS, PLACES = "data/topics.yml", "data/units.yml", "data/places.yml"
CORRECTIONS = "data/corrections.yml"
EVENTS_2023 = "data/events/2023.yml"

Keys = tuple[str | int, ...]


# --- text, damaged anywhere


def damaged_files(paths: tuple[str, ...]) -> st.SearchStrategy[Texts]:
    """One of these files damaged; the others are sound."""
    return st.sampled_from(paths).flatmap(
        lambda path: damaged(invented()[path]).map(lambda text: {path: text})
    )


# --- values, replaced anywhere

scalars = pieces | hostile_texts() | st.sampled_from(FRAGMENTS)
values: st.SearchStrategy[Any] = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(signs, inner, max_size=3),
    max_leaves=6,
)


@cache
def parsed(path: str) -> Any:
    """The values of a sound file, of a brief its front matter; every scalar is a text."""
    return yaml.load(_yaml_part(path), Loader=yaml.BaseLoader)  # noqa: S506 - makes texts only


def _yaml_part(path: str) -> str:
    text = invented()[path]
    return _split(text).front if path.endswith(".md") else text


def _split(text: str) -> SplitBrief:
    split = split_front_matter(text)
    assert isinstance(split, SplitBrief)
    return split


def list_places(value: Any, keys: Keys = ()) -> Iterator[Keys]:
    """The way to every value within a value."""
    yield keys
    items: list[tuple[str | int, Any]] = []
    if isinstance(value, dict):
        items = list(value.items())
    elif isinstance(value, list):
        items = list(enumerate(value))
    for key, inner in items:
        yield from list_places(inner, (*keys, key))


def put(value: Any, keys: Keys, new: Any) -> Any:
    """The value with another at a place; the original stays as it is."""
    if not keys:
        return new
    copy: Any = dict(value) if isinstance(value, dict) else list(value)
    copy[keys[0]] = put(copy[keys[0]], keys[1:], new)
    return copy


def write_back(path: str, value: Any, style: int = 0) -> str:
    """A file with these values: as JSON, which is YAML too, or as blocks."""
    if style == 0:
        text = json.dumps(value, ensure_ascii=False, indent=1)
    else:
        text = yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=60)
    if not path.endswith(".md"):
        return text
    return f"---\n{text}\n---\n{_split(invented()[path]).body}"


@st.composite
def misshapen_records(draw: st.DrawFn) -> Texts:
    """A record with values of any shape in the place of one or two of its own."""
    path = draw(st.sampled_from(YAML_FILES + BRIEFS))
    value = parsed(path)
    for _ in range(draw(st.integers(1, 2))):
        places = list(list_places(value))
        value = put(value, draw(st.sampled_from(places)), draw(values))
    return {path: write_back(path, value, draw(st.integers(0, 1)))}


# --- texts of fields, which are shown on some page


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a record, and a page that shows it."""

    path: str
    keys: Keys
    page: str
    is_line: bool = True
    prefix: str = ""
    """What stands before the hostile text, where the field needs it to be accepted."""


ARTICLE_TIDE = "articles/tide-2024-02-10-assessment.md"
ARTICLE_MARFA = "articles/marfa-2024-03-05-ferry.md"
RATE = "slowed to approximately nine tonnes per day in January 2024. "
PASSENGERS = "أكثر من 1,600 راكب في شباط 2024 "
FIELDS = (
    Field(SOURCES, (0, "name"), "sources/tide-institute.md"),
    Field(SOURCES, (0, "short-name"), "sources/tide-institute.md"),
    Field(SOURCES, (0, "note"), "sources/tide-institute.md", is_line=False),
    Field(SOURCES, (9, "name"), "sources/index.md"),
    Field(TOPICS, (0, "name"), "topics/herring.md"),
    Field(TOPICS, (0, "description"), "topics/herring.md", is_line=False),
    Field(TOPICS, (2, "name"), "topics/index.md"),
    Field(METRICS, (0, "name"), "metrics/herring-landed.md"),
    Field(METRICS, (0, "description"), "metrics/herring-landed.md", is_line=False),
    Field(METRICS, (0, "direction"), "metrics/herring-landed.md"),
    Field(METRICS, (1, "note"), "metrics/herring-landed-daily.md", is_line=False),
    Field(UNITS, (4, "symbol"), "metrics/dredged-volume.md"),
    Field(PLACES, (0, "name"), "sources/skerry-gazette.md"),
    Field(TIDE, ("title",), ARTICLE_TIDE),
    Field(TIDE, ("title",), "briefs/herring-slows.md"),
    Field(TIDE, ("authors", 0), ARTICLE_TIDE),
    Field(TIDE, ("quotes", "total", "locator"), ARTICLE_TIDE),
    Field(TIDE, ("quotes", "total", "text"), ARTICLE_TIDE, False, "279 tonnes in January "),
    Field(TIDE, ("quotes", "rate"), "briefs/herring-slows.md", False, RATE),
    Field(MARFA, ("quotes", "passengers", "text"), ARTICLE_MARFA, False, PASSENGERS),
    Field(TIDE, ("observations", 0, "basis"), "metrics/herring-landed-daily.md"),
    Field(TIDE, ("observations", 3, "note"), "metrics/herring-landed-daily.md", is_line=False),
    Field(MARFA, ("title",), ARTICLE_MARFA),
    Field(MARFA, ("translated-title",), ARTICLE_MARFA),
    Field(MARFA, ("quotes", "passengers", "translation"), ARTICLE_MARFA, is_line=False),
    Field(MARFA, ("reports", 0, "speaker"), ARTICLE_MARFA),
    Field(BOARD, ("title",), "topics/dredging.md"),
    Field(EVENTS, (0, "description"), "timeline.md", is_line=False),
    Field(EVENTS_2023, (3, "description"), "briefs/harbour-depth.md", is_line=False),
    Field(CORRECTIONS, (0, "was"), "corrections.md"),
    Field(CORRECTIONS, (0, "now"), "corrections.md"),
    Field(CORRECTIONS, (0, "why"), "corrections.md", is_line=False),
    Field(SLOWS, ("title",), "briefs/herring-slows.md"),
    Field(SLOWS, ("question",), "briefs/herring-slows.md"),
    Field(SLOWS, ("authors", 0), "briefs/herring-slows.md"),
    Field(SLOWS, ("key-figures", 0, "label"), "briefs/herring-slows.md"),
    Field(SLOWS, ("revisions", 0, "change"), "briefs/herring-slows.md", is_line=False),
    Field(FERRY, ("title",), "index.md"),
    Field(HARBOUR, ("title",), "briefs/index.md"),
)


Filled = tuple[tuple[Field, str], ...]
"""Fields, and the text that stands in each."""


@st.composite
def filled_fields(draw: st.DrawFn) -> Filled:
    """Hostile texts in one to three fields."""
    places = st.lists(
        st.sampled_from(FIELDS),
        min_size=1,
        max_size=3,
        unique_by=lambda field: (field.path, field.keys),  # one may be shown on two pages
    )
    chosen = draw(places)
    return tuple(
        (field, field.prefix + draw(hostile_lines() if field.is_line else hostile_texts()))
        for field in chosen
    )


def fill_fields(filled: Filled) -> Texts:
    """The files of these fields, with the texts in them."""
    values: dict[str, Any] = {}
    for field, text in filled:
        before = values.get(field.path, parsed(field.path))
        values[field.path] = put(before, field.keys, text)
    return {path: write_back(path, value) for path, value in values.items()}


# --- series

TEXT_COLUMNS = (4, 12, 16)
"""Basis, row and note: they may hold any text."""


@st.composite
def series(draw: st.DrawFn) -> Texts:
    """A series damaged as text, or with a few cells of any text."""
    text = invented()[SERIES]
    if draw(st.booleans()):
        return {SERIES: draw(damaged(text))}
    rows = list(csv.reader(text.split("\n")[:-1]))
    is_text = draw(st.booleans())
    for _ in range(draw(st.integers(1, 3))):
        column = draw(
            st.sampled_from(TEXT_COLUMNS) if is_text else st.integers(0, len(rows[0]) - 1)
        )
        row = rows[draw(st.integers(is_text, len(rows) - 1))]
        row[column] = draw(hostile_lines() if is_text else pieces | hostile_texts())
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows(rows)
    return {SERIES: written.getvalue()}


# --- briefs

LATER = invented()[HARBOUR].replace("2023-12-31\n", "2024-03-31\n")
"""A brief that may use all the evidence there is."""
BLOCK_BODIES = (
    ("table", "observations: [dredged-2023-board, stock-2023-council]\n"),
    ("figures", "observations: [dredged-2023-board, landed-2024-01-tide]\n"),
    ("compare", "observations:\n- landed-2023-12-tide\n- landed-2023-12-register\nnote: Note.\n"),
    ("timeline", "events: [ev-dredging]\ntopics: [herring]\nfrom: 2023-09\nto: 2024-02\n"),
    ("timeline", "from: 2023\n"),
    ("chart", "observations: []\n"),
)


@st.composite
def blocks(draw: st.DrawFn) -> Texts:
    """A brief with a block whose body is damaged, or has a value of any shape."""
    name, body = draw(st.sampled_from(BLOCK_BODIES))
    way = draw(st.integers(0, 3))
    if way == 0:
        body = draw(damaged(body))
    elif way <= 2:
        body += f"caption: {json.dumps(draw(hostile_lines()), ensure_ascii=False)}\n"
    else:
        value = yaml.load(body, Loader=yaml.BaseLoader)  # noqa: S506 - makes texts only
        places = [keys for keys in list_places(value) if keys]
        if places:
            value = put(value, draw(st.sampled_from(places)), draw(values))
        body = json.dumps(value, ensure_ascii=False)
    fence = draw(st.sampled_from(["```", "~~~", "````"]))
    indent = draw(st.sampled_from(["", "", "", "> ", "  ", "- "]))
    lines = f"{fence}{name}\n{body.rstrip()}\n{fence}".split("\n")
    return {HARBOUR: LATER + "\n" + indent + f"\n{indent}".join(lines)}


@st.composite
def bodies(draw: st.DrawFn) -> Texts:
    """A brief with prose by the grammar below its own, some of it damaged."""
    prose = draw(documents())
    if draw(st.integers(0, 3)) == 0:
        prose = draw(damaged(prose, 1))
    return {HARBOUR: f"{LATER}\n{prose}\n"}


# --- bytes


def _swap_ends(text: str) -> bytes:
    return text.replace("\n", "\r\n").encode()


def _mix_ends(text: str) -> bytes:
    lines = text.split("\n")
    return "".join(line + ("\r", "\r\n", "\n")[n % 3] for n, line in enumerate(lines)).encode()


def _mark(text: str) -> bytes:
    return text.encode("utf-8-sig")


HARMLESS: tuple[Callable[[str], bytes], ...] = (_swap_ends, _mix_ends, _mark)
"""Ways to save a file that change nothing of what it says."""


@st.composite
def byte_files(draw: st.DrawFn) -> Contents:
    """A file with bytes put into it, or saved in another encoding."""
    path = draw(st.sampled_from(sorted(invented())))
    text = invented()[path]
    if draw(st.integers(0, 3)) == 0:
        content = text.encode(draw(st.sampled_from(["utf-16", "utf-32", "utf-7", "utf-8-sig"])))
    else:
        content = text.encode()
        at = draw(st.integers(0, len(content)))
        rest = content[at + draw(st.integers(0, 8)) :] if draw(st.integers(0, 3)) else b""
        content = content[:at] + draw(st.binary(max_size=12)) + rest
    return {path: content}


# --- long texts


@st.composite
def long_files(draw: st.DrawFn) -> Texts:
    """A file, as large as a brief may be, that is mostly one sign or mark again and again."""
    part = draw(
        st.sampled_from(FRAGMENTS)
        | st.text(st.sampled_from("[]()*_`<>&#!|\\-+=~:;,.\"'@^{} \na1й0"), min_size=1, max_size=5)
    )
    size = draw(st.sampled_from([1_900, 8_000, 60_000]))
    text = (part * (size // len(part.encode()) + 1))[:size]
    while len(text.encode()) > size:
        text = text[: len(text) * 9 // 10]
    where = draw(st.integers(0, 5))
    if where == 0:
        return {HARBOUR: invented()[HARBOUR] + "\n\n" + text + "\n"}
    if where == 1:
        head = invented()[HARBOUR].split("---\n", 2)
        return {HARBOUR: f"---\n{head[1]}{text}\n---\n{head[2]}"}
    if where == 2:
        path = draw(st.sampled_from(YAML_FILES))
        return {path: invented()[path] + text}
    if where == 3:
        return {SERIES: invented()[SERIES] + text}
    if where == 4:
        block = f"\n```timeline\ncaption: {text}\nfrom: 2023\n```\n"
        return {HARBOUR: invented()[HARBOUR] + block}
    field = draw(st.sampled_from(FIELDS))
    limit = 300 if field.is_line else 2000
    value = (field.prefix + text)[:limit]
    changed = put(
        parsed(field.path), field.keys, value.replace("\n", " ") if field.is_line else value
    )
    return {field.path: write_back(field.path, changed)}


# --- captures


@st.composite
def captured_texts(draw: st.DrawFn) -> dict[str, str]:
    """The captured texts of two articles: their quotes among other words, all of it damaged."""
    result = {}
    for path in (TIDE, MARFA):
        quotes = parsed(path)["quotes"].values()
        words = [quote if isinstance(quote, str) else quote["text"] for quote in quotes]
        among = [draw(hostile_texts()) for _ in words]
        text = "\n".join(part for pair in zip(among, words, strict=True) for part in pair)
        result[parsed(path)["id"]] = draw(damaged(text)) * draw(st.sampled_from([1, 1, 50]))
    return result
