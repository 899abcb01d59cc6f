//! What is not marked public stays private (the line 此件公开发布 of every document).

use super::family::{Family, Input};
use super::free_text::visit;
use crate::diag::{Diagnostic, Place, RuleDoc, Severity};
use crate::model::Hall;
use crate::model::notice::Notice;
use std::collections::BTreeSet;

/// Y0.2: only what is marked public is published.
pub(super) static Y0_2: RuleDoc = RuleDoc {
    id: "Y0.2",
    severity: Severity::Unapproved,
    title: ["只发布写明公开的内容", "Only what is marked public is published"],
    what: [
        "每条公告写“公开: 是”或“公开: 否”；不公开的公告不张贴，也不被公开的内容引用；内部电话、不公开的房间号不出现在公开内容里，平面图和场所里也没有与不公开的房间同名的区域、设施、服务点。",
        "Every notice says 公开: 是 or 公开: 否 (public or not); one that is not public is not posted, nor cited by public ones; internal numbers and rooms do not appear in public texts, nor does a zone, facility or service point bear the name of a room that is not public.",
    ],
    why: ["内部信息一旦公开就收不回来。", "What has been published cannot be taken back."],
    clause: "《银川市民大厅运行管理制度（试行）》印发通知：“（此件公开发布）”",
    example: "答: 请拨打5555789。   # 电话簿里写着 公开: 否",
    fix: [
        "写明“公开: 是”或“公开: 否”；公开内容里改用统一咨询电话，删去内部信息。",
        "Say 公开: 是 or 公开: 否 (public or not); use the hotline in public texts and leave internal details out.",
    ],
};

pub(super) static FAMILY: Family = Family { rules: &[&Y0_2], check };

/// Checks the flag of every notice, and that no public text contains anything private.
fn check(input: &Input<'_>, out: &mut Vec<Diagnostic>) {
    let hall = input.hall;
    for notice in &hall.notices {
        flag(hall, notice, out);
    }
    let (numbers, rooms, names) = (private_numbers(hall), private_rooms(hall), private_room_names(hall));
    visit(input, &mut |said| {
        if !said.public {
            return;
        }
        let mut report = |words: &BTreeSet<&str>, [zh, en]: [&str; 2], fix: [&str; 2]| {
            for word in words {
                let found = said.text.match_indices(word).filter(|(at, _)| is_whole_word(said.text, *at, word));
                for (start, _) in found.take(if said.exact { usize::MAX } else { 1 }) {
                    let place = said.place(start..start + word.len());
                    let zh = format!("“{word}”是{zh}，不得出现在公开内容里");
                    let en = format!("\"{word}\" is {en} and stands in a public text");
                    out.push(Diagnostic::new(&Y0_2, place, zh, en).fix(fix[0], fix[1]));
                }
            }
        };
        let instead = ["改用统一咨询电话，或删去。", "Use the hotline, or leave it out."];
        report(&numbers, ["内部电话", "an internal number"], instead);
        let instead = ["删去，或在房间登记里写“公开: 是”。", "Leave it out, or register the room with 公开: 是."];
        let room = ["不公开的房间", "a room that is not public"];
        report(&rooms, room, instead);
        // On a plan and in the list of places, the room's name means the room; in a sentence it may mean anything.
        let is_place = said.file().starts_with("content/floors/") || said.file() == "content/venues.yaml";
        if let Some(name) = names.get(said.text).filter(|_| is_place) {
            report(&BTreeSet::from([*name]), room, instead);
        }
    });
}

/// Whether the word at `at` is not part of a longer number or code.
fn is_whole_word(text: &str, at: usize, word: &str) -> bool {
    let joins = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    !joins(text[..at].chars().next_back()) && !joins(text[at + word.len()..].chars().next())
}

