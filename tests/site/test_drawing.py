"""Drawings: what Vega made of a chart, and what of that stands on a page."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from generator.library.library import Library
from generator.pages.site_pages import render_pages
from generator.records.edtf import parse_edtf
from generator.site.drawing import draw, simplify
from generator.site.drawings import Drawings
from generator.site.kept import remove_unused
from generator.site.sanitiser import clean

ROOT = Path(__file__).resolve().parents[2]
DRAW = (
    "import json, sys; from generator.site.drawing import draw; print(draw(json.load(sys.stdin)))"
)


@pytest.fixture(scope="module")
def specs(library: Library) -> list[Mapping[str, Any]]:
    """The specifications of all charts of the invented library."""
    found: list[Mapping[str, Any]] = []

    def note(spec: Mapping[str, Any]) -> str:
        found.append(spec)
        return ""

    render_pages(library, parse_edtf("2024-06-01"), draw=note)
    return found


def _wrap(drawing: str) -> str:
    return f'<svg class="bw-drawing" viewBox="0 0 960 400">{drawing}</svg>'


def test_the_sanitiser_leaves_a_drawing_as_it_is(specs: list[Mapping[str, Any]]) -> None:
    """Nothing is lost on its way to the page, so nothing superfluous was written."""
    assert specs
    for spec in specs:
        html = _wrap(draw(spec))
        assert clean(html) == re.sub(r"<(path|line|rect|circle)([^>]*)/>", r"<\1\2></\1>", html)


def test_a_mark_is_a_link_that_says_what_it_is(specs: list[Mapping[str, Any]]) -> None:
    """Its words are the title of the link, for those who point and those who listen."""
    drawing = draw(specs[-1])
    assert re.search(
        r'<a href="#(?:fig|obs)-[a-z0-9-]+"><title>[^<]+</title><(?:path|circle) ', drawing
    )


def test_a_drawing_needs_no_font(specs: list[Mapping[str, Any]], tmp_path: Path) -> None:
    """Where a machine has none, every byte is the same: no text is measured."""
    config = tmp_path / "fonts.conf"
    config.write_text('<?xml version="1.0"?><fontconfig></fontconfig>', "utf-8")
    environment = {**os.environ, "FONTCONFIG_FILE": str(config), "HOME": str(tmp_path)}
    run = subprocess.run(
        [sys.executable, "-c", DRAW],
        input=json.dumps(specs[-1]),
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.strip() == draw(specs[-1])


def test_words_of_a_record_stay_words() -> None:
    """Whatever stands in a label or in the words of a mark."""
    hostile = '</title><script>alert(1)</script>"&'
    x = {"field": "x", "type": "quantitative", "axis": None}
    point = {"x": 1, "href": "#a", "words": hostile}
    spec = {
        "layer": [
            {
                "name": "s0",
                "data": {"values": [point]},
                "mark": {"type": "point"},
                "encoding": {
                    "x": x,
                    "href": {"field": "href"},
                    "description": {"field": "words"},
                },
            },
            {
                "name": "times",
                "data": {"values": [point]},
                "mark": {"type": "text"},
                "encoding": {"x": x, "text": {"field": "words"}},
            },
        ]
    }
    drawing = draw(spec)
    assert "<script" not in drawing
    assert drawing.count("&lt;script&gt;") == 2
    assert "<script" not in clean(_wrap(drawing))


def test_what_vega_writes_for_itself_is_left_out() -> None:
    """Colours, fonts, ids, roles, empty groups; a number keeps one decimal at most."""
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg"><g transform="translate(5,6)">'
        '<g class="mark-rule role-mark grid_marks"><line transform="translate(1.23456,2)" x2="-0"'
        ' y2="3" stroke="black" style="x" id="y"/></g><g class="mark-group"><path d=""/></g>'
        '<defs><clipPath id="z"><path d="M0,0"/></clipPath></defs></g></svg>'
    )
    line = '<line x1="1.2" y1="2" x2="1.2" y2="5"/>'
    assert simplify(svg) == f'<g transform="translate(5,6)"><g class="bw-c-grid">{line}</g></g>'


def test_a_drawing_is_made_once(tmp_path: Path, specs: list[Mapping[str, Any]]) -> None:
    """Another process finds it on the disk."""
    first, second = Drawings(tmp_path), Drawings(tmp_path)
    assert first.draw(specs[0]) == second.draw(specs[0])
    assert (first.drawn, second.drawn) == (1, 0)


@pytest.mark.parametrize("content", [b"", b"x", b"\xff\n<g/>", b"0" * 64 + b"\n<g/>"])
def test_a_damaged_drawing_is_made_again(
    content: bytes, tmp_path: Path, specs: list[Mapping[str, Any]]
) -> None:
    """A disk that failed, or a person, may have changed it."""
    sound = Drawings(tmp_path).draw(specs[0])
    (file,) = tmp_path.iterdir()
    file.write_bytes(content)
    again = Drawings(tmp_path)
    assert again.draw(specs[0]) == sound
    assert again.drawn == 1


def test_what_no_build_used_is_removed(tmp_path: Path, specs: list[Mapping[str, Any]]) -> None:
    """And what a killed run left unfinished."""
    Drawings(tmp_path).draw(specs[0])
    (tmp_path / ".x.brief-new").write_text("", "utf-8")
    later = Drawings(tmp_path)
    later.draw(specs[1])
    remove_unused(tmp_path, later.used)
    assert len(list(tmp_path.iterdir())) == 1
    later.draw(specs[1])
    assert later.drawn == 1
