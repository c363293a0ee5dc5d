use super::bytes::{i16_at, u16_at};

/// How a row is divided into cells (MS-DOC §2.9.328, TDefTableOperand).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Row {
    /// Where cells begin and end, in twentieths of a point; one more than there are cells.
    pub(super) edges: Vec<i16>,
    /// What each cell is merged with.
    pub(super) cells: Vec<Merge>,
}

/// What a cell is merged with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Merge {
    /// With the cell to its left.
    pub(super) left: bool,
    /// With the cell above.
    pub(super) above: bool,
}

/// Bytes of the description of a cell (MS-DOC §2.9.314).
const CELL: usize = 20;

impl Row {
    pub(super) fn read(operand: &[u8]) -> Option<Self> {
        let count = usize::from(*operand.first()?);
        let edges: Vec<i16> = (0..=count).map_while(|index| i16_at(operand, 1 + index * 2)).collect();
        let cells = (0..edges.len().checked_sub(1)?).map(|index| {
            let flags = u16_at(operand, 3 + count * 2 + index * CELL).unwrap_or_default();
            Merge { left: flags & 3 == 1, above: flags >> 5 & 3 == 1 }
        });
        Some(Self { cells: cells.collect(), edges })
    }

    /// Merges cells from one on to before another with the first of them.
    pub(super) fn merge_across(&mut self, operand: &[u8]) -> Option<()> {
        let (first, end) = (usize::from(*operand.first()?), usize::from(*operand.get(1)?));
        self.cells.get_mut(first + 1..end)?.iter_mut().for_each(|cell| cell.left = true);
        Some(())
    }

    /// Merges a cell with the one above, or parts them.
    pub(super) fn merge_down(&mut self, operand: &[u8]) -> Option<()> {
        self.cells.get_mut(usize::from(*operand.first()?))?.above = *operand.get(1)? == 1;
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_says_where_its_cells_stand_and_what_they_are_merged_with() {
        let mut operand = vec![3, 0, 0, 100, 0, 200, 0, 44, 1];
        for flags in [0x0060_u16, 0x0020, 0x0001] {
            operand.extend(flags.to_le_bytes());
            operand.extend([0; 18]);
        }
        let mut row = Row::read(&operand).unwrap();
        assert_eq!(row.edges, [0, 100, 200, 300]);
        let merges = |row: &Row| row.cells.iter().map(|cell| (cell.left, cell.above)).collect::<Vec<_>>();
        assert_eq!(merges(&row), [(false, false), (false, true), (true, false)]);
        row.merge_across(&[0, 2]);
        row.merge_down(&[1, 3]);
        assert_eq!(merges(&row), [(false, false), (true, false), (true, false)]);
        assert_eq!(row.merge_across(&[2, 9]).or(row.merge_down(&[7, 1])), None);
    }

    #[test]
    fn a_row_that_is_cut_off_keeps_the_cells_that_are_whole() {
        assert_eq!(Row::read(&[3, 0, 0, 100, 0, 200]).unwrap().edges, [0, 100]);
        assert_eq!((Row::read(&[]), Row::read(&[2])), (None, None));
    }
}
