//! The people at the windows.

use super::context::Context;
use super::names::Names;
use crate::content::Doc;
use crate::content::staff::RawStaff;
use crate::model::ids::{UnitId, WindowId};
use crate::model::staff::Person;

/// The people; one whose unit is unknown is left out.
pub(super) fn people(doc: Option<&Doc<RawStaff>>, cx: &mut Context<'_>) -> Vec<Person> {
    let mut people = Vec::new();
    let Some(doc) = doc else { return people };
    let mut numbers = Names::new("人员", "staff");
    for (n, raw) in doc.value.people.iter().enumerate() {
        let origin = doc.place.key("人员").index(n);
        // Staff numbers are often written in capitals; the file made of one is not.
        let number = raw.id.to_ascii_lowercase();
        if cx.withheld.contains(&origin) || !numbers.add(&number, n, origin.key("工号"), cx.out) {
            continue;
        }
        let (names, out) = (&cx.names, &mut *cx.out);
        let unit = names.units.find(&raw.unit, origin.key("单位"), out);
        let windows = raw.windows.iter().enumerate();
        let windows = windows.filter_map(|(k, id)| names.windows.find(id, origin.key("窗口").index(k), out));
        let windows = windows.map(WindowId).collect();
        if let Some(unit) = unit {
            people.push(Person { written: raw.clone(), unit: UnitId(unit), windows, origin });
        }
    }
    people
}
