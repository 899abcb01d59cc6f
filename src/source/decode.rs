//! Bytes to text: UTF-8 is read, everything else is recognised and explained.

use super::rules;
use crate::diag::{Diagnostic, LineIndex, Place};
use encoding_rs::{Encoding, GB18030, UTF_16BE, UTF_16LE};

/// The result of decoding a file's bytes.
#[derive(Debug, PartialEq, Eq)]
pub enum Decoded {
    /// UTF-8 without forbidden characters; a byte order mark is gone.
    Sound(String),
    /// A fault was reported; the text is for showing only.
    Refused(String),
}

/// How many lines with control characters are reported one by one.
const MOST_CONTROLS: usize = 20;

/// Decodes one text file, reporting its faults.
pub fn decode(path: &str, bytes: Vec<u8>, out: &mut Vec<Diagnostic>) -> Decoded {
    if let Some(encoding) = utf16(&bytes) {
        let (text, _) = encoding.decode_with_bom_removal(&bytes);
        let name =
            if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) { "" } else { "无标记的" };
        out.push(
            Diagnostic::new(
                &rules::FILE_ENCODING,
                first_foreign_line(path, &text),
                format!("文件是{name} UTF-16 编码（记事本里叫“Unicode”），请另存为 UTF-8"),
                "the file is UTF-16; save it as UTF-8",
            )
            .fix(SAVE_ZH, SAVE_EN),
        );
        return Decoded::Refused(text.into_owned());
    }
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(err) => return foreign(path, err.as_bytes(), err.utf8_error().valid_up_to(), out),
    };
    let text = match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    };
    if controls(path, &text, out) {
        return Decoded::Refused(text);
    }
    if is_yaml(path) && empty_yaml(&text) {
        out.push(
            Diagnostic::new(
                &rules::FILE_EMPTY,
                Place::file(path),
                "文件里没有任何内容",
                "there is nothing in this file",
            )
            .fix("请填写内容，或删除这个文件。", "Fill it in or delete the file."),
        );
        return Decoded::Refused(text);
    }
    Decoded::Sound(text)
}

const SAVE_ZH: &str = "用记事本或 WPS 打开，选“另存为”，编码选“UTF-8”，覆盖原文件。";
const SAVE_EN: &str = "Open it in a text editor and save it again with the encoding UTF-8.";

/// `file-size` for a file of `bytes` bytes where `most` are allowed.
pub(super) fn too_big(path: &str, bytes: u64, most: u64) -> Diagnostic {
    let most = most / (1024 * 1024);
    let size = bytes.div_ceil(1024 * 1024);
    Diagnostic::new(
        &rules::FILE_SIZE,
        Place::file(path),
        format!("文件有 {size} MB，超过 {most} MB，没有读取"),
        format!("the file has {size} MB, more than {most} MB; it was not read"),
    )
    .fix("请检查是否误放了别的文件，或拆成几个文件。", "Check whether it belongs here, or split it.")
}

/// Whether the file is a YAML document.
pub(super) fn is_yaml(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, ext)| ext.eq_ignore_ascii_case("yaml") || ext.eq_ignore_ascii_case("yml"))
}

/// Nothing but blank lines, comments and document markers.
fn empty_yaml(text: &str) -> bool {
    text.lines().map(str::trim).all(|line| line.is_empty() || line.starts_with('#') || line == "---" || line == "...")
}

