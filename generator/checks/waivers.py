"""Issues that a brief sets aside with a reason, and waivers that set nothing aside.

Which rules may be waived is `evidence.waivers`' to know; an issue says itself, by `waivable`, which
brief may waive it. What is waived stays counted, with its reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.catalogue import RULES
from generator.checks.unused import is_use_known
from generator.evidence.verdict import Verdict
from generator.evidence.waivers import WAIVABLE, find_waiver
from generator.issues import Issue, show_value
from generator.library.library import Library
from generator.library.near import suggest
from generator.records.brief import Brief, Waiver


@dataclass(frozen=True, slots=True)
class Waived:
    """An issue that does not stand, because its brief gives a reason against it."""

    issue: Issue
    brief: str
    path: str
    """The file of the brief."""
    waiver: Waiver


@dataclass(frozen=True, slots=True)
class Judged:
    """Issues apart by whether a brief sets them aside."""

    kept: tuple[Issue, ...]
    waived: tuple[Waived, ...]
    typed: Mapping[Verdict, int] | None = None
    """How many figures in the text of briefs have each verdict."""


def set_aside(issues: Iterable[Issue], library: Library) -> Judged:
    """Parts the issues that stand from those that are waived, each in their order."""
    kept, waived = [], []
    for issue in issues:
        found = _find_waived(issue, library)
        if found is None:
            kept.append(issue)
        else:
            waived.append(found)
    return Judged(tuple(kept), tuple(waived))


def _find_waived(issue: Issue, library: Library) -> Waived | None:
    id, about = issue.waivable or ("", "")
    brief = library.briefs.get(id)
    waiver = find_waiver(brief, issue.rule.id, about) if brief else None
    return Waived(issue, id, library.address("brief", id).path, waiver) if waiver else None


def check_waivers(judged: Judged, library: Library) -> Iterator[Issue]:
    """An issue for each waiver of a rule that can't be waived, and of one that finds nothing."""
    used = {id(waived.waiver) for waived in judged.waived}
    for brief in library.briefs.values():
        for index, waiver in enumerate(brief.front.waivers):
            if waiver.rule not in WAIVABLE:
                yield _make_unknown_issue(brief, index, waiver, library)
            elif id(waiver) not in used and is_use_known(library):
                yield _make_unused_issue(brief, index, waiver, judged.kept, library)


def _make_unknown_issue(brief: Brief, index: int, waiver: Waiver, library: Library) -> Issue:
    known = ", ".join(f"`{rule}`" for rule in sorted(WAIVABLE))
    is_rule = waiver.rule in RULES
    message = f"the rule {show_value(waiver.rule)} may not be waived"
    return Issue(
        RULES["unknown-waiver"],
        library.address("brief", brief.id).locate("waivers", index, "rule"),
        message if is_rule else f"there is no rule {show_value(waiver.rule)} to waive",
        suggest("" if is_rule else waiver.rule, WAIVABLE, f"the rules that may be are {known}"),
    )


def _make_unused_issue(
    brief: Brief, index: int, waiver: Waiver, kept: Sequence[Issue], library: Library
) -> Issue:
    about = f" about `{waiver.about}`" if waiver.about else ""
    open_issues = sorted(
        issue.waivable[1]
        for issue in kept
        if issue.waivable and (issue.rule.id, issue.waivable[0]) == (waiver.rule, brief.id)
    )
    listed = ", ".join(f"`{id}`" for id in dict.fromkeys(open_issues))
    return Issue(
        RULES["unused-waiver"],
        library.address("brief", brief.id).locate("waivers", index),
        f"`{waiver.rule}` finds nothing here{about} that could be waived",
        f"what it finds is about {listed}: write one under `about`" if listed else "delete it",
    )
