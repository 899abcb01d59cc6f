//! The preview server.

use super::site::{MOMENT, Site};
use serde_json::Value;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

struct Server {
    child: Child,
    address: String,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

struct Answer {
    status: u16,
    head: String,
    body: Vec<u8>,
}

impl Answer {
    fn text(&self) -> String {
        String::from_utf8(self.body.clone()).unwrap()
    }
}

impl Server {
    fn start(site: &Site) -> Self {
        let mut command = site.command(&["serve", "--port", "0", "--as-of", MOMENT]);
        let mut child = command.stderr(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap());
        let mut line = String::new();
        lines.read_line(&mut line).unwrap();
        let address = line.split("http://").nth(1).and_then(|rest| rest.split('/').next());
        let address = address.unwrap_or_else(|| panic!("no address in “{line}”")).to_owned();
        assert!(address.starts_with("127.0.0.1:"), "{address}");
        let server = Self { child, address };
        server.newer_than(0);
        server
    }

    fn ask(&self, method: &str, path: &str) -> Answer {
        self.ask_with(method, path, &format!("Host: {}\r\n", self.address))
    }

    fn ask_with(&self, method: &str, path: &str, headers: &str) -> Answer {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
        write!(stream, "{method} {path} HTTP/1.0\r\n{headers}\r\n").unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let end = bytes.windows(4).position(|w| w == b"\r\n\r\n").unwrap_or(bytes.len());
        let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
        let status = head.split_whitespace().nth(1).and_then(|s| s.parse().ok()).unwrap_or_else(|| panic!("{head}"));
        Answer { status, head, body: bytes.get(end + 4..).unwrap_or_default().to_vec() }
    }

    fn get(&self, path: &str) -> Answer {
        self.ask("GET", path)
    }

    fn state(&self) -> Value {
        serde_json::from_slice(&self.get("/.hallpress/state").body).unwrap()
    }

    /// The header with the token that every page carries.
    fn token(&self) -> String {
        let page = self.get("/").text();
        let token = page.split("data-token=\"").nth(1).and_then(|rest| rest.split('"').next());
        format!("Host: {}\r\nX-Hallpress-Token: {}\r\n", self.address, token.unwrap())
    }

    /// Asks for a moment as the preview bar does.
    fn show_at(&self, moment: &str) -> u16 {
        self.ask_with("POST", &format!("/.hallpress/at?moment={moment}"), &self.token()).status
    }

