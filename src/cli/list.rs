//! `hallpress list WHAT`: a table, or one JSON object a line.

use super::args::{Format, Global, What};
use super::exit::{Status, status};
use super::output::{data, may_lack, report, say};
use super::table::{Heads, show};
use crate::model::change::Change;
use crate::model::coverage::Share;
use crate::model::life::AwaitedStep;
use crate::model::signing::Stage;
use crate::model::strip::UnderScreen;
use crate::model::{Hall, HallAt, State, When, WindowId, elements};
use crate::plan::contents::Plan;
use crate::plan::staff::{WorkHalls, work};
use crate::plan::words::state::state_words;
use crate::project::Project;
use crate::source::Measure;
use jiff::civil::DateTime;
use serde_json::Value;

/// A table: its heads and rows.
type ListTable = (Heads, Vec<Vec<String>>);

/// Lists one kind of thing as it is at the moment.
pub(super) fn run(global: &Global, what: What) -> Status {
    if matches!(what, What::Releases) {
        return super::releases::run(global);
    }
    let when = global.when();
    let project = global.project();
    let checked = project.check(when, false);
    let Some(halls) = checked.work_halls() else {
        report(global, &checked.report, project.sources());
        return status(&checked.report);
    };
    let WorkHalls { in_force: works, whole: hall, .. } = halls;
    let (heads, rows) = match what {
        What::Tasks => tasks(halls, &project, &checked.plan, when),
        What::Changes => changes((works, hall), when),
        _ => rows(hall, &checked.plan, when, what),
    };
    if matches!((global.format, what), (Format::Text, What::Elements)) {
        // Later versions are compared with this: it is printed as a document, not as a table.
        data(&released(hall, when));
    } else if rows.is_empty() && global.format == Format::Text {
        data(&format!("{}\n", say(global.lang(), nothing(what), "nothing to list")));
    } else {
        show(global, &heads, &rows);
    }
    may_lack(&checked.report, global.lang());
    Status::Fine
}

/// What is said where there is no row.
fn nothing(what: What) -> &'static str {
    match what {
        What::Matters | What::Elements => "没有事项",
        What::Windows => "没有窗口",
        What::Screens => "没有屏幕",
        What::Boards => "没有标牌",
        What::Changes => "没有变更记录",
        What::Coverage => "没有事项清单，也没有综合窗口，算不出比例",
        What::Tasks => "没有要做的事",
        What::Releases => "没有发布过",
        What::Jobs => "没有输出",
    }
}

fn rows(hall: &Hall, plan: &Plan, when: When, what: What) -> ListTable {
    let at = hall.at(when.moment);
    match what {
        What::Matters => matters(hall, at),
        What::Windows => windows(hall, at),
        What::Screens => screens(hall, at),
        What::Boards => boards(hall),
        What::Coverage => coverage(hall, at),
        What::Elements => all_elements(hall),
        What::Tasks | What::Changes | What::Releases | What::Jobs => outputs(plan),
    }
}

fn matters(hall: &Hall, at: HallAt<'_>) -> ListTable {
    let heads = vec![("编号", "id"), ("事项", "name"), ("单位", "unit"), ("办件", "kind"), ("窗口", "windows")];
    let rows = hall.matter_ids().map(|(id, m)| {
        let numbers: Vec<&str> = at.serving(id).map(|(_, v)| v.facts.number.as_str()).collect();
        vec![
            m.id().to_owned(),
            m.name().to_owned(),
            hall.unit(m.unit).short_name().to_owned(),
            m.written.case_kind.word().to_owned(),
            numbers.join(" "),
        ]
    });
    (heads, rows.collect())
}

fn windows(hall: &Hall, at: HallAt<'_>) -> ListTable {
    let heads = vec![
        ("编号", "id"),
        ("窗口号", "number"),
        ("分厅", "venue"),
        ("单位", "unit"),
        ("业务", "business"),
        ("状态", "state"),
    ];
    let rows = at.windows().map(|(id, v)| {
        vec![
            hall.window(id).id.clone(),
            v.facts.number.clone(),
            hall.venue(v.facts.venue).name().to_owned(),
            hall.unit(v.facts.unit).short_name().to_owned(),
            v.facts.business.clone(),
            state_word(hall, id, at.moment),
        ]
    });
    (heads, rows.collect())
}

