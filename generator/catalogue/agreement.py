"""Rules about agreement: records with their quotes, and the text of briefs with both."""

from __future__ import annotations

from generator.issues import Rule, Severity

ERROR, WARNING = Severity.ERROR, Severity.WARNING

AGREEMENT_RULES: tuple[Rule, ...] = (
    Rule(
        id="value-not-in-quote",
        severity=ERROR,
        summary="A figure's number is not in its quote",
        what="The `value`, or `low` and `high`, of each observation is looked for among the "
        "numbers of its quote, in digits or words, as a whole and without any rounding. A number "
        "in another unit or per another time is right only with the printed one in `stated`. In a "
        "row of a data file an approximate number may be rounded, because files print more digits "
        "than anybody means.",
        why="A figure that its source does not print is somebody's mistake or memory.",
        bad="value: 953, quote: “593 square kilometres in December”",
        good="value: 593",
    ),
    Rule(
        id="value-drift",
        severity=ERROR,
        summary="A text gives another number than the figure it rests on",
        what="Each number of a brief is compared with the observation that it is linked to. "
        "Rounding is right if a word such as “about” says so and at least two digits are kept; "
        "“more than” may round down, “under” may round up; a percentage may become a whole one.",
        why="The reader takes the number for the source's.",
        bad="[1,600 soldiers](obs:losses-daily), where the record has 1,523",
        good="[about 1,500 soldiers](obs:losses-daily)",
    ),
    Rule(
        id="qualifier-drift",
        severity=ERROR,
        summary="The limit of a number was exchanged: “over”, “about”, “up to” or nothing",
        what="The words around a number are of one of six classes: exact, approximately, over, "
        "at-least, under, up-to. A record has the class of its quote, a text that of its record. "
        "Of an exact number a text may say “about” or, rounded down, “more than”; of a range "
        "“at least” its lower and “up to” its upper end.",
        why="“Over 1,500” and “up to 1,500” have no value in common.",
        bad="up to 1,500 a day, where the source has “over 1,500”",
        good="more than 1,500 a day",
    ),
    Rule(
        id="weaker-qualifier",
        severity=WARNING,
        summary="A text says “at least” for “over”, or “up to” for “under”",
        what="“At least 1,500” holds if “over 1,500” does; it gives away the boundary only.",
        why="It is not false, but less than the source says.",
        bad="at least 1,500 a day, where the source has “over 1,500”",
        good="over 1,500 a day",
    ),
    Rule(
        id="unit-drift",
        severity=ERROR,
        summary="A number has another unit, rate or counted thing than its source",
        what="Units are compared by kind and convert exactly within it: square miles into square "
        "kilometres, a month's total into a mean per day by the days of the period. Nothing "
        "converts across currencies, from soldiers to ships, or from per cent to percentage "
        "points.",
        why="593 km² in a month and 593 km² a day differ by a factor of 31.",
        bad="593 km² a day, where the source has 593 km² in December",
        good="593 km² in December, or about 19.1 km² a day",
    ),
    Rule(
        id="unit-not-of-metric",
        severity=ERROR,
        summary="A figure's unit measures something else than its metric's",
        what="The `unit` of an observation is of the same dimension as that of its metric, by "
        "their UCUM codes or names. A share of one whole is not a share of another.",
        why="Figures of one metric stand in one table and are compared.",
        bad="{metric: area-gained, unit: people}, where the metric is in km2",
        good="{metric: area-gained, unit: mi2}",
    ),
    Rule(
        id="basis-drift",
        severity=ERROR,
        summary="The dead are told for the dead and wounded, or the reverse",
        what="The words “killed”, “dead”, “wounded”, “injured”, “casualties” and “losses” behind a "
        "number are compared with what the figure counts.",
        why="Several are wounded for each one killed: the number means something else.",
        bad="48,240 dead, where the source has 48,240 killed and wounded",
        good="48,240 killed and wounded",
    ),
    Rule(
        id="level-for-change",
        severity=ERROR,
        summary="What something changed by is told as what it came to, or the reverse",
        what="“By” and “to” behind a word of change, in quote and text, and the metric's kind: "
        "only one of kind `change` takes figures of how much something changed.",
        why="“Slowed by nine” and “slowed to nine” are different facts.",
        bad="slowed to nine km² a day, where the source has “slowed by nine”",
        good="slowed by nine km² a day",
    ),
    Rule(
        id="period-drift",
        severity=ERROR,
        summary="A figure is told of another time than it holds for",
        what="Each date of a sentence or quote belongs to the number nearest to it, a date at the "
        "beginning to all that have none of their own. It must meet the figure's period; a total "
        "of a year is not that of a month in it. The day of a report (“said on 3 February”) is "
        "left aside. Dates in other sentences are not used: they are too often those of reports.",
        why="November's figure in a sentence about December invents a trend.",
        bad="In November 2024 it was [19.1 km² a day](obs:advance-2024-12)",
        good="In December 2024 it was [19.1 km² a day](obs:advance-2024-12)",
    ),
    Rule(
        id="misleading-id",
        severity=ERROR,
        summary="A figure's id names another time than its period",
        what="A year, half, quarter, month or day in an observation's id is compared with its "
        "`period`. Of a time from one day to another it is the first or the last.",
        why="Authors choose figures by their ids.",
        bad="{id: advance-2024-12-isw, period: 2024-11}",
        good="{id: advance-2024-12-isw, period: 2024-12}",
    ),
    Rule(
        id="needless-waiver",
        severity=WARNING,
        summary="A figure is waived although its quote carries it",
        what="An observation with `waived` is compared with its quote like every other.",
        why="A reader would be told of a doubt that nobody has.",
        bad="{value: 593, quote: december, waived: The unit is left out.}",
        good="{value: 593, quote: december}",
    ),
    Rule(
        id="unsourced-figure",
        severity=ERROR,
        summary="A figure in a brief rests on nothing",
        what="Each figure of the text is linked to an observation, stands in a sentence with a "
        "citation whose words hold it, is worked out in place with `calc:`, or is waived with "
        "`waived:` and a reason. A figure of a title, heading or caption must be that of an "
        "observation that the brief uses. Dates, ordinals, names, and small counts in words "
        "(“two reports”) are no figures.",
        why="Nobody can tell where the number comes from.",
        bad="The advance slowed to 18.1 km² a day.",
        good="The advance slowed to [18.1 km² a day](obs:advance-2024-12-isw).",
    ),
    Rule(
        id="calc-mismatch",
        severity=ERROR,
        summary="A calculation in a brief comes to something else than its text",
        what="The expression of a `calc:` link is worked out and compared with the number between "
        "its square brackets, to the digits given.",
        why="A reader would trust arithmetic that is wrong.",
        bad='[8.9 km² a day](calc: "27.96 - 19.1")',
        good='[8.86 km² a day](calc: "27.96 - 19.1")',
    ),
    Rule(
        id="attribution-drift",
        severity=ERROR,
        summary="A sentence names a source that nothing it cites goes back to",
        what="“X says”, “X reports”, “according to X” and “X’s count” are looked for with the "
        "names and aliases in `data/sources.yml`. X must be an outlet or a link in the chain of "
        "what the sentence cites or links to.",
        why="Words are put into somebody's mouth.",
        bad="ISW assesses that the advance slowed [@gazette-2025-01-10], where the Gazette relays "
        "nobody",
        good="The Gazette reports that the advance slowed [@gazette-2025-01-10].",
    ),
    Rule(
        id="mixed-estimate",
        severity=ERROR,
        summary="Likelihood and confidence stand in one sentence",
        what="ICD 203's words of probability (“likely”, “almost certainly”, “unlikely”) and "
        "“high”, “moderate” or “low confidence” are not used in one sentence.",
        why="How probable something is and how well we know it are two things; together they read "
        "as one.",
        bad="We assess with high confidence that it is likely.",
        good="It is likely. Our confidence in that is high.",
    ),
    Rule(
        id="estimate-in-statement",
        severity=ERROR,
        summary="A key judgement's statement holds a word of likelihood or confidence",
        what="The `statement` of a key judgement says what we conclude; how likely it is and how "
        "sure we are stand in the fields beside it.",
        why="The sentence and the field would say two likelihoods.",
        bad="statement: The advance will probably slow.",
        good="statement: The advance will slow.\nlikelihood: likely",
    ),
)
"""In the order of the reference page."""
