//! The hall's visual system (Y14.1): one set of colours and sizes for pages, screens and print.

use serde::Serialize;

/// Design tokens; every template gets them as `theme`.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct DesignTokens {
    /// Main colour: headers, number plates, links. 8.6:1 on white.
    pub main: &'static str,
    /// Darker main, for large dark surfaces.
    pub main_deep: &'static str,
    /// Main as a faint surface.
    pub main_faint: &'static str,
    /// Text.
    pub ink: &'static str,
    /// Secondary text, 7:1 on white.
    pub muted: &'static str,
    /// Hairlines.
    pub line: &'static str,
    /// Page background beside white.
    pub paper: &'static str,
    /// 正在服务: always with the word and a disc.
    pub open: &'static str,
    /// Its faint surface.
    pub open_faint: &'static str,
    /// 午间休息、暂离: with the word and two bars.
    pub pause: &'static str,
    /// Its faint surface.
    pub pause_faint: &'static str,
    /// 暂停、撤离、故障: with the word and a square or cross.
    pub stop: &'static str,
    /// Its faint surface.
    pub stop_faint: &'static str,
    /// 已下班: with the word and a ring.
    pub rest: &'static str,
    /// Its faint surface.
    pub rest_faint: &'static str,
}

/// The theme of this hall.
pub const THEME: DesignTokens = DesignTokens {
    main: "#0B4F82",
    main_deep: "#083A61",
    main_faint: "#E9F1F7",
    ink: "#161B20",
    muted: "#48535D",
    line: "#C8D2DA",
    paper: "#F5F7F9",
    open: "#096032",
    open_faint: "#E3F3E9",
    pause: "#6E4300",
    pause_faint: "#FFF1D6",
    stop: "#98201B",
    stop_faint: "#FBE6E4",
    rest: "#3B4650",
    rest_faint: "#E8ECEF",
};
