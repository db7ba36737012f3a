"""Which HTML may stand on a page: a Python-Markdown extension that cleans the final text with nh3.

It knows the tags, attributes, classes, ids and addresses that generated pages use; everything else
is removed, whoever wrote it. It runs last, inside whichever engine builds the site, so no Markdown
extension can add anything behind its back. What stands around the text (title, header) is the
theme's to escape.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any
from xml.etree.ElementTree import Element

import nh3
from markdown import Extension, Markdown
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor

_TAGS = """
    a abbr aside b bdi blockquote br caption cite code col colgroup dd del details div dl dt em
    figcaption figure h1 h2 h3 h4 h5 h6 hr i ins kbd li mark nav ol p pre q s section small span
    strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr
"""
# What drawings consist of: shapes, words and links. Nothing here fetches, runs, moves or repeats.
_DRAWING = "circle g line path rect svg text title tspan"
TAGS = frozenset(_TAGS.split()) | frozenset(_DRAWING.split())

_EVERYWHERE = {"class", "dir", "id", "lang", "role", "tabindex", "title"}

ATTRIBUTES: Mapping[str, set[str]] = {
    "*": _EVERYWHERE,
    "a": {"data-computed", "data-n", "href"},
    "circle": {"cx", "cy", "r"},
    "col": {"span"},
    "details": {"open"},
    "g": {"transform"},
    "li": {"value"},
    "line": {"x1", "x2", "y1", "y2"},
    "ol": {"reversed", "start"},
    "path": {"d", "transform"},
    "rect": {"height", "width", "x", "y"},
    "span": {"data-v"},
    "svg": {"focusable", "viewBox"},
    "td": {"colspan", "data-value", "data-years", "headers", "rowspan"},
    "text": {"x", "y"},
    "th": {"colspan", "data-value", "headers", "rowspan", "scope"},
    "time": {"datetime"},
    "tspan": {"x", "y"},
}

SCHEMES = {"http", "https", "mailto"}

# Classes that are not ours by their first letters: what Python-Markdown writes, and states.
_CLASSES = {"footnote", "highlight"} | {
    f"is-{state}" for state in ("empty", "link-unread", "off", "unread")
}
_CLASS = re.compile(r"bw-[a-z0-9_-]+")

# No two underscores in front and no `bw-`, because those ids belong to the theme's own markup.
# `_1` is a heading without Latin letters.
_ID = re.compile(r"(?!bw-)[A-Za-z0-9][A-Za-z0-9:_.-]*|_[0-9]+")

_NUMBER = r"-?[0-9]{1,6}(?:\.[0-9]{1,4})?"
_PLACES = ("cx", "cy", "height", "r", "width", "x", "x1", "x2", "y", "y1", "y2")

_VALUES: Mapping[str, re.Pattern[str]] = {
    **dict.fromkeys(_PLACES, re.compile(_NUMBER)),
    "d": re.compile(r"[MmLlHhVvAaZz0-9 ,.-]{1,20000}"),
    "focusable": re.compile(r"false"),
    "transform": re.compile(rf"translate\({_NUMBER},{_NUMBER}\)"),
    "viewBox": re.compile(rf"{_NUMBER}(?: {_NUMBER}){{3}}"),
    "id": _ID,
    "lang": re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*"),
    "dir": re.compile(r"ltr|rtl|auto"),
    "role": re.compile(r"group|img|list|listitem|note|region"),
    "tabindex": re.compile(r"0|-1"),
    "scope": re.compile(r"row|col|rowgroup|colgroup"),
    "data-n": re.compile(r"[0-9]{1,5}"),
    "data-value": re.compile(r"-?[0-9]{1,40}(?:\.[0-9]{1,40})?"),
    "data-years": re.compile(r"[0-9]{4}-[0-9]{4}"),
    "data-v": re.compile(r"[a-z-]{1,20}"),
    "data-computed": re.compile(r""),
    "open": re.compile(r""),
    "reversed": re.compile(r""),
}

# `//host` and `\\host` leave the site without a scheme; control characters hide one.
_LEAVES_UNSEEN = re.compile(r"\s*[/\\]{2}|.*[\x00-\x1f\x7f]", re.DOTALL)

# nh3 writes attributes as name="value" with quotes escaped: this matches only inside a real tag.
_OUTGOING = re.compile(r'<a((?: [a-z-]+="[^"]*")*?) href="(?=https?:)', re.IGNORECASE)


def keep_classes(value: str) -> str | None:
    """Keep the classes on the list; None when nothing is left."""
    kept = [name for name in value.split() if name in _CLASSES or _CLASS.fullmatch(name)]
    return " ".join(kept) or None


def keep_address(value: str) -> str | None:
    """Keep an address unless it leaves the site unseen. Schemes are judged by nh3."""
    return None if _LEAVES_UNSEEN.match(value) else value


_FILTERS: Mapping[str, Callable[[str], str | None]] = {
    "class": keep_classes,
    "href": keep_address,
}


@lru_cache(maxsize=2048)  # most are classes, of which there are few
def _keep_attribute(_tag: str, name: str, value: str) -> str | None:
    if name in _FILTERS:
        return _FILTERS[name](value)
    pattern = _VALUES.get(name)
    return value if pattern is None or pattern.fullmatch(value) else None


_CLEANER = nh3.Cleaner(
    tags=set(TAGS),
    attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
    attribute_filter=_keep_attribute,
    generic_attribute_prefixes={"aria-"},
    url_schemes=SCHEMES,
    # Long lines of code scroll sideways, also for those who use the keyboard.
    set_tag_attribute_values={"pre": {"tabindex": "0"}},
    link_rel=None,
    strip_comments=True,
)


def clean(html: str) -> str:
    """Reduce HTML to what may stand on a page; outgoing links get `rel`.

    Example:
        >>> clean('<p onclick="x()">See <a href="https://a.example/">A</a></p>')
        '<p>See <a rel="noopener noreferrer" href="https://a.example/">A</a></p>'
    """
    cleaned = _CLEANER.clean(html).replace("&nbsp;", "\u00a0")  # the same in a third of the bytes
    return _OUTGOING.sub(r'<a\1 rel="noopener noreferrer" href="', cleaned)


class _DropForeignIds(Treeprocessor):
    """Takes ids away that are none of ours, before the table of contents repeats them."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            if not _ID.fullmatch(element.get("id", "x")):
                del element.attrib["id"]


class _AlignByClass(Treeprocessor):
    """HTML has no `align` any more, and the content security policy allows no `style`."""

    def run(self, root: Element) -> None:
        for cell in (
            one for one in root.iter() if one.tag in ("td", "th") and "align" in one.attrib
        ):
            side = cell.attrib.pop("align")
            cell.set("class", " ".join([*cell.get("class", "").split(), f"bw-align-{side}"]))


class _Sanitise(Postprocessor):
    def run(self, text: str) -> str:
        return clean(text)


class SanitiserExtension(Extension):
    """Cleans the HTML of a page after every other extension has had its turn."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register behind all others: Python-Markdown runs high priorities first.

        Ids are looked at between attribute lists (8), which set them, and the contents (5).
        """
        md.treeprocessors.register(_DropForeignIds(md), "briefwright-ids", 6)
        md.treeprocessors.register(_AlignByClass(md), "briefwright-align", 4)
        md.postprocessors.register(_Sanitise(md), "briefwright-sanitiser", -1000)


def makeExtension(**settings: Any) -> SanitiserExtension:  # noqa: N802 - Python-Markdown's name
    """Build the extension for Python-Markdown, which looks for this name."""
    return SanitiserExtension(**settings)
