//! What the texts of a document are for, and the path to each text that citizens may read.

use crate::diag::{Seg, ValuePath};

/// What a field's text is for. `record!` refuses a text without a mark, so that none is published, or left out of the
/// rules about texts, because nobody thought of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// `as public`: citizens read it, on the website, a screen, a board or a print; every rule about words looks at it.
    Public,
    /// `as internal`: it must not appear in any file of `public/`, nor anything below it. Staff read it, or it is
    /// printed on one thing alone, such as a badge.
    Internal,
    /// `as code`: no words to be read but an id, an address, the name of a file, a word to look for.
    Code,
    /// `as public_if_yes`, `as public_unless_no`: whether the texts of its record are public; where they are not, none
    /// of them may appear in `public/`.
    Gate {
        /// Whether they are public where it is left out.
        left_out: bool,
    },
    /// No mark: no text but a choice, a date, a number, or records whose fields have marks of their own.
    Value,
}

impl Mark {
    /// Whether a field may have it; `is_text`: whether its content is text.
    pub(crate) const fn fits(self, is_text: bool) -> bool {
        match self {
            Self::Public | Self::Code => is_text,
            Self::Internal => true,
            Self::Gate { .. } | Self::Value => !is_text,
        }
    }
}

/// A walk over the texts marked public, with the gates of the records on the way.
pub struct TextWalk<'a, 'w> {
    path: ValuePath,
    is_public: bool,
    each: &'w mut dyn FnMut(&'a str, bool, &ValuePath),
}

impl<'a, 'w> TextWalk<'a, 'w> {
    /// A walk that calls `each` with the texts marked public: the text, whether its records let it be public, the path
    /// to it.
    pub fn new(each: &'w mut dyn FnMut(&'a str, bool, &ValuePath)) -> Self {
        Self { path: ValuePath::default(), is_public: true, each }
    }

    pub(super) fn text(&mut self, text: &'a str) {
        (self.each)(text, self.is_public, &self.path);
    }

    /// The fields of a record whose gate is `open`.
    pub(crate) fn record(&mut self, open: bool, fields: impl FnOnce(&mut Self)) {
        let outside = self.is_public;
        self.is_public &= open;
        fields(self);
        self.is_public = outside;
    }

    /// The value of a field, where its mark lets citizens read it.
    pub(crate) fn field(&mut self, key: &'static str, mark: Mark, value: impl FnOnce(&mut Self)) {
        if matches!(mark, Mark::Public | Mark::Value) {
            self.step(Seg::Key(key), value);
        }
    }

    /// The value one step further down.
    pub(super) fn step(&mut self, seg: Seg, value: impl FnOnce(&mut Self)) {
        self.path.0.push(seg);
        value(self);
        self.path.0.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::TextWalk;
    use crate::content::matter::RawMatter;
    use crate::content::site::RawSite;
    use crate::source::Shaped;

    /// Path, text and whether it may be public, of every text marked public.
    fn texts<T: Shaped + serde::de::DeserializeOwned>(yaml: &str) -> Vec<String> {
        let document: T = serde_yaml::from_str(yaml).unwrap_or_else(|error| panic!("{error}"));
        let mut all = Vec::new();
        document.texts(&mut TextWalk::new(&mut |text, public, path| all.push(format!("{path} {text} {public}"))));
        all
    }

    #[test]
    fn every_public_text_is_met_with_its_path() {
        let yaml = "{编号: a, 事项名称: 甲, 事项类型: 公共服务, 行使层级: 市级, 实施主体: spj, 办件类型: 即办件, \
            收费: {收费: 是, 项目: [{名称: 乙, 标准: 丙, 依据: 丁}]}, 到现场次数: 0, \
            不进驻: {同意: {姓名职务: 戊, 日期: 2026-10-12}}, 转报: {机关: 己, 咨询: 庚}, 通俗名称: [辛, 壬]}";
        let expected = [
            "事项名称 甲 true",
            "通俗名称[0] 辛 true",
            "通俗名称[1] 壬 true",
            "收费.项目[0].名称 乙 true",
            "收费.项目[0].标准 丙 true",
            "收费.项目[0].依据 丁 true",
            "转报.机关 己 true",
            "转报.咨询 庚 true",
        ];
        assert_eq!(texts::<RawMatter>(yaml), expected);
    }

    #[test]
    fn a_record_that_is_not_public_says_so_of_its_texts_alone() {
        let yaml = "{名称: 甲, 主管单位: spj, 地址: 乙, 统一咨询电话: 1, 投诉电话: 2, \
            电话簿: [{名称: 丙, 号码: 3, 公开: 否}, {名称: 丁, 号码: 4}], 房间: [{编号: A1, 名称: 戊}]}";
        let closed: Vec<String> = texts::<RawSite>(yaml).into_iter().filter(|text| text.ends_with("false")).collect();
        let expected =
            ["电话簿[0].名称 丙 false", "电话簿[0].号码 3 false", "房间[0].编号 A1 false", "房间[0].名称 戊 false"];
        assert_eq!(closed, expected);
    }
}
