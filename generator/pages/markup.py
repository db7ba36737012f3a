"""Text that is Markdown already, apart from text that still has to be escaped.

Every value that a template places is one of these, or a number, or has passed the `md` filter; the
templates refuse anything else, so that forgetting to escape a record's text is loud.
"""

from __future__ import annotations

from generator.pages.escape import escape_markdown, escape_url
from generator.records.web_address import name_host

HTML_SIGN = "<!-- HTML ends at a blank line -->"
"""The first line of a page whose blocks of HTML the engine passes on as they stand."""


class Markup(str):
    """Markdown or HTML that the generator wrote, placed on a page as it stands."""

    __slots__ = ()


def escape(text: str) -> Markup:
    """A record's text as Markdown that shows exactly it; it also reads right in HTML."""
    if isinstance(text, Markup):
        raise TypeError("this is Markdown already and would be escaped twice")
    return Markup(escape_markdown(text))


def link(text: str, target: str, attributes: str = "", id: str = "") -> Markup:
    """A link to an address on the site; the text is escaped unless that is done already.

    In HTML, which stands in any part of a page and which the engine need not parse.
    """
    shown = text if isinstance(text, Markup) else escape(text)
    anchor = f' id="{id}"' if id else ""
    return Markup(f'<a{attributes} href="{target}"{anchor}>{shown}</a>')


def link_out(url: str, text: str = "") -> Markup:
    """A link that leaves the site, under its host where no text is given."""
    return Markup(f'<a href="{escape_url(url)}">{escape(text or name_host(url))}</a>')


def join(parts: list[Markup], separator: str = ", ") -> Markup:
    """Several pieces as one."""
    return Markup(separator.join(parts))
