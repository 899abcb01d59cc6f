//! What a new window needs before it serves, by office (clause 16.2).

use super::offices::Offices;
use super::task::{Due, Part, Record, Task, undated};
use super::window_tasks::windows;
use crate::content::ChangeKind;
use crate::model::change::Change;
use crate::model::{Hall, deadline};
use jiff::civil::Date;

/// One task an office for each new window, due on the working day before it opens.
pub(super) fn tasks(hall: &Hall, offices: &Offices<'_>, day: Date) -> Vec<Task> {
    let new = hall.standing_changes().filter(|change| change.kind == ChangeKind::New);
    new.flat_map(|change| of(hall, offices, change, day)).collect()
}

/// Clause 16.2: 政务服务管理科统一设置窗口编号;安全保障科…;网络技术科…;督查督办科…;窗口单位自行配置….
fn of(hall: &Hall, offices: &Offices<'_>, change: &Change, day: Date) -> Vec<Task> {
    let unit = hall.unit(change.applicant).name().to_owned();
    let duties: [(String, &str, &[&str]); 5] = [
        (offices.windows(), "设置窗口编号", &["窗口编号"]),
        (offices.safety(), "配置窗口", &["窗口桌椅", "后台资料柜", "办理餐卡"]),
        (offices.network(), "接入网络和设备", &["网络接入", "电子屏内容", "好差评终端", "通讯线路"]),
        (offices.conduct(), "窗口工作人员上岗准备", &["信息采集", "录入指纹", "岗前纪律培训"]),
        (unit, "自行配置办公设备", &["电脑", "打印机", "高拍仪", "电话机"]),
    ];
    let due: Due = deadline::before(hall, change.effective(), 1).into();
    let task = |(n, (who, what, parts)): (usize, (String, &str, &[&str]))| Task {
        uid: format!("Y16.2b-{}-{n}", change.id),
        due,
        advised: None,
        what: format!("{what}：{}", windows(change)),
        who: vec![who],
        to: None,
        record: Record { id: change.id.clone(), file: change.origin.file.to_string() },
        clause: "Y16.2b",
        state: undated(due, day),
        note: None,
        parts: parts.iter().map(|name| Part { name: (*name).to_owned(), automatic: false }).collect(),
    };
    duties.into_iter().enumerate().map(task).collect()
}
