use crate::arguments::{Check, CheckFormat};
use crate::config::{Judges, Settled};
use crate::exit::{Exit, Failure};
use crate::input::{Input, about};
use crate::mend;
use crate::output;
use crate::session::Session;
use crate::terminal::say;
use govplan::{
    Baseline, Error, Finding, Findings, Language, Plan, findings_github, findings_json, findings_json_lines,
    findings_junit, findings_sarif, findings_text, printable,
};
use std::path::Path;

/// A plan, and what was found in it.
struct Checked<'a> {
    plan: &'a Plan,
    findings: Vec<Finding>,
    /// Text of its document.
    text: Option<&'a str>,
    /// Path of its document.
    path: Option<String>,
}

/// What is wrong with plans and with how they were read.
pub(crate) fn run(arguments: &Check, session: &Session) -> Result<Exit, Failure> {
    let settled = Settled::by(arguments)?;
    let mut baseline = arguments.baseline.as_deref().map(baseline).transpose()?;
    let mut input = Input::load(&arguments.files, session);
    let judges = Judges::of_files(settled, &input.files)?;
    let court = judges.assembled();
    if arguments.fix {
        // What was there before is left as it is; each look at a plan is against all of it.
        let check = |file: &Path, plan: &Plan| new_alone(&mut baseline.clone(), plan, court.check(file, plan, session));
        mend_all(&mut input, check, arguments.format, session)?;
    }
    let mut checked = Vec::new();
    for (file, loaded) in input.by_file() {
        let path = (loaded.is_document && file != Path::new("-")).then(|| file.to_string_lossy().into_owned());
        for plan in &loaded.plans {
            let findings = new_alone(&mut baseline, plan, court.check(file, plan, session));
            checked.push(Checked { plan, findings, text: loaded.text.as_deref(), path: path.clone() });
        }
    }
    tell(&checked, &judges, arguments.format, session)?;
    let findings = checked.iter().flat_map(|checked| &checked.findings);
    Ok(input.exit.max(arguments.failing.exit(findings)))
}

/// The findings that a baseline does not know.
fn new_alone(baseline: &mut Option<Baseline>, plan: &Plan, findings: Vec<Finding>) -> Vec<Finding> {
    match baseline {
        Some(baseline) => baseline.new_findings(plan, findings),
        None => findings,
    }
}

fn baseline(file: &Path) -> Result<Baseline, Failure> {
    let bytes = std::fs::read(file).map_err(|error| {
        let error = Error::File(error);
        Failure::files(about(file, |language| error.message(language)))
    })?;
    Baseline::from_json(&bytes).map_err(|error| {
        let (number, detail) = (error.number, &error.detail);
        Failure::files(about(file, |language| match language {
            Language::Chinese => format!("第{number}条不是问题（{detail}）"),
            Language::English => error.to_string(),
        }))
    })
}

/// Mends every file, or none where one is not to be written to.
fn mend_all(
    input: &mut Input,
    check: impl Fn(&Path, &Plan) -> Vec<Finding>,
    format: CheckFormat,
    session: &Session,
) -> Result<(), Failure> {
    for (file, loaded) in input.by_file() {
        mend::refuse(file, loaded)?;
    }
    for (file, loaded) in input.files.iter().zip(&mut input.loaded) {
        let (difference, count) = mend::mend(file, loaded, |plan| check(file, plan))?;
        if count == 0 {
            continue;
        }
        // What programs read holds findings alone.
        match format {
            CheckFormat::Human => output::print(&format!("{}\n", printable(&difference)))?,
            _ => say(printable(&difference).trim_end()),
        }
        say(&printable(mend::done(file, count).text(session.language)));
    }
    Ok(())
}

fn tell(checked: &[Checked<'_>], judges: &Judges, format: CheckFormat, session: &Session) -> Result<(), Failure> {
    let plans: Vec<Findings<'_>> = checked
        .iter()
        .map(|Checked { plan, findings, path, .. }| {
            let findings = Findings::new(plan, findings);
            match path {
                Some(path) => findings.of_file(path),
                None => findings,
            }
        })
        .collect();
    let bytes = match format {
        CheckFormat::Human => {
            let text = |Checked { plan, findings, text, .. }: &Checked<'_>| {
                findings_text(plan, findings, *text, &session.screen)
            };
            return output::print(&checked.iter().map(text).collect::<Vec<_>>().join("\n"));
        }
        CheckFormat::Json => findings_json(&plans),
        CheckFormat::Jsonl => findings_json_lines(&plans),
        CheckFormat::Sarif => findings_sarif(&plans, judges.rules(), session.language),
        CheckFormat::Github => findings_github(&plans, session.language),
        CheckFormat::Junit => findings_junit(&plans, judges.rules(), session.language),
    };
    output::write(bytes.as_bytes(), None)
}
