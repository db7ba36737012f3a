"""How often quantities are read rightly and drifts are found, by the labelled sets of the tests.

Run by `make accuracy`. The second sets were kept aside until the code had been written; what they
showed at first was mended since. They are given by their totals alone, so that nobody is led to
mend the code for one more sentence of theirs.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.evidence import labelled as pair_sets
from tests.evidence.labelled import Pair, read_pairs, score_drifts, score_names
from tests.labelled import Score
from tests.phrases import labelled as sentence_sets
from tests.phrases.labelled import PARTS, Sentence, read_sentences, score_all

LANGUAGES = {"en": "English", "de": "German", "ru": "Russian", "uk": "Ukrainian"}


def describe_all() -> Iterator[str]:
    """The lines of the report: each set with its scores."""
    sentences = read_sentences(sentence_sets.SET)
    yield from _head("Quantities", sentence_sets.SET, sentences, _count(sentences))
    yield from _describe_parts(sentences)
    yield from _describe_languages(sentences)
    yield from _describe_second_quantities(sentence_sets.HELD_OUT)
    pairs = read_pairs(pair_sets.SET)
    yield from _head("Drifts", pair_sets.SET, pairs, f"{len(pairs)} pairs")
    yield from _describe_drifts(pairs)
    for drift in pair_sets.DRIFTS:
        yield _line(f"  {drift}", score_names(pairs, drift))
    yield from _describe_second_pairs(pair_sets.HELD_OUT)


def _head(name: str, file: Path, rows: Sequence[object], size: str) -> Iterator[str]:
    if not rows:
        raise SystemExit(f"{file} has no labels")
    yield f"{name}: {file.name}, {size}"
    yield f"{'':<28}{'precision':>10}{'recall':>10}"


def _line(name: str, score: Score) -> str:
    return f"{name:<28}{score.precision:>10.3f}{score.recall:>10.3f}"


def _count(sentences: Sequence[Sentence]) -> str:
    labels = sum(len(sentence.wanted) for sentence in sentences)
    return f"{len(sentences)} sentences with {labels} quantities"


def _describe_parts(sentences: Sequence[Sentence]) -> Iterator[str]:
    for name, parts in PARTS.items():
        yield _line(name, score_all(sentences, parts))


def _describe_languages(sentences: Sequence[Sentence]) -> Iterator[str]:
    for language, name in LANGUAGES.items():
        of_language = [one for one in sentences if one.language == language]
        yield _line(f"  all parts, {name}", score_all(of_language, PARTS["all parts"]))


def _describe_second_quantities(file: Path) -> Iterator[str]:
    yield ""
    if file.is_file():
        sentences = read_sentences(file)
        yield from _head("Quantities, second set", file, sentences, _count(sentences))
        yield from _describe_parts(sentences)
        yield ""


def _describe_drifts(pairs: Sequence[Pair]) -> Iterator[str]:
    yield _line("drift found", score_drifts(pairs))
    named = sum((score_names(pairs, drift) for drift in pair_sets.DRIFTS), Score())
    yield _line("drift found and named", named)


def _describe_second_pairs(file: Path) -> Iterator[str]:
    if file.is_file():
        yield ""
        pairs = read_pairs(file)
        yield from _head("Drifts, second set", file, pairs, f"{len(pairs)} pairs")
        yield from _describe_drifts(pairs)


if __name__ == "__main__":
    sys.stdout.write("\n".join(describe_all()) + "\n")
