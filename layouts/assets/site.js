(function () {
"use strict";
var root = document.body.getAttribute("data-root") || "";
var each = function (selector, act, scope) { Array.prototype.forEach.call((scope || document).querySelectorAll(selector), act); };
var store = {
  get: function (key) { try { return localStorage.getItem("hallpress." + key); } catch (e) { return null; } },
  set: function (key, value) { try { localStorage.setItem("hallpress." + key, value); } catch (e) { /* private mode, file */ } }
};

/* China has one time zone and no summer time: its civil time is UTC+8 wherever the reader is. */
function china() { return new Date(Date.now() + 8 * 3600000); }
function two(n) { return (n < 10 ? "0" : "") + n; }
function iso(date) { return date.getUTCFullYear() + "-" + two(date.getUTCMonth() + 1) + "-" + two(date.getUTCDate()); }

/* What is past is hidden; what is to come stays and says from when; of a set of phases only the next one stays. */
function phases() {
  var today = iso(china());
  each("[data-from],[data-to]", function (el) {
    var from = el.getAttribute("data-from"), to = el.getAttribute("data-to");
    var past = to && to <= today, next = from && today < from;
    el.hidden = !!(past || (next && el.hasAttribute("data-show")));
    el.classList.toggle("is-next", !!next);
    el.classList.toggle("is-now", !past && !next);
  });
  each("[data-phases]", function (set) {
    var seen = false, section = set.closest("section");
    Array.prototype.forEach.call(set.children, function (el) {
      if (el.classList.contains("is-next") && !el.hidden) { el.hidden = seen; seen = true; }
    });
    if (section) { section.hidden = Array.prototype.every.call(set.children, function (el) { return el.hidden; }); }
  });
}

/* 现在: from the opening data `20261012:540-720,780-1020e,720-780p;20261013:!` in minutes of the day. Other languages have no words
 * for some states, and say the nearest. */
var W = JSON.parse(document.body.getAttribute("data-words") || "null") || {
  open: "正在服务", extended: "延时服务", until: "延时服务至 …", pause: "午间休息", back: "… 恢复服务", closed: "已下班",
  next: "下次服务 …", unknown: "下次服务时间请留意大厅公告", date: "{month}月{day}日（{weekday}）", gap: "", work: "，调休上班",
  early: "尚未开始", from: "今天…开始", rest: "今日休息", off: "放假休息", till: "{name}放假，…恢复", fresh: "未启用", starts: "…启用",
  over: "本窗口服务已结束", paused: "暂停服务", today: "今天至…", noon: "今天至…（中午不休息）", all: "24小时服务",
  days: ["星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"]
};
function say(pattern, value) { return pattern.replace("…", value); }
function clock(minutes) { return Math.floor(minutes / 60) + ":" + two(minutes % 60); }
function when(day, minutes) {
  var key = day.key, month = +key.slice(4, 6), number = +key.slice(6), date = new Date(Date.UTC(+key.slice(0, 4), month - 1, number));
  return W.date.replace("{month}", W.months ? W.months[month - 1] : month).replace("{day}", number)
    .replace("{weekday}", W.days[date.getUTCDay()] + (day.note === "w" && W.work || "")) + W.gap + clock(minutes);
}
function rest(word, detail) { return { tone: "rest", shape: "ring", word: word, detail: detail }; }
/* An extended service that goes on as the usual one: until when one is served. */
function extended(spans, i) {
  var begin = spans[i].from, end = spans[i].to, noon = begin >= 660 && end <= 900, j, k;
  for (k = i - 1; k >= 0 && spans[k].to >= begin; k--) { begin = Math.min(begin, spans[k].from); }
  for (j = i + 1; j < spans.length && spans[j].from <= end; j++) { end = Math.max(end, spans[j].to); }
  if (begin === 0 && end === 1440) { return { tone: "open", shape: "disc", word: W.open, detail: W.all || "" }; }
  if (end > spans[i].to) {
    return { tone: "open", shape: "disc", word: W.open, detail: j < spans.length || !W.today ? "" : say(noon ? W.noon : W.today, clock(end)) };
  }
  return { tone: "open", shape: "disc", word: W.extended, detail: say(W.until, clock(spans[i].to)) };
}
/* Nobody serves until another day. */
function shut(days) {
  var today = days[0], i, at;
  for (i = 1; i < days.length && !days[i].spans.length; i++) {
    if (days[i].gone) { return rest(W.closed, W.over || W.unknown); }
  }
  at = i < days.length ? when(days[i], days[i].spans[0].from) : "";
  if (at && today.note === "n" && W.fresh) { return rest(W.fresh, say(W.starts, at)); }
  if (!today.spans.length && today.note && today.note !== "w" && today.note !== "n" && W.off) {
    return rest(W.off, at ? say(W.till.replace("{name}", today.note), at) : W.unknown);
  }
  return rest(at && !today.spans.length && W.rest || W.closed, at ? say(W.next, at) : W.unknown);
}
function state(data, moment) {
  var today = iso(moment).replace(/-/g, ""), minute = moment.getUTCHours() * 60 + moment.getUTCMinutes();
  var days = data.split(";").map(function (part) {
    var cut = part.split(":");
    var gone = cut[1] === "x", off = gone || cut[1] === "!";
    var spans = cut[1] && !off ? cut[1].split(",").map(function (s) {
      var ends = s.replace(/[ep]/, "").split("-");
      return { from: +ends[0], to: +ends[1], more: s.indexOf("e") > 0, paused: s.indexOf("p") > 0 };
    }) : [];
    return { key: cut[0].slice(0, 8), note: cut[0].slice(8), off: off, gone: gone,
      spans: spans.filter(function (s) { return !s.paused; }), paused: spans.filter(function (s) { return s.paused; }) };
  }).filter(function (day) { return day.key >= today; });
  if (!days.length || days[0].key !== today || days[0].off) { return null; }
  var spans = days[0].spans, paused = days[0].paused, i;
  for (i = 0; i < paused.length; i++) {
    if (paused[i].from <= minute && minute < paused[i].to) {
      return { tone: "stop", shape: "square", word: W.paused || W.closed, detail: paused[i].to < 1440 ? say(W.back, clock(paused[i].to)) : "" };
    }
  }
  for (i = 0; i < spans.length; i++) {
    if (spans[i].from <= minute && minute < spans[i].to) {
      return spans[i].more
        ? extended(spans, i)
        : { tone: "open", shape: "disc", word: W.open, detail: "" };
    }
  }
  for (i = 0; i < spans.length; i++) {
    if (spans[i].from > minute && i > 0) {
      return { tone: "pause", shape: "bars", word: W.pause, detail: say(W.back, clock(spans[i].from)) };
    }
    if (spans[i].from > minute) {
      return W.early ? rest(W.early, say(W.from, clock(spans[i].from))) : rest(W.closed, say(W.next, when(days[0], spans[i].from)));
    }
  }
  return shut(days);
}
var SHAPES = { square: "M2 2h12v12H2z", disc: "M8 1a7 7 0 1 0 .01 0z", bars: "M3 2h3.5v12H3zM9.5 2H13v12H9.5z", ring: "M8 1a7 7 0 1 0 .01 0zM8 4a4 4 0 1 1-.01 0z" };
function now() {
  var moment = china();
  each("[data-now]", function (el) {
    var told = state(el.getAttribute("data-now"), moment), key = told ? told.word + told.detail : "";
    if (el.getAttribute("data-told") === key) { return; }
    el.setAttribute("data-told", key);
    el.textContent = "";
    el.className = "now " + (told ? told.tone : "is-off");
    if (!told) { return; }
    var svg = document.createElementNS("http://www.w3.org/2000/svg", "svg"), path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    svg.setAttribute("class", "shape"); svg.setAttribute("viewBox", "0 0 16 16"); svg.setAttribute("aria-hidden", "true");
    path.setAttribute("d", SHAPES[told.shape]);
    svg.appendChild(path); el.appendChild(svg);
    el.appendChild(document.createTextNode(told.word));
    if (told.detail) {
      var small = document.createElement("small");
      small.textContent = told.detail;
      el.appendChild(small);
    }
  });
}

/* Letter size, kept on this device. */
function size(value) {
  if (value) { document.documentElement.setAttribute("data-size", value); } else { document.documentElement.removeAttribute("data-size"); }
  each("[data-size]", function (el) {
    if (el.tagName === "BUTTON") { el.setAttribute("aria-pressed", String(el.getAttribute("data-size") === value)); }
  });
}

/* High contrast, kept on this device; where nothing is kept, what the device asks for. */
function look() {
  var asked = window.matchMedia && window.matchMedia("(prefers-contrast: more)").matches;
  var more = (store.get("contrast") || (asked ? "more" : "usual")) === "more";
  document.documentElement.setAttribute("data-contrast", more ? "more" : "usual");
  each("[data-look]", function (el) { el.setAttribute("aria-pressed", String(more)); });
  return more;
}

/* Ticks of the list of materials, kept on this device. */
function ticks() {
  each("[data-tick]", function (box) {
    var key = "tick." + box.getAttribute("data-tick");
    box.checked = store.get(key) === "1";
    box.addEventListener("change", function () { store.set(key, box.checked ? "1" : "0"); });
  });
}

/* The search is loaded when somebody is about to use it. */
function search() {
  var form = document.querySelector("form[data-search]"), asked = false;
  if (!form) { return; }
  function load() {
    if (asked) { return; }
    asked = true;
    var paths = [form.getAttribute("data-index"), form.getAttribute("data-search")], left = paths.length;
    paths.forEach(function (path) {
      var script = document.createElement("script");
      script.src = path;
      script.async = false;
      script.onload = function () { if (--left === 0 && window.hallpressSearchStart) { window.hallpressSearchStart(form, root, iso(china())); } };
      document.head.appendChild(script);
    });
  }
  form.addEventListener("focusin", load);
  if (/[?&]q=/.test(location.search)) { load(); }
}

/* The matters of the list that have what is ticked, of each group any; what is ticked is kept in the address. */
function facets() {
  var box = document.querySelector("[data-facets]");
  if (!box) { return; }
  var form = box.querySelector("form"), select = form.elements.unit || {}, told = document.querySelector(".facets-count [role=status]"), clear = document.querySelector("[data-clear]");
  function apply() {
    var wanted = {}, keys, unit = select.value, all = 0, shown = 0;
    each("input:checked", function (input) { (wanted[input.name] = wanted[input.name] || []).push(input.value); }, form);
    keys = Object.keys(wanted);
    each("[data-marks]", function (item) {
      var marks = item.getAttribute("data-marks").split(" ");
      var fits = (!unit || unit === item.getAttribute("data-unit")) && keys.every(function (key) {
        return wanted[key].some(function (mark) { return marks.indexOf(mark) >= 0; });
      });
      item.hidden = !fits;
      all++; if (fits) { shown++; }
    });
    each(".letter-group", function (group) {
      var link = document.querySelector('a[href="#' + group.getAttribute("aria-labelledby") + '"]');
      group.hidden = !group.querySelector("li:not([hidden])");
      if (link) { link.parentNode.hidden = group.hidden; }
    });
    var state = keys.map(function (key) { return key + "=" + wanted[key].join(","); }).concat(unit ? "unit=" + unit : []).join("&");
    told.textContent = !state ? "" : shown ? "符合条件的有" + shown + "项，共" + all + "项" : "没有符合全部条件的事项，请少选几个条件";
    clear.hidden = !state;
    return state;
  }
  function read() {
    if (!/^#(all$|\w+=)/.test(location.hash)) { return; }
    var state = new URLSearchParams(location.hash.slice(1));
    each("input", function (input) { input.checked = (state.get(input.name) || "").split(",").indexOf(input.value) >= 0; }, form);
    select.value = state.get("unit") || "";
    if (select.selectedIndex < 0) { select.value = ""; }
    if (apply()) { box.open = true; }
  }
  form.addEventListener("change", function () { location.replace("#" + (apply() || "all")); });
  form.addEventListener("submit", function (event) { event.preventDefault(); told.parentNode.scrollIntoView(); told.parentNode.focus(); });
  clear.addEventListener("click", function () { form.reset(); location.replace("#" + (apply() || "all")); box.querySelector("summary").focus(); });
  window.addEventListener("hashchange", read);
  read();
}

/* A terminal that was started on kiosk.html stays one until it is closed. */
function kiosk() {
  try { if (!sessionStorage.getItem("hallpress.kiosk")) { return; } } catch (e) { return; }
  var script = document.createElement("script");
  script.src = root + document.body.getAttribute("data-kiosk");
  document.head.appendChild(script);
}

/* The worker keeps pages for moments without network; browsers know it over https and on this machine only. */
function worker() {
  if (!window.isSecureContext || !/^http/.test(location.protocol) || !navigator.serviceWorker) { return; }
  function start() {
    /* Written here, as browsers refuse a manifest beside pages opened from a folder, and complain. */
    var link = document.createElement("link");
    link.rel = "manifest";
    link.href = root + "manifest.webmanifest";
    document.head.appendChild(link);
    navigator.serviceWorker.register(root + "sw.js").catch(function () { /* not wanted here */ });
  }
  /* What is kept for later waits until the page has been shown for a while. */
  window.addEventListener("load", function () { setTimeout(start, 3000); });
}

size(store.get("size") || "");
each("button[data-size]", function (el) {
  el.addEventListener("click", function () { size(el.getAttribute("data-size")); store.set("size", el.getAttribute("data-size")); });
});
look();
each("[data-look]", function (el) {
  el.addEventListener("click", function () { store.set("contrast", look() ? "usual" : "more"); look(); });
});
each("[data-copy]", function (el) {
  var link = document.querySelector("link[rel=canonical]"), address = (link && link.href) || location.href.split("#")[0];
  var said = el.parentNode.querySelector("[data-copied]");
  function told(ok) { said.textContent = ok ? "网址已复制" : "没有复制成功，请按住地址栏复制"; }
  el.addEventListener("click", function () {
    if (navigator.clipboard && window.isSecureContext) {
      navigator.clipboard.writeText(address).then(function () { told(true); }, function () { told(false); });
      return;
    }
    var box = document.createElement("textarea");
    box.value = address;
    document.body.appendChild(box);
    box.select();
    try { told(document.execCommand("copy")); } catch (e) { told(false); }
    box.remove();
    el.focus();
  });
  each("[data-share]", function (share) {
    if (!navigator.share) { return; }
    share.classList.add("is-offered");
    share.addEventListener("click", function () {
      navigator.share({ title: document.title, url: address }).catch(function () { /* thought better of it */ });
    });
  }, el.parentNode);
});
each("[data-print]", function (el) { el.addEventListener("click", function () { window.print(); }); });
ticks();
facets();
search();
kiosk();
worker();
phases();
now();
setInterval(function () { phases(); now(); }, 30000);
})();
