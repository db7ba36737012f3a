"""The files of a revision as git keeps them, read from its objects alone.

Neither work tree nor index is looked at, nothing is fetched, and no program that a repository may
name runs: the plumbing used here knows no hooks, filters or pagers. A revision's name reaches git
once, where it can't be an option; after that there are only numbers of objects.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.issues import show_value
from generator.reading.content import make_size_fault
from generator.reading.fault import Fault
from generator.reading.files import DATA, DataFiles, Listing, read_listed_files

_GIT = ("git", "--no-pager")
_ENVIRONMENT = {
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
}
"""Nothing is fetched (older versions know the first line alone), replaced or written."""
_NUMBER = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_SHORT = 10
_LINK, _MODULE = "120000", "160000"
"""How git marks a symbolic link, and another repository within this one."""
_GONE = Fault("unreadable-file", 0, 0, "git can't give the file’s content", "run `git fsck`")


class RevisionError(Exception):
    """A revision can't be read; the message says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Revision:
    """A commit, and the name by which it was asked for."""

    name: str
    number: str

    @property
    def short(self) -> str:
        """The beginning of its number, as people write it."""
        return self.number[:_SHORT]


@dataclass(frozen=True, slots=True)
class _Object:
    """One file in a tree of git."""

    mode: str
    number: str
    size: int


def find_revision(project: Path, name: str) -> Revision:
    """The commit that a name stands for.

    Raises:
        RevisionError: There is no such commit, no repository, or no git.
    """
    _check_repository(project)
    number = _resolve(project, name) if _may_be_name(name) else ""
    if not number:
        raise RevisionError(
            f"git knows no revision {show_value(name)}; see `git branch --all` and `git log`, and "
            "in a shallow copy fetch more of the history"
        )
    return Revision(name, number)


def find_common(project: Path, one: Revision, other: Revision) -> Revision:
    """The last commit from which both came.

    Raises:
        RevisionError: They have nothing in common, as far as the history is here.
    """
    run = _run(project, "merge-base", one.number, other.number)
    number = run.stdout.decode("ascii", "replace").strip()
    if run.returncode or not _NUMBER.fullmatch(number):
        raise RevisionError(
            f"{show_value(one.name)} and {show_value(other.name)} have no common commit here; in a "
            "shallow copy fetch more of the history"
        )
    return Revision(one.name, number)


def read_revision(project: Path, revision: Revision) -> DataFiles:
    """The files of records of a revision; captures are in no revision.

    Raises:
        RevisionError: Git can't list the files.
    """
    objects = _list_objects(project, revision)
    links = [path for path, one in objects.items() if one.mode in (_LINK, _MODULE)]
    files = [path for path in objects if path not in set(links)]
    with _reading(project) as reader:

        def open_file(path: str, max_bytes: int) -> bytes | Fault:
            one = objects[path]
            if one.size > max_bytes:
                return make_size_fault(one.size, max_bytes)
            return reader.read(one.number)

        return read_listed_files(Listing(files, links), open_file)


def _may_be_name(name: str) -> bool:
    """Whether a text can be the name of a revision: no option, nothing that ends a line."""
    return bool(name) and not name.startswith("-") and name.isprintable()


def _check_repository(project: Path) -> None:
    run = _run(project, "rev-parse", "--git-dir")
    if run.returncode:
        said = run.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
        raise RevisionError(
            f"`{project}` is in no git repository that can be read: {show_value(said, 200)}"
        )


def _resolve(project: Path, name: str) -> str:
    """The number of the commit; empty if there is none."""
    words = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    run = _run(project, *words)
    number = run.stdout.decode("ascii", "replace").strip()
    return number if run.returncode == 0 and _NUMBER.fullmatch(number) else ""


def _list_objects(project: Path, revision: Revision) -> dict[str, _Object]:
    run = _run(project, "ls-tree", "-r", "-z", "-l", revision.number, "--", DATA)
    if run.returncode:
        raise RevisionError(f"git can't list the files of {show_value(revision.name)}")
    entries = (os.fsdecode(entry) for entry in run.stdout.split(b"\0") if entry)
    return dict(_read_entry(entry) for entry in entries)


def _read_entry(entry: str) -> tuple[str, _Object]:
    """`100644 blob 5f1e...     120<tab>data/units.yml`; a repository within has no size."""
    words, _, path = entry.partition("\t")
    mode, _kind, number, size = words.split()
    return path, _Object(mode, number, int(size) if size.isdecimal() else 0)


class _Reader:
    """Asks one process of git for one object after the other."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process

    def read(self, number: str) -> bytes | Fault:
        """The content of an object."""
        asked, given = self._process.stdin, self._process.stdout
        if asked is None or given is None:
            raise ValueError("the process has no pipes")
        try:
            asked.write(f"{number}\n".encode("ascii"))
            asked.flush()
        except OSError:  # git has died
            return _GONE
        head = given.readline().split()
        if len(head) != 3 or head[1] != b"blob":  # noqa: PLR2004 - number, kind and size
            return _GONE
        size = int(head[2])
        content = given.read(size + 1)
        return content[:size] if len(content) == size + 1 else _GONE


@contextmanager
def _reading(project: Path) -> Iterator[_Reader]:
    process = subprocess.Popen(  # noqa: S603 - a list, of our own words
        [*_GIT, "cat-file", "--batch"],
        cwd=project,
        env={**os.environ, **_ENVIRONMENT},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    with process:
        yield _Reader(process)


def _run(project: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(  # noqa: S603 - a list; only `_resolve` has a word of others in it
            [*_GIT, *words],
            cwd=project,
            env={**os.environ, **_ENVIRONMENT},
            capture_output=True,
            check=False,
        )
    except FileNotFoundError:
        raise RevisionError("there is no `git` here; install it, or put it on the `PATH`") from None
