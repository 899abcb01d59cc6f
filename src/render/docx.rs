//! Word documents (ECMA-376, OOXML): parts filled in from templates, packed as one file.

use std::io::{Cursor, Write};
use std::sync::Arc;

use resvg::usvg::roxmltree;
use serde::Serialize;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::gate::DrawError;

/// The part an output's own template makes.
pub const BODY: &str = "word/document.xml";

/// Every part in the order it is written, with the template under `layouts/` that makes it; that of [`BODY`] is the output's.
pub const PARTS: [(&str, &str); 12] = [
    ("[Content_Types].xml", "documents/package/content-types.xml"),
    ("_rels/.rels", "documents/package/rels.xml"),
    ("docProps/core.xml", "documents/package/core.xml"),
    ("docProps/app.xml", "documents/package/app.xml"),
    ("word/_rels/document.xml.rels", "documents/package/document-rels.xml"),
    (BODY, ""),
    ("word/styles.xml", "documents/package/styles.xml"),
    ("word/settings.xml", "documents/package/settings.xml"),
    ("word/fontTable.xml", "documents/package/fontTable.xml"),
    ("word/header-draft.xml", "documents/package/header-draft.xml"),
    ("word/footer-odd.xml", "documents/package/footer-odd.xml"),
    ("word/footer-even.xml", "documents/package/footer-even.xml"),
];

/// The values for the templates of all parts but the body.
#[derive(Clone, Debug, Serialize)]
pub struct Properties {
    /// The title in the document's properties.
    pub title: String,
    /// When it was made, as a date of the content in RFC 3339; none leaves it out.
    pub dated: Option<String>,
    /// The files of the pictures of its body, below `word/`; the n-th is the relationship `rIdPicture` n.
    pub pictures: Vec<String>,
}

/// Where a picture lies, below `word/`.
pub fn picture_path(number: usize, ending: &str) -> String {
    format!("media/picture{number}.{ending}")
}

/// Packs `parts`, name and text, in the order given, and after them `media`, pictures below `word/`. The same parts give the same bytes: every entry has the earliest
/// time a ZIP file can store.
///
/// Characters that XML 1.0 forbids are left out.
///
/// # Errors
/// [`DrawError::Document`] for a part that is not well-formed XML; [`DrawError::Encode`] if the file cannot be written.
pub fn pack(parts: &[(&str, String)], media: &[(String, Arc<[u8]>)]) -> Result<Vec<u8>, DrawError> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let broken = |error: &dyn std::fmt::Display| DrawError::Encode(error.to_string());
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        let text: String = text.chars().filter(|c| is_allowed(*c)).collect();
        if let Err(error) = roxmltree::Document::parse(&text) {
            return Err(DrawError::Document { part: (*name).to_owned(), cause: error.to_string() });
        }
        writer.start_file(*name, options).map_err(|e| broken(&e))?;
        writer.write_all(text.as_bytes()).map_err(|e| broken(&e))?;
    }
    for (name, bytes) in media {
        writer.start_file(format!("word/{name}"), options).map_err(|e| broken(&e))?;
        writer.write_all(bytes).map_err(|e| broken(&e))?;
    }
    writer.finish().map(Cursor::into_inner).map_err(|e| broken(&e))
}

/// The characters of XML 1.0, section 2.2.
fn is_allowed(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..='\u{10FFFF}')
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop")]
mod tests {
    use super::{BODY, pack};
    use crate::render::DrawError;
    use std::io::Read;

    fn body(bytes: Vec<u8>) -> String {
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
        let mut text = String::new();
        archive.by_name(BODY).unwrap().read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn the_same_parts_give_the_same_bytes_without_forbidden_characters() {
        let parts = [(BODY, "<a>\u{1}办\u{FFFE}\u{B}事</a>".to_owned())];
        let bytes = pack(&parts, &[]).unwrap();
        assert_eq!(bytes, pack(&parts, &[]).unwrap());
        assert_eq!(body(bytes), "<a>办事</a>");
    }

    #[test]
    fn a_part_that_is_no_xml_is_named() {
        let error = pack(&[(BODY, "<a><b></a>".to_owned())], &[]).unwrap_err();
        assert!(matches!(error, DrawError::Document { part, .. } if part == BODY));
    }
}
