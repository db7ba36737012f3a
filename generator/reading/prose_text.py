"""The characters of a contributor's prose, judged as it was typed and as readers see it.

A word may be put together from several tokens, and a character may be written as a reference, such
as `&#8238;`; so the text of a block is judged as a whole. Which characters are at fault is known to
`records.characters`; lines and columns are the reader's.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from markdown_it.token import Token

from generator.records.characters import TextFault, find_invisible, find_text_faults

WRITTEN = ("text", "code_inline")
"""The kinds of token whose content readers see."""


def find_line_faults(
    lines: Sequence[str], left_out: Collection[int]
) -> Iterator[tuple[int, TextFault]]:
    """The first invisible character of each line, with the line's index."""
    if find_invisible("\n".join(lines)) is None:
        return
    for index, line in enumerate(lines):
        if index not in left_out:
            fault = find_invisible(line)
            if fault is not None:
                yield index, fault


def find_block_faults(children: Sequence[Token]) -> Iterator[tuple[Token, int, TextFault]]:
    """The faults of a block's text and of its links' titles, each with its token and place there.

    The place is -1 in a title, of which no column is known.
    """
    for child in children:
        for fault in find_text_faults(str(child.attrs["title"])) if "title" in child.attrs else ():
            yield child, -1, fault
    pieces = list(_list_pieces(children))
    text = "".join(piece for _, piece in pieces)
    for fault in find_text_faults(text):
        start = 0
        for child, piece in pieces:
            if fault.start < start + len(piece):
                yield child, fault.start - start, fault
                break
            start += len(piece)


def _list_pieces(children: Sequence[Token]) -> Iterator[tuple[Token, str]]:
    """Each token that shows something, and what; marks inside a word show nothing."""
    address = False
    for child in children:
        if child.markup == "autolink":
            address = child.type == "link_open"
        elif child.type in WRITTEN:
            yield child, child.content if not address else " "
        elif child.type in ("softbreak", "hardbreak", "citation", "image"):
            yield child, " "
