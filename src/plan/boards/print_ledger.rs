//! What is known of earlier days beside the content: which boards are up.

use crate::diag::{RuleDoc, Severity};
use crate::plan::lines::ContentLine;
use crate::text::hex::hex;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// Earlier days, as far as a plan needs them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Past {
    /// Which boards are up.
    pub printed: PrintLedger,
}

/// The print ledger: what was last made and put up, by the id of the board or sign. A board without an entry may be up
/// or not; nothing is known of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PrintLedger {
    /// What is up, by id.
    pub boards: BTreeMap<String, PostedBoard>,
    /// When those were taken down that were up once.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub gone: BTreeMap<String, Date>,
}

impl PrintLedger {
    /// Whether a board was taken down on `day` or later.
    pub fn is_gone_since(&self, id: &str, day: Date) -> bool {
        self.gone.get(id).is_some_and(|gone| *gone >= day)
    }
}

/// A board or sign that is up.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PostedBoard {
    /// The day it was put up.
    pub on: Date,
    /// Digest of its size and texts, see [`text_digest`].
    pub says: String,
    /// Its texts.
    pub lines: Vec<ContentLine>,
    /// The day a sign was last carried to another place with its text unchanged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moved_on: Option<Date>,
}

impl PostedBoard {
    /// Since when it has been where it is.
    pub fn at_its_place_since(&self) -> Date {
        self.moved_on.map_or(self.on, |moved| moved.max(self.on))
    }
}

/// Digest of what a board says to its readers: its size, millimetres, and its texts. Colours and layout are left out,
/// so that a new version of the program reprints nothing.
pub fn text_digest(size: (f64, f64), lines: &[ContentLine]) -> String {
    let mut hash = Sha256::new();
    hash.update(format!("{}x{}\n", size.0, size.1));
    for line in lines {
        hash.update(format!("{}\t{}\n", line.key, line.text));
    }
    hex(&hash.finalize())
}

/// The file of the ledger, below the site's folder.
pub const LEDGER_FILE: &str = ".hallpress/print-ledger.json";

/// A ledger that cannot be read.
pub static PRINT_LEDGER: RuleDoc = RuleDoc {
    id: "print-ledger",
    severity: Severity::Warning,
    title: ["印制台账读不出来", "The print ledger cannot be read"],
    what: [
        ".hallpress/print-ledger.json 是 hallpress printed 写的台账，记着现在挂的标牌上写了什么。",
        ".hallpress/print-ledger.json is written by `hallpress printed` and says what hangs.",
    ],
    why: [
        "读不出台账，更换清单只能按内容推算，可能漏掉早就该换的标牌。",
        "Without it the reprint list is inferred from the content and may miss boards long out of date.",
    ],
    clause: "",
    example: "{\"boards\": {",
    fix: [
        "从备份恢复这个文件；没有备份就删去它，核对现场标牌后运行 hallpress printed --all 重新登记。",
        "Restore it from a backup, or delete it, check the boards on site and run `hallpress printed --all`.",
    ],
};
