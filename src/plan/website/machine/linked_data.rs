//! JSON-LD in the words of schema.org. It says what the page says and nothing more: a key whose value is not in the
//! content is left out. Addresses are given only where the site's own (网址) is known, since they must be absolute.

use crate::content::{DayKind, ServiceSpan};
use crate::model::hours::{StandingLine, WEEKDAYS};
use crate::model::time::midnight;
use crate::model::{Grounds, HoursId, MatterId, UnitId, VenueId};
use crate::plan::notices::announcement::Announcement;
use crate::plan::url;
use crate::plan::website::hours;
use crate::plan::website::parts::{Crumb, WindowRow};
use crate::plan::website::site::Site;
use crate::plan::words::punctuation::fullwidth_punctuation;
use crate::plan::words::venue::{address_words, main_address};
use crate::source::{Clock, MonthDay, Season};
use jiff::civil::Date;
use serde_json::{Map, Value, json};

/// The address of the building a window of a list is in.
fn address_of(cx: &Site, row: &WindowRow) -> String {
    let day = row.when.from.unwrap_or(cx.when.date);
    let venue = cx.hall.window(row.window).at(midnight(day)).map(|version| version.facts.venue);
    venue.map_or_else(
        || main_address(&cx.hall, cx.when),
        |venue| fullwidth_punctuation(cx.hall.venues_on(day).address(venue)),
    )
}

/// One thing, built key by key; empty values are left out.
struct Thing(Map<String, Value>);

impl Thing {
    fn new(kind: &str) -> Self {
        Self(Map::from_iter([("@type".to_owned(), json!(kind))]))
    }

    fn with(mut self, key: &str, value: impl Into<Value>) -> Self {
        let value = value.into();
        let empty = match &value {
            Value::Null => true,
            Value::String(text) => text.is_empty(),
            Value::Array(list) => list.is_empty(),
            _ => false,
        };
        if !empty {
            self.0.insert(key.to_owned(), value);
        }
        self
    }

    fn value(self) -> Value {
        Value::Object(self.0)
    }

    /// The text of a script element: no `<` in it, so that no text of the content can end the element.
    fn script(self) -> String {
        let mut whole = Map::from_iter([("@context".to_owned(), json!("https://schema.org"))]);
        whole.extend(self.0);
        Value::Object(whole).to_string().replace('<', "\\u003c")
    }
}

/// The breadcrumb of a page.
pub(in crate::plan::website) fn linked_crumbs(cx: &Site, path: &str, crumbs: &[Crumb]) -> String {
    let items = crumbs.iter().enumerate().map(|(n, crumb)| {
        let to = crumb.href.as_deref().unwrap_or(path);
        Thing::new("ListItem").with("position", n + 1).with("name", &*crumb.label).with("item", cx.address(to)).value()
    });
    Thing::new("BreadcrumbList").with("itemListElement", items.collect::<Vec<_>>()).script()
}

/// The hall and its website.
pub(in crate::plan::website) fn linked_hall(cx: &Site) -> Vec<String> {
    let site = &cx.hall.site;
    let aliases: Vec<String> = site.aliases.iter().map(|name| fullwidth_punctuation(name)).collect();
    let office = office(cx, &site.name, &main_address(&cx.hall, cx.when), &site.hotline, hours::main_hours(cx))
        .with("alternateName", aliases)
        .with("url", cx.address(url::HOME))
        .with("parentOrganization", organization(cx.hall.unit(cx.hall.organ).name()));
    let find = cx.address(url::A_TO_Z).map(|list| {
        Thing::new("SearchAction")
            .with("target", format!("{list}?q={{search_term_string}}"))
            .with("query-input", "required name=search_term_string")
            .value()
    });
    let pages = Thing::new("WebSite")
        .with("name", &*site.name)
        .with("inLanguage", "zh-CN")
        .with("url", cx.address(url::HOME))
        .with("potentialAction", find);
    vec![office.script(), pages.script()]
}

