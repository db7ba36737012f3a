"""Pictures of each kind of page, for a reviewer to look through. Run by `make screenshots`.

Each on a phone, on a desktop, in the dark and on paper, in `screenshots/`, with a page that shows
them all. Nothing is judged here.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping
from typing import Literal

from playwright.sync_api import Browser, Page

from generator.site.write import replace_file
from trials.project import ROOT
from trials.quality import PAGES, SITE
from trials.watching import chromium, serve

FOLDER = ROOT / "screenshots"
STATES: Mapping[str, str] = {
    **PAGES,
    "evidence": "briefs/nine-or-nineteen/#ev-advance-2024-12-isw-euromaidan",
    "search": "?q",
}
"""What is shown: a page of each kind, and what opens on one."""
VIEWS: Mapping[str, tuple[int, Literal["light", "dark"]]] = {
    "phone": (360, "light"),
    "phone-dark": (360, "dark"),
    "desktop": (1440, "light"),
    "desktop-dark": (1440, "dark"),
}
PAPERS = ("A4", "Letter")
LONGEST = 6_000
"""Pixels of a page that are shown; a brief goes on for several times as long."""


def show_all(browser: Browser, address: str) -> Iterator[str]:
    """Takes every picture, and gives the name of each."""
    for view, (width, scheme) in VIEWS.items():
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
        )
        page = context.new_page()
        for name, path in STATES.items():
            _open(page, address, name, path)
            height = page.evaluate("document.documentElement.scrollHeight")
            file = f"{name.replace(' ', '-')}-{view}.png"
            clip = {"x": 0, "y": 0, "width": width, "height": min(height, LONGEST)}
            is_whole = name not in ("evidence", "search")
            if is_whole:
                page.screenshot(path=FOLDER / file, full_page=True, clip=clip)  # type: ignore[arg-type]  # a dict will do
            else:
                page.screenshot(path=FOLDER / file)
            yield file
        context.close()


def _open(page: Page, address: str, name: str, path: str) -> None:
    page.goto("about:blank")  # so that a fragment alone is a visit, too
    page.goto(address + path)
    if name == "search":
        page.get_by_role("searchbox").first.fill("advance")
        page.locator("#bw-search-results a").first.wait_for()


def print_all(browser: Browser, address: str) -> Iterator[str]:
    """Prints every kind of page on both papers, and gives the name of each file."""
    page = browser.new_page()
    for name, path in PAGES.items():
        page.goto(address + path)
        for paper in PAPERS:
            file = f"{name.replace(' ', '-')}-{paper}.pdf"
            page.pdf(path=FOLDER / file, format=paper, prefer_css_page_size=False)
            yield file
    page.close()


def write_sheet(files: list[str]) -> None:
    """The page that shows them all."""
    shown = "\n".join(_show(file) for file in sorted(files))
    style = "body{font:14px sans-serif;display:flex;flex-wrap:wrap;gap:16px}figure{margin:0}"
    style += "img{width:240px;height:320px;object-fit:cover;object-position:top;border:1px solid}"
    text = f"<!DOCTYPE html><meta charset=utf-8><title>Screenshots</title><style>{style}</style>\n"
    replace_file(FOLDER / "index.html", f"{text}{shown}\n".encode())


def _show(file: str) -> str:
    name = html.escape(file)
    picture = f'<img src="{name}" alt="">' if file.endswith(".png") else ""
    return f'<figure><a href="{name}">{picture}<figcaption>{name}</figcaption></a></figure>'


def main() -> None:
    """Takes the pictures and says where they are."""
    FOLDER.mkdir(exist_ok=True)
    with serve(SITE) as address, chromium() as browser:
        files = [*show_all(browser, address), *print_all(browser, address)]
    write_sheet(files)
    print(f"{len(files)} pictures: open {FOLDER / 'index.html'}")  # noqa: T201 - said at the terminal


if __name__ == "__main__":
    main()
