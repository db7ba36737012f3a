"""The search of the real site: what it loads and when, its filters, its order, its keys."""

import json
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Request, expect

pytestmark = pytest.mark.browser

MOST_LOADED = 250_000
"""Bytes of everything that the search brings, up to the first results."""


def _ask(page: Page, question: str) -> None:
    """Asks by the key that leads to the field, and waits for results."""
    expect(page.get_by_role("search")).to_be_visible()
    page.keyboard.press("/")
    page.keyboard.type(question)
    expect(page.locator("#bw-search-count")).to_contain_text("Pages: ")


def test_nothing_of_the_search_is_loaded_before_it_is_used(
    page: Page, address: str, requests: list[str]
) -> None:
    """Neither script nor sheet nor index; then only what the question needs."""
    page.goto(address, wait_until="networkidle")
    parts = ("pagefind/", "search-engine.js", "search.js", "search.css")
    assert [url for url in requests if any(part in url for part in parts)] == []
    _ask(page, "nineteen")
    loaded = [urlsplit(url).path for url in requests]
    for part in ("search-engine.js", "search.js", "search.css", "pagefind/bundles.json"):
        assert sum(path.endswith(part) for path in loaded) == 1
    assert not [path for path in loaded if path.endswith((".pf_filter", "dates.json"))]
    shown = {path.rpartition("-")[0] or path for path in loaded if path.endswith(".pf_fragment")}
    assert len({path.removesuffix(".pf_fragment") for path in shown}) <= 10


@pytest.mark.parametrize("question", ["nineteen", "rate of advance", "key rate", "наступу"])
def test_the_first_results_are_light(page: Page, address: str, question: str) -> None:
    """On a first visit, from a host that compresses nothing."""
    page.goto(address, wait_until="networkidle")
    done: list[Request] = []
    page.on("requestfinished", lambda request: done.append(request))  # noqa: PLW0108 - no built-in method will do
    _ask(page, question)
    page.wait_for_load_state("networkidle")
    sizes = {request.url: request.sizes()["responseBodySize"] for request in done}
    assert sum(sizes.values()) < MOST_LOADED, sizes


def test_results_come_from_several_bundles(page: Page, address: str, site: Path) -> None:
    """The site has more than one, and a common word is in most."""
    bundles = json.loads((site / "pagefind/bundles.json").read_text("utf-8"))["bundles"]
    assert len(bundles) > 2
    found: set[str] = set()
    page.on("request", lambda request: found.add(urlsplit(request.url).path.rsplit("/", 3)[1]))
    page.goto(address)
    _ask(page, "Russian")
    assert len(found & bundles.keys()) > 1


def test_results_are_narrowed_and_sorted(page: Page, address: str) -> None:
    """By kind, over all bundles, from the newest or the oldest year on; and back."""
    page.goto(address)
    _ask(page, "Russian")
    best = page.locator("#bw-search-results .bw-search__kind").all_text_contents()
    page.get_by_role("search").get_by_label("Kind").select_option("Article")
    years = {}
    for order in ("newest", "oldest"):
        page.get_by_label("Order").select_option(order)
        kinds = page.locator("#bw-search-results .bw-search__kind")
        expect(kinds.filter(has_not_text="Article")).to_have_count(0)
        page.wait_for_timeout(500)
        years[order] = [text.rsplit(" · ", 1)[-1] for text in kinds.all_text_contents()]
    assert years["newest"] == sorted(years["newest"], reverse=True)
    assert years["oldest"] == sorted(years["oldest"])
    assert years["newest"][0] > years["oldest"][0]
    page.get_by_label("Order").select_option("")
    page.get_by_role("search").get_by_label("Kind").select_option("")
    page.wait_for_timeout(500)
    assert page.locator("#bw-search-results .bw-search__kind").all_text_contents() == best


def test_a_missing_index_is_said(page: Page, address: str) -> None:
    """The page says so, and stays usable."""
    page.route("**/pagefind/**", lambda route: route.abort())
    page.goto(address)
    expect(page.get_by_role("search")).to_be_visible()
    page.keyboard.press("s")
    page.keyboard.type("anything")
    expect(page.locator("#bw-search-count")).to_contain_text("index is missing")
    page.keyboard.press("Escape")
    expect(page.locator("#bw-search-panel")).to_be_hidden()
