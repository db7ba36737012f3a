"""The list of titles for addresses that lead nowhere."""

import json

from generator.library.library import Library
from generator.pages.titles import write_titles


def test_the_list_of_titles_has_each_page_of_a_record(
    library: Library, pages: dict[str, str]
) -> None:
    """Its addresses are those of pages, each once."""
    listed = dict(json.loads(write_titles(library)))
    records = {path for path in pages if path.count("/") == 1 and "index" not in path}
    assert {f"{address.strip('/')}.md" for address in listed} == records
    assert listed["metrics/herring-landed/"] == "Herring landed"
