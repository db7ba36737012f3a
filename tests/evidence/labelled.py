"""The labelled pairs of a quote and a sentence, and how what is found to drift is judged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from generator.evidence.agreement import Claim, Drift, claim_of, find_drift
from generator.evidence.counted import classify
from generator.evidence.timing import Phrase, find_wrong_date
from generator.evidence.units import measure_text
from generator.phrases.dates import find_dates
from generator.phrases.quantities import find_quantities
from generator.phrases.quantity import Quantity, Span
from generator.records.edtf import EdtfDate, parse_edtf
from generator.records.vocabulary import MetricKind, Qualifier
from tests.labelled import Score, read_rows

SET = Path(__file__).parent / "pairs.yml"
HELD_OUT = Path(__file__).parent / "pairs_held_out.yml"
AGREES = "agrees"
UNREAD = "no-quantity"
"""What is found where the marked words hold no quantity at all."""
DRIFTS = ("value-drift", "qualifier-drift", "unit-drift", "period-drift", "level-for-change")
"""The labels of pairs that drift."""

_LABELS = {Drift.BOUNDARY: "qualifier-drift", Drift.BASIS: "unit-drift"}
"""Drifts that the labels do not tell apart from a wider one."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence with its label against a quote, and what was found."""

    sentence: str
    expected: str
    found: str

    @property
    def drift_score(self) -> Score:
        """Whether a drift was found where there is one, whatever it was called."""
        return _compare(self.expected != AGREES, self.found != AGREES)

    def name_score(self, drift: str) -> Score:
        """Whether this drift was found where it is the label."""
        return _compare(self.expected == drift, self.found == drift)


def _compare(is_so: bool, is_found: bool) -> Score:
    return Score(int(is_so and is_found), int(is_found and not is_so), int(is_so and not is_found))


def read_pairs(file: Path) -> list[Pair]:
    """The pairs of a set with what is found in each."""
    return [Pair(row["sentence"], row["expected"], _judge(row)) for row in read_rows(file)]


def score_drifts(pairs: Iterable[Pair]) -> Score:
    """How well drifts are found in a whole set."""
    return sum((pair.drift_score for pair in pairs), Score())


def score_names(pairs: Iterable[Pair], drift: str) -> Score:
    """How well one drift is told from the others in a whole set."""
    return sum((pair.name_score(drift) for pair in pairs), Score())


def _judge(row: Mapping[str, Any]) -> str:
    """The drift of the marked words; they agree if one quantity in them does."""
    sentence, language = row["sentence"], row.get("sentence-language", "en")
    begin = sentence.index(row["marked"])
    marked = Span(begin, begin + len(row["marked"]))
    quantities = find_quantities(sentence, language)
    phrase = Phrase(sentence, quantities, find_dates(sentence, language))
    period = parse_edtf(row["period"]) if "period" in row else None
    record = _read_record(row)
    found = [
        _find_drift(one, phrase, record, period, language)
        for one in quantities
        if marked.holds(one.number)
    ]
    if not found:
        return UNREAD
    first = None if None in found else found[0]
    return AGREES if first is None else _LABELS.get(first, first.value)


def _read_record(row: Mapping[str, Any]) -> Claim:
    """What the record of the pair claims, with the words of its quote around the figure."""
    figure = row["figure"]
    low = Fraction(figure.get("low", figure.get("value")))
    high = Fraction(figure.get("high", figure.get("value")))
    printed = next(
        (
            one
            for one in find_quantities(row["quote"], row["language"])
            if (one.low, one.high) == (low, high)
        ),
        None,
    )
    counted = figure.get("counted", "")
    if not counted and printed is not None and "unit" not in figure:
        counted = printed.counted
    return Claim(
        low,
        high,
        Qualifier(figure["qualifier"]),
        measure_text(figure.get("unit", ""), figure.get("per", "")),
        trend=printed.trend if printed is not None else "",
        things=classify(counted, "en"),
    )


def _find_drift(
    quantity: Quantity, phrase: Phrase, record: Claim, period: EdtfDate | None, language: str
) -> Drift | None:
    drift = find_drift(claim_of(quantity, classify(quantity.counted, language)), record, period)
    if drift is not None or period is None:
        return drift
    wrong = find_wrong_date(phrase, quantity, period, MetricKind.FLOW)
    return Drift.PERIOD if wrong is not None else None
