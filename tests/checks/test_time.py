"""What changes after publication: corrections, revisions, withdrawn figures, and old ones."""

# ruff: noqa: E501 (a row of the table stays on one line)

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.catalogue.time import TIME_RULES
from generator.checks.corrections import check_corrections
from generator.checks.revisions import check_revisions
from generator.checks.run import judge_library
from generator.checks.stale import check_stale
from generator.checks.values import check_values
from generator.checks.withdrawn import check_withdrawn, check_withdrawn_in_briefs
from generator.evidence.findings import judge_figures
from generator.evidence.text_mark import mark_text
from generator.evidence.verdict import Finding, Verdict
from generator.issues import Issue
from generator.library.library import Library
from generator.reading.assemble import assemble
from generator.reading.files import read_data_files
from tests.conftest import INVENTED
from tests.edits import FERRY, GAZETTE, HARBOUR, SLOWS, WIRE, Edit, both, remove, show, swap, write
from tests.small import figure, small_library

CORRECTIONS = "data/corrections.yml"
FAMILY = {rule.id for rule in TIME_RULES}
WITHDRAWN = swap(
    WIRE, "    quote: rate\n", "    quote: rate\n    withdrawn: Days at sea were meant.\n"
)


def read_line(path: str, field: str) -> str:
    """The line of a brief of the invented library on which a field stands, as it is now."""
    text = (INVENTED / path).read_text("utf-8")
    (line,) = (line for line in text.splitlines() if line.startswith(field))
    return line


MARKED = read_line(FERRY, "published-text:")
REVISED = read_line(SLOWS, "revisions:")
MARK = REVISED.rpartition("text: ")[2].strip("}] ")
"""That of the last revision."""


def correct(**fields: str) -> Edit:
    """One correction in the place of the invented ones, on lines 2 to 5; what is added begins on line 6."""
    given = {"date": "2024-03-20", "was": "7 tonnes", "now": "8", "why": "A slip.", **fields}
    listed = "".join(f"  {name}: {value}\n" for name, value in given.items())
    return write(CORRECTIONS, f"- id: x\n{listed}")


def revise(*revisions: str, updated: str = "2024-03-20") -> Edit:
    """Other revisions of a brief that was published on 12 March: from line 14 on."""
    text = "".join(f"\n  - {{{one}, change: It is so., text: {MARK}}}" for one in revisions)
    day = f"updated: {updated}\n" if updated else "# not updated\n"
    return both(
        swap(SLOWS, REVISED, f"revisions:{text}"), swap(SLOWS, "updated: 2024-03-20\n", day)
    )


WIRE_FIGURE = "landed-daily-2024-01-wire"

