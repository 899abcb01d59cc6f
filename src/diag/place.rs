//! Where a problem is.

use std::ops::Range;
use std::sync::Arc;

/// A place in the content: a file, and a spot in it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Path of the file from the site's root, with `/`; empty when no file is to blame.
    pub file: Arc<str>,
    /// Where in the file.
    pub spot: Spot,
}

/// The part of a file that is blamed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spot {
    /// The whole file (missing, empty, unreadable); shown as line 1.
    File,
    /// A byte range of the file's decoded text.
    Bytes {
        /// First byte.
        start: usize,
        /// One past the last byte.
        end: usize,
    },
    /// A value of a YAML document, turned into bytes by `Sources` before it is shown.
    Value(ValuePath),
}

/// The way from a document's root to one value: `事项[3].材料[1].份数`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct ValuePath(pub Vec<Seg>);

/// One step of a [`ValuePath`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Seg {
    /// A key, by its first (Chinese) name; a document may use the alias.
    Key(&'static str),
    /// An item of a list, from 0.
    Index(usize),
}

impl Place {
    /// The whole file.
    pub fn file(file: impl Into<Arc<str>>) -> Self {
        Self { file: file.into(), spot: Spot::File }
    }

    /// Bytes of a file.
    pub fn bytes(file: impl Into<Arc<str>>, range: Range<usize>) -> Self {
        Self { file: file.into(), spot: Spot::Bytes { start: range.start, end: range.end } }
    }

    /// The root value of a YAML document.
    pub fn root(file: impl Into<Arc<str>>) -> Self {
        Self { file: file.into(), spot: Spot::Value(ValuePath::default()) }
    }

    /// A value of a YAML document.
    pub fn value(file: impl Into<Arc<str>>, path: ValuePath) -> Self {
        Self { file: file.into(), spot: Spot::Value(path) }
    }

    /// Nothing in the content is to blame (a template, the machine).
    pub fn nowhere() -> Self {
        Self::file("")
    }

    /// One key deeper. A place that is not a value stays as it is.
    #[must_use]
    pub fn key(&self, key: &'static str) -> Self {
        self.step(Seg::Key(key))
    }

    /// One list item deeper. A place that is not a value stays as it is.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        self.step(Seg::Index(index))
    }

    /// Whether it is `whole` or a part of it.
    pub fn is_within(&self, whole: &Self) -> bool {
        self.file == whole.file
            && match (&self.spot, &whole.spot) {
                (Spot::Value(part), Spot::Value(whole)) => part.0.starts_with(&whole.0),
                (_, Spot::Value(whole)) => whole.0.is_empty(),
                (part, whole) => part == whole,
            }
    }

    fn step(&self, seg: Seg) -> Self {
        let mut next = self.clone();
        if let Spot::Value(path) = &mut next.spot {
            path.0.push(seg);
        }
        next
    }
}

impl std::fmt::Display for ValuePath {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (n, seg) in self.0.iter().enumerate() {
            match seg {
                Seg::Key(key) if n > 0 => write!(f, ".{key}")?,
                Seg::Key(key) => write!(f, "{key}")?,
                Seg::Index(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}
