"""Records added from flags or questions: understood, put in place, and fit for the check."""

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.authoring.naming import find_word, propose_id
from generator.authoring.understanding import reduce_address, understand_date
from generator.cli import main

NEW = sys.modules["generator.cli.new"]  # `generator.cli.new` by itself is the verb
GAZETTE = "data/articles/2024/gazette-2024-02-12-herring.yml"
ADDED = {
    "source": ["--name", "Вісник гавані", "--kind", "newspaper", "--language", "uk"],
    "article": [
        *(
            "--outlet",
            "skerry-gazette",
            "--title",
            "The “quay”: no, it's 12:30",
            "--issued",
            "9 січня 2024",
        ),
        *(
            "--url",
            "https://new.example/a",
            "--topic",
            "herring",
            "--relays",
            "cites:tide-institute",
        ),
        *("--type", "article", "--language", "en"),
        *("--quote", "rate=about 8 tonnes"),
    ],
    "metric": [
        *("--name", "Boats", "--description", "Boats at noon: all.", "--unit", "tonnes"),
        *("--kind", "stock", "--topic", "herring"),
    ],
    "observation": [
        *("--article", "gazette-2024-02-12-herring", "--metric", "herring-landed-daily"),
        *("--period", "February 2024", "--place", "IS+FO-NSK", "--value", "8"),
        *("--qualifier", "approximately", "--words", "about eight tonnes a day in February 2024"),
    ],
    "event": [
        *("--date", "on 5 March 2021", "--description", "The quay reopens."),
        *("--article", "gazette-2024-02-12-herring", "--topic", "herring"),
    ],
    "brief": [
        *("--title", "Is it so?", "--question", "So?", "--author", "Ada: Exemplar"),
        *("--topic", "herring", "--figure", "stock-2024-01-31-tide"),
    ],
}
"""What is typed for one record of each kind."""


def run(project: Path, *arguments: str, answers: Sequence[str] = ()) -> Result:
    """Runs the command line in a project, with answers if it asks."""
    verb, *rest = arguments
    kind = rest[:1] if verb == "new" else []
    command = [verb, *kind, "--project", str(project), *rest[len(kind) :]]
    result = CliRunner().invoke(main, command, input="\n".join(answers) + "\n")
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def texts(project: Path) -> dict[str, str]:
    """All files of records."""
    files = sorted(path for path in (project / "data").rglob("*") if path.is_file())
    return {path.relative_to(project).as_posix(): path.read_text("utf-8") for path in files}


@pytest.mark.parametrize("hints", ["--hints", "--no-hints"])
@pytest.mark.parametrize("kind", ADDED)
def test_what_is_added_passes_the_check(project: Path, kind: str, hints: str) -> None:
    """In one file, with no line lost, in form, and without an error."""
    before = texts(project)
    unformed = run(project, "fmt", "--check").output
    result = run(project, "new", kind, *ADDED[kind], hints)
    assert result.exit_code == 0, result.output
    after = texts(project)
    changed = [path for path, text in after.items() if before.get(path) != text]
    assert len(changed) == 1
    assert changed[0] in result.output
    left = iter(after[changed[0]].split("\n"))
    assert all(line in left for line in before.get(changed[0], "").split("\n"))
    assert ("# note: " in after[changed[0]]) == (hints == "--hints") or kind == "brief"
    assert run(project, "check").exit_code == 0
    if changed[0] not in unformed:
        assert run(project, "fmt", "--check", str(project / changed[0])).exit_code == 0


def test_a_record_goes_where_it_is_looked_for(project: Path) -> None:
    """Articles and briefs by their year, events too, which may need a new file."""
    places = {}
    for kind, flags in ADDED.items():
        output = run(project, "new", kind, *flags).output
        _, id, rest = next(line for line in output.splitlines() if "added" in line).split("`")
        places[id] = rest.removeprefix(" to ")
    year = NEW.today()[:4]
    assert places == {
        "visnyk-havani": "data/sources.yml",
        "skerry-gazette-2024-01-09-quay": "data/articles/2024/skerry-gazette-2024-01-09-quay.yml",
        "boats": "data/metrics.yml",
        "herring-landed-daily-2024-02-skerry-gazette": GAZETTE,
        "ev-2021-03-05-quay": "data/events/2021.yml",
        "is-it-so": f"data/briefs/{year}/is-it-so.md",
    }
    assert run(project, "check").exit_code == 0


