"""How much was read and judged: the numbers of every summary, so that nothing is skipped unseen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.checks.unused import is_use_known
from generator.evidence.captures import QuoteVerdict, judge_quotes, judge_rows
from generator.library.library import Library, RecordKey


@dataclass(frozen=True, slots=True)
class Counts:
    """What a run read, what it left out, and what it could not judge."""

    records: Mapping[str, int]
    """How many records of each kind were read, under the kind's singular name."""
    left_out: tuple[RecordKey, ...] = ()
    """Kind and id of each record that stands in `data/` but could not be read."""
    unjudged_kinds: tuple[str, ...] = ()
    """Kinds to which references were not judged, because a file of theirs could not be read."""
    is_use_judged: bool = True
    """Whether unused records were looked for; not while any record can't be read."""
    figures_checked: int = 0
    """Observations whose value was compared with their quote."""
    figures_failed: int = 0
    """Those among them whose value is not in the quote."""
    figures_not_checked: int = 0
    """Observations whose value nobody compared with their quote."""
    quotes_checked: int = 0
    """Quotes, and rows of series, that are in the captured text of their article."""
    quotes_failed: int = 0
    """Those that are not in it."""
    quotes_not_checked: int = 0
    """Those of articles without a captured text at hand."""

    @property
    def is_complete(self) -> bool:
        """Whether every record was read and every reference judged."""
        return not (self.left_out or self.unjudged_kinds)


def count_records(library: Library) -> Counts:
    """The counts of one run over a library.

    No rule compares a value with its quote yet, so every figure counts as not checked.
    """
    findings = (*judge_quotes(library).values(), *judge_rows(library).values())
    quotes = Counter(finding.verdict for finding in findings)
    return Counts(
        records=MappingProxyType({kind: len(found) for kind, found in library.by_kind.items()}),
        left_out=tuple(sorted(library.broken)),
        unjudged_kinds=tuple(sorted(library.incomplete)),
        is_use_judged=is_use_known(library),
        figures_not_checked=len(library.observations),
        quotes_checked=quotes[QuoteVerdict.IN_CAPTURE],
        quotes_failed=quotes[QuoteVerdict.NOT_IN_CAPTURE],
        quotes_not_checked=quotes[QuoteVerdict.NO_CAPTURE],
    )
