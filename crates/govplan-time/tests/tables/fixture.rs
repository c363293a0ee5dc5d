//! The tables of expressions, and how a reading is held against its row.

use csv::StringRecord;
use govplan_time::{Context, Every, Expression, Recurrence, YearSource, parse_iso_date};
use std::collections::BTreeSet;

/// A table: its rows, with their fields by the names of the columns.
pub(crate) struct Table {
    headers: StringRecord,
    pub(crate) rows: Vec<StringRecord>,
}

impl Table {
    pub(crate) fn read(table: &str) -> Result<Self, csv::Error> {
        let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(table.as_bytes());
        let headers = reader.headers()?.clone();
        Ok(Self { headers, rows: reader.records().collect::<Result<_, _>>()? })
    }

    pub(crate) fn field<'r>(&self, row: &'r StringRecord, name: &str) -> &'r str {
        self.headers.iter().position(|header| header == name).and_then(|column| row.get(column)).unwrap_or_default()
    }

    /// What the document of a row tells of its own time.
    pub(crate) fn context(&self, row: &StringRecord) -> Context {
        Context {
            issued: parse_iso_date(self.field(row, "issued")),
            year: self.field(row, "context_year").parse().ok(),
            year_source: YearSource::Title,
        }
    }

    /// What is wrong with the reading of a row, if anything: one of the expressions found must agree in every column.
    pub(crate) fn fault(&self, row: &StringRecord, found: &[Expression]) -> Option<String> {
        if found.is_empty() {
            let may_be_none = self.field(row, "kind").split('|').any(|kind| kind == "none");
            return (!may_be_none).then(|| "nothing found".to_owned());
        }
        let rhythms: Vec<_> = found.iter().filter_map(|expression| expression.recurrence).map(rhythm).collect();
        let rhythm = self.field(row, "rhythm");
        if !rhythm.is_empty() && rhythms.join("+") != rhythm {
            return Some(format!("has the rhythm `{}`, not `{rhythm}`", rhythms.join("+")));
        }
        let faults: Vec<_> = found.iter().filter_map(|expression| self.disagreement(row, expression)).collect();
        (faults.len() == found.len()).then(|| faults.join("; "))
    }

    /// The column in which an expression disagrees. The tables leave a start or period blank that they do not judge, but
    /// a blank end says that none may be made up.
    fn disagreement(&self, row: &StringRecord, found: &Expression) -> Option<String> {
        let kind = name(found.kind);
        if !self.field(row, "kind").split('|').any(|wanted| wanted == kind) {
            return Some(format!("is {kind}"));
        }
        let date = |date: Option<chrono::NaiveDate>| date.map(|date| date.to_string()).unwrap_or_default();
        let period = found.period.map(|period| format!("{} {}", period.n, name(period.unit))).unwrap_or_default();
        let every = found.recurrence.map(|recurrence| name(recurrence.every)).unwrap_or_default();
        let judged = [("start", date(found.start)), ("period", period), ("every", every)];
        let judged = judged.into_iter().filter(|(column, _)| !self.field(row, column).is_empty());
        judged.chain([("end", date(found.end))]).find_map(|(column, have)| {
            let wanted = self.field(row, column);
            (wanted != have).then(|| format!("has {column} `{have}`, not `{wanted}`"))
        })
    }
}

/// A rhythm as the table writes it: `monthly×2`, `weekly@Fri`, `quarterly@last-month-20`, `yearly@02-end`.
fn rhythm(recurrence: Recurrence) -> String {
    const WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    let day = match (recurrence.day, recurrence.from_end) {
        (Some(day), _) => format!("{day:02}"),
        (None, Some(1)) => "end".to_owned(),
        _ => String::new(),
    };
    let place = match (recurrence.every, recurrence.month, recurrence.month_of_quarter, recurrence.weekday) {
        (Every::Yearly, Some(month), ..) => format!("@{month:02}-{day}"),
        (Every::Quarterly, _, Some(month), _) => {
            format!("@{}-month-{day}", if month == 3 { "last" } else { "first" })
        }
        (Every::Weekly, .., Some(weekday)) => {
            format!("@{}", WEEKDAYS.get(usize::from(weekday).saturating_sub(1)).unwrap_or(&""))
        }
        _ if !day.is_empty() => format!("@{}", day.trim_start_matches('0')),
        _ => String::new(),
    };
    let times = recurrence.times.map(|times| format!("×{times}")).unwrap_or_default();
    let interval = recurrence.interval.map(|interval| format!("/{interval}")).unwrap_or_default();
    format!("{}{interval}{place}{times}", name(recurrence.every))
}

/// The name that JSON gives a value of an enum.
fn name(value: impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|name| name.as_str().map(str::to_owned)).unwrap_or_default()
}

/// Holds the rows that fail against those listed as read otherwise: no other may fail, and each of them must.
pub(crate) fn ratchet(faults: &[(String, String)], listed: &[(&str, &str)]) {
    let names: BTreeSet<&str> = listed.iter().map(|(row, _)| *row).collect();
    let failing: BTreeSet<&str> = faults.iter().map(|(row, _)| row.as_str()).collect();
    let unlisted: Vec<_> = faults.iter().filter(|(row, _)| !names.contains(row.as_str())).collect();
    assert!(unlisted.is_empty(), "{unlisted:#?}");
    let passing: Vec<_> = names.difference(&failing).collect();
    assert!(passing.is_empty(), "listed as read otherwise, but right: {passing:?}");
}
