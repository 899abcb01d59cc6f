//! Spots and the strip screens over them: which window each screen is over in the course of time.

use super::context::Context;
use super::names::DUPLICATE_ID;
use crate::content::Doc;
use crate::content::sign::RawScreens;
use crate::diag::{Diagnostic, Place};
use crate::model::ids::{DeviceId, WindowId, ZoneId};
use crate::model::premises::Premises;
use crate::model::screen_spot::{ScreenSpot, SpotKey};
use crate::model::strip::{Stay, Strip};
use crate::model::time::Span;
use crate::model::window::{Facts, Window};
use jiff::civil::DateTime;
use std::collections::{BTreeMap, BTreeSet};

/// The spots on record; to be called once zones are known.
pub(super) fn spots(doc: Option<&Doc<RawScreens>>, cx: &mut Context<'_>) -> Vec<ScreenSpot> {
    let mut spots: Vec<ScreenSpot> = Vec::new();
    let Some(doc) = doc else { return spots };
    for (n, raw) in doc.value.spots.iter().enumerate() {
        let origin = doc.place.key("位置").index(n);
        if cx.withheld.contains(&origin) {
            cx.names.spots.leave_out(&raw.id);
            continue;
        }
        let Some(zone) = cx.zone(&raw.zone, origin.key("区域")).map(ZoneId) else {
            cx.names.spots.mark_invalid(&raw.id);
            continue;
        };
        if cx.names.spots.add(&raw.id, spots.len(), origin.key("编号"), cx.out) {
            spots.push(ScreenSpot {
                id: raw.id.clone(),
                number: raw.number.clone(),
                zone,
                at: (raw.x.0, raw.y.0),
                device: raw.device.clone(),
                removed: raw.removed.map(|day| day.0),
                origin,
            });
        }
    }
    spots
}

/// The strip screens. Each stays at its spot and is over whichever window is there; one that a record says goes along
/// with its window hangs at the window's new spot from then on. A window that begins where another was has a second
/// address there, its own.
pub(super) fn strips(doc: Option<&Doc<RawScreens>>, premises: &Premises, cx: &mut Context<'_>) -> Vec<Strip> {
    let Some(doc) = doc else { return Vec::new() };
    let devices = Devices::read(doc, cx);
    let mut wall = Wall::new(premises, &devices);
    wall.put_up_spots(cx);
    for together in arrivals(premises).chunk_by(|a, b| a.span.from == b.span.from) {
        wall.arrive(together);
    }
    wall.name_strips();
    wall.strips.sort_by(|a, b| (wall_order(premises, a)).cmp(&wall_order(premises, b)));
    wall.strips
}

/// Screens of windows in the order of the windows, then all others by id.
fn wall_order<'s>(premises: &Premises, strip: &'s Strip) -> (usize, &'s str) {
    let window = premises.windows.iter().position(|window| window.id == strip.id);
    (window.unwrap_or(usize::MAX), &strip.id)
}

/// Which device the strip of a window is.
struct Devices {
    of_window: BTreeMap<WindowId, (DeviceId, (usize, usize))>,
    rest: Option<DeviceId>,
}

impl Devices {
    fn read(doc: &Doc<RawScreens>, cx: &mut Context<'_>) -> Self {
        let mut named: BTreeMap<WindowId, (DeviceId, Place, (usize, usize))> = BTreeMap::new();
        let mut rest = None;
        for (n, raw) in doc.value.strips.iter().enumerate() {
            let place = doc.place.key("窗口条屏").index(n);
            let Some(device) = cx.names.devices.find(&raw.device, place.key("规格"), cx.out) else { continue };
            if raw.windows.is_empty() {
                rest = Some(DeviceId(device));
            }
            for (k, id) in raw.windows.iter().enumerate() {
                let place = place.key("窗口").index(k);
                let Some(window) = cx.names.windows.find(id, place.clone(), cx.out) else { continue };
                let entry = (DeviceId(device), place.clone(), (n, k));
                if let Some((_, first, _)) = named.insert(WindowId(window), entry) {
                    cx.out.push(
                        Diagnostic::new(
                            &DUPLICATE_ID,
                            place,
                            format!("窗口“{id}”的条屏登记了两次"),
                            format!("the strip of window \"{id}\" is listed twice"),
                        )
                        .also(first, "第一次在这里", "first listed here")
                        .fix("一个窗口只有一块条屏，删去其中一处。", "A window has one strip; delete one entry."),
                    );
                }
            }
        }
        let of_window = named.into_iter().map(|(window, (device, _, listed))| (window, (device, listed)));
        Self { of_window: of_window.collect(), rest }
    }

    fn of(&self, window: WindowId) -> Option<(DeviceId, Option<(usize, usize)>)> {
        let listed = self.of_window.get(&window).map(|(device, listed)| (*device, Some(*listed)));
        listed.or_else(|| self.rest.map(|device| (device, None)))
    }
}

