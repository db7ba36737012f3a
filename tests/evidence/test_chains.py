"""Chains and origins, on the invented library and on one small chain made for each claim."""

import pytest

from generator.catalogue import RULES
from generator.evidence.chains import (
    MAX_BRANCHES,
    MAX_LINKS,
    chain_to,
    count_origins,
    find_chains,
    find_ends,
    find_origin,
    is_followed,
    is_tangled,
    relays,
)
from generator.library.library import Library
from generator.records.article import Article
from generator.records.edtf import parse_edtf
from tests.small import figure, small_library


def _article(id: str, outlet: str, *reports: dict[str, object]) -> Article:
    return Article.model_validate(
        {
            "id": id,
            "type": "article",
            "title": id,
            "outlet": outlet,
            "language": "en",
            "reports": list(reports),
        }
    )


def _sources(chain: tuple[object, ...]) -> list[str | None]:
    return [getattr(link, "source") for link in chain]  # noqa: B009 - any link


def test_a_chain_goes_on_in_the_article_that_is_relayed(library: Library) -> None:
    """A copy of an article that cites a wire that quotes an institute reaches the institute."""
    chains = find_chains(library.articles["mirror-2024-02-herring"], library)
    assert [_sources(chain)[:3] for chain in chains] == [
        ["skerry-gazette", "north-wire", "tide-institute"]
    ]


def test_an_article_that_relays_nobody_is_its_own_origin(library: Library) -> None:
    """Without a chain, who published it said it first."""
    ids = [id for id, article in library.article_of.items() if article == "board-2023-12-31-report"]
    origins = {find_origin(library.observations[id], library) for id in ids}
    assert {origin.source for origin in origins if origin} == {"harbour-board"}


def test_the_record_can_name_its_origin(library: Library) -> None:
    """`origin` on an observation goes before the end of its article's first branch."""
    observation = library.observations["landed-daily-2024-01-mirror"]
    origin = find_origin(observation, library)
    assert origin is not None
    assert origin.source == "tide-institute"
    assert _sources(chain_to(observation, library))[-1] == "tide-institute"


@pytest.mark.parametrize(
    ("reports", "key"),
    [
        ("  - {verb: quotes, speaker: two clerks}\n", "unnamed via gazette"),
        ("  - {verb: quotes, speaker: a captain}\n", "unnamed via gazette"),
        (
            "  - {verb: cites, source: wire}\n  - {by: wire, verb: quotes, speaker: two clerks}\n",
            "unnamed via wire",
        ),
        ("  - {verb: cites, source: wire, speaker: a clerk}\n", "wire"),
    ],
)
def test_unnamed_people_are_an_origin_by_who_quotes_them(reports: str, key: str) -> None:
    """Figures from unnamed people through one outlet have one origin, through two outlets two."""
    library = small_library(figure("x", value=9), reports=reports)
    origin = find_origin(library.observations["x"], library)
    assert origin is not None
    assert origin.key == key


def test_a_cycle_ends_the_chain() -> None:
    """Two articles that relay each other give a chain of finite length."""
    one = _article("one", "north", {"verb": "cites", "source": "south", "article": "two"})
    two = _article("two", "south", {"verb": "cites", "source": "north", "article": "one"})
    library = Library(articles={"one": one, "two": two})
    assert [_sources(chain) for chain in find_chains(one, library)] == [["south", "north"]]


def test_branches_of_one_article_stay_apart() -> None:
    """Each thing that is relayed is the beginning of a branch of its own."""
    article = _article(
        "a",
        "gazette",
        {"verb": "cites", "source": "north"},
        {"by": "north", "verb": "quotes", "source": "far"},
        {"verb": "cites", "source": "south"},
    )
    chains = find_chains(article, Library(articles={"a": article}))
    assert [_sources(chain) for chain in chains] == [["north", "far"], ["south"]]


def test_a_link_that_stands_twice_is_one_branch() -> None:
    """Saying a thing again makes it no second way."""
    twice: dict[str, object] = {"verb": "cites", "source": "north"}
    article = _article("a", "gazette", twice, {**twice, "by": "gazette"})
    chains = find_chains(article, Library(articles={"a": article}))
    assert [_sources(chain) for chain in chains] == [["north"]]


def test_a_named_origin_that_no_branch_leads_to_has_no_chain(library: Library) -> None:
    """Another branch would be shown as the way to it, and is not."""
    figure = library.observations["landed-daily-2024-01-mirror"]
    elsewhere = figure.model_copy(update={"origin": "fish-union"})
    assert chain_to(figure, library)
    assert chain_to(elsewhere, library) == ()


def test_copies_of_one_origin_count_once(library: Library) -> None:
    """The institute's figure and a copy of it are two articles and one origin."""
    tide, mirror, gazette = (
        find_origin(library.observations[f"landed-daily-2024-01-{who}"], library)
        for who in ("tide", "mirror", "gazette")
    )
    assert count_origins([mirror, gazette, None]) == 1
    assert count_origins([tide, mirror]) == 2


def _ladder(steps: int, rungs: int) -> Library:
    """Articles in a row, each of which cites the next one `rungs` times over."""
    articles = {}
    for step in range(steps):
        link: dict[str, object] = {
            "verb": "cites",
            "source": f"s{step + 1}",
            "article": f"a{step + 1}",
        }
        articles[f"a{step}"] = _article(f"a{step}", f"s{step}", *[link] * rungs)
    articles[f"a{steps}"] = _article(f"a{steps}", f"s{steps}")
    return Library(articles=articles)


