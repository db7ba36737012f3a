"""The content of one file: its bytes if it is a file of a bearable size, its text if it is text.

Where files are looked for, and what their texts say, is known elsewhere.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from generator.reading.fault import Fault

RIGHTS = "give yourself the right to read it"
_DELETE = "delete it, or put a file of text in its place"


def read_content(file: Path, max_bytes: int) -> bytes | Fault:
    """The bytes of a regular file; a fault if it is another thing, too large or can't be read."""
    try:
        status = file.stat()
        if not stat.S_ISREG(status.st_mode):
            return Fault("unreadable-file", 0, 0, "this is not a regular file", _DELETE)
        if status.st_size > max_bytes:
            return make_size_fault(status.st_size, max_bytes)
        with file.open("rb") as opened:
            content = opened.read(max_bytes + 1)  # a file may grow, or not know its size
        return content if len(content) <= max_bytes else make_size_fault(len(content), max_bytes)
    except OSError as error:
        return Fault("unreadable-file", 0, 0, f"the file can't be read: {error.strerror}", RIGHTS)


def make_size_fault(size: int, max_bytes: int) -> Fault:
    """What to say of a file that is too large."""
    message = f"the file has {size:,} bytes; at most {max_bytes:,} are read"
    return Fault("too-large", 0, 0, message, "split it, or leave out what is long")


def can_read(file: Path) -> bool:
    """Whether a file is a regular one that may be opened."""
    return file.is_file() and os.access(file, os.R_OK)


def decode(content: bytes) -> str | Fault:
    """The text of a file in UTF-8, its line ends made one kind; a fault if it is not text."""
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        help = "save it as UTF-8 (in a spreadsheet: “CSV UTF-8”)"
        return Fault("unreadable-file", line, 0, "the file is not UTF-8 text", help)
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        help = "it is not a text file, or was damaged; write it again"
        return Fault("unreadable-file", line, 0, "the file holds a NUL character", help)
    if not text.strip():
        help = "write the record, or delete the file"
        return Fault("empty-file", 0, 0, "there is nothing in this file", help)
    return text
