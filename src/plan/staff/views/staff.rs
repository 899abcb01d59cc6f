//! Views of the staff's work lists, `layouts/staff/`: every value finished text.

use crate::plan::lines::Difference;
use crate::plan::notices::channels::article::{Article, Code};
use crate::plan::view::View;
use serde::Serialize;

/// What all staff pages have.
#[derive(Clone, Debug, Serialize)]
pub struct StaffFrame {
    /// The page's name.
    pub title: String,
    /// The hall.
    pub site: String,
    /// The day the list is of, `2026年10月12日（星期一）`.
    pub day: String,
    /// The way back to the root of the tree: `""`, `"../"`.
    pub root: String,
    /// The pages.
    pub nav: Vec<StaffLink>,
    /// The style sheet.
    pub css: String,
    /// The style itself, of a page that needs no other file.
    pub style: Option<String>,
    /// The same list in other forms.
    pub files: Vec<StaffLink>,
}

/// A link of a staff page.
#[derive(Clone, Debug, Serialize)]
pub struct StaffLink {
    /// What it says.
    pub label: String,
    /// Address.
    pub href: String,
    /// Whether it is the page itself.
    pub current: bool,
}

/// What is to be done now.
#[derive(Clone, Debug, Serialize)]
pub struct StaffHome {
    /// Frame.
    pub frame: StaffFrame,
    /// Overdue, today, soon; empty ones too.
    pub sections: Vec<DutySection>,
    /// The lists with what stands in them.
    pub lists: Vec<ListCard>,
}

impl View for StaffHome {}

/// A list on the first page.
#[derive(Clone, Debug, Serialize)]
pub struct ListCard {
    /// Its name.
    pub label: String,
    /// Address.
    pub href: String,
    /// What it is for.
    pub about: String,
    /// `12项`.
    pub count: String,
}

/// Duties of one urgency.
#[derive(Clone, Debug, Serialize)]
pub struct DutySection {
    /// `overdue`, `today`, `soon`.
    pub code: &'static str,
    /// Its heading.
    pub title: String,
    /// What stands when there is nothing.
    pub none: &'static str,
    /// The duties.
    pub rows: Vec<DutyRow>,
}

/// A duty.
#[derive(Clone, Debug, Serialize)]
pub struct DutyRow {
    /// When.
    pub due: String,
    /// What.
    pub what: String,
    /// Who.
    pub who: String,
    /// The clause.
    pub clause: &'static str,
    /// The file it is written in.
    pub file: String,
}

/// Tasks by office.
#[derive(Clone, Debug, Serialize)]
pub struct TasksPage {
    /// Frame.
    pub frame: StaffFrame,
    /// `逾期1项，待办3项`.
    pub summary: String,
    /// Offices and units, those with overdue tasks first.
    pub groups: Vec<TaskGroup>,
}

impl View for TasksPage {}

/// The tasks of one office or unit.
#[derive(Clone, Debug, Serialize)]
pub struct TaskGroup {
    /// Its name.
    pub name: String,
    /// `逾期1项，待办3项`.
    pub summary: String,
    /// The tasks.
    pub rows: Vec<TaskRow>,
}

/// A task.
#[derive(Clone, Debug, Serialize)]
pub struct TaskRow {
    /// When it is due.
    pub due: String,
    /// The advised day.
    pub advised: Option<String>,
    /// What.
    pub what: String,
    /// Parts with boxes.
    pub parts: Vec<TaskPart>,
    /// Who receives it.
    pub to: Option<String>,
    /// Who does it with them.
    pub with: Option<String>,
    /// The form it hands in.
    pub form: Option<StaffLink>,
    /// The clause.
    pub clause: &'static str,
    /// The file it is written in.
    pub file: String,
    /// `overdue`, `todo`, `lapsed`, `done`.
    pub code: &'static str,
    /// `逾期`, `待办`, `应已办`, `已办`.
    pub state: &'static str,
    /// When it was done, or why not.
    pub note: Option<String>,
}

/// A part of a task.
#[derive(Clone, Debug, Serialize)]
pub struct TaskPart {
    /// What.
    pub name: String,
    /// Whether the program does it.
    pub automatic: bool,
}

