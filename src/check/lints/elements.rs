//! Elements of a matter that contradict each other.

use super::finding::lint;
use crate::content::{Audience, CaseKind, MatterType, ResultKind, ThemeFor, Way};
use crate::diag::{Diagnostic, RuleDoc, Severity};
use crate::model::Hall;
use crate::model::limit::Limit;
use crate::model::matter::Matter;
use crate::model::profile::asks;

/// A promise within the day is an instant case.
pub(super) static L1: RuleDoc = RuleDoc {
    id: "L1",
    severity: Severity::Warning,
    title: ["当场、当日办结的是即办件", "A promise within the day is a 即办件"],
    what: [
        "承诺当场办结或当日办结的事项，办件类型是即办件（联办件除外）。",
        "A matter that promises 当场办结 or 当日办结 is a \"即办件\", unless joint.",
    ],
    why: ["办件类型与时限矛盾，统计和公示就不准。", "Figures by kind are wrong when kind and limit disagree."],
    clause: "",
    example: "办件类型: 承诺件\n承诺办结时限: 当场办结",
    fix: [
        "办件类型改为 即办件，或把承诺时限写成几个工作日。",
        "Make it a \"即办件\", or state the promise in working days.",
    ],
};

/// A result's kind follows its name.
pub(super) static L3: RuleDoc = RuleDoc {
    id: "L3",
    severity: Severity::Warning,
    title: ["结果名称与结果类型要相符", "A result's kind fits its name"],
    what: [
        "结果名称以“证”“证书”“执照”结尾的，类型是证照；以“批复”“决定书”结尾的，类型是批文。“证明”“凭证”不在此列。",
        "A result whose name ends in 证 (not 凭证), 证书 or 执照 is a \"证照\", one ending in 批复 or 决定书 a 批文.",
    ],
    why: ["电子证照归集按类型取数。", "Certificates are collected by kind."],
    clause: "",
    example: "结果:\n  - 名称: 食品经营许可证\n    类型: 其他",
    fix: ["改正结果的“类型”。", "Correct the result's 类型."],
};

/// People who wait for a result want to know what it looks like.
pub(super) static L11: RuleDoc = RuleDoc {
    id: "L11",
    severity: Severity::Warning,
    title: ["证照和批文有样本", "Certificates and approvals have a sample"],
    what: [
        "制度写了“结果样本必备: 是”的，类型为证照、批文的结果写明样本（attachments/ 下的文件）。",
        "Where the profile asks for it, a result of kind 证照 or 批文 names a sample, a file in attachments/.",
    ],
    why: [
        "看得到样本，领证时就知道拿到的对不对。",
        "Who has seen the sample knows whether they were given the right thing.",
    ],
    clause: "",
    example: "结果:\n  - 名称: 食品经营许可证\n    类型: 证照   # 没有 样本",
    fix: [
        "把样本放进 content/attachments/，在“样本”写文件名。",
        "Put the sample into content/attachments/ and name it in 样本.",
    ],
};

/// A visit has a reason.
pub(super) static L4: RuleDoc = RuleDoc {
    id: "L4",
    severity: Severity::Warning,
    title: ["到现场要有原因", "A visit has a reason"],
    what: [
        "到现场次数大于 0 的写到现场原因；为 0 的不写。",
        "A matter with visits states \"到现场原因\", one without does not.",
    ],
    why: ["说不出原因的，就不该让群众跑一趟。", "Where no reason can be given nobody should have to come."],
    clause: "",
    example: "到现场次数: 1   # 没有 到现场原因",
    fix: [
        "写“到现场原因”，如 核验身份原件；不用到现场的，到现场次数改为 0。",
        "State \"到现场原因\", or make 到现场次数 0.",
    ],
};

