import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { byOrgan, duties } from "../src/duties.js";
import { NoPlanError, readPlan } from "../src/read.js";

// Seen from build/test, where this is run.
const SEED = readFileSync(new URL("../../../../seeds/yanzhou-2020-open-government.json", import.meta.url), "utf8");

/** The seed's plan with something changed. */
function changed(change: (plan: any) => void): string {
  const plan = JSON.parse(SEED);
  change(plan);
  return JSON.stringify(plan);
}

/** Where a plan is refused, and for what. */
function faults(json: string): string[] {
  try {
    readPlan(json);
  } catch (error) {
    assert.ok(error instanceof NoPlanError);
    return error.faults.map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
  }
  return [];
}

test("the plan of the seed is accepted, and says who does what by when", () => {
  const all = [...duties(readPlan(SEED))];
  assert.equal(all.length, 47);
  assert.equal(byOrgan(all).get("办公室")?.length, 15);
  const dated = all.filter(({ deadlines }) => deadlines.some((deadline) => deadline.startsWith("2020")));
  assert.deepEqual(dated.map(({ organ, deadlines }) => [organ, deadlines]), [["办公室", ["2020-09-30"]]]);
  const inWords = all.find(({ deadlines }) => deadlines.length === 2);
  assert.deepEqual(inWords?.deadlines, ["实时", "及时"]);
});

test("an unknown field is refused, with its name", () => {
  const json = changed((plan) => (plan.sections[0].tasks[0].titel = "x"));
  assert.deepEqual(faults(json), ["/sections/0/tasks/0 additionalProperties"]);
  assert.throws(() => readPlan(json), /tasks\/0 must NOT have additional properties: `titel`/);
});

test("a value of the wrong type is refused, with its place", () => {
  assert.deepEqual(faults(changed((plan) => (plan.units[1].name = 3))), ["/units/1/name type"]);
  assert.deepEqual(faults(changed((plan) => (plan.units = {}))), ["/units type"]);
  assert.deepEqual(faults(changed((plan) => delete plan.id)), [" required"]);
});

test("additions of other tools and nulls are accepted", () => {
  assert.deepEqual(faults(changed((plan) => (plan.extensions = { "tool:note": { checked: true } }))), []);
  assert.deepEqual(faults(changed((plan) => (plan.basis = null))), []);
});
