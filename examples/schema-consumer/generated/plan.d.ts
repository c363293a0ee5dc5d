// Made from schema/plan.schema.json by generate.mjs: change the schema and make it again.

/**
 * Version of the plan format: major and minor number. A newer minor version is read as far as it is understood; a newer major version is refused.
 */
export type FormatVersion = string;
/**
 * Stable name of a plan (`兖教体发-2020-46`): no white space and no slash, so that it can name a file.
 */
export type PlanId = string;
/**
 * Document number (发文字号) in canonical form.
 */
export type DocNumber = string;
/**
 * Statutory kind of an official document (文种): 党政机关公文处理工作条例 (中办发〔2012〕14号) art. 8.
 */
export type DocumentKind =
  | "resolution"
  | "decision"
  | "order"
  | "communique"
  | "announcement"
  | "public_notice"
  | "opinion"
  | "notice"
  | "circular"
  | "report"
  | "request"
  | "reply"
  | "bill"
  | "letter"
  | "minutes";
/**
 * Whether the public may have a document (公开属性).
 */
export type Disclosure = "public" | "on_request" | "withheld";
/**
 * Id of one of the covering notice's own paragraphs: `n1`.
 */
export type DirectiveId = string;
/**
 * What an organ has to do with a requirement.
 */
export type Role = "lead" | "responsible" | "cooperating" | "supervising" | "implementing";
/**
 * Where in a document a value was read.
 */
export type Origin = "column" | "phrase" | "text" | "rule";
/**
 * Id of a timing: that of its requirement or directive, and a number (`s1.t1.r1.d1`, `n1.d1`).
 */
export type TimingId = string;
/**
 * What an expression of time asks for.
 */
export type TimingKind =
  "by" | "on" | "range" | "recurring" | "continuous" | "immediate" | "after_event" | "minimum" | "vague";
/**
 * Unit of a period.
 */
export type PeriodUnit = "calendar_day" | "working_day" | "week" | "month" | "year" | "hour";
/**
 * Length of a round.
 */
export type Every = "daily" | "weekly" | "monthly" | "quarterly" | "half_yearly" | "yearly" | "term" | "unspecified";
/**
 * Time of day, hours and minutes (`17:00`).
 */
export type ClockTime = string;
/**
 * A value that a step was applied to.
 */
export type StepValue = number | string;
/**
 * Kind of organ.
 */
export type UnitKind =
  | "government"
  | "department"
  | "internal_office"
  | "subordinate"
  | "school"
  | "enterprise"
  | "committee"
  | "person_group"
  | "collective"
  | "unknown";
/**
 * Whether the members of a collective can be told.
 */
export type Closure = "closed" | "open" | "self_reference";
/**
 * Unified social credit code (统一社会信用代码, GB 32100-2015): 18 characters. The shape alone is checked here; the check character is a rule's business.
 */
export type UnifiedCode = string;
/**
 * Id of a section: `s1`, nested `s1.s2`.
 */
export type SectionId = string;
/**
 * Id of a task: `s1.t1`.
 */
export type TaskId = string;
/**
 * Id of a requirement: `s1.t1.r1`.
 */
export type RequirementId = string;
/**
 * What a document's own rule says.
 */
export type DocumentRuleKind = "first_listed_is_lead" | "standing_assignment" | "sole_responsible_is_lead";
/**
 * How far a document's own rule reaches.
 */
export type RuleScope = "whole" | "from_here";
/**
 * SHA-256 of a file, 64 hexadecimal digits in lower case.
 */
export type Sha256 = string;
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
 * A work plan (工作计划) as exact data: the public contract of govplan.
 */
