"""Reads a contributor's Markdown: CommonMark with tables, citations, record links and blocks.

Knows what is allowed in a brief and where each mark stands. Raw HTML, images and other schemes of
links are faults. Whether the records named exist is left to the checks.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from generator.issues import show_value
from generator.library.near import suggest
from generator.reading.fault import Fault
from generator.reading.own_figures import read_own_figure
from generator.reading.prose_limits import find_excess_of_marks, find_excess_of_text
from generator.reading.prose_slips import CITATION_HELP, find_prose_slip
from generator.reading.prose_text import WRITTEN, find_block_faults, find_line_faults
from generator.reading.rows import Rows
from generator.records.base import SLUG_PATTERN
from generator.records.blocks import BLOCKS
from generator.records.prose import (
    OWN_SCHEMES,
    RECORD_SCHEMES,
    Arithmetic,
    Citation,
    Mark,
    Prose,
    RecordLink,
    WaivedFigure,
    pack_tokens,
)
from generator.records.web_address import find_url_fault

_SLUG = SLUG_PATTERN.strip("^$")
_CITED = re.compile(rf"@({_SLUG})(?:\s*,\s*({_SLUG}))?")
LONGEST_MARK = 12
"""The mark of a fence is named in a message as it stands, up to so many signs."""
_PLACED = frozenset(["link_open", "image", "html_inline", "citation", "bad_citation"])
_NESTING = frozenset(["blockquote_open", "list_item_open"])
_BLOCK_FAULTS = {
    "html_block": ("raw-html", "HTML is not allowed in a brief", "write it in Markdown"),
    "code_block": (
        "unsupported-markdown",
        "a line indented by four spaces reads as program code",
        "delete the spaces at the beginning of the line",
    ),
}

InlineRule = Callable[[StateInline, bool], bool]


@dataclass(frozen=True, slots=True)
class RawBlock:
    """A fenced block as it stands in the text: its name, YAML body and the body's first line."""

    name: str
    body: str
    line: int


@dataclass(slots=True)
class ReadProse:
    """What was read: the prose without its blocks, the blocks' bodies, and the faults."""

    prose: Prose
    blocks: list[RawBlock] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    is_whole: bool = True
    """Whether the text was read at all; if not, the one fault says how much is too much."""


def _read_citation(state: StateInline, silent: bool) -> bool:
    """The inline rule for `[@...]`."""
    if not state.src.startswith("[@", state.pos):
        return False
    end = state.src.find("]", state.pos, state.posMax)
    if end < 0:
        return False
    if not silent:
        content = state.src[state.pos + 1 : end]
        cited = [_CITED.fullmatch(part.strip()) for part in content.split(";")]
        token = state.push("citation" if all(cited) else "bad_citation", "", 0)
        token.content = content
        token.meta = {
            "pos": state.pos,
            "cited": [(match[1], match[2]) for match in cited if match],
        }
    state.pos = end + 1
    return True


def _note_position(rule: InlineRule) -> InlineRule:
    """Wraps an inline rule so that its tokens remember where they began."""

    def placed(state: StateInline, silent: bool) -> bool:
        start, count = state.pos, len(state.tokens)
        matched = rule(state, silent)
        if matched and not silent:
            for token in state.tokens[count:]:
                if token.type in _PLACED and "pos" not in token.meta:
                    token.meta = {**token.meta, "pos": start}
                    break
        return matched

    return placed


def _make_parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    # Every scheme is parsed as a link, so that a forbidden one is a fault and not silent text.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # documented way to set it
    rules = {rule.name: rule.fn for rule in parser.inline.ruler.__rules__}
    for name in ("link", "image", "html_inline", "autolink"):
        parser.inline.ruler.at(name, _note_position(rules[name]))
    parser.inline.ruler.before("link", "citation", _read_citation)
    return parser


_PARSER = _make_parser()


def read_prose(text: str, first_line: int = 1) -> ReadProse:
    """Reads the Markdown below a brief's front matter, which begins on the file's `first_line`."""
    excess = find_excess_of_marks(text, first_line)
    if excess is not None:
        return _refuse(excess)
    return _Reader(text, first_line, None).read()


def read_field(text: str, mark: Mark) -> ReadProse:
    """Reads a field of the front matter; all its marks stand at `mark`."""
    return _Reader(text, 1, mark).read()


def _refuse(excess: Fault) -> ReadProse:
    return ReadProse(Prose(is_sound=False), faults=[excess], is_whole=False)


