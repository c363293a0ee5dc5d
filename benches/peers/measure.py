"""How work is timed: in rounds, all contestants in turn, so that what else the machine does falls on all of them alike."""

import contextlib
import gc
import os
import statistics
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

ROUNDS = 7
#: A round lasts at least so long, and one call.
SECONDS = 0.25
#: After so many seconds a contestant takes no more rounds, if it has taken three.
BUDGET, LEAST_ROUNDS = 20.0, 3


@dataclass(frozen=True)
class Rate:
    """How many pieces of work are done a second, in each round."""

    rounds: list[float]

    @property
    def median(self) -> float:
        return statistics.median(self.rounds)

    def __mul__(self, factor: float) -> "Rate":
        """The same in other pieces."""
        return Rate([rate * factor for rate in self.rounds])

    def __str__(self) -> str:
        """The median, with the slowest and the fastest round."""
        return f"{number(self.median)} ({number(min(self.rounds))}–{number(max(self.rounds))})"

    def milliseconds(self) -> str:
        """The same as the time that a piece takes."""
        fastest, slowest = 1e3 / max(self.rounds), 1e3 / min(self.rounds)
        return f"{number(1e3 / self.median)} ({number(fastest)}–{number(slowest)})"


def number(value: float) -> str:
    """Three digits that count, or all before the point."""
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"


class Apart(Protocol):
    """A contestant in a process of its own, which times its rounds itself and has done the work once."""

    def round(self) -> float: ...


def race(contestants: Mapping[str, Callable[[], Any] | Apart], pieces: int) -> dict[str, Rate]:
    """The rate of each, where a call does so many pieces of work."""
    rounds: dict[str, list[float]] = {name: [] for name in contestants}
    taken = dict.fromkeys(contestants, 0.0)
    for work in contestants.values():
        if callable(work):
            work()  # The first call fills caches.
    for _ in range(ROUNDS):
        for name, work in contestants.items():
            if taken[name] > BUDGET and len(rounds[name]) >= LEAST_ROUNDS:
                continue
            begin = time.perf_counter()
            rounds[name].append(rate(work, pieces) if callable(work) else work.round())
            taken[name] += time.perf_counter() - begin
    return {name: Rate(rates) for name, rates in rounds.items()}


def rate(work: Callable[[], Any], pieces: int) -> float:
    gc.collect()
    calls, begin = 0, time.perf_counter()
    while (passed := time.perf_counter() - begin) < SECONDS:
        work()
        calls += 1
    return calls * pieces / passed


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """Some peers print greetings and traces."""
    with open(os.devnull, "w", encoding="utf-8") as nothing, contextlib.redirect_stdout(nothing):
        yield
