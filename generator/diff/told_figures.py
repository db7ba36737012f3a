"""What is told of the figures that differ: those on record, and those typed in briefs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from generator.diff.entries import WARNING, Entry, Id, Line, Said, Strong, list_ids, tell_field
from generator.diff.evidence_diff import Figure, FigureChange, TypedChange, TypedSide
from generator.evidence.verdict import Verdict

_UNSOUND = frozenset([Verdict.FAILED, Verdict.NOT_CHECKED])


def tell_change(one: FigureChange) -> Entry:
    """A figure that is on both sides, with what differs."""
    before, after = one.before, one.after
    if before is None or after is None:
        raise ValueError("a figure that changed has two sides")
    return Entry(
        (Strong(word_values(before, after)), *_tell_subject(after)),
        tuple(_tell_below(one, before, after)),
        _flag(after.verdict, "no correction" if one.is_correction_missing else ""),
    )


def _flag(verdict: str, flag: str = "") -> tuple[str, ...]:
    return tuple(filter(None, (flag, verdict if verdict in _UNSOUND else "")))


def word_values(before: Figure, after: Figure) -> tuple[str | Said, ...]:
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
    where: Line = (", ", Said(figure.period), ", ", Said(figure.place), " ")
    return (", ", Said(figure.name), *where, Id(figure.id))


def _tell_below(one: FigureChange, before: Figure, after: Figure) -> Iterator[Line]:
    yield from _tell_correction(one)
    if after.withdrawn and not before.withdrawn:
        yield (WARNING, "withdrawn: ", Said(after.withdrawn))
    if one.is_verdict_changed or is_unsound(after):
        yield _tell_verdict(before, after)
    if before.quote != after.quote:
        yield ("words: ", *_quote(before.quote), " → ", *_quote(after.quote))
    elif after.quote:
        yield ("words, the same as before: ", *_quote(after.quote))
    yield _tell_source(after, with_verdict=not one.is_verdict_changed)
    yield from (tell_field(field) for field in one.fields if field.field not in _TOLD)


def _tell_correction(one: FigureChange) -> Iterator[Line]:
    if one.is_correction_missing:
        said = "readers saw the old number, and no correction in "
        yield (WARNING, said, Id(_FILE), " tells of it")
    elif one.new_corrections:
        yield ("correction recorded: ", *list_ids(one.new_corrections))


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
    return (*line, f"; {figure.verdict}") if with_verdict and not is_unsound(figure) else line


def is_unsound(side: Figure | TypedSide | None) -> bool:
    """Whether a figure fails, or nobody could check it."""
    return side is not None and side.verdict in _UNSOUND


def tell_removed(one: FigureChange) -> Entry:
    """A figure that is gone."""
    figure = one.figure
    lines: list[Line] = []
    if not figure.withdrawn:
        help = "links lead to it: keep it, with the reason in "
        lines.append((WARNING, help, Id("withdrawn"), ", if nobody can stand by it"))
    quoted = ("words: ", *_quote(figure.quote))
    return Entry(
        (Strong(_word_value(figure)), *_tell_subject(figure)),
        (*lines, quoted, _tell_source(figure, with_verdict=False)),
        ("not withdrawn",) if lines else (),
    )


def tell_added(one: FigureChange) -> Entry:
    """A figure that is new."""
    figure = one.figure
    words = ("words: ", *_quote(figure.quote))
    basis: Line = ("worked out: ", Id(figure.derived)) if figure.derived else words
    warning = (_tell_verdict(None, figure),) if is_unsound(figure) else ()
    return Entry(
        (Strong(_word_value(figure)), *_tell_subject(figure)),
        (*warning, basis, _tell_source(figure)),
        _flag(figure.verdict),
    )


def tell_renamed(one: FigureChange) -> Entry:
    """A figure that has another id."""
    was = one.before.id if one.before else ""
    return Entry((Id(was), " → ", Id(one.figure.id), ", otherwise the same"))


def tell_typed(changes: Iterable[TypedChange]) -> Iterator[Entry]:
    """Each brief's changes, what changed alike counted."""
    for one, number in Counter(changes).items():
        times = f", {number:,} times" if number > 1 else ""
        sides = [side for side in (one.before, one.after) if side is not None]
        texts = dict.fromkeys(side.text for side in sides)
        words = [part for text in texts for part in (" → ", Said(text))][1:]
        what = f"{one.change.value}: " if len(sides) == 1 else ""
        verdict = one.after.verdict if one.after else ""
        yield Entry(
            (what, Strong(tuple(words)), f"{times} in ", Id(one.brief)),
            tuple(_tell_reason(one)),
            _flag(verdict),
        )


def _tell_reason(one: TypedChange) -> Iterator[Line]:
    after = one.after
    if after is None:
        return
    mark = WARNING if after.verdict in _UNSOUND else ""
    was = f"{one.before.verdict} → " if one.before and one.before.verdict != after.verdict else ""
    reason: Line = (": ", Said(after.reason)) if after.reason and mark else ()
    yield (mark, f"verdict: {was}{after.verdict}", *reason)
