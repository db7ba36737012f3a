"""Origins: on the way of their chain, at its end, and one behind several articles."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.issues import Issue
from tests.edits import (
    FERRY,
    GAZETTE,
    MARFA,
    SERIES,
    SLOWS,
    SOURCES,
    TIDE,
    WIRE,
    Edit,
    both,
    show,
    swap,
)

# ruff: noqa: E501 (a row of the table stays on one line)

RULES = {"unreached-origin", "dead-end", "single-origin", "unused-waiver"}
"""Other rules have their say about some of the changes; that is not looked at here."""
MARFA_LINK = "{verb: cites, source: ferry-line, speaker: مدير الخط}"
KEY_FIGURES = "key-figures: [on-time-2023-ferry-line]"
ORIGIN = "    origin: ferry-line\n"
DAILY = "landed-daily-2024-01"
CITED = f"[](obs:{DAILY}-tide) [@tide-2024-02-10-assessment, rate]"
FORK = swap(TIDE, "read: true}", "read: true}\n  - {verb: cites, source: fish-union}")
"""A second branch of the Institute's chain."""
COPIES = "[@wire-2024-02-11-herring, rate; @gazette-2024-02-12-herring, rate]"


def waive(path: str, rule: str, about: str) -> Edit:
    """Sets the rule aside in a brief."""
    waiver = f"waivers: [{{rule: {rule}, about: {about}, reason: No other was found.}}]\n"
    return swap(path, "topics:", f"{waiver}topics:")


def relay(link: str, *more: Edit) -> Edit:
    """Has a broadcaster relay this, and a brief show the broadcaster's figure at its head."""
    shown = swap(FERRY, KEY_FIGURES, "key-figures: [passengers-2024-02-marfa]")
    return both(swap(MARFA, ORIGIN, ""), swap(MARFA, MARFA_LINK, link), shown, *more)


def judge(reason: str) -> Edit:
    """A reason for the first judgement on herring."""
    old = """The register and the [Institute](source:tide-institute), of one origin, agree
      [@landing-register-2024-02-01-data; @tide-2024-02-10-assessment, total]."""
    return swap(SLOWS, old, reason)


def copy_rate(text: str, *more: Edit) -> Edit:
    """Has two articles give the Institute's rate, and the brief say this of it."""
    return both(
        swap(WIRE, "low: 8.5\n    high: 9.5", "value: 9\n    qualifier: approximately"),
        swap(GAZETTE, "value: 19\n    qualifier: over", "value: 9\n    qualifier: approximately"),
        swap(SLOWS, CITED, text),
        *more,
    )


