// Reports as the command writes them, and the browser that opens them.

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

// The packages stand where npm put them: in the folder that the test is started in.
export const require = createRequire(`${process.cwd()}/`);
const { chromium } = require("playwright-core");

export const folder = mkdtempSync(join(tmpdir(), "govplan-report-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

const ARGUMENTS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];

export const path = (name) => fileURLToPath(new URL(`../../${name}`, import.meta.url));

/** The bytes of a report on some files. */
export function report(files, { language = "zh", today = "2020-09-20" } = {}) {
  const words = ["export", "--to", "html", "--lang", language, "--today", today, ...files];
  return execFileSync(process.env.GOVPLAN, words, { maxBuffer: 1 << 28 });
}

/** A report on files, or on a plan, as a file that a browser opens. */
export function written(name, source, settings) {
  const files = Array.isArray(source) ? source : [join(folder, `${name}.json`)];
  if (!Array.isArray(source)) writeFileSync(files[0], JSON.stringify(source));
  const file = join(folder, `${name}.html`);
  writeFileSync(file, report(files, settings));
  return pathToFileURL(file).href;
}

export const launch = () => chromium.launch({ executablePath: process.env.CHROMIUM, headless: true, args: ARGUMENTS });

/** An open page, with what its console says and what it asks the network for. */
export async function open(browser, url, settings = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...settings });
  if (settings.script) await context.addInitScript({ path: settings.script });
  const page = await context.newPage();
  const said = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  page.on("request", (request) => {
    if (!/^(file|data):/.test(request.url())) said.push(request.url());
  });
  await page.goto(url);
  return { page, said, close: () => context.close() };
}
