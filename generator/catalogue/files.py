"""Rules about files: what may stand in `data/`, and whether its text can be read at all."""

from __future__ import annotations

from generator.issues import Rule, Severity

ERROR = Severity.ERROR

FILE_RULES: tuple[Rule, ...] = (
    Rule(
        id="unreadable-file",
        severity=ERROR,
        summary="A file can't be read as text",
        what="Each file of `data/` and `captures/` is opened and decoded as UTF-8; a byte order "
        "mark at its head and Windows line ends are fine.",
        why="A file that is read wrongly gives wrong figures without anyone noticing.",
        bad="An article saved in Windows-1251, or a picture renamed to `.yml`.",
        good="The same file saved as UTF-8.",
    ),
    Rule(
        id="empty-file",
        severity=ERROR,
        summary="A file has nothing in it",
        what="A record file needs at least one field, a list file at least one item.",
        why="An empty file is most often a save that failed.",
        bad="data/articles/2025/example.yml with 0 bytes",
        good="Delete the file, or write the record.",
    ),
    Rule(
        id="unexpected-file",
        severity=ERROR,
        summary="A file or folder stands where none is read",
        what="`data/` holds the known files and folders only, with the known endings; links to "
        "files elsewhere are refused. What systems and editors leave behind, such as `.DS_Store`, "
        "is passed over.",
        why="A record in the wrong folder would be skipped in silence, and a link could publish a "
        "file from outside the project.",
        bad="data/articles/example.yaml",
        good="data/articles/2025/example.yml",
    ),
    Rule(
        id="too-large",
        severity=ERROR,
        summary="A file or a list in it is larger than any record needs",
        what="The sizes of files, their values, rows and blocks are held against the table of "
        "limits in the reference.",
        why="The limits keep one file from stopping everybody's build.",
        bad="A whole article pasted into a quote.",
        good="The sentence that carries the figure.",
    ),
    Rule(
        id="case-collision",
        severity=ERROR,
        summary="Two files would be one, or have one address",
        what="The paths of all files and their folders are compared without regard to case and "
        "Unicode form; so are the addresses of pages, where `a.md` and `a/index.md` are one.",
        why="On Windows and macOS the two are one file, and one of them is lost on checkout; of "
        "two pages with one address, only one is published.",
        bad="data/briefs/2025/Losses.md beside data/briefs/2025/losses.md",
        good="One file, with a lower-case name.",
    ),
    Rule(
        id="merge-conflict",
        severity=ERROR,
        summary="A file holds the marks of an unfinished merge",
        what="Lines that begin with `<<<<<<<` or `>>>>>>>`, as git writes them around two versions "
        "of the same lines.",
        why="Only one of the two versions is meant, and nobody but their authors knows which.",
        bad="<<<<<<< HEAD\nvalue: 16\n=======\nvalue: 17\n>>>>>>> correction",
        good="value: 17",
    ),
    Rule(
        id="yaml-syntax",
        severity=ERROR,
        summary="A file is not valid YAML",
        what="The file, or the front matter of a brief, is parsed as one YAML document.",
        why="Nothing in the file can be checked until it parses.",
        bad="title: ISW: advance slowed",
        good='title: "ISW: advance slowed"',
    ),
    Rule(
        id="yaml-anchor",
        severity=ERROR,
        summary="YAML's anchors, aliases and merge keys are not used here",
        what="`&name`, `*name` and `<<:` are refused.",
        why="They make one value depend on another place, and a few lines of them can fill a "
        "machine's memory.",
        bad="outlet: *outlet",
        good="outlet: example-gazette",
    ),
    Rule(
        id="yaml-tag",
        severity=ERROR,
        summary="YAML's tags are not used here",
        what="`!tag` and `!!type` are refused; every value is read as text.",
        why="Tags change what a value is, and some run code in other programs.",
        bad="value: !!int 9",
        good="value: 9",
    ),
    Rule(
        id="too-deep",
        severity=ERROR,
        summary="Values are nested deeper than any record needs",
        what="More than 20 levels of lists and fields are refused, and as many of lists and "
        "quotations in prose.",
        why="Deep nesting crashes parsers, and is never meant.",
        bad="quotes: [[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]",
        good="quotes: {pace: about nine villages a day}",
    ),
    Rule(
        id="duplicate-key",
        severity=ERROR,
        summary="A field or column stands twice",
        what="No mapping may name a field twice, no CSV header a column.",
        why="Other readers keep the last one in silence, and a figure is lost.",
        bad="value: 9\nvalue: 19",
        good="value: 19",
    ),
    Rule(
        id="csv-syntax",
        severity=ERROR,
        summary="A file is not valid CSV",
        what="A series is comma-separated, in UTF-8, with a header; texts with commas stand "
        "between double quotes.",
        why="A reader that guesses puts values into the wrong columns.",
        bad="id;metric;period;value",
        good="id,metric,period,value",
    ),
    Rule(
        id="ragged-row",
        severity=ERROR,
        summary="A row has more or fewer cells than the header",
        what="Every row has one cell for each column, empty ones included.",
        why="One missing comma moves every value behind it into the wrong column.",
        bad="losses-2024-12,losses,2024-12,killed and wounded, claimed,48670",
        good='losses-2024-12,losses,2024-12,"killed and wounded, claimed",48670',
    ),
    Rule(
        id="bad-front-matter",
        severity=ERROR,
        summary="A brief does not begin with closed front matter",
        what="A brief is a line `---`, its fields in YAML, a line `---`, and then the prose.",
        why="Without it the brief has no title, no date and no authors.",
        bad="title: Losses in December\n\nThe count rose.",
        good="---\ntitle: Losses in December\n---\n\nThe count rose.",
    ),
)
"""In the order of the reference page."""
