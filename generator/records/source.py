"""Sources: who says."""

from __future__ import annotations

from generator.records.base import Language, Line, Place, Record, Slug, Text, Url
from generator.records.vocabulary import Reliability, SourceKind


class Source(Record):
    """An outlet, think tank, ministry, data project, person or unnamed origin (a PROV agent)."""

    id: Slug
    """The short name that articles and briefs point to, such as `isw`; it never changes."""

    name: Line
    """The name as readers know it, such as `Institute for the Study of War`."""

    short_name: Line | None = None
    """The name used in running text and tables where the full one is long, such as `ISW`."""

    aliases: tuple[Line, ...] = ()
    """Other names by which texts speak of it, such as `Britain` for its Ministry of Defence."""

    kind: SourceKind
    """What sort of body or person this is; `unnamed` for people whom the articles do not name."""

    url: Url | None = None
    """The home page."""

    url_seen: bool = True
    """False when the home page is general knowledge and nobody looked."""

    country: Place | None = None
    """Where it is based, as an ISO 3166 code such as `UA`; leave it out if you are not sure."""

    languages: tuple[Language, ...] = ()
    """The languages it publishes in."""

    reliability: Reliability = Reliability.F
    """The Admiralty letter A to F; F, the default, says that it cannot be or was not judged."""

    note: Text | None = None
    """What a reader should know about it, and what you are unsure of."""

    @property
    def label(self) -> str:
        """The short name where there is one, else the name."""
        return self.short_name or self.name
