//! An article for WeChat, `layouts/channels/`: styles are written on the elements themselves, since nothing else
//! survives being pasted there.

use crate::model::notice_picture::ARTICLE_MOST;
use crate::plan::layout::theme::DesignTokens;
use crate::plan::notices::document::{Block, Document};
use crate::plan::view::View;
use serde::Serialize;
use std::collections::BTreeMap;

/// An article.
#[derive(Clone, Debug, Serialize)]
pub struct Article {
    /// Colours.
    pub theme: DesignTokens,
    /// The text under the title in a list, at most 120 characters.
    pub digest: String,
    /// The text.
    pub document: Document,
    /// The pictures of the text as `data:` addresses, by their address in it; those that are too large are not here.
    pub pictures: BTreeMap<String, String>,
    /// Whether some picture has to be put in by hand.
    pub lacks_pictures: bool,
    /// Address of the web page, where the site has one; it is shown as text.
    pub page: Option<String>,
}

impl Article {
    /// The pictures a document carries into an article, and whether some stay behind.
    pub(super) fn pictures(document: &Document) -> (BTreeMap<String, String>, bool) {
        let (mut pictures, mut lacks) = (BTreeMap::new(), false);
        for block in &document.blocks {
            let Block::Picture { address, shown, .. } = block else { continue };
            match shown.as_ref().filter(|shown| shown.bytes.len() <= ARTICLE_MOST) {
                Some(shown) => drop(pictures.insert(address.clone(), shown.data())),
                None => lacks = true,
            }
        }
        (pictures, lacks)
    }
}

impl View for Article {}

/// A QR code.
#[derive(Clone, Debug, Serialize)]
pub struct ArticleCode {
    /// Modules on a side, with the quiet zone of four.
    pub side: u32,
    /// Path data in modules, the quiet zone not counted.
    pub d: String,
}
