"""Whole pages of the invented library, compared with what was once looked at and found right.

After a change that is meant: `UPDATE_GOLDEN=1 pytest tests/pages/test_golden.py`; read the diff.
"""

import os
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parents[1] / "golden" / "invented-library"

PATHS = [
    "articles/gazette-2024-01-20-quay.md",
    "articles/index.md",
    "articles/landing-register-2024-02-01-data.md",
    "articles/mirror-2024-02-herring.md",
    "briefs/ferry-on-time.md",
    "briefs/harbour-depth.md",
    "briefs/herring-slows.md",
    "briefs/index.md",
    "corrections.md",
    "figures/index.md",
    "index.md",
    "metrics/herring-landed-daily.md",
    "metrics/index.md",
    "sources/index.md",
    "sources/tide-institute.md",
    "timeline.md",
    "topics/herring.md",
    "topics/index.md",
]


@pytest.mark.parametrize("path", PATHS)
def test_a_page_is_as_it_was_when_last_looked_at(pages: dict[str, str], path: str) -> None:
    """Byte for byte: the engine rebuilds only what changed."""
    expected = GOLDEN / path
    if os.environ.get("UPDATE_GOLDEN"):
        expected.parent.mkdir(parents=True, exist_ok=True)
        expected.write_text(pages[path], "utf-8")
    assert pages[path] == expected.read_text("utf-8")


def test_no_golden_page_is_left_over() -> None:
    """A page that is compared with nothing says nothing."""
    found = {path.relative_to(GOLDEN).as_posix() for path in GOLDEN.rglob("*.md")}
    assert found == set(PATHS)
