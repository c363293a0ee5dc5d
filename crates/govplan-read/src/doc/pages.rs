use super::bytes::{part, plc, size_at, u16_at, u32_at};

/// Properties of the text between two bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Run<'a> {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Style of a paragraph.
    pub(super) style: u16,
    pub(super) properties: &'a [u8],
}

/// Runs, ordered by their bytes.
pub(super) struct Runs<'a>(Vec<Run<'a>>);

/// Size of a page; its last byte says how many runs it holds (MS-DOC §2.9.33 and §2.9.174).
const PAGE: usize = 512;

/// The page number in an entry of the table of pages.
const PAGE_NUMBER: u32 = 0x003F_FFFF;

impl<'a> Runs<'a> {
    /// The runs of characters.
    pub(super) fn of_characters(word: &'a [u8], table: &[u8]) -> Self {
        Self::read(word, table, |page, index, runs| {
            let at = usize::from(*page.get((runs + 1) * 4 + index)?) * 2;
            let length = if at == 0 { 0 } else { usize::from(*page.get(at)?) };
            Some((0, part(page, at + 1, length)))
        })
    }

    /// The runs of paragraphs.
    pub(super) fn of_paragraphs(word: &'a [u8], table: &[u8]) -> Self {
        Self::read(word, table, |page, index, runs| {
            let at = usize::from(*page.get((runs + 1) * 4 + index * 13)?) * 2;
            if at == 0 {
                return Some((0, &[]));
            }
            // The length counts words, the byte that holds it included, or stands in a second byte and counts it not.
            let (at, length) = match usize::from(*page.get(at)?) {
                0 => (at + 2, usize::from(*page.get(at + 1)?) * 2),
                words => (at + 1, words * 2 - 1),
            };
            Some((u16_at(page, at)?, part(page, at + 2, length.saturating_sub(2))))
        })
    }

    fn read(word: &'a [u8], table: &[u8], run: impl Fn(&'a [u8], usize, usize) -> Option<(u16, &'a [u8])>) -> Self {
        let mut all = Vec::new();
        for (_, _, entry) in plc(table, 4).take(word.len() / PAGE) {
            let number = u32_at(entry, 0).map_or(0, |entry| entry & PAGE_NUMBER);
            let start = usize::try_from(number).unwrap_or(usize::MAX).saturating_mul(PAGE);
            let page = part(word, start, PAGE);
            let runs = page.get(PAGE - 1).copied().map_or(0, usize::from);
            all.extend((0..runs).filter_map(|index| {
                let (start, end) = (size_at(page, index * 4)?, size_at(page, index * 4 + 4)?);
                let (style, properties) = run(page, index, runs)?;
                (start < end).then_some(Run { start, end, style, properties })
            }));
        }
        all.sort_by_key(|run| (run.start, run.end));
        Self(all)
    }

    /// The run that a byte belongs to.
    pub(super) fn at(&self, offset: usize) -> Option<&Run<'a>> {
        let index = self.0.partition_point(|run| run.start <= offset).checked_sub(1)?;
        self.0.get(index).filter(|run| offset < run.end)
    }
}
