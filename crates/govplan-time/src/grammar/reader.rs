use crate::calendar::Years;
use crate::token::{Kind, Number, Term, Token};
use crate::{Context, Recurrence};
use std::ops::{Deref, Range, RangeInclusive};

/// What is read: the same for every place of it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Source<'t> {
    pub(crate) text: &'t str,
    pub(crate) tokens: &'t [Token],
    pub(crate) context: &'t Context,
    /// Whether the text is the cell of a deadline column.
    pub(crate) cell: bool,
}

/// A place in a row of tokens, and what the rules of the grammar may know of the rest. It is copied for each rule that is
/// tried, and so is small.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reader<'t> {
    source: &'t Source<'t>,
    /// The next token.
    pub(crate) at: usize,
    /// The first token that no expression has taken yet.
    pub(crate) floor: usize,
    /// The year that a bare year goes by before the context's.
    pub(crate) carried_year: Option<i32>,
    /// The rounds that stand right before, where a list may go on with one more day of them.
    pub(crate) rounds: Option<Recurrence>,
}

impl<'t> Deref for Reader<'t> {
    type Target = Source<'t>;

    fn deref(&self) -> &Source<'t> {
        self.source
    }
}

impl<'t> Reader<'t> {
    /// A reader at the beginning of a text.
    pub(crate) fn new(source: &'t Source<'t>) -> Self {
        Self { source, at: 0, floor: 0, carried_year: None, rounds: None }
    }

    pub(crate) fn kind_at(&self, at: usize) -> Kind {
        self.tokens.get(at).map_or(Kind::Stop, |token| token.kind)
    }

    pub(crate) fn kind(&self) -> Kind {
        self.kind_at(self.at)
    }

    /// The kind of the token before the next one.
    pub(crate) fn kind_before(&self) -> Kind {
        self.at.checked_sub(1).map_or(Kind::Stop, |at| self.kind_at(at))
    }

    pub(crate) fn is(&self, term: Term) -> bool {
        matches!(self.kind(), Kind::Term(found) if found == term)
    }

    /// Reads a sign or a word, if it stands next.
    pub(crate) fn take(&mut self, kind: Kind) -> bool {
        let found = self.at < self.tokens.len() && self.kind() == kind;
        self.at += usize::from(found);
        found
    }

    /// Reads a word, if it stands next.
    pub(crate) fn eat(&mut self, term: Term) -> bool {
        let found = matches!(self.tokens.get(self.at), Some(Token { kind: Kind::Term(found), .. }) if *found == term);
        self.at += usize::from(found);
        found
    }

    /// Reads the next token whatever it is, with what it has been found to mean.
    pub(crate) fn after<T>(&mut self, meaning: T) -> T {
        self.at += 1;
        meaning
    }

    /// Reads one of some words, if it stands next.
    pub(crate) fn eat_any(&mut self, terms: &[Term]) -> bool {
        terms.iter().any(|term| self.eat(*term))
    }

    /// Reads a word, or gives up.
    pub(crate) fn need(&mut self, term: Term) -> Option<()> {
        self.eat(term).then_some(())
    }

    /// Reads what a function of the next token's kind knows.
    pub(crate) fn map<T>(&mut self, read: impl FnOnce(Kind) -> Option<T>) -> Option<T> {
        let value = read(self.kind())?;
        self.at += 1;
        Some(value)
    }

    pub(crate) fn number(&mut self) -> Option<Number> {
        self.map(|kind| match kind {
            Kind::Number(number) => Some(number),
            _ => None,
        })
    }

    /// Reads a number within bounds.
    pub(crate) fn number_in(&mut self, bounds: RangeInclusive<u32>) -> Option<u32> {
        self.attempt(|reader| reader.number().map(|number| number.value).filter(|value| bounds.contains(value)))
    }

    /// Reads by a rule; where the rule gives up, nothing is read.
    pub(crate) fn attempt<T>(&mut self, rule: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let mut ahead = *self;
        let value = rule(&mut ahead)?;
        *self = ahead;
        Some(value)
    }

    /// The text of some tokens.
    pub(crate) fn printed(&self, tokens: Range<usize>) -> Option<&'t str> {
        let first = self.tokens.get(tokens.start)?;
        let last = self.tokens.get(tokens.end.checked_sub(1)?)?;
        self.text.get(first.span.start..last.span.end).filter(|printed| !printed.is_empty())
    }

    pub(crate) fn years(&self) -> Years<'t> {
        Years { context: self.context, carried: self.carried_year }
    }
}
