"""A built site is looked at once more before it takes the place of the last one.

Every page that was to be there is there and no other, each carries the policy at its head and
nothing that a policy can't forbid, every link within the site leads to something, and the search
has its index. What a page may hold is `policy`'s to say; what to do about a fault, the caller's.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from posixpath import dirname, normpath
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.site.folders import list_files
from generator.site.index_layout import DATES
from generator.site.policy import (
    Attributes,
    find_element_faults,
    is_always_allowed,
    stays_within,
)
from generator.site.search import BUNDLES, INDEX

NOT_FOUND = "404.html"
SHOWN_FAULTS = 20
_SHARED = ("og:url", "og:image")
_READ = {"href", "src", "id", "property"}
"""The attributes that more is asked of than whether they are allowed."""


class UnsoundSiteError(Exception):
    """What was built must not be shown; `faults` says why, each with the page's path in front."""

    def __init__(self, faults: Sequence[str]) -> None:
        shown = list(faults[:SHOWN_FAULTS])
        if len(faults) > SHOWN_FAULTS:
            shown.append(f"and {len(faults) - SHOWN_FAULTS:,} more")
        super().__init__("\n  ".join(["the site that was built is not sound:", *shown]))
        self.faults = faults


@dataclass(slots=True)
class Page:
    """One built page: what it points to within the site, and what can be pointed to in it."""

    targets: list[str] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)
    canonical: str = ""
    shared: dict[str, str] = field(default_factory=dict)
    """The addresses that it gives to those who show a link to it, by property."""
    leads: list[str] | None = None
    """The files of the site, with `#` and an id where one is meant, that its targets lead to."""


def verify_site(  # noqa: PLR0913, PLR0917 - each says of some files what they have to be
    site: Path,
    expected: Sequence[str],
    searchable: int,
    others: Collection[str] = (),
    known: Mapping[str, Page] | None = None,
    verbatim: Mapping[str, bytes] | None = None,
) -> int:
    """How many pages a sound site has.

    Args:
        site: The folder of the built site.
        expected: The path of each page that has to be in it, as `briefs/x/index.html`.
        searchable: How many pages the search index was said to hold.
        others: The path of each file that is no page and has to be in it too.
        known: Pages that were read already, by path; what they hold is what the files hold.
        verbatim: Files that the program put there as they are, by path; a page among them has a
            policy of its own, and may hold nothing else.

    Raises:
        UnsoundSiteError: Pages or the index are missing or strange, or a link leads nowhere.
    """
    known, verbatim = known or {}, verbatim or {}
    files = list_files(site)
    pages = {
        path: known.get(path) or read_page((site / path).read_bytes())
        for path in sorted(files)
        if path.endswith(".html") and path not in verbatim
    }
    wanted = {*expected, NOT_FOUND}
    faults = [f"{path}: was not built" for path in sorted(wanted - pages.keys())]
    faults += [f"{path}: was not written" for path in sorted(set(others) - files)]
    faults += [f"{path}: nobody wrote this page" for path in sorted(pages.keys() - wanted)]
    faults += [
        f"{path}: is not as it was put there"
        for path, content in verbatim.items()
        if path not in files or (site / path).read_bytes() != content
    ]
    faults += [f"{path}: {fault}" for path, page in pages.items() for fault in page.faults]
    faults += _find_link_faults(pages, files)
    faults += _find_index_faults(site, searchable)
    if faults:
        raise UnsoundSiteError(faults)
    return len(pages)


def read_page(html: bytes) -> Page:
    """Reads one page as a browser does, and judges what stands in it."""
    page = Page()
    tree = LexborHTMLParser(html)
    for node in tree.root.traverse() if tree.root is not None else ():
        _read_element(node, page)
    page.faults += _find_policy_faults(tree)
    return page


def _read_element(node: LexborNode, page: Page) -> None:
    tag, attributes = node.tag or "", node.attributes
    if _is_plain(tag, tuple(attributes)):
        return
    target = attributes.get("href") or attributes.get("src")
    if target and not _is_address(target):
        page.faults.append(f"holds <{tag}> with `{target}`, which is no address")
        return
    page.faults += find_element_faults(tag, attributes, node.text() if tag == "script" else "")
    if tag == "title" and not _may_hold_title(node):
        page.faults.append("holds <title> outside its head and its drawings")
    _read_names(attributes, page)
    if target and attributes.get("rel") == "canonical":
        if page.canonical:
            page.faults.append("names two addresses as its own")
        page.canonical = target
    elif target is not None and not _leads_away(tag, target, page):
        page.targets.append(sys.intern(target))  # the same on many pages


@lru_cache(maxsize=4096)  # nearly all elements of a site are of some hundred kinds
def _is_plain(tag: str, names: tuple[str, ...]) -> bool:
    """Whether an element with attributes of these names is of no interest, whatever they say."""
    is_comment = tag.startswith("-")
    return is_comment or (
        tag != "title" and _READ.isdisjoint(names) and is_always_allowed(tag, names)
    )


