"""What an evidence diff finds: exactly what judging everything would, in both directions."""

import os
import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from generator.diff.compare import compare
from generator.diff.evidence_diff import (
    Change,
    EvidenceDiff,
    FieldChange,
    FigureChange,
    RecordChange,
    TypedChange,
    Uncompared,
)
from generator.evidence.conflicts import find_conflicts
from generator.evidence.findings import judge_figures
from generator.evidence.prose_figures import judge_briefs
from generator.library.library import Library
from tests.diff.sides import make_sides, read_side
from tests.edits import (
    BOARD,
    EVENTS,
    METRICS,
    SERIES,
    SLOWS,
    SOURCES,
    TIDE,
    UNITS,
    WIRE,
    Edit,
    swap,
    write,
)
from tests.random_edits import edit

ROUNDS = int(os.environ.get("EDIT_ROUNDS", "6")) * 2
TO_EIGHTEEN = [
    swap(TIDE, "value: 9\n    qualifier: approximately", "value: 18.1"),
    swap(TIDE, "approximately nine tonnes", "18.1 tonnes"),
]
OTHER_SIDE = {"before": "after", "after": "before"}
OTHER_CHANGE = {Change.ADDED: Change.REMOVED, Change.REMOVED: Change.ADDED}

Make = Callable[[], Path]


def diff_of(project: Path, *edits: Edit) -> EvidenceDiff:
    """What differs after some edits."""
    return make_sides(project, edits)[2]


def mirror_fields(fields: tuple[FieldChange, ...]) -> tuple[FieldChange, ...]:
    """The fields the other way round."""
    return tuple(FieldChange(one.field, one.after, one.before) for one in fields)


def mirror(diff: EvidenceDiff) -> dict[str, object]:
    """The same diff with its sides exchanged, without its order and what is told of one side."""
    return sort_out(
        EvidenceDiff(
            figures=tuple(
                FigureChange(one.after, one.before, mirror_fields(one.fields))
                for one in diff.figures
            ),
            typed=tuple(TypedChange(one.brief, one.after, one.before) for one in diff.typed),
            conflicts=tuple(
                replace(one, change=OTHER_CHANGE[one.change]) for one in diff.conflicts
            ),
            records=tuple(
                RecordChange(one.kind, one.after, one.before, one.title, mirror_fields(one.fields))
                for one in diff.records
            ),
            briefs=diff.briefs,
            pages=diff.pages,
            uncompared=tuple(
                Uncompared(one.kind, one.id, OTHER_SIDE[one.side]) for one in diff.uncompared
            ),
        )
    )


def sort_out(diff: EvidenceDiff) -> dict[str, object]:
    """A diff as sets, without titles: those are told of the later side."""
    return {
        "figures": set(diff.figures),
        "typed": {replace(one, brief="") for one in diff.typed},
        "conflicts": set(diff.conflicts),
        "records": {replace(one, title="") for one in diff.records},
        "briefs": {(one.id, one.is_changed, one.by) for one in diff.briefs},
        "pages": diff.pages,
        "uncompared": set(diff.uncompared),
    }


def test_nothing_differs_from_itself(library: Library, project: Path) -> None:
    """Nor from the same files read once more, where no object is the same."""
    assert compare(library, library) == EvidenceDiff()
    assert compare(library, read_side(project, "again").library) == EvidenceDiff()


def judge_all(before: Library, after: Library) -> tuple[set[str], set[tuple[str, str, bool]]]:
    """The figures on both sides that are judged otherwise, and the conflicts of one side only."""
    old, new = judge_figures(before), judge_figures(after)
    both = old.keys() & new.keys()
    pairs = [
        {(id, other) for id, others in find_conflicts(one).items() for other in others}
        for one in (before, after)
    ]
    gone = {(*pair, False) for pair in pairs[0] - pairs[1] if pair[0] < pair[1]}
    come = {(*pair, True) for pair in pairs[1] - pairs[0] if pair[0] < pair[1]}
    return {id for id in both if old[id].verdict is not new[id].verdict}, gone | come


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_what_is_found_quickly_is_what_judging_everything_finds(
    make_project: Make, seed: int
) -> None:
    """After edits by chance: verdicts, conflicts and typed figures; and the mirror holds."""
    chance, project = random.Random(seed), make_project()  # noqa: S311 - no secret
    if seed % 2:
        edit(project, chance)
    before = read_side(project, "before").library
    done = edit(project, chance)
    after = read_side(project, "after").library
    found = compare(before, after)
    assert sort_out(compare(after, before)) == mirror(found), done
    verdicts, conflicts = judge_all(before, after)
    renamed = any(one.change is Change.RENAMED for one in found.figures)
    unread = any(one.kind == "observation" for one in found.uncompared)
    if renamed or unread:
        return
    assert {one.figure.id for one in found.verdicts} == verdicts, done
    told = {(*pair, one.change is Change.ADDED) for one in found.conflicts for pair in one.pairs}
    assert told == conflicts, done
    texts = [
        {(id, one.text, one.verdict) for id, all_ in judge_briefs(side).items() for one in all_}
        for side in (before, after)
    ]
    if texts[0] != texts[1] and not found.uncompared:
        assert found.typed or any(one.kind == "brief" for one in found.records), done


