use super::Context;
use crate::{Directive, Located, Place, Requirement, Timing};

/// A requirement, or a paragraph of the covering notice, as the rules about its times see it.
pub(super) struct Work<'c> {
    /// Id of the requirement or directive.
    pub(super) id: &'c str,
    /// JSON Pointer from the plan.
    pub(super) pointer: &'c str,
    pub(super) text: Option<&'c str>,
    pub(super) timings: &'c [Timing],
    place: Option<&'c Place>,
}

impl<'c> Work<'c> {
    /// Its timings with their pointers and places.
    pub(super) fn located(&self) -> impl Iterator<Item = Located<'c, Timing>> + use<'c> {
        let pointer = self.pointer;
        let timings = self.timings.iter().enumerate();
        timings.map(move |(index, item)| Located { pointer: format!("{pointer}/timings/{index}"), item })
    }

    /// Where one of its timings stands in the document, else where it stands itself.
    pub(super) fn place_of(&self, timing: &'c Timing) -> Option<Place> {
        timing.place.as_ref().or(self.place).cloned()
    }

    /// Where it stands in the document.
    pub(super) fn place(&self) -> Option<Place> {
        self.place.cloned()
    }
}

impl Context<'_> {
    /// Everything that can set times: the directives, then the requirements.
    pub(super) fn works(&self) -> impl Iterator<Item = Work<'_>> {
        let directives = self.directives.iter().map(|located| {
            let Directive { id, text, timings, place, .. } = located.item;
            let (text, place) = (Some(text.as_str()), place.as_ref());
            Work { id: id.as_str(), pointer: &located.pointer, text, timings, place }
        });
        let requirements = self.requirements.iter().map(|located| {
            let Requirement { id, text, timings, place, .. } = located.item;
            let (text, place) = (text.as_deref(), place.as_ref());
            Work { id: id.as_str(), pointer: &located.pointer, text, timings, place }
        });
        directives.chain(requirements)
    }
}
