"""What a renderer needs to know of the page it writes for: the library, its path, its figures."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from generator.library.library import Library
from generator.pages.as_of import AsOf
from generator.pages.languages import show_name, show_recorded, show_text
from generator.pages.markup import Markup, escape
from generator.pages.mentions import Mentions, OwnFigure
from generator.records.prose import PlacedBlock

FOLDERS = {
    "article": "articles",
    "brief": "briefs",
    "metric": "metrics",
    "source": "sources",
    "topic": "topics",
}
"""The folder of the pages of each kind that has a page for each record."""


@dataclass(frozen=True)
class PageContext:
    """One page in the making."""

    library: Library
    path: str
    """The page's path in `docs/`, such as `briefs/losses.md`."""
    figure_numbers: Mapping[str, int] = field(default_factory=dict)
    """The row of each observation in the page's own table of figures, from 1."""
    comparisons: Mapping[str, str] = field(default_factory=dict)
    """The anchor of the page's comparison in which an observation stands beside others."""
    language: str = ""
    """The attributes of contributed text in another language than the site's; empty in its own."""
    conflicts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The ids of the observations that contradict each one."""
    as_of: AsOf | None = None
    """The day for which the page is written; None where nothing on it grows old."""
    mentions: Mentions | None = None
    """What the text has mentioned so far; None on pages that hold no evidence."""
    render_block: Callable[[PlacedBlock], str] = lambda placed: ""
    render_evidence: Callable[[str | OwnFigure], str] = lambda mentioned: ""

    def link_to(self, target: str) -> str:
        """The relative address on the site of a page or file, from this page.

        Args:
            target: A page's Markdown file with or without an anchor, or the path of a file.
        """
        path, sign, anchor = target.partition("#")
        if path == self.path and anchor:
            return sign + anchor
        return _find_way(_address_of(self.path), _address_of(path)) + sign + anchor

    def link_to_record(self, kind: str, id: str) -> str:
        """The relative address of a record's page or, if it has none of its own, of its anchor."""
        return self.link_to(page_of(kind, id, self.library))

    def show_authored(self, text: str) -> Markup:
        """What the page's author wrote, within a line: in the author's language."""
        return (
            Markup(f"<bdi{self.language}>{escape(text)}</bdi>") if self.language else escape(text)
        )

    def take_evidence(self) -> str:
        """The evidence of what the text was the first to mention since this was last asked."""
        due = self.mentions.take_due() if self.mentions is not None else []
        return "\n\n".join(self.render_evidence(mentioned) for mentioned in due)


@lru_cache(maxsize=16_384)
def _address_of(path: str) -> str:
    """Where a page of `docs/` stands on the site: a folder; other files keep their place."""
    if not path.endswith(".md"):
        return path
    folder, _, name = f"/{path}".rpartition("/")
    return f"{folder}/".lstrip("/") if name == "index.md" else f"{path.removesuffix('.md')}/"


def _find_way(here: str, there: str) -> str:
    """From one file to another, both relative to one root; `os.path` would ask for the folder."""
    ups, downs = here.split("/")[:-1], there.split("/")
    while ups and len(downs) > 1 and ups[0] == downs[0]:
        ups, downs = ups[1:], downs[1:]
    return "/".join([*[".."] * len(ups), *downs])


def page_of(kind: str, id: str, library: Library) -> str:
    """The path in `docs/` of the page, with an anchor, where a record is shown."""
    if kind in FOLDERS:
        return f"{FOLDERS[kind]}/{id}.md"
    if kind == "observation":
        return f"metrics/{library.observations[id].metric}.md#obs-{id}"
    if kind == "event":
        return f"timeline.md#event-{id}"
    raise ValueError(f"records of kind {kind} are shown on no page")


def show_record_name(kind: str, id: str, library: Library) -> Markup:
    """What a link to a record says where its author wrote nothing."""
    if kind == "article":
        return show_text(library.articles[id].title, library.articles[id].language)
    if kind == "brief":
        return show_text(library.briefs[id].front.title, library.briefs[id].front.language)
    if kind == "event":
        return show_recorded(library.events[id].description)
    if kind == "metric":
        return show_name(library.metrics[id])
    if kind == "source":
        return escape(library.sources[id].label)
    return show_name(library.topics[id])
