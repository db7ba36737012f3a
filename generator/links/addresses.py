"""Which addresses stand in the records of articles and sources, and who has them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from generator.library.library import Library, RecordKey


def list_addresses(library: Library, ids: Collection[str] = ()) -> Mapping[str, list[RecordKey]]:
    """Each address with the records that have it, in the order of the addresses.

    Args:
        library: The records.
        ids: The articles and sources that are asked for; all if none is named.
    """
    found: dict[str, list[RecordKey]] = {}
    for kind, id, url in _walk(library):
        if not ids or id in ids:
            users = found.setdefault(url, [])
            if (kind, id) not in users:
                users.append((kind, id))
    return dict(sorted(found.items()))


def _walk(library: Library) -> Iterator[tuple[str, str, str]]:
    for article in library.articles.values():
        for url in (article.url, article.archive_url, *article.seen_at):
            if url is not None:
                yield "article", article.id, url
    for source in library.sources.values():
        if source.url is not None:
            yield "source", source.id, source.url
