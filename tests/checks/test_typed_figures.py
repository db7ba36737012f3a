"""Figures in the text of briefs: each that says something else than its source, and none else."""

# ruff: noqa: E501 (a row of the table stays on one line)

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.catalogue.agreement import AGREEMENT_RULES
from generator.checks.typed_figures import check_typed_figures
from generator.evidence.prose_figures import judge_briefs
from generator.evidence.verdict import Verdict
from generator.issues import Issue
from generator.reading.assemble import assemble
from generator.reading.files import read_data_files
from tests.edits import (
    FERRY,
    HARBOUR,
    SLOWS,
    TIDE,
    UNITS,
    WIRE,
    Edit,
    body,
    both,
    show,
    swap,
    write,
)
from tests.small import ARTICLE, figure, small_library

AT = f"{HARBOUR}:30"
TOTAL = "tide-2024-02-10-assessment, total"
OVER = figure("x", value=9, qualifier="over")
NEARLY = figure("nine", value=9, qualifier="approximately", quote="nine")
LOST = swap(
    "data/articles/2024/ferry-line-2024-01-15-release.yml",
    "basis: tickets sold",
    "basis: killed and wounded",
)

# fmt: off
# what is wrong, the change, the issues expected: path:line rule
TABLE: list[tuple[str, Edit, list[str]]] = [
    # Values.
    ("digits exchanged", body("It was [297 tonnes](obs:landed-2024-01-tide)."), [f"{AT} value-drift"]),
    ("the figure itself", body("It was [279 tonnes](obs:landed-2024-01-tide)."), []),
    ("the figure in words", body("It was [two hundred and seventy-nine tonnes](obs:landed-2024-01-tide)."), []),
    ("a rounded figure that does not say so", body("It was [280 tonnes](obs:landed-2024-01-tide)."), [f"{AT} value-drift"]),
    ("a rounded figure that says so", body("It was [about 280 tonnes](obs:landed-2024-01-tide)."), []),
    ("a figure rounded too far", body("It was [about 300 tonnes](obs:landed-2024-01-tide)."), [f"{AT} value-drift"]),
    ("a figure rounded wrongly", body("It was [about 270 tonnes](obs:landed-2024-01-tide)."), [f"{AT} value-drift"]),
    ("a limit rounded the wrong way", body("It was [more than 280 tonnes](obs:landed-2024-01-tide)."), [f"{AT} qualifier-drift"]),
    ("a limit rounded down", body("It was [more than 270 tonnes](obs:landed-2024-01-tide)."), []),
    ("a limit rounded up", body("It was [under 280 tonnes](obs:landed-2024-01-tide)."), []),
    ("another figure's id", body("It was [279 tonnes](obs:landed-2023-12-tide)."), [f"{AT} value-drift"]),
    ("one of two figures", body("It was [840 tonnes](obs:landed-2024-01-tide), then [279 tonnes](obs:landed-2024-01-tide)."), [f"{AT} value-drift"]),
    ("digits that can't be read", body("It was [27²9 tonnes](obs:landed-2024-01-tide)."), [f"{AT} value-drift"]),
    ("a name with a number in it", body("It was [as the T-90 weighs](obs:landed-2024-01-tide)."), []),
    ("a percentage as a whole number", body("On time were [about 93 per cent](obs:on-time-2023-ferry-line)."), []),
    ("a percentage cut and not rounded", body("On time were [about 91 per cent](obs:on-time-2023-ferry-line)."), [f"{AT} value-drift"]),
    # Qualifiers.
    ("an upper limit left out", body("It holds [61,100 tonnes](obs:stock-2024-01-31-tide)."), [f"{AT} qualifier-drift"]),
    ("an upper limit turned round", body("It holds [more than 61,100 tonnes](obs:stock-2024-01-31-tide)."), [f"{AT} qualifier-drift"]),
    ("the upper limit itself", body("It holds [up to 61,100 tonnes](obs:stock-2024-01-31-tide)."), []),
    ("a lower limit for an approximate figure", body("It was [over nine tonnes a day](obs:landed-daily-2024-01-tide)."), [f"{AT} qualifier-drift"]),
    ("a weaker boundary", body("It was [at least 19 tonnes a day](obs:landed-daily-2024-01-gazette)."), [f"{AT} weaker-qualifier"]),
    ("a stronger boundary", body("It was [over 840 tonnes](obs:landed-2023-12-tide)."), [f"{AT} qualifier-drift"]),
    ("a limit of a limit's own number", body("It was [more than 279 tonnes](obs:landed-2024-01-tide)."), [f"{AT} qualifier-drift"]),
    # Ranges.
    ("a range", body("It was [8.5 to 9.5 tonnes a day](obs:landed-daily-2024-01-wire)."), []),
    ("a range with another end", body("It was [8.5 to 10 tonnes a day](obs:landed-daily-2024-01-wire)."), [f"{AT} value-drift"]),
    ("the middle of a range", body("It was [nine tonnes a day](obs:landed-daily-2024-01-wire)."), [f"{AT} value-drift"]),
    ("the lower end of a range", body("It was [at least 8.5 tonnes a day](obs:landed-daily-2024-01-wire)."), []),
    ("the upper end of a range", body("It was [up to 9.5 tonnes a day](obs:landed-daily-2024-01-wire)."), []),
    ("the upper end as a lower limit", body("It was [at least 9.5 tonnes a day](obs:landed-daily-2024-01-wire)."), [f"{AT} value-drift"]),
    ("the best value within a range", body("It was [31,500 cubic metres](obs:dredged-2023-board)."), []),
    # Units.
    ("a rate for a total", body("It was [279 tonnes a day](obs:landed-2024-01-tide)."), [f"{AT} unit-drift"]),
    ("a total for a rate", body("It was [about nine tonnes](obs:landed-daily-2024-01-tide)."), [f"{AT} unit-drift"]),
    ("a mean per day of a month's total", body("It was [nine tonnes a day](obs:landed-2024-01-tide)."), []),
    ("another unit of weight", body("It was [0.279 kilotonnes](obs:landed-2024-01-tide)."), []),
    ("the same number of another unit of weight", body("It was [279 kilotonnes](obs:landed-2024-01-tide)."), [f"{AT} unit-drift"]),
    ("percentage points", body("On time were [92.5 percentage points](obs:on-time-2023-ferry-line)."), [f"{AT} unit-drift"]),
    ("a percentage a year", body("On time were [92.5 per cent a year](obs:on-time-2023-ferry-line)."), []),
    ("ships for passengers", body("There were [20,448 ships](obs:passengers-2023-ferry-line)."), [f"{AT} unit-drift"]),
    ("the dead for the dead and wounded", both(LOST, body("There were [20,448 dead](obs:passengers-2023-ferry-line).")), [f"{AT} basis-drift"]),
    ("the dead and wounded", both(LOST, body("There were [20,448 killed and wounded](obs:passengers-2023-ferry-line).")), []),
    ("no unit at all", body("It was [279](obs:landed-2024-01-tide)."), []),
    # Changes.
    ("a level as a change", body("It slowed by [about nine tonnes a day](obs:landed-daily-2024-01-tide)."), [f"{AT} level-for-change"]),
    ("a level", body("It slowed to [about nine tonnes a day](obs:landed-daily-2024-01-tide)."), []),
    ("a change as a level", swap(TIDE, "slowed to approximately nine", "slowed by approximately nine"), []),
    # Dates.
    ("another month", body("In December 2023 it was [279 tonnes](obs:landed-2024-01-tide)."), [f"{AT} period-drift"]),
    ("another month without a year", body("In May it was [279 tonnes](obs:landed-2024-01-tide)."), [f"{AT} period-drift"]),
    ("its own month", body("In January 2024 it was [279 tonnes](obs:landed-2024-01-tide)."), []),
    ("its season", body("In the winter of 2023/24 it was [279 tonnes](obs:landed-2024-01-tide)."), []),
    ("a month of a whole year's total", body("In June 2023 there were [20,448 passengers](obs:passengers-2023-ferry-line)."), [f"{AT} period-drift"]),
    ("two figures with a date each", body("It was [at least 840 tonnes](obs:landed-2023-12-tide) in December 2023 and [279 tonnes](obs:landed-2024-01-tide) in January 2024."), []),
    ("two figures with each other's dates", body("It was [at least 840 tonnes](obs:landed-2023-12-tide) in January 2024 and [279 tonnes](obs:landed-2024-01-tide) in December 2023."), [f"{AT} period-drift", f"{AT} period-drift"]),
    ("a date beside a figure, and its own behind a comma", body("As in January 2024, it was [279 tonnes](obs:landed-2024-01-tide) in March 2024, and [at least 840 tonnes](obs:landed-2023-12-tide) in December 2023."), [f"{AT} period-drift"]),
    ("a figure wrong in value and time", body("In December 2023 it was [297 tonnes](obs:landed-2024-01-tide)."), [f"{AT} value-drift", f"{AT} period-drift"]),
    ("the day of a report", body("It was [279 tonnes](obs:landed-2024-01-tide), the Institute said on 10 February 2024."), []),
    ("a label of another month", swap(SLOWS, "label: Landed a day, January 2024", "label: Landed a day, March 2024"), [f"{SLOWS}:16 period-drift"]),
    ("a caption of another month", swap(SLOWS, "caption: Tonnes a day in January 2024", "caption: Tonnes a day in March 2024"), [f"{SLOWS}:54 period-drift"]),
    ("a caption of a figure that can't be read", both(swap(WIRE, "low: 8.5", "low: 8,5"), swap(SLOWS, "caption: Tonnes a day in January 2024", "caption: Tonnes a day in March 2024")), []),
    ("a caption of a timeline", swap(SLOWS, "caption: The season", "caption: The season, from May 2023"), []),
    # Sources.
    ("a figure that rests on nothing", body("It was 279 tonnes."), [f"{AT} unsourced-figure"]),
    ("a figure whose citation stands in another sentence", body(f"It was known [@{TOTAL}]. It was 279 tonnes."), [f"{AT} unsourced-figure"]),
    ("a figure on a second line", body("Nobody\nknows the 279 tonnes."), [f"{HARBOUR}:31 unsourced-figure"]),
    ("a figure with a citation that has it", body(f"It was 279 tonnes [@{TOTAL}]."), []),
    ("a figure with a citation behind its full stop", body(f"It was 279 tonnes. [@{TOTAL}]"), []),
    ("a figure with two citations on the line below", body(f"It was 279 tonnes.\n[@wire-2024-02-11-herring, rate]\n[@{TOTAL}]\nThen no more."), []),
    ("a figure with a citation that has another", body(f"It was 297 tonnes [@{TOTAL}]."), [f"{AT} unsourced-figure"]),
    ("a figure with a citation that has a rate", body(f"It was 279 tonnes a day [@{TOTAL}]."), [f"{AT} unit-drift"]),
    ("a figure with a citation that limits it", body("It was 840 tonnes [@tide-2024-02-10-assessment, december]."), [f"{AT} qualifier-drift"]),
    ("a figure of other words of the article", body("It was 279 tonnes [@tide-2024-02-10-assessment, december]."), [f"{AT} unsourced-figure"]),
    ("a figure of any words of the article", body("It was 279 tonnes [@tide-2024-02-10-assessment]."), []),
    ("a figure with a citation of another time", body(f"In March 2023 it was 279 tonnes [@{TOTAL}]."), [f"{AT} period-drift"]),
    ("a figure with a citation of what can't be read", both(swap(TIDE, "issued: 2024-02-10", "issued: 10 February"), body(f"It was 297 tonnes [@{TOTAL}].")), []),
    ("a figure with a citation of words that are not there", body("It was 297 tonnes [@tide-2024-02-10-assessment, totals]."), []),
    ("a figure in a list", body("- nothing\n- 279 tonnes"), [f"{HARBOUR}:31 unsourced-figure"]),
    ("a figure in a quotation", body("> They say 279 tonnes."), [f"{AT} unsourced-figure"]),
    ("a figure in a table", body("| a | b |\n|---|---|\n| x | 279 tonnes |"), [f"{HARBOUR}:32 unsourced-figure"]),
    ("a figure in a table with a citation in its row", body(f"| a | b |\n|---|---|\n| 279 tonnes | [@{TOTAL}] |"), []),
    ("a figure in a table with a citation in another row", body(f"| a | b |\n|---|---|\n| 279 tonnes | |\n| | [@{TOTAL}] |"), [f"{HARBOUR}:32 unsourced-figure"]),
    ("a figure in a heading", body("## 279 tonnes"), [f"{AT} unsourced-figure"]),
    ("a figure in a heading that the brief uses", body("## Up to 61,100 tonnes\n\nOr [so](obs:stock-2024-01-31-tide)."), []),
    ("a figure in a heading without its limit", body("## 61,100 tonnes\n\nOr [so](obs:stock-2024-01-31-tide)."), [f"{AT} qualifier-drift"]),
    ("a figure in a title", swap(HARBOUR, "title: How much was dredged?", "title: Why 40,000 cubic metres were dredged"), [f"{HARBOUR}:3 unsourced-figure"]),
    ("a figure in a question", swap(HARBOUR, "How much silt", "Which 40,000 tonnes of silt"), [f"{HARBOUR}:4 unsourced-figure"]),
    ("a figure in a bottom line", swap(HARBOUR, "  Most likely", "  Not 40,000 cubic metres: most likely"), [f"{HARBOUR}:5 unsourced-figure"]),
    ("a figure in a judgement", swap(HARBOUR, "It took decades", "It took 40 years"), [f"{HARBOUR}:16 unsourced-figure"]),
    ("a figure in the note of a block", swap(SLOWS, "All four go back", "All of the 40 articles go back"), [f"{SLOWS}:55 unsourced-figure"]),
    ("a figure in a title, while a figure can't be read", both(write(UNITS, ""), swap(SLOWS, 'title: "Herring: to nine', 'title: "Herring: to seven')), []),
    # Ways of speaking.
    ("small counts and times in words", body("Two reports, three years later and half of the fleet."), []),
    ("dates, names and places in a row", body("On 12 May 2024, at 14:30, the 47th Brigade had T-90 tanks; see section 4, page 12 and https://x.example/279."), []),
    ("a small count of people", body("They lost seven soldiers."), [f"{AT} unsourced-figure"]),
    # Our own.
    ("a sum that comes out", body('It was [561 tonnes](calc: "landed-2023-12-tide - landed-2024-01-tide") less.'), []),
    ("a sum that comes to something else", body('It was [560 tonnes](calc: "landed-2023-12-tide - landed-2024-01-tide") less.'), [f"{AT} calc-mismatch"]),
    ("a sum that is rounded, and says so", body('It was [about 560 tonnes](calc: "landed-2023-12-tide - landed-2024-01-tide") less.'), []),
    ("a quotient to its digits", body('It was [27.1](calc: "840 / 31").'), []),
    ("a quotient with a digit too many", body('It was [27.15](calc: "840 / 31").'), [f"{AT} calc-mismatch"]),
    ("a sum on a figure that fails", both(swap(TIDE, "value: 279\n", "value: 297\n"), body('It was [561 tonnes](calc: "landed-2023-12-tide - landed-2024-01-tide") less.')), []),
    ("a share of what was worked out", body('It was [a third](calc: "279 / 840").'), []),
    ("a share that it is not", body('It was [two fifths](calc: "279 / 840").'), [f"{AT} calc-mismatch"]),
    ("a sum whose words have no number", body('It was [the rest](calc: "840 - 279").'), []),
    ("a figure for a reason", body('It was [279 tonnes](waived: "It is only an example.").'), []),
    ("a figure that can't be looked up", body("It was [297 tonnes](obs:no-such-figure)."), []),
    ("a figure whose record fails", both(swap(TIDE, "value: 279\n", "value: 297\n"), body("It was [279 tonnes](obs:landed-2024-01-tide).")), []),
]
# fmt: on


