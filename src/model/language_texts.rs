//! The texts of a hall that can be translated.

use super::Hall;
use super::language::Object;
use std::collections::BTreeSet;

impl Hall {
    /// Every text that pages in other languages show, as written: the Chinese of a translation must be one of them.
    pub fn translatable(&self) -> BTreeSet<&str> {
        let site = &self.site;
        let mut texts: BTreeSet<&str> = BTreeSet::new();
        texts.insert(&site.name);
        texts.insert(&site.address);
        texts.extend(site.transport.iter().map(String::as_str));
        texts.extend(site.phones.iter().map(|phone| phone.name.as_str()));
        for unit in &self.units {
            texts.extend([unit.name(), unit.short_name()]);
            texts.extend(unit.written.duties.as_deref());
        }
        for venue in &self.venues {
            texts.insert(venue.name());
            texts.extend(venue.written.about.as_deref());
            texts.extend(venue.written.address.as_deref());
        }
        texts.extend(self.floors.iter().map(|floor| floor.name.as_str()));
        texts.extend(self.zones.iter().map(|zone| zone.name.as_str()));
        texts.extend(self.themes.iter().map(|theme| theme.name.as_str()));
        for matter in &self.matters {
            let raw = &matter.written;
            texts.extend([matter.name(), matter.short_name()]);
            texts.extend(raw.visit_reason.as_deref());
            texts.extend(raw.fee.items.iter().flat_map(|item| [item.name.as_str(), &item.standard]));
            texts.extend(raw.results.iter().map(|result| result.name.as_str()));
            for material in &raw.materials {
                texts.insert(&material.name);
                texts.extend(
                    [&material.issuer, &material.note, &material.later_terms].into_iter().flatten().map(String::as_str),
                );
            }
        }
        for facts in self.windows.iter().flat_map(|window| &window.versions).map(|version| &version.facts) {
            texts.insert(&facts.business);
            texts.extend(facts.address.as_deref());
        }
        for table in &self.hours.timetables {
            texts.insert(&table.name);
            texts.extend(table.booking.iter().map(String::as_str));
        }
        texts.extend(self.hours.exceptions.iter().map(|exception| exception.note.as_str()));
        texts.extend(self.calendar.holidays().iter().map(|holiday| holiday.name.as_str()));
        texts
    }

    /// What an object is called: its full name, and its short one where it has one; for a window all its businesses
    /// over time.
    pub fn called(&self, object: Object) -> Vec<&str> {
        match object {
            Object::Unit(id) => vec![self.unit(id).name(), self.unit(id).short_name()],
            Object::Matter(id) => vec![self.matter(id).name(), self.matter(id).short_name()],
            Object::Venue(id) => vec![self.venue(id).name()],
            Object::Floor(id) => vec![&self.floor(id).name],
            Object::Zone(id) => vec![&self.zone(id).name],
            Object::Theme(id) => vec![&self.theme(id).name],
            Object::Window(id) => self.window(id).versions.iter().map(|v| v.facts.business.as_str()).collect(),
        }
    }
}