fn flag(hall: &Hall, notice: &Notice, out: &mut Vec<Diagnostic>) {
    let place = notice.origin.key("公开");
    let Some(public) = notice.written.public else {
        out.push(
            Diagnostic::new(&Y0_2, place, "公告没有写是否公开", "the notice does not say whether it is public")
                .expected("公开: 是 或 公开: 否", "公开: 是 or 公开: 否")
                .fix("写“公开: 是”或“公开: 否”。", "Write 公开: 是 or 公开: 否."),
        );
        return;
    };
    if public.0 {
        return;
    }
    let title = &notice.written.title;
    let report = |place, zh: String, en: String| {
        Diagnostic::new(&Y0_2, place, zh, en).fix(
            "可以公开的改为“公开: 是”；否则不张贴、不引用。",
            "Set 公开: 是 if it may be public; otherwise neither post nor cite it.",
        )
    };
    if !notice.postings.is_empty() {
        let zh = format!("不公开的公告“{title}”安排了张贴");
        out.push(report(place, zh, format!("\"{title}\" is not public but posted")));
    }
    let position = hall.notices.iter().position(|other| other.id == notice.id);
    for other in hall.notices.iter().filter(|other| other.is_public()) {
        let (zh, en) = (format!("未公开的“{title}”被公开内容引用"), format!("\"{title}\" is not public but cited"));
        if other.interprets.is_some_and(|id| Some(id.index()) == position) {
            out.push(report(other.origin.key("解读"), zh.clone(), en.clone()));
        }
        if let Some(at) = other.body.find(&format!("《{title}》")) {
            let start = other.body_range.start + at + '《'.len_utf8();
            let place = Place::bytes(other.origin.file.clone(), start..start + title.len());
            out.push(report(place, zh, en));
        }
    }
}

/// Numbers registered as internal and nowhere as public.
fn private_numbers(hall: &Hall) -> BTreeSet<&str> {
    let site = &hall.site;
    let (public, private): (Vec<_>, Vec<_>) = site.phones.iter().partition(|p| p.public.is_none_or(|yes| yes.0));
    let mut numbers: BTreeSet<&str> = private.iter().map(|phone| phone.number.as_str()).collect();
    numbers.extend(hall.offices.iter().filter_map(|office| office.written.phone.as_deref()));
    let known = public.iter().map(|phone| phone.number.as_str());
    for number in known.chain([site.hotline.as_str(), site.complaint_phone.as_str()]) {
        numbers.remove(number);
    }
    // Shorter ones, such as an extension, occur in many texts with another meaning.
    numbers.retain(|number| number.len() >= 5);
    numbers
}

/// Codes of rooms that are not public, such as `A721`; the number of a window is not one of them.
fn private_rooms(hall: &Hall) -> BTreeSet<&str> {
    let is_code =
        |id: &str| id.starts_with(|c: char| c.is_ascii_uppercase()) && id.ends_with(|c: char| c.is_ascii_digit());
    let rooms = hall.site.rooms.iter().filter(|room| !room.public.is_some_and(|yes| yes.0));
    let mut codes: BTreeSet<&str> = rooms.map(|room| room.id.as_str()).filter(|id| is_code(id)).collect();
    for version in hall.windows.iter().flat_map(|window| &window.versions) {
        codes.remove(version.facts.number.as_str());
    }
    codes
}

/// Names of rooms that are not public, and of nothing else.
fn private_room_names(hall: &Hall) -> BTreeSet<&str> {
    let (public, private): (Vec<_>, Vec<_>) =
        hall.site.rooms.iter().partition(|room| room.public.is_some_and(|yes| yes.0));
    let codes = private_rooms(hall);
    let mut names: BTreeSet<&str> = private.iter().map(|room| room.name.as_str()).collect();
    // Names that contain a code are found by it.
    names.retain(|name| !codes.iter().any(|code| name.contains(code)));
    let offices = hall.offices.iter().map(|office| &office.written);
    let offices = offices.flat_map(|office| office.aliases.iter().chain([&office.name]));
    for name in public.iter().map(|room| &room.name).chain(offices) {
        names.remove(name.as_str());
    }
    names
}

#[cfg(test)]
mod tests {
    use super::is_whole_word;

    #[test]
    fn a_number_is_not_found_inside_another() {
        assert!(is_whole_word("拨打5555789。", "拨打".len(), "5555789"));
        assert!(is_whole_word("0951-5555789", 5, "5555789"));
        assert!(!is_whole_word("15555789", 1, "5555789"));
        assert!(!is_whole_word("A7210", 0, "A721"));
    }
}
