"""What a finished page may hold, and how the last look at a site finds what it may not."""

from pathlib import Path

import pytest

from generator.site.policy import HEADERS, HEADERS_FILE, POLICY, write_headers
from generator.site.verify import UnsoundSiteError, read_page, verify_site

ROOT = Path(__file__).resolve().parents[2]
HEAD = (
    '<meta charset="utf-8">'
    f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    '<meta name="referrer" content="no-referrer"><title>x</title>'
)


def _page(body: str = "", head: str = HEAD) -> bytes:
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A sound site of three pages."""
    (tmp_path / "a").mkdir()
    (tmp_path / "index.html").write_bytes(_page('<a href="a/">a</a><a href="a/#x">b</a>'))
    (tmp_path / "a/index.html").write_bytes(_page('<p id="x"><a href="..">up</a></p>'))
    (tmp_path / "404.html").write_bytes(_page('<a href="/a/">a</a>'))
    (tmp_path / "pagefind/one").mkdir(parents=True)
    for part in ("one/dates.json", "e", "c"):
        (tmp_path / "pagefind" / part).write_bytes(b"")
    index = '{"bundles": {"one": 2}, "engine": "e", "contents": "c"}'
    (tmp_path / "pagefind/bundles.json").write_text(index, encoding="utf-8")
    return tmp_path


PAGES = ["index.html", "a/index.html"]


def _faults(site: Path) -> list[str]:
    with pytest.raises(UnsoundSiteError) as unsound:
        verify_site(site, PAGES, 2)
    return list(unsound.value.faults)


def test_a_sound_site_has_so_many_pages(site: Path) -> None:
    """The page for addresses without one counts."""
    assert verify_site(site, PAGES, 2) == 3


@pytest.mark.parametrize(
    "body",
    [
        "<script>1</script>",
        "<svg><script>1</script></svg>",
        '<svg><path fill="url(https://other.example/#x)"></path></svg>',
        '<svg><a xlink:href="a/"><text>x</text></a></svg>',
        '<svg><a href="https://other.example/"><text>x</text></a></svg>',
        '<svg><a href="nowhere/"><text>x</text></a></svg>',
        '<svg><use href="#x"></use></svg>',
        '<svg><image href="https://other.example/x.png"></image></svg>',
        "<svg><foreignObject><p>x</p></foreignObject></svg>",
        "<p><title>x</title></p>",
        '<script src="https://other.example/x.js"></script>',
        '<script src="//other.example/x.js"></script>',
        '<p onclick="1">x</p>',
        '<p style="color: red">x</p>',
        "<style>p {}</style>",
        '<img src="https://other.example/x.png">',
        '<iframe src="a/"></iframe>',
        '<base href="https://other.example/">',
        '<meta http-equiv="refresh" content="0;url=https://other.example/">',
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}; img-src *">',
        '<link rel="preconnect" href="https://other.example/">',
        '<link rel="stylesheet" href="https://other.example/x.css">',
        '<a href="javascript:1">x</a>',
        '<a href="https://[">x</a>',
        '<a href="a/" ping="https://other.example/">x</a>',
        '<form action="https://other.example/"><input formaction="x"></form>',
        "<template><script>1</script></template>",
        "<object></object>",
        '<meta name="referrer" content="unsafe-url">',
        '<meta charset="utf-7">',
        '<a href="https://other.example/" referrerpolicy="unsafe-url">x</a>',
        '<a href="https://other.example/" rel="noreferrer">x</a>',
        '<a href="https://other.example/" rel="noopener noreferrer" target="_blank">x</a>',
        '<script type="application/json" id="other">{}</script>',
        '<script type="application/json" id="__config">{}</script><p id="__config">x</p>',
        '<link rel="canonical" href="https://a.example/"><link rel="canonical" href="x">',
    ],
)
def test_a_page_with_what_no_policy_allows_is_refused(site: Path, body: str) -> None:
    """It names the page; the site is not put in place."""
    (site / "a/index.html").write_bytes(_page(f'<p id="x">{body}</p>'))
    assert [fault for fault in _faults(site) if fault.startswith("a/index.html: ")]


@pytest.mark.parametrize(
    "head",
    [
        '<meta charset="utf-8"><meta name="referrer" content="no-referrer"><title>x</title>',
        HEAD.replace("<meta http-equiv", "<title>early</title><meta http-equiv"),
        HEAD.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'"),
        HEAD.replace("default-src 'none'; ", ""),
    ],
)
def test_a_page_without_the_policy_at_its_head_is_refused(site: Path, head: str) -> None:
    """It counts only for what stands behind it, and only as it is."""
    (site / "index.html").write_bytes(_page('<a href="a/#x">a</a>', head))
    assert any("policy" in fault for fault in _faults(site))


def test_a_page_that_would_send_a_referrer_is_refused(site: Path) -> None:
    """Also to where its policy does not reach."""
    head = HEAD.replace('<meta name="referrer" content="no-referrer">', "")
    (site / "index.html").write_bytes(_page('<a href="a/#x">a</a>', head))
    assert [fault for fault in _faults(site) if "referrer" in fault]


def test_what_is_missing_or_too_much_is_named(site: Path) -> None:
    """A page that was not built, one that nobody wrote, and a link to nothing."""
    (site / "a/index.html").rename(site / "b.html")
    assert _faults(site) == [
        "a/index.html: was not built",
        "b.html: nobody wrote this page",
        "404.html: links to `a/index.html`, which is not there",
        "index.html: links to `a/index.html`, which is not there",
        "index.html: links to `a/index.html#x`, which is not there",
    ]


@pytest.mark.parametrize(
    "bundles",
    [
        "",
        "{",
        "[]",
        '{"bundles": {"one": 2}}',
        '{"bundles": {"one": 1}, "engine": "e", "contents": "c"}',
        '{"bundles": {"two": 2}, "engine": "e", "contents": "c"}',
        '{"bundles": {"one": ""}, "engine": "e", "contents": "c"}',
        '{"bundles": {"one": 2}, "engine": "x", "contents": "c"}',
        '{"bundles": {"one": 2}, "engine": "e", "contents": "x"}',
    ],
)
def test_a_damaged_index_is_named(site: Path, bundles: str) -> None:
    """The search would find nothing, or half of the pages."""
    (site / "pagefind/bundles.json").write_text(bundles, encoding="utf-8")
    assert any(fault.startswith("pagefind/") for fault in _faults(site))


SHARED = (
    '<link rel="canonical" href="https://x.example/a/">'
    '<meta property="og:url" content="https://x.example/a/">'
    '<meta property="og:image" content="https://x.example/card.png">'
)


def _share(site: Path, head: str) -> None:
    home = f'{HEAD}<link rel="canonical" href="https://x.example/">'
    (site / "index.html").write_bytes(_page('<a href="a/#x">a</a>', home))
    (site / "a/index.html").write_bytes(_page('<p id="x">x</p>', HEAD + head))
    (site / "card.png").write_bytes(b"")


def test_a_shared_link_shows_the_page_and_a_picture_of_the_site(site: Path) -> None:
    """Both addresses are whole, as others need them."""
    _share(site, SHARED)
    assert verify_site(site, PAGES, 2) == 3


@pytest.mark.parametrize(
    ("found", "put"),
    [
        ('og:url" content="https://x.example/a/', 'og:url" content="https://x.example/b/'),
        ('og:url" content="https://x.example/a/', 'og:url" content="https://other.example/a/'),
        ('og:image" content="https://x.example/', 'og:image" content="https://other.example/'),
        ("example/card.png", "example/missing/card.png"),
        ("example/card.png", "example/a/../card.png"),
        ("https://x.example/card.png", "javascript:alert(1)/card.png"),
        ('<meta property="og:url"', '<meta property="og:url" content="x"><meta property="og:url"'),
        ("og:image", "og:video"),
        ("og:image", "og:image:user_generated"),
        ("og:image", "fb:app_id"),
    ],
)
def test_a_shared_link_that_shows_anything_else_is_refused(
    site: Path, found: str, put: str
) -> None:
    """Nobody who sees a link to a page is led elsewhere."""
    assert found in SHARED
    _share(site, SHARED.replace(found, put))
    assert [fault for fault in _faults(site) if fault.startswith("a/index.html: ")]


def test_an_anchor_that_is_not_there_is_named(site: Path) -> None:
    """A figure's link has to lead to the figure."""
    (site / "a/index.html").write_bytes(_page('<p id="y">x</p>'))
    assert _faults(site) == ["index.html: links to `a/index.html#x`, which is not there"]


