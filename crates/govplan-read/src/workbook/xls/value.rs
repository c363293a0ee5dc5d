use super::super::value::truth;
use super::record::{f64_at, u32_at};

/// What a formula came to ([MS-XLS] 2.5.133).
#[derive(Debug, PartialEq)]
pub(super) enum FormulaValue {
    Number(f64),
    /// Words for a truth or an error.
    Words(&'static str),
    /// A string, which stands in the next record of strings.
    String,
    Blank,
}

impl FormulaValue {
    pub(super) fn read(data: &[u8]) -> Option<Self> {
        if data.get(6..8)? != [0xFF, 0xFF] {
            return f64_at(data, 0).map(Self::Number);
        }
        let value = *data.get(2)?;
        Some(match data.first()? {
            0 => Self::String,
            1 => Self::Words(truth(value != 0)),
            2 => Self::Words(error(value)),
            _ => Self::Blank,
        })
    }
}

/// A number in four bytes ([MS-XLS] 2.5.217).
pub(super) fn short_number(data: &[u8]) -> Option<f64> {
    let bits = u32_at(data, 0)?;
    let number = match bits & 2 == 0 {
        true => f64::from_bits(u64::from(bits & !3) << 32),
        false => f64::from(bits.cast_signed() >> 2),
    };
    Some(if bits & 1 == 0 { number } else { number / 100.0 })
}

/// An error as Excel prints it ([MS-XLS] 2.5.10).
pub(super) const fn error(code: u8) -> &'static str {
    match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_numbers_are_integers_or_halves_of_floats() {
        let cases =
            [(0x0000_07D2_u32, 500.0), (0xFFFF_FFFE, -1.0), (0x0000_07D3, 5.0), (0x3FF0_0000, 1.0), (0x4059_0001, 1.0)];
        for (bits, expected) in cases {
            assert_eq!(short_number(&bits.to_le_bytes()), Some(expected), "{bits:#x}");
        }
        assert_eq!(short_number(&[0; 3]), None);
    }

    #[test]
    fn formulas_came_to_numbers_or_words() {
        let value = |kind, value| FormulaValue::read(&[kind, 0, value, 0, 0, 0, 0xFF, 0xFF]);
        assert_eq!(FormulaValue::read(&2.5_f64.to_le_bytes()), Some(FormulaValue::Number(2.5)));
        assert_eq!(value(0, 0), Some(FormulaValue::String));
        assert_eq!(value(1, 1), Some(FormulaValue::Words("TRUE")));
        assert_eq!(value(2, 0x17), Some(FormulaValue::Words("#REF!")));
        assert_eq!(value(3, 0), Some(FormulaValue::Blank));
        assert_eq!(FormulaValue::read(&[0; 7]), None);
    }
}
