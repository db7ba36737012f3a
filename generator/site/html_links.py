"""Links in HTML lead to one place, whichever engine builds the page: a Python-Markdown extension.

MkDocs and ProperDocs pass the addresses of HTML on as they stand, relative to the page on the site.
Zensical takes them for relative to the page's file, and puts the way to its folder in front; here
the way back is put in front of that. Links of Markdown lead to files `.md`, which every engine
finds by itself.
"""

from __future__ import annotations

import re
from typing import Any

from markdown import Extension, Markdown
from markdown.postprocessors import Postprocessor

from generator.site.write import address_of

_CONTEXT = "rendering_context"
"""What Zensical registers, and no other engine, to tell which page is being rendered."""
_INDEX = "index.md"
# Neither a scheme, nor from the root, nor a place on the page itself.
_RELATIVE = re.compile(r'(<a\b[^>]*?\shref=")(?![^"#?]*\.md[#"?])(?=[^"#?/:][^":]*")(\.\./)?')


def find_way_back(page: str) -> str:
    """What leads from the folder of a page's file to the page's own folder on the site."""
    if page == _INDEX or page.endswith(f"/{_INDEX}"):
        return ""
    return address_of(page).rpartition("/")[2] + "/"


def prefix_links(html: str, way: str) -> str:
    """The HTML with a way in front of each relative address, but for into a folder and out."""
    return _RELATIVE.sub(lambda found: found[1] + ("" if found[2] else way), html) if way else html


class _PrefixLinks(Postprocessor):
    def run(self, text: str) -> str:
        if _CONTEXT not in self.md.preprocessors:
            return text
        context: Any = self.md.preprocessors[_CONTEXT]
        return prefix_links(text, find_way_back(context.page.path))


class HtmlLinksExtension(Extension):
    """Makes up for what Zensical does to the addresses of HTML."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register behind all that write HTML, and in front of the sanitiser."""
        md.postprocessors.register(_PrefixLinks(md), "briefwright-html-links", -900)


def makeExtension(**settings: Any) -> HtmlLinksExtension:  # noqa: N802 - Python-Markdown's name
    """Build the extension for Python-Markdown, which looks for this name."""
    return HtmlLinksExtension(**settings)
