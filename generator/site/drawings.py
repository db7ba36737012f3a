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
from generator.site.kept import load_sound, save_sound
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
        kept = load_sound(self._folder / name) if self._folder is not None else None
        if kept is not None:
            return kept.decode()
        drawing = draw(spec)
        self.drawn += 1
        if self._folder is not None:
            save_sound(self._folder / name, drawing.encode())
        return drawing
