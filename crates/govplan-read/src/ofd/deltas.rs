use std::iter;

/// The distances from each character to the next, of a `DeltaX` or `DeltaY`.
///
/// `g 11 5.715` stands for eleven times 5.715. Where numbers are missing at the end the last one is used again, so that
/// the distances never end unless there are none at all.
pub(super) fn deltas(text: &str) -> impl Iterator<Item = f64> {
    let mut words = text.split_whitespace();
    let mut last = None;
    let mut repeats = 0_usize;
    iter::from_fn(move || {
        if repeats > 0 {
            repeats -= 1;
            return last;
        }
        while let Some(word) = words.next() {
            let (count, word) = match word {
                "g" => (words.next().and_then(|count| count.parse().ok()).unwrap_or(0), words.next().unwrap_or(word)),
                number => (1, number),
            };
            if let Ok(number) = word.parse::<f64>()
                && number.is_finite()
                && count > 0
            {
                last = Some(number);
                repeats = count - 1;
                break;
            }
        }
        last
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(count: usize, text: &str) -> Vec<f64> {
        deltas(text).take(count).collect()
    }

    #[test]
    fn repeats_are_counted_and_the_last_number_goes_on() {
        assert_eq!(first(5, "g 3 5.715 4"), [5.715, 5.715, 5.715, 4.0, 4.0]);
        assert_eq!(first(3, "5.6 2.8"), [5.6, 2.8, 2.8]);
        assert_eq!(first(3, "1 g 2 0.5"), [1.0, 0.5, 0.5]);
        assert_eq!(first(2, "g 999999999999 1"), [1.0, 1.0]);
    }

    #[test]
    fn what_is_no_number_is_passed_over() {
        assert_eq!(first(3, ""), [0.0; 0]);
        assert_eq!(first(3, "g"), [0.0; 0]);
        assert_eq!(first(3, "g 0 5 g x 3"), [0.0; 0]);
        assert_eq!(first(3, "NaN 5 g 2"), [5.0, 5.0, 5.0]);
    }
}
