//! Suggestions of what somebody probably meant.

use super::odd_chars::{invisible, plain_date};
use super::shape::{ScalarShape, Shape, Shaped};
use crate::text::nearest as typed;

/// The candidate that `text` becomes by mending a typing error; `None` if none is.
pub(super) fn nearest<'a>(text: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    // No key or choice is longer than this; comparing a whole paragraph would only cost time.
    if text.len() > 200 {
        return None;
    }
    let plain = |text: &str| half_width(text).to_lowercase().replace([' ', '-', '_'], "");
    let candidates: Vec<&str> = candidates.collect();
    let plained: Vec<String> = candidates.iter().map(|candidate| plain(candidate)).collect();
    let wanted = plain(text);
    // Written alike but for case and dashes, it is no slip at all.
    let found = plained.iter().position(|candidate| *candidate == wanted).or_else(|| {
        let near = typed::nearest(&wanted, plained.iter().map(String::as_str))?;
        plained.iter().position(|candidate| candidate == near)
    });
    found.and_then(|at| candidates.get(at).copied())
}

/// Of several that are needed, the one most like `text`; `None` where less than half of it is.
pub(super) fn most_like<'a>(text: &str, needed: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    if text.len() > 200 {
        return None;
    }
    let like = needed.map(|word| (strsim::normalized_damerau_levenshtein(text, word), word));
    let near = like.filter(|(like, _)| *like >= 0.5);
    near.max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, word)| word)
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
    let tight = tight(&half);
    let seen: String = half.chars().filter(|ch| !invisible(*ch)).collect();
    let trimmed = seen.trim().to_owned();
    let dashes = tight.replace(['/', '.'], "-");
    let digits: String = tight.chars().take_while(|ch| ch.is_ascii_digit() || *ch == '.').collect();
    let unit_only = tight.get(digits.len()..).is_some_and(|rest| rest.chars().count() <= 3 && !rest.contains('-'));
    let date = plain_date(&tight);
    [trimmed, tight, dashes]
        .into_iter()
        .chain(unit_only.then_some(digits))
        .chain(date)
        .find(|form| form != text && !form.is_empty() && (scalar.accepts)(form).is_ok())
}

/// What a length given in another unit is in that of its field: `59.4厘米` for 毫米 is 594.
pub(super) fn in_unit(text: &str, unit: &str) -> Option<String> {
    const MILLIMETRES: [(&str, f64); 8] = [
        ("毫米", 1.0),
        ("mm", 1.0),
        ("厘米", 10.0),
        ("公分", 10.0),
        ("cm", 10.0),
        ("分米", 100.0),
        ("米", 1000.0),
        ("m", 1000.0),
    ];
    let of = |name: &str| MILLIMETRES.iter().find(|(known, _)| *known == name).map(|(_, length)| *length);
    let tight: String = half_width(text).chars().filter(|ch| !ch.is_whitespace() && !invisible(*ch)).collect();
    let (number, named) = tight.split_at(tight.find(|ch: char| !ch.is_ascii_digit() && ch != '.')?);
    let (from, to) = (of(&named.to_ascii_lowercase())?, of(unit)?);
    let value = number.parse::<f64>().ok().filter(|_| from != to)? * from / to;
    Some(((value * 1e6).round() / 1e6).to_string())
}

/// A form of `text` that a scalar of type `T` accepts; `None` if none is known.
pub fn repaired<T: Shaped>(text: &str) -> Option<String> {
    match T::shape() {
        Shape::Scalar(scalar) => repair(text, &scalar),
        _ => None,
    }
}

/// A text in half-width signs, without blanks and without what cannot be seen.
pub fn tight(text: &str) -> String {
    half_width(text).chars().filter(|ch| !ch.is_whitespace() && !invisible(*ch)).collect()
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
        assert_eq!(repaired::<Date>("20261012").as_deref(), Some("2026-10-12"));
        assert_eq!(repaired::<Date>("2026-10\u{200b}-12").as_deref(), Some("2026-10-12"));
        assert_eq!(in_unit("59.4厘米", "毫米").as_deref(), Some("594"));
        assert_eq!(in_unit("１２０ CM", "米").as_deref(), Some("1.2"));
        assert_eq!(in_unit("594mm", "毫米"), None);
        assert_eq!(in_unit("594块", "毫米"), None);
        assert_eq!(nearest("事项名字", ["编号", "事项名称"].into_iter()), Some("事项名称"));
        assert_eq!(most_like("生效时间", ["编号", "生效日期"].into_iter()), Some("生效日期"));
        assert_eq!(nearest("Short-Name", ["name", "short_name"].into_iter()), Some("short_name"));
        assert_eq!(nearest("随便", ["编号", "事项名称"].into_iter()), None);
    }
}
