//! Schemas of documents in a site, and the line that leads editors to them.

use super::read::kind_of;

/// The folder of the schemas in a site, beside `content/`.
pub const SCHEMAS: &str = "schemas";

/// The line at the head of a document that leads editors to its schema, where the schemas are in `schemas/` beside
/// `content/`. `path` begins with `content/`; none for a document that is not YAML alone.
pub fn modeline(path: &str) -> Option<String> {
    let kind = kind_of(path.strip_prefix("content/")?).filter(|kind| kind.ending == ".yaml")?;
    let up = "../".repeat(path.matches('/').count());
    Some(format!("# yaml-language-server: $schema={up}{SCHEMAS}/{}\n", kind.schema_file()))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop")]
mod tests {
    use super::*;

    #[test]
    fn the_line_for_editors_leads_from_a_document_to_its_schema() {
        let line = modeline("content/matters/gaj/x.yaml").unwrap();
        assert_eq!(line, "# yaml-language-server: $schema=../../../schemas/matters.json\n");
        assert_eq!(modeline("content/notices/x.md"), None);
        assert_eq!(modeline("content/attachments/x.yaml"), None);
    }

    #[test]
    fn a_document_has_the_kind_of_its_place() {
        let schema = |path| kind_of(path).map(|kind| kind.schema_file());
        assert_eq!(schema("site.yaml").unwrap(), "site.json");
        assert_eq!(schema("words/queries.yaml").unwrap(), "words-queries.json");
        assert_eq!(schema("matters/gaj/x.yaml").unwrap(), "matters.json");
        assert_eq!(schema("notices/x.md").unwrap(), "notices.json");
        assert_eq!([schema("notices/x.yaml"), schema("sites.yaml"), schema("words/x.yaml")], [None, None, None]);
        assert_eq!(kind_of("changes/x.yaml").unwrap().pattern(), "content/changes/**/*.yaml");
    }
}
