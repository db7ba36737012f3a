"""The three reports of an evidence diff, compared with what was once looked at and found right.

After a change that is meant: `UPDATE_GOLDEN=1 pytest tests/diff/test_reports.py`; read the diff.
"""

import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from generator.diff.as_json import format_json
from generator.diff.as_markdown import COMMENT, SCREENFUL, format_markdown
from generator.diff.as_text import format_text
from generator.diff.evidence_diff import EvidenceDiff
from generator.diff.sides import Side
from generator.library.library import Library
from tests.diff.cases import CASES
from tests.diff.sides import make_sides

GOLDEN = Path(__file__).parents[1] / "golden" / "evidence-diff"
FORMATS: dict[str, Callable[[EvidenceDiff, Side, Side], str]] = {
    "txt": format_text,
    "md": format_markdown,
    "json": format_json,
}


@pytest.fixture(params=CASES)
def case(request: pytest.FixtureRequest, project: Path) -> tuple[str, EvidenceDiff, Side, Side]:
    """One case: its name, what differs, and both sides."""
    before, after, found = make_sides(project, CASES[request.param])
    return request.param, found, before, after


def test_a_report_is_as_it_was_when_last_looked_at(
    case: tuple[str, EvidenceDiff, Side, Side],
) -> None:
    """In each of the three forms."""
    name, found, before, after = case
    for ending, form in FORMATS.items():
        said, expected = form(found, before, after), GOLDEN / f"{name}.{ending}"
        if os.environ.get("UPDATE_GOLDEN"):
            expected.parent.mkdir(parents=True, exist_ok=True)
            expected.write_text(said, "utf-8")
        assert said == expected.read_text("utf-8")


def test_no_report_is_left_over() -> None:
    """A report that is compared with nothing says nothing."""
    found = {path.name for path in GOLDEN.iterdir()}
    assert found == {f"{name}.{ending}" for name in CASES for ending in FORMATS}


def test_the_markdown_holds_no_link_image_or_html_of_others(
    case: tuple[str, EvidenceDiff, Side, Side],
) -> None:
    """Folds are the only HTML, and each is closed; a screenful stands open."""
    _, found, before, after = case
    said = format_markdown(found, before, after)
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(said)
    every = [*tokens, *(child for token in tokens for child in token.children or [])]
    assert not {token.type for token in every} & {"link_open", "image", "html_inline", "table_open"}
    html = "".join(token.content for token in tokens if token.type == "html_block")
    folds = re.findall(r"<details><summary>[\w ,:]+</summary>\n|</details>\n", html)
    assert "".join(folds) == html
    assert html.count("<details>") == html.count("</details>")
    unfolded = re.sub(r"(?s)<details>.*?</details>\n", "", said)
    assert unfolded.count("\n") <= SCREENFUL + 10


def test_a_change_from_nine_to_eighteen_is_the_first_thing_seen(project: Path) -> None:
    """Both numbers stand in the first line, and in the first entry with their words."""
    before, after, found = make_sides(project, CASES["nine-to-eighteen"])
    lines = format_markdown(found, before, after).splitlines()
    assert lines[0] == "### Evidence: about 9 → 18.1 t/day"
    first = next(line for line in lines if line.startswith("- "))
    assert first.startswith("- **about 9 → 18.1 t/day**")
    text = format_text(found, before, after).splitlines()
    assert text[4].strip().startswith("about 9 → 18.1 t/day")


@pytest.mark.parametrize("most", [600, 1_000, 2_000, 4_000, 8_000])
def test_what_finds_no_room_is_counted(project: Path, most: int) -> None:
    """No entry is cut in two, folds are closed, and the last line says how many are left out."""
    before, after, found = make_sides(project, CASES["many-kinds"])
    whole, said = format_markdown(found, before, after), format_markdown(found, before, after, most)
    assert len(said) <= most
    lines, all_lines = said.splitlines(), set(whole.splitlines())
    assert said.count("<details>") == said.count("</details>")
    if most < len(whole):
        assert re.fullmatch(r"\d+ entr(y|ies) left out here, .*", lines[-1])
        lines.pop()
    assert {line for line in lines if line} <= all_lines


def test_a_change_of_everything_fits_into_a_comment(library: Library, project: Path) -> None:
    """Thousands of figures that go: the counts are whole, the rest is cut, and it says so."""
    row = "landed-2023-09-register,herring-landed,2023-09,IS-HB,whole fish,402.5"
    series = project / "data/series/landing-register.csv"
    text = series.read_text("utf-8")
    (line,) = [line for line in text.splitlines() if line.startswith(row)]
    more = "".join(f"{line.replace('-09-register', f'-09-r{n}', 1)}\n" for n in range(3_000))

    def grow(_: Path) -> None:
        series.write_text(text + more, "utf-8")

    before, after, found = make_sides(project, [grow])
    said = format_markdown(found, before, after)
    assert len(found.figures) == 3_000
    assert len(said) <= COMMENT
    assert "3,000 added" in said
    assert "left out here" in said


def test_the_json_counts_what_it_lists(case: tuple[str, EvidenceDiff, Side, Side]) -> None:
    """In ASCII, so that it goes through anything."""
    _, found, before, after = case
    said = format_json(found, before, after)
    assert said.isascii()
    read = json.loads(said)
    assert read["format"] == 1
    listed = sum(read["counts"][f"figures_{what}"] for what in ("added", "removed", "renamed"))
    assert listed <= len(read["figures"])
    assert read["counts"]["uncompared"] == len(read["uncompared"])
    assert read["counts"]["records"] == len(read["records"])
