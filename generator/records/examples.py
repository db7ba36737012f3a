"""One short, invented record of each kind, as a contributor would write it.

Shown in the JSON Schemas and on the reference pages; a test reads each of them as a real file.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

EXAMPLES: Mapping[str, str] = MappingProxyType(
    {
        "source": """\
- id: example-gazette
  name: The Example Gazette
  kind: newspaper
  url: https://gazette.example
  country: UA
  languages: [en]
""",
        "unit": """\
- id: km2-per-day
  name: square kilometres per day
  singular: square kilometre per day
  symbol: km² a day
  ucum: km2/d
""",
        "place": """\
- id: ua-30
  name: Kyiv
""",
        "topic": """\
- id: rate-of-advance
  name: Rate of advance
  description: How fast the front moves, and on whose map.
""",
        "metric": """\
- id: area-gained-daily-rate
  name: Rate of advance
  description: Average area gained per day over the period, as stated by the source.
  unit: km2-per-day
  kind: rate
  direction: higher is faster
  topics: [rate-of-advance]
  shelf-life: P3M
""",
        "article": """\
id: example-gazette-2025-01-10-advance
type: article-newspaper
title: Advance slows in December
outlet: example-gazette
issued: 2025-01-10
url: https://gazette.example/2025/01/advance-slows
language: en
topics: [rate-of-advance]
reports:
  - {verb: reports, source: example-institute}
quotes:
  pace: slowed to about 12 square kilometres a day
observations:
  - id: advance-2024-12-institute-gazette
    metric: area-gained-daily-rate
    period: 2024-12
    place: UA
    value: 12
    qualifier: approximately
    quote: pace
""",
        "observation": """\
id,metric,period,place,basis,value,article,row
losses-2024-12-ledger,losses,2024-12,UA,killed and wounded,310,example-ledger-2025,2024-12: 310
""",
        "event": """\
- id: ev-2025-01-09-assessment
  date: 2025-01-09
  description: The Example Institute publishes its assessment of December.
  place: UA-30
  topics: [rate-of-advance]
  articles: [example-gazette-2025-01-10-advance]
""",
        "brief": """\
id: slower-in-december
title: Slower in December
question: How fast did the front move in December 2024?
bottom-line: >-
  It slowed to [about 12 km² a day](obs:advance-2024-12-institute-gazette), The Example Gazette
  reports [@example-gazette-2025-01-10-advance, pace].
cut-off: 2025-01-10
published: 2025-01-12
authors: [Ada Example]
topics: [rate-of-advance]
key-figures:
  - {observation: advance-2024-12-institute-gazette, label: A day in December}
key-judgements:
  - statement: The advance slowed between November and December 2024.
    likelihood: likely
    confidence: low
    reason: One article says so, and we did not read the assessment it relays.
published-text: 307fd574c603
""",
        "correction": """\
- id: 2025-01-20-advance-december
  date: 2025-01-20
  observation: advance-2024-12-institute-gazette
  briefs: [slower-in-december]
  was: 12 km² a day
  now: about 12 km² a day
  why: The “about” of the article was lost when we typed the figure.
""",
        "link": """\
url,status,reason,since,looked-at
https://ledger.example/2019/report.pdf,dead,not-found,2026-03-02,2026-03-09
""",
    }
)
"""The text of an example by kind."""

PROSE = """\
## What the article says

In December the front moved by [about 12 km² a day](obs:advance-2024-12-institute-gazette).
The gazette relays an assessment that we did not read.
"""
"""What stands below the front matter in the example of a brief."""

IN_ROWS = frozenset(["observation", "link"])
"""Those that are rows of CSV."""
