//! Forms that are always at hand: told once (Y2.2.4a, W2.2.1b), refusal (Y2.2.2c), check sheets (Y1.3.2b, Y1.3.4),
//! complaints (Y11.3a).

use super::file::{FormFile, LAYOUT, name, view};
use super::sheet::{
    FormSheet, LISTED, LYING_WIDTH, NO_DATE, SIGNED, label, lines, signed, small, small_centred, tick, value,
};
use crate::content::matter::RawMaterial;
use crate::content::{FormKind, MaterialForm, Need};
use crate::model::matter::Matter;
use crate::model::{Grounds, Hall};
use crate::plan::notices::word::Block;
use crate::plan::staff::Offices;
use crate::plan::url;
use crate::plan::words::punctuation::fullwidth_punctuation;
use crate::text::hex::hex;
use jiff::civil::Date;
use sha2::{Digest, Sha256};

/// How many matters a month's sample takes.
const SAMPLE: usize = 10;
fn standing(hall: &Grounds, kind: FormKind, path: String, clause: &'static str) -> FormFile {
    let title = name(hall, kind);
    FormFile {
        view: view(&title, false, Vec::new(), Vec::new()),
        path,
        title,
        about: String::new(),
        clause,
        task: None,
        record: None,
        dated: None,
        to: None,
        group: None,
        origin: hall.site_origin.clone(),
    }
}

/// 一次性补正材料告知书 of every matter that is applied for.
pub(super) fn supplements(hall: &Hall) -> Vec<FormFile> {
    hall.matters.iter().filter(|matter| matter.is_applied_for()).map(|matter| supplement(hall, matter)).collect()
}

fn supplement(hall: &Grounds, matter: &Matter) -> FormFile {
    let form = standing(hall, FormKind::Supplement, url::form(&format!("supplement/{}", matter.id())), "Y2.2.4a");
    let unit = hall.unit(matter.unit).name();
    let mut sheet =
        FormSheet::of(vec![700, 2900, 2400, 2844]).heads(&["补正", "材料名称", "要求", "补件原因和补正内容"]);
    let asked = matter.written.materials.iter().filter(|material| material.need != Need::Shared);
    for material in asked {
        sheet = sheet.row([
            small_centred(1, "☐"),
            value(1, Some(fullwidth_punctuation(&material.name))),
            small(1, asks(material)),
            value(1, None),
        ]);
    }
    for _ in 0..2 {
        sheet = sheet.row([small_centred(1, "☐"), value(1, None), value(1, None), value(1, None)]);
    }
    let phone = matter.written.phone.clone().or_else(|| hall.unit(matter.unit).written.phone.clone());
    let sheet_signed = FormSheet::upright()
        .high(
            SIGNED,
            [
                label(2, "窗口\n工作人员"),
                signed(4, Vec::new(), "签字", None),
                label(2, "申请人\n签收"),
                signed(4, Vec::new(), "签字", None),
            ],
        )
        .row([
            label(2, "出具单位\n（盖章）"),
            value(4, Some(unit.to_owned())),
            label(2, "咨询电话"),
            value(4, Some(phone.unwrap_or_else(|| hall.site.hotline.clone()))),
        ]);
    let lead = format!(
        "你（单位）于{NO_DATE}在{}申请办理的“{}”，下列打勾的材料需要补正，现一次性书面告知：",
        hall.site.name,
        fullwidth_punctuation(matter.name())
    );
    let told = hall.profile.states.told_once.iter().filter(|line| line.contains("一次补齐"));
    let mut blocks = vec![
        Block::line("FormNumber", "编号：＿＿＿＿＿＿＿"),
        Block::line("FormSalutation", "＿＿＿＿＿＿＿＿＿＿＿＿："),
        Block::line("FormText", lead),
        sheet.block(),
    ];
    blocks.extend(told.map(|line| Block::line("FormText", line.clone())));
    blocks.push(Block::line("FormText", ""));
    blocks.push(sheet_signed.block());
    FormFile {
        about: matter.name().to_owned(),
        view: view(&form.title, false, blocks, vec![LAYOUT.to_owned()]),
        group: Some(unit.to_owned()),
        dated: matter.written.synced_on.map(|day| day.0),
        origin: matter.origin.clone(),
        ..form
    }
}

