"""The form under /admin/ in a real browser, from logging in to a pull request."""

import functools
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from generator.reading.yaml_text import read_yaml
from generator.site.admin_page import SOURCES, VENDOR, AdminPage, make_admin_page, write_admin_page
from tests.browser.conftest import QuietHandler
from tests.browser.github import LOGIN, Repository, make_repository, serve_github
from trials.watching import serve_by

ROOT = Path(__file__).resolve().parents[2]
LIBRARY = ROOT / "tests" / "library"
ARTICLE = "gazette-2024-11-05-landings"
HOSTILE = "<img src=https://other.example/x.png onerror=alert(1)> of a storm"
FIGURE = "landed-2024-10-example"

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not (SOURCES / VENDOR).is_dir(),
        reason="the form's script is not installed: `make admin` fetches it, and needs npm",
    ),
]


class ScriptHandler(QuietHandler):
    """Serves modules as hosts do."""

    extensions_map = {**QuietHandler.extensions_map, ".mjs": "text/javascript"}  # noqa: RUF012 - the base class's


class Form:
    """The form, as somebody uses it who looks for a field by its name."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.set_default_timeout(30_000)  # it loads two megabytes of script

    def log_in(self, wait_for: str = "Articles and their figures") -> None:
        """With a token, as there is no server of ours that could do it otherwise."""
        self.page.get_by_role("button", name="Sign In Using Access Token").click()
        self.page.get_by_role("textbox").fill("a-token")
        self.page.keyboard.press("Enter")
        self.page.get_by_text(wait_for).first.wait_for()

    def open(self, place: str) -> None:
        """Goes to a place of the form."""
        address = self.page.url.split("#")[0]
        self.page.goto(f"{address}#/collections/{place}")
        self.page.locator("[data-key-path]").first.wait_for()

    def find(self, path: str) -> Any:
        """A field; the form draws those that come into view."""
        field = self.page.locator(f'[data-key-path="{path}"]').first
        within = path.rpartition(".")[0]
        beside = f'[data-key-path^="{within}."]' if within else "[data-key-path]"
        for _ in range(100):
            if field.count():
                break
            self.page.locator(beside).last.scroll_into_view_if_needed()
            self.page.wait_for_timeout(50)
        field.scroll_into_view_if_needed()
        return field

    def write(self, path: str, text: str) -> None:
        """Types into a field."""
        self.find(path).locator("input, textarea").first.fill(text)

    def choose(self, path: str, name: str) -> None:
        """Picks one of the words or records that a field offers."""
        field = self.find(path)
        field.locator("[role=radio], [role=combobox]").first.wait_for()
        radio = field.get_by_role("radio", name=name, exact=True)
        if radio.count():
            radio.click()
            return
        field.get_by_role("combobox").click()
        self.page.get_by_role("option", name=name, exact=True).first.click()

    def add(self, path: str) -> None:
        """Adds an item to a list."""
        self.find(path).get_by_role("button", name="Add").first.click()

    def begin_article(self) -> None:
        """Fills in what an article has to have."""
        self.open("articles/new")
        self.write("id", ARTICLE)
        self.choose("type", "article-newspaper")
        self.write("title", "Landings: “a fair month”, says the harbour")
        self.choose("outlet", "The Skerry Gazette skerry-gazette")
        self.write("issued", "2024-11-05")
        self.write("language", "en")

    def save(self) -> None:
        """Saves the draft, and waits until it is out."""
        self.page.get_by_role("button", name="Save", exact=True).first.click()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with the invented records and the real configuration."""
    folder = tmp_path / "project"
    shutil.copytree(LIBRARY / "data", folder / "data")
    shutil.copyfile(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    hostile = f"id: hostile\ntype: report\ntitle: >-\n  {HOSTILE}\noutlet: skerry-gazette\n"
    (folder / "data/articles/2024/hostile.yml").write_text(
        f"{hostile}issued: 2024\nlanguage: en\n", encoding="utf-8"
    )
    return folder


@pytest.fixture
def repository(project: Path, tmp_path: Path) -> Repository:
    """Those records in a git repository."""
    return make_repository(project, tmp_path / "records.git")


@pytest.fixture
def form(project: Path, repository: Repository, tmp_path: Path, page: Page) -> Iterator[Form]:
    """The form, opened and not logged in."""
    with serve_github(repository) as address:
        made = make_admin_page(project, {"REPOSITORY_URL": address}, "2026")
        with serve(made, tmp_path / "site") as served:
            page.goto(f"{served}admin/index.html")
            yield Form(page)


def serve(made: AdminPage, site: Path) -> Any:
    """The form's files, as a host serves them."""
    write_admin_page(site, made)
    return serve_by(functools.partial(ScriptHandler, directory=str(site)))


def check(project: Path) -> subprocess.CompletedProcess[str]:
    """What `brief check` says of a project."""
    command = [sys.executable, "-m", "generator", "check", "--project", str(project)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def wait_for_pull(page: Page, repository: Repository) -> dict[str, Any]:
    """The pull request that was opened."""
    for _ in range(200):
        if repository.pulls:
            return repository.pulls[-1]
        page.wait_for_timeout(50)
    pytest.fail(f"no pull request was opened; not answered: {repository.strange}")


def test_an_article_with_a_figure_is_saved_as_a_pull_request_that_passes_the_check(
    form: Form, project: Path, repository: Repository, requests: list[str]
) -> None:
    """What somebody types who knows neither git nor YAML, and it is as if written by hand."""
    form.log_in()
    form.begin_article()
    form.add("quotes")
    form.write("quotes.0.key", "month")
    form.write("quotes.0.text", "about 16.0 tonnes of herring in October")
    form.add("observations")
    form.write("observations.0.id", FIGURE)
    form.choose("observations.0.metric", "Herring landed herring-landed")
    form.write("observations.0.period", "2024-10")
    form.write("observations.0.place", "FO")
    form.write("observations.0.value", "16.0")
    form.choose("observations.0.qualifier", "approximately")
    form.write("observations.0.quote", "month")
    form.save()
    pull = wait_for_pull(form.page, repository)
    assert (pull["base"], pull["draft"]) == ("main", True)
    path = f"data/articles/2024/{ARTICLE}.yml"
    assert repository.changed(pull["head"]) == [path]
    text = repository.read(pull["head"], path)
    assert "    value: 16.0\n" in text
    (project / path).write_text(text, encoding="utf-8")
    said = check(project)
    assert said.returncode == 0, said.stdout
    assert not [address for address in requests if "//127.0.0.1:" not in address]
    assert not repository.strange


def test_who_may_not_write_proposes_an_article_from_a_fork(
    form: Form, project: Path, repository: Repository
) -> None:
    """The fork is made when they agree to it, the pull request when they send the draft off."""
    repository.may_write = False
    form.log_in(wait_for="Fork")
    form.page.get_by_role("button", name="Fork", exact=True).click()
    form.begin_article()
    form.save()
    form.page.get_by_role("button", name="Send for Review").last.click()
    pull = wait_for_pull(form.page, repository)
    owner, _, branch = pull["head"].partition(":")
    assert (owner, pull["base"]) == (LOGIN, "main")
    path = f"data/articles/2024/{ARTICLE}.yml"
    assert repository.changed(branch) == [path]
    (project / path).write_text(repository.read(branch, path), encoding="utf-8")
    said = check(project)
    assert said.returncode == 0, said.stdout


def read_records() -> list[tuple[str, str, str]]:
    """Every file that the form can open: its kind, its path, its text."""
    return [
        (kind, str(file.relative_to(ROOT)), file.read_text("utf-8").strip())
        for data in (ROOT / "data", LIBRARY / "data")
        for kind, pattern in KINDS.items()
        for file in sorted(data.glob(pattern))
    ]


KINDS = {
    "articles": "articles/*/*.yml",
    "briefs": "briefs/*/*.md",
    "events": "events/*.yml",
    **{name: f"{name}.yml" for name in ("sources", "metrics", "units", "topics", "places")},
    "corrections": "corrections.yml",
}
WRITE = """
async ([files, shapes]) => {
  const own = await import("./records.js");
  const strange = await import("./records.js?read-by-nobody");
  return files.map(([kind, path, text]) => {
    const here = own.makeFormat(shapes[kind]), there = strange.makeFormat(shapes[kind]);
    const form = here.fromFile(text);
    return [here.toFile(form).trim(), there.toFile(form).trim()];
  });
}
"""


@pytest.fixture
def shapes(form: Form, project: Path) -> dict[str, Any]:
    """How the files of each kind differ from the form."""
    made = make_admin_page(project, {"REPOSITORY_URL": "https://github.com/a/b"}, "2026")
    config: dict[str, Any] = json.loads(made.files["admin/config.json"])
    return dict(config["shapes"])


def test_a_file_that_nobody_changed_keeps_every_byte(form: Form, shapes: dict[str, Any]) -> None:
    """All real records and all invented ones, comments and spacing included."""
    files = read_records()
    written = form.page.evaluate(WRITE, [files, shapes])
    changed = [
        path for (_, path, text), (own, _) in zip(files, written, strict=True) if own != text
    ]
    assert not changed


def test_a_file_written_anew_says_the_same(form: Form, shapes: dict[str, Any]) -> None:
    """As the reader of records reads it: every value, every digit, in the same order."""
    files = read_records()
    written = form.page.evaluate(WRITE, [files, shapes])
    for (kind, path, text), (_, anew) in zip(files, written, strict=True):
        assert read_plain(kind, anew) == read_plain(kind, text), path


def read_plain(kind: str, text: str) -> Any:
    """A file's values, all texts; of a brief, the front matter and the body."""
    if kind != "briefs":
        return read_yaml(text, 0).value
    _, front, body = text.split("---\n", 2)
    return read_yaml(front, 0).value, body.strip()


def test_a_change_touches_its_own_lines_only(form: Form, shapes: dict[str, Any]) -> None:
    """A second figure in an article leaves the first, its comment and its flow style alone."""
    text = (
        "# yaml-language-server: $schema=../../schema/article.json\n"
        "id: a\nreports:\n  - {verb: cites, source: isw}  # as it says\n"
        "observations:\n  - id: one\n    value: 1.10\n    # seen twice\n    place: UA\n"
    )
    change = """async ([text, shape]) => {
      const { makeFormat } = await import("./records.js");
      const format = makeFormat(shape), form = format.fromFile(text);
      form.observations.push({ id: "two", value: "2.0", note: null, topics: [] });
      return format.toFile(form);
    }"""
    written = form.page.evaluate(change, [text, shapes["articles"]])
    assert written == f"{text}  - id: two\n    value: 2.0"


def test_what_a_record_says_does_nothing_in_the_form(form: Form, requests: list[str]) -> None:
    """A title of markup becomes no request, no dialogue, and stays as it is in its field."""
    form.page.on("dialog", lambda dialog: pytest.fail(f"a dialogue: {dialog.message}"))
    form.log_in()
    form.page.get_by_text("of a storm").first.wait_for()
    form.open("articles/entries/2024/hostile")
    assert form.find("title").locator("input").first.input_value() == HOSTILE
    assert not [address for address in requests if "//127.0.0.1:" not in address]
