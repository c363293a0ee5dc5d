// Reports in a browser: they open without a word of complaint, can be filtered, searched, read by everyone and printed, and no
// text of a plan is taken for more than text.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { TEXTS, hostile, large } from "./hostile.mjs";
import { launch, open, path, report, require, written } from "./page.mjs";
import { holds, pagesOf } from "./printed.mjs";

const AXE = require.resolve("axe-core/axe.min.js");
const SEED = [path("seeds/yanzhou-2020-open-government.txt")];
const CORPUS = ["25-guobanfa2019-39-fangguanfu", "29-guofa2020-6-government-report"];
const DOCUMENTS = { seed: SEED, 25: [path(`tests/corpus/${CORPUS[0]}/source.txt`)], 29: [path(`tests/corpus/${CORPUS[1]}/source.txt`)] };

let browser;
const urls = {};

before(async () => {
  browser = await launch();
  for (const language of ["zh", "en"]) {
    for (const [name, files] of Object.entries(DOCUMENTS)) {
      urls[`${name}-${language}`] = written(`${name}-${language}`, files, { language });
    }
  }
  const plan = JSON.parse(readFileSync(path("seeds/yanzhou-2020-open-government.json"), "utf8"));
  urls["hostile-zh"] = written("hostile", hostile(plan));
  urls["hostile-en"] = written("hostile", hostile(plan), { language: "en" });
});
after(() => browser?.close());

/** Ids of the requirements that are shown. */
const shown = (page) => page.$$eval("tr.row:not([hidden]) .where code", (ids) => ids.map((id) => id.textContent));

/** What stands out of the page on the right, but for what scrolls in a box of its own. */
const overflow = (page) =>
  page.evaluate(() => {
    const wide = document.documentElement.scrollWidth > document.documentElement.clientWidth ? ["page"] : [];
    const parts = [...document.querySelectorAll("body *")].filter(
      (part) => part.getBoundingClientRect().right > innerWidth + 1 && !part.closest(".scroll, nav"),
    );
    return [...wide, ...parts.map((part) => `${part.tagName}.${part.className}`)];
  });

describe("the seed", () => {
  test("its filters show what belongs to an organ, a role, a month and words", async () => {
    for (const language of ["zh", "en"]) {
      const { page, said, close } = await open(browser, urls[`seed-${language}`]);
      const all = await shown(page);
      assert.equal(all.filter((id) => id.startsWith("s")).length, 29);
      const choose = (by, option) => page.selectOption(`[data-by=${by}]`, option);
      await choose("organ", { label: "办公室" });
      assert.equal((await shown(page)).length, 15);
      await choose("month", "2020-09");
      assert.deepEqual(await shown(page), ["s3.t1.r1"]);
      // Headings without a row are gone; those above the row stay.
      const headings = "table.tasks > tbody:not([hidden]) tr:not(.row)";
      assert.deepEqual(await page.$$eval(headings, (rows) => rows.length), 2);
      await page.click("[data-reset]");
      assert.deepEqual(await shown(page), all);
      await choose("role", "responsible");
      await choose("organ", { label: "宣传信息中心" });
      assert.equal((await shown(page)).length, 5);
      await page.click("[data-reset]");
      // Full-width digits find half-width ones, and every word has to be there.
      await page.fill("[data-by=text]", "２０２０年9月底 标准目录");
      assert.deepEqual(await shown(page), ["s3.t1.r1"]);
      assert.match(await page.textContent("[role=status]"), /1 \/ 32/);
      await page.fill("[data-by=text]", "没有这样的话");
      assert.deepEqual(await shown(page), []);
      // A link from a finding shows the row that the filter hid.
      await page.click(".findings a >> nth=0");
      assert.deepEqual(await shown(page), all);
      await page.click("#overview [data-organ] >> nth=0");
      assert.equal((await shown(page)).length, 15);
      assert.deepEqual(said, []);
      await close();
    }
  });

  test("it tells its places, what was printed, and the row of each finding", async () => {
    const { page, close } = await open(browser, urls["seed-zh"]);
    const row = page.locator("tr.row", { has: page.locator("code", { hasText: /^s3\.t1\.r1$/ }) });
    assert.match(await row.locator(".place").textContent(), /^53:\d+$/);
    assert.equal(await row.locator(".printed").textContent(), "2020年9月底前");
    assert.match(await row.locator(".when").textContent(), /2020-09-30.*临期/);
    const alias = page.locator("td.who li", { hasText: "原文" });
    assert.match(await alias.first().textContent(), /基础教育科.*基教科/);
    for (const href of await page.$$eval("a[href^='#']", (links) => links.map((link) => link.getAttribute("href")))) {
      assert.equal(await page.$$eval(`[id="${href.slice(1)}"]`, (targets) => targets.length), 1, href);
    }
    const marks = await page.$$eval("td.marks a", (links) => links.length);
    assert.ok(marks > 0);
    // The Sunday before the holiday works.
    assert.equal(await page.locator(".days td.work").count(), 1);
    assert.equal(await page.locator(".days td.work").first().getAttribute("title"), "调休上班");
    await close();
  });

  test("without a script every row is there and no filter", async () => {
    const { page, close } = await open(browser, urls["seed-zh"], { javaScriptEnabled: false });
    assert.equal(await page.locator("tr.row").count(), 32);
    assert.equal(await page.locator("tr.row:visible").count(), 32);
    assert.equal(await page.locator(".filter").isVisible(), false);
    await close();
  });

  test("its links can be followed by keyboard, and lines light up", async () => {
    const { page, close } = await open(browser, urls["seed-zh"]);
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.id), "main");
    await page.locator("svg.network a").first().focus();
    assert.ok((await page.locator("svg.network.chosen .edge.lit").count()) > 0);
    await close();
  });

  test("the same input gives the same bytes", () => {
    assert.ok(report(SEED).equals(report(SEED)));
    assert.ok(!report(SEED).equals(report(SEED, { today: "2020-10-20" })));
  });
});

