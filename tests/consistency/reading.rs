//! What the carriers say of a window, read from the views they are drawn from, and compared with the hall.

use hallpress::model::time::midnight;
use hallpress::model::{Hall, State, When, WindowId};
use hallpress::plan::{Plan, url};
use hallpress::project::Project;
use jiff::civil::{Date, DateTime};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// A hall, and the views that speak of windows, by output path.
pub(crate) struct Built {
    pub(crate) hall: Hall,
    pub(crate) views: BTreeMap<String, Value>,
}

/// The views that speak of windows, by output path, as planned on the morning of `day`.
pub(crate) fn built(project: &Project, day: Date) -> Built {
    let checked = project.check(When { moment: day.at(8, 0, 0, 0), horizon_days: 14 }, false);
    let Plan { jobs, .. } = checked.plan;
    let speaks = |path: &str| {
        ["windows/w-", "notices/change-", "boards/", "matters/"].iter().any(|p| path.starts_with(p))
            || path.ends_with("manifest.json")
    };
    let views =
        jobs.iter().filter(|j| speaks(&j.path)).map(|j| (j.path.clone(), serde_json::to_value(&j.view).unwrap()));
    Built { views: views.collect(), hall: checked.hall.unwrap() }
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}

/// The item of `list` whose `[from, to)` holds the day.
fn holding<'a>(list: &'a Value, day: &str) -> Option<&'a Value> {
    list.as_array()?.iter().find(|item| {
        item["from"].as_str().is_none_or(|from| from <= day) && item["to"].as_str().is_none_or(|to| day < to)
    })
}

/// What is said of a window at a moment, by a site built on the morning of an earlier day.
pub(crate) struct Reading<'a> {
    pub(crate) built: &'a Built,
    pub(crate) window: WindowId,
    pub(crate) moment: DateTime,
    pub(crate) wrong: &'a mut Vec<String>,
    pub(crate) from: Date,
}

