"""What the terminal and the browser are told of a project's faults."""

import pytest

from generator.catalogue import RULES
from generator.issues import Issue, Location
from generator.site.preview import Refreshed
from generator.site.reports import Reports

_ERROR = Issue(RULES["unknown-article"], Location("data/briefs/2024/b.md", 3), "x", "y")
_OTHER = Issue(RULES["unknown-article"], Location("data/sources.yml", 1), "z")
_WARNING = Issue(RULES["unmarked-brief"], Location("data/briefs/2024/b.md", 1), "w")


@pytest.fixture
def said() -> list[str]:
    """What the terminal was told."""
    return []


@pytest.fixture
def reports(said: list[str]) -> Reports:
    """Reports that name the messages."""
    return Reports(said.append, lambda issues: " ".join(issue.message for issue in issues))


def test_an_issue_is_said_once_until_it_comes_back(reports: Reports, said: list[str]) -> None:
    """Else each save would print all warnings again."""
    reports.take_whole(Refreshed([_WARNING]), 1.0)
    reports.take_whole(Refreshed([_WARNING]), 2.0)
    assert said == ["w"]
    reports.take_whole(Refreshed([]), 3.0)
    reports.take_whole(Refreshed([_WARNING]), 4.0)
    assert said == ["w", "w"]


def test_what_was_seen_last_of_a_brief_counts(reports: Reports) -> None:
    """A look at everything that began before the brief was saved knows it as it was."""
    reports.take_whole(Refreshed([_OTHER]), 1.0)
    reports.take_brief("data/briefs/2024/b.md", [_ERROR], 3.0)
    assert [fault.message for fault in reports.find_faults()] == ["x", "z"]
    reports.take_whole(Refreshed([_OTHER]), 2.0)
    assert [fault.message for fault in reports.find_faults()] == ["x", "z"]
    reports.take_whole(Refreshed([]), 4.0)
    assert reports.find_faults() == []


def test_the_browser_is_shown_errors_only(reports: Reports) -> None:
    """With rule, place and next step."""
    reports.take_whole(Refreshed([_ERROR, _WARNING], failure="the disk is full"), 1.0)
    [fault, failure] = reports.find_faults()
    assert (fault.rule, fault.place) == ("unknown-article", "data/briefs/2024/b.md:3")
    assert (fault.message, fault.help) == ("x", "y")
    assert failure.message == "the disk is full"


def test_errors_are_counted_and_their_end_is_said(reports: Reports, said: list[str]) -> None:
    """Whoever looks at the terminal knows which pages they see."""
    reports.take_whole(Refreshed([_ERROR]), 1.0)
    assert said[-1].startswith("errors: 1; the pages stay")
    reports.take_whole(Refreshed([]), 2.0)
    assert said[-1] == "no errors are left"
