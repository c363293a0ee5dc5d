//! The rows of a table to sections, tasks and requirements.

use super::cells::{Cells, Places, Printed, Seen};
use super::columns::{Columns, Numbered};
use crate::clause::{self, heading};
use crate::draft::{Deadline, DraftRequirement, DraftSection, DraftTask, Party};
use crate::label::{Style, label};
use crate::party;
use crate::vocabulary::{Column, is_remark, is_total};
use govplan_core::{Origin, Role};
use govplan_document::Text;
use govplan_time::{Context, parse};

/// What the rows say.
#[derive(Debug, Default)]
pub(super) struct Rows {
    pub(super) sections: Vec<DraftSection>,
    /// Remarks that belong to no row.
    pub(super) beside: Vec<Text>,
    /// First cells of rows that print the header again.
    pub(super) repeated_headers: Vec<Text>,
}

/// Reads the rows below the header.
pub(super) fn read(cells: &Cells<'_>, columns: &Columns) -> Rows {
    let mut table = Reader::new(columns, cells.shows_merges);
    let (header, body) = cells.rows.split_at(columns.first_row.min(cells.rows.len()));
    for row in body {
        let Some(first) = row.iter().flatten().next() else { continue };
        if header.last().is_some_and(|header| is_same(header, row)) {
            table.read.repeated_headers.push(first.text.clone());
        } else {
            table.row(&without(header, row));
        }
    }
    table.close_section();
    table.read
}

/// A row without what it would take over from the header: a 同上 with nothing above it names nobody.
fn without<'t>(header: &[Places<'t>], row: &Places<'t>) -> Places<'t> {
    let names_column =
        |seen: &Seen<'t>| header.iter().flatten().flatten().any(|name| std::ptr::eq(name.text, seen.text));
    row.iter().map(|place| place.filter(|seen| is_new(seen) || !names_column(seen))).collect()
}

/// Whether a row prints the very words of another.
fn is_same(one: &Places<'_>, other: &Places<'_>) -> bool {
    let texts = |row: &Places<'_>| row.iter().flatten().map(|seen| seen.text.as_str().to_owned()).collect::<Vec<_>>();
    texts(one) == texts(other)
}

/// The table as far as it is read.
struct Reader<'c> {
    columns: &'c Columns,
    shows_merges: bool,
    read: Rows,
    section: Option<DraftSection>,
    /// The style of number that the rows over the full width begin with, the first deciding.
    section_style: Option<Style>,
    task: Option<DraftTask>,
    /// Whether the task that is open was opened by a row over the full width, for all the rows below it.
    task_is_row: bool,
    /// Organs of the row above, for flattened text.
    above: Vec<Party>,
}

/// One row, its places by what their columns hold.
#[derive(Default)]
struct Fields<'t> {
    serial: Option<Seen<'t>>,
    section: Option<Seen<'t>>,
    task: Option<Seen<'t>>,
    requirements: Vec<Seen<'t>>,
    draft: DraftRequirement,
    names_unit: bool,
}

impl<'c> Reader<'c> {
    fn new(columns: &'c Columns, shows_merges: bool) -> Self {
        Self {
            columns,
            shows_merges,
            read: Rows::default(),
            section: None,
            section_style: None,
            task: None,
            task_is_row: false,
            above: Vec::new(),
        }
    }

