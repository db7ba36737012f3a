"""One line of a contributor's parsed text as Markdown: words, marks, links, citations, figures.

Every significant sign is escaped, so that only what was understood reaches the engine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from markdown_it.token import Token

from generator.pages.context import PageContext, show_record_name
from generator.pages.dates import keep_dates_whole
from generator.pages.escape import escape_markdown, escape_url
from generator.pages.languages import named_language
from generator.pages.markup import Markup, link
from generator.pages.mentions import NOT_SOURCED, WORKED_OUT
from generator.pages.staleness import show_period
from generator.pages.typography import set_tokens
from generator.pages.wording import word_qualifier, word_value
from generator.records.prose import RECORD_SCHEMES, Prose
from generator.records.vocabulary import Qualifier
from generator.records.web_address import show_address
from generator.speech import gettext as _
from generator.speech import spoken

# Tags, because asterisks that touch other asterisks are read differently by different parsers.
_MARKS = {
    "strong_open": "<strong>",
    "strong_close": "</strong>",
    "em_open": "<em>",
    "em_close": "</em>",
    "softbreak": " ",
    "hardbreak": "<br>",
}


# After a word of two letters or more, so that initials do not end a sentence.
_SENTENCE_END = re.compile(r"(?<=[^\W_][^\W_][.!?])(?:[”»’)]|</[a-z]+>)* (?=[^a-zа-яёіїєґ])")
_TAG = re.compile(r"</?(?:strong|em|code|a)\b[^>]*>")
_CITATION = re.compile(r"\[\^[a-z0-9-]+\]")


def render_inline(prose: Prose, page: PageContext) -> Markup:
    """A text of one or more paragraphs as one line of Markdown."""
    parts = [
        render_line(token.children or [], page) for token in prose.tokens if token.type == "inline"
    ]
    line = " ".join(parts)
    return Markup(f"<span{page.language}>{line}</span>" if page.language else line)


def render_summary(prose: Prose, page: PageContext) -> Markup:
    """The same without its citations, for lists on other pages; its figures lead to their words."""
    return Markup(_CITATION.sub("", render_inline(prose, page)))


def render_opening(prose: Prose, page: PageContext) -> Markup:
    """The first sentence of the same, so that a list of many stays a list."""
    summary = render_summary(prose, replace(page, language=Markup("")))
    opening = next(filter(_is_whole, _open(summary)), summary)
    return Markup(f"<span{page.language}>{opening}</span>" if page.language else opening)


def _open(text: str) -> Iterator[str]:
    """The text up to each place where a sentence may end."""
    return (text[: end.end() - 1] for end in _SENTENCE_END.finditer(text))


def _is_whole(text: str) -> bool:
    """Whether no link or mark is cut in two."""
    tags = _TAG.findall(text)
    closed = sum(tag.startswith("</") for tag in tags)
    return text.count("<") == text.count(">") and len(tags) == 2 * closed


def render_line(children: list[Token], page: PageContext) -> Markup:
    """The inline tokens of one block, citations behind their words."""
    return _render_line(set_tokens(children, named_language(page.language)), page)


def _render_line(children: list[Token], page: PageContext) -> Markup:
    parts: list[str] = []
    position = 0
    while position < len(children):
        token = children[position]
        if token.type == "link_open":
            end = _find_close(children, position)
            parts.append(_render_link(token, children[position + 1 : end], page))
            position = end
        else:
            parts.append(_render_token(token))
        position += 1
    return Markup(attach_citations("".join(parts)).strip())


def _render_token(token: Token) -> str:
    if token.type == "text":
        return _escape_run(keep_dates_whole(token.content))
    if token.type == "code_inline":
        return f"<code>{escape_markdown(token.content)}</code>"
    if token.type == "citation":
        ids = dict.fromkeys(article for article, _ in token.meta["cited"])
        return "".join(f"[^{article}]" for article in ids)
    return _MARKS.get(token.type, "")


def _escape_run(text: str) -> str:
    """Escapes a run of text, keeping the spaces at its ends that join it to its neighbours."""
    head = " " if text[:1].isspace() else ""
    tail = " " if text[-1:].isspace() and text.strip() else ""
    return head + escape_markdown(text) + tail


def attach_citations(line: str) -> str:
    """A note stands directly behind its word and after the full stop, as printers set it."""
    line = re.sub(r"\s+(\[\^)", r"\1", line)
    return re.sub(rf"((?:{_CITATION.pattern})+)([.,;:?!]+)", r"\2\1", line)


def _find_close(children: list[Token], start: int) -> int:
    depth = 0
    for position in range(start, len(children)):
        depth += children[position].nesting if children[position].type.startswith("link_") else 0
        if depth == 0:
            return position
    return len(children) - 1


def _render_link(token: Token, inner: list[Token], page: PageContext) -> str:
    href = str(token.attrs["href"])
    scheme, _, id = href.partition(":")
    text = str(_render_line(inner, page))
    if scheme in (WORKED_OUT, NOT_SOURCED):
        return _render_own_figure(scheme, str(token.attrs.get("title", "")), text, page)
    if token.markup == "autolink":
        text = escape_markdown(show_address(href))
    if scheme not in RECORD_SCHEMES:
        return f'<a href="{escape_url(href)}">{text}</a>'
    text = text or _fill_text(href, page)
    kind = RECORD_SCHEMES[scheme]
    if kind == "observation":
        return _render_figure(id, text, page)
    return link(Markup(text), page.link_to_record(kind, id))


def _render_figure(id: str, text: str, page: PageContext) -> str:
    """A link to the figure's evidence, and a sign behind it where others contradict it."""
    text = _keep_figure_whole(text)
    if id not in page.figure_numbers:
        return link(Markup(text), page.link_to_record("observation", id), ' class="bw-fig"')
    target, anchor = f"#fig-{id}", ""
    if page.mentions is not None:
        target = f"#ev-{id}"
        anchor = f"at-{id}" if page.mentions.mention(id) else ""
    computed = ' data-computed=""' if page.library.observations[id].derived else ""
    number = page.figure_numbers[id]
    attributes = f' class="bw-fig"{computed} data-n="{number}"'
    return link(Markup(text), target, attributes, anchor) + _render_sign(id, page)