# fmt: off
# what is wrong, the change, the issues expected: path:line rule
UNREACHED: list[tuple[str, Edit, list[str]]] = [
    ("an origin off the chain", swap(GAZETTE, "origin: tide-institute", "origin: fish-union"), [f"{GAZETTE}:24 unreached-origin"]),
    ("an origin off the chain, in a series", swap(SERIES, "2023-10: 611.0,,,", "2023-10: 611.0,,tide-institute,"), [f"{SERIES}:3 unreached-origin"]),
    ("an origin to which the relayed article leads", swap(GAZETTE, "origin: tide-institute", "origin: landing-register"), []),
    ("an origin in the middle of the chain", swap(GAZETTE, "origin: tide-institute", "origin: north-wire"), []),
    ("the article's own outlet", swap(GAZETTE, "origin: tide-institute", "origin: skerry-gazette"), []),
    ("a source that is not there", swap(GAZETTE, "origin: tide-institute", "origin: tide-institut"), []),
    ("a link to it that begins with somebody else", swap(MARFA, "verb: cites, source: ferry-line", "by: north-wire, verb: cites, source: ferry-line"), []),
    ("a chain that could not be read", both(swap(TIDE, "verb: analyses-data-of", "verb: sings"), swap(GAZETTE, "origin: tide-institute", "origin: landing-register")), []),
]
DEAD_END: list[tuple[str, Edit, list[str]]] = [
    ("an agency of which no article is named", relay("{verb: cites, source: north-wire}"), [f"{FERRY}:10 dead-end"]),
    ("an agency's article on record", relay("{verb: cites, source: north-wire, article: wire-2024-02-11-herring}"), []),
    ("an agency that quotes somebody", relay("{verb: cites, source: north-wire, speaker: a captain}"), []),
    ("a source that relays nobody by trade", relay("{verb: cites, source: fish-union}"), []),
    ("an aggregator", relay("{verb: cites, source: port-mirror}"), [f"{FERRY}:10 dead-end"]),
    ("an aggregator's own article that names nobody", swap(SOURCES, "kind: company", "kind: aggregator"), [f"{FERRY}:10 dead-end"]),
    ("a newspaper's own article that names nobody", swap(SOURCES, "kind: company", "kind: newspaper"), []),
    ("an agency as the origin that the figure names", relay("{verb: cites, source: north-wire}", swap(MARFA, "quote: passengers\n", "quote: passengers\n    origin: north-wire\n")), []),
    ("a figure that is worked out", relay("{verb: cites, source: north-wire}", swap(MARFA, "quote: passengers\n", "quote: passengers\n    derived: 2 * 800\n")), []),
    ("a figure in the prose alone", both(swap(MARFA, ORIGIN, ""), swap(MARFA, MARFA_LINK, "{verb: cites, source: north-wire}")), []),
    ("a figure in a judgement", both(swap(MARFA, ORIGIN, ""), swap(MARFA, MARFA_LINK, "{verb: cites, source: north-wire}"), swap(FERRY, "It never has", "It never has [](obs:passengers-2024-02-marfa)")), [f"{FERRY}:23 dead-end"]),
    ("a reason against it", relay("{verb: cites, source: north-wire}", waive(FERRY, "dead-end", "passengers-2024-02-marfa")), []),
]
SINGLE: list[tuple[str, Edit, list[str]]] = [
    ("an article and the one that it was made from", judge("They agree [@landing-register-2024-02-01-data; @tide-2024-02-10-assessment, total]."), [f"{SLOWS}:24 single-origin"]),
    ("an article and a figure of another", judge("[](obs:landed-2024-01-tide) and the register [@landing-register-2024-02-01-data]."), [f"{SLOWS}:24 single-origin"]),
    ("two figures of two articles", judge("[](obs:landed-2024-01-tide) and [](obs:landed-2024-01-register)."), [f"{SLOWS}:24 single-origin"]),
    ("two figures of one article", judge("[](obs:landed-2024-01-register) and [](obs:landed-2023-12-register)."), []),
    ("one article, cited twice", judge("So it is [@tide-2024-02-10-assessment, total; @tide-2024-02-10-assessment, december]."), []),
    ("two articles of two origins", judge("So it is [@landing-register-2024-02-01-data; @council-statement]."), []),
    ("two origins in the words of one article", judge("So it is [@landing-register-2024-02-01-data; @observer-2024-02-18-season, season]."), []),
    ("two articles of one origin, and another", judge("So it is [@landing-register-2024-02-01-data; @tide-2024-02-10-assessment; @council-statement]."), []),
    ("a citation for the figure beside it", both(FORK, judge("[](obs:landed-2024-01-tide) [@tide-2024-02-10-assessment] and the register [@landing-register-2024-02-01-data].")), [f"{SLOWS}:24 single-origin"]),
    ("a figure worked out in an article of two branches", both(FORK, judge("[](obs:landed-daily-2023-12-tide) and the register [@landing-register-2024-02-01-data].")), []),
    ("an article of which one branch leads elsewhere", both(FORK, judge("So it is [@landing-register-2024-02-01-data; @tide-2024-02-10-assessment].")), []),
    ("a figure worked out from another's", both(swap(TIDE, "derived: 840 / 31", "derived: stock-2023-council / 31"), judge("[](obs:landed-daily-2023-12-tide) and the register [@landing-register-2024-02-01-data].")), []),
    ("two that say so", judge("They go back to one origin [@landing-register-2024-02-01-data; @tide-2024-02-10-assessment, total]."), []),
    ("low confidence", both(judge("They agree [@landing-register-2024-02-01-data; @tide-2024-02-10-assessment, total]."), swap(SLOWS, "confidence: high", "confidence: low")), []),
    ("a reason against it", both(judge("They agree [@landing-register-2024-02-01-data; @tide-2024-02-10-assessment, total]."), waive(SLOWS, "single-origin", "landing-register")), []),
    ("a chain that could not be read", both(swap(TIDE, "verb: analyses-data-of", "verb: sings"), judge("They agree [@landing-register-2024-02-01-data; @wire-2024-02-11-herring].")), []),
    ("two copies of a key figure, side by side", copy_rate(f"[](obs:{DAILY}-tide)\n{COPIES}"), [f"{SLOWS}:43 single-origin"]),
    ("two copies behind a copy of it", copy_rate(f"[](obs:{DAILY}-wire) {COPIES}"), [f"{SLOWS}:42 single-origin"]),
    ("two copies at the head of the brief", copy_rate(CITED, swap(SLOWS, "[@tide-2024-02-10-assessment, rate]; the", f"{COPIES}; the"), swap(SLOWS, " in January 2024\n  [@", "\n  [@")), [f"{SLOWS}:5 single-origin"]),
    ("two copies in a note", copy_rate(CITED, swap(SLOWS, "All four go back to one assessment", f"[](obs:{DAILY}-tide) {COPIES}")), [f"{SLOWS}:55 single-origin"]),
    ("two copies behind other words", copy_rate(f"[](obs:{DAILY}-tide), it is said {COPIES}"), []),
    ("one copy", copy_rate(f"[](obs:{DAILY}-tide) [@wire-2024-02-11-herring, rate]"), []),
    ("a copy, and another figure", copy_rate(f"[](obs:{DAILY}-tide) [@wire-2024-02-11-herring, rate; @council-statement]"), []),
    ("two copies of another figure", copy_rate(f"[](obs:{DAILY}-tide) {COPIES}", swap(SLOWS, f"- observation: {DAILY}-tide\n    label: Landed a day, January 2024", "- landed-2023-12-tide")), []),
    ("two copies that the paragraph calls so", copy_rate(f"[](obs:{DAILY}-tide) {COPIES}; it is one piece of evidence"), []),
    ("two copies, for a reason", copy_rate(f"[](obs:{DAILY}-tide) {COPIES}", waive(SLOWS, "single-origin", f"{DAILY}-tide")), []),
]
# fmt: on
TABLE = [*UNREACHED, *DEAD_END, *SINGLE]


