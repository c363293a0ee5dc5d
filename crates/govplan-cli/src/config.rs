//! The settings that a file is checked under: those of the arguments, and those of the nearest configuration file.

use crate::arguments::{Calendar, Check, RegisterFile};
use crate::calendar::working_days_of;
use crate::exit::Failure;
use crate::input::{Input, about};
use crate::register::register_of;
use crate::session::Session;
use govplan::time::WorkingDays;
use govplan::{
    CheckConfig, CheckPolicy, CheckSettings, Error, Finding, JsonErrorKind, Limits, Message, Plan, Register,
    RegisterIndex, Rule, Selector, rules,
};
use serde_json::{Map, Value};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};
use toml::de::{DeTable, DeValue};

/// The name of a configuration file.
const NAME: &str = "govplan.toml";
/// The most bytes of one.
const MOST_BYTES: u64 = 1 << 20;

/// What the arguments settle.
#[derive(Default)]
pub(crate) struct Settled {
    select: Vec<Selector>,
    ignore: Vec<Selector>,
    config: Option<PathBuf>,
    calendar: Option<PathBuf>,
    register: Option<PathBuf>,
}

impl Settled {
    pub(crate) fn by(arguments: &Check) -> Result<Self, Failure> {
        Ok(Self {
            select: selectors(&arguments.select)?,
            ignore: selectors(&arguments.ignore)?,
            config: arguments.config.clone(),
            calendar: arguments.calendar.calendar.clone(),
            register: arguments.register.register.clone(),
        })
    }

    /// Nothing but the days off and the organs, where the arguments name tables of them.
    pub(crate) fn of_facts(calendar: &Calendar, register: &RegisterFile) -> Self {
        Self { calendar: calendar.calendar.clone(), register: register.register.clone(), ..Self::default() }
    }
}

fn selectors(words: &[String]) -> Result<Vec<Selector>, Failure> {
    let words = words.iter().map(|word| word.trim()).filter(|word| !word.is_empty());
    let parsed = words.map(|word| {
        // Codes are taken in small letters too.
        let code = word.to_ascii_uppercase();
        let parsed = if code.starts_with("GP") { code.parse() } else { word.parse::<Selector>() };
        parsed.map_err(|error| Failure::usage(error.message()))
    });
    parsed.collect()
}

/// How the plans of one file are checked.
pub(crate) struct Judge {
    policy: CheckPolicy,
    days: Cow<'static, WorkingDays>,
    most_duties: Option<usize>,
    register: Option<Register>,
}

impl Judge {
    fn new(settled: &Settled, config: Option<(&Path, &CheckConfig)>) -> Result<Self, Failure> {
        let mut policy = config.map(|(_, config)| config.policy()).unwrap_or_default();
        if !settled.select.is_empty() {
            policy.select.clone_from(&settled.select);
        }
        policy.ignore.extend(settled.ignore.iter().cloned());
        let named = |path: fn(&CheckConfig) -> Option<&str>| {
            config.and_then(|(file, config)| Some(folder(file).join(path(config)?)))
        };
        let calendar = settled.calendar.clone().or_else(|| named(|config| config.calendar.as_deref()));
        let register = settled.register.clone().or_else(|| named(|config| config.register.as_deref()));
        let most_duties = config.and_then(|(_, config)| config.thresholds.most_duties);
        Ok(Self {
            policy,
            days: working_days_of(calendar.as_deref())?,
            register: register_of(register.as_deref(), Limits::default().bytes)?,
            most_duties: most_duties.and_then(|most| usize::try_from(most).ok()),
        })
    }
}

/// A judge for each configuration file, made once.
pub(crate) struct Judges {
    settled: Settled,
    judges: BTreeMap<Option<PathBuf>, Judge>,
}

impl Judges {
    /// Those who check some files.
    pub(crate) fn of_files(settled: Settled, files: &[PathBuf]) -> Result<Self, Failure> {
        let mut judges = Self { settled, judges: BTreeMap::new() };
        files.iter().try_for_each(|file| judges.prepare(file))?;
        Ok(judges)
    }

