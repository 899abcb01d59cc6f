//! Work lists stay inside: nothing that is written for the staff stands in the public tree.

use crate::support::{HALLS, Shipped, shipped};
use hallpress::plan::output::{Form, Output, Tree};
use hallpress::plan::staff::work;
use hallpress::plan::view::Pictures;
use hallpress::render::Engine;
use jiff::civil::date;
use rayon::prelude::*;
use std::collections::BTreeSet;

/// The bytes of a public output as text; of pictures and manifests what is drawn and said. An output that cannot be made
/// is a fault of its own: nothing can be said of what stands in it.
fn text(engine: &Engine, output: &Output) -> Result<String, String> {
    let output = output.filled(&Pictures::new(), 1);
    let made = || engine.render(&output).map_err(|e| format!("{} cannot be made: {}", output.path, e[0].message.zh));
    Ok(match &output.form {
        Form::Picture { .. } | Form::Print { .. } | Form::Document { .. } | Form::Manifest { .. } => {
            serde_json::to_string(&output.view).unwrap()
        }
        Form::Page { .. } | Form::Asset(_) => String::from_utf8_lossy(&made()?).into_owned(),
    })
}

#[test]
fn nothing_written_for_the_staff_is_public() {
    for name in HALLS {
        let Shipped { project, hall, plan, outputs, engine } = shipped(name);
        let lists = work(hall, project.past(), &plan.outputs, date(2026, 10, 12), project.fonts());
        assert!(!lists.tasks.is_empty(), "{name} has tasks");
        let mut inside: BTreeSet<String> =
            ["内部工作，不对外公开", "hallpress printed", "content/changes/", "tasks.ics", "签字盖章后提交"]
                .map(str::to_owned)
                .into();
        inside.extend(lists.tasks.iter().map(|task| task.what.clone()));
        inside.extend(lists.postings.iter().map(|posting| posting.approval.clone()));
        inside.extend(lists.reprints.boards.iter().map(|board| board.basis.words()));
        let public: Vec<&Output> = outputs.iter().filter(|output| output.tree == Tree::Public).collect();
        assert!(public.iter().all(|output| !output.path.starts_with("staff")), "{name}");
        let found: Vec<String> = public
            .par_iter()
            .flat_map_iter(|output| {
                let text = match text(engine, output) {
                    Ok(text) => text,
                    Err(why) => return vec![format!("{name}: {why}")],
                };
                let told = inside.iter().filter(|words| text.contains(words.as_str()));
                told.map(|words| format!("{name}: {} says “{words}”", output.path)).collect()
            })
            .collect();
        assert!(found.is_empty(), "{}", found.join("\n"));
    }
}

#[test]
fn staff_pages_need_no_script_and_name_only_files_of_their_own() {
    let Shipped { outputs, engine, .. } = shipped("yinchuan");
    let staff: Vec<&Output> = outputs.iter().filter(|output| output.tree == Tree::Staff).collect();
    let paths: BTreeSet<&str> = staff.iter().map(|output| output.path.as_str()).collect();
    // The rules are what other pages lead into.
    let anchors: BTreeSet<&str> = hallpress::report::rules::all().iter().map(|rule| rule.id).collect();
    for output in staff.iter().filter(|output| output.path.ends_with(".html")) {
        let page = String::from_utf8(engine.render(output).unwrap()).unwrap();
        assert!(!page.contains("<script"), "{}", output.path);
        for address in page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            let (page_of, anchor) = address.split_once('#').unwrap_or((address, ""));
            // Pages lie in the root or one folder below it.
            let folder = output.path.rsplit_once('/').map(|(folder, _)| format!("{folder}/")).unwrap_or_default();
            let target = match page_of.strip_prefix("../") {
                _ if page_of.is_empty() => output.path.clone(),
                Some(above) => above.to_owned(),
                None => format!("{folder}{page_of}"),
            };
            assert!(paths.contains(target.as_str()), "{} leads to {address}", output.path);
            let own = page_of.is_empty() && page.contains(&format!("id=\"{anchor}\""));
            assert!(anchor.is_empty() || own || anchors.contains(anchor), "{} leads to {address}", output.path);
        }
    }
}
