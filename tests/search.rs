//! The search: what it must find on the default site, the scores the browser must give too, speed and size.

use crate::support::{kept, root};
use hallpress::model::{Hall, When};
use hallpress::plan::website::search_catalogue;
use hallpress::project::Project;
use hallpress::search::{Catalogue, Index, MATTER, SearchEntry, script};
use hallpress::source::Moment;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::Arc;

fn when() -> When {
    When { moment: Moment::parse("2026-10-12T09:00").unwrap().0, horizon_days: 14 }
}

fn hall(site: &Path) -> Arc<Hall> {
    let project = Project::open(site);
    let content = project.content(&mut Vec::new());
    project.resolve(&content, &mut Vec::new()).map(Arc::new).unwrap()
}

fn default() -> (Arc<Hall>, Catalogue) {
    let hall = hall(Path::new("/nowhere"));
    let catalogue = search_catalogue(&hall, when().day());
    (hall, catalogue)
}

fn matters(catalogue: &Catalogue) -> impl Iterator<Item = (usize, &SearchEntry)> {
    catalogue.entries.iter().enumerate().filter(|(_, entry)| entry.kind == MATTER)
}

#[test]
fn every_kept_query_finds_its_matter_among_the_first_five() {
    let (hall, catalogue) = default();
    let index = Index::new(&catalogue);
    let (mut first, mut missed) = (0, Vec::new());
    for query in &hall.words.queries {
        let hits = index.find(&query.text);
        let rank = hits.iter().position(|hit| query.finds.iter().any(|id| id.index() == hit.entry));
        first += usize::from(rank == Some(0));
        if rank.is_none_or(|rank| rank >= 5) {
            let names: Vec<_> = hits.iter().take(5).map(|h| (&catalogue.entries[h.entry].name, h.score)).collect();
            missed.push(format!("{} ({:?}): {rank:?} {names:?}", query.text, query.way));
        }
    }
    let all = hall.words.queries.len();
    assert!(missed.is_empty(), "{}", missed.join("\n"));
    assert!(all >= 100);
    assert!(first * 100 >= all * 95, "only {first} of {all} come first");
    for way in ["全称", "部分", "俗称", "换序", "问句", "错字", "首字母", "拼音", "繁体"] {
        let text = fs::read_to_string(root().join("content/words/queries.yaml")).unwrap();
        assert!(text.matches(&format!("方式: {way}\n")).count() >= 6, "{way}");
    }
}

/// The parts of a name of two characters and more; what is left of those with signs is searched.
fn parts(name: &str) -> BTreeSet<String> {
    let chars: Vec<char> = name.chars().collect();
    let of = |n: usize| (n + 2..=chars.len()).map(move |end| (n, end));
    (0..chars.len()).flat_map(of).map(|(from, to)| chars[from..to].iter().collect()).collect()
}

