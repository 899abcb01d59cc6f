//! Files under `content/` that no reader takes: in the wrong place, copies, pictures.

use crate::diag::{Diagnostic, Place, RuleDoc, Severity};
use crate::source::Sources;
use crate::text::nearest::nearest;

/// A file is in a place where nothing reads it.
pub(super) static STRAY_FILE: RuleDoc = RuleDoc {
    id: "stray-file",
    severity: Severity::Broken,
    title: ["文件放错了地方", "A file nothing reads"],
    what: [
        "content/ 下的每个 YAML、Markdown 文件都应在约定的位置，扩展名为 .yaml 或 .md。",
        "Every YAML or Markdown file under content/ lies where it is read, ending in .yaml or .md.",
    ],
    why: [
        "放错位置的文件不会生效，内容会悄悄缺失。",
        "A file in the wrong place has no effect, and content is silently missing.",
    ],
    clause: "",
    example: "content/window/ga.yaml（应为 content/windows/ga.yaml）",
    fix: ["移到约定的文件夹，或删除。", "Move it to its folder, or delete it."],
};

/// A copy of a document lies beside it.
pub(super) static COPIED_FILE: RuleDoc = RuleDoc {
    id: "copied-file",
    severity: Severity::Broken,
    title: ["文件的副本", "A copy of a file"],
    what: [
        "content/ 里没有另一个文件的副本（文件名带“副本”“Copy”“(1)”“备份”等）。副本不读取。",
        "No file is a copy of another by its name, such as one that ends in Copy or a number in brackets; copies are not read.",
    ],
    why: [
        "副本和原文件里写着同样的编号，哪一份算数，程序不能替人决定。",
        "Both hold the same ids; which of them counts only a person can say.",
    ],
    clause: "",
    example: "content/windows/hall - 副本.yaml 和 hall.yaml 放在一起",
    fix: [
        "留作备份的，移到 content/ 之外；要用副本里的内容的，用它替换原文件；写新内容的，改一个新文件名和新编号。",
        "Move a backup out of content/; to use what the copy says, replace the original by it; for something new give it a new name and new ids.",
    ],
};

/// A picture or a document of an office program.
pub(super) static OTHER_FILE: RuleDoc = RuleDoc {
    id: "other-file",
    severity: Severity::Warning,
    title: ["不是内容文件", "Not a content file"],
    what: [
        "图片、Word、PDF 等文件只放在 content/attachments/；放在别处的不读取，也不发布。",
        "Pictures, Word and PDF files lie in content/attachments/; elsewhere they are neither read nor published.",
    ],
    why: ["不放在那里，公告里就引用不到它。", "From elsewhere no notice can refer to it."],
    clause: "",
    example: "content/notices/现场.jpg",
    fix: [
        "公告要用的，移到 content/attachments/，在公告的附件里写它；不用的，移到 content/ 之外。",
        "Move it to content/attachments/ and name it among the notice's attachments, or out of content/.",
    ],
};

/// Kinds of files nobody takes for a content file.
const OTHER: [&str; 22] = [
    "jpg", "jpeg", "png", "gif", "bmp", "webp", "tif", "tiff", "heic", "mp4", "mp3", "doc", "docx", "wps", "xls",
    "xlsx", "et", "ppt", "pptx", "pdf", "zip", "rar",
];

/// Reports every file nothing reads. `is_document` tells of a path below `content/` whether something does; `places` are
/// the files and folders there are.
pub(super) fn strays(
    sources: &Sources,
    is_document: &dyn Fn(&str) -> bool,
    places: &[&'static str],
    out: &mut Vec<Diagnostic>,
) {
    for path in sources.paths_under("content/") {
        let name = &path["content/".len()..];
        if name.starts_with("attachments/") {
            continue;
        }
        out.extend(match original(path, sources) {
            Some(original) => Some(copied(path, &original)),
            None if is_document(name) => None,
            None if is_other(name) => Some(other(path)),
            None => Some(stray(path, name, is_document, places)),
        });
    }
}

fn is_other(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, ending)| OTHER.iter().any(|other| ending.eq_ignore_ascii_case(other)))
}