fn screens(hall: &Hall, at: HallAt<'_>) -> ListTable {
    let heads = vec![("屏幕", "id"), ("窗口号", "number"), ("规格", "device"), ("像素", "pixels")];
    let rows = hall.strips.iter().map(|strip| {
        let device = &hall.device(strip.device).written;
        let number = match strip.under(at.moment) {
            UnderScreen::Window(window) => at.window(window).map_or("—", |v| &v.facts.number),
            UnderScreen::Left(_) | UnderScreen::Nothing => "—",
        };
        vec![
            strip.id.clone(),
            number.to_owned(),
            device.name.clone(),
            format!("{}×{}", device.width.0, device.height.0),
        ]
    });
    (heads, rows.collect())
}

fn boards(hall: &Hall) -> ListTable {
    let heads = vec![("编号", "id"), ("种类", "kind"), ("名称", "name"), ("毫米", "mm"), ("挂放处", "place")];
    let rows = hall.boards.iter().map(|board| {
        let b = &board.written;
        vec![
            b.id.clone(),
            b.kind.word().to_owned(),
            b.name.clone(),
            format!("{}×{}", b.width_mm.0, b.height_mm.0),
            b.place.clone(),
        ]
    });
    (heads, rows.collect())
}

/// The change records as they are in force, and what they or amendments of them still lack.
fn changes((hall, whole): (&Hall, &Hall), when: When) -> ListTable {
    let heads = vec![
        ("编号", "id"),
        ("种类", "kind"),
        ("生效", "from"),
        ("至", "to"),
        ("窗口", "windows"),
        ("进度", "stage"),
        ("还缺", "awaited"),
        ("审签", "signing"),
    ];
    let rows = hall.changes.iter().map(|change| {
        let windows: Vec<&str> = change.windows.iter().map(|w| hall.window(w.window).id.as_str()).collect();
        vec![
            change.id.clone(),
            change.kind.word().to_owned(),
            if change.revoked { "已撤销".to_owned() } else { change.effective().to_string() },
            change.span.last_day().map_or_else(|| "—".to_owned(), |d| d.to_string()),
            windows.join(" "),
            hall.life_stage(change, when.moment).word().to_owned(),
            awaited(hall, whole, change),
            signing(hall, change),
        ]
    });
    (heads, rows.collect())
}

fn all_elements(hall: &Hall) -> ListTable {
    let mut heads = vec![("事项", "matter")];
    let keys = ["name", "type", "code", "legal_limit", "limit", "bases", "steps", "results"];
    let names = ["名称", "类型", "编码", "法定时限", "时限", "依据", "环节", "结果"];
    heads.extend(names.into_iter().zip(keys));
    let rows = hall.matters.iter().map(|m| {
        let texts = elements::of(&m.written).map(|element| element.values.join("、"));
        std::iter::once(m.id().to_owned()).chain(texts).collect()
    });
    (heads, rows.collect())
}

fn outputs(plan: &Plan) -> ListTable {
    let heads = vec![("输出", "path"), ("去处", "tree")];
    let all = plan.all_outputs();
    let rows = all.iter().map(|output| vec![output.path.clone(), output.tree.folder().to_owned()]);
    (heads, rows.collect())
}

/// What a record still lacks, each with its last day; `—` when nothing.
fn awaited(hall: &Hall, whole: &Hall, change: &Change) -> String {
    let step = |awaited: AwaitedStep| match awaited.due {
        Ok(due) => format!("{}（最迟 {due}）", awaited.step.word()),
        Err(_) => awaited.step.word().to_owned(),
    };
    let mut steps: Vec<String> = hall.awaited(change).into_iter().map(step).collect();
    for amendment in whole.amendments.iter().filter(|a| whole.change(a.change).id == change.id) {
        let lacks = whole.awaited_amendment(amendment).into_iter().map(step);
        steps.extend(lacks.map(|lacks| format!("{}的{lacks}", amendment.kind.word())));
    }
    if steps.is_empty() { "—".to_owned() } else { steps.join("、") }
}

