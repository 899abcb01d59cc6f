//! The frame of pages in other languages.

use super::translator::{Translated, TranslatedLink, Translator};
use crate::content::Writing;
use crate::content::language::RawWords;
use crate::model::language::Language;
use crate::plan::layout::theme::DesignTokens;
use crate::plan::url;
use crate::plan::website::assets::Assets;
use crate::plan::website::frame::Frame;
use crate::plan::website::parts::Twin;
use crate::plan::website::site::Site;
use serde::Serialize;
use std::collections::BTreeMap;

/// What every page in another language has.
#[derive(Clone, Debug, Serialize)]
pub(super) struct TranslatedFrame {
    /// Way back to the site's root.
    pub root: String,
    /// The page's path.
    pub path: String,
    /// The page's full address, where the site has one.
    pub canonical: Option<String>,
    /// The language's code.
    pub code: String,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    /// Whether lines run from top to bottom.
    pub vertical: bool,
    /// Colours.
    pub theme: DesignTokens,
    /// The page's title.
    pub title: Translated,
    /// The hall's name.
    pub site: Translated,
    /// The hall's name in Chinese, where `site` is not.
    pub site_zh: Option<String>,
    /// Words of the interface by key.
    pub words: BTreeMap<&'static str, Translated>,
    /// Words for the state of the moment, JSON; `None` while some are missing.
    pub state_words: Option<String>,
    /// Navigation.
    pub nav: Vec<TranslatedLink>,
    /// Breadcrumb, without the home page's own.
    pub crumbs: Vec<TranslatedLink>,
    /// The same page in the other languages, Chinese first.
    pub twins: Vec<Twin>,
    /// Styles and scripts.
    pub assets: Assets,
    /// Enquiries.
    pub hotline: String,
    /// Complaints.
    pub complaint: String,
    /// Who runs the hall.
    pub organ: Translated,
    /// Where the hall is.
    pub address: Translated,
    /// Whether some text of the page is in Chinese.
    pub partly: bool,
    /// Whether translations are samples.
    pub illustrative: bool,
    /// The description for search engines.
    pub description: String,
}

/// The entries of the navigation: Chinese word, Chinese page.
const NAV: [(&str, &str); 5] = [
    ("首页", url::HOME),
    ("办事事项", url::A_TO_Z),
    ("窗口一览", url::WINDOWS),
    ("楼层导引", url::VENUES),
    ("进驻单位", url::UNITS),
];

/// The frame of the page beside a Chinese one, in the part of the site whose list is at `section`. To be made last: it
/// records whether anything of the page is in Chinese.
pub(super) fn frame(t: &Translator<'_>, chinese: &Frame, section: &str, title: Translated) -> TranslatedFrame {
    let (hall, language) = (&t.site.hall, t.language);
    let site = t.text(&chinese.site);
    let path = t.at(&chinese.path);
    let nav = NAV.iter().map(|(word, list)| TranslatedLink {
        label: t.text(word),
        href: Some(t.at(list)),
        current: *list == section,
    });
    let nav: Vec<TranslatedLink> = nav.collect();
    let mut crumbs: Vec<TranslatedLink> =
        nav.iter().filter(|link| link.current && section != url::HOME).cloned().collect();
    if chinese.path == section {
        crumbs.iter_mut().for_each(|link| link.href = None);
    } else {
        crumbs.push(TranslatedLink { label: title.clone(), href: None, current: true });
    }
    let mut assets = chinese.assets.clone();
    let vertical = language.writing == Writing::Vertical;
    if vertical {
        assets.css = assets.vertical.clone();
    }
    let organ = t.unit(hall.organ);
    let address = t.text(address(t.site));
    let words: BTreeMap<&'static str, Translated> =
        RawWords::KEYS.iter().map(|[key, zh]| (*key, word(t, zh))).collect();
    TranslatedFrame {
        root: url::root(&path),
        canonical: t.site.address(&path),
        path,
        code: language.code.clone(),
        dir: if language.writing == Writing::RightToLeft { "rtl" } else { "ltr" },
        vertical,
        theme: chinese.theme,
        description: format!("{}. {}", title.text, site.text),
        site_zh: t.beside(&chinese.site),
        site,
        title,
        state_words: state_words(language),
        nav,
        crumbs,
        twins: chinese.twins.clone(),
        assets,
        hotline: chinese.hotline.clone(),
        complaint: chinese.complaint.clone(),
        organ,
        address,
        partly: t.partly.get() || words.values().any(|word| word.zh),
        illustrative: language.illustrative(),
        words,
    }
}

/// A word of the interface; that one is in Chinese says nothing of a page, which may not show it.
fn word(t: &Translator<'_>, chinese: &str) -> Translated {
    let both = t.both(chinese);
    let zh = both.own.is_none();
    Translated { text: both.own.unwrap_or(both.zh), zh }
}

/// The hall's address on the day of the build, as written.
fn address(site: &Site) -> &str {
    let (hall, today) = (&site.hall, site.when.date);
    hall.main_venue().map_or(&hall.site.address, |venue| hall.venues_on(today).address(venue))
}

/// What `site.js` says of the moment, when all of it can be said in the language.
fn state_words(language: &Language) -> Option<String> {
    let word = |zh: &str| language.word(zh).map(str::to_owned);
    let mut days = language.weekdays.clone();
    if days.len() != 7 || language.months.len() != 12 {
        return None;
    }
    // The script counts from Sunday.
    days.rotate_right(1);
    let words = serde_json::json!({
        "open": word("正在服务")?, "extended": word("延时服务")?, "until": word("延时服务至…")?,
        "pause": word("午间休息")?, "back": word("…恢复服务")?, "closed": word("已下班")?, "paused": word("暂停服务"),
        "next": word("下次服务…")?, "unknown": word("下次服务时间请留意大厅公告")?,
        "date": word("日期写法")?, "days": days, "months": language.months, "gap": " ",
    });
    Some(words.to_string())
}
