"""What goes wrong most often with each kind of record, and what the check says of it.

Each is the good example of its kind with one slip. The messages are those that `brief check` prints:
a test makes each slip and compares.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class BadExample:
    """One slip, and what is said of it."""

    slip: str
    """What is wrong, in a sentence."""
    good: str
    """What stands in the good example."""
    bad: str
    """What stands there instead."""
    said: str
    """What the check prints."""


SOURCE = (
    BadExample(
        "A word that is not on the list.",
        "  kind: newspaper\n",
        "  kind: paper\n",
        """\
data/sources.yml:3:9: error[unknown-word]: `kind`: `paper` is not one of its words
  help: did you mean `newspaper`?
""",
    ),
    BadExample(
        "An address as people say it, not as the browser has it.",
        "  url: https://gazette.example\n",
        "  url: gazette.example\n",
        """\
data/sources.yml:4:8: error[bad-url]: `url`: `gazette.example` does not begin with https:// or http://
  help: copy the whole address from the browser, beginning with https://
""",
    ),
    BadExample(
        "A name in place of an id.",
        "- id: example-gazette\n",
        "- id: Example Gazette\n",
        """\
data/sources.yml:1:7: error[bad-id]: `id`: `Example Gazette` is not an id
  help: write `example-gazette`; an id has only lower-case letters a-z, digits and hyphens
""",
    ),
)
ARTICLE = (
    BadExample(
        "A field that is misspelt.",
        "outlet: example-gazette\n",
        "outlets: example-gazette\n",
        """\
data/articles/2025/example-gazette-2025-01-10-advance.yml:4:1: error[unknown-field]: `outlets` is not a field of an article
  help: did you mean `outlet`?
""",
    ),
    BadExample(
        "A source that has no entry yet.",
        "source: example-institute}",
        "source: example-institut}",
        """\
data/articles/2025/example-gazette-2025-01-10-advance.yml:10:29: error[unknown-source]: there is no source `example-institut`
  help: did you mean `example-institute`?
""",
    ),
    BadExample(
        "A date as it is written in prose.",
        "issued: 2025-01-10\n",
        "issued: 10 January 2025\n",
        """\
data/articles/2025/example-gazette-2025-01-10-advance.yml:5:9: error[bad-date]: `issued`: the date `10 January 2025` is in words
  help: write `2025-01-10`
""",
    ),
    BadExample(
        "A colon in a title without quotation marks.",
        "title: Advance slows in December\n",
        "title: Gazette: advance slows in December\n",
        """\
data/articles/2025/example-gazette-2025-01-10-advance.yml:3:15: error[yaml-syntax]: `:` stands where no field can begin
  help: put a text that holds `: ` between double quotes; begin all fields of one record in the same column, indented with spaces
""",
    ),
    BadExample(
        "A quote that nothing uses.",
        "quotes:\n",
        "quotes:\n  other: the front is quiet\n",
        """\
data/articles/2025/example-gazette-2025-01-10-advance.yml:12:3: warning[unused-quote]: no figure or citation uses the quote `other`
  help: cite it as `[@example-gazette-2025-01-10-advance, other]`, or delete it
""",
    ),
)
OBSERVATION = (
    BadExample(
        "The number is not the one in the words.",
        "    value: 12\n",
        "    value: 21\n",
        """\
data/articles/2025/example-gazette-2025-01-10-advance.yml:18:12: error[value-not-in-quote]: the quote has `about 12 square kilometres a day`, the record says `about 21 km² a day`
  help: copy the number from the quote, or name the quote that has it; what you worked out goes into `derived`, what you converted is `stated`
""",
    ),
    BadExample(
        "The “about” of the words is lost.",
        "    qualifier: approximately\n",
        "",
        """\
data/articles/2025/example-gazette-2025-01-10-advance.yml:18:12: error[qualifier-drift]: the quote has `about 12 square kilometres a day`, the record says `12 km² a day`
  help: give the figure the `qualifier` of its quote
""",
    ),
    BadExample(
        "A number with its unit.",
        "    value: 12\n",
        "    value: 12 km²\n",
        """\
data/articles/2025/example-gazette-2025-01-10-advance.yml:18:12: error[bad-number]: `value`: `12 km²` is not a plain number
  help: write `12` alone; the unit is that of the metric, or stands in `unit`
""",
    ),
    BadExample(
        "A quote that is not there.",
        "    quote: pace\n",
        "    quote: rate\n",
        """\
data/articles/2025/example-gazette-2025-01-10-advance.yml:20:12: error[unknown-quote]: the article `example-gazette-2025-01-10-advance` has no quote `rate`
  help: its quotes are `pace`
