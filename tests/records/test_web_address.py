"""Web addresses: which are taken, and how their hosts are shown."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.records.web_address import find_url_fault, name_host, show_address

LOOKALIKE = "https://\u0430\u0440\u0440\u04cf\u0435.com/id"
MIXED = "https://p\u0430ypal.com/"


@pytest.mark.parametrize(
    ("url", "host", "address"),
    [
        ("https://www.e.example/a", "e.example", "https://www.e.example/a"),
        ("https://E.example:8080/A", "e.example", "https://E.example:8080/A"),
        ("https://[2001:DB8::1]/", "[2001:db8::1]", "https://[2001:DB8::1]/"),
        (
            "https://президент.рф/новини",
            "президент.рф (xn--d1abbgf6aiiy.xn--p1ai)",
            "https://президент.рф/новини (xn--d1abbgf6aiiy.xn--p1ai)",
        ),
        (
            "http://www.xn--d1abbgf6aiiy.xn--p1ai:81/?q",
            "президент.рф (xn--d1abbgf6aiiy.xn--p1ai)",
            "http://www.президент.рф:81/?q (www.xn--d1abbgf6aiiy.xn--p1ai)",
        ),
        ("https://президент.com", "президент.com (xn--d1abbgf6aiiy.com)", None),
        ("https://сор.рф", "сор.рф (xn--n1aeb.xn--p1ai)", None),
        ("https://münchen.example", "münchen.example (xn--mnchen-3ya.example)", None),
        ("https://موقع.example", "موقع.example (xn--4gbrim.example)", None),
        ("https://例え.jp", "例え.jp (xn--r8jz45g.jp)", None),
        (LOOKALIKE, "xn--80ak6aa92e.com", "https://xn--80ak6aa92e.com/id"),
        ("https://xn--80ak6aa92e.com/id", "xn--80ak6aa92e.com", "https://xn--80ak6aa92e.com/id"),
        (MIXED, "xn--pypal-4ve.com", "https://xn--pypal-4ve.com/"),
        ("https://e\u3002example/", "e.example", "https://e.example/"),
        ("https://\uff45.example/", "e.example", "https://e.example/"),
    ],
    ids=ascii,
)
def test_a_host_in_other_letters_is_shown_in_ascii_too(
    url: str, host: str, address: str | None
) -> None:
    """Beside its own letters, or alone where those pass for others."""
    assert find_url_fault(url) is None
    assert name_host(url) == host
    if address is not None:
        assert show_address(url) == address


@pytest.mark.parametrize(
    "url",
    [
        *("e.example", "//e.example", "ftp://e.example", "javascript:alert(1)", "data:text/html,x"),
        *("https://", "https:///a", "https:e.example", "https://?a", "https://:80/"),
        *("https://me@e.example", "https://@e.example", "https://me:x@e.example/"),
        *("https://e.example:x/", "https://e.example:70000/", "https://[::1/", "https://[x]/"),
        *(f"https://e.example/{sign}" for sign in " \t\n\x00\x1f\x7f\x85\xa0<>\"`\\{}^|"),
        *(f"https://e.example/{sign}" for sign in "\u200b\u202e\u2066\u2028\ufeff\u00ad\u200d"),
        *("https://e..example/", "https://.example/", "https://e_%61.example", "https://-e.example"),
        *("https://xn--a.example", "https://xn--.example", "https://xn--zzzzzzzzz99.com"),
        *("https://\u2603.example", "https://\u202ee.example", "https://e\u2100.example/"),
        *("https://a\u200db.example", "https://\u0301e.example", f"https://{'п' * 64}.example"),
        "https://e.example/" + "a" * 2031,
    ],
    ids=ascii,
)  # fmt: skip
def test_what_is_no_plain_address_is_refused(url: str) -> None:
    """Other schemes, user names, controls, hosts that can't exist, and what is too long."""
    assert find_url_fault(url)


def test_the_longest_address_is_taken() -> None:
    """2,048 characters."""
    assert find_url_fault("https://e.example/" + "a" * 2030) is None


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.text(max_size=30))
def test_any_host_is_refused_or_shown_in_ascii(host: str) -> None:
    """What is shown of a host that is not ASCII always holds the name that browsers send."""
    url = f"https://{host}/"
    if find_url_fault(url) is None:
        shown = name_host(url)
        assert shown.isascii() or (shown.endswith(")") and "xn--" in shown)
        assert show_address(url)
