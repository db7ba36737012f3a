"""Which files of a project have changed since it was last looked at: its own, and the program's.

It knows what a preview follows and what it must not: pages that are generated would bring about
the next generation, and so on. It looks at each file's time, size and number, not into it.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable
from pathlib import Path

from yaml import YAMLError

from generator.library.capture import CAPTURES
from generator.pages.parts import folders
from generator.reading.files import DATA
from generator.site.mark import has_mark
from generator.site.settings import CONFIG, DOCS, read_theme_folder

PROGRAM = Path(__file__).resolve().parents[1]
PAUSE = 12.0
"""How often the time that a look at all files takes passes before the next one."""
Stamp = tuple[int, int, int]
_PASSED_OVER = frozenset(["__pycache__"])


class Watch:
    """The files of one project, as they were when it was last looked at them."""

    def __init__(self, project: Path, pause: float = PAUSE) -> None:
        self._project, self._pause = project, pause
        self._generated: dict[str, Stamp] = {}
        self._roots = [project / DATA, project / CAPTURES, PROGRAM, *_find_theme(project)]
        self._lately: set[str] = set()
        """Files that have changed already, and are the likeliest to change again."""
        self._next = 0.0
        self._seen = self._look()

    def find_changed(self) -> set[str]:
        """The paths of files that are new, gone, or changed: in the project, if they lie there.

        Of many files most are looked at now and then, and each time only those that have changed
        before; so that watching costs a small part of a core, however many there are.
        """
        if time.monotonic() >= self._next:
            now = self._look()
            changed = {path for path, stamp in now.items() if self._seen.get(path) != stamp}
            changed |= self._seen.keys() - now.keys()
            self._seen = now
        else:
            changed = {path for path in self._lately if _stamp(Path(path)) != self._seen.get(path)}
            for path in changed:
                self._note(path)
        self._lately |= changed
        return {self._name(path) for path in changed}

    def _note(self, path: str) -> None:
        stamp = _stamp(Path(path))
        if stamp is None:
            del self._seen[path]
        else:
            self._seen[path] = stamp

    def _name(self, path: str) -> str:
        place = Path(path)
        if place.is_relative_to(self._project):
            return place.relative_to(self._project).as_posix()
        return path

    def _look(self) -> dict[str, Stamp]:
        began, found = time.monotonic(), dict[str, Stamp]()
        for root in self._roots:
            _scan(str(root), found)
        if (stamp := _stamp(self._project / CONFIG)) is not None:
            found[str(self._project / CONFIG)] = stamp
        pages: dict[str, Stamp] = {}
        _scan(str(self._project / DOCS), pages, except_for=folders())
        self._generated |= {
            path: stamp
            for path, stamp in pages.items()
            if self._generated.get(path) != stamp and has_mark(Path(path))
        }
        found |= {
            path: stamp for path, stamp in pages.items() if self._generated.get(path) != stamp
        }
        ended = time.monotonic()
        self._next = ended + self._pause * (ended - began)
        return found


def _find_theme(project: Path) -> Iterable[Path]:
    try:
        theme = read_theme_folder(project)
    except (OSError, ValueError, YAMLError):
        return []
    return [] if theme.is_relative_to(PROGRAM) else [theme]


def _scan(folder: str, found: dict[str, Stamp], except_for: frozenset[str] = frozenset()) -> None:
    try:
        entries = list(os.scandir(folder))
    except OSError:  # it is gone, or not there yet
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            if entry.name not in _PASSED_OVER and entry.name not in except_for:
                _scan(entry.path, found)
        elif (stamp := _stamp(entry)) is not None:
            found[entry.path] = stamp


def _stamp(file: Path | os.DirEntry[str]) -> Stamp | None:
    try:
        status = file.stat(follow_symlinks=False)
    except OSError:  # it is gone
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
