//! Published records that were edited or deleted: what is wrong with them, and what to do. Which they are is known from the
//! releases, by `project`.

use crate::content::amendment::RawAmendment;
use crate::content::change::RawChange;
use crate::content::notice::RawNotice;
use crate::diag::{Diagnostic, LocalizedText, Place, RuleDoc, Severity};
use crate::model::time::midnight;
use crate::source::{Field, Shape, Shaped, markdown};
use crate::text::date::{clock, long, stamp};
use jiff::civil::DateTime;

/// The key by which the body of a notice is named, which has none.
pub const BODY: &str = "正文";

/// The rules about them.
pub(super) static RULES: [&RuleDoc; 1] = [&ISSUED_RECORD];

/// A released record was edited or deleted.
static ISSUED_RECORD: RuleDoc = RuleDoc {
    id: "issued-record",
    severity: Severity::Broken,
    title: [
        "已经公开的变更记录、更正或公告被改动、删除",
        "A published change record, amendment or notice was edited or deleted",
    ],
    what: [
        "变更记录（content/changes/）、更正（content/amendments/）和公告（content/notices/）公开以后，告诉群众的内容、日期和地点不能再改，文件也不能删；要改，另写一份延期、更正或撤销。备案、同意、张贴、签字、特批和注释可以照常补写。已经撤销或结束、公告也撤下了的记录可以删除。",
        "What a published change record, amendment or notice tells the public is not edited and its file not deleted; an amendment says what changes. Steps of the office's own work (filed, agreed, posted, signed) and comments are free. A record that is revoked or over, with its notices down, may be deleted.",
    ],
    why: [
        "公告已经贴出、发出：记录一改，网站和门口的公告就对不上，看过公告的人不知道改了。",
        "The notice hangs and was sent: an edit would make website and paper differ, and nobody would be told.",
    ],
    clause: "",
    example: "生效日期: 2026-10-15   # 公告里是 2026-10-12",
    fix: [
        "确实要改的，运行 hallpress amend 记录编号：改动写成一份更正，记录恢复成发布时的样子；不是要改的，加 --undo，只恢复。",
        "If it is meant, run `hallpress amend RECORD`: the edit becomes an amendment and the record is as released again. If not, add --undo.",
    ],
};

/// A record that is not as it was issued.
#[derive(Clone, Debug)]
pub struct IssuedRecord {
    /// Its file.
    pub file: String,
    /// Its id.
    pub id: String,
    /// The release it is from.
    pub release: u32,
    /// From when it was public; none where it cannot be read any more.
    pub public_from: Option<DateTime>,
    /// Its content as released.
    pub bytes: Vec<u8>,
    /// What became of it.
    pub change: IssuedChange,
    /// The keys that were edited.
    pub keys: Vec<&'static str>,
}

/// What became of an issued record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IssuedChange {
    /// The public would be told something else.
    Told,
    /// Only steps differ, and by them it would not be public yet.
    Steps,
    /// Its file is gone.
    Gone,
    /// The same is in this file, under another id.
    Renamed(String),
}

impl IssuedRecord {
    /// Whether it is a change record, not an amendment of one.
    pub fn is_change(&self) -> bool {
        self.file.starts_with("content/changes/")
    }

    /// Whether its file is gone.
    pub fn is_gone(&self) -> bool {
        matches!(self.change, IssuedChange::Gone | IssuedChange::Renamed(_))
    }

    /// Whether it is a notice people wrote.
    pub fn is_notice(&self) -> bool {
        self.file.starts_with("content/notices/")
    }

    /// `2026年10月13日9:00起已经公开`.
    fn published(&self) -> LocalizedText {
        match self.public_from {
            Some(from) if from == midnight(from.date()) => LocalizedText::new(
                format!("{}起已经公开", long(from.date())),
                format!("has been public since {}", stamp(from)),
            ),
            Some(from) => LocalizedText::new(
                format!("{}{}起已经公开", long(from.date()), clock(from)),
                format!("has been public since {}", stamp(from)),
            ),
            None => LocalizedText::new(
                format!("在第{}次发布时已经公开", self.release),
                format!("was published in release {}", self.release),
            ),
        }
    }

    /// What is wrong with it, as it is written now.
    pub fn findings(&self) -> Vec<Diagnostic> {
        let (Self { file, id, keys, .. }, published) = (self, self.published());
        if let IssuedChange::Renamed(now) = &self.change {
            return vec![self.renamed(now)];
        }
        if self.is_gone() {
            if self.is_notice() {
                return vec![self.deleted_notice()];
            }
            let finding = Diagnostic::new(
                &ISSUED_RECORD,
                Place::file(file.as_str()),
                format!("“{id}”{}，现在文件不见了；网站、条屏、公告仍按它执行", published.zh),
                format!("\"{id}\" {}, and its file is gone; all carriers keep to it", published.en),
            );
            if !self.is_change() {
                return vec![finding.fix(
                    format!("运行 hallpress amend {id} --undo 恢复文件；更正公开以后不能撤销，要改回去，恢复以后另写一份更正。"),
                    format!("Restore it by `hallpress amend {id} --undo`; an amendment is not revoked: write another one."),
                )];
            }
            return vec![finding.fix(
                format!("还没有生效、要撤销的，运行 hallpress amend {id}：写一份撤销，文件恢复；误删的，运行 hallpress amend {id} --undo，只恢复文件。"),
                format!("To revoke it run `hallpress amend {id}`, which writes the revocation and restores the file; deleted by mistake: `hallpress amend {id} --undo`."),
            )];
        }
        let front = std::str::from_utf8(&self.bytes).ok().filter(|_| self.is_notice()).and_then(markdown::split_text);
        let yaml = front.map_or(self.bytes.as_slice(), |(front, _)| front.as_bytes());
        let then: Option<serde_yaml::Value> = serde_yaml::from_slice(yaml).ok();
        keys.iter().map(|key| self.edited_field(key, then.as_ref())).collect()
    }