/// Without a visit there is another way.
pub(super) static L5: RuleDoc = RuleDoc {
    id: "L5",
    severity: Severity::Warning,
    title: ["不到现场的要有别的办法", "Without a visit there is another way"],
    what: [
        "到现场次数为 0 的事项，办理形式里有网上办理、移动端办理、快递申请或自助终端办理。",
        "A matter with 0 visits is done online, by mobile, by mail or at a terminal.",
    ],
    why: ["说不用来，又没有别的办法，等于办不了。", "No visit and no other way means it cannot be done."],
    clause: "",
    example: "到现场次数: 0\n办理形式: [窗口办理]",
    fix: ["在“办理形式”加上不用到现场的办法，或改正到现场次数。", "Add a way to \"办理形式\", or correct 到现场次数."],
};

/// Charges are complete.
pub(super) static L7: RuleDoc = RuleDoc {
    id: "L7",
    severity: Severity::Warning,
    title: ["收费要写全，不收费就不写支付", "Charges are complete"],
    what: [
        "收费的事项写收费项目（标准和依据不空）和是否网上支付；不收费的不写支持网上支付。",
        "A charge has its items with 标准 and 依据 and says whether it is paid online; without a charge nothing is.",
    ],
    why: [
        "收多少、凭什么收、怎么付，群众有权先知道。",
        "People are told beforehand how much, on what basis and how to pay.",
    ],
    clause: "",
    example: "收费: {收费: 是}   # 没有 项目 和 网上支付",
    fix: ["补上“项目”和“网上支付”，或改正“收费”。", "Add 项目 and \"网上支付\", or correct 收费."],
};

/// Themes fit the people served.
pub(super) static L9: RuleDoc = RuleDoc {
    id: "L9",
    severity: Severity::Warning,
    title: ["主题与服务对象要对应", "Themes fit the people served"],
    what: [
        "服务对象有自然人的，主题里有自然人的主题，没有的就没有；法人和其他组织同样。",
        "A matter for natural persons has a theme for them, and none if it is not for them; likewise for legal ones.",
    ],
    why: ["主题不对应，群众按身份就找不到这件事。", "People look under themes of their own kind."],
    clause: "",
    example: "服务对象: [企业法人]\n主题: [p-card]   # 自然人的主题",
    fix: ["改正“主题”或“服务对象”。", "Correct 主题 or 服务对象."],
};

/// Permits have questions and five steps.
pub(super) static L10: RuleDoc = RuleDoc {
    id: "L10",
    severity: Severity::Warning,
    title: ["行政许可要有常见问题和五个环节", "Permits have questions and five steps"],
    what: [
        "事项类型为行政许可的，至少有一个常见问题和五个环节（受理、审查、决定、办结、送达等）。",
        "A 行政许可 has at least one question and five steps.",
    ],
    why: ["许可程序长，群众最需要知道走到哪一步。", "A permit takes long; people need to know the steps."],
    clause: "",
    example: "事项类型: 行政许可   # 环节只有 受理",
    fix: ["补全“常见问题”和“环节”。", "Complete 常见问题 and 环节."],
};

/// Steps add up to the promise.
pub(super) static L12: RuleDoc = RuleDoc {
    id: "L12",
    severity: Severity::Warning,
    title: ["各环节时限之和等于承诺时限", "Steps add up to the promise"],
    what: [
        "各环节和承诺时限都用工作日（或当场、当日）时，环节时限相加等于承诺办结时限。",
        "Where steps and promise are all in working days (or on the spot), the steps add up to the promise.",
    ],
    why: ["加起来不等于承诺，就有一处写错了。", "If they do not add up, one of them is wrong."],
    clause: "",
    example: "承诺办结时限: 5个工作日\n环节:\n  - 名称: 受理\n    时限: 1个工作日\n  - 名称: 办结\n    时限: 3个工作日",
    fix: ["核对各环节的时限和承诺办结时限。", "Check the limits of the steps and the promise."],
};

/// Checks every matter.
pub(super) fn check(hall: &Hall, out: &mut Vec<Diagnostic>) {
    for matter in &hall.matters {
        out.extend(instant(matter));
        results(matter, out);
        if asks(hall.profile.states.result_samples) {
            samples(matter, out);
        }
        out.extend(visits(matter));
        out.extend(ways(matter));
        charges(matter, out);
        themes(hall, matter, out);
        permit(matter, out);
        out.extend(sum_of_steps(matter));
    }
}

