//! Diagnostics: the only way a mistake in the content reaches the people who can mend it.
//!
//! A [`Diagnostic`] is plain data. Whoever finds a problem fills one in; the renderers
//! ([`text`], [`json`], [`sarif`]) turn the same value into what a person or a program reads.
//! This module knows nothing of halls, files on disk or YAML.

pub mod json;
mod once;
mod place;
pub mod position;
pub mod rule;
pub mod sarif;
pub mod sink;
pub mod text;

pub use once::report_once;
pub use place::{Place, Seg, Spot, ValuePath};
pub use position::LineIndex;
pub use rule::RuleDoc;
pub use sink::{Report, Texts};

use jiff::civil::Date;

/// The language messages are shown in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// Simplified Chinese, the language of the people who write content.
    #[default]
    Zh,
    /// English.
    En,
}

/// One message in both languages; nothing is shown that lacks one of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalizedText {
    /// Simplified Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

impl LocalizedText {
    /// A message from its two wordings.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { zh: zh.into(), en: en.into() }
    }

    /// The wording in `lang`.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}

/// How bad a finding is, and so what happens to the record it blames.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Cannot be read, resolved or drawn: never waived, the record is withheld.
    Broken,
    /// Not released or not public: never waived, the record is withheld.
    Unapproved,
    /// A deadline or posting rule was not met: blocks a release until a 特批 approves it.
    Breach,
    /// Should be looked at.
    Warning,
}

impl Severity {
    /// Whether a build without `--withhold` is refused.
    pub fn blocks(self) -> bool {
        self != Severity::Warning
    }

    /// The word shown to people.
    pub fn word(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Severity::Broken, Lang::Zh) => "错误",
            (Severity::Unapproved, Lang::Zh) => "未批准",
            (Severity::Breach, Lang::Zh) => "违规",
            (Severity::Warning, Lang::Zh) => "提醒",
            (Severity::Broken, Lang::En) => "error",
            (Severity::Unapproved, Lang::En) => "unapproved",
            (Severity::Breach, Lang::En) => "breach",
            (Severity::Warning, Lang::En) => "warning",
        }
    }
}

/// What the clause of a rule is to a hall.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ClauseBasis {
    /// Of a regulation the hall has chosen.
    #[default]
    Own,
    /// Of another place, whose regulation the hall has not chosen: no basis, only where the rule was found.
    Elsewhere,
    /// The same, and nothing the hall has chosen asks for it either: a recommendation.
    Advice,
}

/// A special approval of a breach, for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Approved {
    /// Who approved it.
    pub person: String,
    /// When.
    pub on: Date,
    /// Why.
    pub reason: String,
    /// What is done about it.
    pub remedy: String,
}

/// The person responsible for leaving a warning as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waived {
    /// Why it may stay.
    pub reason: String,
    /// Who takes responsibility.
    pub person: String,
    /// The first day it is no longer waived.
    pub until: Date,
}

/// One problem: what is wrong, where, what was expected, and what to do.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// The rule that was broken; its doc is what `hallpress explain` prints.
    pub rule: &'static RuleDoc,
    /// Usually `rule.severity`; an approved breach is lowered to a warning.
    pub severity: Severity,
    /// What is wrong, one short sentence with the value quoted.
    pub message: LocalizedText,
    /// The value blamed.
    pub place: Place,
    /// What was expected there, shown under the carets.
    pub expected: Option<LocalizedText>,
    /// What to do, a complete sentence.
    pub fix: Option<LocalizedText>,
    /// Other places that matter, each with why.
    pub also: Vec<(Place, LocalizedText)>,
    /// The output that is not made until this is fixed, for people; `None` when a record is at fault. `--withhold` then
    /// leaves out that output and publishes the record.
    pub output: Option<LocalizedText>,
    /// Whether that output is a piece of its own, such as a hanging sign: all else is published without it, whatever was
    /// asked for.
    pub stands_alone: bool,
    /// The special approval that lowered a breach to a warning.
    pub approved: Option<Approved>,
    /// For a warning: who takes responsibility for it.
    pub waived: Option<Waived>,
    /// What the rule's clause is to this hall.
    pub basis: ClauseBasis,
}

impl Diagnostic {
    /// A finding of `rule` at `place`, with the rule's own severity.
    pub fn new(rule: &'static RuleDoc, place: Place, zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self {
            rule,
            severity: rule.severity,
            message: LocalizedText::new(zh, en),
            place,
            expected: None,
            fix: None,
            also: Vec::new(),
            output: None,
            stands_alone: false,
            approved: None,
            waived: None,
            basis: ClauseBasis::Own,
        }
    }

    /// The word for how bad it is; a waived warning is called so.
    pub fn word(&self, lang: Lang) -> &'static str {
        match (&self.waived, lang) {
            (None, lang) => self.severity.word(lang),
            (Some(_), Lang::Zh) => "已豁免",
            (Some(_), Lang::En) => "waived",
        }
    }

    /// Adds what was expected.
    #[must_use]
    pub fn expected(mut self, zh: impl Into<String>, en: impl Into<String>) -> Self {
        self.expected = Some(LocalizedText::new(zh, en));
        self
    }

    /// Adds what to do.
    #[must_use]
    pub fn fix(mut self, zh: impl Into<String>, en: impl Into<String>) -> Self {
        self.fix = Some(LocalizedText::new(zh, en));
        self
    }

    /// Adds a second place and why it matters.
    #[must_use]
    pub fn also(mut self, place: Place, zh: impl Into<String>, en: impl Into<String>) -> Self {
        self.also.push((place, LocalizedText::new(zh, en)));
        self
    }
}
