"""The preview: save a brief, and the open page shows it before you look up.

It joins the watch over the files, the server, and the processes that bring the project up to date.
A brief that was saved goes to the process that has the records in memory; behind it, and at once
for every other change, a new process does everything, and takes the place of the old one. What
happens meanwhile is not lost: it is done again. An error changes nothing of what is shown.
"""

from __future__ import annotations

import multiprocessing
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerContext, SpawnContext
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import cast

import click

from generator.reading.kinds import Shape, find_kind, is_other_file
from generator.site.indexing import Indexed, index_preview
from generator.site.preview import (
    Failed,
    Message,
    NotAlone,
    Ready,
    Refreshed,
    Said,
    find_last_build,
    locate_page,
    open_contents,
    serve_project,
)
from generator.site.preview_server import PreviewServer
from generator.site.reports import Format, Reports, Say
from generator.site.saved_brief import SavedBrief
from generator.site.shown import Shown
from generator.site.watching import Watch

_LOOK = 0.05
"""Seconds between two looks at the files that are looked at."""
_PRELOADED = ["generator.site.preview"]
_LAST_PORT = 65535


class ServeFailure(Exception):  # noqa: N818 - it reports, nothing is wrong with the program
    """The preview could not start; the message is a sentence for the person at the terminal."""


def serve(
    project: Path,
    address: str = "127.0.0.1:8000",
    *,
    describe: Format,
    say: Say = click.echo,
    cores: int = 1,
) -> None:
    """Show the site at `address` and keep it up to date until interrupted.

    Args:
        project: The project's folder.
        address: Host and port.
        describe: Issues as text for the terminal.
        say: Takes each line for the terminal.
        cores: How many processes may work at once.

    Raises:
        ServeFailure: The address is not an address, or is taken.
    """
    host, port = _parse_address(address)
    shown = Shown(open_contents(project))
    shown.show_site(find_last_build(project), time.monotonic())
    with tempfile.TemporaryDirectory(prefix="briefwright-") as folder:
        watch = Watch(project)
        keeper = _Keeper(project, shown, Reports(say, describe), say, cores, Path(folder))
        server = _open_server(host, port, shown)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        say(f"Preview at http://{address}{shown.root} (stop with Ctrl+C).")
        say("Search finds the pages as they were at the start.")
        try:
            while True:
                keeper.follow(watch.find_changed())
                keeper.listen(_LOOK)
        except KeyboardInterrupt:
            say("Stopped.")
        finally:
            keeper.stop()
            server.shutdown()
            server.server_close()


@dataclass(slots=True)
class _Worker:
    """A process that brings everything up to date, and then takes up single briefs."""

    process: BaseProcess
    connection: Connection
    began: float
    has_reported: bool = False

    def stop(self) -> None:
        if self.process.pid is not None:
            self.process.terminate()
            self.process.join()
        self.connection.close()


