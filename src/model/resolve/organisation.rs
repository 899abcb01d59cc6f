//! Units, offices, duties, hours, profile.

use super::context::Context;
use super::days::in_order;
use super::names::UNKNOWN_REFERENCE;
use super::postings::postings;
use crate::content::hours::RawHoursFile;
use crate::content::profile::RawProfile;
use crate::content::site::RawSite;
use crate::content::unit::RawUnits;
use crate::content::{Content, Doc, Shipped};
use crate::diag::{Diagnostic, Place};
use crate::model::hours::{Exception, Hours, Timetable};
use crate::model::ids::{HoursId, OfficeId, UnitId};
use crate::model::profile::{Layer, Profile};
use crate::model::unit::{Office, Unit};
use crate::model::venue::{Duty, PlanTask};
use crate::text::nearest::nearest;

pub(super) fn units(doc: &Doc<RawUnits>, cx: &mut Context<'_>) -> (Vec<Unit>, Vec<Office>) {
    let mut units = Vec::new();
    for (n, raw) in doc.value.units.iter().enumerate() {
        let origin = doc.place.key("单位").index(n);
        if cx.withheld.contains(&origin) {
            cx.names.units.leave_out(&raw.id);
        } else if cx.names.units.add(&raw.id, units.len(), origin.key("编号"), cx.out) {
            cx.names.units.calls(&raw.id, [&raw.name, &raw.short_name].into_iter().chain(&raw.aliases));
            units.push(Unit { written: raw.clone(), origin });
        }
    }
    let mut offices: Vec<Office> = Vec::new();
    for (n, raw) in doc.value.offices.iter().enumerate() {
        let origin = doc.place.key("科室").index(n);
        if cx.withheld.contains(&origin) {
            cx.names.offices.leave_out(&raw.id);
        } else if cx.names.offices.add(&raw.id, offices.len(), origin.key("编号"), cx.out) {
            cx.names.offices.calls(&raw.id, [&raw.name].into_iter().chain(&raw.aliases));
            offices.push(Office { written: raw.clone(), host: None, origin });
        }
    }
    for office in &mut offices {
        if let Some(host) = &office.written.hosted_by {
            office.host = cx.names.offices.find(host, office.origin.key("设在"), cx.out).map(OfficeId);
        }
    }
    (units, offices)
}

pub(super) fn duties(site: &Doc<RawSite>, cx: &mut Context<'_>) -> Vec<Duty> {
    let mut duties = Vec::new();
    for (n, raw) in site.value.duties.iter().enumerate() {
        let place = site.place.key("责任分工").index(n);
        if cx.withheld.contains(&place) {
            continue;
        }
        if let Some(office) = cx.names.offices.find(&raw.office, place.key("科室"), cx.out) {
            duties.push(Duty { topic: raw.topic.clone(), office: OfficeId(office) });
        }
    }
    duties
}

/// Tasks whose units are all unknown are left out; why is in the findings.
pub(super) fn plan_tasks(site: &Doc<RawSite>, cx: &mut Context<'_>) -> Vec<PlanTask> {
    let mut tasks = Vec::new();
    for (n, raw) in site.value.tasks.iter().enumerate() {
        let origin = site.place.key("工作任务").index(n);
        if cx.withheld.contains(&origin) {
            continue;
        }
        let place = origin.key("责任单位");
        let units = raw.units.iter().enumerate();
        let units: Vec<UnitId> =
            units.filter_map(|(n, id)| cx.names.units.find(id, place.index(n), cx.out).map(UnitId)).collect();
        if raw.units.is_empty() {
            let finding = Diagnostic::new(
                &crate::source::rules::MISSING_KEY,
                origin.clone(),
                format!("任务“{}”没有写责任单位", raw.task),
                format!("the task \"{}\" names no responsible unit", raw.task),
            );
            cx.out.push(finding.fix("写上单位编号。", "Name units by their ids."));
        }
        if !units.is_empty() {
            tasks.push(PlanTask { written: raw.clone(), units, origin });
        }
    }
    tasks
}

