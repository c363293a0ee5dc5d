// Made from schema/config.schema.json by generate.mjs: change the schema and make it again.

/**
 * Rules, by the code or name of one, the start of their codes, or their layer.
 */
export type Selector = string;
/**
 * How grave the findings of a rule are said to be.
 *
 * This interface was referenced by `undefined`'s JSON-Schema definition
 * via the `patternProperty` "^(GP[0-9]{0,3}|[a-z][a-z0-9_-]*)$".
 */
export type SeveritySetting = "off" | "note" | "warning" | "error";
/**
 * Stable name of a plan (`兖教体发-2020-46`): no white space and no slash, so that it can name a file.
 */
export type PlanId = string;
/**
 * Id of a requirement: `s1.t1.r1`.
 */
export type RequirementId = string;
/**
 * A place in a plan: JSON Pointer (RFC 6901), such as `/sections/0/tasks/2`.
 */
export type PlanPointer = string;
/**
 * Why something is as it is, in words.
 */
export type Reason = string;

/**
 * Settings of checks, as a configuration file states them.
 */
export interface CheckConfig {
  /**
   * Rules that are looked at; without it all.
   * 只看这些规则；不写则全部。
   */
  select?: Selector[] | null;
  /**
   * Rules that are not looked at, even where they are selected.
   * 不看这些规则，即使已在 select 中。
   */
  ignore?: Selector[] | null;
  /**
   * How grave the findings of rules are; where several selectors name a rule the narrowest says.
   * 各规则问题的级别；几处都涉及同一规则的，以范围最小的为准。
   */
  severities?: {
    [k: string]: SeveritySetting;
  } | null;
  /**
   * Numbers from which on a rule has something to say.
   * 达到后才提示的数值。
   */
  thresholds?: Thresholds | null;
  /**
   * Table of newer days off, with the columns `date,name,kind`; its path counts from the configuration file.
   * 较新的放假安排表，列为 date、name、kind；路径从设置文件算起。
   */
  calendar?: string | null;
  /**
   * Register of the organs that units are held against; its path counts from the configuration file.
   * 单位应与之相符的机构名录；路径从设置文件算起。
   */
  register?: string | null;
  /**
   * Findings that are right and shall stay, each with its reason.
   * 确有其事而予以保留的问题，逐条写明理由。
   */
  exceptions?: Exception[] | null;
}
/**
 * Numbers from which on a rule has something to say.
 */
export interface Thresholds {
  /**
   * The most duties of one organ that are no overload; without it none is.
   * 一个单位的事项数超过此数即为过载；不写则不提示。
   */
  most_duties?: number | null;
}
/**
 * Findings that are right and shall stay all the same, with the reason.
 */
export interface Exception {
  /**
   * The rules that it excepts from.
   * 不适用的规则。
   */
  code: Selector;
  /**
   * The plan that it holds for; without it every plan.
   * 适用的计划；不写则每个计划。
   */
  plan?: PlanId | null;
  /**
   * The requirement that it holds for, by its id; without requirement and pointer the whole plan.
   * 适用的要求（标识）；要求和指针都不写则整个计划。
   */
  requirement?: RequirementId | null;
  /**
   * The part of the plan that it holds for.
   * 适用的部分，JSON Pointer（RFC 6901）。
   */
  pointer?: PlanPointer | null;
  /**
   * Why.
   * 理由。
   */
  reason: Reason;
}
