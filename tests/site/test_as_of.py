"""The day from which a site speaks, and how the engine is told."""

import pytest

from generator.library.library import Library
from generator.pages.as_of import find_newest_date
from generator.records.article import Article
from generator.records.edtf import parse_edtf
from generator.site.build import choose_as_of
from generator.site.order import to_epoch


def _library(*issued: str) -> Library:
    fields = {"type": "article", "title": "A", "outlet": "north", "language": "en"}
    articles = {
        f"a{number}": Article.model_validate({**fields, "id": f"a{number}", "issued": date})
        for number, date in enumerate(issued)
    }
    return Library(articles=articles)


@pytest.mark.parametrize(
    ("issued", "newest"),
    [
        (["2024-03-05", "2023-12-31"], "2024-03-05"),
        (["2024-03-05", "2025"], "2025-01-01"),
        (["2024-03-05", "20XX"], "2024-03-05"),
        (["2024-03-05", "2024-01/.."], "2024-03-05"),
        (["../2024-03-05"], "2000-01-01"),
        ([], "2000-01-01"),
    ],
)
def test_the_newest_record_counts_by_the_day_it_certainly_reached(
    issued: list[str], newest: str
) -> None:
    """An inexact date does not make the site speak from a day that may not have come."""
    assert find_newest_date(_library(*issued)).text == newest


def test_a_day_that_is_given_goes_before_the_epoch_and_the_epoch_before_the_records() -> None:
    """The build can be repeated by either."""
    library, given = _library("2024-03-05"), parse_edtf("2031-05-06")
    epoch = {"SOURCE_DATE_EPOCH": "1735689600"}
    assert choose_as_of(given, epoch, library) == given
    assert choose_as_of(None, epoch, library).text == "2025-01-01"
    assert choose_as_of(None, {"SOURCE_DATE_EPOCH": " "}, library).text == "2024-03-05"


@pytest.mark.parametrize("epoch", ["soon", "-1", "1e9", "253402300800", "9" * 20])
def test_an_epoch_that_no_day_has_is_said_to_be_none(epoch: str) -> None:
    """Too large a number is wrong usage like any other."""
    with pytest.raises(ValueError, match="SOURCE_DATE_EPOCH"):
        choose_as_of(None, {"SOURCE_DATE_EPOCH": epoch}, Library())


@pytest.mark.parametrize(
    ("day", "seconds"),
    [
        ("2025-01-01", 1735689600),
        ("1970-01-01", 0),
        ("1950-06-01", 0),
        ("9999-12-31", 253402214400),
    ],
)
def test_a_day_before_1970_is_stamped_as_the_first_that_can_be(day: str, seconds: int) -> None:
    """A site about the past builds."""
    assert to_epoch(parse_edtf(day)) == seconds