/// How far a record that has to be signed has come.
fn signing(hall: &Hall, change: &Change) -> String {
    match change.clearance.signing().stage() {
        Stage::Released => Stage::Released.word().to_owned(),
        stage if hall.is_draft_change(change) && hall.is_draft(change.clearance.signing()) => {
            format!("样稿（{}）", stage.word())
        }
        _ => "—".to_owned(),
    }
}

/// The figures of N1: each published list, together and at each centre and station; then comprehensive windows.
fn coverage(hall: &Hall, at: HallAt<'_>) -> ListTable {
    let heads = vec![
        ("比例", "share"),
        ("场所", "venue"),
        ("可办", "part"),
        ("总数", "whole"),
        ("百分比", "percent"),
        ("目标", "target"),
    ];
    let states = &hall.profile.states;
    let row = |what: &str, venue: &str, share: Share, target: Option<Measure>| {
        let target = target.map_or_else(|| "—".to_owned(), |percent| format!("{}%", percent.0));
        vec![
            what.to_owned(),
            venue.to_owned(),
            share.part.to_string(),
            share.whole.to_string(),
            share.percent(),
            target,
        ]
    };
    let mut rows = Vec::new();
    for coverage in at.list_coverage(&hall.lists) {
        let name = format!("《{}》", hall.lists[coverage.list].written.name);
        rows.push(row(&name, "各中心（站）合计", coverage.together, None));
        let points = coverage.points.iter();
        rows.extend(points.map(|(venue, share)| row(&name, hall.venue(*venue).name(), *share, states.list_share)));
    }
    let general = at.general_windows().into_iter();
    rows.extend(
        general.map(|(venue, share)| row("综合窗口受理", hall.venue(venue).name(), share, states.general_share)),
    );
    (heads, rows)
}

fn tasks(halls: WorkHalls<'_>, project: &Project, plan: &Plan, when: When) -> ListTable {
    let heads = vec![
        ("状态", "state"),
        ("期限", "due"),
        ("谁", "who"),
        ("要做的事", "what"),
        ("条款", "clause"),
        ("记录", "record"),
        ("编号", "uid"),
    ];
    let work = work(halls, project.past(), &plan.outputs, when.day(), project.fonts());
    let rows = work.tasks.iter().map(|task| {
        vec![
            task.state.word().to_owned(),
            task.due.words(),
            task.who.join("、"),
            task.what.clone(),
            task.cited.to_owned(),
            task.record.id.clone(),
            task.uid.clone(),
        ]
    });
    (heads, rows.collect())
}

/// The elements of every matter as a `content/baseline/` document (X3.4f).
fn released(hall: &Hall, when: When) -> String {
    // A JSON string is a YAML string.
    let quoted = |text: &String| Value::from(text.as_str()).to_string();
    let mut yaml = format!("种类: 已发布\n日期: {}\n来源: hallpress list elements\n事项:\n", when.moment.date());
    for matter in &hall.matters {
        yaml.push_str(&format!("  - 事项: {}\n", matter.id()));
        for element in elements::of(&matter.written).iter().filter(|element| !element.values.is_empty()) {
            let values: Vec<String> = element.values.iter().map(quoted).collect();
            let value = if element.is_list { format!("[{}]", values.join(", ")) } else { values.concat() };
            yaml.push_str(&format!("    {}: {value}\n", element.listed_as));
        }
    }
    yaml
}

/// The word of its screen; before service when it begins.
fn state_word(hall: &Hall, window: WindowId, moment: DateTime) -> String {
    let state = hall.state(window, moment);
    let words = state_words(hall, window, &state, moment);
    match state {
        State::Closed { next: Some(next) } if next.date() == moment.date() => words.detail,
        _ => words.word,
    }
}
