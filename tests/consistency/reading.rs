//! What the carriers show of a window, read from the bytes that are made, and compared with the hall: pages as a
//! visitor sees them on the day, with script and without; manifests as the player gets them; of strips and boards the
//! texts of the SVG that is drawn. Everything that speaks of a window is read, and nothing else is made.

use super::markup::{Drawn, Element, drawn};
use hallpress::model::calendar::Day;
use hallpress::model::strip::{Strip, UnderScreen};
use hallpress::model::time::midnight;
use hallpress::model::window::Facts;
use hallpress::model::{Hall, State, When, WindowId};
use hallpress::plan::output::Output;
use hallpress::plan::screens::manifest::Manifest;
use hallpress::plan::url;
use hallpress::plan::view::{Picture, Pictures};
use hallpress::plan::words::punctuation::fullwidth_punctuation;
use hallpress::project::Project;
use hallpress::render::Engine;
use hallpress::text::date::short_weekday;
use jiff::civil::{Date, DateTime};
use serde_json::Value;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;

/// Makes outputs of a project, and keeps the texts of pictures: they are named by what they say, the same on many days.
pub(crate) struct Maker<'a> {
    pub(crate) project: &'a Project,
    engine: Engine,
    pictures: RefCell<BTreeMap<String, Rc<Vec<String>>>>,
}

impl<'a> Maker<'a> {
    pub(crate) fn new(project: &'a Project) -> Self {
        let engine = project.engine().unwrap_or_else(|found| panic!("{found:#?}"));
        Self { project, engine, pictures: RefCell::default() }
    }

    fn filled(&self, output: &Output) -> String {
        self.engine.filled(output).unwrap_or_else(|found| panic!("{}: {found:#?}", output.path))
    }

    /// What was planned on the morning of `day`.
    pub(crate) fn built(&self, day: Date) -> Built<'_> {
        let checked = self.project.check(When { moment: day.at(8, 0, 0, 0), horizon_days: 14 }, false);
        let outputs = checked.plan.all_outputs().into_iter().map(|output| (output.path.clone(), output)).collect();
        let hall = checked.public.unwrap_or_else(|| panic!("{:#?}", checked.report));
        Built {
            hall,
            maker: self,
            outputs,
            pages: RefCell::default(),
            manifests: RefCell::default(),
            boards: RefCell::default(),
        }
    }
}

/// Outputs by path, each made once.
type Cache<T> = RefCell<BTreeMap<String, Rc<T>>>;

/// A hall as it is public then and the outputs, which are made when they are first read.
pub(crate) struct Built<'a> {
    pub(crate) hall: Arc<Hall>,
    maker: &'a Maker<'a>,
    outputs: BTreeMap<String, Output>,
    pages: Cache<Element>,
    manifests: Cache<Value>,
    boards: Cache<Vec<Drawn>>,
}

impl Built<'_> {
    fn cached<T>(&self, cache: &Cache<T>, path: &str, make: impl FnOnce(&Output) -> T) -> Option<Rc<T>> {
        if let Some(made) = cache.borrow().get(path) {
            return Some(made.clone());
        }
        let made = Rc::new(make(self.outputs.get(path)?));
        cache.borrow_mut().insert(path.to_owned(), made.clone());
        Some(made)
    }

    /// A page, read from its bytes.
    pub(crate) fn page(&self, path: &str) -> Option<Rc<Element>> {
        self.cached(&self.pages, path, |output| {
            let bytes = self.maker.engine.render(output);
            let bytes = bytes.unwrap_or_else(|found| panic!("{path}: {found:#?}"));
            Element::parse(&String::from_utf8(bytes).unwrap())
        })
    }

    /// A manifest, read from its bytes; its pictures have the addresses of the outputs that draw them.
    fn manifest(&self, path: &str) -> Option<Rc<Value>> {
        self.cached(&self.manifests, path, |output| {
            let manifest = output.view.as_kind::<Manifest>().unwrap_or_else(|| panic!("{path} is no manifest"));
            let picture = |path: &String| Picture { path: path.clone(), sha256: "0".repeat(64), bytes: 1 };
            let keys = manifest.media.values().map(|medium| &medium.picture);
            let pictures: Pictures = keys.map(|key| (key.clone(), picture(key))).collect();
            let bytes = self.maker.engine.render(&output.filled(&pictures, 1));
            serde_json::from_slice(&bytes.unwrap_or_else(|found| panic!("{path}: {found:#?}"))).unwrap()
        })
    }

    /// The texts of a picture, found by its address in a manifest.
    fn picture(&self, src: &str) -> Option<Rc<Vec<String>>> {
        let path = format!("signage/{}", src.strip_prefix("../../")?);
        if let Some(texts) = self.maker.pictures.borrow().get(&path) {
            return Some(texts.clone());
        }
        let svg = self.maker.filled(self.outputs.get(&path)?);
        let texts = Rc::new(drawn(&svg).into_iter().map(|drawn| drawn.text).collect());
        self.maker.pictures.borrow_mut().insert(path, Rc::clone(&texts));
        Some(texts)
    }

    /// The texts of a board.
    fn board(&self, path: &str) -> Rc<Vec<Drawn>> {
        self.cached(&self.boards, path, |output| drawn(&self.maker.filled(output)))
            .unwrap_or_else(|| panic!("no {path}"))
    }
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}

