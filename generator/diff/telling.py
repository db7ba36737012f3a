"""An evidence diff as sections of entries, for a report of any form: what is said, in which order.

First what a reviewer must not miss. What contributors wrote is kept apart from the report's own
words (`Said`), so that each form can take its signs away from it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.diff.evidence_diff import (
    Change,
    ConflictChange,
    EvidenceDiff,
    Figure,
    FigureChange,
    RecordChange,
    TypedChange,
    Uncompared,
)
from generator.diff.sides import Side
from generator.evidence.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody else wrote: a name or words."""

    text: str


@dataclass(frozen=True, slots=True)
class Id:
    """An id, path or name of a revision, which is shown as such."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """What is to be seen first."""

    parts: tuple[str | Said, ...]


Part = str | Said | Id | Strong
Line = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that changed: a line, and what is to be known of it."""

    head: Line
    below: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Entries under one heading."""

    title: str
    entries: tuple[Entry, ...]
    is_background: bool = False
    """Whether a reviewer looks at it only to follow something up."""


WARNING = "⚠️ "
"""Goes before what is to be mended, or asked about."""
_UNSOUND = frozenset([Verdict.FAILED, Verdict.NOT_CHECKED])


def tell(diff: EvidenceDiff, sides: Iterable[Side]) -> tuple[Section, ...]:
    """All sections that have an entry."""
    values = [one for one in diff.list_figures(Change.CHANGED) if one.is_value_changed]
    others = [one for one in diff.list_figures(Change.CHANGED) if not one.is_value_changed]
    judged = [one for one in diff.verdicts if not one.fields and one.change is Change.CHANGED]
    sections = (
        Section("Not compared", tuple(_tell_unread(diff.uncompared, sides))),
        Section("Figures changed", tuple(map(_tell_change, [*values, *others]))),
        Section("Figures removed", tuple(map(_tell_removed, diff.list_figures(Change.REMOVED)))),
        Section("Figures judged otherwise", tuple(map(_tell_change, judged))),
        Section("Conflicts that appear", tuple(_tell_conflicts(diff, Change.ADDED))),
        Section("Conflicts that vanish", tuple(_tell_conflicts(diff, Change.REMOVED))),
        Section("Figures in the text of briefs", tuple(_tell_typed(diff.typed))),
        Section("Figures added", tuple(map(_tell_added, diff.list_figures(Change.ADDED)))),
        Section("Figures renamed", tuple(map(_tell_renamed, diff.list_figures(Change.RENAMED)))),
        Section("Briefs affected", tuple(_tell_briefs(diff))),
        Section("Records", tuple(map(_tell_record, diff.records)), is_background=True),
        Section(
            "Pages", tuple(Entry((Id(f"/{page}"),)) for page in diff.pages), is_background=True
        ),
    )
    return tuple(section for section in sections if section.entries)


def tell_values(diff: EvidenceDiff) -> tuple[Line, ...]:
    """The published values that changed, each as it was and is: `about 9 → 18.1 km²`."""
    changed = (one for one in diff.list_figures(Change.CHANGED) if one.is_value_changed)
    return tuple(_word_values(one.before, one.after) for one in changed if one.before and one.after)


def tell_counts(diff: EvidenceDiff) -> str:
    """The counts in a line: `1 figure changed, 2 added. 1 conflict appears. ...`."""
    if diff.is_empty:
        return "Nothing changed in the evidence."
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
    return " ".join(filter(None, parts))


_ORDER = (Change.CHANGED, Change.REMOVED, Change.ADDED, Change.RENAMED)


def count(number: int, thing: str) -> str:
    """`1 brief`, `1,200 briefs`."""
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def _tell_unread(uncompared: Iterable[Uncompared], sides: Iterable[Side]) -> Iterator[Entry]:
    by_side = {"before": list[Uncompared](), "after": list[Uncompared]()}
    for one in uncompared:
        by_side[one.side].append(one)
    for side, records in zip(sides, by_side.values(), strict=True):
        if not (side.errors or records):
            continue
        errors = count(len(side.errors), "error")
        head = (WARNING, Id(side.name), f" has {errors} in what is read; not compared: ")
        below = (
            (Id(str(error.location)), f" {error.rule.id}: ", Said(error.message))
            for error in side.errors[:_SHOWN_ERRORS]
        )
        yield Entry((*head, *_list_ids(records)), tuple(below))


_SHOWN_ERRORS = 3
"""`brief check` shows all of them."""
_SHOWN = 6
"""Ids or values in a line; the JSON has all of them."""
_SHOWN_FIELDS = 12


def _list_ids(records: Iterable[Uncompared]) -> Line:
    return _list([f"{one.kind}/{one.id}" for one in records]) or ("no record by name",)


def _list(ids: Sequence[str]) -> Line:
    """The first ids, and how many more there are."""
    found: list[Part] = []
    for id in ids[:_SHOWN]:
        found += [", ", Id(id)] if found else [Id(id)]
    return (*found, f" and {len(ids) - _SHOWN:,} more") if len(ids) > _SHOWN else tuple(found)


def _tell_change(one: FigureChange) -> Entry:
    before, after = one.before, one.after
    if before is None or after is None:
        raise ValueError("a figure that changed has two sides")
    return Entry(
        (Strong(_word_values(before, after)), *_tell_subject(after)),
        tuple(_tell_below(one, before, after)),
    )


def _word_values(before: Figure, after: Figure) -> tuple[str | Said, ...]:
    """`9 → 18.1 km²`, or the one value where it is the same."""
    if before.value == after.value and before.unit == after.unit:
        return _word_value(after)
    if before.unit == after.unit:
        return before.value, " → ", *_word_value(after)
    return *_word_value(before), " → ", *_word_value(after)


def _word_value(figure: Figure) -> tuple[str | Said, ...]:
    return figure.value, " ", Said(figure.unit)


def _tell_subject(figure: Figure) -> Line:
    where = f", {figure.period}, {figure.place} "
    return ", ", Said(figure.name), where, Id(figure.id)


def _tell_below(one: FigureChange, before: Figure, after: Figure) -> Iterator[Line]:
    if one.is_correction_missing:
        yield (
            WARNING,
            "readers saw the old number, and no correction in ",
            Id(_FILE),
            " tells of it",
        )
    elif one.new_corrections:
        yield ("correction recorded: ", *_list(one.new_corrections))
    if after.withdrawn and not before.withdrawn:
        yield (WARNING, "withdrawn: ", Said(after.withdrawn))
    yield _tell_verdict(before, after)
    if before.quote != after.quote:
        yield ("words: ", *_quote(before.quote), " → ", *_quote(after.quote))
    elif after.quote:
        yield ("words, the same as before: ", *_quote(after.quote))
    yield _tell_source(after)
    for field in one.fields:
        if field.field not in _TOLD:
            before_, after_ = Said(field.before or "none"), Said(field.after or "none")
            yield (f"{field.field}: ", before_, " → ", after_)


_FILE = "data/corrections.yml"
_TOLD = frozenset(["value", "quote", "withdrawn"])
"""Fields that are told of in another way."""


def _tell_verdict(before: Figure | None, after: Figure) -> Line:
    mark = WARNING if after.verdict in _UNSOUND else ""
    reason: Line = (": ", Said(after.reason)) if after.reason and mark else ()
    if before is not None and before.verdict != after.verdict:
        return (mark, f"verdict: {before.verdict} → {after.verdict}", *reason)
    return (mark, f"verdict: {after.verdict}", *reason)


def _quote(text: str) -> Line:
    return ("“", Said(text), "”") if text else ("no words",)


def _tell_source(figure: Figure) -> Line:
    outlet = ("in ", Id(figure.article), " (", Said(figure.outlet or figure.article), ")")
    return (*outlet, ", origin ", Said(figure.origin)) if figure.origin else outlet


def _tell_removed(one: FigureChange) -> Entry:
    figure = one.figure
    lines: list[Line] = []
    if not figure.withdrawn:
        help = "links lead to it: keep it, with the reason in "
        lines.append((WARNING, help, Id("withdrawn"), ", if nobody can stand by it"))
    quoted = ("words: ", *_quote(figure.quote))
    return Entry(
        (Strong(_word_value(figure)), *_tell_subject(figure)),
        (*lines, quoted, _tell_source(figure)),
    )


def _tell_added(one: FigureChange) -> Entry:
    figure = one.figure
    words = ("words: ", *_quote(figure.quote))
    basis: Line = ("worked out: ", Id(figure.derived)) if figure.derived else words
    return Entry(
        (Strong(_word_value(figure)), *_tell_subject(figure)),
        (_tell_verdict(None, figure), basis, _tell_source(figure)),
    )


def _tell_renamed(one: FigureChange) -> Entry:
    was = one.before.id if one.before else ""
    return Entry((Id(was), " → ", Id(one.figure.id), ", otherwise the same"))


def _tell_conflicts(diff: EvidenceDiff, change: Change) -> Iterator[Entry]:
    for one in diff.conflicts:
        if one.change is change:
            yield _tell_conflict(one)


def _tell_conflict(one: ConflictChange) -> Entry:
    head = (Said(one.name), f", {one.period}, {one.place}: ")
    values = [part for value in _join_values(one) for part in value]
    return Entry((*head, *values))


def _join_values(one: ConflictChange) -> Iterator[Line]:
    for number, value in enumerate(one.contenders[:_SHOWN]):
        gap = " against " if number else ""
        yield (gap, Strong((value.value, " ", Said(one.unit))), " (", Said(value.outlet), ")")
    if len(one.contenders) > _SHOWN:
        yield (f" and {len(one.contenders) - _SHOWN:,} more",)


def _tell_typed(changes: Iterable[TypedChange]) -> Iterator[Entry]:
    """Each brief's changes, what changed alike counted."""
    for one, number in Counter(changes).items():
        times = f", {number:,} times" if number > 1 else ""
        before, after = one.before, one.after
        if before is None or after is None:
            side = after or before
            if side is not None:
                head = (f"{one.change.value}: ", Strong((Said(side.text),)), f"{times} in ")
                tail: Line = (f", {side.verdict}",) if after else ()
                yield Entry((*head, Id(one.brief), *tail), tuple(_tell_reason(one)))
            continue
        words: tuple[str | Said, ...] = (Said(after.text),)
        if before.text != after.text:
            words = (Said(before.text), " → ", *words)
        yield Entry((Strong(words), f"{times} in ", Id(one.brief)), tuple(_tell_reason(one)))


