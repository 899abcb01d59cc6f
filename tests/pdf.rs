//! Print: exact size, embedded fonts, searchable text, the same bytes each time. Read back with the poppler tools.

use crate::support::poppler;
use hallpress::render::{DrawError, PdfMeta, PdfPage, pdf};
use hallpress::text::Fonts;

const BOARD: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 303 426" width="303" height="426">
<rect width="303" height="426" fill="#fff"/><rect width="303" height="60" fill="#a61c1c"/>
<text x="20" y="40" font-family="Noto Sans SC" font-weight="700" font-size="20" fill="#fff">不动产登记办事指南</text>
<text x="20" y="100" font-family="Noto Sans SC" font-size="10">法定时限 30个工作日 A12—A15</text>
<text x="260" y="100" font-family="Noto Sans Mongolian" font-size="12" writing-mode="tb">ᠮᠣᠩᠭᠣᠯ ᠪᠢᠴᠢᠭ</text></svg>"##;

fn meta() -> PdfMeta {
    PdfMeta {
        title: "不动产登记办事指南".into(),
        subject: Some("标牌".into()),
        date: jiff::civil::date(2026, 10, 12).at(9, 0, 0, 0),
        lang: "zh-CN".into(),
    }
}

fn page(bleed_mm: f64) -> PdfPage {
    PdfPage { svg: BOARD.into(), width_mm: 297.0, height_mm: 420.0, bleed_mm }
}

/// The numbers of the line of `info` that starts with `label`.
fn numbers(info: &str, label: &str) -> Vec<f64> {
    let line = info.lines().find(|line| line.starts_with(label)).unwrap_or_else(|| panic!("no {label} in {info}"));
    line.split_whitespace().filter_map(|word| word.parse().ok()).collect()
}

fn near(found: &[f64], expected: &[f64]) -> bool {
    found.len() >= expected.len() && found.iter().zip(expected).all(|(a, b)| (a - b).abs() < 0.02)
}

#[test]
fn a_board_is_exact_searchable_and_archival() {
    let bytes = pdf(&[page(3.0), page(0.0)], &meta(), Fonts::embedded()).expect("drawn");
    let folder = tempfile::tempdir().expect("a scratch folder");
    let file = folder.path().join("board.pdf");
    std::fs::write(&file, &bytes).expect("written");
    if let Ok(out) = std::env::var("HALLPRESS_TEST_OUT") {
        std::fs::copy(&file, format!("{out}/board.pdf")).expect("folder given by the developer");
    }
    let info = poppler("pdfinfo", &["-box", "-f", "1", "-l", "2"], &file);
    let mm = 72.0 / 25.4;
    assert!(near(&numbers(&info, "Page    1 size:")[1..], &[303.0 * mm, 426.0 * mm]), "{info}");
    assert!(near(&numbers(&info, "Page    1 TrimBox:")[1..], &[3.0 * mm, 3.0 * mm, 300.0 * mm, 423.0 * mm]), "{info}");
    assert!(near(&numbers(&info, "Page    2 size:")[1..], &[297.0 * mm, 420.0 * mm]), "{info}");
    assert!(info.contains("Title:           不动产登记办事指南"), "{info}");
    let plain = String::from_utf8_lossy(&bytes);
    assert!(plain.contains("<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>"));
    assert!(info.contains("2026"), "the date of the content: {info}");
    let text = poppler("pdftotext", &["-layout"], &file);
    assert!(text.contains("不动产登记办事指南") && text.contains("30个工作日"), "{text}");
    assert!(text.contains("ᠮᠣᠩᠭᠣᠯ"), "{text}");
    let fonts = poppler("pdffonts", &[], &file);
    let faces: Vec<&str> = fonts.lines().skip(2).collect();
    assert_eq!(faces.len(), 3, "{fonts}");
    assert!(faces.iter().all(|face| face.contains(" yes yes yes ")), "embedded, subset, searchable: {fonts}");
}

#[test]
fn equal_input_gives_equal_bytes() {
    let make = || pdf(&[page(3.0)], &meta(), Fonts::embedded()).expect("drawn");
    let first = make();
    assert!(first == make());
    assert!(first.len() < 100_000, "{} bytes", first.len());
}

#[test]
fn what_cannot_be_drawn_is_refused() {
    let broken = |svg: &str| PdfPage { svg: svg.into(), ..page(0.0) };
    let text = BOARD.replace("法定", "𪛗");
    assert!(matches!(pdf(&[broken(&text)], &meta(), Fonts::embedded()), Err(DrawError::MissingGlyph { .. })));
    let flat = PdfPage { width_mm: 0.0, ..page(0.0) };
    assert_eq!(pdf(&[flat], &meta(), Fonts::embedded()), Err(DrawError::BadSize));
}
