"""Lines on a picture: they fit, say all that fits, and never hold what the face can't draw."""

import pytest

from generator.pages.typesetting import ELLIPSIS, Face

FACE = Face(dict.fromkeys("abcdefgh .," + ELLIPSIS, 0.5))
"""Every character is half as wide as the size."""


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("abc def", ["abc def"]),
        ("abc defg", ["abc", "defg"]),
        ("abcdefghab", ["abcdefg", "hab"]),
        ("a abcdefgh", ["a", "abcdefg", "h"]),
        ("", []),
    ],
)
def test_lines_break_between_words_and_within_what_no_line_holds(
    text: str, lines: list[str]
) -> None:
    """Seven characters of size 10 fit into 37."""
    assert FACE.break_lines(text, 10, 37) == lines


@pytest.mark.parametrize(
    ("text", "most", "lines"),
    [
        ("abc def gh", 2, ["abc def", "gh"]),
        ("abc def, gh", 1, ["abc" + ELLIPSIS]),
        ("abc ab, cd gh", 1, ["abc ab" + ELLIPSIS]),
        ("abcdefghabc", 1, ["abcdef" + ELLIPSIS]),
    ],
)
def test_too_many_lines_end_with_an_ellipsis(text: str, most: int, lines: list[str]) -> None:
    """Where words end, if they do, and without a comma in front."""
    assert FACE.fit(text, 10, 37, most) == lines


def test_a_text_that_lacks_a_character_can_not_be_drawn() -> None:
    """One is enough."""
    assert FACE.can_draw("abc")
    assert not FACE.can_draw("abx")
