"""Issues and counts as text: what each format promises, sign by sign."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace

import pytest

from generator.catalogue import RULES
from generator.checks.counts import Counts
from generator.checks.waivers import Waived
from generator.evidence.verdict import Verdict
from generator.issues import Issue, Location, bound_issues
from generator.records.brief import Waiver
from generator.report import (
    format_build,
    format_effort,
    format_github,
    format_json,
    format_rule,
    format_summary,
    format_text,
)

KINDS = (
    *("source", "unit", "place", "topic", "metric"),
    *("article", "observation", "event", "brief", "correction"),
)
VERDICTS = (
    *("checked", "checked-in-quote", "computed", "translated"),
    *("waived", "failed", "not-checked"),
)
CLEAN = Counts(
    records=dict.fromkeys(KINDS, 2),
    figures={Verdict.CHECKED_IN_QUOTE: 1_100, Verdict.NOT_CHECKED: 2},
    typed={Verdict.WAIVED: 1, Verdict.COMPUTED: 1},
    unchecked={"it has no quote": 2},
    quotes_checked=3,
    quotes_not_checked=160,
)
PLAIN = Issue(
    RULES["unknown-source"],
    Location("data/articles/2024/x.yml", 4, 9),
    "there is no source `iws`",
    "did you mean `isw`?",
)
CELL = Issue(
    RULES["bad-number"],
    Location("data/series/x.csv", 7, field="value"),
    "`value`: `1,500` is not a plain number",
    "write plain digits",
)
WHOLE = Issue(RULES["unused-topic"], Location("data/topics.yml"), "nothing uses it", "delete it")
WILD = Issue(
    RULES["bad-format"],
    Location("data/a,b:c%.yml", 1, 1),
    "50% of\r\nlines \x1b[31m\u202e",
    "",
)


def test_a_person_reads_a_line_and_its_help() -> None:
    """Path, line, column, severity, rule, sentence; the help indented below."""
    assert format_text([PLAIN]) == (
        "data/articles/2024/x.yml:4:9: error[unknown-source]: there is no source `iws`\n"
        "  help: did you mean `isw`?"
    )


def test_a_cell_is_named_by_its_column() -> None:
    """A row has no column number; the name of the column stands before the sentence, once."""
    assert format_text([CELL]) == (
        "data/series/x.csv:7: error[bad-number]: column `value`: `1,500` is not a plain number\n"
        "  help: write plain digits"
    )


def test_an_issue_of_a_whole_file_has_no_line() -> None:
    """What is not known is left out."""
    assert format_text([WHOLE]).startswith("data/topics.yml: warning[unused-topic]: ")


def test_no_issue_is_no_text() -> None:
    """Nothing is printed where there is nothing to say."""
    assert format_text([]) == format_github([]) == ""


def test_a_terminal_is_never_given_a_control_character() -> None:
    """Neither line ends nor escape codes nor direction overrides reach it."""
    assert all(line.isprintable() for line in format_text([WILD]).split("\n"))
    assert "\\x1b[31m\\u202e" in format_text([WILD])


def test_an_annotation_escapes_what_github_reads() -> None:
    """Percent signs and line ends in the message; commas and colons in the fields too."""
    assert format_github([WILD]) == (
        "::error file=data/a%2Cb%3Ac%25.yml,line=1,col=1,title=bad-format"
        "::50%25 of%0D%0Alines \\x1b[31m\\u202e"
    )


def test_an_annotation_leaves_out_what_is_not_known() -> None:
    """A warning of a whole file has neither line nor column; its help is a second line."""
    assert format_github([WHOLE]) == (
        "::warning file=data/topics.yml,title=unused-topic::nothing uses it%0Ahelp: delete it"
    )


def test_a_program_reads_every_field() -> None:
    """JSON holds the same as the text, and the counts."""
    read = json.loads(format_json([PLAIN, CELL], CLEAN))
    assert read["issues"][0] == {
        "rule": "unknown-source",
        "severity": "error",
        "path": "data/articles/2024/x.yml",
        "line": 4,
        "column": 9,
        "field": "",
        "message": "there is no source `iws`",
        "help": "did you mean `isw`?",
    }
    assert read["issues"][1]["field"] == "value"
    assert read["figures"] == dict.fromkeys(VERDICTS, 0) | {
        "checked-in-quote": 1_100,
        "not-checked": 2,
    }
    assert read["figures-in-briefs"] == dict.fromkeys(VERDICTS, 0) | {"waived": 1, "computed": 1}
    assert read["quotes"] == {"checked": 3, "failed": 0, "not-checked": 160}
    assert read["records"]["article"] == 2


SET_ASIDE = Waived(
    Issue(RULES["single-origin"], Location("data/briefs/2024/b.md", 9), "two copies"),
    "b",
    "data/briefs/2024/b.md",
    Waiver(rule="single-origin", about="isw", reason="Nobody else\nhas counted."),
)


def test_what_is_waived_is_told_with_its_reason() -> None:
    """A line each below their number, whether anything else is amiss or not."""
    counts = replace(CLEAN, waived=(SET_ASIDE, SET_ASIDE))
    line = "  single-origin in data/briefs/2024/b.md, about `isw`: Nobody else has counted."
    for issues in ([], [PLAIN]):
        assert format_summary(issues, counts).split("\n")[-3:] == ["waived 2:", line, line]


def test_a_program_reads_what_is_waived() -> None:
    """Rule, file, what it is about, what was found, and the reason against it."""
    read = json.loads(format_json([], replace(CLEAN, waived=(SET_ASIDE,))))
    assert read["waived"] == [
        {
            "rule": "single-origin",
            "path": "data/briefs/2024/b.md",
            "about": "isw",
            "message": "two copies",
            "reason": "Nobody else\nhas counted.",
        }
    ]


def test_a_clean_run_says_how_much_it_covered() -> None:
    """What was read, how many figures have which verdict, and why some were not checked."""
    assert format_summary([], CLEAN).split("\n") == [
        "no issues in 2 briefs, 2 articles, 2 observations, 2 events, 2 corrections, 2 sources, "
        "2 metrics, 2 topics, 2 units, 2 places",
        "figures 1,102: checked in quote 1,100, failed 0, not checked 2 (2 because it has no "
        "quote)",
        "figures in briefs 2: computed 1, waived 1, failed 0, not checked 0",
        "quotes found in captures 3, not found 0, not checked 160 (no capture)",
    ]


def test_every_verdict_has_its_number_in_the_summary() -> None:
    """In the order of the verdicts, and their sum in front."""
    counts = replace(CLEAN, figures=dict.fromkeys(Verdict, 3), unchecked={"of x": 1, "of y": 2})
    assert (
        "figures 21: checked 3, checked in quote 3, computed 3, translated 3, waived 3, failed 3, "
        "not checked 3 (1 because of x; 2 because of y)"
    ) in format_summary([], counts).split("\n")


def test_a_summary_names_what_was_left_out() -> None:
    """Records by name, kinds that could not be judged, and that unused ones were not looked for."""
    counts = Counts(
        records=dict.fromkeys(KINDS, 1),
        left_out=(("article", "x"), ("brief", "y")),
        unjudged_kinds=("observation",),
        is_use_judged=False,
        quotes_failed=1,
    )
    assert format_summary([PLAIN, CELL, WHOLE], counts).split("\n") == [
        "2 errors, 1 warning in 3 files",
        "read: 1 brief, 1 article, 1 observation, 1 event, 1 correction, 1 source, 1 metric, "
        "1 topic, 1 unit, 1 place",
        "left out, because it could not be read: article `x`, brief `y`",
        "not judged, because a file could not be read: references to observations",
        "not judged until every record can be read: what is unused",
        "figures 0: failed 0, not checked 0",
        "figures in briefs 0: failed 0, not checked 0",
        "quotes found in captures 0, not found 1, not checked 0",
    ]


def test_a_summary_is_not_a_list_of_a_thousand_records() -> None:
    """Ten are named, the others counted."""
    left_out = tuple(("article", f"a{number}") for number in range(1_000))
    counts = Counts(records=dict.fromkeys(KINDS, 0), left_out=left_out)
    assert "article `a9`, 990 more\n" in format_summary([PLAIN], counts)


def test_no_issue_shown_is_not_called_clean() -> None:
    """Somebody who asks for one file must still hear that others could not be read."""
    counts = Counts(records=dict.fromkeys(KINDS, 0), left_out=(("article", "x"),))
    assert format_summary([], counts).startswith("no issues shown\n")


@pytest.mark.parametrize("id", RULES)
def test_every_rule_can_be_explained(id: str) -> None:
    """What, why, and both examples, whole."""
    rule, shown = RULES[id], format_rule(RULES[id])
    assert shown.startswith(f"{rule.severity}[{id}]: {rule.summary}\n")
    for line in [rule.what, rule.why, *rule.bad.split("\n"), *rule.good.split("\n")]:
        assert line in shown


@dataclass(frozen=True)
class Replaced:
    """A page that the engine can't render."""

    path: str = "briefs/x.md"
    cause: str = "it takes longer than 20 seconds"


