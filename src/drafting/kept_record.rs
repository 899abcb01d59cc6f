//! A published record put back as it was issued, with the steps and comments written since.

use crate::source::{Record, Shape, yaml};
use serde::de::DeserializeOwned;
use std::str::FromStr;
use yaml_edit::{Mapping, YamlFile};

/// The text `now` of a record with everything it tells the public as in `then`. `None` if it cannot be edited so that it
/// reads back as meant: then only the issued text itself will do.
///
/// `edited` are the keys that differ, as [`Record::told_otherwise`] gives them.
pub fn as_issued<T: Record + DeserializeOwned>(then: &str, now: &str, edited: &[&'static str]) -> Option<String> {
    let (issued, file) = (YamlFile::from_str(then).ok()?, YamlFile::from_str(now).ok()?);
    let (from, to) = (issued.document()?.as_mapping()?, file.document()?.as_mapping()?);
    let Shape::Record(fields) = T::shape() else { return None };
    for field in fields.iter().filter(|field| edited.contains(&field.key)) {
        let inner = match (field.shape)() {
            Shape::Record(fields) if fields.iter().any(|field| field.is_step) => fields,
            _ => &[],
        };
        let names = [field.key, field.alias];
        match (named(&from, names).and_then(|key| from.get_mapping(key)), to_mapping(&to, names)) {
            // Only what is told of it: its steps stay.
            (Some(from), Some(to)) if !inner.is_empty() => {
                inner.iter().filter(|field| !field.is_step).for_each(|field| put(&from, &to, [field.key, field.alias]));
            }
            _ => put(&from, &to, names),
        }
    }
    let text = file.to_string();
    let [then, before, after] = [then, now, &text].map(|text| yaml::read_alone::<T>(text.as_bytes()));
    let (then, before, after) = (then?, before?, after?);
    let only_these = after.differing(&before).iter().all(|key| edited.contains(key));
    (after.tells_same(&then) && only_these).then_some(text)
}

/// Gives a key the value it has in `from`, or takes it away where that has none.
fn put(from: &Mapping, to: &Mapping, names: [&'static str; 2]) {
    let value = named(from, names).and_then(|key| from.get(key));
    match (value, named(to, names)) {
        (Some(value), key) => to.set(key.unwrap_or(names[0]), value),
        (None, Some(key)) => drop(to.remove(key)),
        (None, None) => {}
    }
}

fn to_mapping(to: &Mapping, names: [&'static str; 2]) -> Option<Mapping> {
    named(to, names).and_then(|key| to.get_mapping(key))
}

/// The name by which a mapping has a field: its key or its alias.
pub(super) fn named(of: &Mapping, names: [&'static str; 2]) -> Option<&'static str> {
    names.into_iter().find(|name| of.contains_key(*name))
}

#[cfg(test)]
mod tests {
    use super::as_issued;
    use crate::content::change::RawChange;

    const THEN: &str = "编号: a\n种类: 撤离\n申请单位: gjj\n备案日期: 2026-09-28\n生效日期: 2026-10-12\n窗口:\n  - 窗口: w-a02\n    去向: {窗口: [w-a01]}\n联系电话: 000125\n公告:\n  发布时间: 2026-09-29T09:00\n  张贴: []\n";

    fn kept(now: &str, edited: &[&'static str]) -> Option<String> {
        as_issued::<RawChange>(THEN, now, edited)
    }

    #[test]
    fn what_is_told_comes_back_and_steps_and_comments_stay() {
        let now = "# 二楼的窗口\n编号: a\n种类: 撤离\n申请单位: gjj\n备案日期: 2026-09-29 # 补交\neffective: 2026-10-15\n窗口:\n  - 窗口: w-a02\n    去向: {地址: 兰州路1号}\n联系电话: \"1\"\n公告:\n  发布时间: 2026-10-01T09:00\n  张贴: [{张贴点: gate, 自: 2026-09-29, 最后一天: 2026-10-30}]\n";
        let expected = "# 二楼的窗口\n编号: a\n种类: 撤离\n申请单位: gjj\n备案日期: 2026-09-29 # 补交\neffective: 2026-10-12\n窗口:\n  - 窗口: w-a02\n    去向: {窗口: [w-a01]}\n联系电话: 000125\n公告:\n  发布时间: 2026-09-29T09:00\n  张贴: [{张贴点: gate, 自: 2026-09-29, 最后一天: 2026-10-30}]\n";
        assert_eq!(kept(now, &["生效日期", "窗口", "联系电话", "公告"]).as_deref(), Some(expected));
    }

    #[test]
    fn what_was_added_goes_and_what_was_taken_away_is_there_again() {
        let now = THEN.replace("联系电话: 000125\n", "最后一天: 2026-10-30\n");
        let kept = kept(&now, &["最后一天", "联系电话"]).expect("it can be edited");
        assert!(kept.contains("联系电话: 000125\n") && !kept.contains("最后一天: 2026-10-30"), "{kept}");
    }
}
