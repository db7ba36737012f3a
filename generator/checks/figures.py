"""Every observation with its place and its article, whichever kind of file it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.address import Address, Keys
from generator.issues import Location
from generator.library.library import Library
from generator.records.observation import Observation, SeriesRow


@dataclass(frozen=True, slots=True)
class Figure:
    """An observation, the id of its article, and where it stands."""

    observation: Observation
    article: str
    address: Address
    keys: Keys

    def locate(self, *keys: str | int) -> Location:
        """The place of a field of the observation, or of the observation itself."""
        return self.address.locate(*self.keys, *keys)


def find_figures(library: Library) -> Iterator[Figure]:
    """Those of articles, then those of series; one whose id is a duplicate is among them too."""
    for article in library.articles.values():
        address = library.address("article", article.id)
        for index, observation in enumerate(article.observations):
            yield Figure(observation, article.id, address, ("observations", index))
    for row in library.observations.values():
        if isinstance(row, SeriesRow):
            yield Figure(row, row.article, library.address("observation", row.id), ())
