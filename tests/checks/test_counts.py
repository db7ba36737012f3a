"""The numbers of the summary: nothing is left out without being named."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.address import Address
from generator.checks.counts import Counts, count_records
from generator.checks.run import run_checks
from generator.evidence.verdict import Verdict
from generator.library.library import Library
from generator.reading.assemble import assemble
from generator.reading.files import read_data_files
from tests.edits import SERIES, UNITS, VALE, Edit, swap, write


def test_a_clean_library_is_complete(library: Library) -> None:
    """Every record is counted, none is left out, and every figure has one verdict."""
    counts = count_records(library)
    assert counts.records["article"] == len(library.articles) > 0
    assert counts.is_complete
    assert counts.is_use_judged
    assert counts.figures == {
        Verdict.CHECKED_IN_QUOTE: 19,
        Verdict.TRANSLATED: 2,
        Verdict.COMPUTED: 3,
        Verdict.WAIVED: 2,
    }
    assert sum(counts.figures.values()) == len(library.observations)
    assert counts.typed == {
        Verdict.CHECKED_IN_QUOTE: 8,
        Verdict.COMPUTED: 1,
        Verdict.WAIVED: 1,
    }
    assert counts.not_checked == counts.quotes_not_checked > 0


def recount(project: Path) -> Counts:
    """Reads a project again and counts."""
    library, _ = assemble(read_data_files(project))
    return count_records(library)


@pytest.mark.parametrize(
    ("edit", "left_out", "unjudged"),
    [
        (
            swap(VALE, "language: en", "language: English"),
            (("article", "vale-2024-03-07-post"),),
            (),
        ),
        (write(UNITS, ""), (), ("unit",)),
        (swap(SERIES, "id,metric", "id;metric"), (), ("observation",)),
        (swap(UNITS, "id: tonnes\n", "id: TONNES\n"), (("unit", "TONNES"),), ()),
        (
            write(VALE, "id: [\n"),
            (("article", "vale-2024-03-07-post"),),
            ("observation",),
        ),
    ],
)
def test_what_could_not_be_read_is_named(
    edit: Edit,
    left_out: tuple[tuple[str, str], ...],
    unjudged: tuple[str, ...],
    make_project: Callable[[], Path],
) -> None:
    """Records by kind and id where they are known, else the kind that can't be judged."""
    project = make_project()
    edit(project)
    counts = recount(project)
    assert counts.left_out == left_out
    assert counts.unjudged_kinds == unjudged
    assert not counts.is_complete
    assert not counts.is_use_judged


def test_a_clean_library_pays_nothing_for_places(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Line and column are looked up where there is an issue, and nowhere else."""

    def refuse(*args: object, **options: object) -> None:
        pytest.fail("a place was looked up without an issue")

    library, _ = assemble(read_data_files(project))
    monkeypatch.setattr(Address, "locate", refuse)
    assert run_checks(library) == []
