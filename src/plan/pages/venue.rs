//! Venues' pages and the directory of the building.

use super::Site;
use super::frame::Section;
use crate::content::{VenueKind, ZoneKind};
use crate::diag::Diagnostic;
use crate::model::coverage::Share;
use crate::model::fault::Fault;
use crate::model::venue::{Floor, Point};
use crate::model::{FloorId, VenueId, WindowId};
use crate::plan::hours_words::hours_words;
use crate::plan::notice_meta::office_name;
use crate::plan::views::web::{Fact, FloorEntry, FloorHall, Link, PointView, VenuePage, VenuesPage};
use crate::plan::{url, wide};

impl Site<'_> {
    /// Floors from the top down, as the guide at the entrance shows them.
    pub(super) fn directory(&self) -> Vec<FloorEntry> {
        let entry = |(n, floor): (usize, &Floor)| FloorEntry {
            label: floor.label.clone(),
            name: floor.name.clone(),
            href: url::floor(&floor.id),
            halls: self.halls_on(FloorId(n)),
            areas: self.areas_on(floor),
        };
        self.hall.floors.iter().enumerate().rev().map(entry).collect()
    }

    /// Sub-halls of a floor, with the letters of their zones.
    pub(super) fn halls_on(&self, floor: FloorId) -> Vec<FloorHall> {
        let on = self.hall.venues.iter().enumerate().filter(|(_, v)| v.floor == Some(floor));
        on.map(|(n, venue)| {
            let zones = self.hall.zones.iter().filter(|z| z.venue == Some(VenueId(n)));
            FloorHall {
                name: venue.name().to_owned(),
                href: url::venue(venue.id()),
                letter: zones.filter_map(|z| z.letter.as_deref()).collect::<Vec<_>>().join("、"),
                about: venue.written.about.as_deref().map(wide),
            }
        })
        .collect()
    }

    /// Public areas of a floor that are no sub-hall's.
    pub(super) fn areas_on(&self, floor: &Floor) -> Vec<String> {
        let zones = floor.zones.iter().map(|z| self.hall.zone(*z));
        zones
            .filter(|z| z.is_public() && z.venue.is_none() && z.kind != ZoneKind::Waiting)
            .map(|z| wide(&z.name))
            .collect()
    }

    /// Service points a test accepts.
    pub(super) fn points(&self, accepts: impl Fn(&Point) -> bool) -> Vec<PointView> {
        let view = |(n, point): (usize, &Point)| {
            let raw = &point.written;
            let floor = point.floor.map(|f| self.floor_name(f));
            let zone = point.zone.map(|z| wide(&self.hall.zone(z).name));
            let place: String = floor.into_iter().chain(zone).collect();
            let answers = raw.unit.as_ref().map(|id| format!("{}负责", office_name(self.hall, id)));
            let staff = raw.staff.as_ref().map(|staff| format!("人员：{}", wide(staff)));
            let about: Vec<String> = std::iter::once(raw.kind.word().to_owned()).chain(answers).chain(staff).collect();
            PointView {
                name: wide(&raw.name),
                about: about.join("，"),
                place: raw.address.as_deref().map(wide).unwrap_or(place),
                services: raw.services.iter().map(|s| wide(s)).collect::<Vec<_>>().join("、"),
                phone: raw.phone.clone(),
                hours: point.hours.map(|h| hours_words(self.hall, h)).unwrap_or_default(),
                faults: self.faults_at(n),
            }
        };
        self.hall.points.iter().enumerate().filter(|(_, p)| accepts(p)).map(view).collect()
    }

    /// The devices of a service point that are out of order at the time of the build, with their circulars.
    fn faults_at(&self, point: usize) -> Vec<Link> {
        let moment = self.when.moment;
        let here = |fault: &&Fault| fault.point == Some(point) && fault.span.contains(moment);
        let faults = self.hall.faults.iter().filter(here);
        faults
            .map(|fault| Link { label: wide(&fault.written.device), href: url::announcement(&fault.notice_id) })
            .collect()
    }

    /// The directory page.
    pub(super) fn venues(&self) -> VenuesPage {
        let site = &self.hall.site;
        let others = self.hall.top_venues().filter(|(_, v)| v.written.kind != VenueKind::Hall);
        VenuesPage {
            frame: self.frame(url::VENUES, Section::Venues, "楼层导引", Vec::new()),
            floors: self.directory(),
            others: others.map(|(_, v)| Link { label: v.name().to_owned(), href: url::venue(v.id()) }).collect(),
            address: wide(&site.address),
            transport: site.transport.iter().map(|line| wide(line)).collect(),
            points: self.points(|point| point.venue.is_none()),
            hours: self.hours(self.main_hours()),
        }
    }

    /// How much of the published lists a centre or station does, and how much of it at comprehensive windows (N1), as
    /// far as it has anything to do with them.
    fn coverage(&self, venue: VenueId) -> Vec<Fact> {
        let fact = |name: String, share: Share| Fact {
            name,
            value: format!("{}项中{}项（{}）", share.whole, share.part, share.percent()),
        };
        let lists = self.shares.0.iter().filter_map(|coverage| {
            let (_, share) = coverage.points.iter().find(|(point, share)| *point == venue && share.part > 0)?;
            Some(fact(format!("《{}》可办", self.hall.lists[coverage.list].written.name), *share))
        });
        let general = self.shares.1.iter().filter(|(centre, share)| *centre == venue && share.whole > 0);
        lists.chain(general.map(|(_, share)| fact("综合窗口受理".to_owned(), *share))).collect()
    }

    /// A venue's page.
    pub(super) fn venue(&self, n: usize, findings: &mut Vec<Diagnostic>) -> VenuePage {
        let (id, venue) = (VenueId(n), &self.hall.venues[n]);
        let raw = &venue.written;
        let path = url::venue(venue.id());
        let windows = self.window_rows(|v| v.facts.venue == id);
        let mine: Vec<WindowId> = self.windows_where(|f| f.venue == id);
        let mut facts = vec![Fact { name: "种类".to_owned(), value: raw.kind.word().to_owned() }];
        let address = raw.address.as_ref().unwrap_or(&self.hall.site.address);
        facts.push(Fact { name: "地址".to_owned(), value: wide(address) });
        let phone = raw.phone.as_ref().unwrap_or(&self.hall.site.hotline);
        facts.push(Fact { name: "咨询电话".to_owned(), value: phone.clone() });
        // The figure at which people are led elsewhere (Y21.1.1), and the area (NA3.2).
        let capacity = raw.capacity.map(|people| ("预警人数", format!("{}人", people.0)));
        let area = raw.area.map(|area| ("面积", format!("{}平方米", area.0)));
        for (name, value) in capacity.into_iter().chain(area) {
            facts.push(Fact { name: name.to_owned(), value });
        }
        if !raw.service_systems.is_empty() {
            facts.push(Fact { name: "服务制度".to_owned(), value: raw.service_systems.join("、") });
        }
        facts.extend(self.coverage(id));
        VenuePage {
            frame: self.frame(&path, Section::Venues, venue.name(), Vec::new()),
            name: venue.name().to_owned(),
            aliases: raw.aliases.to_vec(),
            about: raw.about.as_deref().map(wide),
            facts,
            floor: venue.floor.map(|f| Link { label: self.floor_name(f), href: url::floor(&self.hall.floor(f).id) }),
            unit: venue
                .unit
                .map(|u| self.hall.unit(u))
                .map(|u| Link { label: u.name().to_owned(), href: url::unit(u.id()) }),
            hours: self.hours(venue.hours),
            points: self.points(|point| point.venue == Some(id)),
            takes: venue.takes.iter().map(|matter| self.matter_link(*matter)).collect(),
            notices: self.with_faults(self.notices_about(&mine, None), |fault| fault.venue == Some(id)),
            plans: venue.floor.map(|f| self.plans(&path, f, Some(id), findings)).unwrap_or_default(),
            windows,
        }
    }
}
