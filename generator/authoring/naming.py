"""Ids for new records, as those on record are made: who, when, and a word.

A proposal is free and never names a time that is not the record's; whoever adds it may choose
another.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Container, Mapping

from generator.authoring.romanised import romanise
from generator.limits import ID
from generator.records.base import find_slug_fault

Said = Mapping[str, str]
"""The single-valued fields of a record, by name."""

_SAYING_NOTHING = """
about after again against amid among and are back been before behind between both but can could
day does each even every from had has have how into its just last less like made make many may
more most much new not now off one only other our out over per said say says see she should
since some such than that the their them then there these they this those through under until
was were what when where which while who why will with without would year years your
"""
_EMPTY_WORDS = frozenset(_SAYING_NOTHING.split())
_WORD_LENGTH = 4
_SHORT = 30
"""As long may a source's part of an id be."""


def propose_id(kind: str, said: Said, taken: Container[str]) -> str:
    """A free id for a record with these fields; empty if they give none."""
    proposed = _PROPOSERS[kind](said).strip("-")[: ID - 3].strip("-")
    if not proposed or find_slug_fault(proposed):
        return ""
    free, number = proposed, 1
    while free in taken:
        number += 1
        free = f"{proposed}-{number}"
    return free


def make_slug(text: str) -> str:
    """The letters and digits of a text as an id has them: Latin, lower case, with hyphens."""
    plain = unicodedata.normalize("NFKD", romanise(text)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower().replace("'", "")).strip("-")


def find_word(text: str) -> str:
    """The first word of a title that tells it from others."""
    words = [word for word in make_slug(text).split("-") if word]
    telling = [word for word in words if len(word) >= _WORD_LENGTH and word not in _EMPTY_WORDS]
    return (telling or words or [""])[0]


def _date_part(edtf: str) -> str:
    """The date in digits; of a span its end, which is when a running total was counted."""
    end = edtf.rpartition("/")[2] if not edtf.endswith("..") else edtf.partition("/")[0]
    plain = re.sub(r"[?~%X]", "", end).strip("-")
    quarter = re.fullmatch(r"(\d{4})-(3[3-6])", plain)
    if quarter:
        return f"{quarter[1]}-q{int(quarter[2]) - 32}"
    return plain if re.fullmatch(r"\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?", plain) else plain[:4]


def _propose_source(said: Said) -> str:
    full, short = make_slug(said.get("name", "")), make_slug(said.get("short-name", ""))
    return short or full[:_SHORT].rsplit("-", 1)[0] if len(full) > _SHORT else full


def _propose_article(said: Said) -> str:
    date = _date_part(said.get("issued", "")) or "undated"
    word = find_word(said.get("translated-title") or said.get("title", ""))
    return "-".join(filter(None, (said.get("outlet", ""), date, word)))


def _propose_observation(said: Said) -> str:
    parts = (said.get("metric", ""), _date_part(said.get("period", "")))
    who = [said.get("origin", ""), said.get("outlet", "")]
    return "-".join(filter(None, (*parts, *dict.fromkeys(who))))


def _propose_event(said: Said) -> str:
    date = _date_part(said.get("date", "").partition("/")[0])
    return "-".join(filter(None, ("ev", date, find_word(said.get("description", "")))))


def _propose_by_title(said: Said) -> str:
    words = make_slug(said.get("title") or said.get("name", ""))
    return words if len(words) <= _SHORT else words[: _SHORT + 1].rsplit("-", 1)[0]


_PROPOSERS: dict[str, Callable[[Said], str]] = {
    "source": _propose_source,
    "article": _propose_article,
    "metric": _propose_by_title,
    "observation": _propose_observation,
    "event": _propose_event,
    "brief": _propose_by_title,
}
