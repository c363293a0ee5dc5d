"""What a graph answers is what networkx answers: on 200 random plans, and on what the command writes for other tools.

GOVPLAN names the command and GRAPH_ANSWERS the program that asks the library; without them those that were built last are
taken."""

import csv
import io
import json
import os
import random
import subprocess
from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import networkx as nx
import pytest

WORKSPACE = Path(__file__).parents[2]
COMMAND = os.environ.get("GOVPLAN", str(WORKSPACE / "target/debug/govplan"))
ANSWERS = os.environ.get("GRAPH_ANSWERS", str(WORKSPACE / "target/debug/graph_answers"))
SEED = WORKSPACE / "seeds/yanzhou-2020-open-government.txt"
ROLES = ["lead", "responsible", "cooperating", "supervising", "implementing"]
PLANS = 200

Json = dict[str, Any]


def random_plan(number: int) -> Json:
    """Organs and requirements by chance; some organs have two roles in a requirement, some requirements no organ."""
    chance = random.Random(number)
    organs = [f"{n}科" for n in range(chance.randint(1, 14))]
    requirements = []
    for n in range(chance.randint(0, 18)):
        named = chance.sample(organs, min(len(organs), chance.choice([0, 1, 1, 2, 2, 3, 5])))
        assignments = [{"unit": organ, "role": role} for organ in named for role in chance.sample(ROLES, chance.choice([1, 1, 1, 2]))]
        chance.shuffle(assignments)
        requirements.append({"id": f"s1.t1.r{n + 1}", "text": "办理。", "assignments": assignments})
    task = {"id": "s1.t1", "requirements": requirements}
    units = [{"name": organ} for organ in organs]
    return {"govplan": "1.0", "id": f"p{number}", "units": units, "sections": [{"id": "s1", "tasks": [task]}]}


def requirements(plan: Json) -> list[Json]:
    return plan["sections"][0]["tasks"][0]["requirements"]


def ties(plan: Json) -> nx.Graph:
    """Organs on one side, requirements on the other."""
    graph = nx.Graph()
    graph.add_nodes_from(unit["name"] for unit in plan["units"])
    for requirement in requirements(plan):
        graph.add_node(requirement["id"])
        graph.add_edges_from((assignment["unit"], requirement["id"]) for assignment in requirement["assignments"])
    return graph


def shared(plan: Json) -> nx.Graph:
    """Organs, with how many requirements each two share."""
    graph = nx.Graph()
    graph.add_nodes_from(unit["name"] for unit in plan["units"])
    for requirement in requirements(plan):
        for one, other in combinations(sorted({assignment["unit"] for assignment in requirement["assignments"]}), 2):
            weight = graph.get_edge_data(one, other, {"weight": 0})["weight"]
            graph.add_edge(one, other, weight=weight + 1)
    return graph


@pytest.fixture(scope="module")
def answered(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Json, Json]]:
    plans = [random_plan(number) for number in range(PLANS)]
    path = tmp_path_factory.mktemp("graph") / "plans.json"
    path.write_text("".join(json.dumps(plan, ensure_ascii=False) + "\n" for plan in plans), "utf-8")
    output = subprocess.run([ANSWERS, str(path)], check=True, capture_output=True, encoding="utf-8").stdout
    answers = [json.loads(line) for line in output.splitlines()]
    assert len(answers) == PLANS
    return list(zip(plans, answers, strict=True))


def test_duties(answered: list[tuple[Json, Json]]) -> None:
    for plan, answer in answered:
        expected = {unit["name"]: Counter() for unit in plan["units"]}
        for requirement in requirements(plan):
            for assignment in requirement["assignments"]:
                expected[assignment["unit"]][assignment["role"]] += 1
        assert answer["duties"] == expected


def test_partners(answered: list[tuple[Json, Json]]) -> None:
    for plan, answer in answered:
        graph = shared(plan)
        expected = {organ: {other: data["weight"] for other, data in graph[organ].items()} for organ in graph}
        assert answer["partners"] == expected


def test_communities(answered: list[tuple[Json, Json]]) -> None:
    for plan, answer in answered:
        graph = shared(plan)
        close = nx.Graph((u, v) for u, v, weight in graph.edges(data="weight") if weight >= 2)
        close.add_nodes_from(graph)
        for name, components in [("communities", graph), ("close_communities", close)]:
            expected = {frozenset(component) for component in nx.connected_components(components)}
            assert {frozenset(group) for group in answer[name]} == expected
            assert sum(len(group) for group in answer[name]) == len(graph)


def test_single_points(answered: list[tuple[Json, Json]]) -> None:
    some = 0
    for plan, answer in answered:
        expected = set(nx.articulation_points(shared(plan)))
        assert set(answer["single_points"]) == expected
        assert len(answer["single_points"]) == len(expected)
        some += bool(expected)
    assert some > PLANS / 10


def test_chains(answered: list[tuple[Json, Json]]) -> None:
    for plan, answer in answered:
        graph = ties(plan)
        lengths = dict(nx.all_pairs_shortest_path_length(graph))
        assert len(answer["chains"]) == len(plan["units"]) ** 2
        for start, end, chain in answer["chains"]:
            assert (chain is not None) == (end in lengths[start])
            if chain is not None:
                organs, links = chain["organs"], chain["requirements"]
                assert (organs[0], organs[-1]) == (start, end)
                assert len(organs) == len(links) + 1 == lengths[start][end] // 2 + 1
                for place, link in enumerate(links):
                    assert graph.has_edge(organs[place], link) and graph.has_edge(link, organs[place + 1])