/// `纸质，原件1份`.
fn asks(material: &RawMaterial) -> String {
    let form = match material.form {
        MaterialForm::Paper => "纸质",
        MaterialForm::Electronic => "电子",
        MaterialForm::Either => "纸质或电子",
    };
    let counts = [(material.originals, "原件"), (material.copies, "复印件")];
    let counts = counts.into_iter().filter_map(|(count, what)| Some((count.filter(|c| c.0 > 0)?, what)));
    let mut all = vec![form.to_owned()];
    all.extend(counts.map(|(count, what)| format!("{what}{}份", count.0)));
    all.extend((material.need == Need::Optional).then(|| "视情况".to_owned()));
    all.join("，")
}

/// 不予办理通知书, blank.
pub(super) fn refusal(hall: &Grounds) -> FormFile {
    let form = standing(hall, FormKind::Refusal, url::form("refusal"), "Y2.2.2c");
    let sheet = FormSheet::upright()
        .row([label(2, "事项名称"), value(10, None)])
        .row([label(2, "受理单位"), value(4, None), label(2, "受理日期"), value(4, Some(NO_DATE.to_owned()))])
        .high(3600, [label(2, "不予办理的\n具体原因"), value(10, None)])
        .high(2600, [label(2, "依据"), value(10, None)])
        .high(
            SIGNED,
            [
                label(2, "出具单位\n（盖章）"),
                signed(4, Vec::new(), "经办人签字", None),
                label(2, "申请人\n签收"),
                signed(4, Vec::new(), "签字", None),
            ],
        );
    let phones = format!("咨询电话：{}　投诉电话：{}", hall.site.hotline, hall.site.complaint_phone);
    let blocks = vec![
        Block::line("FormNumber", "编号：＿＿＿＿＿＿＿"),
        Block::line("FormSalutation", "＿＿＿＿＿＿＿＿＿＿＿＿："),
        Block::line(
            "FormText",
            format!("你（单位）在{}申请办理的下列事项，经审核，不予办理，现告知如下：", hall.site.name),
        ),
        sheet.block(),
    ];
    FormFile {
        about: "窗口对不予办理的申请出具".to_owned(),
        view: view(&form.title, false, blocks, vec![phones, LAYOUT.to_owned()]),
        ..form
    }
}

/// `承诺时限`, or what stands for it.
fn limit(matter: &Matter) -> String {
    matter.written.promised_limit.clone().or_else(|| matter.written.legal_limit.clone()).unwrap_or_default()
}

/// The check sheets of every unit that has matters (Y1.3.2b).
pub(super) fn check_sheets(hall: &Hall, offices: &Offices<'_>) -> Vec<FormFile> {
    let of = |n: usize| hall.matters.iter().filter(move |matter| matter.unit.index() == n);
    let units = (0..hall.units.len()).filter(|n| of(*n).next().is_some());
    units.map(|n| check_sheet(hall, offices, &of(n).collect::<Vec<_>>(), n)).collect()
}

