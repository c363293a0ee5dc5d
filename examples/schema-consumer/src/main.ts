// Prints who has to do what by when: node build/src/main.js PLAN.json

import { readFileSync } from "node:fs";
import { byOrgan, duties } from "./duties.js";
import { NoPlanError, readPlan } from "./read.js";

const [path] = process.argv.slice(2);
if (path === undefined) {
  console.error("usage: npm start -- PLAN.json");
  process.exit(2);
}
try {
  const plan = readPlan(readFileSync(path, "utf8"));
  console.log(plan.title ?? plan.id);
  for (const [organ, own] of byOrgan(duties(plan))) {
    console.log(`\n${organ}`);
    for (const { role, requirement, text, deadlines } of own) {
      const when = deadlines.length > 0 ? ` (${deadlines.join(", ")})` : "";
      console.log(`  ${requirement} ${role}: ${text}${when}`);
    }
  }
} catch (error) {
  if (!(error instanceof NoPlanError)) throw error;
  console.error(`${path} is no plan:\n${error.message}`);
  process.exit(1);
}
