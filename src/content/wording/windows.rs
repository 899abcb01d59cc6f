//! Sentences of windows, on strip screens and wherever else their state is shown.

use super::sentence::sentences;

sentences! {
    /// The states of a window.
    StateNames {
        "正在服务" | "open" => open(), "";
        "延时服务" | "extended" => extended(), "";
        "延时至" | "extended_until" => extended_until(clock: "时刻"), "延时服务到几点";
        "今天至" | "today_until" => today_until(clock: "时刻"), "延时服务接着正常服务，当天服务到几点";
        "今天至不休息" | "through_noon" => through_noon(clock: "时刻"), "同上，延时的是中午";
        "午间休息" | "break" => pause(), "";
        "午休恢复" | "resumes" => resumes(clock: "时刻"), "午休到几点";
        "已下班" | "closed" => closed(), "";
        "下次服务" | "next" => next(moment: "时间"), "下班以后下次服务的时间";
        "尚未开始" | "not_yet" => not_yet(), "当天还没有开始服务";
        "今天开始" | "today_from" => today_from(clock: "时刻"), "同上，几点开始";
        "今日休息" | "rest_day" => rest_day(), "当天不服务，不是节假日";
        "放假休息" | "holiday" => holiday(), "节假日";
        "放假恢复" | "holiday_until" => holiday_until(name: "假日", moment: "时间"), "同上，什么时候恢复";
        "启用时间" | "starts" => starts(moment: "时间"), "新窗口还没有服务过，什么时候启用";
        "服务结束" | "ended" => ended(), "临时窗口、撤离的窗口最后一天下班以后";
        "下次未知" | "next_unknown" => next_unknown(), "日历还没有那么远";
        "暂停服务" | "suspended" => suspended(), "";
        "预计恢复" | "back" => back(moment: "时间"), "暂停以后恢复的时间";
        "新址服务" | "opens" => opens(moment: "时间"), "搬迁以后在新址服务的时间";
        "恢复未知" | "back_unknown" => back_unknown(), "还不知道哪天恢复";
        "已撤离" | "withdrawn" => withdrawn(), "";
        "撤离时间" | "withdrawn_from" => withdrawn_from(day: "日期"), "从哪天起不再服务";
        "已迁走" | "moved" => moved(), "窗口从条屏下面迁走以后";
        "迁到" | "moved_to" => moved_to(place: "地点"), "同上，现在在哪里";
        "未启用" | "absent" => absent(), "还没有启用";
        "暂离岗位" | "away" => away(), "窗口屏的备用画面";
        "暂离提示" | "away_hint" => away_hint(), "窗口屏的备用画面，没有别的窗口办同样的业务时";
        "暂离去处" | "away_to" => away_to(windows: "窗口"), "同上，相近的窗口办同样的业务时";
        "系统故障" | "fault" => fault(), "窗口屏的备用画面";
        "故障提示" | "fault_hint" => fault_hint(), "窗口屏的备用画面";
        "请先咨询" | "ask_first" => ask_first(), "窗口屏没有新画面时";
    }
    /// Lines of strip screens.
    StripWords {
        "全天服务" | "all_day" => all_day(), "二十四小时的窗口";
        "服务时间" | "hours" => hours(times: "时间"), "当天的服务时间";
        "咨询" | "ask" => ask(phone: "电话"), "放不下时，也用于没有新画面时";
        "导办台" | "ask_desk" => ask_desk(), "业务放不下时";
        "咨询电话" | "phone" => phone(phone: "电话"), "停了的窗口没有写去向，别的窗口也不办时";
        "部分事项" | "some_elsewhere" => some_elsewhere(places: "地点"), "暂停的窗口没有写去向，别的窗口办其中一部分事项时";
        "新址" | "moved_to" => moved_to(address: "地址"), "搬走的窗口，放不下去向时";
        "新址办理" | "at_new_place" => at_new_place(day: "日期"), "搬走的窗口，放不下去向时";
    }
    /// What comes for a window.
    UpcomingWords {
        "调整" | "changes" => changes(day: "日期", what: "内容"), "内容是下面的一句";
        "迁往" | "moved" => moved(floor: "楼层", venue: "场所", number: "窗口号"), "换了区域";
        "迁往短" | "moved_short" => moved_short(floor: "楼层", number: "窗口号"), "同上，放不下时";
        "改号" | "renamed" => renamed(number: "窗口号"), "换了窗口号";
        "单位" | "unit" => unit(unit: "单位"), "换了服务单位";
        "业务" | "business" => business(business: "业务"), "换了业务";
        "事项" | "matters" => matters(), "换了事项";
        "事项短" | "matters_short" => matters_short(), "同上，放不下时";
        "时间" | "hours" => hours(), "换了服务时间";
        "时间短" | "hours_short" => hours_short(), "同上，放不下时";
        "停止" | "stops" => stops(day: "日期"), "撤离或关闭";
        "暂停一天" | "suspended_on" => suspended_on(day: "日期"), "";
        "暂停几天" | "suspended_between" => suspended_between(first: "首日", last: "末日"), "";
        "暂停起" | "suspended_from" => suspended_from(day: "日期"), "不知道哪天恢复";
        "去向" | "with_directions" => with_directions(what: "内容", directions: "去向"), "停止或暂停，写有去向时";
        "搬迁" | "moves" => moves(opens: "启用日", address: "地址"), "搬迁，不用停";
        "搬迁短" | "moves_short" => moves_short(opens: "启用日"), "同上，放不下时";
        "停几天搬迁" | "moves_later" => moves_later(stops: "停止日", opens: "启用日", address: "地址"), "搬迁，要停几天";
        "停几天搬迁短" | "moves_later_short" => moves_later_short(stops: "停止日", opens: "启用日"), "同上，放不下时";
        "停几天搬迁最短" | "moves_stop" => moves_stop(stops: "停止日"), "同上，还放不下时";
        "临时窗口" | "temporary" => temporary(last: "末日"), "临时窗口到哪天";
        "临时窗口短" | "temporary_short" => temporary_short(last: "末日"), "同上，放不下时";
        "当天调整" | "today" => today(), "今天的时间不一样，说明放不下时";
    }
    /// Where to go instead.
    DirectionWords {
        "去处" | "go" => go(places: "地点"), "到哪里办，不带句号";
        "去处地址" | "go_address" => go_address(places: "地点", address: "地址"), "同上，去的是别的场所";
        "或" | "or" => or(), "几个去处之间";
        "新址" | "new_place" => new_place(address: "地址"), "搬到新址以后";
        "新址起" | "new_place_from" => new_place_from(day: "日期", address: "地址"), "搬到新址以前";
    }
}
