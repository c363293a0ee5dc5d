//! Rules of the reading layer (读取): what reading and interpreting a document has to say of it. They have no check of
//! their own; whoever reads makes the finding with [`Rule::finding`].

use super::{Layer, Rule, RuleText};
use crate::Severity;

/// GP001: nothing in the document is a task.
pub static NO_PLAN_FOUND: Rule = Rule {
    code: "GP001",
    name: "no-plan-found",
    severity: Severity::Error,
    layer: Layer::Reading,
    summary: RuleText { zh: "文档中没有任务", en: "nothing in the document is a task" },
    explanation: RuleText {
        zh: "文档已读出文字，但既没有任务表，也没有分条列出的任务",
        en: "the document was read and holds text, but neither a table of tasks nor numbered clauses that are tasks",
    },
    rationale: RuleText {
        zh: "空计划会让人误以为没有任务；更可能是拿错了文件，或任务在另一个附件里",
        en: "an empty plan looks like a plan without work; more likely it is the wrong file, or the tasks are in another attachment",
    },
    failing: "关于召开全区教育工作会议的通知",
    passing: "工作任务\t责任单位\n1.推进决策公开\t办公室",
    legal_basis: None,
    schema_can_say: false,
    check: None,
};

/// GP002: characters that could not be decoded.
pub static BROKEN_CHARACTERS: Rule = Rule {
    code: "GP002",
    name: "broken-characters",
    severity: Severity::Warning,
    layer: Layer::Reading,
    summary: RuleText { zh: "文字有乱码", en: "characters that could not be decoded" },
    explanation: RuleText {
        zh: "有的字节在所用编码中没有对应的字，以 U+FFFD 代替并指出位置",
        en: "bytes that mean nothing in the encoding of the file were read as U+FFFD, and the place is given",
    },
    rationale: RuleText {
        zh: "乱码处的单位名称、日期可能已不可信",
        en: "names and dates at that place can no longer be relied on",
    },
    failing: "责任单位：教育\u{fffd}\u{fffd}",
    passing: "责任单位：教育局",
    legal_basis: None,
    schema_can_say: false,
    check: None,
};

/// GP003: reading stopped at a limit.
pub static LIMIT_REACHED: Rule = Rule {
    code: "GP003",
    name: "limit-reached",
    severity: Severity::Warning,
    layer: Layer::Reading,
    summary: RuleText { zh: "读取到达上限", en: "reading stopped at a limit" },
    explanation: RuleText {
        zh: "文档超过设定的上限（字节、单元格、页数、层数），其后的内容没有读取",
        en: "the document exceeds a limit that was set (bytes, cells, pages, depth), and what follows was not read",
    },
    rationale: RuleText {
        zh: "计划可能缺少后面的任务；提高上限后可重新读取",
        en: "tasks may be missing at the end of the plan; read again with a higher limit",
    },
    failing: "上限为1000行，表格有1200行",
    passing: "上限为1000行，表格有800行",
    legal_basis: None,
    schema_can_say: false,
    check: None,
};

/// GP004: a paragraph that a line or page break had torn apart was joined.
pub static JOINED_PARAGRAPH: Rule = Rule {
    code: "GP004",
    name: "joined-paragraph",
    severity: Severity::Note,
    layer: Layer::Reading,
    summary: RuleText { zh: "断开的段落已接合", en: "a paragraph that was torn apart has been joined" },
    explanation: RuleText {
        zh: "上一段没有句末标点而下一段接着说，按一段处理",
        en: "a paragraph ends without a full stop and the next one goes on, so both were taken as one",
    },
    rationale: RuleText {
        zh: "接合是推断：若原文确为两段，可在此核对",
        en: "the joining is an inference; where the document means two paragraphs, this is where to look",
    },
    failing: "配齐配强工作人\n员，落实责任制。",
    passing: "配齐配强工作人员，落实责任制。",
    legal_basis: None,
    schema_can_say: false,
    check: None,
};

/// GP005: header rows that a page break repeats were dropped.
pub static REPEATED_HEADER: Rule = Rule {
    code: "GP005",
    name: "repeated-header",
    severity: Severity::Note,
    layer: Layer::Reading,
    summary: RuleText { zh: "换页重复的表头已略过", en: "header rows repeated at page breaks were dropped" },
    explanation: RuleText {
        zh: "与表头文字相同的行不是任务，略过并指出位置",
        en: "rows with the words of the header are no tasks; they were dropped, and their places are given",
    },
    rationale: RuleText { zh: "略过的每一行都应有据可查", en: "no row should be left out without a trace" },
    failing: "工作任务\t责任单位\n1.推进决策公开\t办公室\n工作任务\t责任单位\n2.完善制度规范\t办公室",
    passing: "工作任务\t责任单位\n1.推进决策公开\t办公室\n2.完善制度规范\t办公室",
    legal_basis: None,
    schema_can_say: false,
    check: None,
};

