//! Reading a site's documents: which file holds what.

use super::amendment::RawAmendment;
use super::baseline::RawBaseline;
use super::calendar::{RawOverlay, RawYear};
use super::campaign::RawCampaign;
use super::catalogue::{RawMatterLists, RawSourcesFile, RawThemes};
use super::change::RawChange;
use super::fault::RawFault;
use super::hours::RawHoursFile;
use super::kinds::{KINDS, Kind};
use super::language::RawLanguage;
use super::matter::RawMatter;
use super::matter_change::RawMatterChange;
use super::notice::RawNotice;
use super::profile::RawProfile;
use super::sign::{RawBoards, RawScreens};
use super::site::RawSite;
use super::staff::RawStaff;
use super::unit::RawUnits;
use super::venue::{RawFloor, RawVenues};
use super::waiver::RawWaivers;
use super::window::RawWindows;
use super::words::{RawQueries, RawQuestionWords, RawSynonyms, RawTraditional};
use crate::diag::{Diagnostic, Place, RuleDoc, Severity};
use crate::source::{Shaped, Sources, markdown, yaml};
use rayon::prelude::*;
use serde::de::DeserializeOwned;
use std::collections::BTreeSet;
use std::ops::Range;

/// The rules of this stage: which files there may be.
pub static RULES: [&RuleDoc; 2] = [&MISSING_FILE, &STRAY_FILE];

/// A required document is not there.
pub static MISSING_FILE: RuleDoc = RuleDoc {
    id: "missing-file",
    severity: Severity::Broken,
    title: ["缺少必需的文件", "A required file is missing"],
    what: [
        "站点必须有 site.yaml、units.yaml、venues.yaml、hours.yaml 和 themes.yaml。",
        "A site needs site.yaml, units.yaml, venues.yaml, hours.yaml and themes.yaml.",
    ],
    why: ["其他文件都引用这些文件里的编号。", "All other files refer to ids in these."],
    clause: "",
    example: "content/ 里没有 units.yaml",
    fix: ["补上这个文件；hallpress new DIR 可生成样板。", "Add the file; `hallpress new DIR` writes a sample."],
};

/// A file lies where nothing reads it.
pub static STRAY_FILE: RuleDoc = RuleDoc {
    id: "stray-file",
    severity: Severity::Broken,
    title: ["文件放错了地方", "A file nothing reads"],
    what: [
        "content/ 下的每个 YAML、Markdown 文件都应在约定的位置，扩展名为 .yaml 或 .md。",
        "Every YAML or Markdown file under content/ lies where it is read, ending in .yaml or .md.",
    ],
    why: [
        "放错位置的文件不会生效，内容会悄悄缺失。",
        "A file in the wrong place has no effect, and content is silently missing.",
    ],
    clause: "",
    example: "content/window/ga.yaml（应为 content/windows/ga.yaml）",
    fix: ["移到约定的文件夹，或删除。", "Move it to its folder, or delete it."],
};

/// A document and where it came from.
#[derive(Clone, Debug)]
pub struct Doc<T> {
    /// The root value's place; keys and indexes are added to blame a part.
    pub place: Place,
    /// The document.
    pub value: T,
}

/// A Markdown document.
#[derive(Clone, Debug)]
pub struct Text<T> {
    /// The front matter.
    pub front: Doc<T>,
    /// The body.
    pub body: String,
    /// Where the body stands, bytes of the file.
    pub body_range: Range<usize>,
}

