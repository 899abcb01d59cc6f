//! Sentences of the announcements of change records.

use super::sentence::sentences;

sentences! {
    /// What announcements have in common.
    NoticeWords {
        "标题" | "title" => title(topic: "事由"), "公告的标题";
        "通告标题" | "circular_title" => circular_title(topic: "事由"), "通告的标题";
        "称呼" | "salutation" => salutation(), "对来办事的人";
        "市民称呼" | "citizens" => citizens(), "对所有人，用于节假日和办公时间的通告";
        "导语" | "lead" => lead(reason: "原因", what: "内容"), "公告的第一段；原因可能没有";
        "原因" | "because" => because(reason: "原因"), "记录里的原因没有写“因”“为”“根据”等字，也不是“方便群众”一类的目的（写作“为……”）时";
        "致歉" | "apology" => apology(), "对群众有所不便时";
        "结束语" | "closing" => closing(), "公告的最后一段";
        "通告结束语" | "circular_closing" => circular_closing(), "通告的最后一段";
        "窗口" | "windows" => windows(numbers: "窗口号"), "有哪些窗口";
        "窗口所在" | "located" => located(place: "位置", numbers: "窗口号"), "同上，前面有“设在”";
        "窗口位置" | "placed" => placed(place: "位置", numbers: "窗口号"), "哪里的哪些窗口";
        "办公时间" | "hours" => hours(hours: "时间"), "窗口的办公时间";
        "各窗口办公时间" | "hours_of" => hours_of(numbers: "窗口号", hours: "时间"), "办公时间不一样的窗口，一句一种";
        "当天办公时间" | "hours_on" => hours_on(day: "日期", hours: "时间"), "当天临时调整的办公时间；日期前可能有窗口";
        "最后服务日" | "last_day" => last_day(day: "日期", clock: "时刻"), "撤离、关闭以前最后一天服务到几点";
        "各窗口最后服务日" | "last_day_of" => last_day_of(numbers: "窗口号", day: "日期", clock: "时刻"), "同上，窗口不一样时一句一种，搬迁也用";
        "多个单位" | "and_other_units" => and_other_units(first: "单位", count: "个数"), "窗口分属三个以上的单位";
        "原窗口去向" | "instead" => instead(numbers: "窗口号", business: "业务", words: "去向"), "原窗口的业务到哪里办；业务不一样时不写";
        "办理业务" | "serves" => serves(business: "业务"), "摘要里窗口办什么，新增和临时窗口用";
        "提供服务" | "offers" => offers(business: "业务"), "同上，业务里已有“办理”二字时";
        "电话标题" | "contact" => contact(), "最后一部分的小标题";
        "电话和交通标题" | "contact_transport" => contact_transport(), "最后一部分的小标题，写有交通时";
        "咨询电话" | "consult" => consult(phone: "电话"), "";
        "投诉电话" | "complaint" => complaint(phone: "电话"), "";
    }
    /// Days in announcements.
    DayWords {
        "自某日起" | "from" => from(day: "日期"), "从某日起一直如此";
        "在某日" | "on" => on(day: "日期"), "只在一天";
        "自某日至某日" | "between" => between(first: "首日", last: "末日"), "在几天里";
        "某日起" | "since" => since(day: "日期"), "同上，前面不用“自”";
        "某日至某日" | "to" => to(first: "首日", last: "末日"), "同上，前面不用“自”";
    }
    /// A new window.
    NewWords {
        "事由" | "topic" => topic(unit: "单位", windows: "窗口"), "标题里的事由";
        "内容" | "what" => what(unit: "单位", days: "时间", hall: "大厅", placed: "位置"), "第一段里的内容";
        "摘要" | "brief" => brief(days: "时间", placed: "位置", serves: "办理"), "首页、短信和清单里的一句话，不带句号；办理可能没有";
        "窗口标题" | "windows_heading" => windows_heading(), "小标题";
        "窗口业务" | "described" => described(site: "位置", number: "窗口号", unit: "单位", business: "业务"), "每个窗口一句，临时窗口也用";
        "窗口服务" | "described_service" => described_service(site: "位置", number: "窗口号", unit: "单位", business: "业务"), "同上，业务里已有“办理”二字时";
        "时间标题" | "time_heading" => time_heading(), "小标题";
        "启用时间" | "when" => when(days: "时间", hours: "办公时间"), "办公时间是另一句";
        "事项标题" | "matters_heading" => matters_heading(), "小标题";
    }
    /// A temporary window.
    TemporaryWords {
        "事由" | "topic" => topic(unit: "单位", numbers: "窗口号"), "标题里的事由";
        "内容" | "what" => what(unit: "单位", days: "时间", hall: "大厅", placed: "位置"), "第一段里的内容";
        "摘要" | "brief" => brief(days: "时间", placed: "位置", serves: "办理"), "首页、短信和清单里的一句话，不带句号；办理可能没有";
        "窗口标题" | "windows_heading" => windows_heading(), "小标题";
        "时间标题" | "time_heading" => time_heading(), "小标题";
        "设置时间" | "when" => when(days: "时间", hours: "办公时间"), "办公时间是另一句";
        "到期" | "ends" => ends(last: "末日"), "最后一天以后";
        "事项标题" | "matters_heading" => matters_heading(), "小标题";
    }
    /// A window that goes for good.
    WithdrawWords {
        "事由" | "topic" => topic(unit: "单位", windows: "窗口"), "标题里的事由";
        "内容" | "what" => what(unit: "单位", hall: "大厅", placed: "位置", days: "时间"), "第一段里的内容";
        "摘要" | "brief" => brief(windows: "窗口", days: "时间"), "首页、短信和清单里的一句话，不带句号";
        "窗口标题" | "windows_heading" => windows_heading(), "小标题";
        "停止窗口" | "stopped" => stopped(placed: "位置"), "哪些窗口";
        "停止时间" | "when" => when(days: "时间"), "从哪天起";
        "事项标题" | "matters_heading" => matters_heading(), "小标题";
        "去向标题" | "instead_heading" => instead_heading(), "小标题";
    }
    /// A window that stops for some days.
    SuspendWords {
        "事由" | "topic" => topic(unit: "单位", windows: "窗口"), "标题里的事由";
        "内容" | "what" => what(unit: "单位", hall: "大厅", placed: "位置", days: "时间"), "第一段里的内容";
        "摘要" | "brief" => brief(windows: "窗口", days: "时间"), "首页、短信和清单里的一句话，不带句号";
        "提前恢复摘要" | "brief_early" => brief_early(windows: "窗口", days: "时间", day: "恢复日"), "同上，已安排提前恢复时";
        "窗口标题" | "windows_heading" => windows_heading(), "小标题";
        "暂停窗口" | "stopped" => stopped(placed: "位置"), "哪些窗口";
        "暂停时间" | "when" => when(days: "时间"), "哪些天";
        "提前恢复" | "early" => early(numbers: "窗口号", day: "日期"), "已安排提前恢复的窗口";
        "预计恢复" | "resumes" => resumes(day: "日期", clock: "时刻"), "哪天几点恢复";
        "恢复另告" | "open_end" => open_end(), "还不知道哪天恢复";
        "事项标题" | "matters_heading" => matters_heading(), "小标题";
        "去向标题" | "instead_heading" => instead_heading(), "小标题";
        "期间办理" | "meanwhile" => meanwhile(matters: "事项", placed: "位置"), "别的窗口也能办的事项";
    }
    /// A window that serves again.
    ResumeWords {
        "事由" | "topic" => topic(unit: "单位", windows: "窗口"), "标题里的事由";
        "内容" | "what" => what(unit: "单位", hall: "大厅", placed: "位置", days: "时间"), "第一段里的内容";
        "摘要" | "brief" => brief(windows: "窗口", days: "时间"), "首页、短信和清单里的一句话，不带句号";
        "窗口标题" | "windows_heading" => windows_heading(), "小标题";
        "恢复窗口" | "resumed" => resumed(placed: "位置"), "哪些窗口";
        "恢复时间" | "when" => when(days: "时间", hours: "办公时间"), "办公时间是另一句";
        "事项标题" | "matters_heading" => matters_heading(), "小标题";
    }
    /// What is done until people are used to a change.
    TransitionWords {
        "标题" | "heading" => heading(), "小标题";
        "结束标题" | "end_heading" => end_heading(), "小标题，恢复服务的公告用";
        "代收" | "collect" => collect(), "过渡方式是代收转交";
        "邮寄" | "mail" => mail(), "过渡方式是邮寄";
        "网办" | "online" => online(), "过渡方式是网上办理";
        "结束" | "ends" => ends(days: "时间"), "暂停期间的安排随恢复服务结束";
    }
    /// A window that changes.
    AdjustWords {
        "事由" | "topic" => topic(unit: "单位", windows: "窗口", noun: "方面"), "标题里的事由；方面可能没有";
        "窗口号事由" | "topic_numbers" => topic_numbers(unit: "单位", numbers: "窗口号"), "同上，只改窗口号时";
        "内容" | "what" => what(unit: "单位", hall: "大厅", placed: "位置", days: "时间", noun: "方面"), "第一段里的内容；方面可能没有";
        "摘要" | "brief" => brief(windows: "窗口", days: "时间", noun: "方面"), "首页、短信和清单里的一句话，不带句号；说不出变成什么时";
        "变化摘要" | "brief_changed" => brief_changed(numbers: "窗口号", days: "时间", what: "变化"), "同上，变化是下面不带句号的一句；同一条里第二组窗口起没有时间";
        "业务摘要" | "brief_business" => brief_business(to: "新业务"), "换了业务，摘要里的说法";
        "办公时间摘要" | "brief_hours" => brief_hours(to: "时间", ended: "不再办理"), "换了办公时间，摘要里的说法；不再办理可能没有";
        "多个事项" | "and_others" => and_others(names: "事项", count: "个数"), "摘要里放不下所有事项时";
        "迁移摘要" | "brief_moved" => brief_moved(windows: "窗口", days: "时间", placed: "新位置"), "同上，位置或窗口号变了时";
        "位置方面" | "place_noun" => place_noun(), "只变位置";
        "窗口号方面" | "number_noun" => number_noun(), "只变窗口号";
        "业务方面" | "business_noun" => business_noun(), "只变业务";
        "办公时间方面" | "hours_noun" => hours_noun(), "只变办公时间";
        "电话方面" | "phone_noun" => phone_noun(), "只变咨询电话";
        "内容标题" | "what_heading" => what_heading(), "小标题";
        "迁移" | "moved" => moved(number: "窗口号", from: "原位置", to: "新位置"), "换了区域，业务也变";
        "迁移业务不变" | "moved_alone" => moved_alone(number: "窗口号", from: "原位置", to: "新位置"), "换了区域，业务不变";
        "迁移改号" | "moved_renamed" => moved_renamed(number: "窗口号", from: "原位置", to: "新位置", new: "新窗口号"), "换了区域和窗口号，业务也变";
        "迁移改号业务不变" | "moved_renamed_alone" => moved_renamed_alone(number: "窗口号", from: "原位置", to: "新位置", new: "新窗口号"), "换了区域和窗口号，业务不变";
        "区内改号" | "within_renamed" => within_renamed(number: "窗口号", site: "位置", new: "新窗口号"), "区域不变，换了位置和窗口号，业务也变";
        "区内改号业务不变" | "within_renamed_alone" => within_renamed_alone(number: "窗口号", site: "位置", new: "新窗口号"), "区域不变，换了位置和窗口号，业务不变";
        "区内" | "within" => within(number: "窗口号", site: "位置"), "区域和窗口号不变，换了位置，业务也变";
        "区内业务不变" | "within_alone" => within_alone(number: "窗口号", site: "位置"), "区域和窗口号不变，换了位置，业务不变";
        "改号" | "renamed" => renamed(number: "窗口号", new: "新窗口号"), "只换窗口号，业务也变";
        "改号业务不变" | "renamed_alone" => renamed_alone(number: "窗口号", new: "新窗口号"), "只换窗口号，业务不变";
        "原号使用" | "number_taken" => number_taken(number: "窗口号", unit: "单位"), "原来的窗口号当天由别的窗口使用";
        "变化" | "changed" => changed(numbers: "窗口号", what: "变化"), "变化是下面的一句；相同的窗口写在一起";
        "单位" | "unit" => unit(from: "原单位", to: "新单位"), "换了服务单位，不带句号";
        "业务" | "business" => business(from: "原业务", to: "新业务"), "换了业务，不带句号";
        "增加事项" | "added" => added(matters: "事项"), "多了事项，不带句号";
        "减少事项" | "dropped" => dropped(matters: "事项"), "少了事项，别处也不办，不带句号";
        "事项去向" | "dropped_to" => dropped_to(matters: "事项", placed: "位置"), "少了事项，别的窗口能办，不带句号";
        "办公时间" | "hours" => hours(from: "原时间", to: "时间", ended: "不再办理"), "换了办公时间，不带句号；不再办理可能没有";
        "不再办理" | "no_longer_on" => no_longer_on(days: "日子"), "周六、周日不再服务，接在上一句里";
        "咨询电话" | "phone" => phone(phone: "电话"), "换了咨询电话，不带句号";
        "时间标题" | "time_heading" => time_heading(), "小标题";
        "调整时间" | "when" => when(days: "时间"), "从哪天起";
        "原窗口" | "until_then" => until_then(day: "日期"), "在那以前";
        "事项标题" | "matters_heading" => matters_heading(), "小标题";
        "去向标题" | "instead_heading" => instead_heading(), "小标题";
    }
    /// A venue that moves as a whole.
    MoveVenueWords {
        "事由" | "topic" => topic(venue: "场所"), "标题里的事由";
        "内容" | "what" => what(venue: "场所", days: "时间"), "第一段里的内容";
        "摘要" | "brief" => brief(venue: "场所", days: "时间"), "首页、短信和清单里的一句话，不带句号；没有写新址时";
        "迁至摘要" | "brief_to" => brief_to(venue: "场所", days: "时间", address: "新址"), "同上，当天在新址服务";
        "搬迁摘要" | "brief_later" => brief_later(venue: "场所", days: "时间", opens: "启用日", address: "新址"), "同上，过几天在新址服务";
        "位置标题" | "place_heading" => place_heading(), "小标题";
        "新址" | "new_address" => new_address(address: "地址"), "";
        "原址" | "old_address" => old_address(address: "地址"), "";
        "时间标题" | "time_heading" => time_heading(), "小标题";
        "最后服务日" | "last_day" => last_day(day: "日期", clock: "时刻"), "在原址最后一天服务到几点";
        "搬迁时间" | "moving" => moving(days: "时间"), "要停几天";
        "原址停止" | "stops" => stops(day: "日期"), "不用停";
        "启用标题" | "opening_heading" => opening_heading(), "小标题";
        "启用" | "opens" => opens(day: "日期", venue: "场所"), "从哪天起在新址服务";
        "办公时间标题" | "hours_heading" => hours_heading(), "小标题";
        "单位标题" | "units_heading" => units_heading(), "小标题";
        "去向标题" | "instead_heading" => instead_heading(), "小标题";
    }
    /// A venue that closes as a whole.
    CloseVenueWords {
        "事由" | "topic" => topic(venue: "场所"), "标题里的事由";
        "内容" | "what" => what(venue: "场所", days: "时间"), "第一段里的内容";
        "摘要" | "brief" => brief(venue: "场所", days: "时间"), "首页、短信和清单里的一句话，不带句号";
        "时间标题" | "time_heading" => time_heading(), "小标题";
        "停止时间" | "when" => when(days: "时间", venue: "场所"), "从哪天起";
        "单位标题" | "units_heading" => units_heading(), "小标题";
        "去向标题" | "instead_heading" => instead_heading(), "小标题";
    }
    /// What is in a venue.
    ResidentWords {
        "单位数" | "units" => units(count: "个数"), "有几个进驻单位";
        "窗口数" | "windows" => windows(count: "个数"), "有几个窗口";
        "事项数" | "matters" => matters(count: "个数"), "有几个事项";
        "单位" | "named_units" => named_units(names: "单位"), "是哪些单位";
        "事项" | "named_matters" => named_matters(names: "事项"), "是哪些事项，不多时";
    }
}
