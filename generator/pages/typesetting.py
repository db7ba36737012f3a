"""Lines of text that fit a width, where nobody else breaks them: on a picture.

It knows how wide the characters of a face are; where its measures come from is the caller's
business. A character that the face lacks can't be drawn, and the text that holds it is left out
as a whole: a box in its place would say something that its author did not.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

ELLIPSIS = "…"
_WEAK = " ,;:.–"
"""What does not stand before an ellipsis."""
SLACK = 0.97
"""How much of a width may be filled: pairs of letters may stand a little wider than measured."""


@dataclass(frozen=True)
class Face:
    """One face of a font."""

    widths: Mapping[str, float]
    """How wide each of its characters is, as a part of the size."""

    def can_draw(self, text: str) -> bool:
        """Whether it has every character of the text."""
        return all(sign in self.widths for sign in text)

    def measure(self, text: str, size: float) -> float:
        """How wide the text is, in the unit of the size."""
        return size * sum(self.widths[sign] for sign in text)

    def break_lines(self, text: str, size: float, width: float) -> list[str]:
        """The lines of the text; only a word that no line can hold is itself broken."""
        lines = [""]
        for word in text.split(" "):
            longer = f"{lines[-1]} {word}".lstrip(" ")
            if self._fits(longer, size, width):
                lines[-1] = longer
                continue
            lines += [*self._cut(word, size, width)]
        return [line for line in lines if line]

    def fit(self, text: str, size: float, width: float, most: int) -> list[str]:
        """At most so many lines; if there are more, the last ends with an ellipsis."""
        lines = self.break_lines(text, size, width)
        if len(lines) <= most:
            return lines
        last = lines[most - 1].rstrip(_WEAK)
        while last and not self._fits(last + ELLIPSIS, size, width):
            last = last.rpartition(" ")[0].rstrip(_WEAK) if " " in last else last[:-1]
        return [*lines[: most - 1], last + ELLIPSIS]

    def _fits(self, text: str, size: float, width: float) -> bool:
        return self.measure(text, size) <= width * SLACK

    def _cut(self, word: str, size: float, width: float) -> list[str]:
        pieces = [""]
        for sign in word:
            if self._fits(pieces[-1] + sign, size, width) or not pieces[-1]:
                pieces[-1] += sign
            else:
                pieces.append(sign)
        return pieces
