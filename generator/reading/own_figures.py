"""Reads a link behind which a brief has a figure of its own: worked out, or let stand for a reason.

The destination is the scheme alone; the calculation or the reason is the link's Markdown title.
Whether a calculation can be worked out is left to the checks.
"""

from __future__ import annotations

from generator.records.prose import OWN_SCHEMES, Arithmetic, Mark, WaivedFigure


def read_own_figure(
    href: str, title: str, text: str, mark: Mark
) -> Arithmetic | WaivedFigure | tuple[str, str]:
    """The figure, else what is wrong with the link and what to do."""
    scheme, colon, rest = href.partition(":")
    is_calc = scheme == "calc"
    what = "calculation" if is_calc else "reason"
    help = f"write `{OWN_SCHEMES[scheme]}`"
    if rest or not colon:
        return f"the {what} stands in quotation marks behind `{scheme}:` and a space", help
    if not title.strip():
        return f"the {what} is missing behind `{scheme}:`", help
    if not text.strip():
        return "no figure stands in the square brackets", help
    return Arithmetic(text, title, mark) if is_calc else WaivedFigure(text, title, mark)