fn instant(matter: &Matter) -> Option<Diagnostic> {
    let kind = matter.written.case_kind;
    if !matter.promised?.within_a_day() || matches!(kind, CaseKind::Instant | CaseKind::Joint) {
        return None;
    }
    let (name, word) = (matter.name(), kind.word());
    let promise = matter.written.promised_limit.as_deref().unwrap_or_default();
    let finding = lint(
        &L1,
        matter.origin.key("办件类型"),
        format!("“{name}”承诺{promise}，办件类型却是{word}"),
        format!("\"{name}\" promises {promise} but is a {word}"),
    );
    Some(finding.expected("即办件", "即办件"))
}

fn results(matter: &Matter, out: &mut Vec<Diagnostic>) {
    let ends = |name: &str, words: &[&str]| words.iter().any(|word| name.ends_with(word));
    for (n, result) in matter.written.results.iter().enumerate() {
        let wanted = match result.name.as_str() {
            name if ends(name, &["证", "证书", "执照"]) && !name.ends_with("凭证") => ResultKind::Certificate,
            name if ends(name, &["批复", "决定书"]) => ResultKind::Approval,
            _ => continue,
        };
        if result.kind != wanted {
            let (name, word, wanted) = (&result.name, result.kind.word(), wanted.word());
            let (zh, en) =
                (format!("结果“{name}”的类型写成了{word}"), format!("the result \"{name}\" is said to be {word}"));
            out.push(lint(&L3, matter.origin.key("结果").index(n).key("类型"), zh, en).expected(wanted, wanted));
        }
    }
}

fn samples(matter: &Matter, out: &mut Vec<Diagnostic>) {
    for (n, result) in matter.written.results.iter().enumerate() {
        if matches!(result.kind, ResultKind::Certificate | ResultKind::Approval) && result.sample.is_none() {
            let zh = format!("“{}”的结果“{}”没有样本", matter.name(), result.name);
            let en = format!("\"{}\": no sample of its result \"{}\"", matter.name(), result.name);
            out.push(lint(&L11, matter.origin.key("结果").index(n).key("样本"), zh, en));
        }
    }
}

fn visits(matter: &Matter) -> Option<Diagnostic> {
    let (name, visits) = (matter.name(), matter.written.visits.0);
    let reason = matter.written.visit_reason.as_ref().is_some_and(|text| !text.trim().is_empty());
    let place = matter.origin.key("到现场原因");
    match (visits, reason) {
        (0, true) => Some(lint(
            &L4,
            place,
            format!("“{name}”不用到现场，却写了到现场原因"),
            format!("\"{name}\" asks for no visit, yet states a reason for one"),
        )),
        (1.., false) => Some(lint(
            &L4,
            place,
            format!("“{name}”要到现场{visits}次，没有写原因"),
            format!("\"{name}\" asks for {visits} visits without a reason"),
        )),
        _ => None,
    }
}

fn ways(matter: &Matter) -> Option<Diagnostic> {
    let far = |way: &Way| matches!(way, Way::Online | Way::Mobile | Way::Mail | Way::Terminal);
    if matter.written.visits.0 > 0 || matter.written.ways.iter().any(far) {
        return None;
    }
    let name = matter.name();
    let finding = lint(
        &L5,
        matter.origin.key("办理形式"),
        format!("“{name}”不用到现场，办理形式里却没有别的办法"),
        format!("\"{name}\" asks for no visit, yet there is no other way"),
    );
    Some(finding.expected(
        "网上办理、移动端办理、快递申请 或 自助终端办理",
        "one of \"网上办理\", \"移动端办理\", \"快递申请\", 自助终端办理",
    ))
}

