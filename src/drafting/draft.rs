//! The record made from the answers.

use super::answers::{Answers, add};
use super::dates::Advice;
use super::missing::Lack;
use super::place;
use super::yaml::{YamlRecord, YamlRow};
use crate::content::PostingKind;
use crate::diag::LocalizedText;
use crate::model::Hall;
use crate::model::duties::{USUAL, inside_boards};
use crate::model::ids::VenueId;
use crate::model::venue::PostingPlace;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// A record to be written.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// Its id.
    pub id: String,
    /// Its file, below the site's folder.
    pub path: String,
    /// Its text.
    pub yaml: String,
    /// The dates that were counted.
    pub advice: Advice,
    /// What the program chose itself and somebody should look at.
    pub chosen: Vec<LocalizedText>,
}

impl Answers {
    /// The record, or everything that is still wrong or missing.
    ///
    /// `today` is the day it is written: no posting is planned for a day that is over.
    ///
    /// # Errors
    /// A list of what is missing, and of what is impossible.
    pub fn draft(&self, hall: &Hall, today: Date) -> Result<Draft, Vec<Lack>> {
        let missing = self.missing(hall);
        let (Some(kind), Some(effective), Some(applicant)) = (self.kind, self.effective, self.applicant(hall)) else {
            return Err(missing);
        };
        if !missing.is_empty() {
            return Err(missing);
        }
        let mut chosen = Vec::new();
        let parts = self.parts(hall, &mut chosen);
        let advice = Advice::count(hall, self, kind, effective, today);
        let whose = self.venue.as_deref().filter(|_| self.is_whole()).unwrap_or(&applicant);
        let what = kind.alias().trim_end_matches("-venue");
        let id = free_id(self, hall, &format!("{effective}-{whose}-{what}"));
        let postings = self.posting_places(hall);
        if postings.is_empty() {
            chosen.push(LocalizedText::new(
                "site.yaml 没有登记可以张贴这份公告的公告栏，记录里没有写张贴",
                "site.yaml registers no board for this notice; no posting was written",
            ));
        }
        let record = YamlRecord { id: &id, kind, effective, today, applicant: &applicant, answers: self };
        let yaml = record.write(&parts, &postings, &advice, self.editor(hall).as_deref());
        Ok(Draft { path: format!("content/changes/{id}.yaml"), id, yaml, advice, chosen })
    }

    /// The windows as they will be written; where none was given, a position in the zone.
    fn parts(&self, hall: &Hall, chosen: &mut Vec<LocalizedText>) -> Vec<YamlRow> {
        let zone = self.zone.as_ref().and_then(|id| hall.zones.iter().position(|zone| zone.id == *id));
        let mut taken = Vec::new();
        let mut parts = Vec::new();
        for id in &self.windows {
            let moves = self.brings_windows()
                || zone.is_some_and(|zone| self.facts(hall, id).is_some_and(|facts| facts.zone.0 != zone));
            let given = self.east.zip(self.south).filter(|_| self.windows.len() == 1);
            let at = match (given, zone, self.effective) {
                (Some(at), ..) => Some(at),
                (None, Some(zone), Some(day)) if moves => {
                    let at = place::free(hall, zone, day, &taken);
                    taken.push(at);
                    let name = &hall.zones[zone].name;
                    chosen.push(LocalizedText::new(
                        format!("{id} 的位置（东 {}，南 {}）由程序在{name}里选定，请对照平面图核对", at.0, at.1),
                        format!(
                            "the position of {id} ({}, {}) was chosen in {name}; compare with the plan",
                            at.0, at.1
                        ),
                    ));
                    Some(at)
                }
                _ => None,
            };
            parts.push(YamlRow { window: id.clone(), number: self.number_of(id), at });
        }
        parts
    }

    /// Where the notice is posted, in the usual places: outside the entrances, and inside each venue concerned.
    fn posting_places(&self, hall: &Hall) -> Vec<String> {
        let of_windows = self.windows.iter().filter_map(|id| self.facts(hall, id)).map(|facts| facts.venue);
        let zone = self.zone.as_ref().and_then(|id| hall.zones.iter().find(|zone| zone.id == *id));
        let own = self.venue.as_ref().and_then(|id| hall.venues.iter().position(|venue| venue.id() == id));
        // A new window in a zone of no sub-hall belongs to the hall that owns the floor.
        let of_floor = zone.filter(|_| self.brings_windows()).map(|zone| hall.floor(zone.floor).venue);
        let new = own.map(VenueId).or(zone.and_then(|zone| zone.venue)).or(of_floor);
        let takes_over = hall.venues.iter().position(|venue| self.to_venue.as_deref() == Some(venue.id()));
        let venues: BTreeSet<_> = of_windows.chain(new).chain(takes_over.map(VenueId)).collect();
        let boards = USUAL.iter().flat_map(|kind| -> Vec<&PostingPlace> {
            match kind {
                PostingKind::InsideBoard => venues.iter().filter_map(|v| inside_boards(hall, *v).next()).collect(),
                kind => hall.postings.iter().find(|place| place.kind == *kind).into_iter().collect(),
            }
        });
        let mut ids: Vec<String> = Vec::new();
        add(&mut ids, boards.map(|place| place.id.clone()).collect());
        ids
    }
}

/// `wanted`, or with a number appended where a record already has that id.
fn free_id(answers: &Answers, hall: &Hall, wanted: &str) -> String {
    let is_taken = |id: &str| {
        answers.taken.contains(id)
            || hall.changes.iter().any(|change| change.id == id)
            || hall.amendments.iter().any(|amendment| amendment.id == id)
    };
    let numbered = (2..).map(|n: u32| format!("{wanted}-{n}"));
    std::iter::once(wanted.to_owned()).chain(numbered).find(|id| !is_taken(id)).unwrap_or_default()
}
