//! Short messages: one text, and how operators cut it.

/// Most characters of a message that goes out as one.
pub const ONE: usize = 70;
/// Most characters of each part of a longer one; the rest of a part contains its number.
pub const PART: usize = 67;
/// Most characters of all parts together, the signature included.
pub const MOST: usize = 500;

/// Characters as operators count them: UTF-16 code units.
pub fn count(text: &str) -> usize {
    text.encode_utf16().count()
}

/// The parts in which a text goes out: itself up to 70 characters, else cut after 67. No character is cut in two.
/// Joined, the parts are the text.
pub fn parts(text: &str) -> Vec<String> {
    if count(text) <= ONE {
        return vec![text.to_owned()];
    }
    let mut parts = vec![String::new()];
    let mut used = 0;
    for c in text.chars() {
        if used + c.len_utf16() > PART {
            parts.push(String::new());
            used = 0;
        }
        used += c.len_utf16();
        if let Some(part) = parts.last_mut() {
            part.push(c);
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::{MOST, ONE, PART, count, parts};

    /// A plain generator: the same texts in every run.
    struct Random(u64);

    impl Random {
        fn below(&mut self, n: u64) -> u64 {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (self.0 >> 33) % n
        }
    }

    #[test]
    fn parts_joined_are_the_text_and_none_is_too_long() {
        let alphabet = ['政', '务', '，', '。', 'F', '0', '8', '（', '𠮷', '😀', ' '];
        let mut random = Random(20_261_012);
        for _ in 0..2000 {
            let length = random.below(MOST as u64 + 100);
            let text: String = (0..length).map(|_| alphabet[random.below(alphabet.len() as u64) as usize]).collect();
            let cut = parts(&text);
            assert_eq!(cut.concat(), text);
            let most = if cut.len() == 1 { ONE } else { PART };
            assert!(cut.iter().all(|part| count(part) <= most), "{text}");
            // Every part but the last is full, but for a character that counts as two.
            assert!(cut.iter().rev().skip(1).all(|part| count(part) >= PART - 1), "{text}");
        }
    }

    #[test]
    fn seventy_characters_are_one_message_and_seventy_one_two() {
        assert_eq!(parts(&"厅".repeat(70)).len(), 1);
        let two = parts(&"厅".repeat(71));
        assert_eq!(two.iter().map(|part| count(part)).collect::<Vec<_>>(), [67, 4]);
        assert_eq!(parts(""), [""]);
    }
}
