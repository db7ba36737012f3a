"""The Wayback Machine's interfaces: is there a copy of an address, and please make one.

Of what they answer only digits are taken: the address of a copy is put together here. With keys a
capture is asked for by Save Page Now 2, which says how it went; without, by the plain address,
which may leave that open.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

from generator.links.network import Answer, Network, UnansweredError
from generator.links.pacing import Pacer, read_wish
from generator.records.web_address import find_host

FIND = "https://archive.org"
SAVE = "https://web.archive.org"
MOST_BYTES = 65_536
"""So much of an answer is read."""
SAVE_SECONDS = 180.0
"""A capture takes its time."""
POLLS = 30
POLL_PAUSE = 6.0
_OK, _FAULT, _TOO_MANY = 200, 400, 429
_SNAPSHOT = re.compile(r"/web/([0-9]{14})(?:[a-z]{2}_)?/")
_STAMP, _JOB = re.compile(r"[0-9]{14}"), re.compile(r"[A-Za-z0-9_-]{1,120}")


class ArchiveError(Exception):
    """The archive gave no copy; the message says why, in a clause."""


class ArchiveBusyError(ArchiveError):
    """It wants to be left alone: no further article is worth a try now."""


@dataclass(frozen=True)
class Wayback:
    """The archive, as one run of the verb asks it."""

    network: Network
    pacer: Pacer
    find_base: str = FIND
    save_base: str = SAVE
    keys: tuple[str, str] | None = None
    """The access key and the secret of an account there."""

    def find(self, url: str, near: str) -> str | None:
        """The time stamp of the copy nearest to a day; none if there is no copy.

        Args:
            url: The address of an article.
            near: The day, as `20250131`; empty for the newest copy.

        Raises:
            ArchiveError: It did not say.
        """
        wanted = {"url": url, **({"timestamp": near} if near else {})}
        asked = f"{self.find_base}/wayback/available?{urlencode(wanted)}"
        found = _read_json(self._ask("GET", asked))
        closest = _get(_get(found, "archived_snapshots"), "closest")
        stamp, status = str(_get(closest, "timestamp")), str(_get(closest, "status"))
        is_whole = _STAMP.fullmatch(stamp) and status in ("", str(_OK))
        return stamp if is_whole and _get(closest, "available") is True else None

    def save(self, url: str) -> str | None:
        """Has a copy made; its time stamp, or none if it is under way and not to be seen yet.

        Raises:
            ArchiveError: No copy could be made.
        """
        return self._save_with_keys(url, self.keys) if self.keys else self._save_plainly(url)

    def name_copy(self, url: str, stamp: str) -> str:
        """The address of a copy."""
        return f"{self.save_base}/web/{stamp}/{url}"

    def _save_plainly(self, url: str) -> str | None:
        asked = f"{self.save_base}/save/{quote(url, safe=_SAFE)}"
        answer = self._ask("GET", asked, deadline=SAVE_SECONDS)
        for name in ("content-location", "location"):
            if found := _SNAPSHOT.search(answer.headers.get(name, "")):
                return found[1]
        return None

    def _save_with_keys(self, url: str, keys: tuple[str, str]) -> str | None:
        headers = {"Accept": "application/json", "Authorization": f"LOW {keys[0]}:{keys[1]}"}
        form = headers | {"Content-Type": "application/x-www-form-urlencoded"}
        body = urlencode({"url": url, "skip_first_archive": "1"})
        asked = _read_json(self._ask("POST", f"{self.save_base}/save", form, body))
        job = str(_get(asked, "job_id"))
        if not _JOB.fullmatch(job):
            raise ArchiveError(_word_refusal(asked))
        for _ in range(POLLS):
            self.pacer.put_off(find_host(self.save_base).ascii, POLL_PAUSE)
            told = _read_json(self._ask("GET", f"{self.save_base}/save/status/{job}", headers))
            if _get(told, "status") == "error":
                raise ArchiveError(_word_refusal(told))
            stamp = str(_get(told, "timestamp"))
            if _get(told, "status") == "success" and _STAMP.fullmatch(stamp):
                return stamp
        return None

    def _ask(
        self,
        method: str,
        url: str,
        headers: Mapping[str, str] | None = None,
        body: str | None = None,
        deadline: float | None = None,
    ) -> Answer:
        try:
            with self.pacer.turn(find_host(url).ascii):
                answer = self.network.ask(
                    method, url, headers=headers, body=body, limit=MOST_BYTES, deadline=deadline
                )
        except UnansweredError as error:
            raise ArchiveError(f"the archive did not answer ({error.reason})") from None
        if answer.status == _TOO_MANY or read_wish(answer.headers.get("retry-after")):
            raise ArchiveBusyError("the archive asks for a pause")
        if answer.status >= _FAULT:
            raise ArchiveError(f"the archive answered with status {answer.status}")
        return answer


def open_archive(
    network: Network, pause: float, base: str, environment: Mapping[str, str]
) -> Wayback:
    """The archive at an address, or the Internet Archive's; with keys, if the environment has any.

    Keys go only where nobody on the way can read them.
    """
    keys = environment.get("IA_ACCESS_KEY_ID", ""), environment.get("IA_SECRET_ACCESS_KEY", "")
    is_safe = not base.startswith("http:") or network.allow_private
    pacer = Pacer(pause, time.monotonic, time.sleep)
    find, save = (base.rstrip("/"), base.rstrip("/")) if base else (FIND, SAVE)
    return Wayback(network, pacer, find, save, keys if all(keys) and is_safe else None)


_SAFE = "/:?&=%@!$'()*+,;~[]"


def _read_json(answer: Answer) -> Any:
    try:
        return json.loads(answer.body)
    except (ValueError, RecursionError):
        raise ArchiveError("the archive's answer can't be read") from None


def _get(value: Any, name: str) -> Any:
    return value.get(name, "") if isinstance(value, dict) else ""


def _word_refusal(answer: Any) -> str:
    """Its own words on one line, or that there were none."""
    said = str(_get(answer, "message") or _get(answer, "status_ext"))
    plain = " ".join("".join(sign if sign.isprintable() else " " for sign in said).split())
    return f"the archive says: {plain[:200]}" if plain else "the archive made no copy"