@pytest.mark.parametrize(
    ("edit", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE]
)
def test_a_brief_says_what_its_sources_say(edit: Edit, expected: list[str], project: Path) -> None:
    """Each figure that does not is named at its line; a figure that rests on its source is not."""
    edit(project)
    library, _ = assemble(read_data_files(project))
    assert [show(issue) for issue in check_typed_figures(library)] == expected


def test_one_slip_in_a_text_is_one_issue(
    project: Path, find_issues: Callable[[Path], list[Issue]]
) -> None:
    """No other rule has a word to say about it."""
    swap(FERRY, "more than nine in ten", "more than nine in twenty")(project)
    found = [issue for issue in find_issues(project) if issue.rule in AGREEMENT_RULES]
    assert [show(issue) for issue in found] == [f"{FERRY}:5 unsourced-figure"]


@pytest.mark.parametrize(
    ("prose", "said"),
    [
        (
            "It was [up to 9 boats](obs:x).",
            "the record has `over 9 boats`, the text says `up to 9`",
        ),
        (
            "It was [9 boats](obs:nine).",
            "the quote has `nearly nine`, the text says `9`",
        ),
        (
            "It slowed by [9 boats](obs:nine).",
            "the quote has `nearly nine`, the text says `9`",
        ),
        (
            "In May 2023 it was [over 9 boats](obs:x).",
            "the sentence puts `over 9` in `May 2023`, `x` is of `2024-01`",
        ),
        ("It was over 9 boats.", "nothing shows where `over 9` comes from"),
        (
            "It was 8 boats [@a].",
            "nothing shows where `8` comes from; the words cited have `nearly nine`",
        ),
        ('It was [8 boats](calc: "3 * 3").', "the calculation makes `9`, the text says `8`"),
    ],
)
def test_an_issue_sets_the_text_beside_its_source(prose: str, said: str) -> None:
    """In the words of the quote where the figure has them, and with the value that is meant."""
    article = ARTICLE.replace("some boats", "nearly nine boats").replace(
        "words:", "words: some boats, nine:"
    )
    library = small_library(
        prose=prose + "\n",
        more={"data/articles/2024/a.yml": article + "observations:\n" + OVER + NEARLY},
    )
    assert said in [issue.message for issue in check_typed_figures(library)]


