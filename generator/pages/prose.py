"""A contributor's parsed text becomes Markdown for the page.

The text is written again from its tokens, with every significant sign escaped, so that only what
was understood reaches the engine. Headings get their ids here; nobody else's text makes an id.
"""

from __future__ import annotations

import re

from markdown_it.token import Token

from generator.pages.context import PageContext, name_record
from generator.pages.dates import keep_dates_whole
from generator.pages.escape import escape_markdown, escape_url
from generator.pages.markup import Markup
from generator.pages.wording import word_value
from generator.records.prose import RECORD_SCHEMES, PlacedBlock, Prose

# Tags, because asterisks that touch other asterisks are read differently by different parsers.
_MARKS = {
    "strong_open": "<strong>",
    "strong_close": "</strong>",
    "em_open": "<em>",
    "em_close": "</em>",
    "softbreak": " ",
    "hardbreak": "<br>",
}

# A number stays on the line of its unit and of the word that limits it.
_BREAKABLE = re.compile(r"(?<=[0-9]) (?=\S)|(?<=about) (?=[0-9])|(?<=over) (?=[0-9])")

_CITATION = re.compile(r"\[\^[a-z0-9-]+\]")


def render_prose(prose: Prose, page: PageContext) -> Markup:
    """The whole text as Markdown blocks, with the blocks of the page in their places."""
    return Markup(_Renderer(prose, page).render().strip() + "\n")


def render_inline(prose: Prose, page: PageContext) -> Markup:
    """A text of one or more paragraphs as one line of Markdown."""
    parts = [
        _render_line(token.children or [], page) for token in prose.tokens if token.type == "inline"
    ]
    line = " ".join(parts)
    return Markup(f"<span{page.language}>{line}</span>" if page.language else line)


def render_summary(prose: Prose, page: PageContext) -> Markup:
    """The same without its citations, for lists on other pages; its figures lead to their words."""
    return Markup(_CITATION.sub("", render_inline(prose, page)))


def slugify(text: str) -> str:
    """A heading's id: ASCII words joined by hyphens, never empty."""
    words = re.findall(r"[a-z0-9]+", text.lower())
    return "-".join(words)[:60].strip("-") or "section"


class _Renderer:
    """Writes one text; lists and quotations nest through the prefix of their lines."""

    def __init__(self, prose: Prose, page: PageContext) -> None:
        self.tokens = prose.tokens
        self.page = page
        self.blocks: dict[int, PlacedBlock] = {placed.index: placed for placed in prose.blocks}
        self.ids: set[str] = set()
        self.index = 0

    def render(self) -> str:
        parts: list[str] = []
        words: list[str] = []
        while self.index < len(self.tokens):
            token = self.tokens[self.index]
            self.index += 1
            block = self._render_block(token)
            if token.type == "fence":
                parts += [self._mark_language(words), block]
                words = []
            else:
                words.append(block)
        return "\n\n".join(filter(None, [*parts, self._mark_language(words)]))

    def _mark_language(self, blocks: list[str]) -> str:
        """What the author wrote, apart from the blocks of the page, which speak its language."""
        text = "\n\n".join(filter(None, blocks))
        if not (text and self.page.language):
            return text
        return f'<div{self.page.language} markdown="1">\n\n{text}\n\n</div>'

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
            return _render_line(token.children or [], self.page)
        if token.type == "paragraph_open":
            return "\n\n".join(self._render_until("paragraph_close"))
        if token.type == "heading_open":
            return self._render_heading(token)
        if token.type in ("bullet_list_open", "ordered_list_open"):
            return self._render_list(token)
        if token.type == "blockquote_open":
            inner = "\n\n".join(self._render_until("blockquote_close"))
            return "\n".join(f"> {line}".rstrip() for line in inner.split("\n"))
        if token.type == "table_open":
            return self._render_table()
        if token.type == "fence":
            placed = self.blocks.get(token.meta.get("block", -1))
            return self.page.render_block(placed).strip("\n") if placed else ""
        return "* * *" if token.type == "hr" else ""

    def _render_heading(self, token: Token) -> str:
        inline = self.tokens[self.index]
        text = " ".join(self._render_until("heading_close"))
        id = base = "s-" + slugify(inline.content)
        number = 2
        while id in self.ids:
            id, number = f"{base}-{number}", number + 1
        self.ids.add(id)
        return f"{'#' * int(token.tag[1:])} {text} {{#{id}}}"

    def _render_list(self, token: Token) -> str:
        close = token.type.replace("_open", "_close")
        is_ordered = token.type == "ordered_list_open"
        number = int(token.attrs.get("start", 1))
        items = []
        while self.tokens[self.index].type != close:
            self.index += 1
            mark = f"{number}." if is_ordered else "-"
            blocks = self._render_until("list_item_close")
            items.append(_indent_item(mark, blocks))
            number += 1
        self.index += 1
        return "\n".join(items)

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
                rows.append('<tr markdown="1">' + "".join(cells) + "</tr>")
                cells = []
            elif token.type == "thead_close":
                head_rows = len(rows)
        self.index += 1
        return _wrap_table(rows[:head_rows], rows[head_rows:])

    def _render_cell(self, token: Token, inline: Token) -> str:
        content = _render_line(inline.children or [], self.page)
        kind = token.type.removesuffix("_open")
        scope = ' scope="col"' if kind == "th" else ""
        is_number = "right" in str(token.attrs.get("style", ""))
        number = ' class="bw-n"' if is_number else ""
        return f'<{kind}{scope}{number} markdown="span">{content}</{kind}>'