/// GP006: text that found no field of the plan.
pub static UNPLACED_TEXT: Rule = Rule {
    code: "GP006",
    name: "unplaced-text",
    severity: Severity::Note,
    layer: Layer::Reading,
    summary: RuleText { zh: "有文字未归入计划", en: "text that found no field of the plan" },
    explanation: RuleText {
        zh: "文档中的文字不属于计划的任何一项，指出内容和位置",
        en: "text of the document belongs to no part of the plan; what it says and where it stands is given",
    },
    rationale: RuleText {
        zh: "未归入的文字可能是版面附属内容，也可能是漏掉的任务",
        en: "it may be page furniture, and it may be a task that was missed",
    },
    failing: "扫一扫在手机打开当前页",
    passing: "（此件公开发布）",
    legal_basis: None,
    schema_can_say: false,
    check: None,
};

/// GP007: a table row that could not be interpreted.
pub static UNREAD_ROW: Rule = Rule {
    code: "GP007",
    name: "unread-row",
    severity: Severity::Warning,
    layer: Layer::Reading,
    summary: RuleText { zh: "表格中有一行读不懂", en: "a table row that could not be interpreted" },
    explanation: RuleText {
        zh: "该行不合表头，原样保存在要求的 `cells` 中",
        en: "the row does not fit the header; it is kept as it is in the `cells` of a requirement",
    },
    rationale: RuleText {
        zh: "读不懂的行不能丢失，但其责任单位、时限需要人工核对",
        en: "the row must not be lost, but its units and times need a human eye",
    },
    failing: "工作任务\t责任单位\n1.推进决策公开\t办公室\t9月底前\t备注",
    passing: "工作任务\t责任单位\n1.推进决策公开\t办公室",
    legal_basis: None,
    schema_can_say: false,
    check: None,
};

/// GP008: a field of a newer version of the format was passed over.
pub static UNKNOWN_FIELD: Rule = Rule {
    code: "GP008",
    name: "unknown-field",
    severity: Severity::Note,
    layer: Layer::Reading,
    summary: RuleText { zh: "有不认识的字段", en: "a field that this version does not know" },
    explanation: RuleText {
        zh: "计划文件的格式版本较新，其中不认识的字段已略过",
        en: "the plan is of a newer version of the format, and fields that are not known were passed over",
    },
    rationale: RuleText {
        zh: "再写出时这些字段会丢失；请换用较新版本",
        en: "the field is lost when the plan is written again; use a newer version",
    },
    failing: r#"{"govplan": "1.1", "id": "计划", "budget": 100}"#,
    passing: r#"{"govplan": "1.1", "id": "计划"}"#,
    legal_basis: None,
    schema_can_say: true,
    check: None,
};

/// GP011: a row that a page break had torn apart was joined.
pub static JOINED_ROW: Rule = Rule {
    code: "GP011",
    name: "joined-row",
    severity: Severity::Note,
    layer: Layer::Reading,
    summary: RuleText { zh: "换页断开的行已接合", en: "a row that was torn apart has been joined" },
    explanation: RuleText {
        zh: "下一页的第一行序号等格空着、文字接着上一页的末行，按一行处理",
        en: "the first row of a page lacks its number and goes on with the text of the last row above, so both were taken as one",
    },
    rationale: RuleText {
        zh: "接合是推断：若原文确为两行，可在此核对",
        en: "the joining is an inference; where the document means two rows, this is where to look",
    },
    failing: "序号1，建立健全信息公开审核机 ⏎（换页）⏎ 序号空，制，落实责任",
    passing: "序号1，建立健全信息公开审核机制，落实责任",
    legal_basis: None,
    schema_can_say: false,
    check: None,
};

