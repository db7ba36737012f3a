"""A brief's evidence as text and JSON: what is shown of each figure, at any width."""

from __future__ import annotations

import json

import pytest

from generator.evidence.dossier import EvidenceRow, list_evidence
from generator.library.library import Library
from generator.report_evidence import COLUMNS, format_evidence, format_evidence_json
from tests.small import figure, small_library

ROW = EvidenceRow(
    line=12,
    figure="over 1,500 people a day",
    verdict="checked in quote",
    observation="x",
    quote="they were losing over 1,500 people a day in all of December, it said",
    chain="Gazette › cites Wire (not read) › quotes Institute",
    origin="Institute",
    conflicts=("1,400 (Herald)",),
)


def gather(text: str, width: int) -> dict[str, str]:
    """The words of each column of a table with one row, put together again."""
    header, *lines = text.split("\n\n", maxsplit=1)[0].split("\n")
    starts = [header.index(name) for name in COLUMNS] + [width]
    return {
        name: " ".join(" ".join(line[start:stop].strip() for line in lines).split())
        for name, start, stop in zip(COLUMNS, starts, starts[1:], strict=False)
    }


@pytest.mark.parametrize("width", [100, 112, 140, 200])
def test_a_table_shows_everything_within_the_width(width: int) -> None:
    """Long cells are wrapped, and no word of theirs is lost."""
    text = format_evidence([ROW], width)
    assert max(map(len, text.split("\n"))) <= width
    told = gather(text, width)
    assert told["line"] == "12"
    assert told["figure"] == ROW.figure
    assert told["verdict"] == "checked in quote"
    assert told["quote"] == ROW.quote
    assert told["chain"] == ROW.chain
    assert told["origin"] == "Institute"
    assert told["conflicts"] == "1,400 (Herald)"


def test_a_narrow_terminal_has_a_list() -> None:
    """A field a line, those that are empty left out, the figures parted by an empty line."""
    bare = EvidenceRow(13, "9 boats", "waived", "So it is.")
    text = format_evidence([ROW, bare], 60)
    assert max(map(len, text.split("\n"))) <= 60
    first, second, counted = text.split("\n\n")
    assert first.startswith(
        "line: 12\nfigure: over 1,500 people a day\nverdict: checked in quote\n"
    )
    assert second == "line: 13\nfigure: 9 boats\nverdict: waived: So it is."
    assert counted == "figures 2: checked in quote 1, waived 1"


def test_what_did_not_pass_has_its_reason() -> None:
    """Nobody understands such a verdict without it; a sound one needs none."""
    for verdict, is_shown in [
        *(("waived", True), ("failed", True), ("not checked", True)),
        *(("checked", False), ("computed", False), ("translated", False)),
    ]:
        text = format_evidence([EvidenceRow(1, "9", verdict, "because of this")], 60)
        assert (f"verdict: {verdict}: because of this" in text) is is_shown


@pytest.mark.parametrize("width", [60, 140])
def test_the_id_of_a_rule_is_not_broken(width: int) -> None:
    """A person looks it up, or copies it."""
    row = EvidenceRow(1, "9", "failed", "value-drift: the source has 8")
    assert "value-drift" in format_evidence([row], width)


def test_many_values_that_disagree_are_counted_in_the_table() -> None:
    """Three are shown; the JSON has all of them."""
    row = EvidenceRow(1, "9", "checked", conflicts=("1 (A)", "2 (B)", "3 (C)", "4 (D)", "5 (E)"))
    assert "conflicts: 1 (A); 2 (B); 3 (C); 2 more" in format_evidence([row], 60)
    read = json.loads(format_evidence_json("b", [row]))
    assert read["figures"][0]["conflicts"] == ["1 (A)", "2 (B)", "3 (C)", "4 (D)", "5 (E)"]


def test_a_terminal_is_given_no_control_character() -> None:
    """Neither line ends nor escape codes nor direction overrides of a quote reach it."""
    wild = EvidenceRow(1, "9", "checked", quote="a\x1b[31m\u202eb\nc")
    for width in (60, 140):
        assert all(line.isprintable() for line in format_evidence([wild], width).split("\n"))


def test_a_brief_without_figures_says_so() -> None:
    """An empty table looks like a failure."""
    assert format_evidence([], 100) == "the text of this brief has no figures"


def test_the_evidence_of_a_brief_is_what_its_figures_rest_on(library: Library) -> None:
    """In the order of the text: words, chain, origin, and the values that disagree."""
    rows = {row.line: row for row in list_evidence("herring-slows", library)}
    assert rows[5] == EvidenceRow(
        line=5,
        figure="about nine tonnes a day",
        verdict="checked in quote",
        reason="no captured text of the article was at hand",
        observation="landed-daily-2024-01-tide",
        quote="landings slowed to approximately nine tonnes per day in January 2024",
        chain="Tide Institute › analyses-data-of Open Landing Register",
        origin="Open Landing Register",
        conflicts=("over 19 (Gazette)",),
    )
    assert (
        rows[27].chain == "Gazette › cites North Wire (not read) › quotes Tide Institute (not read)"
    )
    assert rows[27].conflicts == ("about 9 (Tide Institute)", "8.5 to 9.5 (North Wire)")
    assert (rows[21].verdict, rows[21].figure) == ("computed", "about a third")
    assert (rows[73].quote, rows[73].chain) == ("tide-2024-02-10-assessment", "Tide Institute")
    assert (rows[77].verdict, rows[77].reason) == ("waived", "the skippers’ own words")


def test_a_figure_that_fails_says_what_its_source_has() -> None:
    """Of two ways to drift, the first; and of one that rests on nothing, that it does."""
    library = small_library(
        figure("x", value=9, qualifier="over"),
        figure("sum", value=18, derived="x * 2"),
        prose="In May 2023 it was [9 boats](obs:x), or [18 boats](obs:sum).\n\nOr 8 boats.\n",
    )
    first, second, third = list_evidence("b", library)
    assert (first.verdict, first.reason) == (
        "failed",
        "qualifier-drift: the source has “over 9 boats”",
    )
    assert second.quote == "= x * 2"
    assert (third.verdict, third.reason) == ("failed", "nothing shows where it comes from")


def test_people_without_a_name_are_the_origin_by_who_quotes_them() -> None:
    """Somebody unnamed is no source that a reader could look up."""
    links = "  - {verb: quotes, speaker: a captain}\n"
    library = small_library(figure("x", value=9), reports=links, prose="It was [9 boats](obs:x).\n")
    (row,) = list_evidence("b", library)
    assert row.chain == "The Gazette › quotes a captain"
    assert row.origin == "unnamed, via The Gazette"
