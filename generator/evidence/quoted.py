"""Whether a figure is in its quote: value, qualifier, unit and rate, and no change for a level.

The number must be printed in the quote, or, where a record converts it, in what the record says is
`stated`. A row of a data file has numbers without words: there the number alone is looked for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from generator.evidence.agreement import (
    Claim,
    Drift,
    claim_of,
    find_drift,
    is_change_mistaken,
    is_other_basis,
    is_rounding,
)
from generator.evidence.counted import classify
from generator.evidence.units import COUNT, measure_of
from generator.library.library import Library
from generator.phrases.quantities import find_quantities
from generator.phrases.quantity import Quantity, Span
from generator.phrases.words import read_words
from generator.records.article import Quote
from generator.records.observation import Observation, SeriesRow
from generator.records.vocabulary import MetricKind, Qualifier

_LEFT_OUT = re.compile(r"\b(?:not|without|excluding|except|no)\b.*", re.IGNORECASE | re.DOTALL)
"""What a basis says that is not counted: `dead, not wounded`."""
_ROW_DATE = re.compile(r"\b\d{4}-\d{2}(?:-\d{2})?\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{4}\b")
_ROW_NUMBER = re.compile(r"(?<![\w.])-?\d+(?:\.\d+)?(?![\w.])")
_ROW_GROUPED = re.compile(r"(?<![\w.,])-?\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\w.])")


@dataclass(frozen=True, slots=True)
class QuoteMatch:
    """The quantity of a quote that carries a figure, or the nearest and how it differs."""

    quantity: Quantity | None = None
    drift: Drift | None = None
    text: str = ""
    """The words looked in, in the language they were printed in."""

    @property
    def is_found(self) -> bool:
        """Whether the quote carries the figure."""
        return self.drift is None

    @property
    def said(self) -> str:
        """What the quote says, if it says a number at all."""
        return self.quantity.span.of(self.text) if self.quantity is not None else ""


def claim_of_record(observation: Observation, library: Library) -> Claim:
    """What an observation claims, in its own unit."""
    value = Fraction(observation.value) if observation.value is not None else None
    low = Fraction(observation.low) if observation.low is not None else value
    high = Fraction(observation.high) if observation.high is not None else value
    if low is None or high is None:
        raise ValueError(f"the observation `{observation.id}` has neither a value nor a range")
    metric = library.metrics.get(observation.metric)
    is_change = metric is not None and metric.kind is MetricKind.CHANGE
    return Claim(
        low,
        high,
        observation.qualifier,
        measure_of(library.unit_of(observation)),
        trend="by" if is_change else "",
        things=_find_things(observation, library),
        centre=value if observation.low is not None else None,
    )


def _find_things(observation: Observation, library: Library) -> frozenset[str]:
    """What is counted, by the unit's name and the basis of the count."""
    unit = library.unit_of(observation)
    named = classify(unit.name, "en") | (
        {unit.ucum.strip("{}")} if unit.ucum == "{vessel}" else set()
    )
    return frozenset(named) | classify(_LEFT_OUT.sub("", observation.basis), "en")


def match_quote(
    observation: Observation, quote: Quote, language: str, library: Library
) -> QuoteMatch:
    """The quantity of the quote that is the figure, or the nearest one and its drift."""
    record = claim_of_record(observation, library)
    text = quote.text
    if isinstance(observation, SeriesRow) and observation.row and not observation.quote:
        return _match_row(record, observation.row)
    spoken = quote.language or language
    quantities = find_quantities(text, spoken)
    if observation.stated is not None:
        return _match_stated(observation, record, text, spoken)
    return choose_match(record, quantities, text, spoken)


def choose_match(
    record: Claim, quantities: Sequence[Quantity], text: str, language: str
) -> QuoteMatch:
    """The first quantity that is the record's, else the one that differs least."""
    best: tuple[int, int, QuoteMatch] | None = None
    for place, quantity in enumerate(quantities):
        drift = _compare(record, quantity, text, language)
        if drift is None:
            return QuoteMatch(quantity, None, text)
        ranked = (_RANK.index(drift), place, QuoteMatch(quantity, drift, text))
        if best is None or ranked[:2] < best[:2]:
            best = ranked
    return best[2] if best is not None else QuoteMatch(None, Drift.VALUE, text)


_RANK = (
    Drift.BASIS,
    Drift.BOUNDARY,
    Drift.QUALIFIER,
    Drift.CHANGE,
    Drift.UNIT,
    Drift.VALUE,
    Drift.PERIOD,
)
"""From the least to the gravest: a wrong qualifier is nearer than another number."""


def _compare(record: Claim, quantity: Quantity, text: str, language: str) -> Drift | None:
    """How one quantity of a quote differs from the record; no rounding is allowed here."""
    claim = claim_of(quantity, classify(quantity.counted, language))
    if not _is_printed(record, claim, quantity):
        return Drift.VALUE
    if not _fits_unit(record, claim, text, language):
        return Drift.UNIT
    if claim.things and record.things and _is_other(claim.things, record.things):
        return Drift.UNIT
    if not _fits_qualifier(record, quantity):
        return Drift.QUALIFIER
    if is_other_basis(claim, record):
        return Drift.BASIS
    return Drift.CHANGE if is_change_mistaken(claim, record) else None


