// What the command writes as DOT is read by Graphviz, what it writes as Mermaid by Mermaid.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import test from "node:test";

const command = process.env.GOVPLAN;
const workspace = process.env.WORKSPACE;
// The packages stand in the folder that the test is run from.
const installed = createRequire(join(process.cwd(), "package.json"));
const load = (name) => import(pathToFileURL(installed.resolve(name)).href);
// Made before there is a page: with one Graphviz would take itself to be in a browser.
const graphviz = await (await load("@viz-js/viz")).instance();

// A document whose texts try to be something else, in labels of Graphviz and of Mermaid.
const SLY = ["a\"]; x -> y [label=\"", "\\N\\", "<b>&amp;</b>", "%%{init: {}}%%", "end", "`**x**`", "#quot;", ";\n  style n0 fill:#f00", "|--x", "\u202e\u0007"];

const sly = JSON.stringify({
  govplan: "1.0",
  id: "p",
  units: SLY.map((name) => ({ name })),
  sections: [{ id: "s1", title: SLY[0], tasks: [{ id: "s1.t1", label: "end", requirements: SLY.map((text, n) => ({
    id: `s1.t1.r${n + 1}`,
    text,
    assignments: [{ unit: text, role: "lead" }, { unit: SLY[0], role: "supervising" }],
    persons: [{ name: text, post: "]" }],
  })) }] }],
});

const folder = mkdtempSync(join(tmpdir(), "govplan-"));
test.after(() => rmSync(folder, { recursive: true }));
writeFileSync(join(folder, "sly.json"), sly);
const documents = { seed: join(workspace, "seeds/yanzhou-2020-open-government.txt"), sly: join(folder, "sly.json") };

function written(format, file) {
  return execFileSync(command, ["--lang", "en", "export", "--to", format, file], { encoding: "utf8" });
}

for (const [name, file] of Object.entries(documents)) {
  const graph = JSON.parse(written("graph-json", file));

  test(`Graphviz reads the ${name}`, () => {
    const result = graphviz.render(written("dot", file), { format: "dot_json" });
    // It warns that it has no measures of Chinese fonts.
    assert.deepEqual(result.errors.filter(({ level }) => level !== "warning"), []);
    assert.equal(graphviz.render("digraph {", { format: "dot_json" }).status, "failure");
    const { objects, edges } = JSON.parse(result.output);
    assert.equal(objects.length, graph.nodes.length);
    assert.equal(edges.length, graph.edges.length);
    const number = (index) => Number(objects[index].name.slice(1));
    const ends = (pairs) => pairs.map((pair) => pair.join(" ")).sort();
    assert.deepEqual(
      ends(edges.map((edge) => [number(edge.tail), number(edge.head)])),
      ends(graph.edges.map((edge) => [edge.source, edge.target])),
    );
    for (const { id, name } of graph.nodes.filter(({ name }) => name.length <= 40 && !/[\s\u202e\u0007]/.test(name))) {
      // Graphviz keeps the backslash that escapes a backslash.
      assert.equal(objects.find((object) => object.name === `n${id}`).label.replaceAll("\\\\", "\\"), name);
    }
  });

  test(`Mermaid reads the ${name}`, async () => {
    const { JSDOM } = await load("jsdom");
    globalThis.window = new JSDOM("").window;
    globalThis.document = globalThis.window.document;
    const mermaid = (await load("mermaid")).default;
    mermaid.initialize({ maxEdges: 10_000 });
    const chart = written("mermaid", file);
    assert.equal((await mermaid.parse(chart)).diagramType, "flowchart-v2");
    const { db } = await mermaid.mermaidAPI.getDiagramFromText(chart);
    assert.equal(db.getVertices().size, graph.nodes.length);
    assert.equal(db.getEdges().length, graph.edges.length);
    assert.deepEqual([...db.getClasses().keys()], []);
    await assert.rejects(mermaid.parse(chart.replace('["', "[")));
  });
}
