use crate::exit::Exit;
use crate::terminal::{language_of, translate};
use chrono::{DateTime, NaiveDate, Utc};
use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use govplan::{Finding, Format, Language, Limits, Options, Severity};
use std::ffi::OsString;
use std::num::NonZeroUsize;
use std::path::PathBuf;

const EXIT_CODES: &str = "\
Exit codes:
  0  fine
  1  findings at or above --fail-on
  2  wrong usage
  3  something could not be read or written";

/// Chinese government work plans as exact data: read, check, query, write
#[derive(Debug, Parser)]
#[command(name = "govplan", version, after_help = EXIT_CODES, max_term_width = 100)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) global: Global,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What every verb takes.
#[derive(Debug, Args)]
pub(crate) struct Global {
    /// Language of messages: zh or en [default: that of the locale]
    #[arg(long, global = true, value_name = "LANGUAGE", value_parser = |text: &str| text.parse::<Language>())]
    pub(crate) lang: Option<Language>,
    /// Day to check against, YYYY-MM-DD [default: today in Beijing]
    #[arg(long, global = true, value_name = "DATE", value_parser = day)]
    pub(crate) today: Option<NaiveDate>,
    /// Whether to use colours; auto: on a terminal, unless NO_COLOR is set
    #[arg(long, global = true, value_enum, value_name = "WHEN", default_value_t)]
    pub(crate) color: When,
}

/// What the command does.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Turn documents into plans as JSON
    Import(Import),
    /// Show who does what by when
    Show(Show),
    /// Say what is wrong
    Check(Check),
    /// Write flat rows, one for each requirement and organ, a calendar, a page, a file for an office, or who does what as a graph
    Export(Export),
    /// Show what an organ has to do
    Duties(Duties),
    /// Show how much work each organ has and when, and what belongs to nobody
    Workload(Workload),
    /// List the organs of plans, and what a register says of them
    Units(Units),
    /// Show what is due when, what stands all the time, and what cannot be dated
    Due(Due),
    /// Say what expressions of time come to, step by step
    When(WhenExpressions),
    /// Count a period in working days, days or months, step by step
    Workday(Workday),
    /// Judge document numbers by themselves
    Number(Number),
    /// Explain a rule, or list them all
    Explain(Explain),
    /// Print a JSON Schema, or list them all
    Schema(Schema),
    /// Print completions for a shell
    Completions(Completions),
}

/// The files of a verb.
#[derive(Debug, Args)]
pub(crate) struct Files {
    /// Documents or plans as JSON; `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) reading: Reading,
}

/// How each file is read.
#[derive(Debug, Args)]
pub(crate) struct Reading {
    /// Read documents as this format, whatever they look like
    #[arg(long, value_name = "FORMAT", value_parser = |text: &str| text.parse::<Format>())]
    input_format: Option<Format>,
    /// Bytes of a file that is read [default: 64 MiB]
    #[arg(long, value_name = "COUNT")]
    max_bytes: Option<usize>,
    /// Bytes of a file's parts once unpacked [default: 256 MiB]
    #[arg(long, value_name = "COUNT")]
    max_unpacked_bytes: Option<usize>,
    /// Paragraphs and lines of a document [default: 1000000]
    #[arg(long, value_name = "COUNT")]
    max_lines: Option<usize>,
    /// Cells of all tables of a document [default: 1000000]
    #[arg(long, value_name = "COUNT")]
    max_cells: Option<usize>,
    /// Cells of one row [default: 1024]
    #[arg(long, value_name = "COUNT")]
    max_columns: Option<usize>,
    /// Pages of a PDF or OFD [default: 5000]
    #[arg(long, value_name = "COUNT")]
    max_pages: Option<usize>,
    /// Levels of elements, one in another [default: 256]
    #[arg(long, value_name = "COUNT")]
    max_depth: Option<usize>,
}

