"""Reports of one loss that hundreds of records name stay short enough to read."""

from generator.catalogue import RULES
from generator.issues import Issue, Location
from generator.report import SHOWN_OF_RULE, format_text


def make(rule: str, count: int) -> list[Issue]:
    """As many issues of one rule."""
    return [
        Issue(RULES[rule], Location("data/x.yml", line), "there is no such source", "add it")
        for line in range(1, count + 1)
    ]


def test_the_first_of_a_rule_are_shown_and_the_others_counted() -> None:
    """Each rule by itself, so that another fault is not lost among them."""
    text = format_text([*make("unknown-source", SHOWN_OF_RULE + 1_400), *make("bad-date", 1)])
    assert text.count("error[unknown-source]: there is") == SHOWN_OF_RULE
    assert "error[bad-date]" in text
    assert "error[unknown-source]: 1,400 more like those above\n  help: " in text


def test_what_can_be_read_is_shown_whole() -> None:
    """Nothing is counted that is shown."""
    assert "more like those" not in format_text(make("unknown-source", SHOWN_OF_RULE))
