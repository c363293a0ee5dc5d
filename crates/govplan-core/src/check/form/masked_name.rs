use super::slip::{is_han, neighbours};
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Message, Related, Severity};

pub(in crate::check) static MASKED_NAME: Rule = Rule {
    code: "GP221",
    name: "masked-name",
    severity: Severity::Warning,
    layer: Layer::Form,
    summary: RuleText { zh: "名称被遮去", en: "names that were masked" },
    explanation: RuleText {
        zh: "单位、发文机关、主送机关、标题或发文字号中用星号、叉号、“某”等代替了字；全计划提示一次，列出各个名称",
        en: "asterisks, crosses or 某 stand for characters in the name of a unit, issuer or addressee, in a title or in the document number; said once for a plan, with every such name",
    },
    rationale: RuleText {
        zh: "遮去的名称无法对应到单位，责任无从追究；多半不是正式文本",
        en: "nobody can tell which organ is meant, and the text is hardly the one that was issued",
    },
    failing: r#"{"units": [{"name": "县**局"}]}"#,
    passing: r#"{"units": [{"name": "县财政局"}]}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let head = &context.plan.head;
    let texts = [
        ("/title".to_owned(), context.plan.title.as_deref()),
        ("/head/title".to_owned(), head.title.as_deref()),
        ("/head/number_raw".to_owned(), head.number_raw.as_deref()),
    ];
    let texts = texts.into_iter().filter_map(|(pointer, text)| Some((pointer, text?, is_masked(text?))));
    let list = |field: &'static str, names: &'_ [String]| -> Vec<(String, String)> {
        names.iter().enumerate().map(|(index, name)| (format!("/head/{field}/{index}"), name.clone())).collect()
    };
    let mut names = list("issuers", &head.issuers);
    names.extend(list("addressees", &head.addressees));
    let units = context.plan.units.iter().enumerate();
    names.extend(units.map(|(index, unit)| (format!("/units/{index}/name"), unit.name.clone())));
    let names = names.into_iter().filter(|(_, name)| is_masked(name) || name.contains('某'));

    let masked = texts.filter(|(.., masked)| *masked).map(|(pointer, text, _)| (pointer, text.to_owned()));
    let found: Vec<(String, String)> = masked.chain(names).collect();
    let Some(((pointer, name), others)) = found.split_first() else { return Vec::new() };
    let count = found.len();
    let message = Message::new(
        format!("`{name}`中有字被遮去（共{count}个名称），应写全称；请使用未经处理的文本"),
        format!(
            "`{name}` has characters masked (names: {count}), expected the full name; use the text before it was masked"
        ),
    );
    let related = others.iter().map(|(pointer, name)| Related::new(Some(pointer.clone()), None, Some(name.clone())));
    vec![Finding {
        pointer: Some(pointer.clone()),
        subject: Some(name.clone()),
        found: Some(name.clone()),
        related: related.collect(),
        ..MASKED_NAME.finding(message)
    }]
}

/// Whether two marks or more in a row stand for characters beside Chinese ones, or a cross opens a Chinese name.
fn is_masked(name: &str) -> bool {
    let first = name.chars().next();
    let opens = first.is_some_and(|c| matches!(c, 'X' | '×' | '*' | '＊')) && name.chars().nth(1).is_some_and(is_han);
    let mut run = 0_usize;
    let mut beside = false;
    opens
        || neighbours(name).any(|c| {
            if !matches!(c.this, '*' | '＊' | '×' | 'X' | 'x' | 'Ｘ' | '✕' | '╳') {
                (run, beside) = (0, false);
                return false;
            }
            run += 1;
            beside = beside || c.before.is_some_and(is_han);
            run >= 2 && (beside || c.after.is_some_and(is_han))
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Plan, Unit};

    #[test]
    fn masks_are_told_from_letters() {
        for name in ["****分局", "县**局", "2025年**县重点工作", "XX区教育局", "××市", "X市财政局", "＊＊县"]
        {
            assert!(is_masked(name), "{name}");
        }
        for name in ["县财政局", "A股办公室", "4×4赛道中心", "XBRL中心", "工作要点（*为重点）", "EXXON", ""]
        {
            assert!(!is_masked(name), "{name}");
        }
    }

    #[test]
    fn a_masked_document_is_said_once() {
        let mut plan = Plan::new("计划".parse().unwrap());
        plan.head.title = Some("2025年**县任务清单".to_owned());
        plan.units = ["某区教育局", "县**局", "财政局"].map(Unit::new).into();
        let findings = check(&Context::usual(&plan));
        assert_eq!((findings.len(), findings[0].related.len()), (1, 2));
    }
}
