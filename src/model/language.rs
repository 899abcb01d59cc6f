//! Languages of the website beside Chinese: interface words and translations, looked up by the Chinese they translate.

use super::ids::{FloorId, MatterId, ThemeId, UnitId, VenueId, WindowId, ZoneId};
use crate::content::Writing;
use crate::diag::Place;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// A language.
#[derive(Clone, Debug)]
pub struct Language {
    /// Its code (BCP 47), also the folder of its pages: `en`, `mn-Mong`.
    pub code: String,
    /// What it calls itself.
    pub name: String,
    /// How its lines run.
    pub writing: Writing,
    /// Interface words by their Chinese, those of the hall over those of the program.
    pub words: BTreeMap<&'static str, String>,
    /// The months from January, twelve; empty when they are not given.
    pub months: Vec<String>,
    /// The days from Monday, seven; empty when they are not given.
    pub weekdays: Vec<String>,
    /// The memory, in the order written.
    pub translations: Vec<Translation>,
    /// Position in `translations` by the Chinese.
    pub(super) memory: BTreeMap<String, usize>,
    /// Where it is written.
    pub origin: Place,
}

/// A translation of one text.
#[derive(Clone, Debug)]
pub struct Translation {
    /// The Chinese.
    pub original: String,
    /// The translation.
    pub text: String,
    /// The object whose name it is.
    pub object: Option<Object>,
    /// Who reviewed it.
    pub reviewed_by: Option<String>,
    /// When.
    pub reviewed_on: Option<Date>,
    /// Whether it is a sample.
    pub illustrative: bool,
    /// Where it is written.
    pub origin: Place,
}

/// The object whose name a text translates; for a window the text is its business.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Object {
    /// 单位
    Unit(UnitId),
    /// 事项
    Matter(MatterId),
    /// 场所
    Venue(VenueId),
    /// 楼层
    Floor(FloorId),
    /// 区域
    Zone(ZoneId),
    /// 主题
    Theme(ThemeId),
    /// 窗口
    Window(WindowId),
}

impl Language {
    /// The translation of a text of the content, exactly as written there.
    pub fn translation(&self, original: &str) -> Option<&Translation> {
        self.memory.get(original).and_then(|n| self.translations.get(*n))
    }

    /// The word for a Chinese one: of the content or of the interface.
    pub fn word(&self, chinese: &str) -> Option<&str> {
        self.translation(chinese).map(|t| t.text.as_str()).or_else(|| self.words.get(chinese).map(String::as_str))
    }

    /// Whether any of its translations is a sample.
    pub fn illustrative(&self) -> bool {
        self.translations.iter().any(|t| t.illustrative)
    }
}
