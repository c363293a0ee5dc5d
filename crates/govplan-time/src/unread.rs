use crate::scan::in_cell;
use crate::token::{Kind, Term, Token, tokenize};
use crate::{Context, Expression, Step, TimingKind};

/// A text that prints the figures of a date and cannot be typed, such as the cell of a deadline column that says 13月底前: as a whole
/// a time that sets no day, with the step `unreadable`. Nothing where some of the text is an expression of time, or where no figures
/// of a date stand in it.
///
/// ```
/// use govplan_time::{TimingKind, unread};
///
/// assert_eq!(unread("13月底前").map(|found| found.kind), Some(TimingKind::Vague));
/// assert!(unread("12月底前").is_none());
/// assert!(unread("按上级要求").is_none());
/// ```
#[must_use]
pub fn unread(text: &str) -> Option<Expression> {
    let tokens = tokenize(text);
    if !prints_figures(&tokens) || !in_cell(text, &tokens, &Context::default()).is_empty() {
        return None;
    }
    let whole = Expression::new(TimingKind::Vague).because(Step::new("unreadable"));
    Some(Expression { span: 0..text.len(), ..whole })
}

/// Whether a number stands right before 年, 月, 日 or 季度, or a year right before another number and its sign (2020.13.5). The
/// number of a document (〔2020〕9号) is none.
fn prints_figures(tokens: &[Token]) -> bool {
    let kinds: Vec<Kind> = tokens.iter().map(|token| token.kind).collect();
    let before = std::iter::once(Kind::Other).chain(kinds.iter().copied());
    before.zip(kinds.windows(2)).any(|(before, pair)| match pair {
        [Kind::Number(_) | Kind::Figure, Kind::Term(Term::Year | Term::Month | Term::Day | Term::Quarter)] => {
            before != Kind::Close
        }
        [Kind::Number(year), Kind::Dot | Kind::Slash | Kind::Dash] => year.digits == 4,
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::unread;

    #[test]
    fn figures_of_a_date_that_cannot_be_typed_are_told_from_words() {
        for text in ["13月底前", "２０２０年１３月", "32日前", "十三月底", "第五季度", "2020.13.5", "于13月完成"]
        {
            assert!(unread(text).is_some(), "{text}");
        }
        for text in [
            "12月底前",
            "2月30日前",
            "9月32日前",
            "已完成初稿，2020年9月上报",
            "及时",
            "按上级要求",
            "依据〔2020〕9号",
            "第9条",
            "完成98.5%",
            "",
            "/",
        ] {
            assert!(unread(text).is_none(), "{text}");
        }
    }
}
