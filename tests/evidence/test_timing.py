"""When a figure is told of its own time: the dates of a sentence against a record's period."""

from __future__ import annotations

import pytest

from generator.evidence.findings import find_match
from generator.evidence.own_time import find_time_in_id, find_time_in_quote
from generator.evidence.timing import Phrase, find_wrong_date
from generator.phrases.dates import find_dates
from generator.phrases.quantities import find_quantities
from generator.records.edtf import parse_edtf
from generator.records.vocabulary import MetricKind
from tests.small import ARTICLE, RECORDS, figure, small_library

FLOW, STOCK = MetricKind.FLOW, MetricKind.STOCK
CATCH = "- {id: catch, name: Catch, description: Boats caught., unit: boats, kind: flow}\n"
SINCE_2022 = "2022-02-24/2024-12-31"


def find_wrong(text: str, period: str, kind: MetricKind = FLOW, number: str = "") -> str:
    """The words of the date that does not fit a figure of a text; empty if all is well."""
    quantities = find_quantities(text, "en")
    phrase = Phrase(text, quantities, find_dates(text, "en"))
    (quantity, *_) = (one for one in quantities if number in one.number.of(text))
    wrong = find_wrong_date(phrase, quantity, parse_edtf(period), kind)
    return wrong.span.of(text) if wrong is not None else ""


@pytest.mark.parametrize(
    ("text", "period", "expected"),
    [
        ("They landed 19 tonnes.", "2024-12", ""),
        ("In December it was 19 tonnes.", "2024-12", ""),
        ("In December 2024 it was 19 tonnes.", "2024-12", ""),
        ("In November it was 19 tonnes.", "2024-12", "November"),
        ("In November 2024 it was 19 tonnes.", "2024-12", "November 2024"),
        ("In December 2023 it was 19 tonnes.", "2024-12", "December 2023"),
        ("This winter it was 19 tonnes.", "2024-12", ""),
        ("In the winter of 2024 it was 19 tonnes.", "2024-12", ""),
        ("In the summer of 2024 it was 19 tonnes.", "2024-12", "summer of 2024"),
        ("In November, when it was cold, they landed 19 tonnes.", "2024-12", "November"),
    ],
)
def test_a_date_must_meet_the_period(text: str, period: str, expected: str) -> None:
    """Within the precision of both; a month without a year is one of any year."""
    assert find_wrong(text, period) == expected


@pytest.mark.parametrize(
    ("text", "period", "expected"),
    [
        ("In December 2024 it was 19 tonnes.", "2024", "December 2024"),
        ("In December it was 19 tonnes.", "2024", "December"),
        ("In the first half of 2024 it was 19 tonnes.", "2024", "first half of 2024"),
        ("In the first half of 2024 it was 19 tonnes.", "2024-01/2024-06", ""),
        ("It was 19 tonnes on 9 December 2024.", "2024-12", "9 December 2024"),
        ("It was 19 tonnes on 9 December 2024.", "2024-12-09", ""),
        ("It was 19 tonnes on 9 December 2024.", "2024-12~", ""),
        ("Between 2 and 30 December 2024 it was 19 tonnes.", "2024-12", ""),
        ("Between 9 and 30 December 2024 it was 19 tonnes.", "2024-12", "9 and 30 December 2024"),
        ("In 2024 it was 19 tonnes.", "2024-12", ""),
    ],
)
def test_a_sum_of_a_long_time_is_none_of_a_part_of_it(
    text: str, period: str, expected: str
) -> None:
    """A year's total is not that of its December; of a rough period no part is known."""
    assert find_wrong(text, period) == expected


@pytest.mark.parametrize(
    ("text", "period", "expected"),
    [
        ("In November 2024 they landed 19 tonnes.", "2024-12~", ""),
        ("In September 2024 they landed 19 tonnes.", "2024-12~", "September 2024"),
        ("In January 2025 they landed 19 tonnes.", "2024-12~", ""),
        ("In February 2025 they landed 19 tonnes.", "2024-12~", "February 2025"),
        ("Since March 2024 they landed 19 tonnes.", "2024-12", ""),
        ("Since March 2025 they landed 19 tonnes.", "2024-12", "March 2025"),
    ],
)
def test_a_rough_date_may_lie_off_by_a_month(text: str, period: str, expected: str) -> None:
    """“About December” may have been November; “since” has an end that nobody knows."""
    assert find_wrong(text, period) == expected


