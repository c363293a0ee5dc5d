// Made from schema/register.schema.json by generate.mjs: change the schema and make it again.

/**
 * Version of the plan format: major and minor number. A newer minor version is read as far as it is understood; a newer major version is refused.
 */
export type FormatVersion = string;
/**
 * Key of an organ in a register: chosen by who keeps it, kept for ever; no white space.
 */
export type OrganId = string;
/**
 * Kind of a name.
 */
export type NameKind = "official" | "alias" | "abbreviation";
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
 * Level of government (层级).
 */
export type GovernmentLevel = "central" | "province" | "prefecture" | "county" | "township";
/**
 * Unified social credit code (统一社会信用代码, GB 32100-2015): 18 characters. The shape alone is checked here; the check character is a rule's business.
 */
export type UnifiedCode = string;
/**
 * Division code (行政区划代码): six digits of GB/T 2260, with three more for a township (GB/T 10114), with three again for a village. The shape alone is checked here; the parts are a register's business.
 */
export type DivisionCode = string;
/**
 * What happened to an organ whose duties went to another.
 */
export type SuccessionKind = "merged" | "split" | "transferred";

/**
 * A register of organs (机构名录): a file of its own, beside the plans.
 */
export interface Register {
  /**
   * Version of this format.
   * 本格式的版本。
   */
  govplan: FormatVersion;
  /**
   * What the register covers, in words.
   * 名录的范围。
   */
  title?: string | null;
  /**
   * The organs.
   * 机构。
   */
  organs?: RegisteredOrgan[] | null;
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
 * An organ as a register has it.
 */
export interface RegisteredOrgan {
  /**
   * Key, unique in the register and kept for ever.
   * 标识，在名录中唯一，长期不变。
   */
  id: OrganId;
  /**
   * Names that it has and had; one at least is official. A renamed organ stays the same organ.
   * 现在和以往的名称，至少一个是正式名称；更名后仍是同一机构。
   */
  names: DatedName[];
  /**
   * What kind of organ it is.
   * 机构的类型。
   */
  kind?: UnitKind | null;
  /**
   * Level of government.
   * 层级。
   */
  level?: GovernmentLevel | null;
  /**
   * Organs above it, one at a time.
   * 上级机构，同一时间一个。
   */
  parents?: DatedReference[] | null;
  /**
   * Functional type (教育和体育), from the built-in vocabulary.
   * 职能类型，取自内置词表。
   */
  function?: string | null;
  /**
   * Unified social credit code (统一社会信用代码, GB 32100-2015).
   * 统一社会信用代码（GB 32100-2015）。
   */
  code?: UnifiedCode | null;
  /**
   * Division whose organ it is (行政区划代码, GB/T 2260-2007).
   * 所属行政区划代码（GB/T 2260-2007）。
   */
  division?: DivisionCode | null;
  /**
   * Day on which it was set up, `YYYY-MM-DD`.
   * 设立日期。
   */
  founded_on?: string | null;
  /**
   * Day from which it is no more, `YYYY-MM-DD`.
   * 自该日起不再存在。
   */
  abolished_on?: string | null;
  /**
   * Organs that its duties went to.
   * 承接其职责的机构。
   */
  successors?: Succession[] | null;
  /**
   * Members of a collective or of a committee.
   * 集合单位或议事协调机构的成员。
   */
  members?: DatedReference[] | null;
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
 * A name, and when it is the organ's.
 */
export interface DatedName {
  /**
   * The name.
   * 名称。
   */
  name: string;
  /**
   * What kind of name it is; official where it is not said.
   * 名称的类型，不写则为正式名称。
   */
  kind?: NameKind | null;
  /**
   * First day on which it holds, `YYYY-MM-DD`; absent where it is not known.
   * 启用日期；不详则不写。
   */
  from?: string | null;
  /**
   * Last day on which it holds, `YYYY-MM-DD`; absent where it still holds.
   * 停用日期；仍在使用则不写。
   */
  to?: string | null;
}
/**
 * Another organ of the register, and when it is meant.
 */
export interface DatedReference {
  /**
   * Key of the organ.
   * 机构的标识。
   */
  organ: OrganId;
  /**
   * First day, `YYYY-MM-DD`; absent where it is not known.
   * 起始日期；不详则不写。
   */
  from?: string | null;
  /**
   * Last day, `YYYY-MM-DD`; absent where it still holds.
   * 终止日期；仍然有效则不写。
   */
  to?: string | null;
}
/**
 * Where the duties of an organ went.
 */
export interface Succession {
  /**
   * Key of the organ that has them now.
   * 承接机构的标识。
   */
  organ: OrganId;
  /**
   * Day of the change, `YYYY-MM-DD`.
   * 变动日期。
   */
  on?: string | null;
  /**
   * What happened.
   * 变动的类型。
   */
  kind: SuccessionKind;
}
