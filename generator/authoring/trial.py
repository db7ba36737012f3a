"""What the check would say of files that are not written yet.

The whole check, over the project's texts with some of them changed: what stands there already
and what comes of the change are told apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from generator.checks.run import run_checks
from generator.issues import Issue, Severity, sort_issues
from generator.library.library import Library
from generator.reading.assemble import assemble
from generator.reading.files import DataFiles, TextFile
from generator.reading.kinds import find_kind


def change_data(data: DataFiles, changes: Mapping[str, str | None]) -> DataFiles:
    """The files with these texts; None takes one away."""
    texts = {file.path: file.text for file in data.files}
    texts |= {path: text for path, text in changes.items() if text is not None}
    kept = {path: text for path, text in texts.items() if changes.get(path, "") is not None}
    files = [
        TextFile(path, kind, text)
        for path, text in sorted(kept.items())
        if (kind := find_kind(path)) is not None
    ]
    return replace(data, files=files)


def check_data(data: DataFiles) -> tuple[Library, list[Issue]]:
    """The library of these files, and all that the check says of it."""
    library, issues = assemble(data)
    return library, sort_issues([*issues, *run_checks(library)])


def find_new_issues(data: DataFiles, changes: Mapping[str, str | None]) -> list[Issue]:
    """The issues that a change brings about, errors and warnings."""
    _, after = check_data(change_data(data, changes))
    in_changed = any(issue.location.path in changes for issue in after)
    if not in_changed and not any(issue.rule.severity is Severity.ERROR for issue in after):
        return []
    _, before = check_data(data)
    known = Counter(map(_say, before))
    return [issue for issue in after if not _take(known, _say(issue))]


def _say(issue: Issue) -> tuple[str, str, str]:
    """An issue without its line, which a change above it moves."""
    return issue.rule.id, issue.location.path, issue.message


def _take(known: Counter[tuple[str, str, str]], said: tuple[str, str, str]) -> bool:
    known[said] -= 1
    return known[said] >= 0
