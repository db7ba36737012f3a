"""A computation as a page prints it: the signs people write, and figures in the place of their ids.

How a computation is worked out is the business of `evidence`.
"""

from __future__ import annotations

import re

from generator.pages.context import PageContext
from generator.pages.escape import escape_markdown
from generator.pages.markup import Markup, escape, link
from generator.pages.wording import count, split_value
from generator.records.edtf import EdtfDate
from generator.speech import format_count

# Not the digits behind a point.
_LONG_NUMBER = re.compile(r"(?<![\d.])\d{4,}")
_NAME = re.compile(r"([a-z0-9-]*[a-z][a-z0-9-]*)")
_SIGNS = ((" - ", " − "), (" / ", " ÷ "), (" * ", " × "))


def show_computation(expression: str, page: PageContext, period: EdtfDate | None = None) -> Markup:
    """`593 km² ÷ 31 days`: the figures link to their rows, or to where they stand on record."""
    parts = _NAME.split(expression)
    names = [_show_name(name, page, period) for name in parts[1::2]]
    between = [_escape_between(part) for part in parts[::2]]
    shown = "".join(part for pair in zip(between, [*names, ""], strict=True) for part in pair)
    return Markup(shown.strip())


def show_expression(expression: str) -> str:
    """A computation with the signs that people write, and its whole numbers grouped."""
    for typed, printed in _SIGNS:
        expression = expression.replace(typed, printed)
    return _LONG_NUMBER.sub(lambda found: format_count(int(found[0])), expression)


def _show_name(name: str, page: PageContext, period: EdtfDate | None) -> str:
    observation = page.library.observations.get(name)
    if observation is not None:
        is_here = name in page.figure_numbers
        target = f"#fig-{name}" if is_here else page.link_to_record("observation", name)
        value = split_value(observation, page.library.unit_of(observation))
        return link(value.centre or value.short + value.unit, target)
    if name == "days" and period is not None and period.days is not None:
        return escape(count(period.days, "day", "days"))
    return escape(name)


def _escape_between(text: str) -> str:
    """Numbers and signs, keeping the spaces that stand beside names."""
    shown = show_expression(text)
    head = " " if shown[:1].isspace() else ""
    tail = " " if shown.strip() and shown[-1:].isspace() else ""
    return head + escape_markdown(shown) + tail
