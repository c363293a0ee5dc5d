use crate::check::rule::Check;
use crate::check::{Layer, Rule, RuleBasis, RuleText};
use crate::{LegalTier, Severity};

pub(in crate::check) static TRADITIONAL_CHARACTERS: Rule = Rule {
    code: "GP205",
    name: "traditional-characters",
    severity: Severity::Warning,
    layer: Layer::Form,
    summary: RuleText { zh: "简体文字中夹有繁体字", en: "traditional characters in a simplified text" },
    explanation: RuleText {
        zh: "逐处指出繁体字及其简体写法，可以自动改正；全文为繁体的只提示一次",
        en: "each occurrence of traditional characters is given with its simplified form, and can be mended by machine; a text that is traditional as a whole is said once",
    },
    rationale: RuleText {
        zh: "国家机关以规范汉字为公务用字；夹杂的繁体字也使检索落空",
        en: "state organs write standard characters, and a search for the word misses the variant",
    },
    failing: r#"{"directives": [{"id": "n1", "text": "强化日常监督，建立政务公开常态化督導體系，确保落实到位。"}]}"#,
    passing: r#"{"directives": [{"id": "n1", "text": "强化日常监督，建立政务公开常态化督导体系，确保落实到位。"}]}"#,
    legal_basis: Some(RuleBasis {
        instrument: "《中华人民共和国国家通用语言文字法》（2000年主席令第37号）",
        article: Some("第九条"),
        tier: LegalTier::Law,
    }),
    schema_can_say: false,
    check: CHECK,
};

/// The tables of characters are a feature of their own: they are large.
#[cfg(feature = "traditional")]
const CHECK: Option<Check> = Some(super::traditional::check);
#[cfg(not(feature = "traditional"))]
const CHECK: Option<Check> = None;