@dataclass(frozen=True)
class Made:
    """A build, as far as it is spoken of."""

    counts: Counts = CLEAN
    page_count: int = 1_234
    replaced: tuple[Replaced, ...] = ()
    digest: str = "0f" * 32
    searchable: int = 1_200
    parts: int = 700
    made: int = 12
    rendered: int = 30
    seconds: float = 3.21


def test_a_build_says_what_it_made_and_how_to_look_at_it() -> None:
    """Numbers of records, figures, pages and seconds, and a command."""
    first, figures, typed, quotes, pages, digest, last = format_build(Made()).split("\n")
    assert digest == f"digest of site/: sha256:{'0f' * 32}"
    assert first == "built: 2 briefs, 2 articles, 2 observations, 2 events, 2 corrections"
    assert figures.startswith("figures 1,102: checked in quote 1,100, failed 0, not checked 2")
    assert typed.startswith("figures in briefs 2: ")
    assert quotes.startswith("quotes found in captures 3, not found 0, not checked 160")
    assert pages == "site/ has 1,234 pages, 1,200 of them in the search index"
    assert "python3 -m http.server --directory site" in last


def test_a_build_says_how_much_it_made_anew_and_how_long_that_took() -> None:
    """So that one sees what a change costs."""
    assert format_effort(Made()) == (
        "12 of 700 parts made anew, 30 of 1,234 pages rendered; it took 3.2 seconds"
    )


def test_a_page_that_was_replaced_is_named_with_its_cause() -> None:
    """Nothing is left out in silence."""
    lines = format_build(Made(replaced=(Replaced(),))).split("\n")
    assert "not rendered, a note in its place: 1 page" in lines
    assert "  briefs/x.md: it takes longer than 20 seconds" in lines


def test_a_file_full_of_one_fault_is_told_in_part_and_counted() -> None:
    """The faults of other files and of other rules are all told."""
    rule, other = RULES["bad-number"], RULES["bad-date"]
    many = [Issue(rule, Location("data/a.yml", line), "m") for line in range(1, 501)]
    few = [
        Issue(other, Location("data/a.yml", 7), "m"),
        Issue(rule, Location("data/b.yml", 7), "m"),
    ]
    shown = bound_issues([*many, *few], 200)
    assert len(shown) == 203
    assert [issue for issue in few if issue not in shown] == []
    assert shown[-2].location == Location("data/a.yml", 201)
    assert shown[-2].message.startswith("300 more")
