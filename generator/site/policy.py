"""What a page of the site may hold and ask for: the second wall, which stands without the first.

It knows the content security policy that the theme puts at the head of each page, the headers for
hosts that read a `_headers` file, and the elements that a finished page consists of. It finds what
a policy can't forbid, such as a page that forwards its reader. No script stands in a page, so no
hash is needed: the policy is the same text on every page, and no page can add to it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from generator.issues import show_value
from generator.site.sanitiser import SCHEMES, TAGS

# Pagefind's index is read by WebAssembly, which needs a word of its own; it allows no `eval`.
POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
"""As https://www.w3.org/TR/CSP3/ defines it; `frame-ancestors` counts in a header alone."""

HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": (
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), "
        "magnetometer=(), microphone=(), midi=(), payment=(), usb=(), browsing-topics=()"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
"""What a host sends with every file, where it can be told to."""
HEADERS_FILE = "_headers"

_AROUND_THE_TEXT = {
    *("article", "body", "button", "fieldset", "footer", "form", "head", "header", "html", "input"),
    *("label", "legend", "link", "main", "meta", "option", "script", "select", "title"),
}
_ELEMENTS = TAGS | _AROUND_THE_TEXT
_JUDGED_BY_VALUES = {"a", "link", "meta", "script"}
_META = {
    "color-scheme": None,
    "description": None,
    "viewport": None,
    "referrer": "no-referrer",
    "twitter:card": "summary_large_image",
}
"""The names of meta elements, and the value of those that may have one only."""
_PROPERTIES: Mapping[str, re.Pattern[str]] = {
    **{
        f"og:{name}": re.compile(r".*", re.DOTALL) for name in ("description", "site_name", "title")
    },
    "og:image": re.compile(r"https?://[^\s\"'<>]+/card\.png"),
    "og:image:alt": re.compile(r".*", re.DOTALL),
    "og:image:height": re.compile(r"630"),
    "og:image:width": re.compile(r"1200"),
    "og:type": re.compile(r"article|website"),
    "og:url": re.compile(r"https?://[^\s\"'<>]+"),
}
"""What a page tells those who show a link to it (https://ogp.me), and what each may be."""
_WITHIN = re.compile(r"(?!//)[A-Za-z0-9._/#-]*")
"""An address within the site, as nearly all are: no scheme or host, and nothing to decode."""
_LINK_RELATIONS = {"canonical", "icon", "stylesheet"}
_OUTGOING_RELATIONS = {"noopener", "noreferrer"}
# Where an element fetches from, beside `src`; and what starts a script or leaves the page.
_FORBIDDEN_ATTRIBUTES = {
    *("action", "background", "formaction", "ping", "poster", "referrerpolicy", "srcdoc", "srcset"),
    *("style", "target", "xlink:href"),
    # A drawing is coloured by the style sheet; these could name an address.
    *("clip-path", "cursor", "fill", "filter", "marker-end", "marker-mid", "marker-start", "mask"),
    "stroke",
}
Attributes = Mapping[str, str | None]


def write_headers(site: Path, special: Mapping[str, Mapping[str, str]] | None = None) -> None:
    """Writes the headers as Netlify, Cloudflare Pages and their like read them.

    Args:
        site: The folder of the whole site.
        special: By the name of a folder of the site, the headers in which its files differ. A host
            sends what all blocks say that fit a file, so these headers are named place by place.
    """
    special = special or {}
    differing = {name for headers in special.values() for name in headers}
    blocks = {"/*": {name: value for name, value in HEADERS.items() if name not in differing}}
    if special:
        own = {name: HEADERS[name] for name in sorted(differing)}
        blocks |= dict.fromkeys(("/", *_list_places(site, special)), own)
    for folder, headers in special.items():
        blocks[f"/{folder}/*"] = {**{name: HEADERS[name] for name in differing}, **headers}
    lines = [
        line
        for place, headers in blocks.items()
        for line in (place, *(f"  {name}: {value}" for name, value in headers.items()))
    ]
    file = site / HEADERS_FILE
    file.unlink(missing_ok=True)  # one by hand may be a name of what is kept
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _list_places(site: Path, without: Collection[str]) -> Iterator[str]:
    for path in sorted(site.iterdir()):
        if path.name not in (*without, HEADERS_FILE):
            yield f"/{path.name}/*" if path.is_dir() else f"/{path.name}"


