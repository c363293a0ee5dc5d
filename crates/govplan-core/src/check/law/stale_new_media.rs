use super::length::{Length, surely_longer};
use super::limit::{length, matter};
use crate::check::basis::normative;
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Every, Finding, Language, Message, Recurrence, Severity};

pub(in crate::check) static STALE_NEW_MEDIA: Rule = Rule {
    code: "GP523",
    name: "stale-new-media",
    severity: Severity::Note,
    layer: Layer::Law,
    summary: RuleText {
        zh: "政务新媒体更新间隔超过两周",
        en: "official accounts left without news for more than two weeks",
    },
    explanation: RuleText {
        zh: "要求政务新媒体更新的周期长于14天，如每月、每季度更新一次",
        en: "official accounts are to be updated in rounds of more than fourteen days, such as once a month or a quarter",
    },
    rationale: RuleText {
        zh: "监测时两周内没有更新的账号，检查时单项否决",
        en: "an account without news for two weeks fails the inspection outright",
    },
    failing: r#"{"directives": [{"id": "n1", "text": "政务新媒体每月更新一次。"}]}"#,
    passing: r#"{"directives": [{"id": "n1", "text": "政务新媒体每周更新一次。"}]}"#,
    legal_basis: Some(normative("政府网站与政务新媒体检查指标（国办秘函〔2019〕19号）", None)),
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let Some((matter, limit)) = matter(&STALE_NEW_MEDIA).and_then(|matter| Some((matter, matter.period()?))) else {
        return Vec::new();
    };
    let is_stale = |stated: Length| match stated {
        Length::Every(rounds) => is_slow(rounds),
        Length::Within(stated) | Length::AtMost(stated) | Length::Just(stated) => surely_longer(stated, limit),
        _ => false,
    };
    let stale = context.stated().iter().filter(|stated| is_stale(stated.length) && matter.is_of(stated));
    let findings = stale.map(|stated| {
        let (printed, [zh, en]) = (stated.printed, [Language::Chinese, Language::English].map(|l| length(limit, l)));
        let message = Message::new(
            format!("政务新媒体更新`{printed}`，间隔超过{zh}；请改为至少每两周更新"),
            format!(
                "official accounts are updated `{printed}`, more than {en} apart; update them every two weeks at least"
            ),
        );
        Finding { expected: Some(zh), ..stated.finding(&STALE_NEW_MEDIA, message) }
    });
    findings.collect()
}

/// Whether rounds lie more than two weeks apart; several times in a round may lie closer.
fn is_slow(rounds: Recurrence) -> bool {
    let is_once = rounds.times.is_none_or(|times| times <= 1);
    let is_long = matches!(rounds.every, Every::Monthly | Every::Quarterly | Every::HalfYearly | Every::Yearly);
    is_once && (is_long || rounds.every == Every::Weekly && rounds.interval.is_some_and(|weeks| weeks > 2))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Directive, DirectiveId, Plan};

    #[test]
    fn only_the_rhythm_of_the_accounts_is_judged() {
        let found = |text: &str| {
            let mut plan = Plan::new("计划".parse().unwrap());
            plan.directives = vec![Directive::new(DirectiveId::nth(1), text)];
            check(&Context::usual(&plan)).len()
        };
        assert_eq!(found("微信公众号每季度更新一次。"), 1);
        assert_eq!(found("政务新媒体每月至少更新4次。"), 0);
        assert_eq!(found("制定学习计划，每月更新，并做好笔记；用微信公众号发布信息。"), 0);
        assert_eq!(found("政务新媒体每两周更新一次。"), 0);
    }
}
