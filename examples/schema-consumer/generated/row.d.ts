// Made from schema/row.schema.json by generate.mjs: change the schema and make it again.

/**
 * What an organ has to do with a requirement.
 */
export type Role = "lead" | "responsible" | "cooperating" | "supervising" | "implementing";
/**
 * What an expression of time asks for.
 */
export type TimingKind =
  "by" | "on" | "range" | "recurring" | "continuous" | "immediate" | "after_event" | "minimum" | "vague";

/**
 * A row of the flat form of a plan (明细行): one for each requirement and organ, and one for a requirement without an organ.
 */
export interface FlatRow {
  /**
   * Name of the plan.
   * 计划标识。
   */
  plan_id: string;
  /**
   * Title of the plan, else of its document.
   * 计划标题，没有时为公文标题。
   */
  plan_title: string | null;
  /**
   * Numbers of the sections as printed, the outermost first, joined by ` / `.
   * 各级部分的序号，由外到内，以“ / ”相连。
   */
  section_label: string | null;
  /**
   * Titles of the sections, the outermost first, joined by ` / `.
   * 各级部分的标题，由外到内，以“ / ”相连。
   */
  section_title: string | null;
  /**
   * Number of the task as printed.
   * 任务序号。
   */
  task_label: string | null;
  /**
   * Title of the task.
   * 任务标题。
   */
  task_title: string | null;
  /**
   * Id of the requirement.
   * 要求标识。
   */
  requirement_id: string;
  /**
   * Number of the requirement as printed.
   * 要求序号。
   */
  requirement_label: string | null;
  /**
   * Title of the requirement.
   * 要求标题。
   */
  requirement_title: string | null;
  /**
   * Body of the requirement.
   * 要求正文。
   */
  requirement_text: string | null;
  /**
   * Organ, by its canonical name.
   * 单位的规范名称。
   */
  unit: string | null;
  /**
   * Organ as printed.
   * 单位名称原文。
   */
  unit_raw: string | null;
  /**
   * What the organ is there for.
   * 承担的角色。
   */
  role: Role | null;
  /**
   * Whether the organ comes from a merged cell or 同上.
   * 单位是否承自合并单元格或“同上”。
   */
  inherited: boolean;
  /**
   * Kind of the first deadline.
   * 第一个时限的类型。
   */
  deadline_kind: TimingKind | null;
  /**
   * The first deadline as printed.
   * 第一个时限的原文。
   */
  deadline_raw: string | null;
  /**
   * First day of the first deadline, `YYYY-MM-DD`.
   * 第一个时限的起始日。
   */
  deadline_start: string | null;
  /**
   * Last day of the first deadline, `YYYY-MM-DD`.
   * 第一个时限的截止日。
   */
  deadline_end: string | null;
  /**
   * The other deadlines as printed, joined by `；`.
   * 其余时限的原文，以“；”相连。
   */
  further_deadlines: string | null;
  /**
   * Status as printed.
   * 进展情况（原文）。
   */
  status: string | null;
  /**
   * Place of the requirement in the document, in short form (`12:5`).
   * 要求在文件中的位置（简写）。
   */
  place: string | null;
}
