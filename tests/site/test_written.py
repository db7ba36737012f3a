"""Slips beside the records: in the configuration, in pages by hand, in the way of a build."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.site.write import MARK, write_pages
from generator.site.written import check_written

INVENTED = Path(__file__).parent.parent / "library"
PAGE = f"---\n{MARK} from data/briefs/2024/x.md.\ntitle: X\n---\n\n# X\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with records, a configuration and one page by hand."""
    shutil.copytree(INVENTED / "data", tmp_path / "data")
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: X\nurl: !ENV [A, b]\n", encoding="utf-8")
    (tmp_path / "docs/about.md").write_text("---\ntitle: A\n---\n\n# A\n", encoding="utf-8")
    return tmp_path


def build(project: Path) -> Result:
    """Runs a build; an exception that nobody caught fails the test."""
    result = CliRunner().invoke(main, ["build", "--project", str(project)])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


@pytest.mark.parametrize(
    ("path", "content", "said"),
    [
        ("mkdocs.yml", b"site_name: X\n\ttheme: y\n", "mkdocs.yml:2:1: error[yaml-syntax]"),
        ("mkdocs.yml", b'site_name: "X\n', "mkdocs.yml:1:12: error[yaml-syntax]"),
        ("docs/about.md", b"---\ntitle: a: b\n---\n", "docs/about.md:2:9: error[yaml-syntax]"),
        ("docs/about.md", b"---\ntitle: a\n\n# A\n", "docs/about.md:1:1: error[bad-front-matter]"),
        ("docs/about.md", b"# A\n\ncaf\xe9\n", "docs/about.md:3: error[unreadable-file]"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_named_and_nothing_is_written(
    path: str, content: bytes, said: str, project: Path
) -> None:
    """A build stops before its first page, with exit code 1, the line and the next action."""
    (project / path).write_bytes(content)
    result = build(project)
    assert result.exit_code == 1
    assert said in result.output
    assert "  help: " in result.output
    assert [file.name for file in (project / "docs").iterdir()] == ["about.md"]


def test_a_missing_configuration_is_named(project: Path) -> None:
    """The engine would speak of its own options."""
    (project / "mkdocs.yml").unlink()
    result = build(project)
    assert result.exit_code == 1
    assert "mkdocs.yml: error[unreadable-file]" in result.output
    assert [file.name for file in (project / "docs").iterdir()] == ["about.md"]


@pytest.mark.parametrize(
    "text", ["", "# A\n", "---\n---\n", "---\ntitle: A\n---\n", "Text.\n---\n"]
)
def test_a_sound_page_is_left_to_the_engine(text: str, project: Path) -> None:
    """A page may have front matter, and a line in the text."""
    (project / "docs/about.md").write_text(text, encoding="utf-8")
    assert check_written(project) == []


def test_what_stands_in_the_way_of_a_page_is_named(project: Path) -> None:
    """A file where a folder is needed, a full disk, a missing right: one line and what to do."""
    (project / ".briefwright").write_text("x", encoding="utf-8")
    result = build(project)
    assert result.exit_code == 1
    assert ".briefwright` could not be written" in result.output
    assert "the last good site is untouched" in result.output


def test_a_page_by_hand_among_generated_ones_is_told(tmp_path: Path) -> None:
    """It would be on this machine's site and on no other."""
    (tmp_path / "briefs").mkdir()
    (tmp_path / "briefs/note.md").write_text("# Mine\n", encoding="utf-8")
    (tmp_path / "about.md").write_text("# Mine\n", encoding="utf-8")
    assert write_pages(tmp_path, {"briefs/x.md": PAGE, "y.md": PAGE}).strays == ["briefs/note.md"]
