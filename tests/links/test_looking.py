import shutil
import ssl
import subprocess
from pathlib import Path

import pytest

from generator.links.looking import MOST_REDIRECTS, Looker, Outcome, find_target, judge
from generator.links.network import Network, UnansweredError
from generator.records.vocabulary import LinkReason
from tests.links.conftest import Waits
from tests.links.misbehaving import Server, serving

GOOD = Outcome(None, 200)


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/ok", None),
        ("/not-found", LinkReason.NOT_FOUND),
        ("/gone", LinkReason.GONE),
        ("/refused", LinkReason.REFUSED),
        ("/odd", LinkReason.REFUSED),
        ("/broken", LinkReason.SERVER_ERROR),
        ("/head-refused", None),
        ("/head-lies", None),
        ("/head-closed", None),
        ("/head-good-get-gone", LinkReason.NOT_FOUND),
        ("/busy", None),
        ("/busy-untold", None),
        ("/busy-nonsense", None),
        ("/busy-for-a-day", LinkReason.TOO_MANY_REQUESTS),
        ("/away", LinkReason.SERVER_ERROR),
        ("/silent", LinkReason.TIMED_OUT),
        ("/drip", LinkReason.TIMED_OUT),
        ("/continue", LinkReason.TIMED_OUT),
        ("/garbage", LinkReason.NOT_HTTP),
        ("/closed", LinkReason.NO_CONNECTION),
        ("/half", None),
        ("/endless", None),
        ("/huge-headers", LinkReason.NOT_HTTP),
        ("/long-header", LinkReason.NOT_HTTP),
        ("/moved", None),
        ("/moved-odd", None),
        ("/moved-away", LinkReason.NOT_FOUND),
        ("/loop", LinkReason.REDIRECTS),
        ("/loop-a", LinkReason.REDIRECTS),
        ("/far/0", LinkReason.REDIRECTS),
        ("/to-nowhere", LinkReason.REDIRECTS),
        ("/to-nonsense", LinkReason.REDIRECTS),
        ("/to-file", LinkReason.REDIRECTS),
        ("/to-password", LinkReason.REDIRECTS),
        ("/to-inside", LinkReason.PRIVATE_ADDRESS),
        ("/to-inside-by-name", LinkReason.PRIVATE_ADDRESS),
        ("/to-metadata", LinkReason.PRIVATE_ADDRESS),
        ("/to-itself", LinkReason.PRIVATE_ADDRESS),
        ("/to-mapped", LinkReason.PRIVATE_ADDRESS),
    ],
)
def test_whatever_a_server_does_has_its_outcome(
    server: Server, looker: Looker, path: str, reason: LinkReason | None
) -> None:
    """Soon, and only the word that there is nothing is a miss."""
    outcome = looker.look(server.at(path))
    assert outcome.reason is reason
    assert outcome.is_miss == (reason in {LinkReason.NOT_FOUND, LinkReason.GONE})


def test_a_redirect_far_away_is_followed_so_far_and_no_farther(
    server: Server, looker: Looker
) -> None:
    """One request more than there may be redirects."""
    looker.look(server.at("/far/0"))
    assert len(server.asked) == MOST_REDIRECTS + 1


@pytest.mark.parametrize(
    ("host", "reason"),
    [
        ("no-such.example", LinkReason.NO_SUCH_HOST),
        ("nobody-knows.example", LinkReason.NO_CONNECTION),
        ("inside.example", LinkReason.PRIVATE_ADDRESS),
        ("both.example", LinkReason.PRIVATE_ADDRESS),
        ("127.0.0.9", LinkReason.PRIVATE_ADDRESS),
        ("[::1]", LinkReason.PRIVATE_ADDRESS),
    ],
)
def test_a_host_is_judged_before_it_is_asked(
    server: Server, looker: Looker, host: str, reason: LinkReason
) -> None:
    """One that does not exist is a miss; one that may not be asked hears nothing."""
    assert looker.look(server.at("/ok", host)).reason is reason
    assert not server.asked


def test_a_closed_port_is_no_miss(looker: Looker) -> None:
    """The host is there; what is wrong with it may pass."""
    with serving() as server:
        url = server.at("/ok")
    assert looker.look(url).reason is LinkReason.NO_CONNECTION


def test_a_server_without_tls_is_no_miss(server: Server, looker: Looker) -> None:
    """It speaks HTTP where TLS was asked for."""
    assert looker.look(server.at("/ok", scheme="https")).reason is LinkReason.TLS


