//! Texts of the content and of the interface, numbers, dates and times in the words of a language.

use super::names::Originals;
use crate::model::UnitId;
use crate::model::language::Language;
use crate::model::limit::Limit;
use crate::plan::url;
use crate::plan::website::parts::Interval;
use crate::plan::website::site::Site;
use crate::plan::words::punctuation::fullwidth_punctuation;
use crate::text::date::short_weekday;
use jiff::civil::Date;
use serde::Serialize;
use std::cell::Cell;

/// A text on a page in another language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Translated {
    /// The text.
    pub text: String,
    /// Whether it is Chinese there, to be marked `lang="zh-CN"`.
    pub zh: bool,
}

/// A link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct TranslatedLink {
    /// What it is called.
    pub label: Translated,
    /// From the site's root; `None` where there is nothing to go to.
    pub href: Option<String>,
    /// Whether it is the page itself, or the part of the site it belongs to.
    pub current: bool,
}

/// A text in Chinese and, where it can be said, in the language.
pub(super) struct BilingualText {
    /// In Chinese.
    pub(super) zh: String,
    /// In the language.
    pub(super) own: Option<String>,
}

/// Translates one page; it knows in the end whether it had to fall back on Chinese.
pub(super) struct Translator<'s> {
    pub(super) site: &'s Site,
    pub(super) language: &'s Language,
    originals: &'s Originals,
    pub(super) partly: Cell<bool>,
}

impl<'s> Translator<'s> {
    /// For a page in the hall's language at position `n`.
    pub(super) fn new(site: &'s Site, n: usize) -> Self {
        Self { site, language: &site.hall.languages[n], originals: &site.originals[n], partly: Cell::new(false) }
    }

    /// The address of the page beside a Chinese one.
    pub(super) fn at(&self, path: &str) -> String {
        url::in_language(&self.language.code, path)
    }

