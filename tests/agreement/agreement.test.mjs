// ajv is held to the tables that the strict reader and the Rust validator agree on.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import test from "node:test";

// The packages stand where npm put them: in the folder that the test is started in.
const require = createRequire(`${process.cwd()}/`);
const Ajv = require("ajv/dist/2020").default;
const addFormats = require("ajv-formats").default;

const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
const validator = (name) => {
  const ajv = new Ajv({ strict: true, strictRequired: false, allowUnionTypes: true, validateFormats: true });
  addFormats(ajv);
  return ajv.compile(read(`../../schema/${name}.schema.json`));
};

/** The object that a pointer's last part is of, and that part. */
function holder(plan, pointer) {
  const parts = pointer.split("/").slice(1).map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
  const last = parts.pop();
  return [parts.reduce((above, part) => above[part], plan), last];
}

/** The plan of a case: its own text, or the plan of plan.json changed; undefined where the text is no JSON. */
function planOf(example) {
  if (example.text !== undefined) {
    try {
      return JSON.parse(example.text);
    } catch {
      return undefined;
    }
  }
  let plan = read("plan.json");
  for (const pointer of example.remove ?? []) {
    const [above, key] = holder(plan, pointer);
    delete above[key];
  }
  for (const [pointer, value] of Object.entries(example.set ?? {})) {
    if (pointer === "") {
      plan = value;
    } else {
      const [above, key] = holder(plan, pointer);
      above[key] = value;
    }
  }
  return plan;
}

test("every schema compiles in strict mode", () => {
  for (const name of ["plan", "finding", "row", "config"]) validator(name);
});

for (const [table, taken] of [["refused.json", false], ["accepted.json", true]]) {
  const validate = validator("plan");
  for (const example of read(table)) {
    test(`${table}: ${example.name}`, () => {
      const plan = planOf(example);
      if (plan === undefined) {
        assert.equal(example.only, "reader");
      } else {
        assert.equal(validate(plan), example.only === "reader" ? !taken : taken, JSON.stringify(validate.errors));
      }
    });
  }
}