    fn taken_back(&self, key: &'static str) -> Diagnostic {
        let (Self { file, id, .. }, published) = (self, self.published());
        Diagnostic::new(
            &ISSUED_RECORD,
            Place::root(file.as_str()).key(key),
            format!("这条记录{}；“{key}”这样一改，公开的日子推到了以后，等于收回；仍按发布的执行", published.zh),
            format!(
                "this record {}; by this {key} it would not be public yet; all carriers keep to what was published",
                published.en
            ),
        )
        .fix(
            format!(
                "改回去，或者在“公告”里写上实际的“发布时间”；运行 hallpress amend {id} --undo 恢复成发布时的样子。"
            ),
            format!("Put it back or state when it was really published. `hallpress amend {id} --undo` restores it."),
        )
    }

    fn renamed(&self, now: &str) -> Diagnostic {
        let (Self { file, id, .. }, published) = (self, self.published());
        Diagnostic::new(
            &ISSUED_RECORD,
            Place::root(now).key("编号"),
            format!("这就是“{id}”（{}），只是换了编号和文件名；两份都发布，群众会看到两份公告", published.zh),
            format!(
                "this is \"{id}\", which {}, under another id; published twice it would be two notices",
                published.en
            ),
        )
        .expected(format!("“{id}”"), format!("\"{id}\""))
        .fix(
            format!("把文件名改回 {file}，“编号”改回 {id}。"),
            format!("Rename the file to {file} again, and its id to {id}."),
        )
    }

    fn deleted_notice(&self) -> Diagnostic {
        let (Self { file, id, .. }, published) = (self, self.published());
        Diagnostic::new(
            &ISSUED_RECORD,
            Place::file(file.as_str()),
            format!("公告“{id}”{}，现在文件不见了；网站仍保留它", published.zh),
            format!("the notice \"{id}\" {}, and its file is gone; the website keeps it", published.en),
        )
        .fix(
            format!("运行 hallpress amend {id} --undo 恢复文件；不再适用的，恢复以后写上“撤下日期”，转入往期。"),
            format!("Restore it by `hallpress amend {id} --undo`; if it no longer applies, give it a 撤下日期."),
        )
    }

    fn edited_field(&self, key: &'static str, then: Option<&serde_yaml::Value>) -> Diagnostic {
        let (Self { file, id, .. }, published) = (self, self.published());
        if self.change == IssuedChange::Steps {
            return self.taken_back(key);
        }
        let finding = Diagnostic::new(
            &ISSUED_RECORD,
            if key == BODY { Place::file(file.as_str()) } else { Place::root(file.as_str()).key(key) },
            format!("这条记录{}，“{key}”却改了；网站、条屏、公告仍按发布的执行", published.zh),
            format!(
                "this record {}, and {key} is another one now; all carriers keep to what was published",
                published.en
            ),
        );
        let value = then.and_then(|then| then.get(key).or_else(|| then.get(alias(file, key)?)));
        let (zh, en) = match value {
            None if key == BODY => ("与发布时一样".to_owned(), "as it was published".to_owned()),
            None => ("没有这一项".to_owned(), format!("no {key}")),
            Some(value) => match value.as_str().map(str::to_owned).or_else(|| scalar(value)) {
                Some(text) => (format!("“{text}”，发布时这样写"), format!("\"{text}\" as it was published")),
                None => ("与发布时一样".to_owned(), "as it was published".to_owned()),
            },
        };
        finding.expected(zh, en).fix(
            format!("确实要改的，运行 hallpress amend {id}：改动写成一份更正，这个文件恢复成发布时的样子；不是要改的，运行 hallpress amend {id} --undo，只恢复。"),
            format!("If it is meant, run `hallpress amend {id}`: the edit becomes an amendment and this file is as published again; if not, `hallpress amend {id} --undo`."),
        )
    }
}

/// A number or a yes or no, as text.
fn scalar(value: &serde_yaml::Value) -> Option<String> {
    let text = serde_yaml::to_string(value).ok().filter(|_| !value.is_mapping() && !value.is_sequence())?;
    Some(text.trim_end().to_owned())
}

/// The other name of a key in a record of this file's kind.
fn alias(file: &str, key: &str) -> Option<&'static str> {
    let shape = match () {
        () if file.starts_with("content/amendments/") => RawAmendment::shape(),
        () if file.starts_with("content/notices/") => RawNotice::shape(),
        () => RawChange::shape(),
    };
    let Shape::Record(fields) = shape else { return None };
    fields.iter().find(|field: &&Field| field.key == key).map(|field| field.alias)
}
