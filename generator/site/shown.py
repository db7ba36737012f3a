"""What a preview shows at the moment: a file for each address, and what stands in the way of newer.

It knows no sockets and no processes. Files are named by their checksums and looked up by their
paths, so that no address leads anywhere else. Several threads may ask while one changes it.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from generator.site.kept import Contents
from generator.site.preview import Showable

NOT_FOUND = "404.html"
MOST = 20
"""How many errors are shown at once."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One error, as text for a browser."""

    message: str
    place: str = ""
    rule: str = ""
    help: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """How things stand for one page."""

    version: str
    """Changes with everything that the page is shown with."""
    faults: Sequence[Fault]
    more: str
    """What is to be said of errors that are not shown."""


@dataclass(slots=True)
class _Now:
    site: Showable = field(default_factory=Showable)
    saved: dict[str, tuple[float, bytes]] = field(default_factory=dict)
    """Pages that are newer than the site, by path, and since when."""
    index: dict[str, Path] = field(default_factory=dict)
    faults: Sequence[Fault] = ()


class Shown:
    """The files and errors of a preview, and the news about them."""

    def __init__(self, contents: Contents) -> None:
        self._contents = contents
        self._now = _Now()
        self._news = threading.Condition()
        self._number = 0
        self.missed = threading.Event()
        """Set when a content that should be there is not: somebody has removed it."""

    @property
    def root(self) -> str:
        """The path of the site's own address."""
        return self._now.site.root

    def show_site(self, site: Showable, began: float) -> None:
        """Shows a whole site, but for pages of briefs that were saved after its making began."""
        with self._change():
            self._now.site = site
            saved = self._now.saved.items()
            self._now.saved = {path: page for path, page in saved if page[0] > began}

    def show_page(self, path: str, html: bytes, when: float) -> None:
        """Shows one page, until a site comes that is newer than it."""
        with self._change():
            self._now.saved[path] = (when, html)

    def show_index(self, files: Mapping[str, Path]) -> None:
        """Shows what the search reads, by paths on the site."""
        with self._change():
            self._now.index = dict(files)

    def show_faults(self, faults: Sequence[Fault]) -> None:
        """Shows these errors on every page, and no others."""
        with self._change():
            self._now.faults = tuple(faults)

    @contextmanager
    def _change(self) -> Iterator[None]:
        """One change, of which all who wait are told when it is done."""
        with self._news:
            yield
            self._number += 1
            self._news.notify_all()

    def read(self, path: str) -> bytes | None:
        """The content of a file of the site; None if there is none, or it is lost."""
        if path in self._now.saved:
            return self._now.saved[path][1]
        if path in self._now.index:
            return _read(self._now.index[path])
        print_ = self._now.site.files.get(path)
        content = self._contents.read(print_) if print_ is not None else None
        if print_ is not None and content is None:
            self.missed.set()
        return content

    def find(self, path: str) -> str | None:
        """The file that an address stands for: itself, or the page of a folder."""
        names = [f"{path}index.html"] if not path or path.endswith("/") else [path]
        return next((name for name in names if self._has(name)), None)

    def has_folder(self, path: str) -> bool:
        """Whether the address would lead to a page with a `/` behind it."""
        return self._has(f"{path}/index.html")

    def _has(self, path: str) -> bool:
        now = self._now
        return path in now.saved or path in now.site.files or path in now.index

    def find_state(self, path: str) -> State:
        """How things stand for the page at an address."""
        now, file = self._now, self.find(path) or NOT_FOUND
        saved = now.saved.get(file)
        page = sha256(saved[1]).hexdigest() if saved is not None else now.site.files.get(file, "")
        version = sha256(f"{page} {now.site.around}".encode()).hexdigest()[:16]
        left = len(now.faults) - MOST
        more = f"and {left:,} more, which the terminal lists" if left > 0 else ""
        return State(version, now.faults[:MOST], more)

    def wait_for_news(self, after: int, seconds: float) -> int:
        """The number of the last change: at once if it is another than `after`, else in a while."""
        with self._news:
            self._news.wait_for(lambda: self._number != after, timeout=seconds)
            return self._number


def _read(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except OSError:
        return None
