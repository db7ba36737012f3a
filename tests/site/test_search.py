"""The search index over a built site, made in bundles."""

import gzip
import json
import random
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from generator.site import index_texts, search
from generator.site.bundles import Bound, group_pages
from generator.site.digest import digest_folder
from generator.site.engines import Engine, build
from generator.site.index_texts import divide_text
from generator.site.pagefind import PagefindError, make_index
from generator.site.processes import Processes
from generator.site.search import BUNDLES, INDEX, SearchFailure, index_site, read_page
from generator.site.work import Here


def read_contents(index: Path) -> dict[str, Any]:
    """What a browser reads of all bundles."""
    name = json.loads((index / BUNDLES).read_text("utf-8"))["contents"]
    content: dict[str, Any] = json.loads(_unpack(index / name))
    return content


def _unpack(file: Path) -> bytes:
    return gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd")


def test_pages_are_indexed_and_lists_are_not(project: Path, tmp_path: Path) -> None:
    """The home page and the lists repeat what the other pages say."""
    site = tmp_path / "site"
    build(Engine.MKDOCS, project, site)
    # The brief, the metric, the timeline and the four hand-written pages.
    assert index_site(site, tmp_path / "kept").pages == 7
    bundles = json.loads((site / INDEX / BUNDLES).read_text(encoding="utf-8"))["bundles"]
    assert sum(bundles.values()) == 7
    assert sorted(path.name for path in (site / INDEX).iterdir() if path.is_dir()) == list(bundles)
    lengths = [bundle["lengths"] for bundle in read_contents(site / INDEX)["bundles"]]
    assert [len(pages) for pages in lengths] == list(bundles.values())


def test_the_page_not_found_is_not_found_by_search(project: Path, tmp_path: Path) -> None:
    """Nor is anything outside the text of a page."""
    site = tmp_path / "site"
    build(Engine.MKDOCS, project, site)
    assert "data-pagefind-body" not in (site / "404.html").read_text(encoding="utf-8")
    brief = (site / "briefs" / "ferry" / "index.html").read_bytes()
    assert b'<span data-pagefind-filter="kind:Brief"></span>' in brief
    assert b'<span data-pagefind-filter="topic">sea</span>' in brief
    page = read_page("briefs/ferry/index.html", brief)
    assert page is not None
    assert page.year == "2031"


def test_a_site_without_pages_is_said_to_have_no_index(tmp_path: Path) -> None:
    """Pagefind itself would index what no page marks."""
    (tmp_path / "index.html").write_text("<p>no text marked", encoding="utf-8")
    with pytest.raises(SearchFailure, match="no page to search"):
        index_site(tmp_path, tmp_path / "kept")


def _write_page(site: Path, path: str, words: str, year: int) -> None:
    file = site / path / "index.html"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(
        f'<!doctype html><html lang="en"><title>{path}</title><body><article id="a" '
        f'data-pagefind-body><h1>{path}</h1><p>{words}</p></article><div hidden class="bw-facets" '
        f'data-date="{year}-05-06"><span data-pagefind-filter="kind:Brief"></span>'
        f'<span data-pagefind-filter="year">{year}</span>'
        f'<span data-pagefind-filter="source">{words[:3]}</span></div>',
        encoding="utf-8",
    )


@pytest.fixture
def many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site of forty pages, of which no more than eight are indexed together."""
    monkeypatch.setattr(search, "group_pages", partial(group_pages, bound=Bound(8, 1_000_000)))
    site = tmp_path / "site"
    for number in range(40):
        words = " ".join(random.Random(number).choices(["herring", "quay", "об’єкт", "Fähre"], k=9))  # noqa: S311 - test data
        _write_page(site, f"briefs/b-{number}", words, 2020 + number % 4)
    return site


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The pages that each run of Pagefind was given."""
    seen: list[list[str]] = []

    def note(pages: Iterable[tuple[str, str]], *others: Any) -> object:
        given = list(pages)
        seen.append([path for path, _ in given])
        return make_index(given, *others)

    monkeypatch.setattr(search, "make_index", note)
    return seen


