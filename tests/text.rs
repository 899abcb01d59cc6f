//! Properties of text fitting that are true for any text.

use hallpress::text::{Area, FitError, Fonts, Sizes, Weight, fit, width, wrap};
use proptest::prelude::*;

const NO_START: &str = "、。，；：！？）》”」』";
const NO_END: &str = "（《“「『";

/// Words as a hall writes them, joined by marks that make sense: no mark at the start, brackets closed.
fn text() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "不动产",
        "登记",
        "受理",
        "3个工作日",
        "A12",
        "09:00—12:00",
        "0951-5556666",
        "窗口",
        "公安",
        "Office",
        "办",
        "ᠮᠣᠩᠭᠣᠯ",
        "2026年10月12日",
        "（含代办）",
        "“一窗通办”",
        "《条例》",
        "补正——",
        "等等……",
    ]);
    let mark = prop::sample::select(vec!["", "", "", "，", "、", "；", "：", "。", " "]);
    prop::collection::vec((word, mark), 1..14)
        .prop_map(|parts| "办".to_owned() + &parts.into_iter().map(|(w, m)| format!("{w}{m}")).collect::<String>())
}

fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn check_lines(lines: &[String], text: &str, limit: f64, size: f64) -> Result<(), TestCaseError> {
    prop_assert_eq!(bare(&lines.concat()), bare(text));
    for (n, line) in lines.iter().enumerate() {
        prop_assert!(
            width(Fonts::embedded(), line, size, Weight::Regular) <= limit + 1e-3,
            "{line} is wider than {limit}"
        );
        prop_assert!(n == 0 || !line.starts_with(|c| NO_START.contains(c)), "{lines:?}");
        prop_assert!(n + 1 == lines.len() || !line.ends_with(|c| NO_END.contains(c)), "{lines:?}");
    }
    Ok(())
}

proptest! {
    #[test]
    fn fitted_text_is_whole_and_within_its_box(text in text(), w in 200.0..2000.0f64, h in 40.0..400.0f64) {
        match fit(Fonts::embedded(), &text, Area { width: w, height: h }, Weight::Regular, Sizes::px(120.0, 20.0), 4, 1.3) {
            Ok(fit) => {
                check_lines(&fit.lines, &text, w, fit.size)?;
                prop_assert!(fit.lines.len() <= 4 && fit.height() <= h + 1e-3 && (20.0..=120.0).contains(&fit.size));
                prop_assert!((fit.size * 2.0).fract() == 0.0, "on the grid of half a pixel");
            }
            Err(FitError::TooBig { lines, width, height, max_lines, .. }) => {
                prop_assert!(lines > max_lines || width > w || height > h);
            }
            Err(FitError::Missing(missing)) => prop_assert!(false, "{missing:?}"),
        }
    }

    #[test]
    fn wrapped_text_is_whole_and_no_line_is_too_wide(text in text(), w in 220.0..2000.0f64) {
        check_lines(&wrap(Fonts::embedded(), &text, w, 20.0, Weight::Regular), &text, w, 20.0)?;
    }
}

fn fitted(text: &str, width: f64, height: f64, max_lines: usize) -> Result<(f64, Vec<String>), FitError> {
    let area = Area { width, height };
    fit(Fonts::embedded(), text, area, Weight::Bold, Sizes::px(96.0, 24.0), max_lines, 1.25)
        .map(|fit| (fit.size, fit.lines))
}

#[test]
fn sizes_shrink_only_as_far_as_needed() {
    let line = |size: f64, lines: &[&str]| Ok((size, lines.iter().map(|&l| l.to_owned()).collect()));
    assert_eq!(fitted("综合窗口", 400.0, 100.0, 1), line(96.0, &["综合窗口"]));
    assert_eq!(fitted("不动产登记", 400.0, 100.0, 1), line(80.0, &["不动产登记"]));
    assert_eq!(fitted("", 400.0, 100.0, 1), line(96.0, &[]));
    assert_eq!(fitted("甲\n乙", 400.0, 300.0, 2), line(96.0, &["甲", "乙"]));
}

#[test]
fn a_short_last_line_is_evened_out() {
    let lines = wrap(Fonts::embedded(), "银川市民大厅不动产登记受理窗口", 130.0, 10.0, Weight::Regular);
    assert_eq!(lines, ["银川市民大厅不动", "产登记受理窗口"]);
    let (_, lines) = fitted("企业开办综合服务专区", 240.0, 300.0, 4).expect("fits");
    assert!(lines.iter().all(|line| line.chars().count() >= 2), "{lines:?}");
}

#[test]
fn what_does_not_fit_is_said_and_what_no_font_has_is_named() {
    let error = fitted("一二三四五六七八九十", 100.0, 30.0, 1).expect_err("240 pixels needed");
    assert!(matches!(error, FitError::TooBig { size: 24.0, lines: 3, max_lines: 1, .. }), "{error:?}");
    assert_eq!(fitted("王𪛗", 400.0, 100.0, 1), Err(FitError::Missing(vec!['𪛗'])));
}

#[test]
fn a_long_code_is_broken_only_when_wrapping() {
    let code = "https://example.cn/abcdefghijklmnopqrstuvwxyz0123456789";
    let lines = wrap(Fonts::embedded(), code, 60.0, 10.0, Weight::Regular);
    assert_eq!(lines.concat(), code);
    assert!(lines.iter().all(|line| width(Fonts::embedded(), line, 10.0, Weight::Regular) <= 60.0), "{lines:?}");
    assert!(matches!(fitted(code, 60.0, 900.0, 30), Err(FitError::TooBig { .. })));
}

#[test]
fn spaces_between_joined_words_are_as_wide_as_they_are_drawn() {
    let (text, limit) = ("办ᠮᠣᠩᠭᠣᠯ ᠮᠣᠩᠭᠣᠯᠮᠣᠩᠭᠣᠯ 不动产ᠮᠣᠩᠭᠣᠯ，A12窗口补正——", 450.274_812_572_928_7);
    for line in wrap(Fonts::embedded(), text, limit, 20.0, Weight::Regular) {
        assert!(width(Fonts::embedded(), &line, 20.0, Weight::Regular) <= limit + 1e-3, "{line}");
    }
}
