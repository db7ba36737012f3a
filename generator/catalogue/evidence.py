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
)
"""In the order of the reference page."""
