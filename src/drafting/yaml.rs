//! The record as people write it: Chinese keys in the usual order.

use super::answers::Answers;
use super::dates::Advice;
use crate::content::{ChangeKind, Transition};
use crate::model::duties;
use crate::text::date::{long_weekday, short_weekday};
use jiff::civil::Date;
use std::fmt::Write;

/// The fields of a record besides its windows and postings.
pub(super) struct YamlRecord<'a> {
    pub(super) id: &'a str,
    pub(super) kind: ChangeKind,
    pub(super) effective: Date,
    /// The day it is written.
    pub(super) today: Date,
    pub(super) applicant: &'a str,
    pub(super) answers: &'a Answers,
}

/// One window of the record as it will be written.
pub(super) struct YamlRow {
    pub(super) window: String,
    pub(super) number: Option<String>,
    pub(super) at: Option<(f64, f64)>,
}

/// The lines of the file so far.
struct YamlLines(String);

impl YamlLines {
    /// A line, if there is something to say.
    fn add(&mut self, indent: usize, key: &str, value: Option<String>) {
        if let Some(value) = value {
            let _ = writeln!(self.0, "{}{key}: {value}", " ".repeat(indent));
        }
    }
}

fn said(words: &Option<String>) -> Option<String> {
    words.as_deref().map(scalar)
}

impl YamlRecord<'_> {
    /// The file.
    pub(super) fn write(&self, rows: &[YamlRow], places: &[String], advice: &Advice, editor: Option<&str>) -> String {
        let mut lines = YamlLines(format!("# {}\n", self.heading(advice)));
        self.steps(&mut lines, advice);
        if self.answers.is_whole() {
            self.move_of_venue(&mut lines);
        } else {
            lines.add(0, "窗口", Some(String::new()));
            rows.iter().for_each(|row| self.window(&mut lines, row));
        }
        let a = self.answers;
        lines.add(0, "过渡安排", a.transition.map(Transition::word).map(str::to_owned));
        lines.add(0, "过渡说明", said(&a.transition_note));
        lines.add(0, "联系电话", said(&a.phone));
        lines.add(0, "公告", Some(String::new()));
        lines.add(2, "发布时间", self.published(advice));
        lines.add(2, "责任编辑", editor.map(scalar));
        if let (Some(from), Some(until), false) = (advice.notice_from, advice.notice_until, places.is_empty()) {
            lines.add(2, "张贴", Some(String::new()));
            for place in places {
                lines.add(4, "- {张贴点", Some(format!("{}, 自: {from}, 最后一天: {until}}}", scalar(place))));
            }
        }
        let drafted = a.drafted_by.as_deref().map(scalar);
        lines.add(0, "拟稿", drafted.map(|person| format!("{{姓名职务: {person}, 日期: {}}}", self.today)));
        lines.0.lines().map(str::trim_end).fold(String::new(), |all, line| all + line + "\n")
    }

    /// What it is, who applied, and its days.
    fn steps(&self, lines: &mut YamlLines, advice: &Advice) {
        let a = self.answers;
        lines.add(0, "编号", Some(self.id.to_owned()));
        lines.add(0, "种类", Some(self.kind.word().to_owned()));
        lines.add(0, "场所", said(&a.venue).filter(|_| a.is_whole()));
        lines.add(0, "申请单位", Some(scalar(self.applicant)));
        lines.add(0, "原因", said(&a.reason));
        match a.filed_on {
            Some(filed) => lines.add(0, "备案日期", Some(filed.to_string())),
            // An emergency and its end need no filing.
            None if duties::of(self.kind).notice.is_at_once() => {}
            None => lines.add(0, "# 备案日期", Some(unfiled(advice))),
        }
        match a.approved_at {
            None if advice.needs_consent => lines.add(0, "# 同意时间", Some(UNAGREED.to_owned())),
            at => lines.add(0, "同意时间", at.map(|at| at.strftime("%Y-%m-%dT%H:%M").to_string())),
        }
        lines.add(0, "生效日期", Some(self.effective.to_string()));
        lines.add(0, "生效时间", a.effective_at.map(|clock| clock.to_string()));
        lines.add(0, "最后一天", a.last_day.map(|last| last.to_string()));
        lines.add(0, "恢复时间", a.resumes_at.map(|at| at.strftime("%Y-%m-%dT%H:%M").to_string()));
    }

    /// Where a whole venue moves to, and where people go.
    fn move_of_venue(&self, lines: &mut YamlLines) {
        let a = self.answers;
        lines.add(0, "新址", said(&a.new_address));
        lines.add(0, "新址启用", a.opens.map(|day| day.to_string()));
        lines.add(0, "新办公时间", said(&a.new_hours));
        lines.add(0, "交通", (!a.transport.is_empty()).then(|| list(&a.transport)));
        self.goes_to(lines, 0);
    }

    /// What happens to a window.
    fn window(&self, lines: &mut YamlLines, row: &YamlRow) {
        let a = self.answers;
        lines.add(2, "- 窗口", Some(scalar(&row.window)));
        lines.add(4, "窗口号", row.number.as_deref().map(scalar));
        lines.add(4, "场所", said(&a.venue));
        lines.add(4, "区域", said(&a.zone));
        lines.add(4, "单位", said(&a.unit));
        lines.add(4, "业务", said(&a.business));
        lines.add(4, "事项", a.matters.as_deref().map(list));
        lines.add(4, "办公时间", said(&a.hours));
        lines.add(4, "东", row.at.map(|at| at.0.to_string()));
        lines.add(4, "南", row.at.map(|at| at.1.to_string()));
        self.goes_to(lines, 4);
    }

    /// Where people go instead.
    fn goes_to(&self, lines: &mut YamlLines, indent: usize) {
        let a = self.answers;
        if a.to_windows.is_empty() && a.to_venue.is_none() && a.to_address.is_none() && a.ended.is_none() {
            return;
        }
        lines.add(indent, "去向", Some(String::new()));
        lines.add(indent + 2, "窗口", (!a.to_windows.is_empty()).then(|| list(&a.to_windows)));
        lines.add(indent + 2, "场所", said(&a.to_venue));
        lines.add(indent + 2, "地址", said(&a.to_address));
        lines.add(indent + 2, "不再办理", said(&a.ended));
    }

    /// When it is published: an emergency by the minute at that minute, all else at nine on the first day of its notice.
    fn published(&self, advice: &Advice) -> Option<String> {
        let at_once = self.answers.effective_at.filter(|_| duties::of(self.kind).notice.is_at_once());
        match at_once {
            Some(clock) => Some(format!("{}T{:02}:{:02}", self.effective, clock.minutes / 60, clock.minutes % 60)),
            None => advice.notice_from.map(|from| format!("{from}T09:00")),
        }
    }

    /// `撤离。备案法定最迟10月9日（星期五），建议不晚于9月28日（星期一）；……`
    fn heading(&self, advice: &Advice) -> String {
        let mut parts = Vec::new();
        let advised = advice.filing_advised.filter(|day| advice.filing_due.is_none_or(|due| *day < due));
        parts.extend(advice.filing_due.map(|day| format!("备案法定最迟{}", short_weekday(day))));
        parts.extend(advised.map(|day| format!("备案建议不晚于{}", short_weekday(day))));
        let from = advice.notice_from.filter(|_| !duties::of(self.kind).notice.is_at_once());
        parts.extend(from.map(|day| format!("公告{}起张贴", short_weekday(day))));
        format!("{}，{}生效。{}", self.kind.word(), long_weekday(self.effective), sentence(&parts))
    }
}

