//! An announcement or a notice in words, whatever carries it: a Word document, an article for WeChat.

use crate::plan::website::parts::Fact;
use serde::Serialize;

/// A document. Every text is finished, without markup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Document {
    /// The stem of its page's file under `notices/`.
    pub stem: String,
    /// Whether it may not be released yet.
    pub draft: bool,
    /// The title.
    pub title: String,
    /// The metadata block (Y0.1): 名称, 索引号, 效力状态 …; empty for the announcements of changes.
    pub meta: Vec<Fact>,
    /// `尊敬的办事群众：`
    pub salutation: Option<String>,
    /// The body, closing formula included.
    pub blocks: Vec<Block>,
    /// Who signs.
    pub signature: String,
    /// `2026年9月28日`.
    pub dated: String,
    /// 来源、责任编辑、发布时间 (X0.1).
    pub stamp: Vec<Fact>,
}

impl Document {
    /// Its first paragraph; the title where it has none.
    pub fn begins(&self) -> String {
        let first = self.blocks.iter().find_map(|block| match block {
            Block::Text { text } => Some(text.clone()),
            _ => None,
        });
        first.unwrap_or_else(|| self.title.clone())
    }
}

/// A part of the body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Block {
    /// A heading.
    Heading {
        /// 1 for `一、`, 2 for `（一）`, 3 for `1.` (GB/T 9704, 7.3.3).
        level: u8,
        /// Its text, number included.
        text: String,
    },
    /// A paragraph.
    Text {
        /// Its text; a link stands as its words, its address in brackets behind them.
        text: String,
    },
    /// An item of a list.
    Item {
        /// `1.` of a numbered list, `—` of another.
        mark: String,
        /// Its text.
        text: String,
    },
    /// A table.
    Table {
        /// The rows, the heads first; every row has as many cells as the first.
        rows: Vec<Vec<String>>,
    },
}

impl Block {
    /// A paragraph.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text { text: text.into() }
    }
}
