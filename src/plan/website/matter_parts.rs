//! The elements of a matter as its page says them.

use super::assets::Downloads;
use crate::content::matter::{RawBasis, RawMaterial, RawResult};
use crate::content::{MaterialForm, Need, ResultKind};
use crate::model::matter::Matter;
use crate::model::matter_change::MatterChange;
use crate::model::{Grounds, Hall, MatterId};
use crate::plan::website::parts::{Download, Fact};
use crate::plan::words::punctuation::fullwidth_punctuation;
use crate::source::YesNo;
use crate::text::date::{iso, long};
use jiff::civil::Date;
use serde::Serialize;

/// A change of a matter.
#[derive(Clone, Debug, Serialize)]
pub struct ChangeView {
    /// `2026年9月29日`, the day it happened.
    pub date: String,
    /// 新增, 变更 or 取消.
    pub kind: &'static str,
    /// What changed.
    pub content: String,
    /// One of the five reasons of clause 1.2.
    pub reason: Option<&'static str>,
    /// On what basis.
    pub basis: Option<String>,
    /// Why.
    pub why: Option<String>,
    /// Whether the record is illustrative.
    pub illustrative: bool,
}

/// The answers on top of a matter's page.
#[derive(Clone, Debug, Serialize)]
pub struct Summary {
    /// `3 样`, what must be brought.
    pub materials: String,
    /// A remark on it.
    pub materials_note: String,
    /// The promised limit.
    pub limit: String,
    /// The statutory limit and how it is counted.
    pub limit_note: String,
    /// `不收费` or the charge.
    pub fee: String,
    /// How it is paid.
    pub fee_note: String,
    /// `到现场1次` or `全程网办`.
    pub visits: String,
    /// Why.
    pub visits_note: String,
    /// Ways in.
    pub ways: Vec<&'static str>,
    /// The address for booking online (NA4.3).
    pub booking: Option<String>,
    /// The address for online handling.
    pub online: Option<String>,
}

/// Materials of one need.
#[derive(Clone, Debug, Serialize)]
pub struct MaterialGroup {
    /// `请带齐`, `视情况带`, `可以后补`, `不用带`.
    pub title: &'static str,
    /// What the title means.
    pub note: &'static str,
    /// Whether its items get check boxes.
    pub checks: bool,
    /// The materials.
    pub items: Vec<MaterialView>,
}

/// A material.
#[derive(Clone, Debug, Serialize)]
pub struct MaterialView {
    /// Its position among the matter's.
    #[serde(skip)]
    pub position: usize,
    /// Key of the tick that is kept.
    pub key: String,
    /// Its name.
    pub name: String,
    /// `原件1份`, `A4`.
    pub facts: Vec<String>,
    /// Who issues it.
    pub issuer: Option<String>,
    /// How to fill it in.
    pub note: Option<String>,
    /// When it may come later.
    pub later: Option<String>,
    /// Forms to download.
    pub forms: Vec<Download>,
}

/// A result.
#[derive(Clone, Debug, Serialize)]
pub struct ResultView {
    /// Its name.
    pub name: String,
    /// `证照`
    pub kind: &'static str,
    /// A sample to look at.
    pub sample: Option<Download>,
}

/// A step.
#[derive(Clone, Debug, Serialize)]
pub struct StepView {
    /// Its name.
    pub name: String,
    /// Its limit.
    pub limit: String,
    /// Who.
    pub role: Option<String>,
    /// By what standard.
    pub standard: Option<String>,
    /// What comes of it.
    pub result: Option<String>,
}

/// A charge.
#[derive(Clone, Debug, Serialize)]
pub struct FeeView {
    /// Its name.
    pub name: String,
    /// How much.
    pub standard: String,
    /// By what law.
    pub basis: String,
}

/// A legal basis.
#[derive(Clone, Debug, Serialize)]
pub struct BasisView {
    /// `《中华人民共和国居民身份证法》第十条`
    pub title: String,
    /// Its number.
    pub number: Option<String>,
    /// The words of the article.
    pub text: Option<String>,
    /// `读自：…（2026-09-01）`
    pub source: Option<String>,
}

fn yes(value: Option<YesNo>) -> bool {
    value.is_some_and(|y| y.0)
}

fn opt(text: Option<&String>) -> Option<String> {
    text.map(|t| fullwidth_punctuation(t))
}

