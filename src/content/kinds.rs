//! The kinds of document: where each lies, what it is called, what it may hold.

use super::{
    amendment::RawAmendment, baseline::RawBaseline, calendar::RawOverlay, campaign::RawCampaign, catalogue::*,
    change::RawChange, fault::RawFault, hours::RawHoursFile, language::RawLanguage, matter::RawMatter,
    matter_change::RawMatterChange, notice::RawNotice, profile::RawProfile, sign::*, site::RawSite, staff::RawStaff,
    unit::RawUnits, venue::*, waiver::RawWaivers, window::RawWindows, words::*,
};
use crate::source::schema::schema;
use crate::source::{Shape, Shaped};

/// A kind of document people write.
pub struct Kind {
    /// Where its documents lie below `content/`: one file, or a folder that ends in `/`.
    pub place: &'static str,
    /// How the names of its documents end.
    pub ending: &'static str,
    /// What one is called: Chinese, English.
    pub title: [&'static str; 2],
    /// What one holds; of a notice, its front matter.
    pub shape: fn() -> Shape,
}

/// The folder of the schemas in a site, beside `content/`.
pub const SCHEMAS: &str = "schemas";

const fn yaml<T: Shaped>(place: &'static str, zh: &'static str, en: &'static str) -> Kind {
    Kind { place, ending: ".yaml", title: [zh, en], shape: T::shape }
}

/// Every kind: single files first.
pub static KINDS: [Kind; 27] = [
    yaml::<RawSite>("site.yaml", "大厅", "Hall"),
    yaml::<RawUnits>("units.yaml", "单位", "Units"),
    yaml::<RawVenues>("venues.yaml", "场所", "Venues"),
    yaml::<RawHoursFile>("hours.yaml", "办公时间", "Opening hours"),
    yaml::<RawThemes>("themes.yaml", "服务主题", "Themes"),
    yaml::<RawMatterLists>("lists.yaml", "事项清单", "Lists of matters"),
    yaml::<RawSourcesFile>("sources.yaml", "依据的出处", "Sources of law"),
    yaml::<RawScreens>("screens.yaml", "屏幕", "Screens"),
    yaml::<RawBoards>("boards.yaml", "标牌", "Boards"),
    yaml::<RawStaff>("staff.yaml", "窗口人员", "Staff"),
    yaml::<RawWaivers>("waivers.yaml", "豁免", "Waivers"),
    yaml::<RawOverlay>("calendar.yaml", "本厅的日历", "The hall's calendar"),
    yaml::<RawQueries>("words/queries.yaml", "搜索的问法", "Queries of the search"),
    yaml::<RawSynonyms>("words/synonyms.yaml", "同义词", "Synonyms"),
    yaml::<RawQuestionWords>("words/questions.yaml", "问话用语", "Words of questions"),
    yaml::<RawFloor>("floors/", "楼层", "Floor"),
    yaml::<RawWindows>("windows/", "窗口", "Windows"),
    yaml::<RawMatter>("matters/", "事项", "Matter"),
    yaml::<RawChange>("changes/", "窗口变更记录", "Change record"),
    yaml::<RawCampaign>("campaigns/", "宣传活动", "Campaign"),
    yaml::<RawMatterChange>("matter-changes/", "事项变更记录", "Change of a matter"),
    yaml::<RawBaseline>("baseline/", "对照清单", "Baseline"),
    yaml::<RawAmendment>("amendments/", "变更记录的更正", "Amendment"),
    yaml::<RawFault>("faults/", "设备故障", "Device out of order"),
    Kind { place: "notices/", ending: ".md", title: ["公告", "Notice"], shape: RawNotice::shape },
    yaml::<RawLanguage>("languages/", "其他语言", "Language"),
    yaml::<RawProfile>("profiles/", "制度", "Policy profile"),
];

impl Kind {
    /// The kind of a document by its path below `content/`.
    pub fn of(path: &str) -> Option<&'static Self> {
        KINDS.iter().find(|kind| kind.holds(path))
    }

    /// Whether the document at this path below `content/` is one of this kind.
    pub fn holds(&self, path: &str) -> bool {
        if self.is_folder() { path.starts_with(self.place) && path.ends_with(self.ending) } else { path == self.place }
    }

    fn is_folder(&self) -> bool {
        self.place.ends_with('/')
    }

    /// Its documents as a pattern of paths from the site's folder: `content/changes/**/*.yaml`.
    pub fn pattern(&self) -> String {
        let Self { place, ending, .. } = self;
        if self.is_folder() { format!("content/{place}**/*{ending}") } else { format!("content/{place}") }
    }

    /// The name of its schema's file: `changes.json`.
    pub fn schema_file(&self) -> String {
        let name = self.place.trim_end_matches('/').trim_end_matches(self.ending);
        format!("{}.json", name.replace('/', "-"))
    }

    /// Its schema as the text of a file.
    pub fn schema(&self) -> String {
        let [zh, en] = self.title;
        let schema = schema(&format!("{zh} {en}"), &self.pattern(), (self.shape)());
        format!("{schema:#}\n")
    }
}

/// The line at the head of a document that leads editors to its schema, where the schemas lie in `schemas/` beside
/// `content/`. `path` begins with `content/`; none for a document that is not YAML alone.
pub fn modeline(path: &str) -> Option<String> {
    let kind = Kind::of(path.strip_prefix("content/")?).filter(|kind| kind.ending == ".yaml")?;
    let up = "../".repeat(path.matches('/').count());
    Some(format!("# yaml-language-server: $schema={up}{SCHEMAS}/{}\n", kind.schema_file()))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop")]
mod tests {
    use super::*;

    #[test]
    fn the_line_for_editors_leads_from_a_document_to_its_schema() {
        let line = modeline("content/matters/gaj/x.yaml").unwrap();
        assert_eq!(line, "# yaml-language-server: $schema=../../../schemas/matters.json\n");
        assert_eq!(modeline("content/notices/x.md"), None);
        assert_eq!(modeline("content/attachments/x.yaml"), None);
    }

    #[test]
    fn a_document_has_the_kind_of_its_place() {
        let schema = |path| Kind::of(path).map(Kind::schema_file);
        assert_eq!(schema("site.yaml").unwrap(), "site.json");
        assert_eq!(schema("words/queries.yaml").unwrap(), "words-queries.json");
        assert_eq!(schema("matters/gaj/x.yaml").unwrap(), "matters.json");
        assert_eq!(schema("notices/x.md").unwrap(), "notices.json");
        assert_eq!([schema("notices/x.yaml"), schema("sites.yaml"), schema("words/x.yaml")], [None, None, None]);
        assert_eq!(Kind::of("changes/x.yaml").unwrap().pattern(), "content/changes/**/*.yaml");
    }
}
