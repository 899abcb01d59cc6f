//! A service's page in another language: where, when, what to bring, what it costs, how long it takes.

use super::frame::{TranslatedFrame, frame};
use super::translator::{BilingualText, Translated, TranslatedLink, Translator, plain};
use super::windows::{TranslatedHours, TranslatedWindow, hours, notices, windows};
use crate::content::matter::RawMaterial;
use crate::content::{MaterialForm, Need};
use crate::model::MatterId;
use crate::plan::url;
use crate::plan::view::View;
use crate::plan::website::matter::MatterPage;
use crate::plan::website::matter_parts::{FeeView, MaterialGroup, MaterialView};
use crate::plan::website::parts::NoticeItem;
use serde::Serialize;

/// `languages/matter.html`
#[derive(Clone, Debug, Serialize)]
pub(super) struct TranslatedMatter {
    /// The frame.
    pub frame: TranslatedFrame,
    /// Its name.
    pub name: Translated,
    /// Its name in Chinese, where `name` is not.
    pub zh: Option<String>,
    /// The unit.
    pub unit: TranslatedLink,
    /// Windows that serve it, with their days.
    pub windows: Vec<TranslatedWindow>,
    /// Hours of those windows.
    pub hours: Vec<TranslatedHours>,
    /// How long, what it costs, how often one comes, ways to apply.
    pub facts: Vec<TranslatedFact>,
    /// What to bring.
    pub materials: Vec<TranslatedMaterials>,
    /// What one receives.
    pub results: Vec<Translated>,
    /// Notices about it, which are in Chinese.
    pub notices: Vec<NoticeItem>,
    /// The phone for questions.
    pub phone: String,
    /// Its page in Chinese.
    pub chinese: String,
}

impl View for TranslatedMatter {}

/// A name and its values.
#[derive(Clone, Debug, Serialize)]
pub(super) struct TranslatedFact {
    /// The name.
    pub name: Translated,
    /// The values.
    pub values: Vec<Translated>,
}

/// Materials of one need.
#[derive(Clone, Debug, Serialize)]
pub(super) struct TranslatedMaterials {
    /// Whether they are required, may come later, …
    pub title: Translated,
    /// What that means.
    pub note: Translated,
    /// The materials.
    pub items: Vec<TranslatedMaterial>,
}

/// A material.
#[derive(Clone, Debug, Serialize)]
pub(super) struct TranslatedMaterial {
    /// Its name.
    pub name: Translated,
    /// Its name in Chinese, to be shown at a counter.
    pub zh: Option<String>,
    /// How many, issued by whom.
    pub facts: Vec<Translated>,
    /// A remark.
    pub note: Option<Translated>,
}

/// The page beside that of a matter.
pub(super) fn matter(t: &Translator<'_>, id: MatterId, page: &MatterPage) -> TranslatedMatter {
    let matter = t.site.hall.matter(id);
    let group = |group: &MaterialGroup| TranslatedMaterials {
        title: t.text(group.title),
        note: t.text(group.note),
        items: group.items.iter().map(|item| material(t, item, &matter.written.materials[item.position])).collect(),
    };
    let name = t.text(&page.name);
    TranslatedMatter {
        zh: t.beside(&page.name),
        unit: TranslatedLink { label: t.unit(matter.unit), href: Some(t.at(&page.unit.href)), current: false },
        windows: windows(t, &page.windows),
        hours: page.hours.iter().map(|table| hours(t, table)).collect(),
        facts: facts(t, id, page),
        materials: page.materials.iter().map(group).collect(),
        results: page.results.iter().map(|result| t.text(&result.name)).collect(),
        notices: notices(t, &page.notices),
        phone: page.phone.clone(),
        chinese: page.frame.path.clone(),
        frame: frame(t, &page.frame, url::A_TO_Z, name.clone()),
        name,
    }
}

fn facts(t: &Translator<'_>, id: MatterId, page: &MatterPage) -> Vec<TranslatedFact> {
    let raw = &t.site.hall.matter(id).written;
    let mut limits = vec![t.either(t.limit(&page.summary.limit))];
    let legal = raw.legal_limit.as_ref().filter(|legal| page.summary.limit != **legal);
    limits.extend(legal.map(|legal| t.either(t.fill("法定时限…", &[t.limit(legal)]))));
    let mut fees: Vec<Translated> = page.fees.iter().map(|fee| t.either(price(t, fee))).collect();
    if fees.is_empty() {
        fees.push(t.text(&page.summary.fee));
    }
    let visits = match raw.visits.0 {
        0 => t.both("全程网办"),
        n => t.count("1次", "…次", n),
    };
    let ways = page.summary.ways.iter().map(|way| t.text(way)).collect();
    [("多久办好", limits), ("费用", fees), ("到现场次数", vec![t.either(visits)]), ("办理形式", ways)]
        .into_iter()
        .filter(|(_, values)| !values.is_empty())
        .map(|(name, values)| TranslatedFact { name: t.text(name), values })
        .collect()
}

/// What is charged for, and how much.
fn price(t: &Translator<'_>, fee: &FeeView) -> BilingualText {
    let (name, standard) = (t.both(&fee.name), t.both(&fee.standard));
    let own = name.own.zip(standard.own).map(|(name, standard)| format!("{name}: {standard}"));
    BilingualText { zh: format!("{}：{}", name.zh, standard.zh), own }
}

fn material(t: &Translator<'_>, shown: &MaterialView, raw: &RawMaterial) -> TranslatedMaterial {
    let mut facts = Vec::new();
    if raw.need != Need::Shared {
        let counts = [(raw.originals, "原件…份"), (raw.copies, "复印件…份")].into_iter();
        let counts = counts.filter_map(|(count, pattern)| Some((count.filter(|c| c.0 > 0)?, pattern)));
        facts.extend(counts.map(|(count, pattern)| t.fill(pattern, &[plain(&count.0.to_string())])));
        facts.extend((raw.form == MaterialForm::Electronic).then(|| t.both("电子")));
        facts.extend(shown.issuer.as_ref().map(|issuer| t.fill("由…出具", &[t.both(issuer)])));
    }
    TranslatedMaterial {
        name: t.text(&shown.name),
        zh: t.beside(&shown.name),
        facts: facts.into_iter().map(|fact| t.either(fact)).collect(),
        note: shown.note.as_ref().or(shown.later.as_ref()).map(|note| t.text(note)),
    }
}
