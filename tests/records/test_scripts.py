"""Words that mix scripts of look-alike letters, and those that may."""

from __future__ import annotations

import pytest

from generator.records.characters import find_text_faults
from generator.records.scripts import find_mixed_words


@pytest.mark.parametrize(
    ("text", "word", "strangers"),
    [
        ("the p\u0430yp\u0430l", "p\u0430yp\u0430l", [(2, "Cyrillic"), (5, "Cyrillic")]),
        ("п" + "a" + "роль", "п" + "a" + "роль", [(2, "Latin")]),
        ("\u03a1utin said", "\u03a1utin", [(1, "Greek")]),
        ("\u0421300B", "\u0421300B", [(5, "Latin")]),
        ("T\u0430rg\u0435t-1", "T\u0430rg\u0435t", [(2, "Cyrillic"), (5, "Cyrillic")]),
        ("\u0570ello", "\u0570ello", [(1, "Armenian")]),
        ("\u13aabc", "\u13aabc", [(1, "Cherokee")]),
        ("p\u03b1ypal", "p\u03b1ypal", [(2, "Greek")]),
        ("stra\u03b2e", "stra\u03b2e", [(5, "Greek")]),
        ("g\u03bf\u03bfgle", "g\u03bf\u03bfgle", [(2, "Greek"), (3, "Greek")]),
        ("\uff21\u0430\uff22", "\uff21\u0430\uff22", [(2, "Cyrillic")]),
        ("за\u0301мoк", "за\u0301мoк", [(5, "Latin")]),
        ("Мо\u03c3ква", "Мо\u03c3ква", [(3, "Greek")]),
    ],
    ids=ascii,
)  # fmt: skip
def test_a_mixed_word_is_found_with_the_letters_that_are_strange(
    text: str, word: str, strangers: list[tuple[int, str]]
) -> None:
    """Their place in the word, from 1, and their script."""
    (mixed,) = find_mixed_words(text)
    assert (mixed.word, mixed.start) == (word, text.index(word))
    assert [(place, script) for place, _, script in mixed.strangers] == strangers
    (fault,) = find_text_faults(text)
    assert (fault.rule, fault.start) == ("mixed-script", mixed.start)
    for _, letter, script in mixed.strangers:
        assert f"U+{ord(letter):04X}" in fault.said
        assert script in fault.said


@pytest.mark.parametrize(
    "text",
    [
        *("IT-армія", "3D-модель", "µm", "μm", "Ωm", "Δt", "Т-72", "T-72", "С-300В4"),
        *("YouTube’ом", "SIM\u2011карта", "e-пошта", "A/Б", "10x20см", "x_\u0445", "5G", "хₐ"),
        *("الNATO", "הNATO", "ABC放送", "Tシャツ", "ａｂｃabc", "KBS뉴스", "ไทยTV", "ქართTV"),
    ],
)  # fmt: skip
def test_words_that_mix_nothing_deceptive_are_sound(text: str) -> None:
    """Parts with a hyphen between them, signs of quantities, and scripts that nobody mistakes."""
    assert list(find_mixed_words(text)) == []
