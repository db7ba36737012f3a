"""What stands in the place of a generated page that the engine can't render.

It keeps the page's front matter and every anchor, so that nothing that points to the page breaks,
and says what happened. Which pages need one is found elsewhere.
"""

from __future__ import annotations

import html
import re

from generator.pages.escape import escape_html, escape_markdown

_TITLE = re.compile(r'(?m)^title: "(.*)"$')
_ANCHOR = re.compile(r'\bid="([A-Za-z0-9:_.-]+)"|\{[^{}\n]*#([A-Za-z0-9:_.-]+)[^{}\n]*\}')
_CITED = re.compile(r"(?m)^\[\^([a-z0-9-]+)\]:")


def make_stand_in(page: str, cause: str) -> str:
    """A page that can be rendered, from the text of one that can't and the cause."""
    front, _, body = page.partition("\n---\n")
    found = _TITLE.search(front)
    title = html.unescape(found[1].replace('\\"', '"')) if found else ""
    ids = dict.fromkeys(one or other for one, other in _ANCHOR.findall(body))
    ids |= dict.fromkeys(f"fn:{id}" for id in _CITED.findall(body))
    anchors = "".join(f'<span id="{id}"></span>' for id in ids if id != "title")
    return (
        f"{front}\n---\n\n# {escape_markdown(title)} {{#title}}\n\n"
        '<p class="bw-note">This page could not be rendered when the site was built, because '
        f"{escape_html(cause)}. Its record is not lost: it stands in the repository.</p>\n\n"
        f"<p>{anchors}</p>\n"
    )
