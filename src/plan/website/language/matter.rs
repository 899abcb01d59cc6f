//! A service in another language: where, when, what to bring, what it costs, how long it takes.

use super::translator::{BilingualText, Translator};
use crate::content::matter::RawMaterial;
use crate::content::{MaterialForm, Need, ResultKind};
use crate::model::matter::Matter;
use crate::model::{HoursId, MatterId, WindowId};
use crate::plan::url;
use crate::plan::view::View;
use crate::plan::website::language::frame::SpokenFrame;
use crate::plan::website::language::rows::{SaidHours, SaidNotice, SaidWindow};
use crate::plan::website::language::translator::{Translated, TranslatedLink};
use crate::plan::website::{hours, rows};
use serde::Serialize;

/// `languages/matter.html`
#[derive(Clone, Debug, Serialize)]
pub(super) struct SpokenMatter {
    /// The frame.
    pub frame: SpokenFrame,
    /// Its name.
    pub name: Translated,
    /// Its name in Chinese, where `name` is not.
    pub zh: Option<String>,
    /// The unit.
    pub unit: TranslatedLink,
    /// Windows that serve it, with their days.
    pub windows: Vec<SaidWindow>,
    /// Hours of those windows.
    pub hours: Vec<SaidHours>,
    /// How long, what it costs, how often one comes, ways to apply.
    pub facts: Vec<SaidFacts>,
    /// What to bring.
    pub materials: Vec<SaidMaterials>,
    /// What one receives.
    pub results: Vec<Translated>,
    /// Notices about it.
    pub notices: Vec<SaidNotice>,
    /// The phone to ask.
    pub phone: String,
    /// Its page in Chinese.
    pub chinese: String,
}

impl View for SpokenMatter {}

/// A name and its values.
#[derive(Clone, Debug, Serialize)]
pub(super) struct SaidFacts {
    /// The name.
    pub name: Translated,
    /// The values.
    pub values: Vec<Translated>,
}

/// Materials of one need.
#[derive(Clone, Debug, Serialize)]
pub(super) struct SaidMaterials {
    /// Whether they are required, may come later, …
    pub title: Translated,
    /// What that means.
    pub note: Translated,
    /// The materials.
    pub items: Vec<SaidMaterial>,
}

/// A material.
#[derive(Clone, Debug, Serialize)]
pub(super) struct SaidMaterial {
    /// Its name.
    pub name: Translated,
    /// Its name in Chinese, to be shown at a counter.
    pub zh: Option<String>,
    /// How many, issued by whom.
    pub facts: Vec<Translated>,
    /// A remark.
    pub note: Option<Translated>,
}

/// The groups of materials: their need, their title, what it means.
const GROUPS: [(Need, &str, &str); 4] = [
    (Need::Required, "请带齐", "缺一样就不能受理。"),
    (Need::Optional, "视情况带", "符合说明中的情形才需要。"),
    (Need::Later, "可以后补", "先受理，在规定期限内补交。"),
    (Need::Shared, "不用带", "由窗口通过数据共享或系统核验取得。"),
];