    /// Reads what settles how a file is checked.
    fn prepare(&mut self, file: &Path) -> Result<(), Failure> {
        let config = self.config_of(file);
        if !self.judges.contains_key(&config) {
            let read = config.as_deref().map(|path| Ok((path, read(path)?))).transpose()?;
            let judge = Judge::new(&self.settled, read.as_ref().map(|(path, config)| (*path, config)))?;
            self.judges.insert(config, judge);
        }
        Ok(())
    }

    /// The judges with their registers laid out by name.
    pub(crate) fn assembled(&self) -> Court<'_> {
        let indexes = self.judges.iter().filter_map(|(config, judge)| Some((config, judge.register.as_ref()?.index())));
        Court { judges: self, indexes: indexes.collect() }
    }

    /// The rules that look at any of the files.
    pub(crate) fn rules(&self) -> Vec<&'static Rule> {
        rules().filter(|rule| self.judges.values().any(|judge| judge.policy.looks_at(rule))).collect()
    }

    /// The configuration file that was named, else the nearest in the folder of a file or above it.
    fn config_of(&self, file: &Path) -> Option<PathBuf> {
        if self.settled.config.is_some() {
            return self.settled.config.clone();
        }
        // Standard input stands where the command does.
        let folder = if file == Path::new("-") { Path::new(".") } else { folder(file) };
        let folder = folder.canonicalize().ok()?;
        folder.ancestors().map(|folder| folder.join(NAME)).find(|path| path.is_file())
    }
}

/// Judges who are ready to check.
pub(crate) struct Court<'j> {
    judges: &'j Judges,
    indexes: BTreeMap<&'j Option<PathBuf>, RegisterIndex<'j>>,
}

impl Court<'_> {
    /// Every plan that was read, with what is found in it.
    pub(crate) fn checked<'i>(&self, input: &'i Input, session: &Session) -> Vec<(&'i Plan, Vec<Finding>)> {
        let plans = input.by_file().flat_map(|(file, loaded)| loaded.plans.iter().map(move |plan| (file, plan)));
        plans.map(|(file, plan)| (plan, self.check(file, plan, session))).collect()
    }

    /// What is found in a plan of a file that was prepared for.
    pub(crate) fn check(&self, file: &Path, plan: &Plan, session: &Session) -> Vec<Finding> {
        let config = self.judges.config_of(file);
        let Some(judge) = self.judges.judges.get(&config) else { return Vec::new() };
        let mut settings = CheckSettings::new(session.today());
        settings.working_days = &judge.days;
        settings.most_duties = judge.most_duties;
        settings.register = self.indexes.get(&config);
        judge.policy.apply(plan, plan.check(&settings))
    }
}

