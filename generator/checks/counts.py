"""How much was read and judged: the numbers of every summary, so that nothing is skipped unseen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from generator.checks.unused import is_use_known
from generator.checks.waivers import Judged, Waived
from generator.evidence.captures import QuoteVerdict, judge_quotes, judge_rows
from generator.evidence.findings import judge_figures
from generator.evidence.prose_figures import judge_briefs
from generator.evidence.verdict import Verdict
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
    figures: Mapping[Verdict, int] = field(default_factory=dict)
    """How many observations have each verdict."""
    typed: Mapping[Verdict, int] = field(default_factory=dict)
    """How many figures in the text of briefs have each verdict."""
    unchecked: Mapping[str, int] = field(default_factory=dict)
    """Why observations were not checked, and how many for each reason."""
    quotes_checked: int = 0
    """Quotes, and rows of series, that are in the captured text of their article."""
    quotes_failed: int = 0
    """Those that are not in it."""
    quotes_not_checked: int = 0
    """Those of articles without a captured text at hand."""
    waived: tuple[Waived, ...] = ()
    """Issues that a brief sets aside, each with its reason."""

    @property
    def not_checked(self) -> int:
        """Everything that nobody could compare: figures without words, quotes without a capture."""
        figures = (kind.get(Verdict.NOT_CHECKED, 0) for kind in (self.figures, self.typed))
        return sum(figures) + self.quotes_not_checked

    @property
    def is_complete(self) -> bool:
        """Whether every record was read and every reference judged."""
        return not (self.left_out or self.unjudged_kinds)


_NOTHING_JUDGED = Judged((), ())


def count_records(library: Library, judged: Judged = _NOTHING_JUDGED) -> Counts:
    """The counts of one run over a library."""
    figures = judge_figures(library).values()
    findings = (*judge_quotes(library).values(), *judge_rows(library).values())
    quotes = Counter(finding.verdict for finding in findings)
    return Counts(
        records=MappingProxyType({kind: len(found) for kind, found in library.by_kind.items()}),
        left_out=tuple(sorted(library.broken)),
        unjudged_kinds=tuple(sorted(library.incomplete)),
        is_use_judged=is_use_known(library),
        figures=Counter(finding.verdict for finding in figures),
        typed=_count_typed(library) if judged.typed is None else judged.typed,
        unchecked=Counter(
            finding.reason for finding in figures if finding.verdict is Verdict.NOT_CHECKED
        ),
        quotes_checked=quotes[QuoteVerdict.IN_CAPTURE],
        quotes_failed=quotes[QuoteVerdict.NOT_IN_CAPTURE],
        quotes_not_checked=quotes[QuoteVerdict.NO_CAPTURE],
        waived=judged.waived,
    )


def _count_typed(library: Library) -> Mapping[Verdict, int]:
    return Counter(figure.verdict for found in judge_briefs(library).values() for figure in found)