/// A window that comes to a spot.
struct Arrival {
    window: WindowId,
    span: Span,
    spot: SpotKey,
    /// Whether it was nowhere before.
    is_first: bool,
    /// Whether its screen comes along.
    brings_screen: bool,
    /// When the record that brings it was published.
    told: DateTime,
}

/// Every stay of every window at a spot, in the order in which they begin.
fn arrivals(premises: &Premises) -> Vec<Arrival> {
    let mut all: Vec<Arrival> = Vec::new();
    for (n, window) in premises.window_ids() {
        let first = all.len();
        for version in &window.versions {
            let spot = premises.spot_of(&version.facts);
            match all[first..].last_mut() {
                Some(last) if last.spot == spot && last.span.to == version.span.from => last.span.to = version.span.to,
                last => {
                    let (id, from) = (&window.id, version.span.from);
                    let is_first = last.is_none();
                    let record = premises.effective_changes().find(|c| c.span.from == from && c.part_of(id).is_some());
                    let part = record.and_then(|change| change.part_of(id));
                    let brings_screen =
                        !is_first && part.is_some_and(|part| part.brings_screen.is_some_and(|yes| yes.0));
                    let told = record.map_or(from, |c| c.clearance.publication().unwrap_or_else(|| c.public_from()));
                    all.push(Arrival { window: n, span: version.span, spot, is_first, brings_screen, told });
                }
            }
        }
    }
    all.sort_by_key(|arrival| (arrival.span.from, arrival.window));
    all
}

/// A spot while the screens are being put up.
struct Used {
    key: SpotKey,
    /// The screens at it: one, under all its addresses.
    screens: Vec<usize>,
    stays: Vec<Stay>,
}

/// The screens while they are being put up.
struct Wall<'p> {
    premises: &'p Premises,
    devices: &'p Devices,
    used: Vec<Used>,
    /// Where a window was last.
    last: BTreeMap<WindowId, usize>,
    strips: Vec<Strip>,
    ids: BTreeSet<String>,
    /// Screens that have no address yet: when their record was published, the window that comes first and when.
    unnamed: Vec<(DateTime, WindowId, DateTime, usize)>,
}

impl<'p> Wall<'p> {
    fn new(premises: &'p Premises, devices: &'p Devices) -> Self {
        let ids = premises.windows.iter().map(|window| window.id.clone());
        let ids = ids.chain(premises.spots.iter().map(|spot| spot.id.clone())).collect();
        Self {
            premises,
            devices,
            used: Vec::new(),
            last: BTreeMap::new(),
            strips: Vec::new(),
            ids,
            unnamed: Vec::new(),
        }
    }

    /// A spot on record has its screen before any window is there.
    fn put_up_spots(&mut self, cx: &mut Context<'_>) {
        let premises = self.premises;
        for (n, spot) in premises.spots.iter().enumerate() {
            let key = premises.spot_key(spot.zone, spot.at);
            let namesake = premises.window_ids().find(|(_, window)| window.id == spot.id);
            let first = namesake.and_then(|(_, window)| window.versions.first());
            let same = premises.spots[..n].iter().find(|other| premises.spot_key(other.zone, other.at) == key);
            let wrong = match same {
                _ if first.is_some_and(|version| premises.spot_of(&version.facts) != key) => not_its_window(spot),
                Some(other) => at_one_point(spot, other),
                None => {
                    let screens = self.screen_at(n, spot, namesake.map(|(window, _)| window), cx);
                    self.used.push(Used { key, screens: screens.into_iter().collect(), stays: Vec::new() });
                    continue;
                }
            };
            cx.out.push(wrong);
        }
    }

    fn screen_at(
        &mut self,
        n: usize,
        spot: &ScreenSpot,
        namesake: Option<WindowId>,
        cx: &mut Context<'_>,
    ) -> Option<usize> {
        let named = match &spot.device {
            Some(id) => Some(DeviceId(cx.names.devices.find(id, spot.origin.key("规格"), cx.out)?)),
            None => None,
        };
        let of_window = namesake.and_then(|window| self.devices.of(window));
        let device = named.or(of_window.map(|(device, _)| device)).or(self.devices.rest)?;
        let listed = of_window.and_then(|(_, listed)| listed);
        Some(self.put_up(spot.id.clone(), (device, listed), Some(n), spot.origin.clone()))
    }

    fn put_up(
        &mut self,
        id: String,
        (device, listed): (DeviceId, Option<(usize, usize)>),
        spot: Option<usize>,
        origin: Place,
    ) -> usize {
        self.ids.insert(id.clone());
        self.strips.push(Strip { id, device, listed, stays: Vec::new(), spot, origin });
        self.strips.len() - 1
    }

