"""An evidence diff as sections of entries, in the order in which a reviewer must know of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from generator.diff.entries import WARNING, Entry, Id, Line, Section, count
from generator.diff.evidence_diff import Change, EvidenceDiff, TypedChange
from generator.diff.sides import Side
from generator.diff.told_figures import (
    is_unsound,
    tell_added,
    tell_change,
    tell_removed,
    tell_renamed,
    tell_typed,
    word_values,
)
from generator.diff.told_records import tell_briefs, tell_conflicts, tell_record, tell_unread
from generator.evidence.verdict import Verdict


def tell(diff: EvidenceDiff, sides: Iterable[Side]) -> tuple[Section, ...]:
    """All sections that have an entry."""
    values = [one for one in diff.list_figures(Change.CHANGED) if one.is_value_changed]
    others = [one for one in diff.list_figures(Change.CHANGED) if not one.is_value_changed]
    judged = [one for one in diff.verdicts if not one.fields and one.change is Change.CHANGED]
    sections = (
        Section("Not compared", tuple(tell_unread(diff.uncompared, sides))),
        Section("Figures changed", tuple(map(tell_change, [*values, *others]))),
        Section("Figures removed", tuple(map(tell_removed, diff.list_figures(Change.REMOVED)))),
        Section("Figures judged otherwise", tuple(map(tell_change, judged))),
        Section("Conflicts that appear", tuple(tell_conflicts(diff, Change.ADDED))),
        Section("Conflicts that vanish", tuple(tell_conflicts(diff, Change.REMOVED))),
        Section("Figures in the text of briefs", tuple(tell_typed(_list_typed(diff, sound=False)))),
        Section("Figures added", tuple(map(tell_added, diff.list_figures(Change.ADDED)))),
        Section("Figures renamed", tuple(map(tell_renamed, diff.list_figures(Change.RENAMED)))),
        Section("Briefs affected", tuple(tell_briefs(diff))),
        Section(
            "Figures in the text of briefs, added",
            tuple(tell_typed(_list_typed(diff, sound=True))),
            is_background=True,
        ),
        Section("Records", tuple(map(tell_record, diff.records)), is_background=True),
        Section(
            "Pages", tuple(Entry((Id(f"/{page}"),)) for page in diff.pages), is_background=True
        ),
    )
    return tuple(section for section in sections if section.entries)


def _list_typed(diff: EvidenceDiff, *, sound: bool) -> Iterator[TypedChange]:
    """Those that are new and agree with what they rest on, or the others: those first that fail."""
    ordered = sorted(diff.typed, key=lambda one: not is_unsound(one.after))
    for one in ordered:
        if (one.change is Change.ADDED and not is_unsound(one.after)) is sound:
            yield one


def tell_values(diff: EvidenceDiff) -> tuple[Line, ...]:
    """The published values that changed, each as it was and is: `about 9 → 18.1 km²`."""
    changed = (one for one in diff.list_figures(Change.CHANGED) if one.is_value_changed)
    return tuple(word_values(one.before, one.after) for one in changed if one.before and one.after)


def tell_counts(diff: EvidenceDiff) -> str:
    """The counts in a line: `1 figure changed, 2 added. 1 conflict appears. ...`."""
    unread = len({(one.kind, one.id) for one in diff.uncompared})
    warning = f"{WARNING}{count(unread, 'record')} could not be compared. " if unread else ""
    if diff.is_empty:
        return f"{warning}Nothing {'else ' if unread else ''}changed in the evidence."
    figures = [(one, len(diff.list_figures(one))) for one in _ORDER]
    told = [f"{number:,} {one.value}" for one, number in figures if number]
    parts = [f"Figures: {', '.join(told)}." if told else ""]
    failed = sum(1 for one in diff.verdicts if one.figure.verdict == Verdict.FAILED)
    verdicts = len(diff.verdicts)
    parts.append(f"Verdicts: {verdicts:,} changed, {failed:,} to failed." if verdicts else "")
    missing = sum(1 for one in diff.figures if one.is_correction_missing)
    parts.append(f"Corrections: {missing:,} missing." if missing else "")
    changes = Counter(one.change for one in diff.conflicts)
    told = [
        f"{changes[one]:,} {word}"
        for one, word in ((Change.ADDED, "new"), (Change.REMOVED, "gone"))
        if changes[one]
    ]
    parts.append(f"Conflicts: {', '.join(told)}." if told else "")
    kinds = Counter(one.kind for one in diff.records)
    told = [count(number, kind) for kind, number in kinds.items()]
    parts.append(f"Other records: {', '.join(told)}." if told else "")
    parts.append(f"Affected: {count(len(diff.briefs), 'brief')}, {count(len(diff.pages), 'page')}.")
    return warning + " ".join(filter(None, parts))


_ORDER = (Change.CHANGED, Change.REMOVED, Change.ADDED, Change.RENAMED)
