"""One request to one address, of which nothing that answers can make more.

The host is looked up here, all its addresses are judged, and the connection goes to one that was
judged: nobody is led into the network of the machine that asks. Time, headers and what is read of
a body are bounded. Redirects, retries and pauses are left to others; proxies are not used.
"""

from __future__ import annotations

import contextlib
import socket
import ssl
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPException
from threading import Event, Timer

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, HTTPError, NewConnectionError
from urllib3.util import parse_url
from urllib3.util.ssl_match_hostname import CertificateError

from generator import __version__
from generator.links.public import is_public
from generator.records.vocabulary import LinkReason
from generator.records.web_address import find_host

AGENT = f"Briefwright/{__version__} (looks whether links of a research site still answer)"
TRIED_ADDRESSES = 3
"""So many addresses of one host are tried before it counts as silent."""
_PORTS = {"http": 80, "https": 443}
_UNKNOWN_HOST = frozenset(
    getattr(socket, name) for name in ("EAI_NONAME", "EAI_NODATA") if hasattr(socket, name)
)

Resolve = Callable[[str, int], Sequence[str]]
"""Gives the IP addresses of a host; raises `socket.gaierror` if there is none."""


class UnansweredError(Exception):
    """No HTTP answer came; `reason` says why not."""

    def __init__(self, reason: LinkReason) -> None:
        super().__init__(reason.value)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: the status, the headers in lower case, and as much of the body as asked."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


def resolve_host(host: str, port: int) -> Sequence[str]:
    """The addresses of a host, as the system gives them."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


@dataclass(frozen=True)
class Network:
    """The way to other hosts."""

    allow_private: bool = False
    """Whether hosts on the machine's own network may be asked."""
    patience: float = 15
    """Seconds that a host may be silent."""
    deadline: float = 30
    """Seconds that a request may take in all."""
    agent: str = AGENT
    resolve: Resolve = resolve_host
    is_allowed: Callable[[str], bool] = is_public
    """Judges an IP address."""

    def ask(  # noqa: PLR0913 - what a request consists of
        self,
        method: str,
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        body: str | None = None,
        limit: int = 0,
        deadline: float | None = None,
    ) -> Answer:
        """Asks once.

        Args:
            method: HEAD, GET or POST.
            url: An address without fault (`find_url_fault`).
            headers: Further headers.
            body: What is sent.
            limit: How many bytes of the answer's body are read.
            deadline: Seconds that this request may take, if not the usual number.

        Raises:
            UnansweredError: No HTTP answer came.
        """
        try:
            parts = parse_url(url)
        except HTTPError:
            raise UnansweredError(LinkReason.NOT_HTTP) from None
        host, scheme = find_host(url).ascii.strip("[]"), parts.scheme or "http"
        port = parts.port or _PORTS[scheme]
        sent = {"Host": _name(host, parts.port), "User-Agent": self.agent, "Accept": "*/*"}
        sent |= headers or {}
        for address in self._find_addresses(host, port)[:TRIED_ADDRESSES]:
            connection = self._connect(scheme, address, port, host)
            try:
                with _bounded(connection, deadline or self.deadline) as is_over:
                    connection.connect()
                    if is_over.is_set():
                        raise TimeoutError
                    connection.request(method, parts.request_uri, body, sent, preload_content=False)
                    answer = _read(connection, limit)
                    if is_over.is_set():  # what was cut off reads like an end
                        raise TimeoutError
                    return answer
            except _UnreachableError:
                continue
        raise UnansweredError(LinkReason.NO_CONNECTION)

    def _find_addresses(self, host: str, port: int) -> Sequence[str]:
        try:
            found = self.resolve(host, port)
        except socket.gaierror as error:
            known = error.errno not in _UNKNOWN_HOST
            reason = LinkReason.NO_CONNECTION if known else LinkReason.NO_SUCH_HOST
            raise UnansweredError(reason) from None
        except UnicodeError:  # a name with a part that is too long
            raise UnansweredError(LinkReason.NO_SUCH_HOST) from None
        if not self.allow_private and not all(map(self.is_allowed, found)):
            raise UnansweredError(LinkReason.PRIVATE_ADDRESS)
        return found

    def _connect(self, scheme: str, address: str, port: int, host: str) -> HTTPConnection:
        if scheme == "http":
            return HTTPConnection(address, port, timeout=self.patience)
        return HTTPSConnection(address, port, timeout=self.patience, server_hostname=host)


def make_network(contact: str = "", *, allow_private: bool = False) -> Network:
    """The usual way; `contact` is an address at which those who are asked learn who asks."""
    plain = "".join(sign for sign in contact if sign.isascii() and sign.isprintable())
    return Network(allow_private=allow_private, agent=f"{AGENT} +{plain}" if plain else AGENT)


class _UnreachableError(Exception):
    """This address of the host takes no connection; another one may."""


def _name(host: str, port: int | None) -> str:
    shown = f"[{host}]" if ":" in host else host
    return f"{shown}:{port}" if port else shown


@contextmanager
def _bounded(connection: HTTPConnection, deadline: float) -> Iterator[Event]:
    """Cuts the connection when its time is over, and says in one way what went wrong."""
    is_over = Event()

    def cut() -> None:
        is_over.set()
        if connection.sock is not None:
            with contextlib.suppress(OSError):
                # Of the socket beneath TLS: whoever reads from it must not lose its state.
                socket.socket.shutdown(connection.sock, socket.SHUT_RDWR)

    timer = Timer(deadline, cut)
    timer.daemon = True
    timer.start()
    try:
        yield is_over
    except (HTTPError, HTTPException, OSError, ValueError) as error:
        if is_over.is_set():
            raise UnansweredError(LinkReason.TIMED_OUT) from None
        if isinstance(error, NewConnectionError):
            raise _UnreachableError from None
        raise UnansweredError(_judge(error)) from None
    finally:
        timer.cancel()
        connection.close()


def _judge(error: Exception) -> LinkReason:
    if isinstance(error, (ssl.SSLError, CertificateError)):
        return LinkReason.TLS
    if isinstance(error, (TimeoutError, ConnectTimeoutError)):
        return LinkReason.TIMED_OUT
    if isinstance(error, ConnectionError):  # a connection closed without a word is one as well
        return LinkReason.NO_CONNECTION
    if isinstance(error, (HTTPException, ValueError)):
        return LinkReason.NOT_HTTP
    return LinkReason.NO_CONNECTION


def _read(connection: HTTPConnection, limit: int) -> Answer:
    response = connection.getresponse()
    body = response.read(limit, decode_content=False) if limit else b""
    return Answer(response.status, {k.lower(): v for k, v in response.headers.items()}, body)
