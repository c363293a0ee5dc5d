"""Graphs for the libraries that compute on them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    import networkx
    import rustworkx
    from govplan._govplan import Graph


def networkx_graph(graph: Graph) -> networkx.MultiDiGraph[Any]:
    """The graph for networkx, with its attributes."""
    from networkx import node_link_graph

    # It says of itself that it is a multigraph with directions.
    return cast("networkx.MultiDiGraph[Any]", node_link_graph(json.loads(graph.to_json()), edges="edges"))


def rustworkx_graph(graph: Graph) -> rustworkx.PyDiGraph[dict[str, Any], dict[str, Any]]:
    """The graph for rustworkx: numbers of nodes are those of the other formats."""
    from rustworkx import PyDiGraph

    written = json.loads(graph.to_json())
    made: PyDiGraph[dict[str, Any], dict[str, Any]] = PyDiGraph(attrs=written["graph"])
    made.add_nodes_from(written["nodes"])
    made.add_edges_from([(edge["source"], edge["target"], edge) for edge in written["edges"]])
    return made
