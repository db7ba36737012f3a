"""Cyrillic letters in Latin ones, for ids: Ukrainian as the cabinet's table of 2010 has it."""

from __future__ import annotations

_LETTERS = {
    **dict(zip("абвгґдезиіклмнопрстуф", "abvhgdezyiklmnoprstuf", strict=True)),
    "є": "ie",
    "ж": "zh",
    "ї": "i",
    "й": "i",
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ь": "",
    "ю": "iu",
    "я": "ia",
    "ё": "e",
    "ы": "y",
    "э": "e",
    "ъ": "",
    "ў": "u",
    "’": "",
    "ʼ": "",
}
_TABLE = str.maketrans(_LETTERS)


def romanise(text: str) -> str:
    """A text in lower case with Latin letters for Cyrillic ones."""
    return text.lower().translate(_TABLE)