    fn row(&mut self, row: &Places<'_>) {
        if row.iter().flatten().next().is_some_and(|first| is_total(first.text.as_str())) {
            let own = row.iter().flatten().filter(|seen| is_new(seen));
            self.read.beside.extend(own.map(|seen| seen.text.clone()));
            return;
        }
        if let Some(title) = full_width(row, self.columns, self.shows_merges) {
            self.full_width_row(&title);
            return;
        }
        let fields = self.fields(row);
        if let Some(section) = fields.section.filter(|seen| is_new(seen)) {
            let number = fields.serial.filter(|_| self.columns.serial == Numbered::Section);
            self.open_section(section.text, number.map(|number| number.text.as_str().to_owned()));
        }
        // A requirement that is merged over several rows is one, with the organs and times of all of them.
        if self.shows_merges && self.goes_on(&fields) {
            self.extend(fields.draft);
            return;
        }
        let mut requirement = fields.draft;
        let mut serial = fields.serial.filter(is_new).map(|serial| serial.text.as_str().to_owned());
        if self.columns.serial == Numbered::Section {
            serial = None;
        }
        if let Some(text) = joined(&fields.requirements) {
            (requirement.label, requirement.text) = numbered(&text);
        }
        let continues = self.place_in_task(
            &fields.task,
            fields.section.is_some_and(|seen| is_new(&seen)),
            serial,
            &mut requirement,
        );
        if !self.shows_merges && !fields.names_unit && continues {
            requirement.parties = self.above.iter().cloned().map(|party| Party { inherited: true, ..party }).collect();
        }
        self.above.clone_from(&requirement.parties);
        let first = row.iter().flatten().map(|seen| seen.text).next();
        let text = Some(&requirement.text).filter(|text| !text.is_empty()).or(first);
        requirement.place = text.and_then(|text| text.place(0..text.as_str().len()));
        self.push(requirement);
    }

    /// Puts a requirement into its task: one for each numbered item of its text, each with the organs and times of the
    /// row; a text with phrases of its own, where no column names organs, is one for each phrase.
    fn push(&mut self, requirement: DraftRequirement) {
        let items = items(&requirement.text);
        if items.len() > 1 {
            for (label, text) in items {
                let place = text.place(0..text.as_str().len());
                self.push_one(DraftRequirement { label: Some(label), text, place, ..requirement.clone() });
            }
        } else {
            self.push_one(requirement);
        }
    }

    fn push_one(&mut self, requirement: DraftRequirement) {
        let task = self.task.get_or_insert_default();
        let clause = requirement.parties.is_empty().then(|| clause::read_prose(&requirement.text));
        match clause.filter(clause::Clause::is_closed) {
            Some(clause) => {
                let parts = clause::requirements(requirement.label.as_deref(), clause);
                let mut rest = Some(requirement);
                task.requirements.extend(parts.into_iter().map(|part| match rest.take() {
                    Some(first) => first.with(part),
                    None => part,
                }));
            }
            None => task.requirements.push(requirement),
        }
    }

    /// Whether all the work of a row is merged with the row above.
    fn goes_on(&self, fields: &Fields<'_>) -> bool {
        let mut work = fields.requirements.iter().peekable();
        let has_open = self.task.as_ref().is_some_and(|task| !task.requirements.is_empty());
        has_open
            && work.peek().is_some()
            && work.all(|seen| !is_new(seen))
            && fields.serial.is_none_or(|seen| !is_new(&seen))
    }

    /// Adds what a further row says to the last requirement; what the merged cells say again adds nothing.
    fn extend(&mut self, more: DraftRequirement) {
        let Some(last) = self.task.as_mut().and_then(|task| task.requirements.last_mut()) else { return };
        last.parties.extend(more.parties.into_iter().filter(|party| !party.inherited));
        last.deadlines.extend(more.deadlines.into_iter().filter(|deadline| !deadline.inherited));
        last.persons
            .extend(more.persons.into_iter().filter(|person| !last.persons.contains(person)).collect::<Vec<_>>());
        for (header, text) in more.cells {
            match last.cells.iter_mut().find(|(name, _)| *name == header) {
                Some((_, said)) if *said == text => {}
                Some((_, said)) => {
                    said.push('\n');
                    said.push_str(&text);
                }
                None => last.cells.push((header, text)),
            }
        }
    }

