"""Issues and counts as text: for a person, for a pull request's annotations, for a program.

Pure: what is printed where, and the exit code, are the command line's.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from generator.checks.counts import Counts
from generator.checks.waivers import Waived
from generator.evidence.text_mark import BriefMark
from generator.evidence.verdict import Verdict
from generator.issues import Issue, Location, Rule, Severity

SHOWN_RECORDS = 10
_COUNTED = ("brief", "article", "observation", "event", "correction")
_VOCABULARY = ("source", "metric", "topic", "unit", "place")


class ReplacedPage(Protocol):
    """A page in whose place a note stands."""

    @property
    def path(self) -> str:
        """Its file in `docs/`."""
        ...

    @property
    def cause(self) -> str:
        """Why it could not be rendered."""
        ...


class BuiltSite(Protocol):
    """What is said of a build, whoever made it."""

    @property
    def counts(self) -> Counts:
        """What the site was built from."""
        ...

    @property
    def page_count(self) -> int:
        """How many pages it has."""
        ...

    @property
    def replaced(self) -> Sequence[ReplacedPage]:
        """The pages that the engine can't render."""
        ...

    @property
    def digest(self) -> str:
        """The SHA-256 of the site."""
        ...

    @property
    def parts(self) -> int:
        """Of how many parts it consists."""
        ...

    @property
    def made(self) -> int:
        """How many of them had to be made anew."""
        ...

    @property
    def rendered(self) -> int:
        """How many pages had to be rendered."""
        ...

    @property
    def seconds(self) -> float:
        """How long it took."""
        ...

    @property
    def searchable(self) -> int:
        """How many of them the search finds."""
        ...


def format_text(issues: Iterable[Issue]) -> str:
    """An issue a line, with its help indented below it; empty if there is none."""
    return "\n".join(_format_issue(issue) for issue in issues)


def _format_issue(issue: Issue) -> str:
    lines = [
        f"{issue.location}: {issue.rule.severity}[{issue.rule.id}]: {say_issue(issue)}",
        *([f"  help: {issue.help}"] if issue.help else []),
    ]
    return "\n".join(make_printable(line) for line in lines)


def say_issue(issue: Issue) -> str:
    """What is wrong, with the column's name before it, where there is one."""
    column = issue.location.field
    if not column:
        return issue.message
    return f"column `{column}`: " + issue.message.removeprefix(f"`{column}`: ")


def make_printable(line: str) -> str:
    """One line that can neither move a terminal's cursor nor turn its text around."""
    return "".join(
        sign if sign.isprintable() else sign.encode("unicode_escape", "replace").decode()
        for sign in line
    )


def format_github(issues: Iterable[Issue]) -> str:
    """An issue a line, as workflow commands that GitHub shows beside the lines of a change."""
    return "\n".join(_format_annotation(issue) for issue in issues)


def _format_annotation(issue: Issue) -> str:
    here: Location = issue.location
    fields = {"file": here.path, "line": here.line, "col": here.column, "title": issue.rule.id}
    shown = ",".join(
        f"{name}={_escape_field(str(value))}" for name, value in fields.items() if value
    )
    help = f"\nhelp: {issue.help}" if issue.help else ""
    return f"::{issue.rule.severity} {shown}::{_escape_message(say_issue(issue) + help)}"


def _escape_message(text: str) -> str:
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return make_printable(escaped)


def _escape_field(text: str) -> str:
    return _escape_message(text).replace(":", "%3A").replace(",", "%2C")


def format_json(issues: Iterable[Issue], counts: Counts) -> str:
    """One JSON object with all issues and the counts, in ASCII."""
    report = {
        "issues": [
            {
                "rule": issue.rule.id,
                "severity": str(issue.rule.severity),
                "path": issue.location.path,
                "line": issue.location.line,
                "column": issue.location.column,
                "field": issue.location.field,
                "message": issue.message,
                "help": issue.help,
            }
            for issue in issues
        ],
        "records": dict(counts.records),
        "left-out": [{"kind": kind, "id": id} for kind, id in counts.left_out],
        "references-not-judged": list(counts.unjudged_kinds),
        "unused-judged": counts.is_use_judged,
        "figures": {
            verdict.value.replace(" ", "-"): counts.figures.get(verdict, 0) for verdict in Verdict
        },
        "figures-in-briefs": {
            verdict.value.replace(" ", "-"): counts.typed.get(verdict, 0) for verdict in Verdict
        },
        "quotes": {
            "checked": counts.quotes_checked,
            "failed": counts.quotes_failed,
            "not-checked": counts.quotes_not_checked,
        },
        "waived": [_describe_waived(waived) for waived in counts.waived],
    }
    return json.dumps(report, indent=2)


def _describe_waived(waived: Waived) -> dict[str, str | None]:
    return {
        "rule": waived.issue.rule.id,
        "path": waived.path,
        "about": waived.waiver.about,
        "message": waived.issue.message,
        "reason": waived.waiver.reason,
    }


def format_summary(issues: Sequence[Issue], counts: Counts) -> str:
    """How many issues, what was read, left out and waived; one line if there is nothing amiss."""
    read, figures, quotes = _list_records(counts), _list_figures(counts), _list_quotes(counts)
    if not issues and counts.is_complete:
        lines = [f"no issues in {read}"]
    else:
        lines = [count_issues(issues), f"read: {read}", *_list_gaps(counts)]
    lines += [*figures.split("\n"), quotes, *_list_waived(counts)]
    return "\n".join(make_printable(line) for line in lines)