/// The profile a site has chosen, as far as it can be read; what is wrong with it is found when the site is resolved.
pub fn chosen_profile(content: &Content, shipped: &Shipped) -> Option<Profile> {
    let known = known_profiles(content, shipped);
    let chosen = content.site.as_ref()?.value.profile.iter();
    let layers = chosen.filter_map(|id| known.iter().find(|(raw, _)| raw.id == *id)).map(layer);
    Some(Profile::merge(&layers.collect::<Vec<_>>()))
}

type KnownProfile<'c> = (&'c RawProfile, Option<&'c Place>);

/// The profiles a site may choose: its own, with where they are written, and the program's.
fn known_profiles<'c>(content: &'c Content, shipped: &'c Shipped) -> Vec<KnownProfile<'c>> {
    let own = content.profiles.iter().map(|doc| (&*doc.value, Some(&doc.place)));
    own.chain(shipped.profiles.iter().map(|raw| (raw, None))).collect()
}

fn layer<'c>((raw, origin): &KnownProfile<'c>) -> (Layer, &'c RawProfile) {
    (Layer { id: raw.id.clone(), name: raw.name.clone(), origin: origin.cloned() }, *raw)
}

pub(super) fn profile(site: &Doc<RawSite>, content: &Content, shipped: &Shipped, cx: &mut Context<'_>) -> Profile {
    let known = known_profiles(content, shipped);
    let mut layers = Vec::new();
    for (n, id) in site.value.profile.iter().enumerate() {
        if let Some(chosen) = known.iter().find(|(raw, _)| &raw.id == id) {
            layers.push(layer(chosen));
            continue;
        }
        let names: Vec<&str> = known.iter().map(|(p, _)| p.id.as_str()).collect();
        let near = nearest(id, names.iter().copied()).unwrap_or("yinchuan");
        let [zh, en] = crate::source::split_item(id)
            .unwrap_or_else(|| [format!("是不是“{near}”？"), format!("Did you mean \"{near}\"?")]);
        let place = site.place.key("制度").index(n);
        cx.out.push(
            Diagnostic::new(
                &UNKNOWN_REFERENCE,
                place,
                format!("没有编号为“{id}”的制度"),
                format!("no profile has the id \"{id}\""),
            )
            .expected(names.join("、"), names.join(", "))
            .fix(zh, en),
        );
    }
    Profile::merge(&layers)
}

pub(super) fn hours(doc: &Doc<RawHoursFile>, cx: &mut Context<'_>) -> Hours {
    let mut hours = Hours::default();
    for (n, raw) in doc.value.timetables.iter().enumerate() {
        let origin = doc.place.key("办公时间").index(n);
        let position = hours.timetables.len();
        if cx.withheld.contains(&origin) {
            cx.names.hours.leave_out(&raw.id);
        } else if cx.names.hours.add(&raw.id, position, origin.key("编号"), cx.out) {
            cx.names.hours.calls(&raw.id, [&raw.name]);
            hours.timetables.push(Timetable::new(raw, origin));
        }
    }
    hours
}

/// The exceptions; their notices are posted at posting places, which are known later than the timetables.
pub(super) fn exceptions(doc: &Doc<RawHoursFile>, cx: &mut Context<'_>) -> Vec<Exception> {
    let mut exceptions = Vec::new();
    for (n, raw) in doc.value.exceptions.iter().enumerate() {
        let origin = doc.place.key("临时调整").index(n);
        if !in_order(raw.from, raw.last_day, &origin, cx.out) {
            continue;
        }
        let place = origin.key("办公时间");
        let found: Vec<HoursId> = raw
            .timetables
            .iter()
            .enumerate()
            .filter_map(|(k, id)| cx.names.hours.find(id, place.index(k), cx.out).map(HoursId))
            .collect();
        if found.len() == raw.timetables.len() {
            let postings = postings(raw.notice.as_ref(), &origin, cx);
            exceptions.push(Exception::new(raw, found, postings, origin));
        }
    }
    exceptions
}
