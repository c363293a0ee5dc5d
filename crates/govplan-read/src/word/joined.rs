use super::item::{Item, lines};

/// A cell's text: a line for each line of its paragraphs and each row of the tables in it, the cells of such a row
/// parted by tabs.
pub(super) fn joined(items: &[Item]) -> String {
    let mut joined = Joined { text: String::new(), gap: '\n' };
    joined.add(items, '\n');
    joined.text
}

/// A text under way.
struct Joined {
    text: String,
    /// What stands between it and what comes next.
    gap: char,
}

impl Joined {
    /// Adds items, their lines parted by a character.
    fn add(&mut self, items: &[Item], part: char) {
        for item in items {
            match item {
                Item::Passage(passage) => {
                    for line in lines(&passage.text) {
                        if !self.text.is_empty() {
                            self.text.push(self.gap);
                        }
                        self.text.push_str(line);
                        self.gap = part;
                    }
                }
                Item::Table(table) => {
                    for row in &table.rows {
                        for cell in row.cells.iter().filter(|cell| !cell.is_covered && !cell.is_blank) {
                            self.add(&cell.items, ' ');
                            self.gap = '\t';
                        }
                        self.gap = part;
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::item::{Cell, Passage, Row, Table};
    use super::*;

    fn passage(text: &str) -> Item {
        Item::Passage(Passage { text: text.to_owned(), ..Passage::default() })
    }

    fn table(rows: &[&[&str]]) -> Item {
        let cell = |text: &&str| Cell { items: vec![passage(text)], is_blank: text.is_empty(), ..Cell::default() };
        let row = |cells: &&[&str]| Row { cells: cells.iter().map(cell).collect(), ..Row::default() };
        Item::Table(Table { rows: rows.iter().map(row).collect() })
    }

    #[test]
    fn a_row_of_an_inner_table_is_a_line() {
        let items =
            [passage("责任单位 \n\n见下表"), table(&[&["牵头", "县教育局\n县民政局"], &["", "各镇"]]), passage("完")];
        assert_eq!(joined(&items), "责任单位\n见下表\n牵头\t县教育局 县民政局\n各镇\n完");
        assert_eq!(joined(&[table(&[&["", "甲"], &["", ""], &["乙", ""]])]), "甲\n乙");
    }
}
