"""What a chart draws, and when, and whose count it is."""

from __future__ import annotations

import pytest

from generator.evidence.charted import Voice, find_charted, find_span, find_voice
from generator.library.library import Library
from generator.records.blocks import ChartBlock
from tests.small import figure, small_library

FLOW = {
    "data/metrics.yml": """\
- {id: fleet, name: Fleet, description: Boats at sea., unit: boats, kind: stock}
- {id: catch, name: Catch, description: Boats caught., unit: boats, kind: flow}
"""
}


def _chart(**fields: object) -> ChartBlock:
    return ChartBlock.model_validate(fields)


def _ids(block: ChartBlock, library: Library) -> list[str]:
    return [row.observation.id for row in find_charted(block, library).rows]


def test_what_is_withdrawn_is_never_drawn() -> None:
    """Not even where a block names it, which another check refuses."""
    library = small_library(figure("a", value=1), figure("b", value=2, withdrawn="It was wrong."))
    assert _ids(_chart(metric="fleet", observations=["b"]), library) == ["a"]


def test_a_total_is_drawn_beside_those_for_as_much_time() -> None:
    """A year above months is left out and counted; months are of 28 to 31 days."""
    periods = {"a": "2024-01", "b": "2024-02", "c": "2023", "d": "2024-03-01/2024-03-30"}
    figures = [figure(id, metric="catch", period=at, value=1) for id, at in periods.items()]
    charted = find_charted(_chart(metric="catch"), small_library(*figures, more=FLOW))
    assert [row.observation.id for row in charted.rows] == ["a", "b", "d"]
    assert charted.other_lengths == 1


def test_a_difference_of_two_values_is_no_third_value() -> None:
    """What was worked out from two of one time is left out; what corrects one is a value."""
    library = small_library(
        figure("a", metric="catch", value=9),
        figure("b", metric="catch", value=7),
        figure("c", metric="catch", value=2, derived="a - b", quote=None),
        figure("d", metric="catch", value=8, derived="a - 1", quote=None),
        more=FLOW,
    )
    charted = find_charted(_chart(metric="catch"), library)
    assert [row.observation.id for row in charted.rows] == ["a", "b", "d"]
    assert charted.worked_out == 1


def test_a_level_since_some_day_is_drawn_at_the_end() -> None:
    """Deaths since the beginning are a level on the last day."""
    library = small_library(figure("a", period="2022-02-24/2024-01-10", value=1))
    span = find_span(library.observations["a"], library)
    assert span is not None
    assert (span.days, span.length) == (1, "day")


def test_a_time_without_an_end_is_not_drawn() -> None:
    """It is counted among what was left out."""
    library = small_library(figure("a", period="2024-01/..", value=1), figure("b", value=1))
    charted = find_charted(_chart(metric="fleet"), library)
    assert ([row.observation.id for row in charted.rows], charted.undated) == (["b"], 1)


@pytest.mark.parametrize("source", ["gazette", "wire"])
def test_a_source_is_whoever_published_or_said_it(source: str) -> None:
    """The outlet and the origin of a figure both find it."""
    library = small_library(figure("a", value=1), reports="  - {source: wire, verb: quotes}\n")
    assert _ids(_chart(metric="fleet", sources=[source]), library) == ["a"]


@pytest.mark.parametrize(
    ("verb", "voice"),
    [("quotes", Voice("wire")), ("analyses-data-of", Voice("gazette", "wire"))],
)
def test_who_counts_on_the_data_of_others_is_a_voice_of_its_own(verb: str, voice: Voice) -> None:
    """Who only repeats is none."""
    library = small_library(figure("a", value=1), reports=f"  - {{source: wire, verb: {verb}}}\n")
    assert find_voice(library.observations["a"], library) == voice
