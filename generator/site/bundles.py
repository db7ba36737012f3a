"""Which pages are indexed together: a rule that leaves a page where it was when others change.

Pages are told apart by their part of the site, then by year, then by a hash of their path, and a
group is halved until it is small enough; small neighbours are put together again. So a group
changes only when one of its pages does, or when it grows too large; a site of few pages has one.
What becomes of a group is others' business.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

BUNDLES = 10
"""So many groups at least a site is divided into, as far as the bounds let it."""
LEAST, MOST = 4_000_000, 16_000_000
"""The bound on the bytes of HTML in a group of more than one page is between these, and one of them
times a power of two. The smaller it is, the sooner one page is indexed again; the larger, the less
a reader loads. Pagefind takes six to ten times as much memory."""
PAGE = 32_000
"""The bound on pages is that on bytes divided by this."""
_SMALL = 4
"""A group is small if so many of it would be within the bound."""
_YEARS, _PATHS = 14, 64
"""Bits that tell years and paths apart; the part of the site has sixteen in front of them."""
_BITS = 16 + _YEARS + _PATHS


@dataclass(frozen=True, slots=True, order=True)
class SearchedPage:
    """What is known of a page before it is indexed."""

    path: str
    """In the site, as `briefs/x/index.html`."""
    digest: str
    """The SHA-256 of its HTML, in hexadecimal digits."""
    size: int
    """Bytes of HTML."""
    year: str = ""
    """The one year that it speaks of, if it is one."""
    date: str = ""
    """The day by which it is sorted, as 2025-01-09; empty if it has none."""


@dataclass(frozen=True, slots=True)
class Bound:
    """How large a group of more than one page may be."""

    pages: int
    size: int
    """Bytes of HTML."""

    def holds(self, group: _Keyed, part: int = 1) -> bool:
        """Whether a group is within the bound, or within the given part of it."""
        size = sum(page.size for _, page in group)
        return len(group) * part <= self.pages and size * part <= self.size


_Keyed = list[tuple[int, SearchedPage]]


def choose_bound(pages: Iterable[SearchedPage]) -> Bound:
    """The bound for a site; it stays the same until the site has doubled."""
    sizes = [page.size for page in pages]
    share = max(sum(sizes), PAGE * len(sizes)) / BUNDLES
    size = LEAST
    while size < min(share, MOST):
        size *= 2
    return Bound(size // PAGE, size)


def group_pages(
    pages: Iterable[SearchedPage], bound: Bound | None = None
) -> list[list[SearchedPage]]:
    """The groups, each sorted by path; in which order the pages come makes no difference."""
    keyed = sorted((_key_of(page), page) for page in pages)
    groups = _halve(keyed, 1, bound or choose_bound(page for _, page in keyed))
    return [sorted(page for _, page in group) for group in groups]


def _halve(pages: _Keyed, depth: int, bound: Bound) -> list[_Keyed]:
    """The pages, which are alike in all bits before `depth`, in groups that are small enough."""
    if not pages:
        return []
    if len(pages) == 1 or depth > _BITS or bound.holds(pages):
        return [pages]
    bit = 1 << (_BITS - depth)
    halves = [one for one in pages if not one[0] & bit], [one for one in pages if one[0] & bit]
    return _join_small(
        [group for half in halves for group in _halve(half, depth + 1, bound)], bound
    )


def _join_small(groups: list[_Keyed], bound: Bound) -> list[_Keyed]:
    """Puts together groups that are small beside the bound, as far as it holds."""
    large = [group for group in groups if not bound.holds(group, _SMALL)]
    joined: list[_Keyed] = []
    for group in groups:
        if not bound.holds(group, _SMALL):
            continue
        if joined and bound.holds([*joined[-1], *group]):
            joined[-1] = [*joined[-1], *group]
        else:
            joined.append(group)
    return large + joined


def _key_of(page: SearchedPage) -> int:
    """A number whose first bits tell the part of the site, then the year, then the path."""
    part, _, rest = page.path.partition("/")
    year = int(page.year) if page.year.isascii() and page.year.isdecimal() else 0
    key = _hash(part if rest else "", 16)
    key = key << _YEARS | min(year, (1 << _YEARS) - 1)
    return key << _PATHS | _hash(page.path, _PATHS)


def _hash(text: str, bits: int) -> int:
    digest = hashlib.sha256(text.encode("utf-8", "surrogateescape")).digest()
    return int.from_bytes(digest[: bits // 8], "big")
