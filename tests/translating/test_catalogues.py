"""The catalogues of the site's words: complete, and faithful to what they translate."""

import re

import pytest
from babel.messages.catalog import Message

from generator.speech import ENGLISH, known_languages, read_catalogue
from translating.__main__ import render_catalogue
from translating.messages import collect_messages
from translating.theme_words import WORDS, render_theme_words

LANGUAGES = [language for language in known_languages() if language != ENGLISH]
PLACE = re.compile(r"%\(\w+\)s|%%|\{\w+\}")
TAG = re.compile(r"<[^<>]+>|\]\([^()]*\([^()]*\)s\)")
NUMBER = "%(number)s"


def forms_of(message: Message) -> list[str]:
    """The translations of a message: one, or one for each plural form."""
    return [message.string] if isinstance(message.string, str) else list(message.string or ())


def originals_of(message: Message) -> list[str]:
    """What is translated: one text, or that for one and that for many."""
    return [message.id] if isinstance(message.id, str) else list(message.id)


def test_ukrainian_is_among_the_languages() -> None:
    """Else the tests below would pass for want of anything to look at."""
    assert "uk" in LANGUAGES


def test_messages_are_found_wherever_they_are_written() -> None:
    """In code, within an f-string, in a page template, in the theme."""
    found = {message.id for message in collect_messages()}
    assert {"computed: %(sum)s", "Evidence up to", "Skip to content"} <= found
    assert ("article", "articles") in found


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_missing_or_left_over(language: str) -> None:
    """`make words` would change nothing."""
    written = (read_text(language), render_catalogue(language, collect_messages()))
    assert written[0] == written[1]


def read_text(language: str) -> str:
    """A catalogue as it lies in the repository."""
    return (WORDS.parents[3] / "locale" / f"{language}.po").read_text("utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_translated(language: str) -> None:
    """In all its plural forms, and none only by guess."""
    catalogue = read_catalogue(language)
    for message in catalogue:
        if message.id:
            assert not message.fuzzy, message.id
            forms = forms_of(message)
            wanted = 1 if isinstance(message.id, str) else catalogue.num_plurals
            assert len(forms) == wanted, message.id
            assert all(form.strip() for form in forms), message.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_keeps_values_marks_and_spaces_at_its_ends(language: str) -> None:
    """A value that is lost is lost to the reader; only a number of one may be said in words."""
    for message in read_catalogue(language):
        if not message.id:
            continue
        many = originals_of(message)[-1]
        for form in forms_of(message):
            assert sorted(PLACE.findall(form)) == sorted(PLACE.findall(many)), message.id
            assert sorted(TAG.findall(form)) == sorted(TAG.findall(many)), message.id
            assert (form[:1] == " ", form[-1:] == " ") == (many[:1] == " ", many[-1:] == " ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_is_harmless_in_markdown_and_html(language: str) -> None:
    """It is placed as it stands: what the English has no mark for, it may not bring along."""
    for message in read_catalogue(language):
        if message.id:
            marks = set("".join(originals_of(message)))
            for form in forms_of(message):
                assert not (set(form) & set("<>&\"\\`*_[]{}|#~^$'")) - marks, message.id


def test_the_theme_has_the_words_of_the_catalogues() -> None:
    """`make words` would change nothing."""
    assert WORDS.read_text("utf-8") == render_theme_words()
