//! The preview server: builds, serves on the loopback address, reloads on save, shows any moment.
//!
//! The files it builds are those of `build`; the preview bar is put into pages on their way to the
//! browser and never into a file.

mod address;
mod bar;
mod watch;

use crate::build::{BuildError, build};
use crate::diag::text::Style;
use crate::diag::{Lang, Report, text};
use crate::model::When;
use crate::project::Project;
use crate::source::Moment;
use jiff::civil::DateTime;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use tiny_http::{Header, Method, Request, Response, Server};

/// The folders a site is made of.
const WATCHED: [&str; 4] = ["content", "layouts", "signage", "fonts"];

/// What to serve.
#[derive(Clone, Debug)]
pub struct Options {
    /// The site.
    pub root: PathBuf,
    /// Port on 127.0.0.1; 0 = any.
    pub port: u16,
    /// The moment shown at first; `None` = now, at each build.
    pub as_of: Option<DateTime>,
    /// Days ahead.
    pub horizon_days: u32,
    /// Language of messages.
    pub lang: Lang,
    /// The clock, handed in by the shell.
    pub now: fn() -> DateTime,
}

/// What the browser sees at present.
#[derive(Debug)]
struct Shown {
    moment: Option<DateTime>,
    /// Grows with every build, so that pages know to reload.
    version: u64,
    errors: usize,
    report: String,
    /// Whether anything has been built yet.
    built: bool,
}

struct Preview {
    options: Options,
    shown: Mutex<Shown>,
    /// Only one build at a time.
    building: Mutex<()>,
}

/// Serves until the process ends; `ready` is told the address once it listens.
///
/// # Errors
/// When the port cannot be had.
pub fn serve(options: Options, ready: impl FnOnce(&str)) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let server = Server::http(("127.0.0.1", options.port))?;
    let address = format!("http://{}/", server.server_addr());
    let shown = Shown { moment: options.as_of, version: 0, errors: 0, report: String::new(), built: false };
    let preview = Arc::new(Preview { options, shown: Mutex::new(shown), building: Mutex::new(()) });
    // Looked at before the first build, so that what is saved during it is not missed.
    let first = watch::look(&preview.options.root, &WATCHED);
    preview.rebuild();
    ready(&address);
    let watched = Arc::clone(&preview);
    std::thread::spawn(move || {
        watch::watch(&watched.options.root, &WATCHED, first, || watched.rebuild());
    });
    for request in server.incoming_requests() {
        // A browser that went away is no reason to stop.
        let _ = preview.answer(request);
    }
    Ok(())
}

impl Preview {
    fn shown(&self) -> std::sync::MutexGuard<'_, Shown> {
        self.shown.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn base(&self) -> PathBuf {
        self.options.root.join(".hallpress").join("serve")
    }

    /// Builds for the chosen moment. Content that is broken leaves the last good pages and its report.
    fn rebuild(&self) {
        let _one = self.building.lock().unwrap_or_else(PoisonError::into_inner);
        let moment = self.shown().moment;
        let when = When { moment: moment.unwrap_or_else(self.options.now), horizon_days: self.options.horizon_days };
        let project = Project::open(&self.options.root).previewing(true);
        let checked = project.check(when, false);
        let mut report = checked.report;
        let mut machine = None;
        let mut built = false;
        if !report.has_blocking() {
            let made = project
                .engine()
                .map_err(BuildError::Content)
                .and_then(|engine| build(&checked.plan, &engine, &self.base(), when, &|| {}));
            match made {
                Ok(_) => built = true,
                Err(BuildError::Content(found)) => {
                    report = Report::new(report.diagnostics.into_iter().chain(found).collect(), &project.sources);
                }
                Err(BuildError::Machine(error)) => machine = Some(error.to_string()),
            }
        }
        let style = Style { lang: self.options.lang, color: false };
        let mut words = text::render(&report, &project.sources, style);
        words.extend(machine.iter().map(|m| format!("{m}\n")));
        let mut shown = self.shown();
        shown.errors = report.errors() + usize::from(machine.is_some());
        shown.report = words;
        shown.built |= built;
        shown.version += 1;
    }

