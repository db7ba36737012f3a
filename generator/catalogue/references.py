"""Rules about records that point to each other."""

from __future__ import annotations

from generator.issues import Rule, Severity

ERROR, WARNING = Severity.ERROR, Severity.WARNING

REFERENCE_RULES: tuple[Rule, ...] = (
    Rule(
        id="duplicate-id",
        severity=ERROR,
        summary="Two records of a kind have the same id",
        what="Ids are compared within each kind, over all files.",
        why="A link or citation would lead to one of them by chance.",
        bad="Two sources with `id: gazette`",
        good="`id: gazette-north` and `id: gazette-south`",
    ),
)
"""In the order of the reference page."""
