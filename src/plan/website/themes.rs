//! The list of themes, and the page of one.

use super::frame::{self, Frame, SiteSection};
use super::parts::{Link, MatterItem};
use super::rows;
use super::site::Site;
use crate::content::ThemeFor;
use crate::model::ThemeId;
use crate::plan::url;
use crate::plan::view::View;
use serde::Serialize;

/// Themes of one audience.
#[derive(Clone, Debug, Serialize)]
pub struct ThemeGroup {
    /// `个人办事`
    pub name: &'static str,
    /// Key of the anchor.
    pub key: &'static str,
    /// The themes.
    pub themes: Vec<Link>,
}

/// `themes.html`
#[derive(Clone, Debug, Serialize)]
pub struct ThemesPage {
    /// The frame.
    pub frame: Frame,
    /// The groups.
    pub groups: Vec<ThemeGroup>,
}

impl View for ThemesPage {}

/// `theme.html`
#[derive(Clone, Debug, Serialize)]
pub struct ThemePage {
    /// The frame.
    pub frame: Frame,
    /// Its name.
    pub name: String,
    /// `个人办事`
    pub audience: &'static str,
    /// Its matters.
    pub matters: Vec<MatterItem>,
    /// Other themes of the same audience.
    pub others: Vec<Link>,
}

impl View for ThemePage {}
/// Themes by audience.
pub(super) fn theme_groups(cx: &Site) -> Vec<ThemeGroup> {
    [(ThemeFor::Person, "个人办事", "person"), (ThemeFor::Legal, "法人办事", "legal")]
        .into_iter()
        .map(|(audience, name, key)| ThemeGroup { name, key, themes: themes_for(cx, audience) })
        .filter(|group| !group.themes.is_empty())
        .collect()
}

fn themes_for(cx: &Site, audience: ThemeFor) -> Vec<Link> {
    let of = cx.hall.themes.iter().filter(|t| t.audience == audience);
    of.map(|t| Link { label: t.name.clone(), href: url::theme(&t.id) }).collect()
}

/// The list of themes.
pub(super) fn themes(cx: &Site) -> ThemesPage {
    let frame = frame::frame(cx, url::THEMES, SiteSection::Themes, "办事主题", Vec::new());
    ThemesPage { frame, groups: theme_groups(cx) }
}

/// A theme's page.
pub(super) fn theme(cx: &Site, n: usize) -> ThemePage {
    let theme = &cx.hall.themes[n];
    let audience = if theme.audience == ThemeFor::Person { "个人办事" } else { "法人办事" };
    // Persons and legal persons have themes of one name: the title distinguishes the two pages.
    let mut frame = frame::frame(cx, &url::theme(&theme.id), SiteSection::Themes, &theme.name, Vec::new());
    frame.title = format!("{}（{audience}）", theme.name);
    ThemePage {
        frame,
        name: theme.name.clone(),
        audience,
        matters: rows::matter_items(cx, |m| m.themes.contains(&ThemeId(n))),
        others: themes_for(cx, theme.audience).into_iter().filter(|t| t.label != theme.name).collect(),
    }
}
