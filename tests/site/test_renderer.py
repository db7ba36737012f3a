"""A page rendered alone is the page that the engine's own command writes."""

from pathlib import Path

import pytest

from generator.site.engines import Engine, build, list_pages
from generator.site.folders import digest_files
from generator.site.renderer import RendererFailure, render_batch, render_shell
from generator.site.rendering import digest_design, make_design

DAY = 1_700_006_400
"""A midnight."""


@pytest.mark.parametrize("engine", [Engine.MKDOCS, Engine.PROPERDOCS])
def test_every_file_is_the_one_of_the_command(
    project: Path, tmp_path: Path, engine: Engine
) -> None:
    """Pages, site map, page of errors, style sheets: byte for byte."""
    site, pages = tmp_path / "site", list_pages(project)
    build(engine, project, site, source_date_epoch=DAY)
    design = make_design(engine, project, pages, DAY, is_near=True)
    made = dict(render_shell(design))
    for rendered in render_batch(design, [(path, None) for path in pages]):
        assert rendered.warnings == []
        made[pages[rendered.path]] = rendered.html
    written = {path.relative_to(site).as_posix(): path for path in site.rglob("*")}
    assert made.keys() == {path for path, file in written.items() if file.is_file()}
    assert [path for path, content in made.items() if written[path].read_bytes() != content] == []


def test_what_stands_in_a_page_is_told_with_it(project: Path) -> None:
    """Where its links lead, without those to places of its own, and what may be led to."""
    design = make_design(Engine.MKDOCS, project, list_pages(project), DAY, is_near=True)
    (rendered,) = render_batch(design, [("index.md", None)])
    assert rendered.facts.faults == []
    assert rendered.facts.leads
    assert "index.html" not in rendered.facts.leads
    assert rendered.facts.ids


def test_what_the_engine_warns_of_is_told(project: Path) -> None:
    """A strict build would end with it."""
    (project / "docs" / "about.md").write_text("# About\n\n[gone](nowhere.md)\n", "utf-8")
    design = make_design(Engine.MKDOCS, project, list_pages(project), DAY, is_near=True)
    (rendered,) = render_batch(design, [("about.md", None)])
    assert "nowhere.md" in rendered.warnings[0]


def test_a_page_that_is_not_there_is_named(project: Path) -> None:
    """It can't be left out in silence."""
    design = make_design(Engine.MKDOCS, project, list_pages(project), DAY, is_near=True)
    with pytest.raises(RendererFailure, match=r"nowhere\.md"):
        render_batch(design, [("nowhere.md", None)])


def test_pages_rest_on_the_design_and_not_on_the_day(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A newer record gives the site another day, which no page of ours shows."""

    def digest(epoch: int = DAY, by_hand: tuple[str, ...] = ()) -> str:
        design = make_design(Engine.MKDOCS, project, {}, epoch, is_near=True)
        others = {
            path: one
            for path, one in digest_files(project / "docs").items()
            if not path.endswith(".md")
        }
        return digest_design(design, by_hand, others)

    first = digest()
    assert digest(DAY + 86_400) == first
    assert digest(by_hand=("about.md",)) != first
    monkeypatch.setenv("SITE_URL", "https://other.example/")
    assert digest() != first
    monkeypatch.undo()
    assert digest() == first
    (project / "docs" / "robots.txt").write_text("User-agent: *\n", "utf-8")
    assert digest() != first
    (project / "docs" / "robots.txt").unlink()
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as opened:
        opened.write("# changed\n")
    assert digest() != first
