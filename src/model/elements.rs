//! The elements of a matter that must be the same everywhere (X3.4d) and change only when approved (X3.4f).

use super::baseline::{Baseline, BaselineMatter};
use crate::content::baseline::RawElements;
use crate::content::matter::{RawFeeItem, RawMatter};
use crate::diag::Place;

/// One element of a matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    /// Its key in `content/baseline/*.yaml`.
    pub listed_as: &'static str,
    /// Its key in the matter's file.
    pub key: &'static str,
    /// Whether it may have several values.
    pub is_list: bool,
    /// Its values; none when it is not written.
    pub values: Vec<String>,
}

impl Element {
    /// The values as one text; `未写` when there are none.
    pub fn text(&self) -> String {
        if self.values.is_empty() { "未写".to_owned() } else { self.values.join("、") }
    }
}

/// 名称 类型 编码 时限 (statutory, promised) 依据 流程 结果 of a matter, in this order.
pub fn of(raw: &RawMatter) -> [Element; 8] {
    let one = |value: &Option<String>| value.iter().cloned().collect::<Vec<_>>();
    let bases = raw.bases.iter().map(|b| format!("《{}》{}", b.name, b.article.as_deref().unwrap_or_default()));
    let steps = raw.steps.iter().map(|s| format!("{}\u{ff08}{}\u{ff09}", s.name, s.limit));
    [
        ("名称", "事项名称", vec![raw.name.clone()]),
        ("类型", "事项类型", vec![raw.kind.word().to_owned()]),
        ("编码", "基本编码", one(&raw.basic_code)),
        ("法定时限", "法定办结时限", one(&raw.legal_limit)),
        ("时限", "承诺办结时限", one(&raw.promised_limit)),
        ("依据", "设定依据", bases.collect()),
        ("环节", "环节", steps.collect()),
        ("结果", "结果", raw.results.iter().map(|r| r.name.clone()).collect()),
    ]
    .map(|(listed_as, key, values)| Element {
        listed_as,
        key,
        is_list: matches!(listed_as, "依据" | "环节" | "结果"),
        values,
    })
}

/// What it costs.
pub fn fee(raw: &RawMatter) -> Element {
    let item = |item: &RawFeeItem| format!("{}\u{ff08}{}\u{ff09}", item.name, item.standard);
    let values =
        if raw.fee.charged.0 { raw.fee.items.iter().map(item).collect() } else { vec!["不收费".to_owned()] };
    Element { listed_as: "收费", key: "收费", is_list: true, values }
}

/// The same elements as a list states them, in the same order; `None` for one it leaves out.
pub fn listed(raw: &RawElements) -> [Option<Vec<String>>; 8] {
    let one = |value: &Option<String>| value.clone().map(|text| vec![text]);
    let many = |values: &[String]| (!values.is_empty()).then(|| values.to_vec());
    [
        one(&raw.name),
        one(&raw.kind),
        one(&raw.code),
        one(&raw.legal),
        one(&raw.limit),
        many(&raw.bases),
        many(&raw.steps),
        many(&raw.results),
    ]
}

impl Baseline {
    /// The elements listed for each matter of the catalogue, with their place.
    pub fn listed(&self) -> impl Iterator<Item = (BaselineMatter, &RawElements, Place)> {
        let entries = self.written.matters.iter().zip(&self.matters).enumerate();
        entries.map(|(n, (raw, listed))| (*listed, raw, self.origin.key("事项").index(n)))
    }
}
