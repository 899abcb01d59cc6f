//! Texts, addresses and phones that an inspector would send back.

use super::finding::lint;
use crate::check::destinations::is_address;
use crate::diag::{Diagnostic, Place, RuleDoc, Severity};
use crate::model::Hall;
use crate::model::matter::Matter;
use crate::text::phone::is_phone;

/// A matter's phone is not the complaint phone.
pub(super) static L8: RuleDoc = RuleDoc {
    id: "L8",
    severity: Severity::Warning,
    title: ["咨询电话不能是投诉电话", "The phone to ask is not the one to complain"],
    what: [
        "事项的咨询电话与大厅的投诉电话不同（两者都是统一咨询电话的除外）。",
        "A matter's phone differs from the complaint phone, unless both are the hotline.",
    ],
    why: ["投诉电话回答不了办事问题。", "Whoever takes complaints cannot answer questions."],
    clause: "",
    example: "咨询电话: 5556111   # 这是投诉电话",
    fix: ["写办理单位的咨询电话，或不写（用统一咨询电话）。", "State the unit's phone, or none (the hotline is used)."],
};

/// Materials named in conditions are listed.
pub(super) static L13: RuleDoc = RuleDoc {
    id: "L13",
    severity: Severity::Warning,
    title: ["受理条件提到的材料要列入材料", "Materials named in conditions are listed"],
    what: [
        "受理条件里写“提交”“提供”“携带”的证、表、书、复印件、照片，材料清单里要有。",
        "What conditions ask to submit, provide or bring (\"证\", \"表\", \"书\", \"复印件\", 照片) is in the list of materials.",
    ],
    why: ["材料藏在条件里，群众会漏带。", "A paper hidden in the conditions is forgotten."],
    clause: "",
    example: "受理条件:\n  - 提交《补换申请表》   # 材料里没有",
    fix: ["把它列入“材料”，或从受理条件里删去。", "List it under \"材料\", or remove it from the conditions."],
};

/// In person and by another contradict each other.
pub(super) static L14: RuleDoc = RuleDoc {
    id: "L14",
    severity: Severity::Warning,
    title: ["须本人到场与可以代办矛盾", "In person and by another contradict"],
    what: [
        "受理条件写了“须本人”或“本人到场”的，常见问题不能答“可以代办”。",
        "Where conditions say 须本人 or \"本人到场\", an answer does not say 可以代办.",
    ],
    why: ["前后说法不一，代办的人会白跑。", "Whoever comes for another comes in vain."],
    clause: "",
    example: "受理条件: [须本人到场]\n常见问题:\n  - 问: 可以代办吗？\n    答: 可以代办。",
    fix: ["统一两处的说法。", "Make both say the same."],
};

/// No placeholder words.
pub(super) static L15: RuleDoc = RuleDoc {
    id: "L15",
    severity: Severity::Warning,
    title: ["不用含糊的词", "No placeholder words"],
    what: [
        "材料名称、受理条件和收费标准里不写 详见、另见、按规定、待定、相关材料、符合条件。",
        "Names of materials, conditions and charges do not say \"详见\", \"另见\", \"按规定\", \"待定\", 相关材料 or 符合条件.",
    ],
    why: ["群众看了还是不知道要带什么、收多少。", "Having read it, people still do not know."],
    clause: "",
    example: "材料:\n  - 名称: 其他相关材料",
    fix: ["写出具体的内容。", "Say what exactly."],
};

/// An address can be walked to.
pub(super) static L16: RuleDoc = RuleDoc {
    id: "L16",
    severity: Severity::Warning,
    title: ["地址要写到路、号、楼、层", "An address can be walked to"],
    what: [
        "场所、服务点的地址里有路、街、巷、号、楼或层。",
        "Addresses of venues and service points name a road, number, building or floor.",
    ],
    why: ["“任一网点”“线上”找不到。", "Nobody finds “any branch”."],
    clause: "",
    example: "地址: 任一网点",
    fix: ["写到路、号、楼层。", "State street, number and floor."],
};

