"""The search index: Pagefind run over a built site, over some of its pages at a time.

It knows which pages are searched, what of them, and that a bundle of unchanged pages is not indexed
again. The index is static files under `pagefind/`, loaded by the theme's script when a reader first
searches; the engines know nothing of it.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path

from generator.site import index_layout
from generator.site.bundles import SearchedPage, group_pages
from generator.site.files import lay_files
from generator.site.folders import list_files
from generator.site.index_layout import has_words, pack, publish, read_engine
from generator.site.kept_bundles import (
    ENGINE,
    PUBLISHED,
    Bundle,
    close_bundle,
    read_bundles,
    remove,
)
from generator.site.lock import FOLDER as OWN_FOLDER
from generator.site.pagefind import PagefindError, make_index
from generator.site.progress import Progress
from generator.site.work import Here, Workers

KEPT = f"{OWN_FOLDER}/search"
"""Where the bundles of a project stand, in its folder."""
INDEX = "pagefind"
BUNDLES = "bundles.json"
"""What a browser reads first: the bundles, what searches them, and what is in them."""
OPTIONS = {
    # What a page says of its own kind, its notes' ways back and what its evidence and its charts
    # repeat are no text to find.
    "exclude_selectors": [".bw-kind, .bw-back, .bw-evidence, .bw-chart"],
    # Else each language has an index of its own, and a search finds only what speaks like its page.
    "force_language": "en",
}
VERSION = 3
"""Of how a bundle is made from its pages: one of another version is made again."""

_ONE_THREAD = {"RAYON_NUM_THREADS": "1", "TOKIO_WORKER_THREADS": "1"}
"""Of Pagefind, in its environment, where several of it run at once."""
_SEARCHED = re.compile(rb"<article [^>]*data-pagefind-body")
_YEAR = re.compile(rb'<span data-pagefind-filter="year">(\d{1,4})</span>')
_DATE = re.compile(rb'<div hidden class="bw-facets" data-date="(\d{4}-\d{2}-\d{2})">')
_NAME_LENGTH = 16


@dataclass(frozen=True, slots=True)
class Workshop:
    """Where bundles are made."""

    site: Path
    """The site whose pages are indexed."""
    kept: Path
    """The folder of the bundles."""
    environment: Mapping[str, str]
    """What Pagefind is told besides its arguments."""


@dataclass(frozen=True, slots=True)
class Index:
    """What was published."""

    pages: int
    """How many pages can be searched."""
    prints: dict[str, str]
    """The SHA-256 of its files by their paths on the site; of a few it is left out."""


class SearchFailure(Exception):  # noqa: N818 - it reports, nothing is wrong with the program
    """The index could not be built; the message is a sentence for the person at the terminal."""


def index_site(
    site: Path,
    kept: Path,
    digests: Mapping[str, str] | None = None,
    progress: Progress | None = None,
    workers: Workers | None = None,
) -> Index:
    """Writes the index of a site into its `pagefind/` folder, whatever stood there before.

    Args:
        site: The folder of the built site.
        kept: A folder for this alone, in which bundles are kept from one build to the next.
        digests: The SHA-256 of pages by their paths in the site, where they are known already.
        progress: Is told of the pages that have to be indexed, if anybody waits.
        workers: Who makes bundles, on this machine; each runs one Pagefind at a time.

    Raises:
        SearchFailure: Pagefind failed, or there is no page to index.
        WorkersLostError: Who made bundles was ended.
        OSError: Something can't be read or written.
    """
    known = read_bundles(kept)
    pages = list(_find_pages(site, digests or {}, known.values()))
    groups = {_name_of(group): group for group in group_pages(pages)}
    missing = {name: groups[name] for name in sorted(groups.keys() - known.keys())}
    where = workers if workers is not None and len(missing) > 1 else Here()
    workshop = Workshop(site, kept, _ONE_THREAD if where.count > 1 else {})
    known |= _make_bundles(workshop, missing, progress, where)
    for name in known.keys() - groups.keys():
        remove(kept / name)
    bundles = {name: known[name] for name in sorted(groups) if known[name].contents.lengths}
    if not bundles:
        raise SearchFailure("The search index could not be built. The site has no page to search.")
    count = sum(len(bundle.contents.lengths) for bundle in bundles.values())
    return Index(count, _publish_bundles(site / INDEX, kept, bundles))


def _find_pages(
    site: Path, digests: Mapping[str, str], bundles: Iterable[Bundle]
) -> Iterator[SearchedPage]:
    """The pages that are searched; one that a bundle knows is not read again."""
    known = {page.path: page for bundle in bundles for page in bundle.pages}
    for path in sorted(path for path in list_files(site) if path.endswith(".html")):
        before = known.get(path)
        if before is not None and before.digest == digests.get(path):
            yield before
        elif (page := read_page(path, (site / path).read_bytes())) is not None:
            yield page


def read_page(path: str, html: bytes) -> SearchedPage | None:
    """What the HTML of a page says of how it is searched; None if it is not."""
    if not _SEARCHED.search(html):
        return None
    years, date = _YEAR.findall(html), _DATE.search(html)
    return SearchedPage(
        path,
        hashlib.sha256(html).hexdigest(),
        len(html),
        years[0].decode() if len(years) == 1 else "",
        date[1].decode() if date else "",
    )


def _name_of(group: Iterable[SearchedPage]) -> str:
    """A name for a bundle that says all that it is made from."""
    by = [version("pagefind-bin"), json.dumps(OPTIONS), str(VERSION), str(index_layout.VERSION)]
    made_from = [*by, *(f"{page.digest} {page.path}" for page in group)]
    return hashlib.sha256("\n".join(made_from).encode()).hexdigest()[:_NAME_LENGTH]


def _make_bundles(
    workshop: Workshop,
    groups: Mapping[str, list[SearchedPage]],
    progress: Progress | None,
    workers: Workers,
) -> dict[str, Bundle]:
    """Indexes groups of pages, by name; the largest first, so that all end at about one time."""
    if progress is not None:
        progress.begin(sum(map(len, groups.values())))
    order = sorted(groups.items(), key=lambda named: -sum(page.size for page in named[1]))
    made: dict[str, Bundle] = {}
    for name, bundle in workers.run(make_bundle, workshop, order):
        made[name] = bundle
        if progress is not None:
            progress.advance(len(bundle.pages))
    return made


def make_bundle(workshop: Workshop, named: tuple[str, list[SearchedPage]]) -> tuple[str, Bundle]:
    """Indexes some pages; until everything is written, the bundle stands under another name."""
    name, pages = named
    folder = workshop.kept / f"{name}.new"
    remove(folder)
    try:
        bundle = _fill_bundle(workshop, folder, pages)
    except BaseException:
        remove(folder)
        raise
    folder.rename(workshop.kept / name)
    return name, bundle


def _fill_bundle(workshop: Workshop, folder: Path, pages: list[SearchedPage]) -> Bundle:
    folder.mkdir(parents=True)
    texts = ((page.path, _read_text(workshop.site / page.path)) for page in pages)
    try:
        raw = make_index(texts, OPTIONS, workshop.environment)
    except PagefindError as error:
        raise SearchFailure(f"The search index could not be built. {error}") from error
    dates = {"/" + page.path.removesuffix("index.html"): page.date for page in pages}
    try:
        layout = publish(raw, folder / PUBLISHED, dates)
        if has_words(raw):
            (folder / ENGINE).write_bytes(read_engine(raw))
    except (ValueError, LookupError, TypeError) as error:
        raise SearchFailure(
            "The search index has another form than this version knows: install the Pagefind that "
            "`requirements.lock` names."
        ) from error
    return close_bundle(folder, Bundle(tuple(pages), layout.filters, layout.contents))


def _read_text(page: Path) -> str:
    return page.read_bytes().decode("utf-8", errors="replace")  # somebody may have put it there


def _publish_bundles(index: Path, kept: Path, bundles: Mapping[str, Bundle]) -> dict[str, str]:
    """Leaves those bundles that stand there, and gives the checksums of their files."""
    if index.is_symlink() or not index.is_dir():
        remove(index)
        index.mkdir()
    engine = kept / next(iter(bundles)) / ENGINE
    engine_name = _name_by("engine", engine.read_bytes())
    published = {
        f"{name}/{path}": f"{kept}/{name}/{PUBLISHED}/{path}"
        for name, bundle in bundles.items()
        for path in bundle.published
    }
    lay_files(index, {engine_name: str(engine), **published})
    content = {
        "engine": engine_name,
        "contents": _publish_contents(index, bundles),
        "bundles": {name: len(bundle.contents.lengths) for name, bundle in bundles.items()},
    }
    (index / BUNDLES).write_text(json.dumps(content, separators=(",", ":")), "utf-8")
    return {
        f"{INDEX}/{name}/{path}": print_
        for name, bundle in bundles.items()
        for path, print_ in bundle.published.items()
    }


def _publish_contents(index: Path, bundles: Mapping[str, Bundle]) -> str:
    """Writes what is in all bundles into one file, smaller than many; gives its name."""
    filters: dict[str, set[str]] = {}
    for bundle in bundles.values():
        for title, values in bundle.filters.items():
            filters.setdefault(title, set()).update(values)
    content = {
        "bundles": [asdict(bundle.contents) for bundle in bundles.values()],
        "filters": {title: sorted(values) for title, values in sorted(filters.items())},
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    packed = pack(text.encode())
    name = _name_by("contents", packed)
    (index / name).write_bytes(packed)
    return name


def _name_by(kind: str, content: bytes) -> str:
    """A name that a browser may keep for ever what it had under it."""
    return f"{kind}.{hashlib.sha256(content).hexdigest()[:_NAME_LENGTH]}.pagefind"
