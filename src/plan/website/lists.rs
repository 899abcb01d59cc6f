//! Lists: themes, units, windows, notices, A–Z.

use super::Site;
use super::frame::Section;
use super::views::{
    Fact, Link, LostPage, OfficeEntry, ThemeGroup, ThemePage, ThemesPage, UnitEntry, UnitPage, UnitsPage, WindowGroup,
    WindowsPage,
};
use crate::content::ThemeFor;
use crate::model::{ThemeId, UnitId, VenueId};
use crate::plan::url;
use crate::plan::words::punctuation::wide;

impl Site<'_> {
    /// Themes by audience.
    pub(super) fn theme_groups(&self) -> Vec<ThemeGroup> {
        [(ThemeFor::Person, "个人办事", "person"), (ThemeFor::Legal, "法人办事", "legal")]
            .into_iter()
            .map(|(audience, name, key)| ThemeGroup { name, key, themes: self.themes_for(audience) })
            .filter(|group| !group.themes.is_empty())
            .collect()
    }

    fn themes_for(&self, audience: ThemeFor) -> Vec<Link> {
        let of = self.hall.themes.iter().filter(|t| t.audience == audience);
        of.map(|t| Link { label: t.name.clone(), href: url::theme(&t.id) }).collect()
    }

    /// The list of themes.
    pub(super) fn themes(&self) -> ThemesPage {
        let frame = self.frame(url::THEMES, Section::Themes, "办事主题", Vec::new());
        ThemesPage { frame, groups: self.theme_groups() }
    }

    /// A theme's page.
    pub(super) fn theme(&self, n: usize) -> ThemePage {
        let theme = &self.hall.themes[n];
        let audience = if theme.audience == ThemeFor::Person { "个人办事" } else { "法人办事" };
        // Persons and legal persons have themes of one name: the title tells the two pages apart.
        let mut frame = self.frame(&url::theme(&theme.id), Section::Themes, &theme.name, Vec::new());
        frame.title = format!("{}（{audience}）", theme.name);
        ThemePage {
            frame,
            name: theme.name.clone(),
            audience,
            matters: self.matter_items(|m| m.themes.contains(&ThemeId(n))),
            others: self.themes_for(theme.audience).into_iter().filter(|t| t.label != theme.name).collect(),
        }
    }

    /// The list of units.
    pub(super) fn units(&self) -> UnitsPage {
        let entry = |(n, unit): (usize, &crate::model::unit::Unit)| UnitEntry {
            name: unit.name().to_owned(),
            href: url::unit(unit.id()),
            enterprise: unit.written.enterprise.is_some_and(|y| y.0),
            duties: unit.written.duties.as_deref().map(wide),
            matters: self.hall.matters.iter().filter(|m| m.unit == UnitId(n)).count(),
        };
        let frame = self.frame(url::UNITS, Section::Units, "进驻单位", Vec::new());
        let units = self.hall.units.iter().enumerate().map(entry).collect();
        UnitsPage { frame, units, offices: self.offices(), topics: self.topics() }
    }

    fn offices(&self) -> Vec<OfficeEntry> {
        let entry = |office: &crate::model::unit::Office| {
            let host = office.host.map(|host| &self.hall.office(host).written.name);
            let duties: Vec<String> = office.written.duties.iter().map(|line| wide(line)).collect();
            OfficeEntry {
                name: match host {
                    Some(host) => format!("{}（设在{host}）", office.written.name),
                    None => office.written.name.clone(),
                },
                duties: duties.join("；"),
            }
        };
        self.hall.offices.iter().map(entry).collect()
    }

    fn topics(&self) -> Vec<Fact> {
        let duties = self.hall.duties.iter();
        duties
            .map(|duty| Fact { name: wide(&duty.topic), value: self.hall.office(duty.office).written.name.clone() })
            .collect()
    }

    /// A unit's page.
    pub(super) fn unit(&self, n: usize) -> UnitPage {
        let (id, unit) = (UnitId(n), &self.hall.units[n]);
        let phone = unit.written.phone.clone().unwrap_or_else(|| self.hall.site.hotline.clone());
        let notices = self.notices_about(&self.windows_where(|f| f.unit == id), None);
        let mut frame = self.frame(&url::unit(unit.id()), Section::Units, unit.name(), Vec::new());
        frame.linked.push(self.linked_unit(id, &phone));
        if self.has_feed && notices.iter().any(|item| !item.hidden) {
            let label = format!("{}公告：{}", self.hall.site.name, unit.name());
            frame.feeds.push(Link { label, href: url::unit_feed(unit.id()) });
        }
        UnitPage {
            frame,
            id: unit.id().to_owned(),
            name: unit.name().to_owned(),
            aliases: unit.written.aliases.to_vec(),
            enterprise: unit.written.enterprise.is_some_and(|y| y.0),
            illustrative: unit.written.illustrative.is_some_and(|y| y.0),
            duties: unit.written.duties.as_deref().map(wide),
            chief: unit.written.chief.as_deref().map(wide),
            phone,
            windows: self.window_rows(|v| v.facts.unit == id),
            matters: self.matter_items(|m| m.unit == id),
            notices,
        }
    }

    /// The list of windows.
    pub(super) fn windows(&self) -> WindowsPage {
        let groups = self.hall.venues.iter().enumerate().filter_map(|(n, venue)| {
            let windows = self.window_rows(|v| v.facts.venue == VenueId(n));
            (!windows.is_empty()).then(|| WindowGroup {
                name: venue.name().to_owned(),
                href: url::venue(venue.id()),
                floor: venue.floor.map(|f| self.floor_name(f)).unwrap_or_default(),
                key: venue.id().to_owned(),
                windows,
            })
        });
        WindowsPage {
            frame: self.frame(url::WINDOWS, Section::Windows, "窗口一览", Vec::new()),
            groups: groups.collect(),
            notices: self.all_notices().0.into_iter().filter(|item| item.change).collect(),
        }
    }

    /// The page for addresses that lead nowhere.
    pub(super) fn lost(&self) -> LostPage {
        LostPage { frame: self.frame(url::LOST, Section::Lost, "页面不存在", Vec::new()), popular: self.popular() }
    }
}
