//! Open data: the whole catalogue as JSON with its schema, three tables, and the digests of all of them
//! (`data/`). The names of keys and columns are a promise to those who build on them: `docs/open-data.md` says which
//! changes are allowed under one version.

use crate::content::Need;
use crate::diag::Place;
use crate::model::{MatterId, VenueId, WindowId};
use crate::plan::bundle::Bundle;
use crate::plan::output::Output;
use crate::plan::staff::csv::csv;
use crate::plan::url;
use crate::plan::view::View;
use crate::plan::website::frame::{self, Frame};
use crate::plan::website::machine::linked_data;
use crate::plan::website::matter::gone;
use crate::plan::website::page::{file, made, pages};
use crate::plan::website::parts::{Heading, Listing};
use crate::plan::website::site::Site;
use crate::plan::website::window_phase::WindowPhase;
use crate::plan::website::{rows, window};
use crate::plan::words::punctuation::fullwidth_punctuation;
use crate::plan::words::venue::main_address;
use crate::text::date::iso;
use crate::text::hex::hex;
use serde::Serialize;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::sync::Arc;

/// Its line on the hub.
pub(in crate::plan::website) const LISTING: Listing =
    Listing::new(Heading::Help, "开放数据", url::DATA, "事项、窗口、单位的数据文件，供程序使用；格式说明和校验值。");

/// `data/index.html`
#[derive(Clone, Debug, Serialize)]
pub(super) struct OpenDataPage {
    /// The frame.
    pub frame: Frame,
    /// The version of the format.
    pub version: &'static str,
    /// The terms of use.
    pub licence: String,
    /// The files.
    pub files: Vec<DataFile>,
    /// The day the data is of, ISO.
    pub day: String,
}

impl View for OpenDataPage {}

/// A file of open data.
#[derive(Clone, Debug, Serialize)]
pub(super) struct DataFile {
    /// Its name.
    pub name: &'static str,
    /// What it contains.
    pub about: &'static str,
    /// Where it is.
    pub href: String,
    /// Kibibytes, rounded up.
    pub size: usize,
}

/// The version of the format: the first number changes when a key goes or changes its meaning, the second when one
/// comes.
const VERSION: &str = "1.0";
/// JSON Schema 2020-12 of `catalogue.json`.
const SCHEMA: &str = include_str!("catalogue.schema.json");

/// The files of `data/`, what they contain, and the page that explains them.
pub(in crate::plan::website) fn open_data(cx: &Arc<Site>) -> Bundle {
    let named = |(name, _): (&str, &str)| url::data(name);
    let [a, b, c, d, e, f] = FILES.map(named);
    pages(cx, [url::DATA.to_owned(), a, b, c, d, e, f], &cx.hall.site_origin, outputs)
}

/// Files of open data and what each contains; the last has the sums of the others.
const FILES: [(&str, &str); 6] = [
    ("catalogue.json", "全部事项、窗口、单位、场所、办公时间和公告"),
    ("catalogue.schema.json", "上一个文件的格式（JSON Schema 2020-12）"),
    ("matters.csv", "事项表"),
    ("windows.csv", "窗口表，一行是一个窗口的一段时间"),
    ("units.csv", "单位表"),
    ("SHA256SUMS", "以上各文件的 SHA-256 校验值"),
];

fn outputs(cx: &Site, _: &[String; 7], origin: &Place) -> Vec<Output> {
    let mut catalogue = serde_json::to_vec_pretty(&catalogue(cx)).unwrap_or_default();
    catalogue.push(b'\n');
    let mut files = vec![catalogue, SCHEMA.as_bytes().to_vec(), matters_table(cx), windows_table(cx), units_table(cx)];
    let sums: String =
        FILES.iter().zip(&files).map(|((name, _), bytes)| format!("{}  {name}\n", digest(bytes))).collect();
    files.push(sums.into_bytes());
    let (mut outputs, mut listed) = (Vec::new(), Vec::new());
    for ((name, about), bytes) in FILES.into_iter().zip(files) {
        listed.push(DataFile { name, about, href: url::data(name), size: bytes.len().div_ceil(1024) });
        outputs.push(file(&url::data(name), bytes, origin));
    }
    let mut frame = frame::service_frame(cx, &LISTING);
    let licence = licence(cx);
    frame.linked.push(linked_data::linked_data_set(cx, &licence, listed.iter().map(|file| file.href.as_str())));
    let view = OpenDataPage { frame, version: VERSION, licence, files: listed, day: day(cx) };
    outputs.push(made(url::DATA, "data.html", view, origin));
    outputs
}

fn day(cx: &Site) -> String {
    iso(cx.when.date)
}