@pytest.mark.parametrize(
    ("text", "period", "expected"),
    [
        ("There were 900 boats at the end of 2024.", "2024-12-31", ""),
        ("There were 900 boats as of 1 January 2025.", SINCE_2022, ""),
        ("There were 900 boats by 20 January 2025.", SINCE_2022, "20 January 2025"),
        ("There were 900 boats by November 2024.", SINCE_2022, "November 2024"),
        ("There were 900 boats since February 2022.", SINCE_2022, ""),
        ("There were 900 boats since January 2025.", SINCE_2022, "January 2025"),
        ("In 2023, 900 boats were lost.", SINCE_2022, "2023"),
        ("There were 900 boats as of 20 December 2024.", "2024-12-01", ""),
        ("There were 900 boats as of 1 March 2025.", "2024-12-01", "1 March 2025"),
    ],
)
def test_a_running_total_is_told_as_of_its_end(text: str, period: str, expected: str) -> None:
    """Or as of a day of the week after; one of a day holds for the weeks that follow."""
    assert find_wrong(text, period, STOCK) == expected


@pytest.mark.parametrize(
    ("number", "period", "expected"),
    [
        ("27", "2024-11", ""),
        ("27", "2024-12", "November 2024"),
        ("19", "2024-12", ""),
        ("19", "2024-11", "December 2024"),
    ],
)
def test_a_date_belongs_to_the_number_nearest_to_it(
    number: str, period: str, expected: str
) -> None:
    """And rather to one in its own half of the sentence, so that each can have its own."""
    text = "It was 27 tonnes in November 2024 and 19 tonnes in December 2024."
    assert find_wrong(text, period, number=number) == expected
    text = "It was 27 tonnes of cod in November 2024 and 19 tonnes in December 2024."
    assert find_wrong(text, period, number=number) == expected
    text = "It had 27 dead and wounded in November 2024 and 19 dead and wounded in December 2024."
    assert find_wrong(text, period, number=number) == expected
    text = "In a cold November 2024 the boats brought 27 tonnes, and 19 tonnes in December 2024."
    assert find_wrong(text, period, number=number) == expected


@pytest.mark.parametrize(("period", "expected"), [("2024-12", ""), ("2024-11", "December 2024")])
def test_a_leading_date_is_that_of_every_number_without_one(period: str, expected: str) -> None:
    """“In December it was 19 a day, or 600 a month”: both are of December."""
    text = "In December 2024 it was 19 tonnes a day, or 600 tonnes a month."
    assert find_wrong(text, period, number="600") == expected


def test_a_date_that_names_both_ends_counts_for_more_than_a_beginning() -> None:
    """“Since 2022” fits nearly every figure, so that it would hide what does not."""
    text = "Since 2022 they landed 19 tonnes in December 2024 alone and 27 tonnes after."
    assert find_wrong(text, "2024-12", number="19") == ""
    assert find_wrong(text, "2024-11", number="19") == "December 2024"


def test_a_date_in_the_number_s_own_clause_counts_for_more_than_another() -> None:
    """Unless it is the only number, which may have any date of its sentence."""
    text = "Unlike November 2024, they landed 19 tonnes in December 2024"
    assert find_wrong(f"{text}.", "2024-11") == ""
    assert find_wrong(f"{text} and 27 tonnes before.", "2024-11", number="19") == "December 2024"


def test_another_date_may_be_meant_for_the_only_number() -> None:
    """A date far from it fits, and no other number has it."""
    text = "They landed 19 tonnes, unlike November 2023, in a cold December 2024."
    assert find_wrong(text, "2024-12") == ""
    assert find_wrong(text, "2024-10") == "November 2023"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Gazette said on 3 February 2025 that 19 tonnes were landed.", ""),
        ("On 3 February 2025 the Gazette reported 19 tonnes.", ""),
        ("On 3 February 2025 they landed 19 tonnes.", "3 February 2025"),
        ("On 3 February 2025 they landed, the Gazette said, 19 tonnes.", "3 February 2025"),
        ("The Gazette said on 3 November 2024 that 19 tonnes were landed.", "3 November 2024"),
    ],
)
def test_the_day_of_a_report_is_no_date_of_its_figure(text: str, expected: str) -> None:
    """If a word of reporting stands in its clause, and the day is later than the period."""
    assert find_wrong(text, "2024-12") == expected