    /// Windows that come at one moment: all leave, with the screens they take along, before any arrives.
    fn arrive(&mut self, together: &[Arrival]) {
        let moves: Vec<_> = together.iter().map(|arrival| self.leave(arrival)).collect();
        for (arrival, (here, carried)) in together.iter().zip(moves) {
            self.used[here].screens.extend(carried);
            self.hang(arrival, here);
        }
    }

    /// The spot that a window takes, and the screens that come along from where it was.
    fn leave(&mut self, arrival: &Arrival) -> (usize, Vec<usize>) {
        let Arrival { window, span, spot: key, .. } = *arrival;
        // Two windows at one point at one time: each has its own screen.
        let is_free = |used: &Used| used.stays.last().is_none_or(|stay| stay.span.to <= span.from);
        let here = self.used.iter().position(|used| used.key == key && is_free(used)).unwrap_or(self.used.len());
        if here == self.used.len() {
            self.used.push(Used { key, screens: Vec::new(), stays: Vec::new() });
        }
        self.used[here].stays.push(Stay { window, span });
        let before = self.last.insert(window, here).filter(|before| *before != here && arrival.brings_screen);
        let carried = before.map(|before| std::mem::take(&mut self.used[before].screens));
        (here, carried.unwrap_or_default())
    }

    /// Puts a window under the screens at its spot, and up those that are missing.
    fn hang(&mut self, arrival: &Arrival, here: usize) {
        let Arrival { window, span, .. } = *arrival;
        let Self { used, strips, premises, .. } = self;
        used[here].screens.retain(|screen| !strips[*screen].is_removed(premises, span.from));
        for screen in &used[here].screens {
            strips[*screen].stays.push(Stay { window, span });
        }
        let Some(device) = self.devices.of(window) else { return };
        let Window { id, origin, .. } = self.premises.window(window);
        let screens = &self.used[here].screens;
        let own = arrival.is_first && !screens.iter().any(|screen| self.strips[*screen].id == *id);
        if own || screens.is_empty() {
            let name = if own { id.clone() } else { String::new() };
            let screen = self.put_up(name, device, None, origin.clone());
            if !own {
                self.unnamed.push((arrival.told, window, span.from, screen));
            }
            self.strips[screen].stays.clone_from(&self.used[here].stays);
            self.used[here].screens.push(screen);
        }
    }

    /// Gives screens at spots that a move reaches first their addresses: in the order in which the moves were
    /// published, so that one told later never takes an address that a player has.
    fn name_strips(&mut self) {
        let mut unnamed = std::mem::take(&mut self.unnamed);
        unnamed.sort_unstable();
        for (_, window, moment, screen) in unnamed {
            let id = self.id_of(window, moment);
            self.ids.insert(id.clone());
            self.strips[screen].id = id;
        }
    }

    /// The address of the screen at a spot that a window is the first to come to.
    fn id_of(&self, window: WindowId, moment: DateTime) -> String {
        let window = self.premises.window(window);
        let facts = window.at(moment).map(|version| &version.facts);
        let number = facts.map(|facts| plain(&facts.number)).filter(|number| !number.is_empty());
        let number = number.unwrap_or_else(|| window.id.clone());
        let venue = |facts: &Facts| self.premises.venue(facts.venue).id().to_owned();
        let within = facts.map(|facts| format!("p-{}-{number}", venue(facts)));
        let more = (2..).map(|n: usize| format!("p-{number}-{n}"));
        let mut ids = std::iter::once(format!("p-{number}")).chain(within).chain(more);
        ids.find(|id| !self.ids.contains(id)).unwrap_or(number)
    }
}

fn not_its_window(spot: &ScreenSpot) -> Diagnostic {
    Diagnostic::new(
        &DUPLICATE_ID,
        spot.origin.key("编号"),
        format!("“{}”是窗口编号，这个位置却不是该窗口最初所在处", spot.id),
        format!("\"{}\" is a window's id, and this is not where that window was first", spot.id),
    )
    .fix(
        "给位置另取一个编号，如 p-e13；窗口最初所在的位置才可用窗口编号作编号。",
        "Give the spot another id, such as p-e13; only the spot where a window was first may bear its id.",
    )
}

fn at_one_point(spot: &ScreenSpot, other: &ScreenSpot) -> Diagnostic {
    Diagnostic::new(
        &DUPLICATE_ID,
        spot.origin.clone(),
        format!("位置“{}”与“{}”在同一点", spot.id, other.id),
        format!("spots \"{}\" and \"{}\" are at one point", spot.id, other.id),
    )
    .also(other.origin.clone(), "另一个在这里", "the other is here")
    .fix("删去其中一个，或改正东、南。", "Delete one of them, or correct 东 and 南.")
}

/// A window number as a part of an address: small letters, digits and hyphens.
fn plain(number: &str) -> String {
    number.to_lowercase().chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect()
}
