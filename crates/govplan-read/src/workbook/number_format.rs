use std::str::Chars;

/// How a cell shows its number, as far as it matters for what the number says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum NumberFormat {
    /// The number itself.
    #[default]
    Plain,
    /// A percentage with so many digits after the point.
    Percent { decimals: usize },
    /// A day, a time of day or both.
    Moment(Shown),
    /// A length of time, with its seconds or without.
    Elapsed { seconds: bool },
}

/// The parts of a moment that a format shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Shown {
    pub(super) year: bool,
    pub(super) month: bool,
    pub(super) day: bool,
    pub(super) time: bool,
    pub(super) seconds: bool,
}

impl Shown {
    /// Year, month and day.
    pub(super) const DATE: Self = Self { year: true, month: true, day: true, time: false, seconds: false };
    /// Year, month, day and the time of day.
    pub(super) const ALL: Self = Self { time: true, ..Self::DATE };

    /// Whether a part of a date is shown.
    pub(super) const fn shows_date(self) -> bool {
        self.year || self.month || self.day
    }
}

/// Formats that a file names by number (Excel) or by word (Excel 2003 XML): the name, the code that it stands for.
const NAMED: &str = include_str!("../../data/number_formats.tsv");

impl NumberFormat {
    /// The format that a number or a word names; plain where it names none.
    pub(super) fn named(name: &str) -> Option<Self> {
        let mut named = NAMED.lines().filter_map(|line| line.split_once('\t'));
        named.find(|(known, _)| *known == name).map(|(_, code)| Self::of(code))
    }

    /// The format of a code; its first section counts (ECMA-376 Part 1, 18.8.31).
    pub(super) fn of(code: &str) -> Self {
        let mut section = Section::default();
        let mut rest = code.chars();
        while let Some(c) = rest.next() {
            match c {
                ';' => break,
                '"' => drop(rest.by_ref().find(|c| *c == '"')),
                '\\' | '_' | '*' => drop(rest.next()),
                '[' => section.take_bracket(&rest.by_ref().take_while(|c| *c != ']').collect::<String>()),
                'A' | 'a' if skip_half_of_day(&mut rest) => section.take('h', 1),
                _ => {
                    let letter = c.to_ascii_lowercase();
                    let same = rest.clone().take_while(|next| next.to_ascii_lowercase() == letter).count();
                    rest.by_ref().take(same).for_each(drop);
                    section.take(if c == 'E' { 'E' } else { letter }, same + 1);
                }
            }
        }
        section.format()
    }
}

/// Goes past the rest of `AM/PM` or `A/P`, if that is what stands here.
fn skip_half_of_day(rest: &mut Chars<'_>) -> bool {
    for half in ["M/PM", "/P"] {
        if let Some((start, after)) = rest.as_str().split_at_checked(half.len())
            && start.eq_ignore_ascii_case(half)
        {
            *rest = after.chars();
            return true;
        }
    }
    false
}

/// A section of a format's code, as far as it is read.
#[derive(Default)]
struct Section {
    shown: Shown,
    /// A day of the week, which stands for the whole date where no other part is shown.
    weekday: bool,
    /// A year as East Asian formats write it.
    era: bool,
    elapsed: bool,
    percent: bool,
    after_point: bool,
    decimals: usize,
    /// The last letter of date or time was of hours: an `m` that follows counts minutes.
    after_hours: bool,
    /// The last letters were an `m` that may yet turn out to count minutes; whether a month was shown before.
    open_month: Option<bool>,
}

impl Section {
    fn take(&mut self, letter: char, count: usize) {
        match letter {
            'y' => self.shown.year = true,
            'e' => self.era = true,
            'm' if self.after_hours => self.shown.time = true,
            'm' => self.open_month = Some(std::mem::replace(&mut self.shown.month, true)),
            'd' if count < 3 => self.shown.day = true,
            'd' => self.weekday = true,
            'a' if count >= 3 => self.weekday = true,
            'h' => self.shown.time = true,
            's' => {
                (self.shown.time, self.shown.seconds) = (true, true);
                if let Some(month) = self.open_month {
                    self.shown.month = month;
                }
            }
            '%' => self.percent = true,
            '.' => self.after_point = true,
            '0' | '#' | '?' if self.after_point => self.decimals += count,
            _ => {}
        }
        match letter {
            'y' | 'e' | 'd' | 'a' | 's' => (self.after_hours, self.open_month) = (false, None),
            'h' => (self.after_hours, self.open_month) = (true, None),
            'm' => self.after_hours = false,
            _ => {}
        }
    }

