//! Files named after the records they contain.

use super::names::is_plain_id;
use crate::content::file_stem;
use crate::diag::{Diagnostic, Place, RuleDoc, Severity};

/// A file whose name is not its record's id.
pub static FILE_NAME: RuleDoc = RuleDoc {
    id: "file-name",
    severity: Severity::Broken,
    title: ["文件名与编号不一致", "File name differs from the id"],
    what: ["事项和变更记录的文件名就是它的编号。", "A matter's or change record's file is named after its id."],
    why: ["按编号就能找到文件，也不会有两份。", "The id leads to the file, and there is only one."],
    clause: "",
    example: "content/matters/gaj/huji.yaml 里写 编号: gaj-huji",
    fix: ["改文件名或改编号，使两者一致。", "Rename the file or change the id."],
};

/// A diagnostic if the file's name is not `id`.
pub(super) fn named_after(id: &str, place: &Place, out: &mut Vec<Diagnostic>) {
    let stem = file_stem(&place.file);
    if stem == id {
        return;
    }
    let [zh, en] = if is_plain_id(stem) {
        [
            format!("把编号改成 {stem}，或把文件改名为 {id}。"),
            format!("Change the id to {stem}, or rename the file to {id}."),
        ]
    } else if stem.starts_with(id) {
        // A copy that the desktop made, as `… - 副本`, has a name no id may have.
        [
            format!("复制出来写新内容的，换一个新编号，如 {id}-2，文件也改成这个名字；多余的，删掉这个文件。"),
            format!(
                "If it is a copy for something new, give it a new id, such as {id}-2, and that name; else delete it."
            ),
        ]
    } else {
        [format!("把文件改名为 {id}。"), format!("Rename the file to {id}.")]
    };
    out.push(
        Diagnostic::new(
            &FILE_NAME,
            place.key("编号"),
            format!("编号“{id}”与文件名“{stem}”不一致"),
            format!("the id \"{id}\" differs from the file name \"{stem}\""),
        )
        .fix(zh, en),
    );
}
