"""What has to be known of a new site, what is taken if nothing is said, and what can't be taken."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.records.characters import find_text_faults
from generator.records.web_address import find_url_fault
from generator.speech import ENGLISH, known_languages

LONGEST_NAME = 60
_NOT_IN_HOSTS = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Answers:
    """What was said of a new site."""

    name: str
    address: str
    """Where readers will find it, ending in a slash."""
    repository: str
    """Where its files are kept, without a slash at its end; empty if nowhere yet."""
    language: str = ENGLISH
    """The tag of a language that the program has words in."""


def tidy_answers(name: str, address: str, repository: str, language: str) -> Answers:
    """Answers without a fault, in the form in which the site has them."""
    return Answers(
        name.strip(),
        f"{address.rstrip('/')}/",
        repository.rstrip("/").removesuffix(".git"),
        language,
    )


def guess_name(folder: str) -> str:
    """A name for the site in a folder of this name: `Harbour watch` for `harbour-watch`."""
    words = " ".join(re.split(r"[-_\s]+", folder)).strip()
    name = words[:1].upper() + words[1:LONGEST_NAME]
    return name if name and find_name_fault(name) is None else "My site"


def guess_address(name: str) -> str:
    """An address under a host that can't exist (RFC 2606), until there is a real one."""
    label = _NOT_IN_HOSTS.sub("-", name.lower()).strip("-") or "my-site"
    return f"https://{label}.example/"


def find_name_fault(name: str) -> str | None:
    """What keeps a text from being the name of a site, if anything does."""
    if not name.strip():
        return "is empty"
    if len(name) > LONGEST_NAME:
        return f"is longer than {LONGEST_NAME} characters"
    if len(name.splitlines()) > 1:
        return "has more than one line"
    fault = next(find_text_faults(name), None)
    return fault.said if fault is not None else None


def find_address_fault(address: str) -> str | None:
    """What keeps a text from being the address of a site, if anything does."""
    fault = find_url_fault(address)
    if fault is None and re.search(r"[?#]", address):
        return "has a `?` or a `#`, behind which no page can stand"
    return fault


def find_repository_fault(address: str) -> str | None:
    """What keeps a text from being the address of a repository, if anything does."""
    return find_address_fault(address) if address else None


def find_language_fault(tag: str) -> str | None:
    """What keeps a text from being the language of a site, if anything does."""
    known = known_languages()
    return None if tag in known else f"is not one of {', '.join(known)}"