/// The terms the hall states; where it states none, that is said.
fn licence(cx: &Site) -> String {
    let stated = cx.hall.site.data_licence.as_deref().map(fullwidth_punctuation);
    stated.unwrap_or_else(|| "本站没有声明开放数据的使用许可。转载、使用前请与主办单位联系。".to_owned())
}

fn catalogue(cx: &Site) -> Value {
    let (hall, site) = (&cx.hall, &cx.hall.site);
    let notices = rows::all_notices(cx);
    let notices = notices.0.iter().chain(&notices.1).map(|item| {
        json!({
            "title": item.title, "kind": item.kind, "date": item.date, "page": item.href,
            "until": item.when.to, "summary": item.brief,
        })
    });
    let tables = hall.hours.timetables.iter().map(|table| {
        let rows = table.standing().into_iter().flat_map(|line| {
            line.spans.clone().into_iter().map(move |span| {
                let mut row = json!({
                    "days": line.day.word(), "service": line.kind.word(),
                    "opens": span.from.to_string(), "closes": span.to.to_string(),
                });
                if !line.except.is_empty() {
                    row["except"] = line.except.iter().map(|day| day.word()).collect();
                }
                if !line.parts.is_empty() {
                    row["partsOfYear"] = line.parts.iter().map(ToString::to_string).collect();
                }
                row
            })
        });
        json!({ "id": table.id, "name": table.name, "rows": rows.collect::<Vec<_>>() })
    });
    json!({
        "version": VERSION,
        "asOf": day(cx),
        "trueUntil": iso(cx.when.span().to.date()),
        "licence": licence(cx),
        "dataNote": site.data_note.as_deref().map(fullwidth_punctuation),
        "hall": {
            "name": site.name, "aliases": site.aliases.to_vec(), "address": main_address(hall, cx.when),
            "hotline": site.hotline, "complaintPhone": site.complaint_phone, "url": site.url,
        },
        "timetables": tables.collect::<Vec<_>>(),
        "units": hall.units.iter().map(|unit| json!({
            "id": unit.id(), "name": unit.name(), "shortName": unit.short_name(),
            "aliases": unit.written.aliases.to_vec(), "phone": unit.written.phone,
            "page": url::unit(unit.id()),
        })).collect::<Vec<_>>(),
        "venues": (0..hall.venues.len()).map(|n| venue_data(cx, VenueId(n))).collect::<Vec<_>>(),
        "windows": hall.window_ids().filter(|(id, _)| window::has_page(cx, *id))
            .map(|(id, window)| json!({
                "id": window.id, "page": url::window(&window.id), "periods": periods(cx, id),
            })).collect::<Vec<_>>(),
        "matters": (0..hall.matters.len()).map(|n| matter_data(cx, MatterId(n))).collect::<Vec<_>>(),
        "notices": notices.collect::<Vec<_>>(),
    })
}

fn venue_data(cx: &Site, id: VenueId) -> Value {
    let (venue, day) = (cx.hall.venue(id), cx.when.date);
    json!({
        "id": venue.id(), "name": venue.name(), "kind": venue.written.kind.word(),
        "aliases": venue.written.aliases.to_vec(),
        "within": venue.parent.map(|hall| cx.hall.venue(hall).id()),
        "address": fullwidth_punctuation(cx.hall.venues_on(day).address(id)),
        "floor": venue.floor.filter(|_| cx.hall.venues_on(day).is_on_its_floors(id)).map(|floor| rows::floor_name(cx, floor)),
        "timetable": cx.hall.hours.timetables[cx.hall.venues_on(day).hours(id).index()].id,
        "page": url::venue(venue.id()),
    })
}

/// What a window is from which day to which; an open end is null.
fn periods(cx: &Site, id: WindowId) -> Vec<Value> {
    let parts = cx.phases(id).into_iter();
    parts
        .map(|(days, life)| {
            let state = match life {
                WindowPhase::Serving(_) => "serving",
                WindowPhase::Suspended(..) => "suspended",
                WindowPhase::Withdrawn(_) => "withdrawn",
                WindowPhase::Absent => "absent",
            };
            let mut period = json!({ "from": days.from.map(iso), "until": days.to.map(iso), "state": state });
            if let Some(facts) = life.facts() {
                period["number"] = json!(facts.number);
                period["venue"] = json!(cx.hall.venue(facts.venue).id());
                period["unit"] = json!(cx.hall.unit(facts.unit).id());
                period["business"] = json!(fullwidth_punctuation(&facts.business));
                period["timetable"] = json!(cx.hall.hours.timetables[facts.hours.index()].id);
                period["matters"] = facts.matters.iter().map(|m| cx.hall.matter(*m).id()).collect();
            }
            period
        })
        .collect()
}

