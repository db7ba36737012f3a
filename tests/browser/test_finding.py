"""Looking things up in a real browser: narrowing, sorting, sharing a view; and without a script."""

import functools
import http.server
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from trials.watching import serve_by

pytestmark = pytest.mark.browser

AREA = "Area gained by Russian forces"


class _AtTheRoot(http.server.SimpleHTTPRequestHandler):
    """Serves the site as hosts do: with its own page for addresses that lead nowhere."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's page in place of the server's own."""
        content = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code, message or explain)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *args: object) -> None:
        """Nothing: a test's output is its verdict."""


def _open(page: Page, address: str) -> None:
    """A page whose list can be narrowed, once its script has put the form there."""
    page.goto(address)
    expect(page.locator("#bw-finder")).to_be_visible()


@pytest.fixture
def host(site: Path) -> Iterator[str]:
    """Where the site is served at the root of a host."""
    with serve_by(functools.partial(_AtTheRoot, directory=str(site))) as address:
        yield address


def _rows(page: Page) -> Locator:
    return page.locator(".bw-table--find tbody tr").filter(visible=True)


def _query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def test_a_number_is_found_as_a_whole_however_it_is_written(page: Page, address: str) -> None:
    """1500 finds "over 1,500", and neither 150,000 nor 11,500; the number of rows is announced."""
    _open(page, f"{address}figures/")
    field = page.get_by_role("searchbox", name="Number or words")
    field.fill("1500")
    expect(page.locator("#bw-finder [role=status]")).to_have_text(re.compile(r"^[1-9]\d? of \d+"))
    for row in _rows(page).all_text_contents():
        assert re.search(r"(?<![\d,])1,?500(?![\d])", row), row
    assert _query(page) == {"q": ["1500"]}
    page.get_by_role("button", name="Show all").click()
    expect(page.get_by_role("button", name="Show all")).to_be_hidden()
    expect(field).to_be_focused()
    assert _query(page) == {}


def test_a_view_of_the_figures_can_be_shared(page: Page, address: str) -> None:
    """Its address holds what was chosen and the order, and opens it again."""
    _open(page, f"{address}figures/")
    form = page.locator("#bw-finder")
    form.get_by_label("Metric").select_option(AREA)
    form.get_by_label("Year").select_option("2024")
    form.get_by_label("Source").select_option("ISW")
    head = page.get_by_role("columnheader", name="Value")
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "ascending")
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "descending")
    values = [
        float(one)
        for one in _rows(page)
        .locator("th")
        .evaluate_all("all => all.map(one => one.dataset.value)")
    ]
    assert values == sorted(values, reverse=True)
    assert len(values) > 3
    shown = _rows(page).all_text_contents()
    shared = page.url
    page.goto(address)
    _open(page, shared)
    expect(form.get_by_label("Metric")).to_have_value(AREA)
    assert _rows(page).all_text_contents() == shown


def test_a_row_leads_to_the_figure_and_to_its_article(page: Page, address: str) -> None:
    """Two links; the first lands on the row that holds everything about it."""
    _open(page, f"{address}figures/?q=nine+square")
    row = _rows(page).first
    links = row.get_by_role("link")
    assert "articles/" in (links.nth(1).get_attribute("href") or "")
    links.first.click()
    anchor = urlsplit(page.url).fragment
    expect(page.locator(f"[id='{anchor}']")).to_be_in_viewport()


def test_a_phone_sorts_by_a_choice_and_scrolls_one_way(page: Page, address: str) -> None:
    """No head of a column is there to click, and none can be reached unseen."""
    page.set_viewport_size({"width": 320, "height": 640})
    _open(page, f"{address}figures/")
    page.locator("#bw-finder").get_by_label("Order").select_option("Value ↑")
    expect(_rows(page).first).to_be_visible()
    assert "order" in _query(page)
    assert page.get_by_role("button", name="Value").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_the_timeline_is_narrowed_and_empty_months_go(page: Page, address: str) -> None:
    """By topic, source and words; a month or year without an event that fits is not shown."""
    _open(page, f"{address}timeline/?topic=War+economy&q=key+rate")
    events = page.locator(".bw-timeline ol > li").filter(visible=True)
    expect(page.locator("#bw-finder [role=status]")).to_have_text(re.compile(r"^[1-9]\d? of"))
    for event in events.all():
        expect(event).to_contain_text("War economy")
    assert page.locator(".bw-timeline > li").filter(visible=True).count() <= events.count()
    page.locator(".bw-finder").get_by_label("Words").fill("no such words")
    expect(page.get_by_role("heading", level=2).filter(visible=True)).to_have_count(0)


