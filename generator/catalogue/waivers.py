"""Rules about waivers: a brief's reasons against an issue."""

from __future__ import annotations

from generator.issues import Rule, Severity

WAIVER_RULES: tuple[Rule, ...] = (
    Rule(
        id="unknown-waiver",
        severity=Severity.ERROR,
        summary="A waiver names a rule that can't be waived",
        what="`rule` of each of a brief's `waivers`; only rules that ask for a judgement may be "
        "set aside: `single-origin`, `dead-end`, `stale-key-figure` and "
        "`unacknowledged-conflict`.",
        why="The author would think that an issue is answered, and it is not. What is plainly a "
        "fault is mended, not explained.",
        bad="waivers:\n  - {rule: unknown-article, about: isw-2025-01-09, reason: It comes later.}",
        good="waivers:\n  - {rule: single-origin, about: isw, reason: Nobody else has counted.}",
    ),
    Rule(
        id="unused-waiver",
        severity=Severity.WARNING,
        summary="A waiver sets nothing aside",
        what="Each waiver is compared with the issues of its rule in its brief: it must be `about` "
        "the same id as one of them.",
        why="Readers are told of a doubt that is not there, and the waiver would hide the next "
        "one.",
        bad="# every figure has its own origin\nwaivers:\n"
        "  - {rule: single-origin, about: isw, reason: Nobody else has counted.}",
        good="# every figure has its own origin\nwaivers: []",
    ),
)
"""In the order of the reference page."""
