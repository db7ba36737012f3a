"""A library of a few records for one claim, where the invented one has nothing to show it on."""

from collections.abc import Mapping
from types import MappingProxyType

from generator.library.library import Library
from generator.reading.assemble import assemble
from generator.reading.files import DataFiles, TextFile
from generator.reading.kinds import find_kind

RECORDS = {
    "data/sources.yml": """\
- {id: gazette, name: The Gazette, kind: newspaper}
- {id: wire, name: The Wire, kind: agency}
""",
    "data/units.yml": """\
- {id: boats, name: boats, singular: boat}
- {id: percent, name: per cent, symbol: "%"}
""",
    "data/topics.yml": "- {id: sea, name: The sea, description: All of it.}\n",
    "data/metrics.yml": """\
- {id: fleet, name: Fleet, description: Boats at sea., unit: boats, kind: stock, shelf-life: P1M}
""",
}
ARTICLE = """\
id: a
type: article
title: Boats
outlet: gazette
issued: 2024-01-10
language: en
quotes: {words: some boats}
"""
BRIEF = """\
---
id: b
title: Boats at sea
question: How many?
bottom-line: Some [@a].
cut-off: 2024-02-01
published: 2024-02-01
authors: [Ada Example]
topics: [sea]
---

"""


def figure(id: str, **fields: object) -> str:
    """An observation of the article, as a line of its file; a field that is None is left out.

    One that was read is waived: the words of the article have no number, and what fails by itself
    is compared with nothing.
    """
    given = {"id": id, "metric": "fleet", "period": "2024-01", "place": "FO", "quote": "words"}
    if not {"derived", "quote"} & fields.keys():
        given["waived"] = "The words are invented."
    listed = ", ".join(
        f"{name}: {value}" for name, value in {**given, **fields}.items() if value is not None
    )
    return f"  - {{{listed}}}\n"


def small_library(
    *figures: str,
    reports: str = "",
    prose: str = "",
    events: str = "",
    more: Mapping[str, str] = MappingProxyType({}),
) -> Library:
    """The records above, with figures and links of the article, a brief's prose, and events."""
    links = f"reports:\n{reports}" if reports else ""
    observations = f"observations:\n{''.join(figures)}" if figures else ""
    files = {**RECORDS, "data/articles/2024/a.yml": ARTICLE + links + observations, **more}
    if prose:
        files["data/briefs/2024/b.md"] = BRIEF + prose
    if events:
        files["data/events/2024.yml"] = events
    kinds = {path: find_kind(path) for path in files}
    texts = [TextFile(path, kind, files[path]) for path, kind in kinds.items() if kind]
    library, issues = assemble(DataFiles(texts))
    assert issues == []
    return library
