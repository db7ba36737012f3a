"""Style sheets and scripts lose what only their authors need."""

from pathlib import Path

import pytest

from generator.site.assets import shorten, shorten_assets, shorten_script

THEME = Path(__file__).resolve().parents[2] / "generator" / "site" / "theme"


@pytest.mark.parametrize(
    ("css", "shortened"),
    [
        ('a { content: "a: b; /* c */"; }', 'a{content:"a: b; /* c */";}'),
        ("a :is(b, c) > d,\ne { top: calc(1px + 2px); }", "a :is(b,c) > d,e{top:calc(1px + 2px);}"),
        ("@media (min-width: 6em) and (max-width: 9em) {\n  a { b: c; }\n}", None),
        ("/* one */\na { b: c } /* two\n */", None),
    ],
)
def test_what_a_browser_reads_stays(css: str, shortened: str | None) -> None:
    """Strings, spaces between selectors and around signs of arithmetic."""
    if shortened is not None:
        assert shorten(css) == shortened
    assert len(shorten(css)) < len(css)
    assert shorten(shorten(css)) == shorten(css).replace("  ", " ")


def test_the_site_s_own_sheets_become_shorter(tmp_path: Path) -> None:
    """By their comments at the least."""
    sheet = tmp_path / "assets" / "briefwright.css"
    sheet.parent.mkdir()
    css = (THEME / "assets" / "briefwright.css").read_text(encoding="utf-8")
    sheet.write_text(css, encoding="utf-8")
    shorten_assets(tmp_path)
    written = sheet.read_text(encoding="utf-8")
    assert "/*" not in written
    assert len(written) < 0.9 * len(css)


def test_a_script_keeps_all_that_runs() -> None:
    """Comments on lines of their own go, and the space in front of a line."""
    script = '/* Why.\n   More. */\n\nfunction f() {\n  return "/* a */  // b";  // c\n}\n'
    assert shorten_script(script) == 'function f() {\nreturn "/* a */  // b";  // c\n}\n'


@pytest.mark.parametrize(
    "script", sorted((THEME / "assets").glob("*.js")), ids=lambda one: one.name
)
def test_no_script_has_a_text_over_several_lines(script: Path) -> None:
    """Its lines could not lose their indentation."""
    for line in script.read_text(encoding="utf-8").splitlines():
        assert line.count("`") % 2 == 0 or line.lstrip().startswith("/*"), line
