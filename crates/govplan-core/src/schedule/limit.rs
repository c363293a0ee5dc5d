use super::Owner;
use crate::organ::table;
use crate::{LegalBasis, LegalTier};
use govplan_time::{Period, PeriodUnit};
use serde::Serialize;
use std::sync::LazyLock;

/// A time limit of the law (法定期限), of the whole country, that a plan's duties may touch.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TimeLimit {
    /// Id, kept for ever (`OGI-33b`).
    pub id: &'static str,
    /// Instrument, with its number or year.
    pub instrument: &'static str,
    /// Article, where it is known.
    pub article: Option<&'static str>,
    /// Rank of the instrument.
    pub tier: LegalTier,
    /// What it runs from, or what it is about.
    pub trigger: &'static str,
    /// Whom it binds.
    pub actor: &'static str,
    /// How long.
    pub length: TimeLimitLength,
    /// Whether it is a most or a least.
    pub kind: LimitKind,
    /// For each group one of its words stands in a text that the limit is about.
    about: Vec<Vec<&'static str>>,
}

/// How long a time limit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum TimeLimitLength {
    /// A period.
    Period(Period),
    /// By a day of each year: its month and day.
    DayOfYear(u32, u32),
}

/// Whether a time limit is a most or a least.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum LimitKind {
    /// At most so long after the trigger.
    Max,
    /// At least so long.
    Min,
    /// At least so long before the trigger.
    MinBefore,
    /// At most so much longer.
    Extension,
}

/// A time limit that a requirement touches.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct LimitEntry<'a> {
    /// What touches it.
    pub owner: Owner<'a>,
    /// The limit.
    pub limit: &'static TimeLimit,
}

static TIME_LIMITS: LazyLock<Vec<TimeLimit>> =
    LazyLock::new(|| table(include_str!("../../data/time_limits.csv")).filter_map(|row| time_limit(&row)).collect());

/// Every time limit of the law that is known, in the order of the data.
///
/// ```
/// let limit = govplan_core::time_limits().find(|limit| limit.id == "DEC-15").unwrap();
/// assert_eq!(limit.article, Some("第15条"));
/// assert!(limit.touches("公开征求意见的期限一般不少于30日"));
/// ```
pub fn time_limits() -> impl Iterator<Item = &'static TimeLimit> {
    TIME_LIMITS.iter()
}

/// The limits that an owner's text touches.
pub(super) fn limits_of<'a>(owner: &Owner<'a>) -> Vec<LimitEntry<'a>> {
    let text: String = owner.title.into_iter().chain(owner.text).collect::<Vec<_>>().join("\n");
    let touched = time_limits().filter(|limit| limit.touches(&text));
    touched.map(|limit| LimitEntry { owner: owner.clone(), limit }).collect()
}

impl TimeLimit {
    /// Whether a text is about what the limit is about.
    #[must_use]
    pub fn touches(&self, text: &str) -> bool {
        self.about.iter().all(|group| group.iter().any(|word| text.contains(word)))
    }

    /// Where the limit comes from.
    #[must_use]
    pub fn legal_basis(&self) -> LegalBasis {
        LegalBasis::new(self.instrument, self.article, self.tier)
    }
}

fn time_limit(row: &[&'static str]) -> Option<TimeLimit> {
    let [id, instrument, article, tier, trigger, actor, limit, unit, kind, about, _confidence] = *row else {
        return None;
    };
    let period = |unit| Some(TimeLimitLength::Period(Period::new(limit.parse().ok()?, unit)));
    let length = match unit {
        "calendar_day" => period(PeriodUnit::CalendarDay)?,
        "working_day" => period(PeriodUnit::WorkingDay)?,
        "month" => period(PeriodUnit::Month)?,
        "year" => period(PeriodUnit::Year)?,
        "hour" => period(PeriodUnit::Hour)?,
        "calendar_date" => {
            let (month, day) = limit.split_once('-')?;
            TimeLimitLength::DayOfYear(month.parse().ok()?, day.parse().ok()?)
        }
        _ => return None,
    };
    Some(TimeLimit {
        id,
        instrument,
        article: Some(article).filter(|article| !article.is_empty()),
        tier: match tier {
            "law" => LegalTier::Law,
            "administrative_regulation" => LegalTier::AdministrativeRegulation,
            "normative_document" => LegalTier::NormativeDocument,
            _ => return None,
        },
        trigger,
        actor,
        length,
        kind: match kind {
            "max" => LimitKind::Max,
            "min" => LimitKind::Min,
            "min_before" => LimitKind::MinBefore,
            "extension" => LimitKind::Extension,
            _ => return None,
        },
        about: about.split(' ').map(|group| group.split('|').collect()).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_a_limit() {
        assert_eq!(time_limits().count(), table(include_str!("../../data/time_limits.csv")).count());
        assert!(time_limits().all(|limit| limit.about.iter().flatten().all(|word| !word.is_empty())));
    }

    #[test]
    fn a_limit_is_touched_by_texts_about_its_matter_alone() {
        let touched =
            |text: &str| time_limits().filter(|limit| limit.touches(text)).map(|limit| limit.id).collect::<Vec<_>>();
        assert_eq!(touched("公开征求意见的期限一般不少于30日"), ["DEC-15"]);
        assert_eq!(touched("规范依申请公开的接收、登记、办理、答复流程"), ["OGI-33b"]);
        assert_eq!(touched("按时发布政府信息公开工作年度报告"), ["OGI-49a", "OGI-49b"]);
        assert_eq!(touched("广泛听取意见，完善各项规章制度"), [] as [&str; 0]);
    }
}
