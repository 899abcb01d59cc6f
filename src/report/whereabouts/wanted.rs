//! What is wanted: what was typed, or what a matter named by its id or code is called.

use super::mention::Quote;
use crate::model::{Hall, When};
use crate::plan::notices::channels::aloud::read_aloud;
use crate::text::nearest::nearest;
use crate::text::sought::Sought;
use std::ops::Range;

/// What is wanted.
#[derive(Clone, Debug)]
pub struct SoughtWords {
    /// Whatever counts as it.
    pub sought: Vec<Sought>,
    /// As it is read aloud over loudspeakers, where that differs.
    spoken: Vec<Sought>,
    /// The name of the matter that was named by its id or code.
    pub matter: Option<String>,
}

/// What numbers are made of when they are read aloud.
const SPOKEN_DIGITS: &str = "零一二三四五六七八九十百千万两";

impl SoughtWords {
    /// What `text` means; `None` if there is nothing in it to look for.
    pub fn new(text: &str) -> Option<Self> {
        Some(Self::of(vec![Sought::new(text)?]))
    }

    fn of(sought: Vec<Sought>) -> Self {
        let aloud = sought.iter().filter_map(|one| {
            let spoken = read_aloud(one.text(), 0);
            Sought::new(spoken.trim_end_matches('。')).filter(|spoken| spoken.text() != one.text())
        });
        Self { spoken: aloud.collect(), sought, matter: None }
    }

    /// With the names of a matter of `hall`, if it is its id or code that was typed.
    #[must_use]
    pub fn known_in(self, hall: &Hall) -> Self {
        let typed: Vec<String> = self.sought.iter().map(|one| one.text().to_owned()).collect();
        let is_typed = |code: &str| typed.iter().any(|text| text.eq_ignore_ascii_case(code));
        let named = hall.matters.iter().find(|matter| {
            let written = &matter.written;
            let codes = [&written.basic_code, &written.code].into_iter().flatten();
            is_typed(&written.id) || codes.into_iter().any(|code| is_typed(code))
        });
        let Some(matter) = named else { return self };
        let mut names = vec![matter.name()];
        names.extend(Some(matter.short_name()).filter(|short| *short != matter.name()));
        let names = names.into_iter().filter_map(Sought::new);
        let wanted = Self::of(self.sought.into_iter().chain(names).collect());
        Self { matter: Some(matter.name().to_owned()), ..wanted }
    }

    /// Where `line` says it: the longest of what overlaps, in order.
    pub fn find(&self, line: &str) -> Vec<Range<usize>> {
        of_all(&self.sought, line)
    }

    /// Where a text to be read aloud says it.
    pub(super) fn find_aloud(&self, line: &str) -> Vec<Range<usize>> {
        let is_digit = |c: Option<char>| c.is_some_and(|c| SPOKEN_DIGITS.contains(c));
        let mut found = of_all(&self.spoken, line);
        // A十 is no part of A十二.
        found.retain(|at| {
            let said = &line[at.clone()];
            let (before, after) = (line[..at.start].chars().next_back(), line[at.end..].chars().next());
            let begins_within = is_digit(said.chars().next()) && is_digit(before);
            let ends_within = is_digit(said.chars().next_back()) && is_digit(after);
            !(begins_within || ends_within)
        });
        let plain = self.find(line);
        if plain.is_empty() { found } else { plain }
    }

    /// The first of `lines` that says it, and how many do.
    pub(super) fn quote<'l>(&self, lines: impl IntoIterator<Item = &'l str>) -> Option<(Quote, usize)> {
        count(lines, |line| self.find(line))
    }

    /// As [`Self::quote`], in lines of a drawing, over which words may be broken.
    pub(super) fn quote_drawn(&self, lines: &[&str]) -> Option<(Quote, usize)> {
        let words: Vec<Sought> = self.sought.iter().filter(|one| one.is_words()).cloned().collect();
        let joined = lines.join("\u{1F}");
        self.quote(lines.iter().copied()).or_else(|| count([joined.as_str()], |line| of_all(&words, line)))
    }

    /// As [`Self::quote`], in a text to be read aloud.
    pub(super) fn quote_aloud<'l>(&self, lines: impl IntoIterator<Item = &'l str>) -> Option<(Quote, usize)> {
        count(lines, |line| self.find_aloud(line))
    }

    /// The number of a window or the name of a matter that was mistyped.
    pub fn nearest(&self, hall: &Hall, when: When) -> Option<String> {
        let at = hall.at(when.moment);
        let numbers = at.windows().map(|(_, version)| version.facts.number.as_str());
        let names = hall.matters.iter().flat_map(|matter| [matter.id(), matter.name(), matter.short_name()]);
        let known: Vec<&str> = numbers.chain(names).collect();
        let typed = self.sought.first()?.text();
        nearest(typed, known.iter().copied().filter(|known| *known != typed)).map(str::to_owned)
    }
}

fn of_all(sought: &[Sought], line: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = sought.iter().flat_map(|one| one.find(line)).collect();
    if sought.len() > 1 {
        found.sort_by_key(|at| (at.start, std::cmp::Reverse(at.end)));
        let mut last = 0;
        found.retain(|at| {
            let is_apart = at.start >= last;
            last = last.max(at.end);
            is_apart
        });
    }
    found
}

fn count<'l>(
    lines: impl IntoIterator<Item = &'l str>,
    find: impl Fn(&str) -> Vec<Range<usize>>,
) -> Option<(Quote, usize)> {
    let mut first: Option<Quote> = None;
    let mut count = 0;
    for line in lines {
        let found = find(line);
        count += found.len();
        if let (None, Some(at)) = (&first, found.first()) {
            first = Some(Quote::of(line, at));
        }
    }
    first.map(|quote| (quote, count))
}
