"""Finds the files of `data/` and reads them as text, and the captures beside it.

Refuses what is not plain text of a bearable size in its place; what the texts say is read
elsewhere.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from generator.issues import Issue, show_value
from generator.library.capture import Capture
from generator.limits import DATA_CHARACTERS, FILES
from generator.reading.captures import read_captures
from generator.reading.content import RIGHTS, decode, read_content
from generator.reading.fault import Fault, to_issues
from generator.reading.file_names import (
    find_collisions,
    find_name_faults,
    list_ways,
    show_path,
)
from generator.reading.kinds import FILE_KINDS, FileKind, find_kind, is_other_file
from generator.reading.misplaced import find_meant

DATA = "data"
_MERGE_MARK = re.compile(r"(?m)^(?:<{7}|>{7}) \S.*$")


@dataclass(frozen=True, slots=True)
class TextFile:
    """One file of records: its path relative to the project, its kind and its text."""

    path: str
    kind: FileKind
    text: str


@dataclass(slots=True)
class DataFiles:
    """The files of `data/` in the order of their paths, and what is wrong with the others."""

    files: list[TextFile] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    unread: list[tuple[str, FileKind]] = field(default_factory=list)
    """Files of a known kind whose text could not be had."""
    captures: dict[str, Capture] = field(default_factory=dict)
    """The captured texts, by the name of their file: the id of an article."""


Open = Callable[[str, int], bytes | Fault]
"""Gives the bytes of the file at a path, of at most so many bytes."""


def read_data_files(project: Path) -> DataFiles:
    """Reads every file of records under `project/data`, and what lies in `project/captures`."""
    result = DataFiles()
    if (project / DATA).is_symlink():
        _note_link(result, DATA)
        return result
    paths = islice(_walk(project, project / DATA, result), FILES + 1)
    _read_all(sorted(paths), _open_in(project), result)
    captures, issues = read_captures(project)
    result.captures.update(captures)
    result.issues += issues
    return result


@dataclass(frozen=True, slots=True)
class Listing:
    """What lies under `data/` where it is no folder of this machine, by path."""

    files: Iterable[str]
    links: Iterable[str] = ()
    """What leads elsewhere: symbolic links, other repositories."""


def read_listed_files(listing: Listing, open_file: Open) -> DataFiles:
    """Reads every file of records in a listing, as `read_data_files` does those of a folder."""
    result = DataFiles()
    for path in sorted(listing.links):
        _note_link(result, path)
    paths = sorted(islice(listing.files, FILES + 1))
    folders = {way for path in paths for way in list_ways(path)} - set(paths)
    for folder in sorted(filter(find_kind, folders)):
        _note_folder(result, folder)
    if DATA in paths:
        _note(result, DATA, "unexpected-file", "this is a file, not a folder", "put a folder here")
        result.unread += _kinds_at(DATA)
    _read_all([path for path in paths if path != DATA], open_file, result)
    return result


def _read_all(paths: list[str], open_file: Open, result: DataFiles) -> None:
    """Reads the files at these paths, in their order."""
    collided = _check_collisions(paths, result)
    refused = _check_names(paths, collided, result)
    if len(paths) > FILES:
        _note_excess(result, DATA, f"more than {FILES:,} files lie here", paths)
        paths = []
    read = 0
    for place, path in enumerate(paths):
        read += 0 if path in refused else _read_one(path, open_file, result)
        if read > DATA_CHARACTERS:
            message = f"with this file there are more than {DATA_CHARACTERS:,} characters"
            _note_excess(result, path, message, paths[place + 1 :])
            break


def read_data_file(project: Path, path: str) -> DataFiles:
    """Reads one file of records, by its path in the project."""
    result = DataFiles()
    _read_one(path, _open_in(project), result)
    return result


def _open_in(project: Path) -> Open:
    return lambda path, max_bytes: read_content(project / path, max_bytes)


def _note_excess(result: DataFiles, path: str, message: str, unread: list[str]) -> None:
    _note(result, path, "too-large", message, "divide the library into two sites")
    for left in unread:
        result.unread += _kinds_at(left)


def _walk(project: Path, folder: Path, result: DataFiles) -> Iterator[str]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        where = folder.relative_to(project).as_posix()
        message = f"the folder can't be opened: {error.strerror}"
        _note(result, where, "unreadable-file", message, RIGHTS)
        result.unread += _kinds_at(where)
        return
    for entry in entries:
        path = Path(entry.path)
        relative = path.relative_to(project).as_posix()
        if entry.is_symlink():
            _note_link(result, relative)
        elif entry.is_dir():
            if find_kind(relative):
                _note_folder(result, relative)
            yield from _walk(project, path, result)
        else:
            yield relative


def _note_link(result: DataFiles, path: str) -> None:
    what, help = ("folder", "put it here") if path == DATA else ("file", "put the file itself here")
    _note(result, path, "unexpected-file", f"this is a link to another {what}", help)
    result.unread += _kinds_at(path)


def _note_folder(result: DataFiles, path: str) -> None:
    help = "move what is in it to where it belongs"
    _note(result, path, "unexpected-file", "this is a folder, not a file", help)
    result.unread += _kinds_at(path)


def _kinds_at(path: str) -> list[tuple[str, FileKind]]:
    """What would have been read from a path: a file of one kind, or a folder of some."""
    kind = find_kind(path)
    if kind is not None:
        return [(path, kind)]
    return [(path, kind) for kind in FILE_KINDS if kind.example.startswith(f"{path}/")]


def _read_one(path: str, open_file: Open, result: DataFiles) -> int:
    """Reads the file if it holds records; how many characters it has."""
    kind = find_kind(path)
    if kind is None:
        if not is_other_file(path):
            meant = find_meant(path)
            _note(result, path, "unexpected-file", "no records are read from here", meant.help)
            result.unread += meant.files
        return 0
    text = _read_text(open_file(path, kind.max_bytes), path, result)
    if text is None:
        result.unread.append((path, kind))
        return 0
    result.files.append(TextFile(path, kind, text))
    return len(text)


def _read_text(content: bytes | Fault, path: str, result: DataFiles) -> str | None:
    text = decode(content) if isinstance(content, bytes) else content
    if isinstance(text, str):
        text = _find_merge_mark(text) or text
    if isinstance(text, Fault):
        result.issues += to_issues([text], show_path(path))
        return None
    return text


def _find_merge_mark(text: str) -> Fault | None:
    mark = _MERGE_MARK.search(text)
    if mark is None:
        return None
    line = text.count("\n", 0, mark.start()) + 1
    message = f"the mark of an unfinished merge stands here: {show_value(mark[0])}"
    help = (
        "keep the right one of the two versions, and delete the other and the lines that begin "
        "with `<<<<<<<`, `=======` and `>>>>>>>`"
    )
    return Fault("merge-conflict", line, 1, message, help)


def _check_collisions(paths: list[str], result: DataFiles) -> set[str]:
    """Notes each file or folder whose name is another's on some systems, and gives both."""
    noted: set[str] = set()
    for way, other, fault in find_collisions(paths):
        result.issues += to_issues([fault], show_path(way))
        noted |= {way, other}
    return noted


def _check_names(paths: list[str], collided: set[str], result: DataFiles) -> set[str]:
    """Notes each name with a fault in its characters; gives the files that are not read for it."""
    refused: set[str] = set()
    noted: set[str] = set()
    for path, way, fault in find_name_faults(paths):
        if way in collided:
            continue
        refused.add(path)
        kind = find_kind(path)
        result.unread += [(path, kind)] if kind else find_meant(path).files
        if way not in noted:
            noted.add(way)
            result.issues += to_issues([fault], show_path(way))
    return refused


def _note(result: DataFiles, path: str, rule: str, message: str, help: str = "") -> None:
    result.issues += to_issues([Fault(rule, 0, 0, message, help)], show_path(path))
