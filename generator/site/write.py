"""Writes generated pages into `docs/`: only what changed, never over what a person wrote.

A generated page says so in its front matter; that mark alone decides what may be replaced or
removed here, so a lost or foreign state file can't cost anybody a page.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.site.docs_files import DocsFiles
from generator.site.kept import Contents
from generator.site.mark import has_mark

_UNFINISHED = ".brief-new"


class HandWrittenPageError(Exception):
    """Generated pages would replace files that a person wrote; nothing has been written.

    The message says so, names each file of `docs/`, and says what to do.
    """

    def __init__(self, paths: list[str]) -> None:
        listed = "".join(f"\n  docs/{path}" for path in paths)
        super().__init__(
            f"pages written by hand stand where generated ones belong:{listed}\n"
            "help: move or rename them; nothing was written"
        )
        self.paths = paths


@dataclass(slots=True)
class Written:
    """What became of the pages, as paths in `docs/`."""

    changed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    strays: list[str] = field(default_factory=list)
    """Pages that a person wrote into a folder of generated ones."""


def place_pages(
    docs: Path, prints: Mapping[str, str], standing: DocsFiles, contents: Contents
) -> Written:
    """Makes the generated pages in `docs` those that are kept under the given checksums.

    Args:
        docs: The folder of pages.
        prints: The SHA-256 of each page that has to be there, by its path.
        standing: What is there.
        contents: Where the texts are kept; those that stand already are not looked for.

    Raises:
        HandWrittenPageError: A page's place is taken by a file without the mark, or by a link.
    """
    before = standing.generated
    result = Written()
    for path, print_ in sorted(prints.items()):
        (result.unchanged if before.get(path) == print_ else result.changed).append(path)
    taken = {path for path in result.changed if not _may_write(docs, path)}
    taken |= _find_rivals(standing.by_hand, prints)
    if taken:
        raise HandWrittenPageError(sorted(taken))
    for path in standing.others:
        if path.endswith(_UNFINISHED):  # by a run that was killed
            (docs / path).unlink(missing_ok=True)
    for path in result.changed:
        _place(docs / path, prints[path], contents)
    for path in sorted(before.keys() - prints.keys()):
        if has_mark(docs / path):  # still: somebody may have put a page of their own there
            (docs / path).unlink()
            _remove_empty_folders(docs, (docs / path).parent)
            result.removed.append(path)
    result.strays = _find_strays(standing.by_hand, prints)
    return result


def _place(target: Path, print_: str, contents: Contents) -> None:
    """In one step: a reader sees the old page or the new one, whole."""
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_name(f".{target.name}{_UNFINISHED}")
    try:
        contents.link(print_, fresh)
        fresh.replace(target)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise


def _may_write(docs: Path, path: str) -> bool:
    target = docs / path
    if any(part.is_symlink() for part in (target, *target.parents) if docs in part.parents):
        return False
    # An empty file holds nobody's work: a disk that failed may have left it.
    return not target.exists() or has_mark(target) or _is_empty(target)


def _is_empty(file: Path) -> bool:
    return file.is_file() and file.stat().st_size == 0


def address_of(page: str) -> str:
    """Where a file of docs/ stands on the site: `a/b.md` and `a/b/index.md` are `a/b` both."""
    stem = page.removesuffix(".md")
    folder, _, name = stem.rpartition("/")
    return folder if name in ("index", "README") else stem


def _find_rivals(by_hand: Collection[str], pages: Collection[str]) -> set[str]:
    """Pages by hand under other names that would have the address of a generated one."""
    addresses = {address_of(path) for path in pages}
    return {path for path in by_hand if path not in pages and address_of(path) in addresses}


def _find_strays(by_hand: Collection[str], pages: Collection[str]) -> list[str]:
    folders = {path.rpartition("/")[0] for path in pages} - {""}
    strays = (path for path in by_hand if path.rpartition("/")[0] in folders)
    return sorted(path for path in strays if path not in pages)


def replace_file(target: Path, content: bytes) -> None:
    """Puts the content in place in one step: a reader sees the old file or the new one, whole."""
    handle, name = tempfile.mkstemp(
        dir=target.parent, prefix=f".{target.name}.", suffix=_UNFINISHED
    )
    try:
        with os.fdopen(handle, "wb") as opened:
            opened.write(content)
            opened.flush()
            os.fsync(opened.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(target)
    except BaseException as error:
        Path(name).unlink(missing_ok=True)
        if isinstance(error, OSError) and error.filename is None:
            error.filename = str(target)  # a full disk names no file
        raise


def _remove_empty_folders(docs: Path, folder: Path) -> None:
    while folder != docs and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