fn check_sheet(hall: &Grounds, offices: &Offices<'_>, matters: &[&Matter], unit: usize) -> FormFile {
    let unit = &hall.units[unit];
    let form = standing(hall, FormKind::CheckSheet, url::form(&format!("check/{}", unit.id())), "Y1.3.2b");
    let mut sheet = FormSheet::of(vec![600, 3300, 1250, 1040, 1800, 820, 820, 820, 2560, 1560]).heads(&[
        "序号",
        "事项名称",
        "事项类型",
        "办件类型",
        "承诺时限",
        "材料",
        "收费",
        "到现场",
        "核对",
        "更正内容",
    ]);
    for (n, matter) in matters.iter().enumerate() {
        let raw = &matter.written;
        sheet = sheet.high(
            LISTED,
            [
                small_centred(1, (n + 1).to_string()),
                small(1, fullwidth_punctuation(matter.name())),
                small(1, raw.kind.word()),
                small_centred(1, raw.case_kind.word()),
                small(1, fullwidth_punctuation(&limit(matter))),
                small_centred(1, format!("{}样", raw.materials.len())),
                small_centred(1, if raw.fee.charged.0 { "收费" } else { "不收费" }),
                small_centred(1, format!("{}次", raw.visits.0)),
                small_centred(1, "☐准确 ☐真实 ☐完整"),
                value(1, None),
            ],
        );
    }
    let signs = FormSheet::of(vec![LYING_WIDTH / 6; 6]).high(
        1300,
        [
            label(1, "经办人"),
            signed(2, Vec::new(), "签字", None),
            label(1, "单位负责人\n（盖章）"),
            signed(2, Vec::new(), "签字", None),
        ],
    );
    let lead = format!(
        "单位：{}　　共{}项。本单位对事项及清单内容的准确性、真实性和完整性负责，逐项核对后签字。",
        unit.name(),
        matters.len()
    );
    let mut blocks = vec![Block::line("FormSalutation", lead), sheet.block(), Block::line("FormText", "")];
    blocks.extend(files(matters));
    blocks.push(signs.block());
    FormFile {
        about: unit.name().to_owned(),
        group: Some(unit.name().to_owned()),
        to: Some(offices.matters()),
        view: view(&form.title, true, blocks, vec![LAYOUT.to_owned()]),
        origin: unit.origin.clone(),
        ..form
    }
}

/// The blank and sample forms of the matters, one line a file: those who upload them tick what they have seen (Y1.3.2c).
fn files(matters: &[&Matter]) -> Vec<Block> {
    let mut lines = Vec::new();
    for matter in matters {
        for material in &matter.written.materials {
            let named = [("空白表格", &material.blank_form), ("示例样表", &material.sample_form)];
            for (kind, file) in named {
                let Some(file) = file else { continue };
                let (name, form) = (fullwidth_punctuation(matter.name()), fullwidth_punctuation(&material.name));
                lines.push(Block::line("FormText", format!("☐ {name}　{form}　{kind}：{file}")));
            }
        }
    }
    if !lines.is_empty() {
        lines.insert(0, Block::line("FormText", "已上传到网站和平台的表格，打开核对后打勾："));
        lines.push(Block::line("FormText", ""));
    }
    lines
}

/// The month's sample of matters (Y1.3.4): drawn by a digest of month and id, so that every build of a month draws the
/// same, and a new matter takes the place of at most one.
pub(super) fn sample(hall: &Hall, offices: &Offices<'_>, day: Date) -> FormFile {
    let month = format!("{}-{:02}", day.year(), day.month());
    let form = standing(hall, FormKind::SampleSheet, url::form(&format!("sample-{month}")), "Y1.3.4");
    let drawn = drawn(hall, &month);
    let mut sheet = FormSheet::of(vec![600, 3300, 2400, 1800, 900, 2570, 3000]).heads(&[
        "序号",
        "事项名称",
        "单位",
        "承诺时限",
        "材料",
        "清单与指南、平台",
        "问题和整改要求",
    ]);
    for (n, matter) in drawn.iter().enumerate() {
        sheet = sheet.high(
            LISTED,
            [
                small_centred(1, (n + 1).to_string()),
                small(1, fullwidth_punctuation(matter.name())),
                small(1, hall.unit(matter.unit).name()),
                small(1, fullwidth_punctuation(&limit(matter))),
                small_centred(1, format!("{}样", matter.written.materials.len())),
                small_centred(1, "☐一致 ☐不一致"),
                value(1, None),
            ],
        );
    }
    let office = offices.matters();
    let signs = FormSheet::of(vec![LYING_WIDTH / 6; 6]).high(
        1300,
        [
            label(1, "抽查人"),
            signed(2, Vec::new(), "签字", None),
            label(1, &format!("{office}\n负责人")),
            signed(2, Vec::new(), "签字", None),
        ],
    );
    let ways = [("现场督查", false), ("随机抽查", true), ("备案审查", false), ("群众意见反馈", false)];
    let ways: Vec<String> = ways.into_iter().map(|(way, on)| tick(on, way)).collect();
    let lead = format!(
        "{}年{}月　督查方式：{}　全部{}项中抽取{}项",
        day.year(),
        day.month(),
        ways.join("　"),
        hall.matters.len(),
        drawn.len()
    );
    let blocks = vec![Block::line("FormSalutation", lead), sheet.block(), Block::line("FormText", ""), signs.block()];
    let how = "抽取办法：按月份和事项编号的摘要值排序取前几项，同一个月每次生成的名单相同。";
    FormFile {
        about: format!("{}年{}月", day.year(), day.month()),
        to: Some(office),
        view: view(&form.title, true, blocks, vec![format!("{how}{LAYOUT}")]),
        dated: Some(day.first_of_month()),
        ..form
    }
}

