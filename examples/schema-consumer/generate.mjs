// Makes the types of generated/ from the schemas; with --check says which of them are stale.

import { readFile, readdir, writeFile } from "node:fs/promises";
import { compile } from "json-schema-to-typescript";

const SCHEMAS = new URL("../../schema/", import.meta.url);
const GENERATED = new URL("generated/", import.meta.url);
const SUFFIX = ".schema.json";

/** The same schema with each description beside a reference moved round it: the type that is referred to stays one type. */
function moved(schema) {
  if (Array.isArray(schema)) return schema.map(moved);
  if (typeof schema !== "object" || schema === null) return schema;
  const { $ref, ...rest } = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, moved(value)]));
  if ($ref === undefined) return rest;
  return Object.keys(rest).length > 0 ? { ...rest, allOf: [{ $ref }] } : { $ref };
}

/** The types of a schema, as TypeScript. */
async function types(file) {
  const schema = JSON.parse(await readFile(new URL(file, SCHEMAS), "utf8"));
  return compile(moved(schema), file, {
    bannerComment: `// Made from schema/${file} by generate.mjs: change the schema and make it again.`,
    // Without what it is in Chinese: `Plan (工作计划)`.
    customName: ({ title }) => title?.split(" (")[0],
  });
}

const stale = [];
for (const file of (await readdir(SCHEMAS)).filter((name) => name.endsWith(SUFFIX)).sort()) {
  const target = new URL(`${file.slice(0, -SUFFIX.length)}.d.ts`, GENERATED);
  const made = await types(file);
  const committed = await readFile(target, "utf8").catch(() => "");
  if (made === committed) continue;
  stale.push(target.pathname.split("/").at(-1));
  if (!process.argv.includes("--check")) await writeFile(target, made);
}
if (stale.length > 0) {
  const isCheck = process.argv.includes("--check");
  console.log(isCheck ? `stale: ${stale.join(", ")}; run \`cargo xtask generate\` or, here, \`npm run generate\`` : `wrote ${stale.join(", ")}`);
  process.exitCode = isCheck ? 1 : 0;
}
