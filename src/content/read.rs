//! Reading a site's documents: which file contains which kind of record.

use super::amendment::RawAmendment;
use super::baseline::RawBaseline;
use super::calendar::{RawOverlay, RawYear};
use super::campaign::RawCampaign;
use super::catalogue::{RawMatterLists, RawSourcesFile, RawThemes};
use super::change::RawChange;
use super::done::RawDone;
use super::fault::RawFault;
use super::hours::RawHoursFile;
use super::kinds::DocumentKind;
use super::language::RawLanguage;
use super::matter::RawMatter;
use super::matter_change::RawMatterChange;
use super::notice::RawNotice;
use super::profile::RawProfile;
use super::sign::{RawBoards, RawScreens};
use super::site::RawSite;
use super::staff::RawStaff;
use super::strays::{COPIED_FILE, OTHER_FILE, READ_ANYWAY, STRAY_FILE, misnamed, original, strays};
use super::texts::{PublicText, of_document};
use super::unit::RawUnits;
use super::venue::{RawFloor, RawVenues};
use super::waiver::RawWaivers;
use super::window::RawWindows;
use super::wording::Wording;
use super::words::{RawQueries, RawQuestionWords, RawSynonyms, RawTraditional};
use crate::diag::{Diagnostic, Place, RuleDoc, Severity};
use crate::source::{Shaped, Sources, markdown, yaml};
use rayon::prelude::*;
use serde::de::DeserializeOwned;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

/// The rules of this stage: which files there may be.
pub static RULES: [&RuleDoc; 4] = [&MISSING_FILE, &STRAY_FILE, &COPIED_FILE, &OTHER_FILE];

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
    fix: [
        "误删的，从备份或历次发布找回（hallpress list releases，hallpress restore --release r编号）；从没有写过的，hallpress new 新文件夹 生成一份样板，从里面把这个文件复制过来。",
        "Fetch it back from a backup or a release (`hallpress list releases`, `hallpress restore --release rN`); if there never was one, copy it from a sample: `hallpress new FOLDER`.",
    ],
};

/// A document and where it came from.
#[derive(Clone, Debug)]
pub struct Doc<T> {
    /// The root value's place; keys and indexes are added to blame a part.
    pub place: Place,
    /// The document, shared by every hall that is resolved from it.
    pub value: Arc<T>,
}

impl<T> Doc<T> {
    fn new(path: &str, value: T) -> Self {
        Self { place: Place::root(path), value: Arc::new(value) }
    }
}

/// A Markdown document.
#[derive(Clone, Debug)]
pub struct Text<T> {
    /// The front matter.
    pub front: Doc<T>,
    /// The body.
    pub body: String,
    /// Where the body is, bytes of the file.
    pub body_range: Range<usize>,
}

