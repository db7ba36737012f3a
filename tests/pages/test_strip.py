"""Values on one axis: where they stand, what is written above them, and what is left off."""

import re
from decimal import Decimal

import pytest

from generator.pages.strip import Look, StripValue, draw_strip


def _value(low: str, high: str = "", look: Look = Look.FOUND) -> StripValue:
    high = high or low
    label = low if low == high else f"{low}–{high}"
    return StripValue(Decimal(low), Decimal(high), label, look)


def _wide(*values: StripValue) -> str:
    return draw_strip(values).partition("</svg>")[0]


def _marks(drawing: str, look: Look) -> list[float]:
    group = re.findall(rf'<g class="{look}">(.*?)</g>', drawing)
    return [float(x) for part in group for x in re.findall(r'd="M(-?[\d.]+),', part)]


def test_values_stand_in_proportion_on_an_axis_from_nought() -> None:
    """Twice as much is twice as far from nought."""
    ten, twenty = _marks(_wide(_value("10"), _value("20")), Look.FOUND)
    nought = 12 - 5.2
    assert twenty - nought == pytest.approx(2 * (ten - nought), abs=0.2)


def test_a_range_is_drawn_from_end_to_end() -> None:
    """Two marks and a line, never a middle."""
    drawing = _wide(_value("10", "14"), _value("30"))
    assert len(_marks(drawing, Look.FOUND)) == 3
    assert re.search(r'<g class="bw-c-span"><line x1="\d', drawing)


def test_labels_that_would_run_together_are_one_from_lowest_to_highest() -> None:
    """The marks stay apart; a label of its own stays with a value that stands alone."""
    drawing = _wide(_value("18.9"), _value("19.0"), _value("19.1"), _value("2"))
    assert "18.9 to\N{NO-BREAK SPACE}19.1" in drawing
    assert ">2</text>" in drawing
    assert ">19.0<" not in drawing


def test_what_is_disputed_is_labelled_apart_from_the_rest() -> None:
    """A label from a disputed value to another would hide which is which."""
    drawing = _wide(_value("18.1", look=Look.OFF), _value("18.2"), _value("30"))
    assert '<text class="bw-signal"' in drawing
    assert " to\N{NO-BREAK SPACE}" not in drawing


def test_what_was_garbled_does_not_stretch_the_axis() -> None:
    """A misprint a thousand times too large would press all others together."""
    sound = (_value("10"), _value("20"))
    drawing = _wide(*sound, _value("20000", look=Look.CORRUPT))
    assert _marks(drawing, Look.FOUND) == _marks(_wide(*sound), Look.FOUND)
    assert not _marks(drawing, Look.CORRUPT)


def test_one_value_is_no_strip() -> None:
    """However many articles repeat it."""
    assert draw_strip([_value("9"), _value("9")]) == ""


def test_the_drawing_is_not_read_out() -> None:
    """The table below says the same."""
    drawing = draw_strip([_value("9"), _value("19")])
    assert drawing.count("<svg") == drawing.count('aria-hidden="true" focusable="false"') == 2
