"""The preview: save a file, and the open page shows it about a second later.

It joins three things: the caller's way from data to pages, the preview build, and MkDocs's server,
which watches files and tells the browser to reload. An error is said and changes nothing: the last
good page stays. The search index is built once, at the start.
"""

from __future__ import annotations

import base64
import hashlib
import logging
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import click
from mkdocs.livereload import LiveReloadServer

from generator.site.engines import EngineFailure
from generator.site.files import copy_kept_files
from generator.site.preview import Preview
from generator.site.search import SearchFailure, index_site

Say = Callable[[str], object]

# How often files are looked at, in seconds; the server then waits as long for the saving to end.
_LOOK = 0.15
_OWN_SCRIPTS = b"script-src 'self'"
"""Where a page's policy names the scripts that may run."""


class ServeFailure(Exception):  # noqa: N818 - it reports, nothing is wrong with the program
    """The preview could not start; the message is a sentence for the person at the terminal."""


def serve(
    builder: Callable[[], bool],
    watched: Sequence[Path],
    address: str = "127.0.0.1:8000",
    *,
    project_dir: Path,
    say: Say = click.echo,
) -> None:
    """Show the site at `address` and keep it up to date until interrupted.

    Args:
        builder: Checks the records and writes the pages into docs/. It says its own errors and
            returns False when the pages should stay as they are.
        watched: Folders and files that bring about a new build. Generated pages must not be among
            them, or each build brings about the next.
        address: Host and port.
        project_dir: The folder of mkdocs.yml.
        say: Takes each line for the terminal.

    Raises:
        ServeFailure: The address is not an address, or is taken.
    """
    host, port = _parse_address(address)
    with tempfile.TemporaryDirectory(prefix="briefwright-") as folder:
        # Resolved, because the server compares what it watches by full path.
        site_dir = Path(folder).resolve()
        server = _start_server(host, port, site_dir)
        preview = Preview(project_dir, site_dir, server.url)
        server.builder = _Rebuild(server, builder, preview, say)
        for path in watched:
            server.watch(str(path))
        if builder():
            _refresh(preview, say)
        say(f"Preview at {server.url} (stop with Ctrl+C).")
        say("Search finds the pages as they were at the start.")
        try:
            server.serve()  # type: ignore[no-untyped-call]
        except KeyboardInterrupt:
            say("Stopped.")
        finally:
            server.shutdown()


class _PreviewServer(LiveReloadServer):
    """MkDocs's server, whose script in the page the page's policy lets run, by its hash."""

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        html: bytes = super()._inject_js_into_html(content, epoch)  # type: ignore[no-untyped-call]
        script = html[html.rindex(b"<script>") + len(b"<script>") : html.rindex(b"</script>")]
        hashed = base64.b64encode(hashlib.sha256(script).digest())
        return html.replace(_OWN_SCRIPTS, b"%b 'sha256-%b'" % (_OWN_SCRIPTS, hashed), 1)


class _Rebuild:
    """What the server calls when a watched file has changed."""

    def __init__(
        self, server: LiveReloadServer, builder: Callable[[], bool], preview: Preview, say: Say
    ) -> None:
        self._server, self._builder, self._preview, self._say = server, builder, preview, say

    def __call__(self) -> None:
        if self._builder() and _refresh(self._preview, self._say):
            self._say("Reloaded.")
        else:
            # Else the server reloads all browsers, or, told by an exception, answers no request
            # until the next good build.
            self._server._wanted_epoch = self._server._visible_epoch


def _refresh(preview: Preview, say: Say) -> bool:
    try:
        is_complete = preview.refresh()
        copy_kept_files(preview.project_dir, preview.site_dir)
        if is_complete:
            with tempfile.TemporaryDirectory(prefix="briefwright-") as kept:
                index_site(preview.site_dir, Path(kept))
    except EngineFailure as failure:
        say(str(failure))
        return False
    except SearchFailure as failure:
        say(str(failure))
    return True


def _start_server(host: str, port: int, site_dir: Path) -> LiveReloadServer:
    server = _PreviewServer(
        builder=lambda: None, host=host, port=port, root=str(site_dir), polling_interval=_LOOK
    )
    server.build_delay = _LOOK
    # Its log repeats what is said here; without a handler Python would print part of it.
    logging.getLogger("mkdocs").addHandler(logging.NullHandler())
    server.error_handler = lambda code: _read_if_there(site_dir / f"{code}.html")
    try:
        server.server_bind()
    except OSError as error:
        server.server_close()
        raise ServeFailure(
            f"The address {host}:{port} cannot be used: {error.strerror}."
        ) from error
    # The server binds again when it starts, which a bound socket refuses.
    server.server_bind = lambda: None  # type: ignore[method-assign]
    return server


def _read_if_there(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _parse_address(address: str) -> tuple[str, int]:
    host, _, port = address.rpartition(":")
    if not host or not port.isdecimal() or int(port) > 65535:  # noqa: PLR2004 - the last port
        raise ServeFailure(f"`{address}` is no address; one looks like 127.0.0.1:8000.")
    return host.strip("[]"), int(port)
