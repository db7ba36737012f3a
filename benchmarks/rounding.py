"""How a measured number is written: three digits, as no run repeats more of them."""

from __future__ import annotations

import math

_DIGITS, _DECIMALS = 3, 2


def write_rounded(number: float) -> str:
    """Three digits, with at most two behind the point: `0.74`, `11.7`, `1,240`."""
    before = math.floor(math.log10(number)) + 1 if number >= 1 else 1
    return f"{number:,.{min(_DECIMALS, max(0, _DIGITS - before))}f}"
