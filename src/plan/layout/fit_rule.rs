//! Text that does not fit its place, and text too small for where it is read from.

use crate::diag::{Diagnostic, LocalizedText, Place, RuleDoc, Severity, report_once};
use crate::text::FitError;

/// A text needs more room than its place has, even at the smallest size.
pub static TEXT_FIT: RuleDoc = RuleDoc {
    id: "text-fit",
    severity: Severity::Broken,
    title: ["文字放不下", "Text does not fit"],
    what: [
        "每段文字在屏幕、标牌和公告上都要在规定的最小字号以内完整放下，不截断、不重叠。",
        "Every text fits its place on screens, boards and posters at or above the smallest size, uncut.",
    ],
    why: ["截断的单位名称或窗口号会把群众指到错误的地方。", "A cut name or number sends people to the wrong place."],
    clause: "",
    example: "业务: 住房公积金提取（离休、退休、与单位终止劳动关系、出境定居、完全丧失劳动能力）",
    fix: ["缩短这段文字；标牌也可以加大尺寸。", "Shorten the text; a board may also be made larger."],
};

/// A character is lower than the viewing distance requires.
pub static TEXT_SIZE: RuleDoc = RuleDoc {
    id: "text-size",
    severity: Severity::Broken,
    title: ["字太小，在视距处看不清", "Text too small for its viewing distance"],
    what: [
        "标牌上汉字的高度不小于视距的1/250，宜不小于1/200（经验值，非国标条文）。小于1/250为错误，小于1/200为提醒。",
        "Chinese characters on a board are at least 1/250, better 1/200, of the viewing distance (experience, not a standard).",
    ],
    why: ["站在视距处看不清的标牌等于没有挂。", "A board that cannot be read from where people stand is none."],
    clause: "",
    example: "视距: 5，而字高只有15毫米",
    fix: [
        "缩短文字，或加大标牌，或按实际情况减小视距。",
        "Shorten the text, enlarge the board, or state the real viewing distance.",
    ],
};

/// The finding for a text that [`fit`](crate::text::fit()) refused. `what` is the board or screen, in both languages.
pub fn unfit(place: Place, text: &str, what: &LocalizedText, error: &FitError) -> Diagnostic {
    let (zh_why, en_why) = match error {
        FitError::TooBig { max_lines, .. } => (
            format!("缩到最小字号、排{max_lines}行仍放不下"),
            format!("does not fit at the smallest size in {max_lines} line(s)"),
        ),
        FitError::Missing(chars) => {
            let list: String = chars.iter().collect();
            (format!("字库里没有“{list}”"), format!("the fonts lack \"{list}\""))
        }
    };
    Diagnostic::new(
        &TEXT_FIT,
        place,
        format!("“{text}”在{}上{zh_why}", what.zh),
        format!("\"{text}\" on {}: {en_why}", what.en),
    )
    .fix(TEXT_FIT.fix[0], TEXT_FIT.fix[1])
}

/// The finding for characters `height_mm` high that are read from `distance_m`; `None` when they are high enough.
pub fn too_small(
    place: Place,
    text: &str,
    what: &LocalizedText,
    height_mm: f64,
    distance_m: f64,
) -> Option<Diagnostic> {
    let (least, good) = least_height(distance_m);
    // Sizes are multiples of a twentieth of a millimetre.
    let severity = match height_mm {
        h if h + 0.05 < least => Severity::Broken,
        h if h + 0.05 < good => Severity::Warning,
        _ => return None,
    };
    let mut found = Diagnostic::new(
        &TEXT_SIZE,
        place,
        format!("“{text}”在{}上字高{height_mm:.1}毫米，视距{distance_m}米宜有{good:.1}毫米", what.zh),
        format!("\"{text}\" on {} is {height_mm:.1} mm high; {distance_m} m asks for {good:.1} mm", what.en),
    )
    .expected(
        format!("至少{least:.1}毫米（视距的1/250），宜{good:.1}毫米（1/200）；经验值，非国标条文"),
        format!("at least {least:.1} mm (1/250 of the distance), better {good:.1} mm (1/200)"),
    )
    .fix(TEXT_SIZE.fix[0], TEXT_SIZE.fix[1]);
    found.severity = severity;
    Some(found)
}

/// One warning for each text that is somewhat small on several screens: an office's short name is on dozens of them.
/// Errors stay one by one, since each prevents an output of its own.
pub fn dedup_size_findings(found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let same = |first: &Diagnostic, one: &Diagnostic| {
        let small = |d: &Diagnostic| d.rule.id == TEXT_SIZE.id && !d.severity.blocks();
        small(first) && small(one) && first.place == one.place
    };
    report_once(found, same, |count| {
        LocalizedText::new(format!("；另有{count}块屏也是这样"), format!("; so it is on {count} more"))
    })
}

/// Sets `output`, a printed piece of its own, as what each blocking finding of `found` prevents; whether there is one. It
/// is left out, and the rest is published.
pub fn stops(found: &mut [Diagnostic], output: &LocalizedText) -> bool {
    let blocking = found.iter_mut().filter(|d| d.severity.blocks());
    let stopped = blocking.map(|d| {
        d.output = Some(output.clone());
        d.stands_alone = true;
    });
    stopped.count() > 0
}

/// The least and the good height of Chinese characters read from `distance_m`, millimetres: D/250 and D/200.
/// Experience: no Chinese standard fixes a height of characters by distance for signs indoors.
pub fn least_height(distance_m: f64) -> (f64, f64) {
    (distance_m * 1000.0 / 250.0, distance_m * 1000.0 / 200.0)
}
