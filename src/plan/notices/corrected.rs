//! What a correction corrects: what was announced last and what applies instead, in one short sentence each that names
//! only what differs.

use super::change_parts::all_parts;
use super::subject::ChangeNotice;
use crate::content::ChangeKind;
use crate::content::wording::AmendmentWords;
use crate::plan::words::days;

/// What two versions of a written notice differ in, each its title and the paragraphs of its body:
/// `正文由“…”更正为“…”，其他不变。`
pub fn notice_sentences(
    words: &AmendmentWords,
    (title, body): (&str, &[String]),
    (new_title, new_body): (&str, &[String]),
) -> Vec<String> {
    let mut told = part_sentences(words, "标题", &[title.to_owned()], &[new_title.to_owned()]);
    told.extend(part_sentences(words, "正文", body, new_body).into_iter().filter(|_| body != new_body));
    finished(words, told)
}

/// Most characters before a colon that name what follows it.
const LABEL: usize = 8;

/// Marks after which a sentence may be cut.
const CUTS: [char; 4] = ['，', '。', '；', '：'];

/// The sentences, the last one saying that all else stays; none where nothing that is announced differs.
pub(super) fn sentences(was: &ChangeNotice<'_>, now: &ChangeNotice<'_>) -> Vec<String> {
    let words = &now.hall.wording.amendment;
    let period = period(was, now);
    let mut told: Vec<String> = period.iter().map(|period| period.said.clone()).collect();
    // Parts are matched by their positions: a hall may give two of them the same heading.
    for (old, new) in all_parts(was).into_iter().zip(all_parts(now)) {
        let heading = if old.lines.is_empty() { &new.heading } else { &old.heading };
        let held = |line: &String| period.as_ref().map_or_else(|| line.clone(), |period| period.now(line));
        let old: Vec<String> = old.lines.iter().map(held).collect();
        told.extend(part_sentences(words, heading, &old, &new.lines));
    }
    // The reason is told in the first paragraph, which is no part.
    if let (Some(old), Some(new)) = (&was.change.reason, &now.change.reason)
        && old != new
    {
        told.push(words.corrected_to(&words.reason_name(), old, new));
    }
    finished(words, told)
}

/// A sentence for each difference of one part, without a full stop.
pub(super) fn part_sentences(words: &AmendmentWords, heading: &str, old: &[String], new: &[String]) -> Vec<String> {
    let said = differing(old, new).into_iter().map(|LineDifference { label, said, holds }| {
        let (said, holds) = (quoted(&said), quoted(&holds));
        let heading = label.as_deref().unwrap_or(heading);
        match (said.is_empty(), holds.is_empty()) {
            (true, _) => words.corrected_more(heading, &holds),
            (_, true) => words.corrected_less(heading, &said),
            _ => words.corrected_to(heading, &said, &holds),
        }
    });
    said.collect()
}

/// The sentences of a correction: the last one says that all else stays.
pub(super) fn finished(words: &AmendmentWords, mut told: Vec<String>) -> Vec<String> {
    if let Some(last) = told.last_mut() {
        *last = words.corrected_last(last);
    }
    let (all, count) = (told.clone(), told.len());
    all.into_iter().enumerate().map(|(n, text)| if n + 1 == count { text } else { format!("{text}。") }).collect()
}

/// A last day that is another one: said once, wherever it stands.
struct Period {
    said: String,
    /// The last day as it was written and as it is now, longest first.
    days: [(String, String); 2],
}

impl Period {
    /// A line as if it had had the new last day.
    fn now(&self, line: &str) -> String {
        self.days.iter().fold(line.to_owned(), |line, (old, new)| line.replace(old.as_str(), new))
    }
}

fn period(was: &ChangeNotice<'_>, now: &ChangeNotice<'_>) -> Option<Period> {
    let words = &now.hall.wording.amendment;
    let (old, new) = (was.until()?, now.until()?);
    let calendar = &now.hall.calendar;
    let said = |day| days::short_day(calendar, day);
    let name = if now.change.kind == ChangeKind::Temporary { words.temporary_days() } else { words.suspended_days() };
    (old != new && was.change.effective() == now.change.effective()).then(|| Period {
        said: words.corrected_days(&name, &said(old), &said(new)),
        days: [
            (days::long_day(calendar, old), days::long_day(calendar, new)),
            (days::short_day(calendar, old), days::short_day(calendar, new)),
        ],
    })
}

/// What differs between two lines of a part.
#[derive(Debug, PartialEq, Eq)]
struct LineDifference {
    /// What both lines begin with, where that names what follows: `咨询电话`.
    label: Option<String>,
    /// Empty = nothing there.
    said: String,
    /// Empty = nothing there any more.
    holds: String,
}

/// What differs between the lines of a part, old and new.
fn differing(old: &[String], new: &[String]) -> Vec<LineDifference> {
    let gone: Vec<&String> = old.iter().filter(|line| !new.contains(line)).collect();
    let come: Vec<&String> = new.iter().filter(|line| !old.contains(line)).collect();
    if gone.len() != come.len() {
        let joined = |lines: &[&String]| bare(&lines.iter().map(|line| line.as_str()).collect::<String>()).to_owned();
        return vec![LineDifference { label: None, said: joined(&gone), holds: joined(&come) }];
    }
    gone.into_iter().zip(come).map(|(old, new)| cut(old, new)).collect()
}

/// Two lines without what they begin and end with alike, cut between clauses.
fn cut(old: &str, new: &str) -> LineDifference {
    let (old, new) = (clauses(old), clauses(new));
    let begin = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let most = old.len().min(new.len()) - begin;
    let end = old.iter().rev().zip(new.iter().rev()).take(most).take_while(|(a, b)| a == b).count();
    let middle = |all: &[&str]| bare(&all.get(begin..all.len() - end).unwrap_or_default().concat()).to_owned();
    let before = begin.checked_sub(1).and_then(|last| old.get(last)?.strip_suffix('：'));
    let label = before.filter(|label| label.chars().count() <= LABEL).map(str::to_owned);
    LineDifference { label, said: middle(&old), holds: middle(&new) }
}

/// The clauses of a line, each with its mark.
fn clauses(line: &str) -> Vec<&str> {
    line.split_inclusive(CUTS).collect()
}

/// A text inside quotation marks.
fn quoted(text: &str) -> String {
    text.replace('“', "‘").replace('”', "’")
}

/// A text without the mark it ends with.
fn bare(text: &str) -> &str {
    text.trim_end_matches(CUTS)
}

#[cfg(test)]
mod tests {
    use super::{LineDifference, cut};

    #[test]
    fn only_the_clauses_that_differ_are_left() {
        let said = |a: &str, b: &str| {
            let LineDifference { said, holds, .. } = cut(a, b);
            (said, holds)
        };
        let (old, new) = said("原D02窗口的业务，请到二楼F05窗口办理。", "原D02窗口的业务，请到二楼F06窗口办理。");
        assert_eq!((old.as_str(), new.as_str()), ("请到二楼F05窗口办理", "请到二楼F06窗口办理"));
        let (old, new) = said("咨询电话：1", "咨询电话：2");
        assert_eq!((old.as_str(), new.as_str()), ("1", "2"));
        assert_eq!(cut("咨询电话：1", "咨询电话：2").label.as_deref(), Some("咨询电话"));
        assert_eq!(said("甲，乙。", "甲。"), ("甲，乙".to_owned(), "甲".to_owned()));
    }
}