#[test]
fn every_part_of_every_name_finds_it() {
    let (_, catalogue) = default();
    let index = Index::new(&catalogue);
    let mut missed = Vec::new();
    for (n, entry) in matters(&catalogue) {
        for part in parts(&entry.name).into_iter().filter(|part| !index.plain(part).is_empty()) {
            if !index.find(&part).iter().any(|hit| hit.entry == n) {
                missed.push(format!("{part}: {}", entry.name));
            }
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[test]
fn the_initials_of_every_name_find_it_among_the_first_five() {
    let (_, catalogue) = default();
    let index = Index::new(&catalogue);
    let mut missed = Vec::new();
    for (n, entry) in matters(&catalogue) {
        let initials: String = hallpress::search::reading::syllables(&entry.name)
            .iter()
            .filter_map(|syllable| syllable.chars().next())
            .filter(char::is_ascii_lowercase)
            .collect();
        if !index.find(&initials).iter().take(5).any(|hit| hit.entry == n) {
            missed.push(format!("{initials}: {}", entry.name));
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

/// Queries of all kinds for the small site, whose ranked results the browser must give too.
const SHARED: [&str; 32] = [
    "社会保障卡补领、换领",
    "社保卡丢了怎么办",
    "社保卡",
    "补社保",
    "换领社会保障卡",
    "射会保障卡",
    "舍保卡",
    "sbk",
    "shbzk",
    "shehuibaozhang",
    "sehuibaozang ka",
    "登記就業",
    "去哪里办就业登记",
    "二手房过户",
    "房屋转移登记",
    "不动产转移",
    "解押",
    "房本丢了",
    "bdc",
    "budongchanquan",
    "水表过户到哪里",
    "用水",
    "水",
    "A01",
    "ａ01窗口",
    "自然资源局不动产",
    "公用事业",
    "办",
    "？？",
    "xyz",
    "魔法证",
    "食品jingying",
];

#[test]
fn the_browser_is_given_the_scores_of_this_ranking() {
    let path = root().join("tests/data/search.json");
    let catalogue = {
        let mut catalogue = search_catalogue(&hall(&root().join("tests/sites/xiangfu")), when().day());
        catalogue.words.synonyms = vec![vec!["社保".into(), "社会保险".into()], vec!["医保".into(), "医疗保险".into()]];
        catalogue
    };
    let index = Index::new(&catalogue);
    let data = script(&catalogue);
    let data = data.trim_end().trim_start_matches("window.hallpressSearch=").trim_end_matches(';');
    let ranked: serde_json::Map<String, Value> = SHARED
        .iter()
        .map(|query| {
            let hits = index.find(query);
            let hits = hits.iter().map(|hit| json!([catalogue.entries[hit.entry].path, hit.score]));
            ((*query).to_owned(), Value::Array(hits.collect()))
        })
        .collect();
    let shared = json!({ "data": serde_json::from_str::<Value>(data).unwrap(), "ranked": ranked });
    let text = serde_json::to_string(&shared).unwrap() + "\n";
    if std::env::var_os("HALLPRESS_UPDATE").is_some() {
        fs::write(&path, &text).unwrap();
    }
    assert!(kept(&path) == text, "HALLPRESS_UPDATE=1 rewrites tests/data/search.json");
}

/// A hall of 2 000 matters: 400 objects of random characters, each with a matter to issue, change, renew, replace and
/// cancel, as catalogues of permits have them, and two or three names people use.
fn large() -> Catalogue {
    const KINDS: [(&str, [&str; 3]); 5] = [
        ("许可（新办）", ["办", "申请", "怎么办"]),
        ("许可（变更）", ["改", "变更", "改名字"]),
        ("许可（延续）", ["到期", "换证", "延期"]),
        ("证补发", ["补办", "丢了", "遗失"]),
        ("许可（注销）", ["注销", "不办了", "取消"]),
    ];
    let (_, mut catalogue) = default();
    let own: Vec<SearchEntry> = matters(&catalogue).map(|(_, entry)| entry.clone()).collect();
    let common: Vec<char> = own.iter().flat_map(|e| e.name.chars().filter(|c| *c > '一')).collect();
    let mut seed = 7_usize;
    let mut word = |length: usize| -> String {
        let mut next = || {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            common[(seed >> 33) % common.len()]
        };
        (0..length).map(|_| next()).collect()
    };
    let mut copies = Vec::new();
    for n in 0..400 {
        let (object, spoken, like) = (word(6), word(2), &own[n % own.len()]);
        for (m, (kind, said)) in KINDS.iter().enumerate() {
            let aliases = said.iter().take(2 + (n + m) % 2).map(|said| format!("{spoken}{said}")).collect();
            let path = format!("matters/m-{n}-{m}.html");
            copies.push(SearchEntry { name: format!("{object}{kind}"), aliases, path, ..like.clone() });
        }
    }
    catalogue.entries.splice(0..own.len(), copies);
    catalogue
}

#[test]
fn the_data_of_two_thousand_matters_stays_small() {
    use std::io::{Cursor, Write};
    use zip::{ZipWriter, write::SimpleFileOptions};
    // Deflate is what a web server packs with; the archive adds some hundred bytes.
    let packed = |catalogue: &Catalogue| {
        let mut packed = ZipWriter::new(Cursor::new(Vec::new()));
        packed.start_file("search", SimpleFileOptions::default().compression_level(Some(9))).unwrap();
        packed.write_all(script(catalogue).as_bytes()).unwrap();
        packed.finish().unwrap().into_inner().len()
    };
    let (small, large) = (packed(&default().1), packed(&large()));
    assert!(small <= 28_000, "{small}");
    assert!(large <= 60_000, "{large}");
}

#[test]
fn what_is_called_the_same_comes_first() {
    let (_, catalogue) = default();
    let index = Index::new(&catalogue);
    for (_, entry) in matters(&catalogue) {
        for name in std::iter::once(&entry.name).chain(&entry.aliases) {
            let (equals, hits) = (index.equals(name), index.find(name));
            assert_eq!(equals, hits[..equals.len()], "{name}");
        }
    }
}