@pytest.mark.parametrize(
    ("id", "period", "expected"),
    [
        ("rate-2024-12-isw", "2024-12", ""),
        ("rate-2024-12-isw", "2024-11", "2024-12"),
        ("rate-2024-12-isw", "2024", ""),
        ("rate-2024-isw", "2024-12", ""),
        ("rate-2023-isw", "2024-12", "2023"),
        ("rate-2024-12-09-isw", "2024-12-09", ""),
        ("rate-2024-12-09-isw", "2024-12-10", "2024-12-09"),
        ("rate-2024-25", "2024-10/2025-02", ""),
        ("rate-2024-h1", "2024-01/2024-06", ""),
        ("rate-2024-h1", "2024-07/2024-12", "2024-01/2024-06"),
        ("rate-2024-h1", "2024-03", "2024-01/2024-06"),
        ("rate-2024-q3", "2024-07/2024-09", ""),
        ("rate-2024-q3", "2024-04/2024-06", "2024-07/2024-09"),
        ("rate-2023-to-2024", "2024-01", ""),
        ("rate-2024-h1", "2024-01/2024-07", "2024-01/2024-06"),
        ("rate-2024-h1", "2024-01-01/2024-06-30", ""),
        ("sum-2024-to-10-07", "2024-01-01/2024-10-07", ""),
        ("sum-2024-to-10-07", "2024-01-01/2024-11-07", "2024/2024-10-07"),
        ("sum-2024-to-10", "2024-01-01/2024-10~", ""),
        ("sum-2024-09-to-11", "2024-09/2024-11", ""),
        ("sum-2024-09-to-11", "2024-09/2024-12", "2024-09/2024-11"),
        ("sum-2024-09-to-11", "2024-08/2024-11", "2024-09/2024-11"),
        ("sum-2024-11-01-to-26", "2024-11-01/2024-11-26", ""),
        ("sum-2024-11-01-to-26", "2024-11-01/2024-12-26", "2024-11-01/2024-11-26"),
        ("sum-2024-11-01-to-12-03", "2024-11-01/2024-12-03", ""),
        ("sum-2024-12-31-to-2025-01-13", "2024-12-31/2025-01-13", ""),
        ("sum-2024-12-31-to-2025-01-13", "2024-12-31/2025-02-13", "2024-12-31/2025-01-13"),
        ("sum-2023-to-2025", "2023-01-01/2026-01-01", ""),
        ("total-2024-06-03", "2022-02-24/2024-06-03", ""),
        ("total-2024-06-03", "2022-02-24/2024-07-03", "2024-06-03"),
        ("total-2024-06", "2022-02-24/2024-06-03", ""),
        ("total-2023-06", "2022-02-24/2024-06-03", "2023-06"),
        ("total-since-2022-02-24", "2022-02-24/2024-06-03", ""),
        ("total-2023", "2022-02-24/2024-06-03", ""),
        ("rate-12024", "2023", ""),
        ("rate", "2023", ""),
    ],
)
def test_an_id_names_no_other_time(id: str, period: str, expected: str) -> None:
    """A year, half, quarter, month or day in it is that of the period; one of several is enough."""
    library = small_library(figure(id, period=period, value=1))
    assert str(find_time_in_id(library.observations[id]) or "") == expected


@pytest.mark.parametrize(
    ("quote", "period", "expected"),
    [
        ("nine boats in December 2023", "2023-12", ""),
        ("nine boats in December 2023", "2023-11", "December 2023"),
        ("nine boats in December", "2023-12", ""),
        ("nine boats in December", "2023-11", "December"),
        ("nine boats", "2023-11", ""),
        ("nine boats in the second half of 2023", "2023-07", "second half of 2023"),
        ("nine boats in the second half of 2023", "2023-07/2023-12", ""),
        ("nine boats in the second half of 2023", "2023-07-02/2023-12-30", ""),
        ("nine boats in the first half of 2024", "2024-01", ""),  # it had only begun
        ("nine boats in 2023", "2023-03/2023-05", ""),
        ("ten boats in November and nine in December", "2023-12", ""),
        ("ten boats in November and nine in December", "2023-11", "December"),
    ],
)
def test_a_period_is_that_of_the_quote(quote: str, period: str, expected: str) -> None:
    """A month of the quote's half year is too short for its sum; a spring's is said of a year."""
    head = ARTICLE.replace("some boats", quote)
    given = figure("x", value=9, period=period, metric="catch", waived=None)
    library = small_library(
        more={
            "data/metrics.yml": RECORDS["data/metrics.yml"] + CATCH,
            "data/articles/2024/a.yml": f"{head}observations:\n{given}",
        }
    )
    observation, article = library.observations["x"], library.articles["a"]
    match = find_match(observation, library)
    assert match.is_found
    assert find_time_in_quote(observation, match, article, library) == expected
