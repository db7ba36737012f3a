"""Checks: the library becomes issues. No check stops at the first, prints, or skips in silence.

Each module holds one family of rules and walks the records once. A record that could not be read
is nobody's fault but its own: what points to it is not judged, and `counts` says so.
"""
