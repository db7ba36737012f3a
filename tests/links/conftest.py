"""A server that misbehaves, and a way to it in which no name leads anywhere else."""

import socket
from collections.abc import Iterator, Sequence

import pytest

from generator.links.looking import Looker
from generator.links.network import Network
from generator.links.pacing import Pacer
from tests.links.misbehaving import Server, serving


class Waits:
    """A clock that goes on only when somebody waits, and all waits that there were."""

    def __init__(self) -> None:
        self.now, self.all = 100.0, list[float]()

    def clock(self) -> float:
        """The time."""
        return self.now

    def wait(self, seconds: float) -> None:
        """Passes the time."""
        self.all.append(round(seconds, 3))
        self.now += seconds


def resolve(host: str, port: int) -> Sequence[str]:
    """Every name leads to this machine, but for some."""
    if host.startswith("no-such"):
        raise socket.gaierror(socket.EAI_NONAME, "unknown")
    if host.startswith("nobody-knows"):
        raise socket.gaierror(socket.EAI_AGAIN, "later")
    if host == "inside.example":
        return ["10.0.0.1"]
    if host == "both.example":
        return ["127.0.0.1", "10.0.0.1"]
    return [host] if host[0].isdigit() or ":" in host else ["127.0.0.1"]


@pytest.fixture
def server() -> Iterator[Server]:
    """The server."""
    with serving() as one:
        yield one


@pytest.fixture
def network() -> Network:
    """A way that is open to 127.0.0.1 alone, with little patience."""
    return Network(
        patience=0.4, deadline=0.8, resolve=resolve, is_allowed=lambda ip: ip == "127.0.0.1"
    )


@pytest.fixture
def waits() -> Waits:
    """A clock that costs no time."""
    return Waits()


@pytest.fixture
def looker(network: Network, waits: Waits) -> Looker:
    """Looks along that way."""
    return Looker(network, Pacer(1.0, waits.clock, waits.wait))
