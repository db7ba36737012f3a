"""How large anything may be that comes from outside: one place for all limits of the input.

They keep one file, by mistake or on purpose, from stopping everybody's build: each is enforced
before what it bounds would cost time or memory. The page of limits is made from `LIMITS`; how a
limit is enforced, and said, is the business of whoever reads.
"""

from __future__ import annotations

from dataclasses import dataclass

FILES = 100_000
DATA_CHARACTERS = 500_000_000
RECORDS = 500_000
YAML_BYTES = 1_000_000
YAML_DEPTH = 20
YAML_NODES = 50_000
CSV_BYTES = 20_000_000
CSV_ROWS = 100_000
CSV_LINES = 120_000
CSV_CELL = 4_000
CAPTURE_BYTES = 2_000_000
LINE = 300
TEXT = 2_000
ID = 80
URL = 2_048
BRIEF_BYTES = 64_000
BODY_LINES = 4_000
BODY_COLUMNS = 40
BODY_BLOCKS = 2_000
BODY_BLOCK = 8_000
BODY_MARKS = 4_000
BODY_DEPTH = 20
CHART_VALUES = 400
CHARTS = 12
PAGE_BYTES = 200_000
PAGE_SECONDS = 20
ISSUES = 200


@dataclass(frozen=True, slots=True)
class Limit:
    """One row of the page of limits."""

    of: str
    """What is bounded."""
    most: int
    unit: str
    rule: str
    """The id of the rule that says so, or in words what happens instead."""


LIMITS: tuple[Limit, ...] = (
    Limit("Files in `data/`", FILES, "files", "too-large"),
    Limit("Text in `data/`", DATA_CHARACTERS, "characters", "too-large"),
    Limit("Records of all files together", RECORDS, "records", "too-large"),
    Limit("A file of YAML", YAML_BYTES, "bytes", "too-large"),
    Limit("Values in a file of YAML", YAML_NODES, "values", "too-large"),
    Limit("Values within values", YAML_DEPTH, "levels", "too-deep"),
    Limit("A series", CSV_BYTES, "bytes", "too-large"),
    Limit("Rows of a series", CSV_ROWS, "rows", "too-large"),
    Limit("Lines of a series, empty ones too", CSV_LINES, "lines", "too-large"),
    Limit("A cell of a series", CSV_CELL, "characters", "too-long"),
    Limit("An id", ID, "characters", "too-long"),
    Limit("A field of one line", LINE, "characters", "too-long"),
    Limit("A field of text", TEXT, "characters", "too-long"),
    Limit("A web address", URL, "characters", "bad-url"),
    Limit("A brief", BRIEF_BYTES, "bytes", "too-large"),
    Limit("Lines of a brief", BODY_LINES, "lines", "too-large"),
    Limit("Columns of a table in a brief", BODY_COLUMNS, "columns", "too-large"),
    Limit("Paragraphs, items, rows and headings of a brief", BODY_BLOCKS, "blocks", "too-large"),
    Limit("One of them", BODY_BLOCK, "characters", "too-long"),
    Limit("Signs with a meaning in Markdown, in a brief", BODY_MARKS, "signs", "too-large"),
    Limit("Lists and quotations within each other", BODY_DEPTH, "levels", "too-deep"),
    Limit("Values in a chart", CHART_VALUES, "values", "too-large"),
    Limit("Charts in a brief", CHARTS, "charts", "too-large"),
    Limit("A capture", CAPTURE_BYTES, "bytes", "too-large"),
    Limit("A page written by hand", PAGE_BYTES, "bytes", "too-large"),
    Limit("Issues of one rule in one file, shown", ISSUES, "issues", "one more counts the rest"),
    Limit("The engine's work on a page", PAGE_SECONDS, "seconds", "the build names the page"),
)
"""In the order of the page."""
