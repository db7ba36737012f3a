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
from generator.site.kept import put_in_place
from generator.site.lock import FOLDER as OWN_FOLDER

CHARTS = f"{OWN_FOLDER}/charts"
"""Where the drawings of a project stand, in its folder."""
_SUFFIX = ".svg-part"


class Drawings:
    """The drawings of one project."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        """Where drawings are kept; None where they can't be."""
        self.used: set[str] = set()
        """The names of those that were asked for."""
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
        self.used.add(name)
        drawing = _read_sound(self._folder / name) if self._folder is not None else None
        if drawing is None:
            drawing = draw(spec)
            self.drawn += 1
            if self._folder is not None:
                self._folder.mkdir(parents=True, exist_ok=True)
                put_in_place(self._folder / name, _digest(drawing) + drawing.encode())
        return drawing


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
