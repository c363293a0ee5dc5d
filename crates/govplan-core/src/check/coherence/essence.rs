/// The characters of a text that say something: no white space, no punctuation.
pub(super) fn essential(text: &str) -> impl Iterator<Item = char> + Clone + '_ {
    text.chars().filter(|character| says_something(*character))
}

fn says_something(character: char) -> bool {
    match character {
        // Nearly all are common Chinese characters and marks, for which the tables of Unicode need not be asked.
        '\u{4e00}'..='\u{9fff}' => true,
        '，' | '。' | '、' | '；' | '：' | '（' | '）' | '《' | '》' | '“' | '”' => false,
        _ => character.is_alphanumeric(),
    }
}

/// The text with nothing but what says something.
pub(super) fn essence(text: &str) -> String {
    let mut essence = String::with_capacity(text.len());
    essence.extend(text.split(|character| !says_something(character)));
    essence
}

/// A hash of what a text says, and how many characters that are.
pub(super) fn hashed(text: &str) -> (u64, usize) {
    essential(text).fold((0xcbf2_9ce4_8422_2325, 0), |(hash, length), character| (mix(hash, character), length + 1))
}

/// One step of FNV-1a over whole characters, spread.
pub(super) fn mix(hash: u64, character: char) -> u64 {
    let step = (hash ^ u64::from(u32::from(character))).wrapping_mul(0x0000_0100_0000_01b3);
    step ^ step.rotate_right(23)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_and_punctuation_say_nothing() {
        assert_eq!(essence(" 组织“培训”，\u{3000}每年2次。"), "组织培训每年2次");
        assert_eq!(hashed("组织 培训。"), hashed("组织培训"));
        assert_ne!(hashed("组织培训"), hashed("培训组织"));
        assert_eq!(hashed("。"), hashed(""));
    }
}
