"""The HTML of generated pages passes the engine untouched: a Python-Markdown extension.

Most of a generated page is HTML that needs no parsing: tables, evidence, lists. Python-Markdown
would walk each of its tags several times. A page that begins with `HTML_SIGN` is read as CommonMark
reads HTML: a block begins where a line begins with a tag and ends at the next blank line. Text in
which no sign means anything to Markdown is put by in the same way. References to notes are written
by `backlinks`, when the notes are known. A page with fenced code is left as it is.
"""

from __future__ import annotations

import re
from itertools import groupby
from operator import itemgetter
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from generator.pages.markup import HTML_SIGN

# What CommonMark takes for the beginning of a block, as far as generated pages have it.
_TAGS = """
    blockquote dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 li nav ol p section summary
    table tbody td tfoot th thead tr ul
"""
_OPENING = re.compile(rf"</?(?:{'|'.join(_TAGS.split())})[\s>]")
_MARKDOWN = "markdown="
# `markdown` in a tag hands what stands in it to the engine.
_PARSED = re.compile(r"<[a-z0-9]+\b[^<>]*\smarkdown=")
REFERENCE = re.compile(r"\[\^([a-z0-9-]+)\]")
_NOTE = re.compile(r"(?m)^(\[\^[a-z0-9-]+\]: )(.+)$")
_FENCE = "```"
# One line that begins no list, code or definition and is not the place of the notes, and no sign of
# Markdown within it; tags and entities mean the same to Markdown and to HTML.
_TAG = r"</?[a-z]+(?: [a-z-]+=\"[^\"<>]*\")*>"
_PLAIN = re.compile(rf"(?![ \t/+:%-]|\d+[.)])(?:[^<>\\`*_{{}}\[\]#|~^=@!\n]|{_TAG})+")

_SIGN = re.compile(r"[\\`*_\[\]<>&!\n]")
"""What every pattern of the engine for the inside of a line begins with."""


class CitingHtml(str):
    """HTML put by that holds references to notes, as `[^id]`; `backlinks` writes them."""

    __slots__ = ()


class _KeepBlocks(Preprocessor):
    """Puts blocks of HTML by, those that follow each other as one, and leaves their places."""

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines).lstrip("\n")
        if not text.startswith(HTML_SIGN) or _FENCE in text:
            return lines
        blocks = map(_read_block, text.removeprefix(HTML_SIGN).split("\n\n"))
        runs = (
            (is_html, "\n\n".join(part for _, part in parts))
            for is_html, parts in groupby(blocks, itemgetter(0))
        )
        kept = [self._keep(part) if is_html else self._keep_notes(part) for is_html, part in runs]
        return "\n\n".join(kept).split("\n")

    def _keep(self, html: str) -> str:
        return self.md.htmlStash.store(CitingHtml(html) if REFERENCE.search(html) else html)

    def _keep_notes(self, text: str) -> str:
        """A note is one line, which ends with its way back to the text once that is known."""

        def keep(note: re.Match[str]) -> str:
            return note[1] + (self._keep(note[2]) if _PLAIN.fullmatch(note[2]) else note[2])

        return _NOTE.sub(keep, text)


def _read_block(block: str) -> tuple[bool, str]:
    """Whether a block is HTML, and the block; a paragraph without a sign of Markdown becomes it."""
    text = block.strip("\n")
    if _OPENING.match(text):
        return not (_MARKDOWN in text and _PARSED.search(text)), text
    if text and _PLAIN.fullmatch(REFERENCE.sub("", text)):
        return True, f"<p>{text}</p>"
    return False, block


class _LeaveText(Treeprocessor):
    """Spares text that has no sign of Markdown the twenty patterns that look for one."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.text and not _SIGN.search(element.text):
                element.text = AtomicString(element.text)


class HtmlBlocksExtension(Extension):
    """Keeps the HTML of generated pages from being parsed."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register where the text is whole and where the tree is.

        That is behind the one that mends line ends (30) and in front of fenced code (25); behind
        the notes (50) and in front of the patterns (20).
        """
        md.preprocessors.register(_KeepBlocks(md), "briefwright-html-blocks", 26)
        md.treeprocessors.register(_LeaveText(md), "briefwright-text", 21)


def makeExtension(**settings: Any) -> HtmlBlocksExtension:  # noqa: N802 - Python-Markdown's name
    """Build the extension for Python-Markdown, which looks for this name."""
    return HtmlBlocksExtension(**settings)
