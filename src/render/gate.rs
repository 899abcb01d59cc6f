//! The gate every SVG passes before it is drawn: what the drawing library would leave out silently is an error here.

use std::collections::BTreeMap;
use std::fmt;
use std::io::Cursor;
use std::sync::{Arc, Mutex, PoisonError};

use resvg::usvg::{self, FontFamily, Group, ImageHrefResolver, ImageKind, Node, Tree, fontdb, roxmltree};

use crate::diag::LocalizedText;
use crate::text::Fonts;
use crate::text::font::is_invisible;
use crate::text::raster::RasterKind;

/// Why an SVG cannot be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DrawError {
    /// Not a usable SVG document; the reader's message, in English.
    Broken(String),
    /// A character that the family set for it lacks.
    MissingGlyph {
        /// The text that contains it.
        text: String,
        /// The character.
        character: char,
        /// A family of the program that has it; the text must then be split into runs.
        elsewhere: Option<String>,
    },
    /// A `font-family` that is not among the program's fonts: its text would vanish.
    UnknownFamily(String),
    /// A text of the source that is not in the picture (no size, a bad attribute).
    LostText(String),
    /// A picture that is not a PNG, JPEG or GIF in a `data:` address; its address, shortened.
    ForeignImage(String),
    /// More than [`MAX_PIXELS`](super::picture::MAX_PIXELS).
    TooLarge {
        /// Pixels.
        width: u32,
        /// Pixels.
        height: u32,
    },
    /// A page size or other measure that is not a positive number.
    BadSize,
    /// A part of a Word document that is not well-formed XML.
    Document {
        /// Its name in the file.
        part: String,
        /// The reader's message, in English.
        cause: String,
    },
    /// The file could not be written as PNG, PDF/A or Word; the writer's message, in English.
    Encode(String),
}

impl DrawError {
    /// The message for people.
    pub fn message(&self) -> LocalizedText {
        match self {
            DrawError::Broken(why) => LocalizedText::new(
                format!("模板画出的图不是有效的 SVG：{why}"),
                format!("the template's SVG cannot be read: {why}"),
            ),
            DrawError::MissingGlyph { text, character, elsewhere: None } => LocalizedText::new(
                format!("字库里没有“{character}”（U+{:04X}），“{text}”画不出来", u32::from(*character)),
                format!("no font has \"{character}\" (U+{:04X}) in \"{text}\"", u32::from(*character)),
            ),
            DrawError::MissingGlyph { text, character, elsewhere: Some(family) } => LocalizedText::new(
                format!("“{text}”里的“{character}”要用字体 {family}，模板没有把它单独排"),
                format!("\"{character}\" in \"{text}\" needs the family {family}; the template does not set it apart"),
            ),
            DrawError::UnknownFamily(family) => LocalizedText::new(
                format!("模板用了没有的字体“{family}”"),
                format!("the template names the unknown font family \"{family}\""),
            ),
            DrawError::LostText(text) => LocalizedText::new(
                format!("文字“{text}”没有画出来（字号为零或属性写错）"),
                format!("the text \"{text}\" is not drawn (size zero or a bad attribute)"),
            ),
            DrawError::Document { part, cause } => LocalizedText::new(
                format!("Word 文档的 {part} 不是有效的 XML：{cause}"),
                format!("the part {part} of the Word document cannot be read: {cause}"),
            ),
            DrawError::ForeignImage(href) => LocalizedText::new(
                format!("图中引用了外部图片“{href}”，只能用内嵌的 PNG、JPEG 或 GIF"),
                format!("the picture \"{href}\" is not an embedded PNG, JPEG or GIF"),
            ),
            DrawError::TooLarge { width, height } => LocalizedText::new(
                format!("图片 {width}×{height} 像素太大，超过 6400 万像素"),
                format!("{width} by {height} pixels is more than 64 million"),
            ),
            DrawError::BadSize => {
                LocalizedText::new("页面或图片的尺寸不是正数", "a page or picture size is not a positive number")
            }
            DrawError::Encode(why) => {
                LocalizedText::new(format!("图片或 PDF 写不出来：{why}"), format!("the file cannot be written: {why}"))
            }
        }
    }
}

impl fmt::Display for DrawError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message().en)
    }
}

impl std::error::Error for DrawError {}

/// Reads `svg` with `fonts` and proves that all of it can be drawn: every family and glyph is there, no text is lost, no
/// picture comes from outside.
///
/// # Errors
/// The first [`DrawError`] found; for one input always the same.
pub fn tree(svg: &str, fonts: &Fonts) -> Result<Tree, DrawError> {
    // No DTD: templates need none, and entities are a way to blow up a small file.
    let xml = roxmltree::Document::parse(svg).map_err(|e| DrawError::Broken(e.to_string()))?;
    let found = FirstError::default();
    let options = usvg::Options {
        font_family: fonts.first_family().to_owned(),
        image_href_resolver: only_embedded(&found),
        font_resolver: only_known_fonts(fonts, &found),
        fontdb: Arc::clone(fonts.db()),
        ..usvg::Options::default()
    };
    let tree = Tree::from_xmltree(&xml, &options).map_err(|e| DrawError::Broken(e.to_string()))?;
    drop(options);
    if let Some(error) = found.first() {
        return Err(error);
    }
    let mut drawn = BTreeMap::new();
    walk(tree.root(), fonts, &mut drawn)?;
    match lost_text(&xml, drawn) {
        Some(text) => Err(DrawError::LostText(text)),
        None => Ok(tree),
    }
}