fn charges(matter: &Matter, out: &mut Vec<Diagnostic>) {
    let (name, fee, place) = (matter.name(), &matter.written.fee, matter.origin.key("收费"));
    let online = fee.online_payment.map(|yes| yes.0);
    if !fee.charged.0 {
        if online == Some(true) {
            let zh = format!("“{name}”不收费，却写了支持网上支付");
            out.push(lint(&L7, place.key("网上支付"), zh, format!("\"{name}\" is free, yet paid online")));
        }
        return;
    }
    if fee.items.is_empty() {
        let zh = format!("“{name}”收费，没有写收费项目");
        out.push(lint(&L7, place.key("收费"), zh, format!("\"{name}\" charges, but no item is listed")));
    }
    if online.is_none() {
        let zh = format!("“{name}”收费，没有写是否支持网上支付");
        out.push(lint(&L7, place.key("收费"), zh, format!("\"{name}\" does not say whether it is paid online")));
    }
    for (n, item) in fee.items.iter().enumerate() {
        for (key, text) in [("标准", &item.standard), ("依据", &item.basis)] {
            if text.trim().is_empty() {
                let (item_name, place) = (&item.name, place.key("项目").index(n).key(key));
                let zh = format!("收费项目“{item_name}”没有写{key}");
                out.push(lint(&L7, place, zh, format!("the charge \"{item_name}\" states no {key}")));
            }
        }
    }
}

fn themes(hall: &Hall, matter: &Matter, out: &mut Vec<Diagnostic>) {
    let name = matter.name();
    let has_theme = |whom: ThemeFor| matter.themes.iter().any(|theme| hall.theme(*theme).audience == whom);
    let serves = |person: bool| matter.written.audience.iter().any(|a| (*a == Audience::Person) == person);
    for (whom, zh, en, served) in [
        (ThemeFor::Person, "自然人", "natural persons", serves(true)),
        (ThemeFor::Legal, "法人", "legal persons", serves(false)),
    ] {
        let place = matter.origin.key("主题");
        match (served, has_theme(whom)) {
            (true, false) => out.push(lint(
                &L9,
                place,
                format!("“{name}”的服务对象有{zh}，没有{zh}的主题"),
                format!("\"{name}\" is for {en} but under no theme for them"),
            )),
            (false, true) => out.push(lint(
                &L9,
                place,
                format!("“{name}”的服务对象没有{zh}，却归在{zh}的主题"),
                format!("\"{name}\" is not for {en} but under a theme for them"),
            )),
            _ => {}
        }
    }
}

fn permit(matter: &Matter, out: &mut Vec<Diagnostic>) {
    let (name, raw) = (matter.name(), &matter.written);
    if raw.kind != MatterType::Permit {
        return;
    }
    if raw.faq.is_empty() {
        let zh = format!("行政许可“{name}”没有常见问题");
        out.push(lint(&L10, matter.origin.key("常见问题"), zh, format!("the permit \"{name}\" has no questions")));
    }
    let steps = raw.steps.len();
    if steps < 5 {
        let zh = format!("行政许可“{name}”只有{steps}个环节");
        let en = format!("the permit \"{name}\" has {steps} steps only");
        out.push(lint(&L10, matter.origin.key("环节"), zh, en).expected("五个以上", "five or more"));
    }
}

/// A limit in whole working days; one within the day takes none.
fn workdays(limit: Limit) -> Option<u32> {
    match limit {
        Limit::OnTheSpot | Limit::SameDay => Some(0),
        Limit::Workdays(days) => Some(days),
        Limit::Days(_) | Limit::Months(_) => None,
    }
}

fn sum_of_steps(matter: &Matter) -> Option<Diagnostic> {
    let promise = workdays(matter.promised?)?;
    let steps = &matter.written.steps;
    let sum: u32 = steps.iter().map(|step| workdays(Limit::parse(&step.limit)?)).sum::<Option<u32>>()?;
    if steps.is_empty() || sum == promise {
        return None;
    }
    let name = matter.name();
    let finding = lint(
        &L12,
        matter.origin.key("承诺办结时限"),
        format!("“{name}”各环节共{sum}个工作日，承诺{promise}个工作日"),
        format!("the steps of \"{name}\" take {sum} working days, the promise is {promise}"),
    );
    Some(finding.expected(format!("{sum}个工作日"), format!("{sum}个工作日")))
}
