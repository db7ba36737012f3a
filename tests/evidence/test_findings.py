"""One verdict for each figure: what is checked, and what is said where it is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.evidence.findings import has_failed, judge_figures
from generator.evidence.verdict import Finding, Verdict
from generator.library.capture import Capture
from generator.library.library import Library
from tests.small import ARTICLE, figure, small_library

NO_CAPTURE = "no captured text of the article was at hand"
QUOTES = """\
quotes:
  nine: nine boats in January 2024
  neun: {text: neun Boote, language: de, translation: nine boats}
  devet: {text: 9 čamaca, language: sr}
  none: some boats
"""


def read(*figures: str, captured: str = "") -> Library:
    """A library with these figures, and perhaps the captured text of their article."""
    article = ARTICLE.replace("quotes: {words: some boats}\n", QUOTES)
    article += f"observations:\n{''.join(figures)}"
    library = small_library(more={"data/articles/2024/a.yml": article})
    return replace(library, captures={"a": Capture(captured, "")}) if captured else library


@pytest.mark.parametrize(
    ("fields", "captured", "expected"),
    [
        ({"quote": "nine"}, "", Finding(Verdict.CHECKED_IN_QUOTE, NO_CAPTURE)),
        ({"quote": "nine"}, "They had nine boats in January 2024.", Finding(Verdict.CHECKED)),
        (
            {"quote": "nine"},
            "They had ten boats in January 2024.",
            Finding(Verdict.FAILED, "its quote is not in the captured text of the article"),
        ),
        ({"quote": "neun"}, "", Finding(Verdict.TRANSLATED, NO_CAPTURE)),
        ({"quote": "neun"}, "Es waren neun Boote.", Finding(Verdict.TRANSLATED)),
        ({"quote": "none"}, "", Finding(Verdict.FAILED, "its quote says something else")),
        (
            {"quote": "nine", "period": "2024-02"},
            "",
            Finding(Verdict.FAILED, "its quote is of another time"),
        ),
        (
            {"quote": "nine", "id": "x-2023"},
            "",
            Finding(Verdict.FAILED, "its id names another time than its period"),
        ),
        ({"quote": "none", "waived": "So it is."}, "", Finding(Verdict.WAIVED, "So it is.")),
        (
            {"quote": "none", "withdrawn": "It was a slip."},
            "",
            Finding(Verdict.WAIVED, "withdrawn: It was a slip."),
        ),
        (
            {"quote": "devet"},
            "",
            Finding(
                Verdict.NOT_CHECKED,
                "the number is there, but no words of the language `sr` are known",
            ),
        ),
        ({"quote": "no-such"}, "", Finding(Verdict.NOT_CHECKED, "it has no quote")),
        (
            {"metric": "no-such", "quote": "nine"},
            "",
            Finding(Verdict.NOT_CHECKED, "what it points to could not be read"),
        ),
        ({"derived": "3 * 3"}, "", Finding(Verdict.COMPUTED, "worked out again from 3 * 3")),
        (
            {"derived": "3 * 4"},
            "",
            Finding(Verdict.FAILED, "its calculation comes to something else"),
        ),
        (
            {"derived": "3 / 0"},
            "",
            Finding(Verdict.FAILED, "its calculation can’t be worked out"),
        ),
        (
            {"derived": "bad + 1"},
            "",
            Finding(Verdict.FAILED, "a figure that it is worked out from fails"),
        ),
    ],
)
def test_a_figure_has_the_verdict_that_its_words_earn(
    fields: dict[str, object], captured: str, expected: Finding
) -> None:
    """Seven verdicts; each that is not plain gives its reason."""
    quote = None if "derived" in fields else "nine"
    given = {"id": "x", "value": 9, "quote": quote, **fields}
    id = str(given.pop("id"))
    library = read(figure(id, **given), figure("bad", value=8, quote="none"), captured=captured)
    assert judge_figures(library)[id] == expected
    assert has_failed(id, library) is (expected.verdict is Verdict.FAILED)


def test_a_figure_that_is_not_there_has_not_failed() -> None:
    """What it would say, nobody knows."""
    assert not has_failed("no-such", read(figure("x", value=9, quote="nine")))
