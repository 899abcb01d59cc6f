//! What a notice's Markdown must not contain.

use super::family::{Family, Input};
use crate::diag::{Diagnostic, Place, RuleDoc, Severity};
use pulldown_cmark::{Event, Parser, Tag};

/// Raw HTML never reaches a page.
pub(super) static RAW_HTML: RuleDoc = RuleDoc {
    id: "raw-html",
    severity: Severity::Broken,
    title: ["正文里不能写 HTML", "No raw HTML in texts"],
    what: ["公告正文只用 Markdown，不写 HTML 标签。", "Notices are Markdown without HTML tags."],
    why: [
        "标签会破坏版面、无障碍和打印，也可能带入脚本。",
        "Tags break layout, accessibility and print, and can carry scripts.",
    ],
    clause: "",
    example: "<font color=red>重要</font>",
    fix: ["删去标签；强调用 **文字**。", "Delete the tag; emphasise with **text**."],
};

/// Links lead to pages, mail, phone or paths of the site, never to scripts or nowhere.
pub(super) static UNSAFE_LINK: RuleDoc = RuleDoc {
    id: "unsafe-link",
    severity: Severity::Broken,
    title: ["链接地址不安全或打不开", "Unsafe or broken link"],
    what: [
        "公告里的链接只能是 https://、http://、mailto:、tel: 开头的地址，或站内相对地址；网址和网办地址以 https:// 或 http:// 开头。",
        "Links of notices begin with https://, http://, mailto: or tel:, or are paths of the site; the addresses of the site and of online services begin with https:// or http://.",
    ],
    why: [
        "javascript: 等地址会在群众的浏览器里执行代码；漏写 https:// 的网址会被当成本站的页面，打不开。",
        "javascript: and the like run code in the reader's browser; without https:// an address means a page of this site.",
    ],
    clause: "",
    example: "[点这里](javascript:alert(1))",
    fix: ["改成完整的网页地址，如 https://www.example.gov.cn/。", "Use the whole address of a page."],
};

/// A picture is on the web page and nowhere else.
pub(super) static NOTICE_PICTURE: RuleDoc = RuleDoc {
    id: "notice-picture",
    severity: Severity::Warning,
    title: ["公告里的图片只在网页上", "A picture of a notice is on its page alone"],
    what: [
        "公告正文里有图片时给出提醒：图片只出现在网页上，Word、纯文本、微信文章、短信和广播里只有图片的说明文字。表格不受影响。",
        "A picture in a notice is on its web page; Word, plain text, article, message and loudspeaker have its words alone. Tables are everywhere.",
    ],
    why: [
        "只看 Word 或微信的人看不到图里的内容。",
        "Who reads the Word document or the article does not see what is in the picture.",
    ],
    clause: "",
    example: "![停车场入口](attachments/parking.png)",
    fix: [
        "图里要紧的内容在正文里也写上；发微信时在公众号的编辑器里把图片插进去，Word 里用“插入图片”。",
        "Say in words, too, what matters in it; put the picture into the article in WeChat's editor, and into Word by hand.",
    ],
};

pub(super) static FAMILY: Family = Family { rules: &[&RAW_HTML, &UNSAFE_LINK, &NOTICE_PICTURE], check };

