//! Waivers (豁免): a warning somebody answers for is not counted among the warnings, and stays in every report.

use crate::content::Doc;
use crate::content::waiver::{RawWaiver, RawWaivers};
use crate::diag::{Diagnostic, Place, RuleDoc, Severity, Texts, Waived};
use crate::model::resolve::{UNKNOWN_REFERENCE, Withheld};
use crate::source::Sources;
use crate::text::date::{english, long_weekday};
use crate::text::nearest::nearest;
use jiff::civil::Date;

pub(super) static RULES: [&RuleDoc; 3] = [&WAIVER_NOT_ALLOWED, &WAIVER_EXPIRED, &WAIVER_UNUSED];

/// Only warnings can be waived.
pub(super) static WAIVER_NOT_ALLOWED: RuleDoc = RuleDoc {
    id: "waiver-not-allowed",
    severity: Severity::Broken,
    title: ["只有提醒可以豁免", "Only warnings can be waived"],
    what: [
        "waivers.yaml 的“规则”是一条本身为“提醒”的规则；“错误”“未批准”“违规”和关于豁免本身的提醒不能豁免。",
        "The rule a waiver names is a warning by itself; errors, unapproved content, breaches and the warnings about waivers cannot be waived.",
    ],
    why: [
        "读不懂、没有批准的内容不能发布；没有按期限办的事由特批负责，一直留在检查结果里。",
        "What cannot be read or is not approved is not published; a breach is answered by a special approval and stays for good.",
    ],
    clause: "",
    example: "豁免:\n  - 规则: Y16.3.3d   # 违规，要写特批",
    fix: [
        "删去这条豁免；改正内容，逾期等违规在变更记录里写“特批”。",
        "Delete the waiver; mend the content, or record a special approval (特批) of a breach.",
    ],
};

/// A waiver ends on its day.
pub(super) static WAIVER_EXPIRED: RuleDoc = RuleDoc {
    id: "waiver-expired",
    severity: Severity::Warning,
    title: ["豁免已经失效", "An expired waiver"],
    what: [
        "从“失效日期”那天起豁免不再有效，原来的提醒重新出现。",
        "From its 失效日期 on a waiver has no effect, and the warning is back.",
    ],
    why: ["豁免是暂时的，到期要重新看一看。", "A waiver is for a time; then somebody looks again."],
    clause: "",
    example: "失效日期: 2026-10-12   # 今天是2026-10-12",
    fix: [
        "改正提醒指出的内容并删去这条豁免；仍要保留的，重新批准，改写日期和失效日期。",
        "Mend what the warning is about and delete the waiver, or have it approved again with new dates.",
    ],
};

/// A waiver answers for something.
pub(super) static WAIVER_UNUSED: RuleDoc = RuleDoc {
    id: "waiver-unused",
    severity: Severity::Warning,
    title: ["豁免没有对上任何提醒", "A waiver of nothing"],
    what: [
        "每条豁免至少对上一条提醒：规则、文件都相同，写了“值”的，所指的内容或提醒的话里要有它。",
        "Every waiver meets at least one warning: of its rule, in its file, and with the 值 where one is given, in the text it points to or in what it says.",
    ],
    why: [
        "没有用的豁免会在以后悄悄盖住不该盖住的提醒。",
        "A waiver without use would one day silently cover what it should not.",
    ],
    clause: "",
    example: "文件: content/board.yaml   # 应为 content/boards.yaml",
    fix: [
        "提醒已经没有了的，删去这条豁免；否则照检查结果改正“规则”“文件”“值”。",
        "Delete it if the warning is gone; otherwise write rule, file and value as the report prints them.",
    ],
};

/// A waiver that can be applied.
#[derive(Clone, Debug)]
struct Waiver<'a> {
    raw: &'a RawWaiver,
    origin: Place,
}

