"""Changes of the invented library whose reports are kept as they were found right."""

from pathlib import Path

from tests.edits import (
    EVENTS,
    FERRY,
    GAZETTE,
    MARFA,
    METRICS,
    SERIES,
    SLOWS,
    SOURCES,
    TIDE,
    VALE,
    WIRE,
    Edit,
    swap,
    write,
)

TO_EIGHTEEN = (
    swap(TIDE, "value: 9\n    qualifier: approximately", "value: 18.1"),
    swap(TIDE, "approximately nine tonnes", "18.1 tonnes"),
)
CORRECTION = """\
- id: 2024-05-01-landed-daily
  date: 2024-05-01
  observation: landed-daily-2024-01-tide
  briefs: [herring-slows]
  was: about 9 tonnes a day
  now: 18.1 tonnes a day
  why: The Institute has 18.1; somebody took the fall for the rate.

"""
NEW_ARTICLE = """\
id: gazette-2024-04-01-season
type: article-newspaper
title: The season in numbers
outlet: skerry-gazette
issued: 2024-04-01
language: en
topics: [herring]
quotes:
  rate: some 11 tonnes a day came ashore in January 2024
  total: "340 tonnes in February"
observations:
  - id: landed-daily-2024-01-season
    metric: herring-landed-daily
    period: 2024-01
    place: IS+FO-NSK
    basis: days of the calendar
    value: 11
    qualifier: approximately
    quote: rate
  - id: landed-2024-02-season
    metric: herring-landed
    period: 2024-02
    place: IS+FO-NSK
    basis: whole fish
    value: 350
    quote: total
"""
HOSTILE = (
    "9 </details><img src=x> @octocat #12 [x](javascript:alert(1)) `a` | b https://evil.example"
)


def _put_first(path: str, text: str) -> Edit:
    def edit(project: Path) -> None:
        before = (project / path).read_text("utf-8")
        (project / path).write_text(text + before, "utf-8")

    return edit


def _remove(path: str) -> Edit:
    return lambda project: (project / path).unlink()


CASES: dict[str, tuple[Edit, ...]] = {
    "nothing": (swap(TIDE, "id: tide", "# a comment\nid: tide"),),
    "nine-to-eighteen": TO_EIGHTEEN,
    "corrected": (
        *TO_EIGHTEEN,
        _put_first("data/corrections.yml", CORRECTION),
        swap(SLOWS, "[about nine tonnes a day]", "[18.1 tonnes a day]"),
    ),
    "many-kinds": (
        write("data/articles/2024/gazette-2024-04-01-season.yml", NEW_ARTICLE),
        _remove(GAZETTE),
        swap(WIRE, "id: landed-daily-2024-01-wire", "id: landed-daily-2024-01-north"),
        swap(TIDE, "value: 840", "value: 850"),
        swap(TIDE, "status: uncertain", "withdrawn: Nobody had counted it."),
        swap(SOURCES, "short-name: Tide Institute", "short-name: The Institute"),
        swap(METRICS, "shelf-life: P90D", "shelf-life: P30D"),
        swap(EVENTS, "date: 2024", "date: 2025"),
        swap(SLOWS, "likelihood: very-likely", "likelihood: likely"),
    ),
    "many-figures": (swap(METRICS, "unit: tonnes\n", "unit: tonnes-per-day\n"),),
    "unreadable": (
        write(SOURCES, "- {{\n"),
        write(SERIES, "id,metric\n"),
        swap(FERRY, "cut-off:", "cutoff:"),
        swap(TIDE, "value: 279", "value: 280"),
    ),
    "hostile": (
        swap(TIDE, "landings slowed to approximately nine tonnes per day", f"'{HOSTILE}'\n  # "),
        swap(VALE, "title: ", f"title: '{HOSTILE}'\n# "),
        swap(MARFA, "title: ", f"title: '{HOSTILE}'\n# "),
        swap("data/units.yml", "symbol: t/day", f"symbol: '{HOSTILE}'"),
        swap(WIRE, "low: 8.5", "low: 8.6"),
    ),
}
