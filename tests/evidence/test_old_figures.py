import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.evidence.old_figures import list_old_figures
from generator.library.library import Library
from generator.records.edtf import parse_edtf
from generator.report_old import format_old


def heads(library: Library) -> set[str]:
    """Every key figure whose metric has a shelf life."""
    figures = [one for brief in library.briefs.values() for one in brief.front.key_figures]
    ids = {one.observation for one in figures}
    return {id for id in ids if library.metrics[library.observations[id].metric].shelf_life}


def test_on_the_day_of_the_evidence_little_is_old_and_later_all_is(library: Library) -> None:
    """Only figures of metrics with a shelf life grow old."""
    first, last = (
        list_old_figures(library, parse_edtf(day)) for day in ("2024-01-01", "2034-01-01")
    )
    assert not first.figures
    assert {one.observation for one in last.figures} == heads(library)
    assert heads(library)
    assert last.of == len(last.figures) + last.lasting
    assert [one.age for one in last.figures] == sorted((o.age for o in last.figures), reverse=True)


def test_an_old_figure_names_what_rests_on_it(library: Library) -> None:
    """The briefs at whose head it stands, and the others that use it."""
    for one in list_old_figures(library, parse_edtf("2034-01-01")).figures:
        users = set(library.referring("observation", one.observation, "brief"))
        assert one.headline_of
        assert {*one.headline_of, *one.used_in} >= users
        assert not set(one.headline_of) & set(one.used_in)
        if one.newer:
            newer, older = library.observations[one.newer], library.observations[one.observation]
            assert newer.metric == older.metric
            assert newer.period.earliest > older.period.latest


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_each_form_counts_and_names_them(library: Library, form: str) -> None:
    """What has no shelf life is counted, too."""
    old = list_old_figures(library, parse_edtf("2034-01-01"))
    said = format_old(old, form)
    assert all(one.observation in said for one in old.figures)
    if form == "json":
        assert json.loads(said)["without-shelf-life"] == old.lasting
    else:
        assert (
            f"key figures {old.of}: past their shelf life on 2034-01-01 {len(old.figures)}" in said
        )


def test_the_verb_never_fails_for_what_is_old(make_project: Callable[[], Path]) -> None:
    """It is a list and no check."""
    options = ["stale", "--project", str(make_project()), "--as-of", "2034-01-01"]
    result = CliRunner().invoke(main, options)
    assert result.exit_code == 0
    assert "at the head of `" in result.output