/// The answers on top.
pub(super) fn summary(matter: &Matter) -> Summary {
    let raw = &matter.written;
    let count = |need: Need| raw.materials.iter().filter(|m| m.need == need).count();
    let (must, maybe, later, shared) =
        (count(Need::Required), count(Need::Optional), count(Need::Later), count(Need::Shared));
    let mut notes = Vec::new();
    if maybe > 0 && must > 0 {
        notes.push(format!("另有{maybe}样视情况带"));
    }
    if later > 0 {
        notes.push(format!("{later}样可以后补"));
    }
    if shared > 0 {
        notes.push(format!("{shared}样不用带"));
    }
    let legal = raw.legal_limit.as_ref().map(|limit| format!("法定时限{limit}"));
    let prices: Vec<String> = raw.fee.items.iter().map(|item| fullwidth_punctuation(&item.standard)).collect();
    let online = raw.visits.0 == 0;
    Summary {
        materials: match (must, maybe) {
            (0, 0) => "不用带材料".to_owned(),
            (0, _) => format!("视情况带{maybe}样"),
            _ => format!("{must}样材料"),
        },
        materials_note: notes.join("，"),
        limit: raw
            .promised_limit
            .clone()
            .or_else(|| raw.legal_limit.clone())
            .unwrap_or_else(|| "以受理通知为准".into()),
        limit_note: legal.filter(|_| raw.promised_limit.is_some()).unwrap_or_default(),
        fee: match (raw.fee.charged.0, prices.as_slice()) {
            (false, _) => "不收费".to_owned(),
            (true, [one]) => one.clone(),
            (true, []) => "收费".to_owned(),
            (true, [first, ..]) => format!("{first}起"),
        },
        fee_note: if raw.fee.charged.0 && yes(raw.fee.online_payment) {
            "支持网上支付".to_owned()
        } else {
            String::new()
        },
        visits: if online { "全程网办".to_owned() } else { format!("到现场{}次", raw.visits.0) },
        visits_note: opt(raw.visit_reason.as_ref()).unwrap_or_default(),
        ways: raw.ways.iter().map(|way| way.word()).collect(),
        booking: raw.booking_url.clone(),
        online: raw.online_url.clone(),
    }
}

/// Materials by need, in the order they matter to the reader.
pub(super) fn materials(matter: &Matter, files: &Downloads) -> Vec<MaterialGroup> {
    const GROUPS: [(Need, &str, &str, bool); 4] = [
        (Need::Required, "请带齐", "缺一样就不能受理。", true),
        (Need::Optional, "视情况带", "符合说明中的情形才需要。", true),
        (Need::Later, "可以后补", "先受理，在规定期限内补交。", true),
        (Need::Shared, "不用带", "由窗口通过数据共享或系统核验取得。", false),
    ];
    GROUPS
        .iter()
        .map(|(need, title, note, checks)| MaterialGroup {
            title,
            note,
            checks: *checks,
            items: matter
                .written
                .materials
                .iter()
                .enumerate()
                .filter(|(_, m)| m.need == *need)
                .map(|(n, m)| material(matter, n, m, files))
                .collect(),
        })
        .filter(|group| !group.items.is_empty())
        .collect()
}

fn material(matter: &Matter, n: usize, raw: &RawMaterial, files: &Downloads) -> MaterialView {
    let shared = raw.need == Need::Shared;
    let mut facts = Vec::new();
    for (count, what) in [(raw.originals, "原件"), (raw.copies, "复印件")] {
        if let Some(count) = count.filter(|c| c.0 > 0 && !shared) {
            facts.push(format!("{what}{}份", count.0));
        }
    }
    if !shared {
        facts.push(
            match raw.form {
                MaterialForm::Paper => "纸质",
                MaterialForm::Electronic => "电子",
                MaterialForm::Either => "纸质或电子",
            }
            .to_owned(),
        );
    }
    facts.extend(raw.paper.clone());
    let file = |name, what: &str| download(name, format!("{}（{what}）", fullwidth_punctuation(&raw.name)), files);
    MaterialView {
        position: n,
        key: format!("{}:{n}", matter.id()),
        name: fullwidth_punctuation(&raw.name),
        facts,
        issuer: raw.issuer.as_ref().filter(|_| !shared).map(|i| fullwidth_punctuation(i)),
        note: opt(raw.note.as_ref()),
        later: opt(raw.later_terms.as_ref()),
        forms: file(&raw.blank_form, "空白表格").into_iter().chain(file(&raw.sample_form, "示例样表")).collect(),
    }
}

/// The steps.
pub(super) fn steps(matter: &Matter) -> Vec<StepView> {
    let step = |raw: &crate::content::matter::RawStep| StepView {
        name: fullwidth_punctuation(&raw.name),
        limit: raw.limit.clone(),
        role: opt(raw.role.as_ref()),
        standard: opt(raw.standard.as_ref()),
        result: opt(raw.result.as_ref()),
    };
    matter.written.steps.iter().map(step).collect()
}

/// Special procedures, whose time is not part of the limit.
pub(super) fn special(matter: &Matter) -> Vec<StepView> {
    let step = |raw: &crate::content::matter::RawSpecial| StepView {
        name: fullwidth_punctuation(&raw.name),
        limit: raw.limit.clone().unwrap_or_else(|| "时限未公布".to_owned()),
        role: None,
        standard: opt(raw.note.as_ref()),
        result: None,
    };
    matter.written.special.iter().map(step).collect()
}

