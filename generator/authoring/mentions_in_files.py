"""The mentions of a record in whole files: of records, of briefs with their prose, of series.

How a mention looks is known in `mentions`; here is where it stands in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.authoring.mentions import (
    Target,
    UnclearMentionError,
    find_candidates,
    find_in_yaml,
)
from generator.library.references import list_reference_fields
from generator.reading.fault import Fault
from generator.reading.files import TextFile
from generator.reading.front_matter import SplitBrief, split_front_matter
from generator.reading.kinds import Shape
from generator.reading.line_starts import LineStarts
from generator.reading.prose import RawBlock, ReadProse, read_prose
from generator.reading.yaml_text import read_yaml
from generator.records.base import RefsWithin
from generator.records.blocks import BLOCKS
from generator.records.observation import SeriesRow
from generator.records.prose import Mark

_CELL = re.compile(r'"(?:[^"]|"")*"|[^,\n"]*')

_SIGNS = re.compile(r"\\.|(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)|[][]", re.DOTALL)
"""What counts in a link's text: escaped signs, code, brackets."""
_DEFINED = re.compile(r"(?:^|\n) {0,3}\[[^\]\n]+\]:\s*<?\w+:\Z")
"""What stands before the id where a label is given its link."""


def find_in_file(file: TextFile, target: Target) -> list[int]:
    """Where the id begins, in each mention that the file has.

    Raises:
        UnclearMentionError: The reading knows a mention that can't be found in the text.
        FaultyTextError: The file can't be read.
    """
    if target.id not in file.text:
        return []
    if file.kind.shape is Shape.ROWS:
        return sorted(_find_in_series(file.text, target))
    if file.kind.shape is Shape.BRIEF:
        return sorted(set(_find_in_brief(file, target)))
    read = read_yaml(file.text)
    if not read.value and not read.faults:
        return []
    return sorted({one.start for one in find_in_yaml(file.text, file.kind.model, target)})


def _find_in_brief(file: TextFile, target: Target) -> Iterator[int]:
    split = split_front_matter(file.text)
    if isinstance(split, Fault):
        return
    front_start = file.text.index("\n") + 1
    front = f"{split.front}\n"
    yield from {front_start + one.start for one in find_in_yaml(front, file.kind.model, target)}
    read = read_prose(split.body, split.body_line)
    yield from _find_in_prose(file.text, split, read, target)
    lines = file.text.split("\n")
    for block in read.blocks:
        yield from _find_in_block(block, lines, LineStarts(file.text), target)


def _find_in_prose(text: str, split: SplitBrief, read: ReadProse, target: Target) -> Iterator[int]:
    """The candidates that stand where the reading has a mark."""
    body = len(text) - len(split.body)
    candidates = [one for one in find_candidates(text, target) if one.start >= body]
    for mark in set(_list_marks(read, target)):
        offset = _offset(text, mark)
        within = _find_construct(text, offset)
        chosen = [one for one in candidates if one.within in within]
        if text[offset : offset + 1] == "[" and not within:  # `[text][label]`, defined elsewhere
            chosen = [one for one in candidates if _DEFINED.search(text[: one.start])]
        if not chosen:
            where = f"line {mark.line}, column {mark.column}"
            raise UnclearMentionError(f"it can't be told how {where} names `{target.id}`")
        yield from (one.start for one in chosen)


def _find_construct(text: str, offset: int) -> range:
    """Where the part with the id can begin, of what begins at the offset."""
    if text.startswith(("<", "[@"), offset):
        return range(offset, offset + 1)
    close = _find_close(text, offset)
    return range(close, close + 4) if text.startswith("](", close) else range(0)


def _find_close(text: str, offset: int) -> int:
    """The bracket that closes the one at the offset; none within code or behind a backslash."""
    depth, position = 0, offset
    while found := _SIGNS.search(text, position):
        depth += (found[0] == "[") - (found[0] == "]")
        if depth <= 0:
            return found.start()
        position = found.end()
    return len(text)


def _list_marks(read: ReadProse, target: Target) -> Iterator[Mark]:
    prose = read.prose
    for link in prose.links:
        if (link.kind, link.id) == (target.kind, target.id):
            yield link.mark
    for citation in prose.citations:
        if target.kind == "article" and citation.article == target.id:
            yield citation.mark
    for figure in prose.arithmetic:
        if target.kind == "observation" and re.search(target.pattern, figure.expression):
            yield figure.mark


def _offset(text: str, mark: Mark) -> int:
    position = 0
    for _ in range(mark.line - 1):
        position = text.index("\n", position) + 1
    return position + mark.column - 1


def _find_in_block(
    block: RawBlock, lines: list[str], starts: LineStarts, target: Target
) -> Iterator[int]:
    """Mentions in the YAML of a block, whose lines may stand further in."""
    if target.id not in block.body:
        return
    own, rows = LineStarts(block.body), block.body.split("\n")
    for one in find_in_yaml(block.body, BLOCKS[block.name], target):
        row, column = own.find(one.start)
        number = block.line - 1 + row
        shift = lines[number].rfind(rows[row])
        if shift < 0:
            raise UnclearMentionError(f"it can't be told where line {number + 1} names it")
        yield starts.start_of(number) + shift + column


def _find_in_series(text: str, target: Target) -> Iterator[int]:
    refs = {alias: ref for _, alias, ref, _ in list_reference_fields(SeriesRow) if ref is not None}
    header: list[str] = []
    for row in _list_rows(text):
        if not header:
            header = [text[start:end].strip().strip('"') for start, end in row]
            continue
        for name, (start, end) in zip(header, row, strict=False):
            ref = refs.get(name)
            is_own = name == "id" and target.kind == "observation"
            if not is_own and (ref is None or ref.kind != target.kind):
                continue
            cell = text[start:end]
            is_whole = cell.strip().strip('"').strip() == target.id
            if is_whole or isinstance(ref, RefsWithin):
                yield from (start + one.start() for one in re.finditer(target.pattern, cell))


def _list_rows(text: str) -> Iterator[list[tuple[int, int]]]:
    """The span of each cell, quotes included, row by row."""
    position, row = 0, list[tuple[int, int]]()
    while position < len(text):
        cell = _CELL.match(text, position)
        end = cell.end() if cell else position
        row.append((position, end))
        if end >= len(text) or text[end] == "\n":
            yield row
            row = []
        position = end + 1
