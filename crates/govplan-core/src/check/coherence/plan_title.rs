use super::cited::may_be_one;
use crate::check::{Context, Layer, Rule, RuleText, excerpt};
use crate::{DocumentKind, Finding, Message, Related, Severity};

pub(in crate::check) static PLAN_TITLE: Rule = Rule {
    code: "GP613",
    name: "plan-title",
    severity: Severity::Note,
    layer: Layer::Coherence,
    summary: RuleText {
        zh: "计划标题与“关于印发……的通知”所说的不同",
        en: "the plan's title is not the one that the notice says it issues",
    },
    explanation: RuleText {
        zh: "文件标题“关于印发……的通知”或正文“现将《……》印发给你们”中的名称与计划标题相近，却有不同的字；一个只比另一个多几个字（机关名称、年份）的不算，有几个附件的不检查；文件标题与计划标题相合的，正文中的名称只要不同就提示；文件本身不是通知、没有另外的计划标题的，以文件标题为计划标题",
        en: "the name in the document's title (关于印发…的通知) or text (现将《…》印发给你们) is like the plan's and differs in its words; where one only has more of them (an organ, a year) it is none, and with several attachments nothing is said; where the document's title agrees with the plan's, any other name in the text is said; the title of a document that is no notice and has no plan below it is the plan's",
    },
    rationale: RuleText {
        zh: "通知印发的是要点，附的是方案，引用时就有两个名称",
        en: "what is issued under one name and attached under another is cited under both",
    },
    failing: r#"{"title": "2020年政务公开重点工作方案", "head": {"title": "关于印发2020年政务公开重点工作要点的通知"}}"#,
    passing: r#"{"title": "2020年市教育局政务公开重点工作要点", "head": {"title": "关于印发2020年政务公开重点工作要点的通知"}}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

/// Least likeness, from 0 to 1, of two names of one plan; less alike, the notice issues something else.
const LIKENESS: f64 = 0.7;

/// Longest title that is compared, in bytes.
const LENGTH: usize = 300;

fn check(context: &Context<'_>) -> Vec<Finding> {
    let head = &context.plan.head;
    // A document that is no notice bears the title of its plan.
    let own = head.title.as_deref().filter(|_| head.kind != Some(DocumentKind::Notice));
    let own = own.filter(|title| issued(title).is_none()).map(|title| ("/head/title", title));
    let titled = context.plan.title.as_deref().map(|title| ("/title", title)).or(own);
    let Some((at, title)) = titled.filter(|(_, title)| title.len() <= LENGTH && head.attachments.len() <= 1) else {
        return Vec::new();
    };
    let by_title = head.title.as_deref().and_then(issued).map(|issued| ("/head/title".to_owned(), issued));
    let by_preamble = context
        .plan
        .preamble
        .iter()
        .enumerate()
        .filter_map(|(index, paragraph)| Some((format!("/preamble/{index}/text"), handed_down(&paragraph.text)?)));
    let by_text = context
        .directives
        .iter()
        .filter_map(|directive| Some((format!("{}/text", directive.pointer), handed_down(&directive.item.text)?)));
    let mut named = by_title.into_iter().chain(by_preamble).chain(by_text);
    // Where the document's title names the plan, whatever else its text says that it issues is another name.
    let is_named = head.title.as_deref().and_then(issued).is_some_and(|issued| may_be_one(title, issued));
    let other = named.find(|(_, issued)| {
        issued.len() <= LENGTH && !may_be_one(title, issued) && (is_named || is_like(title, issued))
    });
    let Some((named, issued)) = other else { return Vec::new() };
    let (own, other) = (excerpt(title), excerpt(issued));
    let message = Message::new(
        format!("计划标题`{own}`与通知所称的`{other}`不同；请统一"),
        format!("the plan's title `{own}` differs from `{other}` that the notice issues; use one name"),
    );
    vec![Finding {
        pointer: Some(at.to_owned()),
        expected: Some(issued.to_owned()),
        found: Some(title.to_owned()),
        related: vec![Related::new(Some(named), None, Some(issued.to_owned()))],
        ..PLAN_TITLE.finding(message)
    }]
}

/// What a notice says that it hands down: 现将《…》印发给你们, 《…》已经国务院同意，现印发给你们.
fn handed_down(text: &str) -> Option<&str> {
    if let Some((name, after)) = text.strip_prefix('《').and_then(|rest| rest.split_once('》')) {
        let sentence = after.split('。').next().unwrap_or_default();
        let is_issued = ["现印发给", "现予印发", "现予以印发"].iter().any(|word| sentence.contains(word));
        return (is_issued && !name.contains('《')).then_some(name);
    }
    let (before, after) = text.split_once("》印发")?;
    let (_, name) = before.split_once("现将《").or_else(|| before.split_once("现把《"))?;
    let is_end = after.is_empty() || after.starts_with(['给', '，', '。']);
    (is_end && !name.contains('《')).then_some(name)
}

/// What a document's title says that it issues; absent where that may be several things.
fn issued(title: &str) -> Option<&str> {
    let (_, rest) = title.split_once("印发")?;
    let (name, _) = rest.rsplit_once("的通知")?;
    let name = name.trim_matches(|c: char| c.is_whitespace() || "《》〈〉<>".contains(c));
    (!name.contains(['《', '》', '和', '及', '、'])).then_some(name)
}

fn is_like(title: &str, issued: &str) -> bool {
    strsim::normalized_levenshtein(title, issued) >= LIKENESS
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Directive, DirectiveId, Plan};

    #[test]
    fn fuller_names_and_other_attachments_are_not_said() {
        for (title, head, expected) in [
            ("2020年区教育和体育局政务公开实施方案", "关于印发2020年政务公开实施方案的通知", 0),
            ("2020年政务公开实施方案", "某市人民政府关于印发《某市2020年政务公开实施方案》的通知", 0),
            ("重点任务分解表", "关于印发2020年政务公开实施方案的通知", 0),
            ("2020年政务公开任务清单", "关于印发2020年政务公开工作要点和任务清单的通知", 0),
            ("2020年政务公开实施办法", "关于印发2020年政务公开实施方案的通知", 1),
        ] {
            let mut plan = Plan::new("计划".parse().unwrap());
            plan.title = Some(title.to_owned());
            plan.head.title = Some(head.to_owned());
            assert_eq!(check(&Context::usual(&plan)).len(), expected, "{title} {head}");
        }
    }

    #[test]
    fn a_document_that_is_no_notice_bears_the_title_of_its_plan() {
        let text = "现将《市科技局2025年度重点工作要点》印发给你们，请认真组织实施。";
        for (head, kind, expected) in [
            ("市科技局2025年度重点工作任务清单", None, 1),
            ("市科技局2025年度重点工作要点", None, 0),
            ("市科技局2025年度重点工作通知", Some(DocumentKind::Notice), 0),
            ("对口帮扶任务分解表", None, 0),
        ] {
            let mut plan = Plan::new("计划".parse().unwrap());
            plan.head.title = Some(head.to_owned());
            plan.head.kind = kind;
            plan.directives = vec![Directive::new(DirectiveId::nth(1), text)];
            let findings = check(&Context::usual(&plan));
            assert_eq!(findings.len(), expected, "{head}");
            assert!(findings.iter().all(|finding| finding.pointer.as_deref() == Some("/head/title")));
        }
    }
}
