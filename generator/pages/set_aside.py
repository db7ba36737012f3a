"""The rules that a brief sets aside, each with what it is about and the reason its author gives."""

from __future__ import annotations

from generator.catalogue import RULES
from generator.pages.context import PageContext
from generator.pages.languages import show_recorded, show_text
from generator.pages.markup import Markup, escape, link
from generator.pages.record_links import link_title
from generator.pages.wording import word_value
from generator.records.brief import Brief, Waiver
from generator.speech import gettext as _


def describe_waivers(brief: Brief, page: PageContext) -> list[Markup]:
    """One line for each waiver, in the order of the record."""
    return [_describe(waiver, brief, page) for waiver in brief.front.waivers]


def _describe(waiver: Waiver, brief: Brief, page: PageContext) -> Markup:
    about = _show_about(waiver.about, page) if waiver.about else ""
    reason = show_text(waiver.reason, brief.front.language)
    return Markup(f"{_link_rule(waiver.rule, page)}{about}: {reason}")


def _link_rule(id: str, page: PageContext) -> Markup:
    rule = RULES.get(id)
    return (
        link(show_recorded(rule.summary), page.link_to(f"reference/rules/{id}.md"))
        if rule
        else escape(id)
    )


def _show_about(id: str, page: PageContext) -> Markup:
    library = page.library
    if id in library.articles:
        return Markup(_(", about %(what)s", what=link_title(library.articles[id], page)))
    if id not in library.observations:
        return Markup(_(", about %(what)s", what=escape(id)))
    is_here = id in page.figure_numbers
    target = f"#fig-{id}" if is_here else page.link_to_record("observation", id)
    value = link(word_value(library.observations[id], library), target)
    return Markup(_(", about %(what)s", what=value))