def test_only_the_bundle_of_a_changed_page_is_made_again(
    many: Path, tmp_path: Path, runs: list[list[str]]
) -> None:
    """The others are the same files under a second name."""
    kept = tmp_path / "kept"
    assert index_site(many, kept).pages == 40
    assert len(runs) == len(list(kept.iterdir())) > 4
    runs.clear()
    assert index_site(many, kept).pages == 40
    assert runs == []
    _write_page(many, "briefs/b-3", "another text", 2023)
    assert index_site(many, kept).pages == 40
    assert len(runs) == 1
    published = {path.stat().st_ino for path in (many / INDEX).rglob("*.pf_index")}
    assert published == {path.stat().st_ino for path in kept.rglob("*.pf_index")}


def test_the_index_is_the_same_from_nothing_and_from_what_was_kept(
    many: Path, tmp_path: Path
) -> None:
    """After pages were changed, added, moved and removed, byte for byte."""
    index_site(many, tmp_path / "kept")
    _write_page(many, "briefs/b-1", "changed", 2022)
    _write_page(many, "articles/new", "added", 2019)
    (many / "briefs/b-2").rename(many / "briefs/c-2")
    (many / "briefs/b-4/index.html").unlink()
    assert index_site(many, tmp_path / "kept").pages == 40
    digest = digest_folder(many / INDEX)
    index_site(many, tmp_path / "fresh")
    assert digest_folder(many / INDEX) == digest
    assert digest_folder(tmp_path / "fresh") == digest_folder(tmp_path / "kept")


def _change_a_byte(kept: Path) -> None:
    file = next(kept.rglob("0.pf_index"))
    content = bytearray(file.read_bytes())
    content[-1] ^= 1
    file.unlink()  # the site has the same file
    file.write_bytes(content)


def _remove_a_file(kept: Path) -> None:
    next(kept.rglob("0.pf_fragment")).unlink()


def _add_a_file(kept: Path) -> None:
    (next(kept.rglob("0.pf_index")).parent / "9.pf_index").write_bytes(b"")


def _cut_a_record(kept: Path) -> None:
    record = next(kept.rglob("record.json"))
    record.write_bytes(record.read_bytes()[:-20])


def _leave_half_a_bundle(kept: Path) -> None:
    next(kept.iterdir()).rename(kept / "0123456789abcdef.new")


@pytest.mark.parametrize(
    "harm", [_change_a_byte, _remove_a_file, _add_a_file, _cut_a_record, _leave_half_a_bundle]
)
def test_what_was_kept_and_is_not_whole_is_made_again(
    many: Path, tmp_path: Path, runs: list[list[str]], harm: Callable[[Path], None]
) -> None:
    """It is never trusted, and what a killed build left is removed."""
    kept = tmp_path / "kept"
    index_site(many, kept)
    digest, names = digest_folder(many / INDEX), sorted(path.name for path in kept.iterdir())
    harm(kept)
    runs.clear()
    index_site(many, kept)
    assert len(runs) == 1
    assert digest_folder(many / INDEX) == digest
    assert sorted(path.name for path in kept.iterdir()) == names