# fmt: off
# what is wrong, the change, the issues expected: path:line rule
TABLE: list[tuple[str, Edit, list[str]]] = [
    ("a correction of nothing", correct(), [f"{CORRECTIONS}:1 correction-without-target"]),
    ("a correction of a brief", correct(briefs="[herring-slows]"), []),
    ("a correction of an article", correct(article="gazette-2024-02-12-herring"), []),
    ("a correction that is not made", correct(observation=WIRE_FIGURE, now="8.5 to 9 tonnes a day"), [f"{CORRECTIONS}:4 correction-not-made"]),
    ("a correction of a qualifier that is not made", correct(observation="landed-daily-2024-01-tide", now="nine tonnes a day"), [f"{CORRECTIONS}:4 correction-not-made"]),
    ("a correction in words", correct(observation="landed-daily-2024-01-tide", now="about nine tonnes a day"), []),
    ("a correction without a unit", correct(observation="landed-2024-01-tide", now="279"), []),
    ("a correction in another unit", correct(observation="landed-2024-01-tide", now="279 kilometres"), [f"{CORRECTIONS}:4 correction-not-made"]),
    ("a correction of no number", correct(observation=WIRE_FIGURE, was="days at sea", now="days of the calendar"), []),
    ("a correction beside a number that stays", correct(observation=WIRE_FIGURE, was="7 tonnes at sea", now="7 tonnes ashore"), []),
    ("a withdrawal that is not made", correct(observation=WIRE_FIGURE, now="withdrawn"), [f"{CORRECTIONS}:4 correction-not-made"]),
    ("a figure withdrawn after its correction", both(WITHDRAWN, swap(SLOWS, "  - landed-daily-2024-01-wire\n", "")), [f"{CORRECTIONS}:6 correction-not-made"]),
    ("an earlier correction of the same figure", swap(CORRECTIONS, "- id: 2024-03-20", f"- {{id: a, date: 2024-03-19, observation: {WIRE_FIGURE}, was: '7', now: '8.5 to 19.5', why: A slip.}}\n- id: 2024-03-20"), []),
    ("a later correction of the same figure", swap(CORRECTIONS, "- id: 2024-03-20", f"- {{id: a, date: 2024-03-21, observation: {WIRE_FIGURE}, was: '7', now: '8.5 to 19.5', why: A slip.}}\n- id: 2024-03-20"), [f"{CORRECTIONS}:1 correction-not-made"]),
    ("a correction of a figure that is not there", correct(observation="landed-daily-2024-01-wyre"), []),
    ("a correction before its brief", correct(briefs="[harbour-depth, herring-slows]", date="2024-03-11"), [f"{CORRECTIONS}:6 correction-before-published"]),
    ("a correction on the day of its brief", correct(briefs="[herring-slows]", date="2024-03-12"), []),

    ("a brief without a mark", swap(FERRY, f"{MARKED}\n", ""), [f"{FERRY}:7 unmarked-brief"]),
    ("a revision without a mark", swap(SLOWS, f", text: {MARK}", ""), [f"{SLOWS}:13 unmarked-brief"]),
    ("another word", swap(FERRY, "of the ferry's crossings", "of its crossings"), [f"{FERRY}:11 unrecorded-change"]),
    ("another number", swap(HARBOUR, "[31,500 cubic", "[31,600 cubic"), [f"{HARBOUR}:12 unrecorded-change"]),
    ("another word after a revision", swap(SLOWS, "fell through the winter", "fell in winter"), [f"{SLOWS}:13 unrecorded-change"]),
    ("an update without its revision", swap(SLOWS, "updated: 2024-03-20", "updated: 2024-03-21"), [f"{SLOWS}:10 updated-without-revision"]),
    ("an update without any revision", both(swap(SLOWS, REVISED, f"published-text: {MARK}")), [f"{SLOWS}:10 updated-without-revision"]),
    ("an update before the publication", swap(SLOWS, "updated: 2024-03-20", "updated: 2024-03-11"), []),
    ("revisions in order", revise("date: 2024-03-15", "date: 2024-03-15", "date: 2024-03-20"), []),
    ("revisions out of order", revise("date: 2024-03-18", "date: 2024-03-15", "date: 2024-03-20"), [f"{SLOWS}:15 revision-order"]),
    ("a revision before the publication", revise("date: 2024-03-11", "date: 2024-03-20"), [f"{SLOWS}:14 revision-order"]),
    ("a last revision of another day than the update", revise("date: 2024-03-20", "date: 2024-03-22"), [f"{SLOWS}:10 revision-order"]),
    ("revisions without an update", revise("date: 2024-03-20", updated=""), [f"{SLOWS}:14 revision-order"]),

    ("a withdrawn figure in a block", both(WITHDRAWN, remove(CORRECTIONS)), [f"{SLOWS}:51 withdrawn-figure"]),
    ("a withdrawn figure in words and on a card", both(swap(GAZETTE, "    quote: rate\n", "    quote: rate\n    withdrawn: It was retold.\n"), swap(SLOWS, "  - landed-2024-01-tide\n", "  - landed-daily-2024-01-gazette\n")), [f"{SLOWS}:17 withdrawn-figure", f"{SLOWS}:27 withdrawn-figure", f"{SLOWS}:52 withdrawn-figure"]),
]
# fmt: on


