"""Which pages are indexed together."""

import random

from hypothesis import given
from hypothesis import strategies as st

from generator.site.bundles import LEAST, MOST, Bound, SearchedPage, choose_bound, group_pages

PAGES = st.lists(
    st.builds(
        SearchedPage,
        path=st.from_regex(r"(briefs|articles|metrics)/[a-z0-9]{1,6}/index\.html", fullmatch=True),
        digest=st.just(""),
        size=st.integers(1, 300),
        year=st.sampled_from(["", "2022", "2023", "2024", "17", "99999"]),
    ),
    unique_by=lambda page: page.path,
    max_size=80,
)


@given(PAGES, st.randoms(use_true_random=False))
def test_each_page_is_in_one_bundle_within_its_bounds(
    pages: list[SearchedPage], chance: random.Random
) -> None:
    """However they come; a page that is larger than the bound has a bundle alone."""
    groups = group_pages(pages, Bound(10, 200))
    assert sorted(page for group in groups for page in group) == sorted(pages)
    for group in groups:
        assert len(group) == 1 or (len(group) <= 10 and sum(page.size for page in group) <= 200)
    chance.shuffle(pages)
    assert group_pages(pages, Bound(10, 200)) == groups


def _page(part: str, number: int, year: int) -> SearchedPage:
    return SearchedPage(f"{part}/p-{number}/index.html", "", 1_000, str(year))


def test_a_small_site_has_one_bundle() -> None:
    """Whatever kinds and years its pages are of."""
    pages = [_page(part, n, 2000 + n % 20) for part in ("a", "b", "c") for n in range(40)]
    assert len(group_pages(pages)) == 1


def test_a_new_page_changes_one_bundle() -> None:
    """Pages of other years and kinds stay where they were."""
    pages = [_page(part, n, 2010 + n % 10) for part in ("a", "b") for n in range(3_000)]
    before = group_pages(pages)
    after = group_pages([*pages, _page("a", 9_999, 2019)])
    assert len(after) == len(before)
    assert len([group for group in after if group not in before]) == 1


def test_bundles_are_few() -> None:
    """Each costs a reader two requests: small ones are put together."""
    pages = [
        _page(part, n, 2019 + n % 5)
        for part, count in (("articles", 8_000), ("briefs", 1_600), ("metrics", 30), ("topics", 9))
        for n in range(count)
    ]
    assert len(group_pages(pages)) <= 40
    assert max(sum(page.size for page in group) for group in group_pages(pages)) <= MOST


def test_the_bound_follows_the_size_of_the_site() -> None:
    """A small site is indexed again quickly, a large one is loaded in few parts."""
    for megabytes, bound in ((1, LEAST), (33, LEAST), (60, 8_000_000), (265, MOST), (9_000, MOST)):
        page = SearchedPage("a/index.html", "", megabytes * 1_000_000)
        assert choose_bound([page]).size == bound
