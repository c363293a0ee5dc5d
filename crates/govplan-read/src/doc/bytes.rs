//! Little-endian numbers and parts of a stream; absent where the stream ends before.

pub(super) fn u16_at(bytes: &[u8], offset: usize) -> Option<u16> {
    let bytes = bytes.get(offset..offset.checked_add(2)?)?;
    Some(u16::from_le_bytes(bytes.try_into().ok()?))
}

pub(super) fn i16_at(bytes: &[u8], offset: usize) -> Option<i16> {
    let bytes = bytes.get(offset..offset.checked_add(2)?)?;
    Some(i16::from_le_bytes(bytes.try_into().ok()?))
}

pub(super) fn u32_at(bytes: &[u8], offset: usize) -> Option<u32> {
    let bytes = bytes.get(offset..offset.checked_add(4)?)?;
    Some(u32::from_le_bytes(bytes.try_into().ok()?))
}

/// A number of 32 bits that is an offset, a length or a count.
pub(super) fn size_at(bytes: &[u8], offset: usize) -> Option<usize> {
    usize::try_from(u32_at(bytes, offset)?).ok()
}

/// A part of a stream, cut where the stream ends.
pub(super) fn part(bytes: &[u8], offset: usize, length: usize) -> &[u8] {
    let end = offset.saturating_add(length).min(bytes.len());
    bytes.get(offset..end).unwrap_or_default()
}

/// The positions and the data of a PLC (MS-DOC §2.2.2): positions, one more than data, then the data of a fixed size.
pub(super) fn plc(bytes: &[u8], size: usize) -> impl Iterator<Item = (usize, usize, &[u8])> {
    let count = bytes.len().saturating_sub(4) / (4 + size);
    let data = bytes.get((count + 1) * 4..).unwrap_or_default();
    (0..count).map_while(move |index| {
        let (start, end) = (size_at(bytes, index * 4)?, size_at(bytes, index * 4 + 4)?);
        Some((start, end, data.get(index * size..(index + 1) * size)?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_beyond_the_end_are_absent() {
        let bytes = [1, 2, 0xFE, 0xFF];
        assert_eq!((u16_at(&bytes, 0), i16_at(&bytes, 2), u16_at(&bytes, 3)), (Some(0x0201), Some(-2), None));
        assert_eq!((u32_at(&bytes, 0), u32_at(&bytes, 1), u32_at(&bytes, usize::MAX)), (Some(0xFFFE_0201), None, None));
        assert_eq!((part(&bytes, 2, 9), part(&bytes, 9, 9)), (&[0xFE, 0xFF][..], &[][..]));
    }

    #[test]
    fn a_plc_pairs_positions_with_data() {
        let bytes = [0, 0, 0, 0, 5, 0, 0, 0, 9, 0, 0, 0, b'a', b'b'];
        assert_eq!(plc(&bytes, 1).collect::<Vec<_>>(), [(0, 5, &b"a"[..]), (5, 9, &b"b"[..])]);
        assert_eq!(plc(&bytes[..3], 1).count(), 0);
    }
}
