"""The canonical form of records: what it is, that nothing is lost, that it stays."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from generator.authoring.form import form_file, form_text
from generator.authoring.round_trip import FaultyTextError, set_field
from generator.cli import main
from generator.reading.files import read_data_files
from generator.reading.kinds import find_kind
from generator.reading.yaml_text import read_yaml

ROOT = Path(__file__).resolve().parents[2]
ARTICLE = "data/articles/2024/a.yml"
SOURCES = "data/sources.yml"
LONG = "word " * 30


def form(text: str, path: str = ARTICLE) -> str:
    """A text in its form."""
    kind = find_kind(path)
    assert kind is not None
    return form_text(kind, text)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: A\nid: a\n", "id: a\ntitle: A\n"),
        (
            "# of a\nid: a\n# of the title\ntitle: A # b\n",
            "# of a\nid: a\n# of the title\ntitle: A  # b\n",
        ),
        (
            "# of the title\ntitle: A # b\n# of a\nid: a\n",
            "# of a\nid: a\n# of the title\ntitle: A  # b\n",
        ),
        (
            "# yaml-language-server: x\ntitle: A\nid: a\n",
            "# yaml-language-server: x\nid: a\ntitle: A\n",
        ),
        ("# all\n\ntitle: A\nid: a\n", "# all\n\nid: a\ntitle: A\n"),
        ("id:   'a'\n", "id: a\n"),
        ("note: '12:30'\n", 'note: "12:30"\n'),
        ("note: 12:30\n", "note: 12:30\n"),
        ("note: 'a \"b\"'\n", 'note: a "b"\n'),
        ("note: 'a: \"b\"'\n", "note: 'a: \"b\"'\n"),
        ('note: "\\u200fa"\n', 'note: "\\u200fa"\n'),
        ("authors:\n- A\n- B\n", "authors: [A, B]\n"),
        ("authors: [A, # first\n  B]\n", "authors: [A, B]  # first\n"),
        ("authors:\n- A # first\n- B\n", "authors:\n  - A  # first\n  - B\n"),
        ("seen-at: [https://a.example]\n", "seen-at:\n  - https://a.example\n"),
        ("reports:\n- {verb: cites,\n   by: b}\n", "reports:\n  - {by: b, verb: cites}\n"),
        ("reports:\n- verb: cites\n  by: b\n", "reports:\n  - by: b\n    verb: cites\n"),
        (
            f"note: {LONG}\n",
            f"note: >-\n  {'word ' * 18}word\n  {'word ' * 10}word\n".replace("word \n", "word\n"),
        ),
        ("note: >-\n    two\n    lines\n", "note: >-\n  two\n  lines\n"),
        ("note: two\n  lines\n", "note: two lines\n"),
        (
            "quotes: {b: {translation: T, text: B}, a: A}\n",
            "quotes: {b: {text: B, translation: T}, a: A}\n",
        ),
        ("id: a\n\n\n\n\nnote: n\n", "id: a\n\nnote: n\n"),
        (
            "observations:\n  - value: 1\n    id: a\n    # unit: km2\nnote: n\n",
            "observations:\n  - id: a\n    value: 1\n    # unit: km2\nnote: n\n",
        ),
        ("observations:\n  - # of a\n    id: a\n", "observations:\n  # of a\n  - id: a\n"),
        ("id: a # x\r\n".replace("\r", ""), "id: a  # x\n"),
        ("---\nid: a\n...\n", "id: a\n"),
    ],
)
def test_a_record_has_one_form(before: str, after: str) -> None:
    """Fields in the order of the model; quotes, brackets, folds and spaces where they belong."""
    assert form(before) == after
    assert form(after) == after


def test_records_of_a_file_are_parted_by_one_empty_line() -> None:
    """Their order is the author's; comments stay with their record."""
    text = (
        "# yaml-language-server: x\n- {id: b, name: B}\n# of a\n- name: A\n  id: a\n\n\n- id: c\n"
    )
    expected = (
        "# yaml-language-server: x\n- {id: b, name: B}\n\n# of a\n- id: a\n  name: A\n\n- id: c\n"
    )
    assert form(text, SOURCES) == expected


def test_the_prose_of_a_brief_has_no_form() -> None:
    """Only its front matter is put into order."""
    prose = "Text   \n\n\n* a\n```chart\nkind: line\nmetric: m\n```\n"
    after = form(f"---\ntitle: T\nid: a\n---\n{prose}", "data/briefs/2024/a.md")
    assert after == f"---\nid: a\ntitle: T\n---\n{prose}"