/// Checks the body of every notice.
fn check(&Input { hall, .. }: &Input<'_>, out: &mut Vec<Diagnostic>) {
    for notice in &hall.notices {
        for (event, range) in Parser::new(&notice.body).into_offset_iter() {
            let text = &notice.body[range.clone()];
            let start = notice.body_range.start + range.start;
            let place = Place::bytes(notice.origin.file.clone(), start..start + text.trim_end().len());
            if matches!(event, Event::Start(Tag::Image { .. })) && notice.is_public() {
                let (zh, en) = ("这张图片只在网页上，Word、微信文章等没有", "this picture is on the web page alone");
                let finding = Diagnostic::new(&NOTICE_PICTURE, place.clone(), zh, en);
                out.push(finding.fix(NOTICE_PICTURE.fix[0], NOTICE_PICTURE.fix[1]));
            }
            match event {
                Event::Html(_) | Event::InlineHtml(_) => out.push(
                    Diagnostic::new(
                        &RAW_HTML,
                        place,
                        format!("正文里有 HTML：{}", text.trim()),
                        format!("raw HTML: {}", text.trim()),
                    )
                    .fix(RAW_HTML.fix[0], RAW_HTML.fix[1]),
                ),
                Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) if !is_link(&dest_url) => {
                    // Blame the address alone where it occurs in the text as written.
                    let place = match text.find(dest_url.as_ref()) {
                        Some(at) => Place::bytes(notice.origin.file.clone(), start + at..start + at + dest_url.len()),
                        None => place,
                    };
                    out.push(
                        Diagnostic::new(
                            &UNSAFE_LINK,
                            place,
                            format!("链接“{dest_url}”不安全或打不开"),
                            format!("the link \"{dest_url}\" is unsafe or leads nowhere"),
                        )
                        .expected(
                            "https://、http://、mailto:、tel: 开头的地址，或站内相对地址",
                            "an address beginning with https://, http://, mailto:, tel:, or a path of the site",
                        )
                        .fix(UNSAFE_LINK.fix[0], UNSAFE_LINK.fix[1]),
                    );
                }
                _ => {}
            }
        }
    }
}

/// Whether a link may be published: the address of a page, `mailto:` or `tel:` with something behind it, or a path of
/// the site.
fn is_link(url: &str) -> bool {
    is_page(url) || ["mailto:", "tel:"].iter().any(|scheme| after(url, scheme).is_some()) || is_path(url)
}

/// Whether `url` is the address of a page: `https://` or `http://` and the name of a server.
pub(super) fn is_page(url: &str) -> bool {
    ["https://", "http://"].iter().any(|scheme| after(url, scheme).is_some_and(|rest| !rest.starts_with('/')))
}

/// What follows `scheme`, which may be in upper or lower case; `None` for nothing or blanks.
fn after<'a>(url: &'a str, scheme: &str) -> Option<&'a str> {
    let (head, rest) = url.split_at_checked(scheme.len())?;
    (head.eq_ignore_ascii_case(scheme) && !rest.is_empty() && !rest.contains(is_blank)).then_some(rest)
}

/// Whether `url` is a path of the site: no scheme, no other server, and not a server's name without its scheme.
fn is_path(url: &str) -> bool {
    let head = url.split(['/', '?', '#']).next().unwrap_or_default();
    let elsewhere = url.starts_with("//") || url.contains('\\') || head.to_ascii_lowercase().starts_with("www.");
    // Browsers drop control characters and blanks when they look for a scheme.
    !url.is_empty() && !head.contains(':') && !elsewhere && !url.contains(is_blank)
}

fn is_blank(c: char) -> bool {
    c.is_control() || c.is_whitespace()
}

#[cfg(test)]
mod tests {
    use super::{is_link, is_page};

    #[test]
    fn an_address_is_a_page_mail_phone_or_path() {
        let paths = ["../matters/x.html#a:b", "#top", "/a-z.html", "?q=1", "attachments/表.pdf"];
        let pages = ["https://www.example.gov.cn/a:b", "HTTP://example.gov.cn"];
        for good in pages.iter().chain(&paths).chain(&["tel:7660000", "mailto:a@example.gov.cn"]) {
            assert!(is_link(good), "{good}");
            assert_eq!(is_page(good), pages.contains(good), "{good}");
        }
        let scripts = ["javascript:alert(1)", "JaVa\tScript:alert(1)", "java script:x", "data:text/html,x"];
        let broken = ["", "https:", "https://", "https:///x", "http:x", "tel:", "//example.com", "\\\\example.com"];
        for bad in scripts.iter().chain(&broken).chain(&["www.example.gov.cn", "https://a b", "WWW.a.cn/x"]) {
            assert!(!is_link(bad), "{bad}");
        }
    }
}
