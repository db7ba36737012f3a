"""Changes files of a project whole, all or none: what fails leaves everything as it was.

Line ends of two signs, which git and editors on Windows make, stay what they were.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

_MARK = "\ufeff".encode()


def change_files(project: Path, changes: Mapping[str, str | None]) -> None:
    """Writes the texts, by their paths in the project, and removes what has none.

    Raises:
        OSError: A file could not be written; all are as they were.
    """
    before = {path: _read(project / path) for path in changes}
    with _prepared(project, changes, before) as prepared:
        done: list[str] = []
        try:
            for path, waiting in prepared.items():
                done.append(path)
                if waiting is None:
                    (project / path).unlink(missing_ok=True)
                else:
                    waiting.replace(project / path)
        except BaseException:
            _restore(project, {path: before[path] for path in done})
            raise


@contextmanager
def _prepared(
    project: Path, changes: Mapping[str, str | None], before: Mapping[str, bytes | None]
) -> Iterator[dict[str, Path | None]]:
    """Every new content in a file beside its place, so that only renaming is left."""
    waiting: dict[str, Path | None] = {}
    try:
        for path, text in changes.items():
            place = project / path
            content = None if text is None else _encode(text, before[path])
            waiting[path] = None if content is None else _write_beside(place, content)
        yield waiting
    finally:
        for file in waiting.values():
            if file is not None:
                file.unlink(missing_ok=True)


def _read(file: Path) -> bytes | None:
    return file.read_bytes() if file.is_file() else None


def _encode(text: str, before: bytes | None) -> bytes:
    if before is not None and b"\r\n" in before and before.count(b"\n") == before.count(b"\r\n"):
        text = text.replace("\n", "\r\n")
    kept = _MARK if before is not None and before.startswith(_MARK) else b""
    return kept + text.encode("utf-8")


def _write_beside(place: Path, content: bytes) -> Path:
    place.parent.mkdir(parents=True, exist_ok=True)
    mode = place.stat().st_mode & 0o777 if place.is_file() else 0o644
    handle, name = tempfile.mkstemp(dir=place.parent, prefix=f".{place.name}", suffix="~")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(mode)
    except BaseException as error:
        Path(name).unlink(missing_ok=True)
        if isinstance(error, OSError) and error.filename is None:
            error.filename = str(place)  # a full disk names no file
        raise
    return Path(name)


def _restore(project: Path, before: Mapping[str, bytes | None]) -> None:
    for path, content in before.items():
        if content is None:
            (project / path).unlink(missing_ok=True)
        else:
            _write_beside(project / path, content).replace(project / path)


def move_capture(project: Path, old: str, new: str) -> None:
    """Gives the captured text of an article, where it is at hand, the name of its new id."""
    capture, place = (project / "captures" / f"{id}.txt" for id in (old, new))
    if capture.is_file() and not place.exists():
        capture.rename(place)
