//! Ids of one kind, and the findings when one is not among them.

use crate::diag::{Diagnostic, Place, RuleDoc, Seg, Severity, Spot};
use crate::source::tight;
use crate::text::nearest::{choices, nearest};
use std::collections::{BTreeMap, BTreeSet};

/// A reference to something that is not there.
pub static UNKNOWN_REFERENCE: RuleDoc = RuleDoc {
    id: "unknown-reference",
    severity: Severity::Broken,
    title: ["引用了不存在的编号", "Unknown reference"],
    what: [
        "单位、场所、楼层、区域、窗口、事项、主题等编号，引用处必须与登记处一致。",
        "Ids of units, venues, floors, zones, windows, matters and themes must exist where they are used.",
    ],
    why: [
        "引用错了，网站、条屏和标牌就会指到不存在的地方。（Y14.2.1：未登记的楼层、区域为错误。）",
        "A wrong reference leads people to something that is not there.",
    ],
    clause: "",
    example: "单位: gajj   # 登记的编号是 gaj",
    fix: [
        "改成登记过的编号，或先登记。提示里给出了最接近的编号。",
        "Use a registered id (the nearest is offered), or register it first.",
    ],
};

/// Two records with one id.
pub static DUPLICATE_ID: RuleDoc = RuleDoc {
    id: "duplicate-id",
    severity: Severity::Broken,
    title: ["编号重复", "Duplicate id"],
    what: ["同一类记录的编号不得重复。", "Ids of one kind are unique."],
    why: ["编号是网址、屏幕和引用的依据，重复就分不清是哪一个。", "Addresses, screens and references rest on ids."],
    clause: "",
    example: "两个窗口都写 编号: w-a01",
    fix: ["给其中一个换一个没有用过的编号。", "Give one of them an unused id."],
};

/// An id with characters that are not allowed in an address.
pub static BAD_ID: RuleDoc = RuleDoc {
    id: "bad-id",
    severity: Severity::Broken,
    title: ["编号的写法不对", "Malformed id"],
    what: [
        "编号只用小写字母、数字和短横，1–64 个字符，以字母或数字开头。",
        "Ids use lower-case letters, digits and hyphens, 1–64 characters, beginning with a letter or digit.",
    ],
    why: [
        "编号会成为网址和文件名，屏幕播放设备不接受中文文件名。",
        "Ids become addresses and file names; players refuse other characters.",
    ],
    clause: "",
    example: "编号: 窗口01",
    fix: ["改成如 w-a01 的写法。", "Write it like w-a01."],
};

/// Whether `id` is allowed in an address: 1–64 lower-case letters, digits and hyphens, no hyphen first.
pub fn is_plain_id(id: &str) -> bool {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    !id.is_empty() && id.len() <= 64 && !id.starts_with('-') && id.bytes().all(plain)
}

/// An id with its letters small and half-width, its parts joined by hyphens: as a malformed one was meant.
fn as_meant(id: &str) -> String {
    tight(id.trim()).to_lowercase().replace('_', "-")
}

/// Whether `id` is allowed in an address; a diagnostic otherwise. `what` names its kind (Chinese, English).
pub(super) fn well_formed(id: &str, what: [&str; 2], place: &Place, out: &mut Vec<Diagnostic>) -> bool {
    if is_plain_id(id) {
        return true;
    }
    let problem = Diagnostic::new(
        &BAD_ID,
        place.clone(),
        format!("{}编号“{id}”的写法不对", what[0]),
        format!("malformed {} id \"{id}\"", what[1]),
    )
    .expected("小写字母、数字、短横，如 w-a01", "lower-case letters, digits, hyphens, such as w-a01");
    let meant = as_meant(id);
    out.push(if is_plain_id(&meant) {
        problem.fix(format!("改成 {meant}。"), format!("Write it {meant}."))
    } else {
        problem.fix(BAD_ID.fix[0], BAD_ID.fix[1])
    });
    false
}

