"""Slips beside the records: in the configuration, in pages by hand, in the way of a build."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.site.mark import MARK
from generator.site.written import check_written
from tests.placed_pages import write_pages

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


@pytest.mark.parametrize("text", ["", "# A\n", "---\ntitle: A\n---\n", "Text.\n---\n", "Один\n"])
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
    assert "what was there before is untouched" in result.output


def test_a_page_by_hand_among_generated_ones_is_told(tmp_path: Path) -> None:
    """It would be on this machine's site and on no other."""
    (tmp_path / "briefs").mkdir()
    (tmp_path / "briefs/note.md").write_text("# Mine\n", encoding="utf-8")
    (tmp_path / "about.md").write_text("# Mine\n", encoding="utf-8")
    assert write_pages(tmp_path, {"briefs/x.md": PAGE, "y.md": PAGE}).strays == ["briefs/note.md"]


def refuse(project: Path, path: str) -> list[str]:
    """The issues of one file, as rule and line."""
    return [
        f"{issue.rule.id}:{issue.location.line}"
        for issue in check_written(project)
        if issue.location.path == path
    ]


@pytest.mark.parametrize(
    ("path", "content", "expected"),
    [
        ("docs/x.html", "<script>1</script>", ["unexpected-file:0"]),
        ("docs/x.js", "1", ["unexpected-file:0"]),
        ("docs/x.css", "p {}", ["unexpected-file:0"]),
        ("docs/x.svg", "<svg onload='1'/>", ["unexpected-file:0"]),
        ("docs/x.xml", "<x/>", ["unexpected-file:0"]),
        ("docs/x.md.html", "<script>1</script>", ["unexpected-file:0"]),
        ("docs/_headers", "/*\n", ["unexpected-file:0"]),
        ("docs/sub/.htaccess", "x", ["unexpected-file:0"]),
        ("docs/x.png", "PNG", ["unexpected-file:0"]),
        ("docs/x.html~", "<script>1</script>", ["unexpected-file:0"]),
        ("docs/x.html.md", "# X\n", ["unexpected-file:0"]),
        ("docs/my page.md", "# X\n", ["unexpected-file:0"]),
        ("docs/.hidden.md", "# X\n", ["unexpected-file:0"]),
        ("docs/templates/x.md", "# X\n", ["unexpected-file:0"]),
        ("docs/sub/.gitkeep", "", []),
        ("docs/CNAME", "briefs.example", []),
        ("docs/robots.txt", "", []),
        ("docs/x.md", "---\ntemplate: redirect.html\n---\n", ["unknown-field:2"]),
        ("docs/x.md", "---\ntitle: X\nlocation: //e.example\n---\n", ["unknown-field:3"]),
        ("docs/x.md", "---\nkind: brief\n---\n", ["unknown-field:2"]),
        ("docs/x.md", "---\n---\nkind: brief\n---\n", ["bad-front-matter:1"]),
        ("docs/x.md", "kind: brief\nsource: x\n\n# X\n", ["bad-front-matter:1"]),
        ("docs/x.md", "# X\n\nCyrillic pаypal\n", ["mixed-script:3"]),
        ("docs/x.md", "# X\n\nright \u202eto left\n", ["hidden-character:3"]),
        ("docs/about/index.md", "# X\n", ["case-collision:0"]),
        ("docs/x.md", "---\ntitle: &a [x]\n---\n", ["yaml-anchor:2"]),
        ("docs/x.md", "---\ntitle: !!python/name:os.system x\n---\n", ["yaml-tag:2"]),
        ("docs/x.md", f"---\ntitle: {'[' * 30}\n---\n", ["too-deep:2"]),
        ("docs/x.md", "x" * 200_001, ["too-large:0"]),
        ("docs/About.md", "# A\n", ["case-collision:0"]),
    ],
)
def test_what_could_take_over_a_page_is_not_published(
    path: str, content: str, expected: list[str], project: Path
) -> None:
    """Files that a browser runs, front matter that chooses a program, names that collide."""
    file = project / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(content, encoding="utf-8")
    named = {path, "docs/about.md"} if expected == ["case-collision:0"] else {path}
    assert [found for one in sorted(named) for found in refuse(project, one)] == expected


@pytest.mark.parametrize("target", ["/etc/passwd", "/etc", "../data/sources.yml", "nowhere"])
def test_a_link_is_not_followed(target: str, project: Path) -> None:
    """It could publish any file of the machine that builds."""
    (project / "docs/x.md").symlink_to(target)
    assert refuse(project, "docs/x.md") == ["unexpected-file:0"]
    result = build(project)
    assert result.exit_code == 1
    assert "docs/x.md: error[unexpected-file]" in result.output
    assert not (project / "site").exists()


def test_a_check_names_what_is_wrong_with_a_page_by_hand(project: Path) -> None:
    """Whoever edits a page is told as early as whoever edits a record."""
    (project / "docs/about.md").write_text("---\ntemplate: x\n---\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["check", "--project", str(project)])
    assert "docs/about.md:2:1: error[unknown-field]" in result.output
