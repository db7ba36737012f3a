"""Observations as a table for other programs: one row each, with all that proves them.

The columns and their meaning are those of the records, so that a row can be compared with `data/`.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.pages.cross_references import CrossReferences
from generator.pages.csv_text import Cell, write_csv
from generator.records.observation import Observation

COLUMNS = (
    *("observation", "metric", "period", "earliest", "latest", "place", "basis", "qualifier"),
    *("value", "low", "high", "unit", "status", "withdrawn", "outlet", "origin"),
    *("article", "issued", "url", "quote", "note"),
)
"""The names of the columns, in their order."""


def data_file_of(metric: str) -> str:
    """Where the observations of a metric stand as a table for other programs."""
    return f"metrics/{metric}/{metric}.csv"


def chart_file_of(brief: str, anchor: str) -> str:
    """Where the data of a chart of a brief stand."""
    return f"briefs/{brief}/{anchor}.csv"


def write_observations(observations: Iterable[Observation], cross: CrossReferences) -> bytes:
    """A file of the observations, in the order given."""
    return write_csv(COLUMNS, (_list_cells(one, cross) for one in observations))


def _list_cells(one: Observation, cross: CrossReferences) -> list[Cell]:
    library = cross.library
    article = library.articles[library.article_of[one.id]]
    quote = library.quote_of(one)
    return [
        *(one.id, one.metric, one.period.text, one.period.earliest, one.period.latest),
        *(one.place, one.basis, one.qualifier.value, one.value, one.low, one.high),
        *(library.unit_of(one).id, one.status.value, one.withdrawn),
        *(library.sources[article.outlet].label, _name_origin(one, cross)),
        *(article.title, article.issued.text if article.issued else None, article.url),
        *(quote.text if quote else None, one.note),
    ]


def _name_origin(one: Observation, cross: CrossReferences) -> str | None:
    """Who said it first; None where that is not known or nobody names them."""
    origin = cross.origins[one.id]
    source = origin.source if origin is not None else None
    return cross.library.sources[source].label if source else None
