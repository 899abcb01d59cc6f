//! The key that was meant by another one.

use super::shape::{Field, ScalarShape, Shape};
use super::suggest::most_like;

/// Keys, each with other words for the same: the heads of tables the program prints, and what other forms say.
const OTHER_WORDS: [(&str, &[&str]); 5] = [
    ("最后一天", &["至", "到", "止", "结束", "结束日期", "截止日期", "终止日期", "to", "until", "end"]),
    ("自", &["从", "起", "开始", "开始日期", "起始日期", "第一天", "start"]),
    ("生效日期", &["生效", "自", "从", "起", "开始日期", "起始日期", "第一天", "from", "start"]),
    ("场所", &["分厅", "大厅"]),
    ("挂放处", &["位置", "地点"]),
];

/// Of the keys that are not given, the one that `name` is another word for.
pub(super) fn by_other_word<'f>(name: &str, absent: &[&'f Field]) -> Option<&'f Field> {
    let is_meant = |field: &&&Field| OTHER_WORDS.iter().any(|(key, words)| *key == field.key && words.contains(&name));
    absent.iter().find(is_meant).copied()
}

/// The required key that is not given and that a value under the key `name` belongs to: the value does not fit `field`, whose
/// key that is, and the two keys are much alike.
pub(super) fn by_value<'f>(name: &str, text: &str, field: &Field, absent: &[&'f Field]) -> Option<&'f Field> {
    let accepts = |field: &Field, text: &str| match (field.shape)() {
        Shape::Scalar(ScalarShape { accepts, .. }) => Some(accepts(text).is_ok()),
        _ => None,
    };
    if accepts(field, text) != Some(false) {
        return None;
    }
    // What takes any text says nothing about which was meant.
    let fits = |other: &Field| accepts(other, text) == Some(true) && accepts(other, "?") == Some(false);
    let of_field = |other: &&&Field| other.required && fits(other);
    let fitting: Vec<&Field> = absent.iter().filter(of_field).copied().collect();
    let near = most_like(name, fitting.iter().flat_map(|other| [other.key, other.alias]))?;
    fitting.into_iter().find(|other| other.key == near || other.alias == near)
}

/// The key, other than `field`, one of whose choices `text` is where it is none of those of `field`.
pub(super) fn by_choice(text: &str, field: &Field, fields: &'static [Field]) -> Option<&'static Field> {
    let choices = |field: &Field| match (field.shape)() {
        Shape::Scalar(ScalarShape { choices, .. }) => choices,
        _ => &[],
    };
    let has = |field: &Field| choices(field).iter().flatten().any(|choice| *choice == text);
    let wants = !choices(field).is_empty() && !has(field);
    fields.iter().find(|other| wants && has(other))
}
