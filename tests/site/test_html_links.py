"""Links in HTML, for the engine that takes them otherwise."""

import pytest

from generator.site.html_links import find_way_back, prefix_links


@pytest.mark.parametrize(
    ("page", "way"), [("metrics/x.md", "x/"), ("metrics/index.md", ""), ("index.md", "")]
)
def test_a_page_with_a_folder_of_its_own_is_one_step_further(page: str, way: str) -> None:
    """The page of a folder stands where its file stands."""
    assert find_way_back(page) == way


@pytest.mark.parametrize("address", ["x.csv", "./", "y/", "..x/"])
def test_a_relative_address_starts_from_the_page(address: str) -> None:
    """Also within a drawing."""
    html = f'<svg><a class="bw-m" href="{address}"><path></path></a></svg>'
    assert prefix_links(html, "x/") == html.replace(address, f"x/{address}")


def test_an_address_that_leaves_the_folder_of_the_page_does_not_enter_it() -> None:
    """`x/../y/` is `y/`, and long pages have thousands of links."""
    html = '<a href="../y/#obs-a">x</a> <a class="bw-m" href="../../y/x.csv">x</a>'
    shorter = '<a href="y/#obs-a">x</a> <a class="bw-m" href="../y/x.csv">x</a>'
    assert prefix_links(html, "x/") == shorter
    assert prefix_links(html, "") == html


@pytest.mark.parametrize(
    "address",
    ["#obs-a", "/a/", "https://a.example/b", "mailto:a@b.example", "?a", "y.md", "../y.md#obs-a"],
)
def test_all_other_addresses_stay(address: str) -> None:
    """A link of Markdown leads to a file, which the engine finds by itself."""
    html = f'<a href="{address}">x</a>'
    assert prefix_links(html, "x/") == html
