"""What is told of what is no figure: conflicts, briefs, other records, what is not compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, repeat

from generator.diff.entries import (
    SHOWN,
    WARNING,
    Entry,
    Id,
    Line,
    Part,
    Said,
    Strong,
    count,
    list_ids,
    tell_field,
)
from generator.diff.evidence_diff import (
    Change,
    ConflictChange,
    Contender,
    EvidenceDiff,
    RecordChange,
    Uncompared,
)
from generator.diff.sides import Side


def tell_unread(uncompared: Iterable[Uncompared], sides: Iterable[Side]) -> Iterator[Entry]:
    """What could not be read on each side, and why."""
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
        yield Entry((*head, *_list_records(records)), tuple(below))


_SHOWN_ERRORS = 3
"""`brief check` shows all of them."""
_SHOWN_FIELDS = 12


def _list_records(records: Iterable[Uncompared]) -> Line:
    return list_ids([f"{one.kind}/{one.id}" for one in records]) or ("no record by name",)


def tell_conflicts(diff: EvidenceDiff, change: Change) -> Iterator[Entry]:
    """The conflicts that appear, or vanish."""
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
        for number, other in enumerate(others[:SHOWN]):
            line += [" and " if number else " against ", *_tell_contender(known[other], one)]
        line += [f" and {len(others) - SHOWN:,} more"] if len(others) > SHOWN else []
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


def tell_briefs(diff: EvidenceDiff) -> Iterator[Entry]:
    """The briefs that the changes bear on, and which changes."""
    for one in diff.briefs:
        by = list_ids(one.by)
        what = ("changed itself",) if one.is_changed else ()
        because: Line = ("shows ", *by) if by else ()
        gap: Line = ("; ",) if what and because else ()
        yield Entry((Said(one.title), " ", Id(f"/briefs/{one.id}/"), ": ", *what, *gap, *because))


def tell_record(one: RecordChange) -> Entry:
    """A record of another kind, with the fields that differ."""
    head: Line = (f"{one.kind} {one.change.value}: ", Id(one.id), " ", Said(one.title))
    if one.change is Change.RENAMED:
        head = (f"{one.kind} renamed: ", Id(one.before), " → ", Id(one.after))
    lines = [tell_field(field) for field in one.fields[:_SHOWN_FIELDS]]
    if len(one.fields) > _SHOWN_FIELDS:
        lines.append((f"and {len(one.fields) - _SHOWN_FIELDS:,} more fields",))
    return Entry(head, tuple(lines))
