import pytest

from generator.library.library import Library
from generator.pages.names import (
    ARTICLE_TYPES,
    RELIABILITIES,
    SOURCE_KINDS,
    name_language,
    name_likelihood,
    name_place,
)
from generator.records.measure import PlaceName
from generator.records.vocabulary import ArticleType, Likelihood, Reliability, SourceKind

PLACES = Library(places={"ru-krs": PlaceName(id="ru-krs", name="Kursk Oblast")})


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("UA", "Ukraine"),
        ("UA+RU-KRS", "Ukraine and Kursk Oblast"),
        ("UA+RU+BY", "Ukraine, Russia and Belarus"),
        ("RU-BEL", "Russia (RU-BEL)"),
        ("ZQ", "ZQ"),
    ],
)
def test_a_place_has_a_name_or_stands_for_itself(code: str, name: str) -> None:
    """Countries by the locale's data, regions by ours, and no guess for the rest."""
    assert name_place(code, PLACES) == name


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("uk", "Ukrainian"),
        ("pt-BR", "Portuguese (Brazil)"),
        ("sr-Latn", "Serbian (Latin)"),
        ("qqx", "qqx"),
    ],
)
def test_a_language_has_a_name_or_stands_for_itself(tag: str, name: str) -> None:
    """Script and country stand behind the name in brackets."""
    assert name_language(tag) == name


def test_a_likelihood_comes_with_its_range() -> None:
    """ICD 203's word and per cents."""
    assert name_likelihood(Likelihood.ROUGHLY_EVEN_CHANCE) == ("Roughly even chance", "45–55%")


def test_every_word_of_the_closed_lists_has_a_name() -> None:
    """A word that is added to a list fails here and not on a page."""
    assert set(SOURCE_KINDS) == set(SourceKind)
    assert set(ARTICLE_TYPES) == set(ArticleType)
    assert set(RELIABILITIES) == set(Reliability)
