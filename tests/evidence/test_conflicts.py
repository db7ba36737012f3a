"""Which figures contradict each other, and which of them are one figure told differently."""

from __future__ import annotations

import pytest

from generator.evidence.conflicts import (
    Retelling,
    are_comparable,
    find_conflicts,
    find_retellings,
    is_same_period,
)
from generator.library.library import Library
from generator.records.edtf import parse_edtf
from tests.small import figure, small_library

About = dict[str, object]

ABOUT: About = {"qualifier": "approximately"}
OVER: About = {"qualifier": "over"}
AT_LEAST: About = {"qualifier": "at-least"}
UNDER: About = {"qualifier": "under"}
UP_TO: About = {"qualifier": "up-to"}


def _pair(one: About, other: About) -> Library:
    return small_library(figure("x", **one), figure("y", **other))


def _article(id: str, outlet: str, figures: str, reports: str = "") -> str:
    links = f"reports:\n{reports}" if reports else ""
    return (
        f"id: {id}\ntype: article\ntitle: Boats\noutlet: {outlet}\nissued: 2024-01-11\n"
        f"language: en\nquotes: {{words: some boats}}\n{links}observations:\n{figures}"
    )


# fmt: off
# one value, another, whether they contradict each other
PAIRS: list[tuple[About, About, bool]] = [
    ({"value": 1523}, {"value": 1523}, False),
    ({"value": 593}, {"value": 589.3}, True),
    ({"value": 18.1}, {"value": 19.1}, True),
    ({"value": 19}, {"value": 19.1}, False),      # 19 is 19.1, rounded
    ({"value": 18}, {"value": 19.1}, True),       # 18 is not
    ({"value": 9.5}, {"value": 9.52}, False),
    ({"value": 9.5}, {"value": 9.57}, True),
    ({"value": "19.0"}, {"value": 19.1}, True),   # a nought behind the point is a digit
    ({"value": 1500}, {"value": 1523}, True),     # who rounds says so
    ({"value": 1523}, {"value": 1500} | OVER, False),
    ({"value": 1500}, {"value": 1500} | OVER, False),  # by a hair is not by a number
    ({"value": 1499}, {"value": 1500} | OVER, True),
    ({"value": 1500} | OVER, {"value": 1500} | UNDER, True),
    ({"value": 1500}, {"value": 1500} | AT_LEAST, False),
    ({"value": 1480}, {"value": 1500} | OVER, True),
    ({"value": 1480}, {"value": 1500} | UNDER, False),
    ({"value": 1500}, {"value": 1500} | UNDER, False),
    ({"value": 1500}, {"value": 1500} | UP_TO, False),
    ({"value": 1501}, {"value": 1500} | UP_TO, True),
    ({"value": 1500} | OVER, {"value": 1500} | UP_TO, True),
    ({"value": 1500} | AT_LEAST, {"value": 1500} | UP_TO, False),
    ({"value": 1600} | OVER, {"value": 1500} | OVER, False),
    ({"value": 19} | ABOUT, {"value": 18.1}, False),
    ({"value": 9} | ABOUT, {"value": 18.1}, True),
    ({"value": 1500} | ABOUT, {"value": 1600}, False),
    ({"value": 1500} | ABOUT, {"value": 1601}, True),
    ({"value": "19.0"} | ABOUT, {"value": 18.8}, True),
    ({"value": 18.14} | ABOUT, {"value": 19}, False),  # a whole number can't say it closer
    ({"value": 18.14} | ABOUT, {"value": 20}, True),
    ({"value": 450000} | ABOUT, {"value": 440000} | ABOUT, False),
    ({"value": 450000} | ABOUT, {"value": 430000} | ABOUT, True),
    ({"value": 1480} | ABOUT, {"value": 1500} | OVER, True),
    ({"value": 1500} | ABOUT, {"value": 1500} | OVER, False),
    ({"low": 10, "high": 12}, {"value": 11}, False),
    ({"low": 10, "high": 12}, {"value": 12}, False),
    ({"low": 10, "high": 12}, {"value": 13}, True),
    ({"low": 10, "high": 12}, {"low": 12, "high": 14}, False),
    ({"low": 10, "high": 12}, {"value": 12} | OVER, False),
    ({"low": 10, "high": 12}, {"value": 13} | OVER, True),
    ({"low": 10, "high": 12}, {"value": 10} | AT_LEAST, False),
    ({"low": 5, "value": 8, "high": 9} | ABOUT, {"value": 10}, False),
    ({"low": 5.8, "high": 6} | ABOUT, {"value": 5.6}, True),  # the finer end says how exact it is
    ({"value": -9} | ABOUT, {"value": -8.8}, False),
    ({"value": -9}, {"value": 9}, True),
    ({"value": 0} | ABOUT, {"value": 1}, False),
    ({"value": 0}, {"value": 1}, True),
]
# fmt: on


@pytest.mark.parametrize(("one", "other", "conflict"), PAIRS)
def test_two_values_conflict_when_no_number_satisfies_both(
    one: About, other: About, conflict: bool
) -> None:
    """Qualifiers and the digits shown decide, whichever of the two comes first."""
    both = {"x": ("y",), "y": ("x",)} if conflict else {}
    assert find_conflicts(_pair(one, other)) == both
    assert find_conflicts(_pair(other, one)) == both


