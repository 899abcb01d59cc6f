//! Characters the fonts cannot draw.

use super::family::{Family, Input};
use crate::diag::{Diagnostic, Place, RuleDoc, Severity};

/// A character without a glyph.
pub(crate) static MISSING_GLYPH: RuleDoc = RuleDoc {
    id: "missing-glyph",
    severity: Severity::Broken,
    title: ["字库里没有这个字", "No glyph for a character"],
    what: [
        "内容里的每个字都要能用程序自带的字库或站点 fonts/ 下的字体画出来。",
        "The program's fonts, or those in the site's fonts/, draw every character of the content.",
    ],
    why: ["画不出的字在条屏和标牌上是空白或方框。", "On screens and boards it would be a blank or a box."],
    clause: "",
    example: "名称: 𪛗某某窗口",
    fix: [
        "核对是否写错；确为生僻字的，把有这个字的字体文件放进 fonts/ 文件夹，或换用通行写法。",
        "Check the character; if it is right, put a font that has it into fonts/, or use the common form.",
    ],
};

pub(super) static FAMILY: Family = Family { rules: &[&MISSING_GLYPH], check };

/// Checks every text file of the content.
fn check(&Input { sources, fonts, .. }: &Input<'_>, out: &mut Vec<Diagnostic>) {
    for path in sources.paths_under("content/") {
        let Some(text) = sources.text(path) else { continue };
        let mut seen = std::collections::BTreeSet::new();
        for (at, char) in text.char_indices() {
            if char.is_ascii() || char.is_control() || fonts.has_glyph(char) || in_comment(text, at, path) {
                continue;
            }
            if seen.insert(char) {
                let code = u32::from(char);
                out.push(
                    Diagnostic::new(
                        &MISSING_GLYPH,
                        Place::bytes(path, at..at + char.len_utf8()),
                        format!("字库里没有“{char}”（U+{code:04X}）"),
                        format!("no glyph for \"{char}\" (U+{code:04X})"),
                    )
                    .fix(MISSING_GLYPH.fix[0], MISSING_GLYPH.fix[1]),
                );
            }
        }
    }
}

/// Whether the character is written after what looks like a YAML comment, which is never drawn; a ` #` inside a quoted
/// text looks like one too, and the characters after it are checked when they are drawn.
fn in_comment(text: &str, at: usize, path: &str) -> bool {
    let line = &text[text[..at].rfind('\n').map_or(0, |n| n + 1)..at];
    path.ends_with(".yaml") && (line.trim_start().starts_with('#') || line.contains(" #"))
}
