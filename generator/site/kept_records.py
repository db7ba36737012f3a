"""What was read from the files of records, kept from one build to the next.

Most of the reading is of files that nobody has touched. What was read from a file is kept under its
path and the checksum of its text, in the form in which Python keeps objects: like the program's own
compiled files it is for this machine, and whoever can write there can run code here. So it is not
used where git brought it.
"""

from __future__ import annotations

import hashlib
import pickle
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from generator.reading.clean import Clean, read_clean
from generator.reading.files import TextFile
from generator.site.fingerprint import read_program
from generator.site.kept import load_note, save_note
from generator.site.progress import Progress
from generator.site.work import Here, Workers, divide

FOLDER = "records"
BUCKETS = 64
"""Files that hold what was read, each of about so many-th of all: a change has one written anew."""
FEW = 16
"""So many files are sooner read here than sent elsewhere."""


class KeptRecords:
    """What was read from one project's files."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / FOLDER
        self._kept: dict[str, tuple[str, bytes]] = {}
        self._written: dict[int, Any] = {}
        if not _is_from_git(folder):
            self._load()

    def find(self, file: TextFile) -> Clean | None:
        """What was read from a file with this text, if it had no fault."""
        print_, content = self._kept.get(file.path, ("", b""))
        if print_ != _print_of(file) or not content:
            return None
        return _unpack(content)

    def update(
        self, files: Sequence[TextFile], workers: Workers, progress: Progress | None = None
    ) -> None:
        """Reads the files that are new or changed, and forgets those that are gone."""
        kept = {file.path: self._kept[file.path] for file in files if self._has(file)}
        left = [file for file in files if file.path not in kept]
        where = workers if len(left) > FEW else Here()
        if progress is not None:
            progress.begin(len(left))
        for batch in where.run(_read_batch, None, divide(left, where.count)):
            kept |= batch
            if progress is not None:
                progress.advance(len(batch))
        self._kept = kept
        self._save()

    def _has(self, file: TextFile) -> bool:
        return file.path in self._kept and self._kept[file.path][0] == _print_of(file)

    def _load(self) -> None:
        for number in range(BUCKETS):
            note = load_note(self._folder / str(number))
            if isinstance(note, list) and note[:1] == [read_program()]:
                self._written[number] = note[1]
                self._kept |= {path: tuple(entry) for path, entry in note[1].items()}

    def _save(self) -> None:
        buckets: dict[int, dict[str, list[Any]]] = {number: {} for number in range(BUCKETS)}
        for path, entry in self._kept.items():
            buckets[_bucket_of(path)][path] = list(entry)
        for number, entries in buckets.items():
            if entries != self._written.get(number):
                save_note(self._folder / str(number), [read_program(), entries])


def _read_batch(_shared: object, files: Iterable[TextFile]) -> dict[str, tuple[str, bytes]]:
    """What each file holds, as bytes; none for one that has a fault."""
    return {file.path: (_print_of(file), _pack(read_clean(file))) for file in files}


def _pack(clean: Clean | None) -> bytes:
    return b"" if clean is None else pickle.dumps(clean, pickle.HIGHEST_PROTOCOL)


def _unpack(content: bytes) -> Clean | None:
    found = pickle.loads(content) if content else None  # noqa: S301 - this program wrote it
    return found if isinstance(found, Clean) else None


def read_together(files: Sequence[TextFile], workers: Workers) -> dict[str, Clean | None]:
    """What each of some files holds by its path, read by several at once where they are many."""
    where = workers if len(files) > FEW else Here()
    batches = where.run(_read_batch, None, divide(files, where.count))
    return {path: _unpack(content) for batch in batches for path, (_, content) in batch.items()}


def _print_of(file: TextFile) -> str:
    return hashlib.sha256(file.text.encode()).hexdigest()


def _bucket_of(path: str) -> int:
    return hashlib.sha256(path.encode()).digest()[0] % BUCKETS


def _is_from_git(folder: Path) -> bool:
    """Whether git has a file of the folder, so that somebody else may have put it there."""
    try:
        run = subprocess.run(  # noqa: S603 - a list, of our own words
            ["git", "-c", "core.fsmonitor=false", "ls-files", "--", folder.name],  # noqa: S607 - whichever git is used here
            cwd=folder.parent,
            capture_output=True,
            check=False,
        )
    except OSError:  # no git here, so it brought nothing
        return False
    return bool(run.stdout)
