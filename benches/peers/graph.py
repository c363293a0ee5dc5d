"""A graph of 100,000 organs and 1,000,000 duties of four roles: built, asked 10,000 times for an organ's duties in one role, and
walked from one organ as far as links lead.

    python graph.py path/to/govplan_row

Every peer is given three columns, of sources, targets and roles, in its own language, and all must give the same answers.
"""

import json
import random
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from table import show, times

NODES, LINKS, ROLES = 100_000, 1_000_000, 4
ASKED = [n * 7 % NODES for n in range(10_000)]
ROUNDS = 5
#: What takes longer than this many seconds is done once.
SLOW = 3.0
WORK = ["build", "queries", "reach"]


class Row(NamedTuple):
    """How long each kind of work takes, and what comes out of it."""

    name: str
    version: str
    seconds: dict[str, float]
    answers: dict[str, int]


class Columns(NamedTuple):
    """The ends of each link, and its role."""

    sources: list[int]
    targets: list[int]
    roles: list[int]


def columns() -> Columns:
    chance = random.Random(7)
    return Columns(
        [chance.randrange(NODES) for _ in range(LINKS)],
        [int(NODES * chance.random() ** 3) for _ in range(LINKS)],
        [chance.randrange(ROLES) for _ in range(LINKS)],
    )


def timed(name: str, version: str, build: Callable[[], Any], queries: Callable[[Any], int], reach: Callable[[Any], int]) -> Row:
    graph = build()
    seconds, answers = {}, {}
    for work, act in [("build", build), ("queries", lambda: queries(graph)), ("reach", lambda: reach(graph))]:
        best = float("inf")
        for _ in range(ROUNDS):
            begin = time.perf_counter()
            answer = act()
            best = min(best, time.perf_counter() - begin)
            if best > SLOW:
                break
        seconds[work], answers[work] = best, LINKS if work == "build" else answer
    return Row(name, version, seconds, answers)


def rustworkx(given: Columns) -> Row:
    import rustworkx

    def build() -> Any:
        graph = rustworkx.PyDiGraph(multigraph=True)
        graph.add_nodes_from(range(NODES))
        graph.add_edges_from(list(zip(*given)))
        return graph

    return timed(
        "rustworkx",
        rustworkx.__version__,
        build,
        lambda graph: sum(1 for node in ASKED for _, _, role in graph.out_edges(node) if role == 0),
        lambda graph: len(rustworkx.descendants(graph, 0)) + 1,
    )


def networkx(given: Columns) -> Row:
    import networkx

    def build() -> Any:
        graph = networkx.MultiDiGraph()
        graph.add_nodes_from(range(NODES))
        graph.add_edges_from((source, target, {"role": role}) for source, target, role in zip(*given))
        return graph

    return timed(
        "networkx",
        networkx.__version__,
        build,
        lambda graph: sum(1 for node in ASKED for _, _, role in graph.out_edges(node, data="role") if role == 0),
        lambda graph: len(networkx.descendants(graph, 0)) + 1,
    )


def govplan(binary: str, given: Columns) -> Row:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "links"
        file.write_bytes(b"".join(struct.pack("<IIB", *link) for link in zip(*given)))
        output = subprocess.run([binary, "graph", str(file)], check=True, capture_output=True, encoding="utf-8").stdout
    found = json.loads(output)
    work = found["work"]
    seconds, answers = ({name: work[name][part] for name in WORK} for part in ("seconds", "answer"))
    return Row("govplan", found["version"], seconds, answers)


def main(binary: str) -> None:
    given = columns()
    peers = []
    for peer in (rustworkx, networkx):
        try:
            peers.append(peer(given))
        except ImportError as error:
            print(f"left out: {peer.__name__} ({error})")
    own = govplan(binary, given)
    for row in peers:
        if row.answers != own.answers:
            raise SystemExit(f"{row.name} answers {row.answers}, govplan {own.answers}")
    head = ["peer", "version", "build, ms", "10,000 role queries, ms", "reach, ms"]
    rows = [[row.name, row.version, *(f"{row.seconds[work] * 1e3:,.2f}" for work in WORK)] for row in [*peers, own]]
    show(f"Graph of {NODES:,} nodes and {LINKS:,} links", head, rows)
    for row in peers:
        ratios = [f"{work} {times(row.seconds[work], own.seconds[work])} as fast" for work in WORK]
        print(f"govplan / {row.name}: {', '.join(ratios)}")
    memory = subprocess.run([binary, "memory"], check=True, capture_output=True, encoding="utf-8").stdout
    print(f"govplan, graph of a plan with all that it holds: {json.loads(memory)['bytes_a_duty']:.0f} bytes a duty")


if __name__ == "__main__":
    main(sys.argv[1])
