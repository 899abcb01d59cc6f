//! Every output of a hall at a moment.

use super::boards::{self, badges, evaluators, guide_desk, labels};
use super::cx::Cx;
use super::job::Job;
use super::notices::{channels, print, word};
use super::{path_clash, screens, staff, website};
use crate::diag::Diagnostic;

/// All outputs of a hall at a moment.
#[derive(Debug, Default)]
pub struct Plan {
    /// The jobs, sorted by tree and path.
    pub jobs: Vec<Job>,
    /// What cannot be drawn: text that does not fit, outputs with one path.
    pub findings: Vec<Diagnostic>,
}

impl Plan {
    /// Adds outputs, and keeps the order.
    pub fn add(&mut self, jobs: Vec<Job>) {
        self.jobs.extend(jobs);
        self.jobs.sort_by(|a, b| (a.tree, &a.path).cmp(&(b.tree, &b.path)));
    }
}

/// Plans everything.
pub fn plan(cx: &Cx<'_>) -> Plan {
    let Cx { hall, public, sources, fonts, when, .. } = *cx;
    let mut plan = Plan::default();
    let ((pages, screens), (boards, notices)) = rayon::join(
        || rayon::join(|| website::jobs(public, sources, when, fonts), || screens::jobs(public, sources, when, fonts)),
        || rayon::join(|| boards::jobs(hall, when, fonts), || print::jobs(hall, when, fonts)),
    );
    plan.jobs.extend(word::jobs(hall, when));
    let evaluators = evaluators::jobs(hall, when, fonts);
    let badges = badges::jobs(hall, sources, fonts);
    let guide_desk = guide_desk::jobs(hall, when, fonts);
    let labels = labels::jobs(hall, fonts);
    for (jobs, findings) in [pages, screens, boards, notices, evaluators, badges, guide_desk, labels] {
        plan.jobs.extend(jobs);
        plan.findings.extend(findings);
    }
    let (files, items, found) = channels::channels(hall, when);
    plan.jobs.extend(files);
    plan.findings.extend(found);
    let lists = staff::jobs(cx, &plan.jobs, items);
    plan.add(lists);
    plan.findings.extend(path_clash::check(hall, &plan.jobs));
    plan
}
