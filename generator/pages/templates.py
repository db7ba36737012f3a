"""The page templates: loaded once from the package, strict about what they place.

Templates only place text; they look nothing up but the site's own words, which are Markdown in
each language: `_("...")`, `ngettext` and `pgettext`, with values that are escaped. A name they do
not get is an error, and so is text that is neither `Markup` nor has passed the `md` filter.
"""

from __future__ import annotations

import re
from functools import lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from generator.pages.languages import show_recorded
from generator.pages.markup import Markup, escape
from generator.speech import gettext, ngettext, pgettext

_TAG = re.compile(r"<[^<>]*>")
_BLANK_LINES = "\n\n\n"


def fill(template: str, **values: object) -> Markup:
    """The template's text with the values in their places, without runs of blank lines."""
    text = template_environment().get_template(f"{template}.md.jinja").render(values)
    while _BLANK_LINES in text:
        text = text.replace(_BLANK_LINES, "\n\n")
    return Markup(text.strip("\n") + "\n")


@lru_cache(maxsize=1)
def template_environment() -> Environment:
    """How the templates are read, for pages and for whoever collects their words."""
    environment = Environment(
        loader=PackageLoader("generator.pages"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,  # a blank line behind an included template stays one
        autoescape=False,  # noqa: S701 - it knows HTML only; `finalize` enforces ours, for Markdown
        finalize=_refuse_raw_text,
        # Markdown gives a heading its id in `{#id}`, where Jinja would begin a comment.
        comment_start_string="{%#",
        comment_end_string="#%}",
    )
    environment.filters["md"] = escape
    environment.filters["plain"] = _drop_tags
    environment.filters["record"] = show_recorded
    environment.globals |= {"_": _say, "ngettext": _say_number, "pgettext": _say_in_context}
    return environment


def _drop_tags(text: Markup) -> Markup:
    """For an attribute, which holds no elements."""
    return Markup(_TAG.sub("", text))


def _refuse_raw_text(value: object) -> object:
    if isinstance(value, (Markup, int)):
        return value
    raise TypeError(f"a template places {value!r} without escaping it")


def _say(message: str, /, **values: object) -> Markup:
    return Markup(gettext(message, **_refuse_raw_values(values)))


def _say_number(singular: str, plural: str, number: int, /, **values: object) -> Markup:
    return Markup(ngettext(singular, plural, number, **_refuse_raw_values(values)))


def _say_in_context(context: str, message: str, /, **values: object) -> Markup:
    return Markup(pgettext(context, message, **_refuse_raw_values(values)))


def _refuse_raw_values(values: dict[str, object]) -> dict[str, object]:
    return {name: _refuse_raw_text(value) for name, value in values.items()}
