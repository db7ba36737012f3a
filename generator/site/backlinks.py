"""The way back from a source to where it was cited: a Python-Markdown extension.

Python-Markdown's footnotes link back with an arrow for every reference, in the order it happened to
parse them. Here a note ends with the names of the parts of the page that cite it, each once. The
notes themselves are left alone: their addresses name their sources, so that a link to one lasts.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from html import escape, unescape
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Extension, Markdown
from markdown.extensions.footnotes import NBSP_PLACEHOLDER, FootnoteInlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, HTML_PLACEHOLDER_RE, INLINE_PLACEHOLDER_RE

from generator.site.html_blocks import REFERENCE as CITED
from generator.site.html_blocks import CitingHtml
from generator.speech import ENGLISH, speaking
from generator.speech import gettext as _

_REFERENCE = re.compile(r"fnref\d*:(.+)")
_KEPT = HTML_PLACEHOLDER_RE
_STASHED = re.compile(rf"{INLINE_PLACEHOLDER_RE.pattern}|\x02[^\x03]*\x03")


def _find_language(root: Element) -> str:
    """The language that the page speaks, which its section of sources names; else English."""
    named = (section.get("lang", "") for section in root.iter("section"))
    return next(filter(None, named), ENGLISH)


def _heading_text(element: Element) -> str:
    words = "".join(element.itertext()).replace(AMP_SUBSTITUTE, "&")
    return unescape(_STASHED.sub("", words)).strip()


class _Naming:
    """Goes through a page in its order and writes each reference for its place in it."""

    def __init__(self, md: Markdown) -> None:
        self.stash = md.htmlStash.rawHtmlBlocks
        self.places = _number_notes(md)
        self.part = _("the beginning")
        self.count = 0
        self.parts: dict[str, dict[str, str]] = defaultdict(dict)
        """The parts of the page that cite each note, with the address of the first reference."""

    def go_through(self, root: Element) -> None:
        for element in list(root.iter()):
            if element.tag == "h2":
                self.part = _heading_text(element) or self.part
            elif element.tag == "sup":
                self._name(element)
            elif element.tag == "p" and (kept := _KEPT.fullmatch(element.text or "")):
                self._write(int(kept[1]))

    def _count(self, note: str) -> str:
        """The id of the next reference: a long page has hundreds, of which few are led back to."""
        self.count += 1
        if self.part in self.parts[note]:
            return ""
        self.parts[note][self.part] = f"#fnref:{self.count}"
        return f"fnref:{self.count}"

    def _name(self, element: Element) -> None:
        found = _REFERENCE.fullmatch(element.get("id", ""))
        if not found:
            return
        del element.attrib["id"]
        if id := self._count(found[1]):
            element.set("id", id)
        for link in element.iter("a"):
            del link.attrib["class"]
            link.set("aria-label", _("source %(number)s", number=link.text))

    def _write(self, place: int) -> None:
        """The references in HTML that the engine has not read."""
        html = self.stash[place]
        if isinstance(html, CitingHtml):
            self.stash[place] = CITED.sub(self._write_one, html)

    def _write_one(self, found: re.Match[str]) -> str:
        note = found[1]
        if note not in self.places:
            return found[0]
        number, id = self.places[note], self._count(note)
        label = escape(_("source %(number)s", number=str(number)))
        attribute = f' id="{id}"' if id else ""
        return f'<sup{attribute}><a aria-label="{label}" href="#fn:{note}">{number}</a></sup>'


def _number_notes(md: Markdown) -> dict[str, int]:
    """The notes of a page, which are numbered in the order of their definitions."""
    pattern = md.inlinePatterns["footnote"]
    notes = pattern.footnotes.footnotes if isinstance(pattern, FootnoteInlineProcessor) else {}
    return {id: number for number, id in enumerate(notes, start=1)}


class _NameBacklinks(Treeprocessor):
    def run(self, root: Element) -> None:
        with speaking(_find_language(root)):
            naming = _Naming(self.md)
            naming.go_through(root)
            for item in root.iter("li"):
                if item.get("id", "").startswith("fn:"):
                    _write_way_back(
                        item, naming.parts[item.get("id", "").removeprefix("fn:")], self.md
                    )


def _write_way_back(item: Element, parts: Mapping[str, str], md: Markdown) -> None:
    paragraph = _remove_arrows(item)
    # A source that no sentence cites has no way back; a strict build refuses a link to nowhere.
    if paragraph is None or not parts:
        return
    # Put by, because the engine looks for the ends of its own links and may not find those in HTML.
    links = ", ".join(f'<a href="{address}">{escape(part)}</a>' for part, address in parts.items())
    line = SubElement(paragraph, "span", {"class": "bw-note bw-ui bw-back"})
    line.text = md.htmlStash.store(_("Back to ") + links)


def _remove_arrows(item: Element) -> Element | None:
    """Remove Python-Markdown's links and the space before them; the paragraph that held them."""
    holder = None
    for parent in list(item.iter()):
        for link in [child for child in parent if child.get("class") == "footnote-backref"]:
            parent.remove(link)
            holder = parent
    for element in item.iter():
        element.text = element.text and element.text.replace(NBSP_PLACEHOLDER, "")
        element.tail = element.tail and element.tail.replace(NBSP_PLACEHOLDER, "")
    return holder


class BacklinksExtension(Extension):
    """Names the links from a footnote back to its references."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register behind the footnotes' own pass (15), which adds the links."""
        md.treeprocessors.register(_NameBacklinks(md), "briefwright-backlinks", 5)


def makeExtension(**settings: Any) -> BacklinksExtension:  # noqa: N802 - Python-Markdown's name
    """Build the extension for Python-Markdown, which looks for this name."""
    return BacklinksExtension(**settings)
