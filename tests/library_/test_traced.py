"""Nothing is learned from a library that notes what is looked up, unless it is noted."""

from dataclasses import replace

import pytest

from generator.evidence.conflicts import find_conflicts
from generator.evidence.findings import find_match, judge_figures
from generator.library.digests import ABSENT, Digests
from generator.library.library import Library, find_referrers
from generator.library.tables import MAKERS, OF_BRIEFS
from generator.library.traced import PATHS, WHOLE, TracedLibrary, list_mappings

FIGURES = "generator.evidence.findings.judge_figures"


def test_each_look_at_an_entry_is_noted(library: Library) -> None:
    """Found or not, by whatever way."""
    traced = TracedLibrary(library)
    assert "herring" in traced.topics
    assert traced.topics.get("nothing") is None
    assert traced.metrics["herring-landed"].id == "herring-landed"
    with pytest.raises(KeyError):
        traced.metrics["nothing"]
    assert traced.looked["topics"] == {"herring", "nothing"}
    assert traced.looked["metrics"] == {"herring-landed", "nothing"}


@pytest.mark.parametrize("look", [len, list, dict.fromkeys, lambda found: list(found.values())])
def test_a_look_at_all_entries_is_noted_as_such(library: Library, look: object) -> None:
    """Their number and their order can be learned from it."""
    traced = TracedLibrary(library)
    assert callable(look)
    look(traced.topics)
    assert traced.looked["topics"] == {WHOLE}


def test_a_table_is_noted_by_its_entries(library: Library) -> None:
    """Not by all that it was made from."""
    traced, id = TracedLibrary(library), next(iter(library.observations))
    assert judge_figures(traced)[id] == judge_figures(library)[id]
    assert {name for name, keys in traced.looked.items() if keys} == {FIGURES}
    assert traced.looked[FIGURES] == {id}


def test_what_was_made_before_brings_what_it_rests_on(library: Library) -> None:
    """Whoever asks second rests on the same entries as the first."""
    observation = next(one for one in library.observations.values() if one.quote)
    first, second = TracedLibrary(library), TracedLibrary(library)
    assert find_match(observation, first) == find_match(observation, second)
    assert second.looked == first.looked
    assert second.looked["articles"]


def test_a_page_can_ask_for_a_file_but_for_no_place_in_it(library: Library) -> None:
    """Else a line added above would change a page."""
    traced = TracedLibrary(library)
    assert traced.path_of("topic", "herring") == "data/topics.yml"
    assert traced.looked[PATHS] == {"topic/herring"}
    with pytest.raises(TypeError):
        traced.address("topic", "herring")
    assert not traced.addresses


def test_a_digest_tells_what_an_entry_says(library: Library) -> None:
    """It changes with the entry, and with no other."""
    topic = library.topics["herring"]
    changed = replace(
        library,
        topics={**library.topics, "herring": topic.model_copy(update={"name": "Other"})},
    )
    before, after = Digests(library), Digests(changed)
    assert before.find("topics", "herring") != after.find("topics", "herring")
    assert before.find("topics", WHOLE) != after.find("topics", WHOLE)
    assert before.find("topics", "ferry") == after.find("topics", "ferry")
    assert before.find("metrics", WHOLE) == after.find("metrics", WHOLE)
    assert before.find("topics", "nothing") == ABSENT


def test_every_entry_has_a_digest(library: Library) -> None:
    """A value of a kind that nobody thought of would be refused."""
    digests = Digests(library)
    for mapping in (*list_mappings(), *MAKERS):
        assert digests.find(mapping, WHOLE)


def test_tables_of_records_are_made_without_briefs(library: Library) -> None:
    """So that they hold for a library with other briefs, where those of briefs are made anew."""
    other = library.with_briefs({})
    assert find_conflicts(other) is find_conflicts(library)
    assert find_referrers(other) != find_referrers(library)
    for name in MAKERS.keys() - OF_BRIEFS:
        assert library.find_table(name) is library.core.find_table(name)
    assert not library.core.briefs
