"""What is wrong with a project while it is previewed, as it comes in from two sides.

The last look at everything counts, but for briefs that were looked at alone since it began. The
terminal is told of what is new; the browser is shown all that keeps pages from being made.
"""

from __future__ import annotations

from collections.abc import Callable

from generator.issues import Issue, Severity, sort_issues
from generator.site.preview import Refreshed
from generator.site.shown import Fault

Say = Callable[[str], object]
Format = Callable[[list[Issue]], str]
_MOST = 100
"""How many issues are said at once."""


class Reports:
    """The issues of a project, and which of them the terminal has been told of."""

    def __init__(self, say: Say, describe: Format) -> None:
        self._say, self._describe = say, describe
        self._whole = Refreshed()
        self._saved: dict[str, tuple[float, list[Issue]]] = {}
        self._said: set[Issue] = set()
        self._were_errors = False

    def take_whole(self, refreshed: Refreshed, began: float) -> None:
        """Takes what a look at everything found that began at that time."""
        self._whole = refreshed
        self._saved = {path: seen for path, seen in self._saved.items() if seen[0] > began}
        self._tell()
        if refreshed.failure:
            self._say(f"error: {refreshed.failure}")

    def take_brief(self, path: str, issues: list[Issue], when: float) -> None:
        """Takes what a look at one brief found, in its file as it was at that time."""
        self._saved[path] = when, issues
        self._tell()

    def find_faults(self) -> list[Fault]:
        """What keeps newer pages from being shown, as text."""
        errors = [issue for issue in self._list() if issue.rule.severity is Severity.ERROR]
        faults = [
            Fault(issue.message, str(issue.location), issue.rule.id, issue.help) for issue in errors
        ]
        return faults + ([Fault(self._whole.failure)] if self._whole.failure else [])

    def _list(self) -> list[Issue]:
        others = [one for one in self._whole.issues if one.location.path not in self._saved]
        own = [issue for _, issues in self._saved.values() for issue in issues]
        return sort_issues([*others, *own])

    def _tell(self) -> None:
        issues = self._list()
        fresh = [issue for issue in issues if issue not in self._said]
        # Errors first: of thousands of warnings only some are said.
        fresh.sort(key=lambda issue: issue.rule.severity is not Severity.ERROR)
        if fresh:
            self._say(self._describe(sort_issues(fresh[:_MOST])))
        if len(fresh) > _MOST:
            self._say(f"and {len(fresh) - _MOST:,} more: `brief check` prints them all")
        self._said = set(issues)
        errors = sum(issue.rule.severity is Severity.ERROR for issue in issues)
        if errors:
            self._say(f"errors: {errors:,}; the pages stay as they were until they are mended")
        elif self._were_errors:
            self._say("no errors are left")
        self._were_errors = bool(errors)
