//! Addresses that have a field of their own.

use super::family::{Family, Input};
use super::markdown::{UNSAFE_LINK, is_page};
use crate::diag::{Diagnostic, Place};
use crate::source::rules::BAD_VALUE;

pub(super) static FAMILY: Family = Family { rules: &[], check };

/// Checks the site's address and those of online services.
fn check(&Input { hall, .. }: &Input<'_>, out: &mut Vec<Diagnostic>) {
    address(hall.site.url.as_ref(), hall.site_origin.key("网址"), out);
    if let Some(url) = hall.site.url.as_ref().filter(|url| !url.ends_with('/')) {
        // Paths are appended to it unchanged, on boards that are printed and posted.
        out.push(
            Diagnostic::new(
                &BAD_VALUE,
                hall.site_origin.key("网址"),
                format!("网址“{url}”没有以 / 结尾，二维码会打不开"),
                format!("the address \"{url}\" does not end in /: QR codes would lead nowhere"),
            )
            .expected(format!("{url}/"), format!("{url}/"))
            .fix("在末尾加上 /。", "Add / at the end."),
        );
    }
    for matter in &hall.matters {
        address(matter.written.online_url.as_ref(), matter.origin.key("网办地址"), out);
    }
}

fn address(url: Option<&String>, place: Place, out: &mut Vec<Diagnostic>) {
    let Some(url) = url.filter(|url| !is_page(url)) else { return };
    out.push(
        Diagnostic::new(
            &UNSAFE_LINK,
            place,
            format!("“{url}”不是网页地址"),
            format!("\"{url}\" is not the address of a page"),
        )
        .expected("https:// 或 http:// 开头的网页地址", "an address beginning with https:// or http://")
        .fix(UNSAFE_LINK.fix[0], UNSAFE_LINK.fix[1]),
    );
}
