"""A fault found while reading one text: a rule, a place, and what to say.

Parsers give faults; whoever knows the file's path turns them into issues.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.catalogue import RULES
from generator.issues import Issue, Location


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault at a 1-based line and column; 0 where it concerns the text as a whole."""

    rule: str
    line: int
    column: int
    message: str
    help: str = ""


def to_issues(faults: Iterable[Fault], path: str) -> list[Issue]:
    """The faults of one file as issues."""
    return [
        Issue(
            RULES[fault.rule], Location(path, fault.line, fault.column), fault.message, fault.help
        )
        for fault in faults
    ]
