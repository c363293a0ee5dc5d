//! The lists of a document, out of the part that defines them: ECMA-376 Part 1 §17.9.

use super::xml::{Broken, Element, Xml};
use crate::numbering::{Definition, LEVELS, Level, List, NumberFormat, Numbering};
use std::collections::BTreeMap;

/// Characters of a level's text that count; Word allows no more.
const MOST_TEXT: usize = 63;

/// The largest number that a list may start with (ECMA-376 Part 1 §17.9.25).
const MOST_START: u32 = 32_767;

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
    /// Takes a property of a level.
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numbering::Counters;

    const DEFINITION: &str = r#"<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/>
        <w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/>
        <w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl><w:lvl w:ilvl="2"><w:start w:val="3"/>
        <w:isLgl/><w:lvlRestart w:val="0"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%1.%2.%3%"/></w:lvl>
        <w:lvl w:ilvl="3"><w:start w:val="1"/><w:lvlRestart w:val="1"/><w:lvlText w:val="(%4)"/></w:lvl>
        <w:lvl w:ilvl="4"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum>"#;
    const LISTS: &str = r#"<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
        <w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>
        <w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>
        </w:lvlOverride></w:num><w:num w:numId="4"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">
        <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="第%1条"/></w:lvl>
        </w:lvlOverride></w:num>"#;

    /// What is printed before paragraphs of lists and levels.
    fn labels(paragraphs: &[(i64, usize)]) -> Vec<String> {
        let text = format!("<w:numbering>{DEFINITION}{LISTS}</w:numbering>");
        let mut numbering = Numbering::default();
        numbering.read(&mut Xml::new(&text, 9)).unwrap();
        let mut counters = Counters::default();
        let mut label = |(list, level)| counters.count(&numbering, list, level).unwrap_or_else(|| "-".to_owned());
        paragraphs.iter().map(|paragraph| label(*paragraph)).collect()
    }

    #[test]
    fn lower_levels_begin_anew_under_a_higher_one() {
        assert_eq!(labels(&[(1, 0), (1, 1), (1, 1), (1, 0), (1, 1)]), ["一、", "一.1", "一.2", "二、", "二.1"]);
    }

    #[test]
    fn a_level_may_count_on_or_begin_anew_under_one_level_only() {
        assert_eq!(labels(&[(1, 0), (1, 2), (1, 1), (1, 2)]), ["一、", "1.1.3%", "一.1", "1.1.4%"]);
        assert_eq!(labels(&[(1, 0), (1, 3), (1, 1), (1, 3), (1, 0), (1, 3)]).concat(), "一、(1)一.1(2)二、(1)");
    }

    #[test]
    fn lists_of_one_definition_count_on_together_unless_one_says_where_it_starts() {
        assert_eq!(labels(&[(1, 0), (2, 0), (3, 0), (3, 0), (1, 0)]), ["一、", "二、", "五、", "六、", "七、"]);
        assert_eq!(labels(&[(1, 0), (4, 0)]), ["一、", "第2条"]);
    }

    #[test]
    fn bullets_and_unknown_lists_print_nothing() {
        assert_eq!(labels(&[(1, 4), (1, 7), (9, 0), (1, 99)]), ["-", "-", "-", "-"]);
        assert_eq!(labels(&[(1, 1)]), ["一.1"]);
    }
}