/// Joint units and their promises.
pub(super) fn joint(hall: &Grounds, matter: &Matter) -> Vec<Fact> {
    let limits = matter.written.joint_units.iter().map(|j| j.limit.clone());
    matter
        .joint
        .iter()
        .zip(limits)
        .map(|((unit, _), limit)| Fact { name: hall.unit(*unit).name().to_owned(), value: limit })
        .collect()
}

/// Charges.
pub(super) fn fees(matter: &Matter) -> Vec<FeeView> {
    let fee = |raw: &crate::content::matter::RawFeeItem| FeeView {
        name: fullwidth_punctuation(&raw.name),
        standard: fullwidth_punctuation(&raw.standard),
        basis: fullwidth_punctuation(&raw.basis),
    };
    matter.written.fee.items.iter().map(fee).collect()
}

/// Results.
pub(super) fn results(matter: &Matter, files: &Downloads) -> Vec<ResultView> {
    let results = matter.written.results.iter().filter(|r| r.kind != ResultKind::None);
    let view = |r: &RawResult| ResultView {
        name: fullwidth_punctuation(&r.name),
        kind: r.kind.word(),
        sample: download(&r.sample, format!("{}（样本）", fullwidth_punctuation(&r.name)), files),
    };
    results.map(view).collect()
}

/// A file to download under words of its own.
fn download(name: &Option<String>, label: String, files: &Downloads) -> Option<Download> {
    Some(Download { label, ..files.get(name.as_ref()?)?.clone() })
}

/// Legal bases; complete ones say where the text was read.
pub(super) fn bases(hall: &Grounds, matter: &Matter) -> Vec<BasisView> {
    let basis = |raw: &RawBasis| {
        let source = raw.source.as_ref().and_then(|id| hall.sources.iter().find(|s| s.id == *id));
        BasisView {
            title: format!("《{}》{}", raw.name, raw.article.as_deref().unwrap_or_default()),
            number: raw.number.clone().or_else(|| source.and_then(|s| s.number.clone())),
            text: raw.text.as_ref().map(|t| fullwidth_punctuation(t)),
            source: source.map(|s| format!("读自：{}（{}）", s.read_at, s.read_on.0)),
        }
    };
    matter.written.bases.iter().map(basis).collect()
}

/// What changed up to `day`, newest first (Y1.3.1b).
pub(super) fn changes(hall: &Hall, id: MatterId, day: Date) -> Vec<ChangeView> {
    let view = |change: &MatterChange| {
        let raw = &change.written;
        ChangeView {
            date: long(change.happened()),
            kind: raw.kind.word(),
            content: opt(raw.content.as_ref()).unwrap_or_default(),
            reason: raw.reason.map(|reason| reason.word()),
            basis: opt(raw.basis.as_ref()),
            why: opt(raw.why.as_ref()),
            illustrative: yes(raw.illustrative),
        }
    };
    let mut views: Vec<_> = hall.changes_of(id).filter(|c| c.happened() <= day).map(view).collect();
    views.reverse();
    views
}

/// The remaining elements, those that are stated.
pub(super) fn facts(matter: &Matter) -> Vec<Fact> {
    let raw = &matter.written;
    let said = |value: Option<YesNo>| value.map(|v| if v.0 { "是" } else { "否" }.to_owned());
    let audience: Vec<&str> = raw.audience.iter().map(|a| a.word()).collect();
    let rows = [
        ("基本编码", raw.basic_code.clone()),
        ("实施编码", raw.code.clone()),
        ("事项类型", Some(raw.kind.word().to_owned())),
        ("行使层级", Some(raw.level.word().to_owned())),
        ("服务对象", Some(audience.join("、"))),
        ("办件类型", Some(raw.case_kind.word().to_owned())),
        ("法定办结时限", raw.legal_limit.clone()),
        ("承诺办结时限", raw.promised_limit.clone()),
        ("网办承诺时限", raw.online_limit.clone()),
        ("时限说明", opt(raw.limit_note.as_ref())),
        ("平台同步日期", raw.synced_on.map(|d| iso(d.0))),
        ("进驻同意", raw.admission.as_ref().map(|signed| format!("{}同意进驻大厅", iso(signed.date.0)))),
        ("不进驻大厅", raw.not_in_hall.as_ref().and_then(|n| n.reason).map(|reason| reason.word().to_owned())),
        ("通办范围", raw.reach.map(|r| r.word().to_owned())),
        ("告知承诺", said(raw.promise)),
        ("预约", said(raw.booking)),
        ("邮寄结果", said(raw.mail_result)),
        ("数量限制", opt(raw.quota.as_ref())),
    ];
    rows.into_iter()
        .filter_map(|(name, value)| Some(Fact { name: name.to_owned(), value: value.filter(|v| !v.is_empty())? }))
        .collect()
}
