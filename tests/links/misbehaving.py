"""A server on this machine that does what servers do and should not, by the path that is asked."""

from __future__ import annotations

import contextlib
import socket
import socketserver
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread

HELLO_OF_TLS = 0x16
LINES = 100_000
Act = Callable[["Handler"], None]


def plain(status: int, *headers: str) -> Act:
    """An answer without a body."""

    def act(handler: Handler) -> None:
        lines = [f"HTTP/1.1 {status} Any", *headers, "Content-Length: 0", "", ""]
        handler.send("\r\n".join(lines).encode())

    return act


def by_method(**acts: Act) -> Act:
    """Another answer for each method."""

    def act(handler: Handler) -> None:
        acts[handler.method](handler)

    return act


def one_after_the_other(*acts: Act) -> Act:
    """Another answer each time; the last one again and again."""

    def act(handler: Handler) -> None:
        seen = handler.owner.counts[handler.path] - 1
        acts[min(seen, len(acts) - 1)](handler)

    return act


def raw(content: bytes) -> Act:
    """Bytes, whatever they mean."""
    return lambda handler: handler.send(content)


def repeat(content: bytes, pause: float = 0.0) -> Act:
    """Bytes again and again, until nobody takes them any more."""

    def act(handler: Handler) -> None:
        while not handler.owner.is_over.wait(pause):
            handler.send(content)

    return act


def silent(handler: Handler) -> None:
    """Takes the request, and says nothing."""
    handler.owner.is_over.wait(20)


def begin(act: Act, content: bytes = b"HTTP/1.1 200 OK\r\n") -> Act:
    """A good beginning."""

    def both(handler: Handler) -> None:
        handler.send(content)
        act(handler)

    return both


BEHAVIOURS: dict[str, Act] = {
    "/ok": plain(200),
    "/not-found": plain(404),
    "/gone": plain(410),
    "/refused": plain(403),
    "/broken": plain(500),
    "/odd": plain(999),
    "/head-refused": by_method(HEAD=plain(405), GET=plain(200)),
    "/head-lies": by_method(HEAD=plain(404), GET=plain(200)),
    "/head-closed": by_method(HEAD=raw(b""), GET=plain(200)),
    "/head-good-get-gone": by_method(HEAD=plain(403), GET=plain(404)),
    "/busy": one_after_the_other(plain(429, "Retry-After: 7"), plain(200)),
    "/busy-untold": one_after_the_other(plain(429), plain(200)),
    "/busy-for-a-day": plain(429, "Retry-After: 86400"),
    "/busy-nonsense": one_after_the_other(plain(429, "Retry-After: soon"), plain(200)),
    "/away": one_after_the_other(plain(503, "Retry-After: 3"), plain(503, "Retry-After: 3")),
    "/silent": silent,
    "/drip": begin(repeat(b"x", 0.05), b"HTTP/1.1 200 OK\r\nx: "),
    "/continue": repeat(b"HTTP/1.1 100 Continue\r\n\r\n", 0.001),
    "/garbage": raw(b"\x00\xff\xfenot http at all\r\n\r\n" * 20),
    "/closed": raw(b""),
    "/half": raw(b"HTTP/1.1 200 OK\r\nContent-Le"),
    "/endless": begin(repeat(b"x" * 65_536), b"HTTP/1.1 200 OK\r\n\r\n"),
    "/huge-headers": raw(b"HTTP/1.1 200 OK\r\n" + b"x: y\r\n" * LINES + b"\r\n"),
    "/long-header": raw(b"HTTP/1.1 200 OK\r\nx: " + b"y" * 1_000_000 + b"\r\n\r\n"),
    "/moved": plain(301, "Location: /ok"),
    "/moved-away": plain(302, "Location: /not-found"),
    "/moved-odd": plain(302, "Location: /ok?q=a b|c"),
    "/loop": plain(302, "Location: /loop"),
    "/loop-a": plain(302, "Location: /loop-b"),
    "/loop-b": plain(302, "Location: /loop-a"),
    "/to-inside": plain(302, "Location: http://10.0.0.1/"),
    "/to-metadata": plain(302, "Location: http://169.254.169.254/latest/"),
    "/to-itself": plain(302, "Location: http://127.0.0.2/"),
    "/to-inside-by-name": plain(302, "Location: http://inside.example/"),
    "/to-mapped": plain(302, "Location: http://[::ffff:10.0.0.1]/"),
    "/to-file": plain(302, "Location: file:///etc/hostname"),
    "/to-password": plain(302, "Location: http://a:b@site.example/"),
    "/to-nowhere": plain(302),
    "/to-nonsense": plain(302, "Location: http://[half"),
}


class Handler(socketserver.BaseRequestHandler):
    """One connection, of which one request is answered."""

    method = path = ""

    @property
    def owner(self) -> Server:
        """The server."""
        assert isinstance(self.server, Server)
        return self.server

    def handle(self) -> None:
        """Reads the request and does what its path says."""
        with contextlib.suppress(OSError):
            if self.request.recv(1, socket.MSG_PEEK)[:1] == bytes([HELLO_OF_TLS]):
                self.send(b"HTTP/1.1 400 This is no TLS\r\n\r\n")
                return
            head = self.request.makefile("rb")
            self.method, self.path, _ = head.readline().decode().split(" ", 2)
            self.headers = dict(_read_headers(head.readline))
            self.body = head.read(int(self.headers.get("content-length", "0"))).decode()
            self.owner.counts[self.path] += 1
            self.owner.asked.append(self)
            self._act()

    def _act(self) -> None:
        if self.path.startswith("/far/"):
            plain(302, f"Location: /far/{int(self.path[5:]) + 1}")(self)
        else:
            self.owner.behaviours.get(self.path.partition("?")[0], plain(404))(self)

    def send(self, content: bytes) -> None:
        """Sends bytes."""
        self.request.sendall(content)


def _read_headers(readline: Callable[[], bytes]) -> Iterator[tuple[str, str]]:
    while line := readline().decode().strip():
        name, _, value = line.partition(":")
        yield name.lower(), value.strip()


class Server(socketserver.ThreadingTCPServer):
    """The server, with what was asked of it."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 64

    def __init__(self, behaviours: dict[str, Act]) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.behaviours = behaviours
        self.asked: list[Handler] = []
        self.counts: Counter[str] = Counter()
        self.is_over = Event()

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self.server_address[1])

    def at(self, path: str, host: str = "site.example", scheme: str = "http") -> str:
        """The address of a path, under any name."""
        return f"{scheme}://{host}:{self.port}{path}"

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that has gone is nobody's fault."""


@contextmanager
def serving(behaviours: dict[str, Act] | None = None) -> Iterator[Server]:
    """A server for as long as the block."""
    with Server(BEHAVIOURS if behaviours is None else behaviours) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        try:
            yield server
        finally:
            server.is_over.set()
            server.shutdown()
