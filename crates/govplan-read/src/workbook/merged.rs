use super::{Region, Sheet};
use std::collections::BTreeMap;
use std::mem;

/// Settles the regions of a sheet: sorted, none overlapping an earlier one, without the cells that they cover.
///
/// One pass over the cells with the regions that reach into the row, so that the work is that of the cells and regions
/// themselves and not of the area between them.
pub(super) fn settle(sheet: &mut Sheet) {
    let mut regions = mem::take(&mut sheet.regions);
    let last_row = sheet.cells.keys().next_back().map(|last| last.row);
    regions.sort_unstable();
    let mut regions = regions.into_iter().peekable();
    let mut settled = Vec::new();
    let mut open: BTreeMap<u32, Region> = BTreeMap::new();
    sheet.cells.retain(|position, _| {
        while let Some(region) = regions.next_if(|region| region.first <= *position) {
            if makes_way(&mut open, &region) {
                open.insert(region.first.column, region);
                settled.push(region);
            }
        }
        let before = open.range(..=position.column).next_back();
        before.is_none_or(|(_, region)| region.first == *position || !region.holds(*position))
    });
    // Behind the last cell a region may still stand in its row: a blank one.
    for region in regions.take_while(|region| Some(region.first.row) == last_row) {
        if makes_way(&mut open, &region) {
            open.insert(region.first.column, region);
            settled.push(region);
        }
    }
    sheet.regions = settled;
}

/// Whether nothing stands where a region is to open; regions that ended above are taken away.
fn makes_way(open: &mut BTreeMap<u32, Region>, region: &Region) -> bool {
    while let Some((&column, other)) = open.range(..=region.last.column).next_back() {
        if other.last.column < region.first.column {
            break;
        }
        if other.last.row >= region.first.row {
            return false;
        }
        open.remove(&column);
    }
    true
}

#[cfg(test)]
mod tests {
    use super::super::Position;
    use super::*;

    #[test]
    fn covered_cells_go_and_overlapping_regions_too() {
        let mut sheet = Sheet::new("附表");
        for address in ["A1", "B1", "A2", "B2", "C2", "A3", "B3", "C3", "B4", "C5"] {
            sheet.cells.insert(Position::parse(address).unwrap(), address.to_owned());
        }
        let regions = ["C3:C5", "A1:B1", "B2:B3", "A3:B4", "B4:B6", "D5:E5", "F9:G9"];
        sheet.regions = regions.iter().map(|region| Region::parse(region).unwrap()).collect();
        settle(&mut sheet);
        assert_eq!(sheet.cells.values().collect::<Vec<_>>(), ["A1", "A2", "B2", "C2", "A3", "C3", "B4"]);
        let expected = ["A1:B1", "B2:B3", "C3:C5", "B4:B6", "D5:E5"];
        assert_eq!(sheet.regions, expected.map(|region| Region::parse(region).unwrap()));
    }
}
