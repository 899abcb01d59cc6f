//! Floors' pages and their plans over the horizon.

use super::Site;
use super::frame::Section;
use super::life::{Days, lives};
use crate::content::FacilityKind;
use crate::diag::Diagnostic;
use crate::model::{FloorId, WindowId};
use crate::plan::floor_plan::{PlanOptions, floor_plan};
use crate::plan::views::web::{Fact, FloorPage, Link, PlanPhase};
use crate::plan::{url, wide};
use jiff::civil::Date;

impl Site<'_> {
    /// A floor's page.
    pub(super) fn floor(&self, n: usize, findings: &mut Vec<Diagnostic>) -> FloorPage {
        let (id, floor) = (FloorId(n), &self.hall.floors[n]);
        let path = url::floor(&floor.id);
        let here: Vec<WindowId> = self.windows_where(|f| self.hall.zone(f.zone).floor == id);
        let others = self.hall.floors.iter().enumerate().filter(|(m, _)| *m != n);
        FloorPage {
            frame: self.frame(&path, Section::Venues, &format!("{}平面图", self.floor_name(id)), Vec::new()),
            name: self.floor_name(id),
            floors: others
                .map(|(_, f)| Link { label: format!("{}{}", f.label, f.name), href: url::floor(&f.id) })
                .collect(),
            plans: self.plans(&path, id, &[], findings),
            halls: self.halls_on(id),
            areas: self.areas_on(floor),
            facilities: FacilityKind::ALL
                .iter()
                .filter_map(|kind| {
                    let of: Vec<_> = floor.facilities.iter().filter(|f| f.kind == *kind).collect();
                    let names: Vec<String> = of.iter().filter_map(|f| f.name.as_deref()).map(wide).collect();
                    let count = format!("{}处", of.len());
                    let value = if names.is_empty() { count } else { format!("{count}（{}）", names.join("、")) };
                    (!of.is_empty()).then(|| Fact { name: kind.word().to_owned(), value })
                })
                .collect(),
            windows: self.window_rows(|v| self.hall.zone(v.facts.zone).floor == id),
            notices: self.notices_about(&here, None),
        }
    }

    /// The plan of the build's day, and the next one when the plan changes on a known day.
    pub(super) fn plans(
        &self,
        path: &str,
        floor: FloorId,
        picked: &[WindowId],
        findings: &mut Vec<Diagnostic>,
    ) -> Vec<PlanPhase> {
        let next = self.next_plan(floor);
        let root = url::root(path);
        let today = self.when.moment.date();
        let mut parts = vec![(Days { from: None, to: next }, today)];
        parts.extend(next.map(|day| (Days { from: Some(day), to: None }, day)));
        parts
            .into_iter()
            .map(|(days, day)| {
                let options = PlanOptions::page(day, &root, picked);
                let (plan, found) = floor_plan(self.hall, floor, &options, self.fonts);
                findings.extend(found);
                PlanPhase { when: days.interval(), words: self.floor_name(floor), plan }
            })
            .collect()
    }

    /// The first day after the build's on which a window of the floor comes, goes, moves, changes its number or state.
    fn next_plan(&self, floor: FloorId) -> Option<Date> {
        let here = |life: super::life::Life<'_>| {
            let version = life.version().filter(|v| self.hall.zone(v.facts.zone).floor == floor)?;
            let facts = &version.facts;
            Some((facts.number.clone(), facts.at.0.to_bits(), facts.at.1.to_bits(), version.suspended.is_some()))
        };
        let mut days: Vec<Date> = Vec::new();
        for (id, _) in self.hall.window_ids() {
            let parts = lives(self.hall, id, self.when);
            let changes = parts.windows(2).filter(|pair| here(pair[0].1) != here(pair[1].1));
            days.extend(changes.filter_map(|pair| pair[1].0.from));
        }
        days.into_iter().min()
    }
}
