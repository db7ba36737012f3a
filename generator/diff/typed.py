"""The figures typed in the text of briefs that differ between two libraries, or are judged so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from generator.diff.evidence_diff import TypedChange, TypedSide
from generator.evidence.prose_figures import TypedFigure, judge_briefs
from generator.library.library import Library


def compare_typed(
    before: Library, after: Library, briefs: Iterable[str], renamed: Mapping[str, Mapping[str, str]]
) -> Iterator[TypedChange]:
    """The figures of some briefs that differ, in the order of their texts.

    Args:
        before: One side, where the figures of these briefs can be judged.
        after: The other.
        briefs: The ids of briefs, whichever side they stand on.
        renamed: For each kind the new ids by the old ones.
    """
    old, new = judge_briefs(before), judge_briefs(after)
    names = {now: then for then, now in renamed["brief"].items()}
    targets = {**renamed["article"], **renamed["observation"]}
    for id in sorted(set(briefs) - renamed["brief"].keys()):
        one = [_describe(figure) for figure in old.get(names.get(id, id), ())]
        other = [_describe(figure) for figure in new.get(id, ())]
        yield from _compare(id, one, other, targets)


def _describe(figure: TypedFigure) -> TypedSide:
    grounds = figure.grounds
    target = grounds.observation or grounds.article
    reason = grounds.reason or ("nothing shows where it comes from" if grounds.is_unsourced else "")
    for mismatch in grounds.mismatches[:1]:
        reason = f"{mismatch.drift}: the source has “{mismatch.found}”"
    return TypedSide(figure.text, target, figure.verdict.value, reason)


def _compare(
    brief: str, before: list[TypedSide], after: list[TypedSide], renamed: Mapping[str, str]
) -> Iterator[TypedChange]:
    """Pairs what is the same in words and grounds, then in grounds alone, then in words alone."""
    for key_of in (_key, _grounds, _words):
        pairs = list(_pair(before, after, key_of, renamed))
        taken = {id(side) for pair in pairs for side in pair}
        before = [one for one in before if id(one) not in taken]
        after = [one for one in after if id(one) not in taken]
        for one, other in pairs:
            if (one.text, one.verdict) != (other.text, other.verdict):
                yield TypedChange(brief, one, other)
    yield from (TypedChange(brief, one, None) for one in before)
    yield from (TypedChange(brief, None, other) for other in after)


def _key(side: TypedSide, grounds: str) -> object:
    return side.text, grounds


def _grounds(_side: TypedSide, grounds: str) -> object:
    return grounds


def _words(side: TypedSide, _grounds: str) -> object:
    return side.text


def _pair(
    before: list[TypedSide],
    after: list[TypedSide],
    key_of: Callable[[TypedSide, str], object],
    renamed: Mapping[str, str],
) -> Iterator[tuple[TypedSide, TypedSide]]:
    """Those of one key, in the order of the texts; an empty key is none."""
    old, new = _group(before, key_of, renamed), _group(after, key_of, {})
    for key, sides in old.items():
        if key:
            yield from zip(sides, new.get(key, ()), strict=False)


def _group(
    sides: Iterable[TypedSide],
    key_of: Callable[[TypedSide, str], object],
    renamed: Mapping[str, str],
) -> Mapping[object, list[TypedSide]]:
    found: defaultdict[object, list[TypedSide]] = defaultdict(list)
    for one in sides:
        found[key_of(one, renamed.get(one.rests_on, one.rests_on))].append(one)
    return found
