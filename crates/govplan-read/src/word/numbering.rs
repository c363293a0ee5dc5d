use super::number_format::NumberFormat;
use super::xml::{Broken, Element, Xml};
use std::collections::BTreeMap;

/// Levels of a list (ECMA-376 Part 1 §17.9.3).
pub(super) const LEVELS: usize = 9;

/// Characters of a level's text that count; Word allows no more.
const MOST_TEXT: usize = 63;

/// The largest number that a list may start with (ECMA-376 Part 1 §17.9.25).
const MOST_START: u32 = 32_767;

/// The lists of a document: ECMA-376 Part 1 §17.9.
#[derive(Default)]
pub(super) struct Numbering {
    definitions: BTreeMap<i64, Definition>,
    lists: BTreeMap<i64, List>,
}

/// What lists look like (`w:abstractNum`).
#[derive(Default)]
struct Definition {
    levels: BTreeMap<usize, Level>,
    /// The list style that this is the definition of.
    style: Option<String>,
    /// The list style whose definition is meant instead.
    link: Option<String>,
}

/// A list, which paragraphs name by its number (`w:num`).
#[derive(Default)]
struct List {
    definition: i64,
    overrides: BTreeMap<usize, Override>,
}

/// What a list does differently at a level.
#[derive(Default)]
struct Override {
    start: Option<u32>,
    level: Option<Level>,
}

/// A level of a list.
#[derive(Debug)]
pub(super) struct Level {
    pub(super) start: u32,
    pub(super) format: NumberFormat,
    /// What is printed, with `%1` for the number of the first level.
    pub(super) text: String,
    /// The level whose numbers begin this level anew, from 1; 0 for none; absent for any level above.
    pub(super) restart: Option<usize>,
    /// Whether the numbers of all levels print as digits.
    pub(super) is_legal: bool,
    /// The paragraph style that stands for this level.
    style: Option<String>,
}

impl Default for Level {
    fn default() -> Self {
        Self {
            start: 0,
            format: NumberFormat::DECIMAL,
            text: String::new(),
            restart: None,
            is_legal: false,
            style: None,
        }
    }
}

impl Numbering {
    /// Reads `w:numbering`, or `w:lists` of Word 2003 XML, which uses other names for the same things.
    pub(super) fn read(&mut self, xml: &mut Xml<'_>) -> Result<(), Broken> {
        let result = self.elements(xml);
        self.follow_links();
        result
    }

    fn elements(&mut self, xml: &mut Xml<'_>) -> Result<(), Broken> {
        let depth = xml.depth();
        let mut current = Current::default();
        while let Some(element) = xml.next_inside(depth)? {
            match element.name() {
                "rPr" | "pPr" => xml.skip()?,
                _ => current.take(&element, self),
            }
        }
        Ok(())
    }

    /// Gives each list the definition that its own one links to by a list style.
    fn follow_links(&mut self) {
        let styles = self.definitions.iter().filter_map(|(id, definition)| Some((definition.style.as_deref()?, *id)));
        let styles: BTreeMap<&str, i64> = styles.collect();
        for list in self.lists.values_mut() {
            let link = self.definitions.get(&list.definition).and_then(|definition| definition.link.as_deref());
            if let Some(meant) = link.and_then(|link| styles.get(link)) {
                list.definition = *meant;
            }
        }
    }

    /// The definition of a list, by its own number.
    pub(super) fn definition(&self, list: i64) -> Option<i64> {
        self.lists.get(&list).map(|list| list.definition)
    }

    /// A level of a list.
    pub(super) fn level(&self, list: i64, level: usize) -> Option<&Level> {
        let own = self.lists.get(&list)?.overrides.get(&level).and_then(|own| own.level.as_ref());
        own.or_else(|| self.definitions.get(&self.definition(list)?)?.levels.get(&level))
    }

    /// The number that a list begins a level with, where it begins it anew.
    pub(super) fn start(&self, list: i64, level: usize) -> Option<u32> {
        self.lists.get(&list)?.overrides.get(&level)?.start
    }

