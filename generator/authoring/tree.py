"""A YAML text with everything that an author put into it: values, comments, empty lines, quotes.

Stands between the parser's events and whoever rewrites a text: each value knows where it begins
and ends, each comment belongs to an entry. Only texts in which the reading finds no fault become a
tree, so that anchors, tags, repeated keys and depth need no thought here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import yaml
from yaml.events import (
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from generator.authoring.comments import place_comments
from generator.authoring.nodes import Collection, Entry, Node, Scalar, Tree
from generator.reading.fault import Fault
from generator.reading.line_starts import LineStarts
from generator.reading.yaml_text import read_yaml

_COMMENT = re.compile(r"#[^\n]*")


class FaultyTextError(Exception):
    """A text that the reading refuses; it is left alone."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(faults[0].message if faults else "")
        self.faults = list(faults)


def read_tree(text: str) -> Tree:
    """The tree of a text of one YAML document.

    Raises:
        FaultyTextError: The reading finds a fault in it, or nothing but comments.
    """
    read = read_yaml(text)
    if read.faults or read.value is None:
        raise FaultyTextError(read.faults)
    events = (event for event in yaml.parse(text, Loader=yaml.CSafeLoader))
    grower = _Grower(text)
    tree = Tree(grower.grow(events), text)
    place_comments(tree, grower.comments)
    return tree


class _Grower:
    """Turns events into nodes, and finds the comments between them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = LineStarts(text)
        self.comments: list[tuple[int, int]] = []
        self.position = 0
        """How far the text is taken up by what was read."""

    def grow(self, events: Iterator[Event]) -> Node:
        starts = (ScalarEvent, SequenceStartEvent, MappingStartEvent)
        first = next(event for event in events if isinstance(event, starts))
        root = self._node(first, events)
        self._pass_gap(len(self.text))
        return root

    def _node(self, event: Event, events: Iterator[Event]) -> Node:
        if isinstance(event, ScalarEvent):
            return self._scalar(event)
        start, _ = _span(event)
        is_flow = bool(getattr(event, "flow_style", False))
        is_mapping = isinstance(event, MappingStartEvent)
        node = Collection([], is_mapping, is_flow, column=self.lines.find(start)[1], start=start)
        for inner in events:
            if isinstance(inner, SequenceEndEvent | MappingEndEvent):
                node.end = _span(inner)[1] if is_flow else node.entries[-1].value.end
                break
            node.entries.append(self._entry(inner, events, node))
        if is_flow:
            self._pass_gap(node.end)
        return node

    def _entry(self, event: Event, events: Iterator[Event], owner: Collection) -> Entry:
        start, _ = _span(event)
        if owner.is_mapping and isinstance(event, ScalarEvent):
            key = self._scalar(event)
            return Entry(key, self._node(next(events), events), start)
        if not owner.is_flow:
            start = self._pass_gap(start)
        return Entry(None, self._node(event, events), start)

    def _scalar(self, event: ScalarEvent) -> Scalar:
        start, end = _span(event)
        self._pass_gap(start)
        raw = self.text[start:end]
        if event.style in ("|", ">"):
            raw = raw.rstrip()
            head = raw.split("\n", 1)[0]
            if " #" in head:
                self.comments.append((start + head.index(" #") + 1, start + len(head)))
        self.position = end
        return Scalar(str(event.value), str(event.style or ""), raw, start, start + len(raw))

    def _pass_gap(self, end: int) -> int:
        """Notes the comments on the way; where the last dash on it stands, else `end`."""
        dash, last = -1, self.position
        for found in _COMMENT.finditer(self.text, self.position, end):
            self.comments.append(found.span())
            dash = max(dash, self.text.rfind("-", last, found.start()))
            last = found.end()
        dash = max(dash, self.text.rfind("-", last, end))
        self.position = max(self.position, end)
        return dash if dash >= 0 else end


def _span(event: Event) -> tuple[int, int]:
    start, end = event.start_mark, event.end_mark
    return (start.index, end.index) if start is not None and end is not None else (0, 0)
