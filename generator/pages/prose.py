"""A contributor's parsed text becomes Markdown for the page, block by block.

The text is written again from its tokens; what stands in a line is the business of `inline`.
Headings get their ids here; nobody else's text makes an id.
"""

from __future__ import annotations

import re
from collections import defaultdict

from markdown_it.token import Token

from generator.pages.context import PageContext
from generator.pages.inline import render_line
from generator.pages.markup import Markup
from generator.records.prose import PlacedBlock, Prose


def render_prose(prose: Prose, page: PageContext) -> Markup:
    """The whole text as Markdown blocks, with the blocks of the page in their places."""
    return Markup(_Renderer(prose, page).render().strip() + "\n")


def slugify(text: str) -> str:
    """A heading's id: ASCII words joined by hyphens, never empty."""
    words = re.findall(r"[a-z0-9]+", text.lower())
    return "-".join(words)[:60].strip("-") or "section"


class _Renderer:
    """Writes one text; what nests stands in HTML, where its depth is plain."""

    def __init__(self, prose: Prose, page: PageContext) -> None:
        self.tokens = prose.tokens
        self.page = page
        self.blocks: dict[int, PlacedBlock] = {placed.index: placed for placed in prose.blocks}
        self.ids: set[str] = set()
        self.numbers: dict[str, int] = defaultdict(lambda: 1)
        self.index = 0

    def render(self) -> str:
        parts: list[str] = []
        words: list[str] = []
        while self.index < len(self.tokens):
            token = self.tokens[self.index]
            self.index += 1
            block = self._render_block(token)
            evidence = self.page.take_evidence()
            if token.type == "fence":
                parts += [self._mark_language(words), block, _add_evidence("", evidence)]
                words = []
            elif token.type == "heading_open":
                words += [block, _add_evidence("", evidence)]
            else:
                words.append(_add_evidence(block, evidence))
        return "\n\n".join(filter(None, [*parts, self._mark_language(words)]))

    def _mark_language(self, blocks: list[str]) -> str:
        """What the author wrote, apart from the blocks of the page, which speak its language."""
        text = "\n\n".join(filter(None, blocks))
        if not (text and self.page.language):
            return text
        return f"<div{self.page.language}>\n\n{text}\n\n</div>"

    def _render_until(self, close: str) -> list[str]:
        """The blocks up to the token that closes them; each is text without outer blank lines."""
        blocks = []
        while self.index < len(self.tokens):
            token = self.tokens[self.index]
            self.index += 1
            if token.type == close:
                break
            block = self._render_block(token)
            if block:
                blocks.append(block)
        return blocks

    def _render_block(self, token: Token) -> str:
        if token.type == "inline":
            return render_line(token.children or [], self.page)
        if token.type == "paragraph_open":
            text = "\n\n".join(self._render_until("paragraph_close"))
            # Hidden: a line of a tight list, without the space around a paragraph.
            return f"<div>{text}</div>" if token.hidden and text else text
        if token.type == "heading_open":
            return self._render_heading(token)
        if token.type in ("bullet_list_open", "ordered_list_open"):
            return self._render_list(token)
        if token.type == "blockquote_open":
            return _wrap("blockquote", self._render_until("blockquote_close"))
        if token.type == "table_open":
            return self._render_table()
        if token.type == "fence":
            placed = self.blocks.get(token.meta.get("block", -1))
            return self.page.render_block(placed).strip("\n") if placed else ""
        return "* * *" if token.type == "hr" else ""

    def _render_heading(self, token: Token) -> str:
        inline = self.tokens[self.index]
        text = " ".join(self._render_until("heading_close"))
        if not text:
            return ""
        id = self._make_id("s-" + slugify(inline.content))
        return f"{'#' * int(token.tag[1:])} {text} {{#{id}}}"

    def _make_id(self, base: str) -> str:
        """The id itself, or with the first number behind it that makes it another than all."""
        id = base
        while id in self.ids:
            self.numbers[base] += 1
            id = f"{base}-{self.numbers[base]}"
        self.ids.add(id)
        return id

    def _render_list(self, token: Token) -> str:
        """A list as HTML that the engine parses: it would join two lists, and number from 1."""
        close = token.type.replace("_open", "_close")
        items = []
        while self.tokens[self.index].type != close:
            self.index += 1
            items.append(_wrap("li", self._render_until("list_item_close")))
        self.index += 1
        start = int(token.attrs.get("start", 1))
        return _wrap(token.tag, items, f' start="{start}"' if start != 1 else "")

    def _render_table(self) -> str:
        """A table as HTML that the engine parses, so that a wide one can scroll by itself."""
        rows: list[str] = []
        head_rows = 0
        cells: list[str] = []
        while (token := self.tokens[self.index]).type != "table_close":
            self.index += 1
            if token.type in ("th_open", "td_open"):
                cells.append(self._render_cell(token, self.tokens[self.index]))
            elif token.type == "tr_close":
                rows.append("<tr>" + "".join(cells) + "</tr>")
                cells = []
            elif token.type == "thead_close":
                head_rows = len(rows)
        self.index += 1
        return _wrap_table(rows[:head_rows], rows[head_rows:])

    def _render_cell(self, token: Token, inline: Token) -> str:
        content = render_line(inline.children or [], self.page)
        kind = token.type.removesuffix("_open")
        scope = ' scope="col"' if kind == "th" else ""
        is_number = "right" in str(token.attrs.get("style", ""))
        number = ' class="bw-n"' if is_number else ""
        return f"<{kind}{scope}{number}>{content}</{kind}>"


def _add_evidence(text: str, evidence: str) -> str:
    """A block of text with the evidence of its figures, which opens beside or below it."""
    if not evidence:
        return text
    return "\n\n".join(filter(None, ['<div class="bw-para">', text, evidence, "</div>"]))


def _wrap_table(head: list[str], body: list[str]) -> str:
    parts = [
        '<div class="bw-scroll" role="region" tabindex="0" aria-label="Table">',
        '<table class="bw-table">',
        f"<thead>{''.join(head)}</thead>",
        f"<tbody>{''.join(body)}</tbody>",
        "</table>",
        "</div>",
    ]
    return "\n".join(parts)


def _wrap(tag: str, blocks: list[str], attributes: str = "") -> str:
    """Blocks inside an element of HTML; in Markdown the engine reads nested blocks otherwise."""
    return "\n\n".join([f"<{tag}{attributes}>", *blocks, f"</{tag}>"])
