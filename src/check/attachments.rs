//! Files that texts offer for download.

use super::family::{Family, Input};
use crate::diag::{Diagnostic, RuleDoc, Severity};
use crate::model::attachments::{Attachment, FOLDER, of_hall, of_matter, of_notice, of_person};
use crate::model::resolve::UNKNOWN_REFERENCE;
use crate::source::Sources;
use crate::text::nearest::{choices, nearest};

/// 1.3.2: what is offered for download is there.
pub(super) static Y1_3_2C: RuleDoc = RuleDoc {
    id: "Y1.3.2c",
    severity: Severity::Broken,
    title: ["事项引用的附件必须存在", "The files a matter offers are there"],
    what: [
        "材料的空白表格、示例样表和结果的样本，写的是 content/attachments/ 下的文件名，文件必须在。",
        "\"空白表格\", 示例样表 and 样本 name files in content/attachments/, and the files are there.",
    ],
    why: ["群众要下载的表格不能是打不开的链接。", "A form to download must not be a dead link."],
    clause: "《银川市民大厅运行管理制度（试行）》1.3.2：“相应内容的更新及材料上传”",
    example: "空白表格: 申请表.docx   # content/attachments/ 里没有",
    fix: [
        "把文件放进 content/attachments/，或改正文件名。",
        "Put the file into content/attachments/, or correct its name.",
    ],
};

pub(super) static FAMILY: Family = Family { rules: &[&Y1_3_2C], check };

/// Every attachment named is there.
fn check(&Input { hall, sources, .. }: &Input<'_>, out: &mut Vec<Diagnostic>) {
    let matters = hall.matters.iter().flat_map(of_matter).filter_map(|attachment| missing(&attachment, sources));
    out.extend(matters.map(|finding| Diagnostic { rule: &Y1_3_2C, ..finding }));
    let named = hall.notices.iter().flat_map(of_notice).chain(of_hall(hall));
    let named = named.chain(hall.staff.iter().filter_map(of_person));
    out.extend(named.filter_map(|attachment| missing(&attachment, sources)));
}

/// With the attachments there are.
fn offered(problem: Diagnostic, name: &str, sources: &Sources) -> Diagnostic {
    let there = sources.paths_under(FOLDER).filter_map(|path| path.strip_prefix(FOLDER));
    match choices(name, &there.map(|name| (name, None)).collect::<Vec<_>>()) {
        Some([zh, en]) => problem.expected(zh, en),
        None => problem,
    }
}

fn missing(Attachment { name, place }: &Attachment, sources: &Sources) -> Option<Diagnostic> {
    let path = format!("{FOLDER}{name}");
    if sources.bytes(&path).is_some() || sources.refused(&path) {
        return None;
    }
    let there = sources.paths_under(FOLDER).filter_map(|path| path.strip_prefix(FOLDER));
    let problem = Diagnostic::new(
        &UNKNOWN_REFERENCE,
        place.clone(),
        format!("{FOLDER} 里没有文件“{name}”"),
        format!("there is no file \"{name}\" in {FOLDER}"),
    );
    Some(match nearest(name, there) {
        Some(near) => problem.fix(
            format!("是不是“{near}”？改成它，或把文件放进 {FOLDER}。"),
            format!("Did you mean \"{near}\"? Use it, or put the file into {FOLDER}."),
        ),
        None => offered(problem, name, sources).fix(
            format!("把文件放进 {FOLDER}，文件名（连同扩展名）写得一字不差。"),
            format!("Put the file into {FOLDER} and give its exact name with its ending."),
        ),
    })
}
