"""Rules about what changes after publication: corrections, revisions, withdrawn and old figures."""

from __future__ import annotations

from generator.issues import Rule, Severity

ERROR = Severity.ERROR
WARNING = Severity.WARNING

TIME_RULES: tuple[Rule, ...] = (
    Rule(
        id="correction-without-target",
        severity=ERROR,
        summary="A correction names nothing that it corrects",
        what="Each entry of `data/corrections.yml` names the `observation`, the `article` or the "
        "`briefs` that were wrong.",
        why="It could be shown where nobody who read what was wrong would see it.",
        bad="- id: 2025-01-20-advance\n  date: 2025-01-20\n  was: 9 km² a day\n"
        "  now: 19 km² a day\n  why: A digit was lost.",
        good="- id: 2025-01-20-advance\n  date: 2025-01-20\n  observation: advance-2024-12-isw\n"
        "  was: 9 km² a day\n  now: 19 km² a day\n  why: A digit was lost.",
    ),
    Rule(
        id="correction-not-made",
        severity=ERROR,
        summary="A correction says one thing, and the figure on record another",
        what="The number, qualifier and unit in `now` of a figure’s last correction are those of "
        "its record; with `now: withdrawn` the record is `withdrawn`. What changed no number is "
        "left alone.",
        why="Readers would be told that a mistake is put right, and go on reading it.",
        bad="# value: 9\nobservation: advance-2024-12-isw\nwas: 9 km² a day\nnow: 19 km² a day",
        good="# value: 19\nobservation: advance-2024-12-isw\nwas: 9 km² a day\nnow: 19 km² a day",
    ),
    Rule(
        id="correction-before-published",
        severity=ERROR,
        summary="A correction names a brief that was published after it",
        what="The date of a correction, and `published` of each brief that it names.",
        why="What was put right before a brief came out never stood in it; one of the dates, or "
        "the brief named, is wrong.",
        bad="# the brief was published on 2025-02-01\ndate: 2025-01-20\n"
        "briefs: [slower-in-december]",
        good="# the brief was published on 2025-01-12\ndate: 2025-01-20\n"
        "briefs: [slower-in-december]",
    ),
    Rule(
        id="unmarked-brief",
        severity=WARNING,
        summary="A brief has no mark of its text",
        what="A brief has in `published-text` the mark of its words as published, or in the last "
        "of its `revisions` that of its words now. `brief mark` and this rule’s message give it. "
        "The mark is taken over title, question, answer, judgements, key figures and prose; line "
        "breaks, spacing and comments do not matter.",
        why="Without it a change after publication goes unnoticed.",
        bad="published: 2025-01-12",
        good="published: 2025-01-12\npublished-text: 3f9a0c2b7d41",
    ),
    Rule(
        id="unrecorded-change",
        severity=WARNING,
        summary="A brief says something else than when it was last published",
        what="The mark of a brief’s words is that of its last revision or, if it has none, that "
        "of `published-text`. It is a warning, because a preview goes on while somebody writes; "
        "the brief’s page then says that a change is not recorded. Of a brief that is not yet "
        "published, and of a slip of spelling, only the mark is brought up to date.",
        why="Whoever read the brief before has to learn what it says now that it did not say then.",
        bad="# the words were changed\npublished-text: 3f9a0c2b7d41",
        good="updated: 2025-02-01\npublished-text: 3f9a0c2b7d41\nrevisions:\n"
        "  - {date: 2025-02-01, change: A second source for December., text: 9c1f2e77a0b5}",
    ),
    Rule(
        id="updated-without-revision",
        severity=ERROR,
        summary="A brief was updated, and nothing says what changed",
        what="Where `updated` is set, one of the `revisions` has that date.",
        why="A reader sees that the brief is not what it was, and can’t find out how.",
        bad="updated: 2025-02-01",
        good="updated: 2025-02-01\nrevisions:\n"
        "  - {date: 2025-02-01, change: A second source for December., text: 9c1f2e77a0b5}",
    ),
    Rule(
        id="revision-order",
        severity=ERROR,
        summary="The revisions of a brief are out of order",
        what="`revisions` stand oldest first, none before `published`, and the last has the date "
        "of `updated`.",
        why="The last one is taken for the newest: its mark is that of the words now, and its "
        "date that of the page.",
        bad="updated: 2025-02-01\nrevisions:\n"
        "  - {date: 2025-02-01, change: A second source., text: 9c1f2e77a0b5}\n"
        "  - {date: 2025-01-15, change: A clearer title., text: 77a09c1f2e0b}",
        good="updated: 2025-02-01\nrevisions:\n"
        "  - {date: 2025-01-15, change: A clearer title., text: 77a09c1f2e0b}\n"
        "  - {date: 2025-02-01, change: A second source., text: 9c1f2e77a0b5}",
    ),
    Rule(
        id="withdrawn-figure",
        severity=ERROR,
        summary="A figure is used that is no longer stood by",
        what="No brief links to an observation that is `withdrawn`, shows it on a card or in a "
        "block, or calculates with it; nor is another observation `derived` from it.",
        why="It would go on being believed because it is still there.",
        bad="# withdrawn: It counts two months.\n[9 km² a day](obs:advance-2024-12-isw)",
        good="# not withdrawn\n[19 km² a day](obs:advance-2024-12-isw-corrected)",
    ),
    Rule(
        id="stale-key-figure",
        severity=WARNING,
        summary="A key figure is past its shelf life, and a newer one is on record",
        what="Each of a brief’s `key-figures` whose metric has a `shelf-life` that was over at the "
        "cut-off, where a figure of the same metric, place and basis for a later time was there. "
        "Where the newer one is a key figure too, the two are a comparison and nothing is amiss.",
        why="A card at the head of a brief is read as how things stand.",
        bad="# a key rate is of use for two months\ncut-off: 2025-06-30\n"
        "key-figures: [key-rate-2024-10-25]",
        good="cut-off: 2025-06-30\nkey-figures: [key-rate-2025-06-06]",
    ),
)
"""In the order of the reference page."""
