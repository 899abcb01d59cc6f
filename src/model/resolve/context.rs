//! What resolving carries along: registers of ids, findings, the records to leave out.

use super::names::Names;
use super::withheld::Withheld;
use crate::content::{Content, file_stem};
use crate::diag::{Diagnostic, Place};
use crate::model::ids::MatterId;

/// What resolving carries along: findings, and the records to leave out.
pub(super) struct Context<'a> {
    pub(super) out: &'a mut Vec<Diagnostic>,
    pub(super) withheld: &'a Withheld,
    pub(super) names: Registers,
    pub(super) dropped_numbers: Vec<String>,
    pub(super) unread: &'a [String],
}

/// The registers of ids while resolving.
pub(super) struct Registers {
    pub(super) units: Names,
    pub(super) offices: Names,
    pub(super) venues: Names,
    pub(super) floors: Names,
    pub(super) zones: Names,
    pub(super) hours: Names,
    pub(super) themes: Names,
    pub(super) matters: Names,
    pub(super) matter_changes: Names,
    pub(super) windows: Names,
    pub(super) postings: Names,
    pub(super) devices: Names,
    pub(super) spots: Names,
    pub(super) big_screens: Names,
    pub(super) notices: Names,
    pub(super) sources: Names,
}

impl Registers {
    fn new() -> Self {
        Self {
            units: Names::new("单位", "unit"),
            offices: Names::new("科室", "office"),
            venues: Names::new("场所", "venue"),
            floors: Names::new("楼层", "floor"),
            zones: Names::new("区域", "zone"),
            hours: Names::new("办公时间", "timetable"),
            themes: Names::new("主题", "theme"),
            matters: Names::new("事项", "matter"),
            matter_changes: Names::new("事项变更", "matter change"),
            windows: Names::new("窗口", "window"),
            postings: Names::new("张贴点", "posting place"),
            devices: Names::new("设备规格", "device"),
            spots: Names::new("位置", "spot"),
            big_screens: Names::new("大屏", "big screen"),
            notices: Names::new("公告", "notice"),
            sources: Names::new("来源", "source"),
        }
    }
}

impl<'a> Context<'a> {
    /// With empty registers; what could not be read is noted in them.
    pub(super) fn new(content: &'a Content, withheld: &'a Withheld, out: &'a mut Vec<Diagnostic>) -> Self {
        let mut cx =
            Self { out, withheld, names: Registers::new(), dropped_numbers: Vec::new(), unread: &content.unread };
        cx.mark_invalid();
        cx
    }

    /// Whether `path` is there but could not be read.
    pub(super) fn is_unread(&self, path: &str) -> bool {
        self.unread.iter().any(|unread| unread == path)
    }

    /// Notes what could not be read, so that references to it are not reported again.
    fn mark_invalid(&mut self) {
        for path in self.unread {
            let stem = file_stem(path);
            match path.split('/').nth(1) {
                Some("matters") => self.names.matters.mark_invalid(stem),
                Some("notices") => self.names.notices.mark_invalid(stem),
                Some("floors") => {
                    self.names.floors.incomplete();
                    self.names.zones.incomplete();
                }
                // A change record may bring windows that others refer to.
                Some("windows" | "changes") => self.names.windows.incomplete(),
                Some("sources.yaml") => self.names.sources.incomplete(),
                Some("screens.yaml") => {
                    self.names.devices.incomplete();
                    self.names.spots.incomplete();
                    self.names.big_screens.incomplete();
                }
                _ => {}
            }
        }
    }

    /// Registers a window that a change record brings.
    pub(super) fn add_window(&mut self, id: &str, position: usize, place: Place) -> bool {
        self.names.windows.add(id, position, place, self.out)
    }

    /// The position of the window called `id`, if there is one.
    pub(super) fn known_window(&self, id: &str) -> Option<usize> {
        self.names.windows.get(id)
    }

    /// Notes a window that is left out for a mistake already reported, and its number if it has one.
    pub(super) fn drop_window(&mut self, id: &str, number: Option<&String>) {
        self.names.windows.mark_invalid(id);
        self.dropped_numbers.extend(number.cloned());
    }

    /// The matters a list names, each once; one that is not there is reported.
    pub(super) fn listed(&mut self, ids: &[String], at: &Place) -> Vec<MatterId> {
        let mut found: Vec<MatterId> = Vec::new();
        for (n, id) in ids.iter().enumerate() {
            let matter = self.matter(id, at.index(n)).map(MatterId);
            found.extend(matter.filter(|matter| !found.contains(matter)));
        }
        found
    }
}

/// Look-ups, each with a diagnostic when it fails.
macro_rules! finders {
    ($($name:ident => $register:ident),*) => {
        impl Context<'_> { $(
            pub(super) fn $name(&mut self, id: &str, place: Place) -> Option<usize> {
                self.names.$register.find(id, place, self.out)
            }
        )* }
    };
}

finders!(
    unit => units, venue => venues, zone => zones, window => windows, matter => matters, hours => hours,
    posting => postings, office => offices, spot => spots
);