fn folder(file: &Path) -> &Path {
    file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn read(file: &Path) -> Result<CheckConfig, Failure> {
    let size = std::fs::metadata(file).map_or(0, |metadata| metadata.len());
    let bytes = if size > MOST_BYTES { Err(std::io::ErrorKind::FileTooLarge.into()) } else { std::fs::read(file) };
    let text = bytes.and_then(|bytes| String::from_utf8(bytes).map_err(|_| std::io::ErrorKind::InvalidData.into()));
    let text = text.map_err(|error| {
        let error = Error::File(error);
        Failure::files(about(file, |language| error.message(language)))
    })?;
    parse(&text).map_err(|message| Failure::files(about(file, |language| message.text(language).to_owned())))
}

/// The settings that a text in TOML states.
fn parse(text: &str) -> Result<CheckConfig, Message> {
    let table = DeTable::parse(text).map_err(|error| {
        let (line, column) = place(text, error.span().map_or(0, |span| span.start));
        let what = error.message();
        Message::new(
            format!("第{line}行第{column}列：不是合法的 TOML（{what}）"),
            format!("line {line} column {column}: not TOML: {what}"),
        )
    })?;
    let whole = table.span();
    let table = table.into_inner();
    CheckConfig::from_json(json_of_table(&table).to_string().as_bytes()).map_err(|error| {
        // The fault is told where it stands in the TOML: a key that is not known at the key, a value at the value.
        let is_key = error.kind() == JsonErrorKind::UnknownField;
        let span = span_of(&table, error.pointer().unwrap_or_default(), is_key).unwrap_or(whole);
        let (line, column) = place(text, span.start);
        let error = error.moved(line, column);
        Message::new(error.message(govplan::Language::Chinese), error.message(govplan::Language::English))
    })
}

fn json_of_table(table: &DeTable<'_>) -> Value {
    let entries = table.iter().map(|(key, value)| (key.get_ref().to_string(), json(value.get_ref())));
    Value::Object(entries.collect::<Map<_, _>>())
}

fn json(value: &DeValue<'_>) -> Value {
    match value {
        DeValue::String(text) => text.to_string().into(),
        DeValue::Integer(number) => {
            let whole = i64::from_str_radix(number.as_str(), number.radix());
            whole.map_or_else(|_| number.to_string().into(), Value::from)
        }
        DeValue::Float(number) => number.as_str().parse::<f64>().map_or(Value::Null, Value::from),
        DeValue::Boolean(flag) => (*flag).into(),
        DeValue::Datetime(moment) => moment.to_string().into(),
        DeValue::Array(items) => items.iter().map(|item| json(item.get_ref())).collect(),
        DeValue::Table(table) => json_of_table(table),
    }
}

/// Where in the TOML the part stands that a JSON Pointer leads to, or as much of it as is there.
fn span_of(table: &DeTable<'_>, pointer: &str, is_key: bool) -> Option<Range<usize>> {
    let mut span = None;
    let mut table = Some(table);
    let mut items = None;
    for step in pointer.split('/').skip(1) {
        let name = step.replace("~1", "/").replace("~0", "~");
        let value = match (table, items) {
            (Some(within), _) => {
                let (key, value) = within.iter().find(|(key, _)| *key.get_ref() == name)?;
                span = Some(if is_key { key.span() } else { value.span() });
                value
            }
            (None, Some(items)) => {
                let items: &toml::de::DeArray<'_> = items;
                let value = items.get(name.parse::<usize>().ok()?)?;
                span = Some(value.span());
                value
            }
            (None, None) => break,
        };
        table = value.get_ref().as_table();
        items = value.get_ref().as_array();
    }
    span
}

/// Line and column of a byte, both from 1; columns count characters.
fn place(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..offset).unwrap_or(text);
    let line = before.rsplit('\n').next().unwrap_or_default();
    (before.matches('\n').count() + 1, line.chars().count() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_setting_is_read() {
        let text = "
select = ['GP3', 'time']
ignore = ['vague-unit']
calendar = 'days/2027.csv'
register = 'organs.json'
[severities]
GP205 = 'off'
form = 'error'
[thresholds]
most_duties = 0x10
[[exceptions]]
code = 'GP304'
requirement = 's1.t1.r1'
reason = '名单另发'
";
        let config = parse(text).unwrap();
        assert_eq!((config.select.len(), config.severities.len(), config.exceptions.len()), (2, 2, 1));
        assert_eq!(config.thresholds.most_duties, Some(16));
        assert_eq!(config.register.as_deref(), Some("organs.json"));
        assert_eq!(parse("").unwrap(), CheckConfig::default());
    }

    #[test]
    fn what_is_wrong_is_told_where_it_stands() {
        for (text, told) in [
            ("select = [", "line 1 column "),
            (
                "# 注\nselekt = ['GP3']",
                "line 2 column 1 /selekt: unknown field `selekt`, the nearest known one is `select`",
            ),
            ("select = ['GP3', 'tine']", "line 1 column 18 /select/1: no rule is called `tine`, the nearest is `time`"),
            ("[severities]\nGP304 = 'loud'", "line 2 column 9 /severities/GP304"),
            ("[[exceptions]]\ncode = 'GP304'", "line 1 column 1 /exceptions/0: missing field `reason`"),
            ("[thresholds]\nmost_duties = -1", "line 2 column 15 /thresholds/most_duties"),
            ("select = 2020-01-01", "line 1 column 10 /select"),
        ] {
            let message = parse(text).unwrap_err().en;
            assert!(message.starts_with(told), "{text}: {message}");
        }
    }
}
