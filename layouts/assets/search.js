(function () {
"use strict";
/* The search of the hall's site: names and aliases by characters, readings and initials. See window.hallpressSearch. */
var TRADITIONAL = "證证辦办醫医險险戶户籍籍護护開开關关業业產产動动車车駕驾駛驶稅税務务養养學学婦妇婚婚離离結结證证書书場场號号電电話话線线網网員员時时間间問问題题領领變变更更註注冊册銷销遺遗失失補补換换發发給给紙纸質质條条規规處处費费繳缴購购買买賣卖轉转讓让權权屬属設设計计審审核核檢检驗验測测驗验環环保保護护衛卫監监營营執执照照貸贷積积單单位位區区縣县鎮镇鄉乡灣湾臺台灣湾參参軍军優优撫抚殘残";
var DROP = /请问|怎么样|怎么|怎样|如何|去哪里|在哪里|到哪里|去哪儿|在哪儿|哪里|去哪|在哪|哪个|什么|我想要|我想|我要|想要|需要|办理|能不能|可不可以|可以|多少钱|流程|手续|材料|吗|呢|啊|了|的|一下|窗口在/g;
var simple = {};
for (var t = 0; t + 1 < TRADITIONAL.length; t += 2) { simple[TRADITIONAL[t]] = TRADITIONAL[t + 1]; }
function norm(text) {
  return text.normalize("NFKC").toLowerCase().replace(/[\s,.;:!?'"()\[\]，。；：！？、（）《》“”‘’·-]/g, "").replace(/./g, function (c) { return simple[c] || c; });
}
function fold(syllable) { return syllable.replace(/([zcs])h/g, "$1").replace(/ng/g, "n"); }
function han(c) { return c >= "\u3400"; }

function Index(data) {
  var readings = {}, docs = [], counts = {};
  Object.keys(data.pinyin).forEach(function (key) {
    var all = key.split(" "), list = all.map(function (r) { return fold(r.replace("~", "")); });
    list.common = all.filter(function (r) { return r[0] !== "~"; }).length;
    Array.from(data.pinyin[key]).forEach(function (c) { readings[c] = list; });
  });
  data.docs.forEach(function (doc, order) {
    var seen = {};
    var fields = [doc.n].concat(doc.a || []).map(function (text, n) {
      var plain = norm(text), chars = Array.from(plain);
      for (var i = 0; i + 1 < chars.length; i++) { seen[chars[i] + chars[i + 1]] = 1; }
      return { text: text, plain: plain, chars: chars, alias: n > 0, read: chars.map(function (c) { return readings[c] || [c]; }) };
    });
    Object.keys(seen).forEach(function (gram) { counts[gram] = (counts[gram] || 0) + 1; });
    docs.push({ doc: doc, order: order, fields: fields, unit: doc.d >= 0 ? norm(data.units[doc.d]) : "" });
  });
  this.data = data; this.docs = docs; this.counts = counts; this.readings = readings;
}

Index.prototype.weight = function (gram) { return Math.log(1 + this.docs.length / (1 + (this.counts[gram] || 0))); };

/* Share of the query's weight that a field's characters hold, 0 to 1. */
Index.prototype.cover = function (grams, plain) {
  var have = 0, all = 0;
  for (var i = 0; i < grams.length; i++) {
    var w = this.weight(grams[i]);
    all += w;
    if (plain.indexOf(grams[i]) >= 0) { have += w; }
  }
  return all ? have / all : 0;
};

/* The same by sound: neighbours of the query that some neighbours of the field are read like. */
Index.prototype.sounds = function (query, field) {
  var hits = 0, pairs = 0;
  for (var i = 0; i + 1 < query.length; i++) {
    pairs++;
    for (var j = 0; j + 1 < field.read.length; j++) {
      if (alike(query[i], field.read[j]) && alike(query[i + 1], field.read[j + 1])) { hits++; break; }
    }
  }
  return pairs ? hits / pairs : 0;
};
function alike(a, b) { return common(a).some(function (x) { return common(b).indexOf(x) >= 0; }); }
function common(list) { return list.slice(0, list.common || list.length); }

/* Letters as syllables or initials from some character on: 0 no, 1 inside, 2 from the start, 3 the whole field. */
function spells(letters, field) {
  var read = field.read, best = 0, failed;
  function from(at, rest, start) {
    if (!rest) { best = Math.max(best, start === 0 ? (at === read.length ? 3 : 2) : 1); return true; }
    if (at >= read.length) { return false; }
    var key = at + "/" + rest.length;
    if (failed[key]) { return false; }
    var ok = false;
    read[at].forEach(function (syllable, n) {
      if (rest.indexOf(syllable) === 0) { ok = from(at + 1, rest.slice(syllable.length), start) || ok; }
      else if (syllable.indexOf(rest) === 0) { ok = from(at + 1, "", start) || ok; }
      if (syllable[0] === rest[0] && syllable.length > 1 && n < (read[at].common || 1)) { ok = from(at + 1, rest.slice(1), start) || ok; }
    });
    if (!ok) { failed[key] = 1; }
    return ok;
  }
  for (var start = 0; start < read.length && best < 2; start++) { failed = {}; from(start, letters, start); }
  return best;
}

Index.prototype.find = function (input) {
  var whole = norm(input), query = whole.replace(DROP, "") || whole, self = this, hits = [];
  if (!query) { return []; }
  var chars = Array.from(query), latin = !chars.some(han);
  var letters = fold(query), grams = [];
  for (var i = 0; i + 1 < chars.length; i++) { grams.push(chars[i] + chars[i + 1]); }
  if (!grams.length) { grams = chars; }
  var heard = chars.map(function (c) { return self.readings[c] || [c]; });
  this.docs.forEach(function (entry) {
    var best = 0, matched = null;
    entry.fields.forEach(function (field) {
      var score = 0, plain = field.plain;
      if (plain === query || plain === whole) { score = 100; }
      else if (plain.indexOf(query) === 0) { score = 82; }
      else if (plain.indexOf(query) > 0) { score = 68; }
      else if (latin) {
        var kind = query.length > 1 && /^[a-z]+$/.test(query) ? spells(letters, field) : 0;
        score = [0, 46, 64, 90][kind];
      } else {
        var part = self.cover(grams, plain);
        if (entry.unit && part < 1) { part = Math.max(part, 0.95 * self.cover(grams, plain + "\n" + entry.unit)); }
        score = part >= 0.45 ? 60 * part : 0;
        if (part < 0.999 && heard.length > 1) {
          var sound = self.sounds(heard, field);
          if (sound >= 0.6) { score = Math.max(score, 50 * sound); }
        }
        if (!score && query.indexOf(plain) >= 0 && plain.length > 2) { score = 55; }
      }
      if (score) { score += 6 * query.length / Math.max(plain.length, query.length) - (field.alias ? 1 : 0); }
      if (score > best) { best = score; matched = field; }
    });
    if (best) {
      hits.push({ entry: entry, score: best + [4, 0, 2, 2, 1, 0][entry.doc.k], alias: matched.alias && entry.doc.k !== 1 ? matched.text : "" });
    }
  });
  hits.sort(function (a, b) { return b.score - a.score || a.entry.doc.n.length - b.entry.doc.n.length || a.entry.order - b.entry.order; });
  var top = hits.length ? hits[0].score : 0;
  return hits.filter(function (hit) { return hit.score > top * 0.42; });
};

/* The nearest names when nothing is found: those that share most characters. */
Index.prototype.near = function (input) {
  var chars = Array.from(norm(input)).filter(han);
  return this.docs.filter(function (e) { return e.doc.k === 0; }).map(function (e) {
    return { entry: e, alias: "", score: chars.filter(function (c) { return e.fields.some(function (f) { return f.plain.indexOf(c) >= 0; }); }).length };
  }).filter(function (hit) { return hit.score > 0; }).sort(function (a, b) { return b.score - a.score || a.entry.doc.n.length - b.entry.doc.n.length; }).slice(0, 3);
};

function make(tag, name, text) {
  var el = document.createElement(tag);
  if (name) { el.className = name; }
  if (text) { el.textContent = text; }
  return el;
}

function where(data, doc, today) {
  return (doc.w || []).filter(function (w) { return (!w[2] || w[2] <= today) && (!w[3] || today < w[3]); });
}

function show(index, box, input, most, root, today, hotline) {
  var data = index.data, hits = index.find(input), none = !hits.length;
  var list = none ? index.near(input) : hits.slice(0, most);
  box.textContent = "";
  var count = make("p", "count", none ? "没有找到“" + input + "”" + (list.length ? "，您是不是要找：" : "") : "找到" + hits.length + "条" + (hits.length > most ? "，显示前" + most + "条" : ""));
  count.setAttribute("role", "status");
  box.appendChild(count);
  list.forEach(function (hit) {
    var doc = hit.entry.doc, link = make("a", "hit"), stands = where(data, doc, today), more = [];
    link.href = root + doc.u;
    link.appendChild(make("span", "hit-kind", data.kinds[doc.k]));
    link.appendChild(make("span", "hit-name", doc.n));
    if (hit.alias) { more.push("也叫：" + hit.alias); }
    if (doc.d >= 0) { more.push(data.units[doc.d]); }
    if (doc.k !== 1 && stands.length) {
      more.push(stands.slice(0, 4).map(function (w) { return w[0]; }).join("、") + (stands.length > 4 ? "等" : "") + "窗口，" + data.places[stands[0][1]]);
    }
    if (doc.k === 1 && doc.w[0]) {
      more.push(data.places[doc.w[0][1]]);
      if (doc.w[0][2] && today < doc.w[0][2]) { more.push("自" + doc.w[0][2] + "起"); }
    }
    if (doc.t) { more.push(doc.t); }
    if (more.length) { link.appendChild(make("span", "hit-more", more.join(" · "))); }
    box.appendChild(link);
  });
  if (none) {
    var help = make("p", "none", "换个说法试试，或拨打 " + hotline + " 咨询，也可以");
    var all = make("a", "", "查看全部事项");
    all.href = root + "a-z.html";
    help.appendChild(all);
    box.appendChild(help);
  }
}

window.hallpressSearchIndex = Index;
window.hallpressSearchStart = function (form, root, today) {
  var index = new Index(window.hallpressSearch), field = form.querySelector("input[type=search]"), box = form.querySelector("[data-results]");
  var page = document.querySelector("[data-page-results]"), hotline = form.getAttribute("data-hotline");
  function update() {
    var text = field.value.trim();
    box.hidden = !text;
    if (text) { show(index, box, text, 8, root, today, hotline); }
  }
  field.addEventListener("input", function (event) { if (!event.isComposing) { update(); } });
  field.addEventListener("compositionend", update);
  field.addEventListener("focus", update);
  form.addEventListener("keydown", function (event) {
    var links = Array.from(box.querySelectorAll("a")), at = links.indexOf(document.activeElement);
    if (event.key === "Escape") { box.hidden = true; field.focus(); }
    if ((event.key === "ArrowDown" || event.key === "ArrowUp") && !box.hidden && links.length) {
      event.preventDefault();
      var next = at + (event.key === "ArrowDown" ? 1 : -1);
      if (next < 0) { field.focus(); } else if (next < links.length) { links[next].focus(); }
    }
  });
  document.addEventListener("click", function (event) { if (!form.contains(event.target)) { box.hidden = true; } });
  form.addEventListener("focusout", function (event) { if (event.relatedTarget && !form.contains(event.relatedTarget)) { box.hidden = true; } });
  var asked = new URLSearchParams(location.search).get("q");
  if (page && asked) {
    field.value = asked;
    var list = make("section", "results");
    list.setAttribute("aria-label", "搜索结果");
    page.appendChild(list);
    show(index, list, asked, 50, root, today, hotline);
    document.title = "搜索：" + asked + " - " + document.title;
  } else if (document.activeElement === field) { update(); }
};
})();