test("several documents are one page", async () => {
  const url = written("several", Object.values(DOCUMENTS).flat());
  const { page, said, close } = await open(browser, url);
  assert.equal(await page.locator("table.tasks tbody.plan").count(), 3);
  const groups = await page.$$eval("[data-by=organ] optgroup", (groups) => groups.map((group) => group.label));
  assert.equal(groups.length, 3);
  await page.fill("[data-by=text]", "标准目录");
  assert.equal(await page.locator("table.tasks tbody.plan:visible").count(), 1);
  const ids = await page.$$eval("[id]", (parts) => parts.map((part) => part.id));
  assert.equal(new Set(ids).size, ids.length);
  assert.deepEqual(said, []);
  assert.deepEqual(await overflow(page), []);
  await close();
});

test("texts of a plan stay texts", async () => {
  for (const language of ["zh", "en"]) {
    const { page, said, close } = await open(browser, urls[`hostile-${language}`]);
    assert.deepEqual(said, []);
    assert.equal(await page.evaluate(() => window.ran), undefined);
    assert.deepEqual(await page.$$eval("script, style, img, iframe, object, embed", (parts) => parts.map((part) => part.tagName)), ["STYLE", "SCRIPT"]);
    const handlers = await page.$$eval("*", (parts) =>
      parts.flatMap((part) => part.getAttributeNames().filter((name) => /^on|^style$/.test(name))),
    );
    assert.deepEqual(handlers, []);
    const links = await page.$$eval("a", (links) => links.map((link) => link.getAttribute("href")));
    assert.ok(links.every((href) => /^#[a-z0-9-]+$/.test(href)));
    const text = await page.evaluate(() => document.documentElement.textContent);
    assert.doesNotMatch(text, /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/);
    for (const sly of TEXTS.filter((sly) => !sly.startsWith("\u202e"))) assert.ok(text.includes(sly), sly.slice(0, 40));
    await page.fill("[data-by=text]", "window.ran");
    assert.ok((await shown(page)).length > 0);
    assert.equal(await page.evaluate(() => window.ran), undefined);
    await close();
  }
});

test("nothing stands out of the page, on a screen of either width or on paper", async () => {
  for (const [name, url] of Object.entries(urls)) {
    for (const width of [1280, 390]) {
      const { page, close } = await open(browser, url, { viewport: { width, height: 900 } });
      assert.deepEqual(await overflow(page), [], `${name} at ${width}`);
      await close();
    }
    // A4 between its margins, at 96 dots an inch.
    const { page, close } = await open(browser, url, { viewport: { width: 703, height: 1000 } });
    await page.emulateMedia({ media: "print" });
    assert.deepEqual(await overflow(page), [], `${name} printed`);
    assert.equal(await page.locator("nav:visible, .filter:visible").count(), 0);
    await close();
  }
});

/** Rows that no single page of the printed report holds, and what stands outside of a page. */
async function cut(page) {
  const rows = await page.$$eval("tr.row", (rows) => rows.map((row) => [...row.children].map((cell) => cell.innerText)));
  const { pages, outside } = await pagesOf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  const words = rows.map((cells) => cells.map((cell) => cell.normalize("NFKC").replace(/\s/g, "")));
  return [...outside, ...words.filter((cells) => !pages.some((text) => cells.every((cell) => holds(text, cell))))];
}

test("no printed row is cut", async () => {
  for (const name of ["seed-zh", "25-en", "29-zh", "29-en"]) {
    const { page, close } = await open(browser, urls[name], { colorScheme: "dark" });
    assert.deepEqual(await cut(page), [], name);
    await close();
  }
  // Were rows not held together and letters larger, some would be cut.
  const { page, close } = await open(browser, urls["seed-zh"], { bypassCSP: true });
  await page.addStyleTag({ content: "tr { break-inside: auto !important } body { font-size: 11pt !important }" });
  assert.notDeepEqual(await cut(page), []);
  await close();
});

test("everyone can read it, in light and dark", async () => {
  for (const [name, url] of Object.entries(urls)) {
    for (const colorScheme of ["light", "dark"]) {
      for (const width of name.startsWith("seed") ? [1280, 390] : [1280]) {
        const settings = { colorScheme, viewport: { width, height: 900 }, script: AXE };
        const { page, close } = await open(browser, url, settings);
        const { violations } = await page.evaluate(() => window.axe.run({ resultTypes: ["violations"] }));
        const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
        const told = grave.map(({ id, nodes }) => `${id} ${nodes.slice(0, 3).map((node) => node.html.slice(0, 200))}`);
        assert.deepEqual(told, [], `${name} ${colorScheme} at ${width}`);
        await close();
      }
    }
  }
});

test("what some could not read is found", async () => {
  const { page, close } = await open(browser, urls["seed-zh"], { script: AXE });
  await page.evaluate(() => {
    document.documentElement.removeAttribute("lang");
    document.querySelector("[data-by=text]").parentElement.firstChild.remove();
  });
  const { violations } = await page.evaluate(() => window.axe.run({ resultTypes: ["violations"] }));
  assert.deepEqual(violations.map(({ id }) => id).sort(), ["html-has-lang", "label"]);
  await close();
});

test("the language of each part is told", async () => {
  for (const [language, tag] of [["zh", "zh-Hans"], ["en", "en"]]) {
    const { page, close } = await open(browser, urls[`seed-${language}`]);
    assert.equal(await page.getAttribute("html", "lang"), tag);
    assert.equal(await page.getAttribute("td.what", "lang"), "zh-Hans");
    await close();
  }
});

test("a large plan opens, and says what its pictures leave out", async () => {
  const { page, said, close } = await open(browser, written("large", large(10_000), { language: "en" }));
  assert.equal(await page.locator("tr.row").count(), 10_000);
  const left = await page.locator(".left-out").allTextContents();
  for (const words of ["Organs left out", "Tasks left out", "Lines left out", "Due days left out"]) {
    assert.ok(left.some((line) => line.startsWith(words)), words);
  }
  assert.ok((await page.locator("svg.network .edge").count()) <= 2_400);
  assert.ok((await page.locator(".matrix td").count()) <= 6_000);
  await page.selectOption("[data-by=month]", "2020-03");
  const march = [...Array(10_000).keys()].filter((i) => i % 12 === 2).length;
  assert.equal((await shown(page)).length, march);
  assert.deepEqual(said, []);
  await close();
});
