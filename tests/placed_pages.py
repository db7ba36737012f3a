"""Pages placed in a folder as a build does it."""

from collections.abc import Mapping
from pathlib import Path

from generator.site.docs_files import read_docs
from generator.site.kept import Contents
from generator.site.write import Written, place_pages


def write_pages(docs: Path, pages: Mapping[str, str]) -> Written:
    """Makes the generated pages of a folder those of `pages`; their texts are kept beside it."""
    contents = Contents(docs.with_name(f"{docs.name}-kept"))
    prints = {path: contents.put(text.encode()) for path, text in pages.items()}
    return place_pages(docs, prints, read_docs(docs), contents)
