"""Which figures a brief uses."""

from generator.library.library import Library
from generator.pages.brief_figures import list_figures, number_figures


def test_figures_are_the_same_with_numbers_and_without(library: Library) -> None:
    """Lists of briefs count them without going through the texts, pages number them."""
    assert any(number_figures(brief) for brief in library.briefs.values())
    for brief in library.briefs.values():
        assert list_figures(brief) == set(number_figures(brief))