fn matter_data(cx: &Site, id: MatterId) -> Value {
    let matter = cx.hall.matter(id);
    let raw = &matter.written;
    let materials = raw.materials.iter().map(|m| {
        json!({
            "name": fullwidth_punctuation(&m.name), "need": m.need.word(), "kind": m.kind.word(), "form": m.form.word(),
            "originals": m.originals.map(|n| n.0), "copies": m.copies.map(|n| n.0), "issuer": m.issuer,
            "bring": m.need != Need::Shared,
        })
    });
    let elsewhere = gone(cx, id).into_iter().map(|gone| {
        let (from, until) = (gone.when.from.map(iso), gone.when.to.map(iso));
        json!({ "from": from, "until": until, "where": gone.words, "phone": gone.phone })
    });
    json!({
        "id": matter.id(), "name": fullwidth_punctuation(matter.name()), "aliases": raw.aliases.to_vec(),
        "basicCode": raw.basic_code, "code": raw.code, "type": raw.kind.word(), "caseKind": raw.case_kind.word(),
        "unit": cx.hall.unit(matter.unit).id(),
        "audience": raw.audience.iter().map(|kind| kind.word()).collect::<Vec<_>>(),
        "themes": matter.themes.iter().map(|t| cx.hall.theme(*t).name.as_str()).collect::<Vec<_>>(),
        "legalLimit": raw.legal_limit, "promisedLimit": raw.promised_limit, "charged": raw.fee.charged.0,
        "visits": raw.visits.0, "ways": raw.ways.iter().map(|way| way.word()).collect::<Vec<_>>(),
        "online": raw.online_url, "booking": raw.booking_url, "inHall": raw.not_in_hall.is_none(),
        "elsewhere": elsewhere.collect::<Vec<_>>(),
        "conditions": raw.conditions.iter().map(|line| fullwidth_punctuation(line)).collect::<Vec<_>>(),
        "materials": materials.collect::<Vec<_>>(),
        "bases": raw.bases.iter().map(|b| json!({ "name": b.name, "number": b.number, "article": b.article }))
            .collect::<Vec<_>>(),
        "results": raw.results.iter().map(|result| fullwidth_punctuation(&result.name)).collect::<Vec<_>>(),
        "illustrative": matter.illustrative(), "page": url::matter(matter.id()),
    })
}

fn matters_table(cx: &Site) -> Vec<u8> {
    let heads = [
        "编号",
        "事项名称",
        "事项类型",
        "办件类型",
        "单位",
        "法定办结时限",
        "承诺办结时限",
        "收费",
        "到现场次数",
        "示例",
        "网页",
    ];
    let rows = cx.hall.matters.iter().map(|matter| {
        let raw = &matter.written;
        [
            matter.id().to_owned(),
            fullwidth_punctuation(matter.name()),
            raw.kind.word().to_owned(),
            raw.case_kind.word().to_owned(),
            cx.hall.unit(matter.unit).name().to_owned(),
            raw.legal_limit.clone().unwrap_or_default(),
            raw.promised_limit.clone().unwrap_or_default(),
            yes_no(raw.fee.charged.0),
            raw.visits.0.to_string(),
            yes_no(matter.illustrative()),
            url::matter(matter.id()),
        ]
    });
    csv(heads, rows)
}

fn windows_table(cx: &Site) -> Vec<u8> {
    let heads = ["编号", "起", "止（不含）", "状态", "窗口号", "场所", "单位", "所办业务", "网页"];
    let windows = cx.hall.window_ids().filter(|(id, _)| window::has_page(cx, *id));
    let rows = windows.flat_map(|(id, window)| {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let periods = periods(cx, id);
        let lives = cx.phases(id).into_iter().map(|(_, life)| life.facts());
        let row = periods.into_iter().zip(lives).map(move |(period, facts)| {
            [
                window.id.clone(),
                text(&period["from"]),
                text(&period["until"]),
                text(&period["state"]),
                text(&period["number"]),
                facts.map(|f| cx.hall.venue(f.venue).name().to_owned()).unwrap_or_default(),
                facts.map(|f| cx.hall.unit(f.unit).name().to_owned()).unwrap_or_default(),
                text(&period["business"]),
                url::window(&window.id),
            ]
        });
        row.collect::<Vec<_>>()
    });
    csv(heads, rows)
}

fn units_table(cx: &Site) -> Vec<u8> {
    let rows = cx.hall.units.iter().map(|unit| {
        let phone = unit.written.phone.clone().unwrap_or_else(|| cx.hall.site.hotline.clone());
        [unit.id().to_owned(), unit.name().to_owned(), unit.short_name().to_owned(), phone, url::unit(unit.id())]
    });
    csv(["编号", "名称", "简称", "电话", "网页"], rows)
}

fn yes_no(yes: bool) -> String {
    if yes { "是" } else { "否" }.to_owned()
}

fn digest(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}