/// The posting schedule.
#[derive(Clone, Debug, Serialize)]
pub struct PostingPage {
    /// Frame.
    pub frame: StaffFrame,
    /// By what hangs: each notice with its places.
    pub groups: Vec<PostingGroup>,
}

impl View for PostingPage {}

/// One notice and where it hangs.
#[derive(Clone, Debug, Serialize)]
pub struct PostingGroup {
    /// Its title.
    pub what: String,
    /// On what.
    pub carrier: String,
    /// The file to print.
    pub print: Option<String>,
    /// Who hangs it.
    pub who: String,
    /// Who approved it.
    pub approval: String,
    /// The file it is written in.
    pub file: String,
    /// The places.
    pub rows: Vec<PostingRow>,
}

/// A place where something hangs.
#[derive(Clone, Debug, Serialize)]
pub struct PostingRow {
    /// The place.
    pub place: String,
    /// What kind of place.
    pub kind: String,
    /// First day.
    pub from: String,
    /// Last day.
    pub last: String,
    /// `now`, `todo`, `lapsed`.
    pub code: &'static str,
    /// `张贴中`, `待张贴`, `应已撤下`.
    pub state: &'static str,
}

/// What comes down, by date.
#[derive(Clone, Debug, Serialize)]
pub struct TakeDownPage {
    /// Frame.
    pub frame: StaffFrame,
    /// The days.
    pub days: Vec<TakeDownDay>,
}

impl View for TakeDownPage {}

/// One day of the list.
#[derive(Clone, Debug, Serialize)]
pub struct TakeDownDay {
    /// The day.
    pub day: String,
    /// `lapsed`, `today`, `todo`.
    pub code: &'static str,
    /// `应已撤下`, `今天`, empty.
    pub state: &'static str,
    /// What comes down.
    pub rows: Vec<TakeDownRow>,
}

/// Something that comes down.
#[derive(Clone, Debug, Serialize)]
pub struct TakeDownRow {
    /// `上班前`, `下班后`.
    pub hour: &'static str,
    /// What.
    pub what: String,
    /// Where.
    pub place: String,
    /// On what.
    pub carrier: String,
    /// Who.
    pub who: String,
    /// Whether the program does it.
    pub automatic: bool,
    /// The file it is written in.
    pub file: String,
}

/// Boards to be made again.
#[derive(Clone, Debug, Serialize)]
pub struct ReprintPage {
    /// Frame.
    pub frame: StaffFrame,
    /// What the ledger does not know, if anything.
    pub unrecorded: Option<String>,
    /// The days from which new texts hold.
    pub days: Vec<ReprintDay>,
}

impl View for ReprintPage {}

/// Boards of one day.
#[derive(Clone, Debug, Serialize)]
pub struct ReprintDay {
    /// The day.
    pub day: String,
    /// `lapsed`, `today`, `todo`.
    pub code: &'static str,
    /// `应已更换`, `今天`, empty.
    pub state: &'static str,
    /// The boards.
    pub rows: Vec<ReprintRow>,
}

/// A board.
#[derive(Clone, Debug, Serialize)]
pub struct ReprintRow {
    /// `新做`, `更换`, `拆除`.
    pub kind: &'static str,
    /// Its name.
    pub name: String,
    /// Its kind and size.
    pub size: String,
    /// Where it hangs.
    pub place: String,
    /// Who makes it.
    pub office: String,
    /// The whole text of a board to be made for the first time or taken down.
    pub whole: Vec<String>,
    /// Old and new text of one to be made again.
    pub lines: Vec<Difference>,
    /// How it is known what hangs.
    pub basis: String,
    /// The changes behind it.
    pub causes: String,
    /// The file to print.
    pub file: String,
}

/// What there is.
#[derive(Clone, Debug, Serialize)]
pub struct RegistersPage {
    /// Frame.
    pub frame: StaffFrame,
    /// The registers; none is empty.
    pub registers: Vec<Register>,
}

impl View for RegistersPage {}

