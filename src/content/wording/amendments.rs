//! Sentences of the announcements of amendments.

use super::sentence::sentences;

sentences! {
    /// How a change is amended after it was announced.
    AmendmentWords {
        "导语" | "lead" => lead(unit: "单位", day: "日期", title: "标题", reason: "原因", what: "内容"), "第一段；标题是原公告的，原因可能没有";
        "原定" | "was" => was(days: "时间", kind: "种类"), "原来的时间；种类如 撤离、暂停";
        "延期事由" | "postponed_topic" => postponed_topic(topic: "事由"), "延期公告标题里的事由；事由是原公告的";
        "延期内容" | "postponed_what" => postponed_what(), "延期公告第一段里的内容";
        "延期摘要" | "postponed_brief" => postponed_brief(brief: "摘要", days: "时间"), "一句话，不带句号；摘要是变更本身的，时间是原定的";
        "延期标题" | "postponed_heading" => postponed_heading(), "小标题";
        "延期为" | "postponed" => postponed(days: "时间", kind: "种类", windows: "窗口"), "改到什么时候";
        "原定启用" | "opening_was" => opening_was(day: "日期", venue: "场所"), "整体搬迁，新址启用延期";
        "启用改为" | "opening_now" => opening_now(day: "日期", venue: "场所"), "同上，改到哪天";
        "更正事由" | "corrected_topic" => corrected_topic(topic: "事由"), "更正公告标题里的事由";
        "更正导语" | "corrected_lead" => corrected_lead(unit: "单位", day: "日期", title: "标题", reason: "原因"), "更正公告的第一段；原因可能没有";
        "更正摘要" | "corrected_brief" => corrected_brief(brief: "摘要"), "一句话，不带句号";
        "更正标题" | "corrected_heading" => corrected_heading(), "小标题";
        "更正为" | "corrected_to" => corrected_to(heading: "小标题", said: "原内容", text: "内容"), "更正的一处，不带句号；小标题是原公告的";
        "更正增加" | "corrected_more" => corrected_more(heading: "小标题", text: "内容"), "原来没有的，不带句号";
        "更正删去" | "corrected_less" => corrected_less(heading: "小标题", said: "原内容"), "现在没有的，不带句号";
        "更正期限" | "corrected_days" => corrected_days(name: "期限", said: "原末日", last: "末日"), "换了最后一天，不带句号";
        "设置期限" | "temporary_days" => temporary_days(), "临时窗口的期限";
        "暂停期限" | "suspended_days" => suspended_days(), "暂停服务的期限";
        "原因的名称" | "reason_name" => reason_name(), "更正的是变更的原因";
        "其他不变" | "corrected_last" => corrected_last(what: "更正"), "更正的最后一处；更正是上面的一句";
        "提前结束事由" | "ended_topic" => ended_topic(topic: "事由"), "提前结束的公告标题里的事由";
        "提前结束内容" | "ended_what" => ended_what(), "提前结束的公告第一段里的内容";
        "提前结束摘要" | "ended_brief" => ended_brief(brief: "摘要"), "一句话，不带句号";
        "提前恢复摘要" | "ended_suspension_brief" => ended_suspension_brief(windows: "窗口", day: "恢复日"), "同上，暂停提前结束";
        "提前撤销摘要" | "ended_temporary_brief" => ended_temporary_brief(windows: "窗口", last: "末日"), "同上，临时窗口提前结束";
        "提前结束标题" | "ended_heading" => ended_heading(), "小标题";
        "提前恢复" | "ended_suspension" => ended_suspension(windows: "窗口", day: "日期"), "暂停提前结束";
        "提前撤销" | "ended_temporary" => ended_temporary(windows: "窗口", day: "日期"), "临时窗口提前结束";
        "取消事由" | "revoked_topic" => revoked_topic(topic: "事由"), "取消公告标题里的事由";
        "取消内容" | "revoked_what" => revoked_what(), "取消公告第一段里的内容";
        "取消摘要" | "revoked_brief" => revoked_brief(windows: "窗口", days: "时间", kind: "种类"), "一句话，不带句号；时间是原定的";
        "取消标题" | "revoked_heading" => revoked_heading(), "小标题";
        "不再设置" | "not_set" => not_set(windows: "窗口"), "取消的是新增或临时窗口";
        "照常服务" | "as_usual" => as_usual(windows: "窗口"), "取消的是别的变更";
    }
}