@pytest.mark.parametrize(
    ("edit", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE]
)
def test_an_origin_that_misleads_is_an_issue(
    edit: Edit, expected: list[str], project: Path, find_issues: Callable[[Path], list[Issue]]
) -> None:
    """Each is named where it is to be mended; what is sound, or says so, is let pass."""
    edit(project)
    found = [issue for issue in find_issues(project) if issue.rule.id in RULES]
    assert [show(issue) for issue in found] == expected


def test_a_message_names_articles_and_origin(
    project: Path, find_issues: Callable[[Path], list[Issue]]
) -> None:
    """Who reads it knows what to look at, and what a waiver would be about."""
    SINGLE[0][1](project)
    (issue,) = (found for found in find_issues(project) if found.rule.id == "single-origin")
    for named in ("`landing-register-2024-02-01-data`", "`tide-2024-02-10-assessment`"):
        assert named in issue.message
    assert "2 articles, one origin (`landing-register`)" in issue.message
    assert "`about: landing-register`" in issue.help


def test_people_without_a_name_are_one_origin_by_who_quotes_them(
    project: Path, find_issues: Callable[[Path], list[Issue]]
) -> None:
    """Two articles that relay one outlet's unnamed people have one origin, and it is said whose."""
    both(
        swap(MARFA, MARFA_LINK, "{verb: quotes, speaker: a captain}"),
        swap(MARFA, ORIGIN, ""),
        swap(
            FERRY,
            "It never has [@",
            "It never has [@marfa-2024-03-05-ferry; @vale-2024-03-07-post; @",
        ),
        swap(FERRY, "; @ferry-line-2024-01-15-release].", "]."),
    )(project)
    (issue,) = (found for found in find_issues(project) if found.rule.id == "single-origin")
    assert show(issue) == f"{FERRY}:23 single-origin"
    assert "people whom `sawt-al-marfa` does not name" in issue.message
    assert issue.waivable == ("ferry-on-time", "sawt-al-marfa")
