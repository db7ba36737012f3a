"""Rules about dates that can't both be right.

Each date is taken with the first and last day it can mean, and only what no reading allows is an
issue. A date that is approximate or uncertain may lie off by its own length, or by a month.
"""

from __future__ import annotations

from generator.issues import Rule, Severity

ERROR = Severity.ERROR

DATE_RULES: tuple[Rule, ...] = (
    Rule(
        id="accessed-before-issued",
        severity=ERROR,
        summary="An article was read before it was published",
        what="`accessed` is compared with `issued`.",
        why="One of the two is wrong, and with it what could be known when.",
        bad="issued: 2025-01-10\naccessed: 2024-01-12",
        good="issued: 2025-01-10\naccessed: 2025-01-12",
    ),
    Rule(
        id="event-after-article",
        severity=ERROR,
        summary="An event is later than an article that reports it",
        what="An event's `date` is compared with `issued` of each of its articles, or with "
        "`accessed` where that is not known.",
        why="Nobody can report what has not happened. What was announced is an event of the day of "
        "the announcement; what came of it is another.",
        bad="# reported by an article of 10 January\ndate: 2025-01-12\n"
        "description: The central bank raises its rate.",
        good="# reported by an article of 10 January\ndate: 2025-01-09\n"
        "description: The central bank announces that it will raise its rate.",
    ),
    Rule(
        id="period-after-article",
        severity=ERROR,
        summary="A figure's period begins after its article was published",
        what="`period` is compared with `issued` of the article; with `accessed` where that is not "
        "known, and for data sets and web pages, which are brought up to date. A plan, "
        "target or forecast is let pass if its `status` says so: `planned`.",
        why="A figure for a time to come was not measured, and the reader must see that.",
        bad="# in an article of January 2025\nperiod: 2025-12\nvalue: 13.5",
        good="# in an article of January 2025\nperiod: 2025-12\nvalue: 13.5\nstatus: planned",
    ),
    Rule(
        id="relays-later-article",
        severity=ERROR,
        summary="An article relays one that was published after it",
        what="`issued` of an article is compared with that of each article in its `reports`.",
        why="The chain runs the wrong way round: perhaps the other one is the copy.",
        bad="# in an article of 9 January\nreports:\n  - {verb: cites, source: isw, "
        "article: isw-2025-01-10}",
        good="# in an article of 9 January\nreports:\n  - {verb: cites, source: isw, "
        "article: isw-2025-01-08}",
    ),
    Rule(
        id="updated-before-published",
        severity=ERROR,
        summary="A brief was changed before it was published",
        what="`updated` is compared with `published`.",
        why="Readers go by the dates to see whether they have read the latest state.",
        bad="published: 2025-01-20\nupdated: 2025-01-02",
        good="published: 2025-01-20\nupdated: 2025-02-01",
    ),
    Rule(
        id="cut-off-after-publication",
        severity=ERROR,
        summary="A brief considers evidence from after its own publication",
        what="`cut-off` is compared with `updated`, or with `published` where there is none.",
        why="The cut-off tells readers what the brief can't know; a late one hides that.",
        bad="cut-off: 2025-03-31\npublished: 2025-01-20",
        good="cut-off: 2025-01-17\npublished: 2025-01-20",
    ),
    Rule(
        id="evidence-after-cut-off",
        severity=ERROR,
        summary="A brief cites an article that was published after its cut-off date",
        what="`issued` of each cited article is compared with the brief's `cut-off`. Data sets and "
        "web pages, which are brought up to date, are let pass.",
        why="The cut-off says that nothing later was considered.",
        bad="A brief with `cut-off: 2024-12-31` that cites an article of 9 January 2025",
        good="The same brief with `cut-off: 2025-01-09`",
    ),
    Rule(
        id="from-after-to",
        severity=ERROR,
        summary="The dates of a timeline are the wrong way round",
        what="`from` and `to` of a `timeline` block are compared.",
        why="Nothing lies between them, so the timeline would be empty.",
        bad="```timeline\nfrom: 2025\nto: 2024\n```",
        good="```timeline\nfrom: 2024\nto: 2025\n```",
    ),
)
"""In the order of the reference page."""
