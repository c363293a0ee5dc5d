"""Graphs in the libraries that compute on them."""

from __future__ import annotations

import json

import govplan
import networkx
import pytest
import rustworkx


def test_networkx_and_rustworkx_hold_the_graph(seed: govplan.Plan) -> None:
    written = json.loads(seed.graph().to_json())
    theirs, others = seed.graph().to_networkx(), seed.graph().to_rustworkx()
    assert theirs.number_of_nodes() == others.num_nodes() == len(written["nodes"])
    assert theirs.number_of_edges() == others.num_edges() == len(written["edges"])
    office = next(node for node, data in theirs.nodes(data=True) if data["name"] == "办公室")
    assert others[office]["name"] == "办公室"
    assert theirs.out_degree(office) == others.out_degree(office) == len(seed.duties("办公室"))
    assert networkx.number_weakly_connected_components(theirs) == rustworkx.number_weakly_connected_components(others)


def test_duties_are_asked_for_by_role_and_through_collectives(seed: govplan.Plan) -> None:
    graph = seed.graph()
    assert graph.duties("办公室") == graph.duties("办公室", role="responsible") == seed.duties("办公室")
    assert graph.duties("办公室", role="lead") == []
    assert len(graph.duties("办公室", expand=True)) >= 15
    with pytest.raises(ValueError, match="unknown role"):
        graph.duties("办公室", role="boss")


def test_work_of_nobody_is_named() -> None:
    plan = govplan.read("工作任务\t责任单位\n1.推进决策公开\t办公室\n2.推进执行公开\t\n".encode())
    assert plan.graph().without_unit() == [(plan.id, "s1.t2.r1")]
    assert plan.graph().without_lead() == []


def test_one_graph_of_several_plans_goes_by_a_register(seed: govplan.Plan) -> None:
    written = seed.to_dict()
    other = govplan.Plan.from_json(json.dumps({**written, "id": "另一份计划"}))
    assert len(govplan.graph([seed, other]).duties("办公室")) == 30
    organs = [
        {"id": "jtj", "names": [{"name": issuer} for issuer in seed.head.issuers]},
        {"id": "bgs", "kind": "internal_office", "names": [{"name": "办公室"}], "parents": [{"organ": "jtj"}]},
    ]
    register = govplan.Register.from_json(json.dumps({"govplan": "1.0", "organs": organs}))
    graph = govplan.graph([seed, other], register)
    offices = [organ for organ in graph.workload()["organs"] if organ["organ"] == "办公室"]
    assert [office["id"] for office in offices] == ["bgs"]


def test_a_graph_is_drawn(seed: govplan.Plan) -> None:
    assert seed.graph().to_svg(language="en").startswith("<svg")
    with pytest.raises(ValueError, match="unknown language"):
        seed.graph().to_svg(language="fr")
