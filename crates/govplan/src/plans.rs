use crate::{Error, Plan};
use serde::de::IgnoredAny;
use serde_json::Deserializer;

/// Whether the bytes are JSON: a text that starts with a brace is no document.
pub(crate) fn is_json(bytes: &[u8]) -> bool {
    without_mark(bytes).trim_ascii_start().starts_with(b"{")
}

/// The plans of JSON Lines; one plan may also go over many lines.
pub(crate) fn plans(bytes: &[u8]) -> Result<Vec<Plan>, Error> {
    let json = without_mark(bytes);
    let mut values = Deserializer::from_slice(json).into_iter::<IgnoredAny>();
    let mut plans = Vec::new();
    let mut start = 0;
    while let Some(value) = values.next() {
        // What is no JSON is read to its end all the same: the plan's own reader says best what is wrong.
        let end = if value.is_ok() { values.byte_offset() } else { json.len() };
        let one = json.get(start..end).unwrap_or_default().trim_ascii_start();
        let number = plans.len() + 1;
        plans.push(Plan::from_json(one).map_err(|error| Error::Plan { number, error })?);
        start = end;
    }
    Ok(plans)
}

fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Result<Vec<String>, String> {
        let ids = |plans: Vec<Plan>| plans.iter().map(|plan| plan.id.to_string()).collect();
        plans(json.as_bytes()).map(ids).map_err(|error| error.to_string())
    }

    #[test]
    fn one_plan_and_several_are_read_alike() {
        assert_eq!(read("{\"govplan\":\"1.0\",\n \"id\":\"a\"}\n"), Ok(vec!["a".to_owned()]));
        let two = "\u{feff}{\"govplan\":\"1.0\",\"id\":\"a\"}\n{\"govplan\":\"1.0\",\"id\":\"b\"}";
        assert_eq!(read(two), Ok(vec!["a".to_owned(), "b".to_owned()]));
    }

    #[test]
    fn an_error_says_in_which_plan() {
        let broken = read("{\"govplan\":\"1.0\",\"id\":\"a\"}\n{\"govplan\":\"1.0\",\"idd\":\"b\"}").unwrap_err();
        assert!(broken.starts_with("plan 2: line 1 column "), "{broken}");
        assert!(broken.contains("`idd`"), "{broken}");
        assert!(read("{\"govplan\":\"1.0\",\"id\":\"a\"").is_err());
        assert!(read("{} trailing").is_err());
    }
}
