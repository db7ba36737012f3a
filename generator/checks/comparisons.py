"""Comparisons whose rows measure the same: one period, one place, one metric or two akin."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import RULES
from generator.checks.aspects import METRIC, PERIOD, PLACE, UNIT, find_typical, word_difference
from generator.issues import Issue
from generator.library.library import Library
from generator.records.blocks import CompareBlock
from generator.records.prose import PlacedBlock

_SHARED = (METRIC, UNIT, PLACE, PERIOD)


def check_comparisons(library: Library) -> Iterator[Issue]:
    """An issue for each row that can't stand beside the others."""
    for brief in library.briefs.values():
        for placed in brief.body.blocks:
            if isinstance(placed.block, CompareBlock):
                yield from _check_rows(placed, placed.block, library)


def _check_rows(placed: PlacedBlock, block: CompareBlock, library: Library) -> Iterator[Issue]:
    """One issue for a row, for the first thing in which it stands apart."""
    found = ((index, library.observations.get(id)) for index, id in enumerate(block.observations))
    rows = {index: row for index, row in found if row is not None and library.is_measured(row)}
    judged: set[int] = set()
    for aspect in _SHARED if rows else ():
        typical = find_typical(list(rows.values()), aspect, library)
        for index, row in rows.items():
            if index not in judged and not aspect.is_same(row, typical, library):
                judged.add(index)
                others = [other for at, other in rows.items() if at != index]
                yield Issue(
                    RULES["incomparable-rows"],
                    placed.address.locate("observations", index),
                    word_difference(row, others, typical, aspect, library),
                    "take it out, or list them in a `table` block, which compares nothing",
                )
