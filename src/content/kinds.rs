//! A kind of document: where it is, what it is called, what it may contain.

use crate::source::Shape;
use crate::source::schema::schema;

/// A kind of document people write.
pub struct DocumentKind {
    /// Where its documents are below `content/`: one file, or a folder that ends in `/`.
    pub place: &'static str,
    /// How the names of its documents end.
    pub ending: &'static str,
    /// What one is called: Chinese, English.
    pub title: [&'static str; 2],
    /// The fields of a document; for a notice, those of its front matter.
    pub shape: fn() -> Shape,
}

impl DocumentKind {
    /// Whether the document at this path below `content/` is one of this kind.
    pub fn contains(&self, path: &str) -> bool {
        if self.is_folder() { path.starts_with(self.place) && path.ends_with(self.ending) } else { path == self.place }
    }

    fn is_folder(&self) -> bool {
        self.place.ends_with('/')
    }

    /// Its documents as a pattern of paths from the site's folder: `content/changes/**/*.yaml`.
    pub fn pattern(&self) -> String {
        let Self { place, ending, .. } = self;
        if self.is_folder() { format!("content/{place}**/*{ending}") } else { format!("content/{place}") }
    }

    /// The name of its schema's file: `changes.json`.
    pub fn schema_file(&self) -> String {
        let name = self.place.trim_end_matches('/').trim_end_matches(self.ending);
        format!("{}.json", name.replace('/', "-"))
    }

    /// Its schema as the text of a file.
    pub fn schema(&self) -> String {
        let [zh, en] = self.title;
        let schema = schema(&format!("{zh} {en}"), &self.pattern(), (self.shape)());
        format!("{schema:#}\n")
    }
}
