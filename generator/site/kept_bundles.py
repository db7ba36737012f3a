"""Bundles of the search index on disk: each is made once, and again only if a page of it changed.

A bundle is a folder named after what it was made from. Its record tells what is in it, with the
checksum of each file and one of its own; what does not agree with it is as good as not there.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from generator.site.bundles import SearchedPage
from generator.site.folders import digest_files
from generator.site.index_layout import Contents

RECORD = "record.json"
ENGINE = "engine.pagefind"
"""What searches; the same in each bundle that the same Pagefind made."""
PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class Bundle:
    """What is known of one bundle."""

    pages: tuple[SearchedPage, ...]
    filters: Mapping[str, list[str]]
    """The values of each filter, sorted."""
    contents: Contents
    files: Mapping[str, str] = field(default_factory=dict)
    """The SHA-256 of each of its files but the record, by path."""

    @property
    def published(self) -> dict[str, str]:
        """The SHA-256 of each of its files that are published, by its path there."""
        prefix = f"{PUBLISHED}/"
        return {
            path.removeprefix(prefix): print_
            for path, print_ in self.files.items()
            if path.startswith(prefix)
        }


def close_bundle(folder: Path, bundle: Bundle) -> Bundle:
    """Writes the record of a bundle whose files are all written; the bundle knows them then.

    Raises:
        OSError: The record can't be written.
    """
    closed = replace(bundle, files=digest_files(folder))
    text = json.dumps(asdict(closed), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    (folder / RECORD).write_text(f"{_digest(text.encode())}\n{text}", "utf-8")
    return closed


def read_bundle(folder: Path) -> Bundle | None:
    """A bundle all of whose files are as they were written; else None."""
    try:
        digest, _, text = (folder / RECORD).read_text("utf-8").partition("\n")
        if digest != _digest(text.encode()):
            return None
        content = json.loads(text)
        found = digest_files(folder)
        del found[RECORD]
        if content["files"] != found:
            return None
        pages = tuple(SearchedPage(**page) for page in content["pages"])
        return Bundle(pages, content["filters"], Contents(**content["contents"]), found)
    except (OSError, ValueError, LookupError, TypeError):
        return None


def read_bundles(kept: Path) -> dict[str, Bundle]:
    """The sound bundles in a folder, by name; whatever else is in it is removed."""
    found = {}
    for folder in sorted(kept.iterdir()) if kept.is_dir() else ():
        bundle = read_bundle(folder)
        if bundle is None:
            remove(folder)
        else:
            found[folder.name] = bundle
    return found


def remove(path: Path) -> None:
    """Removes a file or a folder, if it is there."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
