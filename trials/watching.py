"""A page opened in a real browser, and whether anything happened that should not.

It knows what running code shows itself by: a dialogue, a request to another host, a page that goes
elsewhere, a cookie. Everything that a reader could touch is touched.
"""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import (
    Browser,
    BrowserContext,
    Dialog,
    Error,
    Page,
    Request,
    sync_playwright,
)

_NOTE = """
(() => {
  window.ran = [];
  for (const name of ["alert", "confirm", "prompt", "print", "open"]) {
    window[name] = (...args) => { window.ran.push(name); };
  }
})();
"""
_TOUCH = """
() => {
  for (const one of [...document.querySelectorAll("article *")].slice(0, 2000)) {
    for (const name of ["mouseover", "focus", "click", "toggle", "animationend", "pointerenter"]) {
      if (name === "click" && one.closest("a[href]:not([href^=j i])")) continue;
      one.dispatchEvent(new MouseEvent(name, {bubbles: true, cancelable: true}));
    }
  }
  return window.ran;
}
"""
# Chromium's own errands would fail on a machine without a network, and count as requests.
ARGUMENTS = [
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"),
    *("--disable-quic", "--disable-component-update", "--no-first-run"),
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
PROGRESS = 500
_SETTLE = 25
"""Milliseconds that a page gets after it has loaded."""


@dataclass(slots=True)
class Seen:
    """What happened on all pages that were opened."""

    opened: int = 0
    executed: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    """Pages that went elsewhere by themselves."""
    cookies: int = 0
    violations: int = 0
    """How often the policy stopped something."""


class Watcher:
    """One browser window that opens page after page."""

    def __init__(self, browser: Browser, address: str, *, bypass_policy: bool) -> None:
        self.address = address
        self.seen = Seen()
        self._host = urlsplit(address).netloc
        self._current = ""
        self._context: BrowserContext = browser.new_context(bypass_csp=bypass_policy)
        self._context.add_init_script(_NOTE)
        self._context.on("requestfailed", self._judge_request)
        self._context.on("requestfinished", self._judge_request)
        self._page = self._open_window()

    def _open_window(self) -> Page:
        page = self._context.new_page()
        page.on("dialog", self._dismiss)
        page.on("console", lambda said: self._count_violation(said.text))
        page.set_default_timeout(15_000)
        return page

    def _dismiss(self, dialog: Dialog) -> None:
        self._note(self.seen.executed)
        dialog.dismiss()

    def _count_violation(self, text: str) -> None:
        self.seen.violations += "Content Security Policy" in text

    def _note(self, into: list[str]) -> None:
        if self._current not in into:
            into.append(self._current)

    def _judge_request(self, request: Request) -> None:
        """A request to another host, of which the browser was told to find none.

        What the browser itself stopped, for the policy or for the origin, is no request: nothing
        of it was sent.
        """
        was_sent = (request.failure or "net::").startswith("net::")
        if urlsplit(request.url).netloc == self._host or not was_sent:
            return
        if not request.url.startswith(("data:", "blob:", "about:")):
            left = request.is_navigation_request() and request.frame.parent_frame is None
            self._note(self.seen.left if left else self.seen.requests)

    def open(self, path: str, judge: Callable[[Page], None] | None = None) -> None:
        """Opens a page of the site, touches all of it, and notes what happened."""
        self._current = path
        wanted = self.address + path
        self.seen.opened += 1
        try:
            self._page.goto(wanted, wait_until="load")
            self._page.wait_for_timeout(_SETTLE)
            if self._page.url.split("#")[0] != wanted:
                self._note(self.seen.left)
                return
            if self._page.evaluate(_TOUCH):
                self._note(self.seen.executed)
        except Error:  # the page went elsewhere, or stopped its own loading
            self._note(self.seen.left)
            self._page.close()
            self._page = self._open_window()
            return
        if judge is not None:
            judge(self._page)
        if self.seen.opened % PROGRESS == 0:
            print(f"{self.seen.opened:,} pages", flush=True)  # noqa: T201 - it takes long

    def close(self) -> None:
        """Ends the window; what cookies it was given is counted."""
        self.seen.cookies = len(self._context.cookies())
        self._context.close()


@contextmanager
def chromium() -> Iterator[Browser]:
    """The system's Chromium where there is one, else Playwright's own."""
    names = ("chromium", "chromium-browser", "google-chrome")
    installed = next(filter(None, map(shutil.which, names)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed, args=ARGUMENTS)
        yield browser
        browser.close()


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder, and pages made on the spot below `/spliced/`."""

    def __init__(self, *args: object, make: Callable[[int], str] | None, directory: str) -> None:
        self._make = make
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]  # handed on as given

    def do_GET(self) -> None:
        """The page with a number, else a file."""
        number = self.path.removeprefix("/spliced/").strip("/")
        if self._make is None or not number.isdecimal():
            super().do_GET()
            return
        content = self._make(int(number)).encode("utf-8", "replace")
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *args: object) -> None:
        """Nothing: the result says what happened."""


@contextmanager
def serve_by(handler: Callable[..., http.server.BaseHTTPRequestHandler]) -> Iterator[str]:
    """Where a handler answers on this machine, ending in a slash, until the block is left."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@contextmanager
def serve(site: Path, make: Callable[[int], str] | None = None) -> Iterator[str]:
    """Where a site is served on this machine, ending in a slash."""
    with serve_by(functools.partial(_Handler, make=make, directory=str(site))) as address:
        yield address
