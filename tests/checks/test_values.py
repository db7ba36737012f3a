"""Figures and their quotes: each way to contradict is named at its field, and nothing else is."""

# ruff: noqa: E501 (a row of the table stays on one line)

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.checks.values import check_values
from generator.issues import Issue
from generator.reading.assemble import assemble
from generator.reading.files import read_data_files
from tests.edits import (
    BOARD,
    GAZETTE,
    MARFA,
    METRICS,
    SERIES,
    TIDE,
    UNITS,
    WIRE,
    Edit,
    append,
    both,
    show,
    swap,
)
from tests.small import small_library

LINE = "data/articles/2024/ferry-line-2024-01-15-release.yml"
OBSERVER = "data/articles/2024/observer-2024-02-18-season.yml"
VISNYK = "data/articles/2024/visnyk-2024-03-06-dredging.yml"
RATE = "landings slowed to approximately nine tonnes per day in January 2024"
TOTAL = "279 tonnes were landed in January"

# fmt: off
# what is wrong, the change, the issues expected: path:line rule
TABLE: list[tuple[str, Edit, list[str]]] = [
    # Values.
    ("digits exchanged", swap(TIDE, "value: 279", "value: 297"), [f"{TIDE}:37 value-not-in-quote"]),
    ("a number within a longer one", swap(TIDE, TOTAL, "1,279 tonnes were landed in January"), [f"{TIDE}:37 value-not-in-quote"]),
    ("a number without its magnitude", swap(VISNYK, "value: 12000", "value: 12"), [f"{VISNYK}:23 value-not-in-quote"]),
    ("the lower end of a range", swap(WIRE, "low: 8.5", "low: 8.4"), [f"{WIRE}:21 value-not-in-quote"]),
    ("the upper end of a range", swap(WIRE, "high: 9.5", "high: 9.6"), [f"{WIRE}:21 value-not-in-quote"]),
    ("one end of a range as the value", swap(WIRE, "low: 8.5\n    high: 9.5", "value: 8.5"), [f"{WIRE}:21 value-not-in-quote"]),
    ("a rounded value", swap(TIDE, "value: 279\n", "value: 280\n    qualifier: approximately\n"), [f"{TIDE}:37 value-not-in-quote"]),
    ("the quote of another figure", swap(TIDE, "quote: total", "quote: december"), [f"{TIDE}:37 value-not-in-quote"]),
    ("a quote without a number", swap(TIDE, TOTAL, "a few tonnes were landed in January"), [f"{TIDE}:37 value-not-in-quote"]),
    ("a value that a translation alone has", swap(MARFA, "أكثر من 1,600 راكب", "أكثر من 1,700 راكب"), [f"{MARFA}:24 value-not-in-quote"]),
    ("a row with another number", swap(SERIES, "402.5,,,,,landing-register", "402.6,,,,,landing-register"), [f"{SERIES}:2 value-not-in-quote"]),
    ("a row with its number rounded without saying so", swap(SERIES, ",402.5,,,,,", ",403,,,,,"), [f"{SERIES}:2 value-not-in-quote"]),
    ("a row with its number rounded, and said so", swap(SERIES, ",402.5,,,,,", ",403,,,approximately,,"), []),
    ("a row with its number rounded by more than a hundredth", swap(SERIES, "402.5,,,,,landing-register-2024-02-01-data,,2023-09: 402.5", "100,,,approximately,,landing-register-2024-02-01-data,,2023-09: 104.9"), [f"{SERIES}:2 value-not-in-quote"]),
    ("a row with another number that calls itself rounded", swap(SERIES, ",402.5,,,,,", ",410,,,approximately,,"), [f"{SERIES}:2 value-not-in-quote"]),
    ("a row with the day for the number", swap(SERIES, ",402.5,,,,,", ",2023,,,,,"), [f"{SERIES}:2 value-not-in-quote"]),
    ("a conversion of a number that is not printed", swap(OBSERVER, "stated: 750 tonnes", "stated: 751 tonnes"), [f"{OBSERVER}:37 value-not-in-quote"]),
    ("a conversion that comes to something else", swap(OBSERVER, "value: 25\n", "value: 24\n"), [f"{OBSERVER}:37 value-not-in-quote"]),
    ("a conversion with the days of another month", swap(OBSERVER, "period: 2023-11\n", "period: 2023-11-01/2023-11-29\n"), [f"{OBSERVER}:37 value-not-in-quote"]),
    # Qualifiers.
    ("a limit left out", swap(TIDE, "    qualifier: approximately\n", ""), [f"{TIDE}:29 qualifier-drift"]),
    ("a limit added", swap(TIDE, "value: 279\n", "value: 279\n    qualifier: over\n"), [f"{TIDE}:38 qualifier-drift"]),
    ("a limit turned round", swap(MARFA, "qualifier: over", "qualifier: up-to"), [f"{MARFA}:25 qualifier-drift"]),
    ("a boundary exchanged", swap(GAZETTE, "qualifier: over", "qualifier: at-least"), [f"{GAZETTE}:22 qualifier-drift"]),
    ("a limit that no input of a calculation has", swap(TIDE, "qualifier: at-least\n    derived", "qualifier: over\n    derived"), [f"{TIDE}:54 qualifier-drift"]),
    ("a calculation without the limit of its input", swap(TIDE, "    qualifier: at-least\n    derived", "    derived"), []),
    ("a limit of a number that nobody prints", swap(TIDE, "derived: 840 / 31", "derived: 841 / 31"), []),
    ("a calculation that can't be done", swap(TIDE, "at-least\n    derived: 840 / 31", "over\n    derived: 840 / no-such"), []),
    # What is counted.
    ("the dead as the dead and wounded", both(swap(LINE, "carried 20,448 passengers", "carried 20,448 dead"), swap(LINE, "basis: tickets sold", "basis: killed and wounded")), [f"{LINE}:25 basis-drift"]),
    # Units.
    ("a rate in the place of a total", swap(TIDE, "metric: herring-landed-daily\n    period: 2024-01\n", "metric: herring-landed\n    period: 2024-01\n"), [f"{TIDE}:25 unit-drift"]),
    ("a total in the place of a rate", swap(TIDE, "metric: herring-landed\n    period: 2024-01\n", "metric: herring-landed-daily\n    period: 2024-01\n"), [f"{TIDE}:33 unit-drift"]),
    ("another unit of one dimension", swap(TIDE, "value: 279\n", "value: 279\n    unit: kilotonnes\n"), [f"{TIDE}:37 value-not-in-quote"]),
    ("a unit of another dimension", swap(TIDE, "value: 279\n", "value: 279\n    unit: passengers\n"), [f"{TIDE}:38 unit-drift", f"{TIDE}:38 unit-not-of-metric"]),
    ("a unit of another dimension for a calculation", swap(TIDE, "value: 27.1\n", "value: 27.1\n    unit: percent\n"), [f"{TIDE}:54 unit-not-of-metric"]),
    ("a unit that nobody knows", swap(TIDE, "value: 279\n", "value: 279\n    unit: tons\n"), []),
    ("a unit of the metric's own dimension", swap(SERIES, "9,,,,,landing-register-2024-02-01-data,,2024-01: 279,279 / 31", "9,,,,tonnes-per-day,landing-register-2024-02-01-data,,2024-01: 279,279 / 31"), []),
    ("a share of another whole", both(append(UNITS, "\n- {id: percent-of-cargo, name: per cent of cargo, ucum: '%'}\n"), swap(LINE, "value: 92.5\n", "value: 92.5\n    unit: percent-of-cargo\n")), [f"{LINE}:20 unit-not-of-metric"]),
    # Changes and periods.
    ("a change as a level", swap(TIDE, RATE, "landings slowed by approximately nine tonnes per day in January 2024"), [f"{TIDE}:25 level-for-change"]),
    ("a level as a change", swap(METRICS, "unit: tonnes-per-day\n  kind: rate", "unit: tonnes-per-day\n  kind: change"), [f"{GAZETTE}:17 level-for-change", f"{OBSERVER}:33 level-for-change", f"{TIDE}:25 level-for-change"]),
    ("a month that the quote does not name", swap(TIDE, RATE, "landings slowed to approximately nine tonnes per day in December 2023"), [f"{TIDE}:26 period-drift"]),
    ("a month without a year, and another", swap(TIDE, TOTAL, "279 tonnes were landed in May"), [f"{TIDE}:34 period-drift"]),
    ("a month for a quote of its whole quarter", swap(TIDE, RATE, "landings slowed to approximately nine tonnes per day in the fourth quarter of 2023"), [f"{TIDE}:26 period-drift"]),
    ("the day on which somebody said it", swap(TIDE, TOTAL, "279 tonnes were landed in January, it said on 3 February 2024"), []),
    ("no date at all", swap(TIDE, TOTAL, "279 tonnes were landed"), []),
    # Ids.
    ("an id of another month", swap(TIDE, "period: 2023-12\n    place: IS+FO-NSK\n    basis: whole fish", "period: 2023-11\n    place: IS+FO-NSK\n    basis: whole fish"), [f"{TIDE}:42 period-drift"]),
    ("an id of another month in a series", swap(SERIES, "herring-landed,2023-09", "herring-landed,2023-08"), [f"{SERIES}:2 misleading-id"]),
    ("an id of a year in a longer period", swap(BOARD, "period: 2023\n", "period: 2022/2023\n"), []),
    # Waivers.
    ("a reason against nothing", swap(TIDE, "value: 279\n", "value: 279\n    waived: The unit is left out.\n"), [f"{TIDE}:38 needless-waiver"]),
    ("a reason against another value", swap(TIDE, "value: 279\n", "value: 297\n    waived: The Institute told us on the telephone.\n"), []),
    ("a figure that was taken back", swap(TIDE, "value: 279\n", "value: 297\n    withdrawn: The Institute took it back.\n"), []),
]
# fmt: on