def test_addresses_of_a_site_below_a_folder_are_followed(site: Path) -> None:
    """The page for addresses without one names others from the host's root."""
    home = f'{HEAD}<link rel="canonical" href="https://x.example/archive/">'
    (site / "index.html").write_bytes(_page('<a href="a/#x">a</a>', home))
    (site / "404.html").write_bytes(_page('<a href="/archive/a/">a</a>'))
    assert verify_site(site, PAGES, 2) == 3


def test_the_theme_and_the_headers_have_one_policy() -> None:
    """The header says no more than that nobody may frame the site."""
    theme = (ROOT / "generator/site/theme/main.html").read_text(encoding="utf-8")
    assert f'content="{POLICY}"' in theme
    assert HEADERS["Content-Security-Policy"] == f"{POLICY}; frame-ancestors 'none'"
    assert "unsafe-inline" not in POLICY
    assert "unsafe-eval'" not in POLICY.replace("'wasm-unsafe-eval'", "")


def test_headers_are_written_as_hosts_read_them(tmp_path: Path) -> None:
    """One block for all files."""
    write_headers(tmp_path)
    first, *rest = (tmp_path / HEADERS_FILE).read_text(encoding="utf-8").splitlines()
    assert first == "/*"
    assert [line.split(": ", 1) for line in rest] == [[f"  {k}", v] for k, v in HEADERS.items()]


def test_what_stands_in_a_page_is_read_as_a_browser_does() -> None:
    """A comment or a text that looks like a tag is none."""
    page = read_page(_page("<!-- <script>1</script> --><p>&lt;script&gt;</p>"))
    assert page.faults == []


def test_a_file_that_was_to_be_there_is_missed(site: Path) -> None:
    """A page may lead to it by a link that no engine has judged."""
    with pytest.raises(UnsoundSiteError) as unsound:
        verify_site(site, PAGES, 2, ["a/a.csv"])
    assert unsound.value.faults == ["a/a.csv: was not written"]
    (site / "a/a.csv").write_bytes(b"")
    assert verify_site(site, PAGES, 2, ["a/a.csv"]) == 3


def test_a_page_with_a_policy_of_its_own_is_known_by_every_byte(site: Path) -> None:
    """What the program put there has to be just that, and counts as no page of the readers."""
    form = b"<!doctype html><script>1</script>"
    (site / "admin").mkdir()
    (site / "admin/index.html").write_bytes(form)
    assert verify_site(site, PAGES, 2, verbatim={"admin/index.html": form}) == 3
    with pytest.raises(UnsoundSiteError) as unsound:
        verify_site(site, PAGES, 2, verbatim={"admin/index.html": form + b" "})
    assert unsound.value.faults == ["admin/index.html: is not as it was put there"]
    assert any("nobody wrote" in fault for fault in _faults(site))