@pytest.mark.skipif(not shutil.which("openssl"), reason="no openssl to make a certificate with")
def test_a_certificate_that_nobody_vouches_for_is_no_miss(tmp_path: Path, looker: Looker) -> None:
    """Nor is it taken: what answers may be anybody."""
    key, certificate = tmp_path / "key.pem", tmp_path / "cert.pem"
    made = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"]
    made += ["-nodes", "-subj", "/CN=site.example", "-keyout", str(key), "-out", str(certificate)]
    subprocess.run(made, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    with serving() as server:
        server.socket = context.wrap_socket(server.socket, server_side=True)
        outcome = looker.look(server.at("/ok", scheme="https"))
    assert outcome.reason is LinkReason.TLS
    assert not server.asked


def test_a_request_says_who_asks_and_for_which_host(server: Server, looker: Looker) -> None:
    """The connection goes to the address that was judged, under the name of the record."""
    assert looker.look(server.at("/ok?q=ї", "сайт.example")) == GOOD
    (asked,) = server.asked
    assert asked.method == "HEAD"
    assert asked.path == "/ok?q=%D1%97"
    assert asked.headers["host"] == f"xn--80aswg.example:{server.port}"
    assert "Briefwright" in asked.headers["user-agent"]
    assert not asked.body


def test_one_host_is_asked_with_pauses(server: Server, looker: Looker, waits: Waits) -> None:
    """Between any two requests to it; another host is none of its business."""
    for path in ("/ok", "/head-refused", "/moved"):
        looker.look(server.at(path))
    assert waits.all == [1.0] * 4
    looker.look(server.at("/ok", "other.example"))
    assert waits.all == [1.0] * 4


def test_a_host_gets_the_time_that_it_asks_for(
    server: Server, looker: Looker, waits: Waits
) -> None:
    """In seconds, or the usual time where it does not say."""
    looker.look(server.at("/busy"))
    looker.look(server.at("/busy-untold"))
    assert waits.all == [7.0, 1.0, 20.0]


def test_a_host_that_wants_to_be_left_alone_for_long_is(server: Server, looker: Looker) -> None:
    """Its other addresses are not asked for in this round, and nothing is said against them."""
    assert looker.look(server.at("/busy-for-a-day")).reason is LinkReason.TOO_MANY_REQUESTS
    assert looker.look(server.at("/not-found")).reason is LinkReason.TOO_MANY_REQUESTS
    assert len(server.asked) == 1
    assert looker.look(server.at("/ok", "other.example")) == GOOD


def test_a_host_that_is_silent_again_and_again_is_not_waited_for(
    server: Server, looker: Looker
) -> None:
    """Three times; a whole list of its addresses would take hours."""
    reasons = [looker.look(server.at(f"/closed?{number}")).reason for number in range(5)]
    assert reasons == [LinkReason.NO_CONNECTION] * 5
    assert len(server.asked) == 3 * 2


def test_of_a_body_no_more_is_read_than_was_asked_for(server: Server, network: Network) -> None:
    """Not a byte for links; so many for an interface."""
    assert network.ask("GET", server.at("/endless")).body == b""
    assert network.ask("GET", server.at("/endless"), limit=1_000).body == b"x" * 1_000


def test_a_private_host_may_be_asked_if_that_is_said(server: Server) -> None:
    """For a mirror in one's own network."""
    url = f"http://127.0.0.1:{server.port}/ok"
    with pytest.raises(UnansweredError, match="private-address"):
        Network().ask("HEAD", url)
    assert Network(allow_private=True).ask("HEAD", url).status == 200


@pytest.mark.parametrize(
    ("location", "target"),
    [
        ("/b", "https://a.example/b"),
        ("b?c=1#d", "https://a.example/x/b?c=1"),
        ("//b.example/", "https://b.example/"),
        ("/ї".encode().decode("latin-1"), "https://a.example/%D1%97"),
        ("", None),
        ("javascript:alert(1)", None),
        ("https:// b.example/", None),
        ("http://" + "a" * 3_000, None),
    ],
)
def test_a_redirect_leads_to_an_address_like_those_of_records(
    location: str, target: str | None
) -> None:
    """Others are not followed."""
    assert find_target("https://a.example/x/y", location) == target


@pytest.mark.parametrize("status", [*range(100, 200), *range(400, 404), *range(500, 600), 411, 451])
def test_no_status_but_two_is_a_miss(status: int) -> None:
    """Whatever else is wrong may pass."""
    assert not Outcome(judge(status), status).is_miss
    assert not Outcome(judge(status), status).is_good
