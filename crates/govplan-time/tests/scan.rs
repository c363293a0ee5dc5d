//! What is found in running text and in cells: places, parts of an expression, years and steps.

use chrono::{NaiveDate, NaiveTime};
use govplan_time::{Context, Every, Expression, Language, Recurrence, TimingKind, YearSource, parse, scan};
use proptest::prelude::*;

fn context() -> Context {
    Context { issued: None, year: Some(2020), year_source: YearSource::Title }
}

fn only(text: &str, context: &Context) -> Expression {
    let mut found = scan(text, context);
    assert_eq!(found.len(), 1, "{text}: {found:?}");
    found.swap_remove(0)
}

fn days(found: &Expression) -> (String, String) {
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    (day(found.start), day(found.end))
}

#[test]
fn numbers_beyond_all_bounds_are_no_figures_of_a_day() {
    for text in ["3000000000 000000000b11月", "4294967295 9月4294967295 9日前", "9999999999999 9日"] {
        assert!(scan(text, &context()).iter().all(|found| found.end.is_none()), "{text}");
        assert!(parse(text, &context()).iter().all(|found| found.end.is_none()), "{text}");
    }
    assert_eq!(days(&only("3月3 1日前报送", &context())).1, "2020-03-31");
}

#[test]
fn expressions_are_found_in_their_exact_place() {
    use TimingKind::{AfterEvent, By, Continuous, Immediate, Minimum, Range, Recurring, Vague};
    for (text, expected) in [
        ("2020年9月底前，编制完成目录。", vec![("2020年9月底前", By)]),
        ("公开征求意见的期限一般不少于30日。", vec![("不少于30日", Minimum)]),
        ("失信信息修复申请应在收到之日起20个工作日内办结。", vec![("收到之日起20个工作日内", AfterEvent)]),
        (
            "于每月5日前、每季度末报送进展，12月10日前报送总结。",
            vec![("每月5日前", Recurring), ("每季度末", Recurring), ("12月10日前", By)],
        ),
        ("从2019年起，每年更新车辆。", vec![("从2019年起，每年", Recurring)]),
        ("“十三五”期间，逐步扩大。", vec![("“十三五”期间", Range)]),
        ("发现问题立即整改，长期落实，及时报告。", vec![("立即", Immediate), ("长期", Continuous), ("及时", Vague)]),
        ("办理时间压缩至5个工作日以内。", vec![("5个工作日以内", AfterEvent)]),
        ("2020 年 9 月底前完成", vec![("2020 年 9 月底前", By)]),
        ("1.2019年9月底前修订目录", vec![("2019年9月底前", By)]),
        ("（国家发展改革委牵头，年内持续推进）", vec![("年内持续推进", Continuous)]),
        ("全年\t2020年\n9月底前", vec![("全年", Continuous), ("2020年", Range), ("9月底前", By)]),
    ] {
        let found = scan(text, &context());
        let found: Vec<_> =
            found.into_iter().map(|found| (text.get(found.span).unwrap_or_default(), found.kind)).collect();
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn days_are_those_of_the_calendar() {
    for (text, start, end) in [
        ("应于六月底前", "", "2020-06-30"),
        ("2月底前", "", "2020-02-29"),
        ("2021年2月底前", "", "2021-02-28"),
        ("二○二○年十二月廿五日前", "", "2020-12-25"),
        ("2020.9.30", "2020-09-30", "2020-09-30"),
        ("2020-09-30前", "", "2020-09-30"),
        ("2020/9/30", "2020-09-30", "2020-09-30"),
        ("2024年8月前", "", "2024-07-31"),
        ("年终前", "", "2020-12-31"),
        ("3—12月", "2020-03-01", "2020-12-31"),
        ("2020年9－12月", "2020-09-01", "2020-12-31"),
        ("2022~2024年", "2022-01-01", "2024-12-31"),
        ("2026年1月1日 -2026年12月31日", "2026-01-01", "2026-12-31"),
        ("5月20日—25日", "2020-05-20", "2020-05-25"),
        ("10月29日至明年2月1日", "2020-10-29", "2021-02-01"),
        ("11月至3月", "2020-11-01", "2021-03-31"),
        ("前三季度", "2020-01-01", "2020-09-30"),
        ("今明两年", "2020-01-01", "2021-12-31"),
        ("2012年起5年内", "2012-01-01", "2016-12-31"),
        ("自2020年1月31日起1个月内", "2020-01-31", "2020-02-29"),
        ("“十五五”时期", "2026-01-01", "2030-12-31"),
        ("国庆节前", "", "2020-09-30"),
        ("汛期前", "", ""),
        ("2月30日前", "", ""),
    ] {
        assert_eq!(days(&only(text, &context())), (start.to_owned(), end.to_owned()), "{text}");
    }
}

#[test]
fn full_width_figures_give_the_same_days() {
    let wide: fn(&str) -> String = |text| {
        let wide = |c: char| c.to_digit(10).and_then(|digit| char::from_u32(0xFF10 + digit)).unwrap_or(c);
        text.chars().map(wide).collect()
    };
    for text in ["2020年9月底前", "3—12月", "2020-09-30", "每月5日前", "30日内", "9月10日17:00前"] {
        let (narrow, wide) = (only(text, &context()), only(&wide(text), &context()));
        assert_eq!((narrow.kind, days(&narrow), narrow.time), (wide.kind, days(&wide), wide.time), "{text}");
        assert_eq!((narrow.recurrence, narrow.period), (wide.recurrence, wide.period), "{text}");
    }
}

#[test]
fn a_year_that_is_not_printed_comes_from_the_context_or_stays_open() {
    let codes = |found: &Expression| found.steps.iter().map(|step| step.code.clone()).collect::<Vec<_>>();
    let titled = only("9月底前", &context());
    assert_eq!(
        (days(&titled).1.as_str(), codes(&titled)),
        ("2020-09-30", vec!["year_from_title".into(), "month_end".into()])
    );

    // The plan covers several years: the year of issue is none of theirs, but 明年 goes by it.
    let issued = Context { issued: NaiveDate::from_ymd_opt(2019, 3, 1), ..Context::default() };
    let open = only("9月底前", &issued);
    assert_eq!((days(&open).1.as_str(), codes(&open)), ("", vec!["year_unknown".into()]));
    let next = only("明年3月底前", &issued);
    assert_eq!(days(&next).1, "2020-03-31");
    assert_eq!(codes(&next), ["year_from_issued", "relative_year", "month_end"]);
    assert_eq!(days(&only("明年3月底前", &Context::default())).1, "");
    assert_eq!(days(&only("即日起", &issued)).0, "2019-03-01");
    assert_eq!(days(&only("自本通知印发之日起30日内", &issued)), ("2019-03-01".into(), "2019-03-31".into()));
}

#[test]
fn a_part_of_a_cell_goes_by_the_year_printed_before_it() {
    let ends = |found: Vec<Expression>| found.iter().map(|found| days(found).1).collect::<Vec<_>>();
    let cell = "2025年6月底前出台办法，9月底前完成";
    assert_eq!(ends(parse(cell, &context())), ["2025-06-30", "2025-09-30"]);
    assert_eq!(ends(scan(cell, &context())), ["2025-06-30", "2020-09-30"]);
    assert_eq!(ends(scan("2025年6月底、9月底前", &context())), ["2025-06-30", "2025-09-30"]);
    let shared = parse("7月、12月底前各一次", &context());
    assert_eq!((shared[0].kind, days(&shared[0])), (TimingKind::By, (String::new(), "2020-07-31".into())));
}

#[test]
fn rounds_are_read_with_their_day() {
    let none = Recurrence {
        every: Every::Monthly,
        interval: None,
        times: None,
        day: None,
        weekday: None,
        month: None,
        month_of_quarter: None,
        from_end: None,
        next_period: false,
    };
    let quarterly = Recurrence { every: Every::Quarterly, ..none };
    let weekly = Recurrence { every: Every::Weekly, ..none };
    let yearly = Recurrence { every: Every::Yearly, ..none };
    for (text, expected) in [
        ("每月5日前", Recurrence { day: Some(5), ..none }),
        ("次月10日前", Recurrence { day: Some(10), next_period: true, ..none }),
        ("每月终了后5日内", Recurrence { day: Some(5), next_period: true, ..none }),
        ("每月至少开展2次", Recurrence { times: Some(2), ..none }),
        ("一月一调度", Recurrence { times: Some(1), ..none }),
        ("每季度末月20日前", Recurrence { month_of_quarter: Some(3), day: Some(20), ..quarterly }),
        ("每季末", Recurrence { from_end: Some(1), ..quarterly }),
        ("按季度", quarterly),
        ("每两周", Recurrence { interval: Some(2), ..weekly }),
        ("每周五下班前", Recurrence { weekday: Some(5), ..weekly }),
        ("每周一次", Recurrence { times: Some(1), ..weekly }),
        ("每周一至周五", weekly),
        ("每年2月底前", Recurrence { month: Some(2), from_end: Some(1), ..yearly }),
        ("每年年底前", Recurrence { month: Some(12), from_end: Some(1), ..yearly }),
        ("半年一次", Recurrence { every: Every::HalfYearly, times: Some(1), ..none }),
    ] {
        assert_eq!(only(text, &context()).recurrence, Some(expected), "{text}");
    }
    let listed = scan("每年6月底、12月底前", &context());
    assert_eq!(listed.iter().map(|found| found.recurrence.unwrap().month).collect::<Vec<_>>(), [Some(6), Some(12)]);
    assert_eq!(days(&only("5月份每周六", &context())), ("2020-05-01".into(), "2020-05-31".into()));
}

#[test]
fn what_stands_beside_a_time_is_kept_apart_from_it() {
    let softened = only("原则上应于5月底前动工", &context());
    assert_eq!((softened.modality.as_deref(), softened.milestone.as_deref()), (Some("原则上"), Some("动工")));
    assert_eq!(only("自2019年3月1日起施行", &context()).milestone.as_deref(), Some("施行"));
    assert_eq!(only("9月10日下午5时30分前", &context()).time, NaiveTime::from_hms_opt(17, 30, 0));
    for (text, event, n) in [
        ("应在收到申请之日起20个工作日内", Some("收到申请"), 20),
        ("文件下达后1个月内", Some("文件下达"), 1),
        ("届满前6个月", Some("届满"), -6),
        ("提前3天", None, -3),
    ] {
        let found = only(text, &context());
        assert_eq!((found.event.as_deref(), found.period.unwrap().n), (event, n), "{text}");
    }
}

#[test]
fn a_cell_that_is_no_expression_gives_none() {
    for cell in ["", "——", "无", "县教育局", "县水务局、县住建局", "做好督查工作，落实到2020年底"]
    {
        assert_eq!(parse(cell, &context()), [], "{cell}");
    }
    assert_eq!(parse("定期", &context())[0].recurrence.unwrap().every, Every::Unspecified);
    assert_eq!(scan("定期", &context())[0].kind, TimingKind::Vague);
}

#[test]
fn an_event_without_a_name_is_none() {
    let found = only("，之日起3个月内完成。", &context());
    assert_eq!((found.kind, found.event), (TimingKind::AfterEvent, None));
    assert_eq!(scan("，之日起施行。", &context()), []);
}

#[test]
fn every_step_that_is_taken_has_its_words() {
    let table = include_str!("tables/deadlines.csv");
    let more = "明年三季度起\n十四五末\n2月30日前\n国庆节当天\n春节前\n自即日起30日内\n2012年起5年内\n11月至3月\n上旬\n12月上旬";
    let issued = NaiveDate::from_ymd_opt(2020, 6, 6);
    for context in [Context { issued, ..context() }, Context { issued, ..Context::default() }, Context::default()] {
        for step in scan(&format!("{table}\n{more}"), &context).iter().flat_map(|found| &found.steps) {
            for language in [Language::Chinese, Language::English] {
                let words = step.text(language);
                assert!(words != step.code && !words.contains(['{', '}']), "{step:?}: {words}");
            }
        }
    }
}

#[test]
fn long_and_hostile_texts_are_read() {
    for hostile in ["每", "之日起", "2020年9月", "自", "9", "十", "-", "每年召", "一二三"] {
        let text = hostile.repeat(20_000);
        assert!(scan(&text, &context()).len() <= 20_000, "{hostile}");
    }
}

fn holds(text: &str, found: &[Expression]) -> Result<(), TestCaseError> {
    let mut last = 0;
    for found in found {
        prop_assert!(found.span.start >= last && found.span.end > found.span.start, "{text}");
        prop_assert!(text.get(found.span.clone()).is_some(), "{text}");
        last = found.span.end;
    }
    Ok(())
}

proptest! {
    #[test]
    fn places_are_ordered_disjoint_and_whole_letters(
        text in "[0-9０-９年月日底前每季度上下旬半内起至到自之收后个工作及时持续推进长期十四五“”一二三〇 　\t、，。A-Za-z.:-]{0,60}"
    ) {
        holds(&text, &scan(&text, &context()))?;
        holds(&text, &parse(&text, &Context::default()))?;
    }

    #[test]
    fn any_text_is_read(text in "\\PC{0,200}", year in any::<i32>(), issued in any::<bool>()) {
        let issued = issued.then_some(NaiveDate::MAX);
        holds(&text, &scan(&text, &Context { issued, year: Some(year), ..Context::default() }))?;
    }

    #[test]
    fn any_year_of_a_context_is_taken(year in any::<i32>()) {
        for text in ["明年底前", "11月至次年3月", "三季度末", "2月下旬", "全年", "自9月起5年内", "9月前"] {
            holds(text, &scan(text, &Context { year: Some(year), ..Context::default() }))?;
        }
    }
}
