"""Rules about dates."""

from __future__ import annotations

from generator.issues import Rule

DATE_RULES: tuple[Rule, ...] = ()
"""In the order of the reference page."""
