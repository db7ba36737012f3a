"""Rules about a brief's prose: Markdown, citations, links and blocks."""

from __future__ import annotations

from generator.issues import Rule, Severity

ERROR, WARNING = Severity.ERROR, Severity.WARNING

PROSE_RULES: tuple[Rule, ...] = (
    Rule(
        id="raw-html",
        severity=ERROR,
        summary="A brief holds raw HTML",
        what="Tags, comments and other HTML in the prose or in a field of the front matter.",
        why="HTML can run code in a reader's browser, and breaks on paper and in feeds.",
        bad="The advance <b>slowed</b>.",
        good="The advance **slowed**.",
    ),
    Rule(
        id="unsupported-markdown",
        severity=ERROR,
        summary="A piece of Markdown is not used in briefs",
        what="Images, indented code, and lists or headings in a field of the front matter.",
        why="They would be dropped or shown as something else on the page.",
        bad="![map](https://example.org/map.png)",
        good="[The map of 9 January](https://example.org/map)",
    ),
    Rule(
        id="heading-level",
        severity=ERROR,
        summary="A heading is of the wrong level, or does not become one",
        what="The brief's title is the page's only first-level heading; below it no level is left "
        "out, and a space stands behind `##`.",
        why="Screen readers and the table of contents go by the levels.",
        bad="# What the arithmetic allows",
        good="## What the arithmetic allows",
    ),
    Rule(
        id="malformed-citation",
        severity=ERROR,
        summary="A citation can't be read",
        what="`[@...]` with anything but article ids and quote keys, what looks like a citation "
        "without being one, and hand-written footnotes.",
        why="The claim would stand on the page without its source.",
        bad="The advance slowed [@isw 9 January].",
        good="The advance slowed [@isw-2025-01-09-assessment].",
    ),
    Rule(
        id="bad-link",
        severity=ERROR,
        summary="A link leads neither to the web nor to a record",
        what="Links begin with https://, http:// or the scheme of a record, such as `obs:`, right "
        "behind the words in square brackets. Behind `calc:` and `waived:` stands a space, then "
        "the calculation or the reason in quotation marks.",
        why="Other schemes can run code, and relative addresses break when a page moves.",
        bad="[the rate of advance](../metrics/advance.html)",
        good="[the rate of advance](metric:area-gained-daily-rate)",
    ),
    Rule(
        id="unknown-block",
        severity=ERROR,
        summary="A fenced block is not one of the known ones",
        what="The word behind the fence.",
        why="The page would show the block's source instead of what it asks for.",
        bad="```figure\nobservations: [advance-2024-12-isw]\n```",
        good="```figures\nobservations: [advance-2024-12-isw]\n```",
    ),
    Rule(
        id="unclosed-block",
        severity=ERROR,
        summary="A fenced block is not closed",
        what="Each block ends with a line of the same backticks that it begins with.",
        why="Everything below it would be read as part of the block.",
        bad="```figures\nobservations: [advance-2024-12-isw]",
        good="```figures\nobservations: [advance-2024-12-isw]\n```",
    ),
    Rule(
        id="no-prose",
        severity=ERROR,
        summary="A brief has nothing below its front matter",
        what="The text below the second line `---`.",
        why="A conclusion that is not argued can't be judged.",
        bad="---\ntitle: Losses in December\n---",
        good="---\ntitle: Losses in December\n---\n\nThe count rose [@general-staff-2025-01-01].",
    ),
    Rule(
        id="doubled-citation",
        severity=ERROR,
        summary="A claim cites the same words twice",
        what="Citations in one pair of brackets, and in brackets side by side.",
        why="Two notes look like two pieces of evidence.",
        bad="The advance slowed [@isw-2025-01-09; @isw-2025-01-09].",
        good="The advance slowed [@isw-2025-01-09].",
    ),
    Rule(
        id="no-citation",
        severity=ERROR,
        summary="A brief cites no article",
        what="The bottom line, the key judgements and the prose together.",
        why="A conclusion without a source is an opinion.",
        bad="The advance slowed.",
        good="The advance slowed [@isw-2025-01-09].",
    ),
    Rule(
        id="empty-timeline",
        severity=WARNING,
        summary="A timeline selects no event",
        what="Each `timeline` block is tried on the events in `data/events/`.",
        why="The page would have a heading with nothing below it.",
        bad="```timeline\ntopics: [losses]\nto: 1990\n```",
        good="```timeline\ntopics: [losses]\nfrom: 2024\n```",
    ),
)
"""In the order of the reference page."""