/// Not UTF-8: GBK as Windows saves it, or a damaged file.
fn foreign(path: &str, bytes: &[u8], first_bad: usize, out: &mut Vec<Diagnostic>) -> Decoded {
    let lossy = String::from_utf8_lossy(bytes);
    // GB18030 decodes nearly anything, also UTF-8 with one broken character; a file that contains far more whole UTF-8
    // Chinese characters than broken ones was UTF-8 once.
    let han = lossy.chars().filter(|ch| ('\u{4e00}'..='\u{9fff}').contains(ch)).count();
    let broken = lossy.chars().filter(|ch| *ch == '\u{fffd}').count();
    let gbk = if han > 2 * broken { None } else { GB18030.decode_without_bom_handling_and_without_replacement(bytes) };
    if let Some(text) = gbk {
        let place = first_foreign_line(path, &text);
        let line = match &place.spot {
            crate::diag::Spot::Bytes { start, end } => text.get(*start..*end).unwrap_or("").trim().to_owned(),
            _ => String::new(),
        };
        let line: String = line.chars().take(60).collect();
        out.push(
            Diagnostic::new(
                &rules::FILE_ENCODING,
                place,
                "文件是 GBK/ANSI 编码，请另存为 UTF-8",
                "the file is encoded in GBK (\"ANSI\"); save it as UTF-8",
            )
            .expected(format!("UTF-8 编码的“{line}”"), format!("\"{line}\" in UTF-8"))
            .fix(SAVE_ZH, SAVE_EN),
        );
        return Decoded::Refused(text.into_owned());
    }
    let text = lossy.into_owned();
    // Everything before the first bad byte is unchanged, so its offset is that of the replacement character.
    let end = first_bad + '\u{fffd}'.len_utf8();
    out.push(
        Diagnostic::new(
            &rules::FILE_ENCODING,
            Place::bytes(path, first_bad..end),
            "文件里有不是 UTF-8 的字节，文件可能已损坏",
            "the file holds bytes that are not UTF-8; it may be damaged",
        )
        .fix("请重新输入这一处的文字，或从备份恢复文件。", "Type the text at this place again, or restore the file."),
    );
    Decoded::Refused(text)
}

/// UTF-16 by its byte order mark, or by half of the bytes of its ASCII characters being zero.
fn utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    if bytes.starts_with(&[0xff, 0xfe]) {
        return Some(UTF_16LE);
    }
    if bytes.starts_with(&[0xfe, 0xff]) {
        return Some(UTF_16BE);
    }
    if bytes.len() < 8 || !bytes.len().is_multiple_of(2) {
        return None;
    }
    let zeros = |offset: usize| bytes.iter().skip(offset).step_by(2).filter(|b| **b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    // One character in eight: colons, spaces and line breaks alone make more than that in content.
    let enough = |n: usize, other: usize| n * 16 >= bytes.len() && other * 8 < n.max(1);
    if enough(odd, even) {
        Some(UTF_16LE)
    } else if enough(even, odd) {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// The first line with anything but ASCII: where the wrong encoding shows.
fn first_foreign_line(path: &str, text: &str) -> Place {
    let at = text.char_indices().find(|(_, ch)| !ch.is_ascii()).map_or(0, |(at, _)| at);
    let lines = LineIndex::new(text);
    let (line, _) = lines.line_column(at);
    Place::bytes(path, lines.line(line))
}

/// Reports characters not allowed in any text; true if there were any.
fn controls(path: &str, text: &str, out: &mut Vec<Diagnostic>) -> bool {
    let mut last_line = 0;
    let mut reported = 0;
    let mut lines = None;
    for (at, ch) in text.char_indices().filter(|(_, ch)| forbidden(*ch)) {
        let lines = lines.get_or_insert_with(|| LineIndex::new(text));
        let (line, _) = lines.line_column(at);
        if line == last_line {
            continue;
        }
        last_line = line;
        reported += 1;
        if reported > MOST_CONTROLS {
            break;
        }
        let code = u32::from(ch);
        let (zh, en) = match ch {
            '\u{b}' => (" Word 的软回车", "a soft line break from Word"),
            '\u{c}' => ("换页符", "a form feed"),
            '\0' => ("空字符", "a NUL"),
            '\u{feff}' => ("多余的字节顺序标记", "a stray byte order mark"),
            _ => ("看不见的控制字符", "an invisible control character"),
        };
        out.push(
            Diagnostic::new(
                &rules::FILE_CONTROL,
                Place::bytes(path, at..at + ch.len_utf8()),
                format!("这里有{zh}（U+{code:04X}）"),
                format!("there is {en} here (U+{code:04X})"),
            )
            .fix("请删掉这个字符：把光标放在它后面，按退格键。", "Delete the character."),
        );
    }
    reported > 0
}

/// C0 and C1 controls but tab, line feed, carriage return and next line (the set YAML 1.2 forbids, 5.1), and a
/// byte order mark that is not at the start.
fn forbidden(ch: char) -> bool {
    match ch {
        '\t' | '\n' | '\r' | '\u{85}' => false,
        '\u{feff}' | '\u{fffe}' | '\u{ffff}' => true,
        _ => ch.is_control(),
    }
}
