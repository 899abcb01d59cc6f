//! The preview server: builds, serves on the loopback address, reloads on save, shows any moment.
//!
//! The files it builds are those of `build`; the preview bar is put into pages on their way to the
//! browser and never into a file.

mod address;
mod bar;
mod own;
mod rebuild;
mod watch;

use crate::diag::Lang;
use crate::project::defect::caught;
use crate::source::Moment;
use jiff::SignedDuration;
use jiff::civil::DateTime;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use tiny_http::{Header, Method, Request, Response, Server};

/// How far the clocks of China are ahead of UTC.
const CHINA: SignedDuration = SignedDuration::from_hours(8);

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
    /// How far the chosen moment is from the clock: time goes on from there.
    ahead: SignedDuration,
    /// Grows with every build, so that pages know to reload.
    version: u64,
    errors: usize,
    report: String,
    /// Whether anything has been built yet.
    built: bool,
    /// Whether a build is to begin.
    asked: bool,
    /// Whether a build is under way.
    building: bool,
}

struct Preview {
    options: Options,
    /// The port it listens on.
    port: u16,
    /// The token a request that changes something must carry; every page has it.
    token: String,
    shown: Mutex<Shown>,
    /// Wakes the thread that builds.
    wake: Condvar,
}

/// Serves until the process ends; `ready` gets the address once the server listens, which is before anything is built.
///
/// # Errors
/// When the port cannot be had.
pub fn serve(options: Options, ready: impl FnOnce(&str)) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let server = Server::http(("127.0.0.1", options.port))?;
    let address = format!("http://{}/", server.server_addr());
    let port = server.server_addr().to_ip().map_or(options.port, |address| address.port());
    let moment = options.as_of;
    let ahead = moment.map(|moment| moment.duration_since((options.now)())).unwrap_or_default();
    let report = String::new();
    let shown = Shown { moment, ahead, version: 0, errors: 0, report, built: false, asked: true, building: false };
    let (token, wake) = (own::token(), Condvar::new());
    let preview = Arc::new(Preview { options, port, token, shown: Mutex::new(shown), wake });
    // The files are listed before the first build, so that a file saved during it is not missed.
    let first = watch::look(&preview.options.root, &WATCHED);
    let builds = Arc::clone(&preview);
    std::thread::spawn(move || builds.build_when_asked());
    ready(&address);
    let watched = Arc::clone(&preview);
    std::thread::spawn(move || {
        watch::watch(&watched.options.root, &WATCHED, first, || watched.ask_for_build());
    });
    for request in server.incoming_requests() {
        // Neither a browser that went away nor a defect is a reason to stop.
        let _ = caught(|| preview.answer(request));
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

    fn answer(&self, request: Request) -> io::Result<()> {
        let url = request.url().to_owned();
        let (path, query) = url.split_once('?').unwrap_or((&url, ""));
        if !own::is_asked_for(&request, self.port) {
            return request.respond(plain(&format!("{OTHER_HOST} http://127.0.0.1:{}/", self.port), 421));
        }
        if path == "/.hallpress/at" {
            return self.show_at(request, query);
        }
        if *request.method() != Method::Get && *request.method() != Method::Head {
            return request.respond(Response::empty(405));
        }
        match path {
            "/.hallpress/live.js" => request.respond(typed(bar::SCRIPT.as_bytes().to_vec(), "text/javascript")),
            "/.hallpress/clock.js" => request.respond(typed(bar::CLOCK.as_bytes().to_vec(), "text/javascript")),
            "/.hallpress/state" => {
                let shown = self.shown();
                let state = serde_json::json!({
                    "version": shown.version, "errors": shown.errors, "report": shown.report,
                    "moment": shown.moment.map(|m| m.to_string()), "building": shown.asked || shown.building,
                });
                drop(shown);
                request.respond(typed(state.to_string().into_bytes(), "application/json"))
            }
            _ => self.file(request, path),
        }
    }

    /// Chooses the moment shown, for our own pages alone.
    fn show_at(&self, request: Request, query: &str) -> io::Result<()> {
        if *request.method() != Method::Post {
            return request.respond(Response::empty(405));
        }
        if !own::is_from_own_page(&request, self.port, &self.token) {
            return request.respond(plain(OTHER_PAGE, 403));
        }
        let asked = address::decode(query.strip_prefix("moment=").unwrap_or_default());
        match asked.as_deref().map(|text| (text, Moment::parse(text))) {
            Some(("", _)) => self.choose(None),
            Some((_, Ok(moment))) => self.choose(Some(moment.0)),
            Some((_, Err([zh, en]))) => return request.respond(plain(&format!("{zh} ({en})"), 400)),
            None => return request.respond(Response::empty(400)),
        }
        self.ask_for_build();
        request.respond(Response::empty(204))
    }

    fn choose(&self, moment: Option<DateTime>) {
        let ahead = moment.map(|moment| moment.duration_since((self.options.now)())).unwrap_or_default();
        let mut shown = self.shown();
        (shown.moment, shown.ahead) = (moment, ahead);
    }

    fn file(&self, request: Request, path: &str) -> io::Result<()> {
        let shown = self.shown();
        let (built, waits, report) = (shown.built, shown.version == 0, shown.report.clone());
        drop(shown);
        if !built {
            let page = if waits { bar::waiting_page() } else { bar::report_page(&report) };
            return request.respond(self.page(page.into_bytes()));
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
                request.respond(if kind == "text/html" { self.page(bytes) } else { self.dated(typed(bytes, kind)) })
            }
            Err(_) => self.missing(request),
        }
    }

    /// The site's own page for addresses that do not exist, or a plain one.
    fn missing(&self, request: Request) -> io::Result<()> {
        let page = std::fs::read(self.base().join("public/404.html")).unwrap_or_else(|_| bar::MISSING.into());
        request.respond(self.page(page).with_status_code(404))
    }

    /// A page with the bar, which has the token.
    fn page(&self, page: Vec<u8>) -> Response<io::Cursor<Vec<u8>>> {
        let ahead = self.shown().ahead;
        self.dated(typed(bar::put_into(page, &self.token, ahead), "text/html"))
    }

    /// With the date at which it is shown: a screen sets its clock by it.
    fn dated(&self, mut response: Response<io::Cursor<Vec<u8>>>) -> Response<io::Cursor<Vec<u8>>> {
        let china = (self.options.now)().saturating_add(self.shown().ahead);
        let date = china.saturating_sub(CHINA).strftime("%a, %d %b %Y %H:%M:%S GMT").to_string();
        if let Ok(header) = Header::from_bytes("Date", date) {
            response.add_header(header);
        }
        response
    }
}

/// The answer to requests for another host: a site whose name was turned to this machine must read nothing.
const OTHER_HOST: &str = "这个预览只能在本机上用下面的网址打开。(This preview is served under this address only.)";
/// The answer to a page that is not ours.
const OTHER_PAGE: &str =
    "预览时刻只能在预览页面下方的工具条里改；请刷新页面再试。(Only the preview's own pages change the moment.)";

/// A sentence.
fn plain(words: &str, status: u16) -> Response<io::Cursor<Vec<u8>>> {
    typed(words.as_bytes().to_vec(), "text/plain").with_status_code(status)
}

fn typed(body: Vec<u8>, kind: &str) -> Response<io::Cursor<Vec<u8>>> {
    let charset = if kind.starts_with("text/") { "; charset=utf-8" } else { "" };
    let mut response = Response::from_data(body);
    let kind = format!("{kind}{charset}");
    // Pages of other sites embed nothing of the preview.
    let headers = [
        ("Content-Type", kind.as_str()),
        ("Cache-Control", "no-store"),
        ("X-Content-Type-Options", "nosniff"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("X-Frame-Options", "SAMEORIGIN"),
    ];
    for (name, value) in headers {
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
