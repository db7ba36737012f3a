"""What is written of a drawing: numbers with an end, words that stay words, nothing superfluous."""

from __future__ import annotations

import math
from collections.abc import Callable
from xml.etree.ElementTree import fromstring

import pytest

from generator.pages.chart_shapes import SHAPES, draw_shape
from generator.pages.svg import (
    write_area,
    write_circle,
    write_group,
    write_lines,
    write_link,
    write_number,
    write_words,
)

HOSTILE = "</title></text><script>alert(1)</script>\"&'"


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (0, "0"),
        (-0.0, "0"),
        (-0.04, "0"),
        (3.0000000000882627, "3"),
        (25.049999999999972, "25"),
        (-12.75, "-12.8"),
        (960, "960"),
        (99_999.94, "99999.9"),
    ],
)
def test_a_number_has_one_decimal_at_most(number: float, written: str) -> None:
    """And no nought has a sign: the same place is written in one way."""
    assert write_number(number) == written


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf, 1e5, -1e22, 1e300])
def test_what_is_no_place_is_not_written(number: float) -> None:
    """Neither `nan` nor an exponent, which a browser would read as another number."""
    writings: tuple[Callable[[], str], ...] = (
        lambda: write_number(number),
        lambda: write_lines([(0, 0), (1, number)]),
        lambda: write_area(0, 0, 1, number),
        lambda: write_circle(number, 0, 1),
        lambda: draw_shape(SHAPES[3], 0, number, 5),
    )
    for write in writings:
        with pytest.raises(ValueError, match="is no place in a drawing"):
            write()


def test_words_of_a_record_stay_words() -> None:
    """Whatever stands in a label, or in the words or the address of a mark."""
    shape = write_circle(1, 2, 3)
    group = write_group("s0", [write_link(HOSTILE, HOSTILE, shape), write_words(1, 2, HOSTILE)])
    link, text = fromstring(group)  # noqa: S314 - ours
    assert (link.get("href"), link[0].text, text.text) == (HOSTILE, HOSTILE, HOSTILE)
    assert [one.tag for one in link] == ["title", "circle"]


def test_a_rectangle_may_be_given_by_any_two_corners() -> None:
    """A bar of a negative value hangs from nought."""
    assert write_area(5, 10, 1, 20) == write_area(1, 20, 5, 10) == '<path d="M1,10h4v10h-4Z"/>'


def test_a_group_of_nothing_is_left_out() -> None:
    """Its name says what it is, then how that stands."""
    assert write_group("s1 off", []) == ""
    assert write_group("s1 off", [write_words(0, 0, "x")]).startswith(
        '<g class="bw-c-s1 bw-c-off">'
    )


@pytest.mark.parametrize(
    ("index", "drawn"),
    [
        (1, '<circle cx="1" cy="2" r="5"/>'),
        (3, '<path transform="translate(1,2)" d="M0,-5.8L5.5,4L-5.5,4Z"/>'),
        (7, '<circle cx="1" cy="2" r="3"/>'),
    ],
)
def test_a_shape_is_as_large_as_the_marks_of_its_drawing(index: int, drawn: str) -> None:
    """The outline is that of the key."""
    assert draw_shape(SHAPES[index], 1, 2, 5) == drawn
