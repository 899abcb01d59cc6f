//! One hotline (clause 3.2.2).

use super::family::{Family, Input};
use super::free_text::visit;
use crate::diag::{Diagnostic, Place, RuleDoc, Severity};

/// 3.2.2: one number for all enquiries.
pub(super) static Y3_2_2: RuleDoc = RuleDoc {
    id: "Y3.2.2",
    severity: Severity::Broken,
    title: ["统一咨询电话只有一个", "There is one hotline"],
    what: [
        "对外的文字——公告、电话簿、各种渠道、服务制度、场所、变更、事项、宣传等，凡是群众看得到的——里，写在“统一咨询电话”“统一受理电话”“咨询热线”后面的号码，都是 site.yaml 登记的统一咨询电话。",
        "In every text citizens read (notices, registers of phones and channels, service systems, venues, changes, matters, campaigns), a number behind one of the hotline's names (统一咨询电话 / 统一受理电话 / 咨询热线) is the one in site.yaml.",
    ],
    why: ["号码不一致，群众会打到没有人接的电话。", "A second number is one nobody answers."],
    clause: "《银川市民大厅运行管理制度（试行）》3.2.2：“通过统一受理电话7660000”；3.3.1：“对外公布银川市政务服务统一咨询电话‘7660000’”",
    example: "答: 请拨打统一咨询电话 7660001。",
    fix: ["改成登记的统一咨询电话。", "Use the registered hotline."],
};

/// No name contains another one: 统一咨询热线 is found as 咨询热线, once.
const NAMES: [&str; 3] = ["统一咨询电话", "统一受理电话", "咨询热线"];

/// Whether `number` is the hotline, alone or behind an area code (`0951-7660000`).
pub(super) fn is_hotline(number: &str, hotline: &str) -> bool {
    let area = number.strip_suffix(hotline).map(|area| area.strip_suffix('-').unwrap_or(area));
    area.is_some_and(|area| {
        area.is_empty()
            || (area.starts_with('0') && (3..=4).contains(&area.len()) && area.bytes().all(|b| b.is_ascii_digit()))
    })
}

pub(super) static FAMILY: Family = Family { rules: &[&Y3_2_2], check };

/// Checks the texts people write freely, and the phone register.
fn check(input: &Input<'_>, out: &mut Vec<Diagnostic>) {
    let hall = input.hall;
    let hotline = &hall.site.hotline;
    visit(input, &mut |text| {
        let most = if text.exact { usize::MAX } else { 1 };
        for (start, number) in other_hotlines(text.text, hotline).take(most) {
            out.push(problem(text.place(start..start + number.len()), number, hotline));
        }
    });
    for (n, phone) in hall.site.phones.iter().enumerate() {
        if NAMES.iter().any(|name| phone.name.contains(name)) && !is_hotline(&phone.number, hotline) {
            out.push(problem(hall.site_origin.key("电话簿").index(n).key("号码"), &phone.number, hotline));
        }
    }
}

fn problem(place: Place, number: &str, hotline: &str) -> Diagnostic {
    Diagnostic::new(&Y3_2_2, place, format!("“{number}”不是统一咨询电话"), format!("\"{number}\" is not the hotline"))
        .expected(hotline, hotline)
        .fix(format!("改成 {hotline}。"), format!("Write {hotline}."))
}

/// Numbers called the hotline in `text` that are not, with their byte offsets.
fn other_hotlines<'a>(text: &'a str, hotline: &'a str) -> impl Iterator<Item = (usize, &'a str)> {
    NAMES.iter().flat_map(move |name| {
        text.match_indices(name).filter_map(move |(at, _)| {
            let after = at + name.len();
            // Between name and number a few marks such as “:(” are allowed.
            let skipped: usize =
                text[after..].chars().take(4).take_while(|c| !c.is_ascii_digit()).map(char::len_utf8).sum();
            let start = after + skipped;
            let length = text[start..].bytes().take_while(|b| b.is_ascii_digit() || *b == b'-').count();
            let number = &text[start..start + length];
            (length >= 5 && !is_hotline(number, hotline)).then_some((start, number))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::other_hotlines;

    #[test]
    fn finds_only_other_numbers() {
        let found = |text| other_hotlines(text, "7660000").map(|(_, n)| n).collect::<Vec<_>>();
        assert_eq!(found("请拨打统一咨询电话:7660001。"), ["7660001"]);
        assert_eq!(found("请拨打统一咨询电话“7660000”。"), Vec::<&str>::new());
        assert_eq!(found("统一咨询电话0951-7660000"), Vec::<&str>::new());
        assert_eq!(found("统一咨询热线7660001"), ["7660001"]);
        assert_eq!(found("统一咨询电话17660000"), ["17660000"]);
        assert_eq!(found("统一咨询电话见下表"), Vec::<&str>::new());
    }
}
