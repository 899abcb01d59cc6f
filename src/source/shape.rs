//! The field table: what a document may contain, derived from the raw structs themselves.
//!
//! `record!` declares a struct once; serde reads it straight, and its
//! [`Field`]s explain a file that cannot be read (unknown, duplicate, mistyped keys, all at once),
//! locate a value for a later rule, and feed the JSON Schema for editors.

use super::NumberRange;
use super::marks::{Mark, TextWalk};
use crate::diag::Seg;
use serde::{Deserialize, Deserializer};
use std::ops::Deref;

/// The kind of value at a place.
#[derive(Clone, Copy)]
pub enum Shape {
    /// One scalar, checked by the function: `Err` says in Chinese and English what was expected.
    Scalar(ScalarShape),
    /// A list, every item of the same shape; empty and absent are the same.
    List(fn() -> Shape),
    /// A record with known keys.
    Record(&'static [Field]),
}

/// A scalar kind.
#[derive(Clone, Copy)]
pub struct ScalarShape {
    /// Its name in messages: Chinese, English.
    pub name: [&'static str; 2],
    /// Words a choice allows, `[Chinese, alias]` each; empty for free text.
    pub choices: &'static [[&'static str; 2]],
    /// Words people write for one of the choices though they belong elsewhere: the word, where it belongs in Chinese and
    /// English.
    pub elsewhere: &'static [[&'static str; 3]],
    /// How it looks, for an editor that knows only the schema.
    pub form: ScalarForm,
    /// Whether the text, exactly as written, is a valid value; the error says what was expected.
    pub accepts: fn(&str) -> Result<(), [String; 2]>,
}

/// How a scalar looks. Never narrower than what is read.
#[derive(Clone, Copy)]
pub enum ScalarForm {
    /// Anything that fits on one line.
    Text,
    /// 是 or 否.
    YesNo,
    /// A whole number.
    Whole,
    /// A number that may have decimals.
    Decimal,
    /// A regular expression valid in every dialect; it never matches a plain number.
    Pattern(&'static str),
}

/// One key of a record.
pub struct Field {
    /// The key people write.
    pub key: &'static str,
    /// The ASCII alias, read just the same.
    pub alias: &'static str,
    /// Whether leaving it out is an error.
    pub required: bool,
    /// One sentence of help in Chinese, for editors and messages.
    pub help: &'static str,
    /// For a number: its plausible range.
    pub range: Option<&'static NumberRange>,
    /// For a text: what it is for.
    pub mark: Mark,
    /// Whether it records a step of the office's own work, which the public is told nothing by.
    pub is_step: bool,
    /// The shape of its value.
    pub shape: fn() -> Shape,
}

/// A type of value in a document.
pub trait Shaped {
    /// Whether the key may be left out.
    const OPTIONAL: bool = false;
    /// Whether it is text, so that its field must have a mark.
    const IS_TEXT: bool = false;
    /// Its shape.
    fn shape() -> Shape;
    /// Shows `walk` its texts that are marked public.
    fn texts<'a>(&'a self, _walk: &mut TextWalk<'a, '_>) {}
    /// Whether it, and every number below it, is plausible; `range` is that of its field.
    fn is_plausible(&self, _range: Option<&NumberRange>) -> bool {
        true
    }
    /// Whether the public is told anything by it: false for a record that states steps alone.
    fn is_told(&self) -> bool {
        true
    }
    /// Whether the public is told the same by both, whatever their steps are.
    fn tells_same(&self, other: &Self) -> bool;
}

/// A record people write.
pub trait Record: Shaped {
    /// The keys of the fields by which the public is told something else than by `other`.
    fn told_otherwise(&self, other: &Self) -> Vec<&'static str>;
    /// The keys of the fields that differ from `other` in anything.
    fn differing(&self, other: &Self) -> Vec<&'static str>;
}

impl<T: Shaped> Shaped for Option<T> {
    const OPTIONAL: bool = true;
    const IS_TEXT: bool = T::IS_TEXT;
    fn shape() -> Shape {
        T::shape()
    }
    fn texts<'a>(&'a self, walk: &mut TextWalk<'a, '_>) {
        self.iter().for_each(|value| value.texts(walk));
    }
    fn is_plausible(&self, range: Option<&NumberRange>) -> bool {
        self.iter().all(|value| value.is_plausible(range))
    }
    fn is_told(&self) -> bool {
        self.as_ref().is_some_and(T::is_told)
    }
    fn tells_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Some(one), Some(other)) => one.tells_same(other),
            (one, other) => !one.is_told() && !other.is_told(),
        }
    }
}

/// A list that may be left out or left empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List<T>(pub Vec<T>);

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Deref for List<T> {
    type Target = Vec<T>;
    fn deref(&self) -> &Vec<T> {
        &self.0
    }
}

impl<'a, T> IntoIterator for &'a List<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(Option::<Vec<T>>::deserialize(deserializer)?.unwrap_or_default()))
    }
}

