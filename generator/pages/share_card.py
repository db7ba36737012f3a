"""The picture that stands beside a shared link: what a brief asks, and its first key figure.

Drawn as SVG, in the colours of the light scheme; `site` makes a PNG of it. Text that the faces
can't draw is left out.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.cross_references import CrossReferences
from generator.pages.escape import escape_html
from generator.pages.typesetting import Face
from generator.pages.wording import split_value
from generator.records.brief import Brief
from generator.records.edtf_words import format_edtf

WIDTH, HEIGHT = 1200, 630
SITE_CARD = "card.png"
"""Where the picture of all pages that are no briefs stands on the site."""
TAGLINE = "Research briefs in which every figure shows its source"

_PAPER, _INK, _SOFT, _RULE, _ACCENT = "#fcfbf7", "#1d1c1a", "#524e47", "#dcd7ca", "#1b4a73"
_MARGIN = 72
_COLUMN = WIDTH - 2 * _MARGIN
_TITLES = ((64, 2), (56, 3), (46, 4))
"""Sizes of a title, the largest that needs no more than its lines first."""
_FOOT = 560


@dataclass(frozen=True)
class Setting:
    """What all cards of a site share."""

    site_name: str
    family: str
    """The name under which the font files are known to whoever draws."""
    regular: Face
    bold: Face


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A value as it stands on a card, and what it is."""

    value: str
    what: str


def card_of(brief: str) -> str:
    """Where the picture of a brief stands on the site."""
    return f"briefs/{brief}/{SITE_CARD}"


def draw_brief(brief: Brief, cross: CrossReferences, setting: Setting) -> str:
    """The card of a brief, as SVG."""
    front = brief.front
    figure = _find_figure(brief, cross)
    parts = [_draw_name(setting)]
    size, title = _fit_title(front.title, setting)
    top = 150 + size
    parts += _draw_lines(title, top, size, setting, is_bold=True)
    top += round(1.12 * size * (len(title) - 1)) + 62
    room = (400 - top) // 42 + 1
    if setting.regular.can_draw(front.question) and room > 0:
        lines = setting.regular.fit(front.question, 32, _COLUMN, min(room, 3))
        parts += _draw_lines(lines, top, 32, setting, ink=_SOFT, leading=1.3)
    parts.append(f'<rect x="{_MARGIN}" y="440" width="{_COLUMN}" height="2" fill="{_RULE}"/>')
    if figure and setting.bold.can_draw(figure.value) and setting.regular.can_draw(figure.what):
        value = setting.bold.fit(figure.value, 52, _COLUMN, 1)
        what = setting.regular.fit(figure.what, 26, 700, 1)
        parts += _draw_lines(value, 514, 52, setting, is_bold=True)
        parts += _draw_lines(what, _FOOT, 26, setting, ink=_SOFT)
    evidence = f"Evidence to {format_edtf(front.cut_off)}"
    parts.append(_draw_end(evidence, setting))
    return _frame(parts)


def draw_site(setting: Setting) -> str:
    """The card of every other page."""
    lines = setting.bold.fit(TAGLINE, 72, _COLUMN, 3)
    return _frame([_draw_name(setting), *_draw_lines(lines, 300, 72, setting, is_bold=True)])


def _find_figure(brief: Brief, cross: CrossReferences) -> KeyFigure | None:
    """The first key figure, with its qualifier and unit, and its period."""
    if not brief.front.key_figures:
        return None
    chosen = brief.front.key_figures[0]
    library = cross.library
    observation = library.observations[chosen.observation]
    value = split_value(observation, library.unit_of(observation))
    label = chosen.label or library.metrics[observation.metric].name
    return KeyFigure(value.short + value.unit, f"{label}, {format_edtf(observation.period)}")


def _fit_title(title: str, setting: Setting) -> tuple[int, list[str]]:
    """Size and lines; none where the face lacks a character."""
    if not setting.bold.can_draw(title):
        return _TITLES[0][0], []
    for size, most in _TITLES:
        lines = setting.bold.break_lines(title, size, _COLUMN)
        if len(lines) <= most:
            return size, lines
    return size, setting.bold.fit(title, size, _COLUMN, most)


def _draw_name(setting: Setting) -> str:
    if not setting.bold.can_draw(setting.site_name):
        return ""
    (name,) = setting.bold.fit(setting.site_name, 34, _COLUMN, 1)
    line = round(setting.bold.measure(name, 34))
    return (
        f"{_draw_text(name, _MARGIN, 100, 34, setting, is_bold=True)}"
        f'<rect x="{_MARGIN}" y="112" width="{line}" height="3" fill="{_ACCENT}"/>'
    )


def _draw_lines(
    lines: list[str],
    top: int,
    size: int,
    setting: Setting,
    *,
    is_bold: bool = False,
    ink: str = _INK,
    leading: float = 1.12,
) -> list[str]:
    return [
        _draw_text(line, _MARGIN, round(top + leading * size * number), size, setting, is_bold, ink)
        for number, line in enumerate(lines)
    ]


def _draw_end(text: str, setting: Setting) -> str:
    x = WIDTH - _MARGIN - round(setting.regular.measure(text, 26))
    return _draw_text(text, x, _FOOT, 26, setting, ink=_SOFT)


def _draw_text(
    text: str,
    x: int,
    y: int,
    size: int,
    setting: Setting,
    is_bold: bool = False,
    ink: str = _INK,
) -> str:
    weight = "bold" if is_bold else "normal"
    return (
        f'<text x="{x}" y="{y}" font-family="{setting.family}" font-size="{size}" '
        f'font-weight="{weight}" fill="{ink}">{escape_html(text)}</text>'
    )


def _frame(parts: list[str]) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" '
        f'viewBox="0 0 {WIDTH} {HEIGHT}"><rect width="{WIDTH}" height="{HEIGHT}" fill="{_PAPER}"/>'
        f"{''.join(parts)}</svg>"
    )