    fn answer(&self, request: Request) -> io::Result<()> {
        let url = request.url().to_owned();
        let (path, query) = url.split_once('?').unwrap_or((&url, ""));
        if *request.method() != Method::Get && *request.method() != Method::Head {
            return request.respond(Response::empty(405));
        }
        match path {
            "/.hallpress/live.js" => request.respond(typed(bar::SCRIPT.as_bytes().to_vec(), "text/javascript")),
            "/.hallpress/state" => {
                let shown = self.shown();
                let state = serde_json::json!({
                    "version": shown.version, "errors": shown.errors, "report": shown.report,
                    "moment": shown.moment.map(|m| m.to_string()),
                });
                drop(shown);
                request.respond(typed(state.to_string().into_bytes(), "application/json"))
            }
            "/.hallpress/at" => {
                let asked = address::decode(query.strip_prefix("moment=").unwrap_or_default());
                match asked.as_deref().map(|text| (text, Moment::parse(text))) {
                    Some(("", _)) => self.shown().moment = None,
                    Some((_, Ok(moment))) => self.shown().moment = Some(moment.0),
                    Some((_, Err([zh, en]))) => {
                        let body = format!("{zh} ({en})").into_bytes();
                        return request.respond(typed(body, "text/plain").with_status_code(400));
                    }
                    None => return request.respond(Response::empty(400)),
                }
                self.rebuild();
                request.respond(Response::empty(204))
            }
            _ => self.file(request, path),
        }
    }

    fn file(&self, request: Request, path: &str) -> io::Result<()> {
        let shown = self.shown();
        let (built, report) = (shown.built, shown.report.clone());
        drop(shown);
        if !built {
            return request.respond(typed(bar::report_page(&report).into_bytes(), "text/html"));
        }
        // The staff's lists are beside the public tree; only this server, on the machine itself, shows both.
        let (tree, path) = match path.strip_prefix("/staff") {
            Some(rest) if rest.is_empty() || rest.starts_with('/') => ("staff", rest),
            _ => ("public", path),
        };
        let Some(mut file) = address::inside(&self.base().join(tree), path) else {
            return self.missing(request);
        };
        if file.is_dir() {
            file.push("index.html");
        }
        match std::fs::read(&file) {
            Ok(bytes) => {
                let kind = media_type(&file);
                let body = if kind == "text/html" { bar::put_into(bytes) } else { bytes };
                request.respond(typed(body, kind))
            }
            Err(_) => self.missing(request),
        }
    }

    /// The site's own page for what is not there, or a plain one.
    fn missing(&self, request: Request) -> io::Result<()> {
        let page = std::fs::read(self.base().join("public/404.html")).unwrap_or_else(|_| bar::MISSING.into());
        request.respond(typed(bar::put_into(page), "text/html").with_status_code(404))
    }
}

fn typed(body: Vec<u8>, kind: &str) -> Response<io::Cursor<Vec<u8>>> {
    let charset = if kind.starts_with("text/") { "; charset=utf-8" } else { "" };
    let mut response = Response::from_data(body);
    for (name, value) in [("Content-Type", format!("{kind}{charset}")), ("Cache-Control", "no-store".to_owned())] {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    response
}

fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|e| e.to_str()) {
        Some("html") => "text/html",
        Some("css") => "text/css",
        Some("js") => "text/javascript",
        Some("json") => "application/json",
        Some("png") => "image/png",
        Some("svg") => "image/svg+xml",
        Some("pdf") => "application/pdf",
        Some("docx") => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        Some("txt") => "text/plain",
        Some("csv") => "text/csv",
        Some("ics") => "text/calendar",
        Some("xml") => "application/xml",
        _ => "application/octet-stream",
    }
}
