//! One thing that says what was looked for.

use super::kind::Carrier;
use crate::source::FileMention;
use crate::text::sought::JOINT;
use std::ops::Range;

/// How many characters of a line are kept on each side.
const AROUND: usize = 60;

/// A thing that says what was looked for, once for each place and stretch of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextMention {
    /// What kind of thing it is.
    pub carrier: Carrier,
    /// Its name or title.
    pub name: String,
    /// Its file below the site's folder; of the content with line and column.
    pub path: String,
    /// Where it is.
    pub place: Option<String>,
    /// From when it says so, where that has a beginning.
    pub from: Option<String>,
    /// Until when.
    pub to: Option<String>,
    /// What else is to be known.
    pub note: Option<MentionNote>,
    /// The line that says it first.
    pub quote: Quote,
    /// How many of its lines say it.
    pub count: usize,
}

/// What else is to be known of a mention.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MentionNote {
    /// It hangs since that day, and should say something else by now.
    Outdated(String),
    /// It hangs since that day, and should come down.
    Obsolete(String),
    /// Only when somebody on site switches the screen to that state.
    Switched(String),
    /// Only when the screen does not know the time.
    Fallback,
    /// It is not public yet.
    Ahead,
}

/// A line around what was looked for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quote {
    /// What stands before it.
    pub before: String,
    /// The words themselves.
    pub said: String,
    /// What stands behind it.
    pub after: String,
}

impl Quote {
    /// Of `line`, which says it `at`.
    pub(super) fn of(line: &str, at: &Range<usize>) -> Self {
        let clean = |text: &str| {
            let text = text.replace(JOINT, "");
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        // Blanks at the edges are those between words.
        let (before, after) = (line.get(..at.start).unwrap_or(""), line.get(at.end..).unwrap_or(""));
        let edge = |blank: bool| if blank { " " } else { "" };
        let before = clean(before) + edge(before.ends_with(char::is_whitespace) && !before.trim().is_empty());
        let after = edge(after.starts_with(char::is_whitespace) && !after.trim().is_empty()).to_owned() + &clean(after);
        let said = clean(line.get(at.clone()).unwrap_or(""));
        Self { before: last(&before, AROUND), said, after: first(&after, AROUND) }
    }

    /// The whole line, shortened to `around` characters on either side, with what was looked for between `marks`.
    pub fn shown(&self, around: usize, marks: [&str; 2]) -> String {
        let [open, close] = marks;
        format!("{}{open}{}{close}{}", last(&self.before, around), self.said, first(&self.after, around))
    }
}

fn last(text: &str, most: usize) -> String {
    let count = text.chars().count();
    if count <= most { text.to_owned() } else { format!("…{}", text.chars().skip(count - most).collect::<String>()) }
}

fn first(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        text.to_owned()
    } else {
        format!("{}…", text.chars().take(most).collect::<String>())
    }
}

impl TextMention {
    pub(super) fn new(carrier: Carrier, name: String, path: String, quote: Quote) -> Self {
        Self { carrier, name, path, place: None, from: None, to: None, note: None, quote, count: 1 }
    }

    pub(super) fn of_file(found: FileMention) -> Self {
        let path = format!("{}:{}:{}", found.file, found.line, found.column);
        let quote = Quote::of(&found.text, &found.at);
        Self::new(Carrier::Value, found.key.unwrap_or_default(), path, quote)
    }

    /// By group and path; what is shown when in the order of time.
    pub(super) fn order(&self) -> impl Ord + '_ {
        (self.carrier.group(), &self.path, &self.quote, &self.from, &self.place)
    }
}

#[cfg(test)]
mod tests {
    use super::Quote;

    #[test]
    fn a_line_is_shortened_around_what_was_looked_for() {
        let line = "请到二楼东区A12窗口办理";
        let quote = Quote::of(line, &(18..21));
        assert_eq!(quote.shown(3, ["【", "】"]), "…楼东区【A12】窗口办…");
        assert_eq!(quote.shown(12, ["", ""]), line);
        let quote = Quote::of("the\u{1F} ID  card", &(5..7));
        assert_eq!(quote.shown(12, ["【", "】"]), "the 【ID】 card");
    }
}
