"""The readers of single texts: YAML, CSV, front matter and prose, with the places they find."""

from __future__ import annotations

import pytest

from generator.issues import Location
from generator.reading.content import decode
from generator.reading.csv_text import read_csv
from generator.reading.fault import Fault
from generator.reading.front_matter import SplitBrief, split_front_matter
from generator.reading.positions import CsvPositions, YamlPositions
from generator.reading.prose import read_field, read_prose
from generator.reading.yaml_text import read_yaml
from generator.records.prose import Citation, Mark, RecordLink

HEAD = "id,metric,period,place,article,value,note"


@pytest.mark.parametrize(
    "value", ["12:30", "no", "1.10", "null", "~", "2024-01-01", "0x1F", "1_000", "=", "1e3", "007"]
)
def test_every_value_stays_the_text_it_is(value: str) -> None:
    """YAML's own typing would make numbers, dates and booleans of these."""
    assert read_yaml(f"a: {value}").value == {"a": value}


def test_a_text_of_several_lines_is_folded_or_kept() -> None:
    """As YAML has it: `>-` joins the lines, `|` keeps them."""
    assert read_yaml("a: >-\n  one\n  two\nb: |\n  one\n  two\n").value == {
        "a": "one two",
        "b": "one\ntwo\n",
    }


def test_every_value_and_name_has_its_place() -> None:
    """Line and column, from 1, below the lines that stand above the text."""
    read = read_yaml("a: x\nb:\n  - {c: y}\n", line_offset=10)
    assert read.places["a",] == (11, 4)
    assert read.places["b", 0, "c"] == (13, 9)
    assert read.key_places["b",] == (12, 1)


def test_columns_are_counted_in_characters() -> None:
    """Not in bytes: Cyrillic and Arabic take two, signs outside the basic plane four."""
    (fault,) = read_yaml("a: жарт\nb: 😀 x\x07").faults
    assert (fault.rule, fault.line, fault.column) == ("hidden-character", 2, 7)


def test_every_duplicate_is_named_and_the_first_value_kept() -> None:
    """One fault for each repetition."""
    read = read_yaml("a: 1\na: 2\nb: {c: 1, c: 2}\n")
    assert [fault.line for fault in read.faults] == [2, 3]
    assert read.value == {"a": "1", "b": {"c": "1"}}


def test_a_value_that_is_not_there_is_placed_where_it_would_stand() -> None:
    """The nearest parent that is there."""
    positions = YamlPositions("a:\n  - {b: x}\n", 4)
    assert positions.find("f", ("a", 0, "c"), at_key=False) == Location("f", 6, 5)
    assert positions.find("f", ("a", 0, "b"), at_key=True) == Location("f", 6, 6)
    assert positions.find("f", ("z",), at_key=False) == Location("f", 5, 1)


def test_a_row_of_csv_keeps_its_line_when_a_cell_has_two() -> None:
    """A line end between quotation marks is part of the cell; blank lines are passed over."""
    text = f'{HEAD}\na,m,2024,MT,x,1,"two\nlines"\n\nb,m,2024,MT,x,2,\n'
    read = read_csv(text)
    assert [row["id"] for row in read.rows] == ["a", "b"]
    assert read.rows[0]["note"] == "two\nlines"
    positions = CsvPositions(read.lines)
    assert positions.find("f", (1, "value"), at_key=False) == Location("f", 5, field="value")


def test_empty_cells_are_left_out_and_others_kept_as_they_are() -> None:
    """`NA` is a text, `007` is no number, and spaces around a cell are nobody's."""
    (row,) = read_csv(f"{HEAD}\nNA, m ,2024,,x,007,\n").rows
    assert row == {"id": "NA", "metric": "m", "period": "2024", "article": "x", "value": "007"}


def test_a_header_is_judged_once_and_not_in_each_row() -> None:
    """Unknown, missing and doubled columns are faults of the first line."""
    faults = read_csv("id,metrik,period,place,note,note\na,b,c,d,e,f\n").faults
    assert [(fault.rule, fault.line) for fault in faults] == [
        ("duplicate-key", 1),
        ("unknown-field", 1),
        ("missing-field", 1),
    ]


def test_front_matter_is_split_from_prose_with_the_lines_of_both() -> None:
    """Further lines of three hyphens belong to the prose."""
    split = split_front_matter("---\nid: x\n---\n\nText\n---\n")
    assert split == SplitBrief("id: x", 2, "\nText\n---\n", 4)


@pytest.mark.parametrize("text", ["", "text", " ---\nid: x\n---\n", "---\nid: x\n"])
def test_front_matter_that_does_not_open_or_close_is_a_fault(text: str) -> None:
    """At the first line of the file."""
    fault = split_front_matter(text)
    assert isinstance(fault, Fault)
    assert (fault.rule, fault.line) == ("bad-front-matter", 1)


