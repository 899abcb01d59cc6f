//! What is read in a page, a drawing or a Word document, line by line, from the markup its template makes.

use crate::text::sought::JOINT;

/// The kind of markup: which elements are pieces of one line.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Markup {
    /// A page.
    Html,
    /// The body of a Word document.
    Word,
    /// SVG, feeds: an element is a line.
    Elements,
}

/// Where in a page a line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum PagePart {
    /// In what the page is about.
    Main,
    /// In its head and foot, which all pages share.
    Frame,
    /// Read aloud, dialled or shown elsewhere: the title, what a picture shows, data for search engines.
    Aside,
}

/// What is read in a document.
#[derive(Debug, Default)]
pub(super) struct ReadPage {
    /// Its title, without that of the site.
    pub(super) title: String,
    /// Its lines in order.
    pub(super) lines: Vec<(PagePart, String)>,
}

/// Elements of a page that are pieces of a line.
const INLINE: [&str; 22] = [
    "a", "abbr", "b", "bdi", "cite", "code", "data", "em", "i", "kbd", "mark", "q", "s", "small", "span", "strong",
    "sub", "sup", "time", "tspan", "u", "wbr",
];
/// Elements of a Word document that end a line.
const WORD_BLOCKS: [&str; 6] = ["w:p", "w:br", "w:cr", "w:tab", "w:tc", "w:tr"];
/// Attributes that are read aloud or shown.
const SPOKEN: [&str; 4] = ["alt", "aria-label", "title", "placeholder"];

impl Markup {
    fn is_inline(self, name: &str) -> bool {
        match self {
            Self::Html => INLINE.contains(&name),
            Self::Word => !WORD_BLOCKS.contains(&name),
            Self::Elements => name == "tspan",
        }
    }

    /// Reads a document.
    pub(super) fn read(self, text: &str) -> ReadPage {
        let has_main = self == Self::Html && text.contains("<main");
        let part = if has_main { PagePart::Frame } else { PagePart::Main };
        let mut reader = MarkupReader { markup: self, part, line: String::new(), page: ReadPage::default() };
        let mut rest = text;
        while let Some(at) = rest.find('<') {
            reader.text(&rest[..at]);
            rest = &rest[at..];
            if let Some(comment) = rest.strip_prefix("<!--") {
                rest = comment.split_once("-->").map_or("", |(_, after)| after);
                continue;
            }
            let end = tag_end(rest);
            let tag = &rest[1..end];
            rest = rest.get(end + 1..).unwrap_or("");
            rest = reader.tag(tag, rest);
        }
        reader.text(rest);
        reader.flush();
        reader.page
    }
}

struct MarkupReader {
    markup: Markup,
    part: PagePart,
    line: String,
    page: ReadPage,
}

impl MarkupReader {
    fn text(&mut self, text: &str) {
        self.line.push_str(&unescaped(text));
    }

    fn flush(&mut self) {
        let line = std::mem::take(&mut self.line);
        self.push(self.part, &line);
    }

    fn push(&mut self, part: PagePart, line: &str) {
        let line = line.trim_matches(|c: char| c.is_whitespace() || c == JOINT);
        if !line.is_empty() {
            self.page.lines.push((part, line.to_owned()));
        }
    }