def find(project: Path) -> Iterator[Issue]:
    """The issues of this family, those about marks too."""
    library, _ = assemble(read_data_files(project))
    return (issue for issue in judge_library(library).kept if issue.rule.id in FAMILY)


@pytest.mark.parametrize(
    ("edit", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE]
)
def test_what_changed_is_told_and_in_order(edit: Edit, expected: list[str], project: Path) -> None:
    """Each fault at its line, and nothing where all is well; the mark of a text is one of them."""
    edit(project)
    found = [issue for issue in find(project) if _is_asked(issue, expected)]
    assert [show(issue) for issue in found] == expected


def _is_asked(issue: Issue, expected: list[str]) -> bool:
    """Marks change with every word of a brief; they are claimed where a row is about them."""
    is_of_mark = issue.rule.id in ("unrecorded-change", "unmarked-brief")
    return not is_of_mark or any(row.endswith(issue.rule.id) for row in expected)


def test_the_invented_library_tells_all_its_changes(project: Path) -> None:
    """Without an edit there is nothing, not even about a mark."""
    assert list(find(project)) == []
    assert read_marks(project)[SLOWS] == MARK


@pytest.mark.parametrize(
    ("edit", "field"),
    [
        (swap(FERRY, "of the ferry's crossings", "of its crossings"), "published-text: "),
        (swap(SLOWS, "fell through the winter", "fell in winter"), "text: "),
        (swap(FERRY, f"{MARKED}\n", ""), "published-text: "),
        (swap(SLOWS, f", text: {MARK}", ""), "text: "),
    ],
)
def test_the_help_gives_the_mark_to_paste(edit: Edit, field: str, project: Path) -> None:
    """Whoever pastes what is given has an end of it."""
    edit(project)
    (issue,) = find(project)
    path = issue.location.path
    assert f"{field}{read_marks(project)[path]}" in issue.help


def test_a_brief_is_clean_once_the_change_is_recorded(project: Path) -> None:
    """The entry that the help gives, filled in, is all that is needed."""
    swap(FERRY, "of the ferry's crossings", "of its crossings")(project)
    entry = f'{{date: 2024-04-01, change: "Shorter.", text: {read_marks(project)[FERRY]}}}'
    (issue,) = find(project)
    assert entry.replace("2024-04-01", "...").replace("Shorter.", "...") in issue.help
    swap(FERRY, "topics:", f"updated: 2024-04-01\nrevisions: [{entry}]\ntopics:")(project)
    assert list(find(project)) == []


def read_marks(project: Path) -> dict[str, str]:
    """The mark of each brief by its file."""
    library, _ = assemble(read_data_files(project))
    briefs = library.briefs.items()
    return {library.address("brief", id).path: mark_text(brief) for id, brief in briefs}


def test_nothing_is_worked_out_from_a_withdrawn_figure() -> None:
    """In a record and in a brief; a figure that is withdrawn itself may stay as it was."""
    library = small_library(
        figure("x", value=9, withdrawn="No."),
        figure("y", value=18, derived="x * 2"),
        figure("z", value=18, derived="x * 2", withdrawn="No."),
        prose='So [twice as many](calc: "x * 2") [@a].\n',
    )
    (in_brief,) = check_withdrawn_in_briefs(library)
    (in_record,) = check_withdrawn(library)
    assert show(in_brief) == "data/briefs/2024/b.md:12 withdrawn-figure"
    assert show(in_record) == "data/articles/2024/a.yml:10 withdrawn-figure"