def texts() -> list[str]:
    """The YAML of all records of the invented library and of a part of the project's."""
    files = read_data_files(ROOT / "tests" / "library").files
    files += [file for file in read_data_files(ROOT).files if "kyiv" in file.path]
    return [file.text for file in files if file.path.endswith(".yml")]


TEXTS = texts()
COMMENT = re.compile(r"#c\d+ü?")


@st.composite
def commented(draw: st.DrawFn) -> str:
    """A text of records with comments and empty lines anywhere, some of which end up in values."""
    lines = draw(st.sampled_from(TEXTS)).split("\n")
    for number in range(draw(st.integers(1, 12))):
        at = draw(st.integers(0, len(lines) - 1))
        how = draw(st.sampled_from(["line", "behind", "empty", "double"]))
        indent = " " * draw(st.integers(0, 8))
        if how == "behind":
            lines[at] += f" #c{number}ü"
        elif how == "line":
            lines.insert(at, f"{indent}#c{number}")
        else:
            lines[at:at] = ["", indent] if how == "double" else [indent]
    return "\n".join(lines)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(commented())
def test_nothing_is_lost_and_the_form_of_a_form_is_itself(text: str) -> None:
    """Values are equal, each comment is there once, and a second time changes nothing."""
    read = read_yaml(text)
    assume(not read.faults)
    path = SOURCES if isinstance(read.value, list) else ARTICLE
    after = form(text, path)
    assert read_yaml(after).value == read.value
    assert sorted(COMMENT.findall(after)) == sorted(COMMENT.findall(text))
    assert form(after, path) == after


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40))
def test_any_string_is_written_so_that_it_is_read_again(value: str) -> None:
    """Whatever it looks like to YAML."""
    assume(value)
    for text in ("id: x\n", "{id: x}\n"):
        after = form(set_field(text, ("note",), value))
        assert read_yaml(after).value == {"id": "x", "note": value}


@pytest.mark.parametrize("text", ["id: a\nid: b\n", "id: &a b\n", "id: [\n"])
def test_what_is_no_record_has_no_form(text: str) -> None:
    """A text with a fault is not guessed at."""
    with pytest.raises(FaultyTextError):
        form(text)


def test_all_records_of_this_project_are_in_form() -> None:
    """`brief fmt` leaves them as they are."""
    files = [form_file(file) for file in read_data_files(ROOT).files]
    assert not [file.path for file in files if file.is_changed or file.issues]


def run(project: Path, *arguments: str) -> Result:
    """Runs `brief fmt` in a project."""
    return CliRunner().invoke(main, ["fmt", "--project", str(project), *arguments])


def test_files_are_put_into_form_and_named(project: Path) -> None:
    """With a count of what was not; the second time there is nothing to do."""
    first = run(project)
    assert first.exit_code == 0
    assert "formatted data/sources.yml\n" in first.output
    assert "series left as they are 1" in first.output
    assert run(project, "--check").exit_code == 0
    assert CliRunner().invoke(main, ["check", "--project", str(project)]).exit_code == 0


@pytest.mark.parametrize("option", ["--check", "--diff"])
def test_a_check_changes_nothing_and_fails(project: Path, option: str) -> None:
    """It names the files."""
    before = (project / SOURCES).read_bytes()
    result = run(project, option, str(project / SOURCES))
    assert result.exit_code == 1
    assert "not in form: data/sources.yml\nfiles in form 0, not in form 1," in result.output
    assert (project / SOURCES).read_bytes() == before


def test_a_file_with_an_error_is_left_alone(project: Path) -> None:
    """The issue says why; the others are put into form."""
    file = project / "data" / "topics.yml"
    file.write_text("- {id: Bad Id, name: N,   description: D}\n", encoding="utf-8")
    result = run(project)
    assert result.exit_code == 1
    assert "data/topics.yml:1:8: error[bad-id]" in result.output
    assert "left alone because of errors 1" in result.output
    assert "N,   description" in file.read_text(encoding="utf-8")


def test_line_ends_of_windows_stay(project: Path) -> None:
    """They are git's business."""
    file = project / SOURCES
    text = file.read_text(encoding="utf-8")
    file.write_bytes(text.replace("\n", "\r\n").encode())
    run(project)
    content = file.read_bytes()
    assert content.count(b"\n") == content.count(b"\r\n") > 10
    assert run(project, "--check").exit_code == 0


def test_a_path_without_records_is_wrong_usage(project: Path) -> None:
    """A slip does not look like a clean run."""
    stray = project / "stray.yml"
    stray.write_text("id: x\n", encoding="utf-8")
    assert run(project, str(stray)).exit_code == 2
