//! Announcements and written notices as [`Document`]s: the same words as on their pages, without the page.

use super::announcement::Announcement;
use super::meta::{meta, source, stamp};
use crate::model::Grounds;
use crate::model::notice::Notice;
use crate::model::notice_picture::{NoticePicture, notice_picture};
use crate::plan::url;
use crate::plan::website::parts::Fact;
use crate::plan::words::punctuation::fullwidth_punctuation;
use crate::source::Sources;
use crate::text::base64::base64;
use crate::text::date;
use crate::text::hex::hex;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::sync::Arc;

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

    /// With the pictures it names, for carriers that show them.
    #[must_use]
    pub fn illustrated(mut self, sources: &Sources) -> Self {
        for block in &mut self.blocks {
            if let Block::Picture { address, shown, .. } = block {
                *shown = ShownPicture::find(sources, address);
            }
        }
        self
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
        /// Its text; a link is given by its words, with its address in brackets behind them.
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
    /// A picture.
    Picture {
        /// Its words, for who does not see it; may be empty.
        text: String,
        /// Its address, as the text gives it.
        address: String,
        /// The picture itself; none where it cannot be shown beyond the web page.
        shown: Option<ShownPicture>,
    },
}

/// A picture of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ShownPicture {
    /// Pixels in a row.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// The ending of its kind: `png`, `jpeg`, `gif`.
    pub ending: &'static str,
    /// SHA-256 of its file.
    pub sha256: String,
    /// Its file.
    #[serde(skip)]
    pub bytes: Arc<[u8]>,
    /// Its media type.
    #[serde(skip)]
    pub mime: &'static str,
}

impl ShownPicture {
    /// The picture at an address of a notice's text, if it can be shown.
    fn find(sources: &Sources, address: &str) -> Option<Self> {
        let NoticePicture { bytes, raster } = notice_picture(sources, address).ok()?;
        Some(Self {
            width: raster.width,
            height: raster.height,
            ending: raster.kind.ending(),
            sha256: hex(&Sha256::digest(bytes)),
            bytes: Arc::from(bytes),
            mime: raster.kind.mime(),
        })
    }

    /// The whole picture as an address.
    pub fn data(&self) -> String {
        format!("data:{};base64,{}", self.mime, base64(&self.bytes))
    }
}

impl Block {
    /// A paragraph.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text { text: text.into() }
    }
}

/// The document of an announcement.
pub fn of_announcement(told: &Announcement) -> Document {
    let mut blocks = vec![Block::text(&told.lead)];
    for section in &told.sections {
        blocks.extend(section.heading.iter().map(|text| Block::Heading { level: 1, text: text.clone() }));
        blocks.extend(section.lines.iter().map(Block::text));
    }
    blocks.extend(told.apology.iter().map(Block::text));
    blocks.push(Block::text(&told.closing));
    Document {
        stem: url::announcement_stem(&told.change),
        draft: told.draft,
        title: told.title.clone(),
        meta: told.meta.clone(),
        salutation: Some(told.salutation.clone()),
        blocks,
        signature: told.signature.clone(),
        dated: told.dated.clone(),
        stamp: stamp(&told.source, told.editor.as_deref(), &told.published),
    }
}

/// The document of a written notice.
pub fn of_notice(hall: &Grounds, notice: &Notice) -> Document {
    let raw = &notice.written;
    Document {
        stem: notice.id.clone(),
        draft: hall.is_draft_notice(notice),
        title: fullwidth_punctuation(&raw.title),
        meta: meta(hall, notice),
        salutation: raw.salutation.as_deref().map(fullwidth_punctuation),
        blocks: blocks(&notice.body),
        signature: hall.unit(notice.issuer).name().to_owned(),
        dated: date::long(raw.dated.0),
        stamp: stamp(&source(hall, notice), raw.editor.as_deref(), &date::stamp(notice.published())),
    }
}

/// The parts of a Markdown text. A picture within a paragraph parts it; one in a table is replaced by its words. A line
/// break in a paragraph is one of the document.
fn blocks(markdown: &str) -> Vec<Block> {
    let mut reader = Reader::default();
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    Parser::new_ext(markdown, options).for_each(|event| reader.read(event));
    reader.end_text();
    reader.blocks
}

#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    /// The text being read.
    text: String,
    /// The lists being read, the innermost last: the next number of a numbered one.
    lists: Vec<Option<u64>>,
    /// The mark of the item being read, until its text is there.
    mark: Option<String>,
    heading: Option<u8>,
    rows: Vec<Vec<String>>,
    in_table: bool,
    /// The address of the picture whose words are being read.
    picture: Option<String>,
    /// Addresses of the links being read.
    links: Vec<String>,
    /// How deep in struck-out text: it no longer applies, and a document without lines through words leaves it out.
    struck: usize,
}

