//! A date that is written down, in whatever spelling, is read back as it was.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on has failed")]

use chrono::{Datelike, NaiveDate};
use govplan_time::{Context, Every, Expression, Period, PeriodUnit, Recurrence, TimingKind, YearSource, scan};
use proptest::prelude::*;

/// The figures of a number.
#[derive(Debug, Clone, Copy)]
enum Figures {
    Arabic,
    FullWidth,
    Chinese,
    /// With blanks round it, as scanning leaves them.
    Spaced,
}

const FIGURES: [Figures; 4] = [Figures::Arabic, Figures::FullWidth, Figures::Chinese, Figures::Spaced];

fn chinese_digit(digit: u32) -> char {
    "〇一二三四五六七八九".chars().nth(digit as usize).unwrap()
}

fn year(year: i32, figures: Figures) -> String {
    match figures {
        Figures::Chinese => year.to_string().chars().map(|c| chinese_digit(c.to_digit(10).unwrap())).collect(),
        _ => number(year.unsigned_abs(), figures),
    }
}

/// A number below one hundred, or a year in figures.
fn number(number: u32, figures: Figures) -> String {
    let arabic = number.to_string();
    match figures {
        Figures::Arabic => arabic,
        Figures::Spaced => format!(" {arabic} "),
        Figures::FullWidth => arabic.chars().map(|c| char::from_u32(c as u32 + 0xFEE0).unwrap()).collect(),
        Figures::Chinese => match (number / 10, number % 10) {
            (0, ones) => chinese_digit(ones).to_string(),
            (1, 0) => "十".to_owned(),
            (1, ones) => format!("十{}", chinese_digit(ones)),
            (tens, 0) => format!("{}十", chinese_digit(tens)),
            (tens, ones) => format!("{}十{}", chinese_digit(tens), chinese_digit(ones)),
        },
    }
}

/// Every spelling of a day.
fn spellings(day: NaiveDate, figures: Figures) -> Vec<String> {
    let (y, m, d) = (year(day.year(), figures), number(day.month(), figures), number(day.day(), figures));
    let mut all = vec![format!("{y}年{m}月{d}日"), format!("{y}年{m}月{d}号"), format!("{y} 年{m}月 {d} 日")];
    if !matches!(figures, Figures::Chinese) {
        let (m0, d0) = (format!("{:02}", day.month()), format!("{:02}", day.day()));
        all.extend(
            ["-", ".", "/"]
                .iter()
                .flat_map(|sign| [[y.trim(), m.trim(), d.trim()].join(sign), [y.trim(), &m0, &d0].join(sign)]),
        );
    }
    all
}

fn only(text: &str, context: &Context) -> Expression {
    let mut found = scan(text, context);
    assert_eq!(found.len(), 1, "{text}: {found:?}");
    found.swap_remove(0)
}

fn a_day() -> impl Strategy<Value = NaiveDate> {
    (1950_i32..2100, 0_u32..365).prop_map(|(year, day)| NaiveDate::from_yo_opt(year, day + 1).unwrap())
}

fn some_figures() -> impl Strategy<Value = Figures> {
    (0_usize..4).prop_map(|n| FIGURES[n])
}

proptest! {
    #[test]
    fn a_day_comes_back_in_every_spelling(day in a_day(), figures in some_figures()) {
        for spelling in spellings(day, figures) {
            let on = only(&spelling, &Context::default());
            prop_assert_eq!((on.kind, on.start, on.end), (TimingKind::On, Some(day), Some(day)), "{}", spelling);
            for mark in ["前", "之前", "以前", "前完成"] {
                let by = only(&format!("{spelling}{mark}"), &Context::default());
                prop_assert_eq!((by.kind, by.start, by.end), (TimingKind::By, None, Some(day)), "{}{}", spelling, mark);
            }
        }
    }

    #[test]
    fn the_end_of_a_month_comes_back(day in a_day(), figures in some_figures(), is_printed in any::<bool>()) {
        let last = (28..=31).rev().find_map(|last| day.with_day(last)).unwrap();
        let printed = if is_printed { format!("{}年", year(day.year(), figures)) } else { String::new() };
        let context = Context { year: Some(day.year()), year_source: YearSource::Title, ..Context::default() };
        for mark in ["底前", "末", "底"] {
            let text = format!("{printed}{}月{mark}", number(day.month(), figures));
            let by = only(&text, &context);
            prop_assert_eq!((by.kind, by.end), (TimingKind::By, Some(last)), "{}", text);
        }
    }

    #[test]
    fn a_range_comes_back_with_every_dash(first in a_day(), length in 1_i64..900, figures in some_figures()) {
        let last = first + chrono::TimeDelta::days(length);
        for dash in ["-", "—", "——", "–", "－", "～", "~", "至", "到"] {
            let text = format!("{}{dash}{}", spellings(first, figures)[0], spellings(last, figures)[0]);
            let range = only(&text, &Context::default());
            prop_assert_eq!((range.kind, range.start, range.end), (TimingKind::Range, Some(first), Some(last)), "{}", text);
        }
    }

    #[test]
    fn a_period_comes_back(n in 1_u32..100, figures in some_figures(), unit in 0_usize..6) {
        use PeriodUnit::{CalendarDay, Hour, Month, Week, WorkingDay, Year};
        let (word, unit) =
            [("日", CalendarDay), ("个工作日", WorkingDay), ("周", Week), ("个月", Month), ("年", Year), ("小时", Hour)][unit];
        let n_text = number(n, figures);
        let expected = Some(Period::new(i32::try_from(n).unwrap(), unit));
        let after = only(&format!("收到之日起{n_text}{word}内"), &Context::default());
        prop_assert_eq!((after.kind, after.period, after.event.as_deref()), (TimingKind::AfterEvent, expected, Some("收到")));
        let minimum = only(&format!("不少于{n_text}{word}"), &Context::default());
        prop_assert_eq!((minimum.kind, minimum.period), (TimingKind::Minimum, expected));
    }

    #[test]
    fn a_rhythm_comes_back(month in 1_u8..=12, day in 1_u8..=28, figures in some_figures()) {
        let (m, d) = (number(month.into(), figures), number(day.into(), figures));
        let rhythm = |text: String| {
            let found = only(&text, &Context::default());
            assert_eq!(found.kind, TimingKind::Recurring, "{text}");
            found.recurrence.map(|Recurrence { every, month, day, .. }| (every, month, day))
        };
        prop_assert_eq!(rhythm(format!("每月{d}日前")), Some((Every::Monthly, None, Some(day))));
        prop_assert_eq!(rhythm(format!("每年{m}月{d}日前")), Some((Every::Yearly, Some(month), Some(day))));
    }
}

/// Twice the text takes no more than twice the tokens' work: a long text of every form is read, and read whole.
#[test]
fn a_long_text_of_every_form_is_read_whole() {
    let forms = "2020年9月底前、每季度末月20日前，自印发之日起30日内；2022—2024年，“十四五”期间，第三季度前，届满前6个月，不少于7天。";
    let once = scan(forms, &Context::default()).len();
    assert_eq!(scan(&forms.repeat(2_000), &Context::default()).len(), once * 2_000);
}
