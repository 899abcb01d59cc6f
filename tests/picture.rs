//! Pictures: what is drawn, what is refused, and that equal input gives equal bytes.

use hallpress::render::{DrawError, pixels, png};
use hallpress::text::Fonts;
use rayon::prelude::*;

fn svg(body: &str) -> String {
    format!(r#"<svg xmlns="http://www.w3.org/2000/svg" width="640" height="120" viewBox="0 0 640 120">{body}</svg>"#)
}

fn draw(body: &str) -> Result<Vec<u8>, DrawError> {
    png(&svg(body), Fonts::embedded(), None)
}

const STRIP: &str = r##"<rect width="640" height="120" fill="#0b3d91"/>
<text x="20" y="80" font-family="Noto Sans SC" font-weight="700" font-size="64" fill="#fff">A12 不动产登记</text>
<text x="560" y="12" font-family="Noto Sans Mongolian" font-size="28" fill="#ffd24a" writing-mode="tb">ᠮᠣᠩᠭᠣᠯ</text>"##;

#[test]
fn a_strip_is_a_palette_png_of_its_size() {
    let bytes = draw(STRIP).expect("all of it can be drawn");
    if let Ok(folder) = std::env::var("HALLPRESS_TEST_OUT") {
        std::fs::write(format!("{folder}/strip.png"), &bytes).expect("folder given by the developer");
    }
    let mut reader = png::Decoder::new(std::io::Cursor::new(&bytes)).read_info().expect("a PNG");
    let info = reader.info();
    assert_eq!((info.width, info.height, info.color_type), (640, 120, png::ColorType::Indexed));
    assert_eq!(info.palette.as_ref().map(|p| p[..3].to_vec()), Some(vec![0x0b, 0x3d, 0x91]));
    let expanded = pixels(&svg(STRIP), Fonts::embedded(), None).expect("drawn").rgba;
    let palette = info.palette.clone().expect("a palette");
    let mut indexes = vec![0; 640 * 120];
    reader.next_frame(&mut indexes).expect("whole");
    let colour = |index: u8| &palette[3 * usize::from(index)..][..3];
    let exact = indexes.iter().zip(expanded.chunks(4)).all(|(&index, pixel)| colour(index) == &pixel[..3]);
    assert!(exact, "the palette loses no colour");
}

#[test]
fn many_colours_are_kept_in_24_bits() {
    let body = r##"<linearGradient id="g"><stop stop-color="#f00"/><stop offset="1" stop-color="#08f"/></linearGradient>
        <rect width="640" height="120" fill="url(#g)"/>"##;
    let bytes = draw(body).expect("drawn");
    let reader = png::Decoder::new(std::io::Cursor::new(&bytes)).read_info().expect("a PNG");
    assert_eq!(reader.info().color_type, png::ColorType::Rgb);
}

#[test]
fn the_size_can_be_set() {
    let picture = pixels(&svg(STRIP), Fonts::embedded(), Some((320, 60))).expect("drawn");
    assert_eq!((picture.width, picture.height, picture.rgba.len()), (320, 60, 320 * 60 * 4));
    let huge = pixels(&svg(STRIP), Fonts::embedded(), Some((10_000, 10_000)));
    assert_eq!(huge, Err(DrawError::TooLarge { width: 10_000, height: 10_000 }));
}

#[test]
fn equal_input_gives_equal_bytes_on_any_number_of_threads() {
    let first = draw(STRIP).expect("drawn");
    let all: Vec<_> = (0..8).into_par_iter().map(|_| draw(STRIP).expect("drawn")).collect();
    assert!(all.iter().all(|bytes| *bytes == first));
}

#[test]
fn a_character_without_glyph_is_an_error() {
    let error = draw(r#"<text font-family="Noto Sans SC" font-size="20">王𪛗</text>"#).expect_err("no glyph");
    assert_eq!(error, DrawError::MissingGlyph { text: "王𪛗".into(), character: '𪛗', elsewhere: None });
    let error = draw(r#"<text font-family="Noto Sans SC" font-size="20">文ᠮ</text>"#).expect_err("other family");
    assert!(
        matches!(&error, DrawError::MissingGlyph { elsewhere: Some(f), .. } if f == "Noto Sans Mongolian"),
        "{error:?}"
    );
}

#[test]
fn an_unknown_family_is_an_error_wherever_it_is_named() {
    for body in [
        r#"<text font-family="Arial" font-size="20">文</text>"#,
        r#"<text style="font-family: Arial, 'Noto Sans SC'" font-size="20">文</text>"#,
        r#"<style>text { font-family: Arial }</style><text font-size="20">文</text>"#,
    ] {
        assert_eq!(draw(body), Err(DrawError::UnknownFamily("Arial".into())), "{body}");
    }
    assert!(draw(r#"<text font-size="20">文</text>"#).is_ok(), "without a family the first is meant");
}

#[test]
fn lost_text_is_an_error_and_hidden_text_is_not() {
    assert_eq!(draw(r#"<text font-size="0">文字</text>"#), Err(DrawError::LostText("文字".into())));
    assert!(draw(r#"<text display="none">文字</text><text> </text><defs><text id="a">乙</text></defs>"#).is_ok());
    assert!(
        draw(r##"<text x="1" y="50"><title>注</title>甲<tspan x="9">乙</tspan></text><text x="1" y="50">甲乙</text>"##)
            .is_ok()
    );
}

#[test]
fn pictures_come_only_from_within() {
    for href in [
        "/etc/passwd",
        "file:///etc/passwd",
        "http://example.cn/a.png",
        "../a.png",
        "data:image/svg+xml;base64,PHN2Zy8+",
    ] {
        let error = draw(&format!(r#"<image href="{href}" width="9" height="9"/>"#)).expect_err(href);
        assert!(matches!(error, DrawError::ForeignImage(_)), "{href}: {error:?}");
    }
    let dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    assert!(draw(&format!(r#"<image href="data:image/png;base64,{dot}" width="9" height="9"/>"#)).is_ok());
}

#[test]
fn what_is_no_svg_is_an_error() {
    assert!(matches!(png("<svg", Fonts::embedded(), None), Err(DrawError::Broken(_))));
    let bomb = r#"<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>"#;
    assert!(matches!(png(bomb, Fonts::embedded(), None), Err(DrawError::Broken(_))));
}

#[test]
#[ignore = "a measurement: cargo test picture:: -- --ignored --nocapture"]
fn how_long_a_strip_takes() {
    let body = format!(
        r##"<rect width="1920" height="360" fill="#0b3d91"/><g font-family="Noto Sans SC" fill="#fff">{}</g>"##,
        (0..5)
            .map(|n| format!(
                r#"<text x="20" y="{}" font-size="56">A12 不动产登记综合受理窗口（含代办）</text>"#,
                60 + 65 * n
            ))
            .collect::<String>()
    );
    let whole = format!(r#"<svg xmlns="http://www.w3.org/2000/svg" width="1920" height="360">{body}</svg>"#);
    let fonts = Fonts::embedded();
    let start = std::time::Instant::now();
    let mut bytes = 0;
    for _ in 0..20 {
        bytes = png(&whole, fonts, None).expect("drawn").len();
    }
    let strip = start.elapsed() / 20;
    let start = std::time::Instant::now();
    let drawn = pixels(&whole, fonts, None).expect("drawn");
    let raster = start.elapsed();
    let start = std::time::Instant::now();
    hallpress::render::encode(&drawn).expect("encoded");
    let encoded = start.elapsed();
    let start = std::time::Instant::now();
    for _ in 0..1000 {
        let area = hallpress::text::Area { width: 900.0, height: 120.0 };
        let sizes = hallpress::text::Sizes::px(96.0, 24.0);
        let fit =
            hallpress::text::fit(fonts, "不动产登记综合受理窗口（含代办）", area, Default::default(), sizes, 2, 1.2);
        assert!(fit.is_ok());
    }
    let fit = start.elapsed() / 1000;
    panic!("strip {strip:?} of which raster {raster:?} encode {encoded:?}, {bytes} bytes; fit {fit:?}");
}

/// The icon as devices want it: its picture up to the edge, as they round corners themselves.
#[test]
fn icons_of_devices_are_the_icon() {
    let assets = concat!(env!("CARGO_MANIFEST_DIR"), "/layouts/assets");
    let icon = std::fs::read_to_string(format!("{assets}/icon.svg")).unwrap().replace(r#" rx="4""#, "");
    for size in [192, 512] {
        let file = format!("{assets}/icon-{size}.png");
        let drawn = png(&icon, Fonts::embedded(), Some((size, size))).unwrap();
        if std::env::var_os("HALLPRESS_UPDATE").is_some() {
            std::fs::write(&file, &drawn).unwrap();
        }
        assert!(std::fs::read(&file).unwrap() == drawn, "{file}: HALLPRESS_UPDATE=1 cargo test picture::");
    }
}
