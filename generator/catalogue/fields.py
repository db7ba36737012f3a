"""Rules about one record's fields, judged without looking at any other record."""

from __future__ import annotations

from generator.issues import Rule, Severity

ERROR = Severity.ERROR

FIELD_RULES: tuple[Rule, ...] = (
    Rule(
        id="missing-field",
        severity=ERROR,
        summary="A field that every such record has is missing",
        what="The fields that a kind of record can't do without, and the pairs that go together.",
        why="A page with a hole in it looks as if the answer were unknown.",
        bad="- {id: isw, name: Institute for the Study of War}",
        good="- {id: isw, name: Institute for the Study of War, kind: think-tank}",
    ),
    Rule(
        id="unknown-field",
        severity=ERROR,
        summary="A field is not one of the record's",
        what="Field names are compared with those of the kind of record.",
        why="A misspelt field would be ignored, and what it says lost.",
        bad="tittle: Advance slows",
        good="title: Advance slows",
    ),
    Rule(
        id="empty-value",
        severity=ERROR,
        summary="A field or list item has no value",
        what="A field that stands in a file says something.",
        why="Nobody can tell whether it is unknown, forgotten or lost.",
        bad="url:",
        good="Leave the line out, and say in `note` what is not known.",
    ),
    Rule(
        id="wrong-type",
        severity=ERROR,
        summary="A list, mapping or text stands where another is needed",
        what="Whether each value has the shape that its field asks for.",
        why="The value can't be read as what it is meant to be.",
        bad="authors: Ada Example",
        good="authors: [Ada Example]",
    ),
    Rule(
        id="unknown-word",
        severity=ERROR,
        summary="A value is not one of the field's words",
        what="Fields with a closed list of words, such as `likelihood` or `qualifier`.",
        why="A word of one's own looks exact and means something else to each reader.",
        bad="likelihood: probable",
        good="likelihood: likely",
    ),
    Rule(
        id="bad-id",
        severity=ERROR,
        summary="An id is not a lower-case slug",
        what="Ids are 1 to 80 letters a-z, digits and hyphens, and begin and end with a letter or "
        "digit; names that Windows reserves are refused.",
        why="An id becomes an address and a file name on every system.",
        bad="id: ISW 9 January",
        good="id: isw-2025-01-09",
    ),
    Rule(
        id="id-not-file-name",
        severity=ERROR,
        summary="A record's id differs from the name of its file",
        what="Articles and briefs, which have a file each.",
        why="A record is found by its id; a second name for it leads people astray.",
        bad="data/briefs/2025/losses.md with `id: loss`",
        good="data/briefs/2025/losses.md with `id: losses`",
    ),
    Rule(
        id="bad-url",
        severity=ERROR,
        summary="A web address is not a plain http or https one",
        what="The scheme is http or https; there is a host that can exist, no user name, no space "
        "or hidden character. Hosts in other letters than a-z are shown in ASCII too.",
        why="Other schemes can run code in a reader's browser.",
        bad="url: www.example.org/report",
        good="url: https://www.example.org/report",
    ),
    Rule(
        id="bad-date",
        severity=ERROR,
        summary="A date is not one of the supported EDTF forms",
        what="Days, months, years, seasons and quarters, with `?`, `~` or `%`, unspecified digits, "
        "and intervals.",
        why="A date that is read as another one puts an event in the wrong place.",
        bad="issued: 10 January 2025",
        good="issued: 2025-01-10",
    ),
    Rule(
        id="bad-number",
        severity=ERROR,
        summary="A number is not written in plain digits",
        what="Digits with a point for decimals, a minus sign before negative ones, nothing else.",
        why="`1.500` is one and a half to one reader and fifteen hundred to another.",
        bad="value: 1,500",
        good="value: 1500",
    ),
    Rule(
        id="bad-range",
        severity=ERROR,
        summary="The ends of a range do not fit",
        what="`low` and `high` come together, in that order, with `value` between them.",
        why="A range that is the wrong way round reads as a mistake of the source.",
        bad="low: 12\nhigh: 10",
        good="low: 10\nhigh: 12",
    ),
    Rule(
        id="bad-format",
        severity=ERROR,
        summary="A value does not have the form its field asks for",
        what="Country codes, language tags, durations and checksums.",
        why="Programs that read the records rely on the form.",
        bad="place: Ukraine",
        good="place: UA",
    ),
    Rule(
        id="bad-text",
        severity=ERROR,
        summary="A text has more lines than its field allows",
        what="Titles, names and other fields of one line.",
        why="They stand in headings and tables, where a second line breaks the page.",
        bad="title: |\n  Advance\n  slows",
        good="title: Advance slows",
    ),
    Rule(
        id="too-long",
        severity=ERROR,
        summary="A text is longer than its field allows",
        what="One-line fields hold 300 characters, texts 2,000.",
        why="A record holds what is needed to find and judge a source, never its text.",
        bad="A quote of four paragraphs.",
        good="The words that carry the figure.",
    ),
    Rule(
        id="too-few",
        severity=ERROR,
        summary="A list has fewer items than its field needs",
        what="Lists that make no sense with one item, such as what a `compare` block compares.",
        why="The page would announce what it does not have.",
        bad="```compare\nobservations: [advance-2024-12-isw]\n```",
        good="```compare\nobservations: [advance-2024-12-isw, advance-2024-12-ep]\n```",
    ),
    Rule(
        id="hidden-character",
        severity=ERROR,
        summary="A text or a file's name holds a character that readers can't see",
        what="Control characters, those that override the direction of writing, spaces and letters "
        "without a width, joiners, variation selectors and tags where they join or vary nothing, "
        "and more than 4 marks on one letter; also where they are written as `&#x200b;` or "
        "`\\u200b`. Arabic, Hebrew, Persian and Indic texts with the marks and joiners they need "
        "are fine, and so are emoji and flags.",
        why="They can make a text read as something else than what is stored, and hide it from "
        "search.",
        bad="A title copied from a PDF with U+0000 or U+200B in it.",
        good="The same title, typed.",
    ),
    Rule(
        id="not-nfc",
        severity=ERROR,
        summary="A text or a file's name is not in Unicode's normal form C",
        what="Letters with accents, and syllables of Korean, that are written in parts although "
        "there is one character for the whole; signs that Unicode has twice.",
        why="Two texts that look the same differ: search and quotes miss one of them.",
        bad="title: Cafe\u0301 (the accent is a character of its own)",
        good="title: Caf\u00e9",
    ),
    Rule(
        id="mixed-script",
        severity=ERROR,
        summary="A word mixes letters of scripts that look alike",
        what="Latin, Cyrillic, Greek, Armenian and similar letters side by side in one word. Parts "
        "joined by a hyphen or an apostrophe are words of their own, and Greek signs of "
        "quantities, as in `\u0394t` and `\u03bcm`, are fine; so is Latin beside Arabic, Hebrew, "
        "Chinese, Japanese or Korean.",
        why="Nobody sees the wrong letter, but no search finds the word, and a name can pass for "
        "another.",
        bad="name: \u0420utin (the first letter is Cyrillic)",
        good="name: Putin",
    ),
    Rule(
        id="long-quote",
        severity=ERROR,
        summary="A quote has more than 25 words",
        what="The words of each quote are counted; `[...]` can leave out what is not needed.",
        why="A short quote can be checked at a glance, and long ones are somebody else's text.",
        bad="A whole paragraph.",
        good="The clause with the number in it.",
    ),
)
"""In the order of the reference page."""
