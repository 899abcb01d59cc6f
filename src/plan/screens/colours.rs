//! Colours of a strip screen by tone: distinguished without colour too, by what is dark and what is light.
//!
//! open: dark panel, light band · pause: light panel with a heavy edge · stop: dark panel and dark band ·
//! rest: all dark · info: light panel.

use crate::plan::layout::theme::THEME;

/// White text and surfaces.
const WHITE: &str = "#FFFFFF";
/// Secondary text on a dark surface.
const SOFT_ON_DARK: &str = "#C9D3DB";
/// The panel of a closed window on its dark ground.
const REST_PANEL: &str = "#252D35";

/// The colours of one picture.
#[derive(Clone, Copy, Debug)]
pub(super) struct Colours {
    pub(super) ground: &'static str,
    pub(super) ink: &'static str,
    pub(super) soft: &'static str,
    pub(super) plate: &'static str,
    pub(super) on_plate: &'static str,
    pub(super) on_plate_soft: &'static str,
    pub(super) panel: &'static str,
    pub(super) on_panel: &'static str,
    pub(super) edge: &'static str,
    pub(super) edged: bool,
    pub(super) band: &'static str,
    pub(super) on_band: &'static str,
    pub(super) strong: &'static str,
}

impl Colours {
    pub(super) fn of(tone: &str) -> Self {
        let light = Self {
            ground: WHITE,
            ink: THEME.ink,
            soft: THEME.muted,
            plate: THEME.main,
            on_plate: WHITE,
            on_plate_soft: WHITE,
            panel: THEME.main_faint,
            on_panel: THEME.main_deep,
            edge: THEME.main,
            edged: false,
            band: THEME.main_faint,
            on_band: THEME.ink,
            strong: THEME.main_deep,
        };
        match tone {
            "open" => Self { panel: THEME.open, on_panel: WHITE, ..light },
            "pause" => Self {
                panel: THEME.pause_faint,
                on_panel: THEME.pause,
                edge: THEME.pause,
                edged: true,
                band: THEME.pause_faint,
                on_band: THEME.ink,
                strong: THEME.ink,
                ..light
            },
            "stop" => {
                Self { panel: THEME.stop, on_panel: WHITE, band: THEME.stop, on_band: WHITE, strong: WHITE, ..light }
            }
            "rest" => Self {
                ground: THEME.ink,
                ink: WHITE,
                soft: SOFT_ON_DARK,
                plate: THEME.main_deep,
                panel: REST_PANEL,
                on_panel: WHITE,
                band: REST_PANEL,
                on_band: WHITE,
                strong: WHITE,
                on_plate_soft: SOFT_ON_DARK,
                ..light
            },
            _ => light,
        }
    }

    /// Every text colour with the surface it is on.
    #[cfg(test)]
    fn pairs(&self) -> [(&'static str, &'static str); 7] {
        [
            (self.ink, self.ground),
            (self.soft, self.ground),
            (self.on_plate, self.plate),
            (self.on_plate_soft, self.plate),
            (self.on_panel, self.panel),
            (self.on_band, self.band),
            (self.strong, self.band),
        ]
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop")]
    use super::*;

    fn luminance(colour: &str) -> f64 {
        let part = |n: usize| {
            let value = f64::from(u8::from_str_radix(&colour[n..n + 2], 16).unwrap()) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
    }

    #[test]
    fn every_text_has_a_contrast_of_seven() {
        for tone in ["open", "pause", "stop", "rest", "info"] {
            for (ink, ground) in Colours::of(tone).pairs() {
                let (a, b) = (luminance(ink), luminance(ground));
                let ratio = (a.max(b) + 0.05) / (a.min(b) + 0.05);
                assert!(ratio >= 7.0, "{tone}: {ink} on {ground} is {ratio:.2}");
            }
        }
    }
}