/// All raw documents of a site, in path order.
#[derive(Clone, Debug, Default)]
pub struct Content {
    /// `site.yaml`
    pub site: Option<Doc<RawSite>>,
    /// `units.yaml`
    pub units: Option<Doc<RawUnits>>,
    /// `venues.yaml`
    pub venues: Option<Doc<RawVenues>>,
    /// `hours.yaml`
    pub hours: Option<Doc<RawHoursFile>>,
    /// `themes.yaml`
    pub themes: Option<Doc<RawThemes>>,
    /// `lists.yaml`
    pub lists: Option<Doc<RawMatterLists>>,
    /// `sources.yaml`
    pub sources: Option<Doc<RawSourcesFile>>,
    /// `screens.yaml`
    pub screens: Option<Doc<RawScreens>>,
    /// `boards.yaml`
    pub boards: Option<Doc<RawBoards>>,
    /// `staff.yaml`
    pub staff: Option<Doc<RawStaff>>,
    /// `waivers.yaml`
    pub waivers: Option<Doc<RawWaivers>>,
    /// `calendar.yaml`
    pub overlay: Option<Doc<RawOverlay>>,
    /// `words/queries.yaml`
    pub queries: Option<Doc<RawQueries>>,
    /// `words/synonyms.yaml`
    pub synonyms: Option<Doc<RawSynonyms>>,
    /// `words/questions.yaml`
    pub questions: Option<Doc<RawQuestionWords>>,
    /// `floors/*.yaml`
    pub floors: Vec<Doc<RawFloor>>,
    /// `windows/*.yaml`
    pub windows: Vec<Doc<RawWindows>>,
    /// `matters/**/*.yaml`
    pub matters: Vec<Doc<RawMatter>>,
    /// `changes/*.yaml`
    pub changes: Vec<Doc<RawChange>>,
    /// `campaigns/*.yaml`
    pub campaigns: Vec<Doc<RawCampaign>>,
    /// `matter-changes/*.yaml`
    pub matter_changes: Vec<Doc<RawMatterChange>>,
    /// `baseline/*.yaml`
    pub baselines: Vec<Doc<RawBaseline>>,
    /// `amendments/*.yaml`
    pub amendments: Vec<Doc<RawAmendment>>,
    /// `faults/*.yaml`
    pub faults: Vec<Doc<RawFault>>,
    /// `notices/*.md`
    pub notices: Vec<Text<RawNotice>>,
    /// `languages/*.yaml`
    pub languages: Vec<Doc<RawLanguage>>,
    /// `profiles/*.yaml`, the hall's own layers
    pub profiles: Vec<Doc<RawProfile>>,
    /// Paths that are there but could not be read; each was reported.
    pub unread: Vec<String>,
}

/// What the program brings: calendars and profiles.
#[derive(Clone, Debug, Default)]
pub struct Shipped {
    /// Years, oldest first.
    pub years: Vec<RawYear>,
    /// Profiles by id.
    pub profiles: Vec<RawProfile>,
    /// What people say around what they look for.
    pub questions: Vec<RawQuestionWords>,
    /// Traditional characters.
    pub traditional: Vec<RawTraditional>,
    /// Languages the program has interface words for.
    pub languages: Vec<RawLanguage>,
}

impl Content {
    /// Reads every document under `content/`; what cannot be read is reported and left out.
    pub fn read(sources: &Sources, out: &mut Vec<Diagnostic>) -> Self {
        let mut content = Self {
            site: one(sources, "content/site.yaml", true, out),
            units: one(sources, "content/units.yaml", true, out),
            venues: one(sources, "content/venues.yaml", true, out),
            hours: one(sources, "content/hours.yaml", true, out),
            themes: one(sources, "content/themes.yaml", true, out),
            lists: one(sources, "content/lists.yaml", false, out),
            sources: one(sources, "content/sources.yaml", false, out),
            screens: one(sources, "content/screens.yaml", false, out),
            boards: one(sources, "content/boards.yaml", false, out),
            staff: one(sources, "content/staff.yaml", false, out),
            waivers: one(sources, "content/waivers.yaml", false, out),
            overlay: one(sources, "content/calendar.yaml", false, out),
            queries: one(sources, "content/words/queries.yaml", false, out),
            synonyms: one(sources, "content/words/synonyms.yaml", false, out),
            questions: one(sources, "content/words/questions.yaml", false, out),
            floors: many(sources, "content/floors/", out),
            windows: many(sources, "content/windows/", out),
            matters: many(sources, "content/matters/", out),
            changes: many(sources, "content/changes/", out),
            campaigns: many(sources, "content/campaigns/", out),
            matter_changes: many(sources, "content/matter-changes/", out),
            baselines: many(sources, "content/baseline/", out),
            amendments: many(sources, "content/amendments/", out),
            faults: many(sources, "content/faults/", out),
            notices: texts(sources, "content/notices/", out),
            languages: many(sources, "content/languages/", out),
            profiles: many(sources, "content/profiles/", out),
            unread: Vec::new(),
        };
        strays(sources, out);
        content.unread = content.missing_among(sources);
        content
    }
}

