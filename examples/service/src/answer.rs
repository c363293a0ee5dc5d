use crate::desk::Load;
use crate::order::Order;
use axum::Json;
use axum::response::{IntoResponse, Response};
use govplan::{CheckSettings, Error, Finding, Limits, Options, Plan, contained};
use serde::Serialize;

/// What a document comes to.
#[derive(Serialize)]
struct Answer {
    plans: Vec<Checked>,
}

/// A plan, and everything there is to say of it.
#[derive(Serialize)]
struct Checked {
    findings: Vec<Finding>,
    plan: Plan,
}

/// Reads, checks and writes: all the work that keeps a processor busy.
pub(crate) fn answer(load: &Load, bytes: &[u8], order: Order, limits: Limits) -> Result<Response, Error> {
    let Order { name, format, today } = order;
    let options = Options { name, format, limits };
    // A document that govplan should fail on costs its own request and no other.
    contained(|| {
        let checked = |plan: Plan| Checked { findings: plan.check(&CheckSettings::new(today)), plan };
        let plans = load(bytes, &options)?.plans.into_iter().map(checked).collect();
        Ok(Json(Answer { plans }).into_response())
    })
}
