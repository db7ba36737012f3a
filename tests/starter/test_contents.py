"""What a new site consists of agrees with what this repository has for itself."""

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.authoring.form import form_files
from generator.checks.run import run_checks
from generator.evidence.verdict import Finding, Verdict
from generator.issues import Issue
from generator.library.library import Library
from generator.pages.verdicts import show_finding
from generator.reading.assemble import assemble
from generator.reading.files import read_data_files
from generator.records.vocabulary import LIKELIHOOD_PERCENT
from generator.site.settings import read_language, read_setting
from generator.starter.answers import Answers
from generator.starter.contents import CARRIED, make_files
from generator.starter.origin import Origin

ROOT = Path(__file__).parents[2]
HOSTILE = "Say \"aye\": {{ 7 * 7 }} & <b> # \\ 'x'"
ANSWERS = Answers(HOSTILE, "https://aye.example/", "https://git.example/aye")
SHARED = ("extra_css", "extra_javascript", "markdown_extensions", "validation", "plugins", "strict")


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    """The texts of a new site, by their paths."""
    made = make_files(ANSWERS, Origin("briefwright==1"))
    return {path: content.decode() for path, content in made.items()}


class _Loader(yaml.SafeLoader):
    """Takes a variable of the environment for its default."""


def _take_default(loader: _Loader, node: yaml.SequenceNode) -> object:
    return loader.construct_sequence(node)[1]


_Loader.add_constructor("!ENV", _take_default)


def read_config(text: str) -> dict[str, Any]:
    """A configuration as plain values."""
    read = yaml.load(text, _Loader)  # noqa: S506 - it is a safe one
    assert isinstance(read, dict)
    return read


def test_the_configuration_is_that_of_this_repository(files: dict[str, str]) -> None:
    """What the pages need to be safe and whole: scripts, style sheets, extensions, strictness."""
    ours, theirs = (ROOT / "mkdocs.yml").read_text("utf-8"), files["mkdocs.yml"]
    for name in SHARED:
        assert read_config(theirs)[name] == read_config(ours)[name], name
    assert {**read_config(theirs)["extra"], "repository": ""} == read_config(ours)["extra"]
    hidden = read_config(theirs)["not_in_nav"].split()
    assert hidden == [line for line in read_config(ours)["not_in_nav"].split() if line in hidden]
    titles = [next(iter(entry)) for entry in read_config(ours)["nav"]]
    assert [next(iter(entry)) for entry in read_config(theirs)["nav"]] == [
        title for title in titles if f"- {title}:" in theirs
    ]
    theme = yaml.safe_load((ROOT / "generator/site/theme/mkdocs_theme.yml").read_text("utf-8"))
    said = {**read_config(ours)["theme"], "extends": "material"}
    assert theme == {key: said[key] for key in said if key not in ("name", "custom_dir")}


def test_every_answer_arrives_as_it_was_given(files: dict[str, str], tmp_path: Path) -> None:
    """A name may hold what means something to YAML, HTML or a template."""
    config = read_config(files["mkdocs.yml"])
    assert config["site_name"] == HOSTILE
    assert config["site_url"] == ANSWERS.address
    assert config["extra"]["repository"] == ANSWERS.repository
    (tmp_path / "mkdocs.yml").write_text(files["mkdocs.yml"], encoding="utf-8")
    assert read_setting(tmp_path, "site_name") == HOSTILE
    assert read_language(tmp_path) == "en"
    assert files["README.md"].startswith(f"# {HOSTILE}\n")
    assert files["requirements.txt"].endswith("\nbriefwright==1\n")


def test_no_template_is_left_unfilled(files: dict[str, str]) -> None:
    """Nor has any file the name of one; a workflow's and a script's own braces stay."""
    assert not [path for path in files if path.endswith(".jinja")]
    filled = ("README.md", "mkdocs.yml", "requirements.txt")
    assert not [path for path in filled if re.search(r"\{\{(?! 7)|\{%", files[path])]


def test_what_is_carried_is_in_the_wheel() -> None:
    """pyproject.toml has a line for each such file, and no other."""
    table = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]
    included = table["targets"]["wheel"]["force-include"]
    assert included == {path: f"generator/starter/carried/{path}" for path in CARRIED}
    forms = (ROOT / ".github" / "ISSUE_TEMPLATE").iterdir()
    assert {form.relative_to(ROOT).as_posix() for form in forms} <= included.keys()


def test_generated_pages_stay_out_of_the_new_repository(files: dict[str, str]) -> None:
    """The same as here, and what builds leave behind."""
    ours = (ROOT / ".gitignore").read_text("utf-8").splitlines()
    lines = files[".gitignore"].splitlines()
    assert {line for line in ours if line.startswith("/docs/")} <= set(lines)
    assert {"/site", "/.briefwright/", "/captures/", "/.venv/"} <= set(lines)
    assert {line for line in lines if line and line[0] not in "#_"} <= set(ours)


def test_editors_find_the_schemas(files: dict[str, str]) -> None:
    """Each by the names of the files that it describes, as here."""
    settings = json.loads(files[".vscode/settings.json"])
    ours = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))
    assert settings["yaml.schemas"] == ours["yaml.schemas"]
    assert settings["yaml.schemas"].keys() <= files.keys()
    for path, text in files.items():
        if path.startswith("data/schema/"):
            assert text == (ROOT / path).read_text("utf-8")


def test_the_page_on_method_has_the_tables_of_the_code(files: dict[str, str]) -> None:
    """Likelihoods and verdicts, in the words of the pages."""
    about = files["docs/about.md"]
    rows = [
        f"| {word.value.replace('-', ' ')} | {low}–{high}% |"
        for word, (low, high) in LIKELIHOOD_PERCENT.items()
    ]
    assert "\n".join(rows) in about
    explained = re.findall(r"(?m)^\| (?!On the page|---)([^|]+) \|", about.split("\n### ")[1])
    assert explained == [show_finding(Finding(verdict)) for verdict in Verdict]


def read_records(files: dict[str, str], folder: Path) -> tuple[Library, list[Issue]]:
    """The records of a site and all that is wrong with them."""
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    library, issues = assemble(read_data_files(folder))
    return library, [*issues, *run_checks(library)]


def test_the_pattern_for_contributors_has_no_fault(files: dict[str, str], tmp_path: Path) -> None:
    """Whoever copies it into a new site has one article more, and no issue."""
    found = re.findall(r"(?ms)^```yaml\n# (data/\S+)\n(.*?)^```$", files["docs/contribute.md"])
    library, issues = read_records({**files, **dict(found)}, tmp_path)
    assert issues == []
    assert len(library.articles) == 3


def test_the_example_says_that_it_is_one(files: dict[str, str], tmp_path: Path) -> None:
    """Every record has a name by which it is known, and taken out again, and is in its form."""
    library, issues = read_records(files, tmp_path)
    assert issues == []
    formed = form_files(read_data_files(tmp_path).files)
    assert not [file.path for file in formed if file.is_changed]
    ids = {id for kind in library.by_kind.values() for id in kind}
    assert {id for id in ids if not id.startswith("example-")} == {"aq-exa"}
    assert {host for source in library.sources.values() if (host := source.url)} == {
        *("https://gazette.example/", "https://harbour-office.example/"),
    }