/// The endings of a document's name that is read although they are wrong, so that its name is the only thing reported.
pub(super) const READ_ANYWAY: [&str; 4] = [".yml", ".yaml.txt", ".yml.txt", ".md.txt"];

/// The path with the ending its document has, where it has another one: `units.yaml` for `units.yml`, `units.yaml.txt`
/// and `units.txt`.
pub(super) fn with_right_ending(path: &str) -> Option<String> {
    let lower = path.to_ascii_lowercase();
    let (right, wrong): (&str, &[&str]) = match path.starts_with("content/notices/") {
        true => (".md", &[".md.txt", ".markdown", ".txt", ".md"]),
        false => (".yaml", &[".yaml.txt", ".yml.txt", ".yml", ".txt", ".yaml"]),
    };
    let ending = wrong.iter().find(|ending| lower.ends_with(**ending))?;
    let renamed = format!("{}{right}", path.get(..path.len() - ending.len())?);
    (renamed != path).then_some(renamed)
}

/// The file in whose place the document `path`, which is not there, lies under a wrong name.
pub(super) fn misnamed<'s>(path: &str, sources: &'s Sources) -> Option<&'s str> {
    let folder = path.rfind('/').map_or("", |seam| path.get(..=seam).unwrap_or_default());
    sources.paths().filter(|other| other.starts_with(folder)).find(|other| is_misnamed(other, path))
}

fn is_misnamed(other: &str, path: &str) -> bool {
    let right = with_right_ending(other);
    let right = right.as_deref().unwrap_or(other);
    other != path && right.eq_ignore_ascii_case(path)
}

/// The file that `path` is a copy of by its name, if it is there: `hall - 副本.yaml` of `hall.yaml`, or `hall.yaml.txt`.
pub(super) fn original(path: &str, sources: &Sources) -> Option<String> {
    if let Some(right) = with_right_ending(path).filter(|right| sources.exists(right)) {
        return Some(right);
    }
    let (folder, name) = path.rsplit_once('/')?;
    let (stem, ending) = name.rsplit_once('.')?;
    let before = ["复件 ", "副本 ", "Copy of "].into_iter().find_map(|mark| stem.strip_prefix(mark));
    let bare = before.or_else(|| uncopied(stem))?;
    let original = format!("{folder}/{bare}.{ending}");
    sources.exists(&original).then_some(original)
}

/// The name without what a desktop puts behind that of a copy: ` - 副本 (2)`, `(1)`, `_备份`.
fn uncopied(stem: &str) -> Option<&str> {
    const MARKS: [&str; 8] = ["副本", "复件", "备份", "copy", "Copy", "bak", "backup", "old"];
    let seams: &[char] = &[' ', '-', '_', '.', '－'];
    let numbered = stem.strip_suffix([')', '）']).and_then(|stem| {
        let bare = stem.trim_end_matches(|ch: char| ch.is_ascii_digit());
        (bare.len() < stem.len()).then(|| bare.strip_suffix(['(', '（']))?
    });
    let named = numbered.unwrap_or(stem).trim_end_matches(seams);
    let marked = MARKS.into_iter().find_map(|mark| named.strip_suffix(mark));
    // `2026-copy` alone would be a name; a seam or a Chinese mark shows that it is one of these words.
    let bare = marked.filter(|bare| bare.ends_with(seams) || !named.ends_with(|ch: char| ch.is_ascii()));
    bare.or(numbered).map(|bare| bare.trim_end_matches(seams)).filter(|bare| !bare.is_empty())
}

fn copied(path: &str, original: &str) -> Diagnostic {
    Diagnostic::new(
        &COPIED_FILE,
        Place::file(path),
        format!("“{path}”是“{original}”的副本，没有读取"),
        format!("\"{path}\" is a copy of \"{original}\" and was not read"),
    )
    .fix(COPIED_FILE.fix[0], COPIED_FILE.fix[1])
}

fn other(path: &str) -> Diagnostic {
    Diagnostic::new(
        &OTHER_FILE,
        Place::file(path),
        format!("“{path}”不是内容文件，没有读取，也不发布"),
        format!("\"{path}\" is no content file; it is neither read nor published"),
    )
    .fix(OTHER_FILE.fix[0], OTHER_FILE.fix[1])
}

