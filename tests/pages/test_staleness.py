"""Shelf lives, in words."""

from generator.pages.staleness import word_shelf_life


def test_a_shelf_life_is_told_in_words() -> None:
    """`3 months` for `P3M`."""
    words = [word_shelf_life(text).replace("\N{NO-BREAK SPACE}", " ") for text in ("P1D", "P3M")]
    assert words == ["1 day", "3 months"]