/// A matter as a service, with the windows that serve it.
pub(in crate::plan::website) fn linked_matter(cx: &Site, id: MatterId, windows: &[WindowRow], phone: &str) -> String {
    let matter = cx.hall.matter(id);
    let written = &matter.written;
    let unit = cx.hall.unit(matter.unit);
    let audience = written.audience.iter().map(|kind| json!({"@type": "Audience", "audienceType": kind.word()}));
    let places = windows.iter().filter(|row| !row.suspended).map(|row| {
        let place = Thing::new("GovernmentOffice")
            .with("name", &*row.place)
            .with("address", address_of(cx, row))
            .with("url", cx.address(&row.href));
        Thing::new("ServiceChannel").with("serviceLocation", place.value()).value()
    });
    let mut channels: Vec<Value> = places.collect();
    let ask = json!({"@type": "ContactPoint", "telephone": phone, "contactType": "咨询"});
    channels.push(
        Thing::new("ServiceChannel").with("servicePhone", ask).with("serviceUrl", written.online_url.clone()).value(),
    );
    let results =
        written.results.iter().map(|result| json!({"@type": "Thing", "name": fullwidth_punctuation(&result.name)}));
    let hours = cx.hall.windows_of(id).first().and_then(|window| {
        let version = cx.hall.window(*window).versions.last()?;
        Some(version.facts.hours)
    });
    Thing::new("GovernmentService")
        .with("name", fullwidth_punctuation(matter.name()))
        .with("alternateName", written.aliases.iter().map(|name| fullwidth_punctuation(name)).collect::<Vec<_>>())
        .with("serviceType", written.kind.word())
        .with("identifier", written.code.clone().or_else(|| written.basic_code.clone()))
        .with("url", cx.address(&url::matter(matter.id())))
        .with("provider", organization(unit.name()))
        .with("areaServed", area(cx))
        .with("audience", audience.collect::<Vec<_>>())
        .with("availableChannel", channels)
        .with("hoursAvailable", hours.map(|table| opening(&cx.hall, table, cx.when.date)).unwrap_or_default())
        .with("serviceOutput", results.collect::<Vec<_>>())
        .script()
}

/// A unit.
pub(in crate::plan::website) fn linked_unit(cx: &Site, id: UnitId, phone: &str) -> String {
    let unit = cx.hall.unit(id);
    let kind = if unit.written.enterprise.is_some_and(|y| y.0) { "Organization" } else { "GovernmentOrganization" };
    Thing::new(kind)
        .with("name", unit.name())
        .with("alternateName", unit.written.aliases.to_vec())
        .with("url", cx.address(&url::unit(unit.id())))
        .with("telephone", phone)
        .script()
}

/// A venue that is open to the public.
pub(in crate::plan::website) fn linked_venue(cx: &Site, id: VenueId, phone: &str) -> String {
    let venue = cx.hall.venue(id);
    let hours = cx.hall.venues_on(cx.when.date).hours(id);
    office(cx, venue.name(), &address_words(&cx.hall, id, cx.when), phone, hours)
        .with("alternateName", venue.written.aliases.to_vec())
        .with("url", cx.address(&url::venue(venue.id())))
        .with("parentOrganization", venue.parent.map(|hall| organization(cx.hall.venue(hall).name())))
        .script()
}

/// The open data.
pub(super) fn linked_data_set<'f>(cx: &Site, licence: &str, files: impl Iterator<Item = &'f str>) -> String {
    let files = files
        .filter_map(|path| cx.address(path))
        .map(|address| Thing::new("DataDownload").with("contentUrl", address).value());
    Thing::new("Dataset")
        .with("name", format!("{}办事目录", cx.hall.site.name))
        .with("description", "大厅的事项、窗口、单位、场所、办公时间和公告。")
        .with("license", licence)
        .with("creator", organization(cx.hall.unit(cx.hall.organ).name()))
        .with("distribution", files.collect::<Vec<_>>())
        .script()
}

/// A written notice.
pub(in crate::plan::website) fn linked_notice(
    cx: &Site,
    (path, title): (&str, &str),
    text: &str,
    posted: Option<&str>,
    until: Option<&str>,
) -> String {
    announcement_of(cx, path, title, text, posted.map(instant), until)
}

/// An announcement.
pub(in crate::plan::website) fn linked_announcement(cx: &Site, path: &str, told: &Announcement) -> String {
    let stamp = Some(instant(&told.published));
    announcement_of(cx, path, &told.title, &told.brief, stamp, told.until.as_deref())
}

