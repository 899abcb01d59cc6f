//! `hallpress serve`.

use super::args::{Global, ServeOptions};
use super::clock::now;
use super::exit::Status;
use super::output::talk;
use crate::diag::Lang;
use crate::serve::{Options, serve};

/// Serves until interrupted.
pub(super) fn run(global: &Global, options: &ServeOptions) -> Status {
    let lang = global.lang();
    let options = Options {
        root: global.root.clone(),
        port: options.port,
        as_of: global.as_of,
        horizon_days: global.horizon,
        lang,
        now,
    };
    let port = options.port;
    let ready = |address: &str| {
        talk(&match lang {
            Lang::Zh => format!("预览：{address}（保存后自动刷新；按 Ctrl+C 结束）"),
            Lang::En => format!("preview: {address} (reloads on save; Ctrl+C ends)"),
        });
    };
    match serve(options, ready) {
        Ok(()) => Status::Fine,
        Err(cause) => {
            talk(&match lang {
                Lang::Zh => format!("端口 {port} 用不了：{cause}。换一个：--port 0"),
                Lang::En => format!("cannot use port {port}: {cause}. Try --port 0"),
            });
            Status::Failed
        }
    }
}
