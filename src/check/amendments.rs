//! Notices of amendments (延期、更正、撤销).

use super::approval::apply_special_approval;
use super::family::{Family, Input};
use crate::diag::{Diagnostic, RuleDoc, Severity};
use crate::model::Hall;
use crate::model::amendment::Amendment;
use crate::model::duties::{self, Places};
use crate::model::time::midnight;
use crate::text::date::{english, short_weekday};

/// A correction is posted wherever the first notice is still posted, so that the readers of the first one see it.
pub(super) static AMENDMENT_CARRIERS: RuleDoc = RuleDoc {
    id: "amendment-carriers",
    severity: Severity::Breach,
    title: ["更正公告没有贴到原公告的地方", "A correction is not posted where the first notice hangs"],
    what: [
        "延期、更正、撤销的公告，贴到原公告还在张贴的每一个张贴点；网站、条屏由程序同时更改。",
        "The notice of a postponement, correction or revocation hangs at every place where the first notice still hangs; website and screens change by themselves.",
    ],
    why: [
        "看了原公告的人还会按原来的时间和地点来。",
        "People who read the first notice would come on its day, to its place.",
    ],
    clause: "",
    example: "原公告贴在 out-east 和 in-gjj，更正公告只贴在 in-gjj",
    fix: [
        "在更正记录的“公告”“张贴”里补上这个张贴点，并把原公告撤下。",
        "Add the place to the amendment's postings, and take the first notice down.",
    ],
};

pub(super) static FAMILY: Family = Family { rules: &[&AMENDMENT_CARRIERS], check };

/// Checks every amendment.
fn check(&Input { hall, .. }: &Input<'_>, out: &mut Vec<Diagnostic>) {
    for amendment in &hall.amendments {
        let asked = duties::of_amendment(amendment.kind);
        let rule = asked.clause.and_then(|clause| FAMILY.rule(clause));
        if let Some(rule) = rule.filter(|_| asked.places == Places::WhereFirst) {
            carriers(hall, amendment, rule, out);
        }
    }
}

fn carriers(hall: &Hall, amendment: &Amendment, rule: &'static RuleDoc, out: &mut Vec<Diagnostic>) {
    let told = midnight(amendment.announced_from());
    let first = &hall.change(amendment.change).postings;
    for posting in first.iter().filter(|p| p.span.to > told) {
        if amendment.postings.iter().any(|p| p.place == posting.place) {
            continue;
        }
        let (name, last) = (&hall.posting(posting.place).name, posting.span.last_day().unwrap_or(told.date()));
        let finding = Diagnostic::new(
            rule,
            amendment.origin.key("公告").key("张贴"),
            format!("原公告在“{name}”贴到{}，那里没有贴{}公告", short_weekday(last), amendment.kind.word()),
            format!("the first notice hangs at \"{name}\" until {}; the amendment does not", english(last)),
        )
        .expected(format!("张贴点里有“{name}”"), format!("a posting at \"{name}\""))
        .fix(rule.fix[0], rule.fix[1])
        .also(posting.origin.clone(), "原公告贴在这里", "the first notice hangs here");
        out.push(apply_special_approval(amendment.clearance.special_approval.as_ref(), finding));
    }
}
