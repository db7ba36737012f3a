"""The trials themselves: what they try, and that their page says what they found."""

from pathlib import Path

from trials.attack import splice
from trials.page import PAGE, read_results, render
from trials.payloads import make_payloads, read_payloads

ROOT = Path(__file__).resolve().parents[2]


def test_the_page_of_trials_is_that_of_the_results() -> None:
    """Else run `make trials`."""
    assert PAGE.read_text(encoding="utf-8") == render(read_results())


def test_a_trial_without_a_result_is_said_to_have_none() -> None:
    """An empty page would look as if nothing had been found."""
    assert render({}).count("Not tried yet.") == 5


def test_payloads_are_many_and_each_is_tried_once(tmp_path: Path) -> None:
    """Those made here; of lists, each line of each file."""
    made = make_payloads()
    assert len(made) == len(set(made)) > 2_000
    (tmp_path / "a.txt").write_text("one\r\ntwo\n\n", encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"two\nthr\xffee\n")
    assert read_payloads(tmp_path) == ["one", "two", "thr\ufffdee"]
    assert read_payloads(tmp_path / "a.txt") == ["one", "two"]


def test_a_spliced_payload_stands_raw_in_title_description_attribute_and_text() -> None:
    """As if nothing had been escaped."""
    page = '<title>x</title><meta name="description" content="y"><article id="z">w</article>'
    assert splice(page, r"<\1>") == (
        r'<title><\1></title><meta name="description" content="<\1>"><article id="z">'
        '<h1 title="<\\1>"><\\1></h1>\n<p><\\1></p>w</article>'
    )
