"""Lighthouse and html-validate look at the built site. Run by `make quality`.

The site is served from this machine, compressed as hosts do. Lighthouse judges one page of each
kind as on a phone with a slow connection, which it reckons; html-validate reads every page.
"""

from __future__ import annotations

import functools
import gzip
import http.server
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from trials.project import ROOT
from trials.results import write_result
from trials.watching import serve_by

SITE = ROOT / "site"
TOOLS = ROOT / "tests" / "quality"
PAGES: Mapping[str, str] = {
    "home": "",
    "brief": "briefs/nine-or-nineteen/",
    "longest brief": "briefs/rate-of-advance-2025/",
    "list of briefs": "briefs/",
    "article": "articles/espreso-2025-01-isw-2024/",
    "metric": "metrics/area-gained-daily-rate/",
    "source": "sources/isw/",
    "topic": "topics/rate-of-advance/",
    "all figures": "figures/",
    "timeline": "timeline/",
    "page by hand": "contribute/",
    "no such page": "404.html",
}
LEAST: Mapping[str, int] = {
    "performance": 95,
    "accessibility": 100,
    "best-practices": 100,
    "seo": 100,
}
_TEXT = (".html", ".css", ".js", ".svg", ".xml", ".json")
_FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-background-networking"
_SHOWN = 20


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder, text compressed."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if path.suffix in _TEXT:
            body = gzip.compress(body)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        """Nothing: the result says what was found."""


@contextmanager
def serve(site: Path) -> Iterator[str]:
    """Where a site is served, ending in a slash."""
    with serve_by(functools.partial(_Handler, directory=str(site))) as address:
        yield address


def judge_page(address: str) -> dict[str, int]:
    """Lighthouse's scores of a page, out of 100; what costs a point is printed."""
    report = json.loads(
        _run("lighthouse", address, "--output=json", "--quiet", "--no-enable-error-reporting",
             f"--chrome-flags={_FLAGS}")
    )  # fmt: skip
    scores = {name: round(report["categories"][name]["score"] * 100) for name in LEAST}
    if any(scores[name] < least for name, least in LEAST.items()):
        for line in _find_costly(report):
            print(f"  {address}: {line}")  # noqa: T201 - what is to be mended
    return scores


def _find_costly(report: Mapping[str, Any]) -> Iterator[str]:
    for category in report["categories"].values():
        for reference in category["auditRefs"]:
            audit = report["audits"][reference["id"]]
            if reference["weight"] and audit["score"] is not None and audit["score"] < 1:
                yield f"{category['id']}: {audit['title']} {audit.get('displayValue', '')}".strip()
                for item in audit.get("details", {}).get("items", [])[:_SHOWN]:
                    if "node" in item:
                        yield f"  {item['node']['snippet'][: _SHOWN * 8]}"


def validate_pages() -> list[str]:
    """What html-validate finds, one sentence for each place."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"  # by a pipe it loses the end of what it says
        _run(
            "html-validate", "--config", "html-validate.mjs", "--formatter", f"json={report}",
            f"{SITE}/**/*.html", may_fail=True,
        )  # fmt: skip
        files = json.loads(report.read_text("utf-8"))
    return [
        f"{Path(file['filePath']).resolve().relative_to(SITE)}:{found['line']}:{found['column']}: "
        f"{found['ruleId']}: {found['message']}"
        for file in files
        for found in file["messages"]
    ]


def _run(tool: str, *arguments: str, may_fail: bool = False) -> str:
    chromium = next(filter(None, map(shutil.which, ("chromium", "google-chrome"))), None)
    run = subprocess.run(  # noqa: S603 - a tool of the lock file
        [str(TOOLS / "node_modules" / ".bin" / tool), *arguments],
        cwd=TOOLS,
        env={**os.environ, **({"CHROME_PATH": chromium} if chromium else {})},
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode and not may_fail:
        raise SystemExit(f"{tool} did not run: {run.stderr.strip().splitlines()[-1:]}")
    return run.stdout


def main() -> int:
    """Looks at the site, writes down what was found, and fails if it is too little."""
    faults = validate_pages()
    for fault in faults[:_SHOWN]:
        print(fault)  # noqa: T201 - said at the terminal
    pages = len(list(SITE.rglob("*.html")))
    print(f"html-validate: {len(faults):,} faults on {pages:,} pages")  # noqa: T201 - said at the terminal
    scores = {}
    chosen = sys.argv[1:] or list(PAGES)
    with serve(SITE) as address:
        for name, path in ((name, PAGES[name]) for name in chosen):
            scores[name] = judge_page(address + path)
            print(f"Lighthouse: {name}: {scores[name]}", flush=True)  # noqa: T201 - said at the terminal
    rules = Counter(fault.split(": ")[1] for fault in faults)
    versions = json.loads((TOOLS / "package.json").read_text("utf-8"))["devDependencies"]
    found = {"versions": versions, "pages": pages, "faults": dict(rules), "scores": scores}
    if list(scores) == list(PAGES):
        write_result("quality", "make quality", found)
    is_low = any(one[name] < least for one in scores.values() for name, least in LEAST.items())
    return int(bool(faults) or is_low)


if __name__ == "__main__":
    sys.exit(main())