/// What is written instead of a consent that has not come yet.
const UNAGREED: &str = "    # 收到同意意见后删去行首的 #，写上时间，如 2026-10-09T16:00；没有以前不发布";

fn sentence(parts: &[String]) -> String {
    if parts.is_empty() { String::new() } else { format!("{}。", parts.join("，")) }
}

/// What is written instead of a filing date that is not known yet.
fn unfiled(advice: &Advice) -> String {
    match (advice.filing_due, advice.filing_advised) {
        (Some(due), Some(advised)) if advised < due => {
            format!("{advised}    # 备案后删去行首的 #，改成实际日期；法定最迟 {due}，建议不晚于 {advised}")
        }
        (Some(due), _) => format!("{due}    # 备案后删去行首的 #，改成实际日期；最迟 {due}"),
        (None, Some(advised)) => format!("{advised}    # 备案后删去行首的 #，改成实际日期"),
        (None, None) => "    # 备案后删去行首的 #，写上实际日期".to_owned(),
    }
}

fn list(items: &[String]) -> String {
    let items: Vec<String> = items.iter().map(|item| scalar(item)).collect();
    format!("[{}]", items.join(", "))
}

/// A text as a YAML value, quoted where YAML would read it otherwise; also inside a flow list.
pub(super) fn scalar(text: &str) -> String {
    let first = text.chars().next().unwrap_or(' ');
    let is_word = !text.is_empty() && !text.starts_with(' ') && !text.ends_with([' ', ':']);
    let is_plain = !"-?:,[]{}#&*!|>'\"%@`~".contains(first)
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.contains(['[', ']', '{', '}', ',', '\n', '\t', '"', '：'])
        && !["null", "Null", "NULL"].contains(&text);
    if is_word && is_plain {
        return text.to_owned();
    }
    // A JSON string is a YAML string.
    serde_json::Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use super::scalar;

    #[test]
    fn what_yaml_would_read_otherwise_is_quoted() {
        for plain in ["布局调整", "F11", "7660000", "社保、医保", "w-a01", "a:b", "（暂停）"] {
            assert_eq!(scalar(plain), plain);
        }
        for quoted in ["", "# 说明", "原因: 检修", "a, b", "- 一", "null", "他说\"好\"", "检修：设备", "结尾:"]
        {
            assert_eq!(scalar(quoted), serde_json::Value::from(quoted).to_string());
        }
    }
}
