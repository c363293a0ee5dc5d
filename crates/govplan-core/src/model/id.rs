use super::token::token;

/// Whether the text is a path of ids: one or more parts of the outermost letter, then one part of each further letter.
fn is_path(text: &str, letters: &str) -> bool {
    let mut parts = text.split('.').peekable();
    let mut letters = letters.chars();
    let Some(outermost) = letters.next() else { return false };
    let mut outer = 0;
    while parts.next_if(|part| is_part(part, outermost)).is_some() {
        outer += 1;
    }
    outer > 0 && letters.all(|letter| parts.next().is_some_and(|part| is_part(part, letter))) && parts.next().is_none()
}

/// Whether the text is a letter and a number counted from 1.
fn is_part(text: &str, letter: char) -> bool {
    let digits = text.strip_prefix(letter).unwrap_or_default();
    (1..=9).contains(&digits.len()) && !digits.starts_with('0') && digits.bytes().all(|b| b.is_ascii_digit())
}

token! {
    /// Id of a section: `s1`, nested `s1.s2`.
    SectionId, r"^s[1-9][0-9]{0,8}(\.s[1-9][0-9]{0,8})*$", "a section id such as `s1`",
    |text| is_path(text, "s")
}

token! {
    /// Id of a task: `s1.t1`.
    TaskId, r"^s[1-9][0-9]{0,8}(\.s[1-9][0-9]{0,8})*\.t[1-9][0-9]{0,8}$", "a task id such as `s1.t1`",
    |text| is_path(text, "st")
}

token! {
    /// Id of a requirement: `s1.t1.r1`.
    RequirementId, r"^s[1-9][0-9]{0,8}(\.s[1-9][0-9]{0,8})*\.t[1-9][0-9]{0,8}\.r[1-9][0-9]{0,8}$",
    "a requirement id such as `s1.t1.r1`",
    |text| is_path(text, "str")
}

token! {
    /// Id of one of the covering notice's own paragraphs: `n1`.
    DirectiveId, "^n[1-9][0-9]{0,8}$", "a directive id such as `n1`",
    |text| is_part(text, 'n')
}

token! {
    /// Id of a timing: that of its requirement or directive, and a number (`s1.t1.r1.d1`, `n1.d1`).
    TimingId,
    r"^(n[1-9][0-9]{0,8}|s[1-9][0-9]{0,8}(\.s[1-9][0-9]{0,8})*\.t[1-9][0-9]{0,8}\.r[1-9][0-9]{0,8})\.d[1-9][0-9]{0,8}$",
    "a timing id such as `s1.t1.r1.d1`",
    |text| {
        is_path(text, "strd")
            || text.split_once('.').is_some_and(|(owner, timing)| is_part(owner, 'n') && is_part(timing, 'd'))
    }
}

token! {
    /// Stable name of a plan (`兖教体发-2020-46`): no white space and no slash, so that it can name a file.
    PlanId, r"^[^\s\u0085\ufeff/\\]{1,200}$", "a name without white space and slashes, at most 200 characters",
    |text| {
        !text.is_empty()
            && text.chars().count() <= 200
            && !text.chars().any(|c| c.is_whitespace() || c == '\u{feff}' || c == '/' || c == '\\')
    }
}

/// Makes an id from the id above it and a count.
macro_rules! below {
    ($($parent:ident . $method:ident ($letter:literal) -> $child:ident;)*) => {$(
        impl $parent {
            #[doc = concat!("The ", stringify!($child), " of the nth part below this one; `n` counts from 1.")]
            #[must_use]
            pub fn $method(&self, n: usize) -> $child {
                $child(format!("{}.{}{}", self.0, $letter, n.clamp(1, 999_999_999)))
            }
        }
    )*};
}

below! {
    SectionId.section('s') -> SectionId;
    SectionId.task('t') -> TaskId;
    TaskId.requirement('r') -> RequirementId;
    RequirementId.timing('d') -> TimingId;
    DirectiveId.timing('d') -> TimingId;
}

impl SectionId {
    /// The nth section at the top of a plan; `n` counts from 1.
    #[must_use]
    pub fn top(n: usize) -> Self {
        Self(format!("s{}", n.clamp(1, 999_999_999)))
    }
}

impl PlanId {
    /// The name of a plan that has neither number nor title nor bytes to be named by.
    #[must_use]
    pub fn unnamed() -> Self {
        Self("unnamed".to_owned())
    }
}

impl DirectiveId {
    /// The nth paragraph of the covering notice; `n` counts from 1.
    #[must_use]
    pub fn nth(n: usize) -> Self {
        Self(format!("n{}", n.clamp(1, 999_999_999)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_have_one_shape() {
        for good in ["s1.t1.r1", "s12.s3.t4.r999999999"] {
            assert!(good.parse::<RequirementId>().is_ok(), "{good}");
        }
        for bad in [
            "",
            "s1",
            "s0.t1.r1",
            "s1.t1.r01",
            "s1.t1.r1.d1",
            "S1.t1.r1",
            "s1.t1.s1.r1",
            "s1.t1.r1.",
            "s1..r1",
            "s1.t1.r1234567890",
        ] {
            assert!(bad.parse::<RequirementId>().is_err(), "{bad}");
        }
        assert_eq!(SectionId::top(1).section(2).task(3).requirement(4).timing(5).as_str(), "s1.s2.t3.r4.d5");
        assert!("n1.d2".parse::<TimingId>().is_ok());
        assert!("n1.r2.d2".parse::<TimingId>().is_err());
    }
}
