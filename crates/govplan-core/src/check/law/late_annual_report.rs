use super::length::Length;
use super::limit::matter;
use crate::check::basis::disclosure;
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Message, Severity};

pub(in crate::check) static LATE_ANNUAL_REPORT: Rule = Rule {
    code: "GP512",
    name: "late-annual-report",
    severity: Severity::Warning,
    layer: Layer::Law,
    summary: RuleText {
        zh: "信息公开年度报告公布过迟", en: "an annual report on disclosure that comes too late"
    },
    explanation: RuleText {
        zh: "政府信息公开工作年度报告的公布、报送时间晚于3月31日；发文机关都是部门的，晚于1月31日",
        en: "the annual report on disclosure of information is published or handed in later than 31 March, or than 31 January where only departments issue the plan",
    },
    rationale: RuleText {
        zh: "年度报告的时间由条例规定，是政务公开考核的必查项",
        en: "the regulation sets the day, and every assessment of disclosure looks at it",
    },
    failing: r#"{"directives": [{"id": "n1", "text": "每年4月30日前公布政府信息公开工作年度报告。"}]}"#,
    passing: r#"{"directives": [{"id": "n1", "text": "每年3月31日前公布政府信息公开工作年度报告。"}]}"#,
    legal_basis: Some(disclosure("第49条")),
    schema_can_say: false,
    check: Some(check),
};

/// Dates from here on get the next report ready.
const NEXT_REPORT: u32 = 10;

fn check(context: &Context<'_>) -> Vec<Finding> {
    let Some(matter) = matter(&LATE_ANNUAL_REPORT) else { return Vec::new() };
    let issuers = &context.plan.head.issuers;
    let are_departments = !issuers.is_empty() && issuers.iter().all(|name| is_department(name));
    let (month, day, limit) = if are_departments { (1, 31, "31 January") } else { (3, 31, "31 March") };
    let late = context.stated().iter().filter(|stated| match stated.length {
        Length::By(by, of) => (by, of) > (month, day) && by < NEXT_REPORT && matter.is_of(stated),
        _ => false,
    });
    let findings = late.map(|stated| {
        let printed = stated.printed;
        let message = Message::new(
            format!("信息公开年度报告的时间`{printed}`晚于法定的{month}月{day}日；请提前到{month}月{day}日前"),
            format!(
                "the annual report on disclosure is due `{printed}`, later than {limit}; move it to that day or before"
            ),
        );
        Finding { expected: Some(format!("{month}月{day}日前")), ..stated.finding(&LATE_ANNUAL_REPORT, message) }
    });
    findings.collect()
}

/// Whether an issuer is a department of a government, and no government or office of one.
fn is_department(name: &str) -> bool {
    name.ends_with(['局', '厅', '委', '部']) || name.ends_with("委员会") && !name.ends_with("管理委员会")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Directive, DirectiveId, Plan};

    #[test]
    fn a_department_is_bound_by_january_and_the_end_of_the_year_is_for_the_next_report() {
        let found = |issuer: &str, text: &str| {
            let mut plan = Plan::new("计划".parse().unwrap());
            plan.head.issuers = vec![issuer.to_owned()];
            plan.directives = vec![Directive::new(DirectiveId::nth(1), text)];
            check(&Context::usual(&plan)).len()
        };
        let march = "3月底前发布政府信息公开年度报告。";
        assert_eq!(found("某某区教育和体育局", march), 1);
        assert_eq!(found("某某区人民政府办公室", march), 0);
        assert_eq!(found("某某区人民政府", "每年5月底前向社会公开上一年度政府信息公开工作年度报告。"), 1);
        assert_eq!(found("某某区人民政府", "5月底前向社会公开上一年度政府信息公开工作年度报告。"), 1);
        assert_eq!(found("某某区人民政府", "12月20日前报送政府信息公开年度报告。"), 0);
        assert_eq!(found("某某区人民政府", "6月底前完成自查，编制政府信息公开年度报告。"), 0);
        assert_eq!(found("某某区人民政府", "6月底前公布企业年报。"), 0);
    }
}
