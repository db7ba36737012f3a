import pytest

from generator.authoring.round_trip import (
    FaultyTextError,
    edit_front_matter,
    insert_item,
    make_node,
    set_field,
)
from generator.reading.yaml_text import read_yaml

RECORD = """\
# yaml-language-server: $schema=article.json
id: gazette-2024  # never changes

# who says so
outlet:   gazette
time: 12:30   # not 750
seen: no
version: "1.10"
issued: 2025-01~
topics: [herring,   dredging]  # both
reports:
  - {verb: cites, source: board}  # seen
  # and more
quotes:
  rate: >-
    about nine
    tonnes
  total: 'a "quoted" text'

observations:
  - id: one
    value: 1.10
    # unit: km2
  - id: two
    value: 2
    # note:

# the end
note: "\\u200eend"
"""
ORDER = ["id", "outlet", "url", "archive-url", "topics", "reports", "quotes", "observations"]


def changed_lines(before: str, after: str) -> tuple[list[str], list[str]]:
    """The lines that went and those that came, at one place."""
    old, new = before.split("\n"), after.split("\n")
    while old and new and old[0] == new[0]:
        old, new = old[1:], new[1:]
    while old and new and old[-1] == new[-1]:
        old, new = old[:-1], new[:-1]
    return old, new


@pytest.mark.parametrize(
    ("keys", "value", "went", "came"),
    [
        (("outlet",), "no", ["outlet:   gazette"], ["outlet: no"]),
        (("time",), "12:45", ["time: 12:30   # not 750"], ["time: 12:45   # not 750"]),
        (
            ("topics",),
            ["herring", "a, b"],
            ["topics: [herring,   dredging]  # both"],
            ['topics: [herring, "a, b"]  # both'],
        ),
        (
            ("reports", 0, "read"),
            "true",
            ["  - {verb: cites, source: board}  # seen"],
            ["  - {verb: cites, source: board, read: true}  # seen"],
        ),
        (("observations", 0, "note"), "late", [], ["    note: late"]),
        (("observations", 1, "value"), "3", ["    value: 2"], ["    value: 3"]),
        (("quotes", "new"), "a: b", [], ['  new: "a: b"']),
        (
            ("quotes", "rate"),
            "nine",
            ["  rate: >-", "    about nine", "    tonnes"],
            ["  rate: nine"],
        ),
        (("archive-url",), "https://a.example", [], ["archive-url: https://a.example"]),
        (("note",), "*", ['note: "\\u200eend"'], ['note: "*"']),
    ],
)
def test_a_field_is_set_and_no_other_line_changes(
    keys: tuple[str | int, ...], value: str | list[str], went: list[str], came: list[str]
) -> None:
    """Only the lines of the field differ, and the text says what it should."""
    after = set_field(RECORD, keys, value, ORDER)
    assert changed_lines(RECORD, after) == (went, came)
    found = read_yaml(after).value
    for key in keys:
        found = found[key]
    assert found == value


def test_a_new_field_stands_where_the_order_has_it() -> None:
    """It follows the fields that come before it, with their comments."""
    after = set_field(RECORD, ("url",), "https://a.example", ORDER)
    assert "outlet:   gazette\nurl: https://a.example\ntime" in after


def test_a_record_is_put_at_the_end_of_a_list_behind_its_hints() -> None:
    """The comments that end the last record stay with it."""
    after = insert_item(RECORD, ("observations",), {"id": "three", "value": "0.10"})
    went, came = changed_lines(RECORD, after)
    assert went == []
    assert came == ["  - id: three", "    value: 0.10"]
    assert "    # note:\n  - id: three" in after


@pytest.mark.parametrize(
    ("index", "expected"),
    [
        (None, "# yaml-language-server: x\n- id: b\n  x: y\n\n- id: d\n\n- id: c\n"),
        (0, "# yaml-language-server: x\n- id: c\n\n- id: b\n  x: y\n\n- id: d\n"),
        (1, "# yaml-language-server: x\n- id: b\n  x: y\n\n- id: c\n\n- id: d\n"),
    ],
)
def test_a_record_of_a_file_is_parted_by_an_empty_line(index: int | None, expected: str) -> None:
    """Wherever it is put."""
    text = "# yaml-language-server: x\n- id: b\n  x: y\n\n- id: d\n"
    assert insert_item(text, (), {"id": "c"}, index) == expected


def test_a_list_that_is_not_there_is_made() -> None:
    """In its place in the order."""
    after = insert_item(
        "id: a\nnote: b\n",
        ("reports",),
        make_node({"verb": "cites"}, flow=True),
        order=["id", "reports"],
    )
    assert after == "id: a\nreports:\n  - {verb: cites}\nnote: b\n"


@pytest.mark.parametrize(
    "text",
    ["a: &x b\nc: *x\n", "a: !!python/object b\n", "a: b\na: c\n", "a: [", "[" * 100_000, "a:\n"],
    ids=["anchor", "tag", "repeated", "open", "deep", "empty"],
)
def test_a_text_with_a_fault_is_refused(text: str) -> None:
    """The reading's guards come first."""
    with pytest.raises(FaultyTextError) as caught:
        set_field(text, ("a",), "x")
    assert caught.value.faults


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_prose_of_a_brief_stays_byte_for_byte(end: str) -> None:
    """Whatever the front matter becomes, and whatever ends its lines."""
    prose = f"  Text  {end}{end}---{end}a: b\t{end}no end"
    brief = f"---{end}id: a{end}title: b  # c{end}---{end}{prose}"
    after = edit_front_matter(brief, lambda front: set_field(front, ("title",), "1.10"))
    assert after == f"---{end}id: a{end}title: 1.10  # c{end}---{end}{prose}"
