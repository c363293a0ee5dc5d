//! Damaged files: whatever the bytes, a document or an error.

use super::fixture::{Fixture, notice};
use super::read;
use crate::Limits;

/// Numbers that look random and are the same every time (Steele and Vigna's SplitMix64).
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % u64::try_from(bound).unwrap()).unwrap()
    }
}

/// Limits that a damaged file of this size can not need more than.
fn limits() -> Limits {
    Limits { unpacked_bytes: 4 << 20, ..Limits::default() }
}

#[test]
fn damaged_archives_are_read_or_refused() {
    let whole = notice().bytes();
    let mut random = Random(1);
    for mutant in 0..150 {
        let mut bytes = whole.clone();
        if mutant % 3 == 0 {
            bytes.truncate(random.below(whole.len()));
        }
        for _ in 0..random.below(4) {
            if !bytes.is_empty() {
                let index = random.below(bytes.len());
                bytes[index] ^= 1 << random.below(8);
            }
        }
        assert_eq!(read(&bytes, &limits()), read(&bytes, &limits()), "{mutant}");
    }
}

#[test]
fn damaged_parts_are_read_or_refused() {
    let mut random = Random(2);
    let mut read_all_the_same = 0;
    for _ in 0..150 {
        let mut fixture = notice();
        let part = random.below(fixture.parts.len());
        damage(&mut fixture, part, &mut random);
        let document = read(&fixture.bytes(), &limits());
        read_all_the_same += usize::from(document.is_ok());
    }
    assert!(read_all_the_same > 100, "{read_all_the_same}");
}

/// Drops a part, cuts it, or changes bytes in it.
fn damage(fixture: &mut Fixture, part: usize, random: &mut Random) {
    let bytes = &mut fixture.parts[part].1;
    match random.below(4) {
        0 => {
            fixture.parts.remove(part);
        }
        1 => bytes.truncate(random.below(bytes.len())),
        _ => {
            for _ in 0..=random.below(20) {
                let index = random.below(bytes.len());
                bytes[index] = b"<>&\"' /0\xFFg"[random.below(10)];
            }
        }
    }
}
