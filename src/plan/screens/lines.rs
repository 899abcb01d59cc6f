//! What pictures of screens say, as lines.

use super::views::strip::{StripLine, StripView};
use crate::plan::lines::Spoken;

/// What a picture of a strip screen says.
pub fn strip(view: &StripView) -> Vec<Spoken> {
    let joined = |lines: &[StripLine]| lines.iter().map(|l| l.text.as_str()).collect::<String>();
    let lines = [
        ("number", view.number.text.clone()),
        ("caption", joined(&view.caption)),
        ("columns", joined(&view.columns)),
        ("unit", view.unit.text.clone()),
        ("business", joined(&view.business)),
        ("word", joined(&view.word)),
    ];
    let told = lines.into_iter().filter(|(_, text)| !text.is_empty());
    let told = told.map(|(key, text)| Spoken { key: key.to_owned(), text });
    let message = view.message.iter().enumerate();
    told.chain(message.map(|(n, line)| Spoken { key: format!("message/{n}"), text: line.text.clone() })).collect()
}
