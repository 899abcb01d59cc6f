//! Markdown of notices to HTML that is safe to place on a page.

use super::assets::Downloads;
use crate::model::attachments::IN_TEXT;
use crate::plan::words::punctuation::fullwidth_punctuation;
use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

/// The body of a notice. Raw HTML is shown as text; headings begin at the second level; tables may scroll sideways;
/// half-width punctuation between Chinese characters is made full-width. Attachments lead to where they are published,
/// from a page whose way to the site's root is `root`.
pub(super) fn body(markdown: &str, files: &Downloads, root: &str) -> String {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let events = Parser::new_ext(markdown, options).map(|event| match event {
        Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
        Event::Text(text) => Event::Text(CowStr::from(fullwidth_punctuation(&text))),
        Event::Start(Tag::Heading { level, id, classes, attrs }) => {
            Event::Start(Tag::Heading { level: lower(level), id, classes, attrs })
        }
        Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(lower(level))),
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            Event::Start(Tag::Link { link_type, dest_url: address(dest_url, files, root), title, id })
        }
        Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
            Event::Start(Tag::Image { link_type, dest_url: address(dest_url, files, root), title, id })
        }
        other => other,
    });
    let mut text = String::new();
    html::push_html(&mut text, events);
    // Wide tables scroll on their own, named and reachable by keyboard.
    text.replace("<table>", "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"表格\"><table>")
        .replace("</table>", "</table></div>")
}

/// Where an address of the text leads on the page.
fn address<'a>(written: CowStr<'a>, files: &Downloads, root: &str) -> CowStr<'a> {
    match written.strip_prefix(IN_TEXT).and_then(|name| files.get(name)) {
        Some(file) => CowStr::from(format!("{root}{}", file.href)),
        None => harmless(written),
    }
}

/// An address that only leads somewhere: web, mail, phone or a path of the site; anything else becomes the page itself.
fn harmless(address: CowStr<'_>) -> CowStr<'_> {
    let scheme = address.split_once(':').map(|(scheme, _)| scheme);
    let plain = scheme.is_none_or(|s| s.contains(['/', '#', '?']));
    let known = scheme.is_some_and(|s| ["http", "https", "mailto", "tel"].iter().any(|k| s.eq_ignore_ascii_case(k)));
    if plain || known { address } else { CowStr::from("#") }
}

fn lower(level: HeadingLevel) -> HeadingLevel {
    match level {
        HeadingLevel::H1 | HeadingLevel::H2 => HeadingLevel::H2,
        HeadingLevel::H3 => HeadingLevel::H3,
        _ => HeadingLevel::H4,
    }
}

#[cfg(test)]
mod tests {
    use super::Downloads;

    fn body(markdown: &str) -> String {
        super::body(markdown, &Downloads::new(), "")
    }

    #[test]
    fn raw_html_is_text() {
        assert_eq!(body("甲<script>x</script>"), "<p>甲&lt;script&gt;x&lt;/script&gt;</p>\n");
        assert_eq!(body("# 题"), "<h2>题</h2>\n");
    }

    #[test]
    fn a_link_with_a_script_address_is_dropped() {
        assert!(!body("[a](javascript:alert(1))").contains("javascript:"));
    }
}
