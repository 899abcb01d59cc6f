//! An article for WeChat, `layouts/channels/`: styles are written on the elements themselves, since nothing else
//! survives being pasted there.

use crate::plan::layout::theme::DesignTokens;
use crate::plan::notices::document::Document;
use crate::plan::view::View;
use serde::Serialize;

/// An article.
#[derive(Clone, Debug, Serialize)]
pub struct Article {
    /// Colours.
    pub theme: DesignTokens,
    /// The text under the title in a list, at most 120 characters.
    pub digest: String,
    /// The text.
    pub document: Document,
    /// Address of the web page, where the site has one; it is shown as text.
    pub page: Option<String>,
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
