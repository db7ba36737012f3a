"""YAML as records use it: mappings, lists and strings, and nothing that means more than it says.

Built straight from the C parser's events, so that limits are enforced before anything is
constructed and every value's place is at hand. All scalars stay strings: YAML's own typing turns
`12:30` into 750, `no` into False and `1.10` into 1.1. Refused: anchors, aliases, merge keys, tags,
repeated keys, several documents, deep nesting. Which fields a record has is left to the models.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from generator.address import Keys
from generator.issues import show_value
from generator.limits import YAML_DEPTH, YAML_NODES
from generator.reading.fault import Fault
from generator.reading.line_starts import LineStarts
from generator.reading.yaml_syntax import explain_character, explain_syntax, place_character

# YAML 1.1 ends a line with them, and nobody else does: all places behind one would be wrong.
_OTHER_LINE_END = re.compile("[\x85\u2028\u2029]")

_ODD_SPACE = re.compile(r"[^\S ]|[\u200b\ufeff]")

Value = Any
"""A str, a list of values, or a dict of str to value."""


@dataclass
class YamlText:
    """What a text says, what is wrong with it, and where each value stands.

    Places are 1-based lines and columns; few are ever asked for, so they are told when they are.
    """

    text: str
    line_offset: int = 0
    value: Value = None
    faults: list[Fault] = field(default_factory=list)
    starts: dict[Keys, int] = field(default_factory=dict)
    """The sign of the text at which each value begins, by the way to it."""
    key_starts: dict[Keys, int] = field(default_factory=dict)
    """The same for the name of each value that has one."""

    @cached_property
    def places(self) -> dict[Keys, tuple[int, int]]:
        """The place of each value, by the way to it."""
        return {keys: self.place(start) for keys, start in self.starts.items()}

    @cached_property
    def key_places(self) -> dict[Keys, tuple[int, int]]:
        """The same for the name of each value that has one."""
        return {keys: self.place(start) for keys, start in self.key_starts.items()}

    def place(self, start: int) -> tuple[int, int]:
        """The place of a sign of the text."""
        line, column = self._lines.find(start)
        return line + 1 + self.line_offset, column + 1

    @cached_property
    def _lines(self) -> LineStarts:
        return LineStarts(self.text)


class _RefusedError(Exception):
    """Reading can't go on: the fault says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


def read_yaml(text: str, line_offset: int = 0) -> YamlText:
    """Reads a text of one YAML document; `line_offset` lines of the file stand above it."""
    result = YamlText(text, line_offset)
    try:
        result.value = _Builder(result).read(_parse_events(text, line_offset))
    except _RefusedError as refused:
        result.value = None
        # An empty value beside a mistake of syntax is most often part of the mistake.
        kept = [fault for fault in result.faults if fault.rule != "empty-value"]
        result.faults = [*kept, refused.fault]
    return result


def find_syntax_fault(text: str, line_offset: int = 0) -> Fault | None:
    """What keeps a text from being YAML at all, where its values are for others to read."""
    try:
        for _ in _parse_events(text, line_offset):
            pass
    except _RefusedError as refused:
        return refused.fault
    return None


def _parse_events(text: str, line_offset: int) -> Iterator[Event]:
    if found := _OTHER_LINE_END.search(text):
        raise _RefusedError(place_character(text, found.start(), line_offset))
    try:
        yield from yaml.parse(text, Loader=yaml.CSafeLoader)
    except yaml.reader.ReaderError as error:
        raise _RefusedError(explain_character(error, text, line_offset)) from None
    except yaml.MarkedYAMLError as error:
        raise _RefusedError(explain_syntax(error, text, line_offset)) from None


