"""The whole configuration of the form: where it saves, and which files of `data/` it offers.

Sveltia CMS reads it as JSON. Beside it stands for each kind of file how its YAML differs from the
form, which our own script needs (see `describe_shape`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from generator.cms.fields import Field, describe_shape, make_fields
from generator.records.article import Article
from generator.records.base import Record
from generator.records.brief import FrontMatter
from generator.records.correction import Correction
from generator.records.event import Event
from generator.records.measure import Metric, PlaceName, Topic, Unit
from generator.records.source import Source

_OWNER_AND_NAME = re.compile("/+[^/]+/+[^/]+/*")
GITHUB = "github.com"
GITHUB_API = "https://api.github.com"
_LISTS: Mapping[str, tuple[type[Record], str]] = {
    "sources": (Source, "Sources: who says"),
    "metrics": (Metric, "Metrics: what is measured"),
    "units": (Unit, "Units"),
    "topics": (Topic, "Topics"),
    "places": (PlaceName, "Places: names of regions"),
    "corrections": (Correction, "Corrections"),
}
"""Files of `data/` that hold a list of records, by the file's name."""


# What `truncate` puts behind the four digits of the year, `slugify` takes away again.
_BY_YEAR = "{{{{{} | truncate(4, ' ') | slugify}}}}/{{{{slug}}}}"


@dataclass(frozen=True, slots=True)
class Repository:
    """Where the records are kept: a repository on GitHub, or on a GitHub of one's own."""

    address: str
    """Such as `https://github.com/owner/name`."""
    branch: str

    @property
    def name(self) -> str:
        """The owner and the name, such as `owner/name`."""
        return urlsplit(self.address).path.strip("/").removesuffix(".git")

    @property
    def api(self) -> str:
        """Where its programming interface is reached."""
        parts = urlsplit(self.address)
        is_github = parts.netloc.lower() == GITHUB
        return GITHUB_API if is_github else f"{parts.scheme}://{parts.netloc}/api"


def is_repository(address: str) -> bool:
    """Whether an address is one of a repository: a host, an owner, a name, over https.

    Example:
        >>> is_repository("https://github.com/owner/name"), is_repository("")
        (True, False)
    """
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return False
    safe = parts.scheme == "https" or (parts.scheme == "http" and host == "127.0.0.1")
    plain = not (parts.username or parts.query or parts.fragment)
    return safe and plain and _OWNER_AND_NAME.fullmatch(parts.path) is not None


def make_config(repository: Repository, title: str, years: Iterable[str]) -> dict[str, Any]:
    """The configuration of the form, as plain values.

    Args:
        repository: Where saved records go, each as a pull request.
        title: What the site is called.
        years: The names of the files of events, which are years.
    """
    files = {name: (model, label, f"data/{name}.yml") for name, (model, label) in _LISTS.items()}
    events = {year: (Event, year, f"data/events/{year}.yml") for year in sorted(set(years))}
    cms = {
        "load_config_file": False,
        "backend": _make_backend(repository),
        "publish_mode": "editorial_workflow",
        "media_folder": "media",
        "app_title": title,
        "show_preview_links": False,
        "slug": {"encoding": "ascii"},
        "output": {"omit_empty_optional_fields": True},
        "collections": [
            _make_articles(),
            _make_briefs(),
            _make_files("events", "Events: what happened when", events),
            _make_files("lists", "Lists: sources, metrics, topics …", files),
        ],
    }
    shapes = {
        "articles": {"file": "record", **describe_shape(Article)},
        "briefs": {"file": "page", **describe_shape(FrontMatter)},
        "events": {"file": "list", **describe_shape(Event)},
        **{name: {"file": "list", **describe_shape(model)} for name, (model, _) in _LISTS.items()},
    }
    return {"cms": cms, "shapes": shapes}


def _make_backend(repository: Repository) -> Field:
    return {
        "name": "github",
        "repo": repository.name,
        "branch": repository.branch,
        "api_root": repository.api,
        "open_authoring": True,
        "auth_scope": "public_repo",
        "auth_methods": ["token"],
    }


def _make_articles() -> Field:
    return {
        "name": "articles",
        "label": "Articles and their figures",
        "label_singular": "Article",
        "folder": "data/articles",
        "path": _BY_YEAR.format("issued"),
        "slug": "{{id}}",
        "identifier_field": "title",
        "create": True,
        "delete": False,
        "format": "brief-articles",
        "editor": {"preview": False},
        "fields": [_date_article(field) for field in make_fields(Article)],
    }


def _date_article(field: Field) -> Field:
    """The date of publication has to be given, because its year names the folder of the file."""
    return {**field, "required": True} if field["name"] == "issued" else field


def _make_briefs() -> Field:
    body = {
        "name": "body",
        "label": "Text",
        "widget": "text",
        "required": True,
        "hint": "Markdown, with headings from ## on.",
    }
    return {
        "name": "briefs",
        "label": "Briefs",
        "label_singular": "Brief",
        "folder": "data/briefs",
        "path": _BY_YEAR.format("published"),
        "slug": "{{id}}",
        "identifier_field": "title",
        "create": True,
        "delete": False,
        "format": "brief-briefs",
        "editor": {"preview": False},
        "fields": [*make_fields(FrontMatter), body],
    }


def _make_files(name: str, label: str, files: Mapping[str, tuple[type[Record], str, str]]) -> Field:
    return {
        "name": name,
        "label": label,
        "format": "yml",
        "editor": {"preview": False},
        "files": [_make_file(name, key, *file) for key, file in files.items()],
    }


def _make_file(collection: str, name: str, model: type[Record], label: str, path: str) -> Field:
    records: Field = {
        "name": name if collection == "lists" else collection,
        "label": label,
        "label_singular": model.__name__,
        "widget": "list",
        "root": True,
        "collapsed": True,
        "summary": "{{id}}",
        "allow_remove": False,
        "fields": make_fields(model),
    }
    kind = name if collection == "lists" else collection
    return {
        "name": name,
        "label": label,
        "file": path,
        "format": f"brief-{kind}",
        "fields": [records],
    }
