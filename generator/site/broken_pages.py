"""Finds the pages that an engine can't render, when a build has failed and nobody knows by which.

Each page is rendered alone, as MkDocs does it, in a process of its own that is ended when a page
takes too long. What is done about a page, and what is told, is for the build to decide. Run as a
module it is that process.
"""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from generator.limits import PAGE_SECONDS
from generator.site.child import started_program
from generator.site.engines import make_environment
from generator.site.settings import CONFIG, DOCS

_START_SECONDS = 60
"""How long the process may take to load the engine's configuration."""


@dataclass(frozen=True, slots=True)
class BrokenPage:
    """A page of `docs/` that can't be rendered, and why."""

    path: str
    cause: str


def find_broken_pages(project: Path, seconds: float = PAGE_SECONDS) -> list[BrokenPage]:
    """The pages of a project that can't be rendered within a number of seconds each."""
    docs = project / DOCS
    left = sorted(path.relative_to(docs).as_posix() for path in docs.rglob("*.md"))
    broken = []
    while left:
        answered = list(_render_some(project, left, seconds))
        broken += [BrokenPage(page, cause) for page, cause in answered if cause]
        if not answered:  # the process itself does not start: no page is to blame
            break
        left = left[len(answered) :]
    return broken


def _render_some(project: Path, pages: Sequence[str], seconds: float) -> Iterator[tuple[str, str]]:
    """Each page with its cause, empty if it is sound; ends with one that took the process down."""
    with _rendering(project, pages) as answers:
        limit: float = _START_SECONDS
        for page in ["", *pages]:
            try:
                answer = answers.get(timeout=limit)
            except queue.Empty:
                answer = f"it takes longer than {seconds:g} seconds"
            if answer is None and page:
                yield page, "it ends the engine"
            elif page:
                yield page, answer or ""
            if answer is None or answer:
                # A process that failed at a page may be in any state; the rest gets a new one.
                return
            limit = seconds


@contextmanager
def _rendering(project: Path, pages: Sequence[str]) -> Iterator[queue.Queue[str | None]]:
    """A process that renders pages in order, and its answers: a cause or "", None at its end."""
    command = [sys.executable, "-m", "generator.site.broken_pages"]
    answers: queue.Queue[str | None] = queue.Queue()
    with started_program(
        command, folder=project, environment=make_environment(), errors=subprocess.DEVNULL
    ) as process:
        listener = threading.Thread(target=_pass_on, args=(process.stdout, answers), daemon=True)
        listener.start()
        try:
            if process.stdin is not None:
                process.stdin.write(json.dumps(list(pages)).encode() + b"\n")
                process.stdin.close()
            yield answers
        finally:
            process.kill()
            listener.join()


def _pass_on(lines: IO[bytes] | None, answers: queue.Queue[str | None]) -> None:
    for line in lines or ():
        answers.put(json.loads(line))
    answers.put(None)


def _render_pages() -> None:
    """The process: reads the list of pages, answers once when it is ready and once for each."""
    from mkdocs.config import load_config  # noqa: PLC0415 - heavy, and for this process alone
    from mkdocs.structure.files import get_files  # noqa: PLC0415 - as above
    from mkdocs.structure.pages import Page  # noqa: PLC0415 - as above

    wanted: list[str] = json.loads(sys.stdin.readline())
    config = load_config(config_file=CONFIG)
    files = get_files(config)
    answers, sys.stdout = sys.stdout, sys.stderr
    print(json.dumps(""), file=answers, flush=True)
    for path in wanted:
        cause = ""
        try:
            file = files.get_file_from_path(path)
            if file is not None:
                page = Page(None, file, config)
                page.read_source(config)
                page.render(config, files)
        except Exception as error:  # noqa: BLE001 - a parser can fail on any text in any way
            cause = f"the engine's parser fails: {type(error).__name__} {error}".strip()
        print(json.dumps(cause), file=answers, flush=True)


if __name__ == "__main__":
    _render_pages()