def test_strings_are_written_as_strings(project: Path) -> None:
    """Whatever YAML could take them for; the title is what was typed."""
    run(project, "new", "article", *ADDED["article"])
    text = texts(project)["data/articles/2024/skerry-gazette-2024-01-09-quay.yml"]
    assert 'title: "The “quay”: no, it\'s 12:30"\n' in text
    assert "issued: 2024-01-09\n" in text
    assert "reports:\n  - {verb: cites, source: tide-institute}\n" in text


def test_a_value_that_is_not_in_its_quote_is_said_at_once(project: Path) -> None:
    """In the words of the check, and nothing is written."""
    before = texts(project)
    flags = [*ADDED["observation"], "--value", "18"]
    result = run(project, "new", "observation", *flags)
    assert result.exit_code == 1
    assert "error[value-not-in-quote]: " in result.output
    assert "nothing was written" in result.output
    assert texts(project) == before


@pytest.mark.parametrize(
    "url",
    [
        "http://www.gazette.example/2024/02/12/herring/",
        "https://gazette.example/2024/02/12/herring?utm_source=x&fbclid=1#top",
        "https://web.archive.org/web/20240301000000/https://gazette.example/2024/02/12/herring",
    ],
)
def test_an_address_on_record_is_noticed(project: Path, url: str) -> None:
    """In whatever form; the message says where it stands, and the last word is the author's."""
    file = project / GAZETTE
    text = file.read_text(encoding="utf-8")
    lines = [line for line in text.split("\n") if not line.startswith("url:")]
    at = next(n for n, line in enumerate(lines) if line.startswith("language:"))
    lines.insert(at, "url: https://gazette.example/2024/02/12/herring")
    file.write_text("\n".join(lines), encoding="utf-8")
    flags = [*ADDED["article"], "--url", url]
    result = run(project, "new", "article", *flags)
    assert result.exit_code == 1
    assert f"`gazette-2024-02-12-herring` has this address: {GAZETTE}:{at + 1} (" in result.output
    assert run(project, "new", "article", *flags, "--anyway").exit_code == 0


@pytest.mark.parametrize(
    ("kind", "flags", "said"),
    [
        ("article", [], "missing --type, --title, --outlet, --language;"),
        ("observation", [], "missing --metric, --period, --place, --article, --value;"),
        ("source", ["--name", "N", "--kind", "paper"], "--kind: "),
        ("article", ["--outlet", "skerry-gazete"], "did you mean `skerry-gazette`?"),
        ("article", ["--outlet", "nobody"], "add it first: `brief new source`"),
        ("event", ["--date", "the other day"], "--date: the date `the other day` is no date"),
        (
            "observation",
            ["--value", "1,500"],
            "--value: `1,500` is not a plain number; write `1500`",
        ),
        ("source", ["--name", "N", "--kind", "other", "--id", "A b"], "--id: `A b`"),
        (
            "source",
            ["--name", "N", "--kind", "other", "--id", "skerry-gazette"],
            "already, in data/sources.yml line",
        ),
        ("source", ["--name", "\u202eN", "--kind", "other"], "--name: "),
        ("source", ["--name", "N", "--kind", "other", "--url", "javascript:x"], "--url: "),
        ("article", ["--quote", "no words"], "KEY=WORDS"),
        ("observation", [*ADDED["observation"], "--quote", "rate"], "choose another key"),
    ],
)
def test_what_is_wrong_is_said_by_its_flag(
    project: Path, kind: str, flags: list[str], said: str
) -> None:
    """Exit code 2, and nothing is written."""
    before = texts(project)
    result = run(project, "new", kind, *flags)
    assert result.exit_code == 2
    assert said in result.output
    assert texts(project) == before