/// Phones are phone numbers.
pub(super) static L17: RuleDoc = RuleDoc {
    id: "L17",
    severity: Severity::Warning,
    title: ["电话号码的写法要对", "Phones are phone numbers"],
    what: [
        "电话是 7–8 位号码（可以带 3–4 位区号和短横），或 12345 这样的 5 位短号。",
        "A phone has 7 or 8 digits, with or without area code and hyphen, or is a short number such as 12345.",
    ],
    why: ["写错的号码打不通，也不能点按拨号。", "A malformed number cannot be called or tapped."],
    clause: "",
    example: "咨询电话: 0951/12345678",
    fix: ["写成 0951-1234567 或 12345 的样子。", "Write it like 0951-1234567 or 12345."],
};

/// A charge states an amount.
pub(super) static L19: RuleDoc = RuleDoc {
    id: "L19",
    severity: Severity::Warning,
    title: ["收费标准要有金额", "A charge states an amount"],
    what: ["收费标准里有数字，或写不收费、免费。", "A 标准 has a number, or says 不收费 or 免费."],
    why: ["只写“按标准收取”，群众不知道要付多少。", "Without an amount nobody knows what to pay."],
    clause: "",
    example: "标准: 按有关标准收取",
    fix: ["写明金额，如 20元/证。", "State the amount, such as 20元/证."],
};

/// Checks every matter, then the hall.
pub(super) fn check(hall: &Hall, out: &mut Vec<Diagnostic>) {
    for matter in &hall.matters {
        out.extend(complaint_phone(hall, matter));
        hidden_materials(matter, out);
        in_person(matter, out);
        placeholders(matter, out);
        amounts(matter, out);
        number(matter.written.phone.as_deref(), &matter.origin.key("咨询电话"), out);
    }
    addresses(hall, out);
    numbers(hall, out);
}

fn complaint_phone(hall: &Hall, matter: &Matter) -> Option<Diagnostic> {
    let (phone, site) = (matter.written.phone.as_ref()?, &hall.site);
    if *phone != site.complaint_phone || site.complaint_phone == site.hotline {
        return None;
    }
    let name = matter.name();
    let finding = lint(
        &L8,
        matter.origin.key("咨询电话"),
        format!("“{name}”的咨询电话“{phone}”是投诉电话"),
        format!("the phone \"{phone}\" of \"{name}\" is the complaint phone"),
    );
    Some(finding)
}

/// Names of papers that a condition asks for.
fn papers(condition: &str) -> impl Iterator<Item = &str> {
    let verbs = ["提交", "提供", "携带"].iter();
    verbs
        .flat_map(move |verb| condition.match_indices(verb).map(|(at, verb)| &condition[at + verb.len()..]))
        .filter_map(|rest| {
            let stop = ['，', '。', '；', '、', ',', ';', '：', ':', '（', '(', '》', ' '];
            let name = rest.trim_start_matches('《').split(stop).next().unwrap_or_default();
            let paper = ["证", "表", "书", "复印件", "照片"].iter().any(|end| name.ends_with(end));
            (paper && name.chars().count() > 2).then_some(name)
        })
}

fn hidden_materials(matter: &Matter, out: &mut Vec<Diagnostic>) {
    let listed = |name: &str| matter.written.materials.iter().any(|m| m.name.contains(name) || name.contains(&m.name));
    for (n, condition) in matter.written.conditions.iter().enumerate() {
        for name in papers(condition).filter(|name| !listed(name)) {
            let zh = format!("受理条件要“{name}”，材料清单里没有");
            let en = format!("a condition asks for \"{name}\", which is not in the list of materials");
            out.push(lint(&L13, matter.origin.key("受理条件").index(n), zh, en));
        }
    }
}

fn in_person(matter: &Matter, out: &mut Vec<Diagnostic>) {
    let raw = &matter.written;
    let must = raw.conditions.iter().any(|text| text.contains("须本人") || text.contains("本人到场"));
    for (n, _) in raw.faq.iter().enumerate().filter(|(_, faq)| must && faq.answer.contains("可以代办")) {
        let name = matter.name();
        let zh = format!("“{name}”的受理条件要本人到场，这里却说可以代办");
        let en = format!("the conditions of \"{name}\" ask for the person, this answer does not");
        out.push(lint(&L14, matter.origin.key("常见问题").index(n).key("答"), zh, en));
    }
}

