"""What the sanitiser removes, and what generated pages need it to keep."""

import re

import markdown
import pytest

from generator.library.library import Library
from generator.pages.site_pages import render_pages
from generator.records.edtf import parse_edtf
from generator.site.sanitiser import clean

DRAWING = re.compile(r'<svg class="bw-drawing bw-drawing--(?:wide|narrow)"[^>]*>(.*?)</svg>')
HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '<svg onload="alert(1)"><path d="M0 0" onclick="alert(1)"/></svg>',
    '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
    '<svg><a href="javascript:alert(1)"><text>x</text></a></svg>',
    "<svg><use href='#x'/><use xlink:href='https://tracker.example/x.svg#x'/></svg>",
    '<svg><image href="https://tracker.example/x.png"/><feImage href="//t.example/"/></svg>',
    "<svg><foreignObject><iframe src=x></iframe></foreignObject></svg>",
    '<svg><a><animate attributeName="href" to="javascript:alert(1)"/><text>x</text></a></svg>',
    '<svg><set attributeName="onmouseover" to="alert(1)"/></svg>',
    "<svg><style>@import url(https://tracker.example/)</style></svg>",
    '<svg><path d="M0 0" fill="url(https://tracker.example/#x)" style="fill: red"/></svg>',
    '<svg><rect width="9" height="9" filter="url(//tracker.example/#x)"/></svg>',
    '<svg><g transform="translate(1,2) url(//t.example)"><path d="url(//t.example)"/></g></svg>',
    "<svg><title><style><img src=x onerror=alert(1)></style></title></svg>",
    '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>"></svg>',
    '<svg viewBox="0 0 9 9" width="9999" id="__config" class="md-header"><path/></svg>',
    "<svg><script>alert(1)</script></svg>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    '<p style="background: url(//tracker.example)">x</p>',
    '<p onclick="alert(1)">x</p>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href="java\tscript:alert(1)">x</a>',
    '<a href="&#106;avascript:alert(1)">x</a>',
    '<a href=" javascript:alert(1)">x</a>',
    '<a href="vbscript:msgbox(1)">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    '<a href="//tracker.example/">x</a>',
    '<a href="\\\\tracker.example/">x</a>',
    '<a href="/\\tracker.example/">x</a>',
    '<a href="https://a.example/" target="_blank" ping="//t.example">x</a>',
    '<iframe src="https://tracker.example/"></iframe>',
    '<object data="x.swf"></object><embed src="x.swf">',
    '<form action="https://tracker.example/"><input name="q"><button>x</button></form>',
    '<link rel="stylesheet" href="https://tracker.example/x.css">',
    '<meta http-equiv="refresh" content="0;url=https://tracker.example/">',
    '<base href="https://tracker.example/">',
    "<style>@import url(https://tracker.example/)</style>",
    '<video src="x" onerror="alert(1)"></video><audio src="x"></audio>',
    '<p id="__config">x</p>',
    '<p id="bw-search">x</p>',
    '<p id="_config">x</p>',
    '<div class="mermaid">x</div>',
    '<div class="md-search md-overlay">x</div>',
    '<p role="dialog">x</p>',
    '<p tabindex="5">x</p>',
    '<p markdown="1">x</p>',
    "<!-- <script>alert(1)</script> --><p>x</p>",
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">x</p></noscript>',
    "<template><script>alert(1)</script></template>",
    "<p>x</p><plaintext><script>alert(1)</script>",
    '<details ontoggle="alert(1)" open>x</details>',
]

FORBIDDEN = re.compile(
    r"<(?:script|style|img|use|image|feImage|foreignObject|animate|set|math|iframe|object|embed|form|input|button|link|meta|base|video|audio"
    r"|noscript|template|plaintext)\b"
    r'|\s(?:on\w+|style|src|target|ping|markdown|action|fill|filter|xlink:href)="|url\('
    r'|(?:href|id|class|role|tabindex)="(?:\s*(?:java|vb)?script:|data:|[/\\]{2}|_|bw-search"|md-|dialog|5)'
    r'|href="[^"]*script:'
    r'|class="mermaid|<!--|alert\(1\)</script',
    re.IGNORECASE,
)

KEPT = [
    '<section aria-labelledby="key-figures" class="bw-wide">x</section>',
    '<p class="bw-note bw-ui" id="obs-drift-2031">x</p>',
    '<h1 id="2031-in-figures">x</h1>',
    '<h1 id="_1">Дев’ять</h1>',
    '<li id="fn:harbour-2031">x</li>',
    '<sup id="fnref:2"><a href="#fn:1">1</a></sup>',
    '<a class="bw-fig" data-computed="" data-n="16" href="#fig-drift">nine</a>',
    '<a href="../metrics/drift/#fig-drift">x</a>',
    '<a href="mailto:desk@gazette.example">x</a>',
    '<span class="bw-verdict" data-v="found">found</span>',
    '<blockquote class="bw-quote" lang="en">“<mark>nine</mark> metres”</blockquote>',
    '<div aria-labelledby="ev-x-h" class="bw-evidence">x</div>',
    '<bdi lang="uk">«дев’ять»</bdi>',
    '<p dir="rtl" lang="ar">تسعة</p>',
    '<time datetime="2031-05">May 2031</time>',
    '<div aria-label="Table: x" class="bw-scroll" role="region" tabindex="0">x</div>',
    '<details open=""><summary>x</summary></details>',
    '<pre aria-label="BibTeX entry" tabindex="0">@misc{x}</pre>',
    '<ol class="bw-chain"><li class="is-unread is-link-unread">x</li></ol>',
    "<dl><div><dt>x</dt><dd>y<wbr>z<br></dd></div></dl>",
    '<p><del>a</del> <ins>b</ins> <q>c</q> <abbr title="d">e</abbr> km<sup>2</sup></p>',
    '<svg aria-labelledby="x" class="bw-drawing" focusable="false" role="group" '
    'viewBox="0 0 960 4.5">'
    '<g class="bw-s1" transform="translate(-1.5,2)"><a aria-label="y" href="#obs-x">'
    '<circle cx="1" cy="2.5" r="3"></circle></a><path d="M0,1L2.5,-3A1,1,0,1,1,2,0Z"></path></g>'
    '<line x1="1" x2="2" y1="0" y2="-2"></line><rect height="2" width="1" x="0" y="9"></rect>'
    '<text class="bw-tick" x="1" y="2">a<tspan x="3">b</tspan></text><title>c</title></svg>',
    '<p>&lt;a href="https://a.example/"&gt; is how a link begins</p>',
]