def _tell_reason(one: TypedChange) -> Iterator[Line]:
    after = one.after
    if after is None or (one.before is None and after.verdict not in _UNSOUND):
        return
    mark = WARNING if after.verdict in _UNSOUND else ""
    was = f"{one.before.verdict} → " if one.before and one.before.verdict != after.verdict else ""
    reason: Line = (": ", Said(after.reason)) if after.reason and mark else ()
    yield (mark, f"verdict: {was}{after.verdict}", *reason)


def _tell_briefs(diff: EvidenceDiff) -> Iterator[Entry]:
    for one in diff.briefs:
        by = _list(one.by)
        what = ("changed itself",) if one.is_changed else ()
        because: Line = ("shows ", *by) if by else ()
        gap: Line = ("; ",) if what and because else ()
        yield Entry((Said(one.title), " ", Id(f"/briefs/{one.id}/"), ": ", *what, *gap, *because))


def _tell_record(one: RecordChange) -> Entry:
    head: Line = (f"{one.kind} {one.change.value}: ", Id(one.id), " ", Said(one.title))
    if one.change is Change.RENAMED:
        head = (f"{one.kind} renamed: ", Id(one.before), " → ", Id(one.after))
    lines: list[Line] = []
    for field in one.fields[:_SHOWN_FIELDS]:
        was, now = Said(field.before or "none"), Said(field.after or "none")
        lines.append((Id(field.field), ": ", was, " → ", now))
    if len(one.fields) > _SHOWN_FIELDS:
        lines.append((f"and {len(one.fields) - _SHOWN_FIELDS:,} more fields",))
    return Entry(head, tuple(lines))