/// Declares every kind of document once: where it is, what it contains, how it is read and how its texts are reached.
macro_rules! documents {
    (
        one { $( $one:ident: $one_type:ty, $path:literal, $one_title:expr, required: $required:literal; )* }
        many { $( $many:ident: $many_type:ty, $folder:literal, $many_title:expr; )* }
        texts { $( $text:ident: $text_type:ty, $texts:literal, $text_title:expr; )* }
    ) => {
        /// All raw documents of a site, in path order.
        #[derive(Clone, Debug, Default)]
        pub struct Content {
            $( #[doc = concat!("`", $path, "`")] pub $one: Option<Doc<$one_type>>, )*
            $( #[doc = concat!("`", $folder, "*.yaml`")] pub $many: Vec<Doc<$many_type>>, )*
            $( #[doc = concat!("`", $texts, "*.md`")] pub $text: Vec<Text<$text_type>>, )*
            /// Paths that are there but could not be read; each was reported.
            pub unread: Vec<String>,
        }

        /// Every kind of document.
        pub static KINDS: &[DocumentKind] = &[
            $( DocumentKind { place: $path, ending: ".yaml", title: $one_title, shape: <$one_type>::shape }, )*
            $( DocumentKind { place: $folder, ending: ".yaml", title: $many_title, shape: <$many_type>::shape }, )*
            $( DocumentKind { place: $texts, ending: ".md", title: $text_title, shape: <$text_type>::shape }, )*
        ];

        impl Content {
            fn documents(sources: &Sources, out: &mut Vec<Diagnostic>) -> Self {
                Self {
                    $( $one: one(sources, concat!("content/", $path), $required, out), )*
                    $( $many: many(sources, concat!("content/", $folder), out), )*
                    $( $text: texts(sources, concat!("content/", $texts), out), )*
                    unread: Vec::new(),
                }
            }

            /// Calls `each` with every text marked public, document by document. The bodies of notices are not among
            /// them.
            pub fn public_texts<'a>(&'a self, each: &mut dyn FnMut(&PublicText<'a, '_>)) {
                $( self.$one.iter().for_each(|doc| of_document(&doc.place, &*doc.value, each)); )*
                $( self.$many.iter().for_each(|doc| of_document(&doc.place, &*doc.value, each)); )*
                $( self.$text.iter().for_each(|text| of_document(&text.front.place, &*text.front.value, each)); )*
            }
        }
    };
}

documents! {
    one {
        site: RawSite, "site.yaml", ["大厅", "Hall"], required: true;
        units: RawUnits, "units.yaml", ["单位", "Units"], required: true;
        venues: RawVenues, "venues.yaml", ["场所", "Venues"], required: true;
        hours: RawHoursFile, "hours.yaml", ["办公时间", "Opening hours"], required: true;
        themes: RawThemes, "themes.yaml", ["服务主题", "Themes"], required: true;
        lists: RawMatterLists, "lists.yaml", ["事项清单", "Lists of matters"], required: false;
        sources: RawSourcesFile, "sources.yaml", ["依据的出处", "Sources of law"], required: false;
        screens: RawScreens, "screens.yaml", ["屏幕", "Screens"], required: false;
        boards: RawBoards, "boards.yaml", ["标牌", "Boards"], required: false;
        staff: RawStaff, "staff.yaml", ["窗口人员", "Staff"], required: false;
        waivers: RawWaivers, "waivers.yaml", ["豁免", "Waivers"], required: false;
        overlay: RawOverlay, "calendar.yaml", ["本厅的日历", "The hall's calendar"], required: false;
        queries: RawQueries, "words/queries.yaml", ["搜索的问法", "Queries of the search"], required: false;
        synonyms: RawSynonyms, "words/synonyms.yaml", ["同义词", "Synonyms"], required: false;
        questions: RawQuestionWords, "words/questions.yaml", ["问话用语", "Words of questions"], required: false;
        wording: Wording, "words/wording.yaml", ["措辞", "Wording"], required: false;
    }
    many {
        floors: RawFloor, "floors/", ["楼层", "Floor"];
        windows: RawWindows, "windows/", ["窗口", "Windows"];
        matters: RawMatter, "matters/", ["事项", "Matter"];
        changes: RawChange, "changes/", ["窗口变更记录", "Change record"];
        campaigns: RawCampaign, "campaigns/", ["宣传活动", "Campaign"];
        matter_changes: RawMatterChange, "matter-changes/", ["事项变更记录", "Change of a matter"];
        baselines: RawBaseline, "baseline/", ["对照清单", "Baseline"];
        amendments: RawAmendment, "amendments/", ["变更记录的更正", "Amendment"];
        faults: RawFault, "faults/", ["设备故障", "Device out of order"];
        done: RawDone, "done/", ["办结登记", "What was done"];
        languages: RawLanguage, "languages/", ["其他语言", "Language"];
        profiles: RawProfile, "profiles/", ["制度", "Policy profile"];
    }
    texts {
        notices: RawNotice, "notices/", ["公告", "Notice"];
    }
}

/// The kind of a document by its path below `content/`.
pub fn kind_of(path: &str) -> Option<&'static DocumentKind> {
    KINDS.iter().find(|kind| kind.contains(path))
}

/// What the program brings: calendars and profiles.
#[derive(Clone, Debug, Default)]
pub struct Shipped {
    /// Years, oldest first.
    pub years: Vec<RawYear>,
    /// Profiles by id.
    pub profiles: Vec<RawProfile>,
    /// Words of questions: what people say around the thing they look for.
    pub questions: Vec<RawQuestionWords>,
    /// Traditional characters.
    pub traditional: Vec<RawTraditional>,
    /// Languages the program has interface words for.
    pub languages: Vec<RawLanguage>,
}

impl Content {
    /// Reads every document under `content/`; what cannot be read is reported and left out.
    pub fn read(sources: &Sources, out: &mut Vec<Diagnostic>) -> Self {
        let mut content = Self::documents(sources, out);
        strays(sources, &|name| kind_of(name).is_some(), &KINDS.iter().map(|kind| kind.place).collect::<Vec<_>>(), out);
        content.unread = content.missing_among(sources);
        content
    }
}

impl Content {
    /// Documents of `sources` that could not be read.
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
            .filter(|path| [".yaml", ".md"].iter().chain(&READ_ANYWAY).any(|ending| path.ends_with(ending)))
            .filter(|path| !read.contains(path))
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
    // Under a wrong name it is read too, so that its name is the only thing reported.
    let path = if sources.exists(path) { path } else { misnamed(path, sources).unwrap_or(path) };
    if !sources.exists(path) {
        if required {
            let (zh, en) = (format!("缺少文件 {path}"), format!("{path} is missing"));
            let missing = Diagnostic::new(&MISSING_FILE, Place::file(path), zh, en);
            out.push(missing.fix(MISSING_FILE.fix[0], MISSING_FILE.fix[1]));
        }
        return None;
    }
    yaml::read(sources, path, out).map(|value| Doc::new(path, value))
}

fn many<T: DeserializeOwned + Shaped + Send + Sync>(
    sources: &Sources,
    folder: &str,
    out: &mut Vec<Diagnostic>,
) -> Vec<Doc<T>> {
    let paths: Vec<&str> = documents_in(sources, folder, ".yaml");
    let read: Vec<(Option<Doc<T>>, Vec<Diagnostic>)> = paths
        .par_iter()
        .map(|path| {
            let mut found = Vec::new();
            let doc = yaml::read(sources, path, &mut found).map(|value| Doc::new(path, value));
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

/// The documents of a folder, also those with a wrong ending; a copy of another is not one.
fn documents_in<'a>(sources: &'a Sources, folder: &'a str, ending: &str) -> Vec<&'a str> {
    let has_ending = |path: &&str| path.ends_with(ending) || READ_ANYWAY.iter().any(|other| path.ends_with(other));
    sources.paths_under(folder).filter(has_ending).filter(|path| original(path, sources).is_none()).collect()
}

/// The name of a document's file without its folder and its ending, a wrong one too: what its record's id is.
pub fn file_stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    let name = name.strip_suffix(".txt").unwrap_or(name);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

fn texts<T: DeserializeOwned + Shaped>(sources: &Sources, folder: &str, out: &mut Vec<Diagnostic>) -> Vec<Text<T>> {
    let paths: Vec<&str> = documents_in(sources, folder, ".md");
    let mut docs = Vec::new();
    for path in paths {
        if let Some((value, body_range)) = markdown::read_front_matter(sources, path, out) {
            let body = sources.text(path).and_then(|t| t.get(body_range.clone())).unwrap_or_default().to_owned();
            docs.push(Text { front: Doc::new(path, value), body, body_range });
        }
    }
    docs
}