    /// Waits until something newer than `version` was built.
    fn newer_than(&self, version: u64) -> Value {
        let start = Instant::now();
        loop {
            let state = self.state();
            if state["version"].as_u64().unwrap() > version {
                return state;
            }
            assert!(start.elapsed() < Duration::from_secs(60), "nothing was rebuilt");
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

const WINDOWS: &str = "content/windows/hall.yaml";
const PAGE: &str = "/signage/s/w-a01/";

#[test]
fn saving_rebuilds_and_errors_keep_the_last_pages() {
    let site = Site::base();
    let server = Server::start(&site);
    let first = server.state();
    assert_eq!((&first["version"], &first["errors"]), (&1.into(), &0.into()));
    assert_eq!(first["moment"], "2026-10-12T09:00:00");
    let page = server.get(PAGE);
    assert_eq!(page.status, 200);
    assert!(page.head.contains("text/html; charset=utf-8") && page.head.contains("no-store"), "{}", page.head);
    assert!(page.text().contains("/.hallpress/live.js") && page.text().trim_end().ends_with("</html>"));
    assert_eq!(server.get("/.hallpress/live.js").status, 200);
    assert!(server.get("/staff/tasks.html").text().contains("内部工作"), "the staff's lists are shown on this machine");
    assert_eq!(server.get("/staff/../public/index.html").status, 404);
    assert!(!site.path(".hallpress/serve/public/staff").exists());
    let manifest = |server: &Server| server.get("/signage/s/w-a01/manifest.json").text();
    assert!(manifest(&server).contains("身份证办理"));

    site.replace(WINDOWS, "业务: 身份证办理", "业务: 居民身份证");
    let second = server.newer_than(1);
    assert_eq!(second["errors"], 0, "{}", second["report"]);
    assert!(manifest(&server).contains("居民身份证"));

    site.replace(WINDOWS, "单位: rsj", "单位: nobody");
    let third = server.newer_than(second["version"].as_u64().unwrap());
    assert!(third["errors"].as_u64().unwrap() > 0);
    assert!(third["report"].as_str().unwrap().contains("nobody"), "{}", third["report"]);
    assert_eq!(server.get(PAGE).status, 200, "the last good pages are still there");

    site.replace(WINDOWS, "单位: nobody", "单位: rsj");
    let fourth = server.newer_than(third["version"].as_u64().unwrap());
    assert_eq!(fourth["errors"], 0);
    assert!(!site.path("public").exists() && !site.path("print").exists(), "the live site is left alone");
}

#[test]
fn any_moment_can_be_asked_for() {
    let site = Site::base();
    let server = Server::start(&site);
    let valid = |server: &Server| {
        let text = server.get("/signage/s/w-a01/manifest.json").text();
        serde_json::from_str::<Value>(&text).unwrap()["valid_from"].as_str().unwrap()[..10].to_owned()
    };
    assert_eq!(valid(&server), "2026-10-12");
    assert_eq!(server.show_at("2026-10-13T09:00"), 204);
    assert_eq!(server.state()["moment"], "2026-10-13T09:00:00");
    server.newer_than(1);
    assert_eq!(valid(&server), "2026-10-13");
    assert_eq!(server.show_at("2026-10-14T09%3A00"), 204);
    let built = server.newer_than(2);
    assert_eq!(valid(&server), "2026-10-14");
    for wrong in ["2026-99-99T09:00", "x", "%", "%ff"] {
        assert_eq!(server.show_at(wrong), 400, "{wrong}");
    }
    assert_eq!(server.state(), built, "a wrong moment changes nothing");
}

#[test]
fn the_moment_chosen_is_the_time_of_pages_and_screens() {
    let site = Site::base();
    let server = Server::start(&site);
    // China is eight hours ahead of the header's zone; the test takes less than an hour.
    let page = server.get("/");
    assert!(page.head.contains("Date: Mon, 12 Oct 2026 01:"), "{}", page.head);
    let ahead = |page: &Answer| -> Option<i64> {
        let text = page.text();
        let (head, rest) = text.split_once("data-ahead=\"")?;
        assert_eq!(head.matches("<script").count(), 1, "the clock is set before any other script");
        rest.split('"').next()?.parse().ok()
    };
    assert!(ahead(&page).is_some());
    assert!(server.get("/.hallpress/clock.js").text().contains("window.Date"));
    let manifest = server.get("/signage/s/w-a01/manifest.json");
    assert!(manifest.head.contains("Date: Mon, 12 Oct 2026 01:"), "{}", manifest.head);
    // Another moment, and back to the clock's.
    let before = server.state()["version"].as_u64().unwrap();
    assert_eq!(server.ask_with("POST", "/.hallpress/at?moment=2026-10-20T18:00", &server.token()).status, 204);
    server.newer_than(before);
    assert!(server.get("/").head.contains("Date: Tue, 20 Oct 2026 10:"));
    let before = server.state()["version"].as_u64().unwrap();
    assert_eq!(server.ask_with("POST", "/.hallpress/at?moment=", &server.token()).status, 204);
    server.newer_than(before);
    assert_eq!(ahead(&server.get("/")), None);
}

#[test]
fn nothing_is_served_under_the_name_of_another_site() {
    let site = Site::base();
    let server = Server::start(&site);
    let port = server.address.split(':').nth(1).unwrap();
    for own in ["localhost", "127.0.0.1", "[::1]", "LOCALHOST"] {
        let headers = format!("Host: {own}:{port}\r\n");
        assert_eq!(server.ask_with("GET", "/staff/tasks.html", &headers).status, 200, "{own}");
    }
    let other = [
        format!("Host: evil.example:{port}\r\n"),
        format!("Host: localhost.evil.example:{port}\r\n"),
        "Host: localhost\r\n".to_owned(),
        "Host: localhost:1\r\n".to_owned(),
        format!("Host: localhost:{port}\r\nHost: evil.example\r\n"),
        String::new(),
    ];
    for headers in other {
        for path in ["/staff/tasks.html", "/", "/.hallpress/state", "/.hallpress/live.js"] {
            let refused = server.ask_with("GET", path, &headers);
            assert_eq!(refused.status, 421, "{headers}{path}");
            let text = refused.text();
            assert!(text.contains("只能在本机上") && !text.contains("内部工作"), "{text}");
        }
    }
}

#[test]
fn only_the_preview_s_own_pages_change_the_moment() {
    let site = Site::base();
    let server = Server::start(&site);
    let before = server.state();
    let (at, own) = ("/.hallpress/at?moment=2026-10-13T09:00", server.token());
    assert_eq!(server.get(at).status, 405, "following a link changes nothing");
    let host = format!("Host: {}\r\n", server.address);
    for headers in [
        host.clone(),
        format!("{host}X-Hallpress-Token: 0123456789abcdef0123456789abcdef\r\n"),
        format!("{own}Origin: http://evil.example\r\n"),
        format!("{own}Origin: null\r\n"),
        format!("{own}Sec-Fetch-Site: cross-site\r\n"),
        format!("{own}X-Hallpress-Token: x\r\n"),
    ] {
        let refused = server.ask_with("POST", at, &headers);
        assert_eq!(refused.status, 403, "{headers}");
        assert!(refused.text().contains("工具条"), "{}", refused.text());
    }
    assert_eq!(server.state(), before);
    assert!(!server.get("/.hallpress/live.js").text().contains(own.rsplit(' ').next().unwrap().trim()));
    let sound = format!("{own}Origin: http://{}\r\nSec-Fetch-Site: same-origin\r\n", server.address);
    assert_eq!(server.ask_with("POST", at, &sound).status, 204);
    assert_eq!(server.newer_than(1)["moment"], "2026-10-13T09:00:00");
}

#[test]
fn pages_do_not_wait_for_a_build() {
    let site = Site::base();
    let server = Server::start(&site);
    // A font file that is a pipe keeps the build until somebody writes into it.
    let pipe = site.path("fonts/stuck.ttf");
    std::fs::create_dir_all(site.path("fonts")).unwrap();
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    assert_eq!(server.show_at("2026-10-13T09:00"), 204);
    let start = Instant::now();
    for _ in 0..20 {
        assert_eq!(server.state()["building"], true);
        assert_eq!(server.get(PAGE).status, 200);
        assert_eq!(server.show_at("2026-10-14T09:00"), 204);
    }
    assert!(start.elapsed() < Duration::from_secs(20));
    assert_eq!(server.state()["version"], 1, "the last good pages");
    std::fs::write(&pipe, "").unwrap();
    assert!(server.newer_than(1)["report"].as_str().unwrap().contains("stuck.ttf"));
}

#[test]
fn only_the_site_is_served() {
    let site = Site::base();
    site.write("secret.txt", "secret");
    let server = Server::start(&site);
    for path in [
        "/../Cargo.toml",
        "/../../../../secret.txt",
        "/%2e%2e/%2e%2e/%2e%2e/secret.txt",
        "/..%2f..%2f..%2fsecret.txt",
        "/signage/..%5c..%5csecret.txt",
        "/%2e%2e/",
        "/signage/%00",
        "/%zz",
        "/nothing.html",
        "/content/site.yaml",
        "//etc/passwd",
        "/%2fetc/passwd",
    ] {
        let answer = server.get(path);
        assert_eq!(answer.status, 404, "{path}");
        let text = answer.text();
        assert!(!text.contains("secret") && !text.contains("root:"), "{path}");
        assert!(text.contains("<h1") || text.contains("<title"), "a page for people: {text}");
    }
    assert_eq!(server.get("/signage/s/w%2Da01/index.html").status, 200, "addresses are decoded");
    assert_eq!(server.ask("POST", PAGE).status, 405);
    let head = server.ask("HEAD", PAGE);
    assert_eq!((head.status, head.body.len()), (200, 0));
    let png = site.path(".hallpress/serve/public/signage/media");
    let name = std::fs::read_dir(png).unwrap().next().unwrap().unwrap().file_name();
    let picture = server.get(&format!("/signage/media/{}", name.to_str().unwrap()));
    assert!(picture.head.contains("image/png") && picture.body.starts_with(b"\x89PNG"));
}

#[test]
fn content_that_never_built_is_reported_on_every_page() {
    let site = Site::base();
    site.replace(WINDOWS, "单位: rsj", "单位: <nobody>");
    let server = Server::start(&site);
    let page = server.get("/");
    assert!(page.text().contains("内容有错") && page.text().contains("&lt;nobody>"), "{}", page.text());
    site.replace(WINDOWS, "单位: <nobody>", "单位: rsj");
    assert_eq!(server.newer_than(1)["errors"], 0);
    assert_eq!(server.get(PAGE).status, 200);
}

#[test]
fn a_port_in_use_is_wrong_use() {
    let site = Site::base();
    let held = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = held.local_addr().unwrap().port().to_string();
    site.run(&["serve", "--port", &port, "--as-of", MOMENT]).ends(2).says("--port 0");
}
