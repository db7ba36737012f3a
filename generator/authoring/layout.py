"""Writes a tree as text: the shape that all records have.

Two columns for each level, `- ` for the items of a list; what stood between brackets stays there
while it fits on its line, and so does a list of plain words; longer texts are folded. Comments
stand above what they stood above. The order of fields is made elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from generator.authoring.nodes import EMPTY, Collection, Entry, Node, Scalar, Tree
from generator.authoring.scalars import fold, write_block, write_inline

WIDTH = 100
BRIEF_WIDTH = 112


def write_tree(tree: Tree, width: int = WIDTH, apart: bool = False) -> str:
    """The text of a tree, each line within the width if it can be.

    Args:
        tree: What to write.
        width: Characters in a line.
        apart: Whether an empty line parts the items of the outermost list.
    """
    if not isinstance(tree.root, Collection):
        return f"{write_inline(tree.root)}\n"
    root = tree.root
    if apart:
        for entry in root.entries[1:]:
            entry.above.insert(0, EMPTY)
    lines = [*tree.head, *Layout(width).write_entries(root, 0)]
    return "\n".join(_thin(lines)) + "\n"


def _thin(lines: Iterable[str]) -> Iterator[str]:
    """Lines without empty ones at either end, or behind each other."""
    was_empty, waiting = True, False
    for line in lines:
        if line == EMPTY:
            waiting = not was_empty
        else:
            if waiting:
                yield ""
            yield line
            was_empty = waiting = False


class Layout:
    """Writes nodes; knows the width."""

    def __init__(self, width: int = WIDTH) -> None:
        self.width = width

    def write_entries(self, node: Collection, column: int) -> list[str]:
        """The lines of a mapping or list outside of brackets."""
        write = self.write_field if node.is_mapping else self.write_item
        lines = chain.from_iterable(
            write(entry, column, is_first=index == 0) for index, entry in enumerate(node.entries)
        )
        return [*lines, *_indent(node.below, column)]

    def write_value(self, node: Node, prefix: str, column: int, behind: str = "") -> list[str]:
        """The lines of a value behind `name:` or `-`, which is the prefix; further ones indented.

        Args:
            node: The value.
            prefix: What stands before it on its first line, indentation included.
            column: Where the field or item begins.
            behind: The comment at the end of the first line.
        """
        note = f"  {behind}" if behind else ""
        if isinstance(node, Scalar):
            return self._write_scalar(node, prefix, column, note)
        if flow := self._find_flow(node, prefix):
            return [f"{prefix} {flow}{note}"]
        return [f"{prefix}{note}", *self.write_entries(node, column + 2)]

    def _find_flow(self, node: Collection, prefix: str) -> str:
        """The value between brackets, if it may stand there and fits behind the prefix."""
        flow = write_flow(node) if self._may_flow(node) else ""
        return flow if len(prefix) + 1 + len(flow) <= self.width or not node.entries else ""

    def _may_flow(self, node: Collection) -> bool:
        if not node.entries:
            return True
        if _has_comments(node):
            return False
        if node.is_mapping or any(isinstance(entry.value, Collection) for entry in node.entries):
            return node.is_flow
        return not any(_is_address(entry.value) for entry in node.entries)

    def _write_scalar(self, node: Scalar, prefix: str, column: int, note: str) -> list[str]:
        room = self.width - column - 2
        block = write_block(node, room)
        if block is None:
            inline = f"{prefix} {write_inline(node)}"
            if len(inline) <= self.width:
                return [f"{inline}{note}"]
            block = fold(node.value, room) if " " in node.value else None
            if block is None:
                return [f"{inline}{note}"]
        return [f"{prefix} {block[0]}{note}", *_indent(block[1:], column + 2)]

    def write_field(self, entry: Entry, column: int, is_first: bool = False) -> list[str]:
        """The lines of a field of a mapping, its comments first."""
        key = write_inline(entry.key) if entry.key is not None else ""
        above = _drop_first_empty(entry.above) if is_first else entry.above
        prefix = f"{' ' * column}{key}:"
        return [
            *_indent(above, column),
            *self.write_value(entry.value, prefix, column, entry.behind),
        ]

    def write_item(self, entry: Entry, column: int, is_first: bool = False) -> list[str]:
        """The lines of an item of a list, its comments first."""
        value, prefix = entry.value, f"{' ' * column}-"
        above = list(_drop_first_empty(entry.above) if is_first else entry.above)
        if isinstance(value, Scalar) or self._find_flow(value, prefix):
            lines = self.write_value(value, prefix, column, entry.behind)
            return [*_indent(above, column), *lines]
        above += _take_first_comments(value) + ([entry.behind] if entry.behind else [])
        lines = self.write_entries(value, column + 2)
        lines[0] = f"{prefix} {lines[0].lstrip()}"
        return [*_indent(above, column), *lines]


def write_flow(node: Node) -> str:
    """A value on one line, between brackets."""
    if isinstance(node, Scalar):
        return write_inline(node, in_flow=True)
    if not node.is_mapping:
        return f"[{', '.join(write_flow(entry.value) for entry in node.entries)}]"
    fields = (
        f"{write_inline(entry.key, in_flow=True) if entry.key else ''}: {write_flow(entry.value)}"
        for entry in node.entries
    )
    return f"{{{', '.join(fields)}}}"


def _take_first_comments(node: Collection) -> list[str]:
    """The comments of the first field, which stand above the dash of its record."""
    first = node.entries[0]
    taken, first.above = [line for line in first.above if line != EMPTY], []
    return taken


def _has_comments(node: Collection) -> bool:
    if node.below:
        return True
    return any(
        entry.above
        or entry.behind
        or (isinstance(entry.value, Collection) and _has_comments(entry.value))
        for entry in node.entries
    )


def _is_address(node: Node) -> bool:
    """Whether an item is a web address, which has a line of its own."""
    return isinstance(node, Scalar) and "://" in node.value


def _indent(lines: Iterable[str], column: int) -> list[str]:
    return [line if line in ("", EMPTY) else f"{' ' * column}{line}" for line in lines]


def _drop_first_empty(lines: list[str]) -> list[str]:
    return lines[1:] if lines and lines[0] == EMPTY else lines