/// The first error in the library's callbacks, which cannot return one.
#[derive(Default)]
struct FirstError(Mutex<Option<DrawError>>);

impl FirstError {
    fn note(&self, error: DrawError) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert(error);
    }

    fn first(self) -> Option<DrawError> {
        self.0.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

fn only_embedded(found: &FirstError) -> ImageHrefResolver<'_> {
    ImageHrefResolver {
        resolve_data: Box::new(|mime, data, _| {
            match RasterKind::of(&data).filter(|kind| kind.mime() == mime) {
                Some(RasterKind::Png) if png::Decoder::new(Cursor::new(data.as_slice())).read_info().is_ok() => {
                    return Some(ImageKind::PNG(data));
                }
                Some(RasterKind::Jpeg) => return Some(ImageKind::JPEG(data)),
                Some(RasterKind::Gif) => return Some(ImageKind::GIF(data)),
                _ => {}
            }
            found.note(DrawError::ForeignImage(format!("data:{mime}")));
            None
        }),
        resolve_string: Box::new(|href, _| {
            found.note(DrawError::ForeignImage(href.chars().take(60).collect()));
            None
        }),
    }
}

/// Families by exact name; no fallback for a missing character, since the library's own repair ruins joined scripts.
fn only_known_fonts<'a>(fonts: &'a Fonts, found: &'a FirstError) -> usvg::FontResolver<'a> {
    usvg::FontResolver {
        select_font: Box::new(|font, db| {
            let families: Vec<fontdb::Family<'_>> = font.families().iter().map(family).collect();
            for family in &families {
                if let fontdb::Family::Name(name) = family
                    && !fonts.has_family(name)
                {
                    found.note(DrawError::UnknownFamily((*name).to_owned()));
                }
            }
            db.query(&fontdb::Query {
                families: &families,
                weight: fontdb::Weight(font.weight()),
                ..fontdb::Query::default()
            })
        }),
        select_fallback: Box::new(|_, _, _| None),
    }
}

fn family(family: &FontFamily) -> fontdb::Family<'_> {
    match family {
        FontFamily::Named(name) => fontdb::Family::Name(name),
        FontFamily::Serif => fontdb::Family::Serif,
        FontFamily::Monospace => fontdb::Family::Monospace,
        FontFamily::Cursive => fontdb::Family::Cursive,
        FontFamily::Fantasy => fontdb::Family::Fantasy,
        FontFamily::SansSerif => fontdb::Family::SansSerif,
    }
}

/// Counts the texts drawn under `group` and stops at the first missing glyph.
fn walk(group: &Group, fonts: &Fonts, drawn: &mut BTreeMap<String, usize>) -> Result<(), DrawError> {
    for node in group.children() {
        match node {
            Node::Group(inner) => walk(inner, fonts, drawn)?,
            Node::Text(text) => {
                let whole: String = text.chunks().iter().map(usvg::TextChunk::text).collect();
                for glyph in text.layouted().iter().flat_map(|span| &span.positioned_glyphs) {
                    let character = glyph.text.chars().find(|&c| !is_invisible(c));
                    if let Some(character) = character.filter(|_| glyph.id.0 == 0) {
                        let elsewhere = fonts.family_of(character).map(str::to_owned);
                        return Err(DrawError::MissingGlyph { text: whole, character, elsewhere });
                    }
                }
                *drawn.entry(bare(&whole)).or_default() += 1;
            }
            Node::Path(_) | Node::Image(_) => {}
        }
        let mut inner = Ok(());
        node.subroots(|root| {
            if inner.is_ok() {
                inner = walk(root, fonts, drawn);
            }
        });
        inner?;
    }
    Ok(())
}

/// The first text of the source that does not appear in `drawn` as often as in the source.
fn lost_text(xml: &roxmltree::Document<'_>, mut drawn: BTreeMap<String, usize>) -> Option<String> {
    let texts = xml.descendants().filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "text")));
    for node in texts.filter(|node| node.ancestors().all(shows)) {
        let of_title = |n: roxmltree::Node<'_, '_>| matches!(n.tag_name().name(), "title" | "desc");
        let whole: String = node
            .descendants()
            .filter(|n| n.is_text() && !n.ancestors().any(of_title))
            .filter_map(|n| n.text())
            .collect();
        let key = bare(&whole);
        if key.is_empty() {
            continue;
        }
        match drawn.get_mut(&key).filter(|left| **left > 0) {
            Some(left) => *left -= 1,
            None => return Some(whole.trim().to_owned()),
        }
    }
    None
}

/// Whether the content of `node` is meant to be seen at its place in the document.
fn shows(node: roxmltree::Node<'_, '_>) -> bool {
    const STORES: [&str; 8] = ["defs", "symbol", "clipPath", "mask", "pattern", "marker", "switch", "filter"];
    let hidden = node.attribute("display") == Some("none")
        || node.attribute("style").is_some_and(|style| style.replace(' ', "").contains("display:none"));
    !hidden && !STORES.contains(&node.tag_name().name())
}

/// A text without what layout may change: white space and invisible characters.
fn bare(text: &str) -> String {
    text.chars().filter(|&c| !c.is_whitespace() && !is_invisible(c)).collect()
}
