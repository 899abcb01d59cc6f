//! How many characters the map of a font file lists: a single damaged byte can make it billions, which nobody would
//! wait for.

/// More than any font has, all its maps together; Unicode has 1 114 112 code points.
const MOST: u64 = 4 * 0x11_0000;
/// The last code point of Unicode.
const LAST: u32 = 0x10_FFFF;

/// Counts the characters the maps of one file list, and notices when there are more than a font can have.
pub(super) struct CharMaps<'a> {
    cmap: &'a [u8],
    named: u64,
}

impl<'a> CharMaps<'a> {
    /// Over the bytes of the table `cmap`.
    pub(super) fn new(cmap: &'a [u8]) -> Self {
        Self { cmap, named: 0 }
    }

    /// Whether the map with this index can be walked through, after those asked for before.
    pub(super) fn is_sound(&mut self, index: u16) -> bool {
        let named = self.named_by(index).filter(|named| self.named + named <= MOST);
        self.named += named.unwrap_or(0);
        named.is_some()
    }

    /// How many code points a map names; `None` when it ends too soon or goes beyond Unicode.
    fn named_by(&self, index: u16) -> Option<u64> {
        // After version and count: platform, encoding and the offset of the map.
        let offset = self.u32_at(4 + 8 * usize::from(index) + 4)?;
        let map = self.cmap.get(usize::try_from(offset).ok()?..)?;
        let map = Self { cmap: map, named: 0 };
        match map.u16_at(0)? {
            4 => map.segments(),
            10 => Some(u64::from(map.u32_at(16)?)),
            12 | 13 => map.groups(),
            // The other formats cannot name more.
            _ => Some(0x1_0000),
        }
    }

    /// The number of code points in a map of segments: all the last code points, two bytes, all the first ones.
    fn segments(&self) -> Option<u64> {
        let length = usize::from(self.u16_at(6)?);
        let starts = 14 + length + 2;
        (0..length / 2).try_fold(0, |named, n| {
            let (first, last) = (self.u16_at(starts + 2 * n)?, self.u16_at(14 + 2 * n)?);
            Some(named + u64::from(last.saturating_sub(first)) + 1)
        })
    }

    /// The number of code points in a map of groups: the first and the last code point of each, and its glyph.
    fn groups(&self) -> Option<u64> {
        (0..usize::try_from(self.u32_at(12)?).ok()?).try_fold(0_u64, |named, n| {
            let at = 16_usize.checked_add(n.checked_mul(12)?)?;
            let (first, last) = (self.u32_at(at)?, self.u32_at(at + 4)?);
            (last <= LAST).then(|| named + u64::from(last.saturating_sub(first)) + 1)
        })
    }

    fn u16_at(&self, at: usize) -> Option<u16> {
        Some(u16::from_be_bytes(self.cmap.get(at..at + 2)?.try_into().ok()?))
    }

    fn u32_at(&self, at: usize) -> Option<u32> {
        Some(u32::from_be_bytes(self.cmap.get(at..at.checked_add(4)?)?.try_into().ok()?))
    }
}

#[cfg(test)]
mod tests {
    use super::CharMaps;

    /// A table with one map of groups, each its first and last code point.
    fn groups(groups: &[(u32, u32)]) -> Vec<u8> {
        let mut table = vec![0, 0, 0, 1, 0, 3, 0, 10, 0, 0, 0, 12, 0, 12, 0, 0];
        let words = [16 + 12 * groups.len() as u32, 0, groups.len() as u32];
        let all = words.into_iter().chain(groups.iter().flat_map(|(first, last)| [*first, *last, 1]));
        table.extend(all.flat_map(u32::to_be_bytes));
        table
    }

    #[test]
    fn a_map_beyond_unicode_or_of_more_than_a_font_holds_is_not_gone_through() {
        let is_sound = |table: &[u8]| CharMaps::new(table).is_sound(0);
        assert!(is_sound(&groups(&[(0x41, 0x5A), (0x2_A6D7, 0x2_A6D7)])));
        assert!(is_sound(&groups(&[(0, 0x10_FFFF)])));
        assert!(!is_sound(&groups(&[(0, u32::MAX)])));
        assert!(!is_sound(&groups(&[(0, 0x10_FFFF); 5])), "the same over and over");
        let mut short = groups(&[(0x41, 0x5A)]);
        short.truncate(short.len() - 8);
        assert!(!is_sound(&short));
        // Two segments, of which one is the whole plane: more than 64 of these are more than a font has.
        let mut segments = vec![0, 0, 0, 1, 0, 3, 0, 1, 0, 0, 0, 12, 0, 4, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0];
        segments.extend([0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0, 0xFF, 0xFF]);
        let mut maps = CharMaps::new(&segments);
        assert_eq!((0..100).take_while(|_| maps.is_sound(0)).count(), 67);
    }
}
