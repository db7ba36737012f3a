"""The reference pages: they leave nothing out, and their anchors hold."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import markdown
import pytest

from generator.catalogue import RULES
from generator.issues import Rule, Severity
from generator.pages.own_words import show_example, show_html, show_line, show_paragraphs
from generator.pages.reference import ROOMS, render_reference, render_rules
from generator.pages.reference_records import describe_blocks, describe_records
from generator.reading.kinds import FILE_KINDS
from generator.records.bad_examples import BAD_EXAMPLES
from generator.records.blocks import BLOCKS
from generator.records.observation import Observation, SeriesRow
from generator.records.schema import RECORD_SCHEMAS
from generator.site.docstrings import read_module_docstrings

ROOT = Path(__file__).parents[2]
DOCSTRINGS = read_module_docstrings()
PAGES = render_reference(DOCSTRINGS)
EXTENSIONS = ["attr_list", "md_in_html", "tables", "toc", "pymdownx.superfences"]
RULE = Rule("worn-out", Severity.WARNING, "A", "Looks at `a|b`.", "Because.", "bad", "good")


class Seen(HTMLParser):
    """What stands on a page: ids, the targets of links within it, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.targets: set[str] = set()
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remembers ids and targets."""
        found = dict(attrs)
        if id := found.get("id"):
            self.ids.append(id)
        href = found.get("href") or ""
        if tag == "a" and href.startswith("#"):
            self.targets.add(href[1:])

    def handle_data(self, data: str) -> None:
        """Remembers the text."""
        self.text += data


def seen(page: str) -> Seen:
    """A page as a reader gets it."""
    body = page.split("\n---\n", 1)[1]
    return Seen(markdown.markdown(body, extensions=EXTENSIONS))


@pytest.mark.parametrize("path", PAGES)
def test_anchors_are_unique_and_links_within_a_page_lead_somewhere(path: str) -> None:
    """A message that names a rule, or a field that names a record, finds it."""
    page = seen(PAGES[path])
    assert len(page.ids) == len(set(page.ids))
    assert page.targets <= set(page.ids)


def test_every_rule_has_its_id_as_anchor() -> None:
    """A rule's address is known without the page."""
    assert RULES.keys() <= set(seen(PAGES["reference/rules.md"]).ids)


def test_every_rule_has_a_page_and_the_list_leads_to_it() -> None:
    """What it looks at, why, a fault and its cure: all that `brief explain` prints."""
    listed = re.findall(r"\]\(rules/([\w-]+)\.md\)", PAGES["reference/rules.md"])
    assert sorted(listed) == sorted(RULES)
    for rule in RULES.values():
        page = PAGES[f"reference/rules/{rule.id}.md"]
        assert {"what", "why", "fault", "mended"} <= set(seen(page).ids)
        assert rule.bad.rstrip() in page
        assert rule.good.rstrip() in page


def test_a_rule_s_page_names_the_file_that_it_is_written_in() -> None:
    """“Edit this page” leads to the rules of its family."""
    for rule in RULES:
        source = re.search(r'(?m)^source: "(.*)"$', PAGES[f"reference/rules/{rule}.md"])
        assert source
        assert (ROOT / source[1]).is_file()


def test_every_field_of_every_record_is_described() -> None:
    """Parts of records included; a series repeats none of an observation's."""
    ids = {path: set(seen(page).ids) for path, page in PAGES.items()}
    for schema in RECORD_SCHEMAS:
        name = "series" if schema.model is SeriesRow else schema.kind
        fields = {info.alias or field for field, info in schema.model.model_fields.items()}
        told = {id.removeprefix(f"{name}-") for id in ids[f"reference/records/{name}.md"]}
        shared = set(Observation.model_fields) if schema.model is SeriesRow else set()
        assert fields - shared <= told
    assert "article-report-verb" in ids["reference/records/article.md"]
    assert "observation-qualifier" in ids["reference/records/observation.md"]
    assert "series-value" not in ids["reference/records/series.md"]