class _Builder:
    """Turns events into values, noting faults and places as it goes."""

    def __init__(self, result: YamlText) -> None:
        self.result = result
        self.nodes = 0

    def read(self, events: Iterator[Event]) -> Value:
        documents = 0
        value: Value = None
        for event in events:
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise _RefusedError(
                        self._fault(
                            "yaml-syntax",
                            event,
                            "a second document begins here with `---`",
                            "keep one document in a file",
                        )
                    )
                value = self._read_value(next(events), events, ())
        return value

    def _read_value(self, event: Event, events: Iterator[Event], keys: Keys) -> Value:
        self._check(event, keys)
        self.result.starts.setdefault(keys, _start_of(event))
        if isinstance(event, ScalarEvent):
            return self._read_scalar(event, keys)
        if isinstance(event, SequenceStartEvent):
            return self._read_list(events, keys)
        return self._read_mapping(events, keys)

    def _check(self, event: Event, keys: Keys) -> None:
        self.nodes += 1
        if self.nodes > YAML_NODES:
            raise _RefusedError(
                self._fault(
                    "too-large",
                    event,
                    f"the file holds more than {YAML_NODES:,} values",
                    "split it into several files",
                )
            )
        if len(keys) > YAML_DEPTH:
            raise _RefusedError(
                self._fault(
                    "too-deep",
                    event,
                    f"values are nested more than {YAML_DEPTH} levels deep",
                    "no record needs more than five; look for a stray bracket",
                )
            )
        anchor = getattr(event, "anchor", None)
        if anchor:
            sign = "*" if isinstance(event, AliasEvent) else "&"
            raise _RefusedError(
                self._fault(
                    "yaml-anchor",
                    event,
                    f"{show_value(sign + str(anchor))} is a YAML anchor or alias",
                    "write the value out; put a text that begins with `*` or `&` between quotes",
                )
            )
        tag = getattr(event, "tag", None)
        if tag:
            raise _RefusedError(
                self._fault(
                    "yaml-tag",
                    event,
                    f"{show_value(_shorten_tag(tag))} is a YAML tag",
                    "delete it; put a text that begins with `!` between quotes",
                )
            )

    def _read_scalar(self, event: ScalarEvent, keys: Keys) -> str:
        if event.value == "" and keys:
            self._note(
                "empty-value",
                event,
                f"`{_name(keys)}` has no value" if _name(keys) else "an item of the list is empty",
                "write a value, or delete the line",
            )
        return str(event.value)

    def _read_list(self, events: Iterator[Event], keys: Keys) -> list[Value]:
        items: list[Value] = []
        for event in events:
            if isinstance(event, SequenceEndEvent):
                break
            items.append(self._read_value(event, events, (*keys, len(items))))
        return items

    def _read_mapping(self, events: Iterator[Event], keys: Keys) -> dict[str, Value]:
        mapping: dict[str, Value] = {}
        for event in events:
            if isinstance(event, MappingEndEvent):
                break
            name = self._read_name(event, keys)
            here = (*keys, name)
            if name in mapping:
                self._note_repeated(event, here)
            self.result.key_starts.setdefault(here, _start_of(event))
            mapping.setdefault(name, self._read_value(next(events), events, here))
        return mapping

    def _read_name(self, event: Event, keys: Keys) -> str:
        self._check(event, keys)
        if not isinstance(event, ScalarEvent):
            raise _RefusedError(
                self._fault(
                    "yaml-syntax",
                    event,
                    "a bracket stands where the name of a field should be",
                    "put the text between quotes if it begins with `[` or `{`",
                )
            )
        if event.value == "<<":
            raise _RefusedError(
                self._fault(
                    "yaml-anchor", event, "`<<` is a YAML merge key", "write the fields out"
                )
            )
        if _ODD_SPACE.match(event.value):
            message = "the name of a field begins with a space that is not an ordinary one"
            help = "delete the space; type an ordinary one if the line is to be indented"
            raise _RefusedError(self._fault("hidden-character", event, message, help))
        return str(event.value)

    def _note_repeated(self, event: Event, keys: Keys) -> None:
        first_line, _ = self.result.place(self.result.key_starts[keys])
        name = show_value(str(keys[-1]))
        message = f"{name} stands here a second time; first in line {first_line}"
        if keys[-1] == "id":
            # Two records run into one: each further field would be said to stand twice.
            help = "put `- ` before it if a record begins here, else keep one of the two"
            raise _RefusedError(self._fault("duplicate-key", event, message, help))
        self._note("duplicate-key", event, message, "keep one of the two")

    def _fault(self, rule: str, event: Event, message: str, help: str) -> Fault:
        return Fault(rule, *self.result.place(_start_of(event)), message, help)

    def _note(self, rule: str, event: Event, message: str, help: str) -> None:
        self.result.faults.append(self._fault(rule, event, message, help))


def _start_of(event: Event) -> int:
    # Only events made by hand have no mark, and the parser makes none of those.
    return event.start_mark.index if event.start_mark is not None else 0


def _shorten_tag(tag: str) -> str:
    """A tag as it was written: the parser spells `!!str` out."""
    return tag.replace("tag:yaml.org,2002:", "!!", 1)


def _name(keys: Keys) -> str:
    """The innermost field name on the way to a value."""
    return next((key for key in reversed(keys[-1:]) if isinstance(key, str)), "")
