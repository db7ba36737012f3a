"""Characters that no text may hold, or in company only; and sound texts of many languages."""

from __future__ import annotations

import string
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.records.characters import find_invisible, find_text_faults

SOUND = [
    # Arabic with vowel signs, direction marks; Persian with its non-joiner; Urdu; a kept form.
    "مُحَمَّدٌ رَسُولُ",
    "العبّارة\u200f (2024) \u200eleft\u061c",
    "می\u200cخواهم کتاب\u200cها ۲۰\u200cساله PDF\u200cها",
    "۱۴۰۳ ه\u200d.ش",
    "الـFBI والNATO",
    # Hebrew with points and accents, in their normal order; a prefix before a Latin name.
    unicodedata.normalize("NFC", "בְּרֵאשִׁ֖ית בָּרָ֣א אֱלֹהִ֑ים אֵ֥ת הַשָּׁמַ֖יִם וְאֵ֥ת הָאָֽרֶץ׃"),
    "ב-NATO וב\u05beEU הNATO",
    # Cyrillic: hyphenated compounds, designations, stress, the apostrophe as a letter.
    "IT-армія, 3D-модель, Т-72, Х-101, С-300В4, Су-34М, Т-72B3, USB\u2011кабель, п'ять, памʼять",
    "за\u0301мок і замо\u0301к, 10x20см, №5, iPhone’ом, PDF/ДСТУ",
    # Greek letters beside Latin ones, as signs of quantities.
    "µm μm Ωm kΩm Δt TNFα NFκB βHCG λx σₓ cosθ Ωм",
    "Ὁμήρου Ἰλιάς, Ελλάδα",
    # Indic scripts with joiners, and South-East Asian ones with stacks of marks.
    "हिन्दी क्\u200dष श्री\u200cमान",
    "ক্\u200cষ র\u200c্য",
    "ശ്രീ അവന്\u200d",
    "ශ්\u200dරී ලංකා",
    "ภาษาไทยน้ำที่ผู้",
    "လျှို့ဝှက်",
    "བསྒྲུབས",
    "ខ្មែរ",
    "ᠮᠣᠩᠭᠣᠯ\u180b",
    # East Asian texts, with Latin words and full-width signs in them.
    "中文ABC漢字\U000e0100、辻\ufe00",
    "日本語のＡＢＣとabcカタカナ、ﾊﾝｶｸ",
    "한국어 KBS뉴스",
    # Vietnamese, Turkish, Armenian, Georgian, Czech.
    "Tiếng Việt, İstanbul ışık, Հայերեն, ქართული, příliš žluťoučký",
    # Emoji: families, skin tones, hearts, keycaps, flags.
    "👩\u200d👩\u200d👧\u200d👦 👍🏽 👩🏽\u200d🚀 ❤\ufe0f\u200d🔥 🏳\ufe0f\u200d🌈 🏴\u200d☠\ufe0f",
    "👁\ufe0f\u200d🗨\ufe0f 1\ufe0f⃣ #\ufe0f⃣ ©\ufe0f ℹ\ufe0f 🇺🇦",
    *(
        "\U0001f3f4" + "".join(chr(0xE0000 + ord(sign)) for sign in code) + "\U000e007f"
        for code in ("gbeng", "gbsct", "gbwls", "usca")
    ),
    "\ttab and\nline",
    "H₂O, m², 5′, 10 %, “quoted” — and so on… naïve café",
]
"""Texts with which nothing is wrong, each in normal form C."""

HIDDEN = [
    *map(chr, (0x00, 0x07, 0x0B, 0x1B, 0x7F, 0x85, 0x9F)),
    *map(chr, (0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069)),
    *map(chr, (0xAD, 0x34F, 0x180E, 0x200B, 0x2028, 0x2029, 0x2060, 0x2064, 0x206A, 0x206F)),
    *map(chr, (0x115F, 0x1160, 0x3164, 0xFFA0, 0xFEFF, 0xFFF9, 0xFFFA, 0xFFFB)),
    *map(chr, (0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF, 0xD800, 0xDFFF)),
    *map(chr, (0xE0000, 0xE0001, 0xE0020, 0xE0041, 0xE007F, 0x17B4, 0x1D173)),
]
"""What no text may hold anywhere."""

LONELY = ["\u200c", "\u200d", "\ufe00", "\ufe0f", "\U000e0100", "\U000e01ef", "\u180b"]
"""What has no meaning among Latin and Cyrillic letters, nor at either end of a text."""


