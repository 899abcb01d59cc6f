//! A notice that corrects a published one, made from an edit of it.

use super::kept_record::as_issued;
use super::yaml::scalar;
use crate::content::notice::RawNotice;
use crate::source::markdown;
use crate::text::reason::reason_word;
use jiff::civil::{Date, DateTime};
use std::fmt::Write;

/// What is corrected, and how it is said.
#[derive(Clone, Debug)]
pub struct NoticeCorrection<'a> {
    /// The id of the published notice.
    pub id: &'a str,
    /// Its title as published.
    pub title: &'a str,
    /// Who issued it, by name, and on which day, in words.
    pub issued: (&'a str, &'a str),
    /// The sentences that say what was written and what applies.
    pub sentences: &'a [String],
    /// Where the first notice hangs, each until its last day.
    pub postings: &'a [(String, Date)],
    /// Why.
    pub reason: Option<&'a str>,
    /// The moment it is written.
    pub now: DateTime,
}

/// A notice as its text says, and the paragraphs of its body.
pub fn paragraphs(text: &str) -> Option<(RawNotice, Vec<String>)> {
    let (front, body) = markdown::read_alone::<RawNotice>(text.as_bytes())?;
    let body = body.replace("\r\n", "\n");
    let lines = body.split("\n\n").map(|part| part.trim().replace('\n', ""));
    Some((front, lines.filter(|line| !line.is_empty()).collect()))
}

impl NoticeCorrection<'_> {
    /// The file, with the kind, issuer and editor of the first notice.
    pub fn write(&self, first: &RawNotice) -> String {
        let Self { id, title, issued: (issuer, day), sentences, postings, reason, now } = self;
        let because =
            reason.map(|reason| format!("{}{reason}，", reason_word(reason).unwrap_or_default())).unwrap_or_default();
        let mut text = String::from("---\n");
        let mut line = |key: &str, value: &str| {
            let _ = writeln!(text, "{key}: {value}");
        };
        line("标题", &scalar(&format!("关于更正《{title}》的公告")));
        line("类别", first.kind.word());
        line("发布机构", &scalar(&first.issuer));
        first.office.iter().for_each(|office| line("责任部门", &scalar(office)));
        first.salutation.iter().for_each(|salutation| line("主送", &scalar(salutation)));
        first.source.iter().for_each(|source| line("来源", &scalar(source)));
        line("成文日期", &now.date().to_string());
        line("发布时间", &now.strftime("%Y-%m-%dT%H:%M").to_string());
        first.editor.iter().for_each(|editor| line("责任编辑", &scalar(editor)));
        line("更正", &scalar(id));
        line("公开", "是");
        if !postings.is_empty() {
            line("张贴", "");
        }
        for (place, last) in *postings {
            let _ = writeln!(text, "  - {{张贴点: {}, 自: {}, 最后一天: {last}}}", scalar(place), now.date());
        }
        let _ = writeln!(text, "---\n\n{issuer}已于{day}发布《{title}》，{because}现更正如下：\n");
        for sentence in *sentences {
            let _ = writeln!(text, "{sentence}\n");
        }
        text.push_str("特此公告。\n");
        text.replace(": \n", ":\n")
    }
}

/// A published notice as it was issued, with the steps and comments written since; `None` where only the issued text will
/// do.
pub fn notice_as_issued(then: &str, now: &str, edited: &[&'static str]) -> Option<String> {
    let ((front, body), (now_front, _)) = (markdown::split_text(then)?, markdown::split_text(now)?);
    let kept = as_issued::<RawNotice>(front, now_front, edited)?;
    Some(format!("---\n{kept}---\n{body}"))
}

#[cfg(test)]
mod tests {
    use super::notice_as_issued;

    #[test]
    fn what_a_notice_says_comes_back_and_its_steps_stay() {
        let then = "---\n标题: 甲\n类别: 通知公告\n发布机构: spj\n成文日期: 2026-09-01\n公开: 是\n---\n\n正文一。\n";
        let now = "---\n标题: 乙\n类别: 通知公告\n发布机构: spj\n成文日期: 2026-09-01\n公开: 是\n撤下日期: 2026-12-01\n---\n\n正文二。\n";
        let expected = then.replace("公开: 是\n", "公开: 是\n撤下日期: 2026-12-01\n");
        assert_eq!(notice_as_issued(then, now, &["标题", "正文"]).as_deref(), Some(expected.as_str()));
    }
}
