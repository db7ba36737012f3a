"""Cards for shared links as pictures: drawn once, and kept in the project's own folder.

What a card shows is `pages`' to say. A kept picture is known by everything that made it (drawing,
fonts, versions of what draws and compresses) and carries a checksum, so that one that was cut off
or changed is drawn again.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path

from generator.library.library import Library
from generator.pages.as_of import AsOf
from generator.pages.cross_references import CrossReferences
from generator.pages.share_card import SITE_CARD, Setting, card_of, draw_brief, draw_site
from generator.records.edtf import EdtfDate
from generator.site.engines import read_language, read_setting
from generator.site.faces import FAMILY, FOLDER, read_face
from generator.site.lock import FOLDER as OWN_FOLDER
from generator.site.palette_png import shrink
from generator.site.write import replace_file
from generator.speech import choose_language, speaking

KEPT = f"{OWN_FOLDER}/cards"
VERSION = 2
"""To be raised with every change of how a picture is made from its drawing."""
_DIGEST = hashlib.sha256().digest_size


def make_cards(project: Path, library: Library, as_of: EdtfDate) -> dict[str, bytes]:
    """Each card as a PNG, by its path on the site.

    Raises:
        OSError: A picture can't be kept.
    """
    kept = project / KEPT
    kept.mkdir(parents=True, exist_ok=True)
    used, cards = set(), {}
    for path, drawing in _draw(project, library, as_of):
        name = _name(drawing)
        used.add(name)
        cards[path] = _find(kept / name, drawing)
    for file in kept.iterdir():
        if file.name not in used:
            file.unlink(missing_ok=True)
    return cards


def _draw(project: Path, library: Library, as_of: EdtfDate) -> Iterator[tuple[str, str]]:
    setting = Setting(
        site_name=read_setting(project, "site_name"),
        tagline=read_setting(project, "site_description"),
        family=FAMILY,
        regular=read_face("regular"),
        bold=read_face("bold"),
    )
    yield SITE_CARD, draw_site(setting)
    cross, own = CrossReferences(library, AsOf(as_of)), read_language(project)
    for brief in library.briefs.values():
        with speaking(choose_language(brief.front.language, own)):
            yield card_of(brief.id), draw_brief(brief, cross, setting)


def _name(drawing: str) -> str:
    return hashlib.sha256(f"{_name_means()} {drawing}".encode()).hexdigest()


@cache
def _name_means() -> str:
    """By what a drawing becomes a picture; another zlib gives other bytes for the same picture."""
    fonts = b"".join(font.read_bytes() for font in sorted(FOLDER.glob("*.ttf")))
    programs = f"{version('vl-convert-python')} {zlib.ZLIB_RUNTIME_VERSION}"
    return f"{VERSION} {programs} {hashlib.sha256(fonts).hexdigest()}"


def _find(file: Path, drawing: str) -> bytes:
    """The picture from its file, or a new one, which is kept."""
    if file.is_file():
        content = file.read_bytes()
        checksum, picture = content[:_DIGEST], content[_DIGEST:]
        if hashlib.sha256(picture).digest() == checksum:
            return picture
    picture = render_card(drawing)
    replace_file(file, hashlib.sha256(picture).digest() + picture)
    return picture


def render_card(drawing: str) -> bytes:
    """A drawing as a PNG."""
    return shrink(_load_converter()(drawing))


@cache
def _load_converter() -> Callable[[str], bytes]:
    """It is told once where our fonts are; to load it takes longer than to draw a card."""
    import vl_convert  # noqa: PLC0415 - a build whose cards are all kept does without it

    vl_convert.register_font_directory(str(FOLDER))

    def convert(drawing: str) -> bytes:
        return bytes(vl_convert.svg_to_png(drawing, scale=1))

    return convert
