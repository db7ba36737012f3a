"""What was found when a figure was held against its words: the verdict, and why.

Seven verdicts, of which every figure gets one, so that their counts add up to all figures.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """How a figure stands to what it rests on."""

    CHECKED = "checked"
    """It is in its quote, and the quote in the captured text of the article."""
    CHECKED_IN_QUOTE = "checked in quote"
    """It is in its quote; no capture was at hand to look for the quote in."""
    COMPUTED = "computed"
    """It was worked out, and came out again."""
    TRANSLATED = "translated"
    """It is in the original of a quote that we translate."""
    WAIVED = "waived"
    """Its author gives a reason why it is not checked."""
    FAILED = "failed"
    """It is not what its words say."""
    NOT_CHECKED = "not checked"
    """Nobody could compare it, for the reason given."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A verdict on one figure, with its reason where it is not plain."""

    verdict: Verdict
    reason: str = ""
