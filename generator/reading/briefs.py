"""Reads one brief: front matter, prose, and the blocks in it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from generator.address import Address
from generator.issues import Issue
from generator.reading.fault import Fault, to_issues
from generator.reading.front_matter import SplitBrief, split_front_matter
from generator.reading.positions import YamlPositions
from generator.reading.prose import RawBlock, read_field, read_prose
from generator.reading.validate import validate
from generator.reading.yaml_text import read_yaml
from generator.records.blocks import BLOCKS, CompareBlock
from generator.records.brief import Brief, FrontMatter, Judgement
from generator.records.prose import Mark, PlacedBlock, Prose

_PROSE = "write the prose below the second `---`"


@dataclass(slots=True)
class ReadBrief:
    """The brief, if its front matter could be read, and every fault in the file."""

    brief: Brief | None = None
    address: Address | None = None
    issues: list[Issue] = field(default_factory=list)


def read_brief(path: str, text: str) -> ReadBrief:
    """Reads a brief's text; faults in prose and front matter are found in one go."""
    result = ReadBrief()
    split = split_front_matter(text)
    if isinstance(split, Fault):
        result.issues += to_issues([split], path)
        return result
    body = _read_body(path, split, result)
    front = _read_front(path, split, result)
    if front is not None and body is not None and result.address is not None:
        result.brief = _put_together(front, body, result.address, result)
    return result


def _read_front(path: str, split: SplitBrief, result: ReadBrief) -> FrontMatter | None:
    offset = split.front_line - 1
    parsed = read_yaml(split.front, offset)
    result.issues += to_issues(parsed.faults, path)
    if parsed.value is None and parsed.faults:
        return None
    result.address = Address(path, (), YamlPositions(split.front, offset))
    record, issues = validate(FrontMatter, parsed.value or {}, result.address)
    result.issues += issues
    return record


def _read_body(path: str, split: SplitBrief, result: ReadBrief) -> Prose | None:
    read = read_prose(split.body, split.body_line)
    result.issues += to_issues(read.faults, path)
    if not read.is_whole:
        return None
    if not split.body.strip():
        fault = Fault(
            "no-prose", split.body_line - 1, 1, "nothing stands below the front matter", _PROSE
        )
        result.issues += to_issues([fault], path)
    blocks = []
    for index, raw in enumerate(read.blocks):
        placed = _read_block(path, raw, index, result)
        if placed is not None:
            blocks.append(placed)
    return replace(read.prose, blocks=tuple(blocks))


def _read_block(path: str, raw: RawBlock, index: int, result: ReadBrief) -> PlacedBlock | None:
    parsed = read_yaml(raw.body, raw.line - 1)
    result.issues += to_issues(parsed.faults, path)
    if parsed.value is None and parsed.faults:
        return None
    address = Address(path, (), YamlPositions(raw.body, raw.line - 1))
    block, issues = validate(BLOCKS[raw.name], parsed.value or {}, address)
    result.issues += issues
    if block is None:
        return None
    note = None
    if isinstance(block, CompareBlock) and block.note is not None:
        note = _read_text(block.note, address, ("note",), result)
    return PlacedBlock(raw.name, index, block, address, note)


def _put_together(front: FrontMatter, body: Prose, address: Address, result: ReadBrief) -> Brief:
    judgements = tuple(
        Judgement(
            judgement,
            _read_text(
                judgement.statement, address, ("key-judgements", index, "statement"), result
            ),
            _read_text(judgement.reason, address, ("key-judgements", index, "reason"), result),
        )
        for index, judgement in enumerate(front.key_judgements)
    )
    bottom_line = _read_text(front.bottom_line, address, ("bottom-line",), result)
    return Brief(front, bottom_line, judgements, body)


def _read_text(
    text: str, address: Address, keys: tuple[str | int, ...], result: ReadBrief
) -> Prose:
    place = address.locate(*keys)
    read = read_field(text, Mark(place.line, place.column))
    result.issues += to_issues(read.faults, address.path)
    for raw in read.blocks:
        message = f"a `{raw.name}` block can't stand in a field"
        fault = Fault("unsupported-markdown", place.line, place.column, message, "move it below")
        result.issues += to_issues([fault], address.path)
    return read.prose
