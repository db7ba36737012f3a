"""Runs every family of rules over one library, and sets aside what its briefs waive."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from generator.checks.attribution import check_attributions
from generator.checks.briefs import check_briefs
from generator.checks.captures import check_captures
from generator.checks.chains import check_chains
from generator.checks.charts import check_charts
from generator.checks.comparisons import check_comparisons
from generator.checks.conflicts import check_conflicts
from generator.checks.corrections import check_corrections
from generator.checks.dates import check_dates, check_dates_of_briefs
from generator.checks.derived import check_calculations, check_derived
from generator.checks.estimates import check_estimates
from generator.checks.inputs import check_inputs, check_inputs_of_briefs
from generator.checks.links import check_links
from generator.checks.origins import check_dead_ends, check_origins
from generator.checks.places import check_places
from generator.checks.quotes import check_citations, check_quotes
from generator.checks.references import check_references
from generator.checks.revisions import check_revisions
from generator.checks.single_origin import check_single_origins
from generator.checks.stale import check_stale
from generator.checks.typed_figures import check_typed_figures
from generator.checks.unused import check_addresses, check_unused
from generator.checks.values import check_values
from generator.checks.waivers import Judged, check_waivers, set_aside
from generator.checks.withdrawn import check_withdrawn, check_withdrawn_in_briefs
from generator.evidence.prose_figures import judge_briefs
from generator.evidence.verdict import Verdict
from generator.issues import Issue, sort_issues
from generator.library.library import Library

Family = Callable[[Library], Iterator[Issue]]

OF_RECORDS: tuple[Family, ...] = (
    check_places,
    check_values,
    check_captures,
    check_chains,
    check_links,
    check_quotes,
    check_derived,
    check_inputs,
    check_origins,
    check_dates,
    check_withdrawn,
    check_addresses,
)
"""Those that no brief has a bearing on."""
OF_A_BRIEF: tuple[Family, ...] = (
    check_typed_figures,
    check_attributions,
    check_estimates,
    check_single_origins,
    check_comparisons,
    check_charts,
    check_briefs,
    check_revisions,
    check_stale,
    check_citations,
    check_calculations,
    check_inputs_of_briefs,
    check_dead_ends,
    check_conflicts,
    check_dates_of_briefs,
    check_withdrawn_in_briefs,
)
"""Those that look at one brief after the other, and at no two together."""
OF_ALL: tuple[Family, ...] = (
    check_references,
    check_unused,
    check_corrections,
)
"""Those that see everything together."""
FAMILIES = (*OF_RECORDS, *OF_A_BRIEF, *OF_ALL)


@dataclass(frozen=True, slots=True)
class Found:
    """What some families found, before anything is set aside."""

    issues: tuple[Issue, ...]
    typed: Mapping[Verdict, int]
    """How many figures in the text of briefs have each verdict."""


def check_records(library: Library) -> Found:
    """What no brief has a bearing on."""
    return Found(_run(OF_RECORDS, library.core), {})


def check_brief(brief: str, library: Library) -> Found:
    """What one brief shows beside the records; the other briefs are out of sight."""
    alone = library.with_briefs({brief: library.briefs[brief]})
    typed = Counter(figure.verdict for figure in judge_briefs(alone).get(brief, ()))
    return Found(_run(OF_A_BRIEF, alone), typed)


def check_all(library: Library) -> Found:
    """What only all briefs and records together show."""
    return Found(_run(OF_ALL, library), {})


def _run(families: Iterable[Family], library: Library) -> tuple[Issue, ...]:
    return tuple(issue for check in families for issue in check(library))


def judge(parts: Iterable[Found], library: Library) -> Judged:
    """Sets aside what briefs waive of all that was found, and judges the waivers themselves."""
    found, typed = list[Issue](), Counter[Verdict]()
    for part in parts:
        found += part.issues
        typed.update(part.typed)
    judged = set_aside(sort_issues(found), library)
    kept = sort_issues([*judged.kept, *check_waivers(judged, library)])
    return replace(judged, kept=tuple(kept), typed=typed)


def judge_library(library: Library) -> Judged:
    """What shows only when records are seen together; what stands in the order of its places."""
    briefs = (check_brief(id, library) for id in library.briefs)
    return judge([check_records(library), *briefs, check_all(library)], library)


def run_checks(library: Library) -> list[Issue]:
    """Every issue that stands, in the order of their places."""
    return list(judge_library(library).kept)