/// GP012: revisions that nobody accepted or rejected.
pub static TRACKED_CHANGES: Rule = Rule {
    code: "GP012",
    name: "tracked-changes",
    severity: Severity::Warning,
    layer: Layer::Reading,
    summary: RuleText { zh: "文档中留有修订", en: "revisions that were neither accepted nor rejected" },
    explanation: RuleText {
        zh: "文档带有未处理的修订（插入、删除、移动），按全部接受读取",
        en: "the document holds insertions, deletions or moves that are still open; it was read as if all were accepted",
    },
    rationale: RuleText {
        zh: "留有修订的文件可能不是定稿",
        en: "a document with open revisions may not be the final one",
    },
    failing: "责任单位：办公室[删除：人事科]",
    passing: "责任单位：办公室",
    legal_basis: None,
    schema_can_say: false,
    check: None,
};

/// GP013: content that the document hides.
pub static HIDDEN_CONTENT: Rule = Rule {
    code: "GP013",
    name: "hidden-content",
    severity: Severity::Note,
    layer: Layer::Reading,
    summary: RuleText { zh: "文档中有隐藏的内容", en: "content that the document hides" },
    explanation: RuleText {
        zh: "表格的行、列、工作表或文字被设为隐藏，指出是哪些",
        en: "rows, columns, sheets or text are set to be hidden; the finding names them",
    },
    rationale: RuleText {
        zh: "隐藏的内容打印不出来，读者看不到，却可能是任务",
        en: "what is hidden is not printed and nobody sees it, yet it may be work",
    },
    failing: "第5行已隐藏",
    passing: "没有隐藏的行、列和工作表",
    legal_basis: None,
    schema_can_say: false,
    check: None,
};

/// GP014: a page that holds a picture and no text.
pub static SCANNED_PAGE: Rule = Rule {
    code: "GP014",
    name: "scanned-page",
    severity: Severity::Warning,
    layer: Layer::Reading,
    summary: RuleText { zh: "有的页只有图像", en: "a page that holds a picture and no text" },
    explanation: RuleText {
        zh: "该页没有文字层，可能是扫描件，其中的内容没有读出",
        en: "the page has no text layer, it may be a scan, and what it shows was not read",
    },
    rationale: RuleText {
        zh: "只有图像的页上可能有任务；请先做文字识别",
        en: "there may be tasks on it; have its text recognized first",
    },
    failing: "第3页为扫描图像",
    passing: "各页都有文字层",
    legal_basis: None,
    schema_can_say: false,
    check: None,
};

/// GP015: characters of a font that does not say which they are.
pub static UNREADABLE_FONT: Rule = Rule {
    code: "GP015",
    name: "unreadable-font",
    severity: Severity::Warning,
    layer: Layer::Reading,
    summary: RuleText {
        zh: "有的字体无法还原成文字", en: "characters of a font that does not say which they are"
    },
    explanation: RuleText {
        zh: "字体没有给出字符的编码，这些字以 U+FFFD 代替",
        en: "the font does not tell which characters its glyphs are; they were read as U+FFFD",
    },
    rationale: RuleText {
        zh: "这些字处的单位名称、日期已不可信",
        en: "names and dates at that place can not be relied on",
    },
    failing: "责任单位：\u{fffd}\u{fffd}\u{fffd}",
    passing: "责任单位：教育局",
    legal_basis: None,
    schema_can_say: false,
    check: None,
};

/// GP016: a part of the file is damaged.
pub static DAMAGED_PART: Rule = Rule {
    code: "GP016",
    name: "damaged-part",
    severity: Severity::Warning,
    layer: Layer::Reading,
    summary: RuleText { zh: "文件有一部分已损坏", en: "a part of the file is damaged" },
    explanation: RuleText {
        zh: "该部分无法读取，已略过，其余部分照常读取",
        en: "the part can not be read and was left out; the rest was read",
    },
    rationale: RuleText {
        zh: "损坏的部分里可能有任务；请用原程序重新保存",
        en: "there may be tasks in it; save the file again with the program that wrote it",
    },
    failing: "word/numbering.xml 已损坏",
    passing: "文件完整",
    legal_basis: None,
    schema_can_say: false,
    check: None,
};

/// The rules of this layer, by code.
pub(super) static RULES: &[&Rule] = &[
    &NO_PLAN_FOUND,
    &BROKEN_CHARACTERS,
    &LIMIT_REACHED,
    &JOINED_PARAGRAPH,
    &REPEATED_HEADER,
    &UNPLACED_TEXT,
    &UNREAD_ROW,
    &UNKNOWN_FIELD,
    &JOINED_ROW,
    &TRACKED_CHANGES,
    &HIDDEN_CONTENT,
    &SCANNED_PAGE,
    &UNREADABLE_FONT,
    &DAMAGED_PART,
];
