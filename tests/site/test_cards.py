"""Cards for shared links: the same bytes everywhere, small, drawn once, and never with boxes."""

import os
import re
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from generator.library.library import Library
from generator.pages.as_of import AsOf
from generator.pages.cross_references import CrossReferences
from generator.pages.parts import list_parts
from generator.pages.share_card import HEIGHT, WIDTH, Setting, draw_brief, draw_site
from generator.records.edtf import parse_edtf
from generator.site import cards
from generator.site.cards import KEPT, Cards, read_setting_of_cards, render_card
from generator.site.faces import read_face, trace_texts
from generator.site.kept import remove_unused

ROOT = Path(__file__).parents[2]
AS_OF = parse_edtf("2024-06-01")
HOSTILE = "</text><image href='https://t.example/x.png'/>&"


def _setting(name: str = "Briefwright") -> Setting:
    tagline = "Research briefs in which every figure shows its source."
    return Setting(name, tagline, read_face("regular"), read_face("bold"))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of nothing but its configuration."""
    config = "site_name: Harbour notes\nsite_description: What the harbour said.\n"
    (tmp_path / "mkdocs.yml").write_text(config, "utf-8")
    return tmp_path


def make_cards(project: Path, library: Library) -> dict[str, bytes]:
    """The cards of all parts of a library's site; those that nobody asked for are removed."""
    maker, cross = Cards(read_setting_of_cards(project), project / KEPT), CrossReferences(library)
    made = {
        path: card for part in list_parts(library) for path, card in maker.make(part, cross).items()
    }
    remove_unused(project / KEPT, maker.used)
    return made


def _texts(drawing: str) -> list[str]:
    return re.findall(r"<text [^>]*>([^<]*)</text>", drawing)


def test_every_brief_has_a_card_and_the_site_one(project: Path, library: Library) -> None:
    """Pictures of the size that their pages state, small enough for a telephone."""
    made = make_cards(project, library)
    assert set(made) == {"card.png", *(f"briefs/{id}/card.png" for id in library.briefs)}
    for picture in made.values():
        assert picture.startswith(b"\x89PNG\r\n\x1a\n")
        assert struct.unpack(">II", picture[16:24]) == (WIDTH, HEIGHT)
        assert len(picture) < 60_000


def test_a_card_tells_the_figure_with_its_limit_and_unit(library: Library) -> None:
    """And up to when evidence was looked at."""
    brief = library.briefs["herring-slows"]
    texts = " ".join(_texts(draw_brief(brief, CrossReferences(library, AsOf(AS_OF)), _setting())))
    assert brief.front.title.split()[0] in texts
    assert "Evidence to" in texts
    assert "about\N{NO-BREAK SPACE}9\N{NO-BREAK SPACE}t/day" in texts


def test_kept_pictures_are_not_drawn_again(
    project: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Unless one was cut off or changed; and what no card needs any more is removed."""
    first = make_cards(project, library)
    kept = sorted((project / KEPT).iterdir())
    drawn: list[str] = []

    def draw(drawing: str) -> bytes:
        drawn.append(drawing)
        return render_card(drawing)

    monkeypatch.setattr(cards, "render_card", draw)
    assert make_cards(project, library) == first
    assert drawn == []
    kept[0].write_bytes(kept[0].read_bytes()[:-1])
    (project / KEPT / "left-over").write_bytes(b"x")
    assert make_cards(project, library) == first
    assert len(drawn) == 1
    assert sorted((project / KEPT).iterdir()) == kept


def test_the_fonts_of_the_machine_do_not_matter(tmp_path: Path) -> None:
    """With none of them the bytes are the same."""
    program = (
        "import hashlib\n"
        "from generator.site.cards import render_card\n"
        "from tests.site.test_cards import _setting, draw_site\n"
        "print(hashlib.sha256(render_card(draw_site(_setting('Київ, 9 km²')))).hexdigest())\n"
    )
    (tmp_path / "fonts.conf").write_text("<fontconfig></fontconfig>", "utf-8")
    none = {"FONTCONFIG_FILE": str(tmp_path / "fonts.conf"), "HOME": str(tmp_path)}
    digests = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=ROOT,
            env={**os.environ, **changed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for changed in ({}, none)
    }
    assert len(digests) == 1


@pytest.mark.parametrize("name", ["سوق", "港", "a\N{PILE OF POO}"])
def test_what_the_faces_lack_is_left_out(name: str) -> None:
    """A box in its place would say something that nobody said."""
    shown = _texts(draw_site(_setting(name)))
    assert shown
    assert not any(sign in "".join(shown) for sign in name.strip("a"))


def test_a_card_holds_text_as_text() -> None:
    """Nothing in a name becomes a part of the drawing."""
    drawing = draw_site(_setting(HOSTILE))
    assert "<image" not in drawing
    assert "&lt;/text&gt;" in drawing


def test_the_faces_have_the_letters_of_latin_greek_and_cyrillic() -> None:
    """With the signs of money, units and quotation that titles use."""
    for style in ("regular", "bold"):
        assert read_face(style).can_draw(
            "Łódź Ångström Ελλάδα Київ Ґ “«²³€₴₽–…№’ 9\N{NO-BREAK SPACE}%"
        )


def test_a_picture_is_made_of_outlines() -> None:
    """So that nothing looks for a font: one path for each text."""
    drawing = draw_site(_setting(HOSTILE))
    traced = trace_texts(drawing)
    assert not re.search(r"<[a-z0-9:]*text", traced)
    assert len(re.findall(r"<[a-z0-9:]*path", traced)) == len(_texts(drawing))


def test_letters_stand_as_their_face_has_them() -> None:
    """`To` stands nearer than `Tl`; several spaces are one, as SVG reads them."""
    text = '<text x="0" y="0" font-size="10" font-weight="bold" fill="#000000">{}</text>'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg">{text}</svg>'

    def places(words: str) -> list[int]:
        return [int(place) for place in re.findall(r"M(-?\d+) 0", trace_texts(svg.format(words)))]

    assert 0 == places("To")[0] < places("To")[1] < places("Tl")[1]
    assert places(" T  o ") == places("T o")
