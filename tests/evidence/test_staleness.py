"""Shelf lives: when a figure is no longer news."""

import pytest

from generator.evidence.staleness import is_stale
from generator.records.edtf import parse_edtf


@pytest.mark.parametrize(
    ("period", "shelf_life", "as_of", "stale"),
    [
        ("2024-01-31", "P30D", "2024-03-01", False),
        ("2024-01-31", "P30D", "2024-03-02", True),
        ("2024-01", "P1M", "2024-03-01", False),
        ("2024-01", "P1M", "2024-03-03", True),
        ("2024", "P1Y", "2025-12-31", False),
        ("2024", "P1Y", "2026-01-01", True),
        ("2024-01/..", "P1D", "2099-01-01", False),
        ("../2024-01-31", "P30D", "2024-03-02", True),
        ("2024-01", None, "2099-01-01", False),
        ("2030-01", "P1D", "2024-01-01", False),
        ("0001", "P9999Y", "9999-12-31", False),
    ],
)
def test_a_shelf_life_begins_with_the_last_day_of_the_period(
    period: str, shelf_life: str | None, as_of: str, stale: bool
) -> None:
    """What still goes on, or has not come, is not stale."""
    assert is_stale(parse_edtf(period), shelf_life, parse_edtf(as_of)) is stale