def _keep_figure_whole(text: str) -> str:
    """A number stays on the line of its unit and of the word that limits it."""
    return _find_breakable(spoken()).sub("\N{NO-BREAK SPACE}", text)


@cache
def _find_breakable(_language: str) -> re.Pattern[str]:
    limits = (word_qualifier(one) for one in (Qualifier.APPROXIMATELY, Qualifier.OVER))
    behind = "".join(rf"|(?<={re.escape(word)}) (?=[0-9])" for word in limits)
    return re.compile(rf"(?<=[0-9]) (?=\S){behind}")


def _render_sign(id: str, page: PageContext) -> str:
    if id not in page.conflicts:
        return ""
    if id in page.comparisons:
        target, label = f"#{page.comparisons[id]}", _("values disagree: see the comparison")
    else:
        target = page.link_to_record("observation", id)
        label = _("values disagree: see all on record")
    return link("≠", target, f' aria-label="{label}" class="bw-ne"')


def _render_own_figure(scheme: str, words: str, text: str, page: PageContext) -> str:
    """A figure that no record holds; on pages without evidence its text alone."""
    text = _keep_figure_whole(text)
    if page.mentions is None:
        return text
    own = page.mentions.add_own(scheme, text, words)
    target, anchor, number = f"#{own.anchor}", f"{own.anchor}-at", f' data-n="{own.number}"'
    if scheme == WORKED_OUT:
        attributes = f' class="bw-fig" data-computed=""{number}'
        return link(Markup(text), target, attributes, anchor)
    label = _("not sourced: why")
    attributes = f' aria-label="{label}" class="bw-fig bw-unsourced"{number}'
    return text + link("○", target, attributes, anchor)


def _fill_text(href: str, page: PageContext) -> str:
    """The text of a link that its author left empty, from the data; a stale figure says so."""
    scheme, _, id = href.partition(":")
    kind = RECORD_SCHEMES[scheme]
    if kind != "observation":
        return show_record_name(kind, id, page.library)
    observation = page.library.observations[id]
    value = escape_markdown(word_value(observation, page.library))
    metric = page.library.metrics[observation.metric]
    if page.as_of is None or not page.as_of.is_stale(observation.period, metric.shelf_life):
        return value
    return f"{value} ({show_period(observation.period, metric.shelf_life, page.as_of)})"
