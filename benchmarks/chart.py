"""The chart of a result: seconds of each build, on a logarithmic scale, one panel a size."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import vl_convert

from benchmarks.peers import PEERS
from benchmarks.rounding import write_rounded

OURS = {
    "cold": "Briefwright",
    "one brief": "Briefwright, one brief",
    "no-op": "Briefwright, no change",
}
THEIRS = {"cold": "", "one brief": ", one page"}
_GREEN, _GREY = "#1b6b5a", "#8a8f98"


def draw_chart(result: Mapping[str, Any]) -> str:
    """The chart as SVG."""
    rows = list(list_bars(result))
    titles = list(dict.fromkeys(row["size"] for row in rows))
    spec = {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "background": "white",
        "data": {"values": rows},
        "facet": {
            "row": {
                "field": "size",
                "sort": titles,
                "title": None,
                "header": {"labelAngle": 0, "labelAlign": "left", "labelOrient": "top"},
            }
        },
        "spec": {"width": 420, "layer": [_POINTS, _LABELS]},
        "resolve": {"scale": {"y": "independent"}},
        "config": {
            "view": {"stroke": None},
            "axis": {
                "gridColor": "#e4e6ea",
                "domain": False,
                "ticks": False,
                "titleFontWeight": 400,
            },
            "header": {"labelFontSize": 13, "labelFontWeight": 600, "labelAnchor": "start"},
        },
    }
    return str(vl_convert.vegalite_to_svg(json.dumps(spec)))


def list_bars(result: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """What is drawn: a size, a name, the seconds, and whether it is ours and came to its end."""
    for size in result["sizes"]:
        title = f"{size['pages']:,} pages"
        for what, name in OURS.items():
            if what in size["ours"]:
                yield _bar(title, name, size["ours"][what], ours=True)
        for peer, found in size["peers"].items():
            for what, words in THEIRS.items():
                if what in found:
                    yield _bar(title, PEERS[peer].name + words, found[what], ours=False)


def _bar(size: str, name: str, found: Mapping[str, Any], *, ours: bool) -> dict[str, Any]:
    seconds = found["seconds"]
    label = f"{write_rounded(seconds)} s"
    if "ended" in found:
        label = f"not finished in {label}"
    return {"size": size, "name": name, "seconds": seconds, "label": label, "ours": ours}


_Y = {"field": "name", "type": "nominal", "title": None, "sort": {"field": "seconds"}}
_COLOUR = {"condition": {"test": "datum.ours", "value": _GREEN}, "value": _GREY}
_POINTS = {
    "mark": {"type": "circle", "size": 90, "opacity": 1},
    "encoding": {
        "y": _Y | {"axis": {"grid": False, "labelLimit": 260}},
        "x": {
            "field": "seconds",
            "type": "quantitative",
            "scale": {"type": "log", "nice": True},
            "axis": {"values": [0.01, 0.1, 1, 10, 100, 1_000, 10_000], "format": "~r"},
            "title": "Seconds; each line is ten times the one before",
        },
        "color": _COLOUR,
    },
}
_LABELS = {
    "mark": {"type": "text", "align": "left", "dx": 9},
    "encoding": {
        "y": _Y,
        "x": {"field": "seconds", "type": "quantitative"},
        "text": {"field": "label"},
        "color": _COLOUR,
    },
}