def count_issues(issues: Sequence[Issue]) -> str:
    """How many errors and warnings there are, and in how many files."""
    if not issues:
        return "no issues shown"
    errors = sum(issue.rule.severity is Severity.ERROR for issue in issues)
    warnings = len(issues) - errors
    counted = [
        _count(number, name)
        for number, name in ((errors, "error"), (warnings, "warning"))
        if number
    ]
    files = len({issue.location.path for issue in issues})
    return f"{', '.join(counted)} in {_count(files, 'file')}"


def _count(number: int, name: str) -> str:
    plural = name if number == 1 else f"{name}s"
    return f"{number:,} {plural}"


def _list_records(counts: Counts) -> str:
    return ", ".join(_count(counts.records[kind], kind) for kind in (*_COUNTED, *_VOCABULARY))


def _list_figures(counts: Counts) -> str:
    """How many figures have each verdict, those on record and those in the text of briefs."""
    reasons = "; ".join(
        f"{number:,} because {reason}" for reason, number in counts.unchecked.items()
    )
    on_record = _list_verdicts("figures", counts.figures) + (f" ({reasons})" if reasons else "")
    return f"{on_record}\n{_list_verdicts('figures in briefs', counts.typed)}"


def _list_verdicts(name: str, verdicts: Mapping[Verdict, int]) -> str:
    """All verdicts that were given, and always the two that a reader must not miss."""
    kept = (Verdict.FAILED, Verdict.NOT_CHECKED)
    told = [
        f"{verdict} {verdicts.get(verdict, 0):,}"
        for verdict in Verdict
        if verdicts.get(verdict) or verdict in kept
    ]
    return f"{name} {sum(verdicts.values()):,}: {', '.join(told)}"


def _list_quotes(counts: Counts) -> str:
    quotes = (
        f"quotes found in captures {counts.quotes_checked:,}, not found {counts.quotes_failed:,}, "
        f"not checked {counts.quotes_not_checked:,}"
    )
    return f"{quotes} (no capture)" if counts.quotes_not_checked else quotes


def _list_waived(counts: Counts) -> list[str]:
    """How many issues briefs set aside; below it each with its reason, a line."""
    told = [
        f"  {waived.issue.rule.id} in {waived.path}, about `{waived.waiver.about}`: "
        + " ".join(waived.waiver.reason.split())
        for waived in counts.waived
    ]
    return [f"waived {len(told):,}:", *told] if told else []


def _list_gaps(counts: Counts) -> list[str]:
    """What was left out and what was not judged for it, each a line."""
    lines = []
    if counts.left_out:
        named = [f"{kind} `{id}`" for kind, id in counts.left_out[:SHOWN_RECORDS]]
        rest = len(counts.left_out) - len(named)
        more = [f"{rest:,} more"] if rest else []
        lines.append("left out, because it could not be read: " + ", ".join([*named, *more]))
    if counts.unjudged_kinds:
        kinds = ", ".join(f"{kind}s" for kind in counts.unjudged_kinds)
        lines.append(f"not judged, because a file could not be read: references to {kinds}")
    if not counts.is_use_judged:
        lines.append("not judged until every record can be read: what is unused")
    return lines


def format_marks(marks: Sequence[BriefMark]) -> str:
    """A brief a line: its id, the mark of its words now, and whether that is on record."""
    width = max((len(mark.brief) for mark in marks), default=0)
    return "\n".join(f"{mark.brief:{width}}  {mark.now}  {_compare(mark)}" for mark in marks)


def _compare(mark: BriefMark) -> str:
    if mark.recorded is None:
        return "no mark on record"
    return "recorded" if mark.recorded == mark.now else f"changed; on record is {mark.recorded}"


def format_rule(rule: Rule) -> str:
    """All that there is to know of a rule."""
    return "\n".join(
        [
            f"{rule.severity}[{rule.id}]: {rule.summary}",
            "",
            f"What is looked at: {rule.what}",
            f"Why it matters: {rule.why}",
            "",
            "Instead of",
            *_indent(rule.bad),
            "write",
            *_indent(rule.good),
        ]
    )


def _indent(text: str) -> list[str]:
    return [f"    {line}".rstrip() for line in text.split("\n")]


def format_build(built: BuiltSite) -> str:
    """What a build made, and how to look at it."""
    counted = ", ".join(_count(built.counts.records[kind], kind) for kind in _COUNTED)
    return "\n".join(
        [
            f"built: {counted}",
            _list_figures(built.counts),
            _list_quotes(built.counts),
            f"site/ has {_count(built.page_count, 'page')}, {built.searchable:,} of them in the "
            "search index",
            *_list_replaced(built),
            f"digest of site/: sha256:{built.digest}",
            "look at it: run `python3 -m http.server --directory site`, then open "
            "http://localhost:8000/",
        ]
    )


def format_effort(built: BuiltSite) -> str:
    """How much of the site a build had to make anew, and how long that took."""
    made = f"{built.made:,} of {_count(built.parts, 'part')} made anew"
    rendered = f"{built.rendered:,} of {_count(built.page_count, 'page')} rendered"
    return f"{made}, {rendered}; it took {built.seconds:.1f} seconds"


def _list_replaced(built: BuiltSite) -> list[str]:
    """The pages that the engine can't render, each with the cause."""
    told = [f"  {page.path}: {page.cause}" for page in built.replaced]
    return (
        [f"not rendered, a note in its place: {_count(len(told), 'page')}", *told] if told else []
    )
