"""Looks at one address: a request without a body first, whatever redirects it to, and what came.

Says `good` only where the way ends in a status of success, and a miss only where it ends in the
word that there is nothing; all else is unknown. What a page says is not read, so that a page which
says "not found" with the status of success passes for good.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from generator.links.network import Answer, Network, UnansweredError
from generator.links.pacing import Pacer, read_wish
from generator.records.vocabulary import LINK_MISSES, LinkReason
from generator.records.web_address import find_host, find_url_fault

MOST_REDIRECTS = 10
LONGEST_WISH = 60.0
"""Seconds: who wants to be left alone for longer is not asked again in this round."""
GRANTED_WISHES = 5
"""So many times a host is waited for."""
USUAL_WISH = 20.0
"""Seconds to wait where a host wants fewer requests, and does not say how few."""
GIVES_UP = 3
"""So many addresses of a host in a row without an answer, and the host is not asked again."""
_OK, _REDIRECT, _FAULT, _SERVER_FAULT, _LAST = 200, 300, 400, 500, 600
_TOO_MANY, _UNAVAILABLE = 429, 503
_MISSES = {404: LinkReason.NOT_FOUND, 410: LinkReason.GONE}
_SILENT = frozenset([LinkReason.TIMED_OUT, LinkReason.NO_CONNECTION])
_SAFE = "/%:@!$&'()*+,;=~-._?[]"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a look at an address."""

    reason: LinkReason | None = None
    """Why it is not good; none if it is."""
    status: int = 0
    """The last HTTP status; 0 if no answer came."""

    @property
    def is_good(self) -> bool:
        """Whether it leads somewhere."""
        return self.reason is None

    @property
    def is_miss(self) -> bool:
        """Whether there is nothing."""
        return self.reason in LINK_MISSES


class Looker:
    """Looks at one address after the other, in as many threads as you like."""

    def __init__(self, network: Network, pacer: Pacer) -> None:
        self._network, self._pacer = network, pacer
        self._left_alone: dict[str, LinkReason] = {}
        self._silent: Counter[str] = Counter()
        self._wishes: Counter[str] = Counter()

    def look(self, url: str) -> Outcome:
        """What comes of it; never fails."""
        host = find_host(url).ascii
        if host in self._left_alone:
            return Outcome(self._left_alone[host])
        try:
            outcome = self._follow(url)
        except UnansweredError as error:
            outcome = Outcome(error.reason)
        self._count_silence(host, outcome)
        return outcome

    def _count_silence(self, host: str, outcome: Outcome) -> None:
        self._silent[host] = self._silent[host] + 1 if outcome.reason in _SILENT else 0
        if outcome.reason is not None and self._silent[host] >= GIVES_UP:
            self._left_alone[host] = outcome.reason

    def _follow(self, url: str) -> Outcome:
        seen: set[str] = set()
        for _ in range(MOST_REDIRECTS + 1):
            if url in seen:
                break
            seen.add(url)
            answer = self._ask(url)
            if not _REDIRECT <= answer.status < _FAULT:
                return Outcome(judge(answer.status), answer.status)
            target = find_target(url, answer.headers.get("location", ""))
            if target is None:
                break
            url = target
        return Outcome(LinkReason.REDIRECTS)

    def _ask(self, url: str) -> Answer:
        """Without a body, and once more with one where that is refused or not understood."""
        try:
            answer = self._ask_politely("HEAD", url)
        except UnansweredError as error:
            if error.reason not in (LinkReason.NOT_HTTP, LinkReason.NO_CONNECTION):
                raise
            return self._ask_politely("GET", url)
        if answer.status < _FAULT or find_host(url).ascii in self._left_alone:
            return answer
        return self._ask_politely("GET", url)

    def _ask_politely(self, method: str, url: str) -> Answer:
        """In turn; once more later, where the host asks for that and it is soon."""
        host = find_host(url).ascii
        if host in self._left_alone:
            raise UnansweredError(self._left_alone[host])
        answer = self._ask_in_turn(method, url, host)
        wish = find_wish(answer)
        if wish is None:
            return answer
        self._wishes[host] += 1
        if wish <= LONGEST_WISH and self._wishes[host] <= GRANTED_WISHES:
            self._pacer.put_off(host, wish)
            answer = self._ask_in_turn(method, url, host)
        if find_wish(answer) is not None:
            self._left_alone[host] = LinkReason.TOO_MANY_REQUESTS
        return answer

    def _ask_in_turn(self, method: str, url: str, host: str) -> Answer:
        with self._pacer.turn(host):
            return self._network.ask(method, url)


def judge(status: int) -> LinkReason | None:
    """Why an address with this status is not good, if it is not."""
    if _OK <= status < _REDIRECT:
        return None
    if status in _MISSES:
        return _MISSES[status]
    if status == _TOO_MANY:
        return LinkReason.TOO_MANY_REQUESTS
    if _FAULT <= status < _SERVER_FAULT or status >= _LAST:
        return LinkReason.REFUSED
    return LinkReason.SERVER_ERROR


def find_wish(answer: Answer) -> float | None:
    """For how many seconds a host wants to be left alone, if it does."""
    wish = read_wish(answer.headers.get("retry-after"))
    if answer.status == _TOO_MANY:
        return USUAL_WISH if wish is None else wish
    return wish if answer.status == _UNAVAILABLE else None


def find_target(url: str, location: str) -> str | None:
    """Where a redirect leads, if that is an address like those of the records."""
    try:
        raw = location.strip().encode("latin-1").decode("utf-8")  # as servers mean it
    except UnicodeError:
        raw = location.strip()
    try:
        parts = urlsplit(urljoin(url, raw))
    except ValueError:
        return None
    path, query = quote(parts.path, safe=_SAFE), quote(parts.query, safe=_SAFE)
    target = urlunsplit((parts.scheme, parts.netloc, path, query, ""))
    return None if not raw or find_url_fault(target) else target
