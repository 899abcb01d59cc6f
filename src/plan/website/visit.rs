//! What a visitor asks before setting out: opening hours day by day, whom to complain to, where else to go, help.

use super::Site;
use super::frame::Section;
use super::life::Days;
use super::views::{
    AppView, ChannelsPage, DayRow, FacilityRow, HelpPage, HelpView, HoursPage, HoursView, LimitRow, Link, NearbyGroup,
    NearbyPage, NearbyPlace, PointView, Timetable,
};
use crate::content::site::RawApp;
use crate::content::{FacilityKind, Level, NoticeKind, PointKind, VenueKind};
use crate::model::hours::DayHours;
use crate::model::time::next_day;
use crate::model::venue::Point;
use crate::model::{HoursId, MatterId, VenueId, WindowId};
use crate::plan::url;
use crate::plan::words::hours::hours_words;
use crate::plan::words::punctuation::wide;
use crate::text::date::short_weekday;
use crate::text::qr::fits_qr;
use jiff::civil::Date;

/// Levels of places outside the hall, the widest first, as headings.
const LEVELS: [(Level, &str); 4] =
    [(Level::City, "市级"), (Level::County, "区县"), (Level::Town, "镇（乡、街道）"), (Level::Village, "村（社区）")];

impl Site<'_> {
    /// Opening hours.
    pub(super) fn hours_page(&self) -> HoursPage {
        let main = self.main_hours();
        let (current, _) = self.all_notices();
        let others = (0..self.hall.hours.timetables.len()).map(HoursId).filter(|id| *id != main);
        let others: Vec<Timetable> = others.filter_map(|id| self.timetable(id)).collect();
        let sheet = self.sheet_entries().into_iter().find(|entry| entry.href == url::list("extended"));
        HoursPage {
            frame: self.frame(url::HOURS, Section::Service, "办公时间", Vec::new()),
            // The table of days says what is special.
            main: HoursView { special: Vec::new(), ..self.hours(main) },
            days: self.days().map(|day| self.day_row(main, day)).collect(),
            others,
            extended: sheet.map(|entry| Link { label: entry.label, href: entry.href }),
            notices: current.into_iter().filter(|item| item.kind == NoticeKind::Hours.word()).collect(),
        }
    }

    fn day_row(&self, hours: HoursId, day: Date) -> DayRow {
        let DayHours { spans, note } = self.hall.hours.day(hours, day, &self.hall.calendar);
        let times: Vec<String> = spans.iter().map(|(span, _)| super::hours::span_words(*span)).collect();
        DayRow {
            when: Days { from: None, to: Some(next_day(day)) }.interval(),
            day: short_weekday(day),
            times: if times.is_empty() { vec!["不办公".to_owned()] } else { times },
            note: note.as_deref().map(wide),
        }
    }

    /// A timetable with those who keep it; none when nobody does.
    fn timetable(&self, id: HoursId) -> Option<Timetable> {
        let (hall, today) = (self.hall, self.when.moment.date());
        let venues = (0..hall.venues.len()).map(VenueId).filter(|v| hall.venue_stands(*v, today));
        let venues: Vec<VenueId> = venues.filter(|v| hall.venue_hours(*v, today) == id).collect();
        let at = |window: &WindowId| hall.window(*window).at(self.when.moment).filter(|v| v.serves());
        let others = |window: &WindowId| at(window).filter(|v| v.facts.hours == id && !venues.contains(&v.facts.venue));
        let mut windows: Vec<(String, WindowId)> =
            hall.window_ids().filter_map(|(w, _)| Some((others(&w)?.facts.number.clone(), w))).collect();
        windows.sort();
        let points = hall.points.iter().filter(|point| point.hours == Some(id));
        let used = Timetable {
            hours: self.hours(id),
            venues: venues.iter().map(|v| hall.venue(*v)).map(|v| to(v.name(), &url::venue(v.id()))).collect(),
            windows: windows.iter().map(|(number, w)| to(number, &url::window(&hall.window(*w).id))).collect(),
            points: points.map(|point| wide(&point.written.name)).collect(),
        };
        (!used.venues.is_empty() || !used.windows.is_empty() || !used.points.is_empty()).then_some(used)
    }

    /// Complaints and evaluation.
    pub(super) fn channels_page(&self) -> ChannelsPage {
        let site = &self.hall.site;
        let wide_all = |lines: &[String]| lines.iter().map(|line| wide(line)).collect();
        let mut sources: Vec<String> = Vec::new();
        for source in site.complaint_limits.iter().filter_map(|limit| limit.source.as_deref().map(wide)) {
            if !sources.contains(&source) {
                sources.push(source);
            }
        }
        let first = [("统一咨询电话", &site.hotline), ("投诉电话", &site.complaint_phone)];
        let own = first.into_iter().map(|(label, number)| to(label, number));
        let open = site.phones.iter().filter(|phone| phone.public.is_none_or(|y| y.0));
        ChannelsPage {
            frame: self.frame(url::CHANNELS, Section::Service, "投诉和评价", Vec::new()),
            complaints: wide_all(&site.complaint_channels),
            limits: site
                .complaint_limits
                .iter()
                .map(|limit| LimitRow { by: wide(&limit.by), limit: wide(&limit.limit) })
                .collect(),
            sources,
            evaluations: wide_all(&site.evaluation_channels),
            phones: own.chain(open.map(|phone| to(&phone.name, &phone.number))).collect(),
            units: vec![to("各单位的咨询电话", url::UNITS), to("各窗口的电话", url::WINDOWS)],
        }
    }

    /// Places outside the hall; none where there are none.
    pub(super) fn nearby_page(&self) -> Option<NearbyPage> {
        let mut groups: Vec<NearbyGroup> =
            LEVELS.iter().map(|(_, name)| NearbyGroup { name, places: Vec::new() }).collect();
        let mut add = |level: Level, place: NearbyPlace| {
            let at = LEVELS.iter().position(|(known, _)| *known == level).unwrap_or(0);
            groups[at].places.push(place);
        };
        for (level, id) in self.branches() {
            add(level, self.branch(id));
        }
        for (point, view) in self.hall.points.iter().filter(|p| is_nearby(p)).zip(self.points(is_nearby)) {
            let matters = point.takes.iter().map(|matter| self.matter_link(*matter)).collect();
            let href = point.venue.map(|venue| url::venue(self.hall.venue(venue).id()));
            add(level_of(point), NearbyPlace { point: view, href, matters });
        }
        groups.retain(|group| !group.places.is_empty());
        self.has_nearby()
            .then(|| NearbyPage { frame: self.frame(url::NEARBY, Section::Service, "就近办", Vec::new()), groups })
    }

    /// Whether there are places outside the hall.
    pub(super) fn has_nearby(&self) -> bool {
        self.hall.points.iter().any(is_nearby) || !self.branches().is_empty()
    }

    /// Centres and stations that stand today, with their level.
    fn branches(&self) -> Vec<(Level, VenueId)> {
        let today = self.when.moment.date();
        let all = self.hall.venues.iter().enumerate().filter_map(|(n, venue)| {
            let usual = match venue.written.kind {
                VenueKind::Centre => Level::Town,
                VenueKind::Station => Level::Village,
                VenueKind::Hall | VenueKind::SubHall => return None,
            };
            Some((venue.written.level.unwrap_or(usual), VenueId(n)))
        });
        all.filter(|(_, id)| self.hall.venue_stands(*id, today)).collect()
    }

    fn branch(&self, id: VenueId) -> NearbyPlace {
        let (venue, today) = (self.hall.venue(id), self.when.moment.date());
        let done = self.hall.at(self.when.moment).matters_done_at(id);
        NearbyPlace {
            point: PointView {
                name: wide(venue.name()),
                about: venue.written.kind.word().to_owned(),
                place: wide(self.hall.venue_address(id, today)),
                services: venue.written.about.as_deref().map(wide).unwrap_or_default(),
                phone: venue.written.phone.clone(),
                hours: hours_words(self.hall, self.hall.venue_hours(id, today)),
                faults: Vec::new(),
            },
            href: Some(url::venue(venue.id())),
            matters: done.into_iter().map(|matter| self.matter_link(matter)).collect(),
        }
    }

    /// Where else a matter is done: centres and stations whose 事项清单 has it, and service points outside the hall
    /// (W2.1.2.11).
    pub(super) fn also_at(&self, matter: MatterId) -> Vec<Link> {
        let branches = self.branches().into_iter().map(|(_, id)| self.hall.venue(id));
        let branches = branches.filter(|venue| venue.takes.contains(&matter));
        let points = self.hall.points.iter().filter(|point| is_nearby(point) && point.takes.contains(&matter));
        let point = |point: &Point| {
            let address = point.written.address.as_deref().unwrap_or_default();
            to(&format!("{}（{address}）", point.written.name), url::NEARBY)
        };
        branches.map(|venue| to(venue.name(), &url::venue(venue.id()))).chain(points.map(point)).collect()
    }

    /// Help for those who need it, self-service, facilities.
    pub(super) fn help_page(&self) -> HelpPage {
        let care = self.hall.site.care.iter().map(|care| HelpView {
            name: wide(&care.name),
            whom: care.whom.iter().map(|line| wide(line)).collect(),
            about: wide(&care.about),
            phone: care.phone.clone(),
            source: care.source.as_deref().map(wide),
        });
        HelpPage {
            frame: self.frame(url::HELP, Section::Service, "便民服务和设施", Vec::new()),
            priority: care.collect(),
            apps: self.hall.site.apps.iter().filter_map(app).collect(),
            zones: self.points(|point| point.written.kind == PointKind::SelfService && !is_nearby(point)),
            facilities: FacilityKind::ALL.iter().filter_map(|kind| self.facility_row(*kind)).collect(),
        }
    }

    fn facility_row(&self, kind: FacilityKind) -> Option<FacilityRow> {
        let floors = self.hall.floors.iter().filter(|floor| self.stands(floor));
        let having = floors.filter(|floor| floor.facilities.iter().any(|f| f.kind == kind));
        let floors: Vec<Link> = having.map(|floor| to(&floor.name, &url::floor(&floor.id))).collect();
        (!floors.is_empty()).then(|| FacilityRow { name: kind.word().to_owned(), floors })
    }
}

/// An application for phones with the code of its address; none where no code holds the address.
fn app(app: &RawApp) -> Option<AppView> {
    fits_qr(&app.url).then(|| AppView { name: wide(&app.name), code: app.url.clone() })
}

/// Whether a service point is outside the hall.
fn is_nearby(point: &Point) -> bool {
    point.written.address.is_some()
}

fn level_of(point: &Point) -> Level {
    point.written.level.unwrap_or(match point.written.kind {
        PointKind::Community => Level::Village,
        PointKind::Bank | PointKind::Park => Level::County,
        _ => Level::City,
    })
}

fn to(label: &str, href: &str) -> Link {
    Link { label: wide(label), href: href.to_owned() }
}