def test_an_event_has_an_address_to_share(page: Page, address: str) -> None:
    """Its date is the link, and the address lands on it although the form moves the page."""
    _open(page, f"{address}timeline/")
    when = page.locator(".bw-when a").last
    when.click()
    shared = page.url
    page.goto(address)
    _open(page, shared)
    expect(page.locator(f"[id='{urlsplit(shared).fragment}']")).to_be_in_viewport()


def test_a_year_of_the_strip_leads_to_its_events(page: Page, address: str) -> None:
    """The strip is a list of links, whose words say what it draws."""
    _open(page, f"{address}timeline/")
    page.get_by_role("navigation", name="Events by year").get_by_role("link").last.click()
    expect(page.locator("section h2").last).to_be_in_viewport()


def test_everything_is_there_without_a_script(chromium: Browser, address: str) -> None:
    """All rows and events, and no control that does nothing."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    for path, item in (("figures/", ".bw-table--find tbody tr"), ("timeline/", ".bw-when a")):
        page.goto(address + path)
        expect(page.locator(item).first).to_be_visible()
        assert page.get_by_role("button").count() == 0
        assert page.locator("select:visible, input:visible").count() == 0
    context.close()


@pytest.mark.parametrize(
    "path", ["briefs/nine-or-ninteen/", "nine or nineteen.html", "a/b/c/nine-or/"]
)
def test_a_wrong_address_finds_the_nearest_title(page: Page, host: str, path: str) -> None:
    """At any depth; and the search for its words is one click away."""
    page.goto(host + path)
    nearest = page.locator("#bw-nearest").get_by_role("link")
    expect(nearest.first).to_have_text(re.compile("^Nine or nineteen"))
    expect(page.get_by_role("search")).to_be_visible()
    page.get_by_role("button", name="Search the site for").click()
    expect(page.get_by_role("list", name="Results").get_by_role("link").first).to_be_visible()
    page.keyboard.press("Escape")
    nearest.first.click()
    expect(page).to_have_url(f"{host}briefs/nine-or-nineteen/")


def test_an_address_like_no_other_has_the_parts_of_the_site(page: Page, host: str) -> None:
    """Nothing is proposed that is not like it, whatever the address holds."""
    page.goto(f"{host}%ff/%3Cimg%20src=x%20onerror=alert(1)%3E/zzzzqqqq")
    page.get_by_role("link", name="Figures").last.click()
    expect(page).to_have_url(f"{host}figures/")
    page.go_back()
    expect(page.locator("#bw-nearest")).to_be_hidden()


def test_a_result_leads_to_the_place_within_its_page(page: Page, address: str) -> None:
    """Below the page, the part that holds the words; of a table, the row."""
    page.goto(address)
    expect(page.get_by_role("search")).to_be_visible()
    page.keyboard.press("/")
    page.keyboard.type("left its key interest rates unchanged")
    results = page.get_by_role("list", name="Results")
    title = page.get_by_role("link", name="Bank of Russia key rate", exact=True)
    result = results.get_by_role("listitem").filter(has=title)
    place = result.get_by_role("list").get_by_role("link").first
    expect(place).to_have_text("All observations")
    assert "#obs-" in (place.get_attribute("href") or "")
    expect(result.locator("mark").first).to_be_visible()
    place.click()
    anchor = urlsplit(page.url).fragment
    expect(page.locator(f"[id='{anchor}']")).to_be_in_viewport()


def test_a_metric_is_found_by_each_of_its_sources_and_years(page: Page, address: str) -> None:
    """Filters narrow by what a page holds, not by what it is called."""
    page.goto(address)
    expect(page.get_by_role("search")).to_be_visible()
    page.keyboard.press("/")
    page.keyboard.type("area gained")
    results = page.get_by_role("list", name="Results")
    expect(results.get_by_role("link").first).to_be_visible()
    kinds, sources, _topics, years, _order = page.locator("#bw-search-filters select").all()
    kinds.select_option("Metric")
    for source in ("ISW", "AFP", "DeepState"):
        sources.select_option(source)
        for year in ("2024", "2025"):
            years.select_option(year)
            expect(results.get_by_role("link", name=AREA, exact=True)).to_be_visible()
    others = results.locator(".bw-search__kind").filter(has_not_text="Metric")
    expect(others).to_have_count(0)
