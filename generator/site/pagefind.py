"""A conversation with Pagefind: pages are handed to it one by one, in an order of our own.

Run over a folder, it numbers pages in the order in which the disk lists them, which is another one
on another disk. As a service it takes JSON in Base64 from one pipe and answers into another, each
message with a comma behind it; what it says and what is made of its files is for others.
"""

from __future__ import annotations

import base64
import json
import os
import subprocess
from collections.abc import Iterable, Mapping
from tempfile import TemporaryFile
from typing import IO, Any, cast

import pagefind_bin  # type: ignore[import-untyped]  # it has no types

from generator.site.child import started_program

_PIECE = 65_536
_LAST_LINES = 3


class PagefindError(Exception):
    """Pagefind did not do what it was asked; the message says what it said."""


def make_index(
    pages: Iterable[tuple[str, str]], options: Mapping[str, object], environment: Mapping[str, str]
) -> dict[str, bytes]:
    """The files of an index of some pages, by their paths in it.

    Args:
        pages: The path of each on the site, as `briefs/x/index.html`, and its HTML.
        options: Of Pagefind's own, by the names they have in its service.
        environment: What Pagefind is told besides.

    Raises:
        PagefindError: Pagefind refused a page, or ended.
        OSError: It can't be started.
    """
    command = [str(pagefind_bin.get_executable()), "--service"]
    surroundings = {**os.environ, **environment}
    with (
        TemporaryFile() as complaints,
        started_program(command, environment=surroundings, errors=complaints.fileno()) as process,
    ):
        service = _Service(process, complaints)
        index = service.ask("NewIndex", config=options)["index_id"]
        for path, html in pages:
            page = {"file_path": path, "url": None, "file_contents": html}
            service.ask("AddFile", index_id=index, **page)
        # Not written by Pagefind, which says that it is done before all stands on the disk.
        files = service.ask("GetFiles", index_id=index)["files"]
    return {file["path"]: base64.b64decode(file["content"]) for file in files}


class _Service:
    """Asks, and waits for each answer: Pagefind leaves work undone when its input ends."""

    def __init__(self, process: subprocess.Popen[bytes], complaints: IO[bytes]) -> None:
        self._process = process
        self._complaints = complaints
        self._questions = cast("IO[bytes]", process.stdin)
        self._answers = cast("IO[bytes]", process.stdout)

    def ask(self, kind: str, **details: object) -> dict[str, Any]:
        question = {"message_id": 1, "payload": {"type": kind, **details}}
        spelled = json.dumps(question, ensure_ascii=False).encode()
        try:
            self._questions.write(base64.b64encode(spelled) + b",")
            self._questions.flush()
            answer: dict[str, Any] = json.loads(base64.b64decode(self._read()))["payload"]
        except (OSError, EOFError, ValueError, LookupError, TypeError) as error:
            raise PagefindError(self._tell()) from error
        if answer["type"] == "Error":
            raise PagefindError(f"Pagefind said: {answer.get('message')}")
        return answer

    def _read(self) -> bytes:
        """What it says up to a comma."""
        said = bytearray()
        while not said.endswith(b","):  # there is one question, and so one answer, at a time
            piece = os.read(self._answers.fileno(), _PIECE)
            if not piece:
                raise EOFError
            said += piece
        return bytes(said[:-1])

    def _tell(self) -> str:
        self._process.kill()
        self._process.wait()
        self._complaints.seek(0)
        words = self._complaints.read().decode("utf-8", "replace")
        lines = [line.strip() for line in words.splitlines() if line.strip()]
        if not lines:
            return "Pagefind said nothing."
        return f"Pagefind said: {' / '.join(lines[-_LAST_LINES:])}"
