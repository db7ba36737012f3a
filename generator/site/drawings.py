"""Drawings of charts on disk: each is drawn once, and again only when it would come out otherwise.

A drawing is known by what it was drawn from: the specification, the version of the program that
draws, and that of what is made of its output. A file that does not hold what was written into it is
drawn anew.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

from generator.site.drawing import VERSION, draw
from generator.site.lock import FOLDER as OWN_FOLDER
from generator.site.write import replace_file

CHARTS = f"{OWN_FOLDER}/charts"
"""Where the drawings of a project stand, in its folder."""
_SUFFIX = ".svg-part"


class Drawings:
    """The drawings of one project."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._used: set[str] = set()
        self._by = f"{version('vl-convert-python')} {VERSION}"
        self.drawn = 0
        """How many were not on disk."""

    def draw(self, spec: Mapping[str, object]) -> str:
        """The drawing of a specification.

        Raises:
            OSError: It can't be written.
        """
        text = json.dumps(spec, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        name = hashlib.sha256(f"{self._by}\n{text}".encode()).hexdigest() + _SUFFIX
        self._used.add(name)
        drawing = _read_sound(self._folder / name)
        if drawing is None:
            drawing = draw(spec)
            self.drawn += 1
            self._folder.mkdir(parents=True, exist_ok=True)
            replace_file(self._folder / name, _digest(drawing) + drawing.encode())
        return drawing

    def remove_unused(self) -> None:
        """Removes the drawings that nobody has asked for, and what a killed run left."""
        for path in self._folder.glob("*") if self._folder.is_dir() else ():
            if path.name not in self._used:
                path.unlink()


def _digest(drawing: str) -> bytes:
    """A first line that tells whether the rest is whole."""
    return hashlib.sha256(drawing.encode()).hexdigest().encode() + b"\n"


def _read_sound(path: Path) -> str | None:
    try:
        digest, _, drawing = path.read_bytes().partition(b"\n")
        text = drawing.decode()
    except (OSError, UnicodeDecodeError):
        return None
    return text if digest + b"\n" == _digest(text) else None
