//! Sentences of the staff's forms.

use super::sentence::sentences;

sentences! {
    /// What forms have in common.
    FormWords {
        "参考样式" | "layout" => layout(), "表单下面的小字";
        "预填说明" | "prefilled" => prefilled(record: "记录", office: "科室"), "据记录填好的表单下面的小字，后面接参考样式";
        "编号" | "number" => number(), "告知书、通知书上面的一行，手写编号";
        "序号" | "row_number" => row_number(), "清单第一列的表头";
        "申请单位" | "applicant" => applicant(), "";
        "申请日期" | "filed" => filed(), "";
        "期间" | "period" => period(first: "首日", last: "末日"), "从哪天到哪天";
        "事项名称" | "matter" => matter(), "";
        "事项类型" | "matter_type" => matter_type(), "";
        "承诺时限" | "limit" => limit(), "";
        "材料" | "materials" => materials(), "清单的表头";
        "材料数" | "materials_count" => materials_count(count: "个数"), "一个事项有几样材料";
        "出具单位" | "issuer" => issuer(), "";
        "申请人签收" | "received" => received(), "";
        "咨询电话" | "phone" => phone(), "";
        "签字" | "signature" => signature(), "签字处的横线前";
        "负责人签字" | "leader_signature" => leader_signature(), "签字处的横线前";
    }
    /// The forms of changes of windows.
    WindowFormWords {
        "说明" | "about" => about(kind: "种类", numbers: "窗口号"), "表单清单里的说明；种类如 撤离、调整";
        "申请事项" | "requested" => requested(), "";
        "窗口调整" | "adjust" => adjust(), "申请事项里打勾的一项";
        "设置临时窗口" | "temporary" => temporary(), "申请事项里打勾的一项";
        "生效日期" | "effective" => effective(), "调整窗口、设置临时窗口";
        "设置期间" | "days" => days(), "有最后一天的调整或临时窗口";
        "停止日期" | "stops" => stops(), "撤离窗口";
        "启用日期" | "opens" => opens(), "新增窗口";
        "窗口号" | "window" => window(), "表头";
        "拟设窗口" | "proposed" => proposed(), "表头，新增窗口";
        "位置和业务" | "site" => site(), "表头，新增和撤离窗口";
        "原位置和业务" | "before" => before(), "表头，调整窗口";
        "新位置和业务" | "after" => after(), "表头，调整窗口";
        "临时位置和业务" | "after_temporary" => after_temporary(), "表头，设置临时窗口";
        "原来没有" | "nothing" => nothing(), "临时窗口没有原位置";
        "去向" | "instead" => instead(), "表头，撤离窗口";
        "办理事项" | "matters" => matters(), "表头，新增窗口";
        "新增原因" | "reason_new" => reason_new(), "";
        "调整原因" | "reason_adjust" => reason_adjust(), "";
        "撤离原因" | "reason_withdraw" => reason_withdraw(), "";
        "设置原因" | "reason_temporary" => reason_temporary(), "设置临时窗口";
        "过渡安排" | "transition" => transition(), "";
        "公告张贴" | "postings" => postings(), "在哪里、从哪天到哪天张贴公告";
        "联系人" | "contact" => contact(), "";
        "申请单位意见" | "applicant_opinion" => applicant_opinion(), "";
        "科室意见" | "office_opinion" => office_opinion(office: "科室"), "管理窗口的科室";
        "同意" | "approved" => approved(kind: "种类", day: "日期", clock: "时刻"), "记录里写有同意的时间时，科室的意见";
        "勘察意见" | "survey" => survey(office: "科室"), "新增窗口时到现场勘察的科室";
        "勘察人签字" | "surveyor" => surveyor(), "签字处的横线前";
        "通知科室" | "informed" => informed(), "科室同意以后通知谁做什么";
        "导办台" | "desk" => desk(office: "科室", action: "动作"), "通知科室里打勾的一项；动作是 更新 或 撤销";
        "载体" | "carriers" => carriers(office: "科室", action: "动作", carriers: "载体"), "同上；载体如 网站";
        "标识牌" | "boards" => boards(office: "科室"), "同上";
    }
    /// The form of a change of a matter.
    MatterFilingWords {
        "部门窗口" | "unit" => unit(), "";
        "备案日期" | "filed" => filed(), "";
        "事项编码" | "code" => code(), "";
        "调整种类" | "kinds" => kinds(), "";
        "调整情形" | "cases" => cases(), "";
        "发生日期" | "happened" => happened(), "";
        "最迟备案" | "due" => due(), "";
        "调整内容" | "content" => content(), "";
        "调整依据" | "basis" => basis(), "";
        "调整理由" | "why" => why(), "";
        "平台更新" | "updated" => updated(), "";
        "部门意见" | "unit_opinion" => unit_opinion(), "";
        "备案意见" | "opinion" => opinion(office: "科室"), "管理事项清单的科室";
    }
    /// The form that asks for the screens.
    ScreenFormWords {
        "提交日期" | "submitted" => submitted(), "";
        "宣传主题" | "theme" => theme(), "";
        "活动种类" | "kind" => kind(), "";
        "内容时长" | "duration" => duration(), "";
        "播放期限" | "days" => days(), "";
        "播放天数" | "days_count" => days_count(first: "首日", last: "末日", count: "天数"), "填在播放期限里";
        "播放级别" | "rank" => rank(), "";
        "播放屏幕" | "screens" => screens(), "";
        "屏幕文字" | "text" => text(), "";
        "播放素材" | "media" => media(), "";
        "承诺" | "promise" => promise(), "";
        "不盈利" | "non_profit" => non_profit(choice: "选择"), "填在承诺里；选择是打勾的 是 和 否";
        "是" | "answer_yes" => yes(), "不盈利的选择";
        "否" | "answer_no" => no(), "不盈利的选择";
        "审查意见" | "applicant_opinion" => applicant_opinion(), "";
        "主管领导签字" | "leader_signature" => leader_signature(), "签字处的横线前";
        "复审意见" | "review" => review(office: "科室"), "管理宣传的科室";
        "技术对接" | "technical" => technical(office: "科室"), "管理屏幕的科室";
        "提前终止" | "terminated" => terminated(), "";
        "不再播放" | "stopped" => stopped(day: "日期"), "填在提前终止里，记录没有写原因时";
        "不再播放原因" | "stopped_because" => stopped_because(day: "日期", reason: "原因"), "同上，写有原因时";
    }
    /// The letter for an event in the hall.
    EventLetterWords {
        "标题" | "title" => title(theme: "主题"), "记录没有写场地时";
        "场地标题" | "title_at" => title_at(place: "场地", theme: "主题"), "同上，写有场地时";
        "导语" | "lead" => lead(hall: "大厅", place: "场地"), "第一段；场地可能没有";
        "举办单位" | "organiser" => organiser(unit: "单位"), "后面几项没有写的，函里留空手写";
        "宣传主题" | "theme" => theme(text: "内容"), "";
        "宣传形式" | "way" => way(way: "形式"), "";
        "时间" | "days" => days(days: "时间"), "";
        "参加人数" | "attendance" => attendance(attendance: "人数"), "";
        "布展情况" | "exhibition" => exhibition(exhibition: "布展"), "";
        "后勤保障" | "logistics" => logistics(logistics: "需求"), "";
        "联系人" | "contact" => contact(contact: "联系人"), "";
        "结束语" | "closing" => closing(), "最后一段";
        "落款" | "signature" => signature(unit: "单位"), "";
        "送达" | "delivered" => delivered(room: "房间"), "函下面的小字，大厅有收文的房间时";
    }
    /// Informs an applicant once of everything that is missing.
    SupplementWords {
        "导语" | "lead" => lead(day: "日期", hall: "大厅", matter: "事项"), "第一段；日期留空手写";
        "补正" | "asked" => asked(), "表头，打勾的一列";
        "材料名称" | "material" => material(), "表头";
        "要求" | "demand" => demand(), "表头";
        "补正内容" | "missing" => missing(), "表头，手写的一列";
        "原件" | "originals" => originals(count: "份数"), "填在要求里";
        "复印件" | "copies" => copies(count: "份数"), "填在要求里";
        "视情况" | "optional" => optional(), "填在要求里，不是每次都要的材料";
        "工作人员" | "clerk" => clerk(), "";
    }
    /// A refusal.
    RefusalWords {
        "说明" | "about" => about(), "表单清单里的说明";
        "导语" | "lead" => lead(hall: "大厅"), "第一段";
        "受理单位" | "unit" => unit(), "";
        "受理日期" | "accepted" => accepted(), "";
        "具体原因" | "reason" => reason(), "";
        "依据" | "basis" => basis(), "";
        "经办人签字" | "clerk_signature" => clerk_signature(), "签字处的横线前";
        "电话" | "phones" => phones(consult: "咨询电话", complaint: "投诉电话"), "表单下面的小字";
    }
    /// The sheet on which a unit checks its matters.
    CheckSheetWords {
        "导语" | "lead" => lead(unit: "单位", count: "个数"), "清单上面的一行";
        "办件类型" | "case_type" => case_type(), "表头";
        "收费" | "fee" => fee(), "表头";
        "有收费" | "charged" => charged(), "填在收费里";
        "不收费" | "free" => free(), "填在收费里";
        "到现场" | "visits" => visits(), "表头";
        "到现场次数" | "visits_count" => visits_count(count: "次数"), "填在到现场里";
        "核对" | "check" => check(), "表头";
        "准确" | "accurate" => accurate(), "核对时打勾的一项";
        "真实" | "genuine" => genuine(), "核对时打勾的一项";
        "完整" | "complete" => complete(), "核对时打勾的一项";
        "更正内容" | "correction" => correction(), "表头，手写的一列";
        "上传的表格" | "uploaded" => uploaded(), "清单下面，后面一行一个文件";
        "空白表格" | "blank_form" => blank_form(matter: "事项", material: "材料", file: "文件"), "上传的表格里打勾的一项";
        "示例样表" | "sample_form" => sample_form(matter: "事项", material: "材料", file: "文件"), "上传的表格里打勾的一项";
        "经办人" | "clerk" => clerk(), "";
        "单位负责人" | "leader" => leader(), "";
    }
    /// The sheet of a month's sample of matters.
    SampleSheetWords {
        "导语" | "lead" => lead(month: "月份", ways: "督查方式", all: "全部项数", drawn: "抽取项数"), "清单上面的一行";
        "现场督查" | "on_site" => on_site(), "督查方式里打勾的一项";
        "随机抽查" | "random" => random(), "督查方式里打勾的一项";
        "备案审查" | "filing" => filing(), "督查方式里打勾的一项";
        "群众意见" | "feedback" => feedback(), "督查方式里打勾的一项";
        "单位" | "unit" => unit(), "表头";
        "对照" | "compared" => compared(), "表头，清单与什么对照";
        "一致" | "same" => same(), "对照时打勾的一项";
        "不一致" | "different" => different(), "对照时打勾的一项";
        "问题" | "problem" => problem(), "表头，手写的一列";
        "抽查人" | "inspector" => inspector(), "";
        "科室负责人" | "leader" => leader(office: "科室"), "管理事项清单的科室";
        "抽取办法" | "method" => method(), "表单下面的小字，后面接参考样式";
    }
    /// The sheet on which a text is signed before it is issued.
    DispatchWords {
        "标题" | "title" => title(), "";
        "单位" | "unit" => unit(), "";
        "拟稿" | "drafted" => drafted(), "";
        "发布时间" | "published" => published(), "";
        "生效日期" | "effective" => effective(), "";
        "发布渠道" | "places" => places(), "后面是网上和各张贴点";
        "网上" | "online" => online(), "发布渠道里的第一行";
        "核稿" | "checked" => checked(), "";
        "签发" | "signed" => signed(), "";
        "复审" | "reviewed" => reviewed(), "";
        "签字" | "signature" => signature(), "签字处的横线前";
        "文稿" | "draft" => draft(), "表下面，文稿前面的小标题";
        "说明" | "note" => note(day: "日期"), "表单下面的小字";
    }
    /// What the print shop is asked for.
    PrintOrderWords {
        "说明" | "about" => about(count: "件数"), "表单清单里的说明";
        "序号" | "number" => number(), "表头";
        "名称" | "piece" => piece(), "表头，文件名";
        "尺寸" | "size" => size(), "表头";
        "材料" | "material" => material(), "表头";
        "数量" | "count" => count(), "表头";
        "挂放处" | "place" => place(), "表头";
        "最迟" | "by" => by(), "表头，最迟哪天挂出";
        "海报尺寸" | "poster_size" => poster_size(), "海报的成品尺寸";
        "备注" | "note" => note(hall: "大厅", day: "日期"), "表单下面的小字";
    }
    /// The record of a complaint.
    ComplaintFormWords {
        "说明" | "about" => about(), "表单清单里的说明";
        "接收时间" | "received" => received(), "";
        "登记人" | "clerk" => clerk(), "";
        "来源" | "source" => source(), "";
        "投诉举报人" | "complainant" => complainant(), "";
        "联系电话" | "phone" => phone(), "";
        "被投诉" | "accused" => accused(), "";
        "涉及事项" | "matter" => matter(), "";
        "投诉内容" | "content" => content(), "";
        "转办单位" | "passed_to" => passed_to(), "";
        "转办时间" | "passed" => passed(), "";
        "调查处理" | "inquiry" => inquiry(), "";
        "办理结果" | "result" => result(), "";
        "未按期说明" | "overdue" => overdue(), "";
        "领导意见" | "leader_opinion" => leader_opinion(), "";
    }
}
