"""Evidence on a brief's page: one block for each figure, below what mentions it first."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from generator.evidence.verdict import Finding, Verdict
from generator.library.library import Library
from generator.pages.cross_references import CrossReferences
from generator.pages.metric_page import render_metric
from generator.pages.site_pages import render_pages
from generator.pages.verdicts import count_verdicts, show_finding
from generator.records.brief import Waiver
from generator.records.edtf import parse_edtf
from tests.small import figure, small_library

MENTION = re.compile(r'<a [^>]*class="bw-fig[ "][^>]* href="#([a-z0-9-]+)"(?: id="([a-z0-9-]+)")?')
BLOCK = re.compile(r'<div[^>]* class="bw-evidence"[^>]* id="([a-z0-9-]+)"')
AS_OF = parse_edtf("2024-02-01")
ELEVEN = "Some [eleven](obs:y).\n"
X, Y = figure("x", value=9), figure("y", value=11)


def brief(library: Library) -> str:
    """The page of the small library's brief, with spaces that may break."""
    return render_pages(library, AS_OF)["briefs/b.md"].replace("\N{NO-BREAK SPACE}", " ")


def find_evidence(html: str, id: str) -> str:
    """The HTML of one block of evidence."""
    return html.split(f'id="{id}"', 1)[1].split('class="bw-evidence__foot"', 1)[0]


def test_each_figure_has_one_block_and_every_mention_leads_to_it(
    library: Library, pages: dict[str, str], to_html: Callable[[str], str]
) -> None:
    """The first mention is what “Back” leads to; later ones have the same block."""
    for id in library.briefs:
        html = to_html(pages[f"briefs/{id}.md"])
        blocks = BLOCK.findall(html)
        mentions = [(to, at) for to, at in MENTION.findall(html) if not to.startswith("fig-")]
        assert len(blocks) == len(set(blocks))
        assert list(dict.fromkeys(to for to, _ in mentions)) == blocks
        first = dict(reversed(mentions))
        assert [at for _, at in mentions if at] == [first[block] for block in blocks]
        for block in blocks:
            assert f'class="bw-close" href="#{first[block]}"' in html


def test_a_block_has_its_parts_in_one_order(
    pages: dict[str, str], to_html: Callable[[str], str]
) -> None:
    """Words, who said them, check, chain, other values, copies, the way to the full citation."""
    html = to_html(pages["briefs/herring-slows.md"])
    block = find_evidence(html, "ev-landed-daily-2024-01-tide")
    parts = re.findall(r'class="(bw-quote|bw-who)"|<dt>([^<]+)</dt>', block)
    assert ["".join(part) for part in parts] == [
        "bw-quote",
        "bw-who",
        "Check",
        "Chain",
        "Other values on record for the same thing",
        "Copies",
    ]
    assert ">Source note</a>" in html
    assert "“landings slowed to <mark>approximately nine tonnes per day</mark> in" in block
    assert html.count("<mark>") > 1


@pytest.mark.parametrize(
    "prose",
    [
        "Some [nine](obs:x) boats.\n",
        "- Some [nine](obs:x) boats.\n- Others.\n",
        "> Some [nine](obs:x) boats.\n",
        "| Boats |\n|---|\n| [nine](obs:x) |\n",
        "## The [nine](obs:x) boats\n\nNone.\n",
        "```compare\nobservations: [x, y]\nnote: Only [nine](obs:x) boats.\n```\n",
    ],
)
def test_evidence_stands_behind_every_kind_of_block(
    to_html: Callable[[str], str], prose: str
) -> None:
    """Paragraph, list, quotation, table, heading, and the note of a comparison."""
    html = to_html(brief(small_library(X, Y, prose=prose)))
    assert BLOCK.findall(html) == ["ev-x"]
    assert ("ev-x", "at-x") in MENTION.findall(html)
    assert 'markdown="' not in html


def test_evidence_of_a_figure_in_the_answer_stands_below_the_answer() -> None:
    """Judgements likewise keep their own evidence."""
    page = brief(small_library(X, prose="Some [nine](obs:x).\n"))
    assert page.index("## All figures") > page.index('id="ev-x"') > page.index("bw-docket")


def test_a_sign_stands_where_others_contradict_and_nowhere_else() -> None:
    """It leads to the comparison, else to all that is on record; agreement needs no sign."""
    prose = "Some [nine](obs:x).\n"
    alone = brief(small_library(X, prose=prose))
    assert "≠" not in alone
    against = brief(small_library(X, Y, prose=prose))
    assert 'class="bw-ne" href="../../metrics/fleet/#obs-x">≠</a>' in against
    assert '<b class="bw-signal">≠</b> <a href="../../metrics/fleet/#obs-y">11 boats</a>' in against
    compared = brief(small_library(X, Y, prose=prose + "\n```compare\nobservations: [x, y]\n```\n"))
    assert 'class="bw-ne" href="#compare-1">≠</a>' in compared
    alike = figure("z", value=9)
    agreed = small_library(X, alike, prose=prose + "\n```compare\nobservations: [x, z]\n```\n")
    assert ">≠</a>" not in brief(agreed)


OWN = (
    'Twice [eighteen boats](calc: "x * 2"), a third is [some three](calc: "10 / 3"), '
    'and [forty *men*](waived: "A guess of <b>the</b> crew"), [nine](obs:x) after all.\n'
)


