"""Who a sentence says said it: found where nothing that it cites goes back to them."""

# ruff: noqa: E501 (a row of the table stays on one line)

from __future__ import annotations

from pathlib import Path

import pytest

from generator.checks.attribution import check_attributions
from generator.reading.assemble import assemble
from generator.reading.files import read_data_files
from tests.edits import FERRY, GAZETTE, HARBOUR, SLOWS, SOURCES, Edit, body, both, show, swap
from tests.small import RECORDS, small_library

AT = f"{HARBOUR}:30"
TOLD = "[@gazette-2024-02-12-herring, rate]"
FIGURE = "[279 tonnes](obs:landed-2024-01-tide)"

# fmt: off
# what is said, the change, the issues expected: path:line rule
TABLE: list[tuple[str, Edit, list[str]]] = [
    ("an outlet, of its own article", body(f"The Gazette says that it slowed {TOLD}."), []),
    ("a source that the article relays", body(f"North Wire reports that it slowed {TOLD}."), []),
    ("a source at the end of its chain", body(f"The Tide Institute assessed that it slowed {TOLD}."), []),
    ("a source by its full name", body(f"The Institute for the Study of Tides assessed that it slowed {TOLD}."), []),
    ("a source by an alias", body("As the Tide people say, they dredged [@board-2023-12-31-report, volume]."), [f"{AT} attribution-drift"]),
    ("a source that nobody relays", body(f"The Harbour Board says that it slowed {TOLD}."), [f"{AT} attribution-drift"]),
    ("a source that nobody relays, according to it", body(f"According to the Harbour Board, it slowed {TOLD}."), [f"{AT} attribution-drift"]),
    ("a source that nobody relays, by its count", body(f"By the Harbour Board’s count it slowed {TOLD}."), [f"{AT} attribution-drift"]),
    ("a source that nobody relays, with a word between", body(f"The Harbour Board itself has said that it slowed {TOLD}."), [f"{AT} attribution-drift"]),
    ("a source on the second line", body(f"It slowed,\nthe Harbour Board says {TOLD}."), [f"{HARBOUR}:31 attribution-drift"]),
    ("two sources, one of whom is cited", body(f"The Gazette says so, and Port Herald wrote it {TOLD}."), [f"{AT} attribution-drift"]),
    ("two sources, both cited", body("The Gazette says so, and Port Herald wrote it [@gazette-2024-02-12-herring, rate; @visnyk-2024-03-06-dredging, volume]."), []),
    ("a source of whom nothing is told", body(f"The ship Harbour Board sailed when it slowed {TOLD}."), []),
    ("a name within a longer one", body(f"The Harbour Boards say that it slowed {TOLD}."), []),
    ("a source in a sentence that cites nothing", body("The Harbour Board says so."), []),
    ("a source in a sentence before the citation", body(f"The Harbour Board says so. It slowed {TOLD}."), []),
    ("a source of the figure that is linked", body(f"The Tide Institute counts {FIGURE}."), []),
    ("a source on the chain of the figure that is linked", body(f"The Open Landing Register counts {FIGURE}."), []),
    ("a source that is not that of the figure", body(f"North Wire counts {FIGURE}."), [f"{AT} attribution-drift"]),
    ("a source of an article that is linked", body("North Wire reports [this](article:wire-2024-02-11-herring)."), []),
    ("a source that is not that of the article", body("Port Herald reports [this](article:wire-2024-02-11-herring)."), [f"{AT} attribution-drift"]),
    ("a source that the figure names as its origin", body("The Skerry Ferry Line says it [@marfa-2024-03-05-ferry, passengers]."), []),
    ("a source while an article can't be read", both(swap(GAZETTE, "issued: 2024-02-12", "issued: 12.2.2024"), body("The Harbour Board says so [@gazette-2024-02-12-herring, rate; @wire-2024-02-11-herring].")), []),
    ("a source in a bottom line", swap(HARBOUR, "  Most likely", "  Port Herald says: most likely"), [f"{HARBOUR}:5 attribution-drift"]),
    ("a source in a judgement", swap(FERRY, "It never has [@", "Port Herald says that it never has [@"), [f"{FERRY}:23 attribution-drift"]),
    ("a source in a note", swap(SLOWS, "All four go back to one assessment;", "Port Herald says that all four go back to one assessment;"), [f"{SLOWS}:55 attribution-drift"]),
    ("a name that two sources have", both(swap(SOURCES, "aliases: [the Tide people]", "aliases: [Port Herald]"), body(f"Port Herald says that it slowed {TOLD}.")), []),
]
# fmt: on


@pytest.mark.parametrize(
    ("edit", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE]
)
def test_nobody_is_given_words_that_are_not_theirs(
    edit: Edit, expected: list[str], project: Path
) -> None:
    """A source is named at its line where no chain leads to it, and let pass where one does."""
    edit(project)
    library, _ = assemble(read_data_files(project))
    assert [show(issue) for issue in check_attributions(library)] == expected


def test_a_longer_name_is_not_taken_for_the_shorter_one_in_it() -> None:
    """The Wire Service is somebody else than The Wire."""
    sources = (
        RECORDS["data/sources.yml"] + "- {id: service, name: The Wire Service, kind: agency}\n"
    )
    library = small_library(
        prose="There are boats, The Wire Service reports [@a].\n",
        more={"data/sources.yml": sources},
    )
    (issue,) = check_attributions(library)
    assert "speaks for `The Wire Service`" in issue.message


def test_the_name_is_pointed_to_and_those_who_are_cited_are_named() -> None:
    """Line and column are those of the name."""
    library = small_library(prose="There *are* boats, The Wire reports [@a].\n")
    (issue,) = check_attributions(library)
    assert (issue.location.line, issue.location.column) == (12, 20)
    assert issue.message == (
        "the sentence speaks for `The Wire`, and what it cites goes back to The Gazette"
    )