impl Translator<'_> {
    /// A matter's page.
    pub(super) fn matter(&self, id: MatterId) -> SpokenMatter {
        let (site, hall) = (self.site, &self.site.hall);
        let matter = hall.matter(id);
        let unit = hall.unit(matter.unit);
        let path = url::matter(matter.id());
        let serving = hall.windows_of(id);
        let mut windows = self.rows(serving.iter().copied(), |version| version.facts.matters.contains(&id));
        for row in windows.iter_mut().filter(|row| !row.suspended) {
            let window = serving.iter().find(|id| url::window(&hall.window(**id).id) == row.href);
            row.now = window.map(|id| hours::now_of_window(site, *id)).unwrap_or_default();
        }
        let serves =
            |w: &WindowId| site.lives(*w).iter().any(|(_, l)| l.facts().is_some_and(|f| f.matters.contains(&id)));
        let ids: Vec<WindowId> = serving.iter().copied().filter(serves).collect();
        let name = self.say(matter.name());
        SpokenMatter {
            zh: self.beside(matter.name()),
            unit: TranslatedLink {
                label: self.unit_name(matter.unit),
                href: Some(self.at(&url::unit(unit.id()))),
                current: false,
            },
            hours: self.hours_of(&windows, id),
            windows,
            facts: self.facts(matter),
            materials: self.materials(matter),
            results: self.results(matter),
            notices: self.notices(rows::notices_about(site, &ids, Some(id))),
            phone: matter.written.phone.as_ref().or(unit.written.phone.as_ref()).unwrap_or(&hall.site.hotline).clone(),
            chinese: path.clone(),
            frame: self.frame(&path, url::A_TO_Z, name.clone()),
            name,
        }
    }

    /// The timetables of the windows in the rows, each once.
    fn hours_of(&self, rows: &[SaidWindow], id: MatterId) -> Vec<SaidHours> {
        let hall = &self.site.hall;
        let mut tables: Vec<HoursId> = Vec::new();
        let windows = hall.windows_of(id).iter().map(|window| hall.window(*window));
        for window in windows.filter(|window| rows.iter().any(|row| row.href == url::window(&window.id))) {
            for version in window.versions.iter().filter(|version| version.facts.matters.contains(&id)) {
                let meets = version.span.overlap(&self.site.when.span()).is_some();
                if meets && !tables.contains(&version.facts.hours) {
                    tables.push(version.facts.hours);
                }
            }
        }
        tables.into_iter().map(|table| self.hours(table)).collect()
    }

    fn facts(&self, matter: &Matter) -> Vec<SaidFacts> {
        let raw = &matter.written;
        let promised = raw.promised_limit.as_deref();
        let limit = match promised.or(raw.legal_limit.as_deref()) {
            Some(limit) => self.limit(limit),
            None => self.both("以受理通知为准"),
        };
        let mut limits = vec![self.said(limit)];
        if let Some(legal) = raw.legal_limit.as_deref().filter(|legal| promised.is_some_and(|p| p != *legal)) {
            limits.push(self.said(self.fill("法定时限…", &[self.limit(legal)])));
        }
        let prices = raw.fee.items.iter();
        let mut fees: Vec<Translated> = prices.map(|item| self.said(self.price(&item.name, &item.standard))).collect();
        if fees.is_empty() {
            fees.push(self.say(if raw.fee.charged.0 { "收费" } else { "不收费" }));
        }
        let visits = match raw.visits.0 {
            0 => self.both("全程网办"),
            1 => self.both("1次"),
            n => self.count("…次", n),
        };
        let ways = raw.ways.iter().map(|way| self.say(way.word())).collect();
        [("多久办好", limits), ("费用", fees), ("到现场次数", vec![self.said(visits)]), ("办理形式", ways)]
            .into_iter()
            .filter(|(_, values)| !values.is_empty())
            .map(|(name, values)| SaidFacts { name: self.say(name), values })
            .collect()
    }

    /// What is charged for, and how much.
    fn price(&self, name: &str, standard: &str) -> BilingualText {
        let (name, standard) = (self.both(name), self.both(standard));
        let own = name.own.zip(standard.own).map(|(name, standard)| format!("{name}: {standard}"));
        BilingualText { zh: format!("{}：{}", name.zh, standard.zh), own }
    }

    fn materials(&self, matter: &Matter) -> Vec<SaidMaterials> {
        let of = |need: Need| matter.written.materials.iter().filter(move |material| material.need == need);
        GROUPS
            .iter()
            .filter(|(need, ..)| of(*need).next().is_some())
            .map(|(need, title, note)| SaidMaterials {
                title: self.say(title),
                note: self.say(note),
                items: of(*need).map(|material| self.material(material)).collect(),
            })
            .collect()
    }

    fn material(&self, raw: &RawMaterial) -> SaidMaterial {
        let mut facts = Vec::new();
        if raw.need != Need::Shared {
            for (count, pattern) in [(raw.originals, "原件…份"), (raw.copies, "复印件…份")] {
                facts.extend(count.filter(|c| c.0 > 0).map(|c| self.said(self.count(pattern, c.0))));
            }
            if raw.form == MaterialForm::Electronic {
                facts.push(self.say("电子"));
            }
            if let Some(issuer) = &raw.issuer {
                facts.push(self.said(self.fill("由…出具", &[self.both(issuer)])));
            }
        }
        let note = raw.note.as_ref().map(|note| self.say(note));
        let later = raw.later_terms.as_ref().map(|terms| self.say(terms));
        SaidMaterial { name: self.say(&raw.name), zh: self.beside(&raw.name), facts, note: note.or(later) }
    }

    fn results(&self, matter: &Matter) -> Vec<Translated> {
        let results = matter.written.results.iter().filter(|result| result.kind != ResultKind::None);
        results.map(|result| self.say(&result.name)).collect()
    }
}