def test_a_figure_has_its_value_words_and_what_they_bear_on(project: Path) -> None:
    """The number went from 9 to 18.1, its words with it."""
    found = diff_of(project, *TO_EIGHTEEN)
    (one,) = found.figures
    assert one.before is not None
    assert one.after is not None
    assert (one.before.value, one.after.value, one.after.unit) == ("about 9", "18.1", "t/day")
    assert "nine tonnes" in one.before.quote
    assert "18.1 tonnes" in one.after.quote
    assert (one.after.outlet, one.after.origin) == ("Tide Institute", "Open Landing Register")
    (conflict,) = found.conflicts
    assert [each.value for each in conflict.contenders] == ["18.1", "8.5 to 9.5"]
    (typed,) = found.typed
    assert typed.after is not None
    assert (typed.brief, typed.after.verdict) == ("herring-slows", "failed")
    assert [brief.id for brief in found.briefs] == ["herring-slows"]
    assert {"metrics/herring-landed-daily/", "briefs/herring-slows/", "figures/"} <= {*found.pages}


def test_a_published_value_wants_a_correction(project: Path) -> None:
    """One that is new on this side, and of this figure; other fields want none."""
    assert diff_of(project, *TO_EIGHTEEN).figures[0].is_correction_missing
    correction = (
        "- id: 2024-05-01-daily\n  date: 2024-05-01\n  observation: landed-daily-2024-01-tide\n"
        "  was: about 9\n  now: 18.1\n  why: Mistyped.\n"
    )
    project.joinpath("data/corrections.yml").write_text(correction, "utf-8")
    before = read_side(project, "before").library
    swap(TIDE, "value: 18.1", "value: 18.2")(project)
    assert compare(before, read_side(project, "x").library).figures[0].is_correction_missing
    swap("data/corrections.yml", "2024-05-01-daily", "2024-05-02-daily")(project)
    (one,) = compare(before, read_side(project, "x").library).figures
    assert one.new_corrections == ("2024-05-02-daily",)
    assert not one.is_correction_missing


def test_a_verdict_changes_without_its_record(project: Path) -> None:
    """A figure of another article is worked out from one that does not hold any more."""
    other = (
        "  - {id: twice, metric: herring-landed, period: 2024-01, place: IS, value: 558, "
        "derived: landed-2024-01-tide * 2}\n"
    )
    swap(BOARD, "observations:\n", f"observations:\n{other}")(project)
    found = diff_of(project, swap(TIDE, "279 tonnes were landed", "277 tonnes were landed"))
    told = {one.figure.id: one for one in found.figures}
    assert told["twice"].fields == ()
    assert told["twice"].is_verdict_changed
    assert told["landed-2024-01-tide"].is_verdict_changed


def test_a_unit_that_changes_changes_its_figures(project: Path) -> None:
    """Nobody touched their file, and yet they say something else."""
    found = diff_of(project, swap(METRICS, "unit: tonnes-per-day", "unit: tonnes"))
    assert {field.field for one in found.figures for field in one.fields} == {"unit"}
    assert all(one.is_correction_missing for one in found.figures if one.fields)
    assert len(found.figures) > 2


def test_a_record_that_only_has_another_id_is_renamed(project: Path) -> None:
    """An article with its figures, a figure, a source; nothing else differs."""
    rename = [swap(WIRE, "id: landed-daily-2024-01-wire", "id: landed-daily-2024-01-north")]
    found = diff_of(project, *rename)
    (one,) = [one for one in found.figures if one.change is Change.RENAMED]
    assert one.before is not None
    assert (one.before.id, one.figure.id, one.fields) == (
        "landed-daily-2024-01-wire",
        "landed-daily-2024-01-north",
        (),
    )
    assert found.conflicts == ()


