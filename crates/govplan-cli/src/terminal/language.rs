use govplan::Language;
use std::ffi::OsString;

/// The language of the locale: Chinese where that is, else English.
pub(crate) fn preferred_language() -> Language {
    sys_locale::get_locale().and_then(|locale| locale.parse().ok()).unwrap_or(Language::English)
}

/// The language of the help, which is printed before the arguments are understood.
pub(crate) fn language_of(arguments: &[OsString]) -> Language {
    let texts: Vec<&str> = arguments.iter().filter_map(|argument| argument.to_str()).collect();
    let behind = texts.iter().skip_while(|text| **text != "--lang").nth(1).copied();
    let joined = texts.iter().find_map(|text| text.strip_prefix("--lang="));
    let asked = behind.or(joined).and_then(|text| text.parse().ok());
    asked.unwrap_or_else(preferred_language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_found_wherever_it_stands() {
        for (arguments, language) in [
            (&["govplan", "--lang", "zh", "--help"][..], Language::Chinese),
            (&["govplan", "show", "--lang=zh"], Language::Chinese),
            (&["govplan", "--lang", "en"], Language::English),
        ] {
            let arguments: Vec<OsString> = arguments.iter().map(OsString::from).collect();
            assert_eq!(language_of(&arguments), language);
        }
    }
}
