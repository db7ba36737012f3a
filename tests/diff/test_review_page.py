"""The page for reviewers: its commands run as they stand there, its example is what is printed."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from generator.diff.as_json import format_json
from generator.diff.as_markdown import COMMENT
from tests.diff.cases import CASES
from tests.diff.sides import make_sides

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "review.md").read_text("utf-8")
COMMANDS = re.findall(r"(?ms)^```sh\n(.*?)^```$", PAGE)
(EXAMPLE,) = re.findall(r"(?ms)^```text\n(.*?)^```$", PAGE)


@pytest.fixture
def copy(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A reviewer's copy of a repository that has a proposal of number 12, one commit ahead."""
    for name, value in {"NAME": "Ada", "EMAIL": "ada@example.org"}.items():
        monkeypatch.setenv(f"GIT_AUTHOR_{name}", value)
        monkeypatch.setenv(f"GIT_COMMITTER_{name}", value)

    def git(*words: str) -> None:
        subprocess.run(["git", *words], cwd=project, check=True, capture_output=True)

    git("init", "--initial-branch=main")
    git("add", "data")
    git("commit", "--message=nine")
    git("branch", "proposal")
    git("clone", "--quiet", ".", str(tmp_path / "copy"))
    git("switch", "proposal")
    for edit in CASES["nine-to-eighteen"]:
        edit(project)
    git("commit", "--all", "--message=eighteen")
    git("update-ref", "refs/pull/12/head", "HEAD")
    return tmp_path / "copy"


def follow(command: str, folder: Path, tools: Path) -> subprocess.CompletedProcess[str]:
    """Runs a line of the page in a shell, where `brief` is this program."""
    tools.mkdir(exist_ok=True)
    brief = tools / "brief"
    brief.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m generator "$@"\n', "utf-8")
    brief.chmod(0o755)
    path = f"{tools}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(  # noqa: S602 - a line of the page, which is the repository's own
        command,
        shell=True,
        cwd=folder,
        env={**os.environ, "PATH": path, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_commands_work_as_they_stand_there(copy: Path, tmp_path: Path) -> None:
    """Each line in its turn: only the check finds fault, with the figure that fails."""
    said = {}
    for command in (line for block in COMMANDS for line in block.splitlines()):
        done = follow(command, copy, tmp_path / "tools")
        said[command] = done.stdout
        expected = 1 if command == "brief check" else 0
        assert done.returncode == expected, (command, done.stdout, done.stderr)
    told = said["brief diff origin/main --merge-base"].splitlines()
    assert told[1:] == EXAMPLE.splitlines()[1:] + told[len(EXAMPLE.splitlines()) :]
    assert "value-drift" in said["brief check"]
    assert said["brief diff HEAD"].splitlines()[1] == "Nothing changed in the evidence."
    markdown = said["brief diff HEAD~1 HEAD --format markdown"]
    assert markdown.startswith("### Evidence: about 9 → 18.1 t/day\n")


def test_the_fields_of_the_json_are_those_on_the_page(project: Path) -> None:
    """Those at the top, the counts, and those of a figure's side."""
    before, after, found = make_sides(project, CASES["nine-to-eighteen"])
    read = json.loads(format_json(found, before, after))
    (figure,) = read["figures"]
    for fields in (read, read["counts"], figure, figure["after"], read["conflicts"][0]):
        told = {"metric", "unit", "period", "place", "name"}
        assert {name for name in fields if f"`{name}`" not in PAGE} <= told
    rows = re.findall(r"(?m)^\| ((?:`\w+`(?:, )?)+) \|", PAGE.split("## For a program")[1])
    assert set(re.findall(r"\w+", " ".join(rows))) == read.keys() - {"format"}


def test_the_limit_on_the_page_is_that_of_the_program() -> None:
    """In characters."""
    assert f"at most {COMMENT:,} characters" in PAGE
