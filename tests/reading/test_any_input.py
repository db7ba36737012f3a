"""Whatever stands in a file: issues, never a traceback. Texts and bytes made by chance."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.checks.run import run_checks
from generator.issues import has_errors
from generator.reading.assemble import assemble
from generator.reading.content import decode
from generator.reading.csv_text import read_csv
from generator.reading.files import DataFiles, TextFile, read_data_files
from generator.reading.kinds import find_kind
from generator.report import format_github, format_text
from tests.edits import FERRY, HARBOUR, SERIES, TIDE, UNITS

FEW = settings(max_examples=60, deadline=None, derandomize=True)
PATHS = st.sampled_from([UNITS, TIDE, SERIES, HARBOUR])
# Signs that mean something to one of the parsers come often, every other now and then.
SIGNS = st.text(st.sampled_from("-:,;'\"[]{}#&*!|>%@`\\\t\n ~?^<=_.()ab1é") | st.characters())
VALUES = st.recursive(
    SIGNS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(SIGNS, inner, max_size=3),
    max_leaves=8,
)
INSERTED = st.sampled_from([b"", b"'", b'"', b"[", b"{", b":", b"\n", b"\t", b"\xff"])


def read_texts(texts: dict[str, str]) -> str:
    """Reads texts as files of a project and formats whatever is said of them."""
    kinds = {path: find_kind(path) for path in texts}
    files = [TextFile(path, kind, texts[path]) for path, kind in kinds.items() if kind is not None]
    library, issues = assemble(DataFiles(files))
    issues += run_checks(library)
    format_github(issues)
    return format_text(issues)


@FEW
@given(PATHS, st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(path: str, content: bytes) -> None:
    """As text of any kind of file, as far as they are text."""
    text = decode(content)
    if isinstance(text, str):
        read_texts({path: text})


@FEW
@given(PATHS, SIGNS)
def test_any_text_is_read_or_refused(path: str, text: str) -> None:
    """The whole of a file."""
    content = decode(text.encode("utf-8", "replace"))
    if isinstance(content, str):
        read_texts({path: content})


@FEW
@given(SIGNS)
def test_any_prose_is_read_or_refused(text: str) -> None:
    """Below sound front matter."""
    front = "---\nid: harbour-depth\ntitle: x\nquestion: x\nbottom-line: x\ncut-off: 2024\n"
    front += "published: 2024\nauthors: [x]\ntopics: [dredging]\n---\n"
    content = decode((front + text).encode("utf-8", "replace"))
    if isinstance(content, str):
        read_texts({HARBOUR: content})


@FEW
@given(st.lists(st.lists(SIGNS, min_size=5, max_size=7), max_size=4))
def test_both_readers_of_csv_agree_on_the_rows(rows: list[list[str]]) -> None:
    """Pandas has a row for each that the standard library counts, or the text is refused."""
    lines = ["id,metric,period,place,article", *(",".join(row) for row in rows)]
    read = read_csv("\n".join(lines).replace("\r", "\n").replace("\0", ""))
    assert read.faults or len(read.rows) == len(read.lines) - 1


@FEW
@given(VALUES)
def test_any_value_in_a_field_is_an_issue_at_a_place(value: object) -> None:
    """Lists, mappings and texts in the place of each other."""
    text = f"- id: x\n  name: {json.dumps(value)}\n  ucum: {json.dumps(value)}\n"
    said = read_texts({UNITS: text})
    assert all(line.startswith((f"{UNITS}:", "  help: ")) for line in said.split("\n") if line)


@pytest.mark.parametrize("path", [UNITS, TIDE, SERIES, FERRY])
@settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_a_file_cut_or_damaged_anywhere_is_read_or_refused(
    path: str, make_project: Callable[[], Path], data: st.DataObject
) -> None:
    """A sign put in, or the rest left out, at any place of a sound file."""
    project = make_project()
    content = (project / path).read_bytes()
    place = data.draw(st.integers(0, len(content)))
    inserted = data.draw(
        st.sampled_from([b"", b"'", b'"', b"[", b"{", b":", b"\n", b"\t", b"\xff"])
    )
    rest = content[place:] if data.draw(st.booleans()) else b""
    (project / path).write_bytes(content[:place] + inserted + rest)
    library, issues = assemble(read_data_files(project))
    issues += run_checks(library)
    shutil.rmtree(project)
    assert format_text(issues) or not has_errors(issues)