/// The waivers of a site in force on a day.
#[derive(Clone, Debug, Default)]
pub struct Waivers<'a>(Vec<Waiver<'a>>);

impl<'a> Waivers<'a> {
    /// The waivers in force on `day`, but for those left out; one approved on a later day does not count yet. Mistakes
    /// in the others are added to `out`. `rules` are those a waiver may name.
    pub fn read(
        doc: Option<&'a Doc<RawWaivers>>,
        rules: &[&'static RuleDoc],
        withheld: &Withheld,
        day: Date,
        out: &mut Vec<Diagnostic>,
    ) -> Self {
        let mut waivers = Vec::new();
        let Some(doc) = doc else { return Self(waivers) };
        for (n, raw) in doc.value.waivers.iter().enumerate() {
            let origin = doc.place.key("豁免").index(n);
            if withheld.contains(&origin) {
                continue;
            }
            let Some(rule) = rules.iter().find(|rule| rule.id == raw.rule) else {
                out.push(unknown(raw, &origin, rules));
                continue;
            };
            if rule.severity != Severity::Warning || is_own(rule) {
                out.push(not_allowed(rule, &origin));
            } else if raw.until.0 <= day {
                out.push(expired(raw, &origin));
            } else if raw.date.0 <= day {
                waivers.push(Waiver { raw, origin });
            }
        }
        Self(waivers)
    }

    /// The waivers, in the order written.
    pub fn in_force(&self) -> Vec<RawWaiver> {
        self.0.iter().map(|waiver| waiver.raw.clone()).collect()
    }

    /// Notes on every warning the waiver that matches it, and adds a warning for each waiver that matches none. Nothing
    /// is reported about the waivers for a file with an error, whose warnings may be hidden behind it.
    pub fn apply(&self, found: &mut Vec<Diagnostic>, sources: &Sources) {
        let mut used = vec![false; self.0.len()];
        for finding in found.iter_mut().filter(|d| d.severity == Severity::Warning && d.approved.is_none()) {
            let mut meets = self.0.iter().zip(&mut used).filter(|(waiver, _)| waiver.meets(finding, sources));
            if let Some((waiver, used)) = meets.next() {
                *used = true;
                let RawWaiver { reason, person, until, .. } = waiver.raw;
                finding.waived = Some(Waived { reason: reason.clone(), person: person.clone(), until: until.0 });
            }
        }
        let unused = self.0.iter().zip(used).filter(|(_, used)| !used).map(|(waiver, _)| waiver);
        let hidden = |w: &&Waiver<'_>| found.iter().any(|d| d.severity.blocks() && *d.place.file == *w.raw.file);
        let idle: Vec<Diagnostic> = unused.filter(|w| !hidden(w)).map(|waiver| waiver.unused(sources)).collect();
        found.extend(idle);
    }
}

impl Waiver<'_> {
    fn meets(&self, finding: &Diagnostic, sources: &Sources) -> bool {
        let same = finding.rule.id == self.raw.rule && *finding.place.file == *self.raw.file;
        same && self.raw.value.as_ref().is_none_or(|value| says(finding, sources, value))
    }

    fn unused(&self, sources: &Sources) -> Diagnostic {
        let (rule, file) = (&self.raw.rule, &self.raw.file);
        if !sources.exists(file) {
            let near = nearest(file, sources.paths_under("content/"));
            let [ask, did] = near.map_or_else(Default::default, |near| {
                [format!("是不是“{near}”？"), format!("Did you mean \"{near}\"? ")]
            });
            return Diagnostic::new(
                &WAIVER_UNUSED,
                self.origin.key("文件"),
                format!("没有文件“{file}”，这条豁免没有用处"),
                format!("there is no file \"{file}\" to waive anything in"),
            )
            .fix(
                format!("{ask}照检查结果里的文件名改正，或删去这条豁免。"),
                format!("{did}Write the file as the report prints it, or delete the waiver."),
            );
        }
        let (zh, en) = match &self.raw.value {
            Some(value) => (format!("里关于“{value}”的"), format!(" about \"{value}\"")),
            None => ("里的".to_owned(), String::new()),
        };
        Diagnostic::new(
            &WAIVER_UNUSED,
            self.origin.key("规则"),
            format!("{file} {zh} {rule} 提醒已经没有了，这条豁免没有用处"),
            format!("{file} has no warning {rule}{en} to waive"),
        )
        .fix(WAIVER_UNUSED.fix[0], WAIVER_UNUSED.fix[1])
    }
}

