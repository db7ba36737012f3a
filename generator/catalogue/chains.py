"""Rules about chains: who relays whom."""

from __future__ import annotations

from generator.issues import Rule, Severity

ERROR, WARNING = Severity.ERROR, Severity.WARNING

CHAIN_RULES: tuple[Rule, ...] = (
    Rule(
        id="cyclic-chain",
        severity=ERROR,
        summary="A chain leads back to where it began",
        what="The links of `reports` are followed from article to article, and within an article "
        "from source to source.",
        why="A claim that rests on itself has no origin, and looks as if it had two.",
        bad="# in gazette-2025-01-10\nreports:\n  - {verb: cites, source: gazette, "
        "article: gazette-2025-01-10}",
        good="# in gazette-2025-01-10\nreports:\n  - {verb: cites, source: isw, "
        "article: isw-2025-01-09}",
    ),
    Rule(
        id="chain-mismatch",
        severity=ERROR,
        summary="A link names a source and an article of another outlet",
        what="`source` of a link is compared with the `outlet` of its `article`.",
        why="The words would be put into somebody else's mouth.",
        bad="{verb: reports, source: reuters, article: isw-2025-01-09-assessment}",
        good="{verb: reports, source: isw, article: isw-2025-01-09-assessment}",
    ),
    Rule(
        id="chain-gap",
        severity=ERROR,
        summary="A link begins with somebody whom no earlier link leads to",
        what="`by` is the article's own outlet, or was relayed by a link above.",
        why="The chain breaks off: nobody can tell how the article knows.",
        bad="reports:\n  - {by: afp, verb: analyses-data-of, source: isw}",
        good="reports:\n  - {verb: reports, source: afp}\n"
        "  - {by: afp, verb: analyses-data-of, source: isw}",
    ),
    Rule(
        id="tangled-chain",
        severity=ERROR,
        summary="A chain is longer, or has more branches, than anybody can follow",
        what="The links below an article, through all that it relays: at most 50 branches of at "
        "most 20 links.",
        why="Where branches meet again their number doubles with each link, and no page could show "
        "them.",
        bad="Twenty articles, each of which cites two articles that cite the same next one.",
        good="In each article the one link through which the figure came.",
    ),
    Rule(
        id="unreached-origin",
        severity=ERROR,
        summary="A figure names an origin to which no link of its article's chain leads",
        what="`origin` of an observation is the outlet of its article, or a source that one of the "
        "article's branches passes.",
        why="The page would name who said it first, and show no way from there to the article.",
        bad="reports:\n  - {verb: reports, source: afp}\nobservations:\n"
        "  - {id: area-2024-afp, origin: isw, ...}",
        good="reports:\n  - {verb: reports, source: afp}\n"
        "  - {by: afp, verb: analyses-data-of, source: isw, inferred: true}\nobservations:\n"
        "  - {id: area-2024-afp, origin: isw, ...}",
    ),
    Rule(
        id="single-origin",
        severity=WARNING,
        summary="Several articles that are cited for one thing have one origin",
        what="For a key judgement, the origins of the figures it links to and of the articles it "
        "cites, in statement and reason together. For a key figure, the articles with the same "
        "value that are cited side by side, right behind a link to it. Nothing is said where the "
        "text says so itself, in words such as `one origin`, `the same source`, `both go back to` "
        "or `not a second count`; nor of a judgement of low confidence, which already says that "
        "its sources bear little.",
        why="Copies look like witnesses: readers would take two articles for two pieces of "
        "evidence.",
        bad="reason: Two outlets have it [@gazette-2025-01-10; @courier-2025-01-11].",
        good="reason: >-\n  Two outlets have it, with one origin, the assessment of ISW "
        "[@gazette-2025-01-10;\n  @courier-2025-01-11].",
    ),
    Rule(
        id="dead-end",
        severity=WARNING,
        summary="A figure in use comes from somebody who has it from others, unnamed",
        what="The end of the chain of each key figure and of each figure in a key judgement, "
        "unless the figure names its `origin`, or is worked out: an aggregator, or a newspaper, "
        "magazine, broadcaster or agency of whom neither an article nor a `speaker` is given.",
        why="Nobody can follow the figure to whoever measured or claimed it.",
        bad="reports:\n  - {verb: cites, source: afp}",
        good="reports:\n  - {verb: cites, source: afp}\n"
        "  - {by: afp, verb: cites, source: ua-general-staff}",
    ),
)
"""In the order of the reference page."""