/// A register.
#[derive(Clone, Debug, Serialize)]
pub struct Register {
    /// What it is of.
    pub title: String,
    /// A word on where its lines come from; may be empty.
    pub about: &'static str,
    /// Heads of the columns.
    pub heads: Vec<&'static str>,
    /// Lines, with as many cells as there are heads.
    pub rows: Vec<Vec<String>>,
}

/// The calendar of coming changes.
#[derive(Clone, Debug, Serialize)]
pub struct ComingPage {
    /// Frame.
    pub frame: StaffFrame,
    /// The days.
    pub days: Vec<ComingDay>,
}

impl View for ComingPage {}

/// A day on which something begins or ends.
#[derive(Clone, Debug, Serialize)]
pub struct ComingDay {
    /// The day.
    pub day: String,
    /// `周末`, `国庆节`, empty on working days.
    pub off: String,
    /// What begins and ends.
    pub rows: Vec<ComingRow>,
}

/// Something that begins or ends.
#[derive(Clone, Debug, Serialize)]
pub struct ComingRow {
    /// `调整生效`, …
    pub kind: String,
    /// What.
    pub what: String,
    /// Where it shows.
    pub effects: Vec<ComingEffect>,
    /// The file it is written in.
    pub file: String,
}

/// Where a change shows.
#[derive(Clone, Debug, Serialize)]
pub struct ComingEffect {
    /// `网站`, …
    pub on: &'static str,
    /// Which.
    pub which: String,
}

/// What to copy into other channels.
#[derive(Clone, Debug, Serialize)]
pub struct ChannelsPage {
    /// Frame.
    pub frame: StaffFrame,
    /// The texts, the newest first.
    pub items: Vec<ChannelItem>,
}

impl View for ChannelsPage {}

/// One announcement or notice for all channels.
#[derive(Clone, Debug, Serialize)]
pub struct ChannelItem {
    /// The stem of its files, and its anchor.
    pub id: String,
    /// `31/64`
    pub title_count: String,
    /// `58/120`
    pub digest_count: String,
    /// `420/50000`
    pub body_count: String,
    /// The first day it is public, `2026年9月28日（星期一）`.
    pub announced: String,
    /// The time it is published, where that is still to come.
    pub not_before: Option<String>,
    /// Who approved it and when; empty when no record says so.
    pub approval: String,
    /// The record's file.
    pub file: String,
    /// The QR code of its page, where the site has an address.
    pub code: Option<Code>,
    /// `共96字，拆成2条`
    pub message_count: String,
    /// The parts of the short message.
    pub message: Vec<MessagePart>,
    /// The paragraphs to be read aloud.
    pub aloud: Vec<String>,
    /// The files, relative to the page.
    pub wechat: String,
    /// The short message.
    pub sms: String,
    /// The text to be read aloud.
    pub broadcast: String,
    /// The article.
    pub article: Article,
}

/// A part of a short message.
#[derive(Clone, Debug, Serialize)]
pub struct MessagePart {
    /// Its characters.
    pub count: usize,
    /// Its text.
    pub text: String,
}

/// The forms.
#[derive(Clone, Debug, Serialize)]
pub struct FormsPage {
    /// Frame.
    pub frame: StaffFrame,
    /// Those filled in from records.
    pub records: Vec<FormRow>,
    /// Those always at hand.
    pub at_hand: Vec<FormRow>,
    /// The name of the form every matter has.
    pub title: Option<String>,
    /// The forms of matters by unit.
    pub matters: Vec<FormGroup>,
}

impl View for FormsPage {}

/// A form.
#[derive(Clone, Debug, Serialize)]
pub struct FormRow {
    /// Its name and file.
    pub link: StaffLink,
    /// What it is about.
    pub about: String,
    /// The office it goes to.
    pub to: Option<String>,
    /// By when.
    pub due: Option<String>,
    /// The clause.
    pub clause: &'static str,
    /// The file of the record.
    pub file: Option<String>,
}

/// The forms of a unit's matters.
#[derive(Clone, Debug, Serialize)]
pub struct FormGroup {
    /// The unit.
    pub name: String,
    /// Those of the unit itself.
    pub own: Vec<StaffLink>,
    /// The forms, by matter.
    pub forms: Vec<StaffLink>,
}
