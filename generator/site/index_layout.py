"""Rewrites what Pagefind wrote for one bundle into the files that are published for it.

It knows the form of Pagefind's files. The words are put into smaller files, so that a reader loads
little for each; pages are numbered instead of named by hashes; filters are put in order, which
Pagefind writes in that of a hash table with a random seed. The same pages give the same bytes.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import cbor2

VERSION = 1
"""Of what is written here: a bundle of another version is made again."""
CONTENTS = "contents.pf_meta"
DATES = "dates.json"
MOST_WORDS = 6_000
"""Bytes of words in a file, before they are compressed; a word that has more has a file alone."""
_BEHIND = "\U0010ffff"
"""Sorts behind every word."""
_MAGIC = b"pagefind_dcd"
"""What each file of the index begins with once unpacked; CBOR (RFC 8949) follows."""
_PAGES, _WORDS, _FILTERS = 1, 2, 3
"""Places in the list that a `pf_meta` file holds."""
_ARRAY = 4
"""CBOR's major type of a list."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What was published of one bundle."""

    pages: int
    filters: dict[str, list[str]]
    """The values of each filter."""


def publish(raw: Path, target: Path, dates: Mapping[str, str]) -> Layout:
    """Writes the published files of a bundle.

    Args:
        raw: The folder that Pagefind wrote, of one language.
        target: A folder that is not there yet.
        dates: The day of each page by its address, as `/briefs/x/`.

    Raises:
        ValueError, LookupError, TypeError, OSError: The folder holds no index of the form known.
    """
    entry = json.loads((raw / "pagefind-entry.json").read_text("utf-8"))
    (language,) = entry["languages"].values()
    contents = _read(raw / f"pagefind.{language['hash']}.pf_meta")
    for folder in ("index", "filter", "fragment"):
        (target / folder).mkdir(parents=True)
    days = list(_publish_fragments(raw, target, [name for name, _ in contents[_PAGES]], dates))
    (target / DATES).write_text(json.dumps(days, separators=(",", ":")), "utf-8")
    contents[_PAGES] = [[str(n), words] for n, (_, words) in enumerate(contents[_PAGES])]
    contents[_WORDS] = list(_publish_words(raw, target, contents[_WORDS]))
    filters = dict(_publish_filters(raw, target, contents[_FILTERS]))
    contents[_FILTERS] = [[name, name] for name in filters]
    _write(target / CONTENTS, cbor2.dumps(contents))
    return Layout(len(days), filters)


def read_engine(raw: Path) -> bytes:
    """The WebAssembly that searches, as Pagefind packs it."""
    entry = json.loads((raw / "pagefind-entry.json").read_text("utf-8"))
    (language,) = entry["languages"].values()
    return (raw / f"wasm.{language['wasm']}.pagefind").read_bytes()


def _publish_fragments(
    raw: Path, target: Path, names: Sequence[str], dates: Mapping[str, str]
) -> Iterator[str]:
    """Numbers what is shown of each page; gives the page's day."""
    for number, name in enumerate(names):
        path = raw / "fragment" / f"{name}.pf_fragment"
        fragment = json.loads(_unpack(path.read_bytes()))
        path.rename(target / "fragment" / f"{number}.pf_fragment")
        yield dates[fragment["url"]]


def _publish_words(raw: Path, target: Path, files: Sequence[Sequence[str]]) -> Iterator[list[str]]:
    """Divides the words into small files; gives where each begins and ends, and its name.

    A file begins with as much of its first word as tells it from the word before, and ends where
    the next one begins: a reader loads this list whole.
    """
    words = [word for *_, name in files for word in _read(raw / "index" / f"{name}.pf_index")[0]]
    words.sort(key=lambda word: str(word[0]).encode())
    groups = list(_divide(words))
    between = [_tell_apart(a[-1][0], b[0][0]) for a, b in pairwise(groups)]
    ends = pairwise(["", *between, _BEHIND])
    for number, (group, (first, last)) in enumerate(zip(groups, ends, strict=True)):
        content = b"\x81" + _array_head(len(group)) + b"".join(encoded for _, encoded in group)
        _write(target / "index" / f"{number}.pf_index", content)
        yield [first, last, str(number)]


def _tell_apart(last: str, first: str) -> str:
    """As much of the second of two words as sorts behind the first.

    Example:
        >>> _tell_apart("harbour", "herring")
        'he'
    """
    return next(first[:n] for n in range(1, len(first) + 1) if first[:n] > last)


def _divide(words: Sequence[Any]) -> Iterator[list[tuple[str, bytes]]]:
    group: list[tuple[str, bytes]] = []
    size = 0
    for word in words:
        encoded = cbor2.dumps(word)
        if group and size + len(encoded) > MOST_WORDS:
            yield group
            group, size = [], 0
        group.append((word[0], encoded))
        size += len(encoded)
    if group:
        yield group


def _publish_filters(
    raw: Path, target: Path, filters: Sequence[tuple[str, str]]
) -> Iterator[tuple[str, list[str]]]:
    for name, file in sorted(filters):
        title, values = _read(raw / "filter" / f"{file}.pf_filter")
        ordered = sorted(values)
        _write(target / "filter" / f"{name}.pf_filter", cbor2.dumps([title, ordered]))
        yield name, [value for value, _ in ordered]


def _array_head(length: int) -> bytes:
    """How CBOR begins a list of so many things."""
    for size, code in ((1, 24), (2, 25), (4, 26)):
        if length < 24:  # noqa: PLR2004 - CBOR's own number: shorter lists say it in the first byte
            return bytes([_ARRAY << 5 | length])
        if length < 1 << 8 * size:
            return bytes([_ARRAY << 5 | code]) + length.to_bytes(size, "big")
    raise ValueError("too many words for one file")


def _read(path: Path) -> Any:
    return cbor2.loads(_unpack(path.read_bytes()))


def _unpack(packed: bytes) -> bytes:
    content = gzip.decompress(packed)
    if not content.startswith(_MAGIC):
        raise ValueError("no file of a search index")
    return content[len(_MAGIC) :]


def _write(path: Path, content: bytes) -> None:
    path.write_bytes(gzip.compress(_MAGIC + content, mtime=0))
