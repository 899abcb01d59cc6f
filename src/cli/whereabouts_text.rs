//! The answer of `hallpress where` in words.

use crate::diag::Lang;
use crate::report::whereabouts::{Carrier, MentionGroup, MentionNote, SoughtWords, TextMention, Whereabouts};
use jiff::civil::{Date, DateTime};
use std::collections::BTreeMap;

/// How many things of a group are shown.
const SHOWN: usize = 20;
/// How many that say the same are named.
const NAMED: usize = 5;
/// How many characters are shown on either side of the words.
const AROUND: usize = 12;

/// The whole answer.
pub(super) fn answer(found: &Whereabouts, wanted: &SoughtWords, lang: Lang) -> String {
    let mut text = String::new();
    if let (Some(matter), Some(typed)) = (&wanted.matter, wanted.sought.first()) {
        let names: Vec<&str> = wanted.sought.iter().map(|one| one.text()).collect();
        text.push_str(&match lang {
            Lang::Zh => format!("“{}”是事项“{matter}”，找的是：{}\n", typed.text(), names.join("、")),
            Lang::En => format!("\"{}\" is the matter \"{matter}\"; looked for: {}\n", typed.text(), names.join(", ")),
        });
    }
    for group in MentionGroup::ALL {
        let of: Vec<&TextMention> = found.mentions.iter().filter(|one| one.carrier.group() == group).collect();
        if !of.is_empty() {
            text.push_str(&of_group(group, &of, lang));
        }
    }
    text
}

/// One thing, however many stretches of time it says it in.
struct AnsweredThing<'m> {
    first: &'m TextMention,
    all: Vec<&'m TextMention>,
}

fn of_group(group: MentionGroup, mentions: &[&TextMention], lang: Lang) -> String {
    let mut things: Vec<AnsweredThing<'_>> = Vec::new();
    for mention in mentions {
        let same = |shown: &&mut AnsweredThing<'_>| {
            let first = shown.first;
            first.carrier == Carrier::Screen
                && (&first.path, &first.quote, &first.note) == (&mention.path, &mention.quote, &mention.note)
        };
        match things.last_mut().filter(|shown| same(shown)) {
            Some(shown) => shown.all.push(mention),
            None => things.push(AnsweredThing { first: mention, all: vec![mention] }),
        }
    }
    let mut alike: BTreeMap<String, Vec<&AnsweredThing<'_>>> = BTreeMap::new();
    for thing in &things {
        alike.entry(said_and_noted(thing.first, lang)).or_default().push(thing);
    }
    let mut text = format!("{}{}\n", group.word(lang), bracketed(&things.len().to_string(), lang));
    let (mut shown, mut left) = (0, 0);
    for thing in &things {
        let same = &alike[&said_and_noted(thing.first, lang)];
        if same.len() > SHOWN {
            // What all pages say in their foot is told once.
            if std::ptr::eq(same[0], thing) {
                text.push_str(&format!("  {}\n", of_many(same, lang)));
            }
            continue;
        }
        if shown == SHOWN {
            left += 1;
            continue;
        }
        shown += 1;
        text.push_str(&format!("  {}\n", of_one(thing, lang)));
    }
    if left > 0 {
        text.push_str(&match lang {
            Lang::Zh => format!("  还有{left}个，用 --format json 看全部\n"),
            Lang::En => format!("  {left} more; --format json shows all\n"),
        });
    }
    text
}

fn quoted(mention: &TextMention) -> String {
    mention.quote.shown(AROUND, ["【", "】"])
}

/// What things have in common that are told together.
fn said_and_noted(mention: &TextMention, lang: Lang) -> String {
    let note = mention.note.as_ref().map(|note| note_words(note, lang));
    match lang {
        Lang::Zh => note.map_or_else(String::new, |note| format!("（{note}）")) + "：" + &quoted(mention),
        Lang::En => note.map_or_else(String::new, |note| format!(" ({note})")) + ": " + &quoted(mention),
    }
}

/// Things that say the same, by name.
fn of_many(same: &[&AnsweredThing<'_>], lang: Lang) -> String {
    let mut names: Vec<&str> = same.iter().map(|one| one.first.name.as_str()).collect();
    names.dedup();
    names.truncate(NAMED);
    let said = said_and_noted(same[0].first, lang);
    match lang {
        Lang::Zh => format!("{}个都写着{said}（{}等，用 --format json 看全部）", same.len(), names.join("、")),
        Lang::En => format!("{} say the same{said} ({}, …; --format json shows all)", same.len(), names.join(", ")),
    }
}

fn of_one(shown: &AnsweredThing<'_>, lang: Lang) -> String {
    let first = shown.first;
    let kind = first.carrier.word(lang).map(|word| match lang {
        Lang::Zh => format!("〔{word}〕"),
        Lang::En => format!("[{word}] "),
    });
    let file = if first.name.is_empty() || first.path.ends_with(&first.name) {
        first.path.clone()
    } else if first.carrier == Carrier::Value {
        format!("{} {}", first.path, first.name)
    } else {
        format!("{}{}", first.name, bracketed(&first.path, lang))
    };
    let note = first.note.as_ref().map(|note| note_words(note, lang));
    let count = (first.count > 1).then(|| match lang {
        Lang::Zh => format!("共{}处", first.count),
        Lang::En => format!("{} places", first.count),
    });
    let facts: Vec<String> =
        first.place.clone().into_iter().chain(stretches(&shown.all, lang)).chain(note).chain(count).collect();
    let [comma, colon] = match lang {
        Lang::Zh => ["，", "："],
        Lang::En => [", ", ": "],
    };
    let told = std::iter::once(file).chain(facts).collect::<Vec<_>>().join(comma);
    format!("{}{told}{colon}{}", kind.unwrap_or_default(), quoted(first))
}

fn bracketed(text: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("（{text}）"),
        Lang::En => format!(" ({text})"),
    }
}

