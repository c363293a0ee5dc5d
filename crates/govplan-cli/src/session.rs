use crate::arguments::Global;
use crate::terminal::{self, preferred_language};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use govplan::{Language, Screen};
use std::time::SystemTime;

/// What a run knows of the world outside.
#[derive(Debug)]
pub(crate) struct Session {
    /// Language of messages.
    pub(crate) language: Language,
    /// How text for people looks.
    pub(crate) screen: Screen,
    today: Option<NaiveDate>,
}

impl Session {
    pub(crate) fn new(global: &Global) -> Self {
        let language = global.lang.unwrap_or_else(preferred_language);
        let today = Some(global.today.unwrap_or_else(today_in_beijing));
        Self { language, screen: terminal::screen(language, global.color), today }
    }

    /// The day that it is, or is said to be.
    pub(crate) fn today(&self) -> Option<NaiveDate> {
        self.today
    }
}

/// The day that it is where the plans are carried out, wherever this machine stands: China has one time, UTC+8.
fn today_in_beijing() -> NaiveDate {
    let utc = DateTime::<Utc>::from(SystemTime::now());
    (utc + TimeDelta::hours(8)).date_naive()
}
