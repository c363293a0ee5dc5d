use govplan_core::Language;
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

static LABELS: LazyLock<BTreeMap<&'static str, (&'static str, &'static str)>> = LazyLock::new(|| {
    let lines = include_str!("../data/labels.csv").lines().filter(|line| !line.starts_with('#'));
    let rows = lines.skip(1).map(|line| line.split(',').collect::<Vec<_>>());
    rows.filter_map(|row| match row[..] {
        [key, zh, en] => Some((key, (zh, en))),
        _ => None,
    })
    .collect()
});

/// The word of a key; the key itself where the table has none.
pub(crate) fn label(key: &str, language: Language) -> &str {
    match (LABELS.get(key), language) {
        (Some((zh, _)), Language::Chinese) => zh,
        (Some((_, en)), Language::English) => en,
        (None, _) => key,
    }
}

/// The word for one value of a set that JSON names (`role.lead`).
pub(crate) fn word(group: &str, value: impl Serialize, language: Language) -> String {
    let name = serde_json::to_value(value).unwrap_or_default();
    label(&format!("{group}.{}", name.as_str().unwrap_or_default()), language).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use govplan_core::{
        DueState, Every, Layer, LegalTier, LimitKind, NumberVerdict, PeriodUnit, ResolvedBy, Role, Severity,
        TimingKind, UndatedReason,
    };

    #[test]
    fn every_value_has_a_word_in_both_languages() {
        fn assert_words<T: Serialize + Copy>(group: &str, values: &[T]) {
            for value in values {
                for language in [Language::Chinese, Language::English] {
                    let word = word(group, value, language);
                    assert!(!word.is_empty() && !word.contains('.'), "{word}");
                }
            }
        }
        assert_words("role", &Role::ALL);
        assert_words("letter", &Role::ALL);
        assert_words("weekday", &["1", "2", "3", "4", "5", "6", "7"]);
        assert_words("report", &["overview", "tasks", "matrix", "calendar", "network", "findings"]);
        assert_words("report", &["mark_rest", "mark_work"]);
        {
            use NumberVerdict as V;
            assert_words("verdict", &[V::Ok, V::Warning, V::Error, V::Other]);
        }
        assert_words("severity", &[Severity::Note, Severity::Warning, Severity::Error]);
        {
            use TimingKind as K;
            let kinds = [K::By, K::On, K::Range, K::Recurring, K::Continuous, K::Immediate, K::AfterEvent, K::Minimum];
            assert_words("kind", &kinds);
            assert_words("kind", &[K::Vague]);
        }
        {
            use PeriodUnit as U;
            assert_words("unit", &[U::CalendarDay, U::WorkingDay, U::Week, U::Month, U::Year, U::Hour]);
        }
        {
            use Every as E;
            assert_words("every", &[E::Daily, E::Weekly, E::Monthly, E::Quarterly, E::HalfYearly, E::Yearly, E::Term]);
            assert_words("every", &[E::Unspecified]);
        }
        {
            use Layer as L;
            assert_words(
                "layer",
                &[L::Reading, L::Structure, L::Form, L::Responsibility, L::Time, L::Law, L::Coherence],
            );
        }
        {
            use ResolvedBy as B;
            assert_words("resolved", &[B::Exact, B::Alias, B::Abbreviation, B::RestoredPrefix]);
        }
        assert_words("state", &[DueState::Overdue, DueState::Passed, DueState::DueSoon, DueState::Later]);
        assert_words("limit", &[LimitKind::Max, LimitKind::Min, LimitKind::MinBefore, LimitKind::Extension]);
        {
            use UndatedReason as R;
            let reasons = [R::NoTime, R::NoDay, R::YearUnknown, R::EventUnknown, R::RhythmOpen, R::SpanUnknown];
            assert_words("undated", &reasons);
            assert_words("undated", &[R::WorkingDaysUnknown]);
        }
        {
            use LegalTier as T;
            assert_words(
                "tier",
                &[T::Law, T::AdministrativeRegulation, T::NormativeDocument, T::Standard, T::GoodPractice],
            );
        }
    }

    #[test]
    fn every_key_that_the_source_names_is_in_the_table() {
        for source in [
            include_str!("human/brief.rs"),
            include_str!("human/plan.rs"),
            include_str!("human/findings.rs"),
            include_str!("human/duties.rs"),
            include_str!("human/requirement.rs"),
            include_str!("human/rule.rs"),
            include_str!("place.rs"),
            include_str!("human/number.rs"),
            include_str!("human/schedule.rs"),
            include_str!("human/typed.rs"),
            include_str!("human/units.rs"),
            include_str!("human/workload.rs"),
            include_str!("ics.rs"),
            include_str!("html/days_off.rs"),
            include_str!("html/overview.rs"),
            include_str!("html/rows.rs"),
            include_str!("html/timing.rs"),
            include_str!("../templates/report/report.html"),
            include_str!("../templates/report/words.html"),
            include_str!("../templates/report/overview.html"),
            include_str!("../templates/report/tasks.html"),
            include_str!("../templates/report/matrix.html"),
            include_str!("../templates/report/calendar.html"),
            include_str!("../templates/report/network.html"),
            include_str!("../templates/report/findings.html"),
        ] {
            for group in [
                "show", "count", "finding", "rule", "place", "schedule", "number", "load", "units", "report", "state",
                "severity",
            ] {
                for (at, _) in source.match_indices(&format!("\"{group}.")) {
                    let key = source.split_at(at + 1).1.split('"').next().unwrap();
                    // A key that a template puts together ends open.
                    assert!(key.ends_with(['.', '_']) || LABELS.contains_key(key), "{key}");
                }
            }
        }
    }
}
