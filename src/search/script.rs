//! The catalogue as the script a browser loads: columns of text, so that little is repeated.

use super::index::{questions, synonyms};
use super::tables::Tables;
use super::{Catalogue, KINDS, SearchEntry, Stand};
use serde::Serialize;

/// What `search.js` reads. Keys are short because every visitor who searches loads them.
#[derive(Serialize)]
struct Data {
    /// Kinds: name, folder, points.
    kinds: Vec<(&'static str, &'static str, u8)>,
    /// Names of units.
    units: Vec<String>,
    /// Places of windows.
    places: Vec<String>,
    /// Windows: number, place, first day, first day no longer.
    stands: Vec<Stand>,
    /// Sets of windows.
    sets: Vec<Vec<usize>>,
    /// Kinds of entries, by number.
    k: Vec<usize>,
    /// Names, a line each.
    n: String,
    /// Aliases, separated by tabs, a line each.
    a: String,
    /// Pages, without their kind's folder and `.html`; a page outside that folder begins with `/`.
    u: String,
    /// Numbers of units, or -1.
    d: Vec<i64>,
    /// Numbers of sets of windows, or -1.
    w: Vec<i64>,
    /// More words, a line each.
    t: String,
    /// Readings of the common characters, see [`Tables::runs`].
    runs: String,
    /// Readings of others and of those with several, a line for characters of the same: `jian,xian 见`.
    pinyin: String,
    /// Traditional characters, each followed by its simplified form.
    traditional: String,
    /// Words people say around the thing they look for.
    questions: Vec<String>,
    /// Words that mean the same.
    synonyms: Vec<Vec<String>>,
}

/// The script `window.hallpressSearch = …;`.
pub fn script(catalogue: &Catalogue) -> String {
    // Every part is text and numbers, which always serialise.
    let json = serde_json::to_string(&data(catalogue)).unwrap_or_else(|_| "null".to_owned()).replace('<', "\\u003c");
    format!("window.hallpressSearch={json};\n")
}

fn data(catalogue: &Catalogue) -> Data {
    let tables = Tables::new(catalogue);
    let (mut stands, mut sets) = (Vec::new(), Vec::new());
    let entries = &catalogue.entries;
    let w = entries
        .iter()
        .map(|entry| {
            let set: Vec<usize> = entry.stands.iter().map(|stand| number(&mut stands, stand.clone())).collect();
            if set.is_empty() { -1 } else { signed(number(&mut sets, set)) }
        })
        .collect();
    Data {
        kinds: KINDS.iter().map(|kind| (kind.name, kind.folder, kind.points)).collect(),
        units: catalogue.units.clone(),
        places: catalogue.places.clone(),
        w,
        stands,
        sets,
        k: entries.iter().map(|entry| entry.kind).collect(),
        n: lines(entries, |entry| entry.name.clone()),
        a: lines(entries, |entry| entry.aliases.join("\t")),
        u: lines(entries, |entry| {
            let page = entry.path.trim_end_matches(".html");
            let folder = KINDS.get(entry.kind).map_or("", |kind| kind.folder);
            page.strip_prefix(folder).map_or_else(|| format!("/{page}"), str::to_owned)
        }),
        d: entries.iter().map(|entry| entry.unit.map_or(-1, signed)).collect(),
        t: lines(entries, |entry| entry.more.clone()),
        runs: tables.runs(),
        pinyin: tables
            .others()
            .iter()
            .map(|(all, characters)| format!("{all} {characters}"))
            .collect::<Vec<_>>()
            .join("\n"),
        questions: questions(&tables.traditional, catalogue),
        synonyms: synonyms(&tables.traditional, catalogue),
        traditional: tables.traditional.0.iter().flat_map(|(from, to)| [*from, *to]).collect(),
    }
}

fn lines(entries: &[SearchEntry], of: impl Fn(&SearchEntry) -> String) -> String {
    entries.iter().map(|entry| of(entry).replace('\n', " ")).collect::<Vec<_>>().join("\n")
}

/// The position of `value`, which is added when it is new.
fn number<T: PartialEq>(pool: &mut Vec<T>, value: T) -> usize {
    pool.iter().position(|known| *known == value).unwrap_or_else(|| {
        pool.push(value);
        pool.len() - 1
    })
}

/// Positions are far below the limit of a signed number.
fn signed(position: usize) -> i64 {
    i64::try_from(position).unwrap_or(-1)
}
