"""What stays on one line, how a computation is printed, and what a list says of a brief."""

import re

import pytest

from generator.pages.computations import show_expression
from generator.pages.dates import keep_dates_whole, show_date
from generator.records.edtf import parse_edtf


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("9 Jan 2025", "9~Jan~2025"),
        ("c. Jan 2025", "c.~Jan~2025"),
        ("24 Feb 2022 – 12 Jun 2025", "24~Feb~2022~– 12~Jun~2025"),
        ("by 19 December 2025 it stood", "by 19~December 2025 it stood"),
        ("about January 2025", "about January 2025"),
        ("2024 Janus and 31 marches", "2024 Janus and 31 marches"),
    ],
)
def test_no_line_end_takes_a_date_apart(text: str, shown: str) -> None:
    """A tilde stands for a space that does not break."""
    assert keep_dates_whole(text) == shown.replace("~", "\N{NO-BREAK SPACE}")


def test_a_date_in_a_table_may_break_only_between_its_ends() -> None:
    """The dash between two dates ends a line and begins none."""
    shown = re.sub("<[^>]+>", "", show_date(parse_edtf("2022-02-24/2025-06-12"), "short"))
    assert shown.split(" ") == ["24\xa0Feb\xa02022\xa0–", "12\xa0Jun\xa02025"]


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("360010 - 106720", "360,010 − 106,720"),
        ("593 / 31 - 27.96", "593 ÷ 31 − 27.96"),
        ("117220.2431 - 116685.9791", "117,220.2431 − 116,685.9791"),
    ],
)
def test_a_computation_is_printed_as_people_write_it(written: str, printed: str) -> None:
    """Signs and groups of digits are set; digits behind a point are left alone."""
    assert show_expression(written) == printed


def test_a_figure_in_a_list_of_briefs_leads_to_its_observation(pages: dict[str, str]) -> None:
    """The answer is quoted without its notes, and none of its figures stands without a proof."""
    listed = pages["briefs/index.md"]
    assert "[^" not in listed
    assert re.search(r'class="bw-fig" href="\.\./metrics/[a-z0-9-]+/#obs-[a-z0-9-]+"', listed)
