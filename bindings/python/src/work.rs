//! What stands with a requirement: organs, persons, times, citations.

use crate::finding::Finding;
use crate::place::Place;
use crate::value::{value, word};
use chrono::NaiveDate;
use pyo3::prelude::*;

value! {
    /// An organ that a requirement is assigned to, and as what.
    Assignment(govplan::Assignment), shown |given| format!("<Assignment {} {}>", given.unit, given.role.as_str());
    /// Canonical name of the organ.
    unit |given| -> &str { &given.unit }
    /// Role: ``lead``, ``responsible``, ``cooperating``, ``supervising`` or ``implementing``.
    role |given| -> &'static str { given.role.as_str() }
    /// The organ as printed.
    raw |given| -> Option<&str> { given.raw.as_deref() }
    /// Where in the document it was read: ``column``, ``phrase``, ``text`` or ``rule``.
    origin |given| -> Option<String> { given.origin.as_ref().map(word) }
    /// Whether it comes from a merged cell or 同上.
    inherited |given| -> bool { given.inherited }
    /// Whether the list that it stands in ended in a bare 等.
    open_list |given| -> bool { given.open_list }
    /// Place in the document.
    place |given| -> Option<Place> { Place::of(given.place.as_ref()) }
}

value! {
    /// A person who is named beside a requirement.
    Person(govplan::Person), shown |person| format!("<Person {}>", person.name);
    /// Name.
    name |person| -> &str { &person.name }
    /// Post.
    post |person| -> Option<&str> { person.post.as_deref() }
    /// Role, as that of an organ.
    role |person| -> Option<&'static str> { person.role.map(govplan::Role::as_str) }
}

value! {
    /// A time that a requirement sets.
    Timing(govplan::Timing), shown |timing| format!(
        "<Timing {}{}>",
        timing.raw.as_deref().unwrap_or(timing.kind.as_str()),
        timing.end.map(|end| format!(" → {end}")).unwrap_or_default(),
    );
    /// Id in the plan.
    id |timing| -> &str { timing.id.as_str() }
    /// What is asked for: ``by``, ``on``, ``range``, ``recurring``, ``continuous``, ``immediate``, ``after_event``, ``minimum`` or
    /// ``vague``.
    kind |timing| -> &'static str { timing.kind.as_str() }
    /// Text as printed.
    raw |timing| -> Option<&str> { timing.raw.as_deref() }
    /// First day.
    start |timing| -> Option<NaiveDate> { timing.start }
    /// Last day; absent where no year can be known.
    end |timing| -> Option<NaiveDate> { timing.end }
    /// Last day in the other reading of the words (第三季度前).
    alternative_end |timing| -> Option<NaiveDate> { timing.alternative.as_ref().and_then(|other| other.end) }
    /// Event that the time hangs on.
    event |timing| -> Option<&str> { timing.event.as_deref() }
    /// Length of time, as a number and ``calendar_day``, ``working_day``, ``week``, ``month``, ``year`` or ``hour``.
    period |timing| -> Option<(i32, String)> { timing.period.map(|period| (period.n, word(&period.unit))) }
    /// The recurrence as a rule of RFC 5545, where that can say it.
    rrule |timing| -> Option<&str> { timing.rrule.as_deref() }
    /// What is reached then, where it is not completion (动工, 报送).
    milestone |timing| -> Option<&str> { timing.milestone.as_deref() }
    /// Word that softens it (原则上, 力争).
    modality |timing| -> Option<&str> { timing.modality.as_deref() }
    /// Time of day (``17:00``).
    time |timing| -> Option<&str> { timing.time.as_ref().map(govplan::ClockTime::as_str) }
    /// Whether it comes from a merged cell or 同上.
    inherited |timing| -> bool { timing.inherited }
    /// Codes of the steps by which the days came about; ``to_dict()["steps"]`` holds their arguments.
    steps |timing| -> Vec<&str> { timing.steps.iter().map(|step| step.code.as_ref()).collect() }
    /// What is to be said where the words can mean two days (GP403).
    ambiguity |timing| -> Option<Finding> { timing.ambiguity().map(Finding) }
    /// Place in the document.
    place |timing| -> Option<Place> { Place::of(timing.place.as_ref()) }
}

value! {
    /// Another document that is cited.
    Citation(govplan::Citation),
        shown |cited| format!("<Citation {}>", cited.raw.as_deref().or(cited.title.as_deref()).unwrap_or_default());
    /// Title, without its book-title marks.
    title |cited| -> Option<&str> { cited.title.as_deref() }
    /// Document number in canonical form.
    number |cited| -> Option<&str> { cited.number.as_ref().map(govplan::DocNumber::as_str) }
    /// The citation as printed.
    raw |cited| -> Option<&str> { cited.raw.as_deref() }
    /// Place in the document.
    place |cited| -> Option<Place> { Place::of(cited.place.as_ref()) }
}
