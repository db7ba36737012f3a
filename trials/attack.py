"""Hostile texts in every field, in a real browser with each wall alone. Run by `make attack`.

First the records' way: payloads in records, escaped and cleaned, with the browser told to pass over
the content security policy. Then the policy's way: the same payloads put raw into a page's title,
description and text, as if nothing had been escaped or cleaned. Some are opened without either.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from playwright.sync_api import Browser, Page

from generator.records.base import find_slug_fault
from trials.hostile_site import HostileSite, build_hostile_site
from trials.payloads import read_payloads
from trials.results import write_result
from trials.watching import Seen, Watcher, chromium, serve

_HEADING = "() => document.querySelector('h1').textContent"
SHOWN = 5
CONTROL = 10
"""Each such payload is opened without a wall too, so that one sees how many of them work."""


def main() -> int:
    """Runs both ways; 1 if anything ran, was asked for or was altered."""
    place = os.environ.get("PAYLOADS")
    payloads = read_payloads(Path(place) if place else None)
    step = max(1, len(payloads) // int(os.environ.get("ATTACKS", len(payloads))))
    payloads = payloads[::step]
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        hostile = build_hostile_site(Path(folder), payloads)
        _say(f"built: {len(hostile.shown):,} payloads in records, {hostile.bodies:,} in briefs")
        escaped, altered = _open_records(browser, hostile)
        _say(f"escaped: {escaped.opened:,} pages, {len(escaped.executed)} executed")
        policed = _open_spliced(browser, hostile.site, payloads, bypass_policy=False)
        _say(f"policy: {policed.opened:,} pages, {len(policed.executed)} executed")
        bare = _open_spliced(browser, hostile.site, payloads[::CONTROL], bypass_policy=True)
        _say(f"no wall: {bare.opened:,} pages, {len(bare.executed)} executed")
        version = browser.version
    found = {
        "browser": f"Chromium {version}",
        "payloads": len(payloads),
        "list": ("public lists" if place else "made here") + (f", one in {step}" * (step > 1)),
        "refused": dict(sorted(hostile.refused.items())),
        "bodies": hostile.bodies,
        "refused-bodies": dict(sorted(hostile.refused_bodies.items())),
        "traversal": _try_traversal(),
        "altered": altered,
        "escaped": _count(escaped),
        "policy": _count(policed),
        "no wall": _count(bare),
    }
    path = write_result("attack", "make attack" + (" PAYLOADS=<lists>" if place else ""), found)
    _say(f"wrote {path.name}")
    for seen in (escaped, policed):
        for name, pages in asdict(seen).items():
            if isinstance(pages, list) and pages:
                _say(f"{name}: {pages[:SHOWN]}")
    return int(bool(escaped.executed or escaped.requests or policed.executed or altered))


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201 - a trial says what it does


def _count(seen: Seen) -> dict[str, int]:
    return {
        name: len(value) if isinstance(value, list) else value
        for name, value in asdict(seen).items()
    }


def _open_records(browser: Browser, hostile: HostileSite) -> tuple[Seen, int]:
    """Every page of the site without the policy; how many titles did not come out as written."""
    altered = []
    with serve(hostile.site) as address:
        watcher = Watcher(browser, address, bypass_policy=True)

        def compare(payload: str) -> Callable[[Page], None]:
            def judge(page: Page) -> None:
                if _fold(page.evaluate(_HEADING)) != _fold(payload):
                    altered.append(payload)

            return judge

        for path, payload in hostile.shown.items():
            watcher.open(path, compare(payload))
        others = (file.parent for file in hostile.site.rglob("index.html"))
        for folder in others:
            path = f"{folder.relative_to(hostile.site).as_posix()}/".removeprefix("./")
            if path not in hostile.shown:
                watcher.open(path)
        watcher.close()
    for payload in altered[:SHOWN]:
        _say(f"altered: {payload}")
    return watcher.seen, len(altered)


def _fold(text: str) -> str:
    return " ".join(text.split())


def _open_spliced(
    browser: Browser, site: Path, payloads: list[str], *, bypass_policy: bool
) -> Seen:
    """A page for each payload, which stands in it raw, with or without the page's own policy."""
    page = (site / "about" / "index.html").read_text(encoding="utf-8")

    def make(number: int) -> str:
        return splice(page, payloads[number])

    with serve(site, make) as address:
        watcher = Watcher(browser, address, bypass_policy=bypass_policy)
        for number in range(len(payloads)):
            watcher.open(f"spliced/{number}/")
        watcher.close()
    return watcher.seen


def splice(page: str, payload: str) -> str:
    """The page with the payload in its title, its description, an attribute and its text."""
    page = re.sub(r"(<title>).*?(</title>)", lambda m: m[1] + payload + m[2], page, flags=re.S)
    page = re.sub(r'(name="description" content=")[^"]*', lambda m: m[1] + payload, page, count=1)
    body = f'<h1 title="{payload}">{payload}</h1>\n<p>{payload}</p>'
    return re.sub(r"(<article[^>]*>)", lambda m: m[1] + body, page, count=1)


def _try_traversal() -> dict[str, int]:
    """How many strings that leave a folder are tried as ids, and how many are let pass."""
    place = os.environ.get("TRAVERSALS")
    strings = read_payloads(Path(place)) if place else _make_traversals()
    passed = [text for text in strings if find_slug_fault(text) is None]
    leaving = [text for text in passed if not re.fullmatch(r"[a-z0-9-]+", text)]
    return {"tried": len(strings), "let pass": len(passed), "left the folder": len(leaving)}


def _make_traversals() -> list[str]:
    up = ("../", "..\\", "..%2f", "%2e%2e/", "....//", "..%c0%af", "\u2025/", "..;/", "/", "~/")
    ends = ("etc/passwd", "x", "con", "boot.ini", ".git/config", "index", "\0.md")
    return [one * depth + end for one in up for depth in range(1, 13) for end in ends]


if __name__ == "__main__":
    sys.exit(main())
