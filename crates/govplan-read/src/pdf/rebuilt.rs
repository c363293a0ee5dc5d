use super::character_maps::mend;
use super::damaged;
use super::scan::{Raw, find};
use crate::ReadError;
use std::collections::BTreeMap;

/// A file written anew from its objects, without object streams, cross-reference streams and the data of pictures, so
/// that the parser finds each object once and data of the length that it has.
pub(super) fn rebuilt(bytes: &[u8], mut objects: BTreeMap<u32, Raw<'_>>) -> Result<Vec<u8>, ReadError> {
    let root = root(bytes, &objects).ok_or_else(|| damaged("no document catalog".to_owned()))?;
    mend(&mut objects);
    let mut file = b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n".to_vec();
    let mut table = String::from("xref\n0 1\n0000000000 65535 f \n");
    for (number, raw) in &objects {
        table.push_str(&format!("{number} 1\n{:010} {:05} n \n", file.len(), raw.generation));
        file.extend(format!("{number} {} obj\n", raw.generation).bytes());
        let head = raw.head.trim_ascii_end();
        match (raw.data, head.strip_suffix(b">>")) {
            (Some(data), Some(head)) => {
                let data = if is_picture(raw) { &[] } else { data };
                file.extend(head);
                // The last of two entries of one name holds.
                file.extend(format!("/Length {}>>\nstream\n", data.len()).bytes());
                file.extend(data);
                file.extend(b"\nendstream");
            }
            _ => file.extend(head),
        }
        file.extend(b"\nendobj\n");
    }
    let size = objects.last_key_value().map_or(0, |(number, _)| *number).saturating_add(1);
    let start = file.len();
    file.extend(table.bytes());
    file.extend(format!("trailer\n<</Size {size}/Root {root} R>>\nstartxref\n{start}\n%%EOF\n").bytes());
    Ok(file)
}

/// Whether a stream is a picture, whose data nobody asks for.
fn is_picture(raw: &Raw<'_>) -> bool {
    raw.has(b"/Image") && raw.has(b"/Width")
}

/// The reference to the catalog: as a trailer names it last, or else the object that says it is one.
fn root(bytes: &[u8], objects: &BTreeMap<u32, Raw<'_>>) -> Option<String> {
    /// Bytes that the reference may take.
    const REFERENCE: usize = 24;
    let mut rest = bytes;
    let mut root = None;
    while let Some(at) = find(rest, b"/Root") {
        rest = rest.get(at + b"/Root".len()..)?;
        let reference = rest.get(..rest.len().min(REFERENCE)).and_then(|text| text.split(|byte| *byte == b'R').next());
        let reference = reference.and_then(|text| std::str::from_utf8(text).ok());
        let mut numbers = reference.unwrap_or_default().split_ascii_whitespace().map(str::parse::<u32>);
        if let (Some(Ok(number)), Some(Ok(generation)), None) = (numbers.next(), numbers.next(), numbers.next())
            && objects.contains_key(&number)
        {
            root = Some(format!("{number} {generation}"));
        }
    }
    let catalog = || objects.iter().find(|(_, raw)| raw.has(b"/Catalog"));
    root.or_else(|| catalog().map(|(number, raw)| format!("{number} {}", raw.generation)))
}
