use super::{NameKind, Register, RegisteredOrgan};
use crate::{OrganId, UnitKind, known_organ};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::{BTreeSet, HashMap};

/// The least likeness of a name that is suggested, from 0 to 1.
const LEAST_SCORE: f64 = 0.5;

/// How many organs are suggested.
const MOST_SUGGESTIONS: usize = 3;

/// Last characters of the names of places: what stands before 财政局 in 兖州区财政局.
const PLACE_ENDINGS: [char; 11] = ['省', '市', '州', '县', '区', '旗', '盟', '镇', '乡', '道', '国'];

/// What is known of a name besides itself.
#[derive(Debug, Clone, Copy, Default)]
pub struct ResolveContext<'c> {
    /// Organs that issued the document that prints it.
    pub issuers: &'c [String],
    /// Day on which it was printed; without it names of all times count.
    pub on: Option<NaiveDate>,
}

/// The organ of a name, or none and what comes near.
#[derive(Debug, Clone, PartialEq)]
pub enum Resolution<'r> {
    /// The name is that of one organ.
    Found {
        /// The organ.
        organ: &'r RegisteredOrgan,
        /// How it was found.
        by: ResolvedBy,
        /// Its name in the register that fits.
        name: &'r str,
    },
    /// It is that of none, or of several.
    Open {
        /// Organs that may be meant, the likeliest first; three at most.
        suggestions: Vec<Suggestion<'r>>,
    },
}

/// How the organ of a name was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ResolvedBy {
    /// It is its official name.
    Exact,
    /// It is another whole name of it.
    Alias,
    /// It is a short form of its name.
    Abbreviation,
    /// It is a name of it without the place, and the place is the issuer's (财政局 → 兖州区财政局).
    RestoredPrefix,
}

/// An organ that a name may mean.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Suggestion<'r> {
    /// The organ.
    pub organ: &'r RegisteredOrgan,
    /// Its name that comes nearest.
    pub name: &'r str,
    /// How alike the two names are, from 0 to 1: one less the edits that make one of the other by its length.
    pub score: f64,
    /// Whether the name holds on the day that was asked for.
    pub is_valid: bool,
}

/// A register by its names.
#[derive(Debug, Clone)]
pub struct RegisterIndex<'r> {
    organs: &'r [RegisteredOrgan],
    ids: HashMap<&'r OrganId, usize>,
    names: HashMap<&'r str, Vec<Entry>>,
    /// Names without their place.
    suffixes: HashMap<&'r str, Vec<Entry>>,
}

/// A name of an organ: their places in the register, and how many bytes of the name are that of a place.
#[derive(Debug, Clone, Copy)]
struct Entry {
    organ: usize,
    name: usize,
    place: usize,
}

impl<'r> RegisterIndex<'r> {
    pub(super) fn new(register: &'r Register) -> Self {
        let organs = register.organs.as_slice();
        let mut this = Self { organs, ids: HashMap::new(), names: HashMap::new(), suffixes: HashMap::new() };
        for (index, organ) in organs.iter().enumerate() {
            this.ids.entry(&organ.id).or_insert(index);
            for (n, name) in organ.names.iter().enumerate() {
                let entry = Entry { organ: index, name: n, place: 0 };
                this.names.entry(&name.name).or_default().push(entry);
                for (rest, place) in without_place(&name.name) {
                    this.suffixes.entry(rest).or_default().push(Entry { place, ..entry });
                }
            }
        }
        this
    }

