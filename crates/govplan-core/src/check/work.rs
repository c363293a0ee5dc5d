use super::Context;
use super::glance::Glance;
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

/// A timing with its place in what it belongs to.
#[derive(Clone, Copy)]
pub(super) struct Nth<'c> {
    index: usize,
    pub(super) item: &'c Timing,
}

impl<'c> Work<'c> {
    /// Its timings with their places in it.
    pub(super) fn located(&self) -> impl Iterator<Item = Nth<'c>> + use<'c> {
        self.timings.iter().enumerate().map(|(index, item)| Nth { index, item })
    }

    /// JSON Pointer of one of its timings.
    pub(super) fn pointer_of(&self, timing: Nth<'_>) -> String {
        format!("{}/timings/{}", self.pointer, timing.index)
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

impl<'a> Context<'a> {
    /// Everything that can set times: the directives, then the requirements.
    pub(super) fn works(&self) -> impl Iterator<Item = Work<'_>> {
        self.works_of(self.requirements.iter())
    }

    /// The directives, then the requirements at which a glance shows something.
    pub(super) fn works_with(&self, sign: impl Fn(&Glance) -> bool) -> impl Iterator<Item = Work<'_>> {
        self.works_of(self.requirements_with(sign))
    }

    fn works_of<'c>(
        &'c self,
        requirements: impl Iterator<Item = &'c Located<'a, Requirement>>,
    ) -> impl Iterator<Item = Work<'c>> {
        let directives = self.directives.iter().map(|located| {
            let Directive { id, text, timings, place, .. } = located.item;
            let (text, place) = (Some(text.as_str()), place.as_ref());
            Work { id: id.as_str(), pointer: &located.pointer, text, timings, place }
        });
        let requirements = requirements.map(|located| {
            let Requirement { id, text, timings, place, .. } = located.item;
            let (text, place) = (text.as_deref(), place.as_ref());
            Work { id: id.as_str(), pointer: &located.pointer, text, timings, place }
        });
        directives.chain(requirements)
    }
}
