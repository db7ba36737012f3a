"""What the last build knew of its parts: what each consists of, and on what it rests.

A part none of whose entries says something else than it did would come out as it did, and is not
made again. The notes say nothing of contents: whether those are still at hand, others know.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from hashlib import sha256
from operator import itemgetter
from typing import Any

from generator.library.digests import SIZE
from generator.library.tables import OF_BRIEFS
from generator.library.traced import PATHS
from generator.pages.parts import Part
from generator.site.making import STALE, Entry, MadePart, Workshop

NOTES = "parts.note"
VERSION = 2
"""To be raised when the form of the notes changes."""
_WIDTH = SIZE + 1
_FULL = 2
"""How many entries there may be for each that a part rests on, before they are sorted out."""


@dataclass(slots=True)
class KeptPart:
    """What is kept of a part: the checksums of what it consists of, and on what it rests."""

    pages: dict[str, str]
    """The SHA-256 of each page's Markdown, by its path in `docs/`."""
    files: dict[str, str]
    """That of each file, by its path on the site."""
    cards: list[str]
    """The names of the cards that it took from those kept, or left there."""
    entries: array[int]
    """Places in the list of all entries."""


@dataclass(slots=True)
class Notes:
    """All parts of one build."""

    fingerprint: str = ""
    """What the parts rest on besides the library: program, settings."""
    records: str = ""
    """A digest of all records but the briefs, as they were."""
    entries: dict[Entry, int] = field(default_factory=dict)
    """Every entry that any part rests on, and its place in the list."""
    digests: list[bytes] = field(default_factory=list)
    """What the entries said, in their places."""
    parts: dict[Part, KeptPart] = field(default_factory=dict)

    def follow(self, workshop: Workshop, records: str) -> None:
        """Forgets the parts that would not come out as they did.

        Args:
            workshop: What parts are made from now.
            records: A digest of all its records but the briefs; if it is the one that was noted,
                no entry but those that hang on briefs can say anything else.
        """
        changed, is_same, self.records = set(), records == self.records, records
        for entry, place in self.entries.items():
            if is_same and not _hangs_on_briefs(entry):
                continue
            digest = workshop.find_digest(entry)
            if digest != self.digests[place]:
                self.digests[place] = digest
                changed.add(place)
        self.parts = {
            part: kept for part, kept in self.parts.items() if changed.isdisjoint(kept.entries)
        }

    def retain(self, parts: Iterable[Part]) -> None:
        """Forgets all parts but those named."""
        self.parts = {part: self.parts[part] for part in parts if part in self.parts}

    def add(self, made: MadePart) -> KeptPart:
        """Notes a part that was made."""
        for entry, digest in made.rests_on.items():
            if entry not in self.entries:
                self.entries[entry] = len(self.digests)
                self.digests.append(digest)
        kept = KeptPart(
            {path: sha256(text.encode()).hexdigest() for path, text in made.made.pages.items()},
            {path: sha256(content).hexdigest() for path, content in made.made.files.items()},
            made.cards,
            array("I", (self.entries[entry] for entry in made.rests_on)),
        )
        self.parts[made.part] = kept
        return kept

    def absorb(self, other: Notes) -> None:
        """Takes over parts of others, but for those that rest on what is told otherwise here."""
        moved, strange = array("I"), set()
        for place, (entry, digest) in enumerate(zip(other.entries, other.digests, strict=True)):
            known = self.entries.setdefault(entry, len(self.digests))
            if known == len(self.digests):
                self.digests.append(digest)
            elif self.digests[known] != digest:
                strange.add(place)
            moved.append(known)
        for part, kept in other.parts.items():
            if strange.isdisjoint(kept.entries):
                entries = array("I", (moved[place] for place in kept.entries))
                self.parts[part] = replace(kept, entries=entries)

    def sort_out(self) -> None:
        """Drops entries on which nothing rests any more, when they have become many."""
        used = sorted({place for kept in self.parts.values() for place in kept.entries})
        if len(self.entries) <= _FULL * len(used):
            return
        moved = {place: new for new, place in enumerate(used)}
        self.digests = [self.digests[place] for place in used]
        self.entries = {
            entry: moved[place] for entry, place in self.entries.items() if place in moved
        }
        for kept in self.parts.values():
            kept.entries = array("I", (moved[place] for place in kept.entries))

    def to_plain(self) -> list[Any]:
        """As plain values."""
        mappings: dict[str, list[Any]] = {}
        for (mapping, key), place in self.entries.items():
            mappings.setdefault(mapping, []).extend((key, place))
        parts = [
            [*part, kept.pages, kept.files, kept.cards, kept.entries.tobytes()]
            for part, kept in self.parts.items()
        ]
        return [
            VERSION,
            self.fingerprint,
            self.records,
            mappings,
            b"".join(map(_pad, self.digests)),
            parts,
        ]


def _hangs_on_briefs(entry: Entry) -> bool:
    mapping, key = entry
    return mapping in _OF_BRIEFS or (mapping == PATHS and key.startswith("brief/"))


_OF_BRIEFS = frozenset([*OF_BRIEFS, STALE, "briefs"])


def read_notes(plain: Any, fingerprint: str) -> Notes:
    """From plain values; empty ones, if they are of another fingerprint or of another form."""
    try:
        version, known, records, mappings, digests, parts = plain
        if (version, known) != (VERSION, fingerprint):
            return Notes(fingerprint)
        return Notes(
            fingerprint,
            records,
            dict(sorted(_read_entries(mappings), key=itemgetter(1))),
            [_unpad(digests[at : at + _WIDTH]) for at in range(0, len(digests), _WIDTH)],
            {Part(kind, id): _read_part(*rest) for kind, id, *rest in parts},
        )
    except (TypeError, ValueError, AttributeError):
        return Notes(fingerprint)


def _read_entries(mappings: dict[str, list[Any]]) -> Iterator[tuple[Entry, int]]:
    for mapping, listed in mappings.items():
        for key, place in zip(listed[::2], listed[1::2], strict=True):
            yield (mapping, key), place


def _read_part(
    pages: dict[str, str], files: dict[str, str], cards: list[str], entries: bytes
) -> KeptPart:
    places = array("I")
    places.frombytes(entries)
    return KeptPart(pages, files, cards, places)


def _pad(digest: bytes) -> bytes:
    """A digest in the width of the longest, behind its length."""
    return bytes([len(digest)]) + digest.ljust(SIZE, b"\0")


def _unpad(padded: bytes) -> bytes:
    return padded[1 : 1 + padded[0]]