def find_element_faults(tag: str, attributes: Attributes, text: str) -> Iterator[str]:
    """What one element of a page holds against the policy, in words that follow the page's path.

    Args:
        tag: The element's name.
        attributes: Its attributes; None is the value of one without a value.
        text: What stands in it, of a `script` only.
    """
    if tag not in _ELEMENTS:
        yield f"holds <{tag}>, which no page uses"
    for name in attributes:
        if name.startswith("on") or name in _FORBIDDEN_ATTRIBUTES:
            yield f"holds <{tag}> with `{name}`"
    if tag == "script":
        yield from _find_script_faults(attributes, text)
    elif tag == "meta":
        yield from _find_meta_faults(attributes)
    elif tag == "link" and attributes.get("rel") not in _LINK_RELATIONS:
        yield f"holds <link> with the relation `{attributes.get('rel')}`"
    elif tag == "a" and not stays_within(attributes.get("href") or ""):
        yield from _find_link_faults(attributes)


def is_always_allowed(tag: str, names: tuple[str, ...]) -> bool:
    """Whether an element with attributes of these names is faultless, whatever they say."""
    return tag not in _JUDGED_BY_VALUES and not any(
        find_element_faults(tag, dict.fromkeys(names), "")
    )


def stays_within(address: str) -> bool:
    """Whether an address leads to a place on the site, as one plainly written does.

    Others may do so too; they take a closer look.
    """
    return _WITHIN.fullmatch(address) is not None


def _find_link_faults(attributes: Attributes) -> Iterator[str]:
    address = urlsplit(attributes.get("href") or "")
    scheme = address.scheme.lower()
    if scheme and scheme not in SCHEMES:
        yield f"links to `{scheme}:`"
    relations = set((attributes.get("rel") or "").split())
    if address.netloc and not relations >= _OUTGOING_RELATIONS:
        yield f"links to `{address.netloc}` without {' and '.join(sorted(_OUTGOING_RELATIONS))}"


def _find_script_faults(attributes: Attributes, text: str) -> Iterator[str]:
    if attributes.get("src") is None:
        yield f"holds a script of its own: {show_value(text)}"


def _find_meta_faults(attributes: Attributes) -> Iterator[str]:
    equivalent = attributes.get("http-equiv")
    if equivalent is not None:
        yield from _find_equivalent_faults(equivalent, attributes.get("content"))
    elif "charset" in attributes:
        if (attributes["charset"] or "").lower() != "utf-8":
            yield "is not in UTF-8"
    elif "property" in attributes:
        yield from _find_property_faults(
            attributes["property"] or "", attributes.get("content") or ""
        )
    elif attributes.get("name") not in _META:
        yield f"holds <meta> with the name `{attributes.get('name')}`"
    elif _META[attributes["name"] or ""] not in (None, attributes.get("content")):
        yield f"says otherwise than the site what its {attributes['name']} is"


def _find_equivalent_faults(header: str, content: str | None) -> Iterator[str]:
    if header.lower() != "content-security-policy":
        yield f"holds <meta http-equiv> for `{header}`"
    elif content != POLICY:
        yield "has another content security policy than the site's"


def _find_property_faults(name: str, content: str) -> Iterator[str]:
    if name not in _PROPERTIES:
        yield f"holds <meta> with the property `{name}`"
    elif not _PROPERTIES[name].fullmatch(content):
        yield f"says {show_value(content)} in its property `{name}`"
