"""Key figures that are past their shelf life, as text, Markdown or JSON.

Figures alone say what is old; whether a brief has to change for it is for its author to judge.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

from generator.diff.foreign_text import show_in_markdown
from generator.evidence.old_figures import OldFigure, OldFigures
from generator.report_table import make_table

LONGEST = 120
"""So many characters of a text that others wrote are shown."""
_UNITS = {"D": "day", "M": "month", "Y": "year"}


def format_old(old: OldFigures, form: str) -> str:
    """The list in one of the formats `text`, `markdown` and `json`."""
    if form == "json":
        told = [_describe(one) for one in old.figures]
        counts = {"key-figures": old.of, "without-shelf-life": old.lasting}
        return json.dumps({"as-of": old.day, **counts, "old": told}, indent=2)
    if form == "markdown":
        table = [_make_table(old.figures)] if old.figures else []
        return "\n\n".join([f"**{_count(old)}**", *table])
    return "\n".join([*(_word(one) for one in old.figures), _count(old)])


def _describe(figure: OldFigure) -> dict[str, object]:
    return {name.replace("_", "-"): value for name, value in asdict(figure).items()}


def _count(old: OldFigures) -> str:
    newer = sum(bool(one.newer) for one in old.figures)
    return (
        f"key figures {old.of:,}: past their shelf life on {old.day} {len(old.figures):,} "
        f"(a newer one is on record for {newer:,}), of metrics without a shelf life "
        f"{old.lasting:,}"
    )


def _word(figure: OldFigure) -> str:
    lines = [
        f"{figure.observation}: {figure.value}, {figure.period}; {_word_age(figure)}",
        f"  at the head of {_list(figure.headline_of)}",
    ]
    if figure.used_in:
        lines.append(f"  used in {_list(figure.used_in)}")
    if figure.newer:
        lines.append(f"  newer on record: `{figure.newer}`")
    return "\n".join(lines)


def _word_age(figure: OldFigure) -> str:
    number, unit = figure.shelf_life[1:-1], _UNITS[figure.shelf_life[-1]]
    plural = "" if number == "1" else "s"
    return f"{figure.age:,} days old, of use for {number} {unit}{plural}"


def _make_table(figures: Sequence[OldFigure]) -> str:
    head = ("Figure", "Says", "Age", "At the head of", "Used in", "Newer on record")
    rows = [
        (
            _list((one.observation,)),
            show_in_markdown(f"{one.value}, {one.period}", LONGEST),
            _word_age(one),
            _list(one.headline_of),
            _list(one.used_in),
            _list((one.newer,) if one.newer else ()),
        )
        for one in figures
    ]
    return make_table(head, rows)


def _list(ids: Sequence[str]) -> str:
    return ", ".join(f"`{id}`" for id in ids)
