//! The table of cameras, which stays inside (W2.1.3.9).

use super::family::{Family, Input};
use super::free_text::visit;
use crate::diag::{Diagnostic, RuleDoc, Severity};
use std::ops::Range;

/// W2.1.3.9: which camera sees which window is no public matter.
pub(super) static W2_1_3_9B: RuleDoc = RuleDoc {
    id: "W2.1.3.9b",
    severity: Severity::Unapproved,
    title: ["监控通道表不得公开", "The table of cameras is internal"],
    what: [
        "公开的公告、办事指南等群众看得到的文字里没有监控通道号。内容里没有、也不应当有监控通道表，只能按用词查。",
        "No public text gives a camera's channel. The content holds no such table, so the words are looked for.",
    ],
    why: ["知道哪个摄像头照哪里，就知道哪里照不到。", "Who knows what is seen knows what is not."],
    clause: "《乌海市各级政务服务大厅标准化建设管理规范（试行）》二（一）3（9）：“建立大厅视频监控通道控制总表，窗口号对应通道号”",
    example: "视频监控窗口A01对应通道号3。",
    fix: ["从公开内容里删去，改为内部保存。", "Delete it from public texts and keep it inside."],
};

/// Characters between the two words that still make one statement.
const NEAR: usize = 20;

pub(super) static FAMILY: Family = Family { rules: &[&W2_1_3_9B], check };

/// Checks every public text.
fn check(input: &Input<'_>, out: &mut Vec<Diagnostic>) {
    visit(input, &mut |text| {
        if let Some(words) = camera_channel(text.text).filter(|_| text.public) {
            let found = &text.text[words.clone()];
            out.push(
                Diagnostic::new(
                    &W2_1_3_9B,
                    text.place(words.clone()),
                    format!("“{found}”是监控通道的内部资料，不得公开"),
                    format!("\"{found}\" is of the internal table of cameras"),
                )
                .fix(W2_1_3_9B.fix[0], W2_1_3_9B.fix[1]),
            );
        }
    });
}

/// From 监控 to the 通道号, 通道控制 or 通道总表 near it; the first in the text, in one line of it.
fn camera_channel(text: &str) -> Option<Range<usize>> {
    text.match_indices("监控").find_map(|(start, _)| {
        let line = text[start..].lines().next().unwrap_or_default();
        let words = ["通道号", "通道控制", "通道总表"];
        let (at, word) = words.iter().filter_map(|word| Some((line.find(word)?, word))).min()?;
        (line[..at].chars().count() <= NEAR + 2).then(|| start..start + at + word.len())
    })
}

#[cfg(test)]
mod tests {
    use super::camera_channel;

    #[test]
    fn cameras() {
        let found = |text: &'static str| camera_channel(text).map(|range| &text[range]);
        assert_eq!(found("大厅视频监控窗口A01对应通道号3。"), Some("监控窗口A01对应通道号"));
        assert_eq!(found("视频监控通道控制总表见附件"), Some("监控通道控制"));
        assert_eq!(found("大厅设有视频监控。\n无障碍通道号牌在东门。"), None);
        assert_eq!(found("大厅设有视频监控。"), None);
    }
}
