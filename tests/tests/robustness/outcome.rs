//! What may come of a file, and what must hold of it.

use govplan::{CheckSettings, Error, Options, Plan, ReadError, load, reading};

pub(crate) fn read(bytes: &[u8]) -> Result<Vec<Plan>, Error> {
    load(bytes, &Options::default()).map(|loaded| loaded.plans)
}

/// Reads a file and does with its plans what everyone does; says what is wrong with them.
pub(crate) fn used(bytes: &[u8]) -> Result<(), String> {
    let Ok(plans) = read(bytes) else { return Ok(()) };
    if plans.is_empty() {
        return Err("a document gave no plan".to_owned());
    }
    for plan in plans {
        let findings = plan.check(&CheckSettings::default());
        if findings.iter().any(|finding| finding.message.en.is_empty() || finding.message.zh.is_empty()) {
            return Err("a finding says nothing".to_owned());
        }
        match Plan::from_json(plan.to_json_line().as_bytes()) {
            Ok(again) if again == plan => {}
            Ok(_) => return Err("another plan was read than was written".to_owned()),
            Err(error) => return Err(format!("the plan that was written is refused: {error}")),
        }
    }
    Ok(())
}

/// Whether a file was refused by a limit, or read within one, with a finding.
pub(crate) fn is_limited(outcome: &Result<Vec<Plan>, Error>) -> bool {
    match outcome {
        Ok(plans) => {
            plans.iter().flat_map(|plan| &plan.findings).any(|f| f.code.as_str() == reading::LIMIT_REACHED.code)
        }
        Err(Error::Document(error)) => {
            matches!(error, ReadError::TooLarge { .. } | ReadError::UnpacksTooLarge { .. } | ReadError::NoReader { .. })
        }
        Err(_) => false,
    }
}
