"""Rewrites what Pagefind made for one bundle into the files that are published for it.

It knows the form of Pagefind's files. The words are put into smaller files, so that a reader loads
little for each; pages are numbered instead of named by hashes; filters are put in order, which
Pagefind writes in that of a hash table with a random seed. The same pages give the same bytes.
"""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import cbor2

from generator.site.index_texts import divide_text

VERSION = 2
"""Of what is written here: a bundle of another version is made again."""
DATES = "dates.json"
MOST_WORDS = 6_000
"""Bytes of words in a file, before they are compressed; a word that has more has a file alone."""
_MAGIC = b"pagefind_dcd"
"""What each file of the index begins with once unpacked; CBOR (RFC 8949) follows."""
_PAGES, _WORDS, _FILTERS, _OTHERS = 1, 2, 3, 4
"""Places in the list that a `pf_meta` file holds; of others there are several, to the end."""
_ARRAY = 4
"""CBOR's major type of a list."""
_LEVEL = 6
"""Of compression: the highest takes half as long again, for a hundredth fewer bytes."""

Files = Mapping[str, bytes]
Word = tuple[bytes, bytes]
"""A word in UTF-8, by which words are in order, and all that is known of it in CBOR."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a reader has to know of a bundle before the first question."""

    version: str
    """Of Pagefind."""
    lengths: list[int]
    """The words of each page; one without words is not among them."""
    edges: list[str]
    """Where each file of words but the first begins."""
    filters: list[str]
    """The names of the filters that have values here."""
    others: list[Any]
    """What else Pagefind wrote in its list of contents, as it stands."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What was published of one bundle."""

    contents: Contents
    filters: dict[str, list[str]]
    """The values of each filter."""


def publish(raw: Files, target: Path, dates: Mapping[str, str]) -> Layout:
    """Writes the published files of a bundle.

    Args:
        raw: The files that Pagefind made, of one language, by their paths.
        target: A folder that is not there yet.
        dates: The day of each page by its address, as `/briefs/x/`.

    Raises:
        ValueError, LookupError, TypeError: They are no index of the form known.
        OSError: A file can't be written.
    """
    if not has_words(raw):
        return Layout(Contents("", [], [], [], []), {})
    language = _read_language(raw)
    contents = cbor2.loads(_unpack(raw[f"pagefind.{language['hash']}.pf_meta"]))
    for folder in ("index", "filter", "fragment"):
        (target / folder).mkdir(parents=True)
    days = list(_publish_fragments(raw, target, [name for name, _ in contents[_PAGES]], dates))
    (target / DATES).write_text(json.dumps(days, separators=(",", ":")), "utf-8")
    filters = dict(_publish_filters(raw, target, contents[_FILTERS]))
    found = Contents(
        contents[0],
        [words for _, words in contents[_PAGES]],
        _publish_words(raw, target, [name for *_, name in contents[_WORDS]]),
        list(filters),
        contents[_OTHERS:],
    )
    return Layout(found, filters)


def has_words(raw: Files) -> bool:
    """Whether there is anything to find; pages without words are in no index."""
    return bool(_read_languages(raw))


def read_engine(raw: Files) -> bytes:
    """The WebAssembly that searches, as Pagefind packs it."""
    return raw[f"wasm.{_read_language(raw)['wasm']}.pagefind"]


def _read_language(raw: Files) -> dict[str, str]:
    (language,) = _read_languages(raw).values()
    return language


def _read_languages(raw: Files) -> dict[str, dict[str, str]]:
    languages: dict[str, dict[str, str]] = json.loads(raw["pagefind-entry.json"])["languages"]
    return languages


def pack(content: bytes) -> bytes:
    """The bytes of a file of the index, as a reader's script unpacks them."""
    return gzip.compress(_MAGIC + content, _LEVEL, mtime=0)