impl<T: Shaped> Shaped for List<T> {
    const OPTIONAL: bool = true;
    const IS_TEXT: bool = T::IS_TEXT;
    fn shape() -> Shape {
        Shape::List(T::shape)
    }
    fn texts<'a>(&'a self, walk: &mut TextWalk<'a, '_>) {
        for (n, item) in self.iter().enumerate() {
            walk.step(Seg::Index(n), |walk| item.texts(walk));
        }
    }
    fn is_plausible(&self, _range: Option<&NumberRange>) -> bool {
        // An item has no key, and so no range of its own.
        self.iter().all(|value| value.is_plausible(None))
    }
    fn is_told(&self) -> bool {
        !self.is_empty()
    }
    fn tells_same(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().zip(other).all(|(one, other)| one.tells_same(other))
    }
}

/// Declares raw document structs together with their field table.
///
/// `"键" | "alias" => name: Type as mark, "help";` — a field is required unless its type is `Option` or `List`. Every text
/// says what it is for (see [`Mark`]): `as public`, `as internal` or `as code`; without a mark it does not compile. A field
/// of records may be `as internal` with all that is in them; a yes or no may be the gate of its record's texts:
/// `as public_if_yes`, `as public_unless_no`. A number ends in `"help" in RANGE;`, the [`NumberRange`] of what is plausible.
/// What records a step of the office's own work (filed, agreed, signed, posted) ends in `"help", step;`: it may be written
/// after the record was published.
macro_rules! record {
    (@range) => { None };
    (@range $range:path) => { Some(&$range) };
    (@step) => { false };
    (@step step) => { true };
    (@mark) => { $crate::source::Mark::Value };
    (@mark public) => { $crate::source::Mark::Public };
    (@mark internal) => { $crate::source::Mark::Internal };
    (@mark code) => { $crate::source::Mark::Code };
    (@mark public_if_yes) => { $crate::source::Mark::Gate { left_out: false } };
    (@mark public_unless_no) => { $crate::source::Mark::Gate { left_out: true } };
    (@open public_if_yes, $yes:expr) => { $yes.is_some_and(|yes| yes.0) };
    (@open public_unless_no, $yes:expr) => { $yes.is_none_or(|yes| yes.0) };
    (@open $($mark:ident)?, $value:expr) => { true };
    ($( $(#[$doc:meta])* $name:ident {
        $( $key:literal | $alias:literal => $field:ident : $ty:ty $(as $mark:ident)?, $help:literal
            $(in $range:path)? $(, $step:ident)?; )*
    } )*) => { $(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            $( #[doc = concat!($key, " ", $help)] #[serde(rename = $key, alias = $alias)] pub $field: $ty, )*
        }

        $( const _: () = assert!(
            $crate::source::Mark::fits(
                $crate::source::record!(@mark $($mark)?),
                <$ty as $crate::source::Shaped>::IS_TEXT,
            ),
            concat!(
                stringify!($name), "::", stringify!($field),
                ": a text is marked `as public`, `as internal` or `as code`, what is no text is not",
            ),
        ); )*

        impl $crate::source::Shaped for $name {
            fn shape() -> $crate::source::Shape {
                const FIELDS: &[$crate::source::Field] = &[ $( $crate::source::Field {
                    key: $key,
                    alias: $alias,
                    required: !<$ty as $crate::source::Shaped>::OPTIONAL,
                    help: $help,
                    range: $crate::source::record!(@range $($range)?),
                    mark: $crate::source::record!(@mark $($mark)?),
                    is_step: $crate::source::record!(@step $($step)?),
                    shape: <$ty as $crate::source::Shaped>::shape,
                } ),* ];
                $crate::source::Shape::Record(FIELDS)
            }

            fn texts<'a>(&'a self, walk: &mut $crate::source::TextWalk<'a, '_>) {
                let open = true $( && $crate::source::record!(@open $($mark)?, self.$field) )*;
                walk.record(open, |walk| {
                    $( walk.field($key, $crate::source::record!(@mark $($mark)?), |walk| {
                        $crate::source::Shaped::texts(&self.$field, walk);
                    }); )*
                });
            }

            fn is_plausible(&self, _: Option<&$crate::source::NumberRange>) -> bool {
                true $( && $crate::source::Shaped::is_plausible(
                    &self.$field,
                    $crate::source::record!(@range $($range)?),
                ) )*
            }

            fn is_told(&self) -> bool {
                false $( || (!$crate::source::record!(@step $($step)?) && $crate::source::Shaped::is_told(&self.$field)) )*
            }

            fn tells_same(&self, other: &Self) -> bool {
                $crate::source::Record::told_otherwise(self, other).is_empty()
            }
        }

        impl $crate::source::Record for $name {
            fn told_otherwise(&self, other: &Self) -> Vec<&'static str> {
                let mut keys = Vec::new();
                $( if !$crate::source::record!(@step $($step)?)
                    && !$crate::source::Shaped::tells_same(&self.$field, &other.$field) { keys.push($key); } )*
                keys
            }

            fn differing(&self, other: &Self) -> Vec<&'static str> {
                let mut keys = Vec::new();
                $( if self.$field != other.$field { keys.push($key); } )*
                keys
            }
        }
    )* };
}
pub(crate) use record;