def _is_other(said: frozenset[str], kept: frozenset[str]) -> bool:
    """Whether the words name another kind of thing than the record's unit."""
    fates = {"killed", "wounded"}
    return not (said - fates) <= (kept - fates) and (said - fates).isdisjoint(kept - fates)


def _is_printed(record: Claim, claim: Claim, quantity: Quantity) -> bool:
    """Whether the record's number is the quantity's, in the unit of either."""
    sizes = {Fraction(1)}
    if claim.measure.kind == record.measure.kind:
        sizes = {claim.measure.factor / record.measure.factor}
    else:
        # “13.5 trillion” without its currency is 13.5 of a record in trillions; with another
        # currency it is the same number in the wrong unit.
        sizes.add(1 / record.measure.factor)
    if claim.is_fraction and record.measure.kind == "ratio":
        return is_rounding(record.low, claim.low * 100) and record.low == record.high
    ends = [(quantity.low, quantity.high)]
    if quantity.other is not None:
        ends.append((quantity.other, quantity.other))
    wanted = {(record.low, record.high)}
    if record.trend == "by" or quantity.is_change:
        wanted |= {(-record.high, -record.low)}
    return any((low * size, high * size) in wanted for low, high in ends for size in sizes)


def _fits_unit(record: Claim, claim: Claim, text: str, language: str) -> bool:
    """Whether the quote's unit and rate are the record's; a bare number has whatever is meant."""
    is_untold = claim.is_bare or (claim.measure.kind == COUNT and not claim.things)
    if is_untold and claim.measure.per in ("", record.measure.per):
        is_count = record.measure.kind == COUNT and not claim.is_bare
        return (
            not is_count
            or claim.measure.per == record.measure.per
            or _speaks_of_rate(text, language)
        )
    if claim.is_fraction and record.measure.kind == "ratio":
        return True
    if claim.measure.kind != record.measure.kind:
        return False
    if claim.measure.per == record.measure.per:
        return True
    is_rate_unsaid = not claim.measure.per and _speaks_of_rate(text, language)
    return is_rate_unsaid or record.measure.kind == "ratio"


def _speaks_of_rate(text: str, language: str) -> bool:
    """Whether a word of the quote says that its number is a mean, though not per what."""
    words = read_words(language)
    return any(
        words.rate_nouns.find(word) is not None
        and word.startswith(("average", "rate", "pace", "mean"))
        for word in text.casefold().split()
    )


def _fits_qualifier(record: Claim, quantity: Quantity) -> bool:
    is_near = quantity.is_fraction and record.low not in (quantity.low, quantity.low * 100)
    if record.qualifier is Qualifier.EXACT:
        # Digits only come near to a third, and a record must say so.
        return not is_near and (quantity.is_open or quantity.qualifier is Qualifier.EXACT)
    is_about = quantity.is_fraction and record.qualifier is Qualifier.APPROXIMATELY
    return is_about or quantity.qualifier is record.qualifier


def _match_row(record: Claim, row: str) -> QuoteMatch:
    """A row of a data file: the numbers alone; a rounded one must say so and keep three digits."""
    values = find_row_numbers(row)
    wanted = [record.low, record.high] + ([record.centre] if record.centre is not None else [])
    is_about = record.qualifier is Qualifier.APPROXIMATELY
    for number in wanted:
        is_there = number in values or (is_about and any(_rounds(number, one) for one in values))
        if not is_there:
            return QuoteMatch(None, Drift.VALUE, row)
    return QuoteMatch(None, None, row)


def find_row_numbers(row: str) -> frozenset[Fraction]:
    """The numbers of a row, whether its commas part columns or group digits; dates left aside."""
    undated = _ROW_DATE.sub(" ", row)
    found = _ROW_NUMBER.findall(undated) + _ROW_GROUPED.findall(undated)
    return frozenset(Fraction(number.replace(",", "")) for number in found)


def _rounds(number: Fraction, printed: Fraction) -> bool:
    return abs(number - printed) * 100 <= abs(printed) and is_rounding(number, printed)


def _match_stated(observation: Observation, record: Claim, text: str, language: str) -> QuoteMatch:
    """A converted value: what is stated must stand in the quote, and convert into the record's."""
    stated = observation.stated or ""
    start = text.find(stated)
    if start < 0:
        return QuoteMatch(None, Drift.VALUE, text)
    place = Span(start, start + len(stated))
    for quantity in find_quantities(text, language):
        if not quantity.number.meets(place):
            continue
        said = claim_of(quantity, classify(quantity.counted, language))
        drift = find_drift(record, said, observation.period)
        return QuoteMatch(quantity, drift, text)
    return QuoteMatch(None, Drift.VALUE, text)
