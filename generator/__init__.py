"""Briefwright: a compiler for research briefs in which every figure shows its source.

Data pass through its rooms in one direction, and nothing imports what comes after it.
"""

__version__ = "0.1.0"
