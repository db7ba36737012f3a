"""Our generated pages in a form that other programs read: front matter, names, links, Markdown.

Hugo and Pelican resolve no links between Markdown files, and know only some fields of the front
matter. Python-Markdown without an extension of ours takes all of an element of HTML for HTML. What
is changed here is changed before any clock runs.
"""

from __future__ import annotations

import json
import re
from pathlib import Path, PurePosixPath

import yaml

_FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)\b[^<>]*?(/?)>")
_EMPTY = frozenset(["br", "col", "hr", "wbr"])
_LINK = re.compile(r"\]\((?P<path>[\w./-]+)\.md(?P<anchor>#[^)]*)?\)")


def convert_pages(docs: Path, content: Path, *, index: str) -> None:
    """Writes each page of `docs` into `content`; a folder's own page gets the name `index`."""
    for page in sorted(docs.rglob("*.md")):
        place = page.relative_to(docs)
        name = index if place.name == "index.md" else place.name
        to = content / place.parent / name
        to.parent.mkdir(parents=True, exist_ok=True)
        to.write_text(convert_page(page.read_text("utf-8"), PurePosixPath(place)), "utf-8")


def convert_page(text: str, place: PurePosixPath) -> str:
    """One page: title and description remain of its front matter, links lead to folders."""
    front = _FRONT.match(text)
    known = yaml.safe_load(front[1]) if front else {}
    title = known.get("title") or _find_heading(text) or place.stem
    description = known.get("description", "")
    head = f"---\ntitle: {json.dumps(title)}\ndescription: {json.dumps(description)}\n---\n"
    up = "" if place.name == "index.md" else "../"
    body = text[front.end() :] if front else text
    return head + _LINK.sub(lambda link: f"]({up}{_lead(link)})", body)


def mark_containers(text: str) -> str:
    """A page for Python-Markdown: an element that holds Markdown, as a section does, says so."""
    return "\n\n".join(_mark_open(block) for block in text.split("\n\n"))


def _mark_open(block: str) -> str:
    """A block of HTML; what it leaves open goes on behind a blank line, where Markdown begins."""
    left: list[re.Match[str]] = []
    for tag in _TAG.finditer(block) if block.lstrip("\n").startswith("<") else ():
        if tag[1]:
            del left[-1:]
        elif not tag[3] and tag[2] not in _EMPTY:
            left.append(tag)
    for tag in reversed(left):
        block = f'{block[: tag.end() - 1]} markdown="1"{block[tag.end() - 1 :]}'
    return block


def _find_heading(text: str) -> str:
    heading = re.search(r"(?m)^# (.+)$", text)
    return heading[1] if heading else ""


def _lead(link: re.Match[str]) -> str:
    path = link["path"].removesuffix("index")
    return f"{path}{'' if path.endswith('/') or not path else '/'}{link['anchor'] or ''}"
