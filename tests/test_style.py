"""The page on style: its words are the code's, and its examples get what the page says they get."""

import re
from pathlib import Path

import pytest

from generator.catalogue import RULES
from generator.records.vocabulary import LIKELIHOOD_PERCENT, Confidence
from tests.test_examples import PATHS, check, write_examples

PAGE = (Path(__file__).parent.parent / "docs" / "style.md").read_text("utf-8")
ROWS = re.findall(r"(?m)^\| `([^`]+)` \| `([^`]+)` \| \[([\w-]+)\]", PAGE)
FIGURE, ARTICLE = "advance-2024-12-institute-gazette", "example-gazette-2025-01-10-advance"
OF_MARKS = frozenset(["unmarked-brief", "unrecorded-change"])


def find_rules(sentence: str) -> set[str]:
    """The rules that a sentence breaks, as the prose of the example of a brief."""
    files = write_examples()
    front, _, _ = files[PATHS["brief"]].rpartition("\n---\n")
    written = sentence.replace("obs:…", f"obs:{FIGURE}").replace("@…", f"@{ARTICLE}, pace")
    files[PATHS["brief"]] = f"{front}\n---\n\n{written}\n"
    return {issue.rule.id for issue in check(files)} - OF_MARKS


@pytest.mark.parametrize(("good", "bad", "rule"), ROWS, ids=[bad for _, bad, _ in ROWS])
def test_each_line_gets_what_the_page_says(good: str, bad: str, rule: str) -> None:
    """The left one passes, the middle one breaks the rule on the right."""
    assert find_rules(good) == set()
    assert find_rules(bad) == {rule}


def test_there_are_lines_for_what_matters_most() -> None:
    """Limit, number, unit, time, change, source, who said it, how likely."""
    assert len(ROWS) == PAGE.count("](reference/rules/")
    assert {rule for _, _, rule in ROWS} <= RULES.keys()
    assert len({rule for _, _, rule in ROWS}) >= 8


def test_the_words_of_likelihood_and_confidence_are_those_of_the_records() -> None:
    """With the ranges that a brief's page shows."""
    rows = [
        f"| {word.value.replace('-', ' ')} | {low}–{high}% |"
        for word, (low, high) in LIKELIHOOD_PERCENT.items()
    ]
    assert "\n".join(rows) in PAGE
    assert all(f"- **{word.value.capitalize()}**: " in PAGE for word in Confidence)
