"""Runs every family of rules over one library, and sets aside what its briefs waive."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from generator.checks.attribution import check_attributions
from generator.checks.briefs import check_briefs
from generator.checks.captures import check_captures
from generator.checks.chains import check_chains
from generator.checks.charts import check_charts
from generator.checks.comparisons import check_comparisons
from generator.checks.conflicts import check_conflicts
from generator.checks.corrections import check_corrections
from generator.checks.dates import check_dates
from generator.checks.derived import check_derived
from generator.checks.estimates import check_estimates
from generator.checks.inputs import check_inputs
from generator.checks.origins import check_origins
from generator.checks.places import check_places
from generator.checks.quotes import check_quotes
from generator.checks.references import check_references
from generator.checks.revisions import check_revisions
from generator.checks.single_origin import check_single_origins
from generator.checks.stale import check_stale
from generator.checks.typed_figures import check_typed_figures
from generator.checks.unused import check_unused
from generator.checks.values import check_values
from generator.checks.waivers import Judged, check_waivers, set_aside
from generator.checks.withdrawn import check_withdrawn
from generator.issues import Issue, sort_issues
from generator.library.library import Library

FAMILIES: tuple[Callable[[Library], Iterator[Issue]], ...] = (
    check_references,
    check_places,
    check_quotes,
    check_values,
    check_typed_figures,
    check_attributions,
    check_estimates,
    check_captures,
    check_derived,
    check_inputs,
    check_unused,
    check_chains,
    check_origins,
    check_single_origins,
    check_conflicts,
    check_comparisons,
    check_charts,
    check_dates,
    check_briefs,
    check_corrections,
    check_revisions,
    check_withdrawn,
    check_stale,
)


def judge_library(library: Library) -> Judged:
    """What shows only when records are seen together; what stands in the order of its places."""
    found = sort_issues(issue for check in FAMILIES for issue in check(library))
    judged = set_aside(found, library)
    kept = sort_issues([*judged.kept, *check_waivers(judged, library)])
    return replace(judged, kept=tuple(kept))


def run_checks(library: Library) -> list[Issue]:
    """Every issue that stands, in the order of their places."""
    return list(judge_library(library).kept)