""",
    ),
    BadExample(
        "A time after the article came out.",
        "    period: 2024-12\n",
        "    period: 2025-12\n",
        """\
data/articles/2025/example-gazette-2025-01-10-advance.yml:16:13: error[misleading-id]: the id `advance-2024-12-institute-gazette` names `2024-12`, the period is `2025-12`
  help: correct the period, or give the figure an id of its own time
data/articles/2025/example-gazette-2025-01-10-advance.yml:16:13: error[period-after-article]: the period 2025-12 begins after its article (2025-01-10)
  help: correct the period; a plan, target or forecast has `status: planned`
""",
    ),
)
SERIES = (
    BadExample(
        "A number that is not in the row of the data.",
        "losses-2024-12-ledger,losses,2024-12,UA,killed and wounded,310,example-ledger-2025,2024-12: 310\n",
        "losses-2024-12-ledger,losses,2024-12,UA,killed and wounded,301,example-ledger-2025,2024-12: 310\n",
        """\
data/series/ledger.csv:2: error[value-not-in-quote]: column `value`: the quote `2024-12: 310` has no such number; the record says `301 people`
  help: copy the number from the quote, or name the quote that has it; what you worked out goes into `derived`, what you converted is `stated`
""",
    ),
    BadExample(
        "A number with a comma, which parts it in two cells.",
        "losses-2024-12-ledger,losses,2024-12,UA,killed and wounded,310,example-ledger-2025,2024-12: 310\n",
        "losses-2024-12-ledger,losses,2024-12,UA,killed and wounded,1,310,example-ledger-2025,2024-12: 310\n",
        """\
data/series/ledger.csv:2: error[ragged-row]: the row has 9 cells, the header 8
  help: put a text that holds a comma between double quotes; keep a comma for each column
""",
    ),
    BadExample(
        "A column that is misspelt.",
        "id,metric,period,place,basis,value,article,row\n",
        "id,metrik,period,place,basis,value,article,row\n",
        """\
data/series/ledger.csv:1: error[unknown-field]: `metrik` is not a column of a series
  help: did you mean `metric`?
""",
    ),
    BadExample(
        "An article that has no record.",
        "losses-2024-12-ledger,losses,2024-12,UA,killed and wounded,310,example-ledger-2025,2024-12: 310\n",
        "losses-2024-12-ledger,losses,2024-12,UA,killed and wounded,310,example-ledger-2024,2024-12: 310\n",
        """\
data/series/ledger.csv:2: error[unknown-article]: column `article`: there is no article `example-ledger-2024`
  help: did you mean `example-ledger-2025`?
""",
    ),
)
METRIC = (
    BadExample(
        "A unit that is not on record.",
        "  unit: km2-per-day\n",
        "  unit: km2-a-day\n",
        """\
data/metrics.yml:4:9: error[unknown-unit]: there is no unit `km2-a-day`
  help: did you mean `km2-per-day`?
""",
    ),
    BadExample(
        "A shelf life in words.",
        "  shelf-life: P3M\n",
        "  shelf-life: three months\n",
        """\
data/metrics.yml:8:15: error[bad-format]: `shelf-life`: `three months` has the wrong form
  help: `shelf-life`: How long a value stays news, as an ISO 8601 duration: `P30D`, `P3M`, `P1Y`.
""",
    ),
    BadExample(
        "A field that must be there is left out.",
        "  kind: rate\n",
        "",
        """\
data/metrics.yml:1:3: error[missing-field]: a metric needs `kind`
  help: `kind`: `stock` (a level at a date), `flow` (a sum over the period), `rate` (per day, per cent) or `change` (the difference from the period before).
""",
    ),
)
EVENT = (
    BadExample(
        "It happens after the article that reports it.",
        "  date: 2025-01-09\n",
        "  date: 2025-01-19\n",
        """\
data/events/2025.yml:2:9: error[event-after-article]: the event (2025-01-19) is later than what reports it (2025-01-10)
  help: correct the date; what was announced is an event of the day of the announcement
""",
    ),
    BadExample(
        "No article stands behind it.",
        "  articles: [example-gazette-2025-01-10-advance]\n",
        "  articles: []\n",
        """\
data/events/2025.yml:6:13: error[empty-value]: `articles` is empty
  help: `articles`: The articles that report it, at least one.
""",
    ),
    BadExample(
        "The day before the month.",
        "  date: 2025-01-09\n",
        "  date: 09.01.2025\n",
        """\
data/events/2025.yml:2:9: error[bad-date]: `date`: the date `09.01.2025` puts the day before the year
  help: write `2025-01-09` if the day comes first, or `2025-09-01` if the month does
