"""The way back from a source to where it was cited: a Python-Markdown extension.

Python-Markdown's footnotes link back with an arrow and number repeated references in the order it
happened to parse them. This names each way back after the heading above the reference, one for each
heading, and numbers references as they stand on the page. The notes themselves are left alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, INLINE_PLACEHOLDER_RE

_REFERENCE = re.compile(r"fnref\d*:(.+)")
_STASHED = re.compile(rf"{INLINE_PLACEHOLDER_RE.pattern}|\x02[^\x03]*\x03")
_START = "the beginning"


def _heading_text(element: Element) -> str:
    return _STASHED.sub("", "".join(element.itertext()).replace(AMP_SUBSTITUTE, "&")).strip()


def _references(root: Element) -> Iterator[tuple[str, Element, str]]:
    """Every reference in page order: the note it cites, the element, the heading above it."""
    heading = _START
    for element in root.iter():
        if element.tag in {"h2", "h3"}:
            heading = _heading_text(element) or heading
        found = _REFERENCE.fullmatch(element.get("id", "")) if element.tag == "sup" else None
        if found:
            yield found[1], element, heading


def _target(note: str, number: int) -> str:
    return f"fnref:{note}" if number == 1 else f"fnref{number}:{note}"


class _NameBacklinks(Treeprocessor):
    def run(self, root: Element) -> None:
        headings: dict[str, list[str]] = defaultdict(list)
        for note, element, heading in _references(root):
            headings[note].append(heading)
            element.set("id", _target(note, len(headings[note])))
            for link in element.iter("a"):
                link.set("aria-label", f"source {link.text}")
        for item in root.iter("li"):
            note = item.get("id", "").removeprefix("fn:")
            if item.get("id", "").startswith("fn:"):
                _name(item, note, headings[note])


def _name(item: Element, note: str, headings: list[str]) -> None:
    links = [link for link in item.iter("a") if link.get("class") == "footnote-backref"]
    first = {heading: number for number, heading in reversed(list(enumerate(headings, start=1)))}
    kept = dict(zip(sorted(first.values()), links, strict=False))
    for number, link in kept.items():
        heading = headings[number - 1]
        link.set("href", f"#{_target(note, number)}")
        link.attrib.pop("title", None)
        link.text = f"Back to {heading if heading == _START else f'“{heading}”'}"
    _remove(item, links[len(kept) :])


def _remove(item: Element, links: list[Element]) -> None:
    """Take out links that have nowhere of their own to lead; a strict build would refuse them."""
    for parent in list(item.iter()):
        for link in [child for child in parent if child in links]:
            parent.remove(link)


class BacklinksExtension(Extension):
    """Names the links from a footnote back to its references."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register behind the footnotes' own pass (15), which adds the links."""
        md.treeprocessors.register(_NameBacklinks(md), "briefwright-backlinks", 5)


def makeExtension(**settings: Any) -> BacklinksExtension:  # noqa: N802 - Python-Markdown's name
    """Build the extension for Python-Markdown, which looks for this name."""
    return BacklinksExtension(**settings)
