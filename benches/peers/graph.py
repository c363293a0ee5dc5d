"""A graph of 100,000 organs and 1,000,000 duties of four roles: built, asked 10,000 times for an organ's duties in one role, and
walked from one organ as far as links lead.

Every peer is given three columns, of sources, targets and roles, in its own language, and all must give the same answers.
"""

import json
import random
import struct
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from measure import Rate, race
from report import Report, Table, times
from rust_row import rust_answers

NODES, LINKS, ROLES = 100_000, 1_000_000, 4
ASKED = [n * 7 % NODES for n in range(10_000)]
WORK = ["build", "queries", "reach"]


class Row(NamedTuple):
    """How often each kind of work is done a second, and what comes out of it."""

    version: str
    rates: dict[str, Rate]
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


def timed(version: str, build: Callable[[], Any], queries: Callable[[Any], int], reach: Callable[[Any], int]) -> Row:
    graph = build()
    rates = race({"build": build, "queries": lambda: queries(graph), "reach": lambda: reach(graph)}, 1)
    return Row(version, rates, {"build": LINKS, "queries": queries(graph), "reach": reach(graph)})


def rustworkx(given: Columns) -> Row:
    import rustworkx

    def build() -> Any:
        graph = rustworkx.PyDiGraph(multigraph=True)
        graph.add_nodes_from(range(NODES))
        graph.add_edges_from(list(zip(*given)))
        return graph

    return timed(
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
        networkx.__version__,
        build,
        lambda graph: sum(1 for node in ASKED for _, _, role in graph.out_edges(node, data="role") if role == 0),
        lambda graph: len(networkx.descendants(graph, 0)) + 1,
    )


def in_rust(binary: str, given: Columns) -> dict[str, Row]:
    """Govplan's network, and petgraph's graph."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "links"
        file.write_bytes(b"".join(struct.pack("<IIB", *link) for link in zip(*given)))
        (line,), closing = rust_answers(binary, "graph", str(file))
    rows = {}
    for name, works in json.loads(line).items():
        rates = {work: Rate(works[work]["rates"]) for work in WORK}
        answers = {work: works[work]["answer"] for work in WORK}
        rows[name] = Row(closing["version"] if name == "govplan" else closing["petgraph"], rates, answers)
    return rows


TEXT = """\
100,000 nodes and 1,000,000 links of four kinds: built from three columns in the language of each, 10,000 nodes asked for their
links of one kind, and all that can be reached from one node. The Python package has no graph of bare numbers, so govplan's row is
its Rust library's `Network`; petgraph stands beside it in the same language, rustworkx (which is petgraph behind Python) and
networkx in theirs, where the columns are lists. All answers are the same, or the job fails."""


def report(binary: str) -> Report:
    found = Report("Graph", TEXT)
    given = columns()
    rows = in_rust(binary, given)
    own = rows.pop("govplan")
    for name, peer in found.installed({"rustworkx": lambda: rustworkx(given), "networkx": lambda: networkx(given)}).items():
        rows[name] = peer
    for name, row in rows.items():
        if row.answers != own.answers:
            raise SystemExit(f"{name} answers {row.answers}, govplan {own.answers}")
    head = ["peer", "version"]
    for work in ["build", "10,000 role queries", "reach"]:
        head += [f"{work}, ms", "govplan is"]
    table = []
    for name, row in [*rows.items(), ("govplan in Rust", own)]:
        table.append([name, row.version])
        for work in WORK:
            table[-1] += [row.rates[work].milliseconds(), times(own.rates[work], row.rates[work])]
    found.tables.append(Table(f"{NODES:,} nodes, {LINKS:,} links", head, table))
    if "rustworkx" in rows:
        for work, least in {"build": 8, "queries": 30, "reach": 10}.items():
            found.target(f"graph, {work}", "rustworkx", least, own.rates[work], rows["rustworkx"].rates[work])
    _, memory = rust_answers(binary, "memory")
    found.notes.append(f"The graph of a plan with all that it holds takes {memory['bytes_a_duty']:.0f} bytes a duty.")
    return found
