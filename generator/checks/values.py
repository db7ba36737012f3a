"""Every figure is in its quote, of the time that the quote gives, and named after its own time."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import RULES
from generator.checks.figures import Figure, find_figures
from generator.evidence.agreement import Drift
from generator.evidence.derived import compute_derived
from generator.evidence.findings import find_match, is_measurable
from generator.evidence.inputs import find_limits
from generator.evidence.own_time import find_time_in_id, find_time_in_quote
from generator.evidence.quoted import QuoteMatch
from generator.evidence.recorded import word_record
from generator.evidence.units import is_same_dimension
from generator.issues import Issue, Location, show_value
from generator.library.library import Library
from generator.records.vocabulary import Qualifier

_FIELDS = {
    Drift.VALUE: ("value", "low"),
    Drift.QUALIFIER: ("qualifier", "value", "low"),
    Drift.BOUNDARY: ("qualifier", "value", "low"),
    Drift.UNIT: ("unit", "metric"),
    Drift.BASIS: ("basis", "metric"),
    Drift.CHANGE: ("metric",),
    Drift.PERIOD: ("period",),
}
"""The field to point to, the first that the record has."""
_HELPS = {
    Drift.VALUE: "copy the number from the quote, or name the quote that has it; what you worked "
    "out goes into `derived`, what you converted is `stated`",
    Drift.QUALIFIER: "give the figure the `qualifier` of its quote",
    Drift.UNIT: "choose the metric or `unit` of the quote's words, or give the quote that has the "
    "unit; a reason goes into `waived`",
    Drift.BASIS: "choose the metric and `basis` that the quote's words have",
    Drift.CHANGE: "choose a metric of kind `change` for “by”, and one of a level for “to”",
}


def check_values(library: Library) -> Iterator[Issue]:
    """An issue for each figure that its quote or its id contradicts."""
    for figure in find_figures(library):
        if library.observations.get(figure.observation.id) is not figure.observation:
            continue  # another record has its id, which is said already
        yield from _check_unit(figure, library)
        is_known = is_measurable(figure.observation, library)
        quoted = list(_check_quote(figure, library)) if is_known else []
        if all(issue.rule.id != "period-drift" for issue in quoted):
            yield from _check_id(figure)  # else the quote says it already
        yield from quoted


def _check_id(figure: Figure) -> Iterator[Issue]:
    observation = figure.observation
    named = find_time_in_id(observation)
    if named is not None:
        yield Issue(
            RULES["misleading-id"],
            figure.locate("period"),
            f"the id `{observation.id}` names `{named}`, the period is `{observation.period}`",
            "correct the period, or give the figure an id of its own time",
        )


def _check_unit(figure: Figure, library: Library) -> Iterator[Issue]:
    """An observation in another unit than its metric's measures the same thing."""
    observation = figure.observation
    metric = library.metrics.get(observation.metric)
    if observation.unit is None or metric is None or observation.unit == metric.unit:
        return
    unit, own = library.units.get(observation.unit), library.units.get(metric.unit)
    if unit is None or own is None or is_same_dimension(unit, own):
        return
    yield Issue(
        RULES["unit-not-of-metric"],
        figure.locate("unit"),
        f"the unit `{unit.id}` does not measure what `{metric.id}` is measured in, `{own.id}`",
        "correct the unit, or choose the metric of the quote's words",
    )


def _check_quote(figure: Figure, library: Library) -> Iterator[Issue]:
    observation = figure.observation
    if observation.derived:
        yield from _check_derived_limit(figure, library)
    if observation.derived or library.quote_of(observation) is None:
        return
    if observation.withdrawn is not None:
        return  # that its quote does not carry it may be the reason
    match = find_match(observation, library)
    if observation.waived:
        if match.is_found:
            message = "its quote carries the figure as it is recorded"
            yield Issue(
                RULES["needless-waiver"], figure.locate("waived"), message, "delete `waived`"
            )
        return
    if match.drift is not None:
        yield _make_issue(figure, match, match.drift, library)
    else:
        yield from _check_period(figure, match, library)


def _check_derived_limit(figure: Figure, library: Library) -> Iterator[Issue]:
    """A calculation has a limit, such as “over”, only from a number that goes into it."""
    qualifier = figure.observation.qualifier
    if qualifier in (Qualifier.EXACT, Qualifier.APPROXIMATELY):
        return
    if compute_derived(figure.observation, library).result is None:
        return  # what it is worked out from is not known
    limits = find_limits(figure.observation, library)
    if not limits or qualifier in limits:
        return
    yield Issue(
        RULES["qualifier-drift"],
        figure.locate("qualifier"),
        f"nothing that `{figure.observation.derived}` is worked out from is `{qualifier}`",
        "delete the qualifier, or write `approximately` if an input is",
    )


def _make_issue(figure: Figure, match: QuoteMatch, drift: Drift, library: Library) -> Issue:
    observation = figure.observation
    rule = "value-not-in-quote" if drift is Drift.VALUE else drift.value
    recorded = word_record(observation, library)
    if match.said:
        message = f"the quote has {show_value(match.said)}, the record says {show_value(recorded)}"
    else:
        quoted = show_value(match.text)
        message = f"the quote {quoted} has no such number; the record says {show_value(recorded)}"
    return Issue(RULES[rule], _locate(figure, drift), message, _HELPS[drift])


def _locate(figure: Figure, drift: Drift) -> Location:
    """The place of the field at fault; of one that is left out, of the figure's next best."""
    observation = figure.observation
    given = observation.model_fields_set
    for name in _FIELDS[drift]:
        if name in given and getattr(observation, name) is not None:
            return figure.locate(name)
    return figure.locate()


def _check_period(figure: Figure, match: QuoteMatch, library: Library) -> Iterator[Issue]:
    observation = figure.observation
    article = library.articles[figure.article]
    said = find_time_in_quote(observation, match, article, library)
    if said:
        yield Issue(
            RULES["period-drift"],
            figure.locate("period"),
            f"the quote says {show_value(said)}, the period is `{observation.period}`",
            "correct the period, or name the quote that is of it",
        )
