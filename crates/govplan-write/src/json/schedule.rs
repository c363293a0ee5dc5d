use super::pretty;
use chrono::NaiveDate;
use govplan_core::{
    DueState, LegalBasis, LimitKind, Owner, Period, Place, Plan, PlanId, Schedule, Step, TimeLimit, TimeLimitLength,
    Timing, TimingId, TimingKind, UndatedReason,
};
use serde::Serialize;

#[derive(Serialize, Default)]
struct Document<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    today: Option<String>,
    due: Vec<Row<'a>>,
    standing: Vec<Row<'a>>,
    periods: Vec<Row<'a>>,
    undated: Vec<Row<'a>>,
    limits: Vec<Row<'a>>,
}

/// One entry of any part; what a part does not have is left out.
#[derive(Serialize)]
struct Row<'a> {
    plan: &'a PlanId,
    requirement: &'a str,
    pointer: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    timing: Option<&'a TimingId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<TimingKind>,
    #[serde(skip_serializing_if = "Option::is_none")]
    raw: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    due: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    alternative: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<DueState>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    round: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    event: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<Period>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<UndatedReason>,
    #[serde(skip_serializing_if = "Option::is_none")]
    limit: Option<Limit<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    units: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    steps: &'a [Step],
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<&'a Place>,
}

#[derive(Serialize)]
struct Limit<'a> {
    id: &'a str,
    kind: LimitKind,
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<Period>,
    #[serde(skip_serializing_if = "Option::is_none")]
    day_of_year: Option<String>,
    trigger: &'a str,
    actor: &'a str,
    legal_basis: LegalBasis,
}

impl<'a> Row<'a> {
    fn new(plan: &'a Plan, owner: &'a Owner<'a>) -> Self {
        let mut units: Vec<&str> = Vec::new();
        for assignment in owner.assignments {
            if !units.contains(&assignment.unit.as_str()) {
                units.push(&assignment.unit);
            }
        }
        Self {
            plan: &plan.id,
            requirement: owner.id,
            pointer: &owner.pointer,
            timing: None,
            kind: None,
            raw: None,
            start: None,
            due: None,
            alternative: None,
            state: None,
            round: false,
            end: None,
            event: None,
            period: None,
            reason: None,
            limit: None,
            units,
            text: owner.text.or(owner.title),
            steps: &[],
            place: owner.place,
        }
    }

    /// The same, with the time that it comes from.
    fn timed(self, timing: &'a Timing) -> Self {
        Self {
            timing: Some(&timing.id),
            kind: Some(timing.kind),
            raw: timing.raw.as_deref(),
            start: timing.start.map(|day| day.to_string()),
            end: timing.end.map(|day| day.to_string()),
            event: timing.event.as_deref(),
            period: timing.period,
            steps: &timing.steps,
            place: timing.place.as_ref().or(self.place),
            ..self
        }
    }
}

/// What plans ask for as JSON: `{"today", "due": […], "standing": […], "periods": […], "undated": […], "limits": […]}`.
///
/// An entry of each part names its plan, requirement and organs; of `due` also the day (`due`), its state, `round` for what
/// comes again, and the steps by which the day came about; of `undated` the `reason`; of `limits` the limit of the law with its
/// legal basis. What is due comes by day, over all plans.
#[must_use]
pub fn schedule_json(plans: &[(&Plan, Schedule<'_>)], today: Option<NaiveDate>) -> String {
    let mut document = Document { today: today.map(|day| day.to_string()), ..Document::default() };
    for (plan, schedule) in plans {
        document.due.extend(schedule.due.iter().map(|entry| Row {
            start: entry.first.map(|day| day.to_string()),
            due: Some(entry.due.to_string()),
            end: None,
            alternative:
                entry.timing.alternative.as_ref().and_then(|alternative| alternative.end).map(|day| day.to_string()),
            state: entry.state,
            round: entry.is_round,
            steps: &entry.steps,
            ..Row::new(plan, &entry.owner).timed(entry.timing)
        }));
        document
            .standing
            .extend(schedule.standing.iter().map(|entry| Row::new(plan, &entry.owner).timed(entry.timing)));
        document.periods.extend(schedule.periods.iter().map(|entry| Row::new(plan, &entry.owner).timed(entry.timing)));
        document.undated.extend(schedule.undated.iter().map(|entry| {
            let row = Row { reason: Some(entry.reason), ..Row::new(plan, &entry.owner) };
            match entry.timing {
                Some(timing) => row.timed(timing),
                None => row,
            }
        }));
        let limits = schedule.limits.iter();
        document
            .limits
            .extend(limits.map(|entry| Row { limit: Some(limit(entry.limit)), ..Row::new(plan, &entry.owner) }));
    }
    document.due.sort_by(|one, other| one.due.cmp(&other.due));
    pretty(&document)
}

fn limit(limit: &TimeLimit) -> Limit<'_> {
    let (period, day_of_year) = match limit.length {
        TimeLimitLength::Period(period) => (Some(period), None),
        TimeLimitLength::DayOfYear(month, day) => (None, Some(format!("{month:02}-{day:02}"))),
        _ => (None, None),
    };
    Limit {
        id: limit.id,
        kind: limit.kind,
        period,
        day_of_year,
        trigger: limit.trigger,
        actor: limit.actor,
        legal_basis: limit.legal_basis(),
    }
}
