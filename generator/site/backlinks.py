"""The way back from a source to where it was cited: a Python-Markdown extension.

Python-Markdown's footnotes link back with an arrow for every reference, in the order it happened to
parse them. Here a note ends with the names of the parts of the page that cite it, each once. The
notes themselves are left alone: their addresses name their sources, so that a link to one lasts.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Extension, Markdown
from markdown.extensions.footnotes import NBSP_PLACEHOLDER
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, INLINE_PLACEHOLDER_RE

from generator.speech import ENGLISH, speaking
from generator.speech import gettext as _

_REFERENCE = re.compile(r"fnref\d*:(.+)")
_STASHED = re.compile(rf"{INLINE_PLACEHOLDER_RE.pattern}|\x02[^\x03]*\x03")


def _find_language(root: Element) -> str:
    """The language that the page speaks, which its section of sources names; else English."""
    named = (section.get("lang", "") for section in root.iter("section"))
    return next(filter(None, named), ENGLISH)


def _heading_text(element: Element) -> str:
    return _STASHED.sub("", "".join(element.itertext()).replace(AMP_SUBSTITUTE, "&")).strip()


def _references(root: Element) -> Iterator[tuple[str, Element, str]]:
    """Every reference in page order: the note it cites, the element, the part of the page."""
    part = _("the beginning")
    for element in root.iter():
        if element.tag == "h2":
            part = _heading_text(element) or part
        found = _REFERENCE.fullmatch(element.get("id", "")) if element.tag == "sup" else None
        if found:
            yield found[1], element, part


class _NameBacklinks(Treeprocessor):
    def run(self, root: Element) -> None:
        with speaking(_find_language(root)):
            self._name_all(root)

    def _name_all(self, root: Element) -> None:
        parts: dict[str, dict[str, str]] = defaultdict(dict)
        for number, (note, element, part) in enumerate(list(_references(root)), start=1):
            # A long page has hundreds of references: those that a note leads back to have an id.
            del element.attrib["id"]
            if part not in parts[note]:
                element.set("id", f"fnref:{number}")
                parts[note][part] = f"#fnref:{number}"
            for link in element.iter("a"):
                del link.attrib["class"]
                link.set("aria-label", _("source %(number)s", number=link.text))
        for item in root.iter("li"):
            if item.get("id", "").startswith("fn:"):
                _write_way_back(item, parts[item.get("id", "").removeprefix("fn:")])


def _write_way_back(item: Element, parts: Mapping[str, str]) -> None:
    paragraph = _remove_arrows(item)
    # A source that no sentence cites has no way back; a strict build refuses a link to nowhere.
    if paragraph is None or not parts:
        return
    line = SubElement(paragraph, "span", {"class": "bw-note bw-ui bw-back"})
    line.text = _("Back to ")
    for place, (part, address) in enumerate(parts.items(), start=1):
        link = SubElement(line, "a", {"href": address})
        link.text = part
        link.tail = ", " if place < len(parts) else None


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
