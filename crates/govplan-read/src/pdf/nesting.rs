/// How deeply arrays and dictionaries are nested in bytes that may be read as PDF objects from any place on.
///
/// The parser reads an array in an array by recursion, and the cross-reference table sends it to any byte of the file.
/// So nothing is known of where a string begins, and both readings are followed: `outside` counts for bytes outside a
/// string; each open bracket puts that count by for the bytes inside one, to be taken up where the string ends. A byte
/// that can stand in no object outside strings, names and comments begins anew, which is why noise counts nothing.
pub(super) struct Nesting {
    limit: usize,
    /// Depth if the next byte stands outside strings and comments.
    outside: usize,
    /// Depth if the next byte stands in a comment.
    comment: usize,
    /// Depth at the start of each string that may be open, the innermost last.
    strings: Vec<usize>,
    /// Whether a name is being read, which may hold any byte but a delimiter.
    in_name: bool,
    /// The byte before; none where it is half of a `<<` or `>>` that has been counted.
    last: Option<u8>,
}

/// Strings in strings that are followed; the parser reads fewer.
const OPEN_STRINGS: usize = 128;

impl Nesting {
    pub(super) fn new(limit: usize) -> Self {
        Self { limit, outside: 0, comment: 0, strings: Vec::new(), in_name: false, last: None }
    }

    /// Follows more bytes; `false` once they may be nested deeper than the limit.
    pub(super) fn follow(&mut self, bytes: &[u8]) -> bool {
        bytes.iter().all(|byte| {
            self.step(*byte);
            self.outside <= self.limit
        })
    }

    /// Whether no string is open.
    pub(super) fn is_outside_strings(&self) -> bool {
        self.strings.is_empty()
    }

    fn step(&mut self, byte: u8) {
        let last = self.last.replace(byte);
        let is_pair = last == Some(byte);
        if is_pair && matches!(byte, b'<' | b'>') {
            self.last = None;
        }
        match byte {
            b'(' => {
                if last == Some(b'\\') {
                    let open = self.strings.pop().unwrap_or(0);
                    self.strings.push(open.max(self.outside));
                } else {
                    if self.strings.len() == OPEN_STRINGS {
                        self.strings.remove(0);
                    }
                    self.strings.push(self.outside);
                }
                self.outside = 0;
            }
            b')' if last == Some(b'\\') => self.outside = 0,
            b')' => self.outside = self.strings.pop().unwrap_or(0),
            b'[' => self.outside += 1,
            b']' => self.outside = self.outside.saturating_sub(1),
            b'<' if is_pair => self.outside += 1,
            b'>' if is_pair => self.outside = self.outside.saturating_sub(1),
            b'%' => self.comment = self.comment.max(self.outside),
            b'\n' | b'\r' => self.outside = self.outside.max(std::mem::take(&mut self.comment)),
            _ => {}
        }
        match byte {
            b'/' => self.in_name = true,
            b'(' | b')' | b'[' | b']' | b'<' | b'>' | b'%' | b' ' | b'\t' | b'\n' | b'\r' | b'\x0c' | 0 => {
                self.in_name = false;
            }
            // Numbers, hexadecimal strings, references, `true`, `false`, `null`.
            b'0'..=b'9' | b'a'..=b'f' | b'A'..=b'F' | b'+' | b'-' | b'.' | b'R' => {}
            b't' | b'r' | b'u' | b'l' | b's' | b'n' => {}
            _ if self.in_name => {}
            _ => self.outside = 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_within(limit: usize, bytes: &[u8]) -> bool {
        Nesting::new(limit).follow(bytes)
    }

    #[test]
    fn nested_objects_are_counted_however_they_are_written() {
        for unit in [
            "[",
            "<</A ",
            "[ /n\u{e9} ",
            "[(\u{80})",
            "[(a\\)\u{80})",
            "[((\u{80})\u{80})",
            "[%\u{80}\n",
            "[<ab> 1 0 R ",
        ] {
            let bytes = unit.repeat(60);
            assert!(is_within(60, bytes.as_bytes()), "{unit}");
            assert!(!is_within(59, bytes.as_bytes()), "{unit}");
        }
    }

    #[test]
    fn what_is_closed_or_broken_off_counts_no_more() {
        for unit in ["[1 2]", "<</A[(b)]>>", "[(x)-20(y)]TJ\n", "(x)Tj\n", "[\u{80}", "<41>Tj "] {
            assert!(is_within(3, unit.repeat(5000).as_bytes()), "{unit}");
        }
        let mut state = 1_u32;
        let noise = std::iter::repeat_with(|| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            state.to_be_bytes()[0]
        });
        let noise: Vec<u8> = noise.take(1 << 20).collect();
        assert!(is_within(40, &noise));
    }
}
