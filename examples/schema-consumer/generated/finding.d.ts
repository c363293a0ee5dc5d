// Made from schema/finding.schema.json by generate.mjs: change the schema and make it again.

/**
 * Code of a rule (`GP301`): permanent, never reused.
 */
export type RuleCode = string;
/**
 * How grave a finding is.
 */
export type Severity = "note" | "warning" | "error";
/**
 * Rank of the instrument that a rule comes from.
 */
export type LegalTier = "law" | "administrative_regulation" | "normative_document" | "standard" | "good_practice";
/**
 * What an operation of a JSON Patch does.
 */
export type PatchVerb = "add" | "remove" | "replace" | "move" | "copy" | "test";

/**
 * Something to be said of a plan: what, where, what was found, what was expected, how to mend it.
 */
export interface Finding {
  /**
   * Code of the rule; permanent.
   * 规则代码，永久不变。
   */
  code: RuleCode;
  /**
   * How grave it is.
   * 严重程度。
   */
  severity: Severity;
  /**
   * What is to be said, in both languages, without markup.
   * 说明，中英文各一，不含排版标记。
   */
  message: Message;
  /**
   * Where in the plan: JSON Pointer (RFC 6901).
   * 在计划中的位置（JSON 指针，RFC 6901）。
   */
  pointer?: string | null;
  /**
   * Where in the document.
   * 在文件中的位置。
   */
  place?: Place | null;
  /**
   * What it is about: an organ's name, a label.
   * 所涉对象：单位名称或序号。
   */
  subject?: string | null;
  /**
   * What was expected.
   * 应当是什么。
   */
  expected?: string | null;
  /**
   * What was found.
   * 实际是什么。
   */
  found?: string | null;
  /**
   * Where the rule comes from.
   * 规则的依据。
   */
  legal_basis?: LegalBasis | null;
  /**
   * How to mend it, where a machine can.
   * 修正办法（可自动修正时）。
   */
  fix?: Fix | null;
  /**
   * Other places that belong to it.
   * 相关的其他位置。
   */
  related?: Related[] | null;
}
/**
 * One text in both languages.
 */
export interface Message {
  /**
   * Chinese.
   * 中文。
   */
  zh: string;
  /**
   * English.
   * 英文。
   */
  en: string;
}
/**
 * Where something stands in its document (位置). All counts start at 1; columns and lengths count characters.
 */
export interface Place {
  /**
   * Line of the text.
   * 文本的行号。
   */
  line?: number | null;
  /**
   * Page of a PDF or OFD.
   * PDF 或 OFD 的页码。
   */
  page?: number | null;
  /**
   * Paragraph, counted over the document.
   * 段落序号（全文统一计数）。
   */
  paragraph?: number | null;
  /**
   * Table, counted over the document.
   * 表格序号（全文统一计数）。
   */
  table?: number | null;
  /**
   * Row of the table.
   * 表格的行号。
   */
  row?: number | null;
  /**
   * Column: a character of the line, or a column of the table.
   * 列：文本行中的第几个字符，或表格的第几列。
   */
  column?: number | null;
  /**
   * Length in characters from the line's column.
   * 自起始列起的字符数。
   */
  length?: number | null;
  /**
   * Sheet of a workbook, by name.
   * 工作表名称。
   */
  sheet?: string | null;
  /**
   * Cell of a sheet ("B7").
   * 单元格地址。
   */
  cell?: string | null;
}
/**
 * Where a rule comes from.
 */
export interface LegalBasis {
  /**
   * Instrument, with its number.
   * 文件名称及文号。
   */
  instrument: string;
  /**
   * Article or clause.
   * 条款。
   */
  article?: string | null;
  /**
   * Rank of the instrument.
   * 效力层级。
   */
  tier: LegalTier;
}
/**
 * A change to the plan that mends a finding.
 */
export interface Fix {
  /**
   * What the change does.
   * 修正做了什么。
   */
  description: Message;
  /**
   * The change: JSON Patch (RFC 6902).
   * 修正本身（JSON Patch，RFC 6902）。
   */
  patch: PatchOperation[];
}
/**
 * One operation of a JSON Patch (RFC 6902).
 */
export interface PatchOperation {
  /**
   * What to do.
   * 操作。
   */
  op: PatchVerb;
  /**
   * Where: JSON Pointer (RFC 6901).
   * 操作的位置（JSON 指针，RFC 6901）。
   */
  path: string;
  /**
   * Whence, for a move or a copy: JSON Pointer.
   * 移动或复制的来源位置（JSON 指针）。
   */
  from?: string | null;
  /**
   * The new value.
   * 新的值。
   */
  value?: {
    [k: string]: unknown;
  };
}
/**
 * Another place that belongs to a finding.
 */
export interface Related {
  /**
   * Where in the plan: JSON Pointer (RFC 6901).
   * 在计划中的位置（JSON 指针，RFC 6901）。
   */
  pointer?: string | null;
  /**
   * Where in the document.
   * 在文件中的位置。
   */
  place?: Place | null;
  /**
   * What stands there.
   * 该处实际是什么。
   */
  found?: string | null;
}
