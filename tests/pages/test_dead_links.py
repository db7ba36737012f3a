import re
from dataclasses import replace

import pytest

from generator.library.library import Library
from generator.pages.dead_links import describe_dead_links
from generator.records.article import Article
from generator.records.link import Link
from generator.speech import speaking

OWN = "https://tides.example/assessments/2024-02-10"
ARTICLE = "tide-2024-02-10-assessment"


def dead(url: str, status: str = "dead") -> Link:
    """An address as it stands on record."""
    reason = "refused" if status == "unknown" else "not-found"
    days = {"since": "2026-03-02", "looked-at": "2026-03-09"}
    return Link.model_validate({"url": url, "status": status, "reason": reason, **days})


def told(library: Library, article: Article, *links: Link) -> list[str]:
    """What its page says of its addresses."""
    known = replace(library, links={one.url: one for one in links})
    sentences = describe_dead_links(article, known)
    return [re.sub(r"</?time[^>]*>", "", one).replace("\xa0", " ") for one in sentences]


def test_a_dead_address_is_told_with_the_day_and_the_copy(library: Library) -> None:
    """So that a reader goes there at once."""
    article = library.articles[ARTICLE]
    copy = article.archive_url
    assert copy is not None
    (sentence,) = told(library, article, dead(OWN))
    assert sentence.startswith(
        "When its address was last looked at, on 9 March 2026, the page was gone;"
    )
    assert f'<a href="{copy}">' in sentence


def test_where_there_is_no_copy_or_none_any_more_that_is_told(library: Library) -> None:
    """A dead copy is not offered."""
    article = library.articles[ARTICLE]
    bare = article.model_copy(update={"archive_url": None})
    (sentence,) = told(library, bare, dead(OWN))
    assert sentence.endswith("no archived copy is on record.")
    own, copy = told(library, article, dead(OWN), dead(article.archive_url or ""))
    assert own.endswith("no archived copy is on record.")
    assert copy == "When the archived copy was last looked at, on 9 March 2026, it was gone."


@pytest.mark.parametrize("status", ["missed", "unknown"])
def test_what_is_not_dead_is_not_told(library: Library, status: str) -> None:
    """Readers can go and see."""
    assert not told(library, library.articles[ARTICLE], dead(OWN, status))


def test_it_is_told_in_the_language_of_the_page(library: Library) -> None:
    """Ukrainian has its words."""
    with speaking("uk"):
        (sentence,) = told(library, library.articles[ARTICLE], dead(OWN))
    assert sentence.startswith("Коли востаннє перевіряли адресу (9 березня 2026")