def test_a_file_with_an_error_is_left_alone(project: Path) -> None:
    """A record is not put into a text that can't be read."""
    file = project / "data" / "sources.yml"
    file.write_text(file.read_text(encoding="utf-8") + "- {id: [\n", encoding="utf-8")
    before = texts(project)
    result = run(project, "new", "source", *ADDED["source"])
    assert result.exit_code == 1
    assert "nothing was written" in result.output
    assert texts(project) == before


def test_a_file_that_is_there_is_never_replaced(project: Path) -> None:
    """Not even one that holds no readable record."""
    file = project / "data/articles/2024/skerry-gazette-2024-01-09-quay.yml"
    file.write_text("id: [\n", encoding="utf-8")
    assert run(project, "new", "article", *ADDED["article"]).exit_code == 1
    assert file.read_text(encoding="utf-8") == "id: [\n"


def test_on_a_terminal_it_asks(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Again where the answer can't stand; Enter skips what a record can do without."""
    monkeypatch.setattr(NEW, "is_terminal", lambda: True)
    answers = [
        *("", "Pilot Times", "paper", "newspaper", "https://pilot.example", "en; uk", ""),
    ]
    result = run(project, "new", "source", answers=answers)
    assert result.exit_code == 0, result.output
    assert "The name as readers know it" in result.output
    assert "id [pilot-times]" in result.output
    added = texts(project)["data/sources.yml"]
    assert "- id: pilot-times\n  name: Pilot Times\n" in added
    assert "  languages: [en, uk]\n" in added


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("2025-01-09", "2025-01-09"),
        ("2025-01~", "2025-01~"),
        ("9 January 2025", "2025-01-09"),
        ("Jan 2025", "2025-01"),
        ("  January 9,  2025 ", "2025-01-09"),
        ("9 січня 2025 року", "2025-01-09"),
        ("січень 2025", "2025-01"),
        ("about January 2025", "2025-01~"),
        ("January 2025 to March 2025", "2025-01/2025-03"),
        ("9. Januar 2025", "2025-01-09"),
        ("9 January", None),
        ("enero 2025", None),
        ("by 5 May 2025", None),
        ("not 5 May 2025", None),
        ("soon", None),
    ],
)
def test_dates_are_understood_and_never_made_more_exact(typed: str, understood: str | None) -> None:
    """In digits or words; what is doubtful is no date."""
    assert understand_date(typed) == understood


@pytest.mark.parametrize(
    "url",
    [
        "http://www.a.example/b/?q=1",
        "https://a.example:443/b?q=1&utm_campaign=x#f",
        "https://archive.ph/20240101/https://a.example/b?q=1",
        "a.example/b/index.html?q=1",
    ],
)
def test_addresses_of_one_page_are_the_same(url: str) -> None:
    """Whatever follows the reader, or keeps a copy."""
    assert reduce_address(url) == reduce_address("https://a.example/b?q=1")


@pytest.mark.parametrize("url", ["https://a.example/b?q=2", "https://a.example/c?q=1", "https://["])
def test_addresses_of_two_pages_are_not(url: str) -> None:
    """A parameter that picks the page counts."""
    assert reduce_address(url) != reduce_address("https://a.example/b?q=1")


def test_a_proposed_id_is_free_and_says_who_when_and_what() -> None:
    """A number makes it free."""
    said = {"outlet": "isw", "issued": "2025-01~", "title": "How will the Assessment go?"}
    assert propose_id("article", said, ()) == "isw-2025-01-assessment"
    assert propose_id("article", said, ["isw-2025-01-assessment"]) == "isw-2025-01-assessment-2"
    assert propose_id("article", {"outlet": "isw", "title": "«Щодо»"}, ()) == "isw-undated-shchodo"
    assert find_word("It is 5") == "it"
