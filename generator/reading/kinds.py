"""Which file of `data/` holds which kind of record, and in what shape."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from generator import limits
from generator.records.article import Article
from generator.records.base import Record
from generator.records.brief import FrontMatter
from generator.records.correction import Correction
from generator.records.event import Event
from generator.records.link import Link
from generator.records.measure import Metric, PlaceName, Topic, Unit
from generator.records.observation import SeriesRow
from generator.records.source import Source


class Shape(Enum):
    """How records stand in a file."""

    LIST = auto()
    """A YAML list of records."""
    SINGLE = auto()
    """One record, named like its file."""
    ROWS = auto()
    """CSV, a record a row."""
    BRIEF = auto()
    """Front matter and Markdown."""


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file: where it stands, what it holds, and how."""

    kind: str
    pattern: str
    example: str
    model: type[Record]
    shape: Shape
    max_bytes: int = limits.YAML_BYTES
    may_be_empty: bool = False
    """Whether a file without a record says something, as a list of no corrections does."""


FILE_KINDS: tuple[FileKind, ...] = (
    FileKind("unit", r"data/units\.yml", "data/units.yml", Unit, Shape.LIST),
    FileKind("place", r"data/places\.yml", "data/places.yml", PlaceName, Shape.LIST),
    FileKind("topic", r"data/topics\.yml", "data/topics.yml", Topic, Shape.LIST),
    FileKind("source", r"data/sources\.yml", "data/sources.yml", Source, Shape.LIST),
    FileKind("metric", r"data/metrics\.yml", "data/metrics.yml", Metric, Shape.LIST),
    FileKind(
        "article",
        r"data/articles/(?:\d{4}|undated)/[^/]+\.yml",
        "data/articles/<year>/<id>.yml",
        Article,
        Shape.SINGLE,
    ),
    FileKind(
        "observation",
        r"data/series/[^/]+\.csv",
        "data/series/<name>.csv",
        SeriesRow,
        Shape.ROWS,
        limits.CSV_BYTES,
    ),
    FileKind("event", r"data/events/[^/]+\.yml", "data/events/<year>.yml", Event, Shape.LIST),
    FileKind(
        "brief",
        r"data/briefs/\d{4}/[^/]+\.md",
        "data/briefs/<year>/<id>.md",
        FrontMatter,
        Shape.BRIEF,
        limits.BRIEF_BYTES,
    ),
    FileKind(
        "correction",
        r"data/corrections\.yml",
        "data/corrections.yml",
        Correction,
        Shape.LIST,
        may_be_empty=True,
    ),
    FileKind(
        "link",
        r"data/links\.csv",
        "data/links.csv",
        Link,
        Shape.ROWS,
        limits.CSV_BYTES,
        may_be_empty=True,
    ),
)

OTHER_FILES = (
    r"data/schema/[^/]+\.json",
    r"data/(?:[^/]+/)*README\.md",
    r"data/LICENSE(?:\.md)?",
    r"(?:.*/)?\.git(?:keep|ignore|attributes)",
    # What systems and editors leave behind; git ignores it too.
    r"(?:.*/)?(?:\.DS_Store|Thumbs\.db|[^/]*~|\.[^/]*\.sw[a-z])",
)
"""What may stand in `data/` without being a record."""


def find_kind(path: str) -> FileKind | None:
    """The kind of file at a path relative to the project, or None if no records are read there."""
    for kind in FILE_KINDS:
        if re.fullmatch(kind.pattern, path):
            return kind
    return None


def is_other_file(path: str) -> bool:
    """Whether a file may stand in `data/` although no records are read from it."""
    return any(re.fullmatch(pattern, path) for pattern in OTHER_FILES)
