"""What a reader waits for and loads until the first result of a search, in a real Chromium.

The site is served from this machine, so time is that of browser and index, and not of a network.
Bytes are those of the files that the search asks for, as they lie in the site; and compressed,
as most hosts send text.
"""

from __future__ import annotations

import functools
import gzip
import http.server
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page

from benchmarks.words import speak
from trials.watching import chromium, serve_by

QUESTION = speak("en").words[30]
"""A common word of the invented library: there is a result at any size."""
_PARTS = re.compile(r"search|pagefind|lunr")
"""In the address of what a page loads for its search before anybody searches."""
_NOTE = """
([field, result]) => {
  const shown = () => document.querySelector(result) && (window.shownAt ??= performance.now());
  new MutationObserver(shown).observe(document, {childList: true, subtree: true});
  document.querySelector(field).addEventListener(
    "input", () => { window.askedAt ??= performance.now(); }, {capture: true});
}
"""


@dataclass(frozen=True, slots=True)
class Interface:
    """Where one types and where results appear, as selectors; and the page that is opened."""

    field: str
    result: str
    page: str = "about/"


INTERFACES: Mapping[str, Interface] = {
    "ours": Interface("#bw-search-field", "#bw-search-results li"),
    "mkdocs": Interface(".md-search__input", ".md-search-result__item"),
    "hugo": Interface("#search input", ".pagefind-ui__result-link"),
}
"""Of those programs whose search is measured."""


class _Counting(http.server.SimpleHTTPRequestHandler):
    """Serves a folder and notes which files were asked for."""

    def __init__(self, *args: object, asked: list[str], directory: str) -> None:
        self._asked = asked
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]  # handed on as given

    def do_GET(self) -> None:
        """A file."""
        self._asked.append(urlsplit(self.path).path)
        super().do_GET()

    def log_message(self, *args: object) -> None:
        """Nothing: the result says what happened."""


def measure_search(site: Path, interface: Interface) -> dict[str, float | int]:
    """Bytes, requests and seconds until the first result, with nothing in the browser's cache.

    Raises:
        playwright.sync_api.Error: There is no browser, or no result came.
    """
    asked: list[str] = []
    handler = functools.partial(_Counting, asked=asked, directory=str(site))
    with serve_by(handler) as address, chromium() as browser:
        page = browser.new_context().new_page()
        page.goto(address + interface.page, wait_until="networkidle")
        with_page = [path for path in asked if _PARTS.search(path)]
        asked.clear()
        seconds = _ask(page, interface)
        files = [site / path.lstrip("/") for path in dict.fromkeys([*with_page, *asked])]
    contents = [file.read_bytes() for file in files if file.is_file()]
    return {
        "seconds": round(seconds, 3),
        "requests": len(contents),
        "bytes": sum(map(len, contents)),
        "compressed-bytes": sum(min(len(one), len(gzip.compress(one))) for one in contents),
    }


def _ask(page: Page, interface: Interface) -> float:
    """Types a word, without a pause; the seconds from its first letter to the first result."""
    field = page.locator(interface.field)
    field.wait_for()
    page.evaluate(_NOTE, [interface.field, interface.result])
    field.click()
    page.wait_for_timeout(500)  # what is loaded for a search comes while a reader begins to type
    page.keyboard.type(QUESTION)
    page.locator(interface.result).first.wait_for()
    return float(page.evaluate("window.shownAt - window.askedAt")) / 1000
