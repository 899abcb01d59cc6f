//! Every output of a hall at a moment.

use super::boards::{self, badges, evaluators, guide_desk, labels};
use super::contents::Plan;
use super::cx::Cx;
use super::input::Inputs;
use super::notices::{channels, print, word};
use super::{path_clash, screens, staff, website};
use std::sync::Arc;

/// Plans everything.
pub fn plan(cx: &Cx) -> Plan {
    let Cx { hall, in_force, standing, public, sources, withheld, fonts, when, .. } = cx;
    let when = *when;
    let inputs = &Inputs::new([hall, public], sources, withheld, when, fonts);
    let ((mut plan, screens), (boards, notices)) = rayon::join(
        || {
            rayon::join(
                || website::plan(public, sources, when, fonts, inputs),
                || screens::outputs(public, sources, when, fonts),
            )
        },
        || {
            rayon::join(
                || boards::outputs(standing, when, fonts),
                || print::outputs(hall, public, sources, when, fonts),
            )
        },
    );
    // What does not fit is told before it is public.
    let ahead = if Arc::ptr_eq(hall, public) { Vec::new() } else { screens::outputs(hall, sources, when, fonts).1 };
    plan.findings.extend(ahead.into_iter().filter(|found| !screens.1.contains(found)));
    plan.bundles.extend(word::bundles([hall, public], sources, when, inputs));
    let evaluators = evaluators::outputs(standing, when, fonts);
    let badges = badges::outputs(in_force, sources, fonts);
    let guide_desk = guide_desk::outputs(standing, when, fonts);
    let labels = labels::outputs(in_force, fonts);
    for (outputs, findings) in [screens, boards, notices, evaluators, badges, guide_desk, labels] {
        plan.outputs.extend(outputs);
        plan.findings.extend(findings);
    }
    let (files, items, found) = channels::channels(hall, public, sources, when);
    plan.outputs.extend(files);
    plan.findings.extend(found);
    let (lists, forms) = staff::plan(cx, &plan.outputs, items, inputs);
    plan.outputs.extend(lists);
    plan.bundles.extend(forms);
    plan.findings.extend(path_clash::check(hall, plan.paths()));
    plan
}
