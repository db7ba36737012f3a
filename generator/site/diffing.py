"""The two sides of an evidence diff, read: revisions of git, and the records as they are here.

A file that is the same on both sides is read once, so that its records are the same objects.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from generator.diff.compare import compare
from generator.diff.evidence_diff import EvidenceDiff
from generator.diff.sides import Side
from generator.issues import Severity, sort_issues
from generator.reading.assemble import assemble
from generator.reading.captures import read_captures
from generator.reading.clean import Clean
from generator.reading.files import DATA, DataFiles, TextFile, read_data_files
from generator.site.checking import pause_collection
from generator.site.git_objects import (
    Revision,
    RevisionError,
    find_common,
    find_revision,
    read_revision,
)
from generator.site.kept_records import KeptRecords, read_together
from generator.site.lock import FOLDER as OWN_FOLDER
from generator.site.work import Here, Workers

HERE = "the files as they are"
"""What stands for a revision where there is none: the work tree."""


class _Once:
    """Reads each file once, whichever side it stands on."""

    def __init__(self, project: Path, workers: Workers) -> None:
        self._kept = KeptRecords(project / OWN_FOLDER)
        self._workers = workers
        self._read: dict[tuple[str, bytes], Clean | None] = {}

    def read(self, files: Iterable[TextFile]) -> None:
        """Reads those that stand on neither side read before, and that no build kept."""
        unknown = [file for file in files if _key(file) not in self._read]
        self._read |= {_key(file): self._kept.find(file) for file in unknown}
        left = [file for file in unknown if self._read[_key(file)] is None]
        found = read_together(left, self._workers) if left else {}
        self._read |= {_key(file): found[file.path] for file in left}

    def find(self, file: TextFile) -> Clean | None:
        """What a file holds; nothing where there is anything to say against it."""
        return self._read[_key(file)]


def _key(file: TextFile) -> tuple[str, bytes]:
    return file.path, sha256(file.text.encode()).digest()


def diff_revisions(
    project: Path,
    base: str,
    head: str | None,
    *,
    from_common: bool = False,
    workers: Workers | None = None,
) -> tuple[Side, Side, EvidenceDiff]:
    """What differs between two revisions; without a second, from one to the work tree.

    Args:
        project: The project's folder, in a git repository.
        base: The name of the revision before.
        head: The name of the revision after, if it is one.
        from_common: Whether to start from the last commit that both have in common.
        workers: Who reads the files; this process, if none are named.

    Raises:
        RevisionError: A revision can't be read.
        WorkersLostError: Those who read died, again and again.
    """
    before = find_revision(project, base)
    after = find_revision(project, head) if head is not None else None
    if from_common:
        before = find_common(project, before, after or find_revision(project, "HEAD"))
    with pause_collection():
        once = _Once(project, workers or Here())
        old = _read_side(project, before, once)
        new = _read_side(project, after, once) if after else _read_work_tree(project, once)
        if not (old.library.prints or new.library.prints or old.errors or new.errors):
            raise RevisionError(f"neither side has records in `{DATA}/`")
        return old, new, compare(old.library, new.library)


def _read_side(project: Path, revision: Revision, once: _Once) -> Side:
    data = read_revision(project, revision)
    data.captures.update(read_captures(project)[0])
    return _make_side(revision.name, revision.short, data, once)


def _read_work_tree(project: Path, once: _Once) -> Side:
    return _make_side(HERE, "", read_data_files(project), once)


def _make_side(name: str, commit: str, data: DataFiles, once: _Once) -> Side:
    once.read(data.files)
    library, issues = assemble(data, once.find)
    errors = (issue for issue in issues if issue.rule.severity is Severity.ERROR)
    return Side(name, commit, library, tuple(sort_issues(errors)))
