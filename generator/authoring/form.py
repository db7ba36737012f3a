"""The canonical form of a file of records: fields in the order of the models, one shape.

Comments and values stay; a file that can't be read is left as it is, with what is wrong in it.
Of a brief only the front matter has a form; a series is left alone.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, get_origin

from generator.authoring.layout import BRIEF_WIDTH, WIDTH, write_tree
from generator.authoring.nodes import Collection, Node
from generator.authoring.round_trip import edit_front_matter
from generator.authoring.tree import read_tree
from generator.issues import Issue, has_errors
from generator.reading.assemble import assemble
from generator.reading.files import DataFiles, TextFile
from generator.reading.kinds import FileKind, Shape
from generator.reading.model_fields import find_field, inner_model, list_fields
from generator.records.base import Record


@dataclass(frozen=True, slots=True)
class Formed:
    """A file, the text it should have, and why it may have been left alone."""

    path: str
    before: str
    after: str
    issues: list[Issue] = field(default_factory=list)

    @property
    def is_changed(self) -> bool:
        """Whether the file is not in its form."""
        return self.before != self.after

    @property
    def is_series(self) -> bool:
        """Whether the file has no form, being a table."""
        return self.path.endswith(".csv")


def form_files(files: Iterable[TextFile]) -> list[Formed]:
    """Each file in its form."""
    return [form_file(file) for file in files]


def compare(formed: Formed) -> str:
    """What would change in a file, as a unified diff."""
    before, after = formed.before.splitlines(), formed.after.splitlines()
    return "\n".join(
        difflib.unified_diff(before, after, f"a/{formed.path}", f"b/{formed.path}", lineterm="")
    )


def form_file(file: TextFile) -> Formed:
    """The file in its form; as it is, with its issues, if something in it can't be read."""
    if file.kind.shape is Shape.ROWS:
        return Formed(file.path, file.text, file.text)
    _, issues = assemble(DataFiles(files=[file]))
    if has_errors(issues):
        return Formed(file.path, file.text, file.text, issues)
    return Formed(file.path, file.text, form_text(file.kind, file.text))


def form_text(kind: FileKind, text: str) -> str:
    """A readable text of records in its form."""
    if kind.shape is Shape.ROWS:
        return text
    if kind.shape is Shape.BRIEF:
        return edit_front_matter(text, lambda front: _form_yaml(front, kind.model, BRIEF_WIDTH))
    if not _holds_records(text):
        return text
    return _form_yaml(text, kind.model, WIDTH, apart=kind.shape is Shape.LIST)


def _holds_records(text: str) -> bool:
    """A list of corrections may hold nothing but comments."""
    lines = (line.strip() for line in text.split("\n"))
    return any(line and not line.startswith("#") and line not in ("---", "[]") for line in lines)


def _form_yaml(text: str, model: type[Record], width: int, apart: bool = False) -> str:
    tree = read_tree(text)
    order_fields(tree.root, model)
    return write_tree(tree, width, apart)


def order_fields(node: Node, model: type[Record]) -> None:
    """Puts the fields of a record, and of those within it, into the order of their models."""
    if not isinstance(node, Collection):
        return
    if not node.is_mapping:
        for entry in node.entries:
            order_fields(entry.value, model)
        return
    names = list_fields(model)
    node.entries.sort(key=lambda entry: names.index(entry.name) if entry.name in names else 99)
    for entry in node.entries:
        info = find_field(model, (entry.name,))
        inner = inner_model(info.annotation) if info else None
        if inner is not None:
            _order_within(entry.value, info.annotation, inner)


def _order_within(node: Node, annotation: Any, model: type[Record]) -> None:
    is_keyed = isinstance(get_origin(annotation), type) and hasattr(get_origin(annotation), "keys")
    if not is_keyed or not isinstance(node, Collection):
        order_fields(node, model)
        return
    for entry in node.entries:  # keys of the author's choice, such as those of quotes
        order_fields(entry.value, model)
