//! What a notice's Markdown must not contain.

use crate::diag::{Diagnostic, Place, RuleDoc, Severity};
use crate::model::Hall;
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

/// Links lead to pages, mail or phone, never to scripts.
pub(super) static UNSAFE_LINK: RuleDoc = RuleDoc {
    id: "unsafe-link",
    severity: Severity::Broken,
    title: ["链接地址不安全", "Unsafe link"],
    what: ["链接只能是 https、http、mailto、tel 或站内相对地址。", "Links are https, http, mailto, tel or relative."],
    why: [
        "javascript: 等地址会在群众的浏览器里执行代码。",
        "javascript: and the like run code in the reader's browser.",
    ],
    clause: "",
    example: "[点这里](javascript:alert(1))",
    fix: ["改成网页地址。", "Use the address of a page."],
};

/// Checks the body of every notice.
pub(super) fn check(hall: &Hall, out: &mut Vec<Diagnostic>) {
    for notice in &hall.notices {
        for (event, range) in Parser::new(&notice.body).into_offset_iter() {
            let text = &notice.body[range.clone()];
            let start = notice.body_range.start + range.start;
            let place = Place::bytes(notice.origin.file.clone(), start..start + text.trim_end().len());
            match event {
                Event::Html(_) | Event::InlineHtml(_) => out.push(
                    Diagnostic::new(
                        &RAW_HTML,
                        place,
                        format!("正文里有 HTML:{}", text.trim()),
                        format!("raw HTML: {}", text.trim()),
                    )
                    .fix(RAW_HTML.fix[0], RAW_HTML.fix[1]),
                ),
                Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) if !is_safe(&dest_url) => {
                    // Blame the address alone where it stands as written.
                    let place = match text.find(dest_url.as_ref()) {
                        Some(at) => Place::bytes(notice.origin.file.clone(), start + at..start + at + dest_url.len()),
                        None => place,
                    };
                    out.push(
                        Diagnostic::new(
                            &UNSAFE_LINK,
                            place,
                            format!("链接“{dest_url}”不安全"),
                            format!("the link \"{dest_url}\" is unsafe"),
                        )
                        .expected(
                            "https:、http:、mailto:、tel: 或相对地址",
                            "https:, http:, mailto:, tel: or a relative address",
                        )
                        .fix(UNSAFE_LINK.fix[0], UNSAFE_LINK.fix[1]),
                    );
                }
                _ => {}
            }
        }
    }
}

/// Whether a link may be published: a known scheme or none at all.
pub(super) fn is_safe(url: &str) -> bool {
    // Browsers drop control characters and blanks when they look for a scheme; so does this test.
    let plain: String = url.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect();
    let head = plain.split(['/', '?', '#']).next().unwrap_or_default();
    match head.split_once(':') {
        None => true,
        Some((scheme, _)) => ["https", "http", "mailto", "tel"].contains(&scheme.to_ascii_lowercase().as_str()),
    }
}

#[cfg(test)]
mod tests {
    use super::is_safe;

    #[test]
    fn schemes() {
        assert!(is_safe("https://www.example.gov.cn/a:b"));
        assert!(is_safe("../matters/x.html#a:b"));
        assert!(is_safe("tel:7660000"));
        assert!(!is_safe("javascript:alert(1)"));
        assert!(!is_safe("JaVa\tScript:alert(1)"));
        assert!(!is_safe("data:text/html,x"));
    }
}