    /// Opens the task of a row, or goes on with the open one; whether it goes on.
    fn place_in_task(
        &mut self,
        task: &Option<Seen<'_>>,
        opens_section: bool,
        serial: Option<String>,
        requirement: &mut DraftRequirement,
    ) -> bool {
        if self.task_is_row {
            requirement.label = serial.or_else(|| requirement.label.take());
            return false;
        }
        let of_requirement = self.columns.serial == Numbered::Requirement;
        match task {
            Some(task) if is_new(task) || opens_section => {
                let (label, title) = numbered(task.text);
                let (own, of_task) = if of_requirement { (serial, None) } else { (None, serial) };
                requirement.label = own.or_else(|| requirement.label.take());
                self.open_task(label.or(of_task), Some(heading(&title)).filter(|title| !title.is_empty()));
                false
            }
            _ if self.columns.has(Column::Task) => {
                requirement.label = serial.or_else(|| requirement.label.take());
                !opens_section
            }
            // Without a column of tasks each row with a number opens a task without a name; a row without one goes on
            // with the task above where the table numbers its rows, unless it has organs of its own.
            _ => {
                let label = serial.or_else(|| requirement.label.take());
                let stands_alone = self.shows_merges && requirement.parties.iter().any(|party| !party.inherited);
                let continues = label.is_none()
                    && self.columns.has(Column::Serial)
                    && self.task.is_some()
                    && !opens_section
                    && !stands_alone;
                if !continues {
                    self.open_task(label, None);
                }
                continues
            }
        }
    }

    /// The places of a row by what their columns hold.
    fn fields<'t>(&self, row: &Places<'t>) -> Fields<'t> {
        let shift = if self.shows_merges { 0 } else { self.columns.shift(row) };
        let mut fields = Fields::default();
        for (index, (column, header)) in self.columns.columns.iter().enumerate() {
            let place = index.checked_sub(shift).and_then(|index| row.get(index)).copied().flatten();
            let Some(seen) = place.filter(|seen| seen.printed != Printed::Beside) else { continue };
            let inherited = seen.printed == Printed::Above;
            let text = seen.text;
            match column {
                Column::Serial => fields.serial = Some(seen),
                Column::Section => fields.section = Some(seen),
                Column::Task => fields.task = Some(seen),
                Column::Requirement => fields.requirements.push(seen),
                Column::Unit(role) => fields.names_unit |= units(*role, text, inherited, &mut fields.draft),
                Column::Deadline => fields.draft.deadlines.push(cell(text.clone(), inherited)),
                Column::Person(role) => fields.draft.persons.extend(party::persons(text.as_str(), *role)),
                Column::Status => fields.draft.status = Some(text.as_str().to_owned()),
                Column::Remark | Column::Other if header.is_empty() => fields.draft.keep(index, text),
                Column::Remark | Column::Other => {
                    fields.draft.cells.push((header.clone(), text.as_str().to_owned()));
                    let has_deadlines = self.columns.has(Column::Deadline);
                    if *column == Column::Remark && !has_deadlines && is_deadline(text.as_str()) {
                        fields.draft.deadlines.push(deadline(text.clone(), inherited));
                    }
                }
            }
        }
        let width = self.columns.columns.len();
        for (index, seen) in row.iter().enumerate().skip(width - shift.min(width)) {
            if let Some(seen) = seen.filter(|seen| seen.printed == Printed::Here) {
                fields.draft.keep(index + shift, seen.text);
            }
        }
        fields
    }

    /// A row over the full width: a section; below a section of a higher style of number a task; a remark.
    fn full_width_row(&mut self, title: &FullWidth<'_>) {
        if is_remark(title.text.as_str()) {
            self.read.beside.push(title.text.clone());
            return;
        }
        let style =
            title.number.map_or_else(|| label(title.text.as_str()).map(|label| label.style), |_| Some(Style::Chinese));
        let number = title.number.map(|number| number.as_str().trim_matches(is_mark).to_owned());
        let number = number.filter(|number| !number.is_empty());
        match (self.section_style, style) {
            (Some(open), Some(style)) if style > open && self.section.is_some() => {
                let (label, title) = numbered(title.text);
                self.open_task(label, Some(heading(&title)));
                self.task_is_row = true;
            }
            _ => {
                self.section_style = style.or(self.section_style);
                self.open_section(title.text, number);
            }
        }
    }

    fn open_section(&mut self, printed: &Text, number: Option<String>) {
        self.close_section();
        let (label, title) = numbered(printed);
        let (label, title) = (number.or(label), Some(heading(&title)));
        self.section = Some(DraftSection { label, title, ..DraftSection::default() });
    }

    fn open_task(&mut self, label: Option<String>, title: Option<Text>) {
        self.close_task();
        self.task = Some(DraftTask { label, title, ..DraftTask::default() });
    }

    fn close_task(&mut self) {
        self.task_is_row = false;
        if let Some(task) = self.task.take() {
            self.section.get_or_insert_default().tasks.push(task);
        }
    }

    fn close_section(&mut self) {
        self.close_task();
        self.read.sections.extend(self.section.take());
    }
}

