//! A text citizens may read, by the marks of the field table.

use crate::diag::{Place, ValuePath};
use crate::source::{Shaped, TextWalk};

/// A text marked public.
pub struct PublicText<'a, 'p> {
    /// The text.
    pub text: &'a str,
    /// Whether the records that contain it allow its publication (公开).
    pub is_public: bool,
    /// The document it is in.
    pub document: &'a Place,
    /// The way to it in the document.
    pub path: &'p ValuePath,
}

impl PublicText<'_, '_> {
    /// Where it is written.
    pub fn place(&self) -> Place {
        Place::value(self.document.file.clone(), self.path.clone())
    }
}

/// Calls `each` with every text of one document.
pub(super) fn of_document<'a, T: Shaped>(document: &'a Place, value: &'a T, each: &mut dyn FnMut(&PublicText<'a, '_>)) {
    value.texts(&mut TextWalk::new(&mut |text, is_public, path| each(&PublicText { text, is_public, document, path })));
}
