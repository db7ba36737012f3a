"""The reference pages, made from what they describe: rules, records, and the code's own docstrings.

They depend on the version of the generator alone and not on the library.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.catalogue import FAMILIES, RULES
from generator.issues import Rule
from generator.limits import LIMITS, Limit
from generator.pages.front import Front, Parent, render_page
from generator.pages.markup import Markup
from generator.pages.own_words import show_code, show_example, show_html, show_line, show_paragraphs
from generator.pages.reference_records import RecordView, describe_blocks, describe_records
from generator.pages.templates import fill
from generator.pages.wording import count
from generator.records.schema import RECORD_SCHEMAS

PACKAGE = "generator"
ROOMS = (
    "records",
    "reading",
    "library",
    "phrases",
    "evidence",
    "checks",
    "pages",
    "cms",
    "diff",
    "authoring",
    "site",
    "starter",
    "links",
    "cli",
    "catalogue",
)
"""The rooms of the package in the order of the data's way through them; the rules come last."""


@dataclass(frozen=True, slots=True)
class RuleView:
    """One rule as its page, and the list of all, show it."""

    id: Markup
    severity: str
    title: str
    summary: Markup
    what: Markup
    why: Markup
    bad: Markup
    good: Markup


@dataclass(frozen=True, slots=True)
class LimitView:
    """One limit as the page shows it."""

    of: Markup
    most: Markup
    rule: Markup


@dataclass(frozen=True, slots=True)
class ModuleView:
    """One module and what it says of itself."""

    name: Markup
    text: Markup


@dataclass(frozen=True, slots=True)
class RoomView:
    """One room of the package and the modules in it."""

    name: str
    text: Markup
    modules: list[ModuleView]


def render_reference(docstrings: Mapping[str, str]) -> dict[str, str]:
    """The pages below `reference/` by their path in `docs/`.

    Args:
        docstrings: The docstring of each module of the package, by the module's full name.
    """
    rules = sum(len(family) for family in FAMILIES.values())
    return {
        "reference/index.md": _render(
            "reference-index",
            "Reference",
            "What may stand in the records, what is checked, and how the code is built.",
            "__init__.py",
            rules=count(rules, "rule", "rules"),
            kinds=count(len(RECORD_SCHEMAS), "kind", "kinds"),
        ),
        **render_rules(FAMILIES),
        **_render_records(),
        "reference/limits.md": _render_limits(),
        "reference/architecture.md": _render_architecture(docstrings),
    }


def _render(template: str, title: str, description: str, source: str, **values: object) -> str:
    front = Front(
        title=title,
        description=description,
        kind="reference",
        source=f"{PACKAGE}/{source}",
        has_contents=template != "reference-index",
    )
    return render_page(front, fill(template, title=title, **values))


def render_rules(families: Mapping[str, tuple[Rule, ...]]) -> dict[str, str]:
    """The list of all rules, where a rule's id is its anchor, and a page for each."""
    views = {name: [_view_rule(rule) for rule in rules] for name, rules in families.items()}
    pages = {
        "reference/rules.md": _render(
            "reference-rules",
            "Rules",
            "Every rule that the records are checked by, each with a page of its own.",
            "catalogue/__init__.py",
            families=views,
        )
    }
    for name, rules in views.items():
        for rule in rules:
            pages[f"reference/rules/{rule.id}.md"] = _render_rule(rule, name)
    return pages


def _render_rule(rule: RuleView, family: str) -> str:
    front = Front(
        title=f"{rule.id}: {rule.title}",
        description=f"The rule {rule.id}: what it looks at, why it matters, how to mend a fault.",
        kind="reference",
        source=f"{PACKAGE}/catalogue/{family.lower()}.py",
        parent=Parent("Rules", "../"),
    )
    body = fill("reference-rule", rule=rule, family=family, anchor=Markup(family.lower()))
    return render_page(front, body)


def _view_rule(rule: Rule) -> RuleView:
    return RuleView(
        id=Markup(rule.id),
        severity=rule.severity.value,
        title=rule.summary,
        summary=show_line(rule.summary),
        what=show_line(rule.what),
        why=show_line(rule.why),
        bad=show_example(rule.bad),
        good=show_example(rule.good),
    )


def _render_records() -> dict[str, str]:
    """The list of all kinds of record, with the blocks of briefs, and a page for each kind."""
    records = describe_records()
    pages = {
        "reference/records.md": _render(
            "reference-records",
            "Records",
            "Every kind of record, and the blocks of a brief: what they hold, where they stand.",
            "records/__init__.py",
            records=records,
            blocks=describe_blocks(),
        )
    }
    for record in records:
        pages[f"reference/records/{record.anchor}.md"] = _render_record(record)
    return pages


def _render_record(record: RecordView) -> str:
    front = Front(
        title=record.name,
        description=f"{record.name}: each field, a good example, and what the check says of slips.",
        kind="reference",
        source=record.source,
        parent=Parent("Records", "../"),
    )
    return render_page(front, fill("reference-record", title=record.name, record=record))


def _render_limits() -> str:
    return _render(
        "reference-limits",
        "Limits",
        "How large anything may be that comes from outside, and what happens to what is larger.",
        "limits.py",
        limits=[_view_limit(limit) for limit in LIMITS],
    )


def _view_limit(limit: Limit) -> LimitView:
    most = Markup(f"{limit.most:,}&nbsp;{limit.unit}")
    told = show_html(limit.rule)
    if limit.rule in RULES:
        told = Markup(f'<a href="../rules/{limit.rule}/">{show_code(limit.rule)}</a>')
    return LimitView(show_html(limit.of), most, told)


def _render_architecture(docstrings: Mapping[str, str]) -> str:
    return _render(
        "reference-architecture",
        "Architecture",
        "The rooms of the code, in the order in which data pass through them.",
        "__init__.py",
        intro=show_paragraphs(docstrings.get(PACKAGE, "")),
        rooms=[_view_room(room, docstrings) for room in ROOMS],
        others=_view_modules(_find_others(docstrings), docstrings),
    )


def _view_room(room: str, docstrings: Mapping[str, str]) -> RoomView:
    whole = f"{PACKAGE}.{room}"
    inside = [name for name in sorted(docstrings) if name.startswith(f"{whole}.")]
    text = show_paragraphs(docstrings.get(whole, ""))
    return RoomView(room, text, _view_modules(inside, docstrings))


def _find_others(docstrings: Mapping[str, str]) -> list[str]:
    """The modules that stand in no room."""
    rooms = {f"{PACKAGE}.{room}" for room in ROOMS}
    return [
        name
        for name in sorted(docstrings)
        if name != PACKAGE and ".".join(name.split(".")[:2]) not in rooms
    ]


def _view_modules(names: list[str], docstrings: Mapping[str, str]) -> list[ModuleView]:
    return [ModuleView(Markup(f"`{name}`"), show_paragraphs(docstrings[name])) for name in names]
