//! Codes: 统一社会信用代码 (GB 32100-2015) and the codes of matters.

use super::family::{Family, Input};
use crate::diag::{Diagnostic, Place, RuleDoc, Severity};
use crate::model::credit_code::{is_code, with_check};
use crate::model::matter::Matter;

/// A credit code's check character is right.
pub(super) static CREDIT_CODE: RuleDoc = RuleDoc {
    id: "credit-code",
    severity: Severity::Broken,
    title: ["统一社会信用代码的校验码要对", "The check character of a credit code is right"],
    what: [
        "单位的统一社会信用代码，以及 31 位实施编码的前 18 位，是 18 位数字和大写字母（不用 I O S V Z），末位按 GB 32100 的模 31 算法校验。",
        "A unit's credit code, and the first 18 characters of a 31-character \"实施编码\", have the alphabet and the check character of GB 32100 (mod 31).",
    ],
    why: ["抄错一位，就成了别的单位或不存在的单位。", "One wrong character names another unit, or none."],
    clause: "",
    example: "统一社会信用代码: 12441500196720244A   # 末位应为 T",
    fix: ["对照登记证书改正。", "Correct it from the certificate."],
};

/// Codes of matters have their shape.
pub(super) static MATTER_CODE: RuleDoc = RuleDoc {
    id: "matter-code",
    severity: Severity::Warning,
    title: ["基本编码和实施编码的写法", "The shape of matters' codes"],
    what: [
        "基本编码 12 位；实施编码 31 位，末 12 位就是基本编码。各地编码规则不一（GB/T 39046 的长度不同），所以只提醒。",
        "基本编码 has 12 characters, 实施编码 31, the last 12 being the 基本编码. Rules differ by region, hence a warning.",
    ],
    why: ["编码是各平台之间对接的依据。", "Platforms join their records by these codes."],
    clause: "",
    example: "基本编码: \"00010900100\"   # 只有 11 位",
    fix: [
        "对照本级事项管理系统改正；本地另有编码规则的不用改。",
        "Correct it from the catalogue system; leave it where local rules differ.",
    ],
};

pub(super) static FAMILY: Family = Family { rules: &[&CREDIT_CODE, &MATTER_CODE], check };

/// Checks units and matters.
fn check(&Input { hall, .. }: &Input<'_>, out: &mut Vec<Diagnostic>) {
    for unit in &hall.units {
        if let Some(code) = &unit.written.credit_code {
            out.extend(credit(code, code, unit.origin.key("统一社会信用代码")));
        }
    }
    for matter in &hall.matters {
        codes(matter, out);
    }
}

/// Whether `code` has a right check character; `written` is the whole value that contains it.
fn credit(code: &str, written: &str, place: Place) -> Option<Diagnostic> {
    if is_code(code) {
        return None;
    }
    let (zh, en) = (format!("“{written}”的统一社会信用代码不对"), format!("\"{written}\" holds no valid credit code"));
    let (want_zh, want_en) = match with_check(code) {
        Some(right) => (
            format!("末位有误，或前 17 位抄错（按前 17 位应为 {right}）"),
            format!("{right}, if the first 17 are right"),
        ),
        None => {
            ("18 位数字和大写字母，不用 I O S V Z".to_owned(), "18 digits and capitals without I O S V Z".to_owned())
        }
    };
    Some(
        Diagnostic::new(&CREDIT_CODE, place, zh, en)
            .expected(want_zh, want_en)
            .fix(CREDIT_CODE.fix[0], CREDIT_CODE.fix[1]),
    )
}

fn codes(matter: &Matter, out: &mut Vec<Diagnostic>) {
    let (raw, at) = (&matter.written, &matter.origin);
    let mut shape = |place: Place, zh: String, en: String, want: &str| {
        let finding = Diagnostic::new(&MATTER_CODE, place, zh, en).expected(want, want);
        out.push(finding.fix(MATTER_CODE.fix[0], MATTER_CODE.fix[1]));
    };
    if let Some(code) = raw.basic_code.as_deref().filter(|code| code.chars().count() != 12) {
        let n = code.chars().count();
        let en = format!("the basic code \"{code}\" has {n} characters");
        shape(at.key("基本编码"), format!("基本编码“{code}”有{n}位"), en, "12位");
    }
    let Some(code) = raw.code.as_deref() else { return };
    let Some(unit_code) = code.get(..18).filter(|_| code.len() == 31) else {
        let n = code.chars().count();
        let en = format!("the code \"{code}\" has {n} characters");
        return shape(at.key("实施编码"), format!("实施编码“{code}”有{n}位"), en, "31位");
    };
    if let Some(basic) = raw.basic_code.as_deref().filter(|basic| !code.ends_with(basic)) {
        let en = format!("the code \"{code}\" does not end in the basic code");
        shape(at.key("实施编码"), format!("实施编码“{code}”的末 12 位不是基本编码"), en, basic);
    }
    out.extend(credit(unit_code, code, at.key("实施编码")));
}
