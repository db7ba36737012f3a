"""A built site is looked at once more before it takes the place of the last one.

Every page that was to be there is there and no other, each carries the policy at its head and
nothing that a policy can't forbid, every link within the site leads to something, and the search
has its index. What a page may hold is `policy`'s to say; what to do about a fault, the caller's.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.site.index_layout import CONTENTS
from generator.site.policy import Attributes, find_element_faults
from generator.site.search import BUNDLES, INDEX

NOT_FOUND = "404.html"
SHOWN_FAULTS = 20
_SHARED = ("og:url", "og:image")


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


def verify_site(
    site: Path, expected: Sequence[str], searchable: int, others: Collection[str] = ()
) -> int:
    """How many pages a sound site has.

    Args:
        site: The folder of the built site.
        expected: The path of each page that has to be in it, as `briefs/x/index.html`.
        searchable: How many pages the search index was said to hold.
        others: The path of each file that is no page and has to be in it too.

    Raises:
        UnsoundSiteError: Pages or the index are missing or strange, or a link leads nowhere.
    """
    pages = {
        path.relative_to(site).as_posix(): read_page(path.read_bytes())
        for path in sorted(site.rglob("*.html"))
        if path.is_file()
    }
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    wanted = {*expected, NOT_FOUND}
    faults = [f"{path}: was not built" for path in sorted(wanted - pages.keys())]
    faults += [f"{path}: was not written" for path in sorted(set(others) - files)]
    faults += [f"{path}: nobody wrote this page" for path in sorted(pages.keys() - wanted)]
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
    if tag.startswith("-"):  # a comment
        return
    target = attributes.get("href") or attributes.get("src")
    if not _is_address(target or ""):
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
        page.targets.append(target)


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
    try:
        urlsplit(target)
    except ValueError:
        return False
    return True


def _leads_away(tag: str, target: str, page: Page) -> bool:
    """Whether an address is another site's, which only a reader's own click may ask for."""
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
    if len(first) < 2 or "charset" not in first[0] or "http-equiv" not in first[1]:  # noqa: PLR2004
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
        for target in dict.fromkeys(page.targets):
            if not _is_alive(path, target, root, pages, files):
                yield f"{path}: links to `{target}`, which is not there"


def _find_shared_faults(page: Page, home: str, files: set[str]) -> Iterator[str]:
    """A shared link shows the page's own address and a picture of this site."""
    url, image = (page.shared.get(name) for name in _SHARED)
    if url is not None and url != page.canonical:
        yield f"gives `{url}` as its address to those who share it"
    if image is not None and not (
        home and image.startswith(home) and image.removeprefix(home) in files
    ):
        yield f"shows those who share it `{image}`, which is not there"


def _is_alive(path: str, target: str, root: str, pages: dict[str, Page], files: set[str]) -> bool:
    address = urlsplit(target)
    file = _find_file(path, unquote(address.path), root)
    if file not in files:
        return False
    fragment = unquote(address.fragment)
    return not fragment or file not in pages or fragment in pages[file].ids


def _find_file(path: str, target: str, root: str) -> str:
    """The file that a browser gets for an address on a page."""
    if not target:
        return path
    if target.startswith("/"):
        joined = PurePosixPath(target.removeprefix(root).lstrip("/"))
    else:
        joined = PurePosixPath(path).parent / target
    parts: list[str] = []
    for part in joined.parts:
        if part == "..":
            parts = parts[:-1]
        elif part != ".":
            parts.append(part)
    if target.endswith(("/", ".")) or not parts:
        parts.append("index.html")
    return "/".join(parts)


def _find_index_faults(site: Path, searchable: int) -> Iterator[str]:
    path = site / INDEX / BUNDLES
    try:
        bundles = json.loads(path.read_text("utf-8"))["bundles"]
        counted = sum(bundles.values())
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        yield f"{INDEX}/{path.name}: the search index can't be read"
        return
    if counted != searchable or not searchable:
        yield f"{INDEX}/{path.name}: the search index holds {counted} of {searchable} pages"
    for name in bundles:
        if not (site / INDEX / name / CONTENTS).is_file():
            yield f"{INDEX}/{name}: this part of the search index is missing"
