//! Every output of a hall at a moment.

use super::boards::{self, badges, evaluators, guide_desk, labels};
use super::cx::Cx;
use super::notices::{channels, print, word};
use super::output::Output;
use super::{path_clash, screens, staff, website};
use crate::diag::Diagnostic;

/// All outputs of a hall at a moment.
#[derive(Debug, Default)]
pub struct Plan {
    /// The outputs, sorted by tree and path.
    pub outputs: Vec<Output>,
    /// What cannot be drawn: text that does not fit, outputs with one path.
    pub findings: Vec<Diagnostic>,
}

impl Plan {
    /// Adds outputs, and keeps the order.
    pub fn add(&mut self, outputs: Vec<Output>) {
        self.outputs.extend(outputs);
        self.outputs.sort_by(|a, b| (a.tree, &a.path).cmp(&(b.tree, &b.path)));
    }
}

/// Plans everything.
pub fn plan(cx: &Cx<'_>) -> Plan {
    let Cx { hall, public, sources, fonts, when, .. } = *cx;
    let mut plan = Plan::default();
    let ((pages, screens), (boards, notices)) = rayon::join(
        || {
            rayon::join(
                || website::outputs(public, sources, when, fonts),
                || screens::outputs(public, sources, when, fonts),
            )
        },
        || rayon::join(|| boards::outputs(hall, when, fonts), || print::outputs(hall, when, fonts)),
    );
    plan.outputs.extend(word::outputs(hall, when));
    let evaluators = evaluators::outputs(hall, when, fonts);
    let badges = badges::outputs(hall, sources, fonts);
    let guide_desk = guide_desk::outputs(hall, when, fonts);
    let labels = labels::outputs(hall, fonts);
    for (outputs, findings) in [pages, screens, boards, notices, evaluators, badges, guide_desk, labels] {
        plan.outputs.extend(outputs);
        plan.findings.extend(findings);
    }
    let (files, items, found) = channels::channels(hall, when);
    plan.outputs.extend(files);
    plan.findings.extend(found);
    let lists = staff::outputs(cx, &plan.outputs, items);
    plan.add(lists);
    plan.findings.extend(path_clash::check(hall, &plan.outputs));
    plan
}