    /// Takes in a tag; returns what is to be read after it.
    fn tag<'t>(&mut self, tag: &str, rest: &'t str) -> &'t str {
        let is_end = tag.starts_with('/');
        let bare = tag.trim_start_matches('/');
        let name = bare.split(|c: char| c.is_whitespace() || c == '/').next().unwrap_or("");
        if self.markup.is_inline(name) {
            self.line.push(JOINT);
        } else {
            self.flush();
        }
        match (self.markup, name) {
            (Markup::Html, "main") => self.part = if is_end { PagePart::Frame } else { PagePart::Main },
            (Markup::Html, "title") if !is_end => {
                let (title, after) = rest.split_at(rest.find("</").unwrap_or(rest.len()));
                let title = unescaped(title);
                self.push(PagePart::Aside, &title);
                // Drawings in a page have titles, too.
                if self.page.title.is_empty() {
                    self.page.title = title.rsplit_once(" - ").map_or(title.as_str(), |(own, _)| own).trim().to_owned();
                }
                return after;
            }
            (_, "script" | "style") if !is_end && !tag.ends_with('/') => {
                let (inner, after) = rest.split_at(rest.find("</").unwrap_or(rest.len()));
                if tag.contains("application/ld+json") {
                    self.linked(inner);
                }
                return after;
            }
            _ => {}
        }
        if !is_end && self.markup == Markup::Html {
            self.attributes(name, bare);
        }
        rest
    }

    fn attributes(&mut self, name: &str, tag: &str) {
        if !tag.contains('=') {
            return;
        }
        for key in SPOKEN {
            if let Some(value) = attribute(tag, key) {
                self.push(PagePart::Aside, &unescaped(value));
            }
        }
        if name == "meta" && attribute(tag, "name") == Some("description") {
            self.push(PagePart::Aside, &unescaped(attribute(tag, "content").unwrap_or("")));
        }
        if let Some(number) = attribute(tag, "href").filter(|href| href.starts_with("tel:")) {
            self.push(PagePart::Aside, &unescaped(number));
        }
    }

    /// The texts of data for search engines.
    fn linked(&mut self, json: &str) {
        let mut open = vec![serde_json::from_str::<serde_json::Value>(json).unwrap_or_default()];
        while let Some(value) = open.pop() {
            match value {
                serde_json::Value::String(text) => self.push(PagePart::Aside, &text),
                serde_json::Value::Array(items) => open.extend(items.into_iter().rev()),
                serde_json::Value::Object(fields) => open.extend(fields.into_iter().map(|(_, value)| value)),
                _ => {}
            }
        }
    }
}

/// The `>` that ends the tag at the beginning of `text`.
fn tag_end(text: &str) -> usize {
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return at,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            _ => {}
        }
    }
    text.len()
}

/// The value of an attribute in double quotes.
fn attribute<'t>(tag: &'t str, key: &str) -> Option<&'t str> {
    let mut rest = tag;
    while let Some(at) = rest.find(key) {
        let after = &rest[at + key.len()..];
        let begins = rest[..at].ends_with(char::is_whitespace);
        if let (true, Some(value)) = (begins, after.strip_prefix("=\"")) {
            return value.split('"').next();
        }
        rest = after;
    }
    None
}

fn unescaped(text: &str) -> String {
    const ENTITIES: [(&str, &str); 8] = [
        ("&quot;", "\""),
        ("&#x27;", "'"),
        ("&#39;", "'"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&#x2F;", "/"),
        ("&nbsp;", " "),
        ("&amp;", "&"),
    ];
    if !text.contains('&') {
        return text.to_owned();
    }
    ENTITIES.iter().fold(text.to_owned(), |text, (entity, c)| text.replace(entity, c))
}

#[cfg(test)]
mod tests {
    use super::{Markup, PagePart};
    use crate::text::sought::JOINT;

    #[test]
    fn a_page_is_read_with_its_frame_and_what_is_read_aloud() {
        let html = "<html><title>办证 - 大厅</title><meta name=\"description\" content=\"到A1办\">\
            <script type=\"application/ld+json\">{\"telephone\":\"5556111\"}</script><script>var a='不读'</script>\
            <body><a href=\"tel:5556111\">电话</a><main id=\"m\"><p>一&amp;<b>A1</b><span>二</span></p><img alt=\"图\" title=\"\"></main>\
            <p>页脚</p>";
        let page = Markup::Html.read(html);
        assert_eq!(page.title, "办证");
        let told: Vec<(PagePart, String)> =
            page.lines.into_iter().map(|(part, line)| (part, line.replace(JOINT, "|"))).collect();
        let line = |part, text: &str| (part, text.to_owned());
        assert_eq!(
            told,
            [
                line(PagePart::Aside, "办证 - 大厅"),
                line(PagePart::Aside, "到A1办"),
                line(PagePart::Aside, "5556111"),
                line(PagePart::Aside, "tel:5556111"),
                line(PagePart::Frame, "电话"),
                line(PagePart::Main, "一&|A1||二"),
                line(PagePart::Aside, "图"),
                line(PagePart::Frame, "页脚"),
            ]
        );
    }

    #[test]
    fn a_word_document_is_read_by_paragraphs() {
        let word = "<w:body><w:p><w:r><w:t>窗口</w:t></w:r><w:r><w:t xml:space=\"preserve\">A1</w:t></w:r></w:p><w:p><w:r><w:t>二</w:t></w:r></w:p></w:body>";
        let lines = Markup::Word.read(word).lines;
        let texts: Vec<String> = lines.into_iter().map(|(_, line)| line.replace(JOINT, "")).collect();
        assert_eq!(texts, ["窗口A1", "二"]);
    }
}