    /// What the memory has for a text of the content, as it is written or as the Chinese pages show it.
    fn remembered(&self, chinese: &str) -> Option<&'s str> {
        let memory = |text: &str| self.language.translation(text).map(|found| found.text.as_str());
        memory(chinese).or_else(|| memory(self.originals.get(chinese)?))
    }

    /// A text of the content or a word of the interface by its Chinese.
    pub(super) fn both(&self, chinese: &str) -> BilingualText {
        let own = self.remembered(chinese).or_else(|| self.language.words.get(chinese).map(String::as_str));
        // Numbers and Latin letters are the same everywhere.
        let plain = (!chinese.chars().any(is_chinese)).then_some(chinese);
        BilingualText { zh: fullwidth_punctuation(chinese), own: own.or(plain).map(str::to_owned) }
    }

    /// In the language, or in Chinese and marked so.
    pub(super) fn either(&self, both: BilingualText) -> Translated {
        match both.own {
            Some(text) => Translated { text, zh: false },
            None => {
                self.partly.set(true);
                Translated { text: both.zh, zh: true }
            }
        }
    }

    /// [`Self::both`], in the one or the other.
    pub(super) fn text(&self, chinese: &str) -> Translated {
        self.either(self.both(chinese))
    }

    /// The Chinese beside a translation, for asking on site; `None` where the text is Chinese anyway.
    pub(super) fn beside(&self, chinese: &str) -> Option<String> {
        self.remembered(chinese).map(|_| fullwidth_punctuation(chinese))
    }

    /// Of two names of a thing the full one; where only the short one is translated, that.
    pub(super) fn better<'a>(&self, full: &'a str, short: &'a str) -> &'a str {
        if self.remembered(full).is_none() && self.remembered(short).is_some() { short } else { full }
    }

    /// A unit by its name.
    pub(super) fn unit(&self, id: UnitId) -> Translated {
        let unit = self.site.hall.unit(id);
        let short = self.both(unit.short_name()).own.filter(|_| self.both(unit.name()).own.is_none());
        short.map_or_else(|| self.text(unit.name()), |text| Translated { text, zh: false })
    }

    /// A pattern with its `…` filled in from left to right.
    pub(super) fn fill(&self, pattern: &str, values: &[BilingualText]) -> BilingualText {
        let put = |text: &str, value: &str| text.replacen('…', value, 1);
        let zh = values.iter().fold(pattern.to_owned(), |text, value| put(&text, &value.zh));
        let own = self.language.word(pattern).and_then(|own| {
            values.iter().try_fold(own.to_owned(), |text, value| Some(put(&text, value.own.as_deref()?)))
        });
        BilingualText { zh, own }
    }

    /// A pattern with a number in it, and another for one alone.
    pub(super) fn count(&self, one: &str, many: &str, number: u32) -> BilingualText {
        if number == 1 { self.both(one) } else { self.fill(many, &[plain(&number.to_string())]) }
    }

    /// `Monday, 12 October`
    pub(super) fn date(&self, day: Date) -> BilingualText {
        let name = |list: &[String], n: i8| list.get(usize::try_from(n).ok()?).cloned();
        let own = self.language.word("日期写法").and_then(|form| {
            let month = name(&self.language.months, day.month() - 1)?;
            let weekday = name(&self.language.weekdays, day.weekday().to_monday_zero_offset())?;
            let form = form.replace("{weekday}", &weekday).replace("{month}", &month);
            Some(form.replace("{day}", &day.day().to_string()))
        });
        BilingualText { zh: short_weekday(day), own }
    }

    /// From the first day to the last.
    pub(super) fn dates(&self, [first, last]: [Date; 2]) -> BilingualText {
        if first == last { self.date(first) } else { self.fill("…至…", &[self.date(first), self.date(last)]) }
    }

    /// The days on which something applies; `None` where it has no bound.
    pub(super) fn days(&self, days: &Interval) -> Option<Translated> {
        let both = match (days.from, days.to) {
            (None, None) => return None,
            (None, Some(to)) => self.fill("…前", &[self.date(to)]),
            (Some(from), None) => self.fill("自…起", &[self.date(from)]),
            (Some(from), Some(to)) => self.dates([from, to.yesterday().unwrap_or(from)]),
        };
        Some(self.either(both))
    }

    /// A time limit of a matter, as written.
    pub(super) fn limit(&self, written: &str) -> BilingualText {
        let both = match Limit::parse(written) {
            Some(Limit::OnTheSpot) => self.both("当场办结"),
            Some(Limit::SameDay) => self.both("当日办结"),
            Some(Limit::Workdays(n)) => self.count("1个工作日", "…个工作日", n),
            Some(Limit::Days(n)) => self.count("1天", "…天", n),
            Some(Limit::Months(n)) => self.count("1个月", "…个月", n),
            None => self.both(written),
        };
        BilingualText { zh: fullwidth_punctuation(written), ..both }
    }

    /// A span of time, or the words in its place: `9:00–12:00`.
    pub(super) fn time(&self, shown: &str) -> Translated {
        let both = self.both(shown);
        self.either(BilingualText { own: both.own.map(|own| own.replace('—', "–")), ..both })
    }
}

/// The same in every language.
pub(super) fn plain(text: &str) -> BilingualText {
    BilingualText { zh: text.to_owned(), own: Some(text.to_owned()) }
}

fn is_chinese(c: char) -> bool {
    matches!(u32::from(c), 0x2E80..=0x303F | 0x3400..=0x9FFF | 0xF900..=0xFAFF | 0xFF00..=0xFF60 | 0x2_0000..=0x3_FFFF)
}

#[cfg(test)]
mod tests {
    use super::is_chinese;

    #[test]
    fn punctuation_of_chinese_is_chinese() {
        assert!("，（中".chars().all(is_chinese));
        assert!(!"9:00–12:00 A01 ᠴᠣᠩᠬᠣ".chars().any(is_chinese));
    }
}