def test_another_version_of_pagefind_keeps_nothing(
    many: Path, tmp_path: Path, runs: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same holds for another version of the layout, and other options."""
    kept = tmp_path / "kept"
    index_site(many, kept)
    made, before = len(runs), {path.name for path in kept.iterdir()}
    monkeypatch.setattr(search, "version", lambda name: f"99 of {name}")
    index_site(many, kept)
    assert len(runs) == 2 * made
    assert before.isdisjoint(path.name for path in kept.iterdir())


def test_a_page_whose_checksum_is_known_is_not_read(many: Path, tmp_path: Path) -> None:
    """A caller that knows the checksums of all pages hands them over."""
    kept = tmp_path / "kept"
    index_site(many, kept)
    digests = {
        page["path"]: page["digest"]
        for record in kept.rglob("record.json")
        for page in json.loads(record.read_text("utf-8").partition("\n")[2])["pages"]
    }
    for page in many.rglob("*.html"):
        page.write_bytes(b"nobody looks here")
    assert index_site(many, kept, digests).pages == 40


def test_pagefind_that_fails_is_quoted(
    many: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was there before is not touched."""
    monkeypatch.setattr(search, "OPTIONS", {"exclude_selectors": "no list"})
    with pytest.raises(SearchFailure, match="Pagefind said"):
        index_site(many, tmp_path / "kept")
    assert not (many / INDEX).exists()
    assert not list((tmp_path / "kept").glob("*"))


def _refuse(
    pages: Iterable[tuple[str, str]], options: Mapping[str, object], environment: Mapping[str, str]
) -> dict[str, bytes]:
    """Pagefind, which does not take one of the pages."""
    given = list(pages)
    if any(path == "briefs/b-3/index.html" for path, _ in given):
        raise PagefindError("Pagefind said: not this one")
    return make_index(given, options, environment)


@dataclass(frozen=True)
class _Refusing:
    """Does the work of others, with that Pagefind."""

    work: Callable[[Any, Any], Any]

    def __call__(self, shared: object, batch: object) -> object:
        vars(search)["make_index"] = _refuse
        return self.work(shared, batch)


class _RefusingProcesses(Processes):
    def run(self, work: Callable[[Any, Any], Any], *others: Any) -> Iterator[Any]:
        return super().run(_Refusing(work), *others)


def test_one_bundle_that_fails_beside_others_stops_the_build(many: Path, tmp_path: Path) -> None:
    """Nothing is published or left half made; what was whole is there the next time."""
    kept = tmp_path / "kept"
    with pytest.raises(SearchFailure, match="not this one"):
        index_site(many, kept, workers=_RefusingProcesses(2))
    assert not (many / INDEX).exists()
    assert [path.name for path in kept.iterdir() if path.suffix or not any(path.iterdir())] == []
    assert index_site(many, kept, workers=Processes(2)).pages == 40


@pytest.mark.parametrize("page", ["briefs/b-3/index.html", "articles/alone/index.html"])
def test_a_page_without_words_is_no_page_of_the_index(
    many: Path, tmp_path: Path, page: str
) -> None:
    """Be it one of a bundle or all that is in it; the others are found."""
    (many / page).parent.mkdir(parents=True, exist_ok=True)
    (many / page).write_text("<article data-pagefind-body><hr></article>", "utf-8")
    pages = 39 if "b-3" in page else 40
    for _ in range(2):
        assert index_site(many, tmp_path / "kept").pages == pages
    content = json.loads((many / INDEX / BUNDLES).read_text("utf-8"))
    assert sum(content["bundles"].values()) == pages
    lengths = [bundle["lengths"] for bundle in read_contents(many / INDEX)["bundles"]]
    assert [len(one) for one in lengths] == list(content["bundles"].values())
    assert all(map(sum, lengths))


def test_a_site_without_words_is_said_to_have_no_index(tmp_path: Path) -> None:
    """As one without pages is."""
    page = tmp_path / "site/index.html"
    page.parent.mkdir()
    page.write_text("<article data-pagefind-body></article>", "utf-8")
    with pytest.raises(SearchFailure, match="no page to search"):
        index_site(tmp_path / "site", tmp_path / "kept")


@pytest.mark.parametrize("does", ["echo out of order >&2", "printf 'e30=,'; exec cat >/dev/null"])
def test_a_pagefind_that_does_not_answer_is_said(
    many: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, does: str
) -> None:
    """It ends, or speaks as none does that is known here."""
    program = tmp_path / "pagefind"
    program.write_text(f"#!/bin/sh\n{does}\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setattr("pagefind_bin.get_executable", lambda: program)
    with pytest.raises(SearchFailure, match="Pagefind said"):
        index_site(many, tmp_path / "kept")


def test_pages_are_numbered_as_their_bundle_has_them(many: Path, tmp_path: Path) -> None:
    """Not as a disk lists them, which another one does in another order."""
    kept = tmp_path / "kept"
    index_site(many, kept)
    for record in kept.rglob("record.json"):
        pages = json.loads(record.read_text("utf-8").partition("\n")[2])["pages"]
        shown = [
            json.loads(_unpack(record.parent / "published/fragment" / f"{number}.pf_fragment"))
            for number in range(len(pages))
        ]
        paths = [f"{fragment['url'].removeprefix('/')}index.html" for fragment in shown]
        assert paths == [page["path"] for page in pages]


def test_an_index_of_another_form_is_said(
    many: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another Pagefind may write other files."""

    def spoil(*given: Any) -> dict[str, bytes]:
        other = gzip.compress(b"pagefind_dcd\xa1\x01\x02")
        made = make_index(*given)
        return {path: other if path.endswith(".pf_index") else made[path] for path in made}

    monkeypatch.setattr(search, "make_index", spoil)
    with pytest.raises(SearchFailure, match="another form"):
        index_site(many, tmp_path / "kept")


def test_the_index_is_the_same_whoever_makes_it(many: Path, tmp_path: Path) -> None:
    """By one process or by three, and in whichever order they end, byte for byte."""
    digests: list[tuple[str, str]] = []
    for workers in (Here(), Processes(1), Processes(3)):
        kept = tmp_path / f"kept-{len(digests)}"
        assert index_site(many, kept, workers=workers).pages == 40
        digests.append((digest_folder(many / INDEX), digest_folder(kept)))
    assert len(set(digests)) == 1


def test_a_long_page_is_divided_into_pieces_that_hold_all_its_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each has some words of the next one, and the row that it begins in."""
    monkeypatch.setattr(index_texts, "LONG", 10)
    words = [f"w{n}" for n in range(2_500)]
    rows = [{"element": "tr", "id": f"r{n}", "text": "", "location": n} for n in range(0, 2500, 90)]
    heading = {"element": "h2", "id": "h", "text": "H", "location": 5}
    fragment = {"url": "/x/", "meta": {"title": "X"}, "word_count": 2_500}
    fragment |= {"content": " ".join(words), "anchors": [*rows, heading]}
    divided = divide_text(fragment)
    assert divided is not None
    head, pieces = divided
    size = {"piece": 1_000, "words": 2_500}
    assert head == {"url": "/x/", "meta": {"title": "X"}, "anchors": [heading], **size}
    assert [word for piece in pieces for word in piece["words"][:1_000]] == words
    assert pieces[0]["words"][1_000:] == pieces[1]["words"][:32]
    assert [piece["anchors"][0]["id"] for piece in pieces] == ["r0", "r990", "r1980"]
    monkeypatch.setattr(index_texts, "LONG", 2_500)
    assert divide_text(fragment) is None


def _spoil(file: Path) -> None:
    content = file.read_bytes()
    file.unlink()  # it has a second name
    file.write_bytes(content + b"x")


def _link_elsewhere(file: Path) -> None:
    other = file.with_name("other")
    file.rename(other)
    file.symlink_to(other.name)


def _list_inodes(index: Path) -> dict[Path, int]:
    return {file: file.lstat().st_ino for file in index.rglob("*.pf_index")}


def _below(prints: dict[str, str]) -> dict[str, str]:
    return {path.removeprefix(f"{INDEX}/"): print_ for path, print_ in prints.items()}


@pytest.mark.parametrize("harm", [Path.unlink, _spoil, _link_elsewhere])
def test_what_stands_on_a_site_is_left_only_if_it_is_what_is_kept(
    many: Path, tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    """A site may be laid over an earlier one; what of its index is another file goes."""
    kept = tmp_path / "kept"
    prints = index_site(many, kept).prints
    digest, standing = digest_folder(many / INDEX), _list_inodes(many / INDEX)
    harm(next((many / INDEX).rglob("0.pf_index")))
    (many / INDEX / "stray").mkdir()
    (many / INDEX / "stray/file").write_bytes(b"x")
    assert index_site(many, kept).prints == prints
    assert digest_folder(many / INDEX) == digest == digest_folder(many / INDEX, _below(prints))
    assert _list_inodes(many / INDEX) == standing
    assert not (many / INDEX / "stray").exists()
