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
    global _open_pages  # noqa: PLW0603 - as above
    with _lock:
        _open_pages -= 1
        if not _open_pages:
            faulthandler.cancel_dump_traceback_later()


class DeadlineExtension(Extension):
    """Ends the engine when a page takes longer than it may."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Put the clock around a page's whole conversion, where there is a limit.

        Not as processors before and behind the others: the table of contents runs all that stand
        behind it once for each heading.
        """
        seconds = os.environ.get(SECONDS)
        if not seconds:
            return
        limit, convert = float(seconds), md.convert

        def convert_in_time(source: str) -> str:
            _begin(limit)
            try:
                return convert(source)
            finally:
                _end()

        md.convert = convert_in_time  # type: ignore[method-assign]  # of this page's parser alone


def makeExtension(**settings: Any) -> DeadlineExtension:  # noqa: N802 - Python-Markdown's name
    """Build the extension for Python-Markdown, which looks for this name."""
    return DeadlineExtension(**settings)
