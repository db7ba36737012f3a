"""How long it takes from saving a brief until a browser shows the new text, in a preview.

Run by `python -m benchmarks.serve 160 1000`, the numbers of briefs. Each size is saved some times
when nothing else goes on, and some times right behind another save, while the preview is still
looking at the whole project.
"""

from __future__ import annotations

import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page

from trials.project import ROOT, run_build, write_project
from trials.watching import chromium

TIMES = 7
_PATIENCE = 600.0
_REST = 3.0
"""Seconds in which what is warmed up behind the last word is done."""
_UP_TO_DATE = "up to date"
_AT_ONCE = "is shown"


@dataclass(slots=True)
class Preview:
    """A preview in a process of its own, and what it has said."""

    project: Path
    address: str
    said: list[str] = field(default_factory=list)

    def wait_for(self, text: str, times: int) -> None:
        """Waits until it has said a text so many times.

        Raises:
            TimeoutError: It does not.
        """
        deadline = time.monotonic() + _PATIENCE
        while sum(text in line for line in self.said) < times:
            if time.monotonic() > deadline:
                raise TimeoutError("\n".join(self.said))
            time.sleep(0.05)

    def count(self, text: str) -> int:
        """How many times it has said a text."""
        return sum(text in line for line in self.said)


@contextmanager
def open_preview(project: Path) -> Iterator[Preview]:
    """Previews a project until the block is left."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{listener.getsockname()[1]}"
    command = [sys.executable, "-u", "-m", "generator", "serve", "--address", address]
    with subprocess.Popen(  # noqa: S603 - our own interpreter, arguments as a list
        [*command, "--project", str(project)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as process:
        preview = Preview(project, f"http://{address}/")

        def listen() -> None:
            with suppress(ValueError):  # closed when the preview has ended
                for line in process.stdout or ():
                    preview.said.append(line.rstrip())

        threading.Thread(target=listen, daemon=True).start()
        yield preview
        process.terminate()


def measure(project: Path) -> tuple[list[float], list[float]]:
    """Seconds from a save to the new text: at rest, and right behind another save."""
    brief = sorted((project / "data" / "briefs").rglob("*.md"))[0]
    text = brief.read_text("utf-8")
    with open_preview(project) as preview, chromium() as browser:
        preview.wait_for(_UP_TO_DATE, 1)
        page = browser.new_page()
        page.set_default_timeout(_PATIENCE * 1000)
        page.goto(f"{preview.address}briefs/{brief.stem}/")
        editor = _Editor(page, brief)
        while not preview.count(_AT_ONCE):  # until the records are in memory
            before = preview.count(_UP_TO_DATE)
            editor.save()
            preview.wait_for(_UP_TO_DATE, before + 1)
            time.sleep(_REST)
        at_rest, behind = list[float](), list[float]()
        for _ in range(TIMES):
            before = preview.count(_UP_TO_DATE)
            at_rest.append(editor.save())
            preview.wait_for(_UP_TO_DATE, before + 1)
            time.sleep(_REST)
        for _ in range(TIMES):
            before = preview.count(_UP_TO_DATE)
            editor.save()
            behind.append(editor.save())
            preview.wait_for(_UP_TO_DATE, before + 2)
            time.sleep(_REST)
    brief.write_text(text, "utf-8")
    return at_rest, behind


class _Editor:
    """Saves a brief with another sentence each time."""

    def __init__(self, page: Page, brief: Path) -> None:
        self._page, self._brief = page, brief
        self._text = brief.read_text("utf-8")
        self._number = 0

    def save(self) -> float:
        """Saves, and waits for the sentence; the seconds between."""
        self._number += 1
        sentence = f"This was saved as number {'x' * self._number}."
        began = time.perf_counter()
        self._brief.write_text(f"{self._text}\n{sentence}\n", "utf-8")
        self._page.get_by_text(sentence, exact=True).wait_for()
        return time.perf_counter() - began


def main(sizes: list[int]) -> None:
    """Says both medians for each size."""
    for size in sizes:
        with tempfile.TemporaryDirectory() as name:
            write_project(Path(name), size)
            code, said = run_build(Path(name))
            if code:
                raise SystemExit(said)
            at_rest, behind = measure(Path(name))
        print(  # noqa: T201 - this is what it is run for
            f"{size:,} briefs: {statistics.median(at_rest):.2f} s at rest, "
            f"{statistics.median(behind):.2f} s right behind another save"
        )


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [160])