def test_a_withdrawn_figure_need_not_be_in_its_quote() -> None:
    """Nobody claims it any more; it is counted among those that stand for a reason."""
    library = small_library(
        figure("x", value=9, quote="words"),
        figure("y", value=9, quote="words", withdrawn="It was a typo."),
    )
    judged = [issue for issue in check_values(library) if issue.rule.id == "value-not-in-quote"]
    assert [show(issue) for issue in judged] == ["data/articles/2024/a.yml:9 value-not-in-quote"]
    assert judge_figures(library)["y"] == Finding(Verdict.WAIVED, "withdrawn: It was a typo.")


def briefed(*figures: str, shown: str, cut_off: str = "2024-06-30") -> Library:
    """A brief whose key figures are these: the metric has a shelf life of a month."""
    brief = (
        "---\nid: b\ntitle: Boats at sea\nquestion: How many?\nbottom-line: Some [@a].\n"
        f"cut-off: {cut_off}\npublished: 2024-07-01\nauthors: [Ada Example]\ntopics: [sea]\n"
        f"key-figures: [{shown}]\n---\n\nSome [@a].\n"
    )
    return small_library(*figures, more={"data/briefs/2024/b.md": brief})


OLD = figure("old", period="2024-01", value=9)
NEW = figure("new", period="2024-05", value=12)
PAST = figure("past", period="2023-11", value=9)
DAILY = figure("daily", period="2024-01-02", value=12)
"""Of an article that came out on 10 January."""
STALE = ["data/briefs/2024/b.md:10 stale-key-figure"]


@pytest.mark.parametrize(
    ("library", "expected"),
    [
        (briefed(OLD, NEW, shown="old"), STALE),
        (briefed(OLD, NEW, shown="new"), []),
        (briefed(OLD, NEW, shown="old, new"), []),
        (briefed(OLD, shown="old"), []),
        (briefed(OLD, NEW, shown="old", cut_off="2024-02-20"), []),
        (briefed(OLD, NEW, shown="old", cut_off="2024-05-20"), []),
        (briefed(PAST, DAILY, shown="past", cut_off="2024-01-09"), []),
        (briefed(PAST, DAILY, shown="past", cut_off="2024-01-10"), STALE),
        (briefed(OLD, figure("new", period="2024-05", value=1, place="IS"), shown="old"), []),
        (
            briefed(
                OLD,
                figure("new", period="2024-05", value=1, metric="fleet", basis="x"),
                figure("old-y", value=1, basis="y"),
                shown="old-y",
            ),
            [],
        ),
        (briefed(OLD, figure("new", period="2024-05", value=1, withdrawn="No."), shown="old"), []),
        (briefed(OLD, figure("new", period="2024-05", value=1, status="planned"), shown="old"), []),
    ],
)
def test_a_key_figure_is_the_newest_there_was(library: Library, expected: list[str]) -> None:
    """Old at the cut-off, with a newer one of the same thing on record that no card shows."""
    assert [show(issue) for issue in check_stale(library)] == expected


def test_a_stale_key_figure_may_be_waived() -> None:
    """The issue says which brief may set it aside, and what the waiver is about."""
    (issue,) = check_stale(briefed(OLD, NEW, shown="old"))
    assert issue.waivable == ("b", "old")
    assert "`about: old`" in issue.help


@pytest.mark.parametrize(
    "edit",
    [
        remove(CORRECTIONS),
        write(CORRECTIONS, "# none yet\n[]\n"),
        write(CORRECTIONS, "# none yet\n"),
    ],
)
def test_there_may_be_no_corrections(edit: Edit, project: Path) -> None:
    """No file, or one with nothing in it: that all was right so far is no fault."""
    edit(project)
    library, issues = assemble(read_data_files(project))
    assert issues == []
    assert library.corrections == {}
    assert "correction" not in library.incomplete


def test_an_empty_library_has_no_issue() -> None:
    """Nothing to look at is nothing amiss."""
    empty = Library()
    assert not [*check_corrections(empty), *check_revisions(empty), *check_stale(empty)]