export interface Plan {
  /**
   * Version of this format.
   * 本格式的版本。
   */
  govplan: FormatVersion;
  /**
   * Stable name, from the document number where there is one.
   * 计划的固定标识，有发文字号时由其得出。
   */
  id: PlanId;
  /**
   * Revision of a corrected document with the same number.
   * 同一文号更正后的版次。
   */
  revision?: number | null;
  /**
   * Title of the plan itself: the attachment's.
   * 计划本身的标题（附件的标题）。
   */
  title?: string | null;
  /**
   * The document that carries the plan.
   * 载有计划的公文。
   */
  head?: Head | null;
  /**
   * What the plan covers.
   * 计划所涵盖的期间。
   */
  period?: PlanPeriod | null;
  /**
   * Documents that this plan carries out, in order: the upward links of the cascade (按照…要求).
   * 制定依据：本计划所落实的上级文件，按出现次序。
   */
  basis?: Citation[] | null;
  /**
   * What stands before the first numbered part of the notice and of the plan: for what, on what grounds, to whom it is sent out (现将……印发给你们).
   * 通知和计划第一个序号之前的段落：为何、依据什么、印发给谁（现将……印发给你们）。
   */
  preamble?: Paragraph[] | null;
  /**
   * The covering notice's own paragraphs, where the work stands in an attachment or a table.
   * 任务列于附件或表格时，通知正文自身的各段。
   */
  directives?: Directive[] | null;
  /**
   * Every organ that is assigned work, once each.
   * 承担任务的单位，每个单位列一次。
   */
  units?: Unit[] | null;
  /**
   * The work.
   * 任务内容，按部分。
   */
  sections?: Section[] | null;
  /**
   * Rules that the document states once.
   * 文中统一说明、适用于多项任务的规则。
   */
  rules?: DocumentRule[] | null;
  /**
   * The file that the plan was read from.
   * 计划读自的文件。
   */
  source?: SourceFile | null;
  /**
   * What reading and interpretation had to say. Checks are computed anew and never stored.
   * 读取和解析时发现的问题；检查结果每次重新计算，不在此保存。
   */
  findings?: Finding[] | null;
  /**
   * Additions of other tools.
   * 其他工具附加的内容。
   */
  extensions?: {
    /**
     * This interface was referenced by `undefined`'s JSON-Schema definition
     * via the `patternProperty` "^[a-z][a-z0-9_-]*:[a-z][a-z0-9_-]*$".
     */
    [k: string]: unknown;
  } | null;
}
/**
 * The document that carries a plan: what GB/T 9704-2012 calls the head, the main part and the imprint.
 */
export interface Head {
  /**
   * Document number in canonical form (发文字号).
   * 发文字号（规范写法）。
   */
  number?: DocNumber | null;
  /**
   * Document number as printed, where that differs from the canonical form or cannot be recovered.
   * 印本上的发文字号，仅在与规范写法不同或无法还原时填写。
   */
  number_raw?: string | null;
  /**
   * Title of the document (标题).
   * 公文标题。
   */
  title?: string | null;
  /**
   * Statutory kind of the document (文种).
   * 文种。
   */
  kind?: DocumentKind | null;
  /**
   * Issuing organs (发文机关).
   * 发文机关。
   */
  issuers?: string[] | null;
  /**
   * Organs that it is sent to (主送机关).
   * 主送机关。
   */
  addressees?: string[] | null;
  /**
   * Date of the document, `YYYY-MM-DD` (成文日期).
   * 成文日期。
   */
  issued_on?: string | null;
  /**
   * Date of the document as printed, where that differs from the form 2020年8月27日 or is no date.
   * 印本上的成文日期，仅在与“2020年8月27日”的写法不同或不成日期时填写。
   */
  issued_raw?: string | null;
  /**
   * Date on which it was made public, `YYYY-MM-DD` (发布日期).
   * 发布日期。
   */
  published_on?: string | null;
  /**
   * Classification as printed (密级和保密期限).
   * 密级和保密期限（原文）。
   */
  classification?: string | null;
  /**
   * Urgency as printed (紧急程度).
   * 紧急程度（原文）。
   */
  urgency?: string | null;
  /**
   * Signer (签发人).
   * 签发人。
   */
  signer?: string | null;
  /**
   * Whether the public may have it (公开属性).
   * 公开属性。
   */
  disclosure?: Disclosure | null;
  /**
   * Note below the date, without brackets (附注).
   * 附注（不含括号）。
   */
  note?: string | null;
  /**
   * Titles of the attachments, as the document announces them (附件说明).
   * 附件说明所列各附件的名称。
   */
  attachments?: string[] | null;
}
/**
 * What a plan covers, first and last day.
 */