@pytest.mark.parametrize(
    ("words", "prose", "rules"),
    [
        ("prices rose to 5 per cent", "It rose to [5 per cent](obs:x).", []),
        ("prices rose to 5 per cent", "It rose [5 per cent](obs:x).", ["level-for-change"]),
        ("prices rose to 5 per cent", "It rose by [5 per cent](obs:x).", ["level-for-change"]),
        ("prices rose by 5 per cent", "It rose [5 per cent](obs:x).", []),
        ("prices rose by 5 per cent", "It rose to [5 per cent](obs:x).", ["level-for-change"]),
        ("a rise of 5 per cent", "It rose to [5 per cent](obs:x).", ["level-for-change"]),
        ("5 per cent", "It rose to [5 per cent](obs:x).", []),
        ("5 per cent", "It rose by [5 per cent](obs:x).", []),
    ],
)
def test_the_quote_tells_whether_a_percentage_is_a_change(
    words: str, prose: str, rules: list[str]
) -> None:
    """The metric alone does not: prices grow by their rate of growth."""
    metric = "- {id: share, name: Share, description: It is., unit: percent, kind: rate}\n"
    article = ARTICLE.replace("some boats", words) + "observations:\n"
    given = figure("x", metric="share", value=5, quote="words")
    library = small_library(
        prose=prose + "\n",
        more={"data/articles/2024/a.yml": article + given, "data/metrics.yml": metric},
    )
    assert [issue.rule.id for issue in check_typed_figures(library)] == rules


