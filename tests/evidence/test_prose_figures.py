"""The figures of a brief's text one by one: what is a figure, what it rests on, where it stands."""

from __future__ import annotations

from fractions import Fraction

import pytest

from generator.evidence.prose_figures import TypedFigure, is_figure, is_result, judge_briefs
from generator.evidence.verdict import Verdict
from generator.phrases.quantities import find_quantities
from tests.small import ARTICLE, figure, small_library

NINE = figure("nine", value=9, waived=None)


def judge(prose: str, *figures: str, language: str = "en") -> list[TypedFigure]:
    """The figures of a brief, of which an article counts nine boats."""
    words = "nine boats were out"
    article = ARTICLE.replace("some boats", words).replace("language: en", f"language: {language}")
    given = f"{article}observations:\n{''.join(figures or (NINE,))}"
    library = small_library(prose=f"{prose}\n", more={"data/articles/2024/a.yml": given})
    return list(judge_briefs(library)["b"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was 3.", True),
        ("It was 3 reports.", True),
        ("There were three reports.", False),
        ("There were three soldiers.", True),
        ("There was one soldier left.", False),
        ("It weighed three tonnes.", True),
        ("It took three years.", False),
        ("It took three days.", False),
        ("There were two hundred reports.", True),
        ("They lost seven boats a day.", True),
        ("They lost half of it.", False),
        ("They lost about half of it.", True),
        ("They lost a third of it.", True),
    ],
)
def test_small_counts_and_times_in_words_are_no_figures(text: str, expected: bool) -> None:
    """Digits always are; words are if they measure, count people, or are large."""
    (quantity,) = find_quantities(text, "en") or [None]
    assert (quantity is not None and is_figure(quantity, "en")) is expected


@pytest.mark.parametrize(
    ("text", "result", "expected"),
    [
        ("27.1", "840/31", True),
        ("27.10", "840/31", True),
        ("27.09", "840/31", False),
        ("27", "840/31", True),
        ("28", "840/31", False),
        ("about 30", "840/31", False),
        ("about 1,500", "1523", True),
        ("1,500", "1523", False),
        ("1.5 thousand", "1523", True),
        ("9", "-9", True),
        ("It was a third of all.", "279/840", True),
        ("It was a third of all.", "33", True),
        ("It was a third of all.", "36", False),
        ("two fifths", "279/840", False),
        ("26 to 28", "27", False),
    ],
)
def test_a_result_is_right_to_the_digits_given(text: str, result: str, expected: bool) -> None:
    """Half a unit of the last digit; further off only with “about”; of a part, one in a hundred."""
    (quantity,) = find_quantities(text, "en")
    assert is_result(quantity, Fraction(result)) is expected


@pytest.mark.parametrize(
    ("prose", "verdict"),
    [
        ("There were [nine](obs:nine).", Verdict.CHECKED_IN_QUOTE),
        ("There were nine boats [@a].", Verdict.CHECKED_IN_QUOTE),
        ("There were [ten](obs:nine).", Verdict.FAILED),
        ("There were 11 boats [@a].", Verdict.FAILED),
        ("There were 11.", Verdict.FAILED),
        ("## All 9 boats\n\nSee [it](obs:nine).", Verdict.CHECKED_IN_QUOTE),
        ("## All 11 boats\n\nSee [it](obs:nine).", Verdict.FAILED),
        ('Twice that is [18](calc: "nine * 2").', Verdict.COMPUTED),
        ('Twice that is [19](calc: "nine * 2").', Verdict.FAILED),
        ('Twice that is [a lot](calc: "nine * 2").', Verdict.NOT_CHECKED),
        ('There were [11](waived: "so it is").', Verdict.WAIVED),
    ],
)
def test_a_figure_has_the_verdict_of_what_it_rests_on(prose: str, verdict: Verdict) -> None:
    """One for each figure, so that they add up."""
    (found,) = judge(prose)
    assert found.verdict is verdict


def test_a_figure_stands_at_its_link_or_at_its_number() -> None:
    """So that an editor opens the right column."""
    linked, bare = judge("There were at last [some nine boats](obs:nine), and 11.")
    assert (linked.location.line, linked.location.column) == (12, 20)
    assert (bare.location.line, bare.location.column) == (12, 53)


def test_a_link_takes_on_the_verdict_of_its_figure() -> None:
    """A brief cannot be surer than the record: of a waived or failed one it says so."""
    waived = figure("nine", value=8, waived="Read off a picture.")
    (found,) = judge("There were [8 boats](obs:nine).", waived)
    assert (found.verdict, found.grounds.reason) == (Verdict.WAIVED, "Read off a picture.")
    (found,) = judge("There were [9 boats](obs:nine).", figure("nine", value=8, waived=None))
    assert (found.verdict, found.grounds.mismatches) == (Verdict.FAILED, ())


def test_a_cited_figure_names_the_article_and_a_title_the_observation() -> None:
    """For the page that shows what it rests on."""
    (cited,) = judge("There were nine boats [@a].")
    assert (cited.grounds.article, cited.grounds.observation) == ("a", "")
    (title,) = judge("## The nine boats\n\nSee [it](obs:nine).")
    assert (title.grounds.article, title.grounds.observation) == ("", "nine")


def test_an_unsourced_figure_is_told_what_its_citation_has() -> None:
    """Most often a digit is wrong."""
    (found,) = judge("There were 11 boats [@a].")
    assert found.grounds.is_unsourced
    assert found.grounds.near == "nine"


def test_the_words_of_a_change_are_shown_with_by_or_to() -> None:
    """Of “nine” against “nine” nobody would see the difference."""
    level = figure("nine", value=9, waived=None)
    (found,) = judge("The fleet shrank by [nine boats](obs:nine).", level)
    (mismatch,) = found.grounds.mismatches
    assert (mismatch.drift.value, mismatch.said) == ("level-for-change", "shrank by nine")
