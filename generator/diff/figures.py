"""The figures that differ between two libraries, each with both its sides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.diff.evidence_diff import Figure, FigureChange
from generator.diff.fields import Said, compare_fields, read_fields
from generator.diff.renames import find_renames
from generator.diff.touched import Ids
from generator.evidence.chains import find_origin
from generator.evidence.dossier import name_source, word_origin
from generator.evidence.findings import judge_figures
from generator.evidence.recorded import word_number
from generator.evidence.verdict import Finding, Verdict
from generator.library.library import Library
from generator.records.observation import Observation

Renamed = Mapping[str, Mapping[str, str]]
"""For each kind the new ids by the old ones."""
_NUMBERS = ("value", "low", "high", "qualifier")
_UNJUDGED = Finding(Verdict.NOT_CHECKED)


class FigureSides:
    """The sides of the figures of one library."""

    def __init__(self, library: Library, articles: Mapping[str, str]) -> None:
        self._library = library
        self._articles = articles
        """What articles are called on the other side, where it is something else."""

    def say(self, id: str) -> Said:
        """What a figure says: its fields, with the words, unit and origin that they stand for."""
        library = self._library
        one = library.observations[id]
        said = {**read_fields(one)}
        for name in _NUMBERS:
            said.pop(name, None)
        quote, origin = library.quote_of(one), find_origin(one, library)
        article = library.article_of[id]
        named = {
            "value": _word_value(one),
            "unit": self._find_unit(id),
            "quote": quote.text if quote is not None else "",
            "origin": origin.key if origin is not None else "",
            "article": self._articles.get(article, article),
        }
        return {**said, **named}

    def say_all(self, id: str) -> tuple[tuple[str, str], ...]:
        """The same as a value that can be looked up."""
        return tuple(sorted(self.say(id).items()))

    def _find_unit(self, id: str) -> str:
        one = self._library.observations[id]
        metric = self._library.metrics.get(one.metric)
        return one.unit or (metric.unit if metric is not None else "")

    def describe(self, id: str) -> Figure:
        """A figure in the words of its records."""
        library, one = self._library, self._library.observations[id]
        metric, unit = library.metrics.get(one.metric), library.units.get(self._find_unit(id))
        quote, article = library.quote_of(one), library.articles.get(library.article_of[id])
        finding = judge_figures(library).get(id, _UNJUDGED)
        corrections = library.corrections.values()
        return Figure(
            id=id,
            metric=one.metric,
            name=metric.name if metric is not None else one.metric,
            value=_word_value(one),
            unit=(unit.symbol or unit.name) if unit is not None else self._find_unit(id),
            period=str(one.period),
            place=one.place,
            basis=one.basis,
            quote=quote.text if quote is not None else "",
            derived=one.derived or "",
            article=library.article_of[id],
            outlet=name_source(article.outlet, library) if article is not None else "",
            origin=word_origin(find_origin(one, library), library),
            verdict=finding.verdict.value,
            reason=finding.reason,
            withdrawn=one.withdrawn or "",
            corrections=tuple(found.id for found in corrections if found.observation == id),
        )


def _word_value(one: Observation) -> str:
    """`about 9`, `10 to 12`, or `10 to 12 (11.5)` where the source has a best value, too."""
    is_range_with_best = one.value is not None and one.low is not None
    return f"{word_number(one)} ({one.value:,f})" if is_range_with_best else word_number(one)


def compare_figures(
    before: Library, after: Library, touched: Ids, renamed: Renamed
) -> Iterator[FigureChange]:
    """The figures among those touched that differ, or are judged otherwise, by their ids.

    Args:
        before: One side, where those touched can be judged.
        after: The other.
        touched: What may differ, whichever side it stands on.
        renamed: The new ids of articles and figures.
    """
    one, other = FigureSides(before, renamed["article"]), FigureSides(after, {})
    names = renamed["observation"]
    new = {new: old for old, new in names.items()}
    for id in sorted(touched - names.keys()):
        old = new.get(id, id)
        is_there, is_here = old in before.observations, id in after.observations
        if not (is_there and is_here):
            sides = (
                one.describe(old) if is_there else None,
                other.describe(id) if is_here else None,
            )
            if is_there or is_here:
                yield FigureChange(*sides)
            continue
        change = FigureChange(
            one.describe(old), other.describe(id), compare_fields(one.say(old), other.say(id))
        )
        if change.fields or change.is_verdict_changed or old != id:
            yield change


def find_renamed_figures(
    before: Library, after: Library, touched: Ids, articles: Mapping[str, str]
) -> Mapping[str, str]:
    """The new ids of figures that are the same otherwise, by their old ones."""
    one, other = FigureSides(before, articles), FigureSides(after, {})
    gone = (id for id in touched & before.observations.keys() if id not in after.observations)
    new = (id for id in touched & after.observations.keys() if id not in before.observations)
    return find_renames(gone, new, one.say_all, other.say_all)