impl Reader {
    fn read(&mut self, event: Event<'_>) {
        match event {
            Event::Start(Tag::Strikethrough) => self.struck += 1,
            Event::End(TagEnd::Strikethrough) => self.struck = self.struck.saturating_sub(1),
            Event::Text(_) | Event::Html(_) | Event::InlineHtml(_) | Event::Code(_) if self.struck > 0 => {}
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => {
                self.text.push_str(&fullwidth_punctuation(&text))
            }
            Event::Code(text) => self.text.push_str(&text),
            Event::HardBreak => self.end_text(),
            Event::SoftBreak => self.text.push('\n'),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Heading { level, .. } => {
                self.end_text();
                self.heading = Some(match level {
                    HeadingLevel::H1 | HeadingLevel::H2 => 1,
                    HeadingLevel::H3 => 2,
                    _ => 3,
                });
            }
            Tag::List(first) => {
                self.end_text();
                self.lists.push(first);
            }
            Tag::Item => {
                let mark = match self.lists.last_mut() {
                    Some(Some(number)) => {
                        *number += 1;
                        format!("{}.", *number - 1)
                    }
                    _ => "—".to_owned(),
                };
                self.mark = Some(mark);
            }
            Tag::Table(_) => {
                self.end_text();
                self.rows.clear();
                self.in_table = true;
            }
            Tag::Image { dest_url, .. } if !self.in_table && self.struck == 0 => {
                self.end_text();
                self.picture = Some(dest_url.into_string());
            }
            Tag::TableHead | Tag::TableRow => self.rows.push(Vec::new()),
            Tag::Link { dest_url, .. } => self.links.push(dest_url.into_string()),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::HtmlBlock => self.end_text(),
            TagEnd::Item => {
                self.end_text();
                // An item that is a picture alone has no text to be marked.
                self.mark = None;
            }
            TagEnd::List(_) => drop(self.lists.pop()),
            TagEnd::TableCell => {
                let cell = self.taken();
                self.rows.last_mut().into_iter().for_each(|row| row.push(cell.clone()));
            }
            TagEnd::Table => {
                self.in_table = false;
                self.blocks.push(Block::Table { rows: std::mem::take(&mut self.rows) });
            }
            TagEnd::Image => {
                if let Some(address) = self.picture.take() {
                    let text = self.taken();
                    self.blocks.push(Block::Picture { text, address, shown: None });
                }
            }
            TagEnd::Link => {
                let address = self.links.pop().filter(|to| to.starts_with("http") && !self.text.ends_with(to.as_str()));
                self.text.extend(address.map(|to| format!("（{to}）")));
            }
            _ => {}
        }
    }

    fn taken(&mut self) -> String {
        joined(&std::mem::take(&mut self.text))
    }

    fn end_text(&mut self) {
        let text = self.taken();
        if text.is_empty() {
            return;
        }
        let block = match (self.heading.take(), self.mark.take()) {
            (Some(level), _) => Block::Heading { level, text },
            (None, Some(mark)) => Block::Item { mark, text },
            (None, None) => Block::Text { text },
        };
        self.blocks.push(block);
    }
}

/// Lines of the source joined: between Chinese characters nothing, else a space.
fn joined(text: &str) -> String {
    let mut all = String::new();
    for line in text.split('\n').map(str::trim).filter(|line| !line.is_empty()) {
        let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii());
        if latin(all.chars().last()) && latin(line.chars().next()) {
            all.push(' ');
        }
        all.push_str(line);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::{Block, blocks};

    #[test]
    fn what_is_struck_out_is_left_out() {
        let expected = [Block::text("周六照常办理。"), Block::text("另有**星号**。")];
        assert_eq!(blocks("~~周日、`9:00`和~~周六照常办理。\n\n~~整段作废。~~\n\n另有\\*\\*星号\\*\\*。\n"), expected);
    }

    #[test]
    fn a_picture_parts_its_paragraph_and_is_words_in_a_table() {
        let picture = |text: &str, address: &str| Block::Picture {
            text: text.to_owned(),
            address: address.to_owned(),
            shown: None,
        };
        let text = "前![入口](attachments/a.png)后。\n\n- ![](b.png)\n\n甲。\n\n|图|\n|-|\n|![丙](c.png)|\n\n~~![丁](d.png)~~\n";
        let expected = [
            Block::text("前"),
            picture("入口", "attachments/a.png"),
            Block::text("后。"),
            picture("", "b.png"),
            Block::text("甲。"),
            Block::Table { rows: vec![vec!["图".to_owned()], vec!["丙".to_owned()]] },
        ];
        assert_eq!(blocks(text), expected);
    }

    #[test]
    fn every_kind_of_part_is_kept() {
        let text = "甲，\n乙。\n\n## 一、标题\n\n1. 第一\n2. 第二\n\n- **甲**：乙\n\n[网站](https://a.cn)说。\n\n|甲|乙|\n|-|-|\n|1|2|\n";
        let item = |mark: &str, text: &str| Block::Item { mark: mark.to_owned(), text: text.to_owned() };
        let row = |cells: [&str; 2]| cells.map(str::to_owned).to_vec();
        let expected = [
            Block::text("甲，乙。"),
            Block::Heading { level: 1, text: "一、标题".to_owned() },
            item("1.", "第一"),
            item("2.", "第二"),
            item("—", "甲：乙"),
            Block::text("网站（https://a.cn）说。"),
            Block::Table { rows: vec![row(["甲", "乙"]), row(["1", "2"])] },
        ];
        assert_eq!(blocks(text), expected);
    }
}
