//! Where the notice of a window adjustment is posted (clause 16.3.2).

use super::approval::apply_special_approval;
use super::family::{Family, Input};
use crate::content::PostingKind;
use crate::diag::{Diagnostic, RuleDoc, Severity};
use crate::model::Hall;
use crate::model::change::{Change, Posting};
use crate::model::duties::{self, Places};
use crate::model::time::midnight;
use crate::model::venue::PostingPlace;
use crate::text::date::{english, long_weekday, short_weekday};

/// 16.3.2: the notice of an adjustment is posted outside the gate and inside the hall.
pub(super) static Y16_3_2E: RuleDoc = RuleDoc {
    id: "Y16.3.2e",
    severity: Severity::Breach,
    title: ["调整公告张贴在大门外和服务大厅内", "An adjustment's notice hangs outside and inside"],
    what: [
        "窗口调整的公告，生效当日在进出口外公告栏和所涉分厅（调整前或调整后）的厅内公告栏都在张贴；可以更早开始。",
        "On the effective day the notice of an adjustment hangs on a board outside the gate and on one inside a hall it concerns (old or new); earlier is fine.",
    ],
    why: [
        "在大门外、大厅内都看得到，群众才不会找错窗口。",
        "People who see it at the gate or in the hall do not go to the wrong window.",
    ],
    clause: "《银川市民大厅运行管理制度（试行）》16.3.2：“申请单位在窗口调整运行后应在大门外和服务大厅内的公告栏内发布公告，及时告知办事群众窗口调整情况”",
    example: "种类: 调整\n生效日期: 2026-05-11\n公告:\n  张贴:\n    - {张贴点: gate-east, 自: 2026-05-11, 最后一天: 2026-05-25}   # 没有厅内公告栏",
    fix: [
        "在“公告”的“张贴”里写上大门外和厅内公告栏各一处，从生效日期或更早开始。",
        "From the effective date or earlier, list a board outside and one inside under 公告.张贴.",
    ],
};

pub(super) static FAMILY: Family = Family { rules: &[&Y16_3_2E], check };

/// Checks every adjustment.
fn check(&Input { hall, .. }: &Input<'_>, out: &mut Vec<Diagnostic>) {
    for change in hall.effective_changes() {
        let asked = &duties::of(change.kind).notice;
        let (Places::Each(kinds), Some(rule)) = (asked.places, asked.clause.and_then(|clause| FAMILY.rule(clause)))
        else {
            continue;
        };
        kinds.iter().for_each(|kind| posted(hall, change, *kind, rule, out));
    }
}

fn posted(hall: &Hall, change: &Change, kind: PostingKind, rule: &'static RuleDoc, out: &mut Vec<Diagnostic>) {
    if duties::on_the_day(hall, change, kind).is_some() {
        return;
    }
    let day = change.effective();
    let postings = change.filing.postings.iter();
    let there: Vec<&Posting> = postings.filter(|p| duties::counts(hall, change, kind, hall.posting(p.place))).collect();
    if there.is_empty() && change.filing.posting_dropped {
        return;
    }
    let (zh, en) = match kind {
        PostingKind::OutsideBoard => ("大门外", "outside the gate"),
        _ => ("服务大厅内", "inside the hall"),
    };
    let late = there.iter().find(|posting| posting.span.from > midnight(day));
    let finding = match (late, there.first()) {
        (Some(posting), _) => {
            let first = posting.span.from.date();
            Diagnostic::new(
                rule,
                posting.origin.key("自"),
                format!("调整公告应从{}起在{zh}公告栏张贴，现为{}", long_weekday(day), short_weekday(first)),
                format!("the notice is due {en} from {}, it starts on {}", english(day), english(first)),
            )
        }
        (None, Some(posting)) => {
            let last = posting.span.last_day().unwrap_or(day);
            Diagnostic::new(
                rule,
                posting.origin.key("最后一天"),
                format!("调整公告在{zh}公告栏只张贴到{}，{}生效时已经撤下", short_weekday(last), long_weekday(day)),
                format!("the notice {en} ends before the change takes effect on {}", english(day)),
            )
        }
        (None, None) => Diagnostic::new(
            rule,
            change.filing.origin.key("公告").key("张贴"),
            format!("调整公告没有在{zh}公告栏张贴，应从{}起张贴", long_weekday(day)),
            format!("the notice is not posted {en}; due from {}", english(day)),
        ),
    };
    let names: Vec<&str> = places(hall, change, kind).map(|place| place.id.as_str()).collect();
    let (zh_where, en_where) = if names.is_empty() {
        (
            "先在 site.yaml 的“张贴点”登记这样的公告栏".to_owned(),
            "register such a board under 张贴点 in site.yaml first".to_owned(),
        )
    } else {
        (format!("可用的张贴点：{}", names.join("、")), format!("places that count: {}", names.join(", ")))
    };
    let finding = finding.expected(format!("{zh}公告栏，{day} 起"), format!("a board {en} from {day}")).fix(
        format!("在“公告”的“张贴”里写上{zh}公告栏，从生效日期（{day}）或更早开始；{zh_where}。"),
        format!("List a board {en} under 公告.张贴 from {day} or earlier; {en_where}."),
    );
    out.push(apply_special_approval(change.filing.clearance.special_approval.as_ref(), finding));
}

/// Posting places of the kind at which the notice of this change may be posted.
fn places<'h>(hall: &'h Hall, change: &'h Change, kind: PostingKind) -> impl Iterator<Item = &'h PostingPlace> {
    hall.postings.iter().filter(move |place| duties::counts(hall, change, kind, place))
}