fn placeholders(matter: &Matter, out: &mut Vec<Diagnostic>) {
    const WORDS: [&str; 6] = ["详见", "另见", "按规定", "待定", "相关材料", "符合条件"];
    let mut look = |text: &str, place: Place| {
        if let Some(word) = WORDS.iter().find(|word| text.contains(**word)) {
            out.push(lint(&L15, place, format!("“{word}”没有说清楚"), format!("\"{word}\" says nothing definite")));
        }
    };
    let raw = &matter.written;
    for (n, material) in raw.materials.iter().enumerate() {
        look(&material.name, matter.origin.key("材料").index(n).key("名称"));
    }
    for (n, condition) in raw.conditions.iter().enumerate() {
        look(condition, matter.origin.key("受理条件").index(n));
    }
    for (n, item) in raw.fee.items.iter().enumerate() {
        look(&item.standard, matter.origin.key("收费").key("项目").index(n).key("标准"));
    }
}

fn amounts(matter: &Matter, out: &mut Vec<Diagnostic>) {
    for (n, item) in matter.written.fee.items.iter().enumerate() {
        let text = &item.standard;
        let amount = text.chars().any(|c| c.is_ascii_digit()) || text.contains("不收费") || text.contains("免费");
        // An empty one is L7.
        if !amount && !text.trim().is_empty() {
            let place = matter.origin.key("收费").key("项目").index(n).key("标准");
            let (zh, en) = (format!("收费标准“{text}”没有金额"), format!("the charge \"{text}\" states no amount"));
            out.push(lint(&L19, place, zh, en));
        }
    }
}

fn addresses(hall: &Hall, out: &mut Vec<Diagnostic>) {
    let venues = hall.venues.iter().map(|v| (&v.written.address, &v.origin));
    let points = hall.points.iter().map(|p| (&p.written.address, &p.origin));
    for (address, origin) in venues.chain(points) {
        if let Some(address) = address.as_ref().filter(|address| !is_address(address)) {
            let (zh, en) = (format!("“{address}”不是详细地址"), format!("\"{address}\" is not a full address"));
            out.push(lint(&L16, origin.key("地址"), zh, en).expected("写到路、号、楼层", "street, number and floor"));
        }
    }
}

/// The number with plain figures and hyphens, without blanks and brackets, if that is another text.
fn plain(text: &str) -> Option<String> {
    let plain: String = text
        .chars()
        .filter_map(|c| match c {
            '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')),
            '－' | '—' | '–' | '）' | ')' => Some('-'),
            ' ' | '\u{3000}' | '（' | '(' => None,
            c => Some(c),
        })
        .collect();
    (plain != text).then_some(plain)
}

fn number(phone: Option<&str>, place: &Place, out: &mut Vec<Diagnostic>) {
    if let Some(phone) = phone.filter(|phone| !is_phone(phone) || plain(phone).is_some()) {
        let (zh, en) = (format!("电话“{phone}”的写法不对"), format!("\"{phone}\" is no phone number"));
        let finding =
            lint(&L17, place.clone(), zh, en).expected("如 0951-1234567 或 12345", "such as 0951-1234567 or 12345");
        out.push(match plain(phone).filter(|plain| is_phone(plain)) {
            Some(plain) => finding.fix(format!("写成 {plain}。"), format!("Write {plain}.")),
            None => finding,
        });
    }
}

fn numbers(hall: &Hall, out: &mut Vec<Diagnostic>) {
    let site = &hall.site_origin;
    number(Some(&hall.site.hotline), &site.key("统一咨询电话"), out);
    number(Some(&hall.site.complaint_phone), &site.key("投诉电话"), out);
    for (n, phone) in hall.site.phones.iter().enumerate() {
        number(Some(&phone.number), &site.key("电话簿").index(n).key("号码"), out);
    }
    for unit in &hall.units {
        number(unit.written.phone.as_deref(), &unit.origin.key("电话"), out);
    }
    for venue in &hall.venues {
        number(venue.written.phone.as_deref(), &venue.origin.key("电话"), out);
    }
    for point in &hall.points {
        number(point.written.phone.as_deref(), &point.origin.key("电话"), out);
    }
}

#[cfg(test)]
mod tests {
    use super::papers;

    #[test]
    fn papers_are_recognised() {
        let found = |text| papers(text).collect::<Vec<_>>();
        assert_eq!(found("提交《补换申请表》，并携带户口簿"), ["补换申请表"]);
        assert_eq!(found("能够提供担保"), Vec::<&str>::new());
    }
}
