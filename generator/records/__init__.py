"""The schema: what a contributor may write, kind by kind, as frozen pydantic models.

A record knows its own fields and what can be judged from them alone. What it points to, and
whether that exists, is left to the checks.
"""