impl Reading<'_> {
    fn expect(&mut self, what: &str, holds: bool, said: &str) {
        if !holds {
            let id = &self.built.hall.window(self.window).id;
            self.wrong.push(format!("{id} at {}, built {}: {what}: {said}", self.moment, self.from));
        }
    }

    /// Compares every carrier with the hall.
    pub(crate) fn all(&mut self) {
        self.page();
        self.screen();
        self.matters();
        if self.from == self.moment.date() {
            self.boards();
        }
    }

    fn page(&mut self) {
        let hall = &self.built.hall;
        let id = hall.window(self.window).id.clone();
        let Some(view) = self.built.views.get(&url::window(&id)) else {
            let state = hall.state(self.window, self.moment);
            return self.expect("no page", state == State::Absent, "");
        };
        let day = self.moment.date().to_string();
        let phase = holding(&view["phases"], &day).cloned().unwrap_or(Value::Null);
        let state = text(&phase, "state").to_owned();
        let truth = match hall.state(self.window, self.moment) {
            State::Suspended { .. } => "suspended",
            State::Withdrawn { .. } => "withdrawn",
            State::Absent => "absent",
            _ => "serving",
        };
        let absent = truth == "absent" && (phase.is_null() || state == "absent");
        self.expect("page state", state == truth || absent, &state);
        if let Some(version) = hall.window(self.window).at(self.moment) {
            let facts = version.facts.clone();
            let unit = hall.unit(facts.unit).name().to_owned();
            self.expect("page number", text(&phase, "number") == facts.number, text(&phase, "number"));
            self.expect("page business", text(&phase, "business") == facts.business, text(&phase, "business"));
            self.expect("page unit", text(&phase["unit"], "label") == unit, text(&phase["unit"], "label"));
            let floor = hall.floor_of(facts.zone).name.clone();
            let place = text(&phase, "place").to_owned();
            self.expect("page place", place.contains(&facts.number) && place.contains(&floor), &place);
        }
    }

    fn screen(&mut self) {
        let hall = &self.built.hall;
        let id = &hall.window(self.window).id;
        let path = format!("{}manifest.json", url::screen(id));
        let state = hall.state(self.window, self.moment);
        let Some(view) = self.built.views.get(&path) else {
            return self.expect("no manifest", matches!(state, State::Absent | State::Withdrawn { .. }), "");
        };
        let instant = hallpress::text::date::rfc3339(self.moment);
        let entry = holding(&view["timeline"], &instant).cloned().unwrap_or(Value::Null);
        let code = text(&entry, "state").to_owned();
        let truth: &[&str] = match state {
            State::Open => &["open"],
            State::Extended { .. } => &["extended"],
            State::Break { .. } => &["break"],
            State::Closed { .. } => &["closed"],
            State::Suspended { .. } => &["suspended"],
            State::Withdrawn { .. } => &["withdrawn", "off"],
            State::Absent => &["off"],
        };
        self.expect("screen state", truth.contains(&code.as_str()), &code);
        if let Some(version) = hall.window(self.window).at(self.moment) {
            let facts = version.facts.clone();
            let shown = text(&entry["show"][0], "media").to_owned();
            let alt = text(&view["media"][&shown], "alt").to_owned();
            let unit = hall.unit(facts.unit).short_name().to_owned();
            let business = facts.short.clone().unwrap_or_else(|| facts.business.clone());
            self.expect("screen number", alt.contains(&facts.number), &alt);
            self.expect("screen unit", alt.contains(&unit), &alt);
            self.expect("screen business", alt.contains(&facts.business) || alt.contains(&business), &alt);
        }
    }

    /// A matter's page names exactly the numbers that serve it on the day.
    fn matters(&mut self) {
        let hall = &self.built.hall;
        let day = self.moment.date();
        let matters: BTreeSet<_> =
            hall.window(self.window).versions.iter().flat_map(|v| v.facts.matters.iter().copied()).collect();
        for matter in matters {
            let mut truth: Vec<String> =
                hall.at(midnight(day)).serving(matter).map(|(_, v)| v.facts.number.clone()).collect();
            truth.sort();
            let view = &self.built.views[&url::matter(hall.matter(matter).id())];
            let said = numbers(&view["windows"], &day.to_string());
            let name = hall.matter(matter).id().to_owned();
            self.expect(&format!("windows of {name}"), said == truth, &said.join(" "));
        }
    }

    fn boards(&mut self) {
        let hall = &self.built.hall;
        let id = hall.window(self.window).id.clone();
        let version = hall.window(self.window).at(self.moment).cloned();
        let sign = self.built.views.iter().find(|(path, _)| path.ends_with(&format!("-{id}.pdf")));
        match (&version, sign) {
            (None, found) => self.expect("a sign hangs", found.is_none(), ""),
            (Some(_), None) => self.expect("no sign hangs", false, ""),
            (Some(version), Some((_, view))) => {
                let said = view.to_string();
                self.expect("sign number", said.contains(&format!("\"{}\"", version.facts.number)), "");
            }
        }
        let permanent = version.as_ref().filter(|v| v.temporary.is_none()).map(|v| v.facts.number.clone());
        for (path, view) in self.built.views.iter().filter(|(path, _)| path.starts_with("boards/floor-")) {
            let floor = path.trim_start_matches("boards/floor-").trim_end_matches(".pdf");
            let here = version.as_ref().is_some_and(|v| hall.floor_of(v.facts.zone).id == floor);
            let drawn = view["plan"]["windows"].to_string().contains(&format!("\"{id}\""));
            self.expect(&format!("on {path}"), drawn == (here && permanent.is_some()), &drawn.to_string());
        }
    }
}

/// Numbers of the windows that serve on a day, as a matter's page names them, sorted.
fn numbers(rows: &Value, day: &str) -> Vec<String> {
    let rows = rows.as_array().cloned().unwrap_or_default();
    let one = |row: &Value| holding(&Value::Array(vec![row.clone()]), day).is_some();
    let serving = rows.iter().filter(|row| one(row) && row["suspended"] == false);
    let mut numbers: Vec<String> = serving.map(|row| text(row, "number").to_owned()).collect();
    numbers.sort();
    numbers
}