fn drawn<'h>(hall: &'h Hall, month: &str) -> Vec<&'h Matter> {
    let digest = |matter: &Matter| hex(&Sha256::digest(format!("{month} {}", matter.id()).as_bytes()));
    let mut all: Vec<(String, &Matter)> = hall.matters.iter().map(|matter| (digest(matter), matter)).collect();
    all.sort_by(|a, b| a.0.cmp(&b.0));
    all.truncate(SAMPLE);
    let mut drawn: Vec<&Matter> = all.into_iter().map(|(_, matter)| matter).collect();
    drawn.sort_by_key(|matter| (matter.unit, matter.id()));
    drawn
}

/// The record of a complaint, blank (Y11.3a).
pub(super) fn complaint(hall: &Grounds, offices: &Offices<'_>) -> FormFile {
    let form = standing(hall, FormKind::Complaint, url::form("complaint"), "Y11.3a");
    let ways: Vec<String> =
        hall.site.complaint_channels.iter().map(|way| tick(false, &fullwidth_punctuation(way))).collect();
    let ways = filled(&ways, 28);
    let blank = || value(4, None);
    let sheet = FormSheet::upright()
        .row([label(2, "接收时间"), value(4, Some("　月　　日　　时　分".to_owned())), label(2, "登记人"), blank()])
        .row([label(2, "来源"), lines(10, ways)])
        .row([label(2, "投诉举报人"), blank(), label(2, "联系电话"), blank()])
        .row([label(2, "被投诉\n单位、窗口"), blank(), label(2, "涉及事项"), blank()])
        .high(2300, [label(2, "投诉举报\n内容"), value(10, None)])
        .row([
            label(2, "转办单位\n（科室）"),
            blank(),
            label(2, "转办时间"),
            value(4, Some("　月　　日　　时　分".to_owned())),
        ])
        .high(1600, [label(2, "调查处理\n情况"), value(10, None)])
        .high(1300, [label(2, "办理结果"), value(10, None)])
        .high(800, [label(2, "未按期办结\n的说明"), value(10, None)])
        .high(1300, [label(2, "单位分管\n领导意见"), signed(10, Vec::new(), "签字", None)]);
    let office = offices.complaints();
    FormFile {
        about: "受理信访、投诉的科室逐件登记".to_owned(),
        view: view(&form.title, false, vec![sheet.block()], vec![LAYOUT.to_owned()]),
        to: Some(office),
        ..form
    }
}

/// Texts in as few lines of at most `most` characters as they fill.
fn filled(texts: &[String], most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for text in texts {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + text.chars().count() <= most => {
                line.push('　');
                line.push_str(text);
            }
            _ => lines.push(text.clone()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::drawn;
    use crate::plan::sample;

    #[test]
    fn a_month_draws_the_same_matters_every_time() {
        let hall = sample::hall();
        let ids = |month: &str| drawn(&hall, month).iter().map(|m| m.id().to_owned()).collect::<Vec<_>>();
        assert_eq!(ids("2026-10"), ids("2026-10"));
        assert!(ids("2026-10").len() <= super::SAMPLE);
    }
}
