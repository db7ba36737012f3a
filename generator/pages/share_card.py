"""The picture that stands beside a shared link: what a brief asks, and its first key figure.

Drawn as SVG, in the colours of the light scheme; `site` makes a PNG of it. Text that the faces
can't draw is left out.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.cross_references import CrossReferences
from generator.pages.date_words import word_date
from generator.pages.escape import escape_html
from generator.pages.languages import name_of
from generator.pages.typesetting import Face
from generator.pages.wording import split_value
from generator.records.brief import Brief
from generator.speech import gettext as _

WIDTH, HEIGHT = 1200, 630
SITE_CARD = "card.png"
"""Where the picture of all pages that are no briefs stands on the site."""
PAPER, INK = (252, 251, 247), (29, 28, 26)
"""Red, green and blue of the paper and of the darkest ink; everything else lies between the two."""
_SOFT, _RULE = "#524e47", "#dcd7ca"
_MARGIN = 72
_COLUMN = WIDTH - 2 * _MARGIN
_TITLES = ((64, 2), (56, 3), (46, 4))
"""Sizes of a title with the most lines at each; the first that serves is taken."""
_TITLE_TOP, _RULE_TOP, _VALUE_TOP, _FOOT = 150, 440, 514, 560


@dataclass(frozen=True)
class Setting:
    """What all cards of a site share."""

    site_name: str
    tagline: str
    regular: Face
    bold: Face


def card_of(brief: str) -> str:
    """Where the picture of a brief stands on the site."""
    return f"briefs/{brief}/{SITE_CARD}"


@dataclass(frozen=True, slots=True)
class Style:
    """How a line is set."""

    size: int
    is_bold: bool = False
    is_soft: bool = False
    width: int = _COLUMN
    """How wide a line of it may be."""

    def choose_face(self, setting: Setting) -> Face:
        """The face that it is set in."""
        return setting.bold if self.is_bold else setting.regular


_NAME, _VALUE = Style(34, is_bold=True), Style(52, is_bold=True)
_QUESTION, _SMALL = Style(32, is_soft=True), Style(26, is_soft=True, width=_COLUMN * 2 // 3)
_LEADING = 1.12
_QUESTION_LEADING = 1.3


def draw_brief(brief: Brief, cross: CrossReferences, setting: Setting) -> str:
    """The card of a brief, as SVG."""
    front = brief.front
    style, title = _fit_title(front.title, setting)
    top = _TITLE_TOP + style.size
    below = top + round(_LEADING * style.size * (len(title) - 1)) + 2 * _QUESTION.size
    room = (_RULE_TOP - 40 - below) // round(_QUESTION_LEADING * _QUESTION.size) + 1
    return _frame(
        [
            *_draw_name(setting),
            *_draw_lines(title, top, style),
            *_draw_text(front.question, below, _QUESTION, setting, most=min(room, 3)),
            f'<rect x="{_MARGIN}" y="{_RULE_TOP}" width="{_COLUMN}" height="2" fill="{_RULE}"/>',
            *_draw_figure(brief, cross, setting),
            *_draw_end(_("Evidence to %(date)s", date=word_date(front.cut_off)), setting),
        ]
    )


def draw_site(setting: Setting) -> str:
    """The card of every other page."""
    style, lines = _fit_title(setting.tagline.rstrip("."), setting)
    return _frame([*_draw_name(setting), *_draw_lines(lines, 300, style)])


def _draw_figure(brief: Brief, cross: CrossReferences, setting: Setting) -> list[str]:
    """The first key figure with its qualifier, unit and period; all of it or nothing."""
    if not brief.front.key_figures:
        return []
    chosen = brief.front.key_figures[0]
    library = cross.library
    observation = library.observations[chosen.observation]
    value = split_value(observation, library.unit_of(observation))
    label = chosen.label or name_of(library.metrics[observation.metric])
    number = _draw_text(value.short + value.unit, _VALUE_TOP, _VALUE, setting, most=1)
    what = f"{label}, {word_date(observation.period)}"
    described = _draw_text(what, _FOOT, _SMALL, setting, most=1)
    return [*number, *described] if number and described else []


def _fit_title(title: str, setting: Setting) -> tuple[Style, list[str]]:
    """Style and lines; none where the face lacks a character."""
    fitted = Style(_TITLES[0][0], is_bold=True), list[str]()
    if not setting.bold.can_draw(title):
        return fitted
    for size, most in _TITLES:
        fitted = Style(size, is_bold=True), setting.bold.fit(title, size, _COLUMN, most)
        if len(setting.bold.break_lines(title, size, _COLUMN)) <= most:
            break
    return fitted


def _draw_name(setting: Setting) -> list[str]:
    drawn = _draw_text(setting.site_name, 100, _NAME, setting, most=1)
    if not drawn:
        return []
    width = min(_COLUMN, round(setting.bold.measure(setting.site_name, _NAME.size)))
    return [*drawn, f'<rect x="{_MARGIN}" y="112" width="{width}" height="3" fill="{_SOFT}"/>']


def _draw_text(text: str, top: int, style: Style, setting: Setting, *, most: int) -> list[str]:
    """The text in at most so many lines; nothing where the face lacks a character."""
    face = style.choose_face(setting)
    if most < 1 or not face.can_draw(text):
        return []
    return _draw_lines(face.fit(text, style.size, style.width, most), top, style)


def _draw_end(text: str, setting: Setting) -> list[str]:
    """A line that ends where the column does."""
    if not setting.regular.can_draw(text):
        return []
    x = WIDTH - _MARGIN - round(setting.regular.measure(text, _SMALL.size))
    return [_draw_line(text, (x, _FOOT), _SMALL)]


def _draw_lines(lines: list[str], top: int, style: Style) -> list[str]:
    leading = style.size * (_QUESTION_LEADING if style == _QUESTION else _LEADING)
    return [
        _draw_line(line, (_MARGIN, round(top + leading * number)), style)
        for number, line in enumerate(lines)
    ]


def _draw_line(text: str, place: tuple[int, int], style: Style) -> str:
    weight = "bold" if style.is_bold else "normal"
    ink = _SOFT if style.is_soft else _name_colour(INK)
    return (
        f'<text x="{place[0]}" y="{place[1]}" font-size="{style.size}" '
        f'font-weight="{weight}" fill="{ink}">{escape_html(text)}</text>'
    )


def _name_colour(colour: tuple[int, int, int]) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour)


def _frame(parts: list[str]) -> str:
    size = f'width="{WIDTH}" height="{HEIGHT}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="0 0 {WIDTH} {HEIGHT}">'
        f'<rect {size} fill="{_name_colour(PAPER)}"/>{"".join(parts)}</svg>'
    )
