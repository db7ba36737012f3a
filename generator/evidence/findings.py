"""What was found for every figure of a library: one verdict for each observation.

Joins what the modules beside it find out: whether the value is in its quote, the quote in its
capture, and whether what was worked out comes out again.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.evidence.verdict import Finding, Verdict
from generator.library.library import Library


def judge_figures(library: Library) -> Mapping[str, Finding]:
    """The finding on each observation, by its id."""
    return {id: Finding(Verdict.NOT_CHECKED, "") for id in library.observations}