    /// Colours, conditions and languages mean nothing here; `[h]`, `[mm]` count the whole of a time.
    fn take_bracket(&mut self, word: &str) {
        let letter = word.chars().next().unwrap_or_default().to_ascii_lowercase();
        if matches!(letter, 'h' | 'm' | 's') && word.chars().all(|c| c.to_ascii_lowercase() == letter) {
            self.elapsed = true;
            self.shown.seconds |= letter == 's';
            self.after_hours = letter == 'h';
        }
    }

    fn format(mut self) -> NumberFormat {
        self.shown.year |= self.era && (self.shown.month || self.shown.day);
        if self.elapsed {
            NumberFormat::Elapsed { seconds: self.shown.seconds }
        } else if self.shown.time || self.shown.shows_date() {
            NumberFormat::Moment(self.shown)
        } else if self.weekday {
            NumberFormat::Moment(Shown::DATE)
        } else if self.percent {
            NumberFormat::Percent { decimals: self.decimals }
        } else {
            NumberFormat::Plain
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(code: &str) -> String {
        match NumberFormat::of(code) {
            NumberFormat::Plain => "plain".to_owned(),
            NumberFormat::Percent { decimals } => format!("%{decimals}"),
            NumberFormat::Elapsed { seconds } => format!("elapsed {seconds}"),
            NumberFormat::Moment(shown) => {
                let parts =
                    [(shown.year, 'y'), (shown.month, 'm'), (shown.day, 'd'), (shown.time, 't'), (shown.seconds, 's')];
                parts.iter().filter(|(shown, _)| *shown).map(|(_, letter)| *letter).collect()
            }
        }
    }

    #[test]
    fn codes_tell_what_is_shown() {
        let cases = [
            ("General", "plain"),
            ("G/通用格式", "plain"),
            ("@", "plain"),
            ("0.00_ ;[Red]\\-0.00\\ ", "plain"),
            ("#,##0.00\"元\"", "plain"),
            ("0.00E+00", "plain"),
            ("\"第\"0\"号 ymd\"", "plain"),
            ("0_m;d", "plain"),
            ("0%", "%0"),
            ("0.0#%", "%2"),
            ("0\"%\"", "plain"),
            ("yyyy\"年\"m\"月\"d\"日\"", "ymd"),
            ("yyyy\"年\"m\"月\";@", "ym"),
            ("yyyy/m", "ym"),
            ("m\"月\"d\"日\"", "md"),
            ("[DBNum1][$-804]yyyy\"年\"m\"月\"", "ym"),
            ("[$-404]e\"年\"m\"月\"d\"日\"", "ymd"),
            ("yyyy-mm-dd hh:mm", "ymdt"),
            ("yyyy-mm-dd hh:mm:ss", "ymdts"),
            ("m/d/yy h:mm AM/PM", "ymdt"),
            ("上午/下午h\"时\"mm\"分\"", "t"),
            ("mm:ss", "ts"),
            ("mmss.0", "ts"),
            ("[h]:mm:ss", "elapsed true"),
            ("[hh]:mm", "elapsed false"),
            ("aaaa", "ymd"),
            ("[$-804]dddd", "ymd"),
            ("YYYY-MM-DD", "ymd"),
            ("\"", "plain"),
            ("[", "plain"),
            ("\\", "plain"),
        ];
        for (code, expected) in cases {
            assert_eq!(parts(code), expected, "{code}");
        }
    }

    #[test]
    fn built_in_formats_have_codes() {
        assert_eq!(NumberFormat::named("9"), Some(NumberFormat::Percent { decimals: 0 }));
        let month = Shown { day: false, ..Shown::DATE };
        assert_eq!(NumberFormat::named("57"), Some(NumberFormat::Moment(month)));
        assert_eq!(NumberFormat::named("14"), NumberFormat::named("Short Date"));
        assert_eq!((NumberFormat::named("0"), NumberFormat::named("yyyy")), (Some(NumberFormat::Plain), None));
        for line in NAMED.lines().filter(|line| !line.starts_with('#')) {
            assert_eq!(line.split('\t').count(), 2, "{line}");
        }
    }
}
