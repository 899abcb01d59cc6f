//! 简版指南: a matter on half a sheet.

use super::{Frame, Interval, Link, MaterialGroup, NoticeItem, Summary};
use crate::plan::view::View;
use serde::Serialize;

/// `brief.html`: where, what to bring, how long, how much; everything else is in the full guide.
#[derive(Clone, Debug, Serialize)]
pub struct BriefPage {
    /// The frame; its canonical address is the full guide's.
    pub frame: Frame,
    /// The matter's full name.
    pub name: String,
    /// Whether its data is illustrative.
    pub illustrative: bool,
    /// The full guide.
    pub full: Link,
    /// Notices that concern it.
    pub notices: Vec<NoticeItem>,
    /// Where it is done.
    pub stands: Vec<BriefStand>,
    /// Where else, outside the hall.
    pub also_at: Vec<Link>,
    /// How long, how much, how often.
    pub summary: Summary,
    /// What to bring.
    pub materials: Vec<MaterialGroup>,
    /// The phone to ask.
    pub phone: String,
    /// The address of the full guide, for its QR code.
    pub code: Option<String>,
}

impl View for BriefPage {}

/// Windows that stand in one place and open at the same hours.
#[derive(Clone, Debug, Serialize)]
pub struct BriefStand {
    /// When.
    #[serde(flatten)]
    pub when: Interval,
    /// Their numbers and pages.
    pub plates: Vec<Link>,
    /// The floor.
    pub floor: Link,
    /// The sub-hall.
    pub venue: String,
    /// Opening hours in words.
    pub hours: String,
    /// Opening data for the script.
    pub now: String,
    /// Whether they are suspended.
    pub suspended: bool,
    /// Where people go while they are.
    pub note: Option<String>,
}
