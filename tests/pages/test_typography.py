"""What a contributor typed is set as a printer would; what a source said is not touched."""

import pytest

from generator.pages.typography import set_text


@pytest.mark.parametrize(
    ("language", "typed", "shown"),
    [
        ("en", "\"slowed to\" or 'by'? ISW's text", "“slowed to” or ‘by’? ISW’s text"),
        ("en-GB", "he said \"he said 'no'\"", "he said “he said ‘no’”"),
        ("uk", 'він сказав "так"', "він сказав «так»"),
        ("de", 'er sagte "ja"', "er sagte „ja“"),
        ("fr", 'il dit "oui"', "il dit «\u202foui\u202f»"),
        ("tlh", '"x"', "“x”"),
        ("en", "fast -- or slow", "fast\u00a0– or slow"),
        ("uk", "швидко -- чи ні", "швидко\u00a0— чи ні"),
        ("en", "2024--2025, a---b", "2024–2025, a—b"),
        ("en", "the option --strict, ----, ....", "the option --strict, ----, ...."),
        ("en", "and so on...", "and so on…"),
        ("en", "about 9 km² in 3 t", "about\u00a09\u00a0km² in 3\u00a0t"),
        ("en", "nine tonnes, 3 towns", "nine tonnes, 3 towns"),
        ("uk", "понад 5 млн", "понад\u00a05\u00a0млн"),
        ("en", "It’s “set” already – so…", "It’s “set” already\u00a0– so…"),
    ],
)
def test_signs_are_those_of_the_language(language: str, typed: str, shown: str) -> None:
    """Quotation marks, apostrophes, dashes, dots, and spaces at which no line ends."""
    assert set_text(typed, language) == shown
    assert set_text(shown, language) == shown