TABLE = (
    '<table class="bw-table"><caption>x</caption><thead><tr><th scope="col">a</th></tr></thead>'
    '<tbody><tr id="fig-drift"><td colspan="2" class="bw-align-right">9</td></tr></tbody></table>'
)


@pytest.mark.parametrize("html", HOSTILE)
def test_nothing_that_runs_loads_or_takes_the_theme_over_stays(html: str) -> None:
    """Each hostile text loses what makes it hostile."""
    assert not FORBIDDEN.search(clean(html)), clean(html)


@pytest.mark.parametrize("html", HOSTILE)
def test_the_table_of_hostile_texts_is_hostile(html: str) -> None:
    """What the tests look for stands in the text before it is cleaned."""
    assert FORBIDDEN.search(html)


@pytest.mark.parametrize("html", HOSTILE)
def test_cleaning_twice_is_cleaning_once(html: str) -> None:
    """A text that changes when it is cleaned again was not clean."""
    assert clean(clean(html)) == clean(html)


@pytest.mark.parametrize("html", [*KEPT, TABLE])
def test_markup_of_generated_pages_stays_as_it_is(html: str) -> None:
    """Everything that page templates write passes unchanged, attribute order aside."""
    assert _sorted_attributes(clean(html)) == _sorted_attributes(html)


def test_outgoing_links_name_no_opener_and_no_referrer() -> None:
    """Links to other sites get `rel`, whatever stood there; links inside the site do not."""
    assert clean('<a rel="opener" href="https://a.example/">x</a> <a href="../b/">y</a>') == (
        '<a rel="noopener noreferrer" href="https://a.example/">x</a> <a href="../b/">y</a>'
    )


def test_only_the_script_says_what_is_open() -> None:
    """No page arrives with its evidence open, whoever wrote it so."""
    assert clean('<div class="bw-evidence is-open">x</div>') == '<div class="bw-evidence">x</div>'
    assert "ignore" not in clean('<div data-pagefind-ignore="all">x</div>')


def test_rel_is_added_inside_tags_only() -> None:
    """A quotation of HTML keeps its words."""
    text = '<code>&lt;a href="https://a.example/"&gt;</code><abbr title="<a"> href="https:</abbr>'
    assert "rel=" not in clean(text)


@pytest.mark.parametrize(
    "source",
    [
        "![x](y){ onerror=alert(1) }",
        "[x](javascript:alert(1))",
        "[x](y){ onclick=alert(1) style=color:red }",
        "# x {#__config}",
        '<div markdown="1" onclick="alert(1)">\n*x*\n</div>',
        "Text[^1]\n\n[^1]: <img src=x onerror=alert(1)>",
        "`</p><script>alert(1)</script>`{ .bw-x onclick=alert(1) }",
    ],
)
def test_extensions_cannot_add_anything_behind_the_sanitiser(source: str) -> None:
    """It runs after attr_list, md_in_html and the footnotes."""
    extensions = ["attr_list", "md_in_html", "footnotes", "generator.site.sanitiser"]
    html = markdown.markdown(source, extensions=extensions)
    assert not FORBIDDEN.search(html.replace("&lt;script&gt;alert(1)&lt;/script&gt;", "")), html


def _sorted_attributes(html: str) -> str:
    def put_in_order(tag: re.Match[str]) -> str:
        attributes = sorted(re.findall(r'[a-z-]+="[^"]*"', tag[2]))
        return f"<{tag[1]} {' '.join(attributes)}>"

    return re.sub(r"<([a-z0-9]+)((?: [a-z-]+=\"[^\"]*\")+)>", put_in_order, html)


def test_the_sanitiser_leaves_a_drawing_as_it_is(library: Library) -> None:
    """Nothing is lost on its way to the page, so nothing superfluous was written."""
    pages = render_pages(library, parse_edtf("2024-06-01"))
    drawings = [match[1] for page in pages.values() for match in DRAWING.finditer(page)]
    assert sum("bw-c-axis" in drawing for drawing in drawings) > 3
    for drawing in drawings:
        html = f'<svg class="bw-drawing" viewBox="0 0 960 400">{drawing}</svg>'
        assert clean(html) == re.sub(r"<(path|line|rect|circle)([^>]*)/>", r"<\1\2></\1>", html)
