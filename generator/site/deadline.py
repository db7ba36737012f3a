"""An end for a page that takes too long to render: a Python-Markdown extension.

It ends the whole process from a thread of the interpreter's own, since a hostile text may keep the
engine inside one regular expression where nothing else runs. It acts in builds only, where
`engines` says how many seconds a page has; which page it was, is found by `broken_pages`.
"""

from __future__ import annotations

import faulthandler
import os
import threading
from typing import Any

from markdown import Extension, Markdown
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor

SECONDS = "BRIEFWRIGHT_PAGE_SECONDS"
"""The variable of the environment that holds the limit; without it there is none."""

_STDERR = 2
_lock = threading.Lock()
_open_pages = 0


def _begin(seconds: float) -> None:
    global _open_pages  # noqa: PLW0603 - the interpreter has one such clock, so its state is one
    with _lock:
        _open_pages += 1
        faulthandler.dump_traceback_later(seconds, exit=True, file=_STDERR)


def _end() -> None:
    """Stops the clock unless another thread, as Zensical has some, is inside a page."""
    global _open_pages  # noqa: PLW0603
    with _lock:
        _open_pages -= 1
        if not _open_pages:
            faulthandler.cancel_dump_traceback_later()


class _Begin(Preprocessor):
    def __init__(self, md: Markdown, seconds: float) -> None:
        super().__init__(md)
        self._seconds = seconds

    def run(self, lines: list[str]) -> list[str]:
        _begin(self._seconds)
        return lines


class _End(Postprocessor):
    def run(self, text: str) -> str:
        _end()
        return text


class DeadlineExtension(Extension):
    """Ends the engine when a page takes longer than it may."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register before and behind all others, where there is a limit."""
        seconds = os.environ.get(SECONDS)
        if seconds:
            md.preprocessors.register(_Begin(md, float(seconds)), "briefwright-begin", 2000)
            md.postprocessors.register(_End(md), "briefwright-end", -2000)


def makeExtension(**settings: Any) -> DeadlineExtension:  # noqa: N802 - Python-Markdown's name
    """Build the extension for Python-Markdown, which looks for this name."""
    return DeadlineExtension(**settings)
