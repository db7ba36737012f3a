"""`brief diff` as its users meet it: what it prints, and its exit codes."""

import json
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.diff.cases import CASES
from tests.edits import SOURCES, swap, write


def run(project: Path, *arguments: str) -> Result:
    """Runs the verb in a project; an exception that nobody caught fails the test."""
    result = CliRunner().invoke(main, ["diff", "--project", str(project), *arguments])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


@pytest.fixture
def committed(project: Path) -> Path:
    """A repository with the invented library in its only commit."""
    for words in (
        ["init", "--quiet", "--initial-branch=main"],
        ["add", "data"],
        ["-c", "user.name=Ada", "-c", "user.email=a@example.org", "commit", "-qm", "nine"],
    ):
        subprocess.run(["git", *words], cwd=project, check=True)
    return project


@pytest.fixture
def changed(committed: Path) -> Path:
    """The same, with a figure that became 18.1 since."""
    for edit in CASES["nine-to-eighteen"]:
        edit(committed)
    return committed


def test_a_change_is_no_failure_unless_it_is_asked_for(changed: Path) -> None:
    """As with `git diff`: 0 whether or not anything differs, 1 with `--exit-code`."""
    assert run(changed, "HEAD").exit_code == 0
    assert run(changed, "HEAD", "--exit-code").exit_code == 1
    assert run(changed, "HEAD", "HEAD", "--exit-code").exit_code == 0


def test_what_could_not_be_compared_is_a_difference(committed: Path) -> None:
    """Nobody knows that nothing changed."""
    write(SOURCES, "- {{\n")(committed)
    result = run(committed, "HEAD", "--exit-code")
    assert result.exit_code == 1
    assert "NOT COMPARED" in result.output
    assert "15 records could not be compared. Nothing else changed" in result.output
    assert "data/sources.yml:1:4 yaml-syntax" in result.output


@pytest.mark.parametrize(
    ("form", "beginning"),
    [
        ("text", "evidence: HEAD ("),
        ("markdown", "### Evidence: about 9 → 18.1 t/day\n"),
        ("json", '{\n  "format": 1,\n'),
    ],
)
def test_each_form_says_what_changed(changed: Path, form: str, beginning: str) -> None:
    """For a terminal, a comment, a program."""
    result = run(changed, "HEAD", "--format", form)
    assert result.output.startswith(beginning)
    assert "18.1" in result.output


def test_a_program_gets_both_sides_of_a_figure(changed: Path) -> None:
    """Whole, and with what it is called."""
    read = json.loads(run(changed, "HEAD", "--format", "json").output)
    (figure,) = read["figures"]
    assert (figure["change"], figure["is_correction_missing"]) == ("changed", True)
    assert (figure["before"]["value"], figure["after"]["value"]) == ("about 9", "18.1")
    assert read["before"]["name"] == "HEAD"
    assert read["counts"]["figures_changed"] == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Missing argument 'BASE'"),
        (["nowhere"], "git knows no revision `nowhere`"),
        (["HEAD", "nowhere"], "git knows no revision `nowhere`"),
        (["--", "--output=x"], "git knows no revision `--output=x`"),
        (["--output=x"], "No such option"),
        (["main..HEAD"], "git knows no revision `main..HEAD`"),
    ],
)
def test_wrong_usage_is_code_2_and_names_the_way_out(
    committed: Path, arguments: list[str], said: str
) -> None:
    """A revision that is none is no issue of the records."""
    result = run(committed, *arguments)
    assert result.exit_code == 2
    assert said in result.output


def test_outside_a_repository_it_says_so(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And what it is that is in none."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(project.parent))
    result = run(project, "HEAD")
    assert result.exit_code == 2
    assert "is in no git repository" in result.output


def test_a_branch_is_compared_from_where_it_began(committed: Path) -> None:
    """What came to the main branch meanwhile is no change of the proposal."""
    git = ["git", "-c", "user.name=Ada", "-c", "user.email=a@example.org"]
    subprocess.run([*git, "checkout", "-qb", "proposal"], cwd=committed, check=True)
    subprocess.run([*git, "checkout", "-q", "main"], cwd=committed, check=True)
    swap(SOURCES, "short-name: Gazette", "short-name: The Gazette")(committed)
    subprocess.run([*git, "commit", "-qam", "meanwhile"], cwd=committed, check=True)
    subprocess.run([*git, "checkout", "-q", "proposal"], cwd=committed, check=True)
    assert "skerry-gazette" in run(committed, "main").output
    assert "Nothing changed" in run(committed, "main", "--merge-base").output
