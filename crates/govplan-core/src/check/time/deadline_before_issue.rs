use super::milestone_order::is_beginning;
use super::reversed_range::torn_ends;
use super::said::step;
use crate::check::coherence::title_year;
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Message, Related, Severity};
use std::cell::LazyCell;
use std::collections::BTreeSet;

pub(in crate::check) static DEADLINE_BEFORE_ISSUE: Rule = Rule {
    code: "GP401",
    name: "deadline-before-issue",
    severity: Severity::Warning,
    layer: Layer::Time,
    summary: RuleText { zh: "时限早于成文日期", en: "a time limit that ended before the document was issued" },
    explanation: RuleText {
        zh: "时限的最后一天在公文成文日期之前；已经开工、成文之后还有节点的续建项目，其开工时间不在此列",
        en: "the last day of a time limit lies before the date of the document; of a project that goes on, with a later date after it, the beginning of work is passed over",
    },
    rationale: RuleText {
        zh: "发文时已经逾期，往往是照抄上年文件或年份有误",
        en: "the work is overdue on the day of issue; often the date was copied from the year before",
    },
    failing: r#"{"head": {"issued_on": "2020-08-27"}, "directives": [{"id": "n1", "text": "2020年6月底前完成自查。", "timings": [{"id": "n1.d1", "kind": "by", "raw": "2020年6月底前", "end": "2020-06-30"}]}]}"#,
    passing: r#"{"head": {"issued_on": "2020-08-27"}, "directives": [{"id": "n1", "text": "2020年9月底前完成自查。", "timings": [{"id": "n1.d1", "kind": "by", "raw": "2020年9月底前", "end": "2020-09-30"}]}]}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

pub(super) fn check(context: &Context<'_>) -> Vec<Finding> {
    let Some(issued_on) = context.plan.head.issued_on else { return Vec::new() };
    let (is_doubted, torn) = (title_year::is_doubted(context), torn_ends(context));
    let ongoing = LazyCell::new(|| {
        let later = context.timings().filter(|timing| timing.item.end.is_some_and(|end| end >= issued_on));
        later.map(|timing| timing.owner).collect::<BTreeSet<&str>>()
    });
    let findings = context.timings().filter_map(|timing| {
        let end = timing.item.end.filter(|end| *end < issued_on)?;
        // Of a stretch that runs backwards, and of a title with a wrong year, other rules speak.
        let is_backwards = timing.item.start.is_some_and(|start| end < start);
        if is_backwards || torn.contains(&timing.pointer()) || is_doubted && step(timing.item, "year_from_title").is_some() {
            return None;
        }
        if is_beginning(timing.item) && ongoing.contains(timing.owner) {
            return None;
        }
        let printed = timing.item.raw.clone().unwrap_or_else(|| end.to_string());
        let message = Message::new(
            format!("时限`{printed}`至{end}为止，早于成文日期{issued_on}；请核对年份"),
            format!("time limit `{printed}` ends on {end}, before the date of issue {issued_on}; see whether the year is right"),
        );
        Some(Finding {
            pointer: Some(timing.pointer() + "/end"),
            place: timing.place.cloned(),
            subject: Some(timing.owner.to_owned()),
            found: Some(printed),
            related: vec![Related::new(Some("/head/issued_on".to_owned()), None, Some(issued_on.to_string()))],
            ..DEADLINE_BEFORE_ISSUE.finding(message)
        })
    });
    findings.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Directive, DirectiveId, Plan, Timing, TimingKind};

    #[test]
    fn a_project_that_goes_on_may_have_begun_before() {
        let day = govplan_time::parse_iso_date;
        let found = |timings: &[(&str, &str)]| {
            let mut plan = Plan::new("计划".parse().unwrap());
            plan.head.issued_on = day("2024-02-20");
            let mut directive = Directive::new(DirectiveId::nth(1), "新建教学楼。");
            for (n, (end, milestone)) in timings.iter().enumerate() {
                let mut timing = Timing::new(directive.id.timing(n + 1), TimingKind::Range);
                timing.end = day(end);
                timing.milestone = Some((*milestone).to_owned());
                directive.timings.push(timing);
            }
            plan.directives = vec![directive];
            check(&Context::usual(&plan)).len()
        };
        assert_eq!(found(&[("2023-09-30", "开工"), ("2024-08-31", "竣工")]), 0);
        assert_eq!(found(&[("2023-09-30", "开工"), ("2023-12-31", "竣工")]), 2);
        assert_eq!(found(&[("2023-09-30", "竣工"), ("2024-08-31", "投用")]), 1);
        assert_eq!(found(&[("2023-09-30", "开工")]), 1);
    }
}