""",
    ),
)
BRIEF = (
    BadExample(
        "A figure is typed, and nothing shows where it comes from.",
        "moved by [about 12 km² a day](obs:advance-2024-12-institute-gazette)",
        "moved by about 12 km² a day",
        """\
data/briefs/2025/slower-in-december.md:24:32: error[unsourced-figure]: nothing shows where `about 12 km² a day` comes from
  help: link it, `[about 12 km² a day](obs:id-of-the-figure)`; or cite words that hold it; or work it out, `(calc: "…")`; or say why it may stand, `(waived: "…")`
""",
    ),
    BadExample(
        "The text says more than the record.",
        "slowed to [about 12 km² a day]",
        "slowed to [over 12 km² a day]",
        """\
data/briefs/2025/slower-in-december.md:5:14: error[qualifier-drift]: the quote has `about 12 square kilometres a day`, the text says `over 12 km² a day`
  help: say it as the source does, or link the figure that you mean
""",
    ),
    BadExample(
        "An article is cited that has no record.",
        "[@example-gazette-2025-01-10-advance, pace]",
        "[@example-gazette-2025-01-10, pace]",
        """\
data/briefs/2025/slower-in-december.md:5:14: error[unknown-article]: there is no article `example-gazette-2025-01-10`
  help: did you mean `example-gazette-2025-01-10-advance`?
""",
    ),
    BadExample(
        "How likely it is stands in the statement.",
        "  - statement: The advance slowed",
        "  - statement: The advance probably slowed",
        """\
data/briefs/2025/slower-in-december.md:15:16: error[estimate-in-statement]: the statement says `probably`; the fields beside it say how likely it is and how sure we are
  help: write what we conclude as if it were certain; set `likelihood` and `confidence`
""",
    ),
    BadExample(
        "What it rests on came out after the last day that it looks at.",
        "cut-off: 2025-01-10\n",
        "cut-off: 2025-01-05\n",
        """\
data/briefs/2025/slower-in-december.md:5:14: error[evidence-after-cut-off]: `example-gazette-2025-01-10-advance` (2025-01-10) is later than the cut-off date (2025-01-05)
  help: set `cut-off` to the last day of the evidence considered
""",
    ),
)
CORRECTION = (
    BadExample(
        "It names nothing that was wrong.",
        "  observation: advance-2024-12-institute-gazette\n  briefs: [slower-in-december]\n",
        "",
        """\
data/corrections.yml:1:7: error[correction-without-target]: the correction `2025-01-20-advance-december` does not say of what it is one
  help: name the `observation`, the `article` or the `briefs` that were wrong
""",
    ),
    BadExample(
        "The record still says something else.",
        "  now: about 12 km² a day\n",
        "  now: about 14 km² a day\n",
        """\
data/corrections.yml:6:8: error[correction-not-made]: now it is `about 14 km² a day`, says the correction; on record it is `about 12 km² a day`
  help: correct the figure in its own file too; if it changed again, add a correction
""",
    ),
    BadExample(
        "It names a brief that was not out yet.",
        "  date: 2025-01-20\n",
        "  date: 2025-01-11\n",
        """\
data/corrections.yml:4:12: error[correction-before-published]: `slower-in-december` was published on 2025-01-12, after the correction (2025-01-11)
  help: correct the date; a brief that never said what was wrong is not named
""",
    ),
)
LINK = (
    BadExample(
        "A status that does not go with its reason.",
        "https://ledger.example/2019/report.pdf,dead,not-found,2026-03-02,2026-03-09\n",
        "https://ledger.example/2019/report.pdf,dead,refused,2026-03-02,2026-03-09\n",
        """\
data/links.csv:2: error[unknown-word]: the reason `refused` does not go with the status `dead`
  help: let `brief links` write the file
""",
    ),
    BadExample(
        "A month in place of a day.",
        "https://ledger.example/2019/report.pdf,dead,not-found,2026-03-02,2026-03-09\n",
        "https://ledger.example/2019/report.pdf,dead,not-found,2026-03,2026-03-09\n",
        """\
data/links.csv:2: error[bad-date]: column `since`: `2026-03` is not a day
  help: write it as 2025-01-31
""",
    ),
)
BAD_EXAMPLES: Mapping[str, tuple[BadExample, ...]] = MappingProxyType(
    {
        "source": SOURCE,
        "article": ARTICLE,
        "observation": OBSERVATION,
        "series": SERIES,
        "metric": METRIC,
        "event": EVENT,
        "brief": BRIEF,
        "correction": CORRECTION,
        "link": LINK,
    }
)
"""The slips of each kind of record that has any, by the name of its page."""
