"""What the benchmark aims at, as ratios within one run, and how far a result is from it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Size = Mapping[str, Any]
MEGABYTE, KILOBYTE = 1e6, 1e3


@dataclass(frozen=True, slots=True)
class Aim:
    """One aim: what is divided by what, and how much it may be at 1,000 and at 10,000 pages."""

    name: str
    unit: str
    bounds: Mapping[int, float]
    find: Callable[[Size], float | None]
    peer: str = ""
    """The program with which it compares."""


@dataclass(frozen=True, slots=True)
class Judged:
    """An aim held against a result. `found` is None where a part of it was not measured."""

    aim: Aim
    size: int
    bound: float
    found: float | None
    at_most: bool = False
    """The other program was stopped at the limit, so the true ratio is smaller still."""

    @property
    def verdict(self) -> str:
        """Whether it is met; a bound from above that is too high says nothing."""
        if self.found is None or (self.at_most and self.found > self.bound):
            return "not measured"
        return "met" if self.found <= self.bound else "not met"


def _find_peer(peer: str, what: str, otherwise: str) -> Callable[[Size], float | None]:
    """A time of ours over one of a peer's."""

    def find(size: Size) -> float | None:
        theirs = size["peers"].get(peer, {})
        found = theirs.get(otherwise) or theirs.get("cold")
        return float(size["ours"][what]["seconds"] / found["seconds"]) if found else None

    return find


def _find_peak(size: Size) -> float:
    return float(max(found["peak-bytes"] for found in size["ours"].values()) / MEGABYTE)


def _find_search(size: Size) -> float | None:
    found = size["search"].get("ours")
    return float(found["bytes"] / KILOBYTE) if found and "bytes" in found else None


AIMS = (
    Aim(
        "Cold build, against Material for MkDocs over the same pages",
        "",
        {1_000: 0.4, 10_000: 0.35},
        _find_peer("mkdocs", "cold", "cold"),
        "mkdocs",
    ),
    Aim(
        "Cold build, against Hugo and Pagefind",
        "",
        {10_000: 1.0},
        _find_peer("hugo", "cold", "cold"),
        "hugo",
    ),
    Aim(
        "One brief changed, against the build of Hugo and Pagefind",
        "",
        {1_000: 0.5, 10_000: 0.1},
        _find_peer("hugo", "one brief", "one brief"),
        "hugo",
    ),
    Aim(
        "Nothing changed",
        "s",
        {1_000: 0.7, 10_000: 2.0},
        lambda size: float(size["ours"]["no-op"]["seconds"]),
    ),
    Aim("Highest memory of any build", "MB", {1_000: 300, 10_000: 700}, _find_peak),
    Aim("Search, loaded until the first result", "kB", {1_000: 250, 10_000: 350}, _find_search),
)
GROWTH = Aim(
    "Cost of growth: cold at 10,000 pages, against 1,000", "", {10_000: 11}, lambda _: None
)


def judge(result: Mapping[str, Any]) -> Iterator[Judged]:
    """Each aim at each size that was measured."""
    sizes = {size["asked"]: size for size in result["sizes"]}
    for aim in AIMS:
        for size, bound in aim.bounds.items():
            if size in sizes:
                cold = sizes[size]["peers"].get(aim.peer, {}).get("cold", {})
                found = aim.find(sizes[size])
                yield Judged(aim, size, bound, found, at_most=bool(cold.get("ended")))
    if sizes.keys() >= {1_000, 10_000}:
        small, large = (sizes[size]["ours"]["cold"]["seconds"] for size in (1_000, 10_000))
        yield Judged(GROWTH, 10_000, GROWTH.bounds[10_000], large / small)
