"""What is wrong, where, and what to do next: the one shape every check speaks.

An `Issue` names a rule of the catalogue, a `Location` in a file of the project, one sentence in
the contributor's words and, under `help`, the next action. Nothing here prints or reads files.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

SHOWN_VALUE_LENGTH = 60


class Severity(StrEnum):
    """How much an issue weighs: an error stops the build, a warning only a strict one."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file: a path relative to the project, and 1-based line and column.

    Line and column are 0 where the issue concerns the file as a whole.
    """

    path: str
    line: int = 0
    column: int = 0
    field: str = ""
    """The column name, for a row of a CSV file."""

    def __str__(self) -> str:
        """`path:line:col`, with what is not known left out; a CSV column stands after it."""
        parts = [self.path]
        if self.line:
            parts.append(str(self.line))
            if self.column:
                parts.append(str(self.column))
        return ":".join(parts)


@dataclass(frozen=True, slots=True)
class Rule:
    """One entry of the catalogue: a fault that can be found, and how to mend it."""

    id: str
    severity: Severity
    summary: str
    """What is wrong, in one short sentence without a full stop."""
    what: str
    """What the rule looks at."""
    why: str
    """What would go wrong for a reader if it were let through."""
    bad: str
    """An example that breaks the rule."""
    good: str
    """The same example, mended."""


@dataclass(frozen=True, slots=True)
class Issue:
    """One fault at one place."""

    rule: Rule
    location: Location
    message: str
    help: str = ""
    waivable: tuple[str, str] | None = None
    """The brief that may set the issue aside, and the id that its waiver is then `about`."""

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Path, line, column, rule, message: the order in which issues are shown."""
        here = self.location
        return here.path, here.line, here.column, self.rule.id, self.message


def sort_issues(issues: Iterable[Issue]) -> list[Issue]:
    """The issues in the order they are shown, each once."""
    return sorted(set(issues), key=lambda issue: issue.sort_key)


def bound_issues(issues: Iterable[Issue], most: int) -> list[Issue]:
    """The issues, sorted: at most so many of a rule in a file, and one that counts the rest.

    A file of a hundred thousand faults would hide those of all others.
    """
    counts: Counter[tuple[str, str]] = Counter()
    kept: list[Issue] = []
    left: dict[tuple[str, str], Issue] = {}
    for issue in sort_issues(issues):
        key = issue.location.path, issue.rule.id
        counts[key] += 1
        if counts[key] <= most:
            kept.append(issue)
        else:
            left.setdefault(key, issue)
    for key, first in left.items():
        message = f"{counts[key] - most:,} more of this rule in this file, from here on"
        kept.append(
            replace(first, message=message, help="mend those above; the rest is shown then")
        )
    return sort_issues(kept)


def has_errors(issues: Iterable[Issue]) -> bool:
    """Whether any of the issues stops a build."""
    return any(issue.rule.severity is Severity.ERROR for issue in issues)


def show_value(value: str, length: int = SHOWN_VALUE_LENGTH) -> str:
    """A contributor's value between backticks, on one line and cut to a readable length."""
    flat = re.sub(r"\s+", " ", value).strip()
    flat = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in flat)
    if len(flat) > length:
        flat = flat[: length - 1] + "…"
    return f"`{flat}`"
