"""Gives articles without an archived copy one: a copy that is there already, else a new one.

A copy from before the article was published can't be of it. The address goes into the article's
record at once, one field beside all that stands there; one that is there is never replaced.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.authoring.round_trip import FaultyTextError, set_field
from generator.evidence.dead_links import find_dead
from generator.library.library import Library
from generator.links.wayback import ArchiveBusyError, ArchiveError, Wayback
from generator.reading.model_fields import list_fields
from generator.records.article import Article
from generator.records.edtf import OPEN_START
from generator.records.web_address import find_url_fault
from generator.site.write import replace_file

FIELD = "archive-url"


@dataclass(frozen=True, slots=True)
class Copied:
    """What came of one article: the address of its copy, or why there is none."""

    article: str
    copy: str = ""
    how: str = ""
    """In a word or a clause: `found`, `made`, or what was in the way."""
    is_end: bool = False
    """Whether no further article is worth a try now."""


def list_uncopied(library: Library, ids: Collection[str], today: date) -> list[Article]:
    """The articles that have an address and no archived copy, or those of them that are named.

    It begins elsewhere each day, so that one of which no copy can be had does not stand in the way
    of those behind it.
    """
    found = [
        article
        for article in library.articles.values()
        if article.url and not article.archive_url and (not ids or article.id in ids)
    ]
    start = today.toordinal() % len(found) if found and not ids else 0
    return [*found[start:], *found[:start]]


def copy_articles(
    articles: Collection[Article], library: Library, archive: Wayback, project: Path
) -> Iterator[Copied]:
    """Finds or makes a copy of each article and writes its address; ends when it is told to."""
    for article in articles:
        copied = _copy(article, library, archive)
        if copied.copy:
            copied = _write(copied, library, project)
        yield copied
        if copied.is_end:
            return


def _copy(article: Article, library: Library, archive: Wayback) -> Copied:
    url = article.url or ""
    try:
        stamp, how = archive.find(url, _day_of(article)), "found"
        if stamp is None or _is_too_early(stamp, article):
            if find_dead(url, library):
                return Copied(article.id, how="no copy is known, and the address is dead")
            stamp, how = archive.save(url), "made"
    except ArchiveError as error:
        return Copied(article.id, how=str(error), is_end=isinstance(error, ArchiveBusyError))
    if stamp is None:
        return Copied(article.id, how="a copy was asked for; a later run will find it")
    copy = archive.name_copy(url, stamp)
    if fault := find_url_fault(copy):
        return Copied(article.id, how=f"the address of its copy {fault}")
    return Copied(article.id, copy, how)


def _day_of(article: Article) -> str:
    """The day near which a copy is wanted: that of publication, else that of reading."""
    known = article.issued or article.accessed
    return "" if known is None else known.earliest.replace("-", "")


def _is_too_early(stamp: str, article: Article) -> bool:
    if article.issued is None or article.issued.earliest == OPEN_START:
        return False
    return stamp[:8] < article.issued.earliest.replace("-", "")


def _write(copied: Copied, library: Library, project: Path) -> Copied:
    """Puts the address into the record as it stands now, which may be newer than the library."""
    path = project / library.path_of("article", copied.article)
    order = list_fields(Article)
    try:
        text = path.read_bytes().decode()
        if f"\n{FIELD}:" in text:
            return Copied(copied.article, how="its record has a copy by now")
        changed = set_field(text, (FIELD,), copied.copy, order)
    except (OSError, UnicodeError, FaultyTextError, LookupError):
        return Copied(copied.article, how="its record can't be changed; run `brief check`")
    replace_file(path, changed.encode())
    return copied