impl Reading {
    /// What a reader is told beside the bytes.
    pub(crate) fn options(&self) -> Options {
        let usual = Limits::default();
        let limits = Limits {
            bytes: self.max_bytes.unwrap_or(usual.bytes),
            unpacked_bytes: self.max_unpacked_bytes.unwrap_or(usual.unpacked_bytes),
            lines: self.max_lines.unwrap_or(usual.lines),
            cells: self.max_cells.unwrap_or(usual.cells),
            columns: self.max_columns.unwrap_or(usual.columns),
            pages: self.max_pages.unwrap_or(usual.pages),
            depth: self.max_depth.unwrap_or(usual.depth),
        };
        Options { format: self.input_format, limits, ..Options::default() }
    }
}

/// Arguments of `import`.
#[derive(Debug, Args)]
pub(crate) struct Import {
    /// Documents or plans as JSON, folders of them, patterns (`'plans/**/*.docx'`); `-` is standard input
    #[arg(id = "sources", required = true, value_name = "FILE|FOLDER|PATTERN")]
    pub(crate) sources: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) reading: Reading,
    /// Write to this file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Files to read at the same time [default: one for each processor]
    #[arg(short, long, value_name = "COUNT")]
    pub(crate) jobs: Option<NonZeroUsize>,
    /// Show no progress and no summary, only what went wrong
    #[arg(short, long)]
    pub(crate) quiet: bool,
}

/// Arguments of `show`.
#[derive(Debug, Args)]
pub(crate) struct Show {
    #[command(flatten)]
    pub(crate) files: Files,
    #[command(flatten)]
    pub(crate) look: Look,
}

/// Arguments of `check`.
#[derive(Debug, Args)]
pub(crate) struct Check {
    #[command(flatten)]
    pub(crate) files: Files,
    /// For people, for programs, for code hosts or for build servers
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t)]
    pub(crate) format: CheckFormat,
    /// Rules to look at, by code, name, start of codes (GP3) or layer (time), separated by commas [default: all]
    #[arg(long, value_name = "CODES", value_delimiter = ',')]
    pub(crate) select: Vec<String>,
    /// Rules not to look at, even where they are selected
    #[arg(long, value_name = "CODES", value_delimiter = ',')]
    pub(crate) ignore: Vec<String>,
    /// What a former check wrote as JSON or JSON Lines: only what is new is told
    #[arg(long, value_name = "FILE")]
    pub(crate) baseline: Option<PathBuf>,
    /// Mend what can be mended in files that are plans as JSON, and show the difference
    #[arg(long)]
    pub(crate) fix: bool,
    /// Settings [default: the nearest govplan.toml in the folder of each file or above it]
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) calendar: Calendar,
    #[command(flatten)]
    pub(crate) register: RegisterFile,
    #[command(flatten)]
    pub(crate) failing: Failing,
}

/// Arguments of `export`.
#[derive(Debug, Args)]
pub(crate) struct Export {
    #[command(flatten)]
    pub(crate) files: Files,
    /// Format to write
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub(crate) to: To,
    /// Write to this file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Start CSV with a byte order mark, which Excel needs
    #[arg(long)]
    pub(crate) bom: bool,
    /// Give a workbook a sheet for each organ, with its rows
    #[arg(long)]
    pub(crate) sheet_per_organ: bool,
    /// Moment that a calendar says it was written, in UTC [default: the beginning of today]
    #[arg(long, value_name = "MOMENT", value_parser = moment_in_utc)]
    pub(crate) stamp: Option<DateTime<Utc>>,
    #[command(flatten)]
    pub(crate) calendar: Calendar,
    #[command(flatten)]
    pub(crate) register: RegisterFile,
}

/// Arguments of `duties`.
#[derive(Debug, Args)]
pub(crate) struct Duties {
    /// Organ, by its name or an alias
    pub(crate) organ: String,
    #[command(flatten)]
    pub(crate) files: Files,
    #[command(flatten)]
    pub(crate) register: RegisterFile,
    /// Also what it has to do as a member of closed collectives
    #[arg(long)]
    pub(crate) expand: bool,
    #[command(flatten)]
    pub(crate) look: Look,
}