/// Whether a finding is about `value`: the text it blames holds it, or what it says does.
fn says(finding: &Diagnostic, sources: &Sources, value: &str) -> bool {
    let message = &finding.message;
    [blamed(finding, sources), &message.zh, &message.en].iter().any(|text| text.contains(value))
}

/// The text a finding blames; empty when it blames the whole file.
fn blamed<'s>(finding: &Diagnostic, sources: &'s Sources) -> &'s str {
    let range = sources.locate(&finding.place).map(|(_, range)| range);
    range.and_then(|range| Texts::text(sources, &finding.place.file)?.get(range)).unwrap_or_default()
}

/// Whether a rule is about waivers: a waiver for those would hide itself.
fn is_own(rule: &RuleDoc) -> bool {
    [&WAIVER_EXPIRED, &WAIVER_UNUSED].contains(&rule)
}

fn unknown(raw: &RawWaiver, origin: &Place, rules: &[&'static RuleDoc]) -> Diagnostic {
    let id = &raw.rule;
    let problem = Diagnostic::new(
        &UNKNOWN_REFERENCE,
        origin.key("规则"),
        format!("没有编号为“{id}”的规则"),
        format!("no rule has the id \"{id}\""),
    );
    match nearest(id, rules.iter().map(|rule| rule.id)) {
        Some(near) => problem.fix(
            format!("是不是“{near}”？全部规则：hallpress explain"),
            format!("Did you mean \"{near}\"? `hallpress explain` lists all rules."),
        ),
        None => problem.fix(
            "照检查结果里的规则编号改正；全部规则：hallpress explain",
            "Write the id as the report prints it; `hallpress explain` lists all rules.",
        ),
    }
}

fn not_allowed(rule: &RuleDoc, origin: &Place) -> Diagnostic {
    let (zh, en) = if is_own(rule) {
        (
            format!("{} 是关于豁免的提醒，不能豁免", rule.id),
            format!("{} is about waivers and cannot be waived", rule.id),
        )
    } else {
        (
            format!("{} 是“{}”，不能豁免", rule.id, rule.severity.word(crate::diag::Lang::Zh)),
            format!("{} is no warning but \"{}\"", rule.id, rule.severity.word(crate::diag::Lang::En)),
        )
    };
    let finding = Diagnostic::new(&WAIVER_NOT_ALLOWED, origin.key("规则"), zh, en);
    if rule.severity == Severity::Breach {
        finding.fix(
            "改正内容；确需突破的，在出问题的记录里写“特批”，并删去这条豁免。",
            "Mend the content, or write a special approval (特批) into the record, and delete the waiver.",
        )
    } else {
        finding.fix("改正内容，并删去这条豁免。", "Mend the content and delete the waiver.")
    }
}

fn expired(raw: &RawWaiver, origin: &Place) -> Diagnostic {
    let until = raw.until.0;
    Diagnostic::new(
        &WAIVER_EXPIRED,
        origin.key("失效日期"),
        format!("对 {} {} 的豁免从{}起失效", raw.file, raw.rule, long_weekday(until)),
        format!("the waiver of {} in {} ended on {}", raw.rule, raw.file, english(until)),
    )
    .expected("晚于今天的日期", "a day after today")
    .fix(WAIVER_EXPIRED.fix[0], WAIVER_EXPIRED.fix[1])
}
