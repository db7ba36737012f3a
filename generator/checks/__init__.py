"""Checks: the library becomes issues. No check stops at the first, prints, or skips in silence."""
