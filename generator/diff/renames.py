"""Which records only have another id: one gone, one new, the same in all else.

Where several would fit, nobody can tell which became which, and none is taken for a rename.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

Say = Callable[[str], object]
"""What a record says besides its id: equal for two that are the same otherwise."""


def find_renames(
    gone: Iterable[str], new: Iterable[str], before: Say, after: Say
) -> Mapping[str, str]:
    """The new id of each that was renamed, by its old one."""
    old, fresh = _group(gone, before), _group(new, after)
    return {
        ids[0]: fresh[said][0]
        for said, ids in old.items()
        if len(ids) == 1 and len(fresh.get(said, ())) == 1
    }


def _group(ids: Iterable[str], say: Say) -> Mapping[object, list[str]]:
    found: defaultdict[object, list[str]] = defaultdict(list)
    for id in sorted(ids):
        found[say(id)].append(id)
    return found