def test_every_kind_is_on_the_list_and_has_an_example() -> None:
    """Old addresses within the list still lead to their kind."""
    ids = set(seen(PAGES["reference/records.md"]).ids)
    pages = {path.split("/")[-1][:-3] for path in PAGES if path.startswith("reference/records/")}
    assert pages <= ids
    assert all("example" in seen(PAGES[f"reference/records/{name}.md"]).ids for name in pages)
    assert BAD_EXAMPLES.keys() <= pages


@pytest.mark.parametrize("kind", BAD_EXAMPLES)
def test_a_page_shows_each_slip_with_its_message(kind: str) -> None:
    """Word for word: what is printed can be looked for."""
    page = PAGES[f"reference/records/{kind}.md"]
    for slip in BAD_EXAMPLES[kind]:
        assert slip.said in page
        assert slip.bad in page
        assert slip.good in page


def test_every_kind_and_every_block_has_a_section_with_fields() -> None:
    """A kind that is added later is on the page."""
    records = describe_records()
    assert len(records) == len(RECORD_SCHEMAS) + 1  # observations stand in articles
    assert len(describe_blocks()) == len(BLOCKS)
    assert all(part.fields for record in records for part in record.parts)


def test_the_page_names_the_files_that_are_read() -> None:
    """What it says of a kind's place is what the reader goes by."""
    examples = {kind.kind: kind.example for kind in FILE_KINDS}
    assert {s.kind: s.stands_in for s in RECORD_SCHEMAS} == {
        **examples,
        "event": "data/events/<year>.yml",
    }


def test_fields_say_what_they_take_and_whether_they_are_needed() -> None:
    """Dates, references, words, lists, defaults: each in words."""
    rows = {row.anchor: row for record in describe_records() for row in record.fields}
    assert (rows["article-issued"].form, rows["article-issued"].need) == ("a date", "optional")
    assert rows["article-outlet"].form == "the id of a source"
    assert rows["article-topics"].form == "a list; each item the id of a topic"
    assert '<a href="../observation/">observation</a>' in rows["article-observations"].form
    assert "<code>over</code>" in rows["observation-qualifier"].form
    assert rows["observation-qualifier"].need == "optional, else exact"
    assert rows["article-type"].need == "required"


def test_the_architecture_page_holds_every_module() -> None:
    """A room that is added later is not lost, and every module says what it is."""
    text = seen(PAGES["reference/architecture.md"]).text
    assert [
        name for name in DOCSTRINGS if "." in name and name.count(".") > 1 and name not in text
    ] == []
    assert not [name for name, docstring in DOCSTRINGS.items() if not docstring]
    packages = {name.split(".")[1] for name in DOCSTRINGS if name.count(".") > 1}
    assert packages == set(ROOMS)


def test_an_example_with_fences_in_it_stays_one_example() -> None:
    """The fence around is longer than any inside."""
    rule = replace(RULE, bad="```timeline\nto: 2024\n```")
    page = seen(render_rules({"Blocks": (rule,)})["reference/rules/worn-out.md"])
    assert "```timeline\nto: 2024\n```" in page.text
    assert show_example("a") == "```\na\n```"


def test_spaces_around_code_are_kept() -> None:
    """Words do not run into the code beside them."""
    assert (
        show_line("Each file of `data/` is <opened>.")
        == "Each file of `data/` is &#60;opened&#62;."
    )
    assert show_html("`a` & `b`") == "<code>a</code> &amp; <code>b</code>"


def test_a_docstring_keeps_its_lists() -> None:
    """Items that run over several lines are one item each."""
    shown = show_paragraphs("Supported:\n\n- one\n  more;\n- two.\n\nThe rest.")
    assert shown == "Supported:\n\n- one more;\n- two.\n\nThe rest."


def test_docstrings_are_read_without_importing_anything() -> None:
    """Packages stand under their own name."""
    assert DOCSTRINGS["generator.pages"]
    assert not [name for name in DOCSTRINGS if re.search(r"__init__$", name)]