@pytest.mark.parametrize(
    ("edit", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE]
)
def test_a_figure_is_what_its_quote_says(edit: Edit, expected: list[str], project: Path) -> None:
    """Each contradiction is named at the line of the field at fault, and what agrees is let pass."""
    edit(project)
    library, _ = assemble(read_data_files(project))
    assert sorted(map(show, check_values(library))) == expected


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (swap(TIDE, "value: 279\n", "value: 297\n"), [f"{TIDE}:37 value-not-in-quote"]),
        (swap(GAZETTE, "qualifier: over", "qualifier: up-to"), [f"{GAZETTE}:22 qualifier-drift"]),
        (
            swap(TIDE, "period: 2024-01-31", "period: 2023-01-31"),
            [f"{TIDE}:59 misleading-id"],
        ),
    ],
)
def test_one_slip_in_a_record_is_one_issue(
    edit: Edit, expected: list[str], project: Path, find_issues: Callable[[Path], list[Issue]]
) -> None:
    """What rests on the figure, calculations and the text of briefs, is not blamed for it."""
    edit(project)
    assert [show(issue) for issue in find_issues(project)] == expected


QUOTED = """\
id: a
type: article
title: Boats
outlet: gazette
issued: 2024-02-10
language: {language}
quotes: {{words: "{words}"}}
observations:
  - {{id: x, period: 2024-01, place: FO, quote: words, {fields}}}
"""
MEASURES = {
    "data/units.yml": """\
- {id: boats, name: boats, ucum: "{vessel}"}
- {id: people, name: people, ucum: "{person}"}
- {id: people-daily, name: people per day, ucum: "{person}/d"}
- {id: km2, name: square kilometres, ucum: km2}
- {id: usd-bn, name: billion dollars, ucum: "10*9.{USD}"}
- {id: percent, name: per cent, ucum: "%"}
- {id: points, name: percentage points, ucum: "{percentage_point}"}
""",
    "data/metrics.yml": "\n".join(
        f"- {{id: {id}, name: {id}, description: It is invented., unit: {unit}, kind: {kind}}}"
        for id, unit, kind in [
            ("fleet", "boats", "stock"),
            ("dead", "people", "flow"),
            ("dead-daily", "people-daily", "rate"),
            ("area", "km2", "flow"),
            ("money", "usd-bn", "flow"),
            ("share", "percent", "rate"),
            ("rise", "points", "change"),
        ]
    ),
}

