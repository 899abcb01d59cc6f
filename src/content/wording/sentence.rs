//! A sentence of the wording: which values it may use, and how they are filled in.

use crate::text::nearest::nearest;
use leon::Template;

/// A sentence of the wording.
pub struct Sentence {
    /// The key people write.
    pub key: &'static str,
    /// The ASCII alias, read just the same.
    pub alias: &'static str,
    /// The names of what may be filled in, as written in braces.
    pub values: &'static [&'static str],
    /// Where it is used, one line in Chinese.
    pub help: &'static str,
}

/// What is wrong with a sentence somebody wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SentenceFault {
    /// It is empty.
    Empty,
    /// It has a line break, which the program's own has not.
    Lines,
    /// A brace that is not paired, full-width, or has nothing in it.
    Braces,
    /// It asks for a value that this sentence is not given; with the name that was probably meant.
    Unknown(String, Option<&'static str>),
    /// It leaves out a value that the program's own sentence names: a fact would no longer be stated.
    Missing(&'static str),
}

impl Sentence {
    /// What is wrong with `text` in the place of `built_in`: wording may change, facts may not be lost.
    pub fn faults(&self, text: &str, built_in: &str) -> Vec<SentenceFault> {
        if text.trim().is_empty() {
            return vec![SentenceFault::Empty];
        }
        let Ok(template) = Template::parse(text) else { return vec![SentenceFault::Braces] };
        if text.contains(['｛', '｝']) {
            return vec![SentenceFault::Braces];
        }
        if text.contains('\n') && !built_in.contains('\n') {
            return vec![SentenceFault::Lines];
        }
        let near = |key: &str| nearest(key, self.values.iter().copied());
        let unknown: Vec<&str> = template.keys().copied().filter(|key| !self.values.contains(key)).collect();
        let mut faults: Vec<SentenceFault> =
            unknown.iter().map(|key| SentenceFault::Unknown((*key).to_owned(), near(key))).collect();
        let said = |name: &str| Template::parse(built_in).is_ok_and(|template| template.has_key(name));
        // One that is only misspelt is not missing too.
        let is_there = |name: &str| template.has_key(name) || unknown.iter().any(|key| near(key) == Some(name));
        let missing = self.values.iter().filter(|name| said(name) && !is_there(name));
        faults.extend(missing.map(|name| SentenceFault::Missing(name)));
        faults
    }
}

/// A sentence with its values filled in. Its text was checked; an unchecked one with a mistake is used as it is
/// written.
pub(super) fn filled(text: Option<&str>, values: &[(&str, &str)]) -> String {
    let text = text.unwrap_or_default();
    let filled = Template::parse(text).ok().and_then(|template| template.render(&values).ok());
    filled.unwrap_or_else(|| text.to_owned())
}

/// Declares groups of sentences: each a record of optional texts, and a function for every sentence that is given the
/// values it uses.
///
/// `"键" | "alias" => name(argument: "名称", …), "where it is said";`
macro_rules! sentences {
    ($( $(#[$doc:meta])* $group:ident {
        $( $key:literal | $alias:literal => $sentence:ident ( $($argument:ident : $value:literal),* ), $help:literal; )*
    } )*) => { $(
        $crate::source::record! {
            $(#[$doc])*
            $group { $( $key | $alias => $sentence: Option<String> as public, $help; )* }
        }

        impl Default for $group {
            fn default() -> Self {
                Self { $( $sentence: None ),* }
            }
        }

        impl $crate::content::wording::Sentences for $group {
            fn table() -> &'static [$crate::content::wording::Sentence] {
                const TABLE: &[$crate::content::wording::Sentence] = &[ $( $crate::content::wording::Sentence {
                    key: $key,
                    alias: $alias,
                    values: &[ $($value),* ],
                    help: $help,
                } ),* ];
                TABLE
            }

            fn texts_mut(&mut self) -> Vec<&mut Option<String>> {
                vec![ $( &mut self.$sentence ),* ]
            }
        }

        impl $group {
            $( #[doc = concat!($key, " ", $help)]
            pub(crate) fn $sentence(&self, $($argument: &str),*) -> String {
                $crate::content::wording::sentence::filled(self.$sentence.as_deref(), &[ $( ($value, $argument) ),* ])
            } )*
        }
    )* };
}
pub(super) use sentences;
