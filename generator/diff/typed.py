"""The figures typed in the text of briefs that differ between two libraries, or are judged so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

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
    """Pairs what says the same of the same thing, then what rests on the same thing."""
    pairs, before, after = _pair(before, after, renamed, by_text=True)
    more, before, after = _pair(before, after, renamed, by_text=False)
    for one, other in [*pairs, *more]:
        if (one.text, one.verdict) != (other.text, other.verdict):
            yield TypedChange(brief, one, other)
    yield from (TypedChange(brief, one, None) for one in before)
    yield from (TypedChange(brief, None, other) for other in after)


Pairs = list[tuple[TypedSide, TypedSide]]


def _pair(
    before: list[TypedSide], after: list[TypedSide], renamed: Mapping[str, str], *, by_text: bool
) -> tuple[Pairs, list[TypedSide], list[TypedSide]]:
    """The pairs in the order of the texts, and what is left over on either side."""
    old, new = _group(before, renamed, by_text=by_text), _group(after, {}, by_text=by_text)
    pairs: Pairs = []
    for key in old:
        if key[1] or by_text:
            pairs += zip(old[key], new.get(key, ()), strict=False)
    taken, given = {id(one) for one, _ in pairs}, {id(other) for _, other in pairs}
    return (
        pairs,
        [one for one in before if id(one) not in taken],
        [other for other in after if id(other) not in given],
    )


def _group(
    sides: Iterable[TypedSide], renamed: Mapping[str, str], *, by_text: bool
) -> Mapping[tuple[str, str], list[TypedSide]]:
    found: defaultdict[tuple[str, str], list[TypedSide]] = defaultdict(list)
    for one in sides:
        target = renamed.get(one.rests_on, one.rests_on)
        found[one.text if by_text else "", target].append(one)
    return found
