//! Mistakes that occur in many outputs, reported once.

use super::{Diagnostic, LocalizedText};

/// The findings in their order; of those that are the `same` only the first, with `more` giving the number of the
/// others.
pub fn report_once(
    found: Vec<Diagnostic>,
    same: impl Fn(&Diagnostic, &Diagnostic) -> bool,
    more: impl Fn(usize) -> LocalizedText,
) -> Vec<Diagnostic> {
    let mut told: Vec<(Diagnostic, usize)> = Vec::new();
    for one in found {
        match told.iter_mut().find(|(first, _)| same(first, &one)) {
            Some((_, count)) => *count += 1,
            None => told.push((one, 0)),
        }
    }
    let worded = told.into_iter().map(|(mut one, count)| {
        if count > 0 {
            let more = more(count);
            one.message.zh += &more.zh;
            one.message.en += &more.en;
        }
        one
    });
    worded.collect()
}
