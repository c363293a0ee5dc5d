// Expressions of time asked of Recognizers-Text and of chrono-node, on 27 August 2020.

import { perSecond, question, require, versionOf } from "./rounds.mjs";

const { texts } = question();
const now = new Date(2020, 7, 27, 9, 0, 0);

const recognizers = require("@microsoft/recognizers-text-suite");
const { zh } = require("chrono-node");

const day = (date) => [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((n) => String(n).padStart(2, "0")).join("-");

const PEERS = {
  "Recognizers-Text": {
    package: "@microsoft/recognizers-text-suite",
    ask: (text) => recognizers.recognizeDateTime(text, recognizers.Culture.Chinese, 0, now),
    read: (found) => found.map(({ typeName, resolution }) => ({ type: typeName, values: resolution?.values })),
  },
  "chrono-node": {
    package: "chrono-node",
    ask: (text) => zh.hans.parse(text, now),
    read: (found) => found.map(({ start, end }) => ({ start: day(start.date()), end: end ? day(end.date()) : null })),
  },
};

/** It fails on some texts that it cannot read. */
function tried(ask, text) {
  try {
    return ask(text);
  } catch {
    return [];
  }
}

const answers = Object.entries(PEERS).map(([name, { package: of, ask, read }]) => [
  name,
  {
    version: versionOf(of),
    answers: texts.map((text) => read(tried(ask, text))),
    rates: perSecond(texts.length, () => texts.forEach((text) => tried(ask, text))),
  },
]);
console.log(JSON.stringify(Object.fromEntries(answers)));
