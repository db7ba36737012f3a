"""What is told of what is no figure: conflicts, briefs, other records, what is not compared."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
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
    line: list[Part] = [Said(one.name), ", ", Said(one.period), ", ", Said(one.place)]
    gaps = chain([": "], repeat("; "))
    for gap, (id, others) in zip(gaps, _group_pairs(one.pairs), strict=False):
        line += [gap, *_tell_values([known[id]]), " against "]
        line += _tell_values([known[other] for other in others])
    return Entry(tuple(line))


def _tell_values(values: Iterable[Contender]) -> Line:
    """Those of one value together."""
    outlets: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for one in values:
        outlets[one.value, one.unit].append(one.outlet)
    told = [_tell_value(*value, found) for value, found in outlets.items()]
    line = [part for value in told[:SHOWN] for part in (" and ", *value)][1:]
    return (*line, f" and {len(told) - SHOWN:,} more") if len(told) > SHOWN else tuple(line)


def _tell_value(value: str, unit: str, outlets: Sequence[str]) -> Line:
    names = list(dict.fromkeys(outlets))
    line = [part for name in names[:_SHOWN_OUTLETS] for part in (", ", Said(name))][1:]
    more = f" and {len(names) - _SHOWN_OUTLETS:,} more" if len(names) > _SHOWN_OUTLETS else ""
    return Strong((value, " ", Said(unit))), " (", *line, more, ")"


_SHOWN_OUTLETS = 3


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
    changes = {one.id: one.change for one in diff.records if one.kind == "brief"}
    for one in diff.briefs:
        change = changes.get(one.id)
        told: list[Line] = [(change.value,)] if change else []
        if one.by and change not in (Change.ADDED, Change.REMOVED):
            told.append(("shows ", *list_ids(one.by)))
        line = [part for parts in told for part in ("; ", *parts)][1:]
        yield Entry((Said(one.title), " ", Id(f"/briefs/{one.id}/"), ": ", *line))


def tell_record(one: RecordChange) -> Entry:
    """A record of another kind, with the fields that differ."""
    head: Line = (f"{one.kind} {one.change.value}: ", Id(one.id), " ", Said(one.title))
    if one.change is Change.RENAMED:
        head = (f"{one.kind} renamed: ", Id(one.before), " → ", Id(one.after))
    lines = [tell_field(field) for field in one.fields[:_SHOWN_FIELDS]]
    if len(one.fields) > _SHOWN_FIELDS:
        lines.append((f"and {len(one.fields) - _SHOWN_FIELDS:,} more fields",))
    return Entry(head, tuple(lines))
