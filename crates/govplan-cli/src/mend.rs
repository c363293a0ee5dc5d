//! Fixes carried out in the files of plans. A document is never touched.

use crate::exit::Failure;
use crate::input::about;
use crate::output;
use govplan::{Finding, Language, Loaded, Mended, Message, Plan};
use similar::TextDiff;
use std::path::Path;

/// Complains of a file that is not to be written to, before any is.
pub(crate) fn refuse(file: &Path, loaded: &Loaded) -> Result<(), Failure> {
    let refusal = |zh: &str, en: &str| {
        Err(Failure::usage(about(file, |language| match language {
            Language::Chinese => zh.to_owned(),
            Language::English => en.to_owned(),
        })))
    };
    if loaded.is_document {
        return refusal(
            "这是公文，--fix 只改 JSON 格式的计划，绝不改动公文；先用 govplan import 得到计划",
            "this is a document, --fix mends plans as JSON alone and never touches a document; make a plan of it with `govplan import`",
        );
    }
    if file == Path::new("-") {
        return refusal("标准输入无处写回，请写明文件", "standard input cannot be written back, name a file");
    }
    if loaded.plans.iter().any(|plan| plan.govplan.is_newer()) {
        return refusal(
            "这是较新版本的格式，写回会丢失不认识的字段；请换用较新版本的 govplan",
            "this is of a newer version of the format, and writing it would lose what is not known; use a newer govplan",
        );
    }
    Ok(())
}

/// Mends the plans of a file and writes them back, unless nothing could be mended. Gives the difference as a unified diff, and
/// how many findings were mended.
pub(crate) fn mend(
    file: &Path,
    loaded: &mut Loaded,
    check: impl Fn(&Plan) -> Vec<Finding>,
) -> Result<(String, usize), Failure> {
    let mended: Vec<Mended> = loaded.plans.iter().map(|plan| plan.mended(&check)).collect();
    let count = mended.iter().map(|mended| mended.applied.len()).sum();
    if count == 0 {
        return Ok((String::new(), 0));
    }
    let name = file.display().to_string();
    let difference = loaded.plans.iter().zip(&mended).map(|(before, after)| difference(&name, before, &after.plan));
    let difference = difference.collect();
    loaded.plans = mended.into_iter().map(|mended| mended.plan).collect();
    // What a link leads to is mended, and the link stays.
    let target = file.canonicalize();
    let target = target.as_deref().unwrap_or(file);
    let text = written(&loaded.plans, is_one_line(target));
    output::write(text.as_bytes(), Some(target))?;
    Ok((difference, count))
}

/// Whether a plan stands on one line of its file.
fn is_one_line(file: &Path) -> bool {
    std::fs::read(file).is_ok_and(|bytes| !bytes.trim_ascii().contains(&b'\n'))
}

/// Several plans are JSON Lines; one is as it was.
fn written(plans: &[Plan], is_one_line: bool) -> String {
    match plans {
        [plan] if !is_one_line => plan.to_json(),
        _ => plans.iter().map(|plan| format!("{}\n", plan.to_json_line())).collect(),
    }
}

/// What differs in a plan, as lines of its canonical form.
fn difference(name: &str, before: &Plan, after: &Plan) -> String {
    let (before, after) = (before.to_json(), after.to_json());
    let difference = TextDiff::from_lines(&before, &after);
    difference.unified_diff().header(name, name).to_string()
}

/// What was done, for people.
pub(crate) fn done(file: &Path, count: usize) -> Message {
    about(file, |language| match language {
        Language::Chinese => format!("改正{count}处"),
        Language::English => format!("mended {count}"),
    })
}
