"""Briefs in other languages than the site's: their words are marked, the site's own are not."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from generator.library.library import Library
from generator.pages.site_pages import render_pages
from generator.records.edtf import parse_edtf
from tests.small import figure, small_library

SLOWS = "herring-slows"


def _render(library: Library, language: str) -> dict[str, str]:
    """The pages with one brief said to be in this language."""
    brief = library.briefs[SLOWS]
    front = brief.front.model_copy(update={"language": language})
    briefs = {**library.briefs, SLOWS: replace(brief, front=front)}
    return render_pages(replace(library, briefs=briefs), parse_edtf("2024-06-01"))


@pytest.mark.parametrize(
    ("language", "direction"), [("pl", "(?![^>]* dir=)"), ("ar-EG", '(?=[^>]* dir="rtl")')]
)
def test_each_part_of_a_brief_says_its_language(
    library: Library, to_html: Callable[[str], str], language: str, direction: str
) -> None:
    """Title, question, answer, judgements and prose, here and in the lists."""
    pages = _render(library, language)
    title = re.escape(library.briefs[SLOWS].front.title)
    marked = rf'(?=[^>]* lang="{language}"){direction}[^>]*>'
    html = to_html(pages[f"briefs/{SLOWS}.md"])
    assert re.search(rf"<bdi{marked}{title}</bdi></h1>", html)
    assert re.search(rf'<p class="bw-question"><bdi{marked}', html)
    assert re.search(rf"Bottom line</p>\s*<div{marked}\s*<div class=\"bw-para\">\s*<p>", html)
    blocks = re.findall(r'<div[^>]*class="bw-evidence"[^>]*>', html)
    assert blocks
    assert all('dir="ltr"' in block and 'lang="en"' in block for block in blocks)
    assert re.search(rf'<p class="bw-statement"><span{marked}', html)
    assert re.search(rf'<div{marked}\s*<h2 id="s-', html)
    for path in ("index.md", "briefs/index.md", "topics/herring.md"):
        listed = to_html(pages[path])
        assert re.search(rf"<bdi{marked}{title}</bdi></a>", listed)
        assert re.search(rf"<p><span{marked}", listed)


def test_the_words_of_the_site_stay_outside(
    library: Library, to_html: Callable[[str], str]
) -> None:
    """Headings, tables and notes that the generator wrote are in its own language."""
    html = to_html(_render(library, "pl")[f"briefs/{SLOWS}.md"])
    marked = re.findall(r'(?s)<div lang="pl">.*?</div>', html)
    assert marked
    for own in ('id="figures"', 'id="sources"', "bw-compare", "bw-cards", "bw-timeline"):
        assert own in html
        assert not any(own in part for part in marked)


def test_the_site_s_own_language_needs_no_mark(library: Library, pages: dict[str, str]) -> None:
    """A brief in British English is as one in English."""
    assert _render(library, "en-GB") == pages


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("en", ' lang="en">“some boats”<'),
        ("uk", ' lang="uk">«some boats»<'),
        ("ru-RU", ' lang="ru-RU">«some boats»<'),
        ("ar", ' lang="ar" dir="rtl">“some boats”<'),
    ],
)
def test_a_quote_has_the_marks_and_the_direction_of_its_language(language: str, shown: str) -> None:
    """As a printer of that language would set it."""
    library = small_library(figure("x", value=9))
    article = library.articles["a"].model_copy(update={"language": language})
    pages = render_pages(replace(library, articles={"a": article}), parse_edtf("2024"))
    assert f'<span class="bw-q"{shown}/span>' in pages["metrics/fleet.md"]
    assert f'<blockquote class="bw-quote"{shown}/blockquote>' in pages["articles/a.md"]