export interface PlanPeriod {
  /**
   * First day, `YYYY-MM-DD`.
   * 起始日。
   */
  start?: string | null;
  /**
   * Last day, `YYYY-MM-DD`.
   * 截止日。
   */
  end?: string | null;
}
/**
 * Another document, cited (引用).
 */
export interface Citation {
  /**
   * Title, without its book-title marks.
   * 文件标题（不含书名号）。
   */
  title?: string | null;
  /**
   * Document number in canonical form.
   * 发文字号（规范写法）。
   */
  number?: DocNumber | null;
  /**
   * The citation as printed.
   * 引用的原文。
   */
  raw?: string | null;
  /**
   * Plan that it resolves to, once linked.
   * 所对应计划的标识（建立关联之后）。
   */
  plan?: PlanId | null;
  /**
   * Place in the document.
   * 在文件中的位置。
   */
  place?: Place | null;
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
 * A paragraph of the document.
 */
export interface Paragraph {
  /**
   * What it says.
   * 内容。
   */
  text: string;
  /**
   * Place in the document.
   * 在文件中的位置。
   */
  place?: Place | null;
}
/**
 * One of the covering notice's own paragraphs, where the work stands in an attachment or a table.
 */
export interface Directive {
  /**
   * Id, kept for ever.
   * 标识，永久不变。
   */
  id: DirectiveId;
  /**
   * Number as printed, without punctuation.
   * 印本上的序号，不含标点。
   */
  label?: string | null;
  /**
   * Title.
   * 标题。
   */
  title?: string | null;
  /**
   * The body.
   * 正文。
   */
  text: string;
  /**
   * Who does it, and as what.
   * 责任分工。
   */
  assignments?: Assignment[] | null;
  /**
   * By when.
   * 时限。
   */
  timings?: Timing[] | null;
  /**
   * Documents that its text cites.
   * 正文引用的文件。
   */
  cites?: Citation[] | null;
  /**
   * Place in the document.
   * 在文件中的位置。
   */
  place?: Place | null;
}
/**
 * An organ's part in a requirement (责任分工).
 */
export interface Assignment {
  /**
   * Name of the organ, as in the plan's `units`.
   * 单位名称，与计划 units 中的一致。
   */
  unit: string;
  /**
   * What it is there for.
   * 承担的角色。
   */
  role: Role;
  /**
   * Name as printed.
   * 单位名称原文。
   */
  raw?: string | null;
  /**
   * Where in the document it was read.
   * 读自文件的何处。
   */
  origin?: Origin | null;
  /**
   * Whether it comes from a merged cell or 同上.
   * 是否承自合并单元格或“同上”。
   */
  inherited?: boolean | null;
  /**
   * Whether the list that it ends was left open (等).
   * 所在名单是否以“等”结尾、未列尽。
   */
  open_list?: boolean | null;
  /**
   * Place in the document.
   * 在文件中的位置。
   */
  place?: Place | null;
  /**
   * Additions of other tools.
   * 其他工具附加的内容。
   */
  extensions?: {
    /**
     * This interface was referenced by `undefined`'s JSON-Schema definition
     * via the `patternProperty` "^[a-z][a-z0-9_-]*:[a-z][a-z0-9_-]*$".
     */
    [k: string]: unknown;
  } | null;
}
/**
 * A time that a requirement sets (时限), as one flat record.
 */
export interface Timing {
  /**
   * Id, kept for ever.
   * 标识，永久不变。
   */
  id: TimingId;
  /**
   * What is asked for.
   * 时限的类型。
   */
  kind: TimingKind;
  /**
   * Text as printed.
   * 时限原文。
   */
  raw?: string | null;
  /**
   * First day, `YYYY-MM-DD`.
   * 起始日。
   */
  start?: string | null;
  /**
   * Last day, `YYYY-MM-DD`; absent where no year can be known.
   * 截止日；无从知道年份时不填。
   */
  end?: string | null;
  /**
   * Event that the time hangs on (收到申请).
   * 时限所依附的事件。
   */
  event?: string | null;
  /**
   * Length of time from the event, or the least length.
   * 自事件起算的期间，或最短期间。
   */
  period?: Period | null;
  /**
   * How often, and on which day of each round.
   * 周期，以及每一周期中的日子。
   */
  recurrence?: Recurrence | null;
  /**
   * The recurrence as RFC 5545 rule, where that can say it.
   * 周期的 RFC 5545 写法（可表达时）。
   */
  rrule?: string | null;
  /**
   * What is reached then, where it is not completion (动工, 报送).
   * 届时达到的节点（不是全部完成时）。
   */
  milestone?: string | null;
  /**
   * Word that softens it (原则上, 力争).
   * 使要求缓和的用语。
   */
  modality?: string | null;
  /**
   * Time of day.
   * 一天中的时刻。
   */
  time?: ClockTime | null;
  /**
   * The other days that the words may mean (第三季度前); those above are the strict reading.
   * 用语的另一种理解；上面的日子从严。
   */
  alternative?: Alternative | null;
  /**
   * Where in the document it was read.
   * 读自文件的何处。
   */
  origin?: Origin | null;
  /**
   * Whether it comes from a merged cell or 同上.
   * 是否承自合并单元格或“同上”。
   */
  inherited?: boolean | null;
  /**
   * How the dates came about.
   * 日期的推算过程。
   */
  steps?: Step[] | null;
  /**
   * Place in the document.
   * 在文件中的位置。
   */
  place?: Place | null;
}
/**
 * A length of time (期间).
 */
export interface Period {
  /**
   * How many; negative for a period before an event (提前3天 → -3).
   * 数量；事件之前的期间为负数。
   */
  n: number;
  /**
   * Of what.
   * 单位。
   */
  unit: PeriodUnit;
}
/**
 * How often something comes again, and on which day of each round.
 */
export interface Recurrence {
  /**
   * The round.
   * 每隔多久。
   */
  every: Every;
  /**
   * Every so many rounds (每两周 → weekly, 2); absent for every one.
   * 每几个周期一次（每两周为 2）；每个周期都有时不填。
   */
  interval?: number | null;
  /**
   * How many times in each round (每月至少2次 → 2).
   * 每个周期内的次数。
   */
  times?: number | null;
  /**
   * Day of the month, 1 to 31.
   * 每月第几日（1 至 31）。
   */
  day?: number | null;
  /**
   * Day of the week, 1 Monday to 7 Sunday.
   * 星期几（1 为星期一，7 为星期日）。
   */
  weekday?: number | null;
  /**
   * Month of the year, 1 to 12.
   * 每年第几月（1 至 12）。
   */
  month?: number | null;
  /**
   * Month of the quarter, 1 to 3 (每季度末月 → 3).
   * 每季度第几月（1 至 3）。
   */
  month_of_quarter?: number | null;
  /**
   * Day counted from the end of the round, 1 the last (每月底 → 1).
   * 自周期末尾倒数的第几日（1 为最后一日）。
   */
  from_end?: number | null;
  /**
   * Whether the day lies in the round after the one reported on (次月10日前).
   * 是否在所报周期的下一周期（次月）。
   */
  next_period?: boolean | null;
}
/**
 * The other reading of words that can mean two days: 第三季度前 is before it begins, or by its end.
 */
export interface Alternative {
  /**
   * Last day, `YYYY-MM-DD`.
   * 截止日。
   */
  end?: string | null;
  /**
   * How it came about.
   * 日期的推算过程。
   */
  steps?: Step[] | null;
}
/**
 * One step of how a date came about: a code and what it was applied to.
 */
export interface Step {
  /**
   * Permanent name of the step (`month_end`).
   * 步骤的固定名称。
   */
  code: string;
  /**
   * What the step was applied to, by name (`month`, `year`).
   * 步骤所用的各个值，按名称。
   */
  args?: {
    [k: string]: StepValue;
  } | null;
}
/**
 * An organ that is assigned work (责任单位), once in a plan.
 */
export interface Unit {
  /**
   * Canonical name, unique in the plan; assignments refer to it.
   * 规范名称，在计划中唯一，分工据此引用。
   */
  name: string;
  /**
   * Other names printed in this plan for the same organ. Two names are one organ only where a table of aliases says so, never because they look alike.
   * 同一单位在本计划中的其他写法；只有别名表载明才视为同一单位，从不凭字面相近合并。
   */
  aliases?: string[] | null;
  /**
   * What kind of organ it is.
   * 单位的类型。
   */
  kind?: UnitKind | null;
  /**
   * What a collective expression ranges over.
   * 集合单位所指的范围。
   */
  collective?: Collective | null;
  /**
   * Name of the organ above it.
   * 上级单位的名称。
   */
  parent?: string | null;
  /**
   * Unified social credit code (统一社会信用代码).
   * 统一社会信用代码。
   */
  code?: UnifiedCode | null;
  /**
   * Functional type (教育和体育).
   * 职能类型。
   */
  function?: string | null;
  /**
   * Additions of other tools.
   * 其他工具附加的内容。
   */
  extensions?: {
    /**
     * This interface was referenced by `undefined`'s JSON-Schema definition
     * via the `patternProperty` "^[a-z][a-z0-9_-]*:[a-z][a-z0-9_-]*$".
     */
    [k: string]: unknown;
  } | null;
}
/**
 * What a collective expression ranges over (集合单位).
 */
export interface Collective {
  /**
   * The set, in the words of the field.
   * 所指的集合（业内用语）。
   */
  ranges_over?: string | null;
  /**
   * Whether the set can be told.
   * 范围能否确定。
   */
  closure: Closure;
  /**
   * Its members, where they are known.
   * 已知的成员。
   */
  members?: string[] | null;
}
/**
 * A part of a plan (一、), with its tasks.
 */
export interface Section {
  /**
   * Id, kept for ever.
   * 标识，永久不变。
   */
  id: SectionId;
  /**
   * Number as printed, without punctuation ("一").
   * 印本上的序号，不含标点。
   */
  label?: string | null;
  /**
   * Title; absent where a table has no section rows.
   * 标题；表格没有分部分的行时不填。
   */
  title?: string | null;
  /**
   * Prose without a number that is no task.
   * 没有序号、不属于任务的文字。
   */
  paragraphs?: string[] | null;
  /**
   * Sections below: only where a level stands above 一、 (第一部分, 附件1, 篇).
   * 下级部分，仅在“一、”之上另有一级时（第一部分、附件1、篇）。
   */
  sections?: Section[] | null;
  /**
   * Tasks of this section.
   * 本部分的任务。
   */
  tasks?: Task[] | null;
  /**
   * Place in the document.
   * 在文件中的位置。
   */
  place?: Place | null;
  /**
   * Additions of other tools.
   * 其他工具附加的内容。
   */
  extensions?: {
    /**
     * This interface was referenced by `undefined`'s JSON-Schema definition
     * via the `patternProperty` "^[a-z][a-z0-9_-]*:[a-z][a-z0-9_-]*$".
     */
    [k: string]: unknown;
  } | null;
}
/**
 * A task (工作任务): what stands under a section, with its requirements.
 */
export interface Task {
  /**
   * Id, kept for ever.
   * 标识，永久不变。
   */
  id: TaskId;
  /**
   * Number as printed, without punctuation ("1").
   * 印本上的序号，不含标点。
   */
  label?: string | null;
  /**
   * Title.
   * 标题。
   */
  title?: string | null;
  /**
   * Prose that leads in its requirements.
   * 引出各项要求的文字。
   */
  intro?: string | null;
  /**
   * What it asks for.
   * 具体要求。
   */
  requirements?: Requirement[] | null;
  /**
   * Place in the document.
   * 在文件中的位置。
   */
  place?: Place | null;
  /**
   * Additions of other tools.
   * 其他工具附加的内容。
   */
  extensions?: {
    /**
     * This interface was referenced by `undefined`'s JSON-Schema definition
     * via the `patternProperty` "^[a-z][a-z0-9_-]*:[a-z][a-z0-9_-]*$".
     */
    [k: string]: unknown;
  } | null;
}
/**
 * One thing to be done (具体要求): the smallest part of a plan that has organs and times of its own.
 */
export interface Requirement {
  /**
   * Id, kept for ever.
   * 标识，永久不变。
   */
  id: RequirementId;
  /**
   * Number as printed, without punctuation ("1").
   * 印本上的序号，不含标点。
   */
  label?: string | null;
  /**
   * Title, where one stands before the body.
   * 正文之前的标题。
   */
  title?: string | null;
  /**
   * The body alone: no number, no phrase of responsibility. Absent where its cell is blank.
   * 正文本身，不含序号和责任分工用语；单元格空白时不填。
   */
  text?: string | null;
  /**
   * Who does it, and as what.
   * 责任分工。
   */
  assignments?: Assignment[] | null;
  /**
   * By when; completion before milestones on the way.
   * 时限；完成时限在前，中间节点在后。
   */
  timings?: Timing[] | null;
  /**
   * Persons named; people never become units.
   * 提到的人员；人员不作为单位。
   */
  persons?: Person[] | null;
  /**
   * Documents cited in the body.
   * 正文引用的文件。
   */
  cites?: Citation[] | null;
  /**
   * Status as printed.
   * 进展情况（原文）。
   */
  status?: string | null;
  /**
   * Columns that the model has no field for: header to text; a column without a header goes by its number.
   * 模型没有对应字段的列：表头对应单元格文字。
   */
  cells?: {
    [k: string]: string;
  } | null;
  /**
   * Place in the document.
   * 在文件中的位置。
   */
  place?: Place | null;
  /**
   * Additions of other tools.
   * 其他工具附加的内容。
   */
  extensions?: {
    /**
     * This interface was referenced by `undefined`'s JSON-Schema definition
     * via the `patternProperty` "^[a-z][a-z0-9_-]*:[a-z][a-z0-9_-]*$".
     */
    [k: string]: unknown;
  } | null;
}
/**
 * A person named beside a requirement (责任人).
 */
export interface Person {
  /**
   * Name as printed; an office held (分管副市长) where no name is.
   * 姓名（原文）；未写姓名时为职务。
   */
  name: string;
  /**
   * Post.
   * 职务。
   */
  post?: string | null;
  /**
   * What the person is there for.
   * 承担的角色。
   */
  role?: Role | null;
}
/**
 * A rule that the document states once for many requirements.
 */
export interface DocumentRule {
  /**
   * What it says.
   * 规则的内容。
   */
  kind: DocumentRuleKind;
  /**
   * How far it reaches.
   * 适用范围。
   */
  scope: RuleScope;
  /**
   * Organs that it assigns, as in the plan's `units`.
   * 规则所指派的单位，与计划 units 中的一致。
   */
  units?: string[] | null;
  /**
   * Role that it assigns them.
   * 规则所指派的角色。
   */
  role?: Role | null;
  /**
   * The rule as printed.
   * 规则原文。
   */
  raw?: string | null;
  /**
   * Place in the document.
   * 在文件中的位置。
   */
  place?: Place | null;
}
/**
 * The file that a plan was read from; never its path.
 */
export interface SourceFile {
  /**
   * File name without folders.
   * 文件名，不含文件夹。
   */
  name?: string | null;
  /**
   * Media type (RFC 6838) of what the bytes are, whatever the name says.
   * 按内容判定的媒体类型（RFC 6838）。
   */
  media_type?: string | null;
  /**
   * Character encoding of a text, as named by the WHATWG Encoding Standard.
   * 文本的字符编码（WHATWG 名称）。
   */
  encoding?: string | null;
  /**
   * SHA-256 of the bytes, 64 hexadecimal digits.
   * 文件内容的 SHA-256。
   */
  sha256?: Sha256 | null;
  /**
   * Reader that read it (`text`, `markdown`).
   * 所用的读取器。
   */
  reader?: string | null;
}
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
