"""All issues as the summary of a job on GitHub, where annotations end after the first ten.

What contributors wrote stands in HTML without a blank line, where Markdown means nothing, and is
escaped for it. Pure: where the text goes is the command line's.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.checks.counts import Counts
from generator.issues import Issue
from generator.report import count_issues, format_summary, make_printable, say_issue

MOST_BYTES = 1_000_000
"""What GitHub shows of one step, a little less than its 1,024 KiB."""
_HEAD = "<tr><th>Line</th><th>Rule</th><th>What is wrong, and what to do</th></tr>"
_FOOT = "</table></details>\n"


def format_step_summary(issues: Sequence[Issue], counts: Counts, room: int = MOST_BYTES) -> str:
    """The issues of each file, in at most `room` bytes of Markdown; what did not fit is counted."""
    found = count_issues(issues) if issues else "no issues"
    begin = f"## Check of the records: {found}\n\n"
    end = "<details><summary>What was read and checked</summary><pre>\n"
    end += "\n".join(_escape(line) for line in format_summary(issues, counts).split("\n"))
    end += "\n</pre></details>\n\n"
    spare = room - len((begin + end + _say_rest(len(issues))).encode())
    if spare < 0:
        return ""
    tables, shown = _fill(issues, spare)
    rest = _say_rest(len(issues) - shown) if shown < len(issues) else ""
    return f"{begin}{tables}{rest}{end}"


def _say_rest(number: int) -> str:
    return (
        f"**{number:,} more did not fit here.** Mend those above, or run `brief check`, which "
        "prints all of them.\n\n"
    )


def _fill(issues: Sequence[Issue], room: int) -> tuple[str, int]:
    """A table for each file, as far as there is room, and how many issues they show."""
    kept: list[str] = []
    shown = 0
    for path, group in groupby(issues, key=lambda issue: issue.location.path):
        of_file = list(group)
        table = f"<details open><summary>{_open(path, of_file)}</summary><table>{_HEAD}\n"
        room -= len((table + _FOOT).encode())
        rows = list(_take(of_file, room))
        if not rows:
            break
        kept += [table, *rows, _FOOT]
        room -= sum(len(row.encode()) for row in rows)
        shown += len(rows)
        if len(rows) < len(of_file):
            break
    return "".join(kept) + ("\n" if kept else ""), shown


def _open(path: str, issues: Sequence[Issue]) -> str:
    return f"<code>{_escape(path)}</code>: {count_issues(issues).rpartition(' in ')[0]}"


def _take(issues: Sequence[Issue], room: int) -> Iterator[str]:
    for issue in issues:
        row = _format_row(issue)
        room -= len(row.encode())
        if room < 0:
            return
        yield row


def _format_row(issue: Issue) -> str:
    here = issue.location
    place = ":".join(str(number) for number in (here.line, here.column) if number)
    help = f"<br>help: {_mark_code(issue.help)}" if issue.help else ""
    rule = f"{issue.rule.severity} <code>{issue.rule.id}</code>"
    said = _mark_code(say_issue(issue))
    return f"<tr><td>{place}</td><td>{rule}</td><td>{said}{help}</td></tr>\n"


def _mark_code(text: str) -> str:
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", _escape(text))


def _escape(text: str) -> str:
    """On one line, as text: no tag, no entity, nothing that turns or hides what follows."""
    return html.escape(make_printable(text.replace("\n", " ")))
