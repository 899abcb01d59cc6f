//! The only maker of output paths and addresses. All are relative to the tree's root; a page puts
//! [`root`] of its own path before them, so the site works under any sub-path and from `file://`.

/// The way from the page at `path` back to the site's root: `""`, `"../"`, …
pub fn root(path: &str) -> String {
    "../".repeat(path.matches('/').count())
}

/// The page in another language beside the Chinese page at `path`.
pub fn in_language(code: &str, path: &str) -> String {
    format!("{code}/{path}")
}

/// The home page.
pub const HOME: &str = "index.html";
/// The list of all matters by initial.
pub const A_TO_Z: &str = "a-z.html";
/// The page of one letter of that list, where it is split; the letter's second page is part 2.
pub fn letter(key: &str, part: usize) -> String {
    if part > 1 { format!("a-z/{key}-{part}.html") } else { format!("a-z/{key}.html") }
}

/// The list of notices.
pub const NOTICES: &str = "notices/index.html";
/// The list of windows.
pub const WINDOWS: &str = "windows/index.html";
/// The list of units.
pub const UNITS: &str = "units/index.html";
/// The list of themes.
pub const THEMES: &str = "themes/index.html";
/// The list of venues and floors.
pub const VENUES: &str = "venues/index.html";
/// The hub of all service pages.
pub const SERVICE: &str = "service/index.html";
/// The hall in figures.
pub const FACTS: &str = "service/facts.html";
/// The same for spreadsheets.
pub const FACTS_CSV: &str = "service/facts.csv";
/// Opening hours, day by day.
pub const HOURS: &str = "service/hours.html";
/// The year, day by day.
pub const CALENDAR: &str = "service/calendar.html";
/// The same for calendars of phones and computers.
pub const CALENDAR_ICS: &str = "service/hours.ics";
/// Complaints and evaluation.
pub const CHANNELS: &str = "service/channels.html";
/// Places outside the hall.
pub const NEARBY: &str = "service/nearby.html";
/// Help, self-service and facilities.
pub const HELP: &str = "service/help.html";
/// The service systems.
pub const SYSTEMS: &str = "service/systems.html";
/// What there is to download.
pub const DOWNLOADS: &str = "service/downloads.html";
/// The site map for people.
pub const MAP: &str = "service/map.html";
/// The statement of accessibility.
pub const ACCESSIBILITY: &str = "service/accessibility.html";
/// Policies and their interpretations.
pub const POLICIES: &str = "policies/index.html";
/// The page for addresses that lead nowhere.
pub const LOST: &str = "404.html";
/// What open data there is.
pub const DATA: &str = "data/index.html";

/// A file of open data.
pub fn data(name: &str) -> String {
    format!("data/{name}")
}

/// The site map for search engines.
pub const SITE_MAP: &str = "sitemap.xml";
/// What search engines may read.
pub const ROBOTS: &str = "robots.txt";
/// What a device reads to keep the site among its applications.
pub const MANIFEST: &str = "manifest.webmanifest";
/// The worker that keeps pages for moments without network; it may serve what is beside and below it.
pub const WORKER: &str = "sw.js";
/// The first page of a touch terminal.
pub const KIOSK: &str = "kiosk.html";
/// The feed of all notices.
pub const FEED: &str = "feeds/all.xml";

/// The feed of the notices that concern a unit.
pub fn unit_feed(id: &str) -> String {
    format!("feeds/unit-{id}.xml")
}

/// The list of screens.
pub const SCREENS: &str = "signage/index.json";

/// What the names of the files with search data begin with.
pub const SEARCH_DATA: &str = "assets/search-data.";

/// A list of 大厅服务.
pub fn list(id: &str) -> String {
    format!("lists/{id}.html")
}

/// One of the pages of a list that is too long for one.
pub fn list_part(id: &str, part: &str) -> String {
    format!("lists/{id}/{part}.html")
}

/// A whole list as a table for spreadsheets.
pub fn list_csv(id: &str) -> String {
    format!("lists/{id}.csv")
}

/// A file to download, by the hash of its bytes.
pub fn attachment(hash: &str, ending: &str) -> String {
    format!("attachments/{hash}.{ending}")
}

/// A matter's page.
pub fn matter(id: &str) -> String {
    format!("matters/{id}.html")
}

/// A matter's brief guide.
pub fn matter_brief(id: &str) -> String {
    format!("matters/{id}/brief.html")
}

/// A window's page.
pub fn window(id: &str) -> String {
    format!("windows/{id}.html")
}

/// A unit's page.
pub fn unit(id: &str) -> String {
    format!("units/{id}.html")
}

/// A theme's page.
pub fn theme(id: &str) -> String {
    format!("themes/{id}.html")
}

/// A venue's page.
pub fn venue(id: &str) -> String {
    format!("venues/{id}.html")
}

/// A floor's page.
pub fn floor(id: &str) -> String {
    format!("floors/{id}.html")
}

/// A notice's page.
pub fn notice(id: &str) -> String {
    format!("notices/{id}.html")
}

/// The past notices of a year.
pub fn archive(year: &str) -> String {
    format!("notices/archive/{year}.html")
}

