"""What a reader's connection has to carry for a brief: everything on the first visit."""

import gzip
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Response

from tests.browser.conftest import ROOT

THEME = ROOT / "generator" / "site" / "theme"

pytestmark = pytest.mark.browser

BUDGET = 200_000
"""Bytes in all, for a brief of usual length."""
MOST_LONG = 330_000
LONG = {"counting-russian-losses", "price-of-money-price-of-war", "rate-of-advance-2025"}
"""Briefs with thirty blocks of evidence and more, and a chart with its data as a table: their text
alone is most of the budget."""
MOST_COMPRESSED = 70_000
"""Bytes in all, for each brief, as hosts send them that compress."""
BRIEFS = sorted(path.stem for path in (ROOT / "data" / "briefs").rglob("*.md"))


@pytest.mark.parametrize("brief", BRIEFS)
def test_a_brief_is_light_on_the_first_visit(chromium: Browser, address: str, brief: str) -> None:
    """Page, styles, scripts and pictures, as a host sends them that compresses nothing."""
    context = chromium.new_context()
    page = context.new_page()
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 - no built-in method will do
    page.goto(f"{address}briefs/{brief}/", wait_until="networkidle")
    bodies = [answer.body() for answer in answers]
    context.close()
    weights = {answer.url: len(body) for answer, body in zip(answers, bodies, strict=True)}
    assert sum(weights.values()) <= (MOST_LONG if brief in LONG else BUDGET), weights
    assert sum(len(gzip.compress(body)) for body in bodies) <= MOST_COMPRESSED, weights


def test_a_site_publishes_nothing_that_no_page_loads(site: Path) -> None:
    """Beside what the search brings, each file of `assets/` is named by some page."""
    kinds = ("", "figures/", "metrics/area-gained/")
    pages = "".join((site / f"{path}index.html").read_text("utf-8") for path in kinds)
    pages += (site / "404.html").read_text("utf-8") + "rtl.css"  # no page on record is in Arabic
    pages += "".join(
        (site / "assets" / name).read_text("utf-8") for name in ("field.js", "search.js")
    )
    assert [file.name for file in (site / "assets").rglob("*.*") if file.name not in pages] == []


READ_RULES = r"""
([full, short]) => [full, short].map((css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  // Values of custom properties are kept as they were written.
  const even = (text) => text.replace(/\s*,\s*/g, ",").replace(/\s+/g, " ");
  return [...sheet.cssRules].map((rule) => even(rule.cssText));
})
"""


@pytest.mark.parametrize("name", ["tokens.css", "briefwright.css"])
def test_a_browser_reads_the_same_rules_from_the_published_sheet(
    page: Page, site: Path, name: str
) -> None:
    """Comments and spaces are gone, nothing else."""
    css = [(folder / "assets" / name).read_text("utf-8") for folder in (THEME, site)]
    full, short = page.evaluate(READ_RULES, css)
    assert full == short
    assert len(full) > 1
