use super::essence::essential;
use crate::check::Context;
use crate::{Citation, Place};

/// A document that the plan cites, with where it does.
pub(super) struct Cited<'c> {
    pub(super) citation: &'c Citation,
    pub(super) pointer: String,
    pub(super) place: Option<&'c Place>,
}

/// Everything that the plan cites: its basis, then what its directives and requirements cite.
pub(super) fn cited<'c>(context: &'c Context<'_>) -> Vec<Cited<'c>> {
    let basis = context.plan.basis.iter().enumerate().map(|(index, citation)| Cited {
        citation,
        pointer: format!("/basis/{index}"),
        place: citation.place.as_ref(),
    });
    let directives = context.directives.iter().flat_map(|directive| {
        directive.item.cites.iter().enumerate().map(move |(index, citation)| Cited {
            citation,
            pointer: format!("{}/cites/{index}", directive.pointer),
            place: citation.place.as_ref().or(directive.item.place.as_ref()),
        })
    });
    let requirements = context.requirements.iter().flat_map(|requirement| {
        requirement.item.cites.iter().enumerate().map(move |(index, citation)| Cited {
            citation,
            pointer: format!("{}/cites/{index}", requirement.pointer),
            place: citation.place.as_ref().or(requirement.item.place.as_ref()),
        })
    });
    basis.chain(directives).chain(requirements).collect()
}

/// Whether two titles may be one: the same, one part of the other, or one a short form of the other.
pub(super) fn may_be_one(one: &str, other: &str) -> bool {
    abbreviates(one, other) || abbreviates(other, one)
}

/// Whether the characters of the short title stand in the long one in the same order.
fn abbreviates(short: &str, long: &str) -> bool {
    let mut characters = essential(long);
    essential(short).all(|wanted| characters.any(|character| character == wanted))
}
