"""Another id for a record: everywhere, nowhere else, and all or nothing."""

import re
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.authoring.files import change_files
from generator.authoring.renaming import KINDS, RefusedError, rename_record
from generator.authoring.trial import change_data, check_data
from generator.cli import main
from generator.cli.records import KINDS as SHOWN_KINDS
from generator.library.library import Library
from generator.reading.files import DataFiles, read_data_files

INVENTED = Path(__file__).resolve().parents[1] / "library"
DATA = read_data_files(INVENTED)
LIBRARY, ISSUES = check_data(DATA)
IDS = [(kind, id) for kind in KINDS for id in LIBRARY.by_kind[kind]]


def run(project: Path, *arguments: str) -> Result:
    """Runs `brief rename` in a project."""
    result = CliRunner().invoke(main, ["rename", "--project", str(project), *arguments])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def rename(kind: str, old: str, new: str) -> tuple[DataFiles, Library]:
    """The files and the library with a record under its new id."""
    renaming = rename_record(kind, old, new, DATA, (LIBRARY, ISSUES))
    return change_data(DATA, renaming.changes), renaming.library


def mentions(data: DataFiles, id: str) -> int:
    """How often an id stands in all texts, by itself."""
    pattern = re.compile(rf"(?<![a-z0-9-]){re.escape(id)}(?![a-z0-9-])")
    return sum(len(pattern.findall(file.text)) for file in data.files)


WORDS = {"herring", "ferry", "dredging", "percent", "passengers", "tonnes"}
"""Ids that are words of texts, too."""
MARK = re.compile(r"\b[0-9a-f]{12}\b")


@pytest.mark.parametrize(("kind", "id"), IDS)
def test_a_new_id_stands_wherever_the_old_one_did(kind: str, id: str) -> None:
    """Whatever points to a record points to it still, and not one other byte is changed."""
    after, library = rename(kind, id, "zz-9")
    assert Counter(kind for kind, _ in library.referrers.get(f"{kind}/zz-9", ())) == Counter(
        kind for kind, _ in LIBRARY.referrers.get(f"{kind}/{id}", ())
    )
    assert id not in library.by_kind[kind]
    texts = sorted(MARK.sub("", file.text.replace("zz-9", id)) for file in after.files)
    assert texts == sorted(MARK.sub("", file.text) for file in DATA.files)
    if id not in WORDS and sum(id == other for _, other in IDS) == 1:
        assert mentions(after, id) == 0
        assert mentions(after, "zz-9") == mentions(DATA, id)
    named = [file.path for file in after.files if Path(file.path).stem == id]
    assert named == [] or kind not in ("article", "brief")


@pytest.mark.parametrize("kind", ["article", "observation", "source", "metric", "topic"])
def test_a_text_that_only_looks_like_a_mention_stays(project: Path, kind: str) -> None:
    """In a note, in code, in a longer id, in a link's text, in the id of another kind."""
    id = {
        "article": "tide-2024-02-10-assessment",
        "observation": "landed-daily-2024-01-tide",
        "source": "tide-institute",
        "metric": "herring-landed-daily",
        "topic": "herring",
    }[kind]
    brief = project / "data/briefs/2024/herring-slows.md"
    kept = f"\nThe id {id}, `[@{id}]`, `](obs:{id})`, [{id}-x](https://a.example/{id}).\n"
    brief.write_text(brief.read_text("utf-8") + kept, encoding="utf-8")
    topics = project / "data/topics.yml"
    topics.write_text(f"# {id}\n{topics.read_text('utf-8')}", encoding="utf-8")
    result = run(project, kind, id, "zz-9")
    assert result.exit_code == 0, result.output
    assert brief.read_text("utf-8").endswith(kept)
    assert topics.read_text("utf-8").startswith(f"# {id}\n")


PROSE = """
[@{a}, rate; @{a}] [x [@{a}]](https://x.example) [](obs:{o}) [**a** `]`](obs:{o} "t")
[ref][r] <obs:{o}> [a third](calc: "{o} / {o}") [b](calc: '({o} + 1) * 2')

> quoted [@{a}]
> [](obs:{o})

- item [@{a}]

  ```table
  observations: [{o}]
  ```

| a | b |
| --- | --- |
| [@{a}] | [](obs:{o}) [@{a}] |

```compare
observations:
  - {o}
  - landed-2024-01-tide
note: "See [@{a}] and [](obs:{o})."
```

[r]: obs:{o}
"""


