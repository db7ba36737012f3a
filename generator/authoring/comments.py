"""Gives each comment of a text to an entry: to the one it stands behind, or stands above.

A comment further in than the entry below it ends the record above, as a commented hint at its end
does. Comments within brackets go with the entry whose value the brackets are.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from generator.authoring.nodes import EMPTY, Collection, Entry, Node, Tree
from generator.reading.line_starts import LineStarts

MODELINE = "# yaml-language-server"
"""What tells an editor the schema; it must stay in the first line."""


@dataclass(frozen=True, slots=True)
class _Open:
    """An entry outside of brackets, and the collections around it, the innermost last."""

    entry: Entry
    within: tuple[Collection, ...]


def place_comments(tree: Tree, comments: list[tuple[int, int]]) -> None:
    """Puts the comments at these spans of the text, and the empty lines, into the tree."""
    opens = list(_list_open(tree.root, ()))
    if not opens:
        return
    _Placer(tree, opens).place(sorted(comments))
    _split_head(tree, opens[0].entry)


def _list_open(node: Node, within: tuple[Collection, ...]) -> Iterator[_Open]:
    if not isinstance(node, Collection) or node.is_flow:
        return
    within = (*within, node)
    for entry in node.entries:
        yield _Open(entry, within)
        yield from _list_open(entry.value, within)


class _Placer:
    """Knows which entry stands before and behind a place of the text."""

    def __init__(self, tree: Tree, opens: list[_Open]) -> None:
        self.text = tree.text
        self.opens = opens
        self.lines = LineStarts(tree.text)
        self.starts = [one.entry.start for one in opens]

    def place(self, comments: list[tuple[int, int]]) -> None:
        for start, end in comments:
            comment = self.text[start:end].rstrip()
            begin = self.text.rfind("\n", 0, start) + 1
            if self.text[begin:start].strip():
                self._place_behind(start, comment)
            else:
                self._place_above(start, begin, comment)
        for number, one in enumerate(self.opens):
            self._note_empty_line(number, one.entry)

    def _place_behind(self, start: int, comment: str) -> None:
        entry = self.opens[max(bisect_right(self.starts, start) - 1, 0)].entry
        if entry.behind or start < entry.start:
            entry.above.append(comment)
        else:
            entry.behind = comment

    def _place_above(self, start: int, begin: int, comment: str) -> None:
        index = bisect_right(self.starts, start)
        ended = self._find_ended(index, start - begin)
        if ended is None:
            target = self.opens[index].entry.above
        else:
            target = ended.below
            for one in self.opens[index - 1].within:
                one.end = (
                    max(one.end, start + len(comment)) if one.start <= ended.start else one.end
                )
        if self._is_behind_empty_line(begin):
            target.append(EMPTY)
        target.append(comment)

    def _note_empty_line(self, number: int, entry: Entry) -> None:
        begin = self.text.rfind("\n", 0, entry.start) + 1
        starts_line = not self.text[begin : entry.start].strip()
        if starts_line and self._is_behind_empty_line(begin):
            entry.above.append(EMPTY)

    def _is_behind_empty_line(self, begin: int) -> bool:
        above = self.text.rfind("\n", 0, max(begin - 1, 0)) + 1
        return begin > 0 and not self.text[above:begin].strip()

    def _find_ended(self, index: int, column: int) -> Collection | None:
        """What a comment in this column ends, before the entry of this number; None if nothing."""
        after = self.opens[index] if index < len(self.opens) else None
        if index == 0 and after is not None:
            return None
        before = self.opens[index - 1]
        if after is None:
            inner = [one for one in before.within if one.column <= column]
            return (inner or [before.within[0]])[-1]
        if column <= after.within[-1].column:
            return None
        closed = before.within[len(after.within) :]
        inner = [one for one in closed if one.column <= column]
        return inner[-1] if inner else None


def _split_head(tree: Tree, first: Entry) -> None:
    """Takes what speaks of the whole file from the first entry: all above an empty line."""
    above = first.above
    count = next((at + 1 for at in range(len(above) - 1, -1, -1) if above[at] == EMPTY), 0)
    while count < len(above) and above[count].startswith(MODELINE):
        count += 1
    tree.head, first.above = above[:count], above[count:]
