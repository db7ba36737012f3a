"""The catalogue: every rule is whole, is found by some test, and shows a true example."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.catalogue import FAMILIES, RULES
from generator.issues import Rule

TESTS = Path(__file__).parent


def test_no_two_rules_have_one_id() -> None:
    """An id names one rule."""
    assert len(RULES) == sum(len(family) for family in FAMILIES.values())


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_a_rule_is_whole(rule: Rule) -> None:
    """Each field is there; the id is kebab-case, the summary short and without a full stop."""
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", rule.id)
    assert rule.what.endswith(".")
    assert rule.why.endswith(".")
    assert rule.bad
    assert rule.good
    assert rule.bad != rule.good
    assert rule.summary[0].isupper()
    assert not rule.summary.endswith(".")
    assert len(rule.summary) < 90


def test_every_rule_is_found_by_some_test() -> None:
    """The tables of broken input name each rule at least once."""
    tables = [*TESTS.glob("reading/*.py"), *TESTS.glob("checks/*.py")]
    found = {id for table in tables for id in re.findall(r" ([a-z-]+)\"", table.read_text("utf-8"))}
    assert found >= RULES.keys()


def test_every_rule_that_the_code_names_is_in_the_catalogue() -> None:
    """A rule that is looked up but not described would be a crash for somebody."""
    sources = (TESTS.parent / "generator").rglob("*.py")
    lookup = re.compile(r"(?:RULES\[|Fault\(\s*|Explanation\(\s*)\"([^\"]+)\"")
    named = {id for source in sources for id in lookup.findall(source.read_text("utf-8"))}
    assert named
    assert named <= RULES.keys()