/// Arguments of `workload`.
#[derive(Debug, Args)]
pub(crate) struct Workload {
    #[command(flatten)]
    pub(crate) files: Files,
    #[command(flatten)]
    pub(crate) calendar: Calendar,
    #[command(flatten)]
    pub(crate) register: RegisterFile,
    #[command(flatten)]
    pub(crate) look: Look,
}

/// Arguments of `units`.
#[derive(Debug, Args)]
pub(crate) struct Units {
    #[command(flatten)]
    pub(crate) files: Files,
    #[command(flatten)]
    pub(crate) register: RegisterFile,
    #[command(flatten)]
    pub(crate) look: Look,
}

/// The organs that are known beside the plans.
#[derive(Debug, Args)]
pub(crate) struct RegisterFile {
    /// Register of organs as JSON: which names are one organ, and the members of collectives
    #[arg(long, value_name = "FILE")]
    pub(crate) register: Option<PathBuf>,
}

/// Arguments of `due`.
#[derive(Debug, Args)]
pub(crate) struct Due {
    #[command(flatten)]
    pub(crate) files: Files,
    /// First day, YYYY-MM-DD [default: every single day, and rounds from the plan's first]
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) from: Option<NaiveDate>,
    /// Last day, YYYY-MM-DD [default: every single day, and rounds to the plan's last]
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) to: Option<NaiveDate>,
    #[command(flatten)]
    pub(crate) calendar: Calendar,
    /// Only what this organ has to do, by its name or an alias
    #[arg(long, value_name = "ORGAN")]
    pub(crate) unit: Option<String>,
    /// Days from today that count as soon
    #[arg(long, value_name = "DAYS", default_value_t = 14)]
    pub(crate) soon: u16,
    #[command(flatten)]
    pub(crate) look: Look,
}

/// Working days of years that are not built in.
#[derive(Debug, Args)]
pub(crate) struct Calendar {
    /// Table of newer days off, with the columns `date,name,kind`
    #[arg(long, value_name = "FILE")]
    pub(crate) calendar: Option<PathBuf>,
}

/// Arguments of `when`.
#[derive(Debug, Args)]
pub(crate) struct WhenExpressions {
    /// Expressions of time; without one, each line of standard input is one
    #[arg(value_name = "EXPRESSION")]
    pub(crate) expressions: Vec<String>,
    /// Year of a date that names none
    #[arg(long, value_name = "YEAR", value_parser = clap::value_parser!(i32).range(1..=9999))]
    pub(crate) year: Option<i32>,
    /// Date of issue, YYYY-MM-DD: what 即日起 and 印发之日起 begin with
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) issued: Option<NaiveDate>,
    #[command(flatten)]
    pub(crate) calendar: Calendar,
    #[command(flatten)]
    pub(crate) look: Look,
}

/// Arguments of `workday`.
#[derive(Debug, Args)]
pub(crate) struct Workday {
    /// Day of the event, YYYY-MM-DD; for hours its moment, YYYY-MM-DDTHH:MM
    #[arg(value_name = "DATE")]
    pub(crate) start: String,
    /// How many; negative to count back
    #[arg(value_name = "N", allow_negative_numbers = true)]
    pub(crate) count: i32,
    /// What is counted
    #[arg(long, value_enum, value_name = "UNIT", default_value_t)]
    pub(crate) unit: CountedUnit,
    #[command(flatten)]
    pub(crate) calendar: Calendar,
    #[command(flatten)]
    pub(crate) look: Look,
}

/// What `workday` counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum CountedUnit {
    #[default]
    Working,
    Calendar,
    Week,
    Month,
    Year,
    Hour,
}

