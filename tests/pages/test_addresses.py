"""A host in other letters than a-z is shown in ASCII too, on every page that names it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest

from generator.library.library import Library
from generator.pages.citations import cite_article
from generator.pages.site_pages import render_pages
from generator.reading.prose import read_prose
from generator.records.edtf import parse_edtf
from tests.pages.test_hostile_text import read

ARTICLE, SOURCE, BRIEF = "tide-2024-02-10-assessment", "tide-institute", "herring-slows"
PLAIN = "президент.рф (xn--d1abbgf6aiiy.xn--p1ai)"
LOOKALIKE = "\u0430\u0440\u0440\u04cf\u0435.com"


def readdress(library: Library, url: str) -> Library:
    """The invented library with one address in every place where an address can stand."""
    article = library.articles[ARTICLE].model_copy(
        update={"url": url, "archive_url": url, "seen_at": (url,)}
    )
    source = library.sources[SOURCE].model_copy(update={"url": url})
    brief = library.briefs[BRIEF]
    prose = read_prose(f"See <{url}> [@{ARTICLE}].").prose
    return replace(
        library,
        articles={**library.articles, ARTICLE: article},
        sources={**library.sources, SOURCE: source},
        briefs={**library.briefs, BRIEF: replace(brief, body=prose)},
    )


def show(library: Library, url: str, to_html: Callable[[str], str]) -> Mapping[str, Any]:
    """The pages that name the address, as they are read."""
    pages = render_pages(readdress(library, url), parse_edtf("2024-06-01"))
    paths = (f"articles/{ARTICLE}.md", f"sources/{SOURCE}.md", f"briefs/{BRIEF}.md")
    return {path: read(to_html(pages[path])) for path in paths}


@pytest.mark.parametrize("host", ["президент.рф", "xn--d1abbgf6aiiy.xn--p1ai"])
def test_a_host_is_shown_with_its_ascii_form(
    host: str, library: Library, to_html: Callable[[str], str]
) -> None:
    """However the record writes it: in facts, notes, citations and prose."""
    shown = show(library, f"https://{host}/a", to_html)
    article, source, brief = (page.text for page in shown.values())
    assert article.count(PLAIN) == 3
    assert "https://президент.рф/a (xn--d1abbgf6aiiy.xn--p1ai)" in article
    assert PLAIN in source
    assert f"read at {PLAIN}" in brief
    assert "See https://президент.рф/a (xn--d1abbgf6aiiy.xn--p1ai)" in brief


@pytest.mark.parametrize("host", [LOOKALIKE, "xn--80ak6aa92e.com", "p\u0430ypal.com"], ids=ascii)
def test_a_host_that_passes_for_another_is_shown_in_ascii_alone(
    host: str, library: Library, to_html: Callable[[str], str]
) -> None:
    """Nobody sees its own letters, wherever it stands."""
    for path, page in show(library, f"https://{host}/a", to_html).items():
        assert "xn--" in page.text, path
        assert LOOKALIKE not in page.text, path
        assert "p\u0430ypal" not in page.text, path


def test_a_plain_address_is_cited_as_it_is(library: Library) -> None:
    """To the letter."""
    article = library.articles[ARTICLE]
    assert article.url is not None
    assert cite_article(article, library).endswith(f"{article.url}.")


def test_an_address_by_itself_shows_nothing_that_it_hides(
    library: Library, to_html: Callable[[str], str]
) -> None:
    """What it encodes stays encoded."""
    page = show(library, "https://e.example/%E2%80%AEb", to_html)[f"briefs/{BRIEF}.md"]
    assert "https://e.example/%E2%80%AEb" in page.text
    assert "\u202e" not in page.text
