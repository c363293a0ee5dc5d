use flate2::read::ZlibDecoder;
use std::io::Read;

/// Unpacks as many bytes of a Flate stream as can be read, piece by piece, while `take` asks for more. A stream that
/// ends in the middle gives what stands before.
pub(super) fn inflate(packed: impl Read, mut take: impl FnMut(&[u8]) -> bool) {
    const PIECE: usize = 1 << 15;
    let mut decoder = ZlibDecoder::new(packed);
    let mut piece = vec![0; PIECE];
    while let Ok(read @ 1..) = decoder.read(&mut piece) {
        if !piece.get(..read).is_some_and(&mut take) {
            return;
        }
    }
}

/// The bytes of an ASCII85 stream, as far as it is one.
pub(super) fn ascii85(text: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let (mut group, mut count) = (0_u32, 0);
    for c in text.iter().filter(|c| !c.is_ascii_whitespace()) {
        match c {
            b'z' if count == 0 => bytes.extend([0; 4]),
            b'!'..=b'u' => {
                group = group.wrapping_mul(85).wrapping_add(u32::from(c - b'!'));
                count += 1;
                if count == 5 {
                    bytes.extend(group.to_be_bytes());
                    (group, count) = (0, 0);
                }
            }
            _ => break,
        }
    }
    if count > 1 {
        for _ in count..5 {
            group = group.wrapping_mul(85).wrapping_add(84);
        }
        bytes.extend(group.to_be_bytes().into_iter().take(count - 1));
    }
    bytes
}
