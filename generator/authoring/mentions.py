"""Where a text names a record: the exact span of each mention of its id.

What a field means is said by its model; what prose means, by the reading. A mention that the
reading knows and that can't be found in the text is an error, and never passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.authoring.nodes import Collection, Entry, Node, Scalar
from generator.authoring.tree import read_tree
from generator.library.references import list_reference_fields
from generator.reading.model_fields import find_field, inner_model
from generator.reading.prose import ReadProse, read_field
from generator.records.base import Record, RefsWithin, ShortForm
from generator.records.blocks import CompareBlock
from generator.records.brief import FrontMatter, KeyJudgement, Waiver
from generator.records.expression_tokens import TokenKind, split_expression
from generator.records.prose import RECORD_SCHEMES, Mark

_PROSE_FIELDS: Mapping[type[Record], frozenset[str]] = {
    FrontMatter: frozenset(["bottom-line"]),
    KeyJudgement: frozenset(["statement", "reason"]),
    CompareBlock: frozenset(["note"]),
}
"""Fields in which citations and links have a meaning."""
_BRACKET = re.compile(r"\[@[^\]]*\]")
_CALC = re.compile(r"\bcalc:>?\s+(\\?[\"']{1,2}|\()")
_OF_WAIVERS = frozenset(["observation", "article", "source"])
_NO_PLACE = Mark(1, 1)


class UnclearMentionError(Exception):
    """A mention that the reading knows can't be found in the text."""


@dataclass(frozen=True, slots=True)
class Target:
    """The record that is looked for."""

    kind: str
    id: str
    model: type[Record]

    @property
    def pattern(self) -> str:
        """The id by itself: not as part of a longer one."""
        return rf"(?<![a-z0-9-]){re.escape(self.id)}(?![a-z0-9-])"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """One mention: where the id begins, and where the construct does that it stands in."""

    start: int
    within: int = -1


def find_in_yaml(text: str, model: type[Record], target: Target) -> list[Span]:
    """The mentions in a text of one record, or of a list of them."""
    return list(_Walk(target).walk(read_tree(text).root, model))


class _Walk:
    """Goes through a tree as its models describe it."""

    def __init__(self, target: Target) -> None:
        self.target = target

    def walk(self, node: Node, model: type[Record]) -> Iterator[Span]:
        if isinstance(node, Scalar):
            if issubclass(model, ShortForm):
                yield from self._walk_field(Entry(Scalar(model.short_field), node), model)
        elif not node.is_mapping:
            for entry in node.entries:
                yield from self.walk(entry.value, model)
        else:
            for entry in node.entries:
                yield from self._walk_field(entry, model)

    def _walk_field(self, entry: Entry, model: type[Record]) -> Iterator[Span]:
        name, value = entry.name, entry.value
        if name == _find_own_field(model, self.target):
            yield from self._match(value)
        elif name in _PROSE_FIELDS.get(model, ()) and isinstance(value, Scalar):
            yield from find_in_field(value, self.target)
        for _, alias, ref, is_nested in list_reference_fields(model):
            if alias != name:
                continue
            if isinstance(ref, RefsWithin):
                yield from self._match_within(value) if ref.kind == self.target.kind else ()
            elif ref is not None:
                yield from self._match(value) if ref.kind == self.target.kind else ()
            elif is_nested:
                yield from self._walk_nested(value, model, name)

    def _walk_nested(self, node: Node, model: type[Record], name: str) -> Iterator[Span]:
        info = find_field(model, (name,))
        inner = inner_model(info.annotation)
        if inner is None:
            return
        is_keyed = "Mapping" in str(getattr(info.annotation, "__origin__", ""))
        if is_keyed and isinstance(node, Collection):
            for entry in node.entries:
                yield from self.walk(entry.value, inner)
        else:
            yield from self.walk(node, inner)

    def _match(self, node: Node) -> Iterator[Span]:
        if isinstance(node, Collection):
            for entry in node.entries:
                yield from self._match(entry.value)
        elif node.value.strip() == self.target.id:
            at = node.raw.find(self.target.id)
            if at < 0:
                raise UnclearMentionError(f"`{self.target.id}` is written with escapes")
            yield Span(node.start + at)

    def _match_within(self, node: Node) -> Iterator[Span]:
        if not isinstance(node, Scalar):
            return
        expected = _count_in_expression(node.value, self.target.id)
        found = [Span(node.start + one.start()) for one in self._search(node.raw)]
        if len(found) != expected:
            raise UnclearMentionError(f"the calculation `{node.value}` is written with escapes")
        yield from found

    def _search(self, raw: str) -> Iterable[re.Match[str]]:
        return re.finditer(self.target.pattern, raw)


def _find_own_field(model: type[Record], target: Target) -> str:
    """The field of a model, beside its references, that may hold the id of such a record."""
    if model is Waiver and target.kind in _OF_WAIVERS:
        return "about"
    return "id" if model is target.model else ""


def _count_in_expression(text: str, id: str) -> int:
    tokens = split_expression(text)
    if not isinstance(tokens, list):
        return 0
    return sum(token.kind is TokenKind.WORD and token.text == id for token in tokens)


def find_in_field(node: Scalar, target: Target) -> Iterator[Span]:
    """The mentions in a field of prose, as many as the reading knows."""
    read = read_field(node.value, _NO_PLACE)
    found = find_candidates(node.raw, target)
    if len(found) != count_known(read, target):
        shown = " ".join(node.value.split())[:60]
        raise UnclearMentionError(f"it can't be told what is a mention in “{shown}…”")
    for one in found:
        yield Span(node.start + one.start, node.start + one.within)


def count_known(read: ReadProse, target: Target) -> int:
    """How often the prose names the record, as it was read; its blocks are left aside."""
    prose = read.prose
    count = sum((link.kind, link.id) == (target.kind, target.id) for link in prose.links)
    if target.kind == "article":
        count += sum(citation.article == target.id for citation in prose.citations)
    if target.kind == "observation":
        count += sum(_count_in_expression(one.expression, target.id) for one in prose.arithmetic)
    return count


def find_candidates(text: str, target: Target) -> list[Span]:
    """What looks like a mention in a text of Markdown, in order."""
    found: set[Span] = set()
    schemes = [name for name, kind in RECORD_SCHEMES.items() if kind == target.kind]
    for scheme in schemes:
        link = rf"(?:\]\(\s*<?|<|\]:\s*<?){scheme}:(?={re.escape(target.id)}(?![a-z0-9-]))"
        found |= {Span(one.end(), one.start()) for one in re.finditer(link, text)}
    if target.kind == "article":
        for bracket in _BRACKET.finditer(text):
            cited = re.finditer(rf"(?<=@){re.escape(target.id)}(?![a-z0-9-])", bracket[0])
            found |= {Span(bracket.start() + one.start(), bracket.start()) for one in cited}
    if target.kind == "observation":
        for calc in _CALC.finditer(text):
            closing = ")" if calc[1] == "(" else calc[1]
            end = text.find(closing, calc.end())
            within = re.finditer(target.pattern, text[calc.end() : end])
            found |= {Span(calc.end() + one.start(), calc.start()) for one in within}
    return sorted(found)
