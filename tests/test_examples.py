"""The examples on the pages of records: the good are clean, the bad get the message shown."""

import pytest

from generator.checks.run import run_checks
from generator.issues import Issue
from generator.reading.assemble import assemble
from generator.reading.files import DataFiles, TextFile
from generator.reading.kinds import find_kind
from generator.records.bad_examples import BAD_EXAMPLES, BadExample
from generator.records.examples import EXAMPLES, PROSE
from generator.report import format_text

ARTICLE = "data/articles/2025/example-gazette-2025-01-10-advance.yml"
PATHS = {
    "source": "data/sources.yml",
    "unit": "data/units.yml",
    "place": "data/places.yml",
    "topic": "data/topics.yml",
    "metric": "data/metrics.yml",
    "article": ARTICLE,
    "observation": "data/series/ledger.csv",
    "event": "data/events/2025.yml",
    "brief": "data/briefs/2025/slower-in-december.md",
    "correction": "data/corrections.yml",
    "link": "data/links.csv",
}
BESIDE = {
    "data/sources.yml": """\
- id: example-institute
  name: Example Institute
  kind: think-tank
- id: example-ledger
  name: Example Ledger
  kind: data-project
""",
    "data/units.yml": "- {id: people, name: people, symbol: people}\n",
    "data/metrics.yml": """\
- id: losses
  name: Losses
  description: People killed and wounded.
  unit: people
  kind: flow
  topics: [rate-of-advance]
""",
    "data/articles/2025/example-ledger-2025.yml": """\
id: example-ledger-2025
type: dataset
title: Ledger
outlet: example-ledger
issued: 2025-02
language: en
""",
}
"""What the examples point to and do not hold."""
PAGES = {"observation": ARTICLE, "series": PATHS["observation"]}
"""The files of the pages that are not named like their kind."""
MARK = "unrecorded-change"
"""What is said of every brief whose text is changed."""


def write_examples() -> dict[str, str]:
    """All examples together, each in its file."""
    files = {PATHS[kind]: text for kind, text in EXAMPLES.items()}
    files[PATHS["brief"]] = f"---\n{EXAMPLES['brief']}---\n\n{PROSE}"
    return {path: files.get(path, "") + BESIDE.get(path, "") for path in {**files, **BESIDE}}


def check(files: dict[str, str]) -> list[Issue]:
    """What is wrong with them."""
    read = []
    for path, text in sorted(files.items()):
        kind = find_kind(path)
        assert kind is not None, path
        read.append(TextFile(path, kind, text))
    library, issues = assemble(DataFiles(read))
    return [*issues, *run_checks(library)]


def test_the_good_examples_are_clean_together() -> None:
    """No error and no warning: whoever begins with them begins well."""
    assert format_text(check(write_examples())) == ""


@pytest.mark.parametrize(
    ("page", "slip"),
    [(page, slip) for page, slips in BAD_EXAMPLES.items() for slip in slips],
    ids=lambda value: value if isinstance(value, str) else value.slip,
)
def test_a_bad_example_gets_the_message_that_the_page_shows(page: str, slip: BadExample) -> None:
    """Exactly that, with its place, and nothing else in its file."""
    files, path = write_examples(), PAGES.get(page) or PATHS[page]
    assert files[path].count(slip.good) == 1
    files[path] = files[path].replace(slip.good, slip.bad)
    here = [one for one in check(files) if one.location.path == path and one.rule.id != MARK]
    assert f"{format_text(here)}\n" == slip.said
