"""Links: what was found where an address of a record leads, when there was something amiss.

Written by `brief links` and not by hand. An address that answers has no entry.
"""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import AfterValidator, model_validator
from pydantic_core import PydanticCustomError

from generator.records.base import Record, Url
from generator.records.edtf import EdtfDate
from generator.records.vocabulary import LINK_MISSES, LinkReason, LinkStatus

_HELP = "let `brief links` write the file"


def _check_day(day: EdtfDate) -> EdtfDate:
    if day.text != day.earliest:
        raise PydanticCustomError("bad-date", "is not a day", {"help": "write it as 2025-01-31"})
    return day


Day = Annotated[EdtfDate, AfterValidator(_check_day)]
"""One day of the calendar."""


class Link(Record):
    """An address of a record that did not answer as it should when it was last looked at."""

    url: Url
    """The address, exactly as the record has it."""

    status: LinkStatus
    """`missed` once, `dead` after two misses a day apart, or `unknown`: nothing is certain."""

    reason: LinkReason
    """What came back: `not-found`, `gone` and `no-such-host` are misses, the others are not."""

    since: Day
    """The first day on which it was so; of a dead link, the day of its first miss."""

    looked_at: Day
    """The last day on which it was found so, brought up to date every four weeks."""

    @property
    def id(self) -> str:
        """The address, by which others look it up."""
        return self.url

    @property
    def is_dead(self) -> bool:
        """Whether nobody will find anything there."""
        return self.status is LinkStatus.DEAD

    @model_validator(mode="after")
    def _check_days(self) -> Self:
        if self.looked_at.earliest < self.since.earliest:
            raise PydanticCustomError("bad-date", "`looked-at` is before `since`", {"help": _HELP})
        if (self.status is not LinkStatus.UNKNOWN) != (self.reason in LINK_MISSES):
            raise PydanticCustomError(
                "unknown-word",
                "the reason `{reason}` does not go with the status `{status}`",
                {"reason": self.reason.value, "status": self.status.value, "help": _HELP},
            )
        return self