/// The item of `list` whose `[from, to)` contains the moment.
fn holding<'a>(list: &'a Value, moment: &str) -> Option<&'a Value> {
    let list = list.as_array().expect("a list");
    list.iter().find(|item| text(item, "from") <= moment && moment < text(item, "to"))
}

/// What is shown of a window at a moment, by a site built on the morning of an earlier day, which knows what was public
/// by then.
pub(crate) struct Reading<'a> {
    pub(crate) built: &'a Built<'a>,
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
        let Some(page) = self.built.page(&url::window(&id)) else {
            let state = hall.state(self.window, self.moment);
            return self.expect("no page", state == State::Absent, "");
        };
        self.without_script(&page);
        let day = self.moment.date().to_string();
        let on = Some(day.as_str());
        let is_now = |element: &&&Element| !element.is_next(&day);
        let phases: Vec<&Element> = page.of_class(on, "phase").iter().filter(is_now).copied().collect();
        self.expect("one state on the page", phases.len() <= 1, &phases.len().to_string());
        let phase = phases.first().copied();
        // The word, and the class that gives it its colour.
        let (class, word) = match hall.state(self.window, self.moment) {
            State::Suspended { .. } => ("is-suspended", "暂停服务"),
            State::Withdrawn { .. } => ("is-withdrawn", "窗口已撤离"),
            State::Absent => ("is-absent", ""),
            _ => ("is-serving", ""),
        };
        let said = phase.map(|phase| phase.attribute("class").unwrap_or_default().to_owned());
        let holds = phase.map_or(class == "is-absent", |phase| phase.has_class(class));
        self.expect("page state", holds, said.as_deref().unwrap_or("(nothing)"));
        let Some(version) = hall.window(self.window).at(self.moment) else { return };
        let Some(phase) = phase else { return };
        let words: String = phase.of_class(on, "state").iter().map(|state| state.text(on)).collect();
        self.expect("page state in words", words == word, &words);
        let plates = page.of_class(on, "is-huge");
        let plates: Vec<String> = plates.iter().filter(is_now).map(|plate| plate.own_text()).collect();
        self.expect("page number", plates == [version.facts.number.as_str()], &plates.join(" "));
        let pair = |name: &str| phase.pair(on, name);
        let business = pair("业务").map(Element::own_text).unwrap_or_default();
        self.expect("page business", business == fullwidth_punctuation(&version.facts.business), &business);
        let unit = pair("单位").map(|unit| unit.text(on)).unwrap_or_default();
        self.expect("page unit", unit == hall.unit(version.facts.unit).name(), &unit);
        let place = pair("位置").map(Element::own_text).unwrap_or_default();
        let floor = version.facts.address.clone().unwrap_or_else(|| hall.floor_of(version.facts.zone).name.clone());
        self.expect("page place", place.contains(&version.facts.number) && place.contains(&floor), &place);
    }

    /// Without script every phase is read at once: each states from when or until when it is true.
    fn without_script(&mut self, page: &Element) {
        let phases = page.of_class(None, "phase");
        for phase in phases.iter().filter(|_| phases.len() > 1) {
            let label: String = phase.of_class(None, "phase-days").iter().map(|days| days.text(None)).collect();
            let day = |name: &str| phase.attribute(name).map(|day| day.parse::<Date>().unwrap());
            let days: Vec<Date> = match (day("data-from"), day("data-to")) {
                (Some(from), _) => vec![from],
                (None, Some(to)) => vec![to, hallpress::model::time::add_days(to, -1)],
                (None, None) => Vec::new(),
            };
            let names = days.iter().any(|day| label.contains(&short_weekday(*day)));
            self.expect("page without script", names, &label);
        }
    }

    /// The spans on the day of the moment, by the version in force.
    fn spans(&self) -> Vec<(DateTime, DateTime)> {
        let (hall, day) = (&self.built.hall, self.moment.date());
        let version = hall.window(self.window).at(self.moment);
        let hours = version.map(|version| hall.hours.day(version.facts.hours, day, &hall.calendar)).unwrap_or_default();
        hours.instants(day).map(|(span, _)| (span.from, span.to)).collect()
    }

    /// The word while an extended service lasts: nothing ends for people where another span follows at once.
    fn extended(&self, until: DateTime) -> &'static [&'static str] {
        let spans = self.spans();
        let goes_on = spans.iter().any(|(from, to)| *from <= until && until < *to);
        let is_all_day = spans.iter().any(|(from, to)| *from == midnight(from.date()) && *to == midnight(until.date()));
        if goes_on || is_all_day { &["正在服务"] } else { &["延时服务"] }
    }

    /// The word while nobody serves until another time: only after service is it over for the day.
    fn closed(&self, next: Option<DateTime>) -> &'static [&'static str] {
        let is_holiday = matches!(self.built.hall.calendar.day(self.moment.date()), Day::Holiday(_));
        match next {
            Some(next) if next.date() == self.moment.date() => &["尚未开始"],
            _ if !self.spans().is_empty() => &["已下班"],
            _ if is_holiday => &["放假休息", "未启用"],
            Some(_) => &["今日休息", "未启用"],
            None => &["已下班"],
        }
    }

    /// The screen over the window, and those where it was before, which say where it went.
    fn screen(&mut self) {
        let hall = &self.built.hall;
        for strip in &hall.strips {
            self.left(hall, strip);
        }
        let state = hall.state(self.window, self.moment);
        let over = hall.strips.iter().find(|strip| strip.under(self.moment) == UnderScreen::Window(self.window));
        let is_here = hall.window(self.window).at(self.moment).is_some();
        self.expect("screen over", over.is_some() == is_here, "");
        let id = over.map_or(&hall.window(self.window).id, |strip| &strip.id);
        let Some(view) = self.built.manifest(&format!("{}manifest.json", url::screen(id))) else {
            return self.expect("no manifest", matches!(state, State::Absent | State::Withdrawn { .. }), "");
        };
        self.expect("manifest of", text(&view, "screen") == id, text(&view, "screen"));
        let instant = hallpress::text::date::rfc3339(self.moment);
        let entry = holding(&view["timeline"], &instant).cloned().unwrap_or(Value::Null);
        let code = text(&entry, "state").to_owned();
        let (truth, words): (&[&str], &[&str]) = match state {
            State::Open => (&["open"], &["正在服务"]),
            State::Extended { until, .. } => (&["extended"], self.extended(until)),
            State::Break { .. } => (&["break"], &["午间休息"]),
            State::Closed { next } => (&["closed"], self.closed(next)),
            State::Suspended { .. } => (&["suspended"], &["暂停服务"]),
            State::Withdrawn { .. } => (&["withdrawn", "off"], &["窗口已撤离"]),
            State::Absent => (&["off"], &[""]),
        };
        self.expect("screen state", truth.contains(&code.as_str()), &code);
        let shown = &view["media"][text(&entry["show"][0], "media")];
        let drawn = self.built.picture(text(shown, "src"));
        if let Some(drawn) = &drawn {
            // Words are broken anywhere.
            let says = words.iter().any(|word| drawn.concat().contains(word));
            self.expect("strip state", says, &drawn.join(" "));
        }
        if let Some(version) = hall.window(self.window).at(self.moment) {
            let facts = &version.facts;
            let unit = hall.unit(facts.unit).short_name();
            let short = facts.short.as_ref().unwrap_or(&facts.business);
            let alt = text(shown, "alt");
            self.expect("screen number", alt.contains(&facts.number), alt);
            self.expect("screen unit", alt.contains(unit), alt);
            self.expect("screen business", alt.contains(&facts.business) || alt.contains(short), alt);
            let drawn = drawn.map(|drawn| drawn.to_vec()).unwrap_or_default();
            let all = drawn.concat();
            self.expect("strip number", drawn.contains(&facts.number), &drawn.join(" "));
            self.expect("strip unit", drawn.iter().any(|text| text == unit), &drawn.join(" "));
            let says =
                all.contains(&fullwidth_punctuation(&facts.business)) || all.contains(&fullwidth_punctuation(short));
            self.expect("strip business", says, &drawn.join(" "));
        }
    }

    /// A screen where the window was last and nothing else is: it says where the window is.
    fn left(&mut self, hall: &Hall, strip: &Strip) {
        let left = matches!(strip.under(self.moment), UnderScreen::Left(stay) if stay.window == self.window);
        let Some(version) = hall.window(self.window).at(self.moment).filter(|_| left) else { return };
        let Some(view) = self.built.manifest(&format!("{}manifest.json", url::screen(&strip.id))) else {
            return self.expect("left screen", false, "");
        };
        let instant = hallpress::text::date::rfc3339(self.moment);
        let entry = holding(&view["timeline"], &instant).cloned().unwrap_or(Value::Null);
        self.expect("left screen state", text(&entry, "state") == "moved", text(&entry, "state"));
        let alt = text(&view["media"][text(&entry["show"][0], "media")], "alt").to_owned();
        self.expect("left screen says", alt.contains(&version.facts.number), &alt);
    }

    /// A matter's page names exactly the numbers that serve it on the day.
    fn matters(&mut self) {
        let hall = &self.built.hall;
        let day = self.moment.date();
        let matters: BTreeSet<_> =
            hall.window(self.window).versions.iter().flat_map(|v| v.facts.matters.iter().copied()).collect();
        for matter in matters {
            let serving = hall.at(midnight(day)).serving(matter);
            let mut truth: Vec<String> = serving.map(|(_, v)| v.facts.number.clone()).collect();
            truth.sort();
            let name = hall.matter(matter).id().to_owned();
            let page = self.built.page(&url::matter(&name)).unwrap_or_else(|| panic!("no page of {name}"));
            let said = numbers(&page, &day.to_string());
            self.expect(&format!("windows of {name}"), said == truth, &said.join(" "));
        }
    }

    fn boards(&mut self) {
        let hall = &self.built.hall;
        let id = hall.window(self.window).id.clone();
        let version = hall.window(self.window).at(self.moment);
        let ending = format!("-{id}.pdf");
        let sign = self.built.outputs.keys().find(|path| path.starts_with("boards/hanging") && path.ends_with(&ending));
        match (version, sign) {
            (None, found) => self.expect("a sign hangs", found.is_none(), ""),
            (Some(_), None) => self.expect("no sign hangs", false, ""),
            (Some(version), Some(path)) => {
                let said: Vec<String> = self.built.board(path).iter().map(|drawn| drawn.text.clone()).collect();
                self.expect("sign number", said.contains(&version.facts.number), &said.join(" "));
                let (all, business) = (said.concat(), fullwidth_punctuation(&version.facts.business));
                self.expect("sign business", all.contains(&business), &said.join(" "));
                let unit = hall.unit(version.facts.unit);
                let names = all.contains(unit.name()) || said.iter().any(|text| text == unit.short_name());
                self.expect("sign unit", names, &said.join(" "));
            }
        }
        // Where the window is, or was: withdrawn windows and temporary ones are on no plan.
        if let Some(facts) = version.or(hall.window(self.window).versions.first()).map(|version| &version.facts) {
            self.plans(facts);
        }
    }

    /// Every floor board draws at the place of `facts` the window that is there, and only that.
    fn plans(&mut self, facts: &Facts) {
        let hall = &self.built.hall;
        // A plan draws a window's number, or its digits, at its place.
        let digits = |facts: &Facts| {
            let letter = hall.zone(facts.zone).letter.clone().unwrap_or_default();
            facts.number.strip_prefix(&letter).unwrap_or(&facts.number).to_owned()
        };
        let near = |at: (f64, f64)| (at.0 - facts.at.0).abs() < 0.02 && (at.1 - facts.at.1).abs() < 0.02;
        let stands = |other: &Facts, floor: &str| {
            let here = hall.floor_with(other).is_some_and(|id| hall.floor(id).id == floor);
            here && near(other.at) && digits(other) == digits(facts)
        };
        let boards: Vec<&String> = self.built.outputs.keys().filter(|path| path.starts_with("boards/floor-")).collect();
        self.expect("floor boards", !boards.is_empty(), "none");
        for path in boards {
            let floor = path.trim_start_matches("boards/floor-").trim_end_matches(".pdf");
            let mut there = hall.window_ids().filter_map(|(_, window)| window.at(self.moment));
            let truth = there.any(|version| version.temporary.is_none() && stands(&version.facts, floor));
            let board = self.built.board(path);
            let found = board.iter().any(|drawn| {
                let is_named = drawn.text == facts.number || drawn.text == digits(facts);
                is_named && drawn.on.is_some_and(near)
            });
            self.expect(&format!("on {path}"), found == truth, &found.to_string());
        }
    }
}

/// Numbers of the windows that serve on a day, as a visitor reads them on a matter's page, sorted.
fn numbers(page: &Element, day: &str) -> Vec<String> {
    let on = Some(day);
    let rows = page.of_class(on, "stand");
    let serving = rows.iter().filter(|row| !row.is_next(day) && !row.text(on).contains("暂停服务"));
    let number = |row: &&&Element| row.of_class(on, "plate").iter().map(|plate| plate.text(on)).collect::<String>();
    let mut numbers: Vec<String> = serving.map(|row| number(&row)).collect();
    numbers.sort();
    numbers
}
