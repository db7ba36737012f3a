"""A figure in the prose shows its evidence: by hover, focus, click, tap, and without a script."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

pytestmark = pytest.mark.browser

BRIEF = "briefs/nine-or-nineteen/"
WORDS = "approximately nine square kilometers per day"
PHONE = ViewportSize(width=360, height=740)
WIDE = ViewportSize(width=1440, height=900)


def figures(page: Page) -> Locator:
    """The mentions of the figure that was retold wrongly; the first is in the answer."""
    return page.locator("a.bw-fig[href='#ev-advance-2024-12-isw-euromaidan']")


def evidence(page: Page) -> Locator:
    """Its evidence."""
    return page.locator("#ev-advance-2024-12-isw-euromaidan")


@pytest.fixture
def brief(page: Page, address: str) -> Page:
    """A brief in a window that has a margin."""
    page.set_viewport_size(WIDE)
    page.goto(address + BRIEF)
    return page


@pytest.fixture
def without_script(chromium: Browser, address: str) -> Iterator[Page]:
    """The same on a phone that runs no script."""
    context = chromium.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(address + BRIEF)
    yield page
    context.close()


def test_hover_opens_and_the_pointer_may_enter_what_it_opened(brief: Page) -> None:
    """Evidence stays while the pointer is on it, and closes when the pointer has left both."""
    expect(evidence(brief)).to_be_hidden()
    figures(brief).first.hover()
    expect(evidence(brief)).to_be_visible()
    expect(evidence(brief).locator("mark")).to_have_text(WORDS)
    expect(figures(brief).first).to_have_class("bw-fig is-open")
    evidence(brief).locator("dl").hover()
    brief.wait_for_timeout(500)
    expect(evidence(brief)).to_be_visible()
    brief.locator("h1").hover()
    expect(evidence(brief)).to_be_hidden()


def test_evidence_stands_beside_each_mention_and_never_on_its_words(brief: Page) -> None:
    """A later mention shows the same block beside itself, and nothing scrolls."""
    later = figures(brief).nth(1)
    later.scroll_into_view_if_needed()
    before = brief.evaluate("scrollY")
    later.click()
    expect(evidence(brief)).to_be_in_viewport()
    brief.wait_for_timeout(400)
    assert brief.evaluate("scrollY") == before
    figure, block = later.bounding_box(), evidence(brief).bounding_box()
    assert figure is not None
    assert block is not None
    assert block["x"] > figure["x"] + figure["width"]
    assert block["y"] - 20 <= figure["y"] <= block["y"] + block["height"]


def test_keys_open_enter_and_close_evidence(brief: Page) -> None:
    """Focus shows it, Enter leads into it, Escape closes it and goes back to the figure."""
    figures(brief).first.focus()
    brief.keyboard.press("Shift+Tab")
    brief.keyboard.press("Tab")
    expect(evidence(brief)).to_be_visible()
    brief.keyboard.press("Escape")
    expect(evidence(brief)).to_be_hidden()
    expect(figures(brief).first).to_be_focused()
    brief.keyboard.press("Enter")
    expect(evidence(brief)).to_be_visible()
    brief.keyboard.press("Tab")
    expect(evidence(brief).locator(".bw-close")).to_be_focused()
    brief.keyboard.press("Escape")
    expect(evidence(brief)).to_be_hidden()
    expect(figures(brief).first).to_be_focused()
    assert "#" not in brief.url


def test_a_click_keeps_evidence_open_and_its_address_can_be_shared(
    brief: Page, address: str
) -> None:
    """It stays when the pointer leaves; “Back” closes it; the address opens it anew."""
    figures(brief).first.click()
    brief.locator("h1").hover()
    brief.wait_for_timeout(500)
    expect(evidence(brief)).to_be_visible()
    shared = brief.url
    assert shared.endswith("#ev-advance-2024-12-isw-euromaidan")
    evidence(brief).get_by_role("link", name="Back").click()
    expect(evidence(brief)).to_be_hidden()
    brief.goto(address)
    brief.goto(shared)
    expect(evidence(brief)).to_be_in_viewport()


def test_a_tap_opens_evidence_below_the_paragraph(chromium: Browser, address: str) -> None:
    """On a phone it pushes the text down and covers nothing; “Back” leads to the figure tapped."""
    context = chromium.new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(address + BRIEF)
    mention = figures(page).nth(1)
    mention.tap()
    expect(evidence(page)).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    page.wait_for_timeout(600)
    evidence(page).get_by_role("link", name="Back").tap()
    expect(evidence(page)).to_be_hidden()
    expect(mention).to_be_in_viewport()
    context.close()


def test_evidence_needs_no_script(without_script: Page) -> None:
    """The link opens it, and “Back” closes it."""
    page = without_script
    expect(evidence(page)).to_be_hidden()
    figures(page).first.click()
    expect(evidence(page)).to_be_in_viewport()
    expect(evidence(page)).to_contain_text(WORDS)
    evidence(page).get_by_role("link", name="Back").click()
    expect(evidence(page)).to_be_hidden()
    expect(figures(page).first).to_be_in_viewport()


def test_on_paper_evidence_is_closed_and_figures_have_their_numbers(brief: Page) -> None:
    """The table of figures says the same there."""
    figures(brief).first.click()
    brief.emulate_media(media="print")
    expect(evidence(brief)).to_be_hidden()
    after = "getComputedStyle(document.querySelector('a.bw-fig[data-n]'), '::after').content"
    assert "[" in brief.evaluate(after)


def reference(page: Page) -> Locator:
    """The first reference to a note in running text."""
    return page.locator("article > p:not([class]) sup a, article > .bw-para sup a").first


def note(page: Page) -> Locator:
    """The copy of a note that stands beside the text."""
    return page.locator(".bw-sidenote")


def test_a_note_stands_beside_the_text_under_pointer_and_focus(brief: Page) -> None:
    """It covers no word of the text, keeps while the pointer is on it, and Escape closes it."""
    link = reference(brief)
    link.scroll_into_view_if_needed()
    link.hover()
    expect(note(brief)).to_be_visible()
    expect(note(brief)).not_to_contain_text("Back to")
    paragraph = link.locator("xpath=ancestor::p").bounding_box()
    beside = note(brief).bounding_box()
    assert paragraph
    assert beside
    assert beside["x"] >= paragraph["x"] + paragraph["width"]
    note(brief).hover()
    brief.wait_for_timeout(500)
    expect(note(brief)).to_be_visible()
    brief.keyboard.press("Escape")
    expect(note(brief)).to_be_hidden()
    link.focus()
    brief.keyboard.press("Shift+Tab")
    brief.keyboard.press("Tab")
    expect(note(brief)).to_be_visible()


def test_a_note_is_still_a_note(brief: Page) -> None:
    """A click leads to it; and where there is no margin nothing else happens."""
    link = reference(brief)
    link.click()
    expect(brief.locator(".footnote li:target")).to_be_in_viewport()
    brief.set_viewport_size(PHONE)
    link.scroll_into_view_if_needed()
    link.focus()
    brief.wait_for_timeout(300)
    expect(note(brief)).to_be_hidden()