# fmt: off
# the words, their language, the fields of the figure, the rules broken
WORDS: list[tuple[str, str, str, list[str]]] = [
    ("over 1,500 people a day", "en", "metric: dead-daily, value: 1500, qualifier: over", []),
    ("over 1,500 people a day", "en", "metric: dead-daily, value: 1500", ["qualifier-drift"]),
    ("over 1,500 people a day", "en", "metric: dead-daily, value: 1500, qualifier: up-to", ["qualifier-drift"]),
    ("over 1,500 people a day", "en", "metric: dead, value: 1500, qualifier: over", ["unit-drift"]),
    ("1,500 ships", "en", "metric: dead, value: 1500", ["unit-drift"]),
    ("1,500 people", "en", "metric: fleet, value: 1500", ["unit-drift"]),
    ("1,500 dead", "en", "metric: dead, value: 1500, basis: killed and wounded", ["basis-drift"]),
    ("1,500 dead", "en", "metric: dead, value: 1500, basis: killed", []),
    ("1,500 dead", "en", "metric: dead, value: 1500", []),
    ("1,500 dead", "en", "metric: dead, value: 1500, basis: “dead – not seriously wounded”", []),
    ("1,500 casualties", "en", "metric: dead, value: 1500, basis: 'killed, wounded and missing'", []),
    ("1 500 убитых", "ru", "metric: dead, value: 1500, basis: killed and wounded", ["basis-drift"]),
    ("48\u00a0670 km²", "en", "metric: area, value: 48", ["value-not-in-quote"]),
    ("561,100 km²", "en", "metric: area, value: 61100", ["value-not-in-quote"]),
    ("593 km²", "en", "metric: area, value: 593", []),
    ("593 square miles", "en", "metric: area, value: 593", ["value-not-in-quote"]),
    ("250 hectares", "en", "metric: area, value: 2.5, stated: 250 hectares", []),
    ("100 square miles", "en", "metric: area, value: 259, stated: 100 square miles", ["value-not-in-quote"]),
    ("100 square miles", "en", "metric: area, value: 259, qualifier: approximately, stated: 100 square miles", []),
    ("100 square miles", "en", "metric: area, value: 260, qualifier: approximately, stated: 100 square miles", []),
    ("100 square miles", "en", "metric: area, value: 270, qualifier: approximately, stated: 100 square miles", ["value-not-in-quote"]),
    ("$13.5bn", "en", "metric: money, value: 13.5", []),
    ("13.5 billion roubles", "en", "metric: money, value: 13.5", ["unit-drift"]),
    ("13,5 млрд долларов", "ru", "metric: money, value: 13.5", []),
    ("понад 1 500 осіб щодня", "uk", "metric: dead-daily, value: 1500, qualifier: over", []),
    ("понад 1 500 осіб щодня", "uk", "metric: dead-daily, value: 1500, qualifier: up-to", ["qualifier-drift"]),
    ("mehr als 1.500 Menschen pro Tag", "de", "metric: dead-daily, value: 1500, qualifier: over", []),
    ("1.500 Menschen", "de", "metric: dead, value: 1.5", []),
    ("more than a third of them", "en", "metric: share, value: 33.3, qualifier: approximately", []),
    ("more than a third of them", "en", "metric: share, value: 43.3, qualifier: approximately", ["value-not-in-quote"]),
    ("rose by 5 per cent", "en", "metric: rise, value: 5", ["unit-drift"]),
    ("rose by 5 percentage points", "en", "metric: rise, value: 5", []),
    ("rose to 5 percentage points", "en", "metric: rise, value: 5", ["level-for-change"]),
    ("fell by 5 percentage points", "en", "metric: rise, value: -5", []),
    ("between 10 and 12 boats", "en", "metric: fleet, low: 10, high: 12", []),
    ("between 10 and 12 boats", "en", "metric: fleet, value: 11", ["value-not-in-quote"]),
    ("ein Dutzend Boote: zwölf", "de", "metric: fleet, value: 12", []),
    ("on 12 January 2024 a few boats", "en", "metric: fleet, value: 12", ["value-not-in-quote"]),
    ("the 47th Boat", "en", "metric: fleet, value: 47", ["value-not-in-quote"]),
]
# fmt: on


