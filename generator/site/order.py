"""What a maintainer may choose of a build, and where its work runs."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime

from generator.records.edtf import EdtfDate
from generator.site.engines import Engine
from generator.site.work import Here, Workers


@dataclass(frozen=True)
class Order:
    """One build as it was ordered."""

    engine: Engine
    as_of: EdtfDate
    """The day that the site speaks from."""
    replace_broken: bool = False
    """Whether a note takes the place of a generated page that the engine can't render; else such a
    page stops the build."""
    workers: Workers = field(default_factory=Here)

    @property
    def epoch(self) -> int:
        """What the engine stamps on the site map."""
        return to_epoch(self.as_of)


def to_epoch(day: EdtfDate) -> int:
    """The day's midnight in UTC, in seconds.

    The engines can't stamp a day before 1970: it becomes the first day of that year.
    """
    return max(0, int(datetime.fromisoformat(day.latest).replace(tzinfo=UTC).timestamp()))