class _Reader:
    """Walks the tokens of one text once, gathering marks and faults."""

    def __init__(self, text: str, first_line: int, mark: Mark | None) -> None:
        self.text = text
        self.lines = text.split("\n")
        self.first_line = first_line
        self.mark = mark
        self.citations: list[Citation] = []
        self.links: list[RecordLink] = []
        self.arithmetic: list[Arithmetic] = []
        self.waived: list[WaivedFigure] = []
        self.blocks: list[RawBlock] = []
        self.faults: list[Fault] = []
        self.words = 0
        self.level = 1
        """The level of the last heading; the first is that of the title."""

    def read(self) -> ReadProse:
        tokens = _PARSER.parse(self.text)
        excess = find_excess_of_text(tokens, self.first_line)
        if excess is not None:
            return _refuse(excess)
        line = 0
        self._read_lines(tokens)
        for token in tokens:
            line = token.map[0] if token.map else line
            if token.type == "inline":
                self._read_inline(token, line)
            else:
                self._read_block(token, line)
        prose = Prose(
            pack_tokens(tokens),
            tuple(self.citations),
            tuple(self.links),
            arithmetic=tuple(self.arithmetic),
            waived=tuple(self.waived),
            word_count=self.words,
            is_sound=not self.faults,
        )
        return ReadProse(prose, self.blocks, self.faults)

    def _read_lines(self, tokens: list[Token]) -> None:
        """Characters that no text may hold, wherever they stand; fields were judged as records."""
        blocks = [token.map for token in tokens if token.type == "fence" and token.map]
        in_blocks = {line for first, end in blocks for line in range(first + 1, end)}
        for line, fault in () if self.mark else find_line_faults(self.lines, in_blocks):
            place = Mark(self.first_line + line, fault.start + 1)
            self._fault((fault.rule, f"the text {fault.said}", fault.help), place)

    def _read_block(self, token: Token, line: int) -> None:
        if token.type in _NESTING and token.level >= _PARSER.options["maxNesting"] - 1:
            message = "quotations or lists are nested too deep; what is in them would be lost"
            self._fault(("too-deep", message, "take some levels away"), self._place(line))
        elif token.type in _BLOCK_FAULTS:
            self._fault(_BLOCK_FAULTS[token.type], self._place(line))
        elif token.type == "fence":
            self._read_fence(token, line)
        elif token.type == "heading_open" and not self.mark:
            self._check_level(int(token.tag[1]), self._place(line))
        elif self.mark and token.level == 0 and token.nesting >= 0:
            self._check_is_paragraph(token, self.mark)

    def _check_level(self, level: int, place: Mark) -> None:
        deepest = self.level + 1
        self.level = max(level, 2)
        if level == 1:
            message = "the brief's title is the only heading of the first level"
            self._fault(("heading-level", message, "begin it with `##`"), place)
        elif level > deepest:
            message = f"`{'#' * level}` leaves out a level"
            help = f"begin it with `{'#' * deepest}`; levels go down one at a time"
            self._fault(("heading-level", message, help), place)

    def _check_is_paragraph(self, token: Token, mark: Mark) -> None:
        if token.type != "paragraph_open":
            message = "only paragraphs are allowed in this field"
            help = "move lists, headings and tables into the prose below the front matter"
            self._fault(("unsupported-markdown", message, help), mark)

    def _read_fence(self, token: Token, line: int) -> None:
        name = token.info.strip().split(" ")[0] if token.info.strip() else ""
        if not self._is_closed(token):
            mark = token.markup
            closing = mark if len(mark) <= LONGEST_MARK else "of as many such signs"
            help = f"put a line {closing} below its last line"
            if not name:
                help += "; if a block ends here, look whether it begins with as many backticks"
            self._fault(("unclosed-block", "the block is not closed", help), self._place(line))
            return
        if name in BLOCKS:
            token.meta = {"block": len(self.blocks)}
            self.blocks.append(RawBlock(name, token.content, self.first_line + line + 1))
            return
        known = ", ".join(f"`{block}`" for block in BLOCKS)
        message = f"there is no block {show_value(name)}" if name else "a fenced block has no name"
        help = suggest(name, BLOCKS, f"the blocks are {known}")
        self._fault(("unknown-block", message, help), self._place(line))

    def _is_closed(self, fence: Token) -> bool:
        """Whether a fence ends with a mark of its own, and not with the text."""
        first, end = fence.map or (0, 0)
        last = self.lines[min(end, len(self.lines)) - 1].strip(" \t>")
        return end - 1 > first and last.startswith(fence.markup) and not last.strip(fence.markup[0])

    def _read_inline(self, token: Token, line: int) -> None:
        children = token.children or []
        breaks, cursor, before = 0, 0, len(self.faults)
        rows = Rows(token.content, self.lines[line:])
        for index, child in enumerate(children):
            breaks += child.type in ("softbreak", "hardbreak")
            cursor = _note_text_position(token, child, cursor)
            place = self._find_place(rows, child, line, breaks)
            child.meta["mark"] = place
            if child.type == "citation":
                for article, quote in child.meta["cited"]:
                    self.citations.append(Citation(article, quote, place))
            elif child.type == "link_open":
                self._read_link(child, children[index:], place)
            elif child.type == "text":
                self._read_text(child, place, is_sound=len(self.faults) == before)
            elif child.type in ("bad_citation", "html_inline", "image"):
                self._read_refused(child, place)
        self._read_characters(children)

    def _read_characters(self, children: list[Token]) -> None:
        """What is wrong with the text as readers see it, but for what its line is refused for."""
        refused = {fault.line for fault in self.faults if fault.rule == "hidden-character"}
        for child, offset, fault in find_block_faults(children):
            place: Mark = child.meta["mark"]
            if not self.mark and (place.line in refused or (refused and offset < 0)):
                continue
            if "pos" in child.meta and not self.mark and offset >= 0:
                place = Mark(place.line, place.column + offset)
            self._fault((fault.rule, f"the text {fault.said}", fault.help), place)

    def _read_refused(self, token: Token, place: Mark) -> None:
        if token.type == "bad_citation":
            message = f"{show_value('[' + token.content + ']')} is not a citation"
            self._fault(("malformed-citation", message, CITATION_HELP), place)
        elif token.type == "html_inline":
            if token.content.startswith("</") and self.faults:
                return  # said of the tag that it closes
            message = f"{show_value(token.content)}: HTML is not allowed in a brief"
            help = "write it in Markdown; put a `\\` before a `<` that is meant as a sign"
            self._fault(("raw-html", message, help), place)
        else:
            help = "describe what it shows, and link to the page that has it"
            self._fault(("unsupported-markdown", "images are not taken into briefs", help), place)

    def _read_text(self, token: Token, place: Mark, *, is_sound: bool) -> None:
        """Behind a fault, what looks like another is most often part of it."""
        self.words += len(token.content.split())
        slip = find_prose_slip(token.content) if is_sound else None
        if slip is not None:
            self._fault(slip, place)

    def _read_link(self, token: Token, following: list[Token], place: Mark) -> None:
        href = str(token.attrs.get("href", ""))
        scheme, colon, id = href.partition(":")
        if colon and scheme in RECORD_SCHEMES:
            text = _text_until_close(following)
            self.links.append(RecordLink(RECORD_SCHEMES[scheme], id, text, place))
        elif scheme in OWN_SCHEMES:
            self._read_own_figure(token, _text_until_close(following), place)
        elif not re.match(r"https?://[^\s/]", href):
            message = f"{show_value(href)} is neither a web address nor a link to a record"
            message = message if href else "the link leads nowhere"
            schemes = ", ".join(f"`{name}:`" for name in RECORD_SCHEMES)
            otherwise = f"begin it with https://, or with one of {schemes} and an id"
            known = [*RECORD_SCHEMES, *OWN_SCHEMES, "https"]
            help = suggest(scheme, known, otherwise) if colon else otherwise
            self._fault(("bad-link", message, help), place)
        elif fault := find_url_fault(href):
            help = "copy the whole address from the browser, beginning with https://"
            self._fault(("bad-link", f"{show_value(href)} {fault}", help), place)

    def _read_own_figure(self, token: Token, text: str, place: Mark) -> None:
        href, title = (str(token.attrs.get(name, "")) for name in ("href", "title"))
        read = read_own_figure(href, title, text, place)
        if isinstance(read, Arithmetic):
            self.arithmetic.append(read)
        elif isinstance(read, WaivedFigure):
            self.waived.append(read)
        else:
            self._fault(("bad-link", *read), place)

    def _find_place(self, rows: Rows, child: Token, line: int, breaks: int) -> Mark:
        """The line and column of a token inside a block that begins on `line`.

        Of text with escaped signs only the line is known, by the breaks before it.
        """
        position = (child.meta or {}).get("pos")
        if position is None or self.mark:
            return self._place(line + breaks)
        row, column = rows.locate(position)
        return Mark(self.first_line + line + row, column)

    def _place(self, line: int) -> Mark:
        return self.mark or Mark(self.first_line + line, 1)

    def _fault(self, said: tuple[str, str, str], place: Mark) -> None:
        rule, message, help = said
        self.faults.append(Fault(rule, place.line, place.column, message, help))


def _note_text_position(inline: Token, child: Token, cursor: int) -> int:
    """Where a piece of plain text begins in its block, as far as it stands there unescaped."""
    position = int(child.meta.get("pos", -1))
    if child.type in WRITTEN and child.content:
        position = inline.content.find(child.content, cursor)
        if position >= 0:
            child.meta["pos"] = position
    return max(cursor, position + len(child.content) if child.type in WRITTEN else position)


def _text_until_close(tokens: list[Token]) -> str:
    text = ""
    for token in tokens:
        if token.type == "link_close":
            break
        if token.type in WRITTEN:
            text += token.content
        elif token.type in ("softbreak", "hardbreak"):
            text += " "
    return text
