// How work is timed: in rounds, as ../measure.py times the peers in Python; and where the packages are found.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const ROUNDS = 7;
// A round lasts at least so long, and one call.
const SECONDS = 0.25;

// The packages stand where npm put them: in the folder that the script is started in.
export const require = createRequire(`${process.cwd()}/`);

export const versionOf = (name) => JSON.parse(readFileSync(`${process.cwd()}/node_modules/${name}/package.json`, "utf8")).version;

export const question = () => JSON.parse(readFileSync(0, "utf8"));

const seconds = () => Number(process.hrtime.bigint()) / 1e9;

/** How many pieces of work are done a second in each round, where a call does so many. */
export function perSecond(pieces, work) {
  for (const begin = seconds(); seconds() - begin < SECONDS; ) work(); // The compiler warms up.
  return Array.from({ length: ROUNDS }, () => {
    globalThis.gc();
    const begin = seconds();
    let calls = 0;
    while (seconds() - begin < SECONDS) {
      work();
      calls += 1;
    }
    return (calls * pieces) / (seconds() - begin);
  });
}
