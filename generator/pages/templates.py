"""The page templates: loaded once from the package, strict about what they place.

Templates only place text; they look nothing up. A name they do not get is an error, and so is text
that is neither `Markup` nor has passed the `md` filter.
"""

from __future__ import annotations

import re
from functools import lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from generator.pages.markup import Markup, escape

_BLANK_LINES = re.compile(r"\n{3,}")


def fill(template: str, **values: object) -> Markup:
    """The template's text with the values in their places, without runs of blank lines."""
    text = _environment().get_template(f"{template}.md.jinja").render(values)
    return Markup(_BLANK_LINES.sub("\n\n", text).strip("\n") + "\n")


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("generator.pages"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,  # noqa: S701 - it knows HTML only; `finalize` enforces ours, for Markdown
        finalize=_refuse_raw_text,
        # Markdown gives a heading its id in `{#id}`, where Jinja would begin a comment.
        comment_start_string="{%#",
        comment_end_string="#%}",
    )
    environment.filters["md"] = escape
    return environment


def _refuse_raw_text(value: object) -> object:
    if isinstance(value, (Markup, int)):
        return value
    raise TypeError(f"a template places {value!r} without escaping it")
