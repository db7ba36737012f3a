"""Makes a search index the same, byte for byte, wherever it is built from the same pages.

Pagefind writes the values of a filter, and the filters themselves, in the order of a hash table
with a random seed. Here they are put into alphabetical order and the files renamed after their
content. It knows the three kinds of files that this touches; words, pages and the search are left
alone.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path
from typing import Any

import cbor2

ENTRY = "pagefind-entry.json"
_MAGIC = b"pagefind_dcd"
"""What each file of the index begins with once unpacked; CBOR (RFC 8949) follows."""
_FILTERS = 3
"""The place of the filters, as name and file, in the list that a `pf_meta` file holds."""


def put_in_order(index: Path) -> None:
    """Rewrites the filters of the index in a folder.

    Raises:
        ValueError, KeyError, OSError: The folder holds no index of the kind that is known.
    """
    entry = json.loads((index / ENTRY).read_text("utf-8"))
    languages = entry["languages"]
    for code in sorted(languages):
        languages[code]["hash"] = _order_language(index, languages[code]["hash"])
    entry["languages"] = dict(sorted(languages.items()))
    (index / ENTRY).write_text(json.dumps(entry, ensure_ascii=False), "utf-8")


def _order_language(index: Path, name: str) -> str:
    """Orders what one language's file of contents lists; gives the file's new name."""
    path = index / f"pagefind.{name}.pf_meta"
    contents = _read(path)
    contents[_FILTERS] = sorted(
        [title, _order_filter(index, file)] for title, file in contents[_FILTERS]
    )
    renamed = _write(contents, name)
    path.unlink()
    (index / f"pagefind.{renamed[0]}.pf_meta").write_bytes(renamed[1])
    return renamed[0]


def _order_filter(index: Path, name: str) -> str:
    path = index / "filter" / f"{name}.pf_filter"
    title, values = _read(path)
    renamed = _write([title, sorted(values)], name)
    path.unlink()
    (index / "filter" / f"{renamed[0]}.pf_filter").write_bytes(renamed[1])
    return renamed[0]


def _read(path: Path) -> Any:
    content = gzip.decompress(path.read_bytes())
    if not content.startswith(_MAGIC):
        raise ValueError(f"{path.name} is no file of a search index")
    return cbor2.loads(content[len(_MAGIC) :])


def _write(value: Any, name: str) -> tuple[str, bytes]:
    """The name and the bytes of a file that takes the place of the one named `en_1a2b3c4`."""
    content = _MAGIC + cbor2.dumps(value)
    language, _, old = name.rpartition("_")
    digest = hashlib.sha256(content).hexdigest()[: len(old)]
    return f"{language}_{digest}", gzip.compress(content, mtime=0)
