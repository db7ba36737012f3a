"""Web addresses: which are taken, and how their hosts are shown so that nobody is deceived.

A host in other letters than ASCII is shown with the name that browsers send (IDNA 2008, UTS #46);
where its letters pass for others (UTS #39), under that name alone. Whether an address leads
anywhere is nobody's business here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from ipaddress import ip_address
from urllib.parse import urlsplit

import idna

from generator import limits
from generator.records.characters import find_text_faults
from generator.records.scripts import find_mixed_words

_FORBIDDEN = re.compile(r"[\x00-\x20\x7f-\xa0<>\"`\\{}^|\s\u061c\u200e\u200f]")
_LABEL = r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?"
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
_PLAIN_HOST = re.compile(rf"(?=.{{1,254}}$){_LABEL}(?:\.{_LABEL})*\.?")
# Letters of other scripts that together can make up what looks like a Latin word.
_LOOKALIKES = re.compile(r"[асԁеһіјӏорԗԛѕԝхуъьҽпгѵѡ0-9-]+|[αικνρυωηοτ0-9-]+|[ագզէլհյոսցւօՙ0-9-]+")


@dataclass(frozen=True, slots=True)
class Host:
    """A host's name in the letters of its language, and as browsers send it."""

    name: str
    ascii: str

    @property
    def is_deceptive(self) -> bool:
        """Whether a part of the name mixes scripts, or passes for another as a whole."""
        has_plain_end = self.name.rstrip(".").rsplit(".", 1)[-1].isascii()
        return any(
            next(find_mixed_words(label), None) or (has_plain_end and _LOOKALIKES.fullmatch(label))
            for label in self.name.split(".")
            if not label.isascii()
        )

    @property
    def shown(self) -> str:
        """The name with its ASCII form behind it where that differs, or that alone."""
        if self.name == self.ascii or self.is_deceptive:
            return self.ascii
        return f"{self.name} ({self.ascii})"


def find_url_fault(text: str) -> str | None:
    """What keeps a text from being a plain http or https address, if anything does."""
    if len(text) > limits.URL:
        return f"is longer than {limits.URL} characters"
    if _FORBIDDEN.search(text) or _has_hidden(text):
        return "has a space or another character that no web address may have"
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return "has a malformed host or port"
    if parts.scheme not in ("http", "https"):
        return "does not begin with https:// or http://"
    if not host:
        return "names no host"
    if parts.username is not None or parts.password is not None:
        return "carries a user name or password"
    return None if read_host(host) else "names a host that can't exist"


def _has_hidden(text: str) -> bool:
    return any(fault.rule == "hidden-character" for fault in find_text_faults(text))


@lru_cache(maxsize=4_096)  # a few hosts stand in most addresses
def read_host(host: str) -> Host | None:
    """The host of that name in lower case, unless there can be none."""
    if ":" in host:
        return _read_ip_address(host)
    if _NUMBER.fullmatch(host.rstrip(".").rpartition(".")[2]):  # browsers take it for an address
        return _read_ip_address(host)
    if host.isascii() and "xn--" not in host:
        return Host(host, host) if _PLAIN_HOST.fullmatch(host) else None
    try:
        sent = idna.encode(host, uts46=True, std3_rules=True).decode()
        return Host(idna.decode(sent), sent)
    except UnicodeError:  # idna's own errors among them
        return None


def _read_ip_address(host: str) -> Host | None:
    try:
        address = ip_address(host)
    except ValueError:
        return None
    name = f"[{address}]" if address.version == 6 else str(address)  # noqa: PLR2004 - IPv6
    return Host(name, name)


def find_host(url: str) -> Host:
    """The host of an address in which there is no fault."""
    name = urlsplit(url).hostname or ""
    return read_host(name) or Host(name, name)


def name_host(url: str) -> str:
    """The host of an address as readers see it, without `www.`."""
    host = find_host(url)
    return Host(host.name.removeprefix("www."), host.ascii.removeprefix("www.")).shown


def show_address(url: str) -> str:
    """The whole address; a host in other letters is shown in ASCII too, or in ASCII alone."""
    host, parts = find_host(url), urlsplit(url)
    written = parts.netloc
    port = f":{parts.port}" if parts.port else ""
    if written.isascii() and host.name == host.ascii:
        return url
    if host.name == host.ascii or host.is_deceptive:
        return url.replace(written, host.ascii + port, 1)
    return f"{url.replace(written, host.name + port, 1)} ({host.ascii})"