def test_figures_of_the_brief_s_own_have_evidence_and_a_place_in_the_lists(
    to_html: Callable[[str], str],
) -> None:
    """What was worked out shows how and from what; what is not sourced says why."""
    html = to_html(brief(small_library(X, prose=OWN)))
    assert BLOCK.findall(html) == ["calc-1", "calc-2", "waived-1", "ev-x"]
    assert '<a href="#fig-x">9 boats</a> × 2 = 18' in find_evidence(html, "calc-1")
    assert "10 ÷ 3 ≈ 3.33" in find_evidence(html, "calc-2")
    assert "A guess of &lt;b&gt;the&lt;/b&gt; crew" in find_evidence(html, "waived-1")
    lists = html.split('id="calc"', 1)[1]
    assert re.findall(r'<li id="([a-z]+-\d)-row" value="(\d)">', lists) == [
        ("calc-1", "2"),
        ("calc-2", "3"),
        ("waived-1", "4"),
    ]
    assert 'data-computed="" data-n="2" href="#calc-1" id="calc-1-at"' in html
    assert 'forty <em>men</em><a aria-label="not sourced: why" class="bw-fig bw-unsourced"' in html


def test_the_evidence_line_leaves_nothing_out_of_its_sum() -> None:
    """Figures on record, those worked out and those not sourced, each with what was found."""
    page = brief(small_library(X, prose=OWN))
    line = re.findall(r"<b>(\d+) figures:</b> ([^;]*); <b>1 article, 1 origin.</b>", page)
    assert len(line) == 1
    total, parts = line[0]
    assert int(total) == sum(int(part.split(" ")[0]) for part in re.split(r", (?=\d)", parts)) == 4
    assert "2 computed" in parts
    assert "2 waived, with the reasons given" in parts


def test_every_verdict_is_counted_and_has_words_of_its_own() -> None:
    """A verdict that is added later is neither left out of the sum nor shown as another."""
    counted = count_verdicts([*Verdict, Verdict.FAILED]).replace("\N{NO-BREAK SPACE}", " ")
    numbers = [int(number) for number in re.findall(r"(?:^|, )(\d+) ", counted)]
    assert sum(numbers) == len(Verdict) + 1
    assert len(numbers) == len(Verdict)
    told = {show_finding(Finding(one)) for one in Verdict}
    assert len(told) == len(Verdict)


@pytest.mark.parametrize("verdict", Verdict)
def test_a_table_says_what_was_found_and_no_more(
    monkeypatch: pytest.MonkeyPatch, verdict: Verdict
) -> None:
    """The verdict of the check, its reason, and what the record itself doubts."""

    def find(library: Library) -> dict[str, Finding]:
        return {id: Finding(verdict, "because of this") for id in library.observations}

    monkeypatch.setattr("generator.pages.cross_references.judge_figures", find)
    library = small_library(figure("x", value=9, status="disputed"))
    page = render_metric(library.metrics["fleet"], CrossReferences(library))
    (shown,) = re.findall(r'<span class="bw-verdict" data-v="disputed">(.*)</span>', page)
    assert ("not checked" in shown) is (verdict in (Verdict.NOT_CHECKED, Verdict.WAIVED))
    assert shown.startswith("disputed; ")
    gives_reason = verdict in (Verdict.NOT_CHECKED, Verdict.WAIVED, Verdict.FAILED)
    assert not gives_reason or shown.endswith(": because of this")


def test_a_withdrawn_figure_keeps_its_row_struck_through() -> None:
    """Its anchor goes on leading somewhere, to the reason; nobody takes it for a value in force."""
    library = small_library(figure("x", value=9, withdrawn="The boats were ducks."), Y)
    pages = render_pages(library, AS_OF)
    row = pages["metrics/fleet.md"].split('id="obs-x"', 1)[1].split("</tr>", 1)[0]
    assert "<del>9</del>" in row
    assert "withdrawn: The boats were ducks." in row
    assert "<del>9\N{NO-BREAK SPACE}boats</del>" in pages["articles/a.md"]
    assert "9 boats" not in brief(
        small_library(X.replace("9", "9, withdrawn: no"), Y, prose=ELEVEN)
    )


def test_a_rule_that_a_brief_sets_aside_is_told_with_its_reason() -> None:
    """Every reader sees what was found and why it stands; a link leads to what the rule is."""
    library = small_library(X, Y, prose="Some [nine](obs:x).\n")
    waiver = {"rule": "unacknowledged-conflict", "about": "x", "reason": "It is <old> news."}
    front = library.briefs["b"].front.model_copy(update={"waivers": (Waiver(**waiver),)})
    briefs = {"b": replace(library.briefs["b"], front=front)}
    page = brief(replace(library, briefs=briefs))
    assert 'href="../../reference/rules/unacknowledged-conflict/">' in page
    assert 'about <a href="#fig-x">9 boats</a>' in page
    assert "It is &#60;old&#62; news." in page
    assert "## Set aside" not in brief(library)


def test_a_computation_names_its_figures_by_what_they_say() -> None:
    """A reader sees values and days where the record has ids."""
    sum_ = figure("s", value=0.29, derived="x / days")
    page = render_pages(small_library(X, sum_), AS_OF)["metrics/fleet.md"]
    shown = 'computed: <a href="#obs-x">9 boats</a> ÷ 31 days'
    assert shown in page.replace("\N{NO-BREAK SPACE}", " ")


def test_evidence_is_the_same_on_every_brief(library: Library) -> None:
    """What was written once for one page holds on another, but for its foot."""
    second = replace(library.briefs["herring-slows"])
    front = second.front.model_copy(update={"id": "again"})
    briefs = {**library.briefs, "again": replace(second, front=front)}
    pages = render_pages(replace(library, briefs=briefs), AS_OF)
    first, again = (
        re.findall(
            r'(?s)<p class="bw-evidence__what.*?(?:</dl>|<p class="bw-evidence__foot)',
            pages[f"briefs/{id}.md"],
        )
        for id in ("herring-slows", "again")
    )
    assert first == again
