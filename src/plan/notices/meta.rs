//! The metadata block of a written notice (Y0.1) and its stamp (X0.1).

use crate::content::notice::RawPublication;
use crate::content::{Scope, Validity};
use crate::model::Grounds;
use crate::model::notice::Notice;
use crate::plan::website::parts::Fact;
use crate::plan::words::punctuation::fullwidth_punctuation;
use crate::text::date;

/// A named value.
pub(super) fn fact(name: &str, value: String) -> Fact {
    Fact { name: name.to_owned(), value }
}

/// 名称, 索引号, 效力状态, 发布机构, 责任部门, 成文日期, 发布日期, 公开发布 (Y0.2), 信息分类, and 施行日期, 解释单位, 废止日期, 公告范围,
/// 公开渠道 and 概述 where there are any (Y0.1, W0.1).
pub(in crate::plan) fn meta(hall: &Grounds, notice: &Notice) -> Vec<Fact> {
    let raw = &notice.written;
    let validity = raw.validity.unwrap_or(Validity::Valid).word().to_owned();
    let rows = [
        ("名称", Some(fullwidth_punctuation(&raw.title))),
        ("索引号", raw.index_no.clone()),
        ("效力状态", Some(validity)),
        ("施行日期", raw.in_force_on.map(|day| date::long(day.0))),
        ("解释单位", raw.interpreter.as_ref().map(|id| office_name(hall, id))),
        ("废止日期", raw.repealed_on.map(|day| date::long(day.0))),
        ("公告范围", raw.scope.map(|told| scope(hall, notice, told))),
        ("发布机构", Some(hall.unit(notice.issuer).name().to_owned())),
        ("责任部门", raw.office.as_ref().map(|id| office_name(hall, id))),
        ("成文日期", Some(date::long(raw.dated.0))),
        ("发布日期", Some(date::long(notice.published().date()))),
        ("公开发布", raw.public.map(|yes| if yes.0 { "是" } else { "否" }.to_owned())),
        ("信息分类", Some(raw.kind.word().to_owned())),
        ("公开渠道", channel_words(notice)),
        ("概述", raw.summary.as_deref().map(fullwidth_punctuation)),
    ];
    rows.into_iter().filter_map(|(name, value)| Some(fact(name, value?))).collect()
}

/// Through which channels, and on which day each: `政府网站（2026年9月28日）、政府公报（2026年10月9日）` (W2.4.1b).
pub(in crate::plan) fn channel_words(notice: &Notice) -> Option<String> {
    let said = |told: &RawPublication| {
        let name = told.name.as_deref().map_or_else(|| told.channel.word().to_owned(), fullwidth_punctuation);
        format!("{name}（{}）", date::long(told.date.0))
    };
    let all: Vec<String> = notice.written.publications.iter().map(said).collect();
    (!all.is_empty()).then(|| all.join("、"))
}

/// Where the notice comes from, the issuer unless it says so.
pub(in crate::plan) fn source(hall: &Grounds, notice: &Notice) -> String {
    notice.written.source.clone().unwrap_or_else(|| hall.unit(notice.issuer).name().to_owned())
}

/// 来源, 责任编辑, 发布时间.
pub(in crate::plan) fn stamp(source: &str, editor: Option<&str>, published: &str) -> Vec<Fact> {
    let rows = [("来源", Some(source)), ("责任编辑", editor), ("发布时间", Some(published))];
    rows.into_iter().filter_map(|(name, value)| Some(fact(name, value?.to_owned()))).collect()
}

/// `全市`, or `分厅（税务服务厅）`.
fn scope(hall: &Grounds, notice: &Notice, scope: Scope) -> String {
    match notice.venue {
        Some(venue) => format!("{}（{}）", scope.word(), hall.venue(venue).name()),
        None => scope.word().to_owned(),
    }
}

/// The name of an office or a unit by its id; the id itself when it is neither.
pub(in crate::plan) fn office_name(hall: &Grounds, id: &str) -> String {
    let office = hall.offices.iter().find(|o| o.written.id == id).map(|o| o.written.name.clone());
    let unit = || hall.units.iter().find(|u| u.id() == id).map(|u| u.name().to_owned());
    office.or_else(unit).unwrap_or_else(|| id.to_owned())
}