def test_line_ends_and_byte_order_marks_are_nobody_s_fault() -> None:
    """Every file is read as if it had been written here."""
    assert decode(b"\xef\xbb\xbfa\r\nb\rc\n") == "a\nb\nc\n"


def test_citations_and_links_have_their_places() -> None:
    """Line and column of the bracket, wherever it stands."""
    prose = read_prose(
        "One [@a-1] and\ntwo [@b, q; @c].\n\n- [x](obs:o)\n  - three [](metric:m)\n", 11
    ).prose
    assert prose.citations == (
        Citation("a-1", None, Mark(11, 5)),
        Citation("b", "q", Mark(12, 5)),
        Citation("c", None, Mark(12, 5)),
    )
    assert prose.links == (
        RecordLink("observation", "o", "x", Mark(14, 3)),
        RecordLink("metric", "m", "", Mark(15, 11)),
    )


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("`[@a]`", 0),
        ("```table\n[@a]\n```", 0),
        ("> [@a]", 1),
        ("## Heading [@a]", 1),
        ("| x [@a] | y |\n|---|---|\n| [@b] | *[@c]* |", 3),
        ("[text [@a]](https://e.example)", 1),
        ("**[@a]**[@b]", 2),
    ],
)
def test_citations_are_read_where_text_is_and_not_in_code(text: str, count: int) -> None:
    """In quotations, headings, cells and emphasis; never in code or in blocks."""
    assert len(read_prose(text).prose.citations) == count


@pytest.mark.parametrize(
    ("text", "line"),
    [("a\nb [@c\nd", 2), ("a\n\n> b\n> c[^1]\n", 4), ("- a\n- b\n  c [@d", 3)],
)
def test_a_mark_that_cannot_be_read_is_found_on_its_line(text: str, line: int) -> None:
    """Not merely in its paragraph."""
    (fault,) = read_prose(text).faults
    assert (fault.rule, fault.line) == ("malformed-citation", line)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("one\ntwo a\u200bb", ("hidden-character", 12, 6)),
        ("- one\n- `a\u202eb`", ("hidden-character", 12, 5)),
        ("> one h\u0430rbour", ("mixed-script", 11, 7)),
        ("one `h\u0430rbour`", ("mixed-script", 11, 6)),
        ("| a | b |\n|---|---|\n| c | e\u0301 |", ("not-nfc", 13, 7)),
        ("h*\u0430*rbour", ("mixed-script", 11, 1)),
        ("one\n*two* a&#x202e;b", ("hidden-character", 12, 1)),
        ("[ref]: https://e.example/ 'a\u200bb'", ("hidden-character", 11, 29)),
        ("[x](https://e.example/ 'a&#x200b;b')", ("hidden-character", 11, 1)),
        ("[x](https://e.example/\u200b)", ("hidden-character", 11, 23)),
    ],
    ids=ascii,
)
def test_a_character_of_prose_is_found_at_its_column(
    text: str, found: tuple[str, int, int]
) -> None:
    """As far as it stands there unescaped; of a reference the line is known."""
    (fault,) = read_prose(text, 11).faults
    assert (fault.rule, fault.line, fault.column) == found


def test_the_faults_of_a_paragraph_are_found_in_one_go() -> None:
    """One of each kind; in a field all stand at the field."""
    text = "One h\u0430rbour and cafe\u0301.\n\nTwo a&#x202e;b."
    expected = [("not-nfc", 1, 20), ("mixed-script", 1, 5), ("hidden-character", 3, 1)]
    assert [(f.rule, f.line, f.column) for f in read_prose(text).faults] == expected
    faults = read_field(text, Mark(5, 14)).faults
    assert [(f.rule, f.line, f.column) for f in faults] == [
        (rule, 5, 14) for rule, _, _ in expected
    ]


@pytest.mark.parametrize("text", ["a: [", "a:\n  - b\n  - {c", "a: 'x"])
def test_a_fault_at_the_end_of_a_text_stands_in_its_last_line(text: str) -> None:
    """The parser sees a line behind it, which the file does not have."""
    (fault,) = (found for found in read_yaml(text, 4).faults if found.rule == "yaml-syntax")
    assert 5 <= fault.line <= 4 + len(text.split("\n"))


def test_the_mark_that_closes_a_block_is_named_at_a_bearable_length() -> None:
    """A fence may be as long as a brief."""
    (short,) = read_prose("~~~~~ figures\nx\n").faults
    assert "put a line ~~~~~ below" in short.help
    (long,) = read_prose("`" * 3_000).faults
    assert "put a line of as many such signs below" in long.help
