"""How large an invented archive is in each respect, by its number of briefs.

Metrics, sources and topics become more as an archive grows, each more slowly than its briefs do:
new ones join, and the known ones are used again.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from generator.pages.figures_page import LIMIT as FIGURES_PAGE

ARTICLES, OBSERVATIONS, EVENTS = 5, 20, 8
"""Of each brief."""
FEWEST = 3
"""Briefs: with fewer there is no article that several of them cite."""
FIXED_PAGES = 144
"""About as many pages has a site before its first record: those by hand, and the reference."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The sizes of one archive."""

    briefs: int

    @property
    def articles(self) -> int:
        """Articles, each with a page."""
        return self.briefs * ARTICLES

    @property
    def metrics(self) -> int:
        """Metrics: some twenty for six briefs, as in the real archive, and 700 for 1,000."""
        return max(3, round(4 * math.pow(self.briefs, 0.75)))

    @property
    def sources(self) -> int:
        """Sources: each second article of a young archive brings a new one, each eighth later."""
        return max(3, round(3 * math.pow(self.articles, 0.65)))

    @property
    def topics(self) -> int:
        """Topics: seven for six briefs, and 67 for 1,000."""
        return max(1, round(3 * math.pow(self.briefs, 0.45)))

    @property
    def years(self) -> int:
        """Years that the archive spans: three at first, ten at the most."""
        return min(10, 3 + round(math.log10(self.briefs) * 2))

    @property
    def figure_pages(self) -> int:
        """Pages of the table of all figures: by year, and by month where a year has many."""
        figures = self.briefs * OBSERVATIONS
        years = self.years if figures > FIGURES_PAGE else 0
        return years * (13 if figures > FIGURES_PAGE * self.years else 1)

    @property
    def pages(self) -> int:
        """About as many pages the site will have."""
        records = self.briefs + self.articles + self.metrics + self.sources + self.topics
        return FIXED_PAGES + self.figure_pages + records


def fit_shape(pages: int) -> Shape:
    """The archive whose site has about so many pages; a few briefs at least."""
    briefs = FEWEST
    while Shape(briefs + 1).pages <= pages:
        briefs += 1
    return Shape(briefs)
