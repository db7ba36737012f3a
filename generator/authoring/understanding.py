"""What somebody means by a date or a web address that they type.

A date in words becomes EDTF, never more exact than it was said; two addresses are the same if they
differ only in what leads nowhere else.
"""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

from generator.phrases.dates import find_dates
from generator.records.edtf import EdtfError, parse_edtf

_LANGUAGES = ("en", "uk", "ru", "de")
_BESIDE = """
a about around approximately circa ca on in the of since from between and близько приблизно біля
у в з від між та і около примерно с от um etwa seit von im am
"""
_AROUND = frozenset(_BESIDE.split())
"""Words that may stand beside a date; others may mean more than was understood."""
_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|_ga|_gl|ref|ref_src|at_\w+|cmpid"
)
_ARCHIVES = re.compile(
    r"https?://(?:(?:web|wayback)\.archive\.org/web/\d+(?:[a-z]{2}_)?/"
    r"|archive\.(?:today|ph|is|li|md|vn|fo)/(?:o/\w+/|\d{4,14}/))(?=https?:)"
)
_INDEX = re.compile(r"/(?:index\.(?:html?|php)|amp)?/?$")


def understand_date(text: str) -> str | None:
    """The EDTF of a date in digits or words, such as `9 January 2025`; None if it is not one."""
    text = " ".join(text.split())
    try:
        return parse_edtf(text).text
    except EdtfError:
        pass
    found = [dated for language in _LANGUAGES for dated in find_dates(text, language)]
    found = [dated for dated in found if dated.date is not None and not dated.is_bound]
    if not found:
        return None
    best = max(found, key=lambda dated: dated.span.end - dated.span.start)
    beside = f"{text[: best.span.start]} {text[best.span.end :]}".casefold()
    is_whole = set(re.findall(r"[^\W_]+", beside)) <= _AROUND
    return best.date.text if is_whole and best.date is not None else None


def reduce_address(url: str) -> str:
    """What two addresses of one page have in common.

    Scheme, `www.`, a slash at the end, parameters that follow readers, fragments and what an
    archive puts before an address do not count.
    """
    url = _ARCHIVES.sub("", url.strip())
    try:
        parts = urlsplit(url if "://" in url else f"https://{url}")
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return url
    host = re.sub(r"^(?:www|m|mobile|amp)\.", "", host)
    asked = [
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if not _TRACKING.fullmatch(name.lower())
    ]
    shown_port = f":{port}" if port not in (None, 80, 443) else ""
    query = f"?{urlencode(sorted(asked))}" if asked else ""
    return f"{host}{shown_port}{_INDEX.sub('', parts.path)}{query}"
