"""Rules about chains: who relays whom."""

from __future__ import annotations

from generator.issues import Rule, Severity

ERROR = Severity.ERROR

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
)
"""In the order of the reference page."""
