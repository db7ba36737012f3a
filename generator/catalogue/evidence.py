"""Rules about evidence: whether words, figures and captured texts bear each other out."""

from __future__ import annotations

from generator.issues import Rule, Severity

ERROR, WARNING = Severity.ERROR, Severity.WARNING

EVIDENCE_RULES: tuple[Rule, ...] = (
    Rule(
        id="quote-not-in-capture",
        severity=ERROR,
        summary="A quote is not in the captured text of its article",
        what="Each quote, and each `row` of a series, is looked for in `captures/<article-id>.txt` "
        "where there is one: word for word, in whole words and numbers. Quotation marks, dashes, "
        "spaces and line breaks of any shape are the same; `[...]` stands for up to 1,000 signs.",
        why="What stands between quotation marks was never printed like that.",
        bad="rate: slowed by nine, where the article has “slowed to nine”",
        good="rate: slowed to nine",
    ),
    Rule(
        id="capture-changed",
        severity=ERROR,
        summary="A captured text is not the one that the record speaks of",
        what="The SHA-256 of `captures/<article-id>.txt` is compared with the article's "
        "`capture-sha256`.",
        why="Quotes would be held against another text than the one they were taken from.",
        bad="The page was saved again after the paper had corrected it.",
        good="The first text is back, or `capture-sha256` is that of the new one, and its quotes "
        "were read again.",
    ),
    Rule(
        id="unrecorded-capture",
        severity=WARNING,
        summary="An article's text is at hand, and its record has no checksum of it",
        what="An article with a file `captures/<article-id>.txt` has its SHA-256 in "
        "`capture-sha256`.",
        why="Nobody else can tell whether the text they have is the one that was quoted.",
        bad="`captures/example.txt` exists, and `example` has no `capture-sha256`",
        good="capture-sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    ),
    Rule(
        id="stray-capture",
        severity=WARNING,
        summary="A file among the captures belongs to no article",
        what="`captures/` holds one file `<article-id>.txt` for each article whose text is at "
        "hand. A saved page of another ending may lie beside its text.",
        why="The text is there, and no quote is compared with it.",
        bad="`captures/The article I saved.html`",
        good="captures/gazette-2025-01-10-advance.txt",
    ),
    Rule(
        id="malformed-arithmetic",
        severity=ERROR,
        summary="A calculation can't be read or worked out",
        what="`derived` of a figure and the title of a `calc:` link hold numbers in plain digits, "
        "ids of figures, `+ - * /`, brackets, `round(x)` or `round(x, 1)`; in a record, `days` and "
        "`months` are the length of the figure's own period, where it is exact. At most 300 "
        "characters, 50 numbers and ids, 20 brackets deep. A minus beside an id has spaces round "
        "it, for ids hold hyphens. A figure that is a range has no single number to go on.",
        why="A figure that nobody can work out again is not checked.",
        bad="derived: 1,240 km2 / 31",
        good="derived: 1240 / days",
    ),
    Rule(
        id="derived-mismatch",
        severity=ERROR,
        summary="A figure is not what its calculation makes",
        what="Each `derived` is worked out exactly, ids with the values on record, and compared "
        "with `value` to the digits that are given: zeros at its end are digits. A half may be "
        "rounded to either side.",
        why="The page shows calculation and result side by side, and one of the two is wrong.",
        bad="{value: 41, derived: 1240 / 31}",
        good="{value: 40, derived: 1240 / 31}",
    ),
    Rule(
        id="cyclic-arithmetic",
        severity=ERROR,
        summary="A figure is worked out from itself",
        what="The ids in `derived` are followed from figure to figure.",
        why="Figures that rest on each other rest on nothing.",
        bad="# in `pace-2024-12`\nderived: area-2024-12 / days\n"
        "# in `area-2024-12`\nderived: pace-2024-12 * days",
        good="# in `pace-2024-12`\nderived: area-2024-12 / days\n# in `area-2024-12`\nquote: area",
    ),
    Rule(
        id="unsourced-input",
        severity=ERROR,
        summary="A calculation holds a number that nothing on record prints",
        what="Numbers in `derived` are looked for in the quotes and figures of the article and in "
        "the figure's own `row`; those of a `calc:` link in the articles that the brief cites or "
        "links to. The length of a period (28 to 31 days, 12 months and the like) and plain "
        "factors such as 2 and 100 need no source, nor does to how many digits is rounded.",
        why="A result is no better than what went in, and a reader could not see where this came "
        "from.",
        bad="derived: area-2024-12-gazette / 603700",
        good="derived: area-2024-12-gazette / area-of-country-atlas",
    ),
)
"""In the order of the reference page."""
