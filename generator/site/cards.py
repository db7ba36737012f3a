"""Cards for shared links as pictures: drawn once, and kept in the project's own folder.

What a card shows is `pages`' to say. A kept picture is known by everything that made it (drawing,
fonts, versions of what draws and compresses) and carries a checksum, so that one that was cut off
or changed is drawn again.
"""

from __future__ import annotations

import hashlib
import zlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

from generator.pages.cross_references import CrossReferences
from generator.pages.parts import SITE, Files, Part
from generator.pages.share_card import SITE_CARD, Setting, card_of, draw_brief, draw_site
from generator.site.faces import FOLDER, read_face, trace_texts
from generator.site.kept import load_sound, save_sound
from generator.site.lock import FOLDER as OWN_FOLDER
from generator.site.palette_png import shrink
from generator.site.settings import read_setting
from generator.speech import choose_language, speaking, spoken

KEPT = f"{OWN_FOLDER}/cards"
VERSION = 3
"""To be raised with every change of how a picture is made from its drawing."""
_HOME = (SITE, "home")
"""The part with which the card of all other pages is made."""


class Cards:
    """Makes the cards of one site."""

    def __init__(self, setting: Setting, folder: Path | None) -> None:
        self._setting = setting
        self._folder = folder
        """Where pictures are kept; None where they can't be."""
        self.used: set[str] = set()
        """The names of those that were asked for."""

    def make(self, part: Part, cross: CrossReferences) -> Files:
        """The cards that belong to a part, as PNG, by their path on the site.

        Raises:
            OSError: A picture can't be kept.
        """
        if part == _HOME:
            return {SITE_CARD: self._find(draw_site(self._setting))}
        if part.kind != "brief":
            return {}
        brief = cross.library.briefs[part.id]
        with speaking(choose_language(brief.front.language, spoken())):
            return {card_of(brief.id): self._find(draw_brief(brief, cross, self._setting))}

    def _find(self, drawing: str) -> bytes:
        """The picture from its file, or a new one, which is kept."""
        name = _name(drawing)
        self.used.add(name)
        kept = load_sound(self._folder / name) if self._folder is not None else None
        picture = kept or render_card(drawing)
        if self._folder is not None and kept is None:
            save_sound(self._folder / name, picture)
        return picture


def read_setting_of_cards(project: Path) -> Setting:
    """What all cards of a project's site share."""
    return Setting(
        site_name=read_setting(project, "site_name"),
        tagline=read_setting(project, "site_description"),
        regular=read_face("regular"),
        bold=read_face("bold"),
    )


def _name(drawing: str) -> str:
    return hashlib.sha256(f"{_name_means()} {drawing}".encode()).hexdigest()


@cache
def _name_means() -> str:
    """By what a drawing becomes a picture; another zlib gives other bytes for the same picture."""
    fonts = b"".join(font.read_bytes() for font in sorted(FOLDER.glob("*.json")))
    programs = f"{version('vl-convert-python')} {zlib.ZLIB_RUNTIME_VERSION}"
    return f"{VERSION} {programs} {hashlib.sha256(fonts).hexdigest()}"


def render_card(drawing: str) -> bytes:
    """A drawing as a PNG."""
    import vl_convert  # noqa: PLC0415 - a build whose cards are all kept does without it

    return shrink(vl_convert.svg_to_png(trace_texts(drawing), scale=1))
