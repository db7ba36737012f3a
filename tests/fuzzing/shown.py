"""What a reader gets from HTML: its text with what it stands in, its elements, ids and links."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset(["br", "col", "hr", "wbr"])
MARKS = frozenset(["strong", "em", "code"])
CONTAINERS = frozenset(
    ["blockquote", "ul", "ol", "li", "td", "th", *(f"h{n}" for n in range(1, 7))]
)
BLOCKS = CONTAINERS | {"p", "div", "table", "thead", "tbody", "tr", "hr", "pre", "section", "dl"}

Attributes = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Sign:
    """A visible character, the number of its block, and what it stands in."""

    character: str
    block: int
    way: tuple[str, ...]
    marks: frozenset[str]


@dataclass(slots=True)
class Shown:
    """A parsed page."""

    elements: list[tuple[str, Attributes]] = field(default_factory=list)
    signs: list[Sign] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    heading: str = ""

    @property
    def text(self) -> str:
        """All of the text, white space folded."""
        return fold("".join(self.pieces))

    @property
    def ids(self) -> list[str]:
        """Every id, in order."""
        return self.values("id")

    @property
    def links(self) -> list[str]:
        """Every address, in order."""
        return self.values("href")

    def values(self, name: str) -> list[str]:
        """The values of an attribute, in the order of the page."""
        return [
            value for _, attributes in self.elements for key, value in attributes if key == name
        ]

    def skeleton(self) -> Counter[tuple[str, Attributes]]:
        """How often each element is there with its attributes, those left out that repeat text."""
        return Counter(
            (tag, tuple(pair for pair in attributes if pair[0] not in ("aria-label", "rel")))
            for tag, attributes in self.elements
        )


def fold(text: str) -> str:
    """Text with its white space made even, as a browser shows it."""
    return " ".join(text.split())


class _Reader(HTMLParser):
    def __init__(self, *, each_sign: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.each_sign = each_sign
        self.shown = Shown()
        self.open: list[tuple[str, str]] = []
        self.block = 0
        self.numbers: Counter[str] = Counter()
        self.items: list[int] = []
        self.left_out = 0
        """Inside how many elements that the engine made for notes."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = tuple(sorted((name, value or "") for name, value in attrs))
        self.shown.elements.append((tag, attributes))
        if tag in BLOCKS:
            self.block += 1
        if tag in VOID:
            return
        self.numbers[tag] += 1
        named = dict(attributes)
        self.open.append((tag, self._name(tag, named)))
        classes = named.get("class", "").split()
        if tag == "sup" or "footnote" in classes or self.left_out:
            self.left_out += 1

    def _name(self, tag: str, attributes: dict[str, str]) -> str:
        number = f"{tag}-{self.numbers[tag]}"
        if tag == "ol":
            self.items.append(int(attributes.get("start") or 1))
        elif tag == "ul":
            self.items.append(-1)
        elif tag == "li" and self.items and self.items[-1] >= 0:
            self.items[-1] += 1
            return f"{number}:{self.items[-1] - 1}"
        return number

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS:
            self.block += 1
        while any(tag == name for name, _ in self.open):
            name, _ = self.open.pop()
            self.left_out = max(0, self.left_out - 1)
            if name in ("ol", "ul"):
                self.items.pop()
            if name == tag:
                break

    def handle_data(self, data: str) -> None:
        self.shown.pieces.append(data)
        if any(tag == "h1" for tag, _ in self.open):
            self.shown.heading += data
        if self.left_out or not self.each_sign:
            return
        way = tuple(name for tag, name in self.open if tag in CONTAINERS)
        marks = frozenset(tag for tag, _ in self.open if tag in MARKS)
        self.shown.signs += [
            Sign(sign, self.block, way, marks) for sign in data if not sign.isspace()
        ]

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data[:60]}")

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(f"a declaration: {decl[:60]}")

    def handle_pi(self, data: str) -> None:
        raise AssertionError(f"an instruction: {data[:60]}")

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(f"a declaration: {data[:60]}")


def read_html(html: str, *, each_sign: bool = False) -> Shown:
    """The parsed page, sign by sign if asked; a comment, which no page has, fails."""
    reader = _Reader(each_sign=each_sign)
    reader.feed(html)
    reader.close()
    return reader.shown


def renumber(signs: Iterable[Sign]) -> list[Sign]:
    """The same with blocks and containers numbered as they come up, so that texts compare."""
    blocks: dict[int, int] = {}
    ways: dict[str, str] = {}
    made: Counter[str] = Counter()
    result = []
    for sign in signs:
        for name in sign.way:
            if name not in ways:
                plain, _, number = name.partition(":")
                tag = plain.split("-")[0]
                made[tag] += 1
                ways[name] = f"{tag}-{made[tag]}" + (f":{number}" if number else "")
        block = blocks.setdefault(sign.block, len(blocks))
        result.append(Sign(sign.character, block, tuple(ways[n] for n in sign.way), sign.marks))
    return result
