// Plans that no office would write.

/** Texts that would run, break out, command or swell, were they taken for more than text. */
export const TEXTS = [
  "<script>window.ran = 1</script>",
  "\"><img src=x onerror=\"window.ran = 1\">",
  "'><svg onload='window.ran = 1'>",
  "</style></script><script>window.ran = 1</script>",
  "=cmd|' /C calc'!A0",
  "\u202e\u2066txt.exe\u2069\u200f",
  "javascript:window.ran=1",
  "{{ 7 * 7 }}{% include 'report.css' %}",
  "长".repeat(10_000),
  "W".repeat(10_000),
];

/** Fields that hold text as printed, and no code, date or name of another part. */
const FREE = new Set([
  "classification", "en", "event", "expected", "found", "instrument", "article", "intro", "label", "milestone", "modality",
  "note", "post", "raw", "signer", "status", "subject", "text", "title", "urgency", "zh",
]);
const FREE_LISTS = new Set(["addressees", "aliases", "attachments", "issuers", "paragraphs"]);

/** A plan with each of its texts in the place of one of these; organs keep to their new names. */
export function hostile(plan) {
  const names = new Map();
  let turn = 0;
  const next = () => TEXTS[turn++ % TEXTS.length];
  const organ = (name) => {
    if (!names.has(name)) names.set(name, `${names.size} ${next()}`);
    return names.get(name);
  };
  const walk = (value, key) => {
    if (Array.isArray(value)) return value.map((item) => (FREE_LISTS.has(key) ? next() : walk(item, key)));
    if (value === null || typeof value !== "object") return FREE.has(key) && typeof value === "string" ? next() : value;
    return Object.fromEntries(
      Object.entries(value).map(([field, item]) => {
        if ((field === "unit" && key === "assignments") || field === "parent" || (field === "name" && key === "units")) return [field, organ(item)];
        if (field === "units" && key === "rules") return [field, item.map(organ)];
        if (field === "members") return [field, item.map(organ)];
        return [field, walk(item, field)];
      }),
    );
  };
  const changed = walk(plan, "");
  for (const section of changed.sections) {
    for (const task of section.tasks) {
      for (const requirement of task.requirements) {
        requirement.status = next();
        requirement.cells = Object.fromEntries(TEXTS.map((text) => [text, next()]));
        requirement.persons = [{ name: next(), post: next() }];
      }
    }
  }
  return changed;
}

/** A plan of so many requirements, each with a day and two organs of many. */
export function large(count) {
  const requirement = (i) => {
    const id = `s1.t${Math.floor(i / 10) + 1}.r${(i % 10) + 1}`;
    const month = String((i % 12) + 1).padStart(2, "0");
    return {
      id,
      text: `第${i}项工作，${Number(month)}月10日前完成。`,
      assignments: [{ unit: `第${i % 300}科`, role: "lead" }, { unit: `第${(i * 7) % 300}局`, role: "cooperating" }],
      timings: [{ id: `${id}.d1`, kind: "by", raw: `${Number(month)}月10日前`, end: `2020-${month}-10` }],
    };
  };
  const units = [...Array(300).keys()].flatMap((i) => [{ name: `第${i}科` }, { name: `第${i}局` }]);
  const tasks = [...Array(count / 10).keys()].map((t) => ({
    id: `s1.t${t + 1}`,
    label: `${t + 1}`,
    title: `第${t + 1}类工作`,
    requirements: [...Array(10).keys()].map((r) => requirement(t * 10 + r)),
  }));
  return { govplan: "1.0", id: "large", title: "大计划", units, sections: [{ id: "s1", label: "一", title: "工作", tasks }] };
}
