//! Archives that declare or unpack to far more than they hold.

use crate::outcome::{is_limited, read, used};
use crate::package::{FORMATS, Format, Part, begun, packed};
use std::io::{Read, Write};
use zip::write::SimpleFileOptions;

const GIGABYTE: u64 = 1 << 30;

/// The document with a gigabyte of white space within the part that holds its text.
fn bomb(format: &Format) -> Vec<u8> {
    let mut parts = format.parts(&format.main_part("\n"));
    let (name, main) = parts.pop().unwrap();
    let main = String::from_utf8(main).unwrap();
    let (start, end) = main.rsplit_once('\n').unwrap();
    let mut writer = begun(&parts);
    writer.start_file(name, SimpleFileOptions::default()).unwrap();
    std::io::copy(&mut start.as_bytes().chain(std::io::repeat(b' ').take(GIGABYTE)), &mut writer).unwrap();
    writer.write_all(end.as_bytes()).unwrap();
    writer.finish().unwrap().into_inner()
}

#[test]
fn a_part_that_unpacks_to_a_gigabyte_is_refused() {
    for format in FORMATS {
        assert!(is_limited(&read(&bomb(&format))), "{}", format.name);
    }
}

#[test]
fn a_part_is_as_long_as_it_is_whatever_the_archive_declares() {
    for format in FORMATS {
        let mut bytes = packed(&format.parts(&format.main_part("政务公开工作要点")));
        let declared = u32::try_from(GIGABYTE).unwrap().to_le_bytes();
        // The sizes of a part stand at these bytes of its headers (APPNOTE 4.3.7, 4.3.12).
        for (header, size) in [(b"PK\x03\x04", 22), (b"PK\x01\x02", 24)] {
            let starts = bytes.windows(4).enumerate().filter(|(_, window)| window == header).map(|(at, _)| at + size);
            for start in starts.collect::<Vec<_>>() {
                bytes[start..start + 4].copy_from_slice(&declared);
            }
        }
        assert_eq!(used(&bytes), Ok(()), "{}", format.name);
    }
}

#[test]
fn a_hundred_thousand_parts_beside_the_text_are_not_opened() {
    for format in FORMATS {
        let more = (0..100_000).map(|number| (format!("media/{number}.png"), Vec::new()));
        let parts = format.parts(&format.main_part("政务公开工作要点"));
        assert_eq!(used(&packed(&parts.into_iter().chain(more).collect::<Vec<Part>>())), Ok(()), "{}", format.name);
    }
}
