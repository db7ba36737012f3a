"""The HTML of generated pages passes the engine untouched: a Python-Markdown extension.

Most of a generated page is HTML that needs no parsing: tables, evidence, lists. Python-Markdown
would walk each of its tags several times. A page that begins with `HTML_SIGN` is read as CommonMark
reads HTML: a block begins where a line begins with a tag and ends at the next blank line. Only
references to notes are left to the engine, which numbers them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from markdown import Extension, Markdown
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor

from generator.pages.markup import HTML_SIGN

# What CommonMark takes for the beginning of a block, as far as generated pages have it.
_TAGS = """
    blockquote dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 li nav ol p section summary
    table tbody td tfoot th thead tr ul
"""
_OPENING = re.compile(rf"</?(?:{'|'.join(_TAGS.split())})[\s>]")
# A whole block has none that the engine should read: `markdown` hands the text in a tag to it.
_PARSED = re.compile(r"<[a-z0-9]+\b[^<>]*\smarkdown=")
_REFERENCE = re.compile(r"(\[\^[a-z0-9-]+\])")


class _KeepBlocks(Preprocessor):
    """Puts each block of HTML by, and leaves its place and its references in the text."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.paragraphs: list[tuple[str, str]] = []
        """The first and the last part of each block that was left with references in it."""

    def run(self, lines: list[str]) -> list[str]:
        self.paragraphs = []
        text = "\n".join(lines).lstrip("\n")
        if not text.startswith(HTML_SIGN):
            return lines
        blocks = text.removeprefix(HTML_SIGN).split("\n\n")
        return "\n\n".join(map(self._keep, blocks)).split("\n")

    def _keep(self, block: str) -> str:
        html = block.strip("\n")
        if not _OPENING.match(html) or _PARSED.search(html):
            return block
        parts = _REFERENCE.split(html)
        if len(parts) > 1:
            parts[::2] = [self.md.htmlStash.store(part) for part in parts[::2]]
            self.paragraphs.append((parts[0], parts[-1]))
            return "".join(parts)
        return self.md.htmlStash.store(html)


class _Unwrap(Postprocessor):
    """Takes away the paragraphs in which the engine puts the places of blocks."""

    def __init__(self, md: Markdown, kept: _KeepBlocks) -> None:
        super().__init__(md)
        self.kept = kept

    def run(self, text: str) -> str:
        for first, last in self.kept.paragraphs:
            text = text.replace(f"<p>{first}", first).replace(f"{last}</p>", last)
        return text


class HtmlBlocksExtension(Extension):
    """Keeps the HTML of generated pages from being parsed."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register behind fenced code (25), in front of what looks for HTML (21 and 20).

        Paragraphs are looked at before the HTML is put back (30).
        """
        kept = _KeepBlocks(md)
        md.preprocessors.register(kept, "briefwright-html-blocks", 24)
        md.postprocessors.register(_Unwrap(md, kept), "briefwright-html-blocks", 31)


def makeExtension(**settings: Any) -> HtmlBlocksExtension:  # noqa: N802 - Python-Markdown's name
    """Build the extension for Python-Markdown, which looks for this name."""
    return HtmlBlocksExtension(**settings)
