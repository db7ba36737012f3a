"""The places through which a default site lets a hostile text out, each closed.

A page by hand is the hardest case: the engine reads it as it stands, with attribute lists and HTML.
"""
# ruff: noqa: E501 (hostile text stays on the one line that it needs)

import shutil
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.site.engines import Engine, build
from generator.site.verify import read_page

ROOT = Path(__file__).resolve().parents[2]
SECRET = "never-to-be-published"  # noqa: S105 - it guards nothing but this test
BREAKOUT = '"><script>window.ran=1</script><p title="</title><script>window.ran=1</script>'
PAGE = f"""---
title: '{BREAKOUT}'
description: '{BREAKOUT}'
---

# Text {{#__config}}

## One {{ id='x" data-z="1"><meta/@ name="referrer" content="unsafe-url"><a/@ href="https://other.example/">Two</a/@ q="' }}

## `</title><script>window.ran=1</script>`

--8<-- "secret.txt"

--8<--
secret.txt
--8<--

{{{{ 7*7 }}}} {{% include "secret.txt" %}} {{{{ config }}}}

![x](https://other.example/y){{ onerror=window.ran=1 }} [x](javascript:window.ran=1){{ onclick=window.ran=1 }}

![remote](https://other.example/x.png)

!!! note "<img src=x onerror=window.ran=1>"

=== "<img src=x onerror=window.ran=1>"

    tab

[=50% "<img src=x onerror=window.ran=1>"]

```mermaid
graph TD; A-->B;
```

``` {{ .python onclick=window.ran=1 title="<img src=x onerror=window.ran=1>" }}
code
```

<div id="__config" class="md-search" markdown="1" onclick="window.ran=1">*x*</div>

<iframe src="https://other.example/"></iframe><form action="https://other.example/"></form>
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site with the hostile page in it."""
    project = tmp_path_factory.mktemp("sinks")
    shutil.copytree(Path(__file__).parent / "project", project, dirs_exist_ok=True)
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    theme = (ROOT / "generator" / "site" / "theme").as_posix()
    config = config.replace("generator/site/theme", theme)
    config = config.replace("  - Home: index.md\n", "  - Home: index.md\n  - hostile.md\n")
    (project / "mkdocs.yml").write_text(config, encoding="utf-8")
    (project / "docs/hostile.md").write_text(PAGE, encoding="utf-8")
    for place in (project, project / "docs"):
        (place / "secret.txt").write_text(SECRET, encoding="utf-8")
    built = project / "site"
    build(Engine.MKDOCS, project, built)
    for file in built.rglob("*.html"):
        assert read_page(file.read_bytes()).faults == []
    return built


@pytest.fixture(scope="module")
def page(site: Path) -> LexborHTMLParser:
    """The hostile page, as a browser reads it."""
    return LexborHTMLParser((site / "hostile/index.html").read_bytes())


def test_the_window_title_is_text(page: LexborHTMLParser) -> None:
    """What leaves the element would stand in the head."""
    (title,) = page.css("title")
    assert "script" not in title.text()
    assert page.css("head p") == []


def test_the_description_is_text(page: LexborHTMLParser) -> None:
    """It stands in an attribute."""
    (description,) = page.css('meta[name="description"]')
    assert "<" not in (description.attributes["content"] or "")


def test_an_id_does_not_leave_its_attribute(page: LexborHTMLParser) -> None:
    """The list of headings repeats it, outside of the text that is cleaned."""
    assert len(page.css('meta[name="referrer"]')) == 1
    assert not page.css('a[href="https://other.example/"]')


def test_no_page_runs_what_another_is_called(site: Path) -> None:
    """Titles of pages stand in the navigation of all others."""
    for file in site.rglob("*.html"):
        assert b"window.ran=1</script>" not in file.read_bytes().replace(b"&lt;", b"?")


def test_an_id_of_the_theme_is_the_theme_s(page: LexborHTMLParser) -> None:
    """A second element of its name would take its place."""
    assert len(page.css("#__skip")) == 1
    assert page.css("article #__config, article .md-search") == []


def test_no_file_is_taken_into_a_page(site: Path) -> None:
    """Not by an include, from wherever it may lie."""
    for file in site.rglob("*.html"):
        assert SECRET.encode() not in file.read_bytes()


def test_nothing_is_worked_out(page: LexborHTMLParser) -> None:
    """A template's marks are text."""
    (article,) = page.css("article")
    assert "{{ 7*7 }}" in article.text()
    assert "49" not in article.text()


def test_attribute_lists_and_html_lose_what_runs_or_fetches(page: LexborHTMLParser) -> None:
    """Handlers, schemes, pictures of others, frames, forms."""
    (article,) = page.css("article")
    for node in article.traverse():
        assert not [name for name in node.attributes if name.startswith("on")]
        assert node.tag not in {"img", "iframe", "form", "script", "style"}
        assert "javascript" not in (node.attributes.get("href") or "")


def test_a_diagram_loads_nothing(page: LexborHTMLParser) -> None:
    """The theme would fetch a program from another host for a class of this name."""
    assert page.css(".mermaid") == []
