//! The table of cameras, which stays inside (W2.1.3.9).

use super::family::{Family, Input};
use super::free_text::visit;
use crate::content::words::RawCameraWords;
use crate::diag::{Diagnostic, Place, RuleDoc, Severity};
use crate::model::attachments::{of_hall, of_matter, of_notice};
use std::ops::Range;

/// W2.1.3.9: which camera sees which window is no public matter.
pub(super) static W2_1_3_9B: RuleDoc = RuleDoc {
    id: "W2.1.3.9b",
    severity: Severity::Unapproved,
    title: ["监控通道表不得公开", "The table of cameras is internal"],
    what: [
        "公告、楼层、办事指南等群众看得到的文字，和可以下载的附件的文件名里，没有监控的通道号、位置表、编号。只按 assets/words/cameras.yaml 里的用词查：换了别的说法的、附件里面和图片上的，查不出来，发布前请人看一遍。",
        "No public text and no name of a file for download gives channels, places or numbers of cameras. Only the words of assets/words/cameras.yaml are looked for: other words, and what is in a file or a picture, are not seen, and a person is to look.",
    ],
    why: ["知道哪个摄像头照哪里，就知道哪里照不到。", "Who knows what is seen knows what is not."],
    clause: "《乌海市各级政务服务大厅标准化建设管理规范（试行）》二（一）3（9）：“建立大厅视频监控通道控制总表，窗口号对应通道号”",
    example: "视频监控窗口A01对应通道号3。",
    fix: ["从公开内容里删去，改为内部保存。", "Delete it from public texts and keep it inside."],
};

/// Characters between the two words that still make one statement.
const NEAR: usize = 20;

pub(super) static FAMILY: Family = Family { rules: &[&W2_1_3_9B], check };

/// Where words stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum CameraText {
    /// In a guide, which may ask for drawings of the applicant's own cameras.
    Guide,
    /// Anywhere else.
    Elsewhere,
}

/// Checks every public text, then the names of files for download.
fn check(input: &Input<'_>, out: &mut Vec<Diagnostic>) {
    let Some(words) = RawCameraWords::built_in() else { return };
    let mut found = Vec::new();
    visit(input, &mut |text| {
        let place = if text.file().starts_with("content/matters/") { CameraText::Guide } else { CameraText::Elsewhere };
        if let Some(range) = of_cameras(text.text, words, place).filter(|_| text.public) {
            found.push(finding(&text.text[range.clone()], text.place(range)));
        }
    });
    let hall = input.hall;
    let notices = hall.notices.iter().filter(|notice| notice.is_public()).flat_map(of_notice);
    let others = notices.chain(of_hall(hall)).map(|attachment| (attachment, CameraText::Elsewhere));
    let guides = hall.matters.iter().flat_map(of_matter).map(|attachment| (attachment, CameraText::Guide));
    for (attachment, place) in others.chain(guides) {
        // Once is enough where the words around a link say it too.
        let is_told = found.iter().any(|told| told.place.file == attachment.place.file);
        if !is_told && of_cameras(&attachment.name, words, place).is_some() {
            found.push(finding(&attachment.name, attachment.place));
        }
    }
    out.append(&mut found);
}

fn finding(words: &str, place: Place) -> Diagnostic {
    Diagnostic::new(
        &W2_1_3_9B,
        place,
        format!("“{words}”是监控通道的内部资料，不得公开"),
        format!("\"{words}\" is of the internal table of cameras"),
    )
    .fix(W2_1_3_9B.fix[0], W2_1_3_9B.fix[1])
}

/// The first words of a text that give channel, place or number of a camera, within one line of it.
fn of_cameras(text: &str, words: &RawCameraWords, place: CameraText) -> Option<Range<usize>> {
    // Of the same length in bytes as the text.
    let upper = text.to_ascii_uppercase();
    let mut start = 0;
    for line in upper.split_inclusive('\n') {
        if let Some(range) = in_line(line, words, place) {
            return Some(start + range.start..start + range.end);
        }
        start += line.len();
    }
    None
}