fn note_words(note: &MentionNote, lang: Lang) -> String {
    match (note, lang) {
        (MentionNote::Outdated(day), Lang::Zh) => format!("现在挂着的（旧，{day}挂出，应更换）"),
        (MentionNote::Outdated(day), Lang::En) => format!("hangs now (old, since {day}, to be replaced)"),
        (MentionNote::Obsolete(day), Lang::Zh) => format!("现在挂着的（旧，{day}挂出，应拆除）"),
        (MentionNote::Obsolete(day), Lang::En) => format!("hangs now (old, since {day}, to be taken down)"),
        (MentionNote::Switched(state), Lang::Zh) => format!("现场切换到“{}”时", state_word(state)),
        (MentionNote::Switched(state), Lang::En) => format!("when switched to \"{state}\" on site"),
        (MentionNote::Fallback, Lang::Zh) => "屏幕的时间或播放单不可信时".to_owned(),
        (MentionNote::Fallback, Lang::En) => "when the screen cannot trust its time".to_owned(),
        (MentionNote::Ahead, Lang::Zh) => "还没有公开".to_owned(),
        (MentionNote::Ahead, Lang::En) => "not public yet".to_owned(),
    }
}

fn state_word(state: &str) -> &str {
    match state {
        "open" => "正在服务",
        "break" => "午间休息",
        "closed" => "已下班",
        "paused" => "暂停服务",
        "fault" => "设备故障",
        "extended" => "延时服务",
        "suspended" => "暂停服务",
        other => other,
    }
}

/// From when to when, and how many times.
fn stretches(all: &[&TextMention], lang: Lang) -> Option<String> {
    let (first, last) = (all.first()?, all.last()?);
    let span = format!("{}—{}", moment(first.from.as_deref()?, lang), moment(last.to.as_deref()?, lang));
    Some(match (all.len(), lang) {
        (1, _) => span,
        (n, Lang::Zh) => format!("{span}间{n}段时间"),
        (n, Lang::En) => format!("{span}, {n} times"),
    })
}

/// `10月12日`, with the time where it is not midnight.
fn moment(text: &str, lang: Lang) -> String {
    let day = |date: Date| match lang {
        Lang::Zh => format!("{}月{}日", date.month(), date.day()),
        Lang::En => date.to_string(),
    };
    let at = text.get(..16).and_then(|begin| begin.parse::<DateTime>().ok());
    match (at, text.parse::<Date>()) {
        (Some(at), _) if text.len() > 10 => format!("{} {}:{:02}", day(at.date()), at.hour(), at.minute()),
        (_, Ok(date)) => day(date),
        _ => text.to_owned(),
    }
}

/// That nothing says it.
pub(super) fn none(wanted: &SoughtWords, nearest: Option<&str>, lang: Lang) -> String {
    let typed = wanted.sought.first().map_or("", |one| one.text());
    let meant = nearest.map(|nearest| match lang {
        Lang::Zh => format!("是不是“{nearest}”？"),
        Lang::En => format!(" Was it \"{nearest}\"?"),
    });
    match lang {
        Lang::Zh => format!("没有哪里写着“{typed}”。{}", meant.unwrap_or_default()),
        Lang::En => format!("Nothing says \"{typed}\".{}", meant.unwrap_or_default()),
    }
}

/// What was searched.
pub(super) fn searched(found: &Whereabouts, lang: Lang) -> String {
    let of = |group: &MentionGroup| found.searched.get(group).copied().filter(|count| *count > 0);
    let counts = MentionGroup::ALL.iter().filter_map(|group| Some((group, of(group)?)));
    let counts: Vec<String> = match lang {
        Lang::Zh => counts.map(|(group, count)| format!("{}{count}个", searched_word(*group))).collect(),
        Lang::En => counts.map(|(group, count)| format!("{}: {count}", searched_group(*group))).collect(),
    };
    let unread = (found.unread > 0).then(|| match lang {
        Lang::Zh => format!("；供下载的附件{}个没有打开看，请人工核对", found.unread),
        Lang::En => format!("; {} attachments were not opened", found.unread),
    });
    let unread = unread.unwrap_or_default();
    match lang {
        Lang::Zh => format!("找过：{}{unread}。", counts.join("、")),
        Lang::En => format!("searched: {}{unread}", counts.join(", ")),
    }
}

fn searched_word(group: MentionGroup) -> &'static str {
    match group {
        MentionGroup::Notices => "公告文件",
        MentionGroup::Documents => "指南和文档",
        MentionGroup::Data => "数据文件",
        MentionGroup::Lists => "清单文件",
        MentionGroup::Content => "内容文件",
        other => other.word(Lang::Zh),
    }
}

fn searched_group(group: MentionGroup) -> &'static str {
    match group {
        MentionGroup::Content => "files of content",
        other => other.word(Lang::En),
    }
}
