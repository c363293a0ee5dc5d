use super::moment::{self, Moment};
use super::{Epoch, NumberFormat};

/// A number as a cell of that format shows it.
pub(super) fn shown(number: f64, format: NumberFormat, epoch: Epoch) -> String {
    let shown = match format {
        NumberFormat::Plain => None,
        NumberFormat::Percent { decimals } => Some(percentage(number, decimals)),
        NumberFormat::Elapsed { seconds } => moment::elapsed(number, seconds),
        // Before the first day only the time of day means anything.
        NumberFormat::Moment(shown) if number < 1.0 && shown.shows_date() => None,
        NumberFormat::Moment(shown) => Moment::of_days(number, epoch).map(|moment| moment.shown(shown)),
    };
    shown.unwrap_or_else(|| plain(number))
}

/// A number in full, with at most 15 digits that count; in powers of ten where it would be too long to read.
pub(super) fn plain(number: f64) -> String {
    let number = rounded(number);
    let size = number.abs();
    if number == 0.0 {
        "0".to_owned()
    } else if (1e-9..1e21).contains(&size) {
        number.to_string()
    } else {
        format!("{number:E}")
    }
}

/// A number with 15 digits that count: Excel shows no more.
fn rounded(number: f64) -> f64 {
    format!("{number:.14e}").parse().unwrap_or(number)
}

/// A number as a percentage; a half is rounded away from zero.
fn percentage(number: f64, decimals: usize) -> String {
    let decimals = decimals.min(15);
    let scale = 10_f64.powi(i32::try_from(decimals).unwrap_or_default());
    let number = (rounded(number * 100.0) * scale).round() / scale;
    if number.abs() < 1e15 { format!("{number:.decimals$}%") } else { format!("{}%", plain(number)) }
}

/// A truth as Excel shows it.
pub(super) const fn truth(value: bool) -> &'static str {
    if value { "TRUE" } else { "FALSE" }
}

/// A truth as XML writes it.
pub(super) fn is_true(text: &str) -> bool {
    matches!(text.trim(), "1" | "true" | "TRUE" | "on")
}

#[cfg(test)]
mod tests {
    use super::super::number_format::Shown;
    use super::*;

    #[test]
    fn numbers_stand_in_full() {
        let cases = [
            (1.0, "1"),
            (-0.0, "0"),
            (0.1 + 0.2, "0.3"),
            (2024.0, "2024"),
            (-3.5, "-3.5"),
            (1.0 / 3.0, "0.333333333333333"),
            (340_123_199_001_011_234.0, "340123199001011000"),
            (1e21, "1E21"),
            (1.5e-12, "1.5E-12"),
            (f64::NAN, "NaN"),
        ];
        for (number, expected) in cases {
            assert_eq!(plain(number), expected);
        }
    }

    #[test]
    fn percentages_are_rounded_as_shown() {
        let cases = [(0.5, 0, "50%"), (0.285, 0, "29%"), (0.12345, 2, "12.35%"), (1.0, 0, "100%"), (1e30, 0, "1E32%")];
        for (number, decimals, expected) in cases {
            assert_eq!(shown(number, NumberFormat::Percent { decimals }, Epoch::Of1900), expected);
        }
    }

    #[test]
    fn a_number_that_is_no_moment_stays_a_number() {
        let date = NumberFormat::Moment(Shown::DATE);
        let time = NumberFormat::Moment(Shown { time: true, ..Shown::default() });
        assert_eq!(shown(45_366.0, date, Epoch::Of1900), "2024年3月15日");
        assert_eq!(shown(0.0, date, Epoch::Of1900), "0");
        assert_eq!(shown(-5.0, date, Epoch::Of1900), "-5");
        assert_eq!(shown(20_240_315.0, date, Epoch::Of1900), "20240315");
        assert_eq!(shown(0.395_833_333_333, time, Epoch::Of1900), "09:30");
        assert_eq!(shown(1.520_833_333_333, NumberFormat::Elapsed { seconds: false }, Epoch::Of1900), "36:30");
    }
}
