"""What stands in `docs/`: generated pages, pages by hand, and other files, each by its checksum."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.site.folders import read_files
from generator.site.mark import bears_mark


@dataclass(frozen=True, slots=True)
class DocsFiles:
    """The SHA-256 of each file, by its path in `docs/`."""

    generated: dict[str, str]
    by_hand: dict[str, str]
    """Pages that people wrote."""
    others: dict[str, str]
    """What is no page."""

    @property
    def pages(self) -> dict[str, str]:
        """All pages, in the order of their paths."""
        return dict(sorted({**self.generated, **self.by_hand}.items()))

    @property
    def prints(self) -> dict[str, str]:
        """All files, in the order of their paths."""
        return dict(sorted({**self.generated, **self.by_hand, **self.others}.items()))


def read_docs(docs: Path, placed: Mapping[str, str] | None = None) -> DocsFiles:
    """What stands in this folder now.

    Args:
        docs: The folder.
        placed: Generated pages that this build has put there, which are not read again.

    Raises:
        OSError: A file can't be read.
    """
    found = DocsFiles(dict(placed or {}), {}, {})
    for path, content in read_files(docs, found.generated.keys()):
        print_ = hashlib.sha256(content).hexdigest()
        if not path.endswith(".md"):
            found.others[path] = print_
        elif bears_mark(content):
            found.generated[path] = print_
        else:
            found.by_hand[path] = print_
    return found