def test_a_renamed_article_takes_its_figures_along(project: Path) -> None:
    """They are the same figures, of the same article."""

    def move(project: Path) -> None:
        new = project / WIRE.replace("herring.yml", "herrings.yml")
        text = (project / WIRE).read_text("utf-8")
        new.write_text(text.replace("id: wire-2024-02-11-herring\n", f"id: {new.stem}\n"), "utf-8")
        (project / WIRE).unlink()

    found = diff_of(project, move)
    assert [(one.change, one.before, one.after) for one in found.records] == [
        (Change.RENAMED, "wire-2024-02-11-herring", "wire-2024-02-11-herrings")
    ]
    assert not [one for one in found.figures if one.fields]


def test_fields_of_records_are_told_by_name(project: Path) -> None:
    """Those that differ, and no others."""
    found = diff_of(
        project,
        swap(EVENTS, "date: 2024", "date: 2025"),
        swap(SLOWS, "likelihood: very-likely", "likelihood: likely"),
        swap(SOURCES, "short-name: Tide Institute", "short-name: The Institute"),
        swap(UNITS, "symbol: t/day", "symbol: t/d"),
    )
    told = {(one.kind, field.field) for one in found.records for field in one.fields}
    assert told == {
        ("event", "date"),
        ("brief", "key-judgements.1.likelihood"),
        ("brief", "text"),
        ("source", "short-name"),
        ("unit", "symbol"),
    }
    assert not [one for one in found.figures if one.fields]


@pytest.mark.parametrize(
    ("path", "kind"), [(SOURCES, "source"), (TIDE, "article"), (SERIES, "observation")]
)
def test_what_cannot_be_read_is_not_said_to_be_gone(project: Path, path: str, kind: str) -> None:
    """It is named as not compared, on its side; all else is compared."""
    found = diff_of(project, write(path, "- {{\n"), swap(EVENTS, "date: 2024", "date: 2025"))
    assert {one.side for one in found.uncompared} == {"after"}
    assert kind in {one.kind for one in found.uncompared}
    assert not [one for one in found.records if one.change is Change.REMOVED]
    assert not [one for one in found.figures if one.change is Change.REMOVED]
    assert [one.kind for one in found.records] == ["event"]


def test_a_brief_is_affected_by_what_its_timeline_shows(project: Path) -> None:
    """It names the topic, not the event."""
    event = (
        "- {id: ev-new, date: 2024-01-05, description: Snow., topics: [herring], "
        "articles: [council-statement]}\n"
    )
    text = (project / EVENTS).read_text("utf-8")
    found = diff_of(project, write(EVENTS, text + event))
    told = {one.id: one.by for one in found.briefs}
    assert "event/ev-new" in told["herring-slows"]


def test_a_figure_has_another_origin_when_a_chain_below_it_changes(project: Path) -> None:
    """Its own file is as it was; the article that it relays names somebody else now."""
    swap(WIRE, "    origin: tide-institute\n", "")(project)
    chain = "source: landing-register, article: landing-register-2024-02-01-data"
    found = diff_of(project, swap(TIDE, chain, "source: harbour-board"))
    told = {one.figure.id: one.fields for one in found.figures}
    assert [(field.field, field.after) for field in told["landed-daily-2024-01-wire"]] == [
        ("origin", "harbour-board")
    ]


def test_a_brief_that_says_another_number_is_told_by_both(project: Path) -> None:
    """Paired by what they rest on, wherever else the text changed."""
    edits = [swap(SLOWS, "[about nine tonnes a day]", "[about 12 tonnes a day]")]
    (typed,) = diff_of(project, *edits).typed
    assert typed.before is not None
    assert typed.after is not None
    assert (typed.before.text, typed.after.text) == (
        "about nine tonnes a day",
        "about 12 tonnes a day",
    )
    assert typed.after.verdict == "failed"


def test_the_best_value_of_a_range_is_seen_to_change(project: Path) -> None:
    """Its ends are as they were."""
    (one,) = diff_of(project, swap(SERIES, ",733.2,730,735", ",733.4,730,735")).figures
    assert one.before is not None
    assert one.before.value == "about 730 to 735 (733.2)"
    assert one.figure.value == "about 730 to 735 (733.4)"
    assert one.is_correction_missing


def test_a_unit_that_measures_something_else_has_its_figures_judged_again(project: Path) -> None:
    """Its words are the same, and so is every figure's record."""
    found = diff_of(project, swap(UNITS, "ucum: t/d", "ucum: kg/d"))
    assert "landed-daily-2024-01-tide" in {one.figure.id for one in found.verdicts}
