"""The page under /admin/: the form for people without git, which readers are not led to.

It knows the files of that page and the one policy that differs from the readers' pages: other
people's script runs there, so it may fetch from nowhere but the site and the one host that keeps
the repository. The form's fields are the business of `generator.cms`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from generator.cms.config import Repository, is_repository, make_config
from generator.site.policy import POLICY
from generator.site.settings import read_extra, read_setting

ADMIN = "admin"
PAGE = f"{ADMIN}/index.html"
LINKED, UNLINKED, NONE = CHOICES = ("linked", "unlinked", "none")
"""What `extra.admin` may say; nothing means `unlinked`."""
SOURCES = Path(__file__).parent / ADMIN
VENDOR = "vendor"
MISSING = (
    f"{ADMIN}/: not made, because this copy of the program lacks the form's script; `make admin` "
    "in its repository fetches it, and packages built after that have it"
)
NO_REPOSITORY = (
    f"{ADMIN}/: not made, because `extra.repository` is not an address such as "
    "https://github.com/owner/name"
)
TAKEN = f"{ADMIN}/: not made, because a page in docs/ has that address"
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self'; connect-src 'self' {api}; "
    "base-uri 'none'; form-action 'none'"
)
"""Its styles stand in the page, and its icons are data; no script does, and none is evaluated."""
_INSTEAD = (
    '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
    f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    '<meta name="referrer" content="no-referrer"><meta name="robots" content="noindex">'
    "<title>Edit</title></head><body><p>This copy of the site was built without its form. "
    '<a href="..">The site</a></p></body></html>\n'
)
_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class AdminPage:
    """What goes into the site besides the readers' pages, and what the build says of it."""

    files: Mapping[str, bytes]
    """By their paths on the site."""
    policy: str = ""
    """The content security policy of the form; empty where there is none."""
    said: str = ""
    """What whoever builds has to know."""


def make_admin_page(
    project: Path,
    environment: Mapping[str, str],
    year: str,
    sources: Path = SOURCES,
) -> AdminPage:
    """The form's page and files, where the repository is known and its script is there.

    Args:
        project: The project's folder.
        environment: The variables that the configuration may read.
        year: That of the day the site speaks from, which may have events before any stand there.
        sources: Where the page's own files are.
    """
    choice = read_extra(project, "admin", environment) or UNLINKED
    address = read_extra(project, "repository", environment)
    if choice == NONE or not address:
        return AdminPage({})
    if not is_repository(address):
        return AdminPage({}, said=NO_REPOSITORY)
    if not (sources / VENDOR).is_dir():
        instead = {PAGE: _INSTEAD.encode()} if choice == LINKED else {}
        return AdminPage(instead, said=MISSING)
    repository = Repository(address, read_extra(project, "branch", environment) or "main")
    years = {year, *_list_years(project)}
    config = make_config(repository, read_setting(project, "site_name"), years)
    api = urlsplit(repository.api)
    policy = _POLICY.format(api=f"{api.scheme}://{api.netloc}")
    return AdminPage({**_read_files(sources, policy), **_write_config(config)}, policy)


def write_admin_page(site: Path, page: AdminPage) -> AdminPage:
    """Puts it into a site; nothing where a page by hand stands in its place."""
    if page.files and (site / ADMIN).exists():
        return AdminPage({}, said=TAKEN)
    for path, content in page.files.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(content)
    return page


def find_special_headers(page: AdminPage) -> dict[str, dict[str, str]]:
    """The headers in which the form's folder differs from the rest of the site."""
    if not page.policy:
        return {}
    return {ADMIN: {"Content-Security-Policy": f"{page.policy}; frame-ancestors 'none'"}}


def _read_files(sources: Path, policy: str) -> dict[str, bytes]:
    files = {
        f"{ADMIN}/{file.relative_to(sources).as_posix()}": file.read_bytes()
        for file in sorted(sources.rglob("*"))
        if file.is_file()
    }
    html = files[PAGE].decode()
    return {**files, PAGE: html.replace("{policy}", policy).encode()}


def _write_config(config: object) -> dict[str, bytes]:
    text = json.dumps(config, ensure_ascii=False, indent=1)
    return {f"{ADMIN}/config.json": f"{text}\n".encode()}


def _list_years(project: Path) -> Iterable[str]:
    stems = (file.stem for file in (project / "data" / "events").glob("*.yml"))
    return (stem for stem in stems if _YEAR.fullmatch(stem))
