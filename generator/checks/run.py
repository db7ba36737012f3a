"""Runs every family of rules over one library."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.checks.briefs import check_briefs
from generator.checks.captures import check_captures
from generator.checks.chains import check_chains
from generator.checks.comparisons import check_comparisons
from generator.checks.conflicts import check_conflicts
from generator.checks.dates import check_dates
from generator.checks.places import check_places
from generator.checks.quotes import check_quotes
from generator.checks.references import check_references
from generator.checks.unused import check_unused
from generator.issues import Issue, sort_issues
from generator.library.library import Library

FAMILIES: tuple[Callable[[Library], Iterator[Issue]], ...] = (
    check_references,
    check_places,
    check_quotes,
    check_captures,
    check_unused,
    check_chains,
    check_conflicts,
    check_comparisons,
    check_dates,
    check_briefs,
)


def run_checks(library: Library) -> list[Issue]:
    """Every issue that shows only when records are seen together, in the order of their places."""
    return sort_issues(issue for check in FAMILIES for issue in check(library))