fn stray(path: &str, name: &str, is_document: &dyn Fn(&str) -> bool, places: &[&'static str]) -> Diagnostic {
    let right = with_right_ending(path).and_then(|right| Some(right.strip_prefix("content/")?.to_owned()));
    let right = right.map(|right| if is_document(&right) { right } else { right.to_lowercase() });
    if let Some(right) = right.filter(|right| is_document(right)) {
        return wrong_ending(path, name, &right);
    }
    let lower = name.to_lowercase();
    if is_document(&lower) {
        return Diagnostic::new(
            &STRAY_FILE,
            Place::file(path),
            format!("“{path}”的文件名要用小写字母"),
            format!("the name of \"{path}\" is to be in small letters"),
        )
        .fix(format!("改名为 {lower}。"), format!("Rename it to {lower}."));
    }
    let first = name.split_inclusive('/').next().unwrap_or(name);
    let near = nearest(first, places.iter().copied()).filter(|near| first != *near);
    let (zh, en) = match near {
        None if name.starts_with("notices/") => {
            ("公告的扩展名是 .md，给文件改名。".to_owned(), "A notice's file name ends in .md; rename it.".to_owned())
        }
        Some(near) => (format!("是不是 content/{near}？"), format!("Did you mean content/{near}?")),
        None => (
            "YAML 文件的扩展名是 .yaml，公告是 notices/*.md，附件放在 attachments/。".to_owned(),
            "YAML files end in .yaml, notices are notices/*.md, attachments lie in attachments/.".to_owned(),
        ),
    };
    Diagnostic::new(
        &STRAY_FILE,
        Place::file(path),
        format!("“{path}”不在约定的位置，没有任何地方会读它"),
        format!("nothing reads \"{path}\""),
    )
    .fix(zh, en)
}

/// A document with another ending than `right` has.
fn wrong_ending(path: &str, name: &str, right: &str) -> Diagnostic {
    let ending = |name: &str| {
        name.rsplit('/').next().and_then(|name| name.find('.').and_then(|at| name.get(at..)).map(str::to_owned))
    };
    let (has, wants) = (ending(name).unwrap_or_default(), ending(right).unwrap_or_default());
    // Windows hides the ending `.txt`, and its editor adds it.
    let (zh, en) = if has.to_ascii_lowercase().ends_with(".txt") {
        (
            "；看不到 .txt 的，先在文件夹的“查看”里勾上“文件扩展名”",
            "; where the ending is hidden, show file name extensions first",
        )
    } else {
        ("", "")
    };
    Diagnostic::new(
        &STRAY_FILE,
        Place::file(path),
        format!("“{path}”的扩展名不对"),
        format!("\"{path}\" has the wrong ending"),
    )
    .fix(
        format!("文件名的结尾是 {has}，改成 {wants}：{right}{zh}。"),
        format!("Its name ends in {has}; make that {wants}: {right}{en}."),
    )
}

#[cfg(test)]
mod tests {
    use super::{uncopied, with_right_ending};

    #[test]
    fn a_wrong_ending_is_known() {
        let of = |name: &str| with_right_ending(&format!("content/{name}"));
        for wrong in ["units.yml", "units.yaml.txt", "units.txt", "units.YAML", "units.yml.txt"] {
            assert_eq!(of(wrong).as_deref(), Some("content/units.yaml"), "{wrong}");
        }
        assert_eq!(of("notices/a.md.txt").as_deref(), Some("content/notices/a.md"));
        assert_eq!(of("units.yaml"), None);
        assert_eq!(of("notices/a.md"), None);
        assert_eq!(of("notices/a.jpg"), None);
    }

    #[test]
    fn names_of_copies_are_known() {
        for copy in ["hall - 副本", "hall - 副本 (2)", "hall(1)", "hall （1）", "hall - Copy", "hall_bak", "hall备份"]
        {
            assert_eq!(uncopied(copy), Some("hall"), "{copy}");
        }
        for name in ["hall", "2026-10-12-move", "photocopy", "threshold"] {
            assert_eq!(uncopied(name), None, "{name}");
        }
    }
}