def test_centrality(answered: list[tuple[Json, Json]]) -> None:
    for plan, answer in answered:
        graph, pairs = ties(plan), shared(plan)
        organs = list(pairs)
        between = nx.betweenness_centrality_subset(graph, organs, organs, normalized=False)
        assert [found["organ"] for found in answer["centrality"]] == organs
        for found in answer["centrality"]:
            organ = found["organ"]
            assert (found["partners"], found["requirements"]) == (pairs.degree(organ), graph.degree(organ))
            assert found["betweenness"] == pytest.approx(between[organ], abs=1e-9)


def export(written: str, *files: Path) -> str:
    command = [COMMAND, "--lang", "zh", "export", "--to", written, *map(str, files)]
    return subprocess.run(command, check=True, capture_output=True, env={}).stdout.decode("utf-8")


@pytest.fixture(params=["seed", "sly", "random"])
def document(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A real document, one whose texts try to be something else, one with organs of two roles."""
    path = tmp_path / "plan.json"
    match request.param:
        case "seed":
            return SEED
        case "sly":
            plan = random_plan(5)
            sly = ']]></data>"\\N<b>&amp;\u202e%%{init}%%;\n[x]'
            old = plan["units"][0]["name"]
            plan["units"][0]["name"] = sly
            for requirement in requirements(plan):
                requirement["text"] = sly
                for assignment in requirement["assignments"]:
                    assignment["unit"] = sly if assignment["unit"] == old else assignment["unit"]
        case _:
            plan = random_plan(7)
    path.write_text(json.dumps(plan, ensure_ascii=False), "utf-8")
    return path


def test_json_and_graphml_are_the_same_graph(document: Path) -> None:
    linked = nx.node_link_graph(json.loads(export("graph-json", document)), edges="edges")
    assert linked.is_directed() and linked.is_multigraph()
    marked = nx.parse_graphml(export("graphml", document), force_multigraph=True)
    assert marked.is_directed()
    assert len(marked) == len(linked) and marked.size() == linked.size()

    def told(text: str) -> str:
        """XML has no place for what turns the direction of writing, and one line end."""
        return text.replace("\u202e", "\ufffd")

    for node, data in linked.nodes(data=True):
        expected = {name: told(value) for name, value in data.items()}
        assert marked.nodes[f"n{node}"] == expected
    edges = sorted((f"n{u}", f"n{v}", data["relation"], data.get("role")) for u, v, data in linked.edges(data=True))
    assert sorted((u, v, data["relation"], data.get("role")) for u, v, data in marked.edges(data=True)) == edges


def test_the_graph_of_the_seed() -> None:
    graph = nx.node_link_graph(json.loads(export("graph-json", SEED)), edges="edges")
    kinds = Counter(kind for _, kind in graph.nodes(data="kind"))
    assert kinds == {"organ": 16, "section": 5, "task": 14, "requirement": 29}
    relations = Counter(relation for _, _, relation in graph.edges(data="relation"))
    assert relations == {"responsible": 47, "contains": 14 + 29}
    (office,) = (node for node, name in graph.nodes(data="name") if name == "办公室")
    assert graph.out_degree(office) == 15
    (inherited,) = ((u, v) for u, v, data in graph.edges(data=True) if data.get("inherited"))
    assert (graph.nodes[inherited[0]]["name"], graph.nodes[inherited[1]]["item"]) == ("办公室", "s3.t1.r2")


def test_the_matrix_holds_every_role(document: Path) -> None:
    letters = dict(zip(ROLES, "ARCIR"))
    graph = nx.node_link_graph(json.loads(export("graph-json", document)), edges="edges")
    expected = {
        (graph.nodes[v]["item"], graph.nodes[u]["name"], letters[data["relation"]])
        for u, v, data in graph.edges(data=True)
        if data["relation"] in ROLES
    }
    rows = csv.DictReader(io.StringIO(export("raci", document), newline=""))
    organs = (rows.fieldnames or [])[5:]
    found = {(row["requirement_id"], organ, letter) for row in rows for organ in organs for letter in row[organ]}
    assert found == expected


def test_the_drawing_is_xml_and_holds_every_organ(document: Path) -> None:
    root = ElementTree.fromstring(export("svg", document))
    texts = {text.text for text in root.iter("{http://www.w3.org/2000/svg}text")}
    assert {element.tag.partition("}")[2] for element in root.iter()} == {"svg", "title", "rect", "text", "path"}
    if document == SEED:
        assert {"办公室", "基础教育科", "宣传信息中心"} <= texts


def test_several_plans_are_one_graph(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.json" for number in (7, 8)]
    for path in paths:
        path.write_text(json.dumps(random_plan(int(path.stem)), ensure_ascii=False), "utf-8")
    read = lambda *files: nx.node_link_graph(json.loads(export("graph-json", *files)), edges="edges")
    one, both = [read(path) for path in paths], read(*paths)
    assert len(both) == sum(map(len, one)) and both.size() == sum(graph.size() for graph in one)
    assert both.graph["plans"] == ["p7", "p8"]
    register = tmp_path / "register.json"
    register.write_text('{"govplan": "1.0", "organs": [{"id": "k0", "names": [{"name": "0科"}]}]}', "utf-8")
    merged = read("--register", register, *paths)
    assert len(merged) == len(both) - 1 and merged.size() == both.size()
    (node,) = (node for node, item in merged.nodes(data="item") if item == "k0")
    apart = [graph.out_degree(node) for graph in one for node, name in graph.nodes(data="name") if name == "0科"]
    assert merged.out_degree(node) == sum(apart)
