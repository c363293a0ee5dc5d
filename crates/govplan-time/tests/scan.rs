//! What stands in running text, and what must not be taken for a time.

use govplan_time::{Context, TimingKind, YearSource, scan};
use proptest::prelude::*;

fn context() -> Context {
    Context { issued: None, year: Some(2020), year_source: YearSource::Title }
}

fn found(text: &str) -> Vec<(&str, TimingKind)> {
    scan(text, &context()).into_iter().map(|found| (text.get(found.span).unwrap_or_default(), found.kind)).collect()
}

#[test]
fn expressions_are_found_with_their_exact_span() {
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
        ("２０２０年９月底前完成", vec![("２０２０年９月底前", By)]),
        ("2020 年 9 月底前完成", vec![("2020 年 9 月底前", By)]),
        ("应于六月底前", vec![("六月底前", By)]),
    ] {
        assert_eq!(found(text), expected, "{text}");
    }
}

#[test]
fn figures_and_names_are_no_times() {
    for text in [
        "每小时35蒸吨以下燃煤锅炉",
        "城镇新增就业900万人以上",
        "居民消费价格涨幅3.5%左右",
        "PM2.5年均浓度控制在29微克每立方米以下",
        "落实“六个100%”",
        "推动可持续发展，完善长期护理保险",
        "把第十二小学建成",
        "发行1万亿元特别国债",
        "联系电话：6239325",
        "一网通办、一窗受理、一链办理",
        "新增2座人行天桥",
        "第三方评估",
        "版本2020.13.45",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn a_date_without_a_year_takes_the_contexts_and_says_so_or_stays_open() {
    let dated = scan("9月底前", &context());
    assert_eq!(dated[0].end.unwrap().to_string(), "2020-09-30");
    assert_eq!(
        dated[0].steps.iter().map(|step| step.code.as_str()).collect::<Vec<_>>(),
        ["year_from_title", "month_end"]
    );
    let open = scan("9月底前", &Context::default());
    assert_eq!(open[0].end, None);
    assert_eq!(open[0].steps[0].code, "year_unknown");
}

#[test]
fn every_step_has_its_words() {
    use govplan_time::Language;
    for text in [
        "9月底前",
        "明年3月底前",
        "第三季度",
        "上半年",
        "12月上旬",
        "年底前",
        "2024年8月前",
        "“十四五”期间",
        "2022—2024年",
        "4月15日当天",
    ] {
        for step in scan(text, &context()).iter().flat_map(|found| &found.steps) {
            for language in [Language::Chinese, Language::English] {
                let words = step.text(language);
                assert!(words != step.code && !words.contains('{'), "{text}: {words}");
            }
        }
    }
}

proptest! {
    #[test]
    fn spans_are_ordered_disjoint_and_on_characters(text in "[0-9０-９年月日底前每季度上下旬半内起至到自之收后个工作及时持续推进长期十四五“”一二三〇 、，。A-Za-z.-]{0,60}") {
        let mut last = 0;
        for found in scan(&text, &context()) {
            prop_assert!(found.span.start >= last && found.span.end > found.span.start);
            prop_assert!(text.get(found.span.clone()).is_some());
            last = found.span.end;
        }
    }

    #[test]
    fn any_text_is_read_without_panic(text in "\\PC{0,200}") {
        let _ = scan(&text, &Context::default());
    }
}
