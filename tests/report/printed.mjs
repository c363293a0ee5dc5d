// What stands on the pages of a PDF.

import { pathToFileURL } from "node:url";
import { require } from "./page.mjs";

const { getDocument } = await import(pathToFileURL(require.resolve("pdfjs-dist/legacy/build/pdf.mjs")).href);

// Chromium writes some characters by the radicals that look alike (⻬ for 齐): a radical stands for any character.
const RADICAL = "\ue000";

/** The text of each page without blanks, and what stands outside of a page. */
export async function pagesOf(bytes) {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages = [];
  const outside = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const [left, bottom, right, top] = page.view;
    const { items } = await page.getTextContent();
    for (const { str, transform, width } of items) {
      const [x, y] = transform.slice(4);
      if (str.trim() && (x < left || x + width > right || y < bottom || y > top)) outside.push(str);
    }
    const text = items.map(({ str }) => str).join("");
    pages.push(text.replace(/[\u2e80-\u2fdf]/g, RADICAL).normalize("NFKC").replace(/\s/g, ""));
  }
  return { pages, outside };
}

/** Whether a page's text holds another. */
export function holds(text, sought) {
  for (let at = 0; at + sought.length <= text.length; at += 1) {
    let i = 0;
    while (i < sought.length && (text[at + i] === sought[i] || text[at + i] === RADICAL)) i += 1;
    if (i === sought.length) return true;
  }
  return false;
}
