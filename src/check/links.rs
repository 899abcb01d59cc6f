//! Addresses that have a field of their own.

use super::family::{Family, Input};
use super::markdown::{UNSAFE_LINK, is_page};
use crate::diag::{Diagnostic, Place};
use crate::source::rules::BAD_VALUE;

pub(super) static FAMILY: Family = Family { rules: &[], check };

/// Checks the site's address and those of online services.
fn check(&Input { hall, .. }: &Input<'_>, out: &mut Vec<Diagnostic>) {
    let place = hall.site_origin.key("网址");
    match hall.site.url.as_deref() {
        Some(url) if !is_page(url) => out.push(no_page(url, place, true)),
        // Paths are appended to it unchanged, on boards that are printed and posted.
        Some(url) if !url.ends_with('/') => out.push(
            Diagnostic::new(
                &BAD_VALUE,
                place,
                format!("网址“{url}”没有以 / 结尾，二维码会打不开"),
                format!("the address \"{url}\" does not end in /: QR codes would lead nowhere"),
            )
            .expected(format!("{url}/"), format!("{url}/"))
            .fix("在末尾加上 /。", "Add / at the end."),
        ),
        _ => {}
    }
    for matter in &hall.matters {
        let url = matter.written.online_url.as_deref().filter(|url| !is_page(url));
        out.extend(url.map(|url| no_page(url, matter.origin.key("网办地址"), false)));
    }
}

/// The finding about an address that is none of a page; `is_root` is whether paths are appended to it.
fn no_page(url: &str, place: Place, is_root: bool) -> Diagnostic {
    let problem = Diagnostic::new(
        &UNSAFE_LINK,
        place,
        format!("“{url}”不是网页地址"),
        format!("\"{url}\" is not the address of a page"),
    );
    match whole(url, is_root) {
        Some(whole) => problem
            .expected(&whole, &whole)
            .fix(format!("改为“{whole}”；网站还没有 https 的，写 http。"), format!("Write \"{whole}\", or http.")),
        None => problem
            .expected("https:// 或 http:// 开头的网页地址", "an address beginning with https:// or http://")
            .fix(UNSAFE_LINK.fix[0], UNSAFE_LINK.fix[1]),
    }
}

/// The whole address of a page where only the name of its server, with or without a path, is written.
fn whole(url: &str, is_root: bool) -> Option<String> {
    let bare = url.trim();
    let server = bare.split('/').next()?;
    let is_server = server.split('.').count() > 1 && server.split('.').all(|part| !part.is_empty());
    let is_plain = server.chars().all(|ch| ch.is_ascii_alphanumeric() || matches!(ch, '.' | '-'));
    let slash = if is_root && !bare.ends_with('/') { "/" } else { "" };
    let whole = format!("https://{bare}{slash}");
    (is_server && is_plain && is_page(&whole)).then_some(whole)
}
