"""Words of likelihood and confidence: found where they stand together, or in a statement."""

# ruff: noqa: E501 (a row of the table stays on one line)

from __future__ import annotations

from pathlib import Path

import pytest

from generator.checks.estimates import check_estimates
from generator.reading.assemble import assemble
from generator.reading.files import read_data_files
from tests.edits import FERRY, HARBOUR, SLOWS, Edit, body, both, show, swap

AT = f"{HARBOUR}:30"


def state(statement: str) -> Edit:
    """Another statement of a judgement, on line 14."""
    return swap(HARBOUR, "The harbour silts up again within a year.", statement)


# fmt: off
# what is said, the change, the issues expected: path:line rule
TABLE: list[tuple[str, Edit, list[str]]] = [
    ("both in one sentence", body("We have high confidence that it is likely."), [f"{AT} mixed-estimate"]),
    ("both on two lines of one sentence", body("It is almost\ncertainly so, with moderate confidence."), [f"{AT} mixed-estimate"]),
    ("both in one sentence, on its second line", body("With the sea\nunlikely to rise, our confidence is low."), [f"{HARBOUR}:31 mixed-estimate"]),
    ("both in two sentences", body("It is likely. Our confidence in that is high."), []),
    ("likelihood alone", body("It is very unlikely, or almost certain."), []),
    ("confidence alone", body("We say so with low-to-moderate confidence."), []),
    ("confidence in somebody", body("It is likely that confidence in the Board fell."), []),
    ("a highly likely event with high confidence", body("It is Highly Likely, High Confidence."), [f"{AT} mixed-estimate"]),
    ("an even chance with a confidence", body("There is a roughly even chance; we have medium confidence."), [f"{AT} mixed-estimate"]),
    ("both in a reason", swap(HARBOUR, "It took decades", "It will probably take decades, with low confidence"), [f"{HARBOUR}:16 mixed-estimate"]),
    ("both in a note", swap(SLOWS, "All four go back to one assessment;", "It is likely, with high confidence, that all go back to one assessment;"), [f"{SLOWS}:55 mixed-estimate"]),
    ("likelihood in a statement", state("The harbour will probably silt up again."), [f"{HARBOUR}:14 estimate-in-statement"]),
    ("confidence in a statement", state("We have high confidence that the harbour silts up."), [f"{HARBOUR}:14 estimate-in-statement"]),
    ("both in a statement", state("With high confidence it is likely that it silts up."), [f"{HARBOUR}:14 estimate-in-statement", f"{HARBOUR}:14 mixed-estimate"]),
    ("a word that only begins alike", state("The likelihood of silt has never been told."), []),
    ("a remote place", state("A remote harbour silts up within a year."), []),
    ("a remote chance", state("There is a remote chance that it silts up."), [f"{HARBOUR}:14 estimate-in-statement"]),
    ("a chance that is remote", state("The chance is remote that silt comes back."), [f"{HARBOUR}:14 estimate-in-statement"]),
    ("a brief in another language", both(swap(FERRY, "language: en", "language: de"), swap(FERRY, "The line's own figure is too high.", "It is likely.")), []),
]
# fmt: on


@pytest.mark.parametrize(
    ("edit", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE]
)
def test_likelihood_and_confidence_are_kept_apart(
    edit: Edit, expected: list[str], project: Path
) -> None:
    """Each sentence and statement that does not is named at its line."""
    edit(project)
    library, _ = assemble(read_data_files(project))
    assert sorted(map(show, check_estimates(library))) == expected
