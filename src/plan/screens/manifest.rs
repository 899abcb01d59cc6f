//! What a strip screen shows when: the view behind `manifest.json` and `manifest.js`, and the list of screens.

use crate::plan::view::{Pictures, View};
use jiff::Timestamp;
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The manifest of one screen. The timeline is sorted and gap-free over `[valid_from, valid_to)`; intervals are
/// half-open.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Manifest {
    /// Of this form: 1.
    pub version: u32,
    /// The screen's id, which is its window's.
    pub screen: String,
    /// `C05窗口`.
    pub title: String,
    /// The local day of the build and a digest of what the manifest says; never a clock.
    pub build: String,
    /// Grows by one whenever the target's manifest changes; filled in when published, 0 before.
    pub seq: u64,
    /// Always `Asia/Shanghai`.
    pub timezone: &'static str,
    /// What the player puts out.
    pub canvas: Size,
    /// What people see of it.
    pub visible: PlayArea,
    /// Clockwise turn of the picture on the canvas, degrees.
    pub rotate: u32,
    /// First instant of the timeline, a local midnight.
    pub valid_from: String,
    /// First instant after it.
    pub valid_to: String,
    /// The pictures by name.
    pub media: BTreeMap<String, Medium>,
    /// What is shown when.
    pub timeline: Vec<TimelineEntry>,
    /// What is shown when the time or the timeline is not to be trusted.
    pub fallback: Fallback,
    /// A picture for each state, as on the first day: for switches on site.
    pub states: BTreeMap<String, String>,
}

/// Pixels.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Size {
    /// Width.
    pub width: u32,
    /// Height.
    pub height: u32,
}

/// A rectangle, pixels.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct PlayArea {
    /// Left.
    pub x: u32,
    /// Top.
    pub y: u32,
    /// Width.
    pub width: u32,
    /// Height.
    pub height: u32,
}

/// A picture.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Medium {
    /// The key of the output that draws it.
    #[serde(skip)]
    pub picture: String,
    /// Address, relative to the manifest; empty until drawn.
    pub src: String,
    /// SHA-256 of the file; empty until drawn.
    pub sha256: String,
    /// Length of the file; 0 until drawn.
    pub bytes: u64,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// What it says.
    pub alt: String,
}

/// One stretch of the timeline.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TimelineEntry {
    /// First instant, RFC 3339 with offset.
    pub from: String,
    /// First instant after it.
    pub to: String,
    /// State code; `off` = the screen is dark.
    pub state: &'static str,
    /// Which record or timetable makes it so.
    pub why: String,
    /// The pictures in turn; none = dark.
    pub show: Vec<Show>,
    /// Of the winning rule; for people only, the timeline is flat.
    pub priority: u32,
    /// Pictures of the states only people on site know (`paused`, `fault`), for this stretch.
    pub manual: BTreeMap<String, String>,
}

/// A picture in a stretch.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Show {
    /// Its name in `media`.
    pub media: String,
    /// How long, seconds; 0 = all the time.
    pub seconds: u32,
}

/// The picture of last resort.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Fallback {
    /// Its name in `media`.
    pub media: String,
}

impl View for Manifest {
    fn filled(&self, pictures: &Pictures, seq: u64) -> Option<Arc<dyn View>> {
        Some(Arc::new(self.with(pictures, seq)))
    }
}

impl Manifest {
    /// The manifest with the facts of its drawn pictures and its sequence number; pictures not drawn stay empty, which
    /// [`Manifest::problems`] reports.
    #[must_use]
    pub fn with(&self, pictures: &Pictures, seq: u64) -> Self {
        let mut manifest = Self { seq, ..self.clone() };
        for medium in manifest.media.values_mut() {
            if let Some(picture) = pictures.get(&medium.picture) {
                // Manifests are in `signage/s/ID/`, pictures somewhere under `signage/`.
                let path = picture.path.strip_prefix("signage/").unwrap_or(&picture.path);
                medium.src = format!("../../{path}");
                medium.sha256.clone_from(&picture.sha256);
                medium.bytes = picture.bytes;
            }
        }
        manifest
    }

    /// What is wrong with a filled-in manifest, in English; empty for a sound one.
    pub fn problems(&self) -> Vec<String> {
        let mut problems = Vec::new();
        let mut expected = self.valid_from.clone();
        for entry in &self.timeline {
            if entry.from != expected {
                problems.push(format!("{} begins at {}, not at {expected}", entry.state, entry.from));
            }
            let instants = (entry.from.parse::<Timestamp>(), entry.to.parse::<Timestamp>());
            if !matches!(instants, (Ok(from), Ok(to)) if from < to) {
                problems.push(format!("{} to {} is no stretch of time", entry.from, entry.to));
            }
            if entry.show.is_empty() != (entry.state == "off") {
                problems.push(format!("{} shows {} pictures", entry.state, entry.show.len()));
            }
            expected.clone_from(&entry.to);
        }
        if expected != self.valid_to {
            problems.push(format!("the timeline ends at {expected}, not at {}", self.valid_to));
        }
        let shown = self.timeline.iter().flat_map(|e| e.show.iter().map(|s| &s.media).chain(e.manual.values()));
        for name in shown.chain(self.states.values()).chain([&self.fallback.media]) {
            if !self.media.contains_key(name) {
                problems.push(format!("there is no picture {name}"));
            }
        }
        for (name, medium) in &self.media {
            let sized = (medium.width, medium.height) == (self.visible.width, self.visible.height);
            if medium.sha256.len() != 64 || medium.src.is_empty() || medium.bytes == 0 || !sized {
                problems.push(format!("picture {name} was not drawn, or not at the visible size"));
            }
        }
        problems
    }
}

/// The list of all screens, `signage/index.json`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ScreenList {
    /// Of this form: 1.
    pub version: u32,
    /// The hall.
    pub title: String,
    /// First instant of every timeline.
    pub valid_from: String,
    /// First instant after them.
    pub valid_to: String,
    /// The screens, by id.
    pub screens: Vec<ListedScreen>,
}

impl View for ScreenList {}

/// A screen in the list.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ListedScreen {
    /// Its id.
    pub id: String,
    /// `C05窗口`.
    pub title: String,
    /// Its place.
    pub place: String,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// Its manifest, relative to the list.
    pub manifest: String,
    /// Its player page, relative to the list.
    pub player: String,
}
