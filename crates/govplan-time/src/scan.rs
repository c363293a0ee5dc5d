use crate::grammar::{Reader, Reading, Source, longest, year_of};
use crate::token::{Kind, Term, Token, tokenize};
use crate::{Context, Every, Expression, TimingKind};
use std::ops::Range;

/// How many words may stand between a softening word and the time (原则上应于6月底前).
const FURTHEST_MODALITY: usize = 3;

/// Every expression of time in a running text: leftmost first, the longest of each place, none over another.
///
/// Takes time linear in the text and never panics. Typing knows nothing of what stands around: whether an expression is a
/// duty's deadline, a service limit (5个工作日以内办结) or the day that a rule takes effect (自3月1日起施行) is the
/// caller's to decide. No expression crosses a tab or the end of a line.
///
/// ```
/// use govplan_time::{Context, TimingKind, scan};
///
/// let text = "2020年9月底前，编制完成目录；公开征求意见的期限一般不少于30日。";
/// let found = scan(text, &Context::default());
/// assert_eq!(text.get(found[0].span.clone()), Some("2020年9月底前"));
/// assert_eq!((found[1].kind, found[1].modality.as_deref()), (TimingKind::Minimum, Some("一般")));
/// ```
#[must_use]
pub fn scan(text: &str, context: &Context) -> Vec<Expression> {
    let tokens = tokenize(text);
    read(Reader::new(&Source { text, tokens: &tokens, context, cell: false }))
}

/// The expressions of a text that is one, or several: the cell of a deadline column.
///
/// A later part goes by the year that an earlier one prints, and 定期 is a round without a name. The first clause holds a
/// time, else the text is none and gives nothing.
///
/// ```
/// use govplan_time::{Context, TimingKind, parse};
///
/// let kinds = |cell: &str| parse(cell, &Context::default()).iter().map(|time| time.kind).collect::<Vec<_>>();
/// assert_eq!(kinds("2025年11月底前，并长期坚持"), [TimingKind::By, TimingKind::Continuous]);
/// assert_eq!(kinds("县教育局"), []);
/// ```
#[must_use]
pub fn parse(text: &str, context: &Context) -> Vec<Expression> {
    let tokens = tokenize(text);
    let found = in_cell(text, &tokens, context);
    let clause = tokens.iter().find(|token| matches!(token.kind, Kind::Comma | Kind::Stop));
    let clause_end = clause.map_or(text.len(), |token| token.span.start);
    if found.first().is_none_or(|first| first.span.start > clause_end) {
        return Vec::new();
    }
    // Beside a time that says more, a word that sets no day says nothing.
    let is_vague = |expression: &Expression| expression.kind == TimingKind::Vague && expression.start.is_none();
    if found.iter().all(is_vague) { found } else { found.into_iter().filter(|found| !is_vague(found)).collect() }
}

/// Every expression of a cell, in whichever of its clauses.
pub(crate) fn in_cell(text: &str, tokens: &[Token], context: &Context) -> Vec<Expression> {
    read(Reader::new(&Source { text, tokens, context, cell: true }))
}

fn read(mut reader: Reader<'_>) -> Vec<Expression> {
    let mut found = Vec::new();
    while reader.at < reader.tokens.len() {
        let Some((reading, mut ahead)) = longest(&reader) else {
            step_over(&mut reader);
            continue;
        };
        ahead.floor = ahead.at;
        ahead.carried_year = last_year(reader.tokens, reader.at..ahead.at).or(reader.carried_year);
        ahead.rounds = None;
        if let Reading::Time { expression, first } = reading {
            let first = first.unwrap_or(reader.at);
            if let Some(before) = found.last_mut().filter(|_| is_list(&reader, first)) {
                share_end(before, &expression);
            }
            ahead.rounds = expression.recurrence.filter(|recurrence| recurrence.every != Every::Unspecified);
            found.extend(placed(&ahead, first, expression));
        }
        reader = ahead;
    }
    found
}

/// Whether only signs of a list stand between the expression before and one that begins with a token.
fn is_list(reader: &Reader<'_>, first: usize) -> bool {
    let between = reader.tokens.get(reader.floor..first).unwrap_or_default();
    let joins = |token: &Token| match token.kind {
        Kind::Term(Term::And) => true,
        Kind::Comma => reader.text.get(token.span.clone()) == Some("、"),
        _ => false,
    };
    !between.is_empty() && between.iter().all(joins)
}

/// 底 at the end of a list of months holds for each of them: 每年6月和12月底前, 7月、12月底前.
fn share_end(before: &mut Expression, last: &Expression) {
    if let (Some(rounds), Some(last)) = (before.recurrence.as_mut(), last.recurrence) {
        let is_month_alone = rounds.month.is_some() && rounds.day.is_none() && rounds.from_end.is_none();
        if is_month_alone && rounds.every == last.every {
            rounds.from_end = last.from_end;
        }
        return;
    }
    let ends_a_month = last.kind == TimingKind::By && last.steps.last().is_some_and(|step| step.code == "month_end");
    if let Some(step) = before.steps.last_mut().filter(|step| ends_a_month && step.code == "month_whole") {
        step.code = "month_end".into();
        before.kind = TimingKind::By;
        before.start = None;
    }
}

/// Leaves a token behind. What stood before a sign of a list still holds after it: 2025年6月底、9月底前.
fn step_over(reader: &mut Reader<'_>) {
    if !matches!(reader.kind(), Kind::Comma | Kind::Term(Term::And)) {
        reader.rounds = None;
        if !reader.cell {
            reader.carried_year = None;
        }
    }
    reader.at += 1;
}

/// The year that some tokens print last.
fn last_year(tokens: &[Token], range: Range<usize>) -> Option<i32> {
    tokens.get(range)?.iter().rev().find_map(|token| match token.kind {
        Kind::Number(number) => year_of(number),
        _ => None,
    })
}

/// An expression with its place and the words that stand right before and after it.
fn placed(ahead: &Reader<'_>, first: usize, expression: Expression) -> Option<Expression> {
    let start = ahead.tokens.get(first)?.span.start;
    let end = ahead.tokens.get(ahead.at.checked_sub(1)?)?.span.end;
    let word = |at: usize, term: Term| {
        let token = ahead.tokens.get(at).filter(|token| token.kind == Kind::Term(term))?;
        ahead.text.get(token.span.clone()).map(str::to_owned)
    };
    let sets_a_time = !matches!(expression.kind, TimingKind::Vague | TimingKind::Immediate);
    let milestone =
        word(ahead.at, Term::Milestone).filter(|_| sets_a_time).or_else(|| word(ahead.at, Term::TakingEffect));
    let is_between =
        |at: &usize| matches!(ahead.kind_at(*at), Kind::Term(Term::At | Term::Lead | Term::Until | Term::From));
    let before = (0..first).rev().take(FURTHEST_MODALITY);
    let modality = before.clone().find(|at| !is_between(at)).and_then(|at| word(at, Term::Modality));
    Some(Expression { span: start..end, milestone, modality, ..expression })
}
