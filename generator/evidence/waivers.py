"""Waivers: which rules a brief may set aside, and where it does so for an issue."""

from __future__ import annotations

from generator.records.brief import Brief, Waiver

WAIVABLE = frozenset(["dead-end", "single-origin", "stale-key-figure", "unacknowledged-conflict"])
"""The rules that ask for a judgement, so that an author may have a reason against one."""


def find_waiver(brief: Brief, rule: str, about: str) -> Waiver | None:
    """The first waiver of a brief for this rule and what its issue is about, if there is one."""
    for waiver in brief.front.waivers:
        if rule in WAIVABLE and (waiver.rule, waiver.about) == (rule, about):
            return waiver
    return None