def test_every_form_of_a_mention_is_found(project: Path) -> None:
    """However Markdown lets it be written."""
    ids = {"a": "tide-2024-02-10-assessment", "o": "landed-daily-2024-01-tide"}
    brief = project / "data/briefs/2024/herring-slows.md"
    text = brief.read_text("utf-8")
    brief.write_text(text + PROSE.format(**ids), encoding="utf-8")
    for kind, letter in (("article", "a"), ("observation", "o")):
        result = run(project, kind, ids[letter], f"zz-{letter}")
        assert result.exit_code == 0, result.output
    assert brief.read_text("utf-8").endswith(PROSE.format(a="zz-a", o="zz-o"))


def test_a_file_is_named_like_its_record(project: Path) -> None:
    """Files of articles and briefs move, and so does the captured text."""
    (project / "captures").mkdir()
    (project / "captures/tide-2024-02-10-assessment.txt").write_text("x", encoding="utf-8")
    result = run(project, "article", "tide-2024-02-10-assessment", "tide-new")
    assert result.exit_code == 0
    assert (project / "data/articles/2024/tide-new.yml").is_file()
    assert not (project / "data/articles/2024/tide-2024-02-10-assessment.yml").exists()
    assert [file.name for file in (project / "captures").iterdir()] == ["tide-new.txt"]
    assert "links to articles/tide-2024-02-10-assessment/ from elsewhere break" in result.output
    assert "it is articles/tide-new/ now" in result.output


def test_the_mark_of_a_brief_goes_on_saying_that_nothing_changed(project: Path) -> None:
    """Ids are part of what the mark is taken of; a new id says nothing new."""
    result = run(project, "observation", "landed-daily-2024-01-tide", "zz-9")
    assert "marks brought up to date: " in result.output
    check = CliRunner().invoke(main, ["check", "--project", str(project)])
    assert check.output.startswith("no issues")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("source", "tide-institut", "x"), "did you mean `tide-institute`?"),
        (("source", "tide-institute", "Bad id"), "is no id"),
        (("source", "tide-institute", "con"), "is no id"),
        (("source", "tide-institute", "ferry-line"), "there is a source `ferry-line` already"),
        (("place", "is-hb", "x"), "place"),
    ],
)
def test_an_id_that_is_wrong_is_wrong_usage(
    project: Path, arguments: tuple[str, ...], said: str
) -> None:
    """Exit code 2, with the next step."""
    result = run(project, *arguments)
    assert result.exit_code == 2
    assert said in result.output


def test_what_can_not_be_told_is_refused_whole(project: Path) -> None:
    """A mention behind an escape is left to a person, and so is all the rest."""
    file = project / "data/articles/2024/gazette-2024-02-12-herring.yml"
    text = file.read_text("utf-8").replace(
        "source: tide-institute,", 'source: "tide\\x2dinstitute",'
    )
    file.write_text(text, encoding="utf-8")
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    result = run(project, "source", "tide-institute", "zz-9")
    assert result.exit_code == 1
    assert "change it by hand" in result.output
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == before


def test_a_file_that_can_not_be_read_stops_it(project: Path) -> None:
    """It may name the record, and nobody can tell."""
    (project / "data/events/2025.yml").write_text("- {id: tide-institute\n", encoding="utf-8")
    with pytest.raises(RefusedError, match=r"data/events/2025\.yml"):
        rename_record("source", "tide-institute", "zz-9", read_data_files(project))


def test_a_write_that_fails_leaves_everything_as_it_was(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also what was in place already."""
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    replace, count = Path.replace, iter(range(99))

    def fail_the_third(self: Path, target: Path) -> Path:
        if next(count) == 2:
            raise OSError(28, "No space left on device", str(target))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", fail_the_third)
    changes = rename_record("source", "tide-institute", "zz-9", read_data_files(project)).changes
    with pytest.raises(OSError, match="space"):
        change_files(project, changes)
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == before


def test_the_help_names_all_kinds() -> None:
    """Those of the core, which the command line does not load for it."""
    assert tuple(sorted(KINDS)) == SHOWN_KINDS