/// Arguments of `number`.
#[derive(Debug, Args)]
pub(crate) struct Number {
    /// Document numbers; without one, each line of standard input is one
    #[arg(value_name = "TEXT")]
    pub(crate) texts: Vec<String>,
    #[command(flatten)]
    pub(crate) failing: Failing,
    #[command(flatten)]
    pub(crate) look: Look,
}

/// What counts as failure.
#[derive(Debug, Args)]
pub(crate) struct Failing {
    /// Severity from which on findings make the exit code 1
    #[arg(long, value_enum, value_name = "SEVERITY", default_value_t)]
    fail_on: FailOn,
}

impl Failing {
    /// The exit code of some findings.
    pub(crate) fn exit<'f>(&self, findings: impl IntoIterator<Item = &'f Finding>) -> Exit {
        let fails = findings.into_iter().any(|finding| self.fail_on.counts(finding.severity));
        if fails { Exit::Findings } else { Exit::Fine }
    }
}

/// Arguments of `explain`.
#[derive(Debug, Args)]
pub(crate) struct Explain {
    /// Code or name of the rule; without it every rule in a line
    #[arg(value_name = "CODE")]
    pub(crate) code: Option<String>,
    /// For people, for programs, or as a page
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t)]
    pub(crate) format: PageFormat,
}

/// How a rule or a schema is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum PageFormat {
    #[default]
    Human,
    Json,
    Markdown,
}

/// Arguments of `schema`.
#[derive(Debug, Args)]
pub(crate) struct Schema {
    /// Name of the schema; without it the names of all
    #[arg(value_name = "NAME")]
    pub(crate) name: Option<String>,
    /// For people, for programs, or as a page
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t)]
    pub(crate) format: PageFormat,
}

/// Arguments of `completions`.
#[derive(Debug, Args)]
pub(crate) struct Completions {
    /// Shell to complete for
    #[arg(value_enum)]
    pub(crate) shell: Shell,
}

/// For whom a verb prints.
#[derive(Debug, Args)]
pub(crate) struct Look {
    /// For people or for programs
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t)]
    pub(crate) format: For,
}

/// For whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum For {
    #[default]
    Human,
    Json,
}

/// Format of findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum CheckFormat {
    #[default]
    Human,
    Json,
    Jsonl,
    Sarif,
    Github,
    Junit,
}

/// When.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum When {
    #[default]
    Auto,
    Always,
    Never,
}

/// Format to export to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum To {
    Csv,
    Jsonl,
    Ics,
    Xlsx,
    Docx,
    Markdown,
    Html,
    Dot,
    Mermaid,
    Graphml,
    GraphJson,
    Svg,
    Raci,
    RaciXlsx,
}

/// Severity from which on findings count as failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum FailOn {
    #[default]
    Error,
    Warning,
    Note,
    Never,
}

impl FailOn {
    /// Whether a finding of a severity counts as failure.
    fn counts(self, severity: Severity) -> bool {
        match self {
            Self::Error => severity >= Severity::Error,
            Self::Warning => severity >= Severity::Warning,
            Self::Note => true,
            Self::Never => false,
        }
    }
}

/// Reads the arguments; help and errors come as an error that knows where it is to be printed.
pub(crate) fn parse(arguments: &[OsString]) -> Result<Arguments, clap::Error> {
    let mut command = translate(Arguments::command(), language_of(arguments));
    let matches = command.try_get_matches_from_mut(arguments)?;
    Arguments::from_arg_matches(&matches).map_err(|error| error.format(&mut command))
}

fn day(text: &str) -> Result<NaiveDate, String> {
    govplan::time::parse_iso_date(text).ok_or_else(|| "expected a day such as `2020-09-30`".to_owned())
}

fn moment_in_utc(text: &str) -> Result<DateTime<Utc>, String> {
    text.parse().map_err(|_| "expected a moment such as `2020-09-30T00:00:00Z`".to_owned())
}
