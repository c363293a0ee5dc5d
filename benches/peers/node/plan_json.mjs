// JSON to a plan under node: ajv alone, and with what it cannot do of itself (duplicate keys by jsonc-parser, references by a walk).

import { perSecond, question, require, versionOf } from "./rounds.mjs";

const Ajv = require("ajv/dist/2020").default;
const addFormats = require("ajv-formats").default;
const { visit } = require("jsonc-parser");

const { schema, documents, cases } = question();
const ajv = new Ajv({ strict: true, strictRequired: false, allowUnionTypes: true, validateFormats: true });
addFormats(ajv);
const validate = ajv.compile(schema);

function parsed(text) {
  const plan = JSON.parse(text);
  if (!validate(plan)) throw new Error(ajv.errorsText(validate.errors));
  return plan;
}

function checkKeys(text) {
  const open = [];
  visit(text, {
    onObjectBegin: () => void open.push(new Set()),
    onObjectEnd: () => void open.pop(),
    onObjectProperty: (key) => {
      const keys = open.at(-1);
      if (keys.has(key)) throw new Error(`key ${key} stands twice`);
      keys.add(key);
    },
  });
}

function once(id, seen) {
  if (seen.has(id)) throw new Error(`id ${id} stands twice`);
  seen.add(id);
}

function checkReferences(plan) {
  const [owners, declared, ids, timings] = [new Map(), new Set(), new Set(), new Set()];
  for (const unit of plan.units ?? []) {
    declared.add(unit.name);
    for (const name of [unit.name, ...(unit.aliases ?? [])]) {
      if ((owners.get(name) ?? unit) !== unit) throw new Error(`${name} names two units`);
      owners.set(name, unit);
    }
  }
  const isDeclared = (unit) => {
    if (!declared.has(unit)) throw new Error(`${unit} is not declared`);
  };
  const work = (item) => {
    once(item.id, ids);
    for (const assignment of item.assignments ?? []) isDeclared(assignment.unit);
    for (const timing of item.timings ?? []) once(timing.id, timings);
  };
  const walk = (sections) => {
    for (const section of sections ?? []) {
      once(section.id, ids);
      for (const task of section.tasks ?? []) {
        once(task.id, ids);
        task.requirements?.forEach(work);
      }
      walk(section.sections);
    }
  };
  plan.directives?.forEach(work);
  walk(plan.sections);
  for (const rule of plan.rules ?? []) rule.units?.forEach(isDeclared);
}

const READERS = {
  ajv: (bytes) => {
    const text = bytes.toString("utf8");
    checkKeys(text);
    const plan = parsed(text);
    checkReferences(plan);
    return plan;
  },
  "ajv, alone": (bytes) => parsed(bytes.toString("utf8")),
};

function isTaken(read, bytes) {
  try {
    read(bytes);
    return true;
  } catch {
    return false;
  }
}

const readers = Object.entries(READERS).map(([name, read]) => {
  const rates = Object.entries(documents).map(([document, text]) => {
    const bytes = Buffer.from(text);
    return [document, perSecond(bytes.length, () => read(bytes))];
  });
  return [name, { rates: Object.fromEntries(rates), taken: cases.map((text) => isTaken(read, Buffer.from(text))) }];
});
console.log(JSON.stringify({ versions: versionOf("ajv"), readers: Object.fromEntries(readers) }));