def rules(text: str) -> list[tuple[str, int]]:
    """The rule and place of each fault."""
    return [(fault.rule, fault.start) for fault in find_text_faults(text)]


@pytest.mark.parametrize("text", SOUND)
def test_texts_of_every_language_are_sound(text: str) -> None:
    """With the marks, joiners and variants that belong to them."""
    assert unicodedata.is_normalized("NFC", text)
    assert rules(text) == []


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(SOUND), min_size=1, max_size=5))
def test_sound_texts_stay_sound_side_by_side(texts: list[str]) -> None:
    """What one of them needs is no fault of another."""
    assert rules(" ".join(texts)) == []


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.sampled_from(SOUND), st.sampled_from(HIDDEN), st.data())
def test_a_hidden_character_is_found_wherever_it_is_put(
    text: str, sign: str, data: st.DataObject
) -> None:
    """At its place; if it parts a joiner or a flag, at what is left of that."""
    place = data.draw(st.integers(0, len(text)))
    broken = text[:place] + sign + text[place:]
    hidden = [start for rule, start in rules(broken) if rule == "hidden-character"]
    assert hidden
    assert hidden[0] <= place
    found = find_invisible(broken)
    assert found is not None
    assert found.rule == "hidden-character"


@pytest.mark.parametrize("sign", HIDDEN + LONELY, ids=lambda sign: f"U+{ord(sign):04X}")
@pytest.mark.parametrize(("before", "after"), [("ab", "cd"), ("об", "ва"), ("", "x"), ("x", "")])
def test_what_is_invisible_is_named_at_its_place(sign: str, before: str, after: str) -> None:
    """By its code, in a message that can be printed."""
    (fault,) = find_text_faults(f"{before}{sign}{after}")
    assert (fault.rule, fault.start) == ("hidden-character", len(before))
    assert f"U+{ord(sign):04X}" in fault.said
    assert fault.said.isprintable()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("👩\u200dx", 1),
        ("x\u200d👩", 1),
        ("👩\u200d\u200d👩", 1),
        ("می\u200c\u200cخواهم", 2),
        ("می\u200c", 2),
        ("می\u200cabc", 2),
        ("❤\ufe0f\ufe0f", 2),
        ("a\ufe0f", 1),
        (" \ufe0f", 1),
        ("ア\U000e0100", 1),
        ("\U0001f3f4\U000e0067\U000e0062", 1),
        ("x\U000e0067\U000e0062\U000e0065\U000e007f", 1),
        ("🏳\U000e0067\U000e0062\U000e0065\U000e006e\U000e007f", 1),
    ],
    ids=ascii,
)
def test_joiners_variants_and_tags_need_their_company(text: str, place: int) -> None:
    """One that joins or varies nothing is hidden."""
    assert rules(text) == [("hidden-character", place)]


@pytest.mark.parametrize("mark", ["\u0323", "\u20dd", "\u0489", "\u064e", "\u0e49"], ids=ascii)
def test_more_than_four_marks_on_a_letter_are_too_many(mark: str) -> None:
    """Of any one kind."""
    assert rules("q" + mark * 4) == []
    assert rules("q" + mark * 5) == [("hidden-character", 1)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("cafe\u0301", 3),
        ("e\u0301 first", 0),
        ("Київ і и\u0306од", 7),
        ("5 \u2126", 2),
        ("10 \u212b", 3),
        ("가" + unicodedata.normalize("NFD", "한"), 1),
        ("a\u0301\u0323", 0),
    ],
    ids=ascii,
)
def test_what_is_not_in_normal_form_is_found_where_it_begins(text: str, place: int) -> None:
    """At the letter to which its marks belong."""
    assert rules(text) == [("not-nfc", place)]


def test_a_text_and_its_normal_form_are_told_apart() -> None:
    """The message spells what stands there, the help what should."""
    (fault,) = find_text_faults("cafe\u0301")
    assert "U+0065 U+0301" in fault.said
    assert "U+00E9" in fault.help


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.text(max_size=60))
def test_any_text_is_judged_with_a_place_in_it(text: str) -> None:
    """No text is too odd, and ASCII without controls is always sound."""
    for fault in find_text_faults(text):
        assert 0 <= fault.start <= len(text)
        assert fault.said.isprintable()
        assert fault.help
    assert rules("".join(sign for sign in text if sign in string.printable[:95])) == []