@pytest.mark.parametrize(
    ("steps", "rungs", "tangled"),
    [(20, 1, False), (21, 1, True), (5000, 1, True), (5, 2, False), (6, 2, True), (400, 2, True)],
)
def test_a_chain_that_nobody_could_follow_is_tangled(steps: int, rungs: int, tangled: bool) -> None:
    """Its length and its branches have limits, and finding out costs no more than they allow."""
    library = _ladder(steps, rungs)
    article = library.articles["a0"]
    assert is_tangled(article, library) is tangled
    assert len(find_chains(article, library)) <= MAX_BRANCHES


def test_the_rule_names_the_limits() -> None:
    """Who reads the rule learns the numbers that are used."""
    what = RULES["tangled-chain"].what
    assert f"{MAX_LINKS} links" in what
    assert f"{MAX_BRANCHES} branches" in what


RELAYED = (
    {"verb": "cites", "source": "south", "article": "two"},
    {"verb": "cites", "speaker": "an agency", "article": "two"},
    {"verb": "cites", "source": "south"},
)
"""Links that lead to the article `two` of the outlet `south`."""


@pytest.mark.parametrize("link", RELAYED)
def test_a_retelling_and_what_it_retells_relay_either_way(link: dict[str, object]) -> None:
    """Who of the two is the later need not be known to ask."""
    one, two = _article("one", "north", link), _article("two", "south")
    library = Library(articles={"one": one, "two": two})
    assert relays(one, two, library)
    assert relays(two, one, library)


@pytest.mark.parametrize(
    "link",
    [
        {"verb": "cites", "source": "east"},
        {"verb": "cites", "source": "south", "article": "three"},
        {"verb": "quotes", "speaker": "a captain"},
    ],
)
def test_what_leads_elsewhere_is_no_retelling(link: dict[str, object]) -> None:
    """Another source, another article of the source, and people without a name."""
    one, two = _article("one", "north", link), _article("two", "south")
    library = Library(articles={"one": one, "two": two, "three": _article("three", "south")})
    assert not relays(one, two, library)


def test_two_retellings_of_one_article_do_not_relay_each_other() -> None:
    """They have one origin; neither leads to the other."""
    link: dict[str, object] = {"verb": "cites", "source": "south", "article": "two"}
    one, copy = _article("one", "north", link), _article("copy", "east", link)
    library = Library(articles={"one": one, "copy": copy, "two": _article("two", "south")})
    assert not relays(one, copy, library)


def test_a_link_without_an_article_leads_to_nothing_later() -> None:
    """Nobody relays what a source publishes the month after."""
    one = _article("one", "north", {"verb": "cites", "source": "south"})
    two = _article("two", "south")
    one, two = (
        article.model_copy(update={"issued": parse_edtf(day)})
        for article, day in ((one, "2024-01"), (two, "2024-02-01"))
    )
    library = Library(articles={"one": one, "two": two})
    assert not relays(one, two, library)
    assert relays(one.model_copy(update={"issued": parse_edtf("2024-02-01")}), two, library)


def test_the_outlet_of_an_article_is_who_is_relayed() -> None:
    """A link that names an article and a speaker ends with the outlet, and goes on by it."""
    link: dict[str, object] = {"verb": "cites", "speaker": "an agency", "article": "two"}
    onward: dict[str, object] = {"by": "south", "verb": "cites", "source": "far"}
    articles = {id: _article(id, outlet) for id, outlet in (("two", "south"),)}
    for links, expected in (((link,), ["south"]), ((link, onward), ["south", "far"])):
        one = _article("one", "north", *links)
        chains = find_chains(one, Library(articles={"one": one, **articles}))
        assert [_sources(chain) for chain in chains] == [expected]


def test_every_branch_has_its_end() -> None:
    """The ends of the branches, each once; of an article that relays nobody, its outlet."""
    fork: tuple[dict[str, object], ...] = (
        {"verb": "cites", "source": "far"},
        {"verb": "cites", "source": "south"},
        {"by": "south", "verb": "cites", "source": "far"},
        {"verb": "quotes", "speaker": "a captain"},
    )
    one = _article("one", "north", *fork)
    library = Library(articles={"one": one, "two": _article("two", "south")})
    assert [end.key for end in find_ends(one, library)] == ["far", "unnamed via north"]
    assert [end.key for end in find_ends(library.articles["two"], library)] == ["south"]


def test_a_chain_is_followed_while_every_article_on_it_is_at_hand() -> None:
    """One that could not be read may lead anywhere; a circle and a tangle lead nowhere."""
    link: dict[str, object] = {"verb": "cites", "source": "south", "article": "two"}
    one, two = _article("one", "north", link), _article("two", "south")
    assert is_followed(one, Library(articles={"one": one, "two": two}))
    assert not is_followed(one, Library(articles={"one": one}))
    other: dict[str, object] = {"verb": "cites", "source": "north", "article": "one"}
    circle = _article("two", "south", other)
    assert not is_followed(one, Library(articles={"one": one, "two": circle}))
    earlier = _article("two", "south", {"verb": "cites", "source": "north", "article": "old"})
    old = _article("old", "north")
    assert is_followed(one, Library(articles={"one": one, "two": earlier, "old": old}))
    ladder = _ladder(21, 1)
    assert not is_followed(ladder.articles["a0"], ladder)
