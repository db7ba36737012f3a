"""The summary of a job: all issues, harmless, within GitHub's size."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from generator.catalogue import RULES
from generator.issues import Issue, Location
from generator.report_summary import format_step_summary
from tests.test_report import CELL, CLEAN, PLAIN, WHOLE

MANY = [
    replace(PLAIN, location=Location(f"data/articles/2024/{file:03}.yml", line, 1))
    for file in range(40)
    for line in range(1, 31)
]


def test_every_issue_has_its_row() -> None:
    """Grouped by file, with place, rule, sentence and next step."""
    text = format_step_summary([PLAIN, CELL, WHOLE], CLEAN)
    assert text.startswith("## Check of the records: 2 errors, 1 warning in 3 files\n\n")
    assert (
        "<tr><td>4:9</td><td>error <code>unknown-source</code></td><td>there is no source "
        "<code>iws</code><br>help: did you mean <code>isw</code>?</td></tr>"
    ) in text
    assert "<code>data/series/x.csv</code>: 1 error</summary>" in text
    assert "<td>column <code>value</code>: <code>1,500</code> is not" in text
    assert "quotes found in captures 3" in text
    assert text.endswith("</details>\n\n")  # what another step adds is Markdown again


def test_a_clean_check_says_so() -> None:
    """And counts what was read."""
    text = format_step_summary([], CLEAN)
    assert text.startswith("## Check of the records: no issues\n")
    assert "<table>" not in text


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "</td></table></details>\n\n# taken over",
        "`` ` `` <img src=x onerror=alert(1)>",
        "<!-- briefwright -->",
        "| a | [x](javascript:alert(1)) ![x](https://tracker.example/x.png)",
        "\u202egnissim\x1b[31m\r\n\r\n**x**",
    ],
)
def test_what_a_record_says_stays_text(hostile: str) -> None:
    """No tag is opened, none closed, and no blank line lets Markdown begin."""
    issue = Issue(RULES["bad-format"], Location(f"data/{hostile}.yml", 1, 1), hostile, hostile)
    text = format_step_summary([issue], CLEAN)
    table = text.split("\n\n")[1]
    assert table.endswith("</table></details>")
    tags = set(re.findall(r"<[^>]*>", text))
    assert tags <= {
        *("<details open>", "<details>", "</details>", "<summary>", "</summary>", "<table>"),
        *("</table>", "<tr>", "</tr>", "<th>", "</th>", "<td>", "</td>", "<code>", "</code>"),
        *("<br>", "<pre>", "</pre>"),
    }
    assert all(line.isprintable() for line in text.split("\n"))


@pytest.mark.parametrize("room", [2_000, 10_000, 50_000, 1_000_000])
def test_what_does_not_fit_is_counted(room: int) -> None:
    """The text keeps to its size, and rows shown and rows left out are all there are."""
    text = format_step_summary(MANY, CLEAN, room)
    assert len(text.encode()) <= room
    rows = text.count("<tr><td>")
    left = re.search(r"\*\*([\d,]+) more did not fit here", text)
    assert rows + (int(left[1].replace(",", "")) if left else 0) == len(MANY)
    assert text.count("<details") == text.count("</details>")


def test_no_room_at_all_gives_nothing() -> None:
    """Half a summary would read as a whole one."""
    assert format_step_summary(MANY, CLEAN, 100) == ""
