"""The server of a preview: hands out what is shown, on this machine and to its own pages alone.

Into each page goes one script, a file of the server's own, so that the page's policy stays as it
is. Requests under another name than this machine's are refused: a strange site whose name points
here (DNS rebinding) would otherwise read what is previewed.
"""

from __future__ import annotations

import json
import mimetypes
import socket
from dataclasses import asdict
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import parse_qs, quote, unquote, urlsplit

from generator.site.policy import HEADERS
from generator.site.shown import NOT_FOUND, Shown

OWN = "/.preview/"
"""Where the server's own files are; no page has such an address."""
_FILES = Path(__file__).parent / "overlay"
_OWN_FILES = {f"{OWN}preview.js", f"{OWN}preview.css"}
_STATE = f"{OWN}state"
_SECONDS = 15.0
"""How long a page that asks for news is kept waiting before it hears that there is none."""
_TYPES = {
    ".css": "text/css",
    ".csv": "text/csv",
    ".html": "text/html",
    ".js": "text/javascript",
    ".json": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".xml": "application/xml",
}
_NOTHING_YET = (
    b'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Preview</title></head>'
    b"<body><main><h1>%b</h1></main></body></html>"
)


class PreviewServer(ThreadingHTTPServer):
    """A server of what is shown, below the path of the site's own address."""

    daemon_threads = True

    def __init__(self, host: str, port: int, shown: Shown) -> None:
        self.shown = shown
        self.names = {host, "localhost"}
        if ":" in host:
            self.address_family = socket.AF_INET6
        super().__init__((host, port), _Handler)

    def handle_error(self, request: object, client_address: object) -> None:
        """Nothing: browsers end connections as they like."""


class _Handler(BaseHTTPRequestHandler):
    server: PreviewServer

    def do_GET(self) -> None:
        """Hands out what the address stands for."""
        if not self._is_meant_for_us():
            self._send(HTTPStatus.MISDIRECTED_REQUEST, b"", ".txt")
            return
        address = urlsplit(self.path)
        if address.path in _OWN_FILES:
            file = _FILES / address.path.removeprefix(OWN)
            self._send(HTTPStatus.OK, file.read_bytes(), file.suffix)
        elif address.path == _STATE:
            self._tell(parse_qs(address.query).get("page", [""])[0])
        else:
            self._show(unquote(address.path))

    do_HEAD = do_GET  # noqa: N815 - as the standard library has it

    def log_message(self, *args: object) -> None:
        """Nothing: the terminal is for what happens to the records."""

    def _is_meant_for_us(self) -> bool:
        try:
            host = urlsplit(f"//{self.headers.get('Host', '')}").hostname or ""
        except ValueError:
            return False
        return host in self.server.names or _is_number(host)

    def _find_path(self, path: str) -> str | None:
        """The path on the site; None if it lies outside of it."""
        root = self.server.shown.root
        return path.removeprefix(root) if path.startswith(root) else None

    def _show(self, path: str) -> None:
        shown, name = self.server.shown, self._find_path(path)
        if name is None:
            self._redirect(self.server.shown.root)
            return
        file = shown.find(name)
        if file is None and shown.has_folder(name):
            self._redirect(f"{path}/")
            return
        content = shown.read(file) if file is not None else None
        if file is not None and content is not None and not file.endswith(".html"):
            self._send(HTTPStatus.OK, content, Path(file).suffix)
            return
        status = HTTPStatus.OK if content is not None else HTTPStatus.NOT_FOUND
        content = content or shown.read(NOT_FOUND) or _NOTHING_YET % b"Nothing to show yet"
        self._send(status, self._add_script(content, name), ".html")

    def _add_script(self, html: bytes, name: str) -> bytes:
        version = self.server.shown.find_state(name).version
        script = f'<script src="{OWN}preview.js" data-version="{version}"></script>'
        before, end, behind = html.rpartition(b"</body>")
        return before + script.encode() + end + behind

    def _tell(self, page: str) -> None:
        """Says how things stand for a page, at once and whenever that changes."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        shown, name = self.server.shown, self._find_path(unquote(page)) or ""
        told, number = "", -1
        while True:
            number = shown.wait_for_news(number, _SECONDS)
            news = json.dumps(asdict(shown.find_state(name)))
            line = f"data: {news}\n\n" if news != told else ": nothing new\n\n"
            told = news
            self.wfile.write(line.encode())
            self.wfile.flush()

    def _redirect(self, path: str) -> None:
        self.send_response(HTTPStatus.FOUND)
        # One slash at most: two would begin the name of another host.
        self.send_header("Location", "/" + quote(path.lstrip("/")))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, status: HTTPStatus, content: bytes, suffix: str) -> None:
        kind = _TYPES.get(suffix) or mimetypes.types_map.get(suffix, "application/octet-stream")
        is_text = kind.startswith("text/") or kind.endswith(("json", "xml"))
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if is_text else kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        for name, value in HEADERS.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)


def _is_number(host: str) -> bool:
    """Whether a host is named by its number, which no other name can be made to point to."""
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
