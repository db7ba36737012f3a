"""Briefwright: a compiler for research briefs in which every figure shows its source.

Data flows one way, reading -> checking -> pages -> site, and so do the imports.
"""

__version__ = "0.1.0"
