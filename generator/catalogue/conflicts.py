"""Rules about figures that contradict each other, and what may stand side by side."""

from __future__ import annotations

from generator.issues import Rule, Severity

ERROR = Severity.ERROR

CONFLICT_RULES: tuple[Rule, ...] = (
    Rule(
        id="unacknowledged-conflict",
        severity=ERROR,
        summary="A brief uses a figure that another on record contradicts, and does not say so",
        what="Each figure that a brief links to, or shows on a card or in a table, is held against "
        "those of the same metric, unit, period, place and basis; a basis that is not stated may "
        "be any. Two conflict when no number satisfies both with their qualifiers: 1,523 and over "
        "1,500 do not, about 9 and 18.1 do. Beside an approximate number one more or less in the "
        "last digit of the rounder is allowed; an exact one may be rounded, to its last digit and "
        "no further: 19 may be 19.1, and 1,500 is not 1,523. What is corrupt, planned or withdrawn "
        "conflicts with nothing.",
        why="A reader would take one of several answers for the only one.",
        bad="The rate was [18.1 km² a day](obs:advance-2024-12-isw-espreso).",
        good="The rate was [18.1 km² a day](obs:advance-2024-12-isw-espreso).\n\n"
        "```compare\n"
        "observations: [advance-2024-12-isw-espreso, advance-2024-12-isw-euromaidan]\n"
        "```",
    ),
    Rule(
        id="incomparable-rows",
        severity=ERROR,
        summary="A row of a comparison measures something else than the others",
        what="The rows of a `compare` block are of one period and one place, in units that "
        "convert, and of one metric or of metrics that name each other in `comparable-with`. "
        "Their basis may differ: it stands beside each value and explains the difference.",
        why="Values of different months or places side by side look like a contradiction and are "
        "none.",
        bad="```compare\nobservations: [advance-2024-11-isw, advance-2024-12-isw]\n```",
        good="```table\nobservations: [advance-2024-11-isw, advance-2024-12-isw]\n```",
    ),
    Rule(
        id="incomparable-chart",
        severity=ERROR,
        summary="A chart would draw values on one scale that can't be compared",
        what="The values of a `chart` block are of one kind (level, sum, rate or change), of one "
        "metric or of metrics that name each other in `comparable-with`, in units that convert, "
        "and of one place unless the block names several in `places`. Sums for another length of "
        "time than most are left out of the chart and counted below it; an observation that the "
        "block names by id may not be one of them.",
        why="What stands on one scale is compared, whatever the words beside it say.",
        bad="```chart\nmetrics: [personnel-losses, personnel-losses-cumulative]\n```",
        good="```chart\nmetric: personnel-losses\nplaces: [UA+RU]\n```",
    ),
    Rule(
        id="empty-chart",
        severity=ERROR,
        summary="A chart has nothing to show",
        what="Each `chart` block selects at least one value that can be drawn, and a chart of "
        "kind `line` values for at least two periods. What is withdrawn, corrupt or only planned "
        "does not count.",
        why="An empty frame, or a line of one point, says less than a sentence.",
        bad="```chart\nmetric: area-gained-daily-rate\nto: 1990\n```",
        good="```chart\nmetric: area-gained-daily-rate\nfrom: 2024-10\n```",
    ),
)
"""In the order of the reference page."""
