"""`brief init` as its users meet it: questions, answers, refusals."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.site.settings import read_setting

ROOT = Path(__file__).resolve().parents[1]


def init(*arguments: str) -> Result:
    """Runs the verb without a terminal."""
    result = CliRunner().invoke(main, ["init", *arguments])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def test_without_a_terminal_nothing_is_asked(tmp_path: Path) -> None:
    """The name is the folder's; addresses are such as can't exist. What to do next is printed."""
    result = init(str(tmp_path / "harbour watch"))
    assert result.exit_code == 0, result.output
    assert read_setting(tmp_path / "harbour watch", "site_name") == "Harbour watch"
    config = (tmp_path / "harbour watch" / "mkdocs.yml").read_text("utf-8")
    assert '"https://harbour-watch.example/"' in config
    assert [line[2:] for line in result.output.splitlines() if line.startswith("  ")] == [
        f"cd '{tmp_path}/harbour watch'",
        "brief check",
        "brief serve",
    ]


def test_what_is_given_is_taken(tmp_path: Path) -> None:
    """An address gets the slash that it needs, a repository loses what it does not."""
    given = ["--name", "Вахта", "--address", "https://watch.example/briefs", "--language", "uk"]
    given += ["--repository", "https://git.example/watch/briefs.git"]
    assert init(str(tmp_path / "site"), *given).exit_code == 0
    config = (tmp_path / "site" / "mkdocs.yml").read_text("utf-8")
    for said in (
        '"Вахта"',
        '"https://watch.example/briefs/"',
        '"https://git.example/watch/briefs"',
    ):
        assert said in config
    assert "language: uk" in config


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["--name", " "], "`--name`: `` is empty"),
        (["--name", "x" * 61], "longer than 60"),
        (["--name", "two\nlines"], "more than one line"),
        (["--name", "a\u202eb"], "U+202E"),
        (["--address", "watch.example"], "does not begin with https://"),
        (["--address", "https://watch.example/?a"], "has a `?`"),
        (["--repository", "git@git.example:watch"], "does not begin with https://"),
        (["--language", "xx"], "is not one of en, uk"),
        (["--from", "nothing.whl"], "has a name like briefwright-1.2.3"),
    ],
)
def test_a_wrong_answer_is_wrong_usage(given: list[str], said: str, tmp_path: Path) -> None:
    """Named, with its reason; and no folder is made."""
    result = init(str(tmp_path / "site"), *given)
    assert result.exit_code == 2
    assert said in result.output
    assert list(tmp_path.iterdir()) == []


def test_a_folder_with_something_in_it_is_wrong_usage(tmp_path: Path) -> None:
    """Before anything is asked."""
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    result = init(str(tmp_path))
    assert result.exit_code == 2
    assert "is not empty: `notes.txt`" in result.output
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_on_a_terminal_it_asks_until_it_has_an_answer(tmp_path: Path) -> None:
    """Enter takes what is proposed."""
    ours, theirs = pty.openpty()
    run = subprocess.Popen(
        [sys.executable, "-m", "generator", "init", "harbour-watch"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    os.write(ours, b"Harbour Watch\nnowhere\n\n\nuk\n")
    said = b""
    while True:
        try:
            said += os.read(ours, 4096)
        except OSError:  # the other end is closed
            break
    assert run.wait() == 0, said
    assert b"[https://harbour-watch.example/]" in said
    assert b"That does not begin with https://" in said
    assert read_setting(tmp_path / "harbour-watch", "site_name") == "Harbour Watch"
    assert "language: uk" in (tmp_path / "harbour-watch" / "mkdocs.yml").read_text("utf-8")
