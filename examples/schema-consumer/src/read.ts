import { readFileSync } from "node:fs";
import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { Plan } from "../generated/plan.js";

// Seen from build/src, where this is run.
const SCHEMA = new URL("../../../../schema/plan.schema.json", import.meta.url);

const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true, allErrors: true });
addFormats.default(ajv);
const isPlan = ajv.compile<Plan>(JSON.parse(readFileSync(SCHEMA, "utf8")));

/** JSON that is no plan: what is wrong with it, and where. */
export class NoPlanError extends Error {
  constructor(readonly faults: readonly ErrorObject[]) {
    super(faults.map(inWords).join("\n"));
    this.name = "NoPlanError";
  }
}

/** The plan that JSON is, or an error. */
export function readPlan(json: string): Plan {
  const value: unknown = JSON.parse(json);
  if (isPlan(value)) return value;
  throw new NoPlanError(isPlan.errors ?? []);
}

function inWords({ instancePath, message, params }: ErrorObject): string {
  const unknown = "additionalProperty" in params ? `: \`${params["additionalProperty"]}\`` : "";
  return `${instancePath === "" ? "the plan" : instancePath} ${message}${unknown}`;
}
