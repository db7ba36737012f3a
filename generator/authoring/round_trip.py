"""Changes a record in its text, and nothing else: comments, quotes and line breaks stay.

Fields and items are put in, or replaced, where they stand; all around is left byte for byte. Texts
with a fault (hostile YAML included: the reading looks first) are refused. Values are strings,
lists and mappings, and are never taken for anything else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from generator.address import Keys
from generator.authoring.layout import Layout, write_tree
from generator.authoring.nodes import Collection, Entry, Node, Scalar, Tree
from generator.authoring.scalars import write_inline
from generator.authoring.tree import FaultyTextError, read_tree
from generator.reading.fault import Fault
from generator.reading.front_matter import split_front_matter

__all__ = ["FaultyTextError", "Value", "edit_front_matter", "insert_item", "make_node", "set_field"]

Value = str | Sequence["Value"] | Mapping[str, "Value"] | Scalar | Collection
"""What a field may be set to: texts, lists and mappings of them, or parts of a tree."""


def make_node(value: Value, flow: bool = False) -> Node:
    """A value as part of a tree; `flow` puts mappings between brackets."""
    if isinstance(value, Scalar | Collection):
        return value
    if isinstance(value, str):
        return Scalar(value)
    if isinstance(value, Mapping):
        entries = [Entry(Scalar(name), make_node(inner, flow)) for name, inner in value.items()]
        return Collection(entries, is_mapping=True, is_flow=flow or not entries)
    items = [Entry(None, make_node(inner, flow)) for inner in value]
    return Collection(items, is_mapping=False, is_flow=not items)


def set_field(text: str, keys: Keys, value: Value, order: Sequence[str] = ()) -> str:
    """The text with the field at `keys` set to a value.

    Args:
        text: A YAML text.
        keys: The way to the field, such as `("archive-url",)` or `("observations", 0, "note")`.
        value: What it is to be.
        order: The names of the record's fields in their order, which tells a new field its place;
            without, it is the last. `list_fields` of the reading has them.

    Raises:
        FaultyTextError: The text can't be read as it is.
        LookupError: There is no mapping that could have the field.
    """
    tree, ends = _read(text)
    owner, name = _walk(tree, keys[:-1]), str(keys[-1])
    if not isinstance(owner, Collection) or not owner.is_mapping:
        raise LookupError(f"no mapping at {keys[:-1]}")
    found = owner.find(name)
    if found is not None and owner.is_flow and isinstance(found.value, Scalar):
        new = make_node(value)
        if isinstance(new, Scalar):
            start, end = found.value.start, found.value.end
            return ends(tree.text[:start] + write_inline(new, in_flow=True) + tree.text[end:])
    if found is not None:
        found.value = _keep_end(make_node(value), found.value)
        return ends(_rewrite(tree, keys))
    entry = Entry(Scalar(name), make_node(value))
    index = _find_place(owner, name, order)
    if owner.is_flow:
        owner.entries.insert(index, entry)
        return ends(_rewrite(tree, keys[:-1]))
    lines = Layout().write_field(entry, owner.column)
    return ends(_insert_lines(tree, owner, index, lines))


def insert_item(
    text: str,
    keys: Keys,
    value: Value,
    index: int | None = None,
    order: Sequence[str] = (),
) -> str:
    """The text with an item put into the list at `keys`, at its end if no `index` is given.

    The list is made if there is none; `order` then tells its place. Records of a file, whose list
    is at `()`, are parted by an empty line.

    Raises:
        FaultyTextError: The text can't be read as it is.
        LookupError: There is no list that could have the item.
    """
    tree, ends = _read(text)
    owner = _walk(tree, keys)
    if owner is None and keys:
        return set_field(text, keys, [value], order)
    if not isinstance(owner, Collection) or owner.is_mapping:
        raise LookupError(f"no list at {keys}")
    index = len(owner.entries) if index is None else index
    entry = Entry(None, make_node(value))
    if owner.is_flow:
        owner.entries.insert(index, entry)
        return ends(_rewrite(tree, keys))
    lines = Layout().write_item(entry, owner.column)
    if not keys:
        lines = [*lines, ""] if index == 0 else ["", *lines]
    return ends(_insert_lines(tree, owner, index, lines))


def edit_front_matter(text: str, edit: Callable[[str], str]) -> str:
    """A brief's text with its front matter changed; its prose stays byte for byte.

    Raises:
        FaultyTextError: There is no front matter, or `edit` finds a fault in it.
    """
    plain, ends = _part_line_ends(text)
    split = split_front_matter(plain)
    if isinstance(split, Fault):
        raise FaultyTextError([split])
    lines = text.split("\n")
    closing = split.body_line - 2  # the number of the line `---` below the fields, from 0
    opening, rest = lines[0], "\n".join(lines[closing:])
    edited = edit(f"{split.front}\n").rstrip("\n") + "\n"
    return f"{opening}\n{ends(edited)}{rest}"


def _read(text: str) -> tuple[Tree, Callable[[str], str]]:
    plain, ends = _part_line_ends(text)
    return read_tree(plain), ends


def _part_line_ends(text: str) -> tuple[str, Callable[[str], str]]:
    """The text with plain line ends, and what gives a changed one those that it had."""
    if "\r\n" not in text:
        return text, lambda changed: changed
    return text.replace("\r\n", "\n"), lambda changed: changed.replace("\n", "\r\n")


def _walk(tree: Tree, keys: Keys) -> Node | None:
    node: Node = tree.root
    for key in keys:
        entry = node.find(key) if isinstance(node, Collection) else None
        if entry is None:
            return None
        node = entry.value
    return node


def _find_place(owner: Collection, name: str, order: Sequence[str]) -> int:
    """Behind the last of the fields that the order has before it."""
    if name not in order:
        return len(owner.entries)
    before = set(order[: order.index(name)])
    places = [at for at, entry in enumerate(owner.entries) if entry.name in before]
    return places[-1] + 1 if places else min(1, len(owner.entries))


def _keep_end(node: Node, old: Node) -> Node:
    node.start, node.end = old.start, old.end
    return node


def _rewrite(tree: Tree, keys: Keys) -> str:
    """The text with the value at `keys` written anew, or that of the brackets it stands in."""
    way = _list_way(tree, keys)
    if not way:
        return write_tree(tree)
    entry, owner = way[-1]
    for at, (_, collection) in enumerate(way):
        if collection.is_flow:
            if at == 0:
                return write_tree(tree)
            entry, owner = way[at - 1]
            break
    text, end = tree.text, entry.value.end
    start = entry.key.end if entry.key is not None else entry.start
    stop = text.index(":" if owner.is_mapping else "-", start) + 1
    begin = text.rfind("\n", 0, stop) + 1
    written_over = text[stop:end]
    behind = entry.behind if entry.behind and entry.behind in written_over else ""
    if written_over.count("#") and any(comment in written_over for comment in entry.above):
        return write_tree(tree)
    prefix = text[begin:stop]
    layout = Layout()
    if owner.is_mapping:
        lines = layout.write_value(entry.value, prefix, owner.column, behind)
    else:
        lines = layout.write_item(Entry(None, entry.value, behind=behind), owner.column)
    return text[:begin] + "\n".join(lines) + text[end:]


def _list_way(tree: Tree, keys: Keys) -> list[tuple[Entry, Collection]]:
    """The entries on the way to a value, each with what it is an entry of."""
    way: list[tuple[Entry, Collection]] = []
    node: Node = tree.root
    for key in keys:
        entry = node.find(key) if isinstance(node, Collection) else None
        if entry is None or not isinstance(node, Collection):
            break
        way.append((entry, node))
        node = entry.value
    return way


def _insert_lines(tree: Tree, owner: Collection, index: int, lines: list[str]) -> str:
    text = tree.text
    if index:
        end = text.find("\n", owner.entries[index - 1].value.end)
        end = len(text) if end < 0 else end
        return text[:end] + "\n" + "\n".join(lines) + (text[end:] or "\n")
    first = owner.entries[0]
    begin = text.rfind("\n", 0, first.start) + 1
    for _ in first.above:
        begin = text.rfind("\n", 0, begin - 1) + 1
    return text[:begin] + "\n".join(lines) + "\n" + text[begin:]
