use super::token::token;

token! {
    /// Version of the plan format: major and minor number. A newer minor version is read as far as it is understood; a
    /// newer major version is refused.
    FormatVersion, "^1\\.(0|[1-9][0-9]{0,3})$", "`1.0`",
    |text| {
        text.strip_prefix("1.").is_some_and(|minor| {
            (1..=4).contains(&minor.len())
                && minor.bytes().all(|b| b.is_ascii_digit())
                && (minor == "0" || !minor.starts_with('0'))
        })
    }
}

impl FormatVersion {
    /// The version that this release writes.
    #[must_use]
    pub fn current() -> Self {
        Self("1.0".to_owned())
    }

    /// Whether it is newer than the version that this release writes.
    #[must_use]
    pub fn is_newer(&self) -> bool {
        self.0 != "1.0"
    }
}
