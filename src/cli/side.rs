//! What `diff` compares: a moment or a release, as an argument of the command line.

use crate::model::time::midnight;
use jiff::civil::DateTime;

/// One side of a comparison.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Side {
    /// The content as it is now, at a moment.
    At(DateTime),
    /// A release, at the moment of its first build.
    Release(u32),
}

/// `r3` is a release, all else a moment.
pub(super) fn side(text: &str) -> Result<Side, String> {
    match text.strip_prefix('r').map(str::parse) {
        Some(Ok(number)) => Ok(Side::Release(number)),
        _ => moment(text).map(Side::At),
    }
}

/// The number of a release, with or without its `r`.
pub(super) fn release(text: &str) -> Result<u32, String> {
    let number = text.strip_prefix(['r', 'R']).unwrap_or(text).parse();
    number.map_err(|_| "应为发布的编号，如 r12 (expected the number of a release, such as r12)".to_owned())
}

/// The moment a day or a time means: a day is its midnight.
fn moment(text: &str) -> Result<DateTime, String> {
    // A date is read from the front of a longer text too.
    if !text.contains(['T', ' '])
        && let Ok(day) = text.parse::<jiff::civil::Date>()
    {
        return Ok(midnight(day));
    }
    crate::source::Moment::parse(text).map(|m| m.0).map_err(|[zh, en]| format!("{zh} ({en})"))
}

#[cfg(test)]
mod tests {
    use super::{moment, release};
    use jiff::civil::date;

    #[test]
    fn a_release_has_an_r_or_none() {
        assert_eq!([release("r12"), release("12")], [Ok(12), Ok(12)]);
        assert!(release("r").is_err() && release("上一次").is_err());
    }

    #[test]
    fn a_day_means_its_midnight() {
        assert_eq!(moment("2026-10-12"), Ok(date(2026, 10, 12).at(0, 0, 0, 0)));
        assert_eq!(moment("2026-10-12T09:00"), Ok(date(2026, 10, 12).at(9, 0, 0, 0)));
        assert!(moment("x").is_err());
    }
}
