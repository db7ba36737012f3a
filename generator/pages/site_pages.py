"""Every generated page of the site, from a library that the checks have found sound.

A pure function: what a page says depends on the records and on the day given, and on nothing else.
Writing the pages to disk, and building a site from them, is `site`'s business.
"""

from __future__ import annotations

from generator.library.library import Library
from generator.pages.as_of import AsOf
from generator.pages.cross_references import CrossReferences
from generator.pages.parts import Files, Pages, list_parts, make_files, render_part
from generator.records.edtf import EdtfDate
from generator.speech import ENGLISH, speaking


def render_pages(library: Library, as_of: EdtfDate, language: str = ENGLISH) -> Pages:
    """The Markdown of every page by its path in `docs/`, in the order of the paths.

    Args:
        library: What the pages say.
        as_of: The day for which they are written.
        language: The language of the site; a brief's page speaks the brief's where it can.
    """
    cross = CrossReferences(library, AsOf(as_of))
    with speaking(language):
        parts = [render_part(part, cross) for part in list_parts(library)]
    return dict(sorted(page for part in parts for page in part.items()))


def render_files(library: Library, as_of: EdtfDate) -> Files:
    """The content of every file that is no page, by its path on the site, in their order."""
    cross = CrossReferences(library, AsOf(as_of))
    parts = [make_files(part, cross) for part in list_parts(library)]
    return dict(sorted(file for part in parts for file in part.items()))
