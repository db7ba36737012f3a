"""Slips in a brief's Markdown that leave a mark standing on the page as plain text.

Knows the text alone: whether an id in it is that of a record is left to the checks.
"""

from __future__ import annotations

import re

from generator.issues import show_value
from generator.records.base import SLUG_PATTERN
from generator.records.prose import OWN_SCHEMES, RECORD_SCHEMES

CITATION_HELP = "write `[@article-id]`, `[@article-id, quote-key]` or `[@one; @two]`"
_SLUG = SLUG_PATTERN.strip("^$")
_SCHEMES = "|".join(RECORD_SCHEMES)
# Every repetition has an end: a brief may be 64 kB of nothing but brackets.
_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,80}\]")
_OPEN_CITATION = re.compile(r"\[@")
_BARE_CITATION = re.compile(
    rf"[\[(] ?@{_SLUG}[^\])]{{0,80}}[\])]"
    # Without the @, only what ends like a citation and names a year is one for certain.
    r"|(?<!: )\[[a-z0-9][a-z0-9-]{0,80}-(?:19|20)\d\d(?:-[a-z0-9-]{1,80})?(?:, ?[a-z0-9-]{1,80})?\]"
)
_SPLIT_LINK = re.compile(
    rf"\]\s{{0,3}}\((?:{_SCHEMES}|https?):[^)\n]{{0,80}}|\((?:{_SCHEMES}):[a-z0-9]"
)
_SPLIT_OWN = re.compile(rf"\]\s{{0,3}}\(\s{{0,3}}({'|'.join(OWN_SCHEMES)})\s{{0,3}}:[^)\n]{{0,80}}")
_JOINED_HEADING = re.compile(r"(#{2,6})([^#\s].*)")

Said = tuple[str, str, str]
"""A rule, a message and what to do."""


def find_prose_slip(text: str) -> Said | None:
    """What a piece of plain text was meant to be, if it looks like a mark that went wrong."""
    if _FOOTNOTE.search(text):
        return "malformed-citation", "footnotes are not written by hand", CITATION_HELP
    if found := _BARE_CITATION.search(text):
        return "malformed-citation", f"{show_value(found[0])} is not a citation", CITATION_HELP
    if _OPEN_CITATION.search(text):
        return "malformed-citation", "the bracket of a citation is not closed", CITATION_HELP
    if found := _SPLIT_LINK.search(text):
        help = "write `[words](obs:id)`, with no space before or inside the round brackets"
        return "bad-link", f"{show_value(found[0])} does not become a link", help
    if found := _SPLIT_OWN.search(text):
        help = f"write `{OWN_SCHEMES[found[1]]}`, in straight quotation marks"
        return "bad-link", f"{show_value(found[0])} does not become a link", help
    if found := _JOINED_HEADING.match(text):
        help = f"write `{found[1]} {found[2][:40].strip()}`"
        return "heading-level", f"a space is missing behind `{found[1]}`", help
    return None