    /// The organs of the register.
    #[must_use]
    pub fn organs(&self) -> &'r [RegisteredOrgan] {
        self.organs
    }

    /// The organ of a key.
    #[must_use]
    pub fn organ(&self, id: &OrganId) -> Option<&'r RegisteredOrgan> {
        self.organs.get(*self.ids.get(id)?)
    }

    /// The organ of a name: exactly, by another name, by a short form, or with the place of the issuer put before it. Never one
    /// that is merely like it; where a name is that of several organs, the one that belongs to an issuer.
    ///
    /// An internal office (`internal_office`) is found only under the issuer that it belongs to. Takes constant time for a name
    /// that is found; else time linear in the length of all names.
    #[must_use]
    pub fn resolve(&self, name: &str, context: &ResolveContext<'_>) -> Resolution<'r> {
        let issuers = self.issuers(context);
        let mut several: Vec<Suggestion<'r>> = Vec::new();
        for by in [ResolvedBy::Exact, ResolvedBy::Alias, ResolvedBy::Abbreviation, ResolvedBy::RestoredPrefix] {
            let mut fitting: Vec<Entry> = self.fitting(name, by, context);
            fitting.retain(|entry| self.may_be_meant(*entry, &issuers, context));
            let mut seen = BTreeSet::new();
            fitting.retain(|entry| seen.insert(entry.organ));
            if fitting.len() > 1 {
                fitting = self.nearest_to(&issuers, fitting, context.on);
            }
            let only = fitting.first().filter(|_| fitting.len() == 1);
            if let Some((organ, name)) = only.and_then(|entry| self.named(*entry)) {
                return Resolution::Found { organ, by, name };
            }
            if !fitting.is_empty() {
                let named = fitting.into_iter().filter_map(|entry| self.named(entry));
                several = named.map(|(organ, name)| Suggestion { organ, name, score: 1.0, is_valid: true }).collect();
                break;
            }
        }
        if several.is_empty() {
            several = self.alike(name, context.on);
        }
        several.truncate(MOST_SUGGESTIONS);
        Resolution::Open { suggestions: several }
    }

    fn fitting(&self, name: &str, by: ResolvedBy, context: &ResolveContext<'_>) -> Vec<Entry> {
        let (entries, kind) = match by {
            ResolvedBy::Exact => (self.names.get(name), Some(NameKind::Official)),
            ResolvedBy::Alias => (self.names.get(name), Some(NameKind::Alias)),
            ResolvedBy::Abbreviation => (self.names.get(name), Some(NameKind::Abbreviation)),
            ResolvedBy::RestoredPrefix => (self.suffixes.get(name), None),
        };
        let fits = |entry: &&Entry| {
            let dated = self.organs.get(entry.organ).and_then(|organ| organ.names.get(entry.name));
            dated.is_some_and(|dated| kind.is_none_or(|kind| dated.kind == kind) && dated.holds_on(context.on))
        };
        entries.into_iter().flatten().filter(fits).copied().collect()
    }

    /// Whether an organ can be meant by who issued the document: an internal office belongs to an issuer, a place that was left
    /// out is that of an issuer.
    fn may_be_meant(&self, entry: Entry, issuers: &BTreeSet<usize>, context: &ResolveContext<'_>) -> bool {
        let Some((organ, name)) = self.named(entry) else { return false };
        let belongs = || self.above(entry.organ, context.on).any(|above| issuers.contains(&above));
        if organ.kind == Some(UnitKind::InternalOffice) && !belongs() {
            return false;
        }
        let place = name.get(..entry.place).unwrap_or_default();
        entry.place == 0 || context.issuers.iter().any(|issuer| place_of(issuer).ends_with(place))
    }

    /// Of several organs those that belong to an issuer, or else those that stand beside one; all where none does either.
    fn nearest_to(&self, issuers: &BTreeSet<usize>, organs: Vec<Entry>, day: Option<NaiveDate>) -> Vec<Entry> {
        let above = |organ: usize| -> BTreeSet<usize> { self.above(organ, day).collect() };
        let parent = |organ: usize| self.above(organ, day).nth(1);
        let beside: BTreeSet<usize> = issuers.iter().filter_map(|issuer| parent(*issuer)).collect();
        let mut under = organs.clone();
        under.retain(|entry| !above(entry.organ).is_disjoint(issuers));
        let mut siblings = organs.clone();
        siblings.retain(|entry| parent(entry.organ).is_some_and(|parent| beside.contains(&parent)));
        [under, siblings].into_iter().find(|found| !found.is_empty()).unwrap_or(organs)
    }

    /// The organs that issued the document, those of their names in the register.
    fn issuers(&self, context: &ResolveContext<'_>) -> BTreeSet<usize> {
        let whole = context.issuers.iter().filter_map(|issuer| {
            // An issuer is printed with more of its place than the register may have.
            let rests = without_place(issuer).map(|(rest, _)| rest);
            let mut names = std::iter::once(issuer.as_str()).chain(rests);
            names.find_map(|name| {
                let entries = self.names.get(name)?;
                let organs: BTreeSet<usize> = entries.iter().map(|entry| entry.organ).collect();
                organs.first().copied().filter(|_| organs.len() == 1)
            })
        });
        whole.collect()
    }

    /// An organ and those above it on a day, each once.
    fn above(&self, organ: usize, day: Option<NaiveDate>) -> impl Iterator<Item = usize> {
        let mut seen = BTreeSet::new();
        std::iter::successors(Some(organ), move |organ| {
            let parent = self.organs.get(*organ)?.parent_on(day)?;
            self.ids.get(parent).copied()
        })
        .take_while(move |organ| seen.insert(*organ))
    }

    fn named(&self, entry: Entry) -> Option<(&'r RegisteredOrgan, &'r str)> {
        let organ = self.organs.get(entry.organ)?;
        Some((organ, organ.names.get(entry.name)?.name.as_str()))
    }

    /// The organs with the names most like one, each once.
    fn alike(&self, name: &str, day: Option<NaiveDate>) -> Vec<Suggestion<'r>> {
        let nearest = self.organs.iter().filter_map(|organ| {
            let scored = organ.names.iter().map(|dated| Suggestion {
                organ,
                name: &dated.name,
                score: strsim::normalized_levenshtein(name, &dated.name),
                is_valid: dated.holds_on(day),
            });
            scored.max_by(|one, other| one.score.total_cmp(&other.score)).filter(|best| best.score >= LEAST_SCORE)
        });
        let mut alike: Vec<_> = nearest.collect();
        alike.sort_by(|one, other| other.score.total_cmp(&one.score));
        alike
    }
}

/// A name without a place that it may begin with, and how long the name of that place is: behind each character that a place's
/// name ends in, and before each, as the level of an organ is printed (区财政局 for 兖州区财政局).
fn without_place(name: &str) -> impl Iterator<Item = (&str, usize)> {
    let starts = name.char_indices().filter(|(_, character)| PLACE_ENDINGS.contains(character));
    let cuts = starts.flat_map(|(start, character)| {
        let end = start + character.len_utf8();
        [(start, end), (end, end)]
    });
    cuts.filter_map(|(cut, place)| Some((name.get(cut..)?, place)))
        .filter(|(rest, _)| rest.len() < name.len() && rest.chars().nth(1).is_some())
}

/// The place that an issuer's name begins with: before an organ that a table knows, else as long as it can be.
fn place_of(issuer: &str) -> &str {
    let mut longest = 0;
    for (rest, place) in without_place(issuer).filter(|(rest, place)| rest.len() + place == issuer.len()) {
        longest = place;
        if known_organ(rest).is_some_and(|organ| organ.level.is_none()) {
            break;
        }
    }
    issuer.get(..longest).unwrap_or_default()
}