    /// The level of a list that a paragraph style stands for.
    pub(super) fn level_of_style(&self, list: i64, style: &str) -> Option<usize> {
        (0..LEVELS).find(|level| self.level(list, *level).is_some_and(|level| level.style.as_deref() == Some(style)))
    }
}

/// What the element that is being read belongs to.
#[derive(Default)]
struct Current {
    list: Option<i64>,
    definition: Option<i64>,
    /// Level of the definition, or of the list's override.
    level: usize,
}

impl Current {
    fn take(&mut self, element: &Element<'_>, numbering: &mut Numbering) {
        let id = |name| element.attribute(name).and_then(|id| id.trim().parse().ok());
        match element.name() {
            "abstractNum" | "listDef" => {
                *self = Self { definition: id("abstractNumId").or_else(|| id("listDefId")), ..Self::default() };
                if let Some(id) = self.definition {
                    numbering.definitions.insert(id, Definition::default());
                }
            }
            "num" | "list" => {
                *self = Self { list: id("numId").or_else(|| id("ilfo")), ..Self::default() };
                if let Some(id) = self.list {
                    numbering.lists.insert(id, List::default());
                }
            }
            "lvlOverride" | "lvl" => {
                let level = element.attribute("ilvl").and_then(|level| level.trim().parse().ok());
                self.level = level.filter(|level| *level < LEVELS).unwrap_or(self.level);
                if element.name() == "lvl" {
                    self.begin_level(numbering);
                }
            }
            "styleLink" => self.definition(numbering, |definition| definition.style = element.value()),
            "numStyleLink" | "listStyleLink" => {
                self.definition(numbering, |definition| definition.link = element.value());
            }
            "abstractNumId" | "ilst" => {
                let list = self.list.and_then(|id| numbering.lists.get_mut(&id));
                if let (Some(list), Some(id)) = (list, element.number()) {
                    list.definition = id;
                }
            }
            "startOverride" => {
                let list = self.list.and_then(|id| numbering.lists.get_mut(&id));
                if let (Some(list), Some(start)) = (list, element.number::<u32>()) {
                    list.overrides.entry(self.level).or_default().start = Some(start.min(MOST_START));
                }
            }
            name => {
                if let Some(level) = self.open_level(numbering) {
                    level.take(name, element);
                }
            }
        }
    }

    fn definition(&self, numbering: &mut Numbering, change: impl FnOnce(&mut Definition)) {
        if let Some(definition) = self.definition.and_then(|id| numbering.definitions.get_mut(&id)) {
            change(definition);
        }
    }

    fn begin_level(&self, numbering: &mut Numbering) {
        if let Some(list) = self.list.and_then(|id| numbering.lists.get_mut(&id)) {
            list.overrides.entry(self.level).or_default().level = Some(Level::default());
        }
        self.definition(numbering, |definition| {
            definition.levels.insert(self.level, Level::default());
        });
    }

    fn open_level<'n>(&self, numbering: &'n mut Numbering) -> Option<&'n mut Level> {
        match self.list {
            Some(list) => numbering.lists.get_mut(&list)?.overrides.get_mut(&self.level)?.level.as_mut(),
            None => numbering.definitions.get_mut(&self.definition?)?.levels.get_mut(&self.level),
        }
    }
}

impl Level {
    fn take(&mut self, name: &str, element: &Element<'_>) {
        match name {
            "start" => self.start = element.number::<u32>().unwrap_or_default().min(MOST_START),
            "numFmt" => self.format = NumberFormat::named(&element.value().unwrap_or_default()),
            "nfc" => self.format = NumberFormat::coded(&element.value().unwrap_or_default()),
            "lvlText" => self.text = element.value().unwrap_or_default().chars().take(MOST_TEXT).collect(),
            "lvlRestart" => self.restart = element.number(),
            "isLgl" => self.is_legal = element.is_on(),
            "pStyle" => self.style = element.value(),
            _ => {}
        }
    }
}