fn announcement_of(
    cx: &Site,
    path: &str,
    name: &str,
    text: &str,
    posted: Option<String>,
    until: Option<&str>,
) -> String {
    let site = &cx.hall.site;
    let place =
        Thing::new("GovernmentOffice").with("name", &*site.name).with("address", main_address(&cx.hall, cx.when));
    Thing::new("SpecialAnnouncement")
        .with("name", name)
        .with("text", text)
        .with("datePosted", posted)
        .with("expires", until)
        .with("url", cx.address(path))
        .with("announcementLocation", place.value())
        .script()
}

fn office(cx: &Site, name: &str, address: &str, phone: &str, hours: HoursId) -> Thing {
    let address = Thing::new("PostalAddress").with("addressCountry", "CN").with("streetAddress", address);
    Thing::new("GovernmentOffice")
        .with("name", name)
        .with("address", address.value())
        .with("telephone", phone)
        .with("openingHoursSpecification", opening(&cx.hall, hours, cx.when.date))
}

/// Whom the hall serves; without 服务区域 in the content, the hall itself is named.
fn area(cx: &Site) -> Value {
    let site = &cx.hall.site;
    match &site.area {
        Some(area) => json!({"@type": "AdministrativeArea", "name": fullwidth_punctuation(area)}),
        None => json!({"@type": "Place", "name": site.name}),
    }
}

fn organization(name: &str) -> Value {
    json!({"@type": "GovernmentOrganization", "name": name})
}

/// `2026-09-28 09:00` or a day alone, in China's time.
fn instant(stamp: &str) -> String {
    match stamp.split_once(' ') {
        Some((day, clock)) => format!("{day}T{clock}:00+08:00"),
        None => stamp.to_owned(),
    }
}

/// A timetable. 工作日 are Monday to Friday here, the nearest word schema.org has: the days that differ are on the page.
/// A part of the year is given with its dates, those it has now or next.
fn opening(hall: &Grounds, table: HoursId, today: Date) -> Vec<Value> {
    let day_of_week = |line: &StandingLine| -> Vec<&str> {
        match line.day {
            DayKind::Workday => {
                WEEKDAYS.iter().filter(|day| !line.except.contains(day)).map(|d| in_english(*d)).collect()
            }
            DayKind::Daily => WEEKDAYS.iter().chain(&REST).map(|day| in_english(*day)).collect(),
            day => vec![in_english(day)],
        }
    };
    let clock = |clock: Clock| format!("{:0>5}", clock.to_string());
    let mut found = Vec::new();
    for line in hall.hours.timetables[table.index()].standing() {
        let note = (line.kind != ServiceSpan::Regular).then(|| line.kind.word());
        let whole = line.parts.is_empty().then_some(None);
        for dates in line.parts.iter().map(|part| Some(now_or_next(part, today))).chain(whole) {
            found.extend(line.spans.iter().map(|span| {
                Thing::new("OpeningHoursSpecification")
                    .with("name", note)
                    .with("dayOfWeek", day_of_week(&line))
                    .with("opens", clock(span.from))
                    .with("closes", clock(span.to))
                    .with("validFrom", dates.map(|[first, _]| first.to_string()))
                    .with("validThrough", dates.map(|[_, last]| last.to_string()))
                    .value()
            }));
        }
    }
    found
}

const REST: [DayKind; 3] = [DayKind::Saturday, DayKind::Sunday, DayKind::Holiday];

/// A day of the week in the words of schema.org.
fn in_english(day: DayKind) -> &'static str {
    match day {
        DayKind::Monday => "Monday",
        DayKind::Tuesday => "Tuesday",
        DayKind::Wednesday => "Wednesday",
        DayKind::Thursday => "Thursday",
        DayKind::Friday => "Friday",
        DayKind::Saturday => "Saturday",
        DayKind::Sunday => "Sunday",
        DayKind::Holiday | DayKind::Workday | DayKind::Daily => "PublicHolidays",
    }
}

/// The first and the last day of a part of the year that is not over on a day.
fn now_or_next(part: &Season, today: Date) -> [Date; 2] {
    // 29 February of other years is the 28th.
    let on = |year: i16, day: MonthDay| {
        Date::new(year, day.month, day.day.min(28)).map(|date| Date::new(year, day.month, day.day).unwrap_or(date))
    };
    let over_new_year = i16::from(part.to < part.from);
    let years = (today.year() - 1)..=(today.year() + 1);
    let dates = years.filter_map(|year| Some([on(year, part.from).ok()?, on(year + over_new_year, part.to).ok()?]));
    dates.into_iter().find(|[_, last]| today <= *last).unwrap_or([today, today])
}
