//! Suggestions of what somebody probably meant.

use super::lines::wide_space;
use super::shape::{ScalarShape, Shape, Shaped};

/// Below this likeness (0 to 1) a suggestion would puzzle more than help: two of four characters differ.
const LIKE_ENOUGH: f64 = 0.5;

/// The candidate most like `text`, the first of equals; `None` if none is like it.
pub(super) fn nearest<'a>(text: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    // No key or choice is longer than this; comparing a whole paragraph would only cost time.
    if text.len() > 200 {
        return None;
    }
    let plain = |text: &str| half_width(text).to_lowercase().replace([' ', '-', '_'], "");
    let wanted = plain(text);
    let mut best: Option<(f64, &str)> = None;
    for candidate in candidates {
        let like = strsim::normalized_damerau_levenshtein(&wanted, &plain(candidate));
        if like >= LIKE_ENOUGH && best.is_none_or(|(most, _)| like > most) {
            best = Some((like, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// A form of `text` the scalar accepts: a near choice, half-width digits, no stray blanks, a date with dashes.
pub(super) fn repair(text: &str, scalar: &ScalarShape) -> Option<String> {
    if !scalar.choices.is_empty() {
        let words = scalar.choices.iter().flatten().copied();
        return nearest(text, words).map(str::to_owned);
    }
    if text.len() > 200 {
        return None;
    }
    // Word processors turn plain quotes into Chinese ones, which are text to YAML.
    let half = half_width(text).replace(['“', '”'], "");
    let tight: String = half.chars().filter(|ch| !ch.is_whitespace() && !wide_space(*ch)).collect();
    let trimmed = half.trim().to_owned();
    let dashes = tight.replace(['/', '.'], "-");
    let digits: String = tight.chars().take_while(|ch| ch.is_ascii_digit() || *ch == '.').collect();
    let unit_only = tight.get(digits.len()..).is_some_and(|rest| rest.chars().count() <= 3 && !rest.contains('-'));
    [trimmed, tight, dashes]
        .into_iter()
        .chain(unit_only.then_some(digits))
        .find(|form| form != text && !form.is_empty() && (scalar.accepts)(form).is_ok())
}

/// A form of `text` that a scalar of type `T` accepts; `None` if none is known.
pub fn repaired<T: Shaped>(text: &str) -> Option<String> {
    match T::shape() {
        Shape::Scalar(scalar) => repair(text, &scalar),
        _ => None,
    }
}

/// Full-width ASCII (`１２：００`) as plain ASCII, the ideographic space as a space.
fn half_width(text: &str) -> String {
    text.chars()
        .map(|ch| match ch {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(ch) - 0xfee0).unwrap_or(ch),
            '\u{3000}' | '\u{a0}' => ' ',
            _ => ch,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Clock, Count, Date, YesNo};

    #[test]
    fn offers_what_would_be_read() {
        assert_eq!(repaired::<Date>("2026/10/12").as_deref(), Some("2026-10-12"));
        assert_eq!(repaired::<Date>("２０２６年１０月１２日").as_deref(), Some("2026年10月12日"));
        assert_eq!(repaired::<Clock>("９:００").as_deref(), Some("9:00"));
        assert_eq!(repaired::<Count>("2份").as_deref(), Some("2"));
        assert_eq!(repaired::<Count>("两份"), None);
        assert_eq!(repaired::<YesNo>("yes"), None);
        assert_eq!(nearest("事项名字", ["编号", "事项名称"].into_iter()), Some("事项名称"));
        assert_eq!(nearest("Short-Name", ["name", "short_name"].into_iter()), Some("short_name"));
        assert_eq!(nearest("随便", ["编号", "事项名称"].into_iter()), None);
    }
}