@pytest.mark.parametrize(
    ("change", "comparable"),
    [
        ({}, True),
        ({"period": "2024-01~"}, True),
        ({"period": "2024-01-01/2024-01-31"}, True),
        ({"period": "2024-01-10"}, False),
        ({"period": "2024"}, False),
        ({"place": "IS"}, False),
        ({"place": "FO+IS"}, False),
        ({"basis": "fishing boats"}, True),
        ({"unit": "boats"}, True),
        ({"unit": "percent"}, False),
    ],
)
def test_only_what_measures_the_same_is_compared(change: About, comparable: bool) -> None:
    """Period, place and unit are equal; a basis that one does not state may be the other's."""
    library = _pair({"value": 9}, {"value": 18, **change})
    pair = library.observations["x"], library.observations["y"]
    assert are_comparable(*pair, library) is comparable
    assert bool(find_conflicts(library)) is comparable


def test_two_bases_that_are_stated_are_not_compared() -> None:
    """Fishing boats and all boats are two numbers; a figure without a basis may be either."""
    library = small_library(
        figure("x", value=9, basis="fishing boats"),
        figure("y", value=18, basis="all boats"),
        figure("z", value=27),
    )
    assert find_conflicts(library) == {"x": ("z",), "y": ("z",), "z": ("x", "y")}


@pytest.mark.parametrize(
    "change",
    [{"status": "corrupt"}, {"status": "planned"}, {"withdrawn": "a slip of ours"}],
)
def test_what_nobody_stands_by_conflicts_with_nothing(change: About) -> None:
    """Garbled figures, plans and withdrawn ones are no second answer."""
    assert find_conflicts(_pair({"value": 9}, {"value": 18, **change})) == {}


@pytest.mark.parametrize("status", ["disputed", "uncertain"])
def test_a_doubted_figure_is_an_answer_all_the_same(status: str) -> None:
    """Whoever doubts it has to show why."""
    assert find_conflicts(_pair({"value": 9}, {"value": 18, "status": status}))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2024-12", "2024-12?", True),
        ("2024-12~", "2024-12%", True),
        ("2024", "2024-01/2024-12", True),
        ("2022-02-24/2024-12-31~", "2022-02-24/2024-12-31", True),
        ("2024-12-XX", "2024-12", False),
        ("2024-12-XX~", "2024-12-XX", True),
        ("2024-24", "2024-24~", True),
        ("2024-24", "2023-12/2025-02", False),
        ("2024-12", "2024-11", False),
    ],
)
def test_a_period_is_its_days_with_or_without_doubt(one: str, other: str, same: bool) -> None:
    """An unspecified day of a month is not the month, and a season's months are not certain."""
    assert is_same_period(parse_edtf(one), parse_edtf(other)) is same


UNITS = """\
- {id: km2, name: square kilometres, ucum: km2}
- {id: mi2, name: square miles, ucum: "[mi_us]2"}
"""
AREA = "- {id: fleet, name: Area, description: Fished area., unit: km2, kind: flow}\n"


@pytest.mark.parametrize(
    ("other", "conflict"),
    [
        ({"value": 1620, "unit": "mi2"}, False),  # 4,195.8 km²
        ({"value": 1610, "unit": "mi2"}, True),
        ({"value": 1600, "unit": "mi2"}, True),
        ({"value": 1600, "unit": "mi2"} | ABOUT, False),
        ({"value": 1500, "unit": "mi2"} | OVER, False),
        ({"value": 4196, "unit": "mi2"}, True),
    ],
)
def test_values_in_two_units_of_one_kind_are_converted(other: About, conflict: bool) -> None:
    """The same number of square miles is another area, and 1,620 of them are 4,196 km²."""
    library = small_library(
        figure("x", value=4196),
        figure("y", **other),
        more={"data/units.yml": UNITS, "data/metrics.yml": AREA},
    )
    assert bool(find_conflicts(library)) is conflict


def test_a_metric_that_could_not_be_read_is_compared_with_nothing() -> None:
    """What its unit is, nobody knows."""
    library = _pair({"value": 9}, {"value": 18})
    broken = Library(observations=library.observations, article_of=library.article_of)
    assert find_conflicts(broken) == {}
    assert not are_comparable(library.observations["x"], library.observations["y"], broken)


def test_copies_that_differ_from_what_they_relay_are_named(library: Library) -> None:
    """The Gazette and its copy each contradict the assessment that they go back to."""
    day = "landed-daily-2024-01"
    assert find_retellings(library) == (
        Retelling(f"{day}-gazette", f"{day}-tide", is_direct=True),
        Retelling(f"{day}-gazette", f"{day}-wire", is_direct=True),
        Retelling(f"{day}-mirror", f"{day}-tide", is_direct=True),
        Retelling(f"{day}-mirror", f"{day}-wire", is_direct=True),
    )


WIRE = {"data/articles/2024/c.yml": _article("c", "wire", figure("y", value=18, origin="gazette"))}


def test_two_retellings_of_one_origin_may_differ_from_each_other() -> None:
    """Neither relays the other, so neither is said to be the one that changed."""
    library = small_library(figure("x", value=9, qualifier="approximately"), more=WIRE)
    assert find_retellings(library) == (Retelling("x", "y", is_direct=False),)


@pytest.mark.parametrize(
    "one",
    [
        {"value": 18},
        {"value": 9, "origin": "wire"},
        {"value": 9, "period": "2023-12"},
        {"value": 9, "status": "planned"},
        {"value": 9, "withdrawn": "a slip of ours"},
    ],
)
def test_figures_that_agree_or_have_two_origins_are_no_retellings(one: About) -> None:
    """Two who measured apart differ from each other, not from what they relay."""
    assert find_retellings(small_library(figure("x", **one), more=WIRE)) == ()


def test_an_article_does_not_retell_itself() -> None:
    """A total and a rate of one text that don't fit are its own affair."""
    assert find_retellings(_pair({"value": 9}, {"value": 18})) == ()
