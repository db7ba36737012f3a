"""The words by which a text says that several articles are one piece of evidence."""

from __future__ import annotations

import pytest

from generator.phrases.one_origin import tells_one_origin


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Three outlets have it, with one origin, the Institute."),
        ("en", "They print the same\nclaim."),
        ("en", "Both of these go back to the register."),
        ("en", "All four articles go back to one survey."),
        ("en", "It is the old count, and not a second source."),
        ("en", "The two are not independent of each other."),
        ("en-GB", "A single origin stands behind them."),
        ("uk", "Обидві статті мають одне джерело."),
        ("ru", "У всех статей один первоисточник."),
    ],
)
def test_a_text_says_that_there_is_one_origin(language: str, text: str) -> None:
    """In the language of the brief, however the lines are broken."""
    assert tells_one_origin(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Two outlets agree."),
        ("en", "They rest on one article."),
        ("en", "The origin is not known."),
        ("en", "A second count agrees with the first."),
        ("de", "The two have one origin."),
        ("uk", "Два джерела кажуть це."),
    ],
)
def test_other_words_do_not_say_so(language: str, text: str) -> None:
    """Nor does a language of which no words are known."""
    assert not tells_one_origin(text, language)