/// What the ids of circulars begin with: announcements that no change record makes.
const CIRCULARS: [&str; 3] = ["holiday-", "hours-", "fault-"];

/// The stem of the files under `notices/` that an announcement becomes: that of a circular is its id.
pub fn announcement_stem(change: &str) -> String {
    if CIRCULARS.iter().any(|begin| change.starts_with(begin)) {
        return change.to_owned();
    }
    format!("change-{change}")
}

/// The page of a change record's announcement.
pub fn announcement(change: &str) -> String {
    notice(&announcement_stem(change))
}

/// The plain text of an announcement.
pub fn announcement_text(change: &str) -> String {
    plain_text(&announcement_stem(change))
}

/// The plain text beside a page.
pub fn plain_text(stem: &str) -> String {
    format!("notices/{stem}.txt")
}

/// The Word document beside the page of a notice or an announcement.
pub fn document(stem: &str) -> String {
    format!("notices/{stem}.docx")
}

/// The service worker of all players; it may serve what is beside and below it.
pub const SCREEN_WORKER: &str = "signage/worker.js";

/// Whether a public path is of the screens, not of the website.
pub fn is_of_screens(path: &str) -> bool {
    path.starts_with("signage/")
}

/// The folder of a screen.
pub fn screen(id: &str) -> String {
    format!("signage/s/{id}/")
}

/// A picture of a screen, before its hash.
pub fn screen_picture(screen: &str, state: &str) -> String {
    format!("signage/media/{screen}-{state}.png")
}

/// A board's PDF in the print tree.
pub fn board(id: &str) -> String {
    format!("boards/{id}.pdf")
}

/// A board's PDF as it goes up on a day to come, in the print tree.
pub fn board_ahead(day: jiff::civil::Date, id: &str) -> String {
    format!("coming/{day}/{id}.pdf")
}

/// Its preview, before its hash.
pub fn board_ahead_preview(day: jiff::civil::Date, id: &str) -> String {
    format!("previews/{day}-{id}.png")
}

/// The cards of a window's evaluator in the print tree.
pub fn evaluator(window: &str) -> String {
    format!("evaluators/{window}.pdf")
}

/// The badges of a unit in the print tree.
pub fn badges(unit: &str) -> String {
    format!("badges/{unit}.pdf")
}

/// The lookup sheet of the guide desk in the print tree.
pub const GUIDE_DESK: &str = "guide-desk.pdf";

/// The sheets of labels in the print tree.
pub const LABELS: &str = "labels.pdf";

/// A board's preview in the print tree, before its hash.
pub fn board_preview(id: &str) -> String {
    format!("previews/{id}.png")
}

/// An announcement's poster in the print tree.
pub fn poster(change: &str) -> String {
    format!("posters/{change}-a3.pdf")
}

/// The card on a device out of order, in the print tree.
pub fn fault_card(id: &str) -> String {
    format!("cards/{id}-a4.pdf")
}

/// What staff copy into other channels.
pub const STAFF_CHANNELS: &str = "channels/index.html";

/// The files for other channels of the announcement or notice whose page has the stem.
pub fn channel(stem: &str, ending: &str) -> String {
    format!("channels/{stem}.{ending}")
}

/// A form in the staff tree.
pub fn form(name: &str) -> String {
    format!("forms/{name}.docx")
}

/// The walk sheets.
pub const STAFF_WALKS: &str = "walks.html";

/// The walk sheet of a change record.
pub fn walk(change: &str) -> String {
    format!("walks/{change}.html")
}

/// What there is: boards, devices, rooms, numbers, lists.
pub const STAFF_REGISTERS: &str = "registers.html";
/// The staff's first page.
pub const STAFF_HOME: &str = "index.html";
/// Forms.
pub const STAFF_FORMS: &str = "forms.html";
/// Tasks by office.
pub const STAFF_TASKS: &str = "tasks.html";
/// The same for spreadsheets.
pub const STAFF_TASKS_CSV: &str = "tasks.csv";
/// The same for calendars.
pub const STAFF_TASKS_ICS: &str = "tasks.ics";
/// The posting schedule.
pub const STAFF_POSTING: &str = "posting.html";
/// The same for spreadsheets.
pub const STAFF_POSTING_CSV: &str = "posting.csv";
/// The same for calendars.
pub const STAFF_POSTING_ICS: &str = "posting.ics";
/// What comes down.
pub const STAFF_TAKE_DOWN: &str = "take-down.html";
/// The same for spreadsheets.
pub const STAFF_TAKE_DOWN_CSV: &str = "take-down.csv";
/// Boards to be made again.
pub const STAFF_REPRINT: &str = "reprint.html";
/// The same for spreadsheets.
pub const STAFF_REPRINT_CSV: &str = "reprint.csv";
/// The windows for the queue system.
pub const STAFF_QUEUE_CSV: &str = "queue-system.csv";
/// What begins and ends.
pub const STAFF_COMING: &str = "coming.html";
/// The same for spreadsheets.
pub const STAFF_COMING_CSV: &str = "coming.csv";
/// The report for the inspector.
pub const STAFF_REPORT: &str = "report.html";
/// Every rule.
pub const STAFF_RULES: &str = "rules.html";
