"""The words by which a text itself tells that several articles are one piece of evidence.

In a language without a row here no text is known to say so; its author can still give a reason.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_SAYINGS: Mapping[str, str] = {
    "en": r"""
        \b(?:one|single|same|common|shared|sole)\ origin\b
        | \bsame\ (?:source|count|claim|statement|sentence)\b
        | \b(?:all|both|each)(?:\ of\ (?:them|these|those))?(?:\ [\w’'-]+){0,2}?
          \ (?:go|goes|trace|traces)\ back\ to\b
        | \bone\ piece\ of\ evidence\b
        | \bnot\ (?:a\ second|another)\ (?:count|origin|source|witness)\b
        | \bnot\ independent\b
    """,
    "uk": r"""
        \b(?:один|одн\w+|спільн\w+|т\w+\ сам\w+)\ (?:перш\w+\ )?(?:першо)?джерел\w+
        | \bне\ незалежн\w+
    """,
    "ru": r"""
        \b(?:один|одн\w+|общ\w+|т\w+\ же(?:\ сам\w+)?)\ (?:перв\w+\ )?(?:перво)?источник\w*
        | \bне\ независим\w+
    """,
}
_PATTERNS = {language: re.compile(saying, re.VERBOSE) for language, saying in _SAYINGS.items()}


def tells_one_origin(text: str, language: str) -> bool:
    """Whether the text says that what it leans on has one origin."""
    pattern = _PATTERNS.get(language.partition("-")[0])
    return pattern is not None and pattern.search(" ".join(text.lower().split())) is not None