def _publish_fragments(
    raw: Files, target: Path, names: Sequence[str], dates: Mapping[str, str]
) -> Iterator[str]:
    """Numbers what is shown of each page, in pieces if that is long; gives the page's day."""
    for number, name in enumerate(names):
        packed = raw[f"fragment/{name}.pf_fragment"]
        fragment = json.loads(_unpack(packed))
        divided = divide_text(fragment)
        if divided is None:
            (target / "fragment" / f"{number}.pf_fragment").write_bytes(packed)
        else:
            head, pieces = divided
            _write_json(target / "fragment" / f"{number}.pf_fragment", head)
            for place, piece in enumerate(pieces):
                _write_json(target / "fragment" / f"{number}-{place}.pf_fragment", piece)
        yield dates[fragment["url"]]


def _publish_words(raw: Files, target: Path, names: Sequence[str]) -> list[str]:
    """Divides the words into small files; gives where each but the first begins.

    A file begins with as much of its first word as tells it from the word before, and ends where
    the next one begins: a reader loads this list whole.
    """
    files = (_unpack(raw[f"index/{name}.pf_index"]) for name in names)
    groups = list(_divide(sorted(word for file in files for word in _read_words(file))))
    for number, group in enumerate(groups):
        content = b"\x81" + _array_head(len(group)) + b"".join(encoded for _, encoded in group)
        (target / "index" / f"{number}.pf_index").write_bytes(pack(content))
    return [_tell_apart(a[-1][0].decode(), b[0][0].decode()) for a, b in pairwise(groups)]


def _read_words(content: bytes) -> Iterator[Word]:
    """The words of a file, each with its bytes, which are not encoded a second time.

    Raises:
        ValueError: They are not what such a file holds.
    """
    opened = io.BytesIO(content)
    start = _skip_array_head(opened, _skip_array_head(opened, 0))
    opened.seek(start)
    decoder = cbor2.CBORDecoder(opened, read_size=1)  # else it reads ahead
    while start < len(content):
        word, end = decoder.decode()[0], opened.tell()
        yield word.encode(), content[start:end]
        start = end


def _skip_array_head(opened: io.BytesIO, start: int) -> int:
    """Where the first thing of a list stands."""
    opened.seek(start)
    first = opened.read(1)[0]
    if first >> 5 != _ARRAY:
        raise ValueError("no list of words")
    return start + 1 + {24: 1, 25: 2, 26: 4}.get(first & 31, 0)


def _tell_apart(last: str, first: str) -> str:
    """As much of the second of two words as sorts behind the first.

    Example:
        >>> _tell_apart("harbour", "herring")
        'he'
    """
    return next(first[:n] for n in range(1, len(first) + 1) if first[:n] > last)


def _divide(words: Sequence[Word]) -> Iterator[list[Word]]:
    group: list[Word] = []
    size = 0
    for word in words:
        if group and size + len(word[1]) > MOST_WORDS:
            yield group
            group, size = [], 0
        group.append(word)
        size += len(word[1])
    if group:
        yield group


def _publish_filters(
    raw: Files, target: Path, filters: Sequence[tuple[str, str]]
) -> Iterator[tuple[str, list[str]]]:
    for name, file in sorted(filters):
        title, values = cbor2.loads(_unpack(raw[f"filter/{file}.pf_filter"]))
        ordered = sorted(values)
        packed = pack(cbor2.dumps([title, ordered]))
        (target / "filter" / f"{name}.pf_filter").write_bytes(packed)
        yield name, [value for value, _ in ordered]


def _array_head(length: int) -> bytes:
    """How CBOR begins a list of so many things."""
    for size, code in ((1, 24), (2, 25), (4, 26)):
        if length < 24:  # noqa: PLR2004 - CBOR's own number: shorter lists say it in the first byte
            return bytes([_ARRAY << 5 | length])
        if length < 1 << 8 * size:
            return bytes([_ARRAY << 5 | code]) + length.to_bytes(size, "big")
    raise ValueError("too many words for one file")


def _unpack(packed: bytes) -> bytes:
    content = gzip.decompress(packed)
    if not content.startswith(_MAGIC):
        raise ValueError("no file of a search index")
    return content[len(_MAGIC) :]


def _write_json(path: Path, content: object) -> None:
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    path.write_bytes(pack(text.encode()))