/// The ids of one kind.
pub(super) struct Names {
    what: [&'static str; 2],
    index: BTreeMap<String, (usize, Place)>,
    /// What people call the registered records: each name with its word in messages and the id meant, `None` where
    /// several records go by it.
    called: BTreeMap<String, ([&'static str; 2], Option<String>)>,
    /// The name of each registered id as a list of choices shows it.
    shown: BTreeMap<String, String>,
    /// Ids of records that exist but were reported already; a reference to one is no second mistake.
    invalid: BTreeSet<String>,
    /// Ids of records left out on which others depend: these cannot be published either, and are reported.
    left_out: BTreeSet<String>,
    /// A whole list could not be read, so nothing is known about any id.
    incomplete: bool,
}

impl Names {
    /// An empty register of `what` (Chinese, English).
    pub(super) fn new(zh: &'static str, en: &'static str) -> Self {
        Self {
            what: [zh, en],
            index: BTreeMap::new(),
            called: BTreeMap::new(),
            shown: BTreeMap::new(),
            invalid: BTreeSet::new(),
            left_out: BTreeSet::new(),
            incomplete: false,
        }
    }

    /// Registers `id` as the entity at `position`; `place` is the id's value.
    /// False, and a diagnostic, when it is malformed or taken.
    pub(super) fn add(&mut self, id: &str, position: usize, place: Place, out: &mut Vec<Diagnostic>) -> bool {
        if !well_formed(id, self.what, &place, out) {
            self.mark_invalid(id);
            return false;
        }
        if let Some((_, first)) = self.index.get(id) {
            out.push(
                Diagnostic::new(
                    &DUPLICATE_ID,
                    place,
                    format!("{}编号“{id}”已经用过", self.what[0]),
                    format!("{} id \"{id}\" is already taken", self.what[1]),
                )
                .also(first.clone(), "第一次在这里", "first used here")
                .fix(DUPLICATE_ID.fix[0], DUPLICATE_ID.fix[1]),
            );
            return false;
        }
        self.index.insert(id.to_owned(), (position, place));
        true
    }

    /// Registers `id`, a file's name and therefore never taken twice; its form is the file's own business.
    pub(super) fn add_file(&mut self, id: &str, position: usize, place: Place) {
        self.index.insert(id.to_owned(), (position, place));
    }

    /// Notes a name of the registered `id`, so that the finding about a reference that uses it can give the id; `word`
    /// says what it is (Chinese, English).
    pub(super) fn call(&mut self, id: &str, name: &str, word: [&'static str; 2]) {
        self.shown.entry(id.to_owned()).or_insert_with(|| name.to_owned());
        let known = self.called.entry(name.to_owned()).or_insert_with(|| (word, Some(id.to_owned())));
        if known.1.as_deref() != Some(id) {
            known.1 = None;
        }
    }

    /// Notes several names, as [`Names::call`] does.
    pub(super) fn calls<'a>(&mut self, id: &str, names: impl IntoIterator<Item = &'a String>) {
        for name in names {
            self.call(id, name, ["名称", "a name"]);
        }
    }

    /// The entity called `id`; a diagnostic with the nearest id when there is none.
    pub(super) fn find(&self, id: &str, place: Place, out: &mut Vec<Diagnostic>) -> Option<usize> {
        if let Some((position, _)) = self.index.get(id) {
            return Some(*position);
        }
        if self.incomplete || self.is_reported(id) {
            return None;
        }
        if self.left_out.contains(id) {
            out.push(
                Diagnostic::new(
                    &UNKNOWN_REFERENCE,
                    place,
                    format!("{}“{id}”自己有错误，没有发布，所以这里也不能发布", self.what[0]),
                    format!("the {} \"{id}\" is left out for its own errors, and so is this", self.what[1]),
                )
                .fix(format!("先改正{}“{id}”。", self.what[0]), format!("Mend the {} \"{id}\" first.", self.what[1])),
            );
            return None;
        }
        if let Some(([zh, en], Some(meant))) = self.called.get(id) {
            out.push(
                Diagnostic::new(
                    &UNKNOWN_REFERENCE,
                    place,
                    format!("“{id}”是{zh}，这里要写编号“{meant}”"),
                    format!("\"{id}\" is {en}; the id \"{meant}\" belongs here"),
                )
                .fix(format!("改成 {meant}。"), format!("Write {meant}.")),
            );
            return None;
        }
        let is_item = matches!(&place.spot, Spot::Value(path) if matches!(path.0.last(), Some(Seg::Index(_))));
        let near = nearest(id, self.index.keys().map(String::as_str));
        let problem = Diagnostic::new(
            &UNKNOWN_REFERENCE,
            place,
            format!("没有编号为“{id}”的{}", self.what[0]),
            format!("no {} has the id \"{id}\"", self.what[1]),
        );
        if let Some([zh, en]) = crate::source::split_item(id).filter(|_| is_item) {
            out.push(problem.fix(zh, en));
            return None;
        }
        out.push(match near {
            Some(near) => self.offered(problem, id, &[near]).fix(
                format!("是不是“{near}”？改成它，或先登记“{id}”。"),
                format!("Did you mean \"{near}\"? Use it, or register \"{id}\" first."),
            ),
            None => self.offered(problem, id, &self.index.keys().map(String::as_str).collect::<Vec<_>>()).fix(
                format!("先登记{}“{id}”，或改成登记过的编号。", self.what[0]),
                format!("Register the {} \"{id}\" first, or use a registered id.", self.what[1]),
            ),
        });
        None
    }

    /// With those of `ids` that may stand in the place of `id`, each with its name.
    fn offered(&self, problem: Diagnostic, id: &str, ids: &[&str]) -> Diagnostic {
        let known: Vec<_> = ids.iter().map(|id| (*id, self.shown.get(*id).map(String::as_str))).collect();
        match choices(id, &known) {
            Some([zh, en]) => problem.expected(zh, en),
            None => problem,
        }
    }

    /// Whether `id` is a record whose own mistake was reported, or that is left out.
    pub(super) fn is_unread(&self, id: &str) -> bool {
        self.incomplete || self.is_reported(id) || self.left_out.contains(id)
    }

    /// Whether `id` is that of a record whose own mistake was reported; a malformed one is also referred to as it should
    /// have been written.
    fn is_reported(&self, id: &str) -> bool {
        let is_meant = |bad: &String| !is_plain_id(bad) && as_meant(bad) == as_meant(id);
        self.invalid.contains(id) || self.invalid.iter().any(is_meant)
    }

    /// Notes a record whose own mistake was reported.
    pub(super) fn mark_invalid(&mut self, id: &str) {
        self.invalid.insert(id.to_owned());
    }

    /// Notes a record that is left out; [`Names::find`] reports every reference to it.
    pub(super) fn leave_out(&mut self, id: &str) {
        self.left_out.insert(id.to_owned());
    }

    /// Notes that a whole list is missing.
    pub(super) fn incomplete(&mut self) {
        self.incomplete = true;
    }

    /// The entity called `id`, without complaint.
    pub(super) fn get(&self, id: &str) -> Option<usize> {
        self.index.get(id).map(|(position, _)| *position)
    }
}
