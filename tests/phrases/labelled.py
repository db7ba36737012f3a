"""The labelled sentences with quantities, and how what is found in them is judged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from generator.phrases.quantities import find_quantities
from tests.labelled import Score, read_rows

SET = Path(__file__).parent / "quantities.yml"
HELD_OUT = Path(__file__).parent / "quantities_held_out.yml"

PARTS: Mapping[str, tuple[str, ...]] = {
    "value": (),
    "value, number's place": ("number",),
    "value, qualifier": ("qualifier",),
    "value, unit": ("unit",),
    "value, rate": ("per",),
    "value, change or level": ("change",),
    "all parts": ("qualifier", "unit", "per", "change"),
}
"""What has to be right beside the value, by the name of the score."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A quantity of a sentence, by its label or as it was found."""

    number: str
    low: Fraction
    high: Fraction
    qualifier: str
    unit: str
    per: str
    change: bool

    @property
    def value(self) -> tuple[Fraction, Fraction]:
        """The number, or both numbers of a range."""
        return self.low, self.high


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with what it states by its labels, and what was found in it."""

    text: str
    language: str
    wanted: tuple[Stated, ...]
    found: tuple[Stated, ...]

    def score(self, parts: Sequence[str]) -> Score:
        """Whether each value was found, with these parts of it as the label has them."""
        pairs, left = [], list(self.found)
        for label in self.wanted:
            same = next((one for one in left if one.value == label.value), None)
            if same is not None:
                left.remove(same)
                pairs.append((label, same))
        hits = sum(
            all(getattr(label, part) == getattr(same, part) for part in parts)
            for label, same in pairs
        )
        return Score(hits, len(self.found) - hits, len(self.wanted) - hits)


def read_sentences(file: Path) -> list[Sentence]:
    """The sentences of a set with what is found in each."""
    return [
        Sentence(
            text=row["text"],
            language=row["language"],
            wanted=tuple(map(_read_label, row["quantities"])),
            found=_find(row["text"], row["language"]),
        )
        for row in read_rows(file)
    ]


def _read_label(label: Mapping[str, str]) -> Stated:
    return Stated(
        number=label["number"],
        low=Fraction(label["low"]),
        high=Fraction(label["high"]),
        qualifier=label["qualifier"],
        unit=label.get("unit", ""),
        per=label.get("per", ""),
        change=label.get("change") == "true",
    )


def _find(text: str, language: str) -> tuple[Stated, ...]:
    return tuple(
        Stated(
            number=one.number.of(text),
            low=one.low,
            high=one.high,
            qualifier=one.qualifier.value,
            unit=one.unit,
            per=one.per,
            change=one.is_change,
        )
        for one in find_quantities(text, language)
    )


def score_all(sentences: Iterable[Sentence], parts: Sequence[str]) -> Score:
    """The score of a whole set."""
    return sum((sentence.score(parts) for sentence in sentences), Score())
