"""What a build keeps for the next one: contents by their checksum, and notes on what made them.

Nothing here is trusted: a content is handed out only if it still has its checksum, a note only if
it is whole. What is missing or spoilt is made again, and nothing is lost with the whole folder.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

import cbor2

from generator.interrupts import heed
from generator.site.files import link_file
from generator.site.folders import read_whole

_DIGEST = hashlib.sha256().digest_size


class Contents:
    """Contents by their SHA-256, each in a file of its own; the same content is kept once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made: set[str] = set()

    def put(self, content: bytes) -> str:
        """Keeps a content; gives its SHA-256 as 64 hexadecimal digits.

        Raises:
            OSError: It can't be written.
        """
        print_ = hashlib.sha256(content).hexdigest()
        if self.read(print_) is None:
            file = Path(self._file(print_))
            if print_[:2] not in self._made:
                file.parent.mkdir(parents=True, exist_ok=True)
                self._made.add(print_[:2])
            put_in_place(file, content)
        return print_

    def read(self, print_: str) -> bytes | None:
        """The content of that checksum, if it is there and whole."""
        try:
            content = read_whole(self._file(print_))
        except OSError:
            return None
        return content if hashlib.sha256(content).hexdigest() == print_ else None

    def has(self, print_: str) -> bool:
        """Whether the content is there and whole."""
        return self.read(print_) is not None

    def link(self, print_: str, target: Path | str) -> None:
        """Gives a content that is there a further name; where that can't be, a copy of it.

        Raises:
            OSError: The name is taken, or can't be given.
        """
        link_file(self._file(print_), target)

    def locate(self, prints: Mapping[str, str]) -> dict[str, str]:
        """The file of each content, by the same paths as the checksums are given."""
        return {path: self._file(print_) for path, print_ in prints.items()}

    def remove_unused(self, used: Collection[str]) -> None:
        """Removes every content but those named, and what a killed run left."""
        for folder, _, names in os.walk(self._folder):
            for name in names:
                if f"{Path(folder).name}{name}" not in used:
                    Path(folder, name).unlink(missing_ok=True)

    def _file(self, print_: str) -> str:
        # No Path: a build asks for each content of a site several times.
        return f"{self._folder}/{print_[:2]}/{print_[2:]}"


def remove_unused(folder: Path, used: Collection[str]) -> None:
    """Removes every file of a folder but those named, and what a killed run left there."""
    for file in folder.iterdir() if folder.is_dir() else ():
        if file.name not in used:
            file.unlink(missing_ok=True)


def put_in_place(file: Path, content: bytes) -> None:
    """Writes a file in one step, without waiting for the disk: it carries its own checksum."""
    fresh = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        fresh.write_bytes(content)
        fresh.replace(file)
    except BaseException as error:
        fresh.unlink(missing_ok=True)
        if isinstance(error, OSError) and error.filename is None:
            error.filename = str(file)  # a full disk names no file
        raise


def save_sound(file: Path, content: bytes) -> None:
    """Keeps a content in a file of a chosen name, behind its checksum.

    Raises:
        OSError: It can't be written.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    put_in_place(file, hashlib.sha256(content).digest() + content)


def load_sound(file: Path) -> bytes | None:
    """What was kept in a file; None if there is none, or it is not whole."""
    try:
        kept = file.read_bytes()
    except OSError:
        return None
    checksum, content = kept[:_DIGEST], kept[_DIGEST:]
    return content if hashlib.sha256(content).digest() == checksum else None


def save_note(file: Path, note: object) -> None:
    """Keeps plain values (texts, bytes, numbers, lists, mappings) in a file.

    Raises:
        OSError: It can't be written.
        KeyboardInterrupt: The process was told to end: what it found since may be anything.
    """
    heed()
    save_sound(file, cbor2.dumps(note))


def load_note(file: Path) -> Any:
    """The values that were kept in a file; None if there are none, or they are not whole."""
    content = load_sound(file)
    return None if content is None else cbor2.loads(content)