@pytest.mark.parametrize(("words", "language", "fields", "rules"), WORDS)
def test_the_words_of_a_quote_are_read_as_a_person_reads_them(
    words: str, language: str, fields: str, rules: list[str]
) -> None:
    """Numbers, limits, units, rates and changes, in the language that they are printed in."""
    article = QUOTED.format(words=words, language=language, fields=fields)
    library = small_library(more={**MEASURES, "data/articles/2024/a.yml": article})
    assert [issue.rule.id for issue in check_values(library)] == rules


@pytest.mark.parametrize(
    ("words", "fields", "said"),
    [
        (
            "over 1,500 people a day",
            "metric: dead-daily, value: 1500, qualifier: up-to",
            "the quote has `over 1,500 people a day`, the record says `up to 1,500 people per day`",
        ),
        (
            "a few boats",
            "metric: fleet, low: 10, high: 12",
            "the quote `a few boats` has no such number; the record says `10 to 12 boats`",
        ),
    ],
)
def test_an_issue_sets_the_words_beside_the_record(words: str, fields: str, said: str) -> None:
    """Both as a person would write them, whole."""
    article = QUOTED.format(words=words, language="en", fields=fields)
    library = small_library(more={**MEASURES, "data/articles/2024/a.yml": article})
    assert [issue.message for issue in check_values(library)] == [said]
