//! Ranges of window numbers, `A01–A05`: they say every number between.

use super::folded::{Folded, JOINT};
use std::ops::Range;

/// A number of a window: letters, then digits.
struct NumberSpot {
    letters: Range<usize>,
    digits: Range<usize>,
}

/// The ranges that say `wanted`, if that is the number of a window.
pub(super) fn in_ranges(folded: &Folded, wanted: &[char]) -> Vec<Range<usize>> {
    let letters = wanted.iter().take_while(|c| c.is_ascii_lowercase()).count();
    let digits: String = wanted[letters..].iter().collect();
    let value = number(&digits);
    let (1..=3, Some(value)) = (letters, value) else { return Vec::new() };
    let mut found = Vec::new();
    let mut at = 0;
    while at < folded.chars.len() {
        let Some(first) = spot(folded, at) else {
            at += 1;
            continue;
        };
        at = first.digits.end;
        let Some(second) = dash(folded, at).and_then(|next| spot(folded, next)) else { continue };
        let of = |range: &Range<usize>| folded.chars[range.clone()].iter().collect::<String>();
        let bounds = (number(&of(&first.digits)), number(&of(&second.digits)));
        let same_width = [&first, &second].iter().all(|one| one.digits.len() == digits.len());
        let same_letters = [&first, &second].iter().all(|one| folded.chars[one.letters.clone()] == wanted[..letters]);
        if same_width && same_letters && matches!(bounds, (Some(from), Some(to)) if from <= value && value <= to) {
            found.push(first.letters.start..second.digits.end);
        }
        at = second.digits.end;
    }
    found
}

fn number(digits: &str) -> Option<u32> {
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) { None } else { digits.parse().ok() }
}

/// The number that begins at `at` and stands by itself.
fn spot(folded: &Folded, at: usize) -> Option<NumberSpot> {
    let begins = at.checked_sub(1).and_then(|before| folded.get(before)).is_none_or(|c| !c.is_ascii_alphanumeric());
    let run = |from: usize, is: fn(&char) -> bool| from + folded.chars[from..].iter().take_while(|c| is(c)).count();
    let letters = run(at, char::is_ascii_lowercase);
    let digits = run(letters, char::is_ascii_digit);
    let ends = folded.get(digits).is_none_or(|c| !c.is_ascii_alphanumeric());
    (begins && ends && letters > at && digits > letters)
        .then_some(NumberSpot { letters: at..letters, digits: letters..digits })
}

/// What follows the dash at `at`.
fn dash(folded: &Folded, at: usize) -> Option<usize> {
    let skip = |from: usize, is: fn(char) -> bool| from + folded.chars[from..].iter().take_while(|c| is(**c)).count();
    let is_blank = |c: char| c == ' ' || c == JOINT;
    let start = skip(at, is_blank);
    let end = skip(start, |c| matches!(c, '-' | '–' | '—' | '~' | '至' | '到'));
    (end > start).then(|| skip(end, is_blank))
}
