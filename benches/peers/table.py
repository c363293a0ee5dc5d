"""What both comparisons share: the table, the timer, the peers that are there, and govplan's own answers."""

import contextlib
import json
import os
import subprocess
import time
from collections.abc import Callable, Iterator
from importlib.metadata import version
from typing import Any, NamedTuple

ROUNDS = 3
SECONDS = 1.0


class Peer(NamedTuple):
    """One way to do the work: what is timed, and how its answer is read afterwards."""

    name: str
    package: str
    ask: Callable[[Any], Any]
    read: Callable[[Any], Any]


def installed(makers: list[Callable[[], Peer]]) -> Iterator[Peer]:
    """The peers that can be asked; of the others it is said why they are left out."""
    for maker in makers:
        try:
            with quiet():
                peer = maker()
        except Exception as error:  # Whatever a peer fails with, the others are asked.
            print(f"left out: {maker.__name__} ({type(error).__name__}: {error})")
        else:
            yield peer


def installed_version(peer: Peer) -> str:
    return version(peer.package)


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """Some peers print greetings and traces."""
    with open(os.devnull, "w", encoding="utf-8") as nothing, contextlib.redirect_stdout(nothing):
        yield


def per_second(pieces: int, work: Callable[[], Any]) -> float:
    """How many pieces of work are done a second, where a call does so many: the best of three seconds, as in govplan_row."""
    best = 0.0
    for _ in range(ROUNDS):
        calls, begin = 0, time.perf_counter()
        while (passed := time.perf_counter() - begin) < SECONDS:
            work()
            calls += 1
        best = max(best, calls * pieces / passed)
    return best


def govplan_row(binary: str, job: str, file: str) -> tuple[list[str], str, float]:
    """What govplan answers, its version, and how many pieces of work it does a second."""
    output = subprocess.run([binary, job, file], check=True, capture_output=True, encoding="utf-8").stdout
    *answers, last = output.splitlines()
    closing = json.loads(last)
    return answers, closing["version"], closing["per_second"]


def show(title: str, head: list[str], rows: list[list[Any]]) -> None:
    cells = [head] + [[f"{cell:,.0f}" if isinstance(cell, float) else str(cell) for cell in row] for row in rows]
    widths = [max(len(row[column]) for row in cells) for column in range(len(head))]
    lines = [" | ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip() for row in cells]
    print(f"\n{title}\n", lines[0], "-|-".join("-" * width for width in widths), *lines[1:], "", sep="\n")


def times(more: float, less: float) -> str:
    return f"{more / less:,.0f} times" if more >= 10 * less else f"{more / less:.1f} times"
