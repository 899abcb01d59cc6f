(function () {
"use strict";
/* The search of the hall's site over window.hallpressSearch. It ranks as src/search/ does: tests/data/search.json holds
   both to the same scores, so sums and quotients are made in the same order. All words come with the data. */
function fold(syllable) { return syllable.replace(/ng/g, "n").replace(/^([zcs])h/, "$1"); }
function sign(c) {
  return c < 48 || (c > 57 && c < 65) || (c > 90 && c < 97) || (c > 122 && c < 161) || c === 0xB7 ||
    (c >= 0x2000 && c <= 0x206F) || (c >= 0x3000 && c <= 0x303F && c !== 0x3007);
}
function lines(text) { return text.split("\n"); }

function Index(data) {
  var self = this, i;
  this.data = data; this.simple = {}; this.readings = {}; this.sounds = {}; this.heard = {};
  for (i = 0; i + 1 < data.traditional.length; i += 2) { this.simple[data.traditional[i]] = data.traditional[i + 1]; }
  /* The common characters come in the order of GB 2312, which every browser knows. */
  var bytes = [], at = 0;
  for (i = 0; i < 3755; i++) { bytes.push(0xB0 + Math.floor(i / 94), 0xA1 + i % 94); }
  var common = new TextDecoder("gbk").decode(new Uint8Array(bytes));
  function read(chars, all) { for (var n = 0; n < chars.length; n++) { self.readings[chars.charCodeAt(n)] = all; } }
  data.runs.split(" ").forEach(function (run) {
    var cut = /^([a-z]*)(\d+)$/.exec(run), end = at + +cut[2];
    if (cut[1]) { read(common.slice(at, end), [cut[1]]); }
    at = end;
  });
  lines(data.pinyin).forEach(function (line) { var cut = line.split(" "); if (cut[1]) { read(cut[1], cut[0].split(",")); } });
  Object.keys(this.readings).forEach(function (code) {
    self.sounds[code] = self.readings[code].map(fold);
    self.sounds[code].forEach(function (f) { (self.heard[f] = self.heard[f] || []).push(+code); });
  });
  var names = lines(data.n), aliases = lines(data.a), pages = lines(data.u), more = lines(data.t);
  this.docs = names.map(function (name, n) {
    var kind = data.kinds[data.k[n]], texts = aliases[n] ? [name].concat(aliases[n].split("\t")) : [name];
    return {
      name: name, texts: texts, plain: texts.map(function (text) { return self.plain(text); }), kind: data.k[n], points: kind[2],
      page: (pages[n][0] === "/" ? pages[n].slice(1) : kind[1] + pages[n]) + ".html", unit: data.d[n], set: data.w[n], more: more[n], order: n
    };
  });
  this.offices = data.units.map(function (name) { return self.plain(name); });
  this.same = new Int32Array(65536); this.alike = new Int32Array(65536);
}

/* A character as it is compared; nothing for blanks and signs. */
Index.prototype.char = function (text, i) {
  var c = text.charCodeAt(i);
  if (c >= 0xFF01 && c <= 0xFF5E) { c -= 0xFEE0; }
  if (c >= 65 && c <= 90) { c += 32; }
  if (sign(c)) { return ""; }
  c = String.fromCharCode(c);
  return this.simple[c] || c;
};
Index.prototype.plain = function (text) {
  for (var i = 0, out = ""; i < text.length; i++) { out += this.char(text, i); }
  return out;
};

/* The query without what people say around it; as typed; with words that mean the same. */
Index.prototype.forms = function (input) {
  var whole = this.plain(input), reduced = "", i = 0, forms, questions = this.data.questions;
  if (!whole) { return []; }
  while (i < whole.length) {
    var drop = 0;
    for (var n = 0; n < questions.length && !drop; n++) { if (whole.startsWith(questions[n], i)) { drop = questions[n].length; } }
    if (drop) { i += drop; } else { reduced += whole[i++]; }
  }
  reduced = reduced || whole;
  forms = [{ text: reduced, parts: true, loss: 0 }];
  if (whole !== reduced) { forms.push({ text: whole, parts: false, loss: 0 }); }
  this.data.synonyms.forEach(function (group) {
    var said = group.filter(function (word) { return reduced.indexOf(word) >= 0; })[0];
    if (!said) { return; }
    group.forEach(function (other) {
      if (other !== said && forms.length < 8) { forms.push({ text: reduced.split(said)[0] + other + reduced.slice(reduced.indexOf(said) + said.length), parts: true, loss: 3 }); }
    });
  });
  return forms;
};

/* Neighbours of the query that are neighbours in the text, a bit each. */
function pairs(masks, text) {
  var bits = 0, before = text.length ? masks[text.charCodeAt(0)] : 0;
  for (var i = 1; i < text.length; i++) {
    var here = masks[text.charCodeAt(i)];
    bits |= before & (here >>> 1);
    before = here;
  }
  return bits;
}
function count(bits) {
  for (var n = 0; bits; bits &= bits - 1) { n++; }
  return n;
}

Index.prototype.parts = function (query) {
  var self = this, same = this.same, alike = this.alike, held = [], once = [], n;
  same.fill(0); alike.fill(0);
  for (n = 0; n < query.length; n++) {
    var code = query.charCodeAt(n), bit = 1 << n;
    same[code] |= bit; alike[code] |= bit;
    (this.sounds[code] || []).forEach(function (syllable) {
      var others = self.heard[syllable];
      for (var i = 0; i < others.length; i++) { alike[others[i]] |= bit; }
    });
    held.push(0); once.push(0);
  }
  held.pop();
  var fields = this.docs.map(function (doc) {
    var all = 0, any = 0, of = doc.plain.map(function (text) {
      var exact = pairs(same, text), single = 0;
      for (var i = 0; i < text.length; i++) { single |= same[text.charCodeAt(i)]; }
      all |= exact; any |= single;
      return [exact, pairs(alike, text), single];
    });
    tally(held, all); tally(once, any);
    return of;
  });
  return { fields: fields, offices: this.offices.map(function (name) { return pairs(same, name); }), pairs: weights(held, fields.length), singles: weights(once, fields.length) };
};
function tally(held, bits) {
  for (; bits; bits &= bits - 1) { held[31 - Math.clz32(bits & -bits)]++; }
}
/* What each part of a query weighs: rare ones more. */
function weights(held, size) {
  var all = 0, each = held.map(function (times) { return size / (size + 8 * times); });
  each.forEach(function (w) { all += w; });
  return { each: each, all: all };
}
function share(of, bits) {
  var sum = 0;
  for (var n = 0; bits && n < of.each.length; n++) { if (bits >> n & 1) { sum += of.each[n]; } }
  return sum ? sum / of.all : 0;
}
/* The characters of a query among all names of an entry, when no name has enough of them. */
function inAll(parts, fields) {
  var all = 0, of;
  fields.forEach(function (field) { all |= field[2]; });
  of = share(parts.singles, all);
  return of >= 0.7 && count(all) >= 3 ? 24 * of : 0;
}
/* Neighbours count most, then neighbours that sound alike, then the same characters in another order. */
function inParts(parts, field, office) {
  var part = share(parts.pairs, field[0]), score, heard = count(field[1]) / parts.pairs.each.length, loose = share(parts.singles, field[2]);
  if (office && part < 1) { part = Math.max(part, 0.95 * share(parts.pairs, field[0] | office)); }
  score = part >= 0.45 ? 60 * part : 0;
  if (heard >= 0.6) { score = Math.max(score, 50 * heard); }
  return loose >= 0.5 && count(field[2]) >= 3 ? Math.max(score, 40 * loose) : score;
}

/* How a syllable may be typed: with and without the h of zh, the g of ng; lü as lv or lu. */
function spellings(syllable) {
  var all = [syllable];
  if (/^[zcs]/.test(syllable)) { all.push(syllable[1] === "h" ? syllable[0] + syllable.slice(2) : syllable[0] + "h" + syllable.slice(1)); }
  if (syllable.indexOf("v") >= 0) { all.push(syllable.replace("v", "u")); }
  return all.concat(all.map(function (s) { return /ng$/.test(s) ? s.slice(0, -1) : /n$/.test(s) ? s + "g" : s; }));
}

/* Letters as syllables, initials or both in turn: 0 no, 1 inside, 2 the beginning, 3 the whole field. */
function speller(readings, text) {
  var letters = text.slice(0, 28), size = letters.length, done = 1 << size, syllables = {}, characters = {};
  function syllable(s) {
    if (syllables[s]) { return syllables[s]; }
    var ways = spellings(s), steps = [];
    for (var n = 0; n < size; n++) {
      var rest = letters.slice(n), next = 0;
      for (var w = 0; w < ways.length; w++) {
        if (rest.startsWith(ways[w])) { next |= 1 << (n + ways[w].length); } else if (ways[w].startsWith(rest)) { next |= done; }
      }
      if (s.length > 1 && rest[0] === s[0]) {
        next |= 2 << n;
        if (s[1] === "h" && rest[1] === "h") { next |= 4 << n; }
      }
      steps.push(next);
    }
    return (syllables[s] = steps);
  }
  function steps(code) {
    var all = readings[code], out = [], n;
    if (all && all.length === 1) { return syllable(all[0]); }
    for (n = 0; n < size; n++) { out.push(!all && letters.charCodeAt(n) === code ? 2 << n : 0); }
    (all || []).forEach(function (s) { syllable(s).forEach(function (next, m) { out[m] |= next; }); });
    return out;
  }
  function go(code, at) {
    var of = characters[code] || (characters[code] = steps(code)), next = 0;
    for (var n = 0; n < size; n++) { if (at >> n & 1) { next |= of[n]; } }
    return next;
  }
  return function (field) {
    var at = 1, best = 0, n;
    for (n = 0; n < field.length && at; n++) {
      at = go(field.charCodeAt(n), at);
      if (at & done) { best = n + 1 === field.length ? 3 : 2; }
      at &= done - 1;
    }
    for (n = 0, at = 0; n < field.length && !best; n++) {
      at = go(field.charCodeAt(n), at | 1);
      if (at & done) { best = 1; }
    }
    return best;
  };
}

Index.prototype.rank = function (form, best) {
  var text = form.text, long = text.length > 1, latin = !/[\u3400-\uffff]/.test(text);
  var parts = form.parts && !latin && long ? this.parts(text.slice(0, 30)) : null;
  var spells = form.parts && long && /^[a-z]+$/.test(text) ? speller(this.readings, text) : null;
  this.docs.forEach(function (doc, n) {
    if (parts) {
      var loose = inAll(parts, parts.fields[n]) - form.loss;
      if (loose > best[n].score) { best[n] = { doc: doc, score: loose, field: 0, form: form }; }
    }
    doc.plain.forEach(function (plain, m) {
      var at = plain.indexOf(text), score = plain === text ? 100 : at === 0 ? 82 : at > 0 ? 68 : 0;
      if (!score && spells) { score = [0, 46, 64, 90][spells(plain)]; }
      if (!score && parts) {
        score = inParts(parts, parts.fields[n][m], doc.unit >= 0 ? parts.offices[doc.unit] : 0);
        if (score < 55 && plain.length > 2 && text.indexOf(plain) >= 0) { score = 55; }
      }
      if (score) { score = score + 6 * text.length / Math.max(plain.length, text.length) - (m ? 1 : 0) - form.loss; }
      if (score > best[n].score) { best[n] = { doc: doc, score: score, field: m, form: form }; }
    });
  });
};

/* What a query finds, the best first: by score, then the shorter name, then the order of the catalogue. */
Index.prototype.find = function (input) {
  var self = this, best = this.docs.map(function () { return { score: 0 }; });
  this.forms(input).forEach(function (form) { self.rank(form, best); });
  var hits = best.filter(function (hit) { return hit.score > 0; });
  hits.forEach(function (hit) { hit.score += hit.doc.points; });
  hits.sort(function (a, b) { return b.score - a.score || a.doc.plain[0].length - b.doc.plain[0].length || a.doc.order - b.doc.order; });
  var top = hits.length ? hits[0].score : 0;
  return hits.filter(function (hit) { return hit.score > top * 0.42; });
};

/* The nearest matters when nothing is found: those that share most characters. */
Index.prototype.near = function (input) {
  var chars = Array.from(this.plain(input)).filter(function (c) { return c >= "\u3400"; });
  return this.docs.filter(function (doc) { return doc.kind === 0; }).map(function (doc) {
    var shared = chars.filter(function (c) { return doc.plain.some(function (text) { return text.indexOf(c) >= 0; }); });
    return { doc: doc, field: 0, form: { text: "" }, score: shared.length };
  }).filter(function (hit) { return hit.score > 0; }).sort(function (a, b) { return b.score - a.score || a.doc.name.length - b.doc.name.length; }).slice(0, 3);
};

/* Which characters of a text were asked for: in one piece, else as neighbours, else as letters. */
Index.prototype.matched = function (text, query) {
  var plain = "", from = [], on = [], i, j;
  for (i = 0; i < text.length; i++) {
    var c = this.char(text, i);
    if (c) { plain += c; from.push(i); }
  }
  function mark(start, end) { for (var n = start; n < end; n++) { on[from[n]] = true; } }
  var at = query ? plain.indexOf(query) : -1;
  if (at >= 0) { mark(at, at + query.length); return on; }
  for (i = 0; i + 1 < query.length; i++) {
    for (j = plain.indexOf(query.substr(i, 2)); j >= 0; j = plain.indexOf(query.substr(i, 2), j + 1)) { mark(j, j + 2); }
  }
  if (/^[a-z]{2,}$/.test(query)) {
    var spells = speller(this.readings, query);
    for (i = 0; i < plain.length; i++) {
      if (spells(plain.slice(i)) < 2) { continue; }
      for (j = i + 1; j < plain.length && spells(plain.slice(i, j)) < 2; j++) { /* the shortest run */ }
      mark(i, j);
      break;
    }
  }
  return on;
};

function make(tag, name, text) {
  var el = document.createElement(tag);
  if (name) { el.className = name; }
  if (text) { el.textContent = text; }
  return el;
}
function marked(index, el, text, query) {
  var on = index.matched(text, query), start = 0;
  for (var i = 1; i <= text.length; i++) {
    if (i < text.length && !on[i] === !on[start]) { continue; }
    var piece = text.slice(start, i);
    el.appendChild(on[start] ? make("mark", "", piece) : document.createTextNode(piece));
    start = i;
  }
}

/* Windows of an entry that are there today; of a window also those to come. */
function stands(data, doc, today) {
  return (data.sets[doc.set] || []).map(function (n) { return data.stands[n]; }).filter(function (s) {
    return (doc.kind === 1 || !s[2] || s[2] <= today) && (!s[3] || today < s[3]);
  });
}

/* Whether an alias has to do with the query: letters spell it, or a character is in both; else its unit was asked for. */
function shares(plain, query) {
  return !/[\u3400-\uffff]/.test(query) || Array.from(query).some(function (c) { return plain.indexOf(c) >= 0; });
}

function show(index, box, input, most, root, today, hotline) {
  var data = index.data, hits = index.find(input).filter(function (hit) { return hit.doc.kind !== 1 || stands(data, hit.doc, today).length; }), none = !hits.length;
  var list = none ? index.near(input) : hits.slice(0, most);
  box.textContent = "";
  var told = make("p", "count", none ? "没有找到“" + input + "”" + (list.length ? "，您是不是要找：" : "") : "找到" + hits.length + "条" + (hits.length > most ? "，显示前" + most + "条" : ""));
  told.setAttribute("role", "status");
  box.appendChild(told);
  list.forEach(function (hit) {
    var doc = hit.doc, link = make("a", "hit"), name = make("span", "hit-name"), more = make("span", "hit-more"), facts = [];
    var at = stands(data, doc, today);
    link.href = root + doc.page;
    link.appendChild(make("span", "hit-kind", data.kinds[doc.kind][0]));
    marked(index, name, doc.name, hit.form.text);
    link.appendChild(name);
    if (doc.kind === 1) {
      marked(index, more, doc.texts[1], hit.form.text);
    } else if (hit.field && shares(doc.plain[hit.field], hit.form.text)) {
      more.appendChild(document.createTextNode("也叫："));
      marked(index, more, doc.texts[hit.field], hit.form.text);
    }
    if (doc.unit >= 0) { facts.push(data.units[doc.unit]); }
    if (at.length) {
      facts.push((doc.kind === 1 ? "" : at.slice(0, 4).map(function (s) { return s[0]; }).join("、") + (at.length > 4 ? "等" : "") + "窗口，") + data.places[at[0][1]]);
      if (doc.kind === 1 && at[0][2] && today < at[0][2]) { facts.push("自" + at[0][2] + "起"); }
    }
    if (doc.more) { facts.push(doc.more); }
    if (facts.length) { more.appendChild(document.createTextNode((more.textContent ? " · " : "") + facts.join(" · "))); }
    if (more.textContent) { link.appendChild(more); }
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