def test_what_is_linked_has_the_place_of_its_link() -> None:
    """Another figure has that of its number, behind links and in cells, too."""
    library = small_library(
        figure("x", value=9),
        prose="A [b](metric:fleet) and [*so* 8 boats](obs:x), 7 boats.\n\n| a | b |\n|---|---|\n| [c](source:wire) | 6 boats |\n",
    )
    places = [
        (issue.location.line, issue.location.column) for issue in check_typed_figures(library)
    ]
    assert places == [(12, 25), (12, 48), (16, 22)]


def test_a_sum_without_a_number_is_not_checked() -> None:
    """Nobody can compare it, and that is counted."""
    library = small_library(prose='It was [the rest](calc: "840 - 279") [@a].\n')
    (found,) = judge_briefs(library)["b"]
    assert found.verdict is Verdict.NOT_CHECKED
    assert found.grounds.reason == "its words have no number that can be read"


def test_every_figure_of_a_text_is_judged_once() -> None:
    """Whether linked, cited, worked out or waived, and however many a sentence has."""
    library = small_library(
        figure("x", value=9),
        prose='Of [9 boats](obs:x) 8 boats [@a] and [18 boats](calc: "x * 2") were [7 boats](waived: "So it is.").\n',
    )
    assert [(one.text, one.verdict) for one in judge_briefs(library)["b"]] == [
        ("9", Verdict.WAIVED),
        ("8", Verdict.FAILED),
        ("18", Verdict.COMPUTED),
        ("7", Verdict.WAIVED),
    ]
