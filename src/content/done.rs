//! `content/done/*.yaml`: what staff have ticked off, a file a month. Written by `hallpress done`.

use crate::source::{Date, List, record};

record! {
    /// What was done in a month.
    RawDone {
        "办结" | "done" => done: List<RawTick>, "办好的事，一件一条";
    }
    /// One thing that was done.
    RawTick {
        "编号" | "id" => id: String as code, "这件事的编号，见 hallpress today 和工作清单";
        "内容" | "what" => what: Option<String> as internal, "做的是什么，给人看的";
        "办理人" | "by" => by: String as internal, "谁办的";
        "日期" | "on" => on: Date, "哪一天办的";
        "备注" | "note" => note: Option<String> as internal, "要记的话";
    }
}
