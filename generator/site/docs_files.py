"""What stands in `docs/`: generated pages, pages by hand, and other files, each by its checksum."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.site.fingerprint import digest_files
from generator.site.mark import has_mark
from generator.site.settings import DOCS


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


def read_docs(project: Path) -> DocsFiles:
    """What stands there now.

    Raises:
        OSError: A file can't be read.
    """
    found = DocsFiles({}, {}, {})
    for path, print_ in digest_files(project / DOCS).items():
        if not path.endswith(".md"):
            found.others[path] = print_
        elif has_mark(project / DOCS / path):
            found.generated[path] = print_
        else:
            found.by_hand[path] = print_
    return found