def _wrap_table(head: list[str], body: list[str]) -> str:
    parts = [
        '<div class="bw-scroll" role="region" tabindex="0" aria-label="Table" markdown="1">',
        '<table class="bw-table" markdown="1">',
        f'<thead markdown="1">{"".join(head)}</thead>',
        f'<tbody markdown="1">{"".join(body)}</tbody>',
        "</table>",
        "</div>",
    ]
    return "\n".join(parts)


def _indent_item(mark: str, blocks: list[str]) -> str:
    """Python-Markdown wants four spaces below a list item, whatever its mark's width."""
    is_tight = len(blocks[1:]) == 1 and _is_list(blocks[1])
    text = ("\n" if is_tight else "\n\n").join(blocks)
    lines = [f"    {line}" if line else "" for line in text.split("\n")]
    return f"{mark:<4}" + "\n".join(lines).lstrip()


def _is_list(block: str) -> bool:
    return re.match(r"(?:- {3}|\d+\. )", block) is not None


def _render_line(children: list[Token], page: PageContext) -> str:
    parts: list[str] = []
    position = 0
    while position < len(children):
        token = children[position]
        if token.type == "link_open":
            end = _find_close(children, position)
            parts.append(_render_link(token, children[position + 1 : end], page))
            position = end
        else:
            parts.append(_render_token(token))
        position += 1
    return attach_citations("".join(parts)).strip()


def _render_token(token: Token) -> str:
    if token.type == "text":
        return _escape_run(keep_dates_whole(token.content))
    if token.type == "code_inline":
        return f"<code>{escape_markdown(token.content)}</code>"
    if token.type == "citation":
        ids = dict.fromkeys(article for article, _ in token.meta["cited"])
        return "".join(f"[^{article}]" for article in ids)
    return _MARKS.get(token.type, "")


def _escape_run(text: str) -> str:
    """Escapes a run of text, keeping the spaces at its ends that join it to its neighbours."""
    head = " " if text[:1].isspace() else ""
    tail = " " if text[-1:].isspace() and text.strip() else ""
    return head + escape_markdown(text) + tail


def attach_citations(line: str) -> str:
    """A note stands directly behind its word and after the full stop, as printers set it."""
    line = re.sub(r"\s+(\[\^)", r"\1", line)
    return re.sub(rf"((?:{_CITATION.pattern})+)([.,;:?!]+)", r"\2\1", line)


def _find_close(children: list[Token], start: int) -> int:
    depth = 0
    for position in range(start, len(children)):
        depth += children[position].nesting if children[position].type.startswith("link_") else 0
        if depth == 0:
            return position
    return len(children) - 1


def _render_link(token: Token, inner: list[Token], page: PageContext) -> str:
    href = str(token.attrs["href"])
    scheme, _, id = href.partition(":")
    text = _render_line(inner, page)
    if scheme not in RECORD_SCHEMES:
        return f'<a href="{escape_url(href)}">{text}</a>'
    text = text or escape_markdown(_fill_text(href, page))
    kind = RECORD_SCHEMES[scheme]
    if kind == "observation":
        return _render_figure(id, text, page)
    return f"[{text}]({page.link_to_record(kind, id)})"


def _render_figure(id: str, text: str, page: PageContext) -> str:
    """A link to the figure's row, and a sign behind it where the page compares it with others."""
    text = _BREAKABLE.sub("\N{NO-BREAK SPACE}", text)
    if id not in page.figure_numbers:
        return f"[{text}]({page.link_to_record('observation', id)}){{ .bw-fig }}"
    computed = ' data-computed=""' if page.library.observations[id].derived else ""
    link = f'[{text}](#fig-{id}){{ .bw-fig data-n="{page.figure_numbers[id]}"{computed} }}'
    if id not in page.comparisons:
        return link
    label = "values disagree: see the comparison"
    return f'{link}[≠](#{page.comparisons[id]}){{ .bw-ne aria-label="{label}" }}'


def _fill_text(href: str, page: PageContext) -> str:
    """The text of a link that its author left empty, from the data."""
    scheme, _, id = href.partition(":")
    kind = RECORD_SCHEMES[scheme]
    if kind == "observation":
        return word_value(page.library.observations[id], page.library)
    return name_record(kind, id, page.library)
