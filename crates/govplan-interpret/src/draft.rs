//! A plan under way: what was read, with its text and places, before it has ids, an index of organs and dates.

use govplan_core::{Citation, DocumentRule, Head, Origin, Person, Place, Role};
use govplan_document::Text;

/// Everything that was read of one plan.
#[derive(Debug, Default)]
pub(crate) struct Draft {
    pub(crate) head: Head,
    pub(crate) title: Option<String>,
    pub(crate) basis: Vec<Citation>,
    /// What stands before the first numbered part of the notice and of the plan.
    pub(crate) preamble: Vec<Text>,
    pub(crate) directives: Vec<DraftDirective>,
    pub(crate) sections: Vec<DraftSection>,
    pub(crate) rules: Vec<DocumentRule>,
    /// Sentences of the notice or the preamble that state a rule for the whole plan.
    pub(crate) stated_rules: Vec<Text>,
    /// First cells of rows that print the header of their table again.
    pub(crate) repeated_headers: Vec<Text>,
    /// Text that found no field.
    pub(crate) unplaced: Vec<Text>,
}

#[derive(Debug)]
pub(crate) struct DraftDirective {
    pub(crate) label: Option<String>,
    pub(crate) title: Option<Text>,
    pub(crate) text: Text,
}

#[derive(Debug, Default)]
pub(crate) struct DraftSection {
    pub(crate) label: Option<String>,
    pub(crate) title: Option<Text>,
    pub(crate) paragraphs: Vec<Text>,
    pub(crate) sections: Vec<DraftSection>,
    pub(crate) tasks: Vec<DraftTask>,
}

#[derive(Debug, Default)]
pub(crate) struct DraftTask {
    pub(crate) label: Option<String>,
    pub(crate) title: Option<Text>,
    pub(crate) intro: Option<Text>,
    pub(crate) requirements: Vec<DraftRequirement>,
}

#[derive(Debug, Clone, Default)]
pub(crate) struct DraftRequirement {
    pub(crate) label: Option<String>,
    pub(crate) title: Option<Text>,
    pub(crate) text: Text,
    pub(crate) parties: Vec<Party>,
    /// Deadlines that stand apart from the text: a column's cell, a part of a phrase.
    pub(crate) deadlines: Vec<Deadline>,
    /// Rules that its phrase states for what follows, as printed.
    pub(crate) rules: Vec<Text>,
    /// Phrases and cells that name its organs, as printed.
    pub(crate) phrases: Vec<Text>,
    pub(crate) persons: Vec<Person>,
    pub(crate) status: Option<String>,
    pub(crate) cells: Vec<(String, String)>,
    pub(crate) place: Option<Place>,
    /// Whether its table has a column for each role: then the rules of the document say nothing more of its organs.
    pub(crate) is_settled: bool,
}

impl DraftRequirement {
    /// A requirement of a row whose text holds a phrase of its own: the text without the phrase, and what that says.
    pub(crate) fn with(mut self, part: Self) -> Self {
        self.text = part.text;
        self.parties = part.parties;
        self.deadlines.extend(part.deadlines);
        self.persons.extend(part.persons);
        self.rules.extend(part.rules);
        self.phrases.extend(part.phrases);
        self
    }

    /// Keeps the text of a column without a header, by the column's number.
    pub(crate) fn keep(&mut self, index: usize, text: &Text) {
        if !text.is_empty() {
            self.cells.push(((index + 1).to_string(), text.as_str().to_owned()));
        }
    }
}

/// An organ with its role, as a phrase or a cell names it.
#[derive(Debug, Clone)]
pub(crate) struct Party {
    /// Full name: a level printed once for several organs is restored.
    pub(crate) unit: String,
    /// Name as printed.
    pub(crate) raw: Text,
    pub(crate) role: Role,
    pub(crate) origin: Origin,
    pub(crate) inherited: bool,
    pub(crate) open_list: bool,
}

/// A deadline that stands apart from the text.
#[derive(Debug, Clone)]
pub(crate) struct Deadline {
    pub(crate) text: Text,
    pub(crate) origin: Origin,
    pub(crate) inherited: bool,
    /// Whether all of the text is how the deadline is printed; else the expression of time alone is.
    pub(crate) is_whole: bool,
    /// Whether it is a cell of a column of deadlines: one that prints a date which cannot be read is a deadline all the same.
    pub(crate) is_cell: bool,
}
