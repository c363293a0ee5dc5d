//! Wordings that text for people and pages share.

use chrono::NaiveDate;
use govplan_core::{Citation, Language, Plan};

/// Title of the plan, else of its document, else its name.
pub(crate) fn title(plan: &Plan) -> &str {
    plan.title.as_deref().or(plan.head.title.as_deref()).unwrap_or(plan.id.as_str())
}

/// A document that is cited: its title with its number, else as printed.
pub(crate) fn citation(citation: &Citation, language: Language) -> String {
    let number: Vec<String> = citation.number.iter().map(ToString::to_string).collect();
    match (&citation.title, &citation.raw) {
        (Some(title), _) => format!("《{title}》{}", bracketed(&number, language)),
        (None, Some(raw)) => raw.clone(),
        (None, None) => number.concat(),
    }
}

/// What stands between the parts of a list.
pub(crate) fn separator(language: Language) -> &'static str {
    match language {
        Language::Chinese => "、",
        Language::English => ", ",
    }
}

/// Remarks in brackets; nothing where there are none.
pub(crate) fn bracketed(remarks: &[String], language: Language) -> String {
    match (remarks.is_empty(), language) {
        (true, _) => String::new(),
        (false, Language::Chinese) => format!("（{}）", remarks.join("，")),
        (false, Language::English) => format!(" ({})", remarks.join(", ")),
    }
}

/// A stretch of days; one day where it is no longer.
pub(crate) fn days_text(start: Option<NaiveDate>, end: Option<NaiveDate>, language: Language) -> Option<String> {
    Some(match (start, end, language) {
        (Some(start), Some(end), Language::Chinese) if start != end => format!("{start} 至 {end}"),
        (Some(start), Some(end), Language::English) if start != end => format!("{start} to {end}"),
        (_, Some(end), _) => end.to_string(),
        (Some(start), None, Language::Chinese) => format!("{start} 起"),
        (Some(start), None, Language::English) => format!("from {start}"),
        (None, None, _) => return None,
    })
}
