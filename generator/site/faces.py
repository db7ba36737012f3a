"""The two faces in which cards are set: how wide their letters are, and how they look.

They are data that come with the program, so that a card has the same bytes on every machine,
whatever fonts it has. A drawing gets the outlines of its letters in place of its texts, because
whoever makes a picture of it opens a font's file several times for each letter.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from generator.pages.typesetting import Face

FOLDER = Path(__file__).parent / "fonts"
_SVG = "http://www.w3.org/2000/svg"
_STYLES = {"normal": "regular", "bold": "bold"}
"""The styles by the weights of a drawing."""


@dataclass(frozen=True, slots=True)
class _Letters:
    """How the letters of a style look; all lengths are in the face's own units."""

    units: int
    """How many of them make the size of a line."""
    advances: Mapping[str, int]
    """How far behind a letter the next one stands."""
    outlines: Mapping[str, str]
    """Each letter as the rest of an SVG path that begins at its left end on the line."""
    kerning: Mapping[str, Mapping[str, int]]
    """By a letter and the one behind it: what is added between the two."""

    def trace(self, text: str) -> str:
        """The text as an SVG path that begins at the origin."""
        path, place = "", 0
        for sign, following in pairwise(f"{text} "):
            path += f"M{place} 0{self.outlines[sign]}"
            place += self.advances[sign] + self.kerning.get(sign, {}).get(following, 0)
        return path


@cache
def read_face(style: str) -> Face:
    """The measures of a style, `regular` or `bold`."""
    letters = _read_letters(style)
    return Face({sign: width / letters.units for sign, width in letters.advances.items()})


@cache
def _read_letters(style: str) -> _Letters:
    read = json.loads((FOLDER / f"briefwright-card-{style}.json").read_text("utf-8"))
    return _Letters(
        read["units"],
        {sign: advance for sign, (advance, _) in read["signs"].items()},
        {sign: outline for sign, (_, outline) in read["signs"].items()},
        _read_kerning(read["kerning"]),
    )


def _read_kerning(groups: Mapping[str, Mapping[str, str]]) -> dict[str, Mapping[str, int]]:
    """From letters that are alike, by each space that is added, to the letters behind it."""
    found: dict[str, Mapping[str, int]] = {}
    for signs, spaces in groups.items():
        row = {behind: int(space) for space, all_ in spaces.items() for behind in all_}
        found |= dict.fromkeys(signs, row)
    return found


def trace_texts(drawing: str) -> str:
    """A drawing of ours, in SVG, with the outlines of letters in place of its texts."""
    root = ElementTree.fromstring(drawing)  # noqa: S314 - made by `pages.share_card`, which escapes
    for text in root.iter(f"{{{_SVG}}}text"):
        _trace(text, text.attrib)
    return ElementTree.tostring(root, "unicode")


def _trace(text: Any, style: Mapping[str, str]) -> None:
    letters = _read_letters(_STYLES[style["font-weight"]])
    words = re.sub(" +", " ", text.text or "").strip(" ")  # as SVG reads the spaces of a text
    scale = int(style["font-size"]) / letters.units
    path = {
        "transform": f"translate({style['x']},{style['y']}) scale({scale:g})",
        "fill": style["fill"],
        "d": letters.trace(words),
    }
    text.clear()
    text.tag, text.attrib = f"{{{_SVG}}}path", path