/// Whether a place begins something: its text is printed there, not carried from above.
fn is_new(seen: &Seen<'_>) -> bool {
    seen.printed == Printed::Here
}

/// A deadline among what else a cell holds.
fn deadline(text: Text, inherited: bool) -> Deadline {
    Deadline { is_cell: false, ..cell(text, inherited) }
}

/// The cell of a column of deadlines.
pub(super) fn cell(text: Text, inherited: bool) -> Deadline {
    Deadline { text, origin: Origin::Column, inherited, is_whole: true, is_cell: true }
}

/// Whether a remark is nothing but times: each part of it begins with one (上半年完成立项；年底前完成).
fn is_deadline(text: &str) -> bool {
    let mut parts = text.split(['；', '，', '\n']).map(str::trim).filter(|part| !part.is_empty()).peekable();
    let begins_with_time = |part: &str| {
        part.chars().count() <= REMARK_LENGTH
            && parse(part, &Context::default()).first().is_some_and(|expression| expression.span.start == 0)
    };
    parts.peek().is_some() && parts.all(begins_with_time)
}

/// A longer remark says more than a time.
const REMARK_LENGTH: usize = 16;

/// Reads a cell of organs; whether it names one.
pub(super) fn units(role: Role, text: &Text, inherited: bool, into: &mut DraftRequirement) -> bool {
    let parties = party::parse(text, Some(role), Origin::Column);
    into.persons.extend(parties.persons);
    into.rules.extend(parties.rules);
    if !inherited {
        into.phrases.push(text.clone());
    }
    into.deadlines.extend(parties.deadlines.into_iter().chain(parties.others).map(|text| deadline(text, inherited)));
    let names = !parties.parties.is_empty();
    into.parties.extend(parties.parties.into_iter().map(|party| Party { inherited, ..party }));
    names
}

/// A row that is nothing but a title.
struct FullWidth<'t> {
    /// Its number, where that stands in a cell of its own.
    number: Option<&'t Text>,
    text: &'t Text,
}

/// The title in a row that is nothing but one: a cell over the full width, with or without a number in a cell before
/// it, or one alone in its row with a section's number.
fn full_width<'t>(row: &Places<'t>, columns: &Columns, shows_merges: bool) -> Option<FullWidth<'t>> {
    let width = columns.columns.len();
    let mut filled = row.iter().flatten().filter(|seen| seen.printed != Printed::Beside);
    let (first, second) = (filled.next().filter(|first| is_new(first))?, filled.next());
    if is_heading_with_figures(row, columns, first) {
        return Some(FullWidth { number: None, text: first.text });
    }
    if filled.next().is_some() {
        return None;
    }
    if let Some(title) = second {
        let is_wide = is_new(title) && title.width > 1 && title.width + first.width >= width;
        let is_number = first.text.as_str().trim_matches(is_mark).chars().all(|c| "一二三四五六七八九十".contains(c));
        return (is_wide && is_number && width > 2).then_some(FullWidth { number: Some(first.text), text: title.text });
    }
    let printed = first.text.as_str();
    let is_full = first.width > 1 && first.width >= width;
    let stands_first = row.first().is_some_and(Option::is_some);
    let style = label(printed).map(|label| label.style);
    let is_heading = style.is_some_and(|style| style <= Style::BracketedChinese)
        && (shows_merges || columns.shift_by_number(printed) == 0);
    let is_title = is_full || stands_first && (is_heading || is_remark(printed));
    is_title.then_some(FullWidth { number: None, text: first.text })
}

