//! What the digits of codes say of themselves.

use crate::organ::table;
use crate::{DivisionCode, UnifiedCode};

/// The characters of credit codes by their values (GB 32100-2015, table 2).
const CHARACTERS: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";

impl UnifiedCode {
    /// The check character that the first seventeen ask for (GB 32100-2015, 5.5).
    ///
    /// ```
    /// let code: govplan_core::UnifiedCode = "91350100M000100Y43".parse()?;
    /// assert_eq!(code.check_character(), '3');
    /// assert!(code.is_consistent());
    /// # Ok::<(), govplan_core::TokenError>(())
    /// ```
    #[must_use]
    pub fn check_character(&self) -> char {
        let values =
            self.as_str().chars().take(17).map(|c| CHARACTERS.chars().position(|other| other == c).unwrap_or(0));
        let (sum, _) = values.fold((0, 1), |(sum, weight), value| ((sum + value * weight) % 31, weight * 3 % 31));
        CHARACTERS.chars().nth((31 - sum) % 31).unwrap_or('0')
    }

    /// Whether its last character is the one that the others ask for.
    #[must_use]
    pub fn is_consistent(&self) -> bool {
        self.as_str().ends_with(self.check_character())
    }
}

impl DivisionCode {
    /// Whether its parts are those of a division (GB/T 2260-2007): a province that there is, then a city (01 to 20, 51 to 70),
    /// a prefecture or league (21 to 50) or what a province administers itself (90), then a county; 00 for none.
    ///
    /// ```
    /// assert!("370812".parse::<govplan_core::DivisionCode>()?.is_consistent());
    /// assert!(!"990812".parse::<govplan_core::DivisionCode>()?.is_consistent());
    /// # Ok::<(), govplan_core::TokenError>(())
    /// ```
    #[must_use]
    pub fn is_consistent(&self) -> bool {
        let part = |start: usize, length: usize| self.as_str().get(start..start + length).unwrap_or_default();
        let is_province = table(include_str!("../../data/provinces.csv")).any(|row| row.first() == Some(&part(0, 2)));
        let number = |start, length| part(start, length).parse::<u16>().unwrap_or(0);
        let (city, county, township, village) = (number(2, 2), number(4, 2), number(6, 3), number(9, 3));
        // No part is without the one above it; a municipality's townships and a city without counties have theirs at once.
        let is_nested = (city > 0 || county == 0) && (township > 0 || village == 0) && (city > 0 || township == 0);
        is_province && matches!(city, 0..=70 | 90) && is_nested
    }
}