def _read_names(attributes: Attributes, page: Page) -> None:
    """What only one element of a page may say: an id, and what a shared link shows."""
    if (name := attributes.get("property")) in _SHARED:
        if name in page.shared:
            page.faults.append(f"says twice what its {name} is")
        page.shared[name] = attributes.get("content") or ""
    if id := attributes.get("id"):
        if id in page.ids:
            page.faults.append(f"holds two elements with the id `{id}`")
        page.ids.add(id)


def _may_hold_title(node: LexborNode) -> bool:
    """A title names the page, in its head, or a part of a drawing."""
    parent = node.parent
    while parent is not None and parent.tag not in ("head", "svg"):
        parent = parent.parent
    return parent is not None


def _is_address(target: str) -> bool:
    if stays_within(target):
        return True
    try:
        urlsplit(target)
    except ValueError:
        return False
    return True


def _leads_away(tag: str, target: str, page: Page) -> bool:
    """Whether an address is another site's, which only a reader's own click may ask for."""
    if stays_within(target):
        return False
    address = urlsplit(target)
    if not (address.scheme or address.netloc):
        return False
    if tag != "a":
        page.faults.append(f"loads `{target}` from elsewhere")
    return True


def _find_policy_faults(tree: LexborHTMLParser) -> Iterator[str]:
    """The policy counts from where it stands: only the character set may stand before it."""
    head = tree.css_first("head")
    children = list(head.iter()) if head is not None else []
    first = [child.attributes for child in children[:2]]
    if len(first) < 2 or "charset" not in first[0] or "http-equiv" not in first[1]:  # noqa: PLR2004 - both
        yield "does not begin with its content security policy"
    if not tree.css_matches('head > meta[name="referrer"]'):
        yield "does not say that no referrer is to be sent"


def _find_link_faults(pages: dict[str, Page], files: set[str]) -> Iterator[str]:
    home = pages.get("index.html", Page()).canonical
    root = urlsplit(home).path if home else "/"
    for path, page in pages.items():
        if page.canonical and not page.canonical.startswith(home):
            yield f"{path}: names `{page.canonical}` as its own address"
        yield from (f"{path}: {fault}" for fault in _find_shared_faults(page, home, files))
    for path, page in pages.items():
        leads = find_leads(path, page, root) if page.leads is None else page.leads
        for lead in leads:
            if not _is_alive(lead, pages, files):
                yield f"{path}: links to `{lead}`, which is not there"


def find_leads(path: str, page: Page, root: str) -> list[str]:
    """Where a page's targets lead, each once, without what stands on the page itself.

    Args:
        path: The page's path on the site, such as `briefs/x/index.html`.
        page: What stands in it.
        root: The path of the site's own address, such as `/` or `/briefs/`.
    """
    found: dict[str, None] = {}
    for target in dict.fromkeys(page.targets):
        place, fragment = _split_address(target)
        file = _find_file(path, place, root)
        if file != path or (fragment and fragment not in page.ids):
            found[f"{file}#{fragment}" if fragment else file] = None
    return list(found)


def _find_shared_faults(page: Page, home: str, files: set[str]) -> Iterator[str]:
    """A shared link shows the page's own address and a picture of this site."""
    url, image = (page.shared.get(name) for name in _SHARED)
    if url is not None and url != page.canonical:
        yield f"gives `{url}` as its address to those who share it"
    if image is not None and not (
        home and image.startswith(home) and image.removeprefix(home) in files
    ):
        yield f"shows those who share it `{image}`, which is not there"


def _is_alive(lead: str, pages: dict[str, Page], files: set[str]) -> bool:
    file, _, fragment = lead.partition("#")
    if file not in files:
        return False
    return not fragment or file not in pages or fragment in pages[file].ids


def _split_address(target: str) -> tuple[str, str]:
    """The path and the fragment of an address within the site."""
    if stays_within(target):
        place, _, fragment = target.partition("#")
        return place, fragment
    address = urlsplit(target)
    return unquote(address.path), unquote(address.fragment)


def _find_file(path: str, target: str, root: str) -> str:
    """The file that a browser gets for an address on a page."""
    if not target:
        return path
    is_rooted = target.startswith("/")
    place = target.removeprefix(root) if is_rooted else f"{dirname(path)}/{target}"
    # Rooted, so that `..` leads no further up than to the site's own folder.
    file = normpath(f"/{place}").lstrip("/")
    if not file or target.endswith(("/", ".")):
        return f"{file}/index.html".lstrip("/")
    return file


def _find_index_faults(site: Path, searchable: int) -> Iterator[str]:
    path = site / INDEX / BUNDLES
    try:
        content = json.loads(path.read_text("utf-8"))
        bundles, files = content["bundles"], [content["engine"], content["contents"]]
        counted = sum(bundles.values())
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        yield f"{INDEX}/{path.name}: the search index can't be read"
        return
    if counted != searchable or not searchable:
        yield f"{INDEX}/{path.name}: the search index holds {counted} of {searchable} pages"
    for name in [*files, *(f"{bundle}/{DATES}" for bundle in bundles)]:
        if not (site / INDEX / name).is_file():
            yield f"{INDEX}/{name}: this part of the search index is missing"
