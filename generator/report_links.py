"""What a round of links brought, and what an archive took: for people and programs.

Counts come first, then what changed, then the rest. Addresses stand as code, so that they can do
nothing where the text is shown.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.diff.foreign_text import show_as_code, show_in_markdown
from generator.links.archiving import Copied
from generator.links.links_file import Round
from generator.records.article import Article
from generator.records.link import Link
from generator.records.vocabulary import LinkStatus
from generator.report_table import fold, make_table

FORMATS = ("text", "markdown", "json")
LONGEST = 300
"""So many characters of a text that others wrote are shown."""
OPEN = 25
"""So many rows are open; the others fold."""
_FOUND_AGAIN = "answers again"
_WORDS = {
    LinkStatus.DEAD: "dead",
    LinkStatus.MISSED: "missed once",
    LinkStatus.UNKNOWN: "unknown",
}


@dataclass(frozen=True, slots=True)
class Change:
    """An address of which something else is on record than before."""

    url: str
    now: str
    reason: str
    used_by: tuple[str, ...]


def list_changes(found: Round) -> list[Change]:
    """What is new: the dead first, then what answers again, then the others."""
    order = [*(_WORDS[LinkStatus.DEAD], _FOUND_AGAIN, _WORDS[LinkStatus.MISSED])]
    changes = [
        _describe(url, found)
        for url in sorted({*found.before, *found.after})
        if _status(found.before.get(url)) != _status(found.after.get(url))
        and (url in found.outcomes or url in found.after)
    ]
    ranks = {word: rank for rank, word in enumerate(order)}
    return sorted(changes, key=lambda one: ranks.get(one.now, len(ranks)))


def _status(link: Link | None) -> LinkStatus | None:
    return link.status if link is not None else None


def _describe(url: str, found: Round) -> Change:
    users = tuple(f"{kind} `{id}`" for kind, id in found.addresses.get(url, ()))
    link = found.after.get(url)
    if link is None:
        return Change(url, _FOUND_AGAIN, "", users)
    return Change(url, _WORDS[link.status], link.reason.value, users)


def count_outcomes(found: Round) -> dict[str, int]:
    """How many addresses were looked at, and how many are how."""
    status = Counter(_status(found.after.get(url)) for url in found.outcomes)
    return {
        "addresses": len(found.addresses),
        "good": sum(one.is_good for one in found.outcomes.values()),
        **{_WORDS[one]: status[one] for one in LinkStatus},
        "not looked at": len(found.addresses) - len(found.outcomes),
    }


def format_round(found: Round, form: str) -> str:
    """The round in one of the `FORMATS`."""
    return _FORMATTERS[form](found)


def _format_json(found: Round) -> str:
    changes = [
        {"url": one.url, "now": one.now, "reason": one.reason, "used-by": list(one.used_by)}
        for one in list_changes(found)
    ]
    counts = {name.replace(" ", "-"): number for name, number in count_outcomes(found).items()}
    notes = {"stopped": found.was_stopped, "cut-off": found.is_cut_off}
    return json.dumps({"counts": counts, **notes, "changes": changes}, indent=2)


def _format_text(found: Round) -> str:
    lines = [
        f"{one.now}{_in_brackets(one.reason)}: {one.url}\n  in {', '.join(one.used_by)}"
        for one in list_changes(found)
    ]
    return "\n".join([*lines, *_list_notes(found), word_counts(count_outcomes(found))])


def _format_markdown(found: Round) -> str:
    """For the text of a pull request: at most a screenful is open, the rest folds."""
    changes = list_changes(found)
    news = [one for one in changes if one.now != _WORDS[LinkStatus.UNKNOWN]]
    other = [one for one in changes if one.now == _WORDS[LinkStatus.UNKNOWN]]
    parts = [f"**{word_counts(count_outcomes(found))}**", *_list_notes(found)]
    if news:
        parts.append(_make_table(news[:OPEN]))
    if news[OPEN:]:
        parts.append(fold(f"{len(news) - OPEN:,} more", _make_table(news[OPEN:])))
    if other:
        parts.append(fold(f"{len(other):,} newly unknown", _make_table(other)))
    return "\n\n".join(parts)


def _make_table(changes: Sequence[Change]) -> str:
    cells = [
        (one.now, one.reason, show_as_code(one.url, LONGEST), ", ".join(one.used_by))
        for one in changes
    ]
    return make_table(("Now", "Why", "Address", "In"), cells)


def _in_brackets(reason: str) -> str:
    return f" ({reason})" if reason else ""


def _list_notes(found: Round) -> list[str]:
    notes = []
    if found.is_cut_off:
        notes.append("Nothing answered at all: the network is at fault, and nothing was noted.")
    if found.was_stopped:
        notes.append("Stopped early: what was found before is kept.")
    return notes


def word_counts(counts: dict[str, int]) -> str:
    """The counts in a line; those of nothing are left out, but for the first."""
    first, *rest = counts.items()
    told = [f"{number:,} {name}" for name, number in rest if number]
    return f"{first[1]:,} {first[0]}: {', '.join(told) or 'none looked at'}"


_FORMATTERS: dict[str, Callable[[Round], str]] = {
    "text": _format_text,
    "markdown": _format_markdown,
    "json": _format_json,
}


def format_copies(copies: Sequence[Copied], left: int, form: str) -> str:
    """What came of the articles that had no copy, in one of the `FORMATS`.

    Args:
        copies: What came of those that were tried.
        left: How many were not tried.
        form: The format.
    """
    done = [one for one in copies if one.copy]
    counts = f"{len(done):,} of {len(copies):,} articles got an archived copy"
    rest = f"; {left:,} more have none" if left else ""
    if form == "json":
        told = [{"article": one.article, "copy": one.copy, "how": one.how} for one in copies]
        return json.dumps({"copies": told, "not-tried": left}, indent=2)
    if form == "markdown":
        cells = [
            (
                show_as_code(one.article, LONGEST),
                show_in_markdown(one.how, LONGEST),
                show_as_code(one.copy, LONGEST),
            )
            for one in copies
        ]
        table = [make_table(("Article", "How", "Copy"), cells)] if copies else []
        return "\n\n".join([f"**{counts}{rest}**", *table])
    lines = [f"{one.article}: {one.how}{f' {one.copy}' if one.copy else ''}" for one in copies]
    return "\n".join([*lines, counts + rest])


def format_uncopied(articles: Sequence[Article], limit: int, form: str) -> str:
    """The articles without a copy, those first that a run would begin with."""
    told = articles[:limit]
    if form == "json":
        return json.dumps({"would-try": [one.id for one in told], "of": len(articles)}, indent=2)
    lines = [f"{one.id}: {one.url}" for one in told]
    if form == "markdown":
        lines = [f"- `{one.id}`: {show_as_code(one.url or '', LONGEST)}" for one in told]
    counts = f"{len(articles):,} articles have no archived copy; {len(told):,} would be tried"
    return "\n".join([*lines, *([""] if form == "markdown" else []), counts])
