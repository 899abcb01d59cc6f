//! Sentences of circulars: holidays, other hours, devices out of order.

use super::sentence::sentences;

sentences! {
    /// The circular of a holiday.
    HolidayWords {
        "事由" | "topic" => topic(year: "年", name: "假日"), "标题里的事由";
        "依据" | "basis" => basis(year: "年", number: "文号"), "国务院办公厅的放假通知；没有文号的年份不写";
        "导语" | "lead" => lead(basis: "依据", hall: "大厅", topic: "事由"), "第一段";
        "摘要" | "brief" => brief(days: "时间"), "首页、短信和清单里的一句话，不带句号";
        "恢复摘要" | "brief_back" => brief_back(days: "时间", day: "日期"), "同上，知道哪天恢复服务时";
        "放假标题" | "days_heading" => days_heading(), "小标题";
        "放假" | "off" => off(), "不调休的安排";
        "放假调休" | "off_with_workdays" => off_with_workdays(), "有调休的安排";
        "放假一天" | "one_day" => one_day(day: "日期", off: "安排"), "只放一天";
        "放假几天" | "some_days" => some_days(days: "时间", off: "安排", count: "天数"), "放几天";
        "全部休息" | "all_closed" => all_closed(), "没有照常提供的服务";
        "部分照常" | "some_open" => some_open(), "后面写照常提供的服务";
        "照常" | "open" => open(places: "地点", times: "时间"), "照常提供的服务，一行一个时间";
        "全天照常" | "open_all_day" => open_all_day(places: "地点", times: "时间"), "同上，二十四小时的";
        "恢复" | "back" => back(day: "日期"), "节后哪天恢复服务";
        "调休" | "made_up" => made_up(days: "日期"), "调休上班的日子";
        "调休办公" | "made_up_open" => made_up_open(days: "日期", halls: "大厅", times: "时间", others: "其他"), "调休上班，大厅办公；其他可能没有";
        "调休不办公" | "made_up_closed" => made_up_closed(days: "日期", halls: "大厅", others: "其他"), "调休上班，大厅不办公；其他可能没有";
        "调休其他" | "made_up_others" => made_up_others(others: "场所和时间"), "时间不一样的场所，接在上一句里";
        "网办标题" | "otherwise_heading" => otherwise_heading(), "小标题";
        "预约" | "booking" => booking(lines: "办法"), "照常提供的窗口怎样预约";
        "网办" | "online" => online(count: "个数"), "网上能办几个事项";
        "提醒标题" | "reminders_heading" => reminders_heading(), "小标题";
        "服务点" | "point" => point(name: "服务点", services: "服务"), "放假期间都开的服务点能办什么";
        "节后" | "after" => after(), "节后人多";
        "电话" | "phones" => phones(consult: "咨询电话", complaint: "投诉电话"), "最后一行";
    }
    /// The circular of other hours.
    OtherHoursWords {
        "事由" | "topic" => topic(names: "名称"), "标题里的事由；名称是办公时间的";
        "导语" | "lead" => lead(reason: "原因", names: "名称"), "第一段；原因可能没有";
        "摘要" | "brief" => brief(days: "时间", only: "限定", new: "内容"), "首页、短信和清单里的一句话，不带句号；限定可能没有";
        "大厅时间" | "of_hall" => of_hall(), "名称，调整的是所有办公时间时";
        "时间标题" | "days_heading" => days_heading(), "小标题";
        "调整时间" | "when" => when(days: "时间", only: "限定"), "哪些天；限定可能没有";
        "限定" | "only" => only(kind: "日子"), "只调整这些天里的周六等";
        "内容标题" | "what_heading" => what_heading(), "小标题";
        "不办公" | "closed" => closed(halls: "大厅"), "所有办公时间都停，不带句号";
        "部分不办公" | "closed_of" => closed_of(names: "名称"), "只停某种办公时间，不带句号";
        "调整为" | "changed" => changed(names: "名称", times: "时间"), "改成什么时间，不带句号";
        "平时" | "usual" => usual(name: "名称", hours: "时间"), "平时是什么时间";
        "范围标题" | "scope_heading" => scope_heading(), "小标题";
        "全部" | "scope_all" => scope_all(halls: "大厅"), "所有办公时间都调整";
        "不在范围" | "left_out" => left_out(names: "窗口"), "大厅调整而自己不调整的窗口";
        "各大厅" | "all_halls" => all_halls(), "大厅有几个场所时的总称";
        "本大厅" | "this_hall" => this_hall(), "大厅只有一个场所时";
    }
    /// The circular of a device out of order, and the card on it.
    FaultWords {
        "事由" | "topic" => topic(device: "设备"), "标题里的事由";
        "导语" | "lead" => lead(reason: "原因", device: "设备", moment: "时间"), "第一段；原因可能没有";
        "摘要" | "brief" => brief(device: "设备", moment: "时间"), "首页、短信和清单里的一句话，不带句号";
        "恢复摘要" | "brief_until" => brief_until(device: "设备", moment: "时间", until: "恢复"), "同上，知道什么时候恢复时";
        "设备标题" | "what_heading" => what_heading(), "小标题";
        "设备" | "device" => device(device: "设备"), "";
        "暂停时间" | "when" => when(moment: "时间"), "";
        "恢复时间" | "until" => until(until: "恢复"), "";
        "已恢复" | "restored" => restored(moment: "时间"), "恢复，不带句号";
        "预计恢复" | "expected" => expected(moment: "时间"), "恢复，不带句号";
        "恢复另告" | "open_end" => open_end(), "恢复，不带句号";
        "替代标题" | "instead_heading" => instead_heading(), "小标题";
        "卡片设备" | "card_device" => card_device(), "设备上的卡片，左边一栏";
        "卡片停用" | "card_since" => card_since(), "设备上的卡片，左边一栏";
        "卡片停用时间" | "card_moment" => card_moment(moment: "时间"), "设备上的卡片，右边一栏";
        "卡片恢复" | "card_until" => card_until(), "设备上的卡片，左边一栏";
        "卡片恢复另告" | "card_open_end" => card_open_end(), "设备上的卡片，右边一栏";
        "卡片替代" | "card_instead" => card_instead(), "设备上的卡片，左边一栏";
        "卡片电话" | "card_phone" => card_phone(), "设备上的卡片，左边一栏";
    }
}
