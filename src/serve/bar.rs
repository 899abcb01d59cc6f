//! The preview bar: the moment shown, a field to choose another, and the errors of the content.

use jiff::SignedDuration;

/// Puts the bar's script into a page, and takes out the page's own content policy, which would rightly refuse it.
/// Anyone may load the script; the token is in the page, which no other site can read.
/// Where the moment shown is `ahead` of the clock, the page's clock is set first of all.
pub(super) fn put_into(page: Vec<u8>, token: &str, ahead: SignedDuration) -> Vec<u8> {
    let Ok(mut text) = String::from_utf8(page) else { return Vec::new() };
    if let Some(start) = text.find("<meta http-equiv=\"Content-Security-Policy\"")
        && let Some(length) = text[start..].find('>')
    {
        text.replace_range(start..=start + length, "");
    }
    if !ahead.is_zero()
        && let Some(start) = text.find("<head")
        && let Some(length) = text[start..].find('>')
    {
        let clock = format!("<script src=\"/.hallpress/clock.js\" data-ahead=\"{}\"></script>", ahead.as_millis());
        text.insert_str(start + length + 1, &clock);
    }
    let tag = format!("<script src=\"/.hallpress/live.js\" data-token=\"{token}\" defer></script>");
    match text.find("</head>") {
        Some(at) => text.insert_str(at, &tag),
        None => text.push_str(&tag),
    }
    text.into_bytes()
}

/// The page shown while nothing could be built yet.
pub(super) fn report_page(report: &str) -> String {
    let escaped = report.replace('&', "&amp;").replace('<', "&lt;");
    format!(
        "<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>内容有错</title></head><body><h1>内容有错，还不能预览</h1>\
         <p>改好并保存后，本页自动刷新。</p><pre>{escaped}</pre></body></html>"
    )
}

/// The page shown during the first build.
pub(super) fn waiting_page() -> String {
    "<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>正在构建</title></head>\
     <body><h1>正在构建…</h1><p>完成后，本页自动刷新。</p></body></html>"
        .to_owned()
}

/// Shown for an address that leads nowhere, unless the site has a page of its own.
pub(super) const MISSING: &[u8] =
    "<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>没有这个页面</title></head>\
    <body><h1>没有这个页面</h1><p><a href=\"/\">回到首页</a></p></body></html>"
        .as_bytes();

/// Sets a page's clock to the moment shown, from which time goes on: what pages and screens say of now is then true of it.
pub(super) const CLOCK: &str = r#"(function () {
  "use strict";
  var ahead = Number(document.currentScript.dataset.ahead), Clock = Date;
  function now() { return Clock.now() + ahead; }
  function Shown(a, b, c, d, e, f, g) {
    if (!(this instanceof Shown)) { return new Clock(now()).toString(); }
    switch (arguments.length) {
      case 0: return new Clock(now());
      case 1: return new Clock(a);
      default: return new Clock(a, b, c === undefined ? 1 : c, d || 0, e || 0, f || 0, g || 0);
    }
  }
  Shown.prototype = Clock.prototype;
  Shown.now = now;
  Shown.parse = Clock.parse;
  Shown.UTC = Clock.UTC;
  window.Date = Shown;
})();
"#;

/// Asks every half second whether something new was built; draws the bar in a shadow root, so that
/// neither page nor bar styles the other.
pub(super) const SCRIPT: &str = r#"(function () {
  "use strict";
  var token = document.currentScript.dataset.token;
  var version = null, host = document.createElement("div"), root = host.attachShadow({ mode: "open" });
  root.innerHTML =
    '<style>.b{position:fixed;left:0;right:0;bottom:0;z-index:9999;background:#161b20;color:#fff;font:15px/1.5 sans-serif;' +
    'padding:8px 16px;display:flex;gap:12px;align-items:center;flex-wrap:wrap}input,button{font:inherit;padding:4px 8px}' +
    'details{flex:1 1 100%}pre{max-height:50vh;overflow:auto;background:#fff;color:#161b20;padding:12px;white-space:pre-wrap}' +
    '.e summary{color:#ffb4ac}@media print{.b{display:none}}</style>' +
    '<div class="b"><label>预览时刻 <input type="datetime-local" id="m"></label><button id="go">查看</button>' +
    '<button id="now">现在</button><span id="s"></span><details id="d" hidden><summary id="n"></summary><pre id="r"></pre></details></div>';
  document.documentElement.appendChild(host);
  function id(name) { return root.getElementById(name); }
  function at(value) {
    id("s").textContent = "正在构建…";
    fetch("/.hallpress/at?moment=" + encodeURIComponent(value), { method: "POST", headers: { "X-Hallpress-Token": token } })
      .then(function (r) { if (r.status === 403) { location.reload(); } });
  }
  id("go").onclick = function () { if (id("m").value) { at(id("m").value); } };
  id("now").onclick = function () { at(""); };
  function ask() {
    fetch("/.hallpress/state").then(function (r) { return r.json(); }).then(function (state) {
      if (version !== null && version !== state.version) { location.reload(); return; }
      if (version === null && state.moment) { id("m").value = state.moment.slice(0, 16); }
      version = state.version;
      id("s").textContent = state.building ? "正在构建，显示的是上一次的页面" : "";
      id("d").hidden = !state.report;
      id("d").className = state.errors ? "e" : "";
      id("d").open = state.errors > 0;
      id("n").textContent = state.errors ? "内容有 " + state.errors + " 个错误，显示的是改错之前的页面" : "提醒";
      id("r").textContent = state.report;
    }).catch(function () { id("s").textContent = "预览服务已停止"; });
  }
  ask();
  setInterval(ask, 500);
})();
"#;
