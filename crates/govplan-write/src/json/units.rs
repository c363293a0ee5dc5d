use super::pretty;
use govplan_core::{Closure, ListedUnit, Plan, PlanId, Resolution, ResolvedBy, Role, UnitKind};
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Serialize)]
struct Row<'a> {
    plan: &'a PlanId,
    organ: &'a str,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    aliases: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<UnitKind>,
    #[serde(skip_serializing_if = "Option::is_none")]
    function: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    closure: Option<Closure>,
    duties: &'a BTreeMap<Role, usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    resolved: Option<Resolved<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    suggestions: Option<Vec<Suggested<'a>>>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    members: &'a [&'a str],
}

#[derive(Serialize)]
struct Resolved<'a> {
    id: &'a str,
    name: &'a str,
    by: ResolvedBy,
}

#[derive(Serialize)]
struct Suggested<'a> {
    id: &'a str,
    name: &'a str,
    score: f64,
    is_valid: bool,
}

/// The organs of plans as JSON: `[{"plan": id, "organ": name, "aliases", "kind", "function", "closure", "duties": {role:
/// number}, "resolved": {"id", "name", "by"}, "suggestions": [{"id", "name", "score", "is_valid"}], "members": [name]}]`.
///
/// With a register each organ has either `resolved` or `suggestions`, without one neither.
#[must_use]
pub fn units_json(plans: &[(&Plan, Vec<ListedUnit<'_>>)]) -> String {
    let rows = plans.iter().flat_map(|(plan, units)| units.iter().map(|unit| row(&plan.id, unit)));
    pretty(&rows.collect::<Vec<_>>())
}

fn row<'a>(plan: &'a PlanId, listed: &'a ListedUnit<'_>) -> Row<'a> {
    let (resolved, suggestions) = match &listed.resolution {
        None => (None, None),
        Some(Resolution::Found { organ, by, name }) => (Some(Resolved { id: organ.id.as_str(), name, by: *by }), None),
        Some(Resolution::Open { suggestions }) => {
            let suggestions = suggestions.iter().map(|suggestion| Suggested {
                id: suggestion.organ.id.as_str(),
                name: suggestion.name,
                score: suggestion.score,
                is_valid: suggestion.is_valid,
            });
            (None, Some(suggestions.collect()))
        }
    };
    Row {
        plan,
        organ: listed.name,
        aliases: listed.unit.map_or(&[], |unit| unit.aliases.as_slice()),
        kind: listed.unit.and_then(|unit| unit.kind),
        function: listed.unit.and_then(|unit| unit.function.as_deref()),
        closure: listed.unit.and_then(|unit| Some(unit.collective.as_ref()?.closure)),
        duties: &listed.duties,
        resolved,
        suggestions,
        members: &listed.members,
    }
}
