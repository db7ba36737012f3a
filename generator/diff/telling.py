"""An evidence diff as sections of entries, for a report of any form: what is said, in which order.

First what a reviewer must not miss. What contributors wrote is kept apart from the report's own
words (`Said`), so that each form can take its signs away from it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, repeat

from generator.diff.evidence_diff import (
    Change,
    ConflictChange,
    Contender,
    EvidenceDiff,
    FieldChange,
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
    if after.withdrawn and not before.withdrawn:
        return *_word_value(before), " → withdrawn"
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
    yield from _tell_correction(one)
    if after.withdrawn and not before.withdrawn:
        yield (WARNING, "withdrawn: ", Said(after.withdrawn))
    if one.is_verdict_changed or _is_unsound(after):
        yield _tell_verdict(before, after)
    if before.quote != after.quote:
        yield ("words: ", *_quote(before.quote), " → ", *_quote(after.quote))
    elif after.quote:
        yield ("words, the same as before: ", *_quote(after.quote))
    yield _tell_source(after, with_verdict=not one.is_verdict_changed)
    yield from (_tell_field(field) for field in one.fields if field.field not in _TOLD)


def _tell_correction(one: FigureChange) -> Iterator[Line]:
    if one.is_correction_missing:
        said = "readers saw the old number, and no correction in "
        yield (WARNING, said, Id(_FILE), " tells of it")
    elif one.new_corrections:
        yield ("correction recorded: ", *_list(one.new_corrections))


def _tell_field(field: FieldChange) -> Line:
    was, now = Said(field.before or "none"), Said(field.after or "none")
    return (Id(field.field), ": ", was, " → ", now)


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


def _tell_source(figure: Figure, *, with_verdict: bool = True) -> Line:
    """Where it stands and who said it first; a verdict that is no warning goes with it."""
    line: Line = ("in ", Id(figure.article), " (", Said(figure.outlet or figure.article), ")")
    if figure.origin:
        line = (*line, ", origin ", Said(figure.origin))
    return (*line, f"; {figure.verdict}") if with_verdict and not _is_unsound(figure) else line


def _is_unsound(figure: Figure) -> bool:
    return figure.verdict in _UNSOUND


def _tell_removed(one: FigureChange) -> Entry:
    figure = one.figure
    lines: list[Line] = []
    if not figure.withdrawn:
        help = "links lead to it: keep it, with the reason in "
        lines.append((WARNING, help, Id("withdrawn"), ", if nobody can stand by it"))
    quoted = ("words: ", *_quote(figure.quote))
    return Entry(
        (Strong(_word_value(figure)), *_tell_subject(figure)),
        (*lines, quoted, _tell_source(figure, with_verdict=False)),
    )


def _tell_added(one: FigureChange) -> Entry:
    figure = one.figure
    words = ("words: ", *_quote(figure.quote))
    basis: Line = ("worked out: ", Id(figure.derived)) if figure.derived else words
    warning = (_tell_verdict(None, figure),) if _is_unsound(figure) else ()
    return Entry(
        (Strong(_word_value(figure)), *_tell_subject(figure)),
        (*warning, basis, _tell_source(figure)),
    )


def _tell_renamed(one: FigureChange) -> Entry:
    was = one.before.id if one.before else ""
    return Entry((Id(was), " → ", Id(one.figure.id), ", otherwise the same"))


def _tell_conflicts(diff: EvidenceDiff, change: Change) -> Iterator[Entry]:
    for one in diff.conflicts:
        if one.change is change:
            yield _tell_conflict(one)


def _tell_conflict(one: ConflictChange) -> Entry:
    """Each value that contradicts most others, then those others: no two that agree."""
    known = {value.id: value for value in one.contenders}
    line: list[Part] = [Said(one.name), f", {one.period}, {one.place}"]
    for gap, (id, others) in zip(
        chain([": "], repeat("; ")), _group_pairs(one.pairs), strict=False
    ):
        line += [gap, *_tell_contender(known[id], one)]
        for number, other in enumerate(others[:_SHOWN]):
            line += [" and " if number else " against ", *_tell_contender(known[other], one)]
        line += [f" and {len(others) - _SHOWN:,} more"] if len(others) > _SHOWN else []
    return Entry(tuple(line))


def _tell_contender(value: Contender, one: ConflictChange) -> Line:
    return Strong((value.value, " ", Said(one.unit))), " (", Said(value.outlet), ")"


def _group_pairs(pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, list[str]]]:
    """Every pair once, under the id that is in most of those left."""
    left = set(pairs)
    while left:
        counts = Counter(id for pair in left for id in pair)
        most = min(counts, key=lambda id: (-counts[id], id))
        mine = {pair for pair in left if most in pair}
        yield most, sorted(id for pair in mine for id in pair if id != most)
        left -= mine


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
    lines = [_tell_field(field) for field in one.fields[:_SHOWN_FIELDS]]
    if len(one.fields) > _SHOWN_FIELDS:
        lines.append((f"and {len(one.fields) - _SHOWN_FIELDS:,} more fields",))
    return Entry(head, tuple(lines))
