//! Views: one `Serialize` struct per template, with every value that will be drawn.
//!
//! No view contains the moment of the build; what depends on the day is cut to the local day.

use super::lines::ContentLine;
use crate::text::Fonts;
use serde::Serialize;
use std::any::Any;
use std::collections::BTreeMap;
use std::fmt::Debug;
use std::sync::Arc;

/// What an output draws. A kind of view has `impl View for …` beside its struct, with what it can do beyond being
/// drawn.
pub trait View: erased_serde::Serialize + Any + Debug + Send + Sync {
    /// What it says, line by line: of boards and signs by themselves, of pictures of screens and of issued texts.
    fn lines(&self) -> Option<Vec<ContentLine>> {
        None
    }

    /// Whether it is a page that names pictures, which have to be drawn before it.
    fn names_pictures(&self) -> bool {
        false
    }

    /// The view with the pictures it names filled in, and its sequence number; `None` if it names none.
    fn filled(&self, _pictures: &Pictures, _seq: u64) -> Option<Arc<dyn View>> {
        None
    }

    /// The view as its template draws it, with what depends on `fonts` alone and is expensive; `None` if it is that
    /// already.
    fn outlined(&self, _fonts: &Fonts) -> Option<Arc<dyn View>> {
        None
    }

    /// The pictures a Word document carries, in the order it numbers them from 1.
    fn media(&self) -> Vec<WordMedium> {
        Vec::new()
    }

    /// SHA-256 of the view as JSON in hexadecimal, where it was taken when the view was made.
    fn digest(&self) -> Option<&str> {
        None
    }
}

erased_serde::serialize_trait_object!(View);

/// Nothing: the view of an asset.
impl View for () {}

impl dyn View {
    /// The view as the kind `V`, if it is one.
    pub fn as_kind<V: View>(&self) -> Option<&V> {
        (self as &dyn Any).downcast_ref()
    }
}

/// The view of an asset.
pub fn no_view() -> Arc<dyn View> {
    Arc::new(())
}

/// A picture within a Word document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordMedium {
    /// The ending of its file.
    pub ending: &'static str,
    /// Its file.
    pub bytes: Arc<[u8]>,
}

/// A picture that was drawn, as a manifest describes it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Picture {
    /// Path in the tree, hash included.
    pub path: String,
    /// SHA-256 of the file.
    pub sha256: String,
    /// Length of the file.
    pub bytes: u64,
}

/// Drawn pictures by the key of their output.
pub type Pictures = BTreeMap<String, Picture>;
