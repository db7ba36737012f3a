"""What a reader should see of a contributor's Markdown, told from its tokens alone."""

from __future__ import annotations

from collections.abc import Iterator

from markdown_it.token import Token

from generator.library.library import Library
from generator.records.prose import Prose
from tests.fuzzing.shown import MARKS, Sign

_CONTAINERS = {
    "bullet_list_open": "ul",
    "ordered_list_open": "ol",
    "list_item_open": "li",
    "blockquote_open": "blockquote",
    "td_open": "td",
    "th_open": "th",
}
_TAGS = {"strong": "strong", "em": "em"}


def list_signs(prose: Prose) -> list[Sign]:
    """Every visible sign of a text, with its block and what it stands in."""
    return list(_walk(prose.tokens))


def _walk(tokens: tuple[Token, ...]) -> Iterator[Sign]:
    way: list[str] = []
    numbers: list[int] = []
    block = 0
    for made, token in enumerate(tokens):
        if token.type == "inline":
            block += 1
            yield from _read_line(token.children or [], block, tuple(way))
        elif token.type in _CONTAINERS or token.type == "heading_open":
            name = _CONTAINERS.get(token.type, token.tag)
            number = f"{name}-{made}"
            if name in ("ul", "ol"):
                numbers.append(int(token.attrs.get("start", 1)) if name == "ol" else -1)
            elif name == "li" and numbers[-1] >= 0:
                number += f":{numbers[-1]}"
                numbers[-1] += 1
            way.append(number)
        elif token.type.replace("_close", "_open") in _CONTAINERS or token.type == "heading_close":
            if token.type.endswith("list_close"):
                numbers.pop()
            way.pop()


def _read_line(children: list[Token], block: int, way: tuple[str, ...]) -> Iterator[Sign]:
    depth = dict.fromkeys(MARKS, 0)
    for child in children:
        name = child.type.removesuffix("_open").removesuffix("_close")
        if name in _TAGS:
            depth[_TAGS[name]] += child.nesting
        elif child.type in ("text", "code_inline"):
            marks = {mark for mark, opened in depth.items() if opened}
            marks |= {"code"} if child.type == "code_inline" else set()
            for sign in child.content:
                if not sign.isspace():
                    yield Sign(sign, block, way, frozenset(marks))


def list_hrefs(prose: Prose) -> list[str]:
    """The web addresses that a text links to, in order."""
    return [
        str(child.attrs["href"])
        for token in prose.tokens
        for child in token.children or []
        if child.type == "link_open" and str(child.attrs["href"]).startswith("http")
    ]


def leads_somewhere(prose: Prose, library: Library) -> bool:
    """Whether every record that a text names is there, and every link has words of its own."""
    named = [(link.kind, link.id) for link in prose.links]
    named += [("article", citation.article) for citation in prose.citations]
    words = [link.text for link in prose.links]
    return all(id in library.by_kind[kind] for kind, id in named) and all(
        text.strip() for text in words
    )