/// Whether a row is a section's title with figures beside it: its first cell has a section's number, and nothing stands
/// in the columns of work, organs, people and time.
fn is_heading_with_figures(row: &Places<'_>, columns: &Columns, first: &Seen<'_>) -> bool {
    let style = label(first.text.as_str()).map(|label| label.style);
    let is_blank = |(index, (column, _)): (usize, &(Column, String))| {
        let place = row.get(index).copied().flatten().filter(|seen| !std::ptr::eq(seen.text, first.text));
        place.is_none() || matches!(column, Column::Other | Column::Remark | Column::Status)
    };
    let stands_first = row.first().copied().flatten().is_some_and(|seen| std::ptr::eq(seen.text, first.text));
    stands_first
        && columns.shift_by_number(first.text.as_str()) == 0
        && style.is_some_and(|style| style <= Style::BracketedChinese)
        && columns.columns.iter().enumerate().all(is_blank)
}

fn is_mark(c: char) -> bool {
    c.is_whitespace() || "（）()、.．".contains(c)
}

/// A text without the number at its head, and the number; a list of numbered items keeps its first number.
fn numbered(text: &Text) -> (Option<String>, Text) {
    match label(text.as_str()) {
        Some(found) if items(text).len() < 2 => (Some(found.text), text.slice(found.end..text.as_str().len()).trim()),
        _ => (None, text.clone()),
    }
}

/// The items of a text that is a list of them (1.…；2.…): each with its number, none where the text is no list. An item
/// begins the text, a line, or follows a mark, with a number of the same style as the first and one higher than the last.
fn items(text: &Text) -> Vec<(String, Text)> {
    let content = text.as_str();
    let Some(first) = label(content) else { return Vec::new() };
    let mut starts = vec![(0, first.clone())];
    for (at, mark) in content.match_indices(['；', '。', '\n', ';', ' ']) {
        let start = at + mark.len();
        let rest = content.get(start..).unwrap_or_default();
        let Some(found) = label(rest.trim_start()) else { continue };
        let follows = starts.last().is_some_and(|(_, last)| number(&found.text) == number(&last.text).map(|n| n + 1));
        if found.style == first.style && follows {
            let start = start + rest.len() - rest.trim_start().len();
            starts.push((start, crate::label::Label { end: start + found.end, ..found }));
        }
    }
    let ends = starts.iter().skip(1).map(|(start, _)| *start).chain([content.len()]).collect::<Vec<_>>();
    starts.into_iter().zip(ends).map(|((_, found), end)| (found.text, text.slice(found.end..end).trim())).collect()
}

/// The count that an Arabic or circled number stands for.
fn number(label: &str) -> Option<u32> {
    label.parse().ok().or_else(|| {
        let only = label.chars().next().filter(|c| ('①'..='⑳').contains(c))?;
        Some(u32::from(only) - u32::from('①') + 1)
    })
}

/// The text of several columns of requirements.
fn joined(parts: &[Seen<'_>]) -> Option<Text> {
    let (first, rest) = parts.split_first()?;
    let mut text = first.text.clone();
    for part in rest {
        text.push_separator('\n');
        text.push(part.text);
    }
    Some(text)
}
