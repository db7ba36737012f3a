"""Makes the parts of a site, wherever work runs, and notes on what each rests.

Each part is made from a library that notes what is looked up in it. Which parts have to be made is
for `notes` to say; how pages are written into `docs/`, and what an engine makes of them, is the
business of others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from pathlib import Path

from generator.library.digests import Digests
from generator.library.library import Library
from generator.library.traced import TracedLibrary
from generator.pages.as_of import AsOf
from generator.pages.cross_references import CrossReferences
from generator.pages.parts import Made, Part, make_part
from generator.records.edtf import EdtfDate
from generator.site.cards import KEPT as CARDS
from generator.site.cards import Cards, read_setting_of_cards
from generator.site.settings import read_language
from generator.site.work import Workers, divide
from generator.speech import speaking

STALE = "stale"
"""What was asked of the day that the site speaks from, noted beside the library's mappings."""
Entry = tuple[str, str]
"""A mapping of the library and a key in it."""


@dataclass(frozen=True)
class Workshop:
    """What all parts are made from and with; goes to whoever makes them, wherever that is."""

    library: Library
    as_of: EdtfDate
    language: str
    cards: Cards

    def __getstate__(self) -> dict[str, object]:
        """What goes to another process: digests are found by where objects stand in this one."""
        return {one.name: self.__dict__[one.name] for one in fields(self)}

    def find_digest(self, entry: Entry) -> bytes:
        """What an entry says, as a digest."""
        mapping, key = entry
        if mapping == STALE:
            return bytes([AsOf(self.as_of).answer(key)])
        return self._digests.find(mapping, key)

    @cached_property
    def _digests(self) -> Digests:
        """Of the library's entries; each worker works out those that it needs."""
        return Digests(self.library)

    def make(self, part: Part) -> MadePart:
        """Makes one part, and notes on what it rests."""
        library = TracedLibrary(self.library)
        self.cards.used.clear()
        as_of = AsOf(self.as_of, library.looked[STALE])
        with speaking(self.language):
            cross = CrossReferences(library, as_of)
            made = make_part(part, cross)
            made.files |= self.cards.make(part, cross)
        entries = [(mapping, key) for mapping, keys in library.looked.items() for key in keys]
        digests = {entry: self.find_digest(entry) for entry in sorted(entries)}
        return MadePart(part, made, digests, sorted(self.cards.used))


@dataclass(frozen=True, slots=True)
class MadePart:
    """A part as it was made."""

    part: Part
    made: Made
    rests_on: Mapping[Entry, bytes]
    """What was looked up for it, with what was found, as a digest."""
    cards: list[str]
    """The names of the cards that it took from those kept, or left there."""


def open_workshop(project: Path, library: Library, as_of: EdtfDate, *, is_near: bool) -> Workshop:
    """What a project's parts are made with; without its folder where that is out of reach."""
    return Workshop(
        library,
        as_of,
        read_language(project),
        Cards(read_setting_of_cards(project), project / CARDS if is_near else None),
    )


def make_batch(workshop: Workshop, parts: Sequence[Part]) -> list[MadePart]:
    """Makes some parts, one after the other."""
    return [workshop.make(part) for part in parts]


def make_parts(workshop: Workshop, parts: Sequence[Part], workers: Workers) -> Iterator[MadePart]:
    """Makes parts wherever work runs; they come as they are done."""
    for made in workers.run(make_batch, workshop, divide(parts, workers.count)):
        yield from made
