"""What is shown of a long page that was found, in pieces, of which a reader loads those shown.

Pagefind has one file for the whole text of a page, to cut a few words out of. That of a page such
as a timeline is larger than everything else that a search loads. Short pages stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

LONG = 2_000
"""Words of a page that is divided; a word has some three bytes once compressed."""
PIECE = 1_000
"""Words of a piece."""
OVERLAP = 32
"""Words that a piece has of the next one: more than stand around those that were found."""
_BETWEEN_WORDS = "\u200b"
"""What stands between words where Pagefind found some that no space divides."""
_SPACE = re.compile("[\t-\r \xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]+")
"""Space as JavaScript has it: words have to be counted as the reader's script would."""
_HEADING = re.compile(r"h\d")
_ROWS = ("tr", "li")

Divided = tuple[dict[str, Any], list[dict[str, Any]]]


def divide_text(fragment: Mapping[str, Any]) -> Divided | None:
    """What is loaded of a page in any case, and its pieces; None of a page that is not long.

    Args:
        fragment: What Pagefind keeps of the page.

    Returns:
        The address and marks of the page with its headings and the size of a piece; and of each
        piece its words and the rows and items in it, with the one that it begins in.
    """
    if fragment["word_count"] <= LONG:
        return None
    text = fragment["content"]
    words = text.split(_BETWEEN_WORDS) if _BETWEEN_WORDS in text else _SPACE.split(text)
    anchors = sorted(fragment["anchors"], key=_locate)
    head = {
        "url": fragment["url"],
        "meta": dict(sorted(fragment["meta"].items())),
        "anchors": [anchor for anchor in anchors if _HEADING.fullmatch(anchor["element"])],
        "piece": PIECE,
        "words": len(words),
    }
    rows = [anchor for anchor in anchors if anchor["element"] in _ROWS]
    starts = range(0, len(words), PIECE)
    return head, [_cut_piece(words, rows, start) for start in starts]


def _cut_piece(words: list[str], rows: list[dict[str, Any]], start: int) -> dict[str, Any]:
    end = start + PIECE + OVERLAP
    before = [row for row in rows if _locate(row) < start][-1:]
    inside = [row for row in rows if start <= _locate(row) < end]
    marks = [{key: row[key] for key in ("element", "id", "location")} for row in before + inside]
    return {"words": words[start:end], "anchors": marks}


def _locate(anchor: Mapping[str, Any]) -> int:
    location: int = anchor["location"]
    return location