class _Keeper:
    """Keeps what is shown up to date: knows who works, and what has to be done yet."""

    def __init__(  # noqa: PLR0913, PLR0917 - what a preview consists of
        self, project: Path, shown: Shown, reports: Reports, say: Say, cores: int, folder: Path
    ) -> None:
        self._project, self._shown, self._reports = project, shown, reports
        self._say, self._cores, self._folder = say, cores, folder
        self._is_behind = True
        self._is_program_changed = False
        self._fresh: _Worker | None = None
        """Who is bringing everything up to date."""
        self._ready: _Worker | None = None
        """Who takes up single briefs."""
        self._asked: dict[str, float] = {}
        """The briefs that were given to them, and when."""
        self._workers: list[_Worker] = []
        """Both of these, and whoever indexes the pages."""
        self._is_indexed = False

    def follow(self, changed: set[str]) -> None:
        """Sees to it that files that have changed come to be shown."""
        changed = {path for path in changed if not is_other_file(path)}
        # A process that is forked would run the program as it was.
        self._is_program_changed |= any(path.endswith(".py") for path in changed)
        if changed and self._ready is not None and all(map(_is_brief, changed)):
            for path in sorted(changed):
                self._asked[path] = time.monotonic()
                self._ready.connection.send(path)
        self._is_behind |= bool(changed) or self._shown.missed.is_set()
        if self._is_behind and self._fresh is None and not self._asked:
            self._is_behind = False
            self._shown.missed.clear()
            self._fresh = self._start(serve_project, self._project, self._cores)

    def listen(self, seconds: float) -> None:
        """Takes what comes from the processes; waits for it no longer than this."""
        workers = {one.connection: one for one in self._workers}
        for connection in wait(list(workers), seconds):
            worker = workers[cast("Connection", connection)]
            try:
                message = worker.connection.recv()
            except (EOFError, OSError):
                self._lose(worker)
            else:
                self._take(worker, message)

    def stop(self) -> None:
        """Ends all processes."""
        for worker in self._workers:
            worker.stop()

    def _end(self, worker: _Worker) -> None:
        worker.stop()
        self._workers.remove(worker)

    def _start(self, work: Callable[..., None], *arguments: object) -> _Worker:
        context = self._choose_context()
        ours, theirs = context.Pipe()
        process = context.Process(target=work, args=(*arguments, theirs))
        worker = _Worker(process, ours, time.monotonic())
        self._workers.append(worker)  # first, so that Ctrl+C meanwhile leaves none behind
        process.start()
        theirs.close()
        return worker

    def _choose_context(self) -> ForkServerContext | SpawnContext:
        if self._is_program_changed or "forkserver" not in multiprocessing.get_all_start_methods():
            return multiprocessing.get_context("spawn")
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(_PRELOADED)
        return context

    def _take(self, worker: _Worker, message: Message | Indexed) -> None:
        if isinstance(message, Said):
            self._say(message.line)
        elif isinstance(message, Refreshed):
            self._take_whole(worker, message)
        elif isinstance(message, Ready):
            if self._ready is not None:
                self._end(self._ready)
            self._ready, self._fresh = worker, None
            self._asked.clear()
        elif isinstance(message, SavedBrief):
            self._take_brief(message)
        elif isinstance(message, NotAlone | Failed):
            self._asked.pop(message.path, None)
        else:
            self._shown.show_index(message.files)
            if message.failure:
                self._say(message.failure)

    def _take_whole(self, worker: _Worker, refreshed: Refreshed) -> None:
        worker.has_reported = True
        self._reports.take_whole(refreshed, worker.began)
        if refreshed.site is not None:
            self._shown.show_site(refreshed.site, worker.began)
            self._say(f"up to date after {time.monotonic() - worker.began:.1f} seconds")
            if not self._is_indexed:
                self._is_indexed = True
                arguments = self._project, refreshed.site, self._folder
                self._start(index_preview, *arguments)
        self._shown.show_faults(self._reports.find_faults())

    def _take_brief(self, saved: SavedBrief) -> None:
        when = self._asked.pop(saved.path, time.monotonic())
        self._reports.take_brief(saved.path, saved.issues, when)
        if saved.page:
            self._shown.show_page(locate_page(saved.page), saved.html, when)
            self._say(f"{saved.path} is shown")
        self._shown.show_faults(self._reports.find_faults())

    def _lose(self, worker: _Worker) -> None:
        """A process has ended: by itself, when it had no site to go on with."""
        self._end(worker)
        if worker is self._ready:
            self._ready = None
            self._asked.clear()
        elif worker is self._fresh:
            self._fresh = None
            if not worker.has_reported:
                self._reports.take_whole(Refreshed(failure=_ENDED), worker.began)
                self._shown.show_faults(self._reports.find_faults())


_ENDED = "what brings the pages up to date was ended; save a file to have it begin again"


def _is_brief(path: str) -> bool:
    kind = find_kind(path)
    return kind is not None and kind.shape is Shape.BRIEF


def _open_server(host: str, port: int, shown: Shown) -> PreviewServer:
    try:
        return PreviewServer(host, port, shown)
    except OSError as error:
        raise ServeFailure(
            f"The address {host}:{port} cannot be used: {error.strerror}."
        ) from error


def _parse_address(address: str) -> tuple[str, int]:
    host, _, port = address.rpartition(":")
    if not host or not port.isdecimal() or int(port) > _LAST_PORT:
        raise ServeFailure(f"`{address}` is no address; one looks like 127.0.0.1:8000.")
    return host.strip("[]"), int(port)
