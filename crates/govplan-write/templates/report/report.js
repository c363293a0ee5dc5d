"use strict";
// The filter of the requirements, and the lines of the picture. Everything works without it but filtering.
(() => {
  const rows = [...document.querySelectorAll("tr.row")];
  const filter = document.querySelector(".filter");
  const fields = new Map([...filter.querySelectorAll("[data-by]")].map((field) => [field.dataset.by, field]));
  const status = filter.querySelector("[data-status]");
  const value = (name) => fields.get(name)?.value ?? "";
  const plain = (text) => text.normalize("NFKC").toLowerCase();
  const words = (text) => (text ? text.split(" ") : []);
  const texts = new Map();

  // What is searched in: the row, and the heading of its task.
  const textOf = (row) => {
    if (!texts.has(row)) {
      const heading = row.parentElement.querySelector("tr.task");
      texts.set(row, plain(`${heading ? heading.textContent : ""} ${row.textContent}`));
    }
    return texts.get(row);
  };

  const hasOrgan = (row, organ, role) => {
    const named = words(row.dataset.organs).map((token) => token.split(":"));
    if (organ === "none") return named.length === 0 && !role;
    return named.some(([number, name]) => (!organ || number === organ) && (!role || name === role));
  };

  const has = (tokens, wanted) => {
    if (!wanted) return true;
    return wanted === "none" ? tokens === "" : words(tokens).includes(wanted);
  };

  // Headings stand as long as a row below them does.
  const showHeadings = () => {
    let open = [];
    for (const body of document.querySelectorAll("table.tasks > tbody")) {
      if (body.dataset.level) {
        const level = Number(body.dataset.level);
        open = open.filter((heading) => Number(heading.dataset.level) < level);
        open.push(body);
        body.hidden = true;
        continue;
      }
      body.hidden = ![...body.querySelectorAll("tr.row")].some((row) => !row.hidden);
      if (!body.hidden) for (const heading of open) heading.hidden = false;
    }
  };

  const apply = () => {
    const [organ, role, month, state] = ["organ", "role", "month", "state"].map(value);
    const sought = plain(value("text")).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const isShown =
        (!organ && !role ? true : hasOrgan(row, organ, role)) &&
        has(row.dataset.months, month) &&
        has(row.dataset.states, state) &&
        sought.every((word) => textOf(row).includes(word));
      row.hidden = !isShown;
      if (isShown) shown += 1;
    }
    showHeadings();
    status.textContent = `${status.dataset.status} ${shown} / ${rows.length}`;
  };

  const reset = () => {
    for (const field of fields.values()) field.value = "";
    apply();
  };

  filter.hidden = false;
  // A page that was left and is come back to may hold former values.
  reset();
  filter.addEventListener("input", apply);
  filter.querySelector("[data-reset]").addEventListener("click", reset);

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (!link) return;
    if (link.dataset.organ && link.getAttribute("href") === "#tasks") {
      for (const field of fields.values()) field.value = "";
      fields.get("organ").value = link.dataset.organ;
      apply();
      return;
    }
    // A link to a row that the filter hides shows it.
    const target = document.getElementById(link.getAttribute("href").slice(1));
    if (target && target.closest("[hidden]")) reset();
  });

  for (const picture of document.querySelectorAll("svg.network")) {
    const edges = [...picture.querySelectorAll(".edge")];
    const light = (link) => {
      const [key, number] = link.dataset.organ ? ["organ", link.dataset.organ] : ["task", link.dataset.task];
      for (const edge of edges) edge.classList.toggle("lit", edge.dataset[key] === number);
      picture.classList.add("chosen");
    };
    const dim = () => picture.classList.remove("chosen");
    for (const link of picture.querySelectorAll("a")) {
      link.addEventListener("mouseenter", () => light(link));
      link.addEventListener("focus", () => light(link));
      link.addEventListener("mouseleave", dim);
      link.addEventListener("blur", dim);
    }
  }
})();
