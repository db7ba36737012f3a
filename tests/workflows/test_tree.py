"""What a pull request may bring, looked at in a repository before anything reads the files."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import limits
from tests.workflows.workflow_files import load_script

tree = load_script("tree")
Change = Callable[[Path], None]


def git(folder: Path, *arguments: str) -> str:
    """Runs git there, without anybody's settings."""
    settings = ["-c", "user.name=A", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false"]
    command = ["git", "-C", str(folder), *settings, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository of one commit, with records, a page and code; the current folder."""
    for name in ("data/sources.yml", "docs/about.md", "generator/x.py", "mkdocs.yml"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("x\n", encoding="utf-8")
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "base")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GITHUB_OUTPUT", str(tmp_path.parent / f"{tmp_path.name}-output"))
    return tmp_path


def look(repository: Path, change: Change) -> tuple[int, str]:
    """What comes of a pull request with one change: the exit code, and the output of the step."""
    git(repository, "checkout", "-qb", "proposed")
    change(repository)
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "change", "--allow-empty")
    git(repository, "checkout", "-q", "main")
    git(repository, "merge", "-q", "--no-ff", "-m", "merge", "proposed")
    code: int = tree.look("HEAD^1", "HEAD")
    output = repository.parent / f"{repository.name}-output"
    return code, output.read_text("utf-8") if output.exists() else ""


def write(name: str, text: str = "changed\n") -> Change:
    """A change of one file."""

    def change(repository: Path) -> None:
        (repository / name).parent.mkdir(parents=True, exist_ok=True)
        (repository / name).write_text(text, encoding="utf-8")

    return change


def link(name: str, target: str) -> Change:
    """A symbolic link in a file's, or a folder's, place."""

    def change(repository: Path) -> None:
        git(repository, "rm", "-rqf", "--ignore-unmatch", name)
        (repository / name).parent.mkdir(parents=True, exist_ok=True)
        (repository / name).symlink_to(target)

    return change


def submodule(repository: Path) -> None:
    """Another repository in a folder of the records."""
    commit = git(repository, "rev-parse", "HEAD")
    git(repository, "update-index", "--add", "--cacheinfo", f"160000,{commit},data/more")
    (repository / "data/more").mkdir()


@pytest.mark.parametrize(
    "change",
    [
        write("data/sources.yml"),
        write("data/articles/2025/x.yml"),
        write("data/.gitattributes", "* filter=x diff=x\n"),
        write("data/series/x.csv", "1,2\n" * 300_000),
        lambda repository: git(repository, "rm", "-q", "data/sources.yml"),
    ],
    ids=["change", "addition", "attributes", "large series", "removal"],
)
def test_records_alone_are_said_to_be_alone(repository: Path, change: Change) -> None:
    """Then nothing that runs is the stranger's."""
    assert look(repository, change) == (0, "records-only=true\n")


@pytest.mark.parametrize(
    "name",
    [
        *(
            "mkdocs.yml",
            "generator/x.py",
            "docs/about.md",
            ".github/workflows/check.yml",
            "Makefile",
        ),
        *("data.yml", "Data/x.yml", ".gitattributes", ".gitmodules", "requirements.lock"),
    ],
)
def test_all_else_is_code(repository: Path, name: str) -> None:
    """Whatever could have a bearing on what runs, with or without records beside it."""

    def change(repository: Path) -> None:
        write("data/sources.yml")(repository)
        write(name)(repository)

    assert look(repository, change) == (0, "records-only=false\n")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (link("data/articles/x.yml", "/etc/passwd"), "'data/articles/x.yml' is a symbolic link"),
        (link("data", "docs"), "'data' is a symbolic link"),
        (link("docs/about.md", "../mkdocs.yml"), "'docs/about.md' is a symbolic link"),
        (link("data/a\n::warning::b", "x"), "'data/a\\n::warning::b' is a symbolic link"),
        (submodule, "'data/more' is a submodule"),
        (write("data/x.yml", "x" * 1_000_001), "'data/x.yml' has 1,000,001 bytes"),
        (write("data/x.bin", "x" * 1_000_001), "'data/x.bin' has 1,000,001 bytes"),
        (write("data/series/x.csv", "x" * 20_000_001), "'data/series/x.csv' has 20,000,001 bytes"),
    ],
    ids=["link", "folder", "page", "name that commands", "submodule", "file", "other", "series"],
)
def test_links_and_what_is_too_large_are_refused(
    repository: Path, change: Change, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the file named in one line, and without an output that a later step could go by."""
    assert look(repository, change) == (1, "")
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith(f"::error::{said}")


def test_many_faults_are_counted(capsys: pytest.CaptureFixture[str], repository: Path) -> None:
    """The first are named."""

    def change(repository: Path) -> None:
        for number in range(25):
            link(f"data/{number}.yml", "/etc/passwd")(repository)

    assert look(repository, change)[0] == 1
    *named, rest = capsys.readouterr().out.splitlines()
    assert len(named) == tree.SHOWN
    assert rest == "::error::5 more are refused."


def test_the_limits_are_those_of_the_program() -> None:
    """The script stands alone, and says the same numbers again."""
    assert tree.MOST_BYTES == limits.YAML_BYTES >= limits.BRIEF_BYTES
    assert tree.MOST_SERIES_BYTES == limits.CSV_BYTES
    assert tree.MOST_FILES == limits.FILES
    assert tree.MOST_TOTAL_BYTES == limits.DATA_CHARACTERS


def test_too_many_files_are_refused() -> None:
    """By their number, and by all that they hold."""
    many = [tree.Entry(f"data/{number}.yml", "100644", 6_000) for number in range(100_001)]
    files, total = tree.find_faults(many)
    assert files.startswith("data/ has 100,001 files")
    assert total.startswith("data/ has 600,006,000 bytes")