impl Content {
    /// Documents of `sources` that gave nothing.
    fn missing_among(&self, sources: &Sources) -> Vec<String> {
        let mut read: BTreeSet<&str> = BTreeSet::new();
        read.extend(self.floors.iter().map(|d| &*d.place.file));
        read.extend(self.windows.iter().map(|d| &*d.place.file));
        read.extend(self.matters.iter().map(|d| &*d.place.file));
        read.extend(self.changes.iter().map(|d| &*d.place.file));
        read.extend(self.notices.iter().map(|d| &*d.front.place.file));
        read.extend(self.sources.iter().map(|d| &*d.place.file));
        read.extend(self.screens.iter().map(|d| &*d.place.file));
        let kinds = ["floors/", "windows/", "matters/", "changes/", "notices/", "sources.yaml", "screens.yaml"];
        sources
            .paths_under("content/")
            .filter(|path| kinds.iter().any(|kind| path["content/".len()..].starts_with(kind)))
            .filter(|path| (path.ends_with(".yaml") || path.ends_with(".md")) && !read.contains(path))
            .map(str::to_owned)
            .collect()
    }
}

fn one<T: DeserializeOwned + Shaped>(
    sources: &Sources,
    path: &str,
    required: bool,
    out: &mut Vec<Diagnostic>,
) -> Option<Doc<T>> {
    if !sources.exists(path) {
        if required {
            out.push(
                Diagnostic::new(
                    &MISSING_FILE,
                    Place::file(path),
                    format!("缺少文件 {path}"),
                    format!("{path} is missing"),
                )
                .fix(
                    "补上这个文件；hallpress new DIR 可生成样板。",
                    "Add the file; `hallpress new DIR` writes a sample.",
                ),
            );
        }
        return None;
    }
    yaml::read(sources, path, out).map(|value| Doc { place: Place::root(path), value })
}

fn many<T: DeserializeOwned + Shaped + Send>(
    sources: &Sources,
    folder: &str,
    out: &mut Vec<Diagnostic>,
) -> Vec<Doc<T>> {
    let paths: Vec<&str> = sources.paths_under(folder).filter(|p| p.ends_with(".yaml")).collect();
    let read: Vec<(Option<Doc<T>>, Vec<Diagnostic>)> = paths
        .par_iter()
        .map(|path| {
            let mut found = Vec::new();
            let doc = yaml::read(sources, path, &mut found).map(|value| Doc { place: Place::root(*path), value });
            (doc, found)
        })
        .collect();
    read.into_iter()
        .filter_map(|(doc, found)| {
            out.extend(found);
            doc
        })
        .collect()
}

fn texts<T: DeserializeOwned + Shaped>(sources: &Sources, folder: &str, out: &mut Vec<Diagnostic>) -> Vec<Text<T>> {
    let paths: Vec<&str> = sources.paths_under(folder).filter(|p| p.ends_with(".md")).collect();
    let mut docs = Vec::new();
    for path in paths {
        if let Some((value, body_range)) = markdown::read_front_matter(sources, path, out) {
            let body = sources.text(path).and_then(|t| t.get(body_range.clone())).unwrap_or_default().to_owned();
            docs.push(Text { front: Doc { place: Place::root(path), value }, body, body_range });
        }
    }
    docs
}

fn strays(sources: &Sources, out: &mut Vec<Diagnostic>) {
    for path in sources.paths_under("content/") {
        let name = &path["content/".len()..];
        if name.starts_with("attachments/") || Kind::of(name).is_some() {
            continue;
        }
        let candidates = KINDS.iter().map(|kind| kind.place);
        let first = name.split_inclusive('/').next().unwrap_or(name);
        let nearest = crate::text::nearest::nearest(first, candidates);
        let notice = name.starts_with("notices/");
        let whole = name.strip_suffix(".txt").filter(|name| name.ends_with(".yaml") || name.ends_with(".md"));
        let (zh, en) = match nearest.filter(|near| first != *near) {
            // Windows hides it, and its editor adds it.
            _ if whole.is_some() => (
                "文件名多了 .txt，改名去掉它；看不到 .txt 的，先在文件夹的“查看”里勾上“文件扩展名”。".to_owned(),
                "Take .txt off its name; where it is hidden, show file name extensions first.".to_owned(),
            ),
            None if notice => (
                "公告的扩展名是 .md，给文件改名。".to_owned(),
                "A notice's file name ends in .md; rename it.".to_owned(),
            ),
            Some(near) => (format!("是不是 content/{near}？"), format!("Did you mean content/{near}?")),
            None => (
                "YAML 文件的扩展名是 .yaml，公告是 notices/*.md，附件放在 attachments/。".to_owned(),
                "YAML files end in .yaml, notices are notices/*.md, attachments lie in attachments/.".to_owned(),
            ),
        };
        out.push(
            Diagnostic::new(
                &STRAY_FILE,
                Place::file(path),
                format!("“{path}”不在约定的位置，没有任何地方会读它"),
                format!("nothing reads \"{path}\""),
            )
            .fix(zh, en),
        );
    }
}
