"""Compares two libraries: what differs in the evidence, and what that bears on.

Only what differs, and what rests on it, is held against its words again, so that a small change to
a large library is found out quickly.
"""

from __future__ import annotations

from dataclasses import replace

from generator.diff.affected import find_affected, find_pages, find_readers, list_keys
from generator.diff.conflicts import compare_conflicts
from generator.diff.evidence_diff import EvidenceDiff
from generator.diff.figures import Renamed, compare_figures, find_renamed_figures
from generator.diff.records import KINDS, compare_records, find_renamed, find_uncompared
from generator.diff.touched import (
    Differing,
    Ids,
    find_comparable,
    find_differing,
    find_touched,
    focus,
)
from generator.diff.typed import compare_typed
from generator.library.library import Library


def compare(before: Library, after: Library) -> EvidenceDiff:
    """All that differs between two libraries, as far as it could be read on both sides."""
    uncompared = tuple(sorted(find_uncompared(before, after)))
    unread = {(one.kind, one.id) for one in uncompared}
    differing = {
        kind: frozenset(id for id in ids if (kind, id) not in unread)
        for kind, ids in find_differing(before, after).items()
    }
    if not any(differing.values()):
        return EvidenceDiff(uncompared=uncompared)
    figures = frozenset(one.id for one in uncompared if one.kind == "observation")
    touched = find_touched(differing, before, after) - figures
    judged = (touched | find_comparable(touched, before, after)) - figures
    found = _compare(before, after, differing, touched, judged)
    return replace(found, uncompared=uncompared)


def _compare(
    before: Library, after: Library, differing: Differing, touched: Ids, judged: Ids
) -> EvidenceDiff:
    readers = find_readers(before, after, touched, differing)
    one, other = focus(before, judged, readers), focus(after, judged, readers)
    renamed = _find_all_renamed(before, after, differing, touched)
    figures = tuple(compare_figures(one, other, touched, renamed))
    records = tuple(compare_records(before, after, differing, renamed))
    changed = list_keys(records, figures)
    briefs = tuple(find_affected(before, after, changed))
    return EvidenceDiff(
        figures=figures,
        typed=tuple(compare_typed(one, other, readers, renamed)),
        conflicts=tuple(
            compare_conflicts(
                focus(one, judged, ()), focus(other, judged, ()), judged, renamed["observation"]
            )
        ),
        records=records,
        briefs=briefs,
        pages=find_pages(before, after, changed, briefs),
    )


def _find_all_renamed(
    before: Library, after: Library, differing: Differing, touched: Ids
) -> Renamed:
    renamed = {kind: find_renamed(kind, before, after, differing) for kind in KINDS}
    articles = renamed["article"]
    return {
        **renamed,
        "observation": find_renamed_figures(before, after, touched, articles),
    }
