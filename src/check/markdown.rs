//! What a notice's Markdown must not contain.

use super::family::{Family, Input};
use crate::diag::{Diagnostic, Place, RuleDoc, Severity};
use crate::model::attachments::{FOLDER, IN_TEXT};
use crate::model::notice_picture::{ARTICLE_MOST, Unshown, notice_picture};
use crate::source::Sources;
use crate::text::raster::RasterFault;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

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

/// A picture is in every carrier that shows pictures.
pub(super) static NOTICE_PICTURE: RuleDoc = RuleDoc {
    id: "notice-picture",
    severity: Severity::Warning,
    title: ["公告里的图片进不了 Word、海报或微信文章", "A picture of a notice cannot be in Word, poster or article"],
    what: [
        "公告正文里的图片是 content/attachments/ 里的 PNG、JPEG 或 GIF 文件，写在表格外面，是正的、完整的，才会随正文进 Word 文档、海报和微信文章；大于 1 MB 的进不了微信文章。纯文本、短信和广播里没有图片，要紧的内容在正文里也写上。",
        "A picture of a notice is a PNG, JPEG or GIF file in content/attachments/, outside of tables, whole and upright: so it goes into the Word document, the poster and the article (there only up to 1 MB). Plain text, message and loudspeaker have no pictures.",
    ],
    why: [
        "只看 Word、海报或微信的人看不到图里的内容。",
        "Who reads the Word document, the poster or the article does not see what is in the picture.",
    ],
    clause: "",
    example: "![平面图](attachments/map.svg)",
    fix: [
        "按提示另存图片、移到表格外面，或发微信时在公众号编辑器里插入。",
        "Save the picture as told, move it out of the table, or put it in with WeChat's editor.",
    ],
};

pub(super) static FAMILY: Family = Family { rules: &[&RAW_HTML, &UNSAFE_LINK, &NOTICE_PICTURE], check };

/// Checks the body of every notice.
fn check(&Input { hall, sources, .. }: &Input<'_>, out: &mut Vec<Diagnostic>) {
    for notice in &hall.notices {
        let mut in_table = false;
        for (event, range) in Parser::new_ext(&notice.body, Options::ENABLE_TABLES).into_offset_iter() {
            match event {
                Event::Start(Tag::Table(_)) => in_table = true,
                Event::End(TagEnd::Table) => in_table = false,
                _ => {}
            }
            let text = &notice.body[range.clone()];
            let start = notice.body_range.start + range.start;
            let place = Place::bytes(notice.origin.file.clone(), start..start + text.trim_end().len());
            if let Event::Start(Tag::Image { dest_url, .. }) = &event
                && notice.is_public()
                && is_link(dest_url)
            {
                out.extend(unshown(sources, dest_url, in_table, &place));
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

/// What keeps a picture out of a carrier that shows pictures. A file that is missing is told elsewhere.
fn unshown(sources: &Sources, address: &str, in_table: bool, place: &Place) -> Option<Diagnostic> {
    match notice_picture(sources, address) {
        Err(Unshown::Missing) => None,
        Err(Unshown::Elsewhere) => {
            let [zh, en] = [
                format!("图片“{address}”不是 {FOLDER} 里的文件"),
                format!("the picture \"{address}\" is no file of {FOLDER}"),
            ];
            Some(on_the_page_alone(place, [&zh, &en]).fix(
                format!("把图片文件放进 {FOLDER}，这里写 {IN_TEXT}文件名。"),
                format!("Put the picture into {FOLDER} and write {IN_TEXT} and its name here."),
            ))
        }
        Err(Unshown::Unfit(fault)) => Some(unfit(fault, address, place)),
        Err(Unshown::TooManyPixels) => {
            let [zh, en] =
                [format!("图片“{address}”的像素太多"), format!("the picture \"{address}\" has too many pixels")];
            Some(
                on_the_page_alone(place, [&zh, &en]).expected("不多于 6400 万像素", "at most 64 million pixels").fix(
                    "用看图软件缩小（宽 1080 像素就够清楚）后另存。",
                    "Save it smaller (1080 pixels wide will do).",
                ),
            )
        }
        Ok(_) if in_table => Some(
            Diagnostic::new(
                &NOTICE_PICTURE,
                place.clone(),
                "表格里的图片，在 Word 文档、海报和微信文章里只有说明文字",
                "a picture in a table is its words alone in Word, poster and article",
            )
            .fix("把图片移到表格外面，单独一行。", "Move the picture out of the table, to a line of its own."),
        ),
        Ok(picture) => too_large(picture.bytes.len(), address, place),
    }
}

/// A picture that only the web page shows, and why.
fn on_the_page_alone(place: &Place, [zh, en]: [&str; 2]) -> Diagnostic {
    let (zh, en) = (format!("{zh}，Word 文档、海报和微信文章里没有它"), format!("{en}: it is on the web page alone"));
    Diagnostic::new(&NOTICE_PICTURE, place.clone(), zh, en)
}

fn unfit(fault: RasterFault, address: &str, place: &Place) -> Diagnostic {
    let ([zh, en], fix) = match fault {
        RasterFault::OtherKind => (
            ["不是 PNG、JPEG 或 GIF 图片", "is no PNG, JPEG or GIF"],
            [
                "用看图或画图软件打开，另存为 PNG 或 JPEG，放进 content/attachments/，这里改成新的文件名。",
                "Save it as PNG or JPEG in content/attachments/ and name that file here.",
            ],
        ),
        RasterFault::Damaged => (
            ["损坏了，或者没有存完整", "is damaged or not whole"],
            ["重新复制一份原图，或用画图软件打开，另存为 PNG。", "Copy the original again, or save it as PNG."],
        ),
        RasterFault::Inks => (
            ["是印刷用的 CMYK 图片", "is in the inks of print (CMYK)"],
            ["用画图软件打开，另存为 PNG。", "Save it as PNG."],
        ),
        RasterFault::Turned => (
            [
                "是竖着或倒着拍的照片，只有网页会把它转正",
                "is a photo taken on its side, which only browsers turn upright",
            ],
            ["用画图软件打开，另存为 PNG 或 JPEG，看一看是不是正的。", "Save it upright, as PNG or JPEG."],
        ),
    };
    on_the_page_alone(place, [&format!("“{address}”{zh}"), &format!("\"{address}\" {en}")]).fix(fix[0], fix[1])
}

fn too_large(bytes: usize, address: &str, place: &Place) -> Option<Diagnostic> {
    // Rounded up: one that is too large by a little is not said to have 1.0 MB.
    let tenths = (bytes * 10).div_ceil(ARTICLE_MOST);
    let size = format!("{}.{} MB", tenths / 10, tenths % 10);
    let (zh, en) = (
        format!("图片“{address}”有 {size}，不能随正文粘贴到微信文章里"),
        format!("the picture \"{address}\" of {size} is too large for an article"),
    );
    let finding = Diagnostic::new(&NOTICE_PICTURE, place.clone(), zh, en).expected("不大于 1 MB", "at most 1 MB").fix(
        "用看图软件缩小（宽 1080 像素就够清楚）后另存；或者不改，发微信时在公众号编辑器里插入这张图片。",
        "Save it smaller (1080 pixels wide will do), or put it in with WeChat's editor.",
    );
    (bytes > ARTICLE_MOST).then_some(finding)
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
