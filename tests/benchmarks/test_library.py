"""The invented library is whole, has the shape that it says, and is the same each time."""

from collections import Counter
from pathlib import Path

import pytest

from benchmarks.library import write_library
from benchmarks.shape import ARTICLES, EVENTS, FEWEST, OBSERVATIONS, Shape, fit_shape
from benchmarks.words import LANGUAGES
from generator.checks.run import run_checks
from generator.library.library import Library
from generator.reading.assemble import assemble
from generator.reading.files import read_data_files
from generator.records.blocks import ChartBlock, CompareBlock, TableBlock, TimelineBlock

BRIEFS = 40


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, int]]:
    """A library on disk, and what it says of itself."""
    folder = tmp_path_factory.mktemp("library")
    return folder, write_library(folder, BRIEFS)


@pytest.fixture(scope="module")
def library(written: tuple[Path, dict[str, int]]) -> Library:
    """The library as it is read."""
    library, issues = assemble(read_data_files(written[0]))
    assert issues == []
    return library


def test_nothing_is_wrong_with_the_measured_library(library: Library) -> None:
    """With an error it can't be built; looking up where a warning belongs takes time."""
    assert run_checks(library) == []


def test_each_brief_brings_as_much_as_the_shape_says(
    library: Library, written: tuple[Path, dict[str, int]]
) -> None:
    """Five articles, twenty figures, eight events; the rest grows more slowly."""
    shape = Shape(BRIEFS)
    found = {kind: len(getattr(library, kind)) for kind in written[1]}
    assert found == written[1]
    assert found["briefs"] == BRIEFS
    assert found["articles"] == BRIEFS * ARTICLES
    assert found["observations"] == BRIEFS * OBSERVATIONS
    assert found["events"] == BRIEFS * EVENTS
    for kind in ("metrics", "sources", "topics"):
        assert 0.85 * getattr(shape, kind) < found[kind] <= getattr(shape, kind), kind


def test_the_library_looks_like_an_archive(library: Library) -> None:
    """All languages, several years, a popular few, every kind of block, and shared articles."""
    articles = library.articles.values()
    assert {article.language for article in articles} == LANGUAGES.keys()
    assert {brief.front.language for brief in library.briefs.values()} == LANGUAGES.keys()
    assert len({str(brief.front.cut_off)[:4] for brief in library.briefs.values()}) > 2
    used = Counter(one.metric for one in library.observations.values())
    assert used.most_common(1)[0][1] > 3 * sorted(used.values())[len(used) // 2]
    shown = {type(one.block) for brief in library.briefs.values() for one in brief.body.blocks}
    assert shown == {ChartBlock, CompareBlock, TableBlock, TimelineBlock}
    cited = Counter(
        article
        for brief in library.briefs.values()
        for article in {citation.article for citation in brief.citations}
    )
    assert cited.most_common(1)[0][1] >= 3


def test_metrics_and_sources_become_more_but_not_as_fast_as_briefs() -> None:
    """Else the page of a metric would grow without end, or each have one figure."""
    small, large = Shape(100), Shape(1000)
    for kind in ("metrics", "sources", "topics"):
        assert 1 < getattr(large, kind) / getattr(small, kind) < 10, kind


@pytest.mark.parametrize("pages", [1_000, 10_000])
def test_a_size_in_pages_is_near(pages: int) -> None:
    """Within one in a hundred, as it is reckoned beforehand."""
    assert fit_shape(pages).pages == pytest.approx(pages, rel=0.01)


def test_the_smallest_library_has_articles_to_share() -> None:
    """A site of a hundred pages would be reference alone."""
    assert fit_shape(1).briefs == FEWEST


def test_the_same_size_gives_the_same_library(tmp_path: Path) -> None:
    """Two runs write the same bytes, so that two figures can be compared."""
    trees = []
    for name in ("one", "two"):
        write_library(tmp_path / name, 4)
        files = sorted(path for path in (tmp_path / name).rglob("*") if path.is_file())
        trees.append({path.relative_to(tmp_path / name): path.read_bytes() for path in files})
    assert trees[0] == trees[1]
    assert len(trees[0]) > 4 * ARTICLES