fn in_line(line: &str, words: &RawCameraWords, place: CameraText) -> Option<Range<usize>> {
    let mut about: Vec<&String> = words.channels.iter().collect();
    let mut numbered = None;
    if place == CameraText::Elsewhere {
        about.extend(words.positions.iter());
        about.extend(words.heads.iter().filter(|_| line.trim_start().starts_with('|')));
        numbered =
            matches(line, words.numbered.iter()).filter_map(|device| with_number(line, device)).min_by_key(start);
    }
    let pairs = matches(line, words.devices.iter()).flat_map(|device| {
        let near = matches(line, about.iter().copied()).filter_map(move |word| together(line, &device, &word));
        near.collect::<Vec<_>>()
    });
    pairs.chain(numbered).min_by_key(start)
}

fn start(range: &Range<usize>) -> (usize, usize) {
    (range.start, range.end)
}

/// Where words occur in a line.
fn matches<'a>(line: &'a str, words: impl Iterator<Item = &'a String>) -> impl Iterator<Item = Range<usize>> {
    words.flat_map(|word| line.match_indices(word.as_str()).map(|(at, word)| at..at + word.len()))
}

/// From one of two words to the other, where they are near each other.
fn together(line: &str, a: &Range<usize>, b: &Range<usize>) -> Option<Range<usize>> {
    let between = line.get(a.end.min(b.end)..a.start.max(b.start)).unwrap_or_default();
    (between.chars().count() <= NEAR).then(|| a.start.min(b.start)..a.end.max(b.end))
}

/// A device with a number of its own before it (`3号`, `3#`) or behind it (`A03`), and not how many there are or how long.
fn with_number(line: &str, device: Range<usize>) -> Option<Range<usize>> {
    let before = line[..device.start].strip_suffix(['号', '#']);
    if let Some(begin) = before.filter(|text| text.ends_with(|c: char| c.is_ascii_digit())) {
        let number = begin.trim_end_matches(|c: char| c.is_ascii_alphanumeric() || c == '-').len();
        return Some(number..device.end);
    }
    let behind = line[device.end..].trim_start_matches(['编', '号', '：', ':', '#', '-', ' ']);
    let digits = behind.trim_start_matches(|c: char| c.is_ascii_uppercase() || c == '-');
    let rest = digits.trim_start_matches(|c: char| c.is_ascii_digit());
    let counts = ["个", "台", "路", "只", "处", "套", "小时", "天", "日", "年", "月", "万", "%"];
    let is_number = rest.len() < digits.len() && !counts.iter().any(|unit| rest.trim_start().starts_with(unit));
    is_number.then(|| device.start..line.len() - rest.len())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::{CameraText, RawCameraWords, of_cameras};

    fn found(text: &'static str, place: CameraText) -> Option<&'static str> {
        of_cameras(text, RawCameraWords::built_in().unwrap(), place).map(|range| &text[range])
    }

    #[test]
    fn cameras() {
        for (text, words) in [
            ("大厅视频监控窗口A01对应通道号3。", "监控窗口A01对应通道号"),
            ("视频监控通道控制总表见附件", "监控通道控制"),
            ("各窗口摄像头点位：见下", "摄像头点位"),
            ("安装位置如下，探头朝东", "安装位置如下，探头"),
            ("A01窗口由3号摄像头照着", "3号摄像头"),
            ("A01窗口：camera b-03", "camera b-03"),
            ("办公时间\n| 窗口 | 摄像头 |\n|---|---|", "窗口 | 摄像"),
            ("监控盲区在东门", "监控盲区"),
            ("大厅监控点位图.pdf", "监控点位"),
        ] {
            assert_eq!(found(text, CameraText::Elsewhere), Some(words), "{text}");
        }
        for text in [
            "大厅设有视频监控。\n无障碍通道号牌在东门。",
            "大厅设有视频监控。",
            "大厅装有摄像头32个，录像保存90天。",
            "摄像头24小时录像。",
            "绿色通道旁有监控。",
        ] {
            assert_eq!(found(text, CameraText::Elsewhere), None, "{text}");
        }
    }

    #[test]
    fn an_applicant_may_be_asked_for_a_drawing_of_cameras() {
        assert_eq!(found("监控点位图，标明探头安装位置", CameraText::Guide), None);
        assert_eq!(found("本窗口监控的通道编号是3", CameraText::Guide), Some("监控的通道编号"));
    }
}
