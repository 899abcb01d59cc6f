//! Boards and signs: what each is called, where it hangs, and what hangs although it should not.

use super::kind::Carrier;
use super::mention::{MentionNote, TextMention};
use super::wanted::SoughtWords;
use crate::model::Hall;
use crate::plan::boards::print_ledger::{Past, text_digest};
use crate::plan::lines::ContentLine;
use crate::plan::output::{Listed, Output};
use crate::plan::staff::should_be_posted;
use crate::plan::url;

/// What a board is called and where it hangs.
pub(super) struct BoardFacts {
    pub(super) name: String,
    pub(super) place: String,
}

impl BoardFacts {
    /// Of an output that is a board.
    pub(super) fn of_output(hall: &Hall, output: &Output) -> Option<Self> {
        let Some(Listed::Board { id }) = &output.listed else { return None };
        Self::of(hall, id, &output.view.lines().unwrap_or_default())
    }

    /// Of a board or sign by its id; `None` if it is in the content no longer.
    fn of(hall: &Hall, id: &str, lines: &[ContentLine]) -> Option<Self> {
        let is_called =
            |named: &str| id.strip_prefix(named).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'));
        let named = hall.boards.iter().filter(|board| is_called(&board.written.id));
        let board = &named.max_by_key(|board| board.written.id.len())?.written;
        let number = lines.iter().find(|line| board.id != id && line.key == "number");
        let number = number.map_or_else(String::new, |number| format!(" {}", number.text));
        let name = format!("{}{number}（{}×{}毫米）", board.name, board.width_mm.0, board.height_mm.0);
        Some(Self { name, place: board.place.clone() })
    }
}

/// What hangs according to the ledger, and should read differently by now or should not hang at all.
pub(super) fn posted_before(hall: &Hall, outputs: &[Output], past: &Past, wanted: &SoughtWords) -> Vec<TextMention> {
    let now = should_be_posted(hall, outputs);
    let mut found = Vec::new();
    for (id, posted) in &past.printed.boards {
        let since = posted.on.to_string();
        let note = match now.get(id) {
            Some((size, lines)) if text_digest(*size, lines) == posted.says => continue,
            Some(_) => MentionNote::Outdated(since),
            None => MentionNote::Obsolete(since),
        };
        let Some((quote, count)) = wanted.quote(posted.lines.iter().map(|line| line.text.as_str())) else { continue };
        let facts = BoardFacts::of(hall, id, &posted.lines);
        let (name, place) = facts.map_or((id.clone(), None), |facts| (facts.name, Some(facts.place)));
        let path = format!("print/{}", url::board(id));
        found.push(TextMention {
            place,
            note: Some(note),
            count,
            ..TextMention::new(Carrier::Board, name, path, quote)
        });
    }
    found
}
