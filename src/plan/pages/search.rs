//! The search's data: names, aliases, units, windows and the readings of every character in them.

use super::Site;
use crate::plan::reading::readings;
use crate::plan::views::web::Interval;
use crate::plan::{url, wide};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// The whole index; keys are short because every visitor who searches loads it.
#[derive(Serialize)]
struct Index {
    /// Kinds of entries, by number.
    kinds: [&'static str; 6],
    /// Names of units, by number.
    units: Vec<String>,
    /// Places of windows, by number.
    places: Vec<String>,
    /// The entries.
    docs: Vec<Entry>,
    /// Readings of characters; characters of one reading stand together.
    pinyin: BTreeMap<String, String>,
}

/// One thing that can be found.
#[derive(Serialize)]
struct Entry {
    /// Kind.
    k: u8,
    /// Name.
    n: String,
    /// Address from the site's root.
    u: String,
    /// Aliases.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    a: Vec<String>,
    /// Unit's number, or -1.
    d: i32,
    /// Windows: number, place, first day, first day no longer.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    w: Vec<Stand>,
    /// More words, shown under the name.
    #[serde(skip_serializing_if = "String::is_empty")]
    t: String,
}

type Stand = (String, usize, Option<String>, Option<String>);

/// Numbers texts in order of appearance.
#[derive(Default)]
struct Pool(Vec<String>);

impl Pool {
    fn number(&mut self, text: &str) -> usize {
        match self.0.iter().position(|known| known == text) {
            Some(n) => n,
            None => {
                self.0.push(text.to_owned());
                self.0.len() - 1
            }
        }
    }
}

/// The script `window.hallpressSearch = …;`.
pub(super) fn data(site: &Site<'_>) -> String {
    let (mut units, mut places) = (Pool::default(), Pool::default());
    let mut docs = Vec::new();
    site.search_matters(&mut units, &mut places, &mut docs);
    site.search_windows(&mut units, &mut places, &mut docs);
    site.search_rest(&mut docs);
    let mut characters: BTreeSet<char> = BTreeSet::new();
    for doc in &docs {
        characters.extend(doc.n.chars().chain(doc.a.iter().flat_map(|a| a.chars())));
    }
    characters.extend(units.0.iter().flat_map(|u| u.chars()));
    let mut pinyin: BTreeMap<String, String> = BTreeMap::new();
    for character in characters {
        let all = readings(character);
        if !all.is_empty() {
            pinyin.entry(all.join(" ")).or_default().push(character);
        }
    }
    let kinds = ["事项", "窗口", "单位", "场所", "主题", "公告"];
    let index = Index { kinds, units: units.0, places: places.0, docs, pinyin };
    // Every part is text and numbers, which always serialise.
    let json = serde_json::to_string(&index).unwrap_or_else(|_| "null".to_owned()).replace('<', "\\u003c");
    format!("window.hallpressSearch={json};\n")
}

impl Site<'_> {
    fn search_matters(&self, units: &mut Pool, places: &mut Pool, docs: &mut Vec<Entry>) {
        for (id, matter) in self.hall.matter_ids() {
            let rows = self
                .rows_among(self.hall.windows_of(id).iter().copied(), |v| v.serves() && v.facts.matters.contains(&id));
            let mut aliases: Vec<String> = matter.written.aliases.iter().map(|a| wide(a)).collect();
            aliases.extend(matter.written.short_name.as_deref().map(wide));
            docs.push(Entry {
                k: 0,
                n: wide(matter.name()),
                u: url::matter(matter.id()),
                a: aliases,
                d: i32::try_from(units.number(self.hall.unit(matter.unit).short_name())).unwrap_or(-1),
                w: rows
                    .iter()
                    .map(|row| stand(places, &row.number, &format!("{}{}", row.floor, row.venue), &row.when))
                    .collect(),
                t: String::new(),
            });
        }
    }

    fn search_windows(&self, units: &mut Pool, places: &mut Pool, docs: &mut Vec<Entry>) {
        for (id, window) in self.hall.window_ids() {
            for (days, life) in self.lives(id) {
                let Some(facts) = life.facts() else { continue };
                let floor = self.floor_name(self.hall.zone(facts.zone).floor);
                let place = format!("{floor}{}", self.hall.venue(facts.venue).name());
                docs.push(Entry {
                    k: 1,
                    n: format!("{}窗口", facts.number),
                    u: url::window(&window.id),
                    a: vec![wide(&facts.business)],
                    d: i32::try_from(units.number(self.hall.unit(facts.unit).short_name())).unwrap_or(-1),
                    w: vec![stand(places, &facts.number, &place, &days.interval())],
                    t: wide(&facts.business),
                });
            }
        }
    }

    fn search_rest(&self, docs: &mut Vec<Entry>) {
        let mut add = |k: u8, n: &str, u: String, a: Vec<String>, t: String| {
            docs.push(Entry { k, n: wide(n), u, a, d: -1, w: Vec::new(), t });
        };
        for unit in &self.hall.units {
            let aliases = unit.written.aliases.iter().cloned().chain([unit.short_name().to_owned()]).collect();
            add(
                2,
                unit.name(),
                url::unit(unit.id()),
                aliases,
                unit.written.duties.as_deref().map(wide).unwrap_or_default(),
            );
        }
        for venue in &self.hall.venues {
            let about = venue.written.about.as_deref().map(wide).unwrap_or_default();
            let floor = venue.floor.map(|f| format!("{}。", self.floor_name(f))).unwrap_or_default();
            add(3, venue.name(), url::venue(venue.id()), venue.written.aliases.to_vec(), format!("{floor}{about}"));
        }
        for theme in &self.hall.themes {
            add(4, &theme.name, url::theme(&theme.id), Vec::new(), String::new());
        }
        for item in self.all_notices().0 {
            if !item.hidden {
                add(5, &item.title, item.href.clone(), Vec::new(), item.date.clone());
            }
        }
    }
}

fn stand(places: &mut Pool, number: &str, place: &str, when: &Interval) -> Stand {
    (number.to_owned(), places.number(place), when.from.clone(), when.to.clone())
}
